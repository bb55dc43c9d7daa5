"""Words of someone who may not want to live, in English: the crisis line 988 comes first.

sign_notation.py says how to read the lines.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from physicians.models import DangerCard

from .sign_notation import Sign, read_sign

LISTS = {
    "SELF": "myself himself herself themselves themself yourself my_self me_self",
    "WANT": "want wants wanted wanna wanting wish wishes wishing going gonna ready plan planning thinking "
    "thought think thoughts feel "
    "feeling feels rather hope hoping try trying tried urge urges urged like intend decided might need needs "
    "considering about prefer "
    "better deserve should",
    "LIVE": "live living life alive exist existing be_alive being_alive be_here being_here go_on",
    "DATES": "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september "
    "october november december 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th "
    "18th 19th 20th 21st 22nd 23rd "
    "24th 25th 26th 27th 28th 29th 30th 31st date day appointment vacation trip cruise morning afternoon "
    "time line website portal",
    # “Dying of back pain” is a way to say how much it hurts.
    "PAIN": "dying_of_pain dying_of_back dying_of_neck dying_of_leg dying_of_sciatica dying_of_nerve dying_from_pain "
    "dying_from_back dying_from_neck dying_from_leg dying_from_sciatica dying_from_nerve dying_with_back "
    "dying_with_neck dying_with_sciatica",
    "PILLS": "pills pill tablets tablet meds medication medications medicine opioids oxycodone tylenol "
    "painkillers percocet gabapentin",
}


def crisis(name: Promise, *lines: str, unless: str = "") -> Sign:
    """Return a sign that leads to the crisis line."""
    return read_sign(name, DangerCard.CRISIS, "en", LISTS, lines, unless=unless)


# An overdose needs both cards.
OVERDOSE = (
    "overdose|overdosed|overdosing|oded",
    "took|take|taken|taking|swallow|swallowed|swallowing|ate too_many|whole_bottle|bottle_of|handful|"
    "handful_of|all_my_pills|all_of_my|"
    "entire_bottle|bunch_of|all_the_pills|all_my|all_his|all_her PILLS",
    "too_many PILLS ~3 !list|taking_too",
)

SIGNS = (
    crisis(
        _("Thoughts of suicide"),
        "suicide|suicidal|suicides|suicidality|sucide|sucidal|unalive|kms|kys "
        "!suicide_squad|suicide_squeeze|suicide_door|suicide_doors|suicide_sprints",
        "988",
        "crisis|suicide line|hotline|lifeline|text",
        "kill|killing|killed|murder|shoot|shooting|hang|hanging|drown|drowning|stab|stabbing|poison|"
        "poisoning|unalive|off|end|ending SELF ~2",
        "kill me ~1 !pain|back|sciatica|neck|leg|spine|will|would|cancer|surgery",
        "end|ending|ended|take|taking|took|finish|lose life|own_life|my_life|his_life|her_life ~1 !insurance|"
        "pain_free|quality|taking_over|took_over|take_over|takes_over",
        "end_my_life|end_life|ending_my_life|take_my_life|take_my_own_life|took_his_own_life|"
        "took_her_own_life|take_his_life|take_her_life",
        "end_it_all|ending_it_all|end_everything|ending_everything|end_it_tonight|end_all_of_it|finish_it_all",
        "WANT end_it|end_this_all|end_it_now|ending_it|ending_things|end_things|it_to_be_over|it_all_to_stop|"
        "it_all_to_end|everything_to_end|everything_to_stop|"
        "be_done_with_it",
        "jump|jumping off|from bridge|building|roof|balcony|cliff|window|overpass",
        "jump|jumping|step|walk in_front_of|front train|car|traffic|truck|bus",
        "gun|pistol|rifle head|mouth|SELF|temple",
        "bullet head|brain",
        "noose|slit_wrists|slit_my_wrists|cut_my_wrists|slit_throat|hang_myself",
        "slit|slitting|cut|cutting|slash|slashing wrist|wrists ~3 !carpal|surgery|tunnel",
        "drive|crash|swerve off|into|car bridge|tree|cliff|wall WANT",
    ),
    crisis(
        _("Wish to die"),
        "WANT die|dead|death ~5 !die_laughing|battery|phone|nerve_to|nerve_die|nerves_die",
        "dying !dying_to|dying_for|dying_laughing|PAIN|battery|phone|nerve_dying|nerves_dying|muscle_dying|"
        "dying_nerve|dying_muscle|"
        "dying_cells|dying_tissue|dying_bone|dying_father|dying_mother|dying_dad|dying_mom|dying_wife|"
        "dying_husband|dying_dog|"
        "father_dying|mother_dying|dad_dying|mom_dying|wife_dying|husband_dying|dog_dying|grandmother_dying|"
        "grandfather_dying",
        "=die|dead|death|dying|to_die",
        "will_i_die|am_i_dying|going_to_die|let_me_die|help_me_die|how_to_die|ways_to_die|die_in_my_sleep|"
        "just_die|should_die|make_me_die|"
        "2_die|to_die_now|painless_death|id_rather_die|i_should_die|easiest_way_to_die|assisted_suicide|"
        "euthanasia|die_already|die_tonight|could_die|"
        "would_die !die_for",
        "wish|wished|hope|pray|praying dead|die|never_born|gone|wake_up_dead ~5 !battery",
        "wish isnt_born|isnt_alive|isnt_here|never_existed|never_been_born|wouldnt_wake|could_disappear|"
        "dont_exist|i_isnt",
        "better|happier|easier dead|without_me|if_i_died|if_i_was_gone|isnt_here|if_i_isnt ~5",
        "never|not|dont|wont wake|wake_up hope|wish|want|sleep|rather|pray !wake_up_in_pain|wake_in_pain|"
        "during_surgery|from_surgery|at_night|every_night|alarm",
        "sleep never|forever wake|wake_up|forever",
        "WANT disappear|vanish|stop_existing|cease !pain_disappear|symptoms_disappear|numbness_disappear|"
        "tingling_disappear|"
        "pain_to_disappear",
        "nobody|no_one|noone miss|care me|gone|died !takes|take|accepts",
        "pills|bottle die|death|forever|kill|enough",
    ),
    crisis(
        _("Doesn't want to live"),
        "dont|no_longer|never|isnt|not want|wanna LIVE !on_medication|on_medications|on_meds|on_pills|"
        "on_opioids|on_disability|on_vacation|"
        "on_trip|live_alone|living_alone|in_hospital|waiting_room",
        "dont|isnt|no_longer want|wanna wake_up|wake !in_pain|during_surgery|from_surgery|at_night|every_night|stiff",
        "no|isnt_any|any|lost|see|dont|nothing|not|without reason|point|purpose|will|desire|worth|use|hope "
        "LIVE !insurance",
        "nothing|nothin|nuthin live_for|left_to_live",
        "life living isnt|not worth ~4",
        "isnt|not|no worth LIVE ~5 !insurance",
        "tired|sick|done|finished|through|fed_up|give_up|giving_up|gave_up|hate|hating of|with|on|hate|"
        "hating|give_up|giving_up|gave_up|done "
        "life|living|being_alive|existing|it_all|everything !with_pain|with_this_pain|with_back|with_chronic|"
        "in_pain|with_sciatica|style",
        "hate|hating my_life|being_alive|living|life !insurance",
        "cant_go_on|cant_keep_going !DATES",
        "cant_live|cant_live_anymore|cant_do_this_anymore|cant_take_it_anymore|cant_take_life|cant_do_it_anymore|"
        "cant_keep_living|dont_want_to_do_this_anymore",
        "hopeless|worthless|no_hope|no_hope_left|burden|pointless life|live|living|die|dead|family|everyone|"
        "everybody|anymore|feel|feeling|go_on "
        "!tax|disease_burden|burden_of_disease",
        "goodbye|goodbyes|goodby|good_bye|farewell world|forever|everyone|everybody|cruel|family|letter|"
        "letters|note|notes|kids|children|wife|husband",
        "lost_will|no_will|lost_the_will live|go_on",
    ),
    crisis(
        _("Self-harm"),
        "self_harm|selfharm|self_harming|selfharming|self_injury|self_mutilation|harm_self",
        "harm|harming|harmed SELF ~2",
        "WANT hurt|cut|injure|burn|punish SELF",
        "afraid|scared|will|would|could|may|gotta|worried hurt|harm|cut|injure|kill SELF !exercise|"
        "exercising|exercises|lifting|lift|gym|running|run|yoga|golf|working|workout",
        "hurting|cutting|burning SELF ~2 !shaving|cooking|lifting|working|exercising|running|gym|accidentally",
        "=hurt|cut|injure|hurts SELF",
        "keep|keeps|started cutting ~2 !back|grass|out",
    ),
    crisis(_("Overdose"), *OVERDOSE),
    read_sign(_("Overdose"), DangerCard.EMERGENCY, "en", LISTS, OVERDOSE, also="poison"),
)
