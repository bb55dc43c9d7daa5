"""Spanish words said around those that count, in plain form."""

SPANISH_FILLER_WORDS = frozenset(
    (  # noqa: SIM905 (a list would be a hundred lines)
        "acerca ahi ahora al algo alguien algun alguna algunas alguno algunos alla alli aqui asi aun aunque bien "
        "buena buenas bueno buenos busca buscamos buscando buscar busco cada casi cerca cita citas como con conmigo "
        "consulta consultar cual cuales cuando cuanta cuantas cuantos cuya cuyo da dan de del desde dia dias "
        "doctora doctores doctoras donde durante e el ella ellas ellos en entre era es esa esas ese eso esos "
        "especialista especialistas esta estaba estamos estan estar estas este esto estos estoy etc experto fue fui "
        "gente gracias ha haber hable hablen habla hablan hablo hace hacer hacia haciendo hago han hasta hay he "
        "hola igual la las le les lo los luego mal mas me medica medicas medico medicos mejor mi mia mientras mio "
        "mis mismo mucha muchas mucho muchos muy nada necesita necesitamos necesitar necesito ni nos nosotros "
        "nuestra nuestro o otra otras otro otros paciente pacientes padezco para pero persona por porque porfavor "
        "favor pronto puede pueden puedo pues que quien quienes quiere quieren quiero quisiera saber se sea ser si "
        "siempre siento sigo sobre solo son soy su sufre sufro sus suyo tal tambien tan tanto te tener tenia tengo "
        "tiene tienen toda todas todo todos trata tratamiento tratan tratar trate traten tu tus u un una unas uno "
        "unos usted ustedes va vamos van veces ver vez voy y ya yo"
    ).split()
)
