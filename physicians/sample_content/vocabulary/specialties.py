"""Specialties: (name, who practices it, what patients call them and which symptoms they see).

A symptom without a clear condition is listed with the specialty that sees it first.
"""

SPECIALTIES = [
    (
        "Neurosurgery",
        "Neurosurgeon",
        """
        surgeon, spine surgeon, spinal surgeon, brain surgeon, brain and spine surgeon, back surgeon, neck surgeon,
        nerve surgeon, neuro surgeon, neurosurgical, surgery, spine surgery, spinal surgery, back surgery,
        neck surgery, brain surgery, nerve surgery, spinal cord surgery, operation, back operation, neck operation,
        spine operation, emergency surgery, second opinion, revision surgery, spine doctor, spine specialist,
        back doctor, back specialist, spinal cyst, cyst on the spine, arachnoid cyst, Tarlov cyst, tethered cord,
        spina bifida, CSF leak, hydrocephalus, brain tumor, spinal AVM, arteriovenous malformation, dural fistula,
        trigeminal neuralgia, carpal tunnel, neck fracture, spinal hematoma, second opinion on back surgery,
        tumor surgeon, cancer surgeon, spinal doctor, spinal specialist
        """,
    ),
    (
        "Orthopedic spine surgery",
        "Orthopedic spine surgeon",
        """
        surgeon, spine surgeon, spinal surgeon, back surgeon, neck surgeon, bone surgeon, bone doctor, bone specialist,
        orthopedic, orthopedic surgeon, orthopedic doctor, orthopedist, ortho, ortho spine, deformity surgeon,
        surgery, spine surgery, spinal surgery, back surgery, neck surgery, operation, back operation, neck operation,
        spine operation, second opinion, revision surgery, spine doctor, spine specialist, back doctor,
        back specialist, neck fracture, broken bones, swayback, second opinion on back surgery,
        spinal doctor, spinal specialist
        """,
    ),
    (
        "Neurology",
        "Neurologist",
        """
        nerve doctor, nerve specialist, neuro doctor, numbness and weakness, unexplained numbness,
        numbness, tingling, pins and needles, muscle weakness, muscle twitching, muscle cramps, muscle wasting,
        nerve pain, nerve damage, burning nerves, burning nerve pain, burning feet, numb feet, numb hands,
        tingling feet, neuropathy, peripheral neuropathy, diabetic neuropathy, neuralgia, carpal tunnel, foot drop,
        headache, migraine, head pain, back of the head pain, facial pain, trigeminal neuralgia, concussion,
        dizziness, lightheaded, vertigo, balance, gait, tremor, shaky hands, fainting, seizures, epilepsy,
        stroke, spinal stroke, memory loss, double vision, restless legs, multiple sclerosis, MS, transverse myelitis,
        Parkinson, ALS, Lou Gehrig, Guillain-Barre, dystonia, torticollis, spinal tap, lumbar puncture, Botox,
        frequent falls, keep falling, burning pain, hand pain, loss of feeling, lost feeling, paresthesia,
        meralgia paresthetica, thoracic outlet syndrome
        """,
    ),
    (
        "Physical medicine and rehabilitation",
        "Rehabilitation physician",
        """
        PM&R, PMR, physical medicine, physiatrist, physiatry, rehab, rehab doctor, rehab specialist, rehab medicine,
        back doctor, back specialist, back pain doctor, back pain specialist, neck doctor, neck pain doctor,
        spine doctor, spine specialist, nonsurgical, non-surgical, non-operative, nonoperative, conservative care,
        conservative treatment, alternative to surgery,
        sports medicine, sports injury, work injury, workers comp, workers compensation, disability, mobility,
        posture, middle back pain, mid back pain, thoracic pain, upper back pain, muscle pain, pulled muscle,
        muscle spasms, spasticity, baclofen pump, chiropractor, osteopath, osteopathic manipulation,
        spinal manipulation, ergonomics, swayback, pain between my shoulder blades, spinal doctor, spinal specialist,
        hurt my back at work, hurt on the job
        """,
    ),
    (
        "Pain medicine",
        "Pain medicine physician",
        """
        pain doctor, pain specialist, pain management, pain clinic, pain center, pain relief, pain control,
        interventional pain, anesthesiologist, chronic pain, long-term pain, widespread pain, body aches,
        chronic back pain, chronic neck pain, back pain doctor, back pain specialist, neck pain doctor, nerve pain,
        neuropathic pain, burning nerve pain, cancer pain, myofascial pain, fibromyalgia, CRPS,
        complex regional pain syndrome, RSD, reflex sympathetic dystrophy, shingles, postherpetic neuralgia,
        phantom pain, pain medication, pain meds, pain pills, painkillers, opioids, gabapentin, pain pump,
        intrathecal pump, blood patch, burning pain, nonsurgical,
        intractable pain,
        pain mgmt
        """,
    ),
    (
        "Radiation oncology",
        "Radiation oncologist",
        """
        radiation, radiation doctor, radiation specialist, radiation for cancer, rad onc, radiotherapist,
        oncologist, oncology, cancer treatment,
        cancer doctor, oncologist
        """,
    ),
    (
        "Medical oncology",
        "Medical oncologist",
        """
        cancer, cancer doctor, cancer specialist, cancer care, cancer treatment, oncologist, oncology, heme onc,
        hematologist, tumor doctor, tumor specialist, metastatic cancer, stage 4 cancer, myeloma,
        lymphoma, leukemia, melanoma, breast cancer, lung cancer, prostate cancer, kidney cancer, thyroid cancer,
        colon cancer, cancer of unknown primary
        """,
    ),
    (
        "Interventional radiology",
        "Interventional radiologist",
        """
        IR, radiologist, radiology, interventional, neurointerventional, neuroradiologist, image-guided procedure,
        image-guided treatment, needle procedure, X-ray doctor, embolization, tumor ablation, cryoablation,
        spinal angiogram, myelogram, diskogram, lumbar puncture, spinal tap, blood patch, drain an abscess
        """,
    ),
]
