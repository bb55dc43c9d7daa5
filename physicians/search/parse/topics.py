"""What no doctor answers: hours, results, parking, visiting, jobs. Money has a file of its own.

Each topic is a sentence, and where the answer is. `words` mean it wherever they are. `alone` means it only if the
query is about nothing that we treat: “hours”, but not “back pain after hours of driving”. All are in plain form; the
words of a phrase may be in any order, with small words between them. Spanish words get a Spanish sentence.
"""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from physicians.hospital import RIGHT_BELOW_HOME


@dataclass(frozen=True, kw_only=True, eq=False)
class Topic:
    """One kind of question. `page` is the page that tells: locations, visitors or none; `ask` is the phone to call."""

    name: str
    answer: Promise | str
    ask: str = "appointments"  # or main, or 988
    page: str = ""
    only: bool = False  # who asks this looks for no doctor, whatever else is typed: “physical therapist jobs”
    words: str = ""
    alone: str = ""
    spanish: str = ""  # the words of Spanish
    spanish_alone: str = ""
    spanish_answer: Promise | str = ""
    language: str = ""  # of the answer; empty: the page's

    @property
    def in_spanish(self) -> "Topic":
        """Return the topic with its answer in Spanish, if it has one."""
        return replace(self, answer=self.spanish_answer, language="es") if self.spanish_answer else self

    @property
    def page_address(self) -> str:
        """Return the address of the page that tells; empty if editors have taken it down."""
        if self.page == "locations":
            return reverse("locations:index")
        page = Page.objects.live().filter(depth=RIGHT_BELOW_HOME, slug=self.page).first() if self.page else None
        return page.url or "" if page else ""


TOPICS = (
    Topic(
        name="hours",
        answer=_("Each clinic's page says when it's open."),
        spanish_answer=_("La página de cada clínica dice a qué hora abre."),
        page="locations",
        words="""
        opening hours, office hours, clinic hours, business hours, hours of operation, your hours, open hours,
        open today, open now, open on, open late, open early, are you open, you open, you close, do you close,
        do you open, open until, closing time, opening time, opening times, open weekends, open weekend, open
        sunday, open sundays, open saturday, open saturdays, closed on, closed today, weekend hours, saturday
        hours, sunday hours, holiday hours, evening hours, holiday schedule, what time close, what time open,
        what days open
        """,
        spanish="""
        horario, horarios, hora abren, hora cierran, hora abre, hora cierra, dias abren, abren los, estan
        abiertos, horas de atencion, horas de oficina
        """,
        alone="""
        hours, hour, open, opens, opened, close, closes, closed, closing, saturday, saturdays, sunday, sundays,
        monday, tuesday, wednesday, thursday, friday, weekend, weekends, evening, evenings, holiday, holidays,
        thanksgiving, christmas, lunch
        """,
        spanish_alone="""
        abierto, abiertos, abierta, abren, cierran, cerrado, sabado, sabados, domingo, domingos, fin de semana,
        hora, horas
        """,
    ),
    Topic(
        name="results",
        answer=_("This site doesn't show test results or medical records. Call us, and we'll help you get yours."),
        spanish_answer=_(
            "Este sitio no muestra resultados ni expedientes médicos. Llámenos y le ayudaremos a obtener los suyos."
        ),
        words="""
        test results, lab results, labs results, mri results, ct results, cat scan results, scan results, xray
        results, x ray results, ray results, biopsy results, blood results, blood work results, blood test
        results, imaging results, pathology results, emg results, dexa results, bone density results, my
        results, lab work, get results, see results, results back, test result, mri result, pathology report,
        mri report, radiology report, imaging report, lab report, patient portal, my chart, mychart, online
        portal, medical records, medical record, health records, my records, records request, request records,
        release of records, copy of my records, copy of my mri
        """,
        spanish="""
        resultados, mis resultados, resultado de, expediente medico, historial medico, portal del paciente, mis
        estudios
        """,
        alone="result, results, record, records, report, reports, portal, chart",
        spanish_alone="resultado",
    ),
    Topic(
        name="parking",
        answer=_("Each clinic's page says where you can park."),
        spanish_answer=_("La página de cada clínica dice dónde puede estacionarse."),
        page="locations",
        words="""
        where to park, where park, can i park, do i park, park my car, parking garage, parking deck, parking
        fee, parking pass, valet, valet parking, free parking, parking free, handicap parking, handicapped
        parking, how much is parking, how much does parking cost, parking cost, cost of parking, accessible
        parking, disabled parking, wheelchair parking, is there parking, parking at, parking for, parking map
        """,
        spanish="""
        estacionamiento, estacionamientos, estacionar, estaciono, estacionarme, aparcamiento, aparcar, parqueo,
        parquear, parqueadero
        """,
        alone="parking, park, parked, garage",
    ),
    Topic(
        name="visiting",
        answer=_("Our rules for visitors say who may come, and when."),
        spanish_answer=_("Nuestras reglas para visitantes dicen quién puede venir y cuándo."),
        ask="main",
        page="visitors",
        words="""
        visiting hours, visitor hours, visitors hours, visitation hours, visitation, visitor policy, visitors
        policy, visiting policy, visiting rules, visitor rules, visiting times, visitors, visitor, can i visit,
        can we visit, can family visit, come visit, visit a patient, visiting a patient, visit patients, visit
        someone, visit mother, visit mom, visit father, visit dad, visit husband, visit wife, visit son, visit
        daughter, visit grandmother, visit grandma, visit friend, visit family, visit relative, bring visitor,
        bring someone, family visits, children visit, kids visit
        """,
        spanish="""
        horas de visita, horario de visita, horario de visitas, horarios de visita, visitas, visitante,
        visitantes, visitar, puedo visitar, reglas de visita
        """,
        alone="visiting",
        spanish_alone="visita",
    ),
    Topic(
        name="jobs",
        answer=_("For a job at the hospital, call our main number."),
        spanish_answer=_("Para trabajar en el hospital, llame a nuestro número principal."),
        ask="main",
        only=True,
        words="""
        jobs, job openings, job opening, job application, job applications, jobs at, job at wakemed, nursing
        jobs, nurse jobs, careers, career opportunities, hiring, now hiring, are you hiring, apply for job,
        apply for a job, apply job, employment opportunities, open positions, job vacancies, vacancies, vacancy,
        work for you, work at wakemed, work here, volunteer, volunteering, internship, internships, shadowing,
        human resources, recruiter, recruiting
        """,
        spanish="""
        bolsa de trabajo, empleo, empleos, vacantes, solicitud de empleo, solicitar empleo, ofertas de trabajo,
        trabajar aqui, trabajar con ustedes, voluntario, estan contratando, contratan
        """,
        alone="job, career, employment, position, positions, apply, resume",
        spanish_alone="trabajo, trabajos, trabajar",
    ),
)
