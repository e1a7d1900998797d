"""Answers to taps."""

from simulator.errors import bad_request
from simulator.params import Params
from simulator.world import Method, World

MAX_ANSWER = 200


def answer_callback_query(world: World, params: Params) -> bool:
    """End the waiting of whoever tapped, with a note or an alert if the bot wants one."""
    text = params.text("text")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if params.text("url"):
        # Only games and the bot's own start links may open; Canting has neither here.
        raise bad_request("URL_INVALID")
    query = world.queries.answer(params.text("callback_query_id"), world.clock.now().timestamp())
    chat = world.chats[query.chat_id]
    chat.seq += 1
    chat.toast = {"text": text, "alert": params.flag("show_alert"), "seq": chat.seq} if text else None
    world.reactions.answered(chat.id, query.id)
    chat.wake()
    world.events.emit("chat", person=chat.id, seq=chat.seq)
    return True


METHODS: dict[str, Method] = {"answerCallbackQuery": answer_callback_query}
