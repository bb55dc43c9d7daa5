"""Questions people ask, with their answers."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock

from .headed import HeadedValue, heading_block


class Question(StructBlock):
    """One question with its answer."""

    question = CharBlock(label=_("Question"), max_length=150, help_text=_("As a patient would ask it."))
    answer = RichTextBlock(
        label=_("Answer"),
        features=["bold", "ol", "ul", "link"],
        help_text=_(
            "The answer first, then the reasons. Answers start closed, so put nothing here that people must not miss."
        ),
    )

    class Meta:
        icon = "help"
        label = _("Question")


class Questions(StructBlock):
    """Questions that open one by one."""

    heading = heading_block(default=_("Questions people ask"))
    questions = ListBlock(Question(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Questions that a reader opens one by one.")
        preview_value = {
            "heading": "Questions people ask",
            "questions": [{"question": "Will I need surgery?", "answer": "<p>Some people do and some do not.</p>"}],
        }
        template = "spine/blocks/questions.html"
        value_class = HeadedValue
