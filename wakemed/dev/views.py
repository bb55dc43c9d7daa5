"""The component sheet, and the mail that would have gone out."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from .mailbox import Mail, read_mails
from .sample_form import SampleForm, mistaken_form

COLORS = ["paper", "surface", "tint", "sand", "ink", "action", "accent", "danger", "warning", "info", "success"]
MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component of the site."""
    return render(request, "dev/styleguide.html", {"sample_form": SampleForm(), "colors": COLORS})


def styleguide_mistakes(request: HttpRequest) -> HttpResponse:
    """Show a form with a mistake in every field: the summary takes the focus."""
    return render(request, "dev/styleguide_mistakes.html", {"form": mistaken_form()})


def mail_list(request: HttpRequest) -> HttpResponse:
    """List the mails, newest first."""
    mails = read_mails(Path(settings.EMAIL_FILE_PATH))
    return render(request, "dev/mail_list.html", {"mails": mails[::-1]})


def get_mail_or_404(number: int) -> Mail:
    """Return the mail with this number; raises Http404 if there is none."""
    mails = read_mails(Path(settings.EMAIL_FILE_PATH))
    if not 1 <= number <= len(mails):
        raise Http404
    return mails[number - 1]


def mail(request: HttpRequest, number: int) -> HttpResponse:
    """Show one mail: its headers and its text."""
    return render(request, "dev/mail.html", {"mail": get_mail_or_404(number)})


def mail_html(request: HttpRequest, number: int) -> HttpResponse:
    """Show the HTML part as a mail program would: styled, without scripts, with nothing from elsewhere."""
    html = get_mail_or_404(number).html
    if not html:
        raise Http404
    return HttpResponse(html, headers={"Content-Security-Policy": MAIL_POLICY})
