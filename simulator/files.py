"""Files: uploaded by the bot or sent by people, known by their ids, kept in memory and, with a home, on disk."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.entity import Json
from simulator.images import ImageInfo, look_at

# What getFile serves at most.
MAX_DOWNLOAD = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file Telegram keeps; `kind` is what it may be sent as."""

    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    path: str
    width: int = 0
    height: int = 0

    def to_api(self) -> Json:
        """As the Bot API shows a document, a voice or a sticker."""
        shown = self._base()
        if self.kind == "document":
            shown |= {"file_name": self.name, "mime_type": self.mime}
        elif self.kind == "voice":
            shown |= {"mime_type": self.mime}
        else:
            shown |= {"width": self.width, "height": self.height}
        return shown

    def sizes(self) -> list[Json]:
        """A photo in its sizes: Telegram's scaled ones are the same bytes here, with other ids."""
        shown = []
        for letter, edge in (("s", 90), ("m", 320)):
            if max(self.width, self.height) > edge:
                width, height = self._scaled(edge)
                base = self._base() | {"file_id": f"{self.id}-{letter}", "file_unique_id": f"{self.unique_id}{letter}"}
                shown.append(base | {"width": width, "height": height})
        return [*shown, self._base() | {"width": self.width, "height": self.height}]

    def to_page(self) -> Json:
        """As the page shows it."""
        shown: Json = {"id": self.id, "name": self.name, "mime": self.mime, "size": self.size}
        return shown | {"width": self.width, "height": self.height} if self.width else shown

    def _base(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}

    def _scaled(self, edge: int) -> tuple[int, int]:
        scale = edge / max(self.width, self.height)
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


_FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}
_PREFIXES = {"photo": "AgACAgUA", "document": "BQACAgUA", "voice": "AwACAgUA", "sticker": "CAACAgUA"}


@dataclass(slots=True)
class FileStore:
    """All files of the world. With a folder the bytes lie there, else in memory."""

    folder: Path | None = None
    by_id: dict[str, StoredFile] = field(default_factory=dict)
    _bytes: dict[str, bytes] = field(default_factory=dict)
    _count: int = 0

    def add(self, kind: str, name: str, mime: str, data: bytes, image: ImageInfo | None = None) -> StoredFile:
        """Keep a file and give it its ids."""
        image = image or look_at(data)
        suffix = Path(name).suffix or ".bin"
        path = f"{_FOLDERS[kind]}/file_{len(self.by_id)}{suffix}"
        file = StoredFile(
            id=_PREFIXES[kind] + secrets.token_urlsafe(36).replace("-", "_"),
            unique_id="AQAD" + secrets.token_urlsafe(9).replace("-", "_"),
            kind=kind,
            name=name,
            mime=mime,
            size=len(data),
            path=path,
            width=image.width if image else 0,
            height=image.height if image else 0,
        )
        self.by_id[file.id] = file
        self._write(file, data)
        return file

    def find(self, file_id: str) -> StoredFile | None:
        """The file with this id; a photo's smaller sizes are the same file."""
        return self.by_id.get(file_id.rsplit("-", 1)[0])

    def at_path(self, path: str) -> StoredFile | None:
        """The file getFile named by this path."""
        return next((file for file in self.by_id.values() if file.path == path), None)

    def read(self, file: StoredFile) -> bytes:
        """Its bytes."""
        if file.id in self._bytes or self.folder is None:
            return self._bytes[file.id]
        return (self.folder / file.id).read_bytes()

    def _write(self, file: StoredFile, data: bytes) -> None:
        if self.folder is None:
            self._bytes[file.id] = data
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / file.id).write_bytes(data)

    def to_state(self) -> list[Json]:
        """As they are saved, without their bytes."""
        return [{name: getattr(file, name) for name in StoredFile.__slots__} for file in self.by_id.values()]

    def load(self, state: list[dict[str, Any]]) -> None:
        """Take back what was saved."""
        for saved in state:
            self.by_id[saved["id"]] = StoredFile(**saved)
