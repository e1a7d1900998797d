"""Limits: how often one address, or one link, may be asked for. Remembered for a bounded number of them only."""

from collections import OrderedDict
from dataclasses import dataclass
from ipaddress import ip_address

from aiohttp import web

from records.clock import Clock

REMEMBERED = 10_000
LOOPBACK = frozenset({"127.0.0.1", "::1"})
IPV6_HOST_BITS = 64


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Limit:
    """So many at once, and so many a minute from then on."""

    def __init__(self, clock: Clock, at_once: int, a_minute: float) -> None:
        self._clock, self._at_once, self._a_second = clock, at_once, a_minute / 60
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def allows(self, who: str) -> bool:
        """Whether one more is within the limit; it counts if so."""
        now = self._clock.monotonic()
        bucket = self._buckets.pop(who, None) or _Bucket(self._at_once, now)
        bucket.left = min(self._at_once, bucket.left + (now - bucket.at) * self._a_second)
        bucket.at = now
        allowed = bucket.left >= 1
        bucket.left -= allowed
        self._buckets[who] = bucket
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return allowed


def address_of(request: web.Request) -> str:
    """Who asks: the peer, or whom a reverse proxy on this very machine names. Of an IPv6 address the network counts."""
    peer = request.remote or ""
    if peer in LOOPBACK:
        named = ",".join(request.headers.getall("X-Forwarded-For", [])).rpartition(",")[2].strip()
        peer = named or peer
    try:
        address = ip_address(peer)
    except ValueError:
        return "unknown"
    if address.version == 6:
        return str(int(address) >> IPV6_HOST_BITS)
    return str(address)
