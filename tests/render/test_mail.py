"""A page as an e-mail."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

from subhub.render.mail import message
from subhub.render.page import Line, Page, Section


def test_it_has_a_subject_and_a_text():
    made = message_from_bytes(
        message(
            [Page("You can\r\nBcc: a@b cancel.", "", [Section("When", [Line("解約")])])]
        ).encode(),
        policy=default,
    )
    assert made["Subject"] == "You can Bcc: a@b cancel." and made["Bcc"] is None
    assert "When  解約" in made.get_content()
    assert made.get_content_type() == "text/plain"


def test_two_languages_are_one_message():
    text = message([Page("You can cancel.", "", []), Page("解約できます。", "", [])])
    assert text.splitlines()[0] == "Subject: You can cancel. / 解約できます。"
    assert text.count("Subject:") == 1
