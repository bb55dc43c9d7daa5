"""The words of emergencies in English, as lists that the signs name."""

from django.utils.functional import Promise

from physicians.models import DangerCard

from .sign_notation import Sign, read_sign

LISTS = {
    # For “!”: these follow at once.
    "FINE": "bladder_fine bladder_normal bladder_ok bladder_okay bladder_good bladder_intact bowel_fine "
    "bowel_normal bowels_fine bowels_normal "
    "bowels_ok bowels_good control_fine control_normal control_intact control_ok control_good function_fine "
    "function_normal function_intact",
    "FAR": "walk_far walking_far go_far stand_far for_long long_distance long_distances long_periods "
    "walk_long stand_long stand_up_long "
    "longer_than more_than walk_much walking_much walk_fast a_block two_blocks one_block few_blocks block "
    "blocks mile miles walk_dog dog "
    "without_pain without_hurting long_enough distance distances few_minutes 5_minutes 10_minutes 15_minutes "
    "20_minutes 30_minutes",
    "CANT": "cant unable not_able isnt_able not_be_able incapable no_longer impossible lost_ability lost_the_ability "
    "stopped_being_able havent_been_able barely_able",
    "LOST": "lost lose loses losing loosing loss losses no cant poor little gone without_any out_of zero",
    "TROUBLE": "trouble difficulty difficulties difficult hard problem problems struggle struggling strain straining "
    "straining cant",
    "PEE": "pee peeing urinate urinating urination void voiding piss pissing tinkle wee go_pee pass_urine "
    "pass_water make_water "
    "empty_bladder go_bathroom go_to_bathroom go_to_toilet go_to_restroom use_bathroom use_toilet go_potty",
    "POOP": "poop pooping poo pooing defecate shit crap have_bowel_movement bowel_movement pass_stool "
    "move_bowels go_number_2",
    "ORGANS": "bladder bladders bowel bowels sphincter",
    "WASTE": "bladder bladders bowel bowels urine pee peeing urination urinary poop pooping stool stools "
    "feces bathroom toilet "
    "sphincter anus rectum",
    "LIMBS": "leg legs arm arms foot feet hand hands limb limbs knees thigh thighs toes ankle ankles fingers "
    "side body",
    "WEAK": "weak weakness weaker weakening weakend limp floppy feeble no_strength lost_strength no_power "
    "gave_out giving_out "
    "gave_way giving_way foot_drop drop_foot dropfoot",
    "NUMB": "numb numbness numbing numbed no_feeling no_sensation lost_feeling lost_sensation loss_of_feeling "
    "loss_of_sensation loss_feeling loss_sensation losing_feeling losing_sensation anesthesia anaesthesia "
    "dead_feeling desensitized",
    "SUDDEN": "sudden suddenly sudenly abrupt abruptly all_of_a_sudden all_at_once out_of_nowhere "
    "out_of_blue overnight this_morning "
    "since_morning since_yesterday since_last_night last_night today tonight woke_up woke hour hours minutes "
    "minute acute rapid "
    "rapidly quickly instantly immediately just_now just_started just_happened",
    "FEVER": "fever feverish fevers chills high_temperature high_temp temperature",
    "FAST": "fast faster quick quickly rapid rapidly hourly hour hours daily every_day each_day by_day "
    "overnight today tonight "
    "suddenly sudden minute minutes",
    "WORSE": "worse worsening worsened worsens getting progressing progressive progressively progress "
    "progressed spreading "
    "growing increasing weaker deteriorating",
    "SADDLE": "between_legs crotch genital genitals private_part private_parts privates private_area down_there "
    "vagina vaginal vulva penis testicles testicle scrotum perineum perineal anus anal rectum rectal saddle",
    "GROIN": "groin inner_thigh inner_thighs pelvic pelvis wipe wiping wiped",
    "SEAT": "buttocks buttock butt bottom bum ass rear tailbone",
    "PERSON": "mom mum mother dad father husband wife grandma grandmother grandpa grandfather parent son "
    "daughter brother sister "
    "patient aunt uncle partner she he",
    "HARD_FALL": "ladder ladders roof roofs stairs staircase stair steps horse tree scaffold scaffolding "
    "balcony height heights building "
    "deck attic cliff truck bike window deer_stand",
    "VEHICLE": "car truck motorcycle motorbike motor bike bicycle scooter atv vehicle auto automobile van "
    "suv bus moped train",
    "INJURED": "weak weakness numb numbness severe terrible unbearable excruciating horrible intense worst "
    "extreme agony "
    "paralyzed paralysed cant awful bleeding",
    "PAST": "lawyer attorney insurance settlement claim old ago last_year last_summer last_winter last_fall "
    "last_spring",
}


def emergency(name: Promise, *lines: str, unless: str = "", also: str = "") -> Sign:
    """Return a sign that needs 911; `also` is who else helps."""
    return read_sign(name, DangerCard.EMERGENCY, "en", LISTS, lines, unless=unless, also=also)
