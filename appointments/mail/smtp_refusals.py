"""Whether a mail server's refusal is final."""

import re
import smtplib

ENHANCED_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")  # RFC 3463
# About the sender, not the recipient (RFC 3463, 3.8; RFC 4954, 6): a misconfigured relay says this to every mail.
# Once the relay is fixed, the mails go out.
OF_POLICY = "5.7."
WANTS_SIGN_IN = 530


def permanent_refusal(error: Exception) -> str | None:
    """Return the status of a recipient that the server will never accept ("5.1.1", or "550" alone), else None.

    Everything else, including a refusal after the text, is worth another try.
    """
    if not isinstance(error, smtplib.SMTPRecipientsRefused) or not error.recipients:
        return None
    code, answer = next(iter(error.recipients.values()))
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
    found = ENHANCED_STATUS.search(text)
    status = found[1] if found else str(code)
    if not 500 <= code < 600 or code == WANTS_SIGN_IN or status.startswith(OF_POLICY):
        return None
    return status
