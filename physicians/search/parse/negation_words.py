"""The words that take something away, and those that may be around them; in plain form."""

from .word_sequence import words_in

NEGATIONS = words_in(
    """
    no not non without avoid avoids avoiding dont doesnt wont isnt arent cant cannot shouldnt wouldnt never neither
    except minus anti against refuse refuses hate sin nunca tampoco evitar evita evite excepto
    """
)
# What may be between the negation and what it takes away.
BETWEEN = words_in(
    """
    a an any my more another other the to of for than or and nor do does doing did be is get gets getting got have
    has having need needs needing want wants wanting like offer offers offering perform performs performing recommend
    recommends prescribe prescribes prescribing give gives giving use uses using take takes taking cut go going under
    undergo undergoing ready candidate looking interested in into on back spine spinal neck open major invasive big
    lumbar pain strong prescription who that they he she with by un una unos unas de del la las el los en y o ni que
    me se mi quiero quiere necesito necesita hacer haga hace hagan hacen tener tenga use usen usa usar dar den da
    recete receten recetar tomar ponga pongan poner le les te espalda columna cuello mas otra otro para
    """
)
# These take something away only with the word that follows: “rather than surgery”, “would rather have surgery”.
PAIRS = {"rather": "than", "other": "than", "instead": "of", "anything": "but", "anyone": "but", "en": "vez"}
AFTER = words_in("is are was isnt arent not an a wanted needed required necessary possible option for me")
UNWELCOME = words_in("wanted needed required necessary possible option")  # “surgery is not an option”
PAST = words_in("did didnt had hadnt has have havent hasnt")  # before a negation: “have not had surgery” is a fact
LISTED = words_in("or and nor o y ni")  # “no surgery or injections”
UNWANTED = words_in("nonsurgical nonoperative noninvasive")
