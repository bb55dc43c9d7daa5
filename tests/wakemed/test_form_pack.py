"""The template pack: what a form looks like to a browser and to a screen reader."""

import pytest
from bs4 import BeautifulSoup
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.forms import formset_factory
from django.template import Context, Template

from wakemed.dev.sample_form import SampleForm, mistaken_form


def soup(template, **context):
    loads = "{% load crispy_forms_tags %}"
    return BeautifulSoup(Template(loads + template).render(Context(context)), "html.parser")


def fields_of(form):
    return soup("{{ form|crispy }}", form=form)


def described(html, element):
    return [html.find(id=name) for name in element["aria-describedby"].split()]


def test_every_control_has_a_name_that_is_read_out():
    html = fields_of(SampleForm())
    for control in html.select("input:not([type=hidden]), select, textarea"):
        assert html.select_one(f'label[for="{control["id"]}"]').get_text(strip=True)


def test_no_two_elements_share_an_id():
    names = [element["id"] for element in fields_of(mistaken_form()).select("[id]")]
    assert len(names) == len(set(names))


def test_the_hint_comes_before_the_input_and_describes_it():
    html = fields_of(SampleForm())
    name = html.find(id="id_name")
    (hint,) = described(html, name)
    assert hint.get_text(strip=True) == "As it is on your insurance card."
    assert hint in name.find_all_previous()


def test_optional_fields_say_so_and_nothing_has_an_asterisk():
    html = fields_of(SampleForm())
    assert (
        html.select_one('label[for="id_nickname"]').get_text(strip=True, separator=" ")
        == "Name to call you (optional)"
    )
    assert "(optional)" not in html.select_one('label[for="id_name"]').get_text()
    assert "*" not in html.get_text()


@pytest.mark.parametrize("holder", ["form", "field"])
def test_a_form_or_a_field_can_leave_the_word_optional_out(holder):
    form = SampleForm()
    (form if holder == "form" else form.fields["nickname"]).mark_optional = False
    assert "(optional)" not in fields_of(form).select_one('label[for="id_nickname"]').get_text()


def test_an_error_stands_at_its_field_and_describes_it():
    html = fields_of(mistaken_form())
    phone = html.find(id="id_mistaken-phone")
    hint, error = described(html, phone)
    assert error["id"] == "id_mistaken-phone_error"
    assert "Enter just the number, with its area code" in error.get_text()
    assert phone["aria-invalid"] == "true"
    assert phone["value"] == "555-01"
    assert "Spaces and dashes" in hint.get_text()


@pytest.mark.parametrize("name", ["reach_by", "scans", "born"])
def test_a_group_of_inputs_is_a_fieldset_described_by_its_error(name):
    html = fields_of(mistaken_form())
    fieldset = html.find(id=f"id_mistaken-{name}_error").find_parent("fieldset")
    assert fieldset.legend.get_text(strip=True)
    assert f"id_mistaken-{name}_error" in fieldset["aria-describedby"].split()


def test_a_required_field_is_left_to_the_server():
    assert not fields_of(SampleForm()).select("[required]")


def test_the_summary_repeats_each_error_and_links_to_an_input_that_exists():
    form = mistaken_form()
    html = soup('{% include "wakemed/error_summary.html" %}{{ form|crispy }}', form=form)
    summary = html.find(id="error-summary")
    assert summary.h2.get_text() == "There is a problem"
    assert [link.get_text() for link in summary.select("a")] == [
        error for errors in form.errors.values() for error in errors
    ]
    for link in summary.select("a"):
        target = html.find(id=link["href"].removeprefix("#"))
        assert target.name in ("input", "select", "textarea")
        assert link.get_text() in target.find_parent(class_="field").get_text()


def test_the_summary_can_take_the_focus_and_asks_for_it():
    summary = soup('{% include "wakemed/error_summary.html" %}', form=mistaken_form()).find(id="error-summary")
    assert summary["tabindex"] == "-1"
    assert summary.has_attr("autofocus")
    assert not summary.has_attr("role")


def test_a_form_without_mistakes_has_no_summary():
    assert not soup('{% include "wakemed/error_summary.html" %}', form=SampleForm()).get_text(strip=True)
    assert not soup('{% include "wakemed/error_summary.html" %}').get_text(strip=True)


class PairForm(forms.Form):
    first = forms.CharField(required=False)
    key = forms.CharField(widget=forms.HiddenInput, error_messages={"required": "The page is too old."})

    def clean(self):
        raise forms.ValidationError("These two do not go together.")


def test_errors_without_a_visible_field_are_in_the_summary_as_text():
    summary = soup('{% include "wakemed/error_summary.html" %}', form=PairForm({}))
    assert [line.get_text() for line in summary.select("li")] == [
        "These two do not go together.",
        "The page is too old.",
    ]
    assert not summary.select("a")


def test_the_errors_of_a_formset_link_to_each_form():
    formset = formset_factory(SampleForm)(
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-nickname": "Pat", "form-0-name": ""}
    )
    html = soup('{% include "wakemed/error_summary.html" %}{% crispy formset %}', formset=formset)
    assert html.find(id="error-summary").select_one('a[href="#id_form-0-name"]')
    assert html.find(id="id_form-0-name")


def test_what_a_person_typed_is_escaped():
    form = SampleForm({"name": '"><script>alert(1)</script>'})
    html = str(fields_of(form))
    assert "<script>" not in html


def test_the_crispy_tag_renders_the_form_its_groups_and_its_button():
    form = SampleForm()
    form.helper = FormHelper()
    form.helper.layout = Layout(Fieldset("About you", "name", "nickname"))
    form.helper.add_input(Submit("send", "Continue"))
    html = soup("{% crispy form %}", form=form, csrf_token="token")
    assert html.form["method"] == "post"
    assert html.form.has_attr("novalidate")
    assert html.select_one("fieldset.fieldset > legend").get_text() == "About you"
    assert len(html.select(".field")) == 2
    button = html.select_one("button.button")
    assert (button["type"], button["name"], button.get_text()) == ("submit", "send", "Continue")


def test_the_crispy_tag_can_leave_the_form_element_to_the_page():
    form = SampleForm()
    form.helper = FormHelper()
    form.helper.form_tag = False
    assert soup("{% crispy form %}", form=form).form is None
