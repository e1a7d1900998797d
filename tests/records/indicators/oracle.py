"""What the indicators must be, counted slowly from plain values and by other ways than ours."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from tests.records.indicators.population import Alumna, Told


@dataclass(frozen=True)
class Truth:
    """The people of a group, at a wave."""

    people: Sequence[Alumna]
    wave: int

    def _answers(self, wave: int | None = None) -> list[Told]:
        told = [one.told.get(self.wave if wave is None else wave) for one in self.people]
        return [one for one in told if one is not None]

    @property
    def graduates(self) -> int:
        return len(self.people)

    @property
    def reached(self) -> int:
        return len([one for one in self.people if self.wave in one.reached or self.wave in one.told])

    @property
    def answered(self) -> int:
        return len(self._answers())

    def with_status(self, status: str) -> int:
        return len([one for one in self._answers() if one.status == status])

    @property
    def main_activity_work(self) -> int:
        return len([one for one in self._answers() if one.activity in ("kerja", "usaha", "bantu_keluarga")])

    @property
    def _working(self) -> list[Alumna]:
        return [one for one in self.people if self.wave in one.told and one.told[self.wave].status == "working"]

    @property
    def worked_before(self) -> tuple[int, int]:
        told = [one.told[0].status for one in self._working if 0 in one.told]
        return told.count("working"), len(told)

    @property
    def self_employed(self) -> int:
        return len([one for one in self._working if one.told[self.wave].employment in (1, 2, 3)])

    @property
    def relevance(self) -> tuple[int, int]:
        told = [one.told[self.wave].relevance for one in self._working]
        return told.count(3) + told.count(4), len(told) - told.count(None)

    @property
    def wage(self) -> tuple[int, int]:
        employees = [one.told[self.wave] for one in self._working if one.told[self.wave].employment == 4]
        told = [one.umk_reached for one in employees if one.umk_reached is not None]
        return sum(told), len(told)

    @property
    def retention(self) -> tuple[int, int]:
        both = [one.told for one in self.people if 6 in one.told and 12 in one.told]
        at_six = [told for told in both if told[6].status == "working"]
        return len([told for told in at_six if told[12].status == "working"]), len(at_six)

    @property
    def competent(self) -> tuple[int, int]:
        sat = [one.tests for one in self.people if {"kompeten", "belum_kompeten"} & set(one.tests)]
        return len([tests for tests in sat if "kompeten" in tests]), len(sat)

    @property
    def weighted(self) -> float | None:
        """By pandas: labels of strata are rewritten until none is small, then whoever answered gets a weight."""
        frame = pd.DataFrame(
            [
                {
                    "programme": one.programme,
                    "stratum": f"{one.programme}{one.sex}",
                    "answered": self.wave in one.told,
                    "working": self.wave in one.told and one.told[self.wave].status == "working",
                }
                for one in self.people
            ],
            columns=["programme", "stratum", "answered", "working"],
        )
        if frame.empty:
            return None
        answers = frame.groupby("stratum")["answered"].transform("sum")
        uneven = frame[answers < 5]["programme"].unique()
        frame.loc[frame["programme"].isin(uneven), "stratum"] = frame["programme"].map(str)
        small = frame.groupby("stratum")["answered"].transform("sum") < 5
        frame.loc[small, "stratum"] = "rest"
        if small.any() and frame[small]["answered"].sum() < 5:
            if small.all():
                return None
            standing = frame[~small].groupby("programme")["answered"].agg(["sum", "size"])
            host = standing.sort_values(["sum", "size"], kind="stable").index[0]
            frame.loc[frame["programme"] == host, "stratum"] = "rest"
        frame["weight"] = frame.groupby("stratum")["stratum"].transform("size") / frame.groupby("stratum")[
            "answered"
        ].transform("sum")
        heard = frame[frame["answered"]]
        return float((heard["weight"] * heard["working"]).sum() / len(frame))
