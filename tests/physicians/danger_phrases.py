"""What patients type when they are in danger, and what sounds like it and isn't.

Written before the detector was tuned.
"""


def lines(text: str) -> list[str]:
    """Return the lines that hold a phrase."""
    return [line.strip() for line in text.splitlines() if line.strip()]


# 911 card. Order: sudden weakness, walking, bladder and bowels, numbness, paralysis, falls and crashes, balance and
# stroke, chest, breath, confusion and color, infection, plain cries for help.
EMERGENCY = lines("""
sudden weakness
my arm went weak suddenly
leg suddenly weak
weak left arm all of a sudden
weakness getting worse fast
both legs getting weaker every hour
rapidly worsning weakness in my legs
sudden weekness in right leg
suden weakness both arms
my legs gave out this morning and they are still weak
woke up today and my right arm is weak and I keep dropping things
since last night my left leg is too weak to climb one stair
legs are getting weaker really quick since yesterday
leg strenght suddenly gone
one hour ago my foot went floppy and my leg is weak
my moms arm is suddenly weak
his legs became weak over the last few hours
weaknes in arm came on all at once and spreading
new weakness in both legs after surgery
wekness legs getting worse by the hour help
cant walk
cnt walk
not able to walk
can not walk anymore
unable to walk since this morning
suddenly cant stand up or walk
my dad can't walk all of a suden
my legs wont hold me up
cant wlak legs are numb
i could walk yesterday and today i can't
I cannot get out of bed because my legs will not move
legs stopped working
unabel to stand or walk
my husband is on the floor and can't get up, his legs don't work
my mom can't move her legs
cant pee
cannot urinate
can't urinate since last night
havent been able to pee all day and my back hurts
unable to pass urine
cant urnate
urine wont come out even though i feel full
need to pee but nothing comes out since this mornng
urinary retention since yesterday with back pain
lost control of bladder
loss of bladder control
loss of bowel control
lost controll of my blader
cant control my blader anymore
sudenly incontinent
new incontinence and back pain
incontinance started today, numb legs too
peeing myself without feeling it
i wet myself and didn't notice
accidents in bed at night
my wife started having accidents in bed at night with her back pain
no control when I go
no controll over bowls or bladder
pooped myself and didnt feel it
cant hold my poop since yesterday
cant hold my pee all of a sudden
bowel accident and legs numb
lost control of bowles today
my back went out and now i can't tell when my bladder is full
numbness between my legs
numb between the legs
numbnes between legs
saddle anesthesia
sadle numbness
numb in the saddle area
groin is numb and back pain is terrible
numbness in groin and inner thighs since last night
cant feel when i wipe
private parts are numb
genital numness and siatica both legs
no feeling down their after my back gave out
i think i have cauda equina right now
cauda equina symptoms started today
paralyzed
paralized from the waist down
suddenly paralysed
my left side is paralysed
my daughter cant move her arms
cant move my legs
I can't feel or move my legs
suddnely cant feel my legs
can't move anything below my chest
paralisis in legs started tonight
severe pain and weakness after a fall
severe pian and weakness after a crash
fell off a ladder and cant move
fell down the stairs, terrible back pain and my legs are weak
car crash today, bad neck pain and weak arms
car acident neck pain cant feel my hands
motorcycle wreck an hour ago and my back hurts so bad I can't stand
my grandma fell and now she can't move her legs
hit my head diving and now my arms and legs tingle and are weak
dad fell this morning severe back pain leg weak
crashed my bike today think i broke my neck
suddenly lost my balance and can't walk straight
sudden loss of balance
cant keep my balence all of a sudden keep falling over
having a stroke
i think my husband is having a stroke
signs of a storke right now
face drooping and slurred speech
face droping on one side arm weak
suddenly can't speak right and my arm is numb
heart attack
think im having a hart attack
chest pain
chest pains since surgery
presure in my chest that doesn't go away
crushing chset pain and sweating
pain in chest and left arm
trouble breathing
can't breathe
cant breath
hard to breathe after back surgery
short of breath and chest hurts
shortnes of breath since last night
dificulty breathing my mom
my father is suddenly confused and doesn't know where he is
new confusion after surgery
can't wake my husband up
hard to wake up and not making sense
her lips are blue
lips turning blue and she is gasping
fever and chills with terrible back pain
high fevr with severe back pain and weak legs
fever after spine surgery and my back wound is leaking pus
emergancy cant feel below the waist
need an ambulance legs wont move
someone help my wife collapsed and her legs don't work
I have no fever and no chest pain but since this morning I can't pee and both of my legs feel numb
no pain at all, just sudden weakness in my left arm
My back has hurt for years but today my right leg suddenly got weak and I almost fell twice in the kitchen
I have stenosis and over the past two days I lost control of my bladder and I am numb where I sit
My father had a disc operation last week and now he cannot walk and has not urinated since yesterday evening
hello I would like an appointment soon because I fell off the roof yesterday, the pain is severe and my legs are weak
peed myself after lifting and now my back kills
cant tell when i have to go pee anymore
saddle area went numb overnight
both feet dropped this morning cant lift toes
my wife fell off a ladder and can't move her legs
fever chills and stiff neck after epidural
pus coming out of my back incision
face drooping and words slurred
crushing chest pain going down left arm
car wreck an hour ago neck hurts hands tingling
poop leaking and i cant feel it
pins and needles in my private area
tingling in my vagina and butt since yesterday
prickling down there
my legs are like jelly
legs feel like rubber
arms like noodles
hand is getting weaker
my foot is getting weaker
i can;t walk
i can;t feel my legs
thrown from motorcycle
ejected from the truck
severe headache after epidural
pounding headache since my spinal tap
fluid leaking from my back
spinal fluid leaking
erectile dysfunction after back injury
sudden impotence and back pain
i was in a wreck last night and my neck hurts
car crash yesterday back hurts
horse threw me back pain
got bucked by a horse
overdose
i took too many pills
i had a stroke
face drooping
slurred speech
numb face
worst headache of my life
wound leaking pus
fever 103 and stiff neck
fever and back pain iv drug user
leg turned blue
incision red and draining
fever after back surgery
hit by a car
cant poop
""")

EMERGENCY_ES = lines("""
no puedo orinar
no pudo orinar desde anoche
no puedo horinar
no puedo aser pipi desde ayer
no me sale la orina y me duele la espalda
perdi el control de la vejiga
perdí el control de mi vejiga
perdi el control de la vegiga y del intestino
no controlo los esfínteres
se me sale la horina sin sentir
me orino sin darme cuenta
me hice popo encima y no lo senti
no aguanto la orina desde esta mañana, de repente
no puedo caminar
no puedo caminr desde esta mañana
de repente no puedo caminar ni pararme
mi mamá no puede caminar de repente
mi esposo no puede mover las piernas
no puedo mover las piernas
no puedo mober los brazos
no siento las piernas
no siento las piernas y no las puedo mover
debilidad repentina
debilidad repentina en la pierna
devilidad repentina en el brazo
se me puso débil el brazo de repente
de pronto tengo la pierna muy devil
la debilidad empeora rapido
mis piernas se ponen más débiles cada hora
las piernas no me responden
adormecimiento entre las piernas
adormesimiento entre las piernas y en la ingle
tengo entumecido entre las piernas
entumesimiento en la entrepierna desde ayer
no ciento cuando me limpio
anestesia en silla de montar
paralizado de la cintura para abajo
parálisis de las piernas
paralisis repentina
me caí de la escalera y no puedo moverme
mi abuela se cayo y no puede mover las piernas
choque de carro hoy, mucho dolor de cuello y brazos débiles
dolor fuerte y debilidad después de una caída
dolor de pecho
dolor en el pecho y me falta el aire
precion en el pecho que no se quita
no puedo respirar
me cuesta mucho respirar
dificultad para respirar
dificulta para respirrar
me falta el aire despues de la cirugia
creo que es un derrame cerebral
tiene la cara caida y no puede hablar bien
ataqe al corazón
ataque al corason
mi papá está confundido de repente y no me reconoce
no puedo despertar a mi mama
tiene los lavios azules
fiebre y escalofrios con dolor de espalda muy fuerte
perdí el equilibrio de repente y me caigo
me duele la espalda hace años pero hoy no puedo orinar y se me duermen las dos piernas
no tengo fiebre pero de repente mi pierna izquierda está muy débil y no puedo pararme
me orine encima y no siento las piernas
no puedo orinar desde ayer y me duele la espalda
se me durmieron las partes intimas
de repente no puedo mover el brazo izquierdo
mi papa se cayo de cabeza y no siente las manos
se me duermen las partes intimas
se me duerme la entrepierna
se me duermen las nalgas
fiebre despues de la cirugia de espalda
sale liquido de mi espalda
disfuncion erectil y dolor de espalda
sobredosis
""")

# 988 card, whatever else the words hold.
CRISIS = lines("""
kill myself
want to kill myself
i want to kil myself
I want to die
wanna die
want to dye i cant do this anymore
i dont want to live anymore
I don't want to be alive with this pain
dont want to be here anymore, everyone is better off without me
suicide
suicde
suicidal
suicidal thoughts
sucidal because of the pain
thinking about suiside every night
suicide hotline
self harm
selfharm
self-harming again
i keep cutting myself
hurting myself on purpose
i want to hurt myself
afraid i will hurt myself tonight
end my life
i want to end my lfe
thinking of endign it all
ending my life is the only way to stop this pain
no reason to live
no reson to live anymore
nothin left to live for
life is not worth livng with this back
better off dead
wish i was ded
I wish I would not wake up tomorrow
want to go to sleep and never wake up
i can't go on
cant go on anymore
i cant go on living like this
tired of living
I am ready to die
wrote a goodbye note
wrote goodby letters to my kids
took all my pain pills at once
overdose
thinking of overdosing on my oxycodone
took an overdoze of pills
i have a gun and I am thinking of using it on myself
hang my self
going to jump off a bridge
gonna kms
unalive myself
pain so bad i want to kill myself
the pain makes me want to die
I want to kill myself, the pain never stops. I cannot urinate since this morning
my son says he wants to die
my dauhgter wants to kill herself
my husband talks about killing himself since the operation
my mom says she would rather be dead
brother threatened suicide
my wife says there is no point in living
my friend is sucidal what do i do
After three surgeries nothing helps, I have no hope left and most nights I think about killing myself
thinking about ending it all because of the pain
i dont want to be here anymore
took too many oxycodone
overdose
i took too many pills
i am dying of back pain and want to die
im dying, pain is too much
i am dying of this life
""")

CRISIS_ES = lines("""
quiero morir
quiero morirme
me quiero morir
me kiero morir
ayuda me quiero matar
quiero matarme
me qiero matar
ya no quiero bivir
no quiero segir viviendo con este dolor
no tengo razón para vivir
la vida ya no vale la pena
quiero quitarme la vida
kiero quitarme la vida
quiero acavar con mi vida
suicidio
linea de suicidio
suisidio
pienso en suisidarme
pensamientos suicidas
estaría mejor muerto
ojalá no despertara mañana
quiero aserme daño
me corto los brazos para hacerme daño
me tomé todas las pastillas para morir
sobredosis
escribi una carta de despedida para mis hijos
ya no puedo seguir viviendo asi
mi hijo dice que quiere morir
mi esposo dise que se va a matar
mi hija se quiere suicidar
ojala estuviera muerta
el dolor no para y ya no le veo sentido a la vida, quiero acabar con todo
ya no quiero vivir con este dolor
sobredosis
tome demasiadas pastillas
""")

# Neither card. Order: names, conditions and treatments, ordinary words that look like signs, errands, figures of
# speech, negated, clearly past.
CALM = lines("""
dr killian
dr kill
dr hurt
dr dyer
dr dye
dr die
dr paine
dr pee
dr peebles
dr bowles
dr blader
dr walker
dr stroker
dr weakley
dr weekes
dr armstrong
dr legge
dr fall
dr slaughter
dr graves
dr deadmon
dr hart
dr chestnut
dr gray
dr saddler
doctor moore in cary
herniated disc L4-L5
hernated disk
spinal stenosis
sciatica
siatica exercises
scoliosis in adults
pinched nerve in neck
degenerative disc disease
spondylolisthesis
osteoporosis weak bones diet
spinal tumor second opinion
breast cancer spread to spine which doctor
whiplash physical therapy
carpal tunnel
tailbone pain when sitting
low back pain for ten years
stiff neck after sleeping on the couch
arthritis in my lower back
groin pain hip or spine doctor
spinal cord stimulator doctor
epidural steroid injection
will they numb my back before the injection
numbing cream
lumbar fusion recovery time
walk in clinic
can i walk in without an appointment
can I walk after surgery
how soon can I walk after fusion
best shoes for walking with back pain
walking poles for seniors
is it safe to drive
stand up desk
is backstroke good for scoliosis
breaststroke and neck pain
deadlift pain
inversion table hanging upside down
breathing exercises for back
chest x ray before surgery
chest press with a bad back
heart of carolina
heart healthy diet before surgery
weak coffee
weak wifi in waiting room
how to strengthen weak core muscles
six weeks after surgery can i fly
bike saddle height and back pain
horse riding saddle for bad back
urine test before surgery
do i have to pee in a cup before surgery
bowel prep before surgery
contrast dye allergy mri
hay fever medicine before surgery
balance due on my bill
balance exercises for seniors
blue cross blue shield
confused about my bill
confused which doctor I need
cant sleep because of back pain
falls of neuse road office
fall appointment
fall 2026 schedule
appointment in the fall
fall prevention class
flu shots this fall
crash course on stretching
website crashed while i filled out the form
auto accident insurance claim form
emergency contact form
change my emergency contact
sudden change of insurance
lost my insurance card
lost my password
cant move my appointment online
I can't go on monday, can we move it to friday
i cant go on the 14th
I can't stand the noise of the mri
can't hold on the phone any longer, please call me back
deadline for disability forms
dead sea salt
killer whale
painkiller refill
pain killers after fusion
life insurance form
living will form
life expectancy with spinal tumor
live in apex need a doctor nearby
mortality rate of spinal fusion
end of year deductible
goodbye gift for a nurse
medicare
do you take medicaid
parking
visiting hours
mri results
price of a visit
jobs for nurses
open saturday
appointment tomorrow
directions to raleigh campus
medical records request
telehealth visit
gabapentin
meloxicam
oxycodone refill
cyclobenzaprine
can I take ibuprofen before surgery
spanish speaking doctor
female neurosurgeon
doctor who does not do surgery
dying to get back to golf
dying to know my mri results
this pain is killing me
my back is killing me when i garden
these shoes are killing my back
dead tired after work with a sore back
something to kill time in the waiting room
shoot me a text when a time opens
how do i lift without hurting myself
I hurt my back lifting boxes last month
no weakness, no numbness, bladder is fine
no weakness
no weaknes or numbness just sore
no numbness between my legs
I can walk fine
i can walk, stand and drive normally
my husband can walk fine, he is only stiff in the morning
no bladder problems
no bladder or bowel problems
no loss of bowel or bladder control
never lost control of my bladder or bowels
bladder and bowels are normal
bladdder ok, no numbness, back pain for years
I have no trouble urinating
no chest pain
no chest pain or shortness of breath
no fever no chills
breathing is fine
not weak, just sore
my leg is not weak, it just aches
without any weakness or numbness
neither weakness nor numbness, only an old backache
no sudden weakness, same back ache as always
no trouble walking
I don't have any numbness or weakness
i dont have chest pain or trouble breathing
no falls, no accidents
no paralysis no incontinence
this is not an emergency, I just want a second opinion
not urgent, routine checkup
nothing sudden, just the same old backache
could not walk for a week after surgery in 2014, now I walk five miles a day
my arm was weak for a month in 2009 and has been strong ever since
broke my neck in 1998, healed fully, need a checkup letter
car accident in 2015, fully healed, need copies of my records
my father had a heart attack in 1995, asking for the family history form
my mother died of breast cancer in 2010, family history
I have had the same dull ache in my lower back for years, no numbness, no weakness, and I walk every day
I would like a second opinion about fusion, my bladder and bowels are fine and my legs are strong
the weakness I had before my surgery in 2016 is completely gone, I want to thank the doctor
how long is recovery after lumbar fusion
is it normal to have stiff back in the morning
risk of paralysis with neck surgery
weak grip for years carpal tunnel or neck
numb toes diabetic neuropathy
foot drop brace fitting
chronic tingling in fingers
does a laminectomy cause bladder problems
overactive bladder and back pain doctor
killer back pain gardening
dead lift injury back strain last month
dying to get back to golf after back surgery
kyphosis teenager brace
physical therapy after car accident last year
flu shot before spine surgery
can spine surgery cause incontinence
leg gives out sometimes
bike seat numbness groin
suicide squad
my legs get a little tired
is jelly ok before surgery
weaker coffee
headache and neck pain
i fell asleep yesterday
tingling in my groin when i run
erectile dysfunction
fluid in the joint
wreck room therapy
yesterday my back hurt
crash diet
dying of back pain
my mom is dying of sciatica
dying from neck pain
""")

CALM_ES = lines("""
muero por volver a jugar golf
me muero de ganas de volver a bailar
este dolor me mata
la espalda me está matando
algo para matar el tiempo en la sala de espera
cita para caminar mejor
zapatos para caminar con dolor de espalda
cuándo puedo caminar después de la cirugía
puedo manejar despues de la operacion
hernia de disco
ernia de disco
ciática
estenosis espinal
escoliosis en adultos
tumor en la columna
dolor de espalda baja
dolor de cuello desde hace años
huesos débiles osteoporosis
ejercicios de respiración para la espalda
radiografía de pecho antes de la cirugía
muestra de orina antes de la cirugia
médico que hable español
medico que able español
doctor Matamoros
doctora Matos
dr morillo
doctora Corazón Díaz
doctora Dolores Caminero
cita en otoño
horario de otoño
aceptan medicaid
seguro de vida formulario
seguro medico
perdí mi tarjeta del seguro
no puedo mover mi cita en la página
no puedo ir el martes, quiero cambiar la cita
estacionamiento
horas de visita
resultados de la resonancia
trabajo de enfermera
gabapentina
contacto de emergencia cambiar
clases para prevenir caídas
silla de montar y dolor de espalda
puedo caminar bien
orino bien y camino bien
sin debilidad
sin debilidad ni adormecimiento
no tengo debilidad ni entumecimiento
no tengo problemas de la vejiga
nunca perdí el control de la vejiga
sin fiebre
no tengo dolor de pecho
respiro bien, solo me duele la espalda
no es una emergencia, quiero una segunda opinion
choque de carro en 2015, ya estoy bien, necesito mis documentos
me duele la espalda desde hace años, camino bien, sin debilidad y sin problemas de la vejiga
cuánto cuesta una cirugía de columna
dolor de espalda baja al levantarme
puede la cirugía de espalda causar parálisis
adormecimiento de los dedos al dormir
doctora de columna que hable español
no duermo bien por la espalda
se me duerme la mano de noche
mi nieta duerme conmigo
""")
