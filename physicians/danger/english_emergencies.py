"""Signs that need 911, in the words of people who type English. sign_notation.py says how to read the lines."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from physicians.models import DangerCard

from .sign_notation import Sign, read_sign

LISTS = {
    "CANT": "cant unable not_able isnt_able not_be_able incapable no_longer impossible lost_ability lost_the_ability "
    "stopped_being_able havent_been_able barely_able",
    "LOST": "lost lose loses losing loosing loss losses no cant poor little gone without_any out_of zero",
    "TROUBLE": "trouble difficulty difficulties difficult hard problem problems struggle struggling strain straining "
    "straining cant",
    "PEE": "pee peeing urinate urinating urination void voiding piss pissing tinkle wee go_pee pass_urine pass_water make_water "
    "empty_bladder go_bathroom go_to_bathroom go_to_toilet go_to_restroom use_bathroom use_toilet go_potty",
    "POOP": "poop pooping poo pooing defecate shit crap have_bowel_movement bowel_movement pass_stool move_bowels go_number_2",
    "ORGANS": "bladder bladders bowel bowels sphincter",
    "WASTE": "bladder bladders bowel bowels urine pee peeing urination urinary poop pooping stool stools feces bathroom toilet "
    "sphincter anus rectum",
    "LIMBS": "leg legs arm arms foot feet hand hands limb limbs knees thigh thighs toes ankle ankles fingers side body",
    "WEAK": "weak weakness weaker weakening weakend limp floppy feeble no_strength lost_strength no_power gave_out giving_out "
    "gave_way giving_way foot_drop drop_foot dropfoot",
    "NUMB": "numb numbness numbing numbed no_feeling no_sensation lost_feeling lost_sensation loss_of_feeling "
    "loss_of_sensation loss_feeling loss_sensation losing_feeling losing_sensation anesthesia anaesthesia dead_feeling desensitized",
    "SUDDEN": "sudden suddenly sudenly abrupt abruptly all_of_a_sudden all_at_once out_of_nowhere out_of_blue overnight this_morning "
    "since_morning since_yesterday since_last_night last_night today tonight woke_up woke hour hours minutes minute acute rapid "
    "rapidly quickly instantly immediately just_now just_started just_happened",
    "FAST": "fast faster quick quickly rapid rapidly hourly hour hours daily every_day each_day by_day overnight today tonight "
    "suddenly sudden minute minutes",
    "WORSE": "worse worsening worsened worsens getting progressing progressive progressively progress progressed spreading "
    "growing increasing weaker deteriorating",
    "SADDLE": "between_legs groin crotch genital genitals private_part private_parts privates private_area down_there vagina vaginal "
    "vulva penis testicles testicle scrotum perineum perineal anus anal rectum rectal inner_thigh inner_thighs saddle pelvic pelvis "
    "wipe wiping wiped",
    "SEAT": "buttocks buttock butt bottom bum ass rear tailbone",
    "PERSON": "mom mum mother dad father husband wife grandma grandmother grandpa grandfather parent son daughter brother sister "
    "patient aunt uncle partner she he",
    "HARD_FALL": "ladder ladders roof roofs stairs staircase stair steps horse tree scaffold scaffolding balcony height heights building "
    "deck attic cliff truck bike window deer_stand",
    "VEHICLE": "car truck motorcycle motorbike motor bike bicycle scooter atv vehicle auto automobile van suv bus moped train",
    "INJURED": "weak weakness numb numbness severe terrible unbearable excruciating horrible intense worst extreme agony broke broken "
    "paralyzed paralysed cant awful bleeding",
    "PAST": "lawyer attorney insurance settlement claim old ago last_year last_summer last_winter last_fall last_spring",
}


def emergency(name: Promise, *lines: str, unless: str = "") -> Sign:
    """Return a sign that needs 911."""
    return read_sign(name, DangerCard.EMERGENCY, "en", LISTS, lines, unless=unless)


SIGNS = (
    emergency(
        _("Loss of bladder or bowel control"),
        "LOST control|function WASTE",
        "lost|lose|loses|losing|loosing|loss|losses ORGANS ~3",
        "LOST control go|going|goes|toilet|down_there|private_parts !pain|blood|sugar|weight|diabetes|car",
        "CANT|cant control|hold|keep|holding ORGANS|urine|pee|poop|stool|bathroom|it_in|hold_it|in",
        "CANT hold_it|hold_my_water|keep_it_in|make_it_to_bathroom|make_it_to_toilet|make_it_to_the_bathroom",
        "leak|leaking|leaks|leaked|dribble|dribbling|dripping urine|pee|poop|stool|feces|bladder|bowel|bowels "
        "!sneeze|sneezing|cough|coughing|laugh|laughing|jump|exercise",
        "wet|wetting|wets|soil|soiled|soiling|mess|messed|messing|pee|peed|peeing|poop|pooped|pooping|shit|shat|crapped|pissed|"
        "pissing|urinated|urinating myself|himself|herself|themselves|pants|bed|bedding|sheets|underwear|floor ~4",
        "peed|pooped sleep|asleep|without",
        "bedwetting|bed_wetting",
        "accident|accidents bed|bathroom|toilet|bladder|bowel|bowels|pee|peeing|poop|pooping|potty|pants|underwear "
        "!car|auto|truck|work|rest|motorcycle",
        "incontinent|incontinence",
        "=bladder|bowel|bowels",
        unless="fine|normal|okay|intact|healthy",
    ),
    emergency(
        _("Unable to urinate or to empty the bowels"),
        "CANT|wont PEE|POOP",
        "pee|urine wont|dont|isnt come|start|coming|flow|flowing",
        "TROUBLE PEE ~4",
        "TROUBLE urinate|urinating|pee|peeing ~4",
        "havent peed|urinated|pee|urinate|gone_pee|pissed",
        "havent been_able|able PEE|POOP",
        "stopped|quit|stop peeing|urinating|pee ~3",
        "no|zero urine|pee|urination ~3",
        "retention|retaining urine|urinary ~4",
        "nothing comes_out|coming_out pee|urine|bathroom",
        "bladder full cant|wont|stuck|empty ~5",
    ),
    emergency(
        _("New bladder or bowel trouble"),
        "ORGANS trouble|problem|problems|issue|issues|dysfunction|failure|failing|failed|quit|stopped|weird|weak|numb|changes|"
        "changed|not_working|dont_work|wont_work|isnt_working|isnt_right|isnt_normal|isnt_emptying|wont_empty|dont_empty|broken|"
        "shut_down|shutting_down|paralyzed|cant_feel ~4",
        "CANT|cant|dont feel|tell|know|notice ORGANS|pee|peeing|poop|pooping|go_to_the_bathroom|need_to_go|have_to_go",
        unless="irritable|overactive|infection|stone|stones|cancer|fine|normal|okay",
    ),
    emergency(
        _("Sudden weakness of an arm or a leg"),
        "SUDDEN WEAK !question|appointment|gradually|slowly",
        "new_weakness|newly_weak|new_onset_weakness|new_leg_weakness|new_arm_weakness",
        "LIMBS went|gone|turned|going|goes|became weak|limp|floppy|paralyzed|useless ~5",
        "LIMBS went|gone|turned dead ~4",
        "lost|loss|losing|lose|no|gone|disappeared|vanished|fading strength|power|use|function|movement|motion|muscle_control|control LIMBS "
        "!range",
        "SUDDEN lost|loss|losing|lose|no|gone strength|power|movement",
        "LIMBS gave_out|giving_out|gave_way|giving_way|give_out|gives_out|give_way|gives_way|collapse|collapsed|collapsing|buckled|"
        "buckling|went_out|wont_hold|cant_hold|quit_on|quit_working|stopped_working|dont_work|wont_work|isnt_working|not_working|"
        "dont_move|wont_move|isnt_moving|not_moving|stopped_moving|quit_moving|wont_respond|isnt_responding|dont_respond ~4",
        "SUDDEN CANT lift|raise|move|use|grip|hold LIMBS",
        "CANT move|wiggle|use leg|legs|arm|arms|foot|feet|toes|hand|hands|fingers|limbs !without_pain|full_range|all_way",
        "CANT lift|raise leg|legs|foot|feet|toes|thigh",
        "SUDDEN cant|trouble|hard|difficult|difficulty walk|walking|stand|standing|move|moving|balance !without",
        "legs|leg|feet|arm|arms heavy|jelly|useless|dead SUDDEN|cant",
        "dragging foot|leg SUDDEN",
    ),
    emergency(
        _("Weakness that is growing fast"),
        "WEAK WORSE FAST",
        "weaker|weakening FAST|by_the_day|by_day|by_the_hour|and_weaker",
        "weaker weaker ~3",
        "LIMBS failing|weakening FAST",
        "WEAK spreading|climbing|moving_up|going_up|creeping_up !slowly|gradually|slow|years",
        "numb|numbness spreading|climbing|moving_up|going_up|creeping_up FAST",
        "losing|lost strength FAST",
    ),
    emergency(
        _("Unable to walk or to stand"),
        "CANT walk|walking|take_a_step|bear_weight|put_weight "
        "!far|long|distance|distances|block|blocks|mile|miles|dog|dogs|fast|much|without_pain|without_hurting|minutes",
        "cant|dont|wont|isnt able walk|stand|walking|move !far|long|distance|straight",
        "CANT stand_up|get_up|stand|stand_on|standing !stand_pain|stand_back_pain|stand_neck_pain|stand_leg_pain|stand_the_pain|stand_it|stand_this|straight|upright|heat|noise|long|taste|smell|"
        "him|her|people|minutes|wait|doctor|when|without_pain",
        "stopped|quit walking ~3",
        "barely|hardly|scarcely walk|stand|move|walking !far|long|distance",
        "CANT get|climb out_of bed|chair|floor|car !stiff|stiffness|morning|motivation",
        "legs wont|cant hold|carry|support",
        "lost ability walk|stand|walking",
    ),
    emergency(
        _("Paralysis, or no feeling below a level"),
        "paralyzed|paralysed|paralysis|paralyze|paralized|paralyse !sleep|vocal|bells|birth|cerebral|fear",
        "CANT move|feel !move_neck|move_head|move_shoulder|move_back|move_forward|move_house|appointment|past|away|better|good|comfortable|well|fast|much|feel_pain|move_on|move_to",
        "CANT|cant|dont|no|lost|loss|losing|stopped feel|feeling|sensation "
        "leg|legs|feet|foot|arms|arm|waist|below|lower_half|lower_body|toes|anything|hands|hand|body "
        "!better|feel_like|feel_good|feel_well|feel_right|feel_safe|comfortable|feel_pain|feel_any_pain",
        "NUMB waist|waste|chest|neck|belly|navel down|below",
        "NUMB both|completely|totally|whole leg|legs|feet|arms|body !both_hands|neuropathy",
        "SUDDEN NUMB",
        "dead waist|neck down",
        "both legs numb|weak|tingling|dead ~4",
    ),
    emergency(
        _("Numbness between the legs (saddle anesthesia)"),
        "NUMB SADDLE",
        "NUMB SEAT ~5 !sitting|sit|sat|chair|bike|cycling|saddle_sore|numbing_cream",
        "CANT|cant|dont|no|lost|loss|losing feel|feeling|sensation SADDLE|SEAT",
        "tingling|tingle|tingly|pins_and_needles|pins_needles between_legs|genital|genitals|private_parts|privates|crotch|vagina|penis|"
        "testicles|scrotum|perineum|anus|rectum|saddle|down_there",
        "saddle anesthesia|anaesthesia|paresthesia",
        "cauda equina",
        "asleep|dead|strange|weird between_legs|genitals|crotch|vagina|penis|privates|private_parts",
        unless="numbing_cream",
    ),
    emergency(
        _("Severe pain or weakness after a fall or a crash"),
        "broke|broken|snapped|brake|shattered neck|back|spine|vertebra|vertebrae ~4 !hardware|screw|screws|rod|rods|work|bank|breaking_back",
        "fell|fallen|fel|fall|falling|falls|jumped|thrown off|from|down|out HARD_FALL !PAST|afraid|fear|prevention|risk",
        "crash|crashed|wreck|wrecked|collision|rollover|totaled VEHICLE|motorcycle|head_on !PAST",
        "hit_by|run_over|ran_over|struck_by VEHICLE|bus|train !PAST",
        "accident|accidents|acident motorcycle|motorbike|bike|bicycle|atv|scooter|moped !PAST",
        "accident|crash|wreck|collision|whiplash|crashed|fell|fall|fallen|fel|hit|landed INJURED !PAST|afraid|fear|risk|cant_find|cant_get_appointment",
        "accident|crash|wreck|collision|crashed|fell|fallen|landed cant walk|move|feel|stand|breathe|get_up|turn|lift !PAST",
        "just|today|tonight|this_morning|hour|hours|minutes|moments accident|crash|wreck|fell|fallen|collision "
        "!PAST|fell_asleep|fall_appointment",
        "dove|dived|diving neck|shallow|pool|head !scuba",
        "shot|stabbed|gunshot back|neck|spine|wound ~5 !shots|cortisone|steroid|injection|in_arm|epidural|flu",
        "heard|felt snap|crack|pop|crunch neck|spine !chiropractor|joint|joints",
    ),
    emergency(
        _("Stroke"),
        "stroke|strokes|tia !heat|after_stroke|recovery|rehab|rehabilitation|post|survivor|swim|golf|breaststroke|butterfly|had_a_stroke_in|prior",
        "face|mouth|smile|eyelid droop|drooping|drooped|droops|droopy|crooked|numb|lopsided|sagging|fallen !bells",
        "slurred|slurring|slur|slurry speech|words|talking|voice|speaking ~4",
        "SUDDEN|cant|lost|losing|garbled speak|speech|talk_right|words_out|find_words|see|vision|sight !about|doctor|specialist|soon|to_a|appointment|test",
        "NUMB|WEAK one_side|left_side|right_side|half_of_body|half_my_body|whole_side !foot|leg|thigh|back|neck|toe|toes|hand|finger|knee|calf|shin",
        "SUDDEN balance|dizzy|dizziness|unsteady|coordination|staggering|vertigo",
        "lost|losing|lose|loss|loosing|no balance|coordination !slowly|gradually|yoga|exercise|account|bank|sheet|weight",
        "worst|thunderclap|SUDDEN headache",
        "worst headache life",
    ),
    emergency(
        _("Chest pain or a heart attack"),
        "chest pain|pains|pressure|hurts|hurt|hurting|tight|tightness|crushing|squeezing|heavy|heaviness|ache|aches|aching|elephant|stabbing ~5",
        "heart attack|attacks ~3",
        "heart stopped|stopping|racing|failing ~3 !stopped_smoking",
        "heartattack|cardiac_arrest",
    ),
    emergency(
        _("Trouble breathing"),
        "CANT|cant|stopped breathe|breath|breathing|get_air|catch_breath|get_breath|get_a_breath !exercises|nose",
        "trouble|difficulty|difficult|hard|struggle|struggling|labored|problem|problems|short|shortness|gasping|barely|hardly|fighting|isnt|not|dont "
        "breathe|breathing|breath|air ~4 !exercises|exercise|deeply|sleep|nose",
        "choking|suffocating|gasping",
        "out_of_breath SUDDEN|chest|rest|resting|sitting",
    ),
    emergency(
        _("New confusion, or trouble waking up"),
        "new|SUDDEN|acting|very|seems|really|extremely|severely|becoming|mental confused|confusion|disoriented|delirious|delirium ~4 "
        "!about|bill|billing|insurance|website|appointment|instructions|portal|which|diagnosis",
        "PERSON|getting|is|are|was confused|disoriented|delirious|incoherent ~4 !about|bill|billing|insurance|website|appointment|instructions|portal|which|diagnosis",
        "=confusion|confused|disoriented",
        "confusion !about|bill|billing|insurance|website|appointment|instructions|portal|which|diagnosis|over",
        "dont_know_where_he|dont_know_where_she|dont_know_who_he|dont_know_who_she|dont_know_who_i_am|dont_recognize|dont_make_sense|"
        "isnt_making_sense|not_making_sense|talking_nonsense|making_no_sense",
        "CANT|cant|wont|hard|trouble|difficult|difficulty|isnt|not|dont wake|waking|awaken|wake_up|rouse|arouse|stay_awake|staying_awake|awake "
        "~4 !alarm|night|pain|nights|during|work|mornings",
        "unconscious|unresponsive|passed_out|passing_out|fainted|fainting|blacked_out|not_responding|isnt_responding|wont_respond|"
        "lost_consciousness|losing_consciousness|loss_of_consciousness|knocked_out|keeps_passing_out !anesthesia|surgery",
        "collapsed !disc|disk|vertebra|vertebrae|discs|disks|arch|fractures",
        "seizure|seizures|convulsion|convulsions|convulsing having|had|has|is|now|just|SUDDEN !epilepsy|disorder|medication",
    ),
    emergency(
        _("Pale, gray or blue skin, lips or nails"),
        "blue|gray|grey|pale|purple|bluish|ashen|greyish|grayish lip|lips|skin|face|nail|nails|nailbeds|nail_beds|fingernails|fingertips "
        "!polish|hair|cross|shield|paint|color|lipstick",
        "turning|turned|going|looks blue|gray|grey|ashen|purple !bruise|bruised|bruises|bruising",
    ),
    emergency(
        _("Fever with back or neck pain, or after surgery"),
        "fever|feverish|fevers|chills|high_temperature|high_temp|temperature back|neck|spine|spinal|backache|surgery|operation|incision|wound|epidural|fusion "
        "!hay|yellow|scarlet|rheumatic|dengue",
        "pus|oozing|leaking|leak|draining|drainage|discharge incision|wound|surgery|stitches|surgical|staples|scar",
        "incision|wound|stitches|surgical_site infected|infection|red|hot|opened|open|burst|smells !prevent|care",
        "meningitis|sepsis|septic|spinal_abscess|epidural_abscess|spine_infection|spinal_infection|osteomyelitis|discitis ~4 "
        "!treatment|doctor|specialist",
        "stiff neck headache|light|vomiting",
    ),
    emergency(
        _("Heavy bleeding"),
        "bleeding|blood wont_stop|cant_stop|heavily|badly|heavy|everywhere|gushing|profusely|lots|lot|stop_bleeding !pressure|thinner|thinners|test|clot",
        "coughing|vomiting|throwing_up|spitting|puking blood ~3",
    ),
    emergency(
        _("A cry for help"),
        "911|9_1_1|nine_one_one|ambulance|paramedics !cover|covered|coverage|bill|billing|cost",
        "emergency|emergencies|emergancy !contact|contacts|preparedness|exit|kit|hours|parking|wait|plan|non|address|phone_number|fund|covered|"
        "coverage|copay|bill|insurance|visit_last|last",
        "er|a_e go_to|need|should|rush|going|take|get_to|straight ~3 !bill|copay|visited|went",
        "=help|help_me|help_us|help_now|somebody|someone|urgent",
        "=help_me help_me|now|hurts|hurry",
        "need|send|get help now|immediately|right_now|fast|asap|urgent|urgently|hurry|quick !choosing|finding",
        "somebody|someone help|call ~2 !find|choose",
        "help dying|die|emergency",
        "life threatening|or_death ~3",
    ),
)
