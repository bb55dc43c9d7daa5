"""Languages that a physician here speaks with patients: (BCP 47 code, name, other names)."""

LANGUAGES = [
    ("en", "English", ""),
    ("ase", "American Sign Language", "ASL, sign language, deaf"),
    ("ar", "Arabic", "العربية"),
    ("fr", "French", "français, francophone"),
    ("de", "German", "Deutsch"),
    ("hi", "Hindi", ""),
    ("ja", "Japanese", "日本語, Nihongo"),
    ("ko", "Korean", "한국어, Hangul"),
    ("cmn", "Mandarin Chinese", "Mandarin, Chinese, 中文, 普通话, Putonghua"),
    ("pl", "Polish", "polski, po polsku"),
    ("pt", "Portuguese", "português, Brazilian"),
    ("es", "Spanish", "español, castellano, hablo español, habla español"),
    ("ta", "Tamil", ""),
    ("vi", "Vietnamese", "tiếng Việt"),
    ("yo", "Yoruba", "Nigerian language"),
]
