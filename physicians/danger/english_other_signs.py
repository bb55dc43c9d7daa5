"""Other emergencies that need 911, in English. sign_notation.py says how to read the lines."""

from django.utils.translation import gettext_lazy as _

from .english_words import emergency

SIGNS = (
    emergency(
        _("Stroke"),
        "stroke|strokes|tia !heat|after_stroke|recovery|rehab|rehabilitation|post|survivor|swim|golf|"
        "breaststroke|butterfly|had_a_stroke_in|prior",
        "face|mouth|smile|eyelid droop|drooping|drooped|droops|droopy|crooked|numb|lopsided|sagging|fallen !bells",
        "slurred|slurring|slur|slurry speech|words|talking|voice|speaking ~4",
        "SUDDEN|cant|lost|losing|garbled speak|speech|talk_right|words_out|find_words|see|vision|sight "
        "!about|doctor|specialist|soon|to_a|appointment|test",
        "NUMB|WEAK one_side|left_side|right_side|half_of_body|half_my_body|whole_side !foot|leg|thigh|back|"
        "neck|toe|toes|hand|finger|knee|calf|shin",
        "SUDDEN balance|dizzy|dizziness|unsteady|coordination|staggering|vertigo",
        "lost|losing|loosing balance|coordination !slowly|gradually|yoga|exercise|account|bank|sheet|weight",
        "worst|thunderclap|SUDDEN headache",
        "worst headache life",
    ),
    emergency(
        _("Chest pain or a heart attack"),
        "chest pain|pains|pressure|hurts|hurt|hurting|tight|tightness|crushing|squeezing|heavy|heaviness|"
        "ache|aches|aching|elephant|stabbing ~5",
        "heart attack|attacks ~3",
        "heart stopped|stopping|racing|failing ~3 !stopped_smoking",
        "heartattack|cardiac_arrest",
    ),
    emergency(
        _("Trouble breathing"),
        "CANT|cant|stopped breathe|breath|breathing|get_air|catch_breath|get_breath|get_a_breath !exercises|nose",
        "trouble|difficulty|difficult|hard|struggle|struggling|labored|problem|problems|short|shortness|"
        "gasping|barely|hardly|fighting|isnt|not|dont "
        "breathe|breathing|breath|air ~4 !exercises|exercise|deeply|sleep|nose",
        "choking|suffocating|gasping",
        "out_of_breath SUDDEN|chest|rest|resting|sitting",
    ),
    emergency(
        _("New confusion, or trouble waking up"),
        "new|SUDDEN|acting|very|seems|really|extremely|severely|becoming|mental confused|confusion|"
        "disoriented|delirious|delirium ~4 "
        "!about|bill|billing|insurance|website|appointment|instructions|portal|which|diagnosis",
        "PERSON|getting|is|are|was confused|disoriented|delirious|incoherent ~4 !about|bill|billing|"
        "insurance|website|appointment|instructions|portal|which|diagnosis",
        "=confusion|confused|disoriented",
        "confusion !about|bill|billing|insurance|website|appointment|instructions|portal|which|diagnosis|over",
        "dont_know_where_he|dont_know_where_she|dont_know_who_he|dont_know_who_she|dont_know_who_i_am|"
        "dont_recognize|dont_make_sense|"
        "isnt_making_sense|not_making_sense|talking_nonsense|making_no_sense",
        "CANT|cant|wont|hard|trouble|difficult|difficulty|isnt|not|dont wake|waking|awaken|wake_up|rouse|"
        "arouse|stay_awake|staying_awake|awake "
        "~4 !alarm|night|pain|nights|during|work|mornings",
        "unconscious|unresponsive|passed_out|passing_out|fainted|fainting|blacked_out|not_responding|"
        "isnt_responding|wont_respond|"
        "lost_consciousness|losing_consciousness|loss_of_consciousness|knocked_out|keeps_passing_out "
        "!anesthesia|surgery",
        "collapsed !spine|spinal|disc|disk|vertebra|vertebrae|discs|disks|arch|fractures",
        "seizure|seizures|convulsion|convulsions|convulsing having|had|has|is|now|just|SUDDEN !epilepsy|"
        "disorder|medication",
    ),
    emergency(
        _("Pale, gray or blue skin, lips or nails"),
        "blue|gray|grey|pale|purple|bluish|ashen|greyish|grayish lip|lips|skin|face|nail|nails|nailbeds|"
        "nail_beds|fingernails|fingertips "
        "!polish|hair|cross|shield|paint|color|lipstick",
        "turning|turned|going|looks blue|gray|grey|ashen|purple !bruise|bruised|bruises|bruising",
    ),
    emergency(
        _("Fever with back or neck pain"),
        "FEVER back|neck|spine|spinal|backache !hay|yellow|scarlet|rheumatic|dengue",
        "meningitis|sepsis|septic",
        "stiff neck headache|light|vomiting",
    ),
    emergency(
        _("Fever, a leaking wound or a bad headache after surgery or an injection"),
        "FEVER surgery|operation|incision|wound|epidural|fusion|injection|shot !hay|yellow|scarlet|rheumatic|dengue",
        "pus|oozing|leaking|leak|draining|drainage|discharge incision|wound|surgery|stitches|surgical|staples|scar",
        "incision|wound|stitches|surgical_site burst|opened_up|split_open|bleeding ~4",
        "fluid|csf leak|leaks|leaking|leaked|dripping|oozing back|spine|spinal|incision ~4",
        "severe|terrible|horrible|bad|awful|splitting|pounding headache epidural|spinal_tap|lumbar_puncture|injection|"
        "shot|surgery",
        also="surgery",
    ),
    emergency(
        _("Heavy bleeding"),
        "bleeding|blood wont_stop|cant_stop|heavily|badly|heavy|everywhere|gushing|profusely|lots|lot|"
        "stop_bleeding !pressure|thinner|thinners|test|clot",
        "coughing|vomiting|throwing_up|spitting|puking blood ~3",
    ),
    emergency(
        _("A cry for help"),
        "911|9_1_1|nine_one_one|ambulance|paramedics !cover|covered|coverage|bill|billing|cost",
        "emergency|emergencies|emergancy !contact|contacts|preparedness|exit|kit|hours|parking|wait|plan|non|"
        "address|phone_number|fund|covered|"
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
