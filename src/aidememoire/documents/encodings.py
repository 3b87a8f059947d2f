"""Encodings: which one a text that is no UTF-8 may be in, and whether one was decoded wrongly before it came here.

Suggestions for a person, never used to read it: offsets are those of the text as given.
"""

import re

LOOKED_AT = 100_000  # bytes
# Python's name → iconv's, the likeliest first: among equals that one is suggested.
_WESTERN = {"cp1252": "WINDOWS-1252", "cp1250": "WINDOWS-1250", "cp1254": "WINDOWS-1254", "mac_roman": "MACINTOSH"}
_OTHERS = {
    "cp1251": "WINDOWS-1251",
    "koi8_r": "KOI8-R",
    "iso8859_5": "ISO-8859-5",
    "cp866": "CP866",
    "cp932": "CP932",
    "euc_jp": "EUC-JP",
    "gb18030": "GB18030",
    "big5": "BIG5",
    "euc_kr": "EUC-KR",
    "cp1253": "WINDOWS-1253",
    "cp1256": "WINDOWS-1256",
    "cp1255": "WINDOWS-1255",
    "cp874": "CP874",
}
_HIGH = re.compile(rb"[\x80-\xff]+")
# "Łódź" and "Ångström" have accents one or two at a time; a Russian or Japanese word is made of such bytes.
_WORD_OF_HIGH = 3
# So much of what lies beyond ASCII must read well: all of "café" does; of "a¤b¦c" none.
_READS_WELL = 0.8
_MARKS = frozenset("“”‘’„‚–—…•«»‹›€£¥§°©®™·½¼¾¿¡ºª²³±×\u00a0\u00ad")
_LONE_LETTERS = frozenset("àéóÀÉÓ")  # words of one letter

# UTF-8 that somebody read as Windows-1252 or Latin-1. accepts: "donâ€™t", "MalÃ©"; refuses: "château", "SÃO PAULO"
_TWICE_ENCODED = re.compile(
    "â(?:€[\u0080-\u009f\u00a0-\u00bf™œž˜š\u2018-\u203a]|\u0080[\u0080-\u00bf])"
    "|Ã[\u0080-\u009f\u00a1-\u00bfƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ](?![A-Z])|Â[\u00a0£§«»°·®©]"
)


def misread_places(text: str) -> list[tuple[int, int]]:
    """Start and end of each mark or letter that was decoded wrongly before the text came here, in order.

    >>> misread_places("They donâ€™t meet at the château."), misread_places("SÃO PAULO, São Tomé")
    ([(8, 11)], [])
    """
    return [found.span() for found in _TWICE_ENCODED.finditer(text)]


def likely_encoding(data: bytes) -> str | None:
    """The name, as iconv knows it, of the commonest encoding in which the bytes read well; None where none does.

    >>> likely_encoding("The café was shut.".encode("latin-1"))
    'WINDOWS-1252'
    """
    data = data[:LOOKED_AT]
    if b"\x1b$B" in data or b"\x1b$@" in data:
        return "ISO-2022-JP"
    runs = [len(run) for run in _HIGH.findall(data)]
    if not runs:
        return None
    if sum(run for run in runs if run >= _WORD_OF_HIGH) > sum(runs) / 2:
        return _of_another_script(data)
    scores = {name: _reads_well(data, codec) for codec, name in _WESTERN.items()}
    best = max(scores, key=lambda name: scores[name])  # the first of equals
    return best if scores[best] >= _READS_WELL else None


def _of_another_script(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_OTHERS)).best()
    return _OTHERS.get(best.encoding) if best else None


def _reads_well(data: bytes, codec: str) -> float:
    """The share of the letters and marks beyond ASCII that stand where such do: letters in words, marks beside them."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return 0.0
    good = count = 0
    for place, letter in enumerate(text):
        if letter.isascii():
            continue
        count += 1
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if letter.isalpha():
            in_word = before.isalpha() or after.isalpha() or letter in _LONE_LETTERS
            good += in_word and not (letter.isupper() and before.islower())
        else:
            good += letter in _MARKS and (letter == "’" or not (before.isalpha() and after.isalpha()))
    return good / count if count else 0.0
