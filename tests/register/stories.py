"""A small world of reports on one dialogue of two parties, with what is hard about it."""

from tests.register.builders import Story


def announced() -> Story:
    """A wire story before the second meeting, which looks back on the first."""
    story = Story("announced", "2017-03-19", "Wire")
    story.meeting(
        "The second round in the two plus two format will be held in Tokyo on 20 March.",
        ["JPN", "RUS"],
        "2017-03-20",
        state="planned",
        format="two plus two",
        place="Tokyo",
        ordinal=2,
        topics=("missile defence",),
    )
    first = story.meeting(
        "The four ministers first sat together on 2 November 2013.",
        ["JPN", "RUS"],
        "2013-11-02",
        format="two plus two",
    )
    story.commitment("hold naval exercises together", ["JPN", "RUS"], at=first)
    story.commitment("consult on threats in cyberspace", ["JPN", "RUS"], at=first, strength="intended")
    story.status(
        "Some of these arrangements were never carried out.",
        "Some of these arrangements",
        "commitment",
        ["JPN", "RUS"],
        "not_fulfilled",
    )
    story.status(
        "The format was frozen after the crisis in Crimea.",
        "The format",
        "dialogue",
        ["JPN", "RUS"],
        "suspended",
        cause="the crisis in Crimea",
    )
    story.statement("We expect a frank exchange on every matter that concerns our region.", "Fumio Kishida", "JPN")
    return story


def readout() -> Story:
    """The host ministry's account of the second meeting."""
    story = Story("readout", "2017-03-20", "Ministry of Tokyo", side="JPN")
    story.meeting(
        "The second 2+2 took place today in Tokyo.",
        ["JPN", "RUS"],
        "2017-03-20",
        format="2+2",
        place="Tokyo",
        ordinal=2,
        people=(
            ("Fumio Kishida", "foreign minister", "JPN"),
            ("Tomomi Inada", "defence minister", "JPN"),
            ("Sergey Lavrov", "foreign minister", "RUS"),
        ),
    )
    story.tenure("Sergey Lavrov", "foreign minister", "RUS")
    story.status("The format has thus been resumed.", "The format", "dialogue", ["JPN", "RUS"], "resumed", "2017-03-20")
    return story


def other_side() -> Story:
    """The guest's account: another number, another town, another defence minister's deputy."""
    story = Story("other-side", "2017-03-21", "Ministry of Moscow", side="RUS")
    held = story.meeting(
        "On 20 March the third 2+2 consultations were held in Yokohama.",
        ["JPN", "RUS"],
        "2017-03-20",
        format="2+2",
        place="Yokohama",
        ordinal=3,
        people=(
            ("Sergei Lavrov", "foreign minister", "RUS"),
            ("Taro Kono", "foreign minister", "JPN"),
        ),
    )
    story.commitment("draw up a plan of contacts between the navies", ["JPN", "RUS"], at=held, due=None)
    story.statement("The consultations were useful for both of our countries.", "Sergei Lavrov", "RUS")
    return story


def all_stories() -> list[Story]:
    """The three, in order of date."""
    return [announced(), readout(), other_side()]
