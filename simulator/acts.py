"""What people do: write, tap, share, send files, edit, block. Each act becomes an update for the bot."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from simulator import images
from simulator.chat import Chat
from simulator.detection import detected
from simulator.entity import FormattedText, Json
from simulator.errors import PageError
from simulator.files import StoredFile
from simulator.formatting import MAX_TEXT, html_body, plain_text
from simulator.images import look_at
from simulator.message import Message
from simulator.person import Person
from simulator.reactions import Wait
from simulator.world import World

MAX_PAYLOAD = 64
ALBUM = range(2, 11)


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts of one person in the chat with the bot. Each answers with what to wait for; None brings no update."""

    world: World
    chat: Chat
    person: Person

    def write(self, html: str) -> Wait:
        """Write with formatting, given in Telegram's HTML."""
        self._check_free()
        body = html_body(html)
        if not body.text:
            raise PageError(400, "an empty message cannot be sent")
        wait = self._send("text", body)
        self._used_keyboard()
        return wait

    def say(self, text: str) -> Wait:
        """Write; what is longer than a message goes out as several, as Telegram's apps do it."""
        self._check_free()
        clean = plain_text(text)
        if not clean:
            raise PageError(400, "an empty message cannot be sent")
        pieces = [clean[start : start + MAX_TEXT] for start in range(0, len(clean), MAX_TEXT)]
        waits = [self._send("text", FormattedText(piece)) for piece in pieces]
        self._used_keyboard()
        return waits[-1]

    def start(self, payload: str = "") -> Wait:
        """Press START, or follow a link that does; unblocks the bot if need be."""
        if len(payload) > MAX_PAYLOAD:
            raise PageError(400, f"a start payload has at most {MAX_PAYLOAD} characters")
        if self.person.deactivated:
            raise PageError(409, "this account is deleted")
        if self.person.blocked:
            self.unblock()
        return self.say(f"/start {payload}".strip())

    def tap(self, message_id: int, data: str) -> Wait:
        """Tap a button with this data; the data may be forged, as a modified app can do."""
        self._check_free()
        message = self.chat.find(message_id)
        if message is None:
            raise PageError(404, "there is no such message")
        query = self.world.queries.begin(self.chat.id, self.world.clock.now().timestamp())
        payload: Json = {
            "id": query.id,
            "from": self.person.to_user(),
            "message": self.world.shown(self.chat, message),
            "chat_instance": str(-self.chat.id * 7_919),
            "data": data,
        }
        update_id = self.world.updates.push("callback_query", payload, self.chat.id)
        return Wait(self.chat.id, update_id, query.id)

    def tap_at(self, message_id: int, row: int, column: int) -> Wait:
        """Tap the button in this place."""
        message = self.chat.find(message_id)
        if message is None or message.keyboard is None:
            raise PageError(404, "there is no such message with buttons")
        rows = message.keyboard.rows
        if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
            raise PageError(404, "there is no such button")
        button = rows[row][column]
        if button.action != "callback_data":
            raise PageError(409, "this button does not write to the bot")
        return self.tap(message_id, button.value)

    def contact(self, phone: str, first_name: str, user_id: int | None) -> Wait:
        """Share a contact: one's own, with one's user id, or another's."""
        self._check_free()
        details: Json = {"phone_number": phone, "first_name": first_name}
        if user_id is not None:
            details["user_id"] = user_id
        wait = self._send("contact", details=details)
        self._used_keyboard()
        return wait

    def own_contact(self) -> Wait:
        """Share one's own number."""
        if not self.person.phone:
            raise PageError(409, "this person has no phone number")
        return self.contact(self.person.phone.removeprefix("+"), self.person.first_name, self.person.id)

    def photo(self, name: str, data: bytes, caption: str = "") -> Wait:
        """Send a picture."""
        self._check_free()
        image = look_at(data)
        if image is None:
            raise PageError(400, "this file is not a picture")
        file = self.world.files.add("photo", name, image.mime, data, image)
        return self._send("photo", FormattedText(plain_text(caption)), file=file)

    def album(self, pictures: Sequence[tuple[str, bytes]], caption: str = "") -> Wait:
        """Send pictures together, each with its name: every one is a message, and the caption is the first one's."""
        self._check_free()
        if len(pictures) not in ALBUM:
            raise PageError(400, f"an album has {ALBUM[0]} to {ALBUM[-1]} pictures")
        looked = [(name, data, look_at(data)) for name, data in pictures]
        if any(image is None for _name, _data, image in looked):
            raise PageError(400, "this file is not a picture")
        album = str(secrets.randbelow(9 * 10**16) + 10**16)
        waits = []
        for n, (name, data, image) in enumerate(looked):
            file = self.world.files.add("photo", name, image.mime if image else "", data, image)
            words = plain_text(caption) if n == 0 else ""
            waits.append(self._send("photo", FormattedText(words), file=file, album=album))
        return waits[-1]

    def document(self, name: str, mime: str, data: bytes, caption: str = "") -> Wait:
        """Send a file."""
        self._check_free()
        file = self.world.files.add("document", name, mime, data)
        return self._send("document", FormattedText(plain_text(caption)), file=file)

    def sticker(self, emoji: str) -> Wait:
        """Send a sticker."""
        self._check_free()
        file = self.world.files.add("sticker", "sticker.webp", "image/webp", images.png(64, 64, (255, 214, 102)))
        details = {"emoji": emoji, "type": "regular", "is_animated": False, "is_video": False}
        return self._send("sticker", details=details, file=file)

    def voice(self, seconds: int) -> Wait:
        """Send a voice message of silence."""
        self._check_free()
        file = self.world.files.add("voice", "voice.ogg", "audio/ogg", b"OggS" + bytes(seconds))
        return self._send("voice", details={"duration": seconds}, file=file)

    def location(self, latitude: float, longitude: float) -> Wait:
        """Send a place."""
        self._check_free()
        return self._send("location", details={"latitude": latitude, "longitude": longitude})

    def edit(self, message_id: int, text: str) -> Wait:
        """Change the words of one's own message."""
        self._check_free()
        message = self.chat.find(message_id)
        clean = plain_text(text)[:MAX_TEXT]
        if message is None or message.from_bot:
            raise PageError(404, "there is no such message of this person")
        if message.kind != "text" or not clean:
            raise PageError(409, "this message has no text to edit")
        message.body = detected(FormattedText(clean))
        message.edited_at = self.world.seconds()
        message.changed()
        return Wait(self.chat.id, self._push("edited_message", self.world.shown(self.chat, message)))

    def block(self) -> Wait | None:
        """Stop the bot."""
        if self.person.blocked or not self.person.started:
            self.person.blocked = True
            return None
        self.person.blocked = True
        return self._membership("member", "kicked")

    def unblock(self) -> Wait | None:
        """Let the bot write again."""
        if not self.person.blocked:
            return None
        self.person.blocked = False
        return self._membership("kicked", "member") if self.person.started else None

    def deactivate(self) -> None:
        """Delete the account; Telegram tells the bot nothing."""
        self.person.deactivated = True

    def _membership(self, old: str, new: str) -> Wait:
        people = {"chat": self.chat.to_api(), "from": self.person.to_user(), "date": self.world.seconds()}
        payload = people | self.world.profile.membership(old, new)
        return Wait(self.chat.id, self._push("my_chat_member", payload), silent=True)

    def _send(
        self,
        kind: str,
        body: FormattedText | None = None,
        *,
        details: Json | None = None,
        file: StoredFile | None = None,
        album: str = "",
    ) -> Wait:
        message = Message(self.chat.next_id, False, self.world.seconds(), kind, detected(body or FormattedText()))
        message.details, message.file, message.album = details or {}, file, album
        self.chat.add(message)
        self.person.started = True
        self.chat.unread = 0
        return Wait(self.chat.id, self._push("message", self.world.shown(self.chat, message)))

    def _push(self, kind: str, payload: Json) -> int:
        self.world.events.emit("chat", person=self.chat.id, seq=self.chat.seq)
        return self.world.updates.push(kind, payload, self.chat.id)

    def _used_keyboard(self) -> None:
        """A one-time keyboard hides when it was used."""
        keyboard = self.chat.reply_keyboard
        if keyboard and keyboard.one_time:
            self.chat.reply_keyboard = None

    def _check_free(self) -> None:
        if self.person.deactivated:
            raise PageError(409, "this account is deleted")
        if self.person.blocked:
            raise PageError(409, "this person has blocked the bot and must unblock it first")
