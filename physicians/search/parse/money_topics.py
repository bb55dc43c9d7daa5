"""What patients ask about money: insurance, having none, the price, a bill."""

from django.utils.translation import gettext_lazy as _

from .topics import Topic

MONEY_TOPICS = (
    Topic(
        name="insurance",
        answer=_("To find out if your insurance covers a visit here, call us and have your insurance card handy."),
        spanish_answer=_(
            "Para saber si su seguro cubre una consulta aquí, llámenos y tenga a la mano su tarjeta del seguro."
        ),
        words="""
        insurance, insurances, insured, insurer, insurers, medicare, medicaid, tricare, champva, aetna, cigna, humana,
        anthem, bcbs, bcbsnc, blue cross, blue shield, blue cross blue shield, united healthcare, united health care,
        unitedhealthcare, united health, uhc, umr, kaiser permanente, ambetter, molina healthcare, wellcare, well care,
        oscar health, medcost, healthy blue, amerihealth, carolina complete, friday health, centene, magellan,
        multiplan, optum, bright health, first health, mutual of omaha, state health plan, health plan, health plans,
        my plan, your network, in network, out of network, network provider, hmo, ppo, epo, hsa, fsa, prior
        authorization, prior auth, preauthorization, pre authorization, preauth, coverage, obamacare, marketplace plan,
        va benefits, va community care, va choice, va coverage, covered by, do you cover, pay for it, peach state
        """,
        spanish="""
        seguro medico, seguro de salud, mi seguro, su seguro, aceptan seguro, aceptan seguros, que seguros, seguros,
        aseguranza, aseguradora, aseguradoras, cobertura, plan de salud
        """,
        alone="plan, plans, covered, cover, network, benefits, kaiser, molina, ambetter, oscar, united",
        spanish_alone="seguro, cubre, cubren",
    ),
    Topic(
        name="uninsured",
        answer=_(
            "If you don't have insurance or can't pay, call us. We'll tell you what a visit costs, "
            "and what help there is."
        ),
        spanish_answer=_(
            "Si no tiene seguro o no puede pagar, llámenos. Le diremos cuánto cuesta una consulta y qué ayuda hay."
        ),
        words="""
        uninsured, underinsured, no insurance, without insurance, dont have insurance, do not have insurance, lost
        insurance, lost my insurance, no medicaid, no medicare, no coverage, no health insurance, self pay, cash pay,
        pay cash, cash price, payment plan, payment plans, payment options, financial assistance, financial help,
        financial aid, charity care, sliding scale, cant afford, cannot afford, could not afford, help paying
        """,
        spanish="""
        sin seguro, sin seguro medico, no tengo seguro, no tengo seguro medico, sin aseguranza, no tengo aseguranza, no
        tengo dinero, no puedo pagar, ayuda financiera, ayuda para pagar, ayuda con el pago, plan de pagos
        """,
    ),
    Topic(
        name="price",
        answer=_("Call us to ask what a visit or a test costs."),
        spanish_answer=_("Llámenos para preguntar cuánto cuesta una consulta o un estudio."),
        words="""
        price, prices, pricing, cost, costs, how much does, how much is, how much do, how much are, how much will, how
        much would, copay, copays, copayment, co pay, deductible, out of pocket, price list, estimate of, good faith
        estimate, afford, affordable, cheap, cheapest, expensive, fee, fees, financing, care credit, carecredit, do you
        charge, you charge, free of charge
        """,
        spanish="""
        cuanto cuesta, cuanto cuestan, cuanto cobra, cuanto cobran, cuanto vale, cuanto sale, precio, precios, costo,
        costos, tarifa, tarifas, gratis, barato
        """,
        alone="charge, charges, estimate, estimates, pay, free",
        spanish_alone="cuanto, pagar",
    ),
    Topic(
        name="bill",
        answer=_("For a question about a bill, call us and have the bill handy."),
        spanish_answer=_("Si tiene una pregunta sobre una factura, llámenos y tenga la factura a la mano."),
        words="""
        my bill, pay bill, pay my bill, a bill, the bill, got a bill, billing, billing department, bill pay, pay
        online, invoice, medical bill, medical bills, hospital bill
        """,
        spanish="factura, facturas, pagar factura, mi bil, un bil, el bil, biles, mi cuenta",
        alone="bill, bills, payment, payments",
        spanish_alone="pago, pagos, cuenta",
    ),
)
