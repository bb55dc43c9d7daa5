"""A few message templates to begin with. They come with the invented hospital only: a real one writes its own."""

from appointments.models import MessageTemplate, TemplateTranslation, TemplateUse

# use, name, text, {language: the same in it}
FIRST = [
    (
        TemplateUse.ASK,
        "Where the scans are",
        "Dear {patient}, where were your latest X-ray, CT or MRI pictures taken, and about when? We'd like to get "
        "them before your visit. You can also call us at {phone}.",
        {
            "es": "Estimado/a {patient}: ¿Dónde y más o menos cuándo le hicieron sus últimas radiografías, "
            "tomografías o resonancias? Nos gustaría tenerlas antes de su cita. También puede llamarnos al {phone}."
        },
    ),
    (
        TemplateUse.ASK,
        "Best time to call",
        "Dear {patient}, we'd like to call you. When is a good time, and at which number? You can "
        "also call us at {phone}.",
        {
            "es": "Estimado/a {patient}: Nos gustaría hablar con usted por teléfono. ¿A qué hora y a qué número "
            "le podemos llamar? También puede llamarnos al {phone}."
        },
    ),
    (
        TemplateUse.ASK,
        "Another doctor sooner?",
        "Dear {patient}, {doctor} has no free time soon. Would you like to see a colleague sooner, or would you "
        "rather wait?",
        {},
    ),
    (TemplateUse.CONTACT, "Message left", "Left a message: please call back at {phone}.", {}),
    (TemplateUse.CONTACT, "Calls back later", "Talked to {patient}, who will check the calendar and call back.", {}),
    (TemplateUse.CLOSE, "Care elsewhere", "The patient has found care elsewhere and needs no visit here.", {}),
    (TemplateUse.CLOSE, "Referred back", "Not a spine problem. Referred back to the primary care doctor.", {}),
    (TemplateUse.NOTE, "Scans asked for", "Asked the other hospital for the scans. Check back in two days.", {}),
]


def load_templates() -> None:
    """Add them, unless there are templates already."""
    if MessageTemplate.objects.exists():
        return
    for position, (use, name, text, translations) in enumerate(FIRST, start=1):
        template = MessageTemplate.objects.create(use=use, name=name, text=text, position=10 * position)
        for language, words in translations.items():
            TemplateTranslation.objects.create(template=template, language=language, text=words)
