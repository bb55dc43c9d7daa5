"""The words of danger in Spanish, as lists that the signs name. Without accents: “perdí” is `perdi`."""

from django.utils.functional import Promise

from physicians.models import DangerCard

from .sign_notation import Sign, read_sign

LISTS = {
    # For “!”: these follow at once.
    "FINE": "vejiga_bien vejiga_normal intestino_bien intestino_normal intestinos_bien control_bien control_normal",
    "FAR": "caminar_lejos andar_lejos caminar_mucho andar_mucho moverme_mucho caminar_bien caminar_rapido "
    "distancia distancias cuadras "
    "mucho_tiempo mucho_rato perro sin_dolor largas_distancias pie_mucho de_diez_minutos mas_de pararme_bien "
    "moverme_bien",
    "CANT": "no_puedo no_puede no_pueden no_podia no_podemos no_pude no_logro no_logra no_consigo "
    "no_consigue no_alcanzo "
    "incapaz imposible impide sin_poder dejo_de_poder no_soy_capaz no_es_capaz nopuedo no_poder ya_no_puedo "
    "apenas_puedo apenas_puede",
    "CONTROL": "control controlar controlo controla aguantar aguanto aguanta retener contener sostener",
    "PEE": "orinar orina mear hacer_pis hacer_pipi hacer_pipis pis pipi hacer_chi hacer_del_uno "
    "vaciar_vejiga desaguar miccionar "
    "hacer_aguas hacer_chichi ir_al_bano hacer_del_bano ir_bano",
    "POOP": "defecar evacuar obrar cagar hacer_popo popo hacer_caca caca hacer_del_dos hacer_del_cuerpo "
    "del_cuerpo ensuciar hacer_heces",
    "WASTE": "vejiga vejigas intestino intestinos esfinter esfinteres orina orin recto heces popo caca pipi "
    "pis excremento",
    "LIMBS": "pierna piernas brazo brazos pie pies mano manos extremidad extremidades dedos rodilla rodillas lado",
    "WEAK": "debil debiles debilidad debilito debilita debilitando debilitado flojo floja flojera sin_fuerza "
    "sin_fuerzas perdi_fuerza "
    "perdi_la_fuerza pierdo_fuerza no_tengo_fuerza no_tiene_fuerza no_responde no_responden no_me_responde "
    "no_me_responden perdida_fuerza perdio_fuerza perdiendo_fuerza",
    "NUMB": "adormecido adormecida adormecidos adormecidas adormecimiento adormece adormecio dormido dormida "
    "dormidos dormidas durmio me_durmieron "
    "entumecido entumecida entumecidos entumecidas entumecimiento entumido entumida entumidas insensible "
    "insensibilidad anestesiado anestesiada sin_sensibilidad "
    "sin_sensacion perdida_sensibilidad perdi_sensibilidad perdi_la_sensibilidad no_siento no_siente "
    "anestesia no_tengo_sensibilidad se_duerme se_duermen se_durmio se_durmieron",
    "SUDDEN": "repente repentino repentina repentinamente subito subita subitamente pronto golpe esta_manana "
    "esta_noche desde_ayer "
    "desde_anoche hoy anoche ahora rapido rapidamente rapida horas minutos desperte amaneci amanecio momento "
    "inesperado brusca bruscamente brusco",
    "WORSE": "peor empeora empeorando empeoro aumenta aumentando mas progresa progresando avanza avanzando "
    "crece creciendo",
    "FEVER": "fiebre calentura temperatura escalofrios",
    "FAST": "rapido rapidamente rapida deprisa hora horas hoy minutos dia dias cada_dia cada_hora cada_vez "
    "anoche ayer",
    "SADDLE": "entrepierna entre_las_piernas entre_piernas ingle ingles genital genitales partes_intimas "
    "partes_privadas partes_nobles mis_partes sus_partes parte_intima "
    "vagina pene testiculos perine perineo ano recto silla_de_montar zona_intima area_genital zona_genital silla",
    "SEAT": "nalga nalgas trasero gluteos gluteo pompis pompas cola sentaderas asentaderas culo",
    "PERSON": "mama papa madre padre esposo esposa marido mujer abuela abuelo hijo hija hermano hermana "
    "paciente senora senor",
    "FALL": "cai caida caidas cayo caerme caer accidente choque choco chocado chocamos atropello "
    "atropellaron resbale volcadura volcamos",
    "SEVERE": "fuerte fuertes severo severa intenso insoportable terrible mucho horrible debilidad debil "
    "puedo adormecido adormecida entumecido hormigueo siento muchisimo "
    "sangre sangrando roto rota rompi quebre",
    "PAST": "abogado seguro anos_atras ano_pasado demanda viejo vieja",
}


def emergency(name: Promise, *lines: str, unless: str = "", also: str = "") -> Sign:
    """Return a sign that needs 911; `also` is who else helps."""
    return read_sign(name, DangerCard.EMERGENCY, "es", LISTS, lines, unless=unless, also=also)


def crisis(name: Promise, *lines: str, unless: str = "") -> Sign:
    """Return a sign that leads to the crisis line."""
    return read_sign(name, DangerCard.CRISIS, "es", LISTS, lines, unless=unless)
