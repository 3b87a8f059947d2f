"""What sounds like a promise and holds no deed: it points elsewhere, tells of an effect, of loyalty, of a meeting."""

from aidememoire.claims.clauses import Clauses, Range
from aidememoire.claims.promises.gatherings import recurs
from aidememoire.claims.promises.rows import Rule

POINTING = frozenset({"these", "those", "such", "following", "above", "aforementioned"})
POINTED_AT = frozenset(
    "measure step action commitment principle goal decision area task priority objective effort".split()
)
WILLING = frozenset({"adjective", "noun"})
STANDING = frozenset({"future", "adjective", "due"})  # ways of promising in which one may only tell how one stands
GIVING = frozenset({"give", "provide", "add", "lend", "impart"})
LIFT = frozenset({"impetus", "momentum", "boost", "impulse", "weight", "meaning", "stimulus", "dynamism"})
LOYALTY = frozenset({"allegiance", "loyalty", "fealty", "obedience", "solidarity", "faithfulness"})
MEETING = frozenset({"meet", "visit"})
HOLDING = frozenset({"include", "comprise", "contain", "consist"})
OPENING = frozenset({"open", "create", "offer", "bring", "unlock"}) | GIVING
PROSPECT = frozenset({"opportunity", "possibility", "prospect", "horizon", "perspective", "avenue", "vista", "chapter"})
NECESSITY = frozenset({"need", "have"})
BEGINNING = frozenset({"begin", "start"})
SHORT_POINTER = 9  # words: "carry out these measures by May"; longer ones say more than they point at
USING = frozenset({"use", "employ", "utilise", "utilize", "leverage", "exercise"})
TOOLS = frozenset("tool authority means mean instrument lever leverage influence possibility capability power".split())
# "We will continue to coordinate with Oslo": how things stand. What several agree to go on with is another matter.
GOING_ON = frozenset(
    "coordinate co-ordinate cooperate co-operate collaborate consult engage stand regard view consider treat".split()
)
LENT = frozenset({"support", "backing", "solidarity", "pressure", "encouragement"})  # "continue to provide support"
LENDING = frozenset({"provide", "give", "lend", "offer", "apply", "put", "increase", "exert", "keep"})
# What one is only "ready to" do, or of which one states one's "intention": good will without a deed.
GOOD_WILL = {
    "play": frozenset({"role", "part"}),
    "do": frozenset({"everything", "all", "utmost", "best", "possible"}),
    "conduct": frozenset({"dialogue", "relation"}),
    "continue": frozenset({"dialogue"}),
}
BETTERING = frozenset("broaden strengthen develop deepen expand boost enhance step intensify".split())
BETTERED = frozenset({"relation", "relationship", "tie", "cooperation", "partnership", "co-operation"})
UTTERED = frozenset({"statement", "remark", "announcement", "comment"})


def why_hollow(rule: Rule, clauses: Clauses, content: Range, first: int) -> str | None:
    """Why the content, whose first word is ``first``, holds no deed: a view, a meeting; None where it may."""
    if rule.kind in {"signing", "ceremony"}:
        return None
    lemma, done = clauses[first].lemma, clauses.child(first, "dobj")
    if rule.id == "pledge" and lemma in LOYALTY:
        return "a view"
    if lemma == "do" and clauses.lower(first + 1) in {"so", "likewise"}:
        return "a view"  # "said it would do so": what was told before
    if _goes_on_as_before(rule, clauses, content, first):
        return "a view"
    if _is_good_will(rule, clauses, content, first):
        return "a view"
    if clauses[first].pos not in {"VERB", "AUX"}:
        return "a meeting" if _is_that_they_meet(clauses, content) else None
    if rule.kind == "future" and _is_mere_course(clauses, first, done):
        return "a view"
    if rule.id in {"intend", "agreement"} and lemma in HOLDING:
        return "a view"  # "intend the pact to include three parts"
    if done is None:
        return None
    if rule.kind in STANDING and lemma in USING and _is_any_tool(clauses, done) and not _is_counted(clauses, content):
        return "a view"
    if rule.kind == "future" and lemma in GIVING and clauses[done].lemma in LIFT:
        return "a view"
    if (
        rule.kind == "future"
        and lemma in OPENING
        and clauses[done].lemma in PROSPECT
        and not _is_counted(clauses, content)
    ):
        return "a view"
    return "a view" if _only_points(clauses, content, done) else None


def _is_good_will(rule: Rule, clauses: Clauses, content: Range, first: int) -> bool:
    """ "ready to play an active role", "its intention to contribute to peace": no deed is named.

    Not "ready to contribute 300 men", nor what two undertake ("agreed to broaden their cooperation").
    """
    if rule.kind not in WILLING or _is_counted(clauses, content):
        return False
    lemma, done = clauses[first].lemma, clauses.child(first, "dobj")
    if lemma == "contribute":
        return done is None
    joined = clauses.child(first, "conj") if done is None else None
    done = clauses.child(joined, "dobj") if joined is not None else done  # "broaden and strengthen relations"
    if rule.kind != "adjective" or done is None:
        return False
    named = {clauses[done].lemma, clauses.lower(done)}
    return bool(named & GOOD_WILL.get(lemma, frozenset())) or (lemma in BETTERING and bool(named & BETTERED))


def _is_any_tool(clauses: Clauses, used: int) -> bool:
    """ "every tool", "all of its authorities": whatever there is, and nothing by name."""
    of = used + 1 if clauses.lower(used) in {"all", "any", "each"} and clauses.lower(used + 1) == "of" else None
    used = (clauses.child(of, "pobj") or used) if of is not None else used
    return clauses[used].lemma in TOOLS


def _goes_on_as_before(rule: Rule, clauses: Clauses, content: Range, first: int) -> bool:
    """ "will continue to coordinate with Oslo", "pledge to continue to provide support": nothing is to be done by it.

    Not "will continue to provide vaccines", nor what two agree to go on with ("agreed to continue contacts").
    """
    if rule.kind not in STANDING or clauses[content[0]].lemma != "continue" or _is_counted(clauses, content):
        return False
    going = first
    if clauses[first].lemma == "continue":  # past_continue stops before what is vague
        going = next((i for i in range(first + 1, first + 4) if clauses[i].tag in {"VB", "VBG"}), first)
        behind = first + 1 + (clauses.lower(first + 1) == "to")
        going = behind if clauses.lower(behind) in GOING_ON else going  # which the parse may take for a noun
    if clauses[going].lemma in GOING_ON or clauses.lower(going) in GOING_ON:
        return True
    lent = clauses.child(going, "dobj")
    return lent is not None and clauses[going].lemma in LENDING and clauses[lent].lemma in LENT


def _is_counted(clauses: Clauses, content: Range) -> bool:
    """ "will create opportunities for 300 students": those could be counted."""
    return any(clauses[index].pos == "NUM" for index in range(*content))


def _is_mere_course(clauses: Clauses, first: int, done: int | None) -> bool:
    """ "will need to spend", "will have to wait", "will begin with the roads": necessity, or an order of speaking."""
    lemma = clauses[first].lemma
    if lemma in NECESSITY and clauses.lower(first + 1) == "to":
        return True
    return lemma in BEGINNING and done is None and clauses.lower(first + 1) == "with"


def is_only_uttered(clauses: Clauses, verb: int) -> bool:
    """ "made a statement", "made remarks": said, not agreed; but "signed a statement", "made a statement on tin"."""
    if clauses[verb].lemma != "make":
        return False
    uttered = clauses.child(verb, "dobj", "nsubjpass")
    if uttered is None or clauses[uttered].lemma not in UTTERED:
        return False
    about = clauses.child(uttered, "prep")
    return about is None or clauses.lower(about) != "on"


def _is_that_they_meet(clauses: Clauses, content: Range) -> bool:
    """ "the ministers would meet on 3 May", behind "agreed that": an occasion that is planned."""
    modal = next((index for index in range(*content) if clauses[index].tag == "MD"), None)
    if modal is None or clauses[clauses[modal].head].lemma not in MEETING or recurs(clauses, content):
        return False
    return any(clauses[index].pos == "NUM" for index in range(modal, content[1]))


def _only_points(clauses: Clauses, content: Range, done: int) -> bool:
    """ "implement these measures": told elsewhere; a colon behind it leads to what they are."""
    if content[1] - content[0] > SHORT_POINTER or clauses[done].lemma not in POINTED_AT:
        return False
    if clauses[clauses.sentence.last - 1].text == ":" or clauses.child(done, "prep", "relcl", "acl") is not None:
        return False
    return any(clauses.lower(child) in POINTING for child in clauses.children.get(done, ()) if child < done)
