"""The bot's commands, names and descriptions."""

from simulator.person import Person
from tests.simulator.stage import SITI, Stage


def listed(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"Perintah {name}"} for name in names]


async def menu(stage: Stage, person: int = SITI) -> list[str]:
    return [command["command"] for command in (await stage.chat(person))["commands"]]


async def test_a_person_sees_the_commands_of_the_nearest_scope_in_their_language(stage: Stage) -> None:
    english = stage.world.add_person(Person(3001, "Ann", language_code="en")).id
    await stage.call("setMyCommands", commands=listed("start"))
    assert await menu(stage) == ["start"]
    await stage.call("setMyCommands", commands=listed("mulai"), scope={"type": "all_private_chats"})
    await stage.call("setMyCommands", commands=listed("begin"), scope={"type": "all_private_chats"}, language_code="en")
    assert (await menu(stage), await menu(stage, english)) == (["mulai"], ["begin"])
    chat = {"type": "chat", "chat_id": SITI}
    await stage.call("setMyCommands", commands=listed("petugas", "mulai"), scope=chat)
    assert await menu(stage) == ["petugas", "mulai"]
    assert (await stage.call("getMyCommands", scope=chat)).result == listed("petugas", "mulai")
    await stage.call("deleteMyCommands", scope=chat)
    assert await menu(stage) == ["mulai"]


async def test_names_and_descriptions_are_kept_by_language(stage: Stage) -> None:
    await stage.call("setMyDescription", description="Pelatihan gratis")
    await stage.call("setMyDescription", description="Free courses", language_code="en")
    await stage.call("setMyShortDescription", short_description="BLK")
    await stage.call("setMyName", name="Canting BLK")
    assert (await stage.call("getMyDescription", language_code="en")).result == {"description": "Free courses"}
    assert (await stage.call("getMyDescription", language_code="jv")).result == {"description": "Pelatihan gratis"}
    assert (await stage.call("getMe")).result["first_name"] == "Canting BLK"
    bot = (await stage.page("GET", "/sim/state"))[1]["bot"]
    assert (bot["name"], bot["description"], bot["short_description"]) == ("Canting BLK", "Pelatihan gratis", "BLK")
    await stage.call("setMyDescription", description="", language_code="en")
    assert (await stage.call("getMyDescription", language_code="en")).result == {"description": "Pelatihan gratis"}


async def test_a_menu_button_is_taken(stage: Stage) -> None:
    assert (await stage.call("setChatMenuButton", chat_id=SITI, menu_button={"type": "commands"})).result is True
    assert stage.world.profile.menu_buttons == {str(SITI): {"type": "commands"}}
