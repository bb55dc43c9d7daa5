"""Procedures: (name, what patients call it)."""

PROCEDURES = [
    (
        "En bloc resection",
        """
        en bloc, whole tumor removed, tumor in one piece, tumor removal, tumor taken out, cut out the tumor,
        tumor resection, tumor excision, tumor surgery, spine tumor surgery, cancer surgery, wide resection,
        wide excision, spondylectomy, vertebrectomy, sacrectomy
        """,
    ),
    (
        "Decompression and stabilization",
        """
        decompression, decompression surgery, spinal decompression, cord decompression, separation surgery,
        spinal stabilization, stabilize the spine, steady the spine, free the spinal cord,
        surgery for spinal metastases, surgery for cancer in the spine, tumor surgery, tumor removal, debulking,
        palliative surgery, corpectomy
        """,
    ),
    (
        "Laminectomy",
        """
        lumbar laminectomy, cervical laminectomy, laminotomy, hemilaminectomy, laminoplasty, foraminotomy,
        decompression, lumbar decompression, nerve decompression, decompression surgery, spinal decompression,
        stenosis surgery, surgery for narrowing, open up the spinal canal, widen the spinal canal, free the nerves,
        remove bone spurs, shave bone, pinched nerve surgery, take pressure off the nerves
        """,
    ),
    (
        "Microdiskectomy",
        """
        diskectomy, lumbar diskectomy, endoscopic diskectomy, disk surgery, disk operation, herniated disk surgery,
        slipped disk surgery, bulging disk surgery, disk removal, disk fragment removal, take out a disk, trim a disk,
        shave a disk, sciatica surgery, pinched nerve surgery, MLD
        """,
    ),
    (
        "Spinal fusion",
        """
        fusion, fusion surgery, spine fusion, lumbar fusion, cervical fusion, back fusion, neck fusion, fused spine,
        fused back, fused neck, fuse vertebrae, bones fused together, interbody fusion, ACDF,
        anterior cervical diskectomy and fusion, TLIF, PLIF, ALIF, XLIF, OLIF, LLIF, SI joint fusion,
        sacroiliac fusion, arthrodesis, spondylodesis, screws and rods, screws in my back, rods in my back,
        plate in my neck, metal in my back, pedicle screws, bone graft, spine hardware, instrumentation, corpectomy
        """,
    ),
    (
        "Disk replacement",
        """
        total disk replacement, cervical disk replacement, lumbar disk replacement, neck disk replacement,
        artificial disk, synthetic disk, disk implant, disk prosthesis, disk arthroplasty,
        cervical arthroplasty, ADR, TDR, motion preservation, alternative to fusion, avoid fusion
        """,
    ),
    (
        "Kyphoplasty and vertebroplasty",
        """
        kyphoplasty, balloon kyphoplasty, vertebroplasty, sacroplasty, vertebral augmentation, bone cement, cement,
        cement for a broken vertebra, cement in my spine, cement injection, balloon for a broken back,
        fracture repair, fix a compression fracture, fix a broken vertebra
        """,
    ),
    (
        "Epidural steroid injection",
        """
        epidural, epidural injection, epidural shot, ESI, steroid shot, steroid injection, cortisone, cortisone shot,
        cortisone injection, injection, back injection, neck injection, spine injection, spinal injection,
        lumbar injection, shots, shot in my back, shot in my neck, needle in my back, pain injection, pain shot,
        transforaminal injection, TFESI, interlaminar injection, caudal injection, injection for sciatica,
        injection for a pinched nerve
        """,
    ),
    (
        "Nerve block",
        """
        medial branch block, MBB, facet injection, facet block, selective nerve root block, SNRB, nerve root injection,
        occipital nerve block, stellate ganglion block, sympathetic block, diagnostic block, SI joint injection,
        sacroiliac injection, joint injection, trigger point injection, injection, shots, numbing shot,
        numbing injection, lidocaine, back injection, neck injection, pain injection
        """,
    ),
    (
        "Radiofrequency ablation",
        """
        RFA, radiofrequency, rhizotomy, neurotomy, denervation, ablation, nerve ablation, facet ablation,
        burning the nerves, burn nerve endings, kill the nerve, deaden the nerve, heat the nerve,
        basivertebral nerve
        """,
    ),
    (
        "Spinal cord stimulation",
        """
        SCS, stimulator, spinal stimulator, nerve stimulator, back stimulator, stimulator implant, stimulator trial,
        neurostimulator, neuromodulation, dorsal column stimulator, dorsal root ganglion, pain pacemaker,
        implant for pain, device for pain, electrodes in my spine
        """,
    ),
    (
        "Stereotactic radiosurgery",
        """
        radiosurgery, spine radiosurgery, stereotactic, stereotactic radiation, SBRT, SABR, SRS,
        stereotactic body radiation therapy, CyberKnife, gamma knife, focused radiation, pinpoint radiation,
        precise radiation, targeted radiation, high-dose radiation,
        radiotherapy, radiation treatment
        """,
    ),
    (
        "Radiation therapy",
        """
        radiation, radiation treatment, radiation for cancer, radiotherapy, palliative radiation,
        external beam, X-ray treatment, XRT, IMRT, proton therapy, brachytherapy, radiation for bone pain
        """,
    ),
    (
        "Chemotherapy",
        """
        chemo, immunotherapy, targeted therapy, hormone therapy, systemic therapy, cancer drugs, cancer medicine,
        cancer pills, infusion, bone strengthening infusion, denosumab, zoledronic acid
        """,
    ),
    (
        "Spine biopsy",
        """
        biopsy, needle biopsy, image-guided biopsy, CT-guided biopsy, core biopsy, bone biopsy, vertebral biopsy,
        tumor biopsy, disk biopsy, disk aspiration, tissue sample, sample of the tumor, needle test
        """,
    ),
    (
        "Scoliosis surgery",
        """
        scoliosis correction, scoliosis operation, rods for scoliosis, deformity surgery, kyphosis surgery,
        deformity correction, straighten my spine, correct a curved spine, curve correction, curved spine surgery,
        fix a crooked spine, spinal realignment, osteotomy, growing rods, vertebral body tethering, VBT, Harrington rod
        """,
    ),
    (
        "Nerve and muscle testing",
        """
        EMG, electromyography, electromyogram, NCS, NCV, nerve conduction, nerve conduction study, nerve test,
        nerve study, muscle test, electrodiagnostic, EDX, test for nerve damage, shock test,
        needle in the muscle, evoked potentials
        """,
    ),
    (
        "Rehabilitation program",
        """
        rehab, rehab program, rehabilitation, spine rehab, inpatient rehab, rehab after surgery, physical therapy,
        physical therapist, physiotherapy, physiotherapist, occupational therapy, therapy, exercise, back exercises,
        neck exercises, stretching, strengthening, core strength, back school, aquatic therapy, water therapy,
        gait training, balance training, posture training, learn to walk again, recovery after surgery,
        functional restoration, work conditioning, work hardening, return to work
        """,
    ),
    (
        "Bracing",
        """
        back brace, neck brace, scoliosis brace, spine brace, cervical collar, neck collar, hard collar, collar,
        TLSO, LSO, halo, halo vest, corset, back belt, back support, lumbar support, Boston brace, Milwaukee brace,
        orthosis, body cast
        """,
    ),
    (
        "Minimally invasive spine surgery",
        """
        minimally invasive, minimally invasive surgery, less invasive, MIS, keyhole, small incision, small cut,
        small scar, tiny incision, endoscopic, endoscopic surgery, laser surgery, laser spine surgery, robot,
        robotic surgery, computer navigation, microsurgery, microscopic surgery, outpatient surgery, same-day surgery,
        short stay, fast recovery
        """,
    ),
]
