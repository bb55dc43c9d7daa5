"""Words that tell nothing of a danger by themselves, beside the filler words."""

from .calm_words import AND, NEGATIONS
from .text_reading import GOVERNORS
from .typed_words import CONTRAST, FILLERS

FUNCTION_WORDS = (
    FILLERS
    | NEGATIONS
    | GOVERNORS
    | CONTRAST
    | AND
    | frozenset(
        (
            "how what when where which who why whose if or because from by about after before up down out off over "
            "under into onto around between near than since until while only more most less much many some any all "
            "both each every other another one two no yes not can could will would should may might must need needs "
            "want wants get gets got go goes going went make makes made take takes say says said know see think "
            "here now today day days time year years ok still again ever always "
            "como cuando donde quien cual cuales si o pero porque desde hasta sobre entre mas menos mucho mucha "
            "poco muchos todo toda todos nada algo alguien otro otra uno dos puede puedo pueden quiero quiere "
            "necesito voy va ir hacer hace hago soy eres son era ser ver dia dias ahora hoy siempre aqui"
        ).split()
    )
)
