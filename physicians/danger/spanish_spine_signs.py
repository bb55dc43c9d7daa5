"""Signs of the spine that need 911, in Spanish. sign_notation.py says how to read the lines."""

from django.utils.translation import gettext_lazy as _

from .spanish_words import emergency

SIGNS = (
    emergency(
        _("Loss of bladder or bowel control"),
        "perdi|perdio|perdido|perdida|pierdo|pierde|perder|perdiendo|sin|falta|no_tengo|no_tiene|descontrol "
        "control|controlar WASTE|PEE|POOP",
        "perdi|perdio|pierdo|perdiendo control esfinteres|vejiga|intestino|orina",
        "CANT CONTROL WASTE|PEE|POOP|bano",
        "no|sin CONTROL WASTE|PEE|POOP",
        "CANT aguantar|contener|retener|controlar WASTE|PEE|POOP|ganas",
        "me_orino|me_orine|me_meo|me_mee|me_hago|me_hice|me_cago|me_cague|me_ensucio|me_ensucie|se_orina|"
        "se_orino|se_mea|se_hace|se_hizo|se_cago|se_ensucia|"
        "orinandome|orinarme|orinarse|orinando|mojo|moje|me_zurro encima|cama|cuenta|ropa|pantalon|"
        "pantalones|pipi|popo|caca|querer|noche|calzon|control|sola|solo|dormido|dormida",
        "se_me sale|salio|escapa|escapo|va orina|pipi|popo|caca|pis|heces|excremento",
        "sale|salio|escapa|escapo|gotea|goteo orina|pipi|popo|caca|pis|heces ~3",
        "me_orine|me_cague|me_mee|me_orino|me_meo|me_oriné",
        "incontinencia|incontinente",
        "=vejiga|intestinos|esfinteres",
        unless="FINE|toser|estornudar",
    ),
    emergency(
        _("Unable to urinate or to empty the bowels"),
        "CANT PEE|POOP",
        "no PEE|orino|orina puedo|sale|logro|desde ~4",
        "no_sale|no_me_sale|no_me_viene orina|pipi|pis|popo",
        "dificultad|dificulta|cuesta|trabajo|problema|problemas|dificil orinar|mear|vaciar_vejiga|hacer_pipi|"
        "hacer_pis ~4",
        "retencion orina|urinaria|orinaria",
        "sin orinar|mear ~2",
        "no_he|no_ha orinado|meado|hecho_pipi|obrado|evacuado",
        "deje|dejo orinar ~3",
        "no_orino|no_orina|no_he_orinado",
    ),
    emergency(
        _("New bladder, bowel or sexual trouble"),
        "disfuncion_erectil|ereccion|erecciones|impotencia "
        "espalda|columna|disco|lesion|caida|accidente|dormido|repente",
        "vejiga|intestino|intestinos|esfinter|esfinteres problema|problemas|falla|fallando|no_funciona|"
        "no_responde|no_siento|no_trabaja|no_vacia|dejo_de_funcionar|perdi|"
        "paralizada|dormida|debil ~4",
        "no_siento|no_siente orinar|orina|vejiga|ganas|pipi|popo|cuando_orino",
        unless="irritable|infeccion|piedra|piedras|cancer|FINE|hiperactiva",
    ),
    emergency(
        _("Sudden weakness of an arm or a leg"),
        "SUDDEN WEAK !poco_a_poco",
        "perdi|perdio|pierdo|perdida|perdiendo|sin|no_tengo|no_tiene fuerza|fuerzas|movimiento|movilidad|uso LIMBS",
        "debilidad_nueva|nueva_debilidad",
        "LIMBS no_responde|no_responden|no_funciona|no_funcionan|no_sirve|no_sirven|no_se_mueve|no_se_mueven|"
        "no_aguantan|no_sostienen|no_obedece|no_obedecen|no_dan|muerta|muerto|se_durmio",
        "LIMBS fallo|fallan|fallaron|falla|doblan|doblo|doblaron|vencio|vencen !a_veces|de_vez_en_cuando",
        "CANT mover|muevo|mueve|levantar|alzar|usar|doblar pierna|piernas|pie|pies|mano|manos|brazo|brazos|dedos",
        "no_muevo|no_mueve LIMBS",
        "SUDDEN no_camino|no_camina|dificultad|cuesta|trabajo|tropiezo|caminar|pararme !doctor|cita",
    ),
    emergency(
        _("Weakness that is growing fast"),
        "WEAK WORSE FAST",
        "debilidad|debil|debiles empeora|empeorando|avanza|aumenta|progresa|subiendo|rapido|rapidamente "
        "!lentamente|poco_a_poco|anos",
        "cada_vez|cada_dia|cada_hora debil|debiles|debilidad|fuerza|flojas|floja",
    ),
    emergency(
        _("Unable to walk or to stand"),
        "CANT caminar|andar|pararme|pararse|parar|ponerme_de_pie|ponerse_de_pie|levantarme|levantarse|"
        "moverme|moverse|sostenerme|estar_de_pie|dar_un_paso|apoyar "
        "!FAR",
        "no_camino|no_camina|no_me_puedo|no_se_puede|no_me_pude caminar|mover|parar|levantar|camina|desde "
        "!FAR|camina_bien|camina_mucho|camina_lejos|mover_cuello|mover_mucho",
        "deje|dejo|perdi|perdio caminar|andar ~3",
        "no_camino|no_camina|no_se_para !camino_mucho|camina_mucho|camino_lejos|camina_lejos|camino_bien|camina_bien",
        "no_puedo_ni caminar|pararme|moverme|levantarme",
    ),
    emergency(
        _("Paralysis, or no feeling below a level"),
        "paralizado|paralizada|paralizados|paralizadas|paralisis|paralitico|paralizo|paralizaron|paralizando "
        "!miedo|sueno|nacimiento|cerebral|bell",
        "no_siento|no_siente|no_sentia|CANT|sin|perdi|perdio|perdida|pierdo|deje_de|dejo_de LIMBS|cintura|"
        "abajo|cuerpo sentir|siento|siente|sensibilidad|sensacion "
        "!siento_dolor|siento_bien|siente_bien|siento_comodo",
        "no_siento|no_siente|deje_de_sentir|dejo_de_sentir LIMBS|cintura|cuerpo|nada",
        "NUMB cintura|abajo|pecho|cuello|ombligo abajo|cintura",
        "SUDDEN NUMB",
        "dos|ambas|ambos|completamente|totalmente|toda|todo NUMB piernas|pies|brazos|cuerpo|pierna|brazo",
        "=no_puedo_moverme|no_me_puedo_mover|no_puedo_mover",
    ),
    emergency(
        _("Numbness between the legs (saddle anesthesia)"),
        "NUMB SADDLE !asiento_bicicleta|sillin|ciclismo",
        "NUMB SEAT !sentado|sentada|sentarme|siento|silla|bicicleta",
        "no_siento|no_siente|sin|perdi|perdida|pierdo|deje|dejo sensibilidad|sensacion|siento|sentir SADDLE|SEAT",
        "no_siento|no_siente SADDLE|SEAT|cuando_me_limpio|me_limpio",
        "hormigueo|hormigueos|cosquilleo SADDLE",
    ),
    emergency(
        _("Severe pain or weakness after a fall or a crash"),
        "FALL SEVERE|no_puedo|no_siento|no_puede !PAST|miedo|evitar",
        "rompi|rompio|quebre|quebro|fracture|fracturo|roto|quebrado|partio cuello|espalda|columna|espinazo|"
        "vertebra|nuca",
        "cai|cayo|caida|caerme|caido|tire techo|escalera|escaleras|caballo|arbol|andamio|segundo_piso|altura|"
        "azotea|balcon|moto|edificio !PAST",
        "accidente|choque|choco|choque carro|coche|auto|moto|motocicleta|camion|camioneta|bicicleta acabo|"
        "hoy|ahora|acaba|ahorita|hace_rato|recien|anoche",
        "acabo|acaba|recien|hoy|ahorita caer|caerme|chocar|cai|cayo|choque|accidente|caida|chocamos !PAST",
        "atropello|atropellaron|atropellado|atropellada carro|coche|auto|moto|camion|me|lo|la",
        "accidente moto|motocicleta|bicicleta !PAST",
        "balazo|balearon|disparo|punalada|apunalaron espalda|cuello|herida|me",
    ),
)
