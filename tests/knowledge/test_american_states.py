"""The states of America and their short forms."""

from aidememoire.knowledge.american_states import american_states, american_states_in_short


def test_names_and_short_forms() -> None:
    assert len(american_states()) == 52  # fifty, and the capital's district in two spellings
    assert {"Ohio", "New Hampshire", "D.C.", "DC"} <= american_states()
    assert {"N.H.", "Ga.", "W.Va."} <= american_states_in_short()
    assert not american_states_in_short() & {"D.C.", "", "NH"}
