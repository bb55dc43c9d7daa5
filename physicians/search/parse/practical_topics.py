"""More of what no doctor answers: changing a visit, refills, getting here, an interpreter, low spirits."""

from django.utils.translation import gettext_lazy as _

from .money_topics import MONEY_TOPICS
from .topics import TOPICS, Topic

ALL_TOPICS = (
    *MONEY_TOPICS,
    *TOPICS,
    Topic(
        name="low spirits",
        answer=_("Feeling low or worn out by pain? You can talk with someone at any hour, for free."),
        spanish_answer=_(
            "¿Se siente triste o agotado por el dolor? Puede hablar con alguien a cualquier hora, gratis."
        ),
        ask="988",
        words="""
        depression, depressed, anxiety, anxious, panic attack, panic attacks, sad, sadness, lonely, loneliness,
        hopeless, cry, crying, cried, grief, grieving, dying of, dying from
        """,
        spanish="depresion, deprimido, deprimida, ansiedad, triste, tristeza, lloro, llorar, llorando, soledad",
    ),
    Topic(
        name="change",
        answer=_("To change or cancel a visit or a request, open the link in our mail to you, or call us."),
        spanish_answer=_(
            "Para cambiar o cancelar una cita o una solicitud, abra el enlace del correo que le enviamos, o llámenos."
        ),
        words="""
        cancel appointment, cancel appointments, cancel visit, cancel my visit, cancel request, change
        appointment, change visit, change my visit, move appointment, move visit, reschedule, rescheduling,
        cancellation, running late, be late, missed appointment, missed my appointment, confirm appointment, my
        appointment time
        """,
        spanish="""
        cancelar cita, cancelar mi cita, cancelar la cita, cambiar cita, cambiar mi cita, cambiar la cita,
        reprogramar, reagendar
        """,
        alone="cancel",
        spanish_alone="cancelar",
    ),
    Topic(
        name="refill",
        answer=_("For a refill, call the office that prescribed it. This site can't send prescriptions."),
        spanish_answer=_(
            "Para resurtir una receta, llame al consultorio que se la dio. Este sitio no puede enviar recetas."
        ),
        words="refill, refills, prescription refill, renew prescription, renew my prescription, refill request",
        spanish="resurtir, resurtido, surtir receta, renovar receta, renovar mi receta",
        alone="prescription, prescriptions",
        spanish_alone="receta, recetas",
    ),
    Topic(
        name="getting here",
        answer=_("Each clinic's page has its address, phone, and how to get there. Tell us what help you need."),
        spanish_answer=_(
            "La página de cada clínica tiene la dirección, el teléfono y cómo llegar. Díganos qué ayuda necesita."
        ),
        page="locations",
        words="""
        directions, wheelchair access, wheelchair accessible, handicap accessible, handicapped accessible,
        wheelchair ramp, elevator, bus stop, fax, fax number, phone number, telephone number, email address,
        your address, clinic address
        """,
        spanish="como llegar, numero de telefono, numero de fax, silla de ruedas, donde estan ustedes",
        alone="address, phone, telephone, map, wheelchair, accessible, accessibility",
        spanish_alone="direccion, telefono, mapa",
    ),
    Topic(
        name="in the hospital",
        answer=_(
            "Our main number tells you about the hospital: pharmacy, cafeteria, lost and found, masks, complaints."
        ),
        spanish_answer=_(
            "En nuestro número principal le informan sobre el hospital: farmacia, cafetería, objetos "
            "perdidos, mascarillas, quejas."
        ),
        ask="main",
        words="""
        cafeteria, gift shop, pharmacy, lost and found, lost found, chapel, complaint, complaints, file a
        complaint, complain, masks, mask policy, face mask, wear a mask
        """,
        spanish="farmacia, queja, quejas, cubrebocas, objetos perdidos",
        alone="mask",
        spanish_alone="mascarilla",
    ),
    Topic(
        name="interpreter",
        answer=_("We arrange an interpreter for you, for free. Say which language you speak when you call."),
        spanish_answer=_("Le conseguimos un intérprete gratis. Cuando llame, diga qué idioma habla."),
        words="interpreter, interpreters, translator",
        spanish="interprete, interpretes, traductor, traductora",
    ),
    Topic(
        name="other therapies",
        answer=_("Our doctors' profiles don't list acupuncture or massage. Call us and ask."),
        spanish_answer=_("Los perfiles de nuestros médicos no mencionan acupuntura ni masajes. Llámenos y pregunte."),
        words="acupuncture, acupuncturist, massage, massages, masseuse",
        spanish="acupuntura, masaje, masajes",
    ),
    Topic(
        name="choice of doctor",
        answer=_("You can choose by language, specialty and clinic. We don't sort doctors by race or religion."),
        words="""
        black doctor, black doctors, white doctor, white doctors, asian doctor, indian doctor, african american doctor,
        hispanic doctor, latino doctor, christian doctor, jewish doctor, muslim doctor
        """,
    ),
)
