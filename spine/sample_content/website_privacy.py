"""A sample of the website's privacy statement. What it says of this site must stay true of this site."""

from .first_pages import Block, section

TITLE = "Website privacy"
SLUG = "website-privacy"
DESCRIPTION = "What this website knows about you: very little, and it tells no one."
SUMMARY = "You can read every page without telling us who you are. This site tells no one else that you were here."

BODY: list[Block] = [
    section(
        "No tracking",
        """
        <p>This site has no advertising, no tracking pixels and no buttons of social networks. Everything on a page
        comes from this site itself. Nothing about your visit is sent to anybody else.</p>
        """,
    ),
    section(
        "Cookies",
        """
        <p>Pages that you only read set no cookie. When you request an appointment, one cookie keeps your answers
        together while you go from question to question, and one protects the forms from being sent by another site.
        When you open your request later, one keeps it open on your device for 30 minutes. They are used for nothing
        else. When you hide a notice, your browser remembers on your device which one it was; it does not tell us.</p>
        """,
    ),
    section(
        "What you tell us",
        """
        <p>What you write when you request an appointment is read by our scheduling and nursing staff, so that they
        can find the right doctor and time for you. It becomes part of your request. How we may use and share health
        information is in our <a href="/privacy-practices/">Notice of Privacy Practices</a>.</p>
        """,
    ),
    section(
        "What our servers record",
        """
        <p>To keep the site running and safe, our servers record which kinds of pages are asked for and when. They do
        not record what you type.</p>
        """,
    ),
    section(
        "Questions",
        "<p>Call or write to us. The phone number and the e-mail address are at the bottom of every page.</p>",
    ),
]
