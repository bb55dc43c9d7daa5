"""What a typing mistake in a name costs: the usual ones less, and the same in a long name as in a short one."""

ORDINARY = 0.2
USUAL = 0.17  # neighbors that changed places, a doubled letter, a vowel for a vowel, the next key
WRONG_BEGINNING = 0.03  # people seldom miss the first letter

VOWELS = frozenset("aeiouy")
KEYBOARD = (("qwertyuiop", 0.0), ("asdfghjkl", 0.25), ("zxcvbnm", 0.75))  # the rows, and where they begin
PLACES = {key: (row, column + begin) for row, (keys, begin) in enumerate(KEYBOARD) for column, key in enumerate(keys)}
NEXT_KEYS = frozenset(
    (one, other)
    for one, (row, column) in PLACES.items()
    for other, (its_row, its_column) in PLACES.items()
    if abs(row - its_row) <= 1 and abs(column - its_column) <= 1
)


def cost_of_mistakes(typed: str, name: str) -> float:
    """Return what the likeliest mistakes between a typed word and a name cost together; 0 if they are the same."""
    rows = [[0.0]]
    for place, letter in enumerate(name):
        rows[0].append(rows[0][-1] + cost_of_one(letter, name[place - 1 : place]))
    for place, letter in enumerate(typed):
        before = typed[place - 1 : place]
        row = [rows[-1][0] + cost_of_one(letter, before)]
        for column, against in enumerate(name):
            cost = min(
                rows[-1][column] + cost_of_change(letter, against),
                rows[-1][column + 1] + cost_of_one(letter, before),
                row[-1] + cost_of_one(against, name[column - 1 : column]),
            )
            if place and column and letter == name[column - 1] and before == against:
                cost = min(cost, rows[-2][column - 1] + USUAL)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1] + (WRONG_BEGINNING if typed[:1] != name[:1] else 0.0)


def cost_of_one(letter: str, before: str) -> float:
    """Return what a letter too many or too few costs."""
    return USUAL if letter == before else ORDINARY


def cost_of_change(typed: str, meant: str) -> float:
    """Return what a letter instead of another costs."""
    if typed == meant:
        return 0.0
    return USUAL if {typed, meant} <= VOWELS or (typed, meant) in NEXT_KEYS else ORDINARY
