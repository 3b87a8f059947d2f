"""Fates: words that tell that an occasion was put off or called off, and what only may become of it or is another's."""

import re

POSTPONED = re.compile(
    r"\b(?:postpon\w+|put off|put back|put on (?:hold|ice)|delay(?:ed|ing)|rescheduled|pushed back|deferred|held over"
    r"|(?:has|have|had|was|were|is|are|been|be) (?:now |again )?"
    r"(?:moved|shifted|transferred|carried over)(?= (?:from|to|for|by)\b)"
    r")\b",
    re.IGNORECASE,
)

CANCELLED = re.compile(
    # "called off the visit", but not "called off the threatened tariffs"
    r"\b(?:(?:cancell?ed|annull?ed|scrap(?:s|ped|ping)?|cancels?|cancell?ing)"
    r"(?!\s(?:(?!(?:to|on|over|with|after|by|for|in|of|at|from|as|amid|and|but)\b)[\w’'-]+\s){0,3}?"
    r"(?:missiles?|debts?|tariffs?|duties|sanctions|treat(?:y|ies)|contracts?|weapons|visas?|laws?|orders?|flights?|tolls?|tax(?:es)?|quotas?|rules|bans?|curbs)\b)"
    r"|cancellation|aborted|falls? away|fell through"
    r"|(?:(?:will|would) not|won[’']t) (?:now )?(?:take place|go ahead|happen)"
    r"(?! (?:in|on|at|until|before)\b[^.;]{0,40}?\bbut\b)"
    r"|(?:nix|ditch|shelv|ax|scuttl|scotch|scupper)(?:ed|es|ing)"
    r"(?=\s(?:(?:a|an|the|his|her|its|their|this|any)\s)?(?:(?!(?:to|on|of|about|after|before|during)\b)[\w’'-]+\s){0,3}?(?:visits?|trips?|tours?|meetings?"
    r"|talks|summits?)\b|(?:\s\S+)?$)"
    r"|did not take place as (?:planned|scheduled)"
    r"|call(?:ed|s|ing)? off(?!\s+(?:the|a|an|its|his|her|their|this|these|any|all)\s"
    r"(?!(?:[\w-]+\s){0,3}?(?:visits?|trips?|tours?|meetings?|talks|summits?|rounds?|sessions?|calls?|negotiations"
    r"|conferences?|consultations|dialogues?)\b)))\b",
    re.IGNORECASE,
)

NOT_SO = re.compile(
    r"\b(?:may|might|could|should|not|n[’']t|never|nor|cannot|if|whether|unless|lest|possibly|perhaps|danger of being"
    r"|risks? being|rather than|instead of)\s(?:(?!(?:and|but|was|were|has|had)\b)[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
"""Before such words, where it isn't so, or not yet: accepts "may be ", "has not been ", "might yet have to be ";
refuses "will be ", "may come and was "."""

OPENING_CLAUSE = re.compile(r"(?:After|Because|Since|When|As|Although|Though|While|Once|Before|With)\s[^,;:]{5,110},\s")
"""A clause at the head, before a verb of meeting or travel, to which its words don't belong: accepts "After the talks
were cancelled, she "; refuses "After she "."""

OTHERS_CLAUSE = re.compile(
    r"\b(?:since|after|because|although|though)\s(?!(?:being|having|it|this|that|both"
    r"|the (?:meeting|visit|talks|trip)|\w+ing)\b)[^,;:]*",
    re.IGNORECASE,
)
"""Behind an occasion, what others did to another one: accepts " since Delhi called off", " after Lima postponed";
refuses " after it was put off", " after being called off"."""


def is_put_off(words: str) -> bool:
    """Whether the words around an occasion say that it was put off; "may be put off" and "was not put off" don't."""
    return _is_so(POSTPONED, words)


def is_called_off(words: str) -> bool:
    """Whether they say that it was called off, in the same way."""
    return _is_so(CANCELLED, words)


def _is_so(fate: re.Pattern[str], words: str) -> bool:
    return any(NOT_SO.search(words[: match.start()]) is None for match in fate.finditer(words))
