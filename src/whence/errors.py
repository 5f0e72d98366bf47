"""Every error a person can act on.

    WhenceError
    ├── InputError            a report or a path, as it was given
    │   ├── PathMissing           there is nothing at a path
    │   ├── UnreadableReport      no text can be had from these bytes
    │   ├── EmptyReport           there is nothing to read
    │   ├── UnknownFormat         whence does not read this kind of file
    │   ├── OtherLanguage         stored, but not read: whence reads English
    │   └── AnchorError           a span does not hold the text it claims
    ├── ResourceError         a part of whence itself
    │   ├── LexiconInvalid
    │   ├── ModelMissing
    │   ├── ModelMismatch
    │   └── ExtraMissing          names the extra to install
    ├── LedgerError           the file that keeps a story
    │   ├── LedgerLocked
    │   ├── LedgerUnreadable      not a ledger, or a damaged one
    │   ├── SchemaMismatch        written by another version
    │   └── RecordUnknown
    ├── OutputError           what was to be written
    │   └── OutputHeld            in its place lies what must not be lost
    ├── GoldError             an annotation that does not fit its text
    └── RunError
        └── TaskFailed

Each class has a stable ``code``. A message says what was found, what was wanted and what to do.
"""

from __future__ import annotations

from typing import ClassVar


class WhenceError(Exception):
    """Base of all errors that whence tells a person, in one line."""

    code: ClassVar[str] = "whence"


class InputError(WhenceError):
    """A report or a path, as it was given, cannot be used."""

    code = "input"


class PathMissing(InputError):
    """There is nothing at a path."""

    code = "path-missing"


class UnreadableReport(InputError):
    """No text can be had from these bytes."""

    code = "unreadable-report"


class EmptyReport(InputError):
    """There is nothing to read."""

    code = "empty-report"


class UnknownFormat(InputError):
    """whence does not read this kind of file."""

    code = "unknown-format"


class OtherLanguage(InputError):
    """The report is in another language than English: it is stored and not read."""

    code = "other-language"


class AnchorError(InputError):
    """A span does not hold the text it claims."""

    code = "anchor"


class ResourceError(WhenceError):
    """A part of whence itself is missing or broken."""

    code = "resource"


class LexiconInvalid(ResourceError):
    """A lexicon file does not hold what its loader asks for."""

    code = "lexicon-invalid"


class ModelMissing(ResourceError):
    """The tagger's model file is not there."""

    code = "model-missing"


class ModelMismatch(ResourceError):
    """Model file, label set and package do not belong together."""

    code = "model-mismatch"


class ExtraMissing(ResourceError):
    """An optional part is not installed; the message names the extra."""

    code = "extra-missing"


class LedgerError(WhenceError):
    """The ledger cannot be used."""

    code = "ledger"


class LedgerLocked(LedgerError):
    """Another process is writing to the ledger."""

    code = "ledger-locked"


class LedgerUnreadable(LedgerError):
    """The file is no ledger, or a damaged one."""

    code = "ledger-unreadable"


class SchemaMismatch(LedgerError):
    """The ledger was written by another version of whence."""

    code = "schema-mismatch"


class RecordUnknown(LedgerError):
    """No record has this id."""

    code = "record-unknown"


class OutputError(WhenceError):
    """A file or standard output cannot be written."""

    code = "output"


class OutputHeld(OutputError):
    """In the place that is to be written lies a ledger, another database, or a report that was read."""

    code = "output-held"


class GoldError(WhenceError):
    """An annotation does not fit its text."""

    code = "gold"


class RunError(WhenceError):
    """Work could not be done."""

    code = "run"


class TaskFailed(RunError):
    """One piece of spread work failed for good."""

    code = "task-failed"
