"""The bot's commands, by scope and language."""

import re
from typing import Any

from simulator.errors import bad_request
from simulator.params import Params
from simulator.profile import Command
from simulator.world import Method, World

MAX_COMMANDS = 100
MAX_COMMAND = 32
MAX_DESCRIPTION = 256
WIDE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")

_COMMAND = re.compile(r"[a-z0-9_]+")


def set_my_commands(world: World, params: Params) -> bool:
    """The commands of one scope and language."""
    commands = _commands(params)
    world.profile.commands[_key(world, params)] = commands
    world.changed()
    return True


def get_my_commands(world: World, params: Params) -> list[Command]:
    """The commands of exactly this scope and language."""
    return world.profile.commands.get(_key(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """Forget the commands of one scope and language."""
    world.profile.commands.pop(_key(world, params), None)
    world.changed()
    return True


def _key(world: World, params: Params) -> str:
    return f"{_scope(world, params)}/{language_of(params)}"


def language_of(params: Params) -> str:
    """The language_code of a call: empty or two letters."""
    language = params.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language


def _scope(world: World, params: Params) -> str:
    scope = params.structure("scope", "can't parse BotCommandScope JSON object")
    if scope is None:
        return "default"
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    if scope.get("type") in WIDE_SCOPES:
        return str(scope["type"])
    if scope.get("type") != "chat":
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if scope.get("chat_id") in (None, ""):
        raise bad_request("can't parse BotCommandScope: Empty chat_id specified")
    # Commands may be set for whoever is known, also before the person starts the bot.
    if _number(scope["chat_id"]) not in world.chats:
        raise bad_request("chat not found")
    return f"chat:{scope['chat_id']}"


def _number(value: Any) -> int:
    text = str(value)
    return int(text) if text.lstrip("-").isdigit() else 0


def _commands(params: Params) -> list[Command]:
    commands = params.structure("commands", "can't parse commands JSON object")
    if commands is None:
        return []
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    read = [_command(command) for command in commands]
    if len(read) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return read


def _command(value: Any) -> Command:
    if not isinstance(value, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(value.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command, description = value["command"].strip().removeprefix("/"), value["description"].strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > MAX_COMMAND:
        raise bad_request(f"command length must not exceed {MAX_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > MAX_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {MAX_DESCRIPTION}")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


METHODS: dict[str, Method] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
}
