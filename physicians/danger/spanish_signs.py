"""Signs of danger in the words of people who type Spanish. Words are without accents: “perdí” is `perdi`.

sign_notation.py says how to read the lines.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from physicians.models import DangerCard

from .sign_notation import Sign, read_sign

LISTS = {
    "CANT": "no_puedo no_puede no_pueden no_podia no_podemos no_pude no_logro no_logra no_consigo no_consigue no_alcanzo "
    "incapaz imposible impide sin_poder dejo_de_poder no_soy_capaz no_es_capaz nopuedo no_poder ya_no_puedo apenas_puedo apenas_puede",
    "CONTROL": "control controlar controlo controla aguantar aguanto aguanta retener contener sostener",
    "PEE": "orinar orina mear hacer_pis hacer_pipi hacer_pipis pis pipi hacer_chi hacer_del_uno vaciar_vejiga desaguar miccionar "
    "hacer_aguas hacer_chichi ir_al_bano hacer_del_bano ir_bano",
    "POOP": "defecar evacuar obrar cagar hacer_popo popo hacer_caca caca hacer_del_dos hacer_del_cuerpo del_cuerpo ensuciar hacer_heces",
    "WASTE": "vejiga vejigas intestino intestinos esfinter esfinteres orina orin recto heces popo caca pipi pis excremento",
    "LIMBS": "pierna piernas brazo brazos pie pies mano manos extremidad extremidades dedos rodilla rodillas lado",
    "WEAK": "debil debiles debilidad debilito debilita debilitando debilitado flojo floja flojera sin_fuerza sin_fuerzas perdi_fuerza "
    "perdi_la_fuerza pierdo_fuerza no_tengo_fuerza no_tiene_fuerza no_responde no_responden no_me_responde no_me_responden perdida_fuerza perdio_fuerza perdiendo_fuerza",
    "NUMB": "adormecido adormecida adormecidos adormecidas adormecimiento adormece adormecio dormido dormida dormidos dormidas durmio "
    "entumecido entumecida entumecidos entumecidas entumecimiento entumido entumida entumidas insensible insensibilidad anestesiado anestesiada sin_sensibilidad "
    "sin_sensacion perdida_sensibilidad perdi_sensibilidad perdi_la_sensibilidad no_siento no_siente anestesia no_tengo_sensibilidad",
    "SUDDEN": "repente repentino repentina repentinamente subito subita subitamente pronto golpe esta_manana esta_noche desde_ayer "
    "desde_anoche hoy anoche ahora rapido rapidamente rapida horas minutos desperte amaneci amanecio momento inesperado brusca bruscamente brusco",
    "WORSE": "peor empeora empeorando empeoro aumenta aumentando mas progresa progresando avanza avanzando crece creciendo",
    "FAST": "rapido rapidamente rapida deprisa hora horas hoy minutos dia dias cada_dia cada_hora cada_vez anoche ayer",
    "SADDLE": "entrepierna entre_las_piernas entre_piernas ingle ingles genital genitales partes_intimas partes_privadas partes_nobles parte_intima "
    "vagina pene testiculos perine perineo ano recto silla_de_montar zona_intima area_genital zona_genital silla",
    "SEAT": "nalga nalgas trasero gluteos gluteo pompis pompas cola sentaderas asentaderas culo",
    "PERSON": "mama papa madre padre esposo esposa marido mujer abuela abuelo hijo hija hermano hermana paciente senora senor",
    "FALL": "cai caida caidas cayo caerme caer accidente choque choco chocado chocamos atropello atropellaron resbale volcadura volcamos",
    "SEVERE": "fuerte fuertes severo severa intenso insoportable terrible mucho horrible debilidad debil puedo adormecido adormecida entumecido hormigueo siento muchisimo "
    "sangre sangrando roto rota rompi quebre",
    "PAST": "abogado seguro anos_atras ano_pasado demanda viejo vieja",
}


def emergency(name: Promise, *lines: str, unless: str = "") -> Sign:
    """Return a sign that needs 911."""
    return read_sign(name, DangerCard.EMERGENCY, "es", LISTS, lines, unless=unless)


def crisis(name: Promise, *lines: str, unless: str = "") -> Sign:
    """Return a sign that leads to the crisis line."""
    return read_sign(name, DangerCard.CRISIS, "es", LISTS, lines, unless=unless)


EMERGENCIES = (
    emergency(
        _("Loss of bladder or bowel control"),
        "perdi|perdio|perdido|perdida|pierdo|pierde|perder|perdiendo|sin|falta|no_tengo|no_tiene|descontrol control|controlar WASTE|PEE|POOP",
        "perdi|perdio|pierdo|perdiendo control esfinteres|vejiga|intestino|orina",
        "CANT CONTROL WASTE|PEE|POOP|bano",
        "no|sin CONTROL WASTE|PEE|POOP",
        "CANT aguantar|contener|retener|controlar WASTE|PEE|POOP|ganas",
        "me_orino|me_orine|me_meo|me_mee|me_hago|me_hice|me_cago|me_cague|me_ensucio|me_ensucie|se_orina|se_orino|se_mea|se_hace|se_hizo|se_cago|se_ensucia|"
        "orinandome|orinarme|orinarse|orinando|mojo|moje|me_zurro encima|cama|cuenta|ropa|pantalon|pantalones|pipi|popo|caca|querer|noche|calzon|control|sola|solo|dormido|dormida",
        "se_me sale|salio|escapa|escapo|va orina|pipi|popo|caca|pis|heces|excremento",
        "sale|salio|escapa|escapo|gotea|goteo orina|pipi|popo|caca|pis|heces ~3",
        "me_orine|me_cague|me_mee|me_orino|me_meo|me_oriné",
        "incontinencia|incontinente",
        "=vejiga|intestinos|esfinteres",
        unless="bien|normal|perfecto|toser|estornudar",
    ),
    emergency(
        _("Unable to urinate or to empty the bowels"),
        "CANT PEE|POOP",
        "no PEE|orino|orina puedo|sale|logro|desde ~4",
        "no_sale|no_me_sale|no_me_viene orina|pipi|pis|popo",
        "dificultad|dificulta|cuesta|trabajo|problema|problemas|dificil orinar|mear|vaciar_vejiga|hacer_pipi|hacer_pis ~4",
        "retencion orina|urinaria|orinaria",
        "sin orinar|mear ~2",
        "no_he|no_ha orinado|meado|hecho_pipi|obrado|evacuado",
        "deje|dejo orinar ~3",
        "no_orino|no_orina|no_he_orinado",
    ),
    emergency(
        _("New bladder or bowel trouble"),
        "vejiga|intestino|intestinos|esfinter|esfinteres problema|problemas|falla|fallando|no_funciona|no_responde|no_siento|no_trabaja|no_vacia|dejo_de_funcionar|perdi|"
        "paralizada|dormida|debil ~4",
        "no_siento|no_siente orinar|orina|vejiga|ganas|pipi|popo|cuando_orino",
        unless="irritable|infeccion|piedra|piedras|cancer|bien|normal|hiperactiva",
    ),
    emergency(
        _("Sudden weakness of an arm or a leg"),
        "SUDDEN WEAK !poco_a_poco",
        "perdi|perdio|pierdo|perdida|perdiendo|sin|no_tengo|no_tiene fuerza|fuerzas|movimiento|movilidad|uso LIMBS",
        "debilidad_nueva|nueva_debilidad",
        "LIMBS no_responde|no_responden|no_funciona|no_funcionan|no_sirve|no_sirven|no_se_mueve|no_se_mueven|fallo|fallan|fallaron|falla|doblan|doblo|doblaron|"
        "no_aguantan|no_sostienen|no_obedece|no_obedecen|no_dan|muerta|muerto|se_durmio|vencio|vencen",
        "CANT mover|muevo|mueve|levantar|alzar|usar|doblar pierna|piernas|pie|pies|mano|manos|brazo|brazos|dedos",
        "no_muevo|no_mueve LIMBS",
        "SUDDEN no_camino|no_camina|dificultad|cuesta|trabajo|tropiezo|caminar|pararme !doctor|cita",
    ),
    emergency(
        _("Weakness that is growing fast"),
        "WEAK WORSE FAST",
        "debilidad|debil|debiles empeora|empeorando|avanza|aumenta|progresa|subiendo|rapido|rapidamente !lentamente|poco_a_poco|anos",
        "cada_vez|cada_dia|cada_hora debil|debiles|debilidad|fuerza|flojas|floja",
    ),
    emergency(
        _("Unable to walk or to stand"),
        "CANT caminar|andar|pararme|pararse|parar|ponerme_de_pie|ponerse_de_pie|levantarme|levantarse|moverme|moverse|sostenerme|estar_de_pie|dar_un_paso|apoyar "
        "!lejos|mucho|larga|largas|distancia|distancias|cuadras|perro|rapido|bien|minutos|sin_dolor",
        "no_camino|no_camina|no_me_puedo|no_se_puede|no_me_pude caminar|mover|parar|levantar|camina|desde !bien|mucho|lejos|cuello|hablar",
        "deje|dejo|perdi|perdio caminar|andar ~3",
        "no_camino|no_camina|no_se_para !mucho|lejos|bien",
        "no_puedo_ni caminar|pararme|moverme|levantarme",
    ),
    emergency(
        _("Paralysis, or no feeling below a level"),
        "paralizado|paralizada|paralizados|paralizadas|paralisis|paralitico|paralizo|paralizaron|paralizando !miedo|sueno|nacimiento|cerebral|bell",
        "no_siento|no_siente|no_sentia|CANT|sin|perdi|perdio|perdida|pierdo|deje_de|dejo_de LIMBS|cintura|abajo|cuerpo sentir|siento|siente|sensibilidad|sensacion "
        "!dolor|bien|comodo",
        "no_siento|no_siente|deje_de_sentir|dejo_de_sentir LIMBS|cintura|cuerpo|nada",
        "NUMB cintura|abajo|pecho|cuello|ombligo abajo|cintura",
        "SUDDEN NUMB",
        "dos|ambas|ambos|completamente|totalmente|toda|todo NUMB piernas|pies|brazos|cuerpo|pierna|brazo",
        "=no_puedo_moverme|no_me_puedo_mover|no_puedo_mover",
    ),
    emergency(
        _("Numbness between the legs (saddle anesthesia)"),
        "NUMB SADDLE",
        "NUMB SEAT !sentado|sentada|silla|bicicleta",
        "no_siento|no_siente|sin|perdi|perdida|pierdo|deje|dejo sensibilidad|sensacion|siento|sentir SADDLE|SEAT",
        "no_siento|no_siente SADDLE|SEAT|cuando_me_limpio|me_limpio",
        "hormigueo|hormigueos|cosquilleo SADDLE",
        "cauda equina|caballo",
        "cola caballo sindrome",
    ),
    emergency(
        _("Severe pain or weakness after a fall or a crash"),
        "FALL SEVERE|no_puedo|no_siento|no_puede !PAST|miedo|evitar",
        "rompi|rompio|quebre|quebro|fracture|fracturo|roto|quebrado|partio cuello|espalda|columna|espinazo|vertebra|nuca",
        "cai|cayo|caida|caerme|caido|tire techo|escalera|escaleras|caballo|arbol|andamio|segundo_piso|altura|azotea|balcon|moto|edificio !PAST",
        "accidente|choque|choco|choque carro|coche|auto|moto|motocicleta|camion|camioneta|bicicleta acabo|hoy|ahora|acaba|ahorita|hace_rato|recien|anoche",
        "acabo|acaba|recien|hoy|ahorita caer|caerme|chocar|cai|cayo|choque|accidente|caida|chocamos !PAST",
        "atropello|atropellaron|atropellado|atropellada carro|coche|auto|moto|camion|me|lo|la",
        "accidente moto|motocicleta|bicicleta !PAST",
        "balazo|balearon|disparo|punalada|apunalaron espalda|cuello|herida|me",
    ),
    emergency(
        _("Stroke"),
        "derrame cerebral|cerebro",
        "derrame !rodilla|articular|derrame_pleural",
        "embolia|apoplejia|ictus|infarto_cerebral|accidente_cerebrovascular|trombosis !anos",
        "cara|boca|rostro|cachete|ojo caida|torcida|torcido|chueca|chueco|torcio|chuequeo|paralizada|dormida|adormecida|caido|se_cayo|desviada",
        "CANT|SUDDEN|no hablar|habla|hablo|ver !doctor|medico|con|ingles|cita|resultados|sobre",
        "arrastra|arrastro|traba|trabada|enreda palabras|lengua|habla",
        "lado|mitad NUMB|WEAK cuerpo|cara|izquierdo|derecho",
        "perdi|perdio|pierdo|perdida equilibrio|balance|coordinacion|vista|vision|habla",
        "SUDDEN mareo|mareado|mareada|equilibrio|vertigo",
        "peor dolor cabeza vida",
        "SUDDEN dolor_de_cabeza",
    ),
    emergency(
        _("Chest pain or a heart attack"),
        "pecho dolor|dolores|duele|doliendo|presion|opresion|aprieta|apretado|punzada|punzadas|aplasta|oprime|pesado ~4",
        "ataque corazon|cardiaco|cardiaca ~3",
        "infarto|infartando|paro_cardiaco",
        "corazon duele|dolor|parando|paro ~3",
    ),
    emergency(
        _("Trouble breathing"),
        "CANT|no respirar|respira|respiro|aire !ejercicios|nariz",
        "falta|dificultad|dificulta|cuesta|trabajo|problema|problemas|dificil|corta aire|respirar|respiracion|aliento ~4 !ejercicios|nariz|dormir",
        "me_ahogo|ahogo|ahogando|ahogandome|asfixia|asfixio|asfixiando|se_ahoga|sofoco|sofocando",
    ),
    emergency(
        _("New confusion, or trouble waking up"),
        "SUDDEN|muy|nueva|esta|PERSON confundido|confundida|confusion|desorientado|desorientada|delirando|delirio !seguro|cuenta|factura|cita|sobre",
        "=confusion|confundido|confundida",
        "confusion !seguro|cuenta|factura|cita|sobre",
        "no_sabe|no_reconoce|no_se_acuerda donde|quien|nombre|familia|nadie !doctor|acudir|medico",
        "dice_incoherencias|habla_incoherencias|incoherente|incoherencias",
        "no_despierta|no_se_despierta|no_puede_despertar|no_quiere_despertar|no_reacciona|no_responde|cuesta_despertar|dificil_despertar|no_lo_puedo_despertar|no_la_puedo_despertar",
        "CANT|cuesta|dificil|dificultad despertar|despierto|despierta|despertarlo|despertarla|mantenerse_despierto",
        "inconsciente|desmayo|desmayo|desmaye|desmayado|desmayada|perdio_el_conocimiento|perdi_el_conocimiento|perdida_del_conocimiento|perdio_conciencia|desvanecio",
        "convulsion|convulsiones|convulsionando|convulsiona",
    ),
    emergency(
        _("Pale, gray or blue skin, lips or nails"),
        "azul|azules|morado|morados|morada|moradas|gris|grises|palido|palida|palidos|amoratados labio|labios|piel|cara|unas|rostro|boca !golpe|moreton|moretones|esmalte",
    ),
    emergency(
        _("Fever with back or neck pain, or after surgery"),
        "fiebre|calentura|temperatura|escalofrios espalda|cuello|columna|nuca|operacion|cirugia|herida|operado|operada|lumbar",
        "pus|supura|supurando|infectada|infeccion|roja|abrio|escurre|sale herida|operacion|cirugia|puntos|cicatriz !riesgo",
        "meningitis|sepsis",
        "cuello|nuca rigido|rigida|tieso|tiesa fiebre|cabeza",
    ),
    emergency(
        _("Heavy bleeding"),
        "sangrado|sangrando|sangra|sangre|hemorragia mucho|mucha|no_para|parar|detener|abundante !presion|examen|analisis|prueba",
        "tosiendo|vomitando|escupiendo|vomito|toso sangre ~3",
        "desangrando|desangro|hemorragia",
    ),
    emergency(
        _("A cry for help"),
        "emergencia|emergencias !contacto|contactos|telefono|horario|estacionamiento|numero|no_es",
        "urgencias ir|llevar|necesito|voy|llevenme|tengo_que",
        "es_urgente|muy_urgente|urgente ayuda|auxilio|ayudenme|necesito !cita|referido",
        "ambulancia|911|auxilio|socorro !costo|cubre|factura",
        "=ayuda|ayudenme|ayudame|auxilio|socorro|emergencia|urgencia|urgencias",
        "necesito ayuda ahora|ya|urgente|urgentemente|inmediata|pronto|rapido !encontrar|escoger|elegir|cita",
        "=ayuda|ayudenme|ayudame por_favor|ya|ahora|urgente",
    ),
)

CRISES = (
    crisis(
        _("Thoughts of suicide"),
        "suicidio|suicida|suicidas|suicidar|suicidarme|suicidarse|suicidarte|suicido|suicidarnos|suicidandome|suicidal|suicidio",
        "matarme|matarse|me_mato|me_matare|me_quiero_matar|matame|me_voy_a_matar|matarnos|se_quiere_matar|se_va_a_matar|me_quisiera_matar !dolor|dolor_va_a|va_a_matarme",
        "quiero|quiere|voy|va|quisiera|ganas|pienso|piensa|deseo|intento matar|matarme|matarse me|se|mi_mismo|mismo|misma",
        "quiero|quiere|voy|ganas|pienso|quisiera|deseo matarme|matarse|ahorcarme|colgarme|envenenarme|ahogarme|tirarme|aventarme|cortarme_las_venas",
        "quitar|quitarme|quitarse|quito|quitarle vida !dolor|calidad",
        "acabar|acabo|terminar|terminarlo|termino|acabarlo|poner_fin|finalizar mi_vida|con_mi_vida|con_todo|todo|su_vida|vida !dolor|calidad|de_hablar|tramite",
        "ahorcarme|ahorcarse|colgarme|cortarme_las_venas|cortarse_las_venas|pegarme_un_tiro|darme_un_tiro|dispararme|balazo_en_la_cabeza|tiro_en_la_cabeza",
        "tirar|tirarme|aventarme|lanzarme|saltar|brincar puente|balcon|edificio|azotea|ventana|tren",
        "linea|telefono crisis|suicidio|prevencion_del_suicidio",
        "988",
    ),
    crisis(
        _("Wish to die"),
        "quiero|quiere|quisiera|deseo|prefiero|gustaria|ganas|preferiria|mejor|ojala|deberia|quieren|espero|pienso morir|morirme|morirse|muerto|muerta|muera|muero|muriera|muerte|"
        "estar_muerto|estar_muerta ~5 !risa|miedo|da_miedo|bateria|telefono|nervio",
        "me_muero|muriendo|muriendome|me_estoy_muriendo|voy_a_morir|me_voy_a_morir|morirme|dejenme_morir|dejame_morir|dejar_de_existir !risa|ganas_de_ver|miedo|me_muero_por|"
        "hambre|padre|madre|papa|mama|me_muero_de_ganas|me_muero_de_risa|me_muero_de_sueno|perro|abuelo|abuela|frio|calor|pena|bateria|nervio|dolor_de_espalda|cansancio|voy_a_morir_de",
        "=morir|morirme|muerte|muerto|muerta",
        "ojala no despertar|despierte|despertara|amanecer|amaneciera|existiera|nacido|existir",
        "no despertar|despertarme|amanecer quiero|quisiera|ojala|gustaria|dormir|nunca|jamas !dolor|operacion|noche",
        "dormir|dormirme no|nunca|jamas despertar|despertarme",
        "quiero|quisiera|gustaria|ganas|deseo desaparecer|desaparecerme !dolor",
        "mejor|mejores sin_mi|muerto|muerta|no_estuviera|si_no_existiera",
        "nadie extranaria|extranara|importo|importa_si|me_va_a_extranar",
        "como morir|morirme|morirse !quiere_decir",
        "nunca haber|hubiera nacido ~4",
        "pastillas morir|muerte|matar|dormir_para_siempre",
        unless="muero_de|muero_por|muriendo_de|muriendome_de|morirme_de|morir_de_risa|muere_de_ganas|muriendo_por",
    ),
    crisis(
        _("Doesn't want to live"),
        "no quiero|quiere|quisiera|deseo vivir|seguir_viviendo|existir|estar_aqui|estar_viva|estar_vivo|seguir_vivo|seguir_viva|seguir_asi|estar_en_este_mundo !hospital|sola|solo",
        "no|sin ganas|razon|razones|motivo|motivos|sentido|deseo|deseos vivir|vida|seguir_viviendo|existir|seguir",
        "no vale|merece vivir|vida|pena_vivir|seguir",
        "vida sentido no|sin|ningun",
        "cansado|cansada|harto|harta|odio|aburrido|aburrida vivir|vida|existir|mi_vida|seguir_viviendo !con_dolor|con_este_dolor",
        "no_puedo|no_aguanto|no_soporto mas|seguir !dolor|dolores|caminando|trabajando|pie|parado|sentado|espalda|tomando|esperar",
        "no_quiero_estar_aqui|no_quiero_seguir",
        "no_aguanto|no_soporto vida|vivir|existir",
        "no|ya esperanza|esperanzas vivir|vida|tengo|queda !cirugia|operacion",
        "carga familia|todos|hijos|esposa|esposo|soy !de_trabajo|pesada",
        "adios|despedida mundo|siempre|todos|carta|cruel",
        "rendirme|me_rindo|renunciar vida|vivir|ya|todo",
    ),
    crisis(
        _("Self-harm"),
        "autolesion|autolesiones|autolesionarme|autolesionarse|autolesionar|autodano|lesionarme",
        "hacerme|hacerse|hacer|me_hago|se_hace dano mi_mismo|mi_misma|me|se|quiero|ganas|pienso|si_mismo|mismo|misma !pesas|cargando|ejercicio|gimnasio",
        "quiero|ganas|pienso|quiere|voy|deseo|ganas_de lastimarme|lastimarse|cortarme|herirme|danarme|quemarme|hacerme_dano|golpearme",
        "=hacerme_dano|lastimarme|cortarme|me_corto",
        "me_corto|se_corta brazos|brazo|munecas|venas|piernas|piel !pelo",
    ),
    crisis(
        _("Overdose"),
        "sobredosis",
        "tome|tomo|tomar|tomarme|tomado|trague|tomando muchas|demasiadas|todas|frasco|bote|monton|puno pastillas|pastilla|pildoras|medicinas|medicamentos",
        "demasiadas pastillas|pildoras ~3",
    ),
    read_sign(
        _("Overdose"),
        DangerCard.EMERGENCY,
        "es",
        LISTS,
        (
            "sobredosis",
            "tome|tomo|trague|tomado muchas|demasiadas|todas|frasco|bote|monton|puno pastillas|pildoras|medicinas|medicamentos",
        ),
    ),
)
