"""What no doctor answers: insurance, price, hours, results, parking, visiting, jobs.

Each topic is a sentence, and where the answer is. `words` mean it wherever they are. `alone` means it only if the
query is about nothing that we treat: “hours”, but not “back pain after hours of driving”. Both are in plain form; the
words of a phrase may be in any order, with small words between them.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

RIGHT_BELOW_HOME = 3  # a page's depth in Wagtail


@dataclass(frozen=True, kw_only=True, eq=False)
class Topic:
    """One kind of question. `page` is the page that tells: locations, visitors or none; `ask` is the phone to call."""

    name: str
    answer: Promise
    ask: str = "appointments"  # or main, or 988
    page: str = ""
    only: bool = False  # who asks this looks for no doctor, whatever else is typed: “physical therapist jobs”
    words: str = ""
    alone: str = ""

    @property
    def page_address(self) -> str:
        """Return the address of the page that tells; empty if editors have taken it down."""
        if self.page == "locations":
            return reverse("locations:index")
        page = Page.objects.live().filter(depth=RIGHT_BELOW_HOME, slug=self.page).first() if self.page else None
        return page.url or "" if page else ""


TOPICS = (
    Topic(
        name="insurance",
        answer=_("To find out if your insurance covers a visit here, call us and have your insurance card handy."),
        words="""
        insurance, insurances, insured, uninsured, insurer, insurers, medicare, medicaid, tricare, champva, aetna,
        cigna, humana, anthem, bcbs, bcbsnc, blue cross, blue shield, blue cross blue shield, united healthcare,
        united health care, unitedhealthcare, united health, uhc, umr, kaiser permanente, ambetter, molina
        healthcare, wellcare, well care, oscar health, medcost, healthy blue, amerihealth, carolina complete, friday
        health, centene, magellan, multiplan, optum, bright health, first health, mutual of omaha, state health plan,
        health plan, health plans, my plan, your network, in network, out of network, network provider, hmo, ppo,
        epo, hsa, fsa, prior authorization, prior auth, preauthorization, pre authorization, preauth, coverage,
        obamacare, marketplace plan, va benefits, va community care, va choice, va coverage, covered by, do you
        cover, pay for it, peach state, seguro medico, seguro de salud, mi seguro, su seguro, aceptan seguro, aceptan
        seguros, que seguros, sin seguro, no tengo seguro, seguros, aseguranza, aseguradora, aseguradoras, cobertura,
        plan de salud
        """,
        alone="""
        plan, plans, covered, cover, network, benefits, kaiser, molina, ambetter, oscar, united, seguro, cubre,
        cubren
        """,
    ),
    Topic(
        name="price",
        answer=_("Call us about the price of a visit, a bill, paying without insurance, or help with paying."),
        words="""
        price, prices, pricing, cost, costs, how much does, how much is, how much do, how much are, how much will,
        how much would, copay, copays, copayment, co pay, deductible, out of pocket, self pay, cash pay, pay cash,
        cash price, payment plan, payment plans, payment options, financial assistance, financial help, financial
        aid, my bill, pay bill, billing, bill pay, pay online, invoice, price list, estimate of, good faith estimate,
        charity care, sliding scale, afford, affordable, cheap, cheapest, expensive, fee, fees, financing, care
        credit, carecredit, do you charge, you charge, free of charge, cuanto cuesta, cuanto cuestan, cuanto cobra,
        cuanto cobran, cuanto vale, cuanto sale, precio, precios, costo, costos, plan de pagos, pagos, ayuda
        financiera, factura, facturas, tarifa, tarifas, gratis, barato, pagar
        """,
        alone="bill, bills, charge, charges, estimate, estimates, pay, payment, payments, pago, cuenta, cuanto, free",
    ),
    Topic(
        name="hours",
        answer=_("Each clinic's page says when it's open."),
        page="locations",
        words="""
        opening hours, office hours, clinic hours, business hours, hours of operation, your hours, open hours, open
        today, open now, open on, open late, open early, are you open, you open, you close, do you close, do you
        open, open until, closing time, opening time, opening times, open weekends, open weekend, open sunday, open
        sundays, open saturday, open saturdays, closed on, closed today, weekend hours, saturday hours, sunday hours,
        holiday hours, evening hours, holiday schedule, what time close, what time open, what days open, horario,
        horarios, hora abren, hora cierran, hora abre, hora cierra, dias abren, abren los, estan abiertos, horas de
        atencion, horas de oficina
        """,
        alone="""
        hours, hour, open, opens, opened, close, closes, closed, closing, saturday, saturdays, sunday, sundays,
        monday, tuesday, wednesday, thursday, friday, weekend, weekends, evening, evenings, holiday, holidays,
        thanksgiving, christmas, lunch, abierto, abiertos, abierta, abren, cierran, cerrado, sabado, sabados,
        domingo, domingos, fin de semana, hora, horas
        """,
    ),
    Topic(
        name="results",
        answer=_("This site doesn't show test results or medical records. Call us, and we'll help you get yours."),
        words="""
        test results, lab results, labs results, mri results, ct results, cat scan results, scan results, xray
        results, x ray results, ray results, biopsy results, blood results, blood work results, blood test results,
        imaging results, pathology results, emg results, dexa results, bone density results, my results, lab work,
        get results, see results, results back, test result, mri result, pathology report, mri report, radiology
        report, imaging report, lab report, patient portal, my chart, mychart, online portal, medical records,
        medical record, health records, my records, records request, request records, release of records, copy of my
        records, copy of my mri, resultados, mis resultados, resultado de, expediente medico, historial medico,
        portal del paciente, mis estudios
        """,
        alone="result, results, record, records, report, reports, portal, resultado, chart",
    ),
    Topic(
        name="parking",
        answer=_("Each clinic's page says where you can park."),
        page="locations",
        words="""
        where to park, where park, can i park, do i park, park my car, parking garage, parking deck, parking fee,
        parking pass, valet, valet parking, free parking, parking free, handicap parking, handicapped parking, how
        much is parking, how much does parking cost, parking cost, cost of parking, accessible parking, disabled
        parking, wheelchair parking, is there parking, parking at, parking for, parking map, estacionamiento,
        estacionamientos, estacionar, estaciono, estacionarme, aparcamiento, aparcar, parqueo, parquear, parqueadero
        """,
        alone="parking, park, parked, garage",
    ),
    Topic(
        name="visiting",
        answer=_("Our rules for visitors say who may come, and when."),
        ask="main",
        page="visitors",
        words="""
        visiting hours, visitor hours, visitors hours, visitation hours, visitation, visitor policy, visitors policy,
        visiting policy, visiting rules, visitor rules, visiting times, visitors, visitor, can i visit, can we visit,
        can family visit, come visit, visit a patient, visiting a patient, visit patients, visit someone, visit
        mother, visit mom, visit father, visit dad, visit husband, visit wife, visit son, visit daughter, visit
        grandmother, visit grandma, visit friend, visit family, visit relative, bring visitor, bring someone, family
        visits, children visit, kids visit, horas de visita, horario de visita, horario de visitas, horarios de
        visita, visitas, visitante, visitantes, visitar, puedo visitar, reglas de visita
        """,
        alone="visiting, visita",
    ),
    Topic(
        name="jobs",
        answer=_("For a job at the hospital, call our main number."),
        ask="main",
        only=True,
        words="""
        jobs, job openings, job opening, job application, job applications, jobs at, job at wakemed, nursing jobs,
        nurse jobs, careers, career opportunities, hiring, now hiring, are you hiring, apply for job, apply for a
        job, apply job, employment opportunities, open positions, job vacancies, vacancies, vacancy, work for you,
        work at wakemed, work here, volunteer, volunteering, internship, internships, shadowing, human resources,
        recruiter, recruiting, bolsa de trabajo, empleo, empleos, vacantes, solicitud de empleo, solicitar empleo,
        ofertas de trabajo, trabajar aqui, trabajar con ustedes, voluntario, estan contratando, contratan
        """,
        alone="job, career, employment, position, positions, trabajo, trabajos, trabajar, apply, resume",
    ),
)
