"""Which drawing shows which picture."""

from scheduler.pictures import card, curve, flow, response
from scheduler.pictures.values import Card, Curve, Flow, Picture, Response


def draw(picture: Picture) -> bytes:
    match picture:
        case Response():
            return response.draw(picture)
        case Flow():
            return flow.draw(picture)
        case Curve():
            return curve.draw(picture)
        case Card():
            return card.draw(picture)
