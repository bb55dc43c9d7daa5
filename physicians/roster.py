"""What of a profile the hospital's roster owns: the import writes it, and editors do not."""

ROSTER_FIELDS = (
    "npi",
    "given_name",
    "family_name",
    "credentials",
    "gender",
    "specialties",
    "languages",
    "locations",
    "accepting_new_patients",
    "offers_virtual_visits",
    "licensed_states",
)
