"""Disks, nerve roots and the spinal cord."""

from physicians.models import BodyRegion

CONDITIONS = [
    (
        "Herniated disk",
        BodyRegion.WHOLE,
        """
        slipped disk, bulging disk, ruptured disk, prolapsed disk, protruding disk, disk protrusion, extruded disk,
        torn disk, disk tear, annular tear, blown disk, blew out a disk, burst disk, popped a disk, disk out of place,
        bad disk, disk problem, disk injury, damaged disk, disk fragment, HNP, herniated nucleus pulposus,
        hernia in my back, spinal hernia, disk pressing on a nerve, pinched nerve, trapped nerve, compressed nerve,
        nerve impingement, herniated disk in my neck, slipped disk in my neck, bulging disk in my neck, neck disk,
        lumbar disk, thoracic disk, disk in my lower back, back pain going down the leg, leg pain, foot drop,
        weak leg, weak foot, hurts to sit, pain when sitting, hurts to cough, hurts to sneeze,
        pressure on a nerve, back pain that radiates, back pain radiating down the leg
        """,
    ),
    (
        "Spinal stenosis",
        BodyRegion.WHOLE,
        """
        stenosis, narrowing of the spine, spinal narrowing, narrow spinal canal, narrow canal, tight canal,
        lumbar stenosis, cervical stenosis, foraminal stenosis, central stenosis, lateral recess, thick ligament,
        ligamentum flavum, synovial cyst, claudication, neurogenic claudication, legs hurt, legs hurt when I walk,
        leg pain, leg pain when walking, leg pain when standing, leg pain at night, heavy legs, tired legs, weak legs,
        numb legs, numb feet, leg cramps, wobbly legs, legs give out, legs give way, can't walk far, cannot walk far,
        trouble walking, trouble standing, standing too long, pain when standing, pain when walking,
        leaning on a shopping cart, lean on a cart, leaning forward, better when sitting, can't stand up straight,
        back pain going down the leg, pressure on a nerve, back pain radiating down the leg,
        can't walk, cannot walk, legs feel heavy, bone pressing on a nerve
        """,
    ),
    (
        "Sciatica",
        BodyRegion.LUMBAR,
        """
        sciatic nerve, sciatic pain, sciatic nerve pain, pinched nerve, pinched nerve in the lower back,
        lumbar radiculopathy, lumbosacral radiculopathy, radiculopathy, radiculitis, radicular pain, nerve root,
        lumbar nerve, trapped nerve, compressed nerve, nerve impingement, legs hurt, pain down my leg,
        shooting leg pain, burning leg pain, sharp leg pain, nerve pain in leg, stabbing leg pain, leg pain at night,
        leg on fire, electric shock in leg, pins and needles in leg, pins and needles, leg numbness, numb foot,
        numb feet, numb toes, numb thigh, tingling leg, tingling foot, tingling feet, tingling toes, leg asleep,
        foot asleep, weak leg, weak foot, foot drop, dragging my foot, pain in my calf, calf hurts, thigh pain,
        hamstring pain, foot pain, leg cramps, pain from buttock to leg, hip and leg pain,
        back pain going down the leg, back pain to the foot, piriformis, pressure on a nerve, burning pain,
        shooting pain, electric shock, radiating pain, pain radiating down my leg, back pain radiating down the leg,
        back pain that radiates, radiates to my foot, radiates to my buttock, calf cramps
        """,
    ),
    (
        "Cervical radiculopathy",
        BodyRegion.CERVICAL,
        """
        pinched nerve, pinched nerve in the neck, trapped nerve, trapped nerve in the neck, compressed nerve,
        nerve impingement, cervical nerve, cervical disk, neck disk, herniated disk in my neck,
        bulging disk in my neck, slipped disk in my neck, foraminal stenosis, radiculopathy, radiculitis,
        radicular pain, nerve root, arm hurts, pain down my arm, shooting arm pain, burning arm pain, sharp arm pain,
        nerve pain in arm, electric shock in arm, pins and needles in arm, pins and needles in hands, pins and needles,
        arm numbness, numb hand, numb fingers, numb thumb, tingling arm, tingling hand, tingling fingers, arm asleep,
        hand asleep, weak arm, weak hand, weak grip, losing grip, lost strength in my arm, neck pain down the arm,
        neck and shoulder pain, shoulder and arm pain, arm pain at night, shoulder blade pain,
        between my shoulder blades, stinger, pressure on a nerve, shoulder pain, hand pain, shooting pain,
        electric shock, radiating pain, pain radiating down my arm, neck pain radiating down the arm,
        neck pain that radiates, radiates to my hand, radiates to my shoulder
        """,
    ),
    (
        "Myelopathy",
        BodyRegion.CERVICAL,
        """
        cervical myelopathy, degenerative cervical myelopathy, cervical spondylotic myelopathy, thoracic myelopathy,
        DCM, CSM, OPLL, ossified ligament, myelomalacia, cervical stenosis, pressure on the spinal cord,
        squeezed spinal cord, pinched spinal cord, spinal cord compression, cord compression, damaged spinal cord,
        spinal cord disease, clumsy, clumsy hands, dropping things, fumbling, numb hands, tingling hands, weak hands,
        stiff hands, hands not working, handwriting, trouble writing, trouble buttoning, can't button my shirt,
        unsteady walking, unsteady on my feet, balance, loss of balance, poor balance, trouble walking,
        difficulty walking, gait, stumbling, tripping, keep falling, frequent falls, wobbly legs, stiff legs,
        spastic legs, weak legs, heavy legs, legs give out, legs give way, spasticity,
        electric shock down my spine, electric shock in my neck, Lhermitte, weak arms and legs, numb arms and legs,
        electric shock, can't walk, cannot walk, unable to walk, legs feel like jelly, loss of feeling, hyperreflexia,
        electric shock down my spine, zap down my spine
        """,
    ),
    (
        "Cauda equina syndrome",
        BodyRegion.LUMBAR,
        """
        cauda equina, CES, numbness between the legs, saddle numbness, saddle anesthesia, numb groin, numb crotch,
        numb genitals, numb private parts, numb bottom, numb buttocks, numb when I wipe, numb inner thighs,
        loss of bladder control, loss of bowel control, lost bladder control, lost bowel control,
        bladder problems, bowel problems, bladder leaking, incontinence, bowel accidents, wetting myself,
        wetting the bed, can't pee, cannot pee, trouble peeing, can't urinate, trouble urinating, unable to urinate,
        urinary retention, sudden leg weakness, weak legs
        """,
    ),
    (
        "Spinal cord injury",
        BodyRegion.WHOLE,
        """
        SCI, cord injury, hurt spinal cord, damaged spinal cord, bruised spinal cord, severed spinal cord,
        spine injury, spinal injury, spinal trauma, broken neck, broke my neck, neck fracture, central cord syndrome,
        Brown-Sequard, paralysis, paralyzed, paraplegia, paraplegic, tetraplegia, tetraplegic, quadriplegia,
        quadriplegic, can't move my legs, cannot move my legs, can't feel my legs, cannot feel my legs,
        legs stopped working, legs don't work, neurogenic bladder, neurogenic bowel, autonomic dysreflexia, spasticity,
        diving accident, can't walk, cannot walk, unable to walk
        """,
    ),
    (
        "Chiari malformation",
        BodyRegion.CERVICAL,
        """
        Chiari, Arnold-Chiari, headache when coughing, headache when sneezing, headache when straining,
        headache at the back of the head, pressure at the back of my head, syrinx, syringomyelia, hydromyelia,
        fluid in the spinal cord, cyst in the spinal cord, brain slipping down, brain sagging, brain hernia,
        low cerebellar tonsils, cerebellar tonsils,
        headache
        """,
    ),
]
