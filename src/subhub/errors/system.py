"""What the operating system says went wrong, in words that every language has."""

from __future__ import annotations

import errno

from subhub.errors.sentence import Sentence

_CODES = {
    errno.ENOSPC: "os_disk_full",
    errno.EDQUOT: "os_disk_full",
    errno.EFBIG: "os_too_large",
    errno.EACCES: "os_not_permitted",
    errno.EPERM: "os_not_permitted",
    errno.EROFS: "os_read_only",
    errno.ENOENT: "os_not_there",
    errno.ENOTDIR: "os_no_folder",
    errno.EISDIR: "os_is_folder",
    errno.ENAMETOOLONG: "os_name_too_long",
    errno.EMFILE: "os_too_many_open",
    errno.ENFILE: "os_too_many_open",
    errno.EIO: "os_device_failed",
}


def reason_of(error: OSError) -> str:
    """The reason as a sentence that can be said in any language, or as the system puts it.

    >>> reason_of(OSError(errno.ENOSPC, "No space left on device"))
    'no space is left'
    """
    code = _CODES.get(error.errno or 0)
    return Sentence(code) if code else (error.strerror or str(error)).lower()
