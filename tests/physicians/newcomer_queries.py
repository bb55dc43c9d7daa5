"""What people new to the site typed, and their like: written before the search was mended for them.

The first runs, before anything was changed: ELSEWHERE 17 of 77 said, TREATED_ALL_THE_SAME 0 of 32 turned away,
MEANS_NOTHING 20 of 74 left alone, STILL_MEANS_SOMETHING 33 of 33, ONE_ANSWER 11 of 60 right, EVERYONE 14 of 14 listed,
under the wrong heading; OTHER_SPELLINGS 7 of 14 first.
"""

from tests.physicians.danger_phrases import lines

# Other parts of the body, other people and animals: said plainly, without a doctor.
ELSEWHERE = lines("""
nose job
boob job
tummy tuck
face lift
my nose hurts
broken nose
nosebleed
stuffy nose
runny nose
my lips are dry
tongue hurts
mouth sores
canker sore
belly hurts
my tummy hurts
belly button
upset stomach
throwing up
gas and bloating
acid reflux
breast pain
breast lump
nipple pain
lungs
lung doctor
kidney
kidney infection
liver pain
colon
appendicitis
testicle pain
penis
vaginal itching
yeast infection
pee a lot
I pee a lot
i pee too much at night
peeing all the time
frequent urination
burning when I pee
blood in my urine
overactive bladder
eyebrow
blurry eyes
vision
pink eye
hair falling out
dandruff
nail fungus
toe fungus
stubbed toe
my big toe hurts
broken rib
sunburn
bug bite
tick bite
poison ivy
swollen lymph nodes
baby kicked my back
my baby is sick
my child's ear hurts
my son's knee
kids doctor
my dog is sick
cat bite
nariz rota
operación de nariz
me duele la nariz
me duele la barriga
me duele la panza
infección de orina
orino mucho
me arde al orinar
doctor para niños
uña enterrada
caída del cabello
me duele el oído
""")

# Beside one of those words the spine is meant.
TREATED_ALL_THE_SAME = lines("""
my head hurts
me duele la cabeza
brain surgery
concussion
migraine
numb toes
tingling toes
headache when coughing
headache from my neck
hurts to turn my head
hurts to cough
back hurts when I breathe
chin on chest
rib hump
lung cancer that spread to my spine
kidney cancer in the spine
breast cancer in my back
colon cancer in my spine
prostate cancer in my bones
back pain from big breasts
back pain and belly pain
my neck hurts and my head hurts
neck pain after a concussion
dizzy when I turn my neck
back pain during my period
my back hurts since I had a baby
pregnant and my back hurts
my daughter has scoliosis
scoliosis in my child
dolor de cabeza al toser
me duele el cuello y la cabeza
dolor de espalda en el embarazo
""")

# Ordinary words that say nothing about a spine: no doctor is found by them as if they did.
MEANS_NOTHING = lines("""
head doctor
brain doctor
fast
2019
2020
100
black
live
life
living
white
red
money
hello
hi
strong
fire
water
house
home page
school
car
car wash
shopping
button
shirt
forest
computer
boston
square
giant
whole
line
place
point
side
open door
second
spot
mass
growth
sample
plate
belt
cart
bed
head
space
history
program
study
wrong
text
double
drugs
trial
sign
north carolina
weather
pizza
music
football
game
test
stage
volver
negro
coche
trabajo
escuela
casa
vida
rápido
cosas
""")

# Words as ordinary, which a spine doctor's patients say.
STILL_MEANS_SOMETHING = lines("""
pain
neck
back
leg
arm
finger
hip
shoulder
hand
foot
nerve
bone
muscle
disk
posture
balance
numb
weak
stiff
surgery
therapy
injection
cancer
tumor
screws
rods
brace
espalda
cuello
pierna
mano
nervio
cáncer
""")

# The one sentence for each question; (es) where the words are Spanish.
ONE_ANSWER = [
    ("I got a bill", "bill"),
    ("a bill", "bill"),
    ("my bill is wrong", "bill"),
    ("bill pay", "bill"),
    ("pay my bill", "bill"),
    ("i have a question about my bill", "bill"),
    ("why is my bill so high", "bill"),
    ("billing department", "bill"),
    ("billing", "bill"),
    ("invoice", "bill"),
    ("where do i send my payment", "bill"),
    ("got a bill in the mail", "bill"),
    ("no insurance", "uninsured"),
    ("i have no insurance", "uninsured"),
    ("i don't have insurance", "uninsured"),
    ("without insurance", "uninsured"),
    ("uninsured", "uninsured"),
    ("lost my insurance", "uninsured"),
    ("self pay", "uninsured"),
    ("can i pay cash", "uninsured"),
    ("cant afford it", "uninsured"),
    ("financial assistance", "uninsured"),
    ("charity care", "uninsured"),
    ("no medicaid", "uninsured"),
    ("do you take my insurance", "insurance"),
    ("is my insurance accepted", "insurance"),
    ("how much does it cost", "price"),
    ("what's the price of an mri", "price"),
    ("how much without insurance", "uninsured"),
    ("are you open now", "hours"),
    ("are you open today", "hours"),
    ("open right now", "hours"),
    ("are you guys open", "hours"),
    ("are you closed on christmas", "hours"),
    ("is the office open", "hours"),
    ("what time do you close", "hours"),
    ("cuanto cuesta", "price (es)"),
    ("¿cuánto cuesta una consulta?", "price (es)"),
    ("precio de la consulta", "price (es)"),
    ("cuánto cobran", "price (es)"),
    ("cuánto sale una resonancia", "price (es)"),
    ("¿aceptan mi seguro?", "insurance (es)"),
    ("aceptan seguro médico", "insurance (es)"),
    ("qué seguros aceptan", "insurance (es)"),
    ("aceptan medicaid", "insurance (es)"),
    ("toman aseguranza", "insurance (es)"),
    ("no tengo seguro", "uninsured (es)"),
    ("no tengo aseguranza", "uninsured (es)"),
    ("sin seguro", "uninsured (es)"),
    ("no tengo dinero para pagar", "uninsured (es)"),
    ("ayuda financiera", "uninsured (es)"),
    ("me llegó una factura", "bill (es)"),
    ("pagar mi factura", "bill (es)"),
    ("me llegó un bil", "bill (es)"),
    ("¿están abiertos ahora?", "hours (es)"),
    ("a qué hora abren", "hours (es)"),
    ("abren los sábados", "hours (es)"),
    ("horario", "hours (es)"),
    ("me duele la rodilla", "joints (es)"),
    ("doctor para niños", "children (es)"),
]

# Nothing to look for: all doctors are listed, and a sentence says why.
EVERYONE = lines("""
?
1
book
thanks
hola
gracias
x
a
...
!!!
b
the
i am
de la
""")

# Names as they are spelled elsewhere, and the families who have them.
OTHER_SPELLINGS = [
    ("mueller", "Müller"),
    ("Mueller", "Müller"),
    ("hans mueller", "Müller"),
    ("dr mueller", "Müller"),
    ("nunes", "Núñez"),
    ("dr nunes", "Núñez"),
    ("tomas nunes", "Núñez"),
    ("gomes", "Gómez"),
    ("rodrigues", "Rodríguez"),
    ("soderberg", "Søderberg"),
    ("soederberg", "Søderberg"),
    ("goetz", "Götz"),
    ("weiss", "Weiß"),
    ("jaeger", "Jäger"),
]
