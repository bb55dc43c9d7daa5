"""Broken and thin bone, curves, slipped vertebrae and wear."""

from physicians.models import BodyRegion

CONDITIONS = [
    (
        "Compression fracture",
        BodyRegion.THORACIC,
        """
        broken back, broke my back, broken spine, broken vertebra, broken bone in my back, back fracture,
        fractured spine, spinal fracture, fractured vertebra, vertebral fracture, cracked spine, cracked vertebra,
        collapsed vertebra, collapsed spine, crushed vertebra, squashed vertebra, VCF, wedge fracture, burst fracture,
        insufficiency fracture, fragility fracture, osteoporotic fracture, pathologic fracture, sacral fracture,
        thoracic fracture, lumbar fracture, broken bone from cancer, fell on my back, fell and hurt my back,
        back pain after a fall, back pain after an accident, back pain from osteoporosis, sudden back pain
        """,
    ),
    (
        "Osteoporosis of the spine",
        BodyRegion.WHOLE,
        """
        osteoporosis, osteopenia, brittle bones, thin bones, weak bones, soft bones, fragile bones, porous bones,
        bone loss, bone density, bone health, DEXA, DXA, getting shorter, lost height, losing height, height loss,
        shrinking, osteoporotic fracture, fragility fracture, back pain from osteoporosis
        """,
    ),
    (
        "Scoliosis",
        BodyRegion.WHOLE,
        """
        curved spine, spinal curve, curvature of the spine, spinal curvature, curved back, crooked back, crooked spine,
        S-shaped spine, bent spine, twisted spine, sideways curve, spine not straight, spine out of alignment,
        adult scoliosis, degenerative scoliosis, idiopathic scoliosis, scoliosis in a teenager, child with scoliosis,
        spinal deformity, spine deformity, Cobb angle, rib hump, uneven shoulders, uneven hips, uneven waist,
        one shoulder higher, one hip higher, shoulder blade sticks out, leaning to one side, lopsided,
        kyphoscoliosis
        """,
    ),
    (
        "Kyphosis",
        BodyRegion.THORACIC,
        """
        hunchback, hunched back, hunched over, rounded back, round shoulders, stooped back, stooped over,
        bent forward, leaning forward, hump, hump in the upper back, dowager's hump, slouching, posture, bad posture,
        poor posture, head forward, chin on chest, can't stand up straight, flat back, flatback, Scheuermann,
        Scheuermann disease, spinal deformity, spine deformity, kyphoscoliosis, sagittal imbalance
        """,
    ),
    (
        "Spondylolisthesis",
        BodyRegion.LUMBAR,
        """
        slipped vertebra, slipped bone in the back, slipped spine, shifted vertebra, vertebra out of place,
        vertebra out of line, misaligned vertebra, spine out of alignment, unstable spine, unstable back,
        spinal instability, anterolisthesis, retrolisthesis, spondy, spondylolysis, pars defect, pars fracture,
        stress fracture in my back
        """,
    ),
    (
        "Degenerative disk disease",
        BodyRegion.WHOLE,
        """
        DDD, degenerative disk, degenerated disk, disk disease, degenerative spine, spinal degeneration,
        disk wear and tear, wear and tear, worn disk, worn out back, worn spine, worn vertebrae,
        dried out disk, desiccated disk, black disk, thin disk, flat disk, collapsed disk, crumbling disk,
        crumbling spine, bad disk, disk problem, lost disk height, disk space narrowing, discogenic pain,
        Modic changes, disk in my lower back, neck disk, lumbar disk, pain when sitting,
        spondylosis
        """,
    ),
    (
        "Arthritis of the spine",
        BodyRegion.WHOLE,
        """
        arthritis, arthritis in my back, arthritis in my neck, spinal arthritis, osteoarthritis,
        degenerative arthritis, spondylosis, cervical spondylosis, lumbar spondylosis, facet joints, facet joint pain,
        facet pain, facet arthropathy, facet syndrome, bone spurs, osteophytes, stiff back, stiff spine, stiff neck,
        morning stiffness, worn joints, joint pain in my back, wear and tear, degenerative spine, grinding in my neck,
        neck cracking, spondylitis, ankylosing spondylitis, spondyloarthritis, inflammatory back pain,
        rheumatoid arthritis, DISH, bamboo spine, degenerative joint disease, DJD
        """,
    ),
    (
        "Sacroiliac joint pain",
        BodyRegion.SACRAL,
        """
        SI joint, SI joint pain, SI joint dysfunction, SI pain, SIJ, sacroiliac, sacroiliac joint, sacroiliitis,
        sacrum pain, sacral pain, pain where spine and pelvis meet, pelvic pain, pelvis out of line, hip pain,
        hip hurts, groin pain, pain in my buttock, butt pain, butt hurts, piriformis, tailbone, tailbone pain,
        coccyx, coccydynia, hurts to sit, pain when sitting, pain when turning in bed, back pain in pregnancy
        """,
    ),
]
