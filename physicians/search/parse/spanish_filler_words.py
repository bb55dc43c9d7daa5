"""Spanish words said around those that count, in plain form."""

# These mean nothing within a phrase of the vocabulary either: “dolor en la pierna” is “dolor de pierna”.
SPANISH_SMALL_WORDS = frozenset(
    (  # noqa: SIM905 (a list would be a hundred lines)
        "a al ante aquel como con cual cuando cuanto de del desde durante e el ella ellas ellos en entre era es esa "
        "esas ese eso esos esta estas este esto estos estoy fue ha hasta hay he la las le les lo los mas me mi "
        "mucha muchas mucho muchos muy ni nos o otra otras otro para pero por porque puedo que se ser sin sobre "
        "soy su sus tan te tengo tiene tras tu tus u un una unas uno unos va y ya yo"
    ).split()
)

SPANISH_FILLER_WORDS = SPANISH_SMALL_WORDS | frozenset(
    (  # noqa: SIM905
        "clinica clinicas consultorio manana "
        "acerca ahi ahora algo alguien algun alguna algunas alguno algunos alla alli aqui asi aun aunque bien buena "
        "buenas bueno buenos busca buscamos buscando buscar busco cada casi cerca cita citas conmigo consulta "
        "consultar cuales cuanta cuantas cuantos cuya cuyo da dan dia dias doctora doctores doctoras donde "
        "especialista especialistas estaba estamos estan estar etc experto fui gente gracias haber hable hablen "
        "habla hablan hablo hace hacer hacia haciendo hago han hola igual luego mal medica medicas medico medicos "
        "mejor mia mientras mio mismo nada necesita necesitamos necesitar necesito nosotros nuestra nuestro otros "
        "paciente pacientes padezco persona porfavor favor pronto puede pueden pues quien quienes quiere quieren "
        "quiero quisiera saber sea siempre siento sigo solo son sufre sufro suyo tal tambien tanto tener tenia "
        "tienen toda todas todo todos trata tratamiento tratan tratar trate traten usted ustedes vamos van veces "
        "ver vez voy"
    ).split()
)
