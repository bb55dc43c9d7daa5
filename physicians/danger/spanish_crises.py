"""Words of someone who may not want to live, in Spanish: the crisis line 988 comes first.

sign_notation.py says how to read the lines.
"""

from django.utils.translation import gettext_lazy as _

from .spanish_words import crisis, emergency

# An overdose needs both cards.
OVERDOSE = (
    "sobredosis",
    "tome|tomo|tomar|tomarme|tomado|trague|tomando muchas|demasiadas|todas|frasco|bote|monton|puno "
    "pastillas|pastilla|pildoras|medicinas|medicamentos",
    "demasiadas pastillas|pildoras ~3",
)

SIGNS = (
    crisis(
        _("Thoughts of suicide"),
        "suicidio|suicida|suicidas|suicidar|suicidarme|suicidarse|suicidarte|suicido|suicidarnos|suicidandome",
        "matarme|matarse|me_mato|me_matare|me_quiero_matar|matame|me_voy_a_matar|matarnos|se_quiere_matar|"
        "se_va_a_matar|me_quisiera_matar !dolor_va_a|dolor_a_matarme|va_a_matarme",
        "quiero|quiere|voy|va|quisiera|ganas|pienso|piensa|deseo|intento matar|matarme|matarse me|se|"
        "mi_mismo|mismo|misma",
        "quiero|quiere|voy|ganas|pienso|quisiera|deseo matarme|matarse|ahorcarme|colgarme|envenenarme|"
        "ahogarme|tirarme|aventarme|cortarme_las_venas",
        "quitar|quitarme|quitarse|quito|quitarle vida",
        "acabar|acabo|terminar|terminarlo|termino|acabarlo|poner_fin|finalizar mi_vida|con_mi_vida|con_todo|"
        "todo|su_vida|vida !todo_dolor|con_dolor|de_hablar|tramite",
        "ahorcarme|ahorcarse|colgarme|cortarme_las_venas|cortarse_las_venas|pegarme_un_tiro|darme_un_tiro|"
        "dispararme|balazo_en_la_cabeza|tiro_en_la_cabeza",
        "tirar|tirarme|aventarme|lanzarme|saltar|brincar puente|balcon|edificio|azotea|ventana|tren",
        "linea|telefono crisis|suicidio|prevencion_del_suicidio",
    ),
    crisis(
        _("Wish to die"),
        "quiero|quiere|quisiera|deseo|prefiero|gustaria|ganas|preferiria|mejor|ojala|deberia|quieren|espero|"
        "pienso morir|morirme|morirse|muerto|muerta|muera|muero|muriera|muerte|"
        "estar_muerto|estar_muerta ~5 !risa|bateria|telefono",
        "me_muero|muriendo|muriendome|me_estoy_muriendo|voy_a_morir|me_voy_a_morir|morirme|dejenme_morir|"
        "dejame_morir|dejar_de_existir",
        "=morir|morirme|muerte|muerto|muerta",
        "ojala no despertar|despierte|despertara|amanecer|amaneciera|existiera|nacido|existir",
        "no despertar|despertarme|amanecer quiero|quisiera|ojala|gustaria|dormir|nunca|jamas !con_dolor|"
        "de_operacion|en_noche",
        "dormir|dormirme no|nunca|jamas despertar|despertarme",
        "quiero|quisiera|gustaria|ganas|deseo desaparecer|desaparecerme !dolor_desaparecer|desaparecer_dolor",
        "mejor|mejores sin_mi|muerto|muerta|no_estuviera|si_no_existiera",
        "nadie extranaria|extranara|importo|importa_si|me_va_a_extranar",
        "como morir|morirme|morirse !quiere_decir",
        "nunca haber|hubiera nacido ~4",
        "pastillas morir|muerte|matar|dormir_para_siempre",
        unless="muero_de|muero_por|muriendo_de|muriendome_de|morirme_de|morir_de_risa|muere_de_ganas|muriendo_por",
    ),
    crisis(
        _("Doesn't want to live"),
        "no quiero|quiere|quisiera|deseo vivir|seguir_viviendo|existir|estar_aqui|estar_viva|estar_vivo|"
        "seguir_vivo|seguir_viva|seguir_asi|estar_en_este_mundo !hospital|sola|solo",
        "no|sin ganas|razon|razones|motivo|motivos|sentido|deseo|deseos vivir|vida|seguir_viviendo|existir|seguir",
        "no vale|merece vivir|vida|pena_vivir|seguir",
        "vida sentido no|sin|ningun",
        "cansado|cansada|harto|harta|odio|aburrido|aburrida vivir|vida|existir|mi_vida|seguir_viviendo "
        "!con_dolor|con_este_dolor",
        "no_puedo|no_aguanto|no_soporto mas|seguir !mas_dolor|mas_dolores|dolor_espalda|seguir_caminando|"
        "seguir_trabajando|"
        "seguir_parado|seguir_sentado|seguir_tomando|mas_esperar",
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
        "hacerme|hacerse|hacer|me_hago|se_hace dano mi_mismo|mi_misma|me|se|quiero|ganas|pienso|si_mismo|"
        "mismo|misma !pesas|cargando|ejercicio|gimnasio",
        "quiero|ganas|pienso|quiere|voy|deseo|ganas_de lastimarme|lastimarse|cortarme|herirme|danarme|"
        "quemarme|hacerme_dano|golpearme",
        "=hacerme_dano|lastimarme|cortarme|me_corto",
        "me_corto|se_corta brazos|brazo|munecas|venas|piernas|piel !pelo",
    ),
    crisis(_("Overdose"), *OVERDOSE),
    emergency(_("Overdose"), *OVERDOSE, also="poison"),
)
