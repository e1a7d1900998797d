"""The poster of a class, written to a file."""

from pathlib import Path

from bot.offline import username_of_bot, with_database
from bot.settings import CommandError, Settings, SettingsError
from conversations.offering.poster import Poster, of_offer
from locales.languages import DEFAULT, Languages
from records import codes, offers, profile
from records.database import Database
from records.offers import Offer
from records.session import Session
from records.vault import Vault
from scheduler.posters import poster

ENDINGS = (".pdf", ".png")


def write(settings: Settings, code: str, file: Path | None) -> str:
    """Writes it; what to say of it."""
    if file is not None and file.suffix.lower() not in ENDINGS:
        raise CommandError(f"{file} must end with .pdf or .png")
    if not settings.token:
        raise SettingsError("CANTING_TOKEN is not set: the poster's link names the bot, which Telegram knows by it")
    content = _content(settings, code)
    path = file or Path(f"{content.file_name}.pdf")
    path.write_bytes(poster(content, "png" if path.suffix.lower() == ".png" else "pdf"))
    return f"The poster of {content.title} ({content.cohort}) is in {path}; its code is {content.code}."


def _content(settings: Settings, code: str) -> Poster:
    centre, languages = profile.load(settings.profile), Languages.load(settings.zone)

    async def work(database: Database, _vault: Vault) -> Poster:
        offer = await database.read(_offer, code)
        if offer is None:
            raise CommandError(f"no class has the code {code}")
        bot = await username_of_bot(settings)
        return of_offer(offer, centre, bot, lambda text: languages.plain(text, DEFAULT))

    return with_database(settings, work)


def _offer(session: Session, code: str) -> Offer | None:
    class_id = codes.class_of(session, code)
    return None if class_id is None else offers.by_id(session, class_id)
