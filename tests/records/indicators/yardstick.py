"""The yardstick of curves: what `lifelines` makes of the same spans.

Its spans are closed on both sides: ours begin right after their left end, and an exact moment is a span of its own. Its
curve is 1 at the first moment, so everything is a month later for it.
"""

import warnings
from collections import Counter
from collections.abc import Iterable

OPEN, LATER = 1e-3, 1.0


class Yardstick:
    """A curve of spans (after, until), in months."""

    def __init__(self, spans: Iterable[tuple[float, float]]) -> None:
        counted = Counter(spans)
        lower = [LATER + after + (OPEN if after < until else -OPEN) for after, until in counted]
        upper, weights = [LATER + until for _after, until in counted], list(counted.values())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it has not converged to the last digit
            # Loaded here: it takes seconds, and most runs of tests measure nothing.
            from lifelines import KaplanMeierFitter

            self._fitted = KaplanMeierFitter().fit_interval_censoring(lower, upper, tol=1e-11, weights=weights)

    def left(self, month: float) -> float:
        """The share without a first job at the end of a month."""
        return float(self._fitted.survival_function_["NPMLE_estimate_lower"].loc[LATER + month])

    @property
    def median(self) -> float:
        """When it falls to a half; infinite where it does not."""
        return float(self._fitted.median_survival_time_["NPMLE_estimate_lower"].iloc[0]) - LATER
