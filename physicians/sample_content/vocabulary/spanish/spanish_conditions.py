"""Conditions in Spanish, by their name in English."""

SPANISH_CONDITIONS = {
    "Tumors of the spine": """
        tumor de columna, cáncer de columna, tumor en la espalda, tumor espinal, tumor vertebral, tumor de la médula,
        tumor medular, tumor del hueso, tumor benigno, tumor maligno, cáncer de espalda, cáncer de hueso, cáncer
        óseo, masa en la columna, bulto en la espalda, bulto en la columna, bola en la espalda, lesión en la columna,
        mancha en la columna
    """,
    "Metastatic cancer to the spine": """
        mieloma, mieloma múltiple, metástasis de columna, metástasis óseas, metástasis en los huesos, metástasis
        vertebral, cáncer de columna, cáncer en los huesos, cáncer que se extendió a la columna, cáncer que se
        extendió a los huesos, cáncer que se regó, cáncer avanzado, cáncer metastásico
    """,
    "Spinal infection": """
        infección de columna, infección vertebral, infección en la espalda, infección en el disco, infección del
        hueso, infección después de la operación, infección después de la cirugía, infección de la herida, columna
        infectada, absceso, absceso espinal, absceso epidural, discitis, espondilodiscitis, osteomielitis,
        tuberculosis de columna, fiebre y dolor de espalda
    """,
    "Herniated disk": """
        hernia de disco, hernia discal, disco herniado, hernia lumbar, hernia cervical, hernia en la espalda, hernia
        de columna, disco salido, disco desplazado, disco zafado, disco roto, disco abultado, disco dañado, disco
        comprimido, protrusión discal, protrusión de disco, prolapso de disco, abombamiento de disco, nervio pinzado,
        nervio comprimido, nervio aplastado, pinzamiento de nervio, dolor al toser, dolor al estornudar
    """,
    "Spinal stenosis": """
        estenosis, estenosis lumbar, estenosis cervical, estenosis espinal, estenosis de columna, canal estrecho,
        canal lumbar estrecho, estrechamiento de columna, estrechamiento del canal, estrechez del canal, piernas
        pesadas, piernas cansadas, piernas débiles, debilidad en las piernas, dolor en las piernas, me duelen las
        piernas, me duelen las piernas al caminar, dolor de piernas al caminar, dolor al caminar, dolor cuando
        camino, no puedo caminar mucho, claudicación
    """,
    "Sciatica": """
        ciática, dolor de ciática, nervio ciático, dolor ciático, ciatalgia, lumbociática, lumbociatalgia,
        radiculopatía, radiculopatía lumbar, dolor en la pierna, dolor de pierna, me duele la pierna, dolor que baja
        por la pierna, dolor de espalda que baja a la pierna, dolor hasta el pie, dolor de nalga, dolor en la nalga,
        dolor en el glúteo, dolor de pantorrilla, pierna dormida, pie dormido, pies dormidos, hormigueo en la pierna,
        hormigueo en las piernas, hormigueo en el pie, hormigueo en los pies, adormecimiento de la pierna,
        entumecimiento de la pierna, pierna entumecida, pierna entumida, pierna débil, pie caído, calambre en la
        pierna, calambres en las piernas, nervio pinzado, nervio atrapado, corriente en la pierna, ardor en la pierna
    """,
    "Cervical radiculopathy": """
        radiculopatía cervical, radiculopatía, nervio pinzado, nervio pinzado en el cuello, nervio atrapado, hernia
        cervical, dolor de brazo, dolor en el brazo, me duele el brazo, dolor que baja por el brazo, dolor de cuello
        que baja al brazo, dolor de cuello y brazo, dolor de hombro, me duele el hombro, brazo dormido, brazos
        dormidos, mano dormida, manos dormidas, dedos dormidos, se me duermen las manos, se me duerme la mano, se me
        duerme el brazo, hormigueo en el brazo, hormigueo en la mano, hormigueo en las manos, hormigueo en los dedos,
        adormecimiento del brazo, adormecimiento de las manos, entumecimiento del brazo, entumecimiento de las manos,
        brazo débil, mano débil, debilidad en el brazo, debilidad en la mano
    """,
    "Myelopathy": """
        mielopatía, mielopatía cervical, compresión de médula, compresión medular, médula comprimida, presión en la
        médula, manos torpes, torpeza en las manos, se me caen las cosas, pérdida de equilibrio, falta de equilibrio,
        problemas de equilibrio, equilibrio, problemas para caminar, dificultad para caminar, camino mal, marcha
        inestable, tropiezo mucho, me caigo mucho, piernas tiesas, piernas rígidas, espasticidad
    """,
    "Cauda equina syndrome": """
        cola de caballo, síndrome de cola de caballo, incontinencia, problemas para orinar, control de la vejiga,
        control de esfínteres, entumecimiento entre las piernas, adormecimiento entre las piernas, entrepierna
        dormida
    """,
    "Spinal cord injury": """
        lesión medular, lesión de médula, lesión de médula espinal, lesión de columna, médula espinal dañada, trauma
        de columna, traumatismo de columna, cuello roto, cuello quebrado, fractura de cuello, parálisis, paralizado,
        paralítico, parapléjico, paraplejia, tetrapléjico, tetraplejia, cuadripléjico, cuadriplejia, no puedo mover
        las piernas, no siento las piernas
    """,
    "Chiari malformation": """
        malformación de Chiari, siringomielia, dolor de cabeza, dolor de cabeza al toser, dolor de cabeza al
        estornudar, dolor en la parte de atrás de la cabeza
    """,
    "Compression fracture": """
        fractura de columna, fractura vertebral, fractura de vértebra, fractura por compresión, fractura por
        aplastamiento, fractura lumbar, fractura de espalda, fractura por osteoporosis, vértebra rota, vértebra
        fracturada, vértebra quebrada, vértebra aplastada, vértebra colapsada, aplastamiento vertebral, hundimiento
        de vértebra, columna rota, columna fracturada, columna quebrada, espalda rota, espalda quebrada, me rompí la
        espalda, me quebré la espalda, dolor de espalda después de una caída, me caí y me duele la espalda
    """,
    "Osteoporosis of the spine": """
        osteopenia, huesos débiles, huesos frágiles, huesos delgados, huesos quebradizos, huesos porosos,
        descalcificación, descalcificación de los huesos, pérdida de hueso, densidad ósea, densitometría, estatura
        perdida, fractura por osteoporosis
    """,
    "Scoliosis": """
        escoliosis, columna torcida, columna chueca, columna curva, columna curvada, columna desviada, columna
        doblada, desviación de columna, curvatura de columna, curva en la columna, espalda torcida, espalda chueca,
        espalda desviada, hombro más alto, cadera más alta, deformidad de columna
    """,
    "Kyphosis": """
        cifosis, joroba, espalda encorvada, espalda jorobada, espalda redonda, encorvado, encorvada, jorobado,
        jorobada, mala postura, postura encorvada, deformidad de columna, hipercifosis
    """,
    "Spondylolisthesis": """
        espondilolistesis, listesis, espondilólisis, anterolistesis, vértebra desplazada, vértebra deslizada,
        vértebra salida, vértebra movida, vértebra corrida, vértebra fuera de lugar, inestabilidad de columna,
        columna inestable
    """,
    "Degenerative disk disease": """
        enfermedad degenerativa del disco, discopatía, discopatía degenerativa, disco degenerado, discos degenerados,
        degeneración de disco, disco desgastado, discos desgastados, desgaste de disco, desgaste de columna, columna
        desgastada, disco deshidratado, discos secos, discos gastados, disco negro, espondilosis, dolor al estar
        sentado, dolor al sentarme
    """,
    "Arthritis of the spine": """
        artritis, artritis de columna, artritis en la espalda, artritis en el cuello, artritis reumatoide, artrosis,
        artrosis lumbar, artrosis cervical, artrosis de columna, espondiloartrosis, espondilosis, espondilitis,
        espondilitis anquilosante, facetas, síndrome facetario, espolones, espolones óseos, osteofitos, picos de
        loro, rigidez de espalda, rigidez en la mañana, rigidez matutina, espalda rígida, espalda tiesa, reumatismo,
        reuma, desgaste de las articulaciones
    """,
    "Sacroiliac joint pain": """
        sacroilíaca, sacroilíaco, articulación sacroilíaca, sacroileítis, sacro, dolor de sacro, dolor de cadera, me
        duele la cadera, dolor de pelvis, dolor pélvico, dolor de ingle, coxis, cóccix, coccigodinia, rabadilla,
        dolor de cola, dolor de nalgas, piriforme, piramidal, dolor de espalda en el embarazo, embarazada con dolor
        de espalda
    """,
    "Low back pain": """
        dolor de espalda, dolor lumbar, me duele la espalda, espalda baja, dolor de espalda baja, me duele la espalda
        baja, dolor de cintura, me duele la cintura, dolor de columna, me duele la columna, lumbalgia, dolor en la
        parte baja de la espalda, espasmo de espalda, espasmos en la espalda, tirón en la espalda, espalda adolorida,
        espalda lastimada, me lastimé la espalda, me lastimé la espalda en el trabajo, espalda trabada, espalda
        bloqueada, espalda mala, mal de espalda, dolor crónico de espalda, dolor fuerte de espalda, contractura de
        espalda, dolor de espalda al levantar, no me puedo agachar, no me puedo enderezar, dolor de riñones
    """,
    "Neck pain": """
        dolor de cuello, me duele el cuello, dolor cervical, dolor de cervicales, cervicales, dolor de nuca, me duele
        la nuca, cuello rígido, cuello tieso, cuello torcido, cuello trabado, cuello adolorido, rigidez de cuello,
        rigidez de nuca, tortícolis, contractura de cuello, tensión en el cuello, dolor de cuello y hombro, dolor de
        espalda alta, espalda alta, dolor entre los omóplatos, dolor entre los hombros, dormí mal y me duele el
        cuello
    """,
    "Whiplash": """
        latigazo, latigazo cervical, esguince cervical, esguince de cuello, lesión de cuello, accidente de carro,
        accidente de auto, accidente de coche, accidente de tráfico, accidente de tránsito, accidente
        automovilístico, choque de carro, choque de auto, choque de coche, choque, me chocaron, dolor de cuello
        después de un accidente, dolor de cuello después de un choque
    """,
    "Pain after back surgery": """
        sigo con dolor después de la operación, dolor después de la operación, dolor después de la cirugía, dolor
        después de operarme, dolor postoperatorio, cirugía fallida, operación fallida, espalda fallida, la cirugía no
        funcionó, la operación no funcionó, la cirugía no sirvió, la operación no sirvió, me operaron y sigo con
        dolor, me operaron y me duele, operado y con dolor, otra operación, segunda operación, segunda cirugía,
        tornillos flojos, tornillo roto, tejido cicatricial, cicatriz
    """,
}
