"""English words that search treats apart. Apostrophes are gone when a word is looked up here."""

_STOP_WORDS = """
a able about after again also am an and any anymore are arent as at be because been before being but by can cannot
cant could couldnt day days did didnt do does doesnt doing dont during each either else ever every for from get gets
getting go going got had has hasnt have havent having he her here hers hi him his how i id ill im in into is isnt it
its ive just let lets like long many may me might mine month months more most much must my need no nor not now of
often on once one or other our ours out over per please she should shouldnt since so some such suddenly than thank
thanks that thats the their them then these they theyre this those to today too under until up us very want was
wasnt way we week weeks well were weve what whats when where which while who whom whose why will with wont would
wouldnt year years yet you your yours yourself tell know mean means meaning happen happens happening find look
looking thing things something anything really make makes made problem problems issue issues trouble went goes gone
keep keeps kept became become becomes completely totally quite bit little lot properly all still
"""
_FILLERS = """
a am an are be been being can could did do does doing had has have having he her hers him his i id ill im is its ive
just may me might mine must my our ours please really she should so that the their them they this those very was we
were will would you your yours
"""
_NEGATIONS = """
aint arent cannot cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent wont wouldnt
"""

# What a question is made of, besides what it is about.
STOP_WORDS = frozenset(_STOP_WORDS.split())
# What says nothing even inside a phrase, where “come off” and “go on” do.
FILLERS = frozenset(_FILLERS.split())
# Each of them is “not”, with a word that says nothing.
NEGATIONS = frozenset(_NEGATIONS.split())
