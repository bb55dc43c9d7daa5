"""Specialties and procedures in Spanish, by their name in English."""

SPANISH_SPECIALTIES = {
    "Neurosurgery": """
        neurocirujano, neurocirujana, neurocirujanos, neurocirugía, cirujano, cirujana, cirujanos, cirujano de
        columna, cirujano de espalda, cirujano de cuello, cirugía, cirugías, cirugía de columna, cirugía de espalda,
        cirugía de cuello, cirugía espinal, operación, operación de columna, operación de espalda, operación de
        cuello, operar, operarme, operarse, operar la espalda, operar la columna, segunda opinión, médico de columna,
        doctor de columna, doctora de columna, especialista de columna, médico de espalda, doctor de espalda,
        especialista de espalda, tumor cerebral, columna vertebral
    """,
    "Orthopedic spine surgery": """
        ortopedista, ortopedistas, ortopeda, ortopedia, ortopédico, cirujano ortopédico, cirujano ortopedista,
        traumatólogo, traumatología, médico de huesos, doctor de huesos, especialista de huesos, cirujano, cirujana,
        cirujanos, cirujano de columna, cirujano de espalda, cirujano de cuello, cirugía, cirugías, cirugía de
        columna, cirugía de espalda, cirugía de cuello, cirugía espinal, operación, operación de columna, operación
        de espalda, operación de cuello, operar, operarme, operarse, operar la espalda, operar la columna, segunda
        opinión, médico de columna, doctor de columna, doctora de columna, especialista de columna, médico de
        espalda, doctor de espalda, especialista de espalda, columna vertebral
    """,
    "Neurology": """
        neurólogo, neuróloga, neurólogos, neurología, médico de nervios, médico de los nervios, doctor de los
        nervios, especialista en nervios, dolor de cabeza, migraña, jaqueca, mareo, mareos, vértigo, hormigueo,
        adormecimiento, entumecimiento, pies dormidos, manos dormidas, neuropatía, neuropatía diabética, neuropatía
        periférica, dolor de nervios, nervios dañados, daño de nervios, debilidad, debilidad muscular, ardor en los
        pies, ardor en las piernas, temblor, temblores, convulsiones, ataques epilépticos, epilepsia, desmayo,
        desmayos, derrame cerebral, embolia, esclerosis múltiple, túnel carpiano, neuralgia, neuralgia del trigémino,
        pérdida de memoria, calambres, calambres musculares
    """,
    "Physical medicine and rehabilitation": """
        fisiatra, fisiatras, fisiatría, medicina física, medicina física y rehabilitación, médico de rehabilitación,
        doctor de rehabilitación, médico de columna, doctor de columna, doctora de columna, especialista de columna,
        médico de espalda, doctor de espalda, especialista de espalda, tratamiento conservador, medicina deportiva,
        medicina del deporte, lesión deportiva, quiropráctico, osteópata, dolor muscular, dolor de músculos, espasmos
        musculares, contractura muscular, contracturas, accidente de trabajo, accidente en el trabajo, lesión de
        trabajo, incapacidad, columna vertebral
    """,
    "Pain medicine": """
        médico del dolor, médico para el dolor, doctor del dolor, doctora del dolor, doctor para el dolor,
        especialista del dolor, especialista en dolor, clínica del dolor, medicina del dolor, manejo del dolor,
        control del dolor, alivio del dolor, tratamiento del dolor, dolor crónico, dolor constante, dolor de nervios,
        dolor neuropático, dolor por cáncer, dolor del cáncer, fibromialgia, culebrilla, herpes zóster,
        anestesiólogo, algólogo, pastillas para el dolor, medicamento para el dolor, medicina para el dolor, bomba de
        dolor
    """,
    "Radiation oncology": """
        radioterapeuta, oncólogo radioterapeuta, oncólogo, oncóloga, oncólogos, oncología, radioterapia, radiación,
        médico de cáncer, doctor de cáncer, tratamiento de cáncer
    """,
    "Medical oncology": """
        oncólogo, oncóloga, oncólogos, oncología, oncólogo médico, médico de cáncer, doctor de cáncer, doctora de
        cáncer, especialista en cáncer, tratamiento de cáncer, cáncer, cáncer de mama, cáncer de seno, cáncer de
        pecho, cáncer de pulmón, cáncer de próstata, cáncer de riñón, cáncer de tiroides, cáncer de colon, mieloma,
        mieloma múltiple, linfoma, leucemia, hematólogo
    """,
    "Interventional radiology": """
        radiólogo, radiología, radiólogo intervencionista, radiología intervencionista, punción lumbar, mielografía,
        mielograma, embolización, drenar un absceso
    """,
}

SPANISH_PROCEDURES = {
    "En bloc resection": """
        resección en bloque, resección de tumor, quitar el tumor, sacar el tumor, extirpar el tumor, extirpación de
        tumor, operación de tumor, cirugía de tumor, cirugía de cáncer, operar un tumor
    """,
    "Decompression and stabilization": """
        descompresión, descompresión de médula, descompresión de columna, estabilización, estabilización de columna,
        estabilizar la columna, cirugía de tumor, operación de tumor, quitar el tumor, cirugía de metástasis
    """,
    "Laminectomy": """
        laminectomía, laminotomía, laminoplastia, foraminotomía, descompresión, descompresión lumbar, descompresión
        de nervios, operación de estenosis, cirugía de estenosis, operación de nervio pinzado, cirugía de nervio
        pinzado
    """,
    "Microdiskectomy": """
        microdiscectomía, discectomía, operación de hernia, operación de hernia de disco, operación de disco, cirugía
        de hernia, cirugía de hernia de disco, cirugía de disco, operar una hernia, operar un disco, quitar un disco,
        sacar un disco, cirugía de ciática, operación de ciática
    """,
    "Spinal fusion": """
        fusión, fusión de columna, fusión espinal, fusión lumbar, fusión cervical, fusión vertebral, fusión de
        vértebras, fusionar la columna, vértebras fusionadas, columna fusionada, tornillos en la columna, tornillos
        en la espalda, tornillos y barras, placa y tornillos, placa en el cuello, barras en la columna, varillas en
        la columna, metal en la espalda, injerto de hueso
    """,
    "Disk replacement": """
        reemplazo de disco, prótesis de disco, prótesis discal, disco artificial, disco de reemplazo, cambio de
        disco, disco nuevo
    """,
    "Kyphoplasty and vertebroplasty": """
        cifoplastia, vertebroplastia, cemento, cemento óseo, cemento en la columna, cemento en la vértebra, cemento
        en la espalda
    """,
    "Epidural steroid injection": """
        inyección epidural, epidural, bloqueo epidural, inyección, inyecciones, inyección en la espalda, inyección en
        la columna, inyección en el cuello, inyección para el dolor, inyección para la ciática, inyección de
        esteroides, inyección de cortisona, cortisona, esteroides, infiltración, infiltraciones, infiltración en la
        espalda, infiltración en la columna, aguja en la espalda
    """,
    "Nerve block": """
        bloqueo, bloqueos, bloqueo de nervio, bloqueo de nervios, bloqueo nervioso, bloqueo facetario, inyección,
        inyecciones, inyección en las facetas, inyección en el nervio, inyección en la espalda, inyección en el
        cuello, inyección para el dolor, infiltración, infiltraciones, infiltración de facetas, puntos gatillo
    """,
    "Radiofrequency ablation": """
        radiofrecuencia, ablación, ablación por radiofrecuencia, ablación de nervios, rizotomía, denervación, quemar
        el nervio, quemar los nervios, calor en los nervios
    """,
    "Spinal cord stimulation": """
        estimulador, estimulador de columna, estimulador espinal, estimulador de médula, estimulador medular,
        estimulación medular, estimulación de médula, neuroestimulador, neuroestimulación, neuromodulación,
        marcapasos para el dolor, aparato para el dolor, dispositivo para el dolor, implante para el dolor
    """,
    "Stereotactic radiosurgery": """
        radiocirugía, radiocirugía estereotáctica, radioterapia estereotáctica, radiación dirigida, radiación
        precisa, radioterapia
    """,
    "Radiation therapy": """
        radioterapia, radiación, radiaciones, terapia de radiación, tratamiento con radiación, radiación para el
        cáncer, tratamiento con rayos, protones
    """,
    "Chemotherapy": """
        quimioterapia, quimio, quimioterapias, inmunoterapia, terapia dirigida, terapia hormonal, medicina para el
        cáncer, medicamento para el cáncer, pastillas para el cáncer
    """,
    "Spine biopsy": """
        biopsia, biopsias, biopsia de columna, biopsia de hueso, biopsia de vértebra, biopsia de tumor, biopsia con
        aguja, muestra de tumor, muestra de tejido
    """,
    "Scoliosis surgery": """
        cirugía de escoliosis, operación de escoliosis, operar la escoliosis, corrección de escoliosis, varillas para
        la escoliosis, cirugía de columna torcida, enderezar la columna, corregir la columna, cirugía de deformidad,
        cirugía de cifosis
    """,
    "Nerve and muscle testing": """
        electromiografía, electromiograma, examen de nervios, prueba de nervios, pruebas de nervios, estudio de
        nervios, estudio de los músculos, conducción nerviosa, estudio de conducción nerviosa, velocidad de
        conducción, examen de músculos
    """,
    "Rehabilitation program": """
        rehabilitación, rehabilitación de columna, terapia física, terapias físicas, terapista físico, terapeuta
        físico, terapia, terapias, fisioterapia, fisioterapeuta, fisioterapista, kinesiología, terapia ocupacional,
        terapia acuática, ejercicio, ejercicios, ejercicios para la espalda, ejercicios para el cuello,
        estiramientos, fortalecer la espalda, volver a caminar, volver al trabajo
    """,
    "Bracing": """
        faja, fajas, faja para la espalda, faja lumbar, corsé, corset, corsé para escoliosis, collarín, collar
        cervical, cuello ortopédico, soporte lumbar, órtesis
    """,
    "Minimally invasive spine surgery": """
        mínimamente invasiva, cirugía mínimamente invasiva, mínima invasión, menos invasiva, poco invasiva, cirugía
        con láser, cirugía láser, operación con láser, láser, cirugía robótica, cirugía con robot, cirugía
        endoscópica, endoscopia de columna, incisión pequeña, cirugía ambulatoria, recuperación rápida
    """,
}
