"""How the bot introduces itself: commands by scope and language, descriptions. None of it may stop the start."""

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden, TelegramError

from bot import log
from locales.languages import DEFAULT, SPOKEN, Languages
from locales.text import Text, _
from records.profile import Profile

COMMANDS: tuple[tuple[str, Text], ...] = (
    ("menu", _("Everything you can do here")),
    ("status", _("How my registration stands")),
    ("tanya", _("Put a question to an officer")),
    ("bahasa", _("Change the language")),
    ("bantuan", _("Help")),
    ("batal", _("End what I am filling in")),
)
STAFF_COMMANDS: tuple[tuple[str, Text], ...] = (
    ("staf", _("Staff menu")),
    ("laporan", _("The figure of the alumni, ready to quote")),
)
DESCRIPTION = _("{centre}: free trainings. See classes, register and ask an officer, here in the chat. Tap START.")
SHORT = _("Free trainings of {centre}")


async def introduce(bot: Bot, languages: Languages, profile: Profile) -> None:
    """Tells Telegram who we are, in every language; a refusal is logged, nothing more."""
    for language in SPOKEN:
        code = None if language == DEFAULT else language
        try:
            await bot.set_my_commands(
                _commands(COMMANDS, languages, language), BotCommandScopeAllPrivateChats(), language_code=code
            )
            await bot.set_my_description(_said(DESCRIPTION, languages, language, profile, 512), code)
            await bot.set_my_short_description(_said(SHORT, languages, language, profile, 120), code)
        except TelegramError as refused:
            log.event("introduction_refused", error=type(refused).__name__)
            return


async def show_staff_commands(bot: Bot, languages: Languages, chat_id: int) -> bool:
    """The staff's commands stand in their own chats only. False where Telegram has passing trouble."""
    for language in SPOKEN:
        code = None if language == DEFAULT else language
        commands = _commands((*COMMANDS, *STAFF_COMMANDS), languages, language)
        try:
            await bot.set_my_commands(commands, BotCommandScopeChat(chat_id), language_code=code)
        except TelegramError as refused:
            log.event("introduction_refused", error=type(refused).__name__)
            return isinstance(refused, (BadRequest, Forbidden))
    return True


def _commands(commands: tuple[tuple[str, Text], ...], languages: Languages, language: str) -> list[BotCommand]:
    return [BotCommand(name, languages.plain(words, language)) for name, words in commands]


def _said(text: Text, languages: Languages, language: str, profile: Profile, letters: int) -> str:
    return languages.plain(Text(text.msgid, {"centre": profile.name}), language)[:letters]
