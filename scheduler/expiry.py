"""Expiry: talks nobody came back to are closed, with one window for the untouched and one for the begun."""

from datetime import datetime, timedelta

from conversations import stage
from conversations.context import Context, House
from conversations.script import Windows
from conversations.scripts import SCRIPTS
from records import expired_talks, talks, waiting_talks
from records.session import Session
from records.talks import StoredTalk, TalkState
from scheduler.duty import nobody


def expire(session: Session, house: House, now: datetime) -> int:
    """Closes what is over its window and reopens what waited behind it; how many were closed."""
    context = nobody(session, house, now)
    windows = {name: script.windows(context) for name, script in SCRIPTS.items()}
    over = [
        talk
        for shorter in sorted({_shorter(each) for each in windows.values()})
        for talk in _over(context, windows, shorter)
    ]
    for talk in over:
        close(session, talk, now)
    return len(over)


def close(session: Session, talk: StoredTalk, now: datetime) -> None:
    """Ends a talk; what waited behind it is open again."""
    talks.save(session, talk.id, TalkState.EXPIRED, stage.left_over(SCRIPTS[talk.script], talk.journal), now)
    chat_id = talk.actor_chat
    waiting = (
        None if chat_id is None or talk.state is not TalkState.OPEN else waiting_talks.first_waiting(session, chat_id)
    )
    if waiting is not None:
        talks.save(session, waiting.id, TalkState.OPEN, waiting.journal, waiting.touched_at)


def _over(context: Context, windows: dict[str, Windows], shorter: timedelta) -> list[StoredTalk]:
    """The talks over their window, of all scripts with this shorter one. Only those over it are opened to see whose."""
    scripts = [name for name, each in windows.items() if _shorter(each) == shorter]
    idle = expired_talks.idle_since(context.session, scripts, context.now - shorter)
    return [talk for talk in idle if talk.touched_at + _window(talk, windows[talk.script]) <= context.now]


def _shorter(windows: Windows) -> timedelta:
    return timedelta(days=min(windows.untouched_days, windows.begun_days))


def _window(talk: StoredTalk, windows: Windows) -> timedelta:
    return timedelta(days=windows.begun_days if talks.is_begun(talk) else windows.untouched_days)
