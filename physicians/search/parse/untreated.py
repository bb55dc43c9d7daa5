"""What this service line doesn't treat: which words say so, and where to ask.

A word of a phrase of the vocabulary says nothing of the kind: “prostate” does, but not “prostate cancer”.
"""

from django.utils.translation import gettext_lazy as _

from .topics import Topic

ELSEWHERE = _("We treat the neck, back and spine. For this, ask your primary care doctor or call our main number.")
CHILDREN = _("We aren't a children's clinic. For a child, ask your child's doctor first, or call our main number.")

UNTREATED = (
    Topic(
        name="joints",
        answer=ELSEWHERE,
        ask="main",
        words="""
        knee, knees, kneecap, meniscus, acl, mcl, ankle, ankles, elbow, elbows, tennis elbow, golfers elbow, wrist,
        wrists, rotator cuff, frozen shoulder, shoulder replacement, shoulder surgery, shoulder dislocation, labrum,
        hip replacement, hip surgery, hip fracture, broken hip, joint replacement, bunion, bunions, plantar
        fasciitis, heel, heel pain, achilles, flat feet, ingrown toenail, toenail, hammertoe, hammer toe, podiatrist,
        podiatry, foot doctor, foot surgery, foot surgeon, hand surgeon, hand surgery, trigger finger, broken arm,
        broken leg, broken wrist, broken finger, broken foot, broken toe, broken hand, broken ankle, broken
        collarbone, collarbone, clavicle, shin, shin splints, femur, tibia, gout, bursitis, jaw, tmj, rodilla,
        rodillas, tobillo, tobillos, codo, muneca rota, menisco, reemplazo de cadera, protesis de cadera, manguito
        rotador, juanete, juanetes, talon, podologo, pie plano, brazo roto, pierna rota, gota, mandibula
        """,
    ),
    Topic(
        name="organs",
        answer=ELSEWHERE,
        ask="main",
        words="""
        heart, cardiologist, cardiology, cardiac, palpitations, high blood pressure, blood pressure, hypertension,
        cholesterol, pacemaker, stomach, stomach ache, stomachache, abdomen, abdominal, belly, nausea, vomiting,
        diarrhea, constipation, heartburn, reflux, ulcer, colonoscopy, gastroenterologist, gastro, gallbladder,
        appendix, appendicitis, liver, hepatitis, pancreas, hemorrhoids, bariatric, weight loss surgery, gastric,
        obesity, lung doctor, pulmonologist, asthma, copd, pneumonia, bronchitis, cough, breathing, sleep apnea,
        snoring, kidney stone, kidney stones, kidneys, dialysis, nephrologist, urologist, urology, prostate,
        vasectomy, uti, urinary tract infection, bladder infection, thyroid, diabetes, diabetic, insulin,
        endocrinologist, hormones, allergy, allergies, allergist, anemia, lupus, hiv, std, sti, hernia surgery,
        inguinal hernia, hiatal hernia, umbilical hernia, varicose veins, blood clot, wound care, corazon,
        cardiologo, presion alta, estomago, higado, rinon, rinones, pulmon, pulmones, asma, tos, prostata, urologo,
        diabetes, alergia, alergias, vesicula, hernia inguinal, hernia umbilical, colonoscopia, azucar
        """,
    ),
    Topic(
        name="senses and skin",
        answer=ELSEWHERE,
        ask="main",
        words="""
        skin, rash, acne, eczema, psoriasis, mole, moles, wart, warts, dermatologist, dermatology, botox for
        wrinkles, wrinkles, hair loss, eye, eyes, eye doctor, cataract, cataracts, glaucoma, glasses,
        ophthalmologist, optometrist, ear, ears, earache, ear infection, hearing, hearing aid, ringing in ears,
        tinnitus, ent, sinus, sinusitis, tonsil, tonsils, sore throat, throat, strep, cold and flu, flu, flu shot,
        fever, vaccine, vaccines, vaccination, covid, covid test, covid vaccine, tooth, teeth, toothache, dentist,
        dental, wisdom teeth, braces for teeth, orthodontist, gums, plastic surgery, plastic surgeon, cosmetic,
        breast reduction, breast implants, liposuction, piel, sarpullido, dermatologo, ojo, ojos, oculista,
        oftalmologo, cataratas, oido, oidos, garganta, gripe, gripa, resfriado, catarro,
        vacuna, vacunas, diente, dientes, muela, muelas,
        dentista,
        cirugia plastica
        """,
    ),
    Topic(
        name="women and pregnancy",
        answer=ELSEWHERE,
        ask="main",
        words="""
        pregnant, pregnancy, pregnancy test, prenatal, birth control, obgyn, ob gyn, gynecologist, gynecology,
        obstetrician, midwife, labor and delivery, deliver a baby, c section, period cramps, menstrual, menopause,
        pap smear, mammogram, mammography, fertility, ivf, infertility, breast lump, hysterectomy, ovarian cyst,
        fibroids, ginecologo, ginecologa, embarazo, embarazada, prueba de embarazo, parto, mamografia,
        anticonceptivos
        """,
    ),
    Topic(
        name="mind",
        answer=ELSEWHERE,
        ask="main",
        words="""
        depression, anxiety, psychiatrist, psychiatry, psychologist, psychology, counselor, counseling, therapist for
        anxiety, marriage counseling, adhd, add medication, autism, bipolar, ptsd, insomnia, eating disorder, rehab
        for alcohol, alcohol rehab, drug rehab, alcoholism, addiction, addicted, detox, suboxone, methadone, quit
        smoking, dementia, alzheimers, alzheimer, depresion, ansiedad, psiquiatra, psicologo, psicologa, adiccion,
        alcoholismo, insomnio
        """,
    ),
    Topic(
        name="general care",
        answer=ELSEWHERE,
        ask="main",
        words="""
        family doctor, family medicine, family physician, primary care, primary care doctor, pcp, general
        practitioner, internal medicine, internist, annual physical, yearly physical, physical exam, sports physical,
        school physical, checkup, check up, wellness visit, blood work, blood test, urgent care, walk in clinic, std
        test, stitches, veterinarian, vet, dog, cat, weight loss, diet pills, nutritionist, dietitian, medico
        familiar, medico de familia, medico general, medico de cabecera, chequeo, analisis de sangre
        """,
    ),
    Topic(
        name="children",
        answer=CHILDREN,
        ask="main",
        words="""
        pediatric, pediatrics, pediatrician, pediatricians, paediatric, baby, newborn, infant, toddler, childrens
        hospital, childrens doctor, pediatra, pediatria, bebe, recien nacido
        """,
    ),
)
