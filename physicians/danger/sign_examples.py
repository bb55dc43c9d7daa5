"""Sentences that patients might type, for people who want to know what a sign is about."""

import functools

from .detector import BUILT_IN, built_in_detector
from .sign_notation import Sign
from .typed_words import cut_into_words

SENTENCES = (
    "I keep thinking about suicide",
    "I want to kill myself",
    "I just want to die",
    "I hope I never wake up",
    "I don't want to live like this anymore",
    "I have no reason to live",
    "I'm afraid I'll hurt myself",
    "I took too many pain pills",
    "He overdosed on his pain medicine",
    "Pienso en el suicidio",
    "Quiero matarme",
    "Me quiero morir",
    "Ya no quiero vivir con este dolor",
    "Quiero hacerme daño",
    "Quiero lastimarme",
    "Tomé demasiadas pastillas",
    "Creo que es una sobredosis",
    "I lost control of my bladder",
    "I can't hold my pee since last night",
    "I can't pee",
    "I have trouble urinating since my back went out",
    "I can't feel my bladder",
    "I suddenly have bladder trouble",
    "My leg suddenly went weak",
    "My arm went dead",
    "My legs are getting weaker and weaker",
    "My hand is weak and it's getting worse fast",
    "I can't walk",
    "I can't stand up anymore",
    "I'm paralyzed",
    "I can't feel my legs",
    "I'm numb from the waist down",
    "I'm numb between my legs",
    "My buttocks are numb",
    "I fell off a ladder and can't move my neck",
    "I think I broke my neck",
    "Perdí el control de la vejiga",
    "No puedo orinar",
    "Tengo problemas de vejiga desde ayer",
    "No siento cuando orino",
    "De repente tengo la pierna débil",
    "La pierna no me responde",
    "Cada vez estoy más débil",
    "La debilidad empeora",
    "No puedo caminar",
    "Estoy paralizado",
    "No siento las piernas",
    "Tengo la entrepierna adormecida",
    "No siento la entrepierna",
    "Me caí del techo y me duele mucho la espalda",
    "Creo que me rompí el cuello",
    "I think I'm having a stroke",
    "Her face is drooping",
    "I have chest pain",
    "My dad is having a heart attack",
    "I can't breathe",
    "My mom is suddenly confused",
    "He doesn't know where he is",
    "His lips are blue",
    "I have a fever and my back hurts",
    "There is pus coming from my incision",
    "The bleeding won't stop",
    "I'm coughing up blood",
    "911",
    "Help",
    "This is an emergency",
    "Creo que es un derrame cerebral",
    "Tiene la cara caída",
    "Me duele el pecho",
    "Mi papá tiene un infarto",
    "No puedo respirar",
    "Me falta el aire",
    "De repente está confundido",
    "No sabe dónde está",
    "Tiene los labios azules",
    "Tengo fiebre y me duele la espalda",
    "Me sale pus de la herida",
    "Tengo mucho sangrado",
    "Estoy tosiendo sangre",
    "Es una emergencia",
    "Es urgente, ayuda",
)


def examples_of(sign: Sign) -> list[str]:
    """Return sentences in which a built-in sign is found."""
    return found_in_sentences()[id(sign)]


@functools.cache
def found_in_sentences() -> dict[int, list[str]]:
    """Return the sentences of each built-in sign. The detector tells, so none is there by mistake."""
    found: dict[int, list[str]] = {id(sign): [] for sign in BUILT_IN}
    for sentence in SENTENCES:
        for seen in built_in_detector().signs_in(cut_into_words(sentence)):
            if seen.excuse is None:
                found[id(seen.sign)].append(sentence)
    return found
