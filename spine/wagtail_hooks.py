"""What the CMS shows of this app besides pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import ConditionPage, Notice


class NoticeViewSet(SnippetViewSet):
    """Notices, in the menu beside the pages."""

    model = Notice
    icon = "warning"
    menu_label = gettext_lazy("Notices")
    menu_order = 150
    add_to_admin_menu = True
    list_display = ["text", "level", "show_from", "show_until", "live"]
    list_filter = ["level", "live"]
    search_fields = ["text"]
    panels = [
        FieldPanel("level"),
        FieldPanel("text"),
        MultiFieldPanel(
            [FieldPanel("link_text"), FieldPanel("link_page"), FieldPanel("link_address")], gettext_lazy("Link")
        ),
        FieldRowPanel([FieldPanel("show_from"), FieldPanel("show_until")], gettext_lazy("When")),
    ]


register_snippet(NoticeViewSet)


@hooks.register("before_copy_page")
def refuse_to_copy_a_condition_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say why there is no second page about one condition; the database would refuse it without a word."""
    if not ConditionPage.objects.descendant_of(page, inclusive=True).exists():
        return None
    messages.error(
        request, _("A condition has one page only. Add a page for the other condition instead of copying this one.")
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)
