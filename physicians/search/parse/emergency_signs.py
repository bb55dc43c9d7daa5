"""Words that need 911 or the crisis line before any doctor."""

import re

# The signs of the emergency card (cord or cauda equina pressed), and what people type in other emergencies.
SIGNS = re.compile(
    r"\b(emergency|911|heart attack|stroke|chest pain|paraly[sz]ed|paralysis|numb\w*|bladder|bowels?|incontinen\w*"
    r"|(can ?not|cant|can't|can’t|unable to|stopped) (walk|stand|move|feel|pee|urinate|poop)\w*|pee(ing)?|wet myself"
    r"|(legs?|arms?|feet|foot|hands?) (do ?n[o'’]?t|does ?n[o'’]?t|do not|does not|will not|wo ?n['’]?t|stopped|quit"
    r"|are not|is not|not) (work|mov)\w*|legs? (gave|give|gives|giving|going) (out|way)|no feeling"
    r"|(do not|do ?n['’]?t) feel (my|his|her|the) (legs?|arms?|feet|foot|hands?)"
    r"|can( ?not|['’]?t) breathe"
    r"|(car|truck|bike|bicycle|motorcycle|auto) (crash|wreck|acc?ident)\w*|f[ae]ll(en)? (off|from|down)"
    r"|(broke|broken|brok|snapped|cracked) (my|his|her|the|a) (neck|back|spine)"
    r"|fever.* (back|neck|spine)|(back|neck|spine).* fever)\b",
    re.IGNORECASE,
)

# Words of someone who may not want to live: they need the crisis line, not a spine doctor.
DESPAIR = re.compile(
    r"\b(suicid\w*|(kill|hurt|harm|cut)(ing|ting)? myself|(want|wanna|wish|like|ready) (to |2 )?die|wish i was dead"
    r"|end (my life|it all)|(no reason|do ?n['o’]?t want) to (live|be alive)|better off dead|overdos\w*|dying)\b",
    re.IGNORECASE,
)


def sounds_urgent(text: str) -> bool:
    """Return True if the emergency card belongs above the results."""
    return bool(SIGNS.search(text)) or despairs(text)


def despairs(text: str) -> bool:
    """Return True if the crisis line belongs first."""
    return bool(DESPAIR.search(text))
