"""Other emergencies that need 911, in Spanish. sign_notation.py says how to read the lines."""

from django.utils.translation import gettext_lazy as _

from .spanish_words import emergency

SIGNS = (
    emergency(
        _("Stroke"),
        "derrame cerebral|cerebro",
        "derrame !rodilla|articular|derrame_pleural",
        "embolia|apoplejia|ictus|infarto_cerebral|accidente_cerebrovascular|trombosis !anos",
        "cara|boca|rostro|cachete|ojo caida|torcida|torcido|chueca|chueco|torcio|chuequeo|paralizada|dormida|"
        "adormecida|caido|se_cayo|desviada",
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
        "pecho dolor|dolores|duele|doliendo|presion|opresion|aprieta|apretado|punzada|punzadas|aplasta|"
        "oprime|pesado ~4",
        "ataque corazon|cardiaco|cardiaca ~3",
        "infarto|infartando|paro_cardiaco",
        "corazon duele|dolor|parando|paro ~3",
    ),
    emergency(
        _("Trouble breathing"),
        "CANT|no respirar|respira|respiro|aire !ejercicios|nariz",
        "falta|dificultad|dificulta|cuesta|trabajo|problema|problemas|dificil|corta aire|respirar|"
        "respiracion|aliento ~4 !ejercicios|nariz|dormir",
        "me_ahogo|ahogo|ahogando|ahogandome|asfixia|asfixio|asfixiando|se_ahoga|sofoco|sofocando",
    ),
    emergency(
        _("New confusion, or trouble waking up"),
        "SUDDEN|muy|nueva|esta|PERSON confundido|confundida|confusion|desorientado|desorientada|delirando|"
        "delirio !seguro|cuenta|factura|cita|sobre",
        "=confusion|confundido|confundida",
        "confusion !seguro|cuenta|factura|cita|sobre",
        "no_sabe|no_reconoce|no_se_acuerda donde|quien|nombre|familia|nadie !doctor|acudir|medico",
        "dice_incoherencias|habla_incoherencias|incoherente|incoherencias",
        "no_despierta|no_se_despierta|no_puede_despertar|no_quiere_despertar|no_reacciona|no_responde|"
        "cuesta_despertar|dificil_despertar|no_lo_puedo_despertar|no_la_puedo_despertar",
        "CANT|cuesta|dificil|dificultad despertar|despierto|despierta|despertarlo|despertarla|mantenerse_despierto",
        "inconsciente|desmayo|desmayo|desmaye|desmayado|desmayada|perdio_el_conocimiento|"
        "perdi_el_conocimiento|perdida_del_conocimiento|perdio_conciencia|desvanecio",
        "convulsion|convulsiones|convulsionando|convulsiona",
    ),
    emergency(
        _("Pale, gray or blue skin, lips or nails"),
        "azul|azules|morado|morados|morada|moradas|gris|grises|palido|palida|palidos|amoratados labio|labios|"
        "piel|cara|unas|rostro|boca !golpe|moreton|moretones|esmalte",
    ),
    emergency(
        _("Fever with back or neck pain"),
        "FEVER espalda|cuello|columna|nuca|lumbar",
        "meningitis|sepsis",
        "cuello|nuca rigido|rigida|tieso|tiesa fiebre|cabeza",
    ),
    emergency(
        _("Fever, a leaking wound or a bad headache after surgery or an injection"),
        "FEVER operacion|cirugia|herida|operado|operada|inyeccion|epidural",
        "pus|supura|supurando|infectada|infeccion|roja|abrio|escurre|sale herida|operacion|cirugia|puntos|"
        "cicatriz !riesgo",
        "liquido sale|saliendo|gotea|fuga espalda|columna|herida ~4",
        "fuerte|terrible|horrible|insoportable dolor_de_cabeza epidural|inyeccion|cirugia|operacion",
        also="surgery",
    ),
    emergency(
        _("Heavy bleeding"),
        "sangrado|sangrando|sangra|sangre|hemorragia mucho|mucha|no_para|parar|detener|abundante !presion|"
        "examen|analisis|prueba",
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
