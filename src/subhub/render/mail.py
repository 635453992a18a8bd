"""A page as an e-mail: the headline is the subject. Nothing is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTPUTF8

from subhub.inert import inert
from subhub.render.encoders import Encoded
from subhub.render.page import Page
from subhub.render.terminal import Paint, render

#: what mail programs show without folding it again
COLUMNS = 72


def message(pages: Sequence[Page]) -> Encoded:
    """The message as text, ready to be completed with ``To:`` and sent; one page a language.

    >>> print(message([Page("You can cancel.", "", [])]).splitlines()[0])
    Subject: You can cancel.
    """
    made = EmailMessage(policy=SMTPUTF8.clone(linesep="\n", max_line_length=None))
    made["Subject"] = " / ".join(" ".join(inert(page.headline).split()) for page in pages)
    plain = Paint(colours=False)
    # the subject says the headline; a sign before it would be read aloud
    told = [render(replace(page, tone="plain"), plain, COLUMNS) for page in pages]
    made.set_content("\n".join(told), cte="8bit")
    return Encoded(made.as_bytes().decode())
