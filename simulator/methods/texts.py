"""The bot's name and descriptions, by language."""

from dataclasses import dataclass

from simulator.entity import Json
from simulator.errors import bad_request
from simulator.methods.commands import language_of
from simulator.params import Params
from simulator.world import Method, World


@dataclass(frozen=True, slots=True)
class ProfileText:
    """`name` is the parameter and the field; `refusal` is Telegram's word for one too long."""

    name: str
    longest: int
    refusal: str

    def set(self, world: World, params: Params) -> bool:
        """Set it for a language, or for all; an empty text removes it."""
        text = params.text(self.name)
        if len(text) > self.longest:
            raise bad_request(self.refusal)
        world.profile.set_text(self.name, language_of(params), text)
        world.events.emit("people")
        world.changed()
        return True

    def get(self, world: World, params: Params) -> Json:
        """It, as people of that language see it."""
        return {self.name: world.profile.text(self.name, language_of(params))}


NAME = ProfileText("name", 64, "BOT_TITLE_INVALID")
DESCRIPTION = ProfileText("description", 512, "DESCRIPTION_TOO_LONG")
SHORT_DESCRIPTION = ProfileText("short_description", 120, "ABOUT_TOO_LONG")

METHODS: dict[str, Method] = {
    "setMyName": NAME.set,
    "getMyName": NAME.get,
    "setMyDescription": DESCRIPTION.set,
    "getMyDescription": DESCRIPTION.get,
    "setMyShortDescription": SHORT_DESCRIPTION.set,
    "getMyShortDescription": SHORT_DESCRIPTION.get,
}
