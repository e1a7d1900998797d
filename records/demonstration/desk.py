"""The desk: what waits for the officers on the first morning: documents to check, corrections, an objection, questions.
Files go into the store; everything else are rows.
"""

from datetime import datetime, timedelta

from records import applications, corrections, dossiers, objections, questions, receiving, steps
from records.applications import ApplicationStatus
from records.demonstration import papers
from records.demonstration.present import Standing
from records.demonstration.scene import Applied, Scene
from records.documents import DocumentKind, DocumentState
from records.receiving import Kept, Parcel
from records.steps import Kind
from records.store import FileStore
from records.vault import Vault

KTP, DIPLOMA = DocumentKind.KTP, DocumentKind.DIPLOMA
JPEG = "image/jpeg"
# One from the list of reasons, as conversations/checking/reasons.py keeps it.
UNCLEAR = "\N{SECTION SIGN}ktp_unclear"
# What is said of themselves by those of the queue, in their order; whoever follows has sent everything.
WITHOUT_DIPLOMA, TO_CORRECT, NOT_CORRECTED, UNFINISHED, SHARED = 1, 3, 4, 6, (0, 2)
OBJECTION = "KTP saya sudah pindah ke Kota Pekalongan bulan lalu. KTP barunya bisa saya bawa ke loket."
QUESTIONS = (
    ("Apakah pelatihan menjahit ada kelas sore? Saya pagi jaga warung.", timedelta(days=2), timedelta(days=-1)),
    ("Uang transport dibayar kapan ya, Bu?", timedelta(minutes=40), timedelta(hours=23)),
)


class Desk:
    """Lays everything on it."""

    def __init__(self, scene: Scene, store: FileStore, vault: Vault) -> None:
        self._scene = scene
        self._session = scene.roll.session
        self._store = store
        self._vault = vault
        self._messages = 0

    def lay(self, standing: Standing) -> None:
        with_chat = [applied for applied in standing.waiting if applied.invented.chat_id is not None]
        for applied in standing.waiting:
            if applied.invented.chat_id is None:
                self._comes_to_the_counter(applied)
        for place, applied in enumerate(with_chat):
            self._sends(applied, place, with_chat)
        self._objects(next(applied for applied in standing.refused if self._is_not_eligible(applied)))
        self._ask(with_chat)

    def _comes_to_the_counter(self, applied: Applied) -> None:
        moment = self._since(applied)
        for kind in (KTP, DIPLOMA):
            receiving.flag(self._session, applied.id, kind, DocumentState.COUNTER, moment)
        self._is_complete(applied, moment)

    def _sends(self, applied: Applied, place: int, everybody: list[Applied]) -> None:
        moment = self._since(applied)
        if place == UNFINISHED:
            self._stores(applied, KTP, applied, moment)
            end = self._scene.roll.at(self._scene.today + timedelta(days=2), 0)
            dossiers.open_for(self._session, applied.id, end, moment, 3)
            self._note(applied, "ijazah belum dikirim")
            return
        ktp = self._stores(applied, KTP, applied, moment)
        if place == WITHOUT_DIPLOMA:
            receiving.flag(self._session, applied.id, DIPLOMA, DocumentState.NOT_IN_HAND, moment)
        else:
            self._stores(applied, DIPLOMA, everybody[SHARED[0]] if place == SHARED[1] else applied, moment)
        self._is_complete(applied, moment)
        if place in (TO_CORRECT, NOT_CORRECTED):
            self._is_sent_back(applied, ktp, is_late=place == NOT_CORRECTED)

    def _stores(self, applied: Applied, kind: DocumentKind, whose: Applied, moment: datetime) -> int:
        """A document of an application, drawn for whoever's it is; as if it had been taken in from the chat."""
        content, self._messages = papers.draw(kind, whose.invented.said), self._messages + 1
        parcel = Parcel("", applied.invented.chat_id or 0, self._messages)
        document_id = receiving.receive(self._session, applied.id, kind, parcel, moment)
        digest = self._vault.digest_bytes("document", content)
        kept = Kept(self._store.put(content), None, JPEG, len(content), 1, digest)
        receiving.store(self._session, document_id, kept, moment)
        receiving.done(self._session, document_id, in_chat=False)
        return document_id

    def _is_complete(self, applied: Applied, moment: datetime) -> None:
        dossiers.open_for(self._session, applied.id, moment + timedelta(days=7), moment)
        dossiers.complete(self._session, applied.id, moment)
        self._scene.walk(applied, moment, ApplicationStatus.VERIFYING)

    def _is_sent_back(self, applied: Applied, ktp: int, *, is_late: bool) -> None:
        """For the picture of the KTP; the time to send another ends tomorrow night, or ended yesterday."""
        scene = self._scene
        sent_back = max(self._since(applied), scene.now - timedelta(days=4 if is_late else 2))
        scene.walk(applied, sent_back, ApplicationStatus.CORRECTION, reason=UNCLEAR)
        receiving.ask_again(self._session, ktp, "officer", sent_back)
        last = scene.today + timedelta(days=-1 if is_late else 1)
        corrections.ask(self._session, applied.id, scene.roll.at(last, 23) + timedelta(minutes=59))
        self._note(applied, "diminta memperbaiki foto KTP", cast=not is_late)

    def _is_not_eligible(self, applied: Applied) -> bool:
        application = applications.by_id(self._session, applied.id)
        return application is not None and application.status == ApplicationStatus.NOT_ELIGIBLE.value

    def _objects(self, applied: Applied) -> None:
        """Somebody from outside the city, who was told that the class is for residents."""
        step = steps.latest(self._session, Kind.APPLICATION, applied.id)
        if step is not None:
            objections.raise_one(self._session, applied.id, step.id, OBJECTION, self._scene.now - timedelta(hours=20))

    def _ask(self, people: list[Applied]) -> None:
        for applied, (words, ago, promised) in zip(people, QUESTIONS, strict=False):
            now, chat_id = self._scene.now, applied.invented.chat_id
            if chat_id is not None:
                questions.ask(self._session, chat_id, words, now - ago, now + promised)

    def _since(self, applied: Applied) -> datetime:
        """Two hours after the registration, as long as that is past."""
        filed = steps.milestones(self._session, Kind.APPLICATION, applied.id)[0].at
        return min(filed + timedelta(hours=2), self._scene.now)

    def _note(self, applied: Applied, told: str, *, cast: bool = False) -> None:
        if applied.invented.chat_id is not None:
            self._scene.roll.note(applied.invented.chat_id, "menunggu diperiksa", told, cast=cast)
