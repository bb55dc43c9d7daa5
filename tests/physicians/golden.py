"""The golden queries: what people type into the search for a doctor, and who is right for it.

Written from what the sample physicians do (conditions, procedures, languages, clinics), without a look at the lay
phrases, at the code of the search or at its answers. So none may be changed because the search misses it; only because
a careful nurse would disagree about who is right.
"""

from dataclasses import KW_ONLY, dataclass
from functools import reduce
from operator import and_, or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from physicians.models import Condition, Language, Location, Physician, Procedure, Specialty

LISTS = {
    "conditions": (Condition, "slug__in"),
    "specialties": (Specialty, "slug__in"),
    "procedures": (Procedure, "slug__in"),
    "languages": (Language, "code__in"),
    "locations": (Location, "slug__in"),
}
SURGEONS = "neurosurgery orthopedic-spine-surgery"
ONCOLOGISTS = "medical-oncology radiation-oncology"
REHAB = "physical-medicine-and-rehabilitation"
RALEIGH = "oak-meadow-spine-center north-lantern-clinic"
NECK = "cervical-radiculopathy myelopathy neck-pain"
LOW_BACK = "herniated-disk sciatica spinal-stenosis spondylolisthesis degenerative-disk-disease low-back-pain"
CANCER = "tumors-of-the-spine metastatic-cancer-to-the-spine"


@dataclass(frozen=True)
class Golden:
    """A query, and the physicians it should find; lists are slugs (languages: codes) with spaces between them."""

    query: str
    _: KW_ONLY
    conditions: str = ""
    specialties: str = ""
    procedures: str = ""
    languages: str = ""
    locations: str = ""
    names: str = ""  # slugs of physicians
    virtual: bool = False
    accepting: bool = False
    typo: bool = False
    either: bool = False  # one of the lists is enough; what is asked of visits and patients holds all the same

    def right(self) -> QuerySet[Physician]:
        """Return the published physicians who have any value of every list that is given."""
        lists = [
            Q(Exists(model.objects.filter(**{"physicians": OuterRef("pk"), lookup: getattr(self, field).split()})))
            for field, (model, lookup) in LISTS.items()
            if getattr(self, field)
        ]
        if self.names:
            lists.append(Q(slug__in=self.names.split()))
        physicians = Physician.objects.live().filter(reduce(or_ if self.either else and_, lists, Q()))
        if self.virtual:
            physicians = physicians.filter(offers_virtual_visits=True)
        if self.accepting:
            physicians = physicians.filter(accepting_new_patients=True)
        return physicians


# An old man, a roofer, a mother, a person after cancer: what they feel, as they would say it.
SYMPTOMS = [
    Golden("my leg goes numb when i stand too long", conditions="spinal-stenosis sciatica"),
    Golden("have to sit down after walking to the mailbox, legs get heavy", conditions="spinal-stenosis"),
    Golden("I feel better when I lean on the shopping cart", conditions="spinal-stenosis"),
    Golden("pain shooting down the back of my leg", conditions="sciatica"),
    Golden("shooting pian from buttock to foot", conditions="sciatica", typo=True),
    Golden("burning pain left butt cheek down to calf cant sit", conditions="sciatica"),
    Golden("electric shock goes down my leg when i sneeze", conditions="sciatica herniated-disk"),
    Golden("pain leg very much no sleep", conditions="sciatica"),
    Golden("threw my back out lifting drywall", conditions="low-back-pain herniated-disk"),
    Golden("hurt my bcak at work lifting", conditions="low-back-pain herniated-disk", typo=True),
    Golden("my lowwer back is killing me", conditions="low-back-pain", typo=True),
    Golden("bakc pain for 3 months", conditions="low-back-pain", typo=True),
    Golden("back pain but i dont want surgery", conditions="low-back-pain"),
    Golden("stiff neck cant turn my head", conditions="neck-pain"),
    Golden("nek pain from sitting at computer", conditions="neck-pain", typo=True),
    Golden("got rear ended and now my neck hurts", conditions="whiplash neck-pain"),
    Golden("neck pain after car acident", conditions="whiplash neck-pain", typo=True),
    Golden("tingling in my fingers and my arm aches from the neck down", conditions="cervical-radiculopathy"),
    Golden("numbness in thumb and sholder blade pain", conditions="cervical-radiculopathy", typo=True),
    Golden("dropping things, cant button my shirt anymore", conditions="myelopathy"),
    Golden("numb hands and trouble with ballance", conditions="myelopathy", typo=True),
    Golden("zap down my spine when i look down", conditions="myelopathy"),
    Golden("headaches", conditions="chiari-malformation", specialties="neurology", either=True),
    Golden("headache in back of head when I cough or laugh", conditions="chiari-malformation"),
    Golden("headake", conditions="chiari-malformation", specialties="neurology", either=True, typo=True),
    Golden("my daughter has one shoulder higher than the other", conditions="scoliosis"),
    Golden("teenager with crooked back", conditions="scoliosis"),
    Golden("school nurse said my 13 year old has a curve in her spine", conditions="scoliosis"),
    Golden("sons back is curvd", conditions="scoliosis kyphosis", typo=True),
    Golden("uneven hips and rib hump when bending", conditions="scoliosis"),
    Golden(
        "mother getting hunched over and shorter", conditions="kyphosis osteoporosis-of-the-spine compression-fracture"
    ),
    Golden("my son slouches and has a round upper back", conditions="kyphosis"),
    Golden("hunchbak", conditions="kyphosis", typo=True),
    Golden("sudden pain in middle of back after coughing, I have thin bones", conditions="compression-fracture"),
    Golden("grandma fell and broke a bone in her back", conditions="compression-fracture"),
    Golden("cracked vertabra", conditions="compression-fracture", typo=True),
    Golden("week bones in spine", conditions="osteoporosis-of-the-spine", typo=True),
    Golden("pain on one side by the dimple above my butt since pregnancy", conditions="sacroiliac-joint-pain"),
    Golden("tailbone area hurts climbing stairs si joint", conditions="sacroiliac-joint-pain"),
    Golden("still hurting a year after my back operation", conditions="pain-after-back-surgery"),
    Golden("back surgury didnt work", conditions="pain-after-back-surgery", typo=True),
    Golden("fever and back pain after iv antibiotics", conditions="spinal-infection"),
    Golden("infecton in my spine", conditions="spinal-infection", typo=True),
    Golden("numb between my legs and cant pee", conditions="cauda-equina-syndrome"),
    Golden("husband paralyzed after fall from roof", conditions="spinal-cord-injury"),
    Golden("paralized from waist down rehab", conditions="spinal-cord-injury", specialties=REHAB, typo=True),
    Golden("breast cancer spread to my back bones", conditions="metastatic-cancer-to-the-spine"),
    Golden("prostrate cancer in the spine", conditions="metastatic-cancer-to-the-spine", typo=True),
    Golden("back pain at night and i had lung cancer", conditions="metastatic-cancer-to-the-spine"),
    Golden("they found a spot on my spine", conditions=CANCER),
    Golden("lump on spinal cord", conditions="tumors-of-the-spine"),
    Golden(
        "pins and needles in both feet", conditions="sciatica spinal-stenosis", specialties="neurology", either=True
    ),
    Golden("back hurts worse in the morning stiff old joints", conditions="arthritis-of-the-spine"),
]

# What it was called by a doctor, a neighbor or a scan.
CONDITIONS = [
    Golden("slipped disc", conditions="herniated-disk"),
    Golden("slippd disk", conditions="herniated-disk", typo=True),
    Golden("hurniated disc", conditions="herniated-disk", typo=True),
    Golden("herniatted disk", conditions="herniated-disk", typo=True),
    Golden("blown disc", conditions="herniated-disk"),
    Golden("MRI says disc protrusion touching the nerve", conditions="herniated-disk"),
    Golden("HNP lumbar", conditions="herniated-disk"),
    Golden("bulgeing disk", conditions="herniated-disk", typo=True),
    Golden("hernisted disc", conditions="herniated-disk", typo=True),
    Golden("siatica", conditions="sciatica", typo=True),
    Golden("sciaticq nerve pain", conditions="sciatica", typo=True),
    Golden("syatica pain", conditions="sciatica", typo=True),
    Golden("stinosis", conditions="spinal-stenosis", typo=True),
    Golden("spinal stenosys", conditions="spinal-stenosis", typo=True),
    Golden("mri says narrowing of the canal", conditions="spinal-stenosis"),
    Golden("neurogenic claudication", conditions="spinal-stenosis"),
    Golden("DDD", conditions="degenerative-disk-disease"),
    Golden("degenritive disc", conditions="degenerative-disk-disease", typo=True),
    Golden("worn out discs", conditions="degenerative-disk-disease"),
    Golden("facet arthropathy", conditions="arthritis-of-the-spine"),
    Golden("spondylosis", conditions="arthritis-of-the-spine degenerative-disk-disease"),
    Golden("artheritis in my back", conditions="arthritis-of-the-spine", typo=True),
    Golden("spondylothesis", conditions="spondylolisthesis", typo=True),
    Golden("vertebra slipped forward", conditions="spondylolisthesis"),
    Golden("scoleosis", conditions="scoliosis", typo=True),
    Golden("skoliosis adult", conditions="scoliosis", typo=True),
    Golden("scoliosid in adults", conditions="scoliosis", typo=True),
    Golden("dowagers hump", conditions="kyphosis"),
    Golden("scheuermann", conditions="kyphosis"),
    Golden("trapped nerve in neck", conditions="cervical-radiculopathy"),
    Golden("pinced nerve in neck", conditions="cervical-radiculopathy", typo=True),
    Golden("cervical radiculopthy", conditions="cervical-radiculopathy", typo=True),
    Golden("spinal cord being squeezed in the neck", conditions="myelopathy"),
    Golden("mylopathy", conditions="myelopathy", typo=True),
    Golden("chairi", conditions="chiari-malformation", typo=True),
    Golden("arnold chiari", conditions="chiari-malformation"),
    Golden("cauda equna", conditions="cauda-equina-syndrome", typo=True),
    Golden("discitis", conditions="spinal-infection"),
    Golden("vertebral osteomyelitis", conditions="spinal-infection"),
    Golden("epidural absess", conditions="spinal-infection", typo=True),
    Golden("FBSS", conditions="pain-after-back-surgery"),
    Golden("failed back syndrom", conditions="pain-after-back-surgery", typo=True),
    Golden("wip lash", conditions="whiplash", typo=True),
    Golden("SI joint", conditions="sacroiliac-joint-pain"),
    Golden("sacroilliac", conditions="sacroiliac-joint-pain", typo=True),
    Golden("osteoperosis", conditions="osteoporosis-of-the-spine", typo=True),
    Golden("compresion fracture", conditions="compression-fracture", typo=True),
    Golden("spinal tumour", conditions="tumors-of-the-spine"),
    Golden("tumer on spine", conditions="tumors-of-the-spine", typo=True),
    Golden("schwannoma", conditions="tumors-of-the-spine"),
    Golden("intramedullary ependymoma", conditions="tumors-of-the-spine"),
    Golden("spinal menigioma", conditions="tumors-of-the-spine", typo=True),
    Golden("bone mets in spine", conditions="metastatic-cancer-to-the-spine"),
    Golden("metastisis to the backbone", conditions="metastatic-cancer-to-the-spine", typo=True),
    Golden("stage 4 cancer back", conditions="metastatic-cancer-to-the-spine"),
    Golden("lumbago", conditions="low-back-pain"),
    Golden("quadraplegic", conditions="spinal-cord-injury", typo=True),
    Golden("dolor de espalda", conditions="low-back-pain"),
    Golden("hernia de disco", conditions="herniated-disk"),
    Golden("nuropathy", specialties="neurology", typo=True),
]

LEVELS = [
    Golden("L4-5 herniation", conditions="herniated-disk"),
    Golden("c5/c6", conditions=NECK),
    Golden("l5 s1", conditions=LOW_BACK),
    Golden("L5-S1 bulge with leg pain", conditions="herniated-disk sciatica"),
    Golden("herniated c6-7", conditions="herniated-disk cervical-radiculopathy"),
    Golden("L3/L4 stenosis", conditions="spinal-stenosis"),
    Golden("l4 l5 stenoisis", conditions="spinal-stenosis", typo=True),
    Golden("T12 compression fx", conditions="compression-fracture"),
    Golden("fractured L1", conditions="compression-fracture"),
    Golden("T8 lesion on MRI", conditions=CANCER),
    Golden("grade 1 spondy L5", conditions="spondylolisthesis"),
    Golden("L5S1 disc hernation", conditions="herniated-disk", typo=True),
    Golden("c5 c6 buldging disc", conditions="herniated-disk cervical-radiculopathy", typo=True),
    Golden("L4-L5 spondilolisthesis", conditions="spondylolisthesis", typo=True),
    Golden("c4-c7 cord compression", conditions="myelopathy"),
]

# What patients have been told to have done.
PROCEDURES = [
    Golden("cement in the broken vertebra", procedures="kyphoplasty-and-vertebroplasty"),
    Golden("kyfoplasty", procedures="kyphoplasty-and-vertebroplasty", typo=True),
    Golden("vertabroplasty", procedures="kyphoplasty-and-vertebroplasty", typo=True),
    Golden("cortisone shot in my back", procedures="epidural-steroid-injection"),
    Golden("epidurl injection", procedures="epidural-steroid-injection", typo=True),
    Golden("steriod shot for spine", procedures="epidural-steroid-injection", typo=True),
    Golden("lumbar ESI", procedures="epidural-steroid-injection"),
    Golden("medial branch block", procedures="nerve-block"),
    Golden("burn the nerves in my back", procedures="radiofrequency-ablation"),
    Golden("radio frequency abalation", procedures="radiofrequency-ablation", typo=True),
    Golden("RFA", procedures="radiofrequency-ablation"),
    Golden("implant that blocks pain signals with a remote", procedures="spinal-cord-stimulation"),
    Golden("spinal cord stimulater", procedures="spinal-cord-stimulation", typo=True),
    Golden("SCS trial", procedures="spinal-cord-stimulation"),
    Golden("who does EMG", procedures="nerve-and-muscle-testing"),
    Golden("nerve conduction study both arms", procedures="nerve-and-muscle-testing"),
    Golden("needle test for nerves", procedures="nerve-and-muscle-testing"),
    Golden("ACDF", procedures="spinal-fusion"),
    Golden("spinal fushion", procedures="spinal-fusion", typo=True),
    Golden("lumbar fusuon", procedures="spinal-fusion", typo=True),
    Golden("rods and screws in my back", procedures="spinal-fusion scoliosis-surgery"),
    Golden("TLIF second opinion", procedures="spinal-fusion"),
    Golden("laminectamy", procedures="laminectomy", typo=True),
    Golden("microdisectomy", procedures="microdiskectomy", typo=True),
    Golden("trim the disc surgery", procedures="microdiskectomy"),
    Golden("artificial disc neck", procedures="disk-replacement"),
    Golden("disc replacment", procedures="disk-replacement", typo=True),
    Golden("keyhole spine surgery", procedures="minimally-invasive-spine-surgery"),
    Golden("minimaly invasive back surgery", procedures="minimally-invasive-spine-surgery", typo=True),
    Golden("back brace for my daughter", procedures="bracing"),
    Golden("cyberknife spine", procedures="stereotactic-radiosurgery"),
    Golden("SBRT", procedures="stereotactic-radiosurgery"),
    Golden("radiotherapy for spine", procedures="radiation-therapy stereotactic-radiosurgery"),
    Golden("radation treatment", procedures="radiation-therapy stereotactic-radiosurgery", typo=True),
    Golden("chemo", procedures="chemotherapy"),
    Golden("kemotherapy", procedures="chemotherapy", typo=True),
    Golden("biopsy of a spot on the spine", procedures="spine-biopsy"),
    Golden("take out the whole tumor in one piece", procedures="en-bloc-resection"),
    Golden("take pressure off the spinal cord operation", procedures="decompression-and-stabilization laminectomy"),
    Golden(
        "learn to walk again after spinal injury",
        conditions="spinal-cord-injury",
        procedures="rehabilitation-program",
        either=True,
    ),
    Golden("exercise program for bad back", procedures="rehabilitation-program"),
    Golden("scoliosis operation", procedures="scoliosis-surgery"),
]

SPECIALTIES = [
    Golden("back surgeon", specialties=SURGEONS),
    Golden("spine surgon", specialties=SURGEONS, typo=True),
    Golden("orthopaedic spine consultant", specialties="orthopedic-spine-surgery"),
    Golden("orthapedic", specialties="orthopedic-spine-surgery", typo=True),
    Golden("brain and spine surgeon", specialties="neurosurgery"),
    Golden("nuerosurgeon", specialties="neurosurgery", typo=True),
    Golden("neurosurg consult", specialties="neurosurgery"),
    Golden("nerve doctor", specialties="neurology"),
    Golden("nuerologist", specialties="neurology", typo=True),
    Golden("PM&R", specialties=REHAB),
    Golden("fisiatrist", specialties=REHAB, typo=True),
    Golden("pain mgmt", specialties="pain-medicine"),
    Golden("pain managment doctor", specialties="pain-medicine", typo=True),
    Golden("rad onc", specialties="radiation-oncology"),
    Golden("cancer doctor", specialties=ONCOLOGISTS),
    Golden("onkologist", specialties=ONCOLOGISTS, typo=True),
    Golden("oncoligist", specialties=ONCOLOGISTS, typo=True),
    Golden("IR doctor", specialties="interventional-radiology"),
    Golden("interventional radiolgy", specialties="interventional-radiology", typo=True),
]

# By half of a hyphenated name, without accents, as it was heard on the phone.
NAMES = [
    Golden("dr okonkwo", names="amara-okonkwo-reyes"),
    Golden("Amara Reyes", names="amara-okonkwo-reyes"),
    Golden("okonquo", names="amara-okonkwo-reyes", typo=True),
    Golden("Dr. Nunez", names="tomas-nunez"),
    Golden("nuñes", names="tomas-nunez", typo=True),
    Golden("ohanrahan", names="siobhan-ohanrahan"),
    Golden("shivon o hanrahan", names="siobhan-ohanrahan", typo=True),
    Golden("dr o'hanrahn", names="siobhan-ohanrahan", typo=True),
    Golden("sorlund", names="henrik-sorlund"),
    Golden("Hendrik Soerlund", names="henrik-sorlund", typo=True),
    Golden("dr venkat", names="priya-venkataraghavan"),
    Golden("venkatragavan", names="priya-venkataraghavan", typo=True),
    Golden("doctor tillinghem", names="marcus-tillingham", typo=True),
    Golden("arikawa", names="yuki-arakawa", typo=True),
    Golden("dr embarga", names="delphine-mbarga", typo=True),
    Golden("al khouri", names="rashid-al-khouri"),
    Golden("dr alkouri", names="rashid-al-khouri", typo=True),
    Golden("dr do", names="linh-do"),
    Golden("wisniecka", names="ewa-wisniecka"),
    Golden("dr vishnieska", names="ewa-wisniecka", typo=True),
    Golden("jamal witford", names="jamal-whitford", typo=True),
    Golden("hadadin", names="noor-haddadin", typo=True),
    Golden("keisha brandiwell", names="keisha-brandywell", typo=True),
    Golden("mateo quinonero", names="mateo-quinonero"),
    Golden("kinonero", names="mateo-quinonero", typo=True),
    Golden("dr hye jin an", names="hye-jin-an"),
    Golden("thornquest", names="caleb-thornquist", typo=True),
    Golden("fatima zahra", names="fatima-zahra-benhaddou"),
    Golden("benhadou", names="fatima-zahra-benhaddou", typo=True),
    Golden("pritchett", names="owen-pritchett-cole"),
    Golden("anjali deshval", names="anjali-deshwal", typo=True),
    Golden("bao trinh", names="bao-trinh"),
    Golden("halvorsrod", names="ingrid-halvorsrud", typo=True),
    Golden("Dr Boyd", names="kofi-asantewaa-boyd"),
    Golden("rosenthaller", names="leah-rosenthaler", typo=True),
    Golden("dr xiao mei qian", names="xiaomei-qian"),
    Golden("nkosi", names="thabo-dalmeida-nkosi"),
    Golden("dr dalmaida", names="thabo-dalmeida-nkosi", typo=True),
    Golden("gabriella monteverdi", names="gabriela-monteverde", typo=True),
    Golden("will sandoval", names="will-sandoval-price"),
]

LANGUAGES = [
    Golden("doctor who speaks spanish", languages="es"),
    Golden("habla español", languages="es"),
    Golden("spainish speaking doctor", languages="es", typo=True),
    Golden("vietnamise", languages="vi", typo=True),
    Golden("need doctor talk korean for my mother", languages="ko"),
    Golden("chinese speaking", languages="cmn"),
    Golden("manderin", languages="cmn", typo=True),
    Golden("sign language", languages="ase"),
    Golden("deaf patient needs ASL", languages="ase"),
    Golden("portugese", languages="pt", typo=True),
    Golden("doctor arab speaking", languages="ar"),
]

PLACES = [
    Golden("cary", locations="juniper-ridge-clinic"),
    Golden("larkspur clinic garner", locations="larkspur-square-clinic"),
    Golden("wakeforest", locations="mill-heron-clinic", typo=True),
    Golden("quary pond", locations="quarry-pond-clinic", typo=True),
    Golden("north lantern", locations="north-lantern-clinic"),
    Golden("oak medow spine center", locations="oak-meadow-spine-center", typo=True),
    Golden("juniper rigde", locations="juniper-ridge-clinic", typo=True),
]

TOGETHER = [
    Golden(
        "spanish speaking back surgeon in cary", specialties=SURGEONS, languages="es", locations="juniper-ridge-clinic"
    ),
    Golden("herniated disc doctor in north raleigh", conditions="herniated-disk", locations="north-lantern-clinic"),
    Golden("nuerologist in apex", specialties="neurology", locations="quarry-pond-clinic", typo=True),
    Golden("pain doctor garner", specialties="pain-medicine", locations="larkspur-square-clinic"),
    Golden("docter for bad back in garner", conditions="low-back-pain", locations="larkspur-square-clinic", typo=True),
    Golden("back pain wake forest", conditions="low-back-pain", locations="mill-heron-clinic"),
    Golden("sciatica raleigh", conditions="sciatica", locations=RALEIGH),
    Golden("siatica doctor in raliegh", conditions="sciatica", locations=RALEIGH, typo=True),
    Golden("french speaking pain doctor", specialties="pain-medicine", languages="fr"),
    Golden("arabic speaking surgeon for neck", conditions=NECK, specialties=SURGEONS, languages="ar"),
    Golden("polish neurologist", specialties="neurology", languages="pl"),
    Golden("german speaking cancer doctor", specialties=ONCOLOGISTS, languages="de"),
    Golden("oncologist mandarin cary", specialties=ONCOLOGISTS, languages="cmn", locations="juniper-ridge-clinic"),
    Golden("japanese surgeon stenosis", conditions="spinal-stenosis", specialties=SURGEONS, languages="ja"),
    Golden("veitnamese pain doctor", specialties="pain-medicine", languages="vi", typo=True),
    Golden("skoliosis docter that speaks korean", conditions="scoliosis", languages="ko", typo=True),
    Golden("kyphoplasty in spanish", procedures="kyphoplasty-and-vertebroplasty", languages="es"),
    Golden("epidural injection apex", procedures="epidural-steroid-injection", locations="quarry-pond-clinic"),
    Golden("EMG north raleigh", procedures="nerve-and-muscle-testing", locations="north-lantern-clinic"),
    Golden("video visit neck pain", conditions="neck-pain", virtual=True),
    Golden("telehealth spine surgeon", specialties=SURGEONS, virtual=True),
    Golden("telehelth for stenosis", conditions="spinal-stenosis", virtual=True, typo=True),
    Golden("virtul visit for sciatica", conditions="sciatica", virtual=True, typo=True),
    Golden("neurosurgeon taking new patients", specialties="neurosurgery", accepting=True),
    Golden("oncologist accepting new pateints", specialties=ONCOLOGISTS, accepting=True, typo=True),
    Golden("spine tumor surgeon second opinion", conditions="tumors-of-the-spine", specialties=SURGEONS),
    Golden("spinal tumour surgeon spanish", conditions="tumors-of-the-spine", specialties=SURGEONS, languages="es"),
    Golden("hindi speaking doctor for slipped disk", conditions="herniated-disk", languages="hi"),
    Golden("dr reyes cary", names="amara-okonkwo-reyes", locations="juniper-ridge-clinic"),
    Golden("radiation wake forest", procedures="radiation-therapy", locations="mill-heron-clinic"),
    Golden(
        "mylopathy surgeon raleigh spanish",
        conditions="myelopathy",
        specialties=SURGEONS,
        languages="es",
        locations=RALEIGH,
        typo=True,
    ),
]

GOLDEN = [
    *SYMPTOMS,
    *CONDITIONS,
    *LEVELS,
    *PROCEDURES,
    *SPECIALTIES,
    *NAMES,
    *LANGUAGES,
    *PLACES,
    *TOGETHER,
]
