"""Every error that Groundtext raises on purpose.

    GroundtextError
    ├── InputError            a file the user gave: `source` names it
    │   ├── DocumentError
    │   ├── QuoteError        a slice that the document does not hold, or that does not match
    │   ├── ManifestError
    │   ├── GazetteerError
    │   ├── ReviewError
    │   ├── ProjectError      a folder that is no project, or one that is damaged
    │   └── GoldError         right answers to compare with
    ├── DateError             an expression that is not EDTF
    ├── WorkspaceError        missing, damaged, or made by another version
    └── UsageError            a command that cannot be carried out as it was given
        └── EngineError       the processes or the cluster that should do the work

A message names the thing, the value and the way out; it is shown to analysts as it stands.
"""


class GroundtextError(Exception):
    """Anything that went wrong in a way that a user can understand and mend."""


class InputError(GroundtextError):
    """A fault in a file that the user gave.

    Parameters
    ----------
    message
        What is wrong, where, and what to do about it.
    source
        Name of the file, as the user knows it.
    """

    def __init__(self, message: str, *, source: str = "") -> None:
        self.source = source
        self.reason = message
        super().__init__(f"{source}: {message}" if source else message)


class DocumentError(InputError):
    """A document that cannot be read."""


class QuoteError(InputError):
    """A span that the document does not hold, or a quotation that differs from its slice."""


class ManifestError(InputError):
    """A manifest that lacks a field, or names a file that is not there."""


class GazetteerError(InputError):
    """A gazetteer that cannot be read."""


class ReviewError(InputError):
    """A review decision that cannot be understood."""


class ProjectError(InputError):
    """A folder that is no project, a damaged one, or one that cannot be made."""


class GoldError(InputError):
    """A line, or a file, of right answers that cannot be used."""


class DateError(GroundtextError):
    """An expression that is not an Extended Date/Time Format date or interval."""


class WorkspaceError(GroundtextError):
    """A workspace that is missing, damaged, or made by another version."""


class UsageError(GroundtextError):
    """A command that cannot be carried out as it was given."""


class EngineError(UsageError):
    """Processes or a cluster that cannot be had, differ in version, or were lost on the way."""
