"""Graduates over fourteen months: every message at its hour and none twice, every indicator the truth."""

import asyncio
import math
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from records.indicators import Cut, Indicators, indicators
from records.programmes import Programme, all_of_them
from tests.monitored.almanac import ZONE, allows, allows_what_was_asked_for
from tests.monitored.cast import KECAMATAN, WAVES, the_cast
from tests.monitored.ladder import expected
from tests.monitored.member import Member
from tests.monitored.town import AWAY, YEAR, befalls, destinies, settle
from tests.monitored.truth import Truth
from tests.records.indicators.yardstick import Yardstick
from tests.stage import Stage, staged

MONTHS = timedelta(days=425)
# Sending to hundreds takes its time, and people look at their phones by the hour.
SLACK = timedelta(minutes=30)
TOGETHER = 40


async def lives(stage: Stage, members: list[Member]) -> None:
    """From one event to the next: what falls due, what people do about it, what befalls them."""
    ahead = destinies(members)
    until = stage.clock.now() + MONTHS
    while (now := await _next(stage, members, ahead, until)) < until:
        while ahead and ahead[0][0] <= now:
            _at, what, member = ahead.pop(0)
            await befalls(stage, what, member)
        await stage.a_moment_passes()
        await _everybody_reads(stage, members, now)
        for member in await _everybody_acts(members, now):
            if member.alumna.fate == "returns":
                ahead = sorted([*ahead, (now + AWAY, "returns", member)], key=lambda one: one[0])


async def _next(
    stage: Stage, members: list[Member], ahead: list[tuple[datetime, str, Member]], until: datetime
) -> datetime:
    """The next instant at which anything happens; people act when they look at their phones."""
    now = stage.clock.now()
    instants = [_later(plan[0]) for member in members for plan in member.plans]
    instants += [_later(ahead[0][0])] if ahead else []
    due = await stage.canting.next_due()
    instants += [] if due is None else [due]
    stage.clock.set(max(min([*instants, until]), now + timedelta(seconds=1)))
    return stage.clock.now()


def _later(moment: datetime) -> datetime:
    """People look at their phones every three hours."""
    full = moment.replace(minute=0, second=0, microsecond=0)
    return full + timedelta(hours=3 - full.hour % 3)


async def _everybody_reads(stage: Stage, members: list[Member], now: datetime) -> None:
    """Those whose phones rang."""
    rang = [member for member in members if member.phone is not None and _has_news(stage, member)]
    for at in range(0, len(rang), TOGETHER):
        await asyncio.gather(*(member.reads(now) for member in rang[at : at + TOGETHER]))


def _has_news(stage: Stage, member: Member) -> bool:
    assert member.phone is not None
    seq = stage.world.chats[member.phone.id].seq
    return bool(seq != member.phone.chat.get("seq"))


async def _everybody_acts(members: list[Member], now: datetime) -> list[Member]:
    """Those who meant to do something by now; who of them blocked the bot."""
    due = [member for member in members if any(plan[0] <= now for plan in member.plans)]
    done: list[list[str]] = []
    for at in range(0, len(due), TOGETHER):
        done += await asyncio.gather(*(member.acts(now) for member in due[at : at + TOGETHER]))
    return [member for member, acts in zip(due, done, strict=True) if "blocks" in acts]


@pytest.mark.long
async def test_graduates_are_followed_for_fourteen_months(tmp_path: Path) -> None:
    async with staged(tmp_path / "home", demo=False, floods=True) as stage:
        stage.expects_refusals.add(403)
        today = stage.clock.now().astimezone(ZONE).date()
        members = await settle(stage, the_cast(today, Random(20261006)))
        await lives(stage, members)
        _every_fate_came_true(members)
        _every_message_came_once_at_its_hour(members, stage.clock.now())
        for wave in WAVES:
            await _every_indicator_is_the_truth(stage, members, wave)


def _every_fate_came_true(members: list[Member]) -> None:
    """What this is about did happen."""
    acts = Counter(act for member in members for act in member.did)
    assert all(acts[act] for act in ("answers", "begins", "blocks", "returns", "moves", "stops", "puts off", "dies"))
    assert sum(len(member.answered_at) for member in members) > len(members)


def _every_message_came_once_at_its_hour(members: list[Member], until: datetime) -> None:
    for member in members:
        heard = sorted(member.heard, key=lambda one: one.at)
        wanted = expected(member, until)
        told = (member.alumna, member.did, member.answered_at, heard, wanted)
        assert [(one.kind, one.wave) for one in heard] == [(one.kind, one.wave) for one in wanted], told
        for got, meant in zip(heard, wanted, strict=True):
            assert timedelta() <= got.at - meant.at < SLACK, told
            assert allows(got.at) or (got.kind == "asked for" and allows_what_was_asked_for(got.at)), told


async def _every_indicator_is_the_truth(stage: Stage, members: list[Member], wave: int) -> None:
    cuts: list[tuple[Cut, list[Member]]] = [(Cut(year=YEAR), members)]
    programmes: list[Programme] = await stage.reads(all_of_them)
    for programme in programmes:
        mine = [member for member in members if member.alumna.trade == programme.name]
        cuts.append((Cut(year=YEAR, programme_id=programme.id), mine))
    cuts += [(Cut(year=YEAR, sex=sex), [m for m in members if m.alumna.sex == sex]) for sex in "PL"]
    cuts += [(Cut(year=YEAR, kecamatan=code), [m for m in members if m.alumna.kecamatan == code]) for code in KECAMATAN]
    for cut, mine in cuts:
        found = await stage.reads(indicators, cut, wave, stage.clock.now())
        truth = Truth.of(mine, wave)
        _is_the_truth(found, truth)
        if wave == WAVES[-1]:
            _the_curve_is_that_of_lifelines(found, truth)


def _is_the_truth(found: Indicators, truth: Truth) -> None:
    numbers = truth.numbers
    assert {name: getattr(found.tally, name) for name in numbers} == numbers
    assert found.weighted.share == pytest.approx(truth.weighted)
    n, r, e, unclear = (numbers[name] for name in ("graduates", "answered", "working", "undetermined"))
    if n and r:
        assert found.figure.share == pytest.approx(e / r)
        assert (found.figure.lower, found.figure.upper) == pytest.approx((e / n, (e + unclear + n - r) / n))
        assert found.figure.is_headline == (r / n >= 0.5)
    spans, before = truth.spans()
    assert (found.curve.observed, found.curve.before) == (len(spans), before)


def _the_curve_is_that_of_lifelines(found: Indicators, truth: Truth) -> None:
    """The share without a first job after each step; of every wave it would take minutes."""
    theirs = Yardstick(truth.spans()[0])
    for step in found.curve.steps:
        if math.isfinite(step.until):
            assert theirs.left(step.until) == pytest.approx(step.left, abs=2e-3)
