"""Words said around those that count. A name may be one of them: An, Do, Will."""

from .spanish_filler_words import SPANISH_FILLER_WORDS

ENGLISH_FILLER_WORDS = frozenset(
    (  # noqa: SIM905 (a list would be three hundred lines)
        "a able about above after again ago all almost already also always am an and any anybody anymore anyone "
        "anything appointment appointments are area arent around as asap ask asking at availability available away "
        "bad badly be because become been before being below best between book both but by came can cannot cant "
        "clinic clinics "
        "closest come coming could couldnt dad daughter day days dead deal diagnosed diagnosis did didnt die do docs "
        "doctor doctors does doesnt doing dont down dr drs dull during dying each earliest either else ever every "
        "everyday experience experienced experiencing expert experts father feel feeling feels few find first for "
        "friend from further gave get gets getting go goes going gone good got great had happen has have having he "
        "help helps her here hers herself him himself his hour hours how husband i if im immediately in into is issue "
        "issues it its itself ive just keep keeps kid killing kind know last lately like little local looking lot "
        "lots made make many maybe md me mom month months more morning most mother much my myself near nearby nearest "
        "need needed needs never new nice night no nor not now of off often old on once one only opening openings or "
        "other our ours out over own past patient patients people person physician physicians please possible problem "
        "problems provider providers pt question quick quickly really recently recommend recommended refer referral "
        "referred right said same saw say says schedule see seeing seen sees severe sharp she should since slot slots "
        "so some somebody someone something sometimes son soon soonest speak speaking speaks specialist specialists "
        "specialize specializes stabbing started still such sudden suddenly suffer suffering suffers sure symptom "
        "symptoms take taking talk talks teen teenager tell terrible than thanks that the their theirs them then "
        "there these they thing think this those through time times to today told tomorrow tonight too top treat "
        "treated treating treatment treatments treats trouble try trying two under until up us use very visit visits "
        "want wants was we week weeks well went were what when where which while who whom whos why wife will with "
        "within without wont worse worst would year years yes you your yours"
    ).split()
)
FILLER_WORDS = ENGLISH_FILLER_WORDS | SPANISH_FILLER_WORDS
