"""Pain in the back or neck after an injury, after an operation, or without a known cause."""

from physicians.models import BodyRegion

CONDITIONS = [
    (
        "Low back pain",
        BodyRegion.LUMBAR,
        """
        back pain, lower back pain, LBP, back hurts, lower back hurts, backache, back ache, bad back, sore back,
        achy back, lumbago, lumbar pain, chronic back pain, constant back pain, sharp back pain,
        stabbing back pain, dull back pain, sudden back pain, back pain on one side, back pain at night,
        back strain, back sprain, lumbar strain, pulled back muscle, pulled muscle, back spasm, back cramps,
        tight back, stiff back, stiff lower back, back injury, hurt my back lifting, back pain from lifting,
        threw out my back, back went out, thrown out back, back locked up, back seized up, can't bend over,
        hurts to bend, can't straighten up, can't get out of bed, hurts to stand, pain when standing, hurts to sit,
        pain when sitting, fell and hurt my back, back pain after a fall, back pain after an accident,
        back injury at work, back pain in pregnancy, pregnant with back pain, back pain doctor, sharp pain,
        stabbing pain, hurt my back at work
        """,
    ),
    (
        "Neck pain",
        BodyRegion.CERVICAL,
        """
        neck hurts, neck ache, bad neck, stiff neck, sore neck, tight neck, crick in the neck,
        kink in the neck, neck spasm, neck strain, neck tension, neck locked up, neck cracking, grinding in my neck,
        cervicalgia, cervical pain, cervical strain, c-spine, torticollis, wry neck, text neck, tech neck, slept wrong,
        chronic neck pain, sharp neck pain, neck pain at night, back of the neck pain, neck and shoulder pain,
        neck and arm pain, tight shoulders, knots in my shoulders, upper back pain, base of the skull pain,
        headache from my neck, cervicogenic headache, can't turn my head, hurts to turn my head, can't move my neck,
        cervical spondylosis, arthritis in my neck, neck pain doctor, shoulder pain, pain between my shoulder blades
        """,
    ),
    (
        "Whiplash",
        BodyRegion.CERVICAL,
        """
        neck injury, neck trauma, neck sprain, rear-ended, rear-end collision, fender bender, car accident, car crash,
        car wreck, auto accident, motor vehicle accident, MVA, MVC, hurt in a crash, neck pain after a crash,
        neck pain after a car crash, neck pain after an accident, neck pain after a fall, neck hurt in an accident
        """,
    ),
    (
        "Pain after back surgery",
        BodyRegion.WHOLE,
        """
        failed back surgery, failed back syndrome, failed surgery, failed fusion, FBSS, post-laminectomy syndrome,
        postlaminectomy syndrome, persistent spinal pain syndrome, pain after surgery, pain after spine surgery,
        pain after neck surgery, pain after fusion, pain after laminectomy, still hurts after surgery,
        still hurts after fusion, pain came back after surgery, back pain that came back after an operation,
        surgery didn't help, surgery did not work, worse after surgery, scar tissue, epidural fibrosis, arachnoiditis,
        hardware pain, loose hardware, broken hardware, loose screws, broken screw, broken rod, nonunion,
        pseudarthrosis, adjacent segment disease, recurrent disk herniation, reherniation, revision surgery,
        redo surgery, another back surgery, second operation, hardware failure, pseudoarthrosis, post-op pain,
        still hurting after my operation
        """,
    ),
]
