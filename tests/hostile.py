"""Text as nobody writes it, and how much work it makes.

Work is counted in calls of functions, Python's own included, so that no clock decides. What happens inside one search
of a regular expression is not seen so: ``tests/benchmarks`` times that.
"""

import cProfile

# Doubling a text doubles the work, give or take; were it quadratic the work would come near fourfold.
MOST_GROWTH = 2.15
PIECES = (
    *("[", "![", "[@", "[[", "{{", "`", ">", "* ", "| a", "<", "&", "### a\n", "[@a; @b]", "[[a|", "[a](", "![a](b"),
    *("*a ", "\\", "- a\n", "1. a\n", "a\n\n", "```\n", "|a|\n|-|\n", ".", ". ", "a.", '"', "(", "(link to ", "1 of "),
    *("surgery ", "surgery helps ", "surgery x ", "best ", "the best doctor ", "not best ", "suffer from ", "arm "),
    *("pain hand ", "one in ", "twice ", "higher risk ", "call 1 ", "call 1234567 ", "X", "? ", "is done "),
    *("a:\n\n- b\n", "![1111111111](a", "to be ", "all insurance ", "no ", "5 ", "https://a", "@a ", "é", "中"),
    "\N{NO-BREAK SPACE}",
)


def repeated(piece, length):
    return (piece * (length // len(piece) + 1))[:length]


def calls_of(action, *arguments):
    profile = cProfile.Profile()
    profile.enable()
    action(*arguments)
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())
