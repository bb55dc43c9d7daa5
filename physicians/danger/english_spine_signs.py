"""Signs of the spine that need 911, in English. sign_notation.py says how to read the lines."""

from django.utils.translation import gettext_lazy as _

from .english_words import emergency

SIGNS = (
    emergency(
        _("Loss of bladder or bowel control"),
        "LOST control|function WASTE",
        "lost|lose|loses|losing|loosing|loss|losses ORGANS ~3",
        "LOST control go|going|goes|toilet|down_there|private_parts !control_pain|control_blood|"
        "control_sugar|control_weight|control_diabetes|control_car",
        "CANT|cant control|hold|keep|holding ORGANS|urine|pee|poop|stool|bathroom|it_in|hold_it|in",
        "CANT hold_it|hold_my_water|keep_it_in|make_it_to_bathroom|make_it_to_toilet|make_it_to_the_bathroom",
        "leak|leaking|leaks|leaked|dribble|dribbling|dripping urine|pee|poop|stool|feces|bladder|bowel|bowels "
        "!sneeze|sneezing|cough|coughing|laugh|laughing|jump|exercise",
        "wet|wetting|wets|soil|soiled|soiling|mess|messed|messing|pee|peed|peeing|poop|pooped|pooping|shit|"
        "shat|crapped|pissed|"
        "pissing|urinated|urinating myself|himself|herself|themselves|pants|bed|bedding|sheets|underwear|floor ~4",
        "peed|pooped sleep|asleep|without",
        "bedwetting|bed_wetting",
        "accident|accidents bed|bathroom|toilet|bladder|bowel|bowels|pee|peeing|poop|pooping|potty|pants|underwear "
        "!car|auto|truck|work|rest|motorcycle",
        "incontinent|incontinence",
        "=bladder|bowel|bowels",
        unless="FINE",
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
        _("New bladder, bowel or sexual trouble"),
        "ORGANS trouble|problem|problems|issue|issues|dysfunction|failure|failing|failed|quit|stopped|weird|"
        "weak|numb|changes|"
        "changed|not_working|dont_work|wont_work|isnt_working|isnt_right|isnt_normal|isnt_emptying|"
        "wont_empty|dont_empty|broken|"
        "shut_down|shutting_down|paralyzed|cant_feel ~4",
        "CANT|cant|dont feel|tell|know|notice ORGANS|pee|peeing|poop|pooping|go_to_the_bathroom|need_to_go|have_to_go",
        "erectile_dysfunction|erection|erections|impotence|impotent|get_it_up|keep_it_up "
        "back|spine|spinal|disc|disk|injury|fall|accident|numb|numbness|sudden|suddenly",
        unless="irritable|overactive|infection|stone|stones|cancer|FINE",
    ),
    emergency(
        _("Sudden weakness of an arm or a leg"),
        "SUDDEN WEAK !question|appointment|gradually|slowly",
        "new_weakness|newly_weak|new_onset_weakness|new_leg_weakness|new_arm_weakness",
        "LIMBS went|gone|turned|going|goes|became weak|limp|floppy|paralyzed|useless ~5",
        "LIMBS went|gone|turned dead ~4",
        "lost|loss|losing|lose|no|gone|disappeared|vanished|fading strength|power|use|function|movement|"
        "motion|muscle_control|control LIMBS "
        "!range",
        "SUDDEN lost|loss|losing|lose|no|gone strength|power|movement",
        "LIMBS gave_out|giving_out|gave_way|giving_way|give_out|gives_out|give_way|gives_way|buckled|buckling ~4 "
        "!sometimes|occasionally|at_times|now_then|once_while|now_again",
        "both LIMBS give_out|gives_out|giving_out|give_way|gives_way|giving_way|buckle|buckling ~4",
        "LIMBS collapse|collapsed|collapsing|went_out|wont_hold|cant_hold|quit_on|quit_working|stopped_working|"
        "dont_work|wont_work|"
        "isnt_working|not_working|"
        "dont_move|wont_move|isnt_moving|not_moving|stopped_moving|quit_moving|wont_respond|isnt_responding|"
        "dont_respond ~4",
        "SUDDEN CANT lift|raise|move|use|grip|hold LIMBS",
        "CANT move|wiggle|use leg|legs|arm|arms|foot|feet|toes|hand|hands|fingers|limbs !without_pain|"
        "full_range|all_way",
        "CANT lift|raise leg|legs|foot|feet|toes|thigh",
        "SUDDEN cant|trouble|hard|difficult|difficulty walk|walking|stand|standing|move|moving|balance !without",
        "legs|leg|feet|arm|arms heavy|jelly|useless|dead SUDDEN|cant",
        "dragging foot|leg SUDDEN",
        "LIMBS jelly|rubber|rubbery|noodles|spaghetti ~4",
    ),
    emergency(
        _("Weakness that is growing fast"),
        "WEAK WORSE FAST",
        "weaker|weakening FAST|by_the_day|by_day|by_the_hour|and_weaker",
        "weaker weaker ~3",
        "LIMBS getting|becoming|growing weak|weaker ~4 !slowly|gradually|slow|years|months|older|age",
        "LIMBS failing|weakening FAST",
        "WEAK spreading|climbing|moving_up|going_up|creeping_up !slowly|gradually|slow|years",
        "numb|numbness spreading|climbing|moving_up|going_up|creeping_up FAST",
        "losing|lost strength FAST",
    ),
    emergency(
        _("Unable to walk or to stand"),
        "CANT walk|walking|take_a_step|bear_weight|put_weight !FAR",
        "cant|dont|wont|isnt able walk|stand|walking|move !FAR|stand_straight",
        "CANT stand_up|get_up|stand|stand_on|standing !FAR|stand_pain|stand_back_pain|stand_neck_pain|stand_leg_pain|"
        "stand_it|stand_this|stand_that|stand_straight|stand_up_straight|stand_upright|stand_heat|"
        "stand_noise|stand_taste|"
        "stand_smell|stand_him|stand_her|stand_people|stand_waiting|stand_wait|stand_doctor|stand_when",
        "stopped|quit walking ~3",
        "barely|hardly|scarcely walk|stand|move|walking !FAR",
        "CANT get|climb off_floor|off_ground|off_of_floor|out_of_car",
        "legs wont|cant hold|carry|support",
        "lost ability walk|stand|walking",
    ),
    emergency(
        _("Paralysis, or no feeling below a level"),
        "paralyzed|paralysed|paralysis|paralyze|paralized|paralyse !sleep|vocal|bells|birth|cerebral|fear|"
        "rehab|rehabilitation",
        "CANT move|feel !move_neck|move_head|move_shoulder|move_back|move_forward|move_house|move_appointment|"
        "move_past|move_away|move_fast|move_much|move_well|feel_better|feel_good|feel_well|feel_comfortable|"
        "feel_pain|move_on|move_to|turn_neck",
        "CANT|cant|dont|no|lost|loss|losing|stopped feel|feeling|sensation "
        "leg|legs|feet|foot|arms|arm|waist|below|lower_half|lower_body|toes|anything|hands|hand|body "
        "!feel_better|feel_like|feel_good|feel_well|feel_right|feel_safe|feel_comfortable|feel_pain|feel_any_pain",
        "NUMB waist|waste|chest|neck|belly|navel down|below",
        "NUMB both|completely|totally|whole leg|legs|feet|arms|body !both_hands|neuropathy",
        "SUDDEN NUMB",
        "dead waist|neck down",
        "both legs numb|weak|tingling|dead ~4",
    ),
    emergency(
        _("Numbness between the legs (saddle anesthesia)"),
        "NUMB SADDLE|GROIN !bike_seat|bike_saddle|bicycle_seat|bicycle_saddle|bike_ride|cycling|biking|spin_class",
        "NUMB SEAT ~5 !sitting|sit|sat|chair|bike|cycling|saddle_sore|numbing_cream",
        "CANT|cant|dont|no|lost|loss|losing feel|feeling|sensation SADDLE|GROIN|SEAT",
        "tingling|tingle|tingles|tingly|prickling|pins_and_needles|pins_needles SADDLE",
        "saddle anesthesia|anaesthesia|paresthesia",
        "cauda equina symptoms|right_now|today|started|starting|sudden|suddenly|think|have|having|signs|emergency|now",
        "asleep|dead|strange|weird between_legs|genitals|crotch|vagina|penis|privates|private_parts",
        unless="numbing_cream",
    ),
    emergency(
        _("Severe pain or weakness after a fall or a crash"),
        "broke|broken|snapped|brake|shattered neck|back|spine ~1 !cement|balloon|kyphoplasty|vertebroplasty|"
        "hardware|screw|screws|"
        "rod|rods|work|bank|breaking_back",
        "horse|bull|mule threw|bucked|trampled|kicked !PAST",
        "thrown|ejected|knocked|flew|fell off|from|out|over VEHICLE !PAST",
        "last_night|yesterday crash|crashed|wreck|wrecked|collision|rear_ended|car_accident|rollover !PAST",
        "fell|fallen|fel|fall|falling|falls|jumped|thrown off|from|down|out HARD_FALL !PAST|afraid|fear|"
        "prevention|risk",
        "crash|crashed|wreck|wrecked|collision|rollover|totaled VEHICLE|motorcycle|head_on !PAST|pain_after|"
        "pain_from|after_crash|after_wreck|"
        "from_crash|from_wreck|after_car|from_car",
        "hit_by|run_over|ran_over|struck_by VEHICLE|bus|train !PAST",
        "accident|accidents|acident motorcycle|motorbike|bike|bicycle|atv|scooter|moped !PAST",
        "accident|crash|wreck|collision|whiplash|crashed|fell|fall|fallen|fel|hit|landed INJURED !PAST|"
        "afraid|fear|risk|cant_find|cant_get_appointment",
        "accident|crash|wreck|collision|crashed|fell|fallen|landed cant walk|move|feel|stand|breathe|get_up|"
        "turn|lift !PAST",
        "just|today|tonight|this_morning|hour|hours|minutes|moments accident|crash|wreck|fell|fallen|collision "
        "!lawyer|attorney|insurance|settlement|claim|old|last_year|years_ago|months_ago|weeks_ago|month_ago|week_ago|"
        "fell_asleep|fall_appointment",
        "dove|dived|diving neck|shallow|pool|head !scuba",
        "got_shot|been_shot|was_shot|he_shot|she_shot|gunshot|stabbed back|neck|spine|wound ~5 !shots|"
        "cortisone|steroid|injection|"
        "epidural",
        "heard|felt snap|crack|pop|crunch neck|spine !chiropractor|joint|joints",
    ),
)
