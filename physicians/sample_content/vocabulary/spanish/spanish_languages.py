"""Languages in Spanish, by their name in English."""

SPANISH_LANGUAGES = {
    "English": "inglés",
    "American Sign Language": """
        lenguaje de señas, lengua de señas, lenguaje de signos, lengua de signos, sordo, sorda
        """,
    "Arabic": "árabe",
    "French": "francés",
    "German": "alemán",
    "Japanese": "japonés",
    "Korean": "coreano",
    "Mandarin Chinese": "chino, mandarín, chino mandarín",
    "Polish": "polaco",
    "Portuguese": "portugués, brasileño",
    "Vietnamese": "vietnamita",
}
