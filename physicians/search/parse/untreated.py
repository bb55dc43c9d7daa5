"""What this service line doesn't treat: which words say so, and where to ask.

A word of a phrase of the vocabulary says nothing of the kind: “prostate” does, but not “prostate cancer”.
"""

from django.utils.translation import gettext_lazy as _

from .topics import Topic

ELSEWHERE = _("We treat the neck, back and spine. For this, ask your primary care doctor or call our main number.")
ELSEWHERE_IN_SPANISH = _(
    "Tratamos el cuello, la espalda y la columna. Para esto, pregunte a su médico de cabecera o llame a "
    "nuestro número principal."
)
CHILDREN = _("We aren't a children's clinic. For a child, ask your child's doctor first, or call our main number.")

CHILDREN_IN_SPANISH = _(
    "No somos una clínica para niños. Para un niño, pregunte primero a su pediatra o llame a nuestro número principal."
)

UNTREATED = (
    Topic(
        name="joints",
        answer=ELSEWHERE,
        spanish_answer=ELSEWHERE_IN_SPANISH,
        ask="main",
        words="""
        knee, knees, kneecap, meniscus, acl, mcl, ankle, ankles, elbow, elbows, tennis elbow, golfers elbow, wrist,
        wrists, rotator cuff, frozen shoulder, shoulder replacement, shoulder surgery, shoulder dislocation, labrum,
        hip replacement, hip surgery, hip fracture, broken hip, joint replacement, bunion, bunions, plantar fasciitis,
        heel, heel pain, achilles, flat feet, ingrown toenail, toenail, hammertoe, hammer toe, podiatrist, podiatry,
        foot doctor, foot surgery, foot surgeon, hand surgeon, hand surgery, trigger finger, broken arm, broken leg,
        broken wrist, broken finger, broken foot, broken toe, broken hand, broken ankle, broken collarbone, collarbone,
        clavicle, shin, shin splints, femur, tibia, gout, bursitis, jaw, tmj, toe, toes, stubbed toe, broken rib,
        broken ribs, cracked rib, cracked ribs, bruised rib, bruised ribs
        """,
        spanish="""
        rodilla, rodillas, tobillo, tobillos, codo, muneca rota, menisco, reemplazo de cadera, protesis de cadera,
        manguito rotador, juanete, juanetes, talon, podologo, pie plano, brazo roto, pierna rota, gota, mandibula
        """,
    ),
    Topic(
        name="organs",
        answer=ELSEWHERE,
        spanish_answer=ELSEWHERE_IN_SPANISH,
        ask="main",
        words="""
        heart, cardiologist, cardiology, cardiac, palpitations, high blood pressure, blood pressure, hypertension,
        cholesterol, pacemaker, stomach, stomach ache, stomachache, abdomen, abdominal, belly, nausea, vomiting,
        diarrhea, constipation, heartburn, reflux, ulcer, colonoscopy, gastroenterologist, gastro, gallbladder,
        appendix, appendicitis, liver, hepatitis, pancreas, hemorrhoids, bariatric, weight loss surgery, gastric,
        obesity, lung doctor, pulmonologist, asthma, copd, pneumonia, bronchitis, cough, breathing, sleep apnea,
        snoring, kidney stone, kidney stones, kidneys, dialysis, nephrologist, urologist, urology, prostate, vasectomy,
        uti, urinary tract infection, bladder infection, thyroid, diabetes, diabetic, insulin, endocrinologist,
        hormones, allergy, allergies, allergist, anemia, lupus, hiv, std, sti, hernia surgery, inguinal hernia, hiatal
        hernia, umbilical hernia, varicose veins, blood clot, wound care, lung, lungs, kidney, colon, tummy, tummy
        tuck, throwing up, gas, bloating, bloated, acid reflux, indigestion, poison ivy, lymph node, lymph nodes,
        testicle, testicles, penis, vagina, vaginal, yeast infection, pee, peeing, urine, urinate, urinating,
        urination, frequent urination, overactive bladder, kidney infection
        """,
        spanish="""
        corazon, cardiologo, presion alta, estomago, higado, rinon, rinones, pulmon, pulmones, asma, tos, prostata,
        urologo, diabetes, alergia, alergias, vesicula, hernia inguinal, hernia umbilical, colonoscopia, azucar,
        barriga, panza, orina, orino, orinar, arde al orinar, infeccion de orina, vomito
        """,
    ),
    Topic(
        name="senses and skin",
        answer=ELSEWHERE,
        spanish_answer=ELSEWHERE_IN_SPANISH,
        ask="main",
        words="""
        skin, rash, acne, eczema, psoriasis, mole, moles, wart, warts, dermatologist, dermatology, botox for wrinkles,
        wrinkles, hair loss, eye, eyes, eye doctor, cataract, cataracts, glaucoma, glasses, ophthalmologist,
        optometrist, ear, ears, earache, ear infection, hearing, hearing aid, ringing in ears, tinnitus, ent, sinus,
        sinusitis, tonsil, tonsils, sore throat, throat, strep, cold and flu, flu, flu shot, fever, vaccine, vaccines,
        vaccination, covid, covid test, covid vaccine, tooth, teeth, toothache, dentist, dental, wisdom teeth, braces
        for teeth, orthodontist, gums, plastic surgery, plastic surgeon, cosmetic, breast reduction, breast implants,
        liposuction, nose, nose job, boob job, noses, nosebleed, nosebleeds, nostril, lip, lips, tongue, mouth, canker,
        canker sore, cold sore, face lift, facelift, eyebrow, eyebrows, eyelid, eyelids, vision, blurry vision, pink
        eye, hair, bald, baldness, dandruff, nail, nails, fungus, sunburn, bug bite, tick, tick bite, itch, itching,
        itchy, hives, breast, breasts, breast pain, nipple, nipples
        """,
        spanish="""
        piel, sarpullido, dermatologo, ojo, ojos, oculista, oftalmologo, cataratas, oido, oidos, garganta, gripe,
        gripa, resfriado, catarro, vacuna, vacunas, diente, dientes, muela, muelas, dentista, cirugia plastica, nariz,
        unas, una enterrada, cabello, caida del cabello, lengua, labios, boca, comezon
        """,
    ),
    Topic(
        name="women and pregnancy",
        answer=ELSEWHERE,
        spanish_answer=ELSEWHERE_IN_SPANISH,
        ask="main",
        words="""
        pregnant, pregnancy, pregnancy test, prenatal, birth control, obgyn, ob gyn, gynecologist, gynecology,
        obstetrician, midwife, labor and delivery, deliver a baby, c section, period cramps, menstrual, menopause, pap
        smear, mammogram, mammography, fertility, ivf, infertility, breast lump, hysterectomy, ovarian cyst, fibroids
        """,
        spanish="ginecologo, ginecologa, embarazo, embarazada, prueba de embarazo, parto, mamografia, anticonceptivos",
    ),
    Topic(
        name="mind",
        answer=ELSEWHERE,
        spanish_answer=ELSEWHERE_IN_SPANISH,
        ask="main",
        words="""
        depression, anxiety, psychiatrist, psychiatry, psychologist, psychology, counselor, counseling, therapist for
        anxiety, marriage counseling, adhd, add medication, autism, bipolar, ptsd, insomnia, eating disorder, rehab for
        alcohol, alcohol rehab, drug rehab, alcoholism, addiction, addicted, detox, suboxone, methadone, quit smoking,
        dementia, alzheimers, alzheimer
        """,
        spanish="depresion, ansiedad, psiquiatra, psicologo, psicologa, adiccion, alcoholismo, insomnio",
    ),
    Topic(
        name="general care",
        answer=ELSEWHERE,
        spanish_answer=ELSEWHERE_IN_SPANISH,
        ask="main",
        words="""
        family doctor, family medicine, family physician, primary care, primary care doctor, pcp, general practitioner,
        internal medicine, internist, annual physical, yearly physical, physical exam, sports physical, school
        physical, checkup, check up, wellness visit, blood work, blood test, urgent care, walk in clinic, std test,
        stitches, veterinarian, vet, dog, cat, weight loss, diet pills, nutritionist, dietitian
        """,
        spanish="medico familiar, medico de familia, medico general, medico de cabecera, chequeo, analisis de sangre",
    ),
    Topic(
        name="children",
        answer=CHILDREN,
        spanish_answer=CHILDREN_IN_SPANISH,
        ask="main",
        words="""
        pediatric, pediatrics, pediatrician, pediatricians, paediatric, baby, newborn, infant, toddler, childrens
        hospital, childrens doctor, kids doctor, kid doctor, doctor for kids, doctor for children, child doctor, kids
        hospital, kids clinic
        """,
        spanish="pediatra, pediatria, bebe, recien nacido, doctor para ninos, doctora para ninos, ninos, nino",
    ),
)
