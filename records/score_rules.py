"""Score rules: how a class weighs the scores and what passes, where staff have set it; else the profile's."""

import json
from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from records.base import Base
from records.profile.selecting import SelectionRules
from records.ranking import Rules
from records.scores import Hundredths


class ScoreRule(Base):
    __tablename__ = "score_rules"

    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), primary_key=True, autoincrement=False)
    weights: Mapped[str] = mapped_column(String(200))
    passing: Mapped[Decimal | None] = mapped_column(Hundredths)


def of_classes(session: Session, class_ids: Iterable[int], defaults: SelectionRules) -> dict[int, Rules]:
    """The rules of each class. Between equal totals the profile's criteria decide everywhere."""
    wanted = list(class_ids)
    own = {row.class_id: row for row in session.scalars(select(ScoreRule).where(ScoreRule.class_id.in_(wanted)))}
    usual = Rules(dict(defaults.weights), defaults.passing, defaults.tie_break)
    return {
        class_id: Rules(json.loads(own[class_id].weights), own[class_id].passing, defaults.tie_break)
        if class_id in own
        else usual
        for class_id in wanted
    }


def keep(session: Session, class_id: int, weights: dict[str, int], passing: Decimal | None) -> None:
    """From now on this class weighs so."""
    row = session.get(ScoreRule, class_id)
    if row is None:
        row = ScoreRule(class_id=class_id)
        session.add(row)
    row.weights = json.dumps(weights, separators=(",", ":"), sort_keys=True)
    row.passing = passing
    session.flush()
