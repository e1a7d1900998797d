"""A person at a phone: says, taps, shares, and sees. Over the simulator's HTTP, as the page itself does."""

from typing import Any

import aiohttp

WAIT_SECONDS = 20


class Phone:
    """One person's phone. Every act waits until the bot has reacted, and fails the test where it does not."""

    def __init__(self, session: aiohttp.ClientSession, url: str, person_id: int) -> None:
        self._session = session
        self._url = f"{url}/sim/people/{person_id}"
        self.id = person_id
        self.chat: dict[str, Any] = {"messages": [], "seq": 0}
        # Every act that the bot had to answer, in order: "say", "tap" ...
        self.acts: list[str] = []

    async def _act(self, act: str, expects_answer: bool = True, **body: Any) -> None:
        wait = f"?wait={WAIT_SECONDS}" if expects_answer else ""
        self.acts.append(act)
        async with self._session.post(f"{self._url}/{act}{wait}", json=body) as response:
            self.chat = await response.json()
            assert response.status == 200, self.chat
        if expects_answer:
            assert self.chat.get("reacted") is not False, f"nobody answered {act} {body}"

    async def starts(self, payload: str = "") -> None:
        await self._act("start", payload=payload)

    async def says(self, text: str) -> None:
        await self._act("say", text=text)

    async def writes(self, html: str) -> None:
        """Says something with an app's formatting, given as Telegram's HTML."""
        await self._act("say", html=html)

    async def says_unheard(self, text: str) -> None:
        """Says something while nobody can answer."""
        await self._act("say", expects_answer=False, text=text)

    async def taps_unheard(self, label: str) -> None:
        message_id, data = self.button(label)
        await self._act("tap", expects_answer=False, message_id=message_id, data=data)

    async def taps(self, label: str) -> None:
        """The latest button whose label contains this."""
        message_id, data = self.button(label)
        await self._act("tap", message_id=message_id, data=data)

    async def forges(self, data: str, message_id: int | None = None) -> None:
        """A tap with data of her own making, on the newest message with buttons."""
        target = message_id or next(m["id"] for m in reversed(self.messages()) if m["inline_keyboard"])
        await self._act("tap", message_id=target, data=data)

    async def shares_her_number(self) -> None:
        await self._act("contact", own=True)

    async def shares_somebody(self, phone: str, name: str = "Teman", user_id: int | None = None) -> None:
        await self._act("contact", phone_number=phone, first_name=name, user_id=user_id)

    async def sends_photo(self, content: bytes | None = None, caption: str = "") -> None:
        """A photo of these bytes, or the page's sample."""
        if content is None:
            await self._act("photo", sample="ktp", caption=caption)
        else:
            await self._send("photo", ("foto.jpg", content, "image/jpeg"))

    async def sends_album(self, *contents: bytes) -> None:
        """Photos chosen together."""
        await self._send("album", *((f"foto{n}.jpg", content, "image/jpeg") for n, content in enumerate(contents)))

    async def _send(self, act: str, *files: tuple[str, bytes, str]) -> None:
        """Files as they are, each with its name and type."""
        self.acts.append(act)
        form = aiohttp.FormData()
        for name, content, mime in files:
            form.add_field("file", content, filename=name, content_type=mime)
        async with self._session.post(f"{self._url}/{act}?wait={WAIT_SECONDS}", data=form) as response:
            self.chat = await response.json()
            assert response.status == 200, self.chat
        assert self.chat.get("reacted") is not False, f"nobody answered {act}"

    async def sends_sticker(self) -> None:
        await self._act("sticker")

    async def sends_voice(self) -> None:
        await self._act("voice")

    async def sends_location(self) -> None:
        await self._act("location")

    async def sends_document(
        self, content: bytes | None = None, name: str = "ijazah.pdf", mime: str = "application/pdf"
    ) -> None:
        """A file of these bytes, or the page's sample."""
        if content is None:
            await self._act("document", sample="ktp")
        else:
            await self._send("document", (name, content, mime))

    async def sends_file(self, name: str, content: bytes, mime: str = "application/octet-stream") -> None:
        """A file of her own."""
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("file", content, filename=name, content_type=mime)
        self.acts.append("document")
        async with self._session.post(f"{self._url}/document?wait={WAIT_SECONDS}", data=form) as response:
            self.chat = await response.json()
            assert response.status == 200, self.chat
        assert self.chat.get("reacted") is not False, f"nobody answered the file {name}"

    async def edits(self, message_id: int, text: str) -> None:
        await self._act("edit", message_id=message_id, text=text)

    async def blocks(self) -> None:
        """Returns when the bot has learnt of it."""
        await self._act("block")

    async def unblocks(self) -> None:
        await self._act("unblock")

    async def taps_on(self, message_id: int, label: str) -> None:
        """A button of one particular message, old as it may be."""
        message = next(message for message in self.messages() if message["id"] == message_id)
        found = [b for row in message["inline_keyboard"] for b in row if label in b["text"]]
        await self._act("tap", message_id=message_id, data=found[0]["callback_data"])

    async def looks(self) -> None:
        """Picks up the phone: what stands there now."""
        async with self._session.get(f"{self._url}/chat") as response:
            self.chat = await response.json()

    async def heard(self, words: str) -> int:
        """In how many messages of the bot these words stand."""
        await self.looks()
        return sum(words in message["text"] for message in self.bot_messages())

    async def waits_for(self, text: str, seconds: int = WAIT_SECONDS) -> None:
        """Until the newest messages hold this."""
        await self.looks()
        while not any(text in message["text"] for message in self.bot_messages()[-3:]):
            seq = self.chat["seq"]
            async with self._session.get(f"{self._url}/wait", params={"after": seq, "timeout": seconds}) as response:
                self.chat = await response.json()
            assert self.chat["seq"] > seq, f"never saw {text!r}; the last was {self.last()!r}"

    def messages(self) -> list[dict[str, Any]]:
        return [message for message in self.chat["messages"] if not message.get("deleted")]

    def bot_messages(self) -> list[dict[str, Any]]:
        return [message for message in self.messages() if message["from"] == "bot"]

    def last(self) -> str:
        """The words of the bot's newest message."""
        found = self.bot_messages()
        return str(found[-1]["text"]) if found else ""

    def toast(self) -> str:
        toast = self.chat.get("toast")
        return "" if toast is None else str(toast["text"])

    def sees(self, text: str) -> None:
        recent = [message["text"] for message in self.bot_messages()[-3:]]
        assert any(text in words for words in recent), f"{text!r} is not in {recent!r}"

    def sees_not(self, text: str) -> None:
        assert all(text not in message["text"] for message in self.bot_messages()[-3:]), text

    def buttons(self) -> list[tuple[int, str, str]]:
        """(message, label, data) of every data button, the newest message first."""
        return [
            (message["id"], button["text"], button["callback_data"])
            for message in reversed(self.bot_messages())
            for row in message["inline_keyboard"] or []
            for button in row
            if button.get("callback_data")
        ]

    def button(self, label: str) -> tuple[int, str]:
        for message_id, text, data in self.buttons():
            if label in text:
                return message_id, data
        raise AssertionError(f"no button {label!r} among {[text for _, text, _ in self.buttons()][:20]}")

    def labels(self) -> list[str]:
        """The labels of the newest message's buttons."""
        newest = self.bot_messages()[-1]
        return [button["text"] for row in newest["inline_keyboard"] or [] for button in row]
