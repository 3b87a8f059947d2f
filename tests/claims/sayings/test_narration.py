"""Where a content ends because the outlet takes the word again, and where it only seems to."""

import pytest

from tests.claims.test_statements import values_of

# sentence with the content between ⟦ and ⟧, a comment where it isn't plain
CASES = [
    # but, while, although: somebody else speaks
    "The ministry said ⟦the ferry was “fit for sea”⟧ while fishermen said it leaked.",
    "State radio said ⟦three trawlers were lost in the storm⟧, though another captain said he saw five.",
    "The council dismissed ⟦the petition as “a joke”⟧ while both the mayor and his deputy had signed it.",
    "The town blamed ⟦the flood on the dam's builders⟧, but the builders say the town had not paid for repairs.",
    "Witnesses said ⟦nine lorries were burnt⟧, as activists said police had fired at the crowd.",
    "One adviser warned ⟦the envoy would be sent home⟧ after Prime Minister Jan Novak said he carried a sharp message.",
    # nobody else does, but the tense has turned
    "The bank said ⟦the loan had been frozen⟧, while Norway has widened its list of debtors.",
    "The mayor announced ⟦the boats had been found⟧ but there has since been no word of the crews.",
    # the phrase is whole, and a clause follows that is nobody's word
    "The farmers dismissed ⟦the price as an insult⟧, as at least thirty tractors blocked the bridge.",
    "The minister urged ⟦the villagers to stay calm⟧ after hundreds left the valley in fear of a landslide.",
    "The union demanded ⟦an inquiry into the fire⟧, but the mayor opened the plant again on Monday.",
    # what was said is given a name, a time, an effect
    "The envoy said ⟦the treaty was dead⟧, a claim that the ministry later took back.",
    "The admiral said ⟦the fleet would not sail⟧, a day after the king had ordered it to sea.",
    "The board said ⟦the mine would close⟧, prompting hundreds of miners to march on the town.",
    "The mayor said ⟦the bridge was safe⟧, which the engineers deny.",
    "The envoy said ⟦Oslo would not apologise⟧, which Lima has demanded.",
    # where it was said
    "The president appealed for ⟦patience with the guild⟧ in a letter to all bakers.",
    "The minister confirmed ⟦the sale of the old port⟧ in a tweet on Monday morning.",
    "Divers said ⟦forty crates were sunk⟧, with one guild putting the loss at seventy.",
    "The king said ⟦the ambassador must leave⟧ and slapped a toll on every boat from Oslo.",
    "The raid, in which the coast guard estimates ⟦ninety boats were lost⟧, has turned the town against its king.",
    "Jan Novak, who said ⟦the guild would work on plans for a toll⟧, called the mayor a fool.",
    "Jan Novak said ⟦this was a town that wanted peace⟧ “The vote in the council was a mockery,” the mayor said.",
    "The mayor announced ⟦a loan for the harbour⟧ after hearing the farmers' tales of loss.",
    "The guild said ⟦seventy nets were lost in the winter⟧, during which fishermen say nobody kept the light.",
    "The guild said ⟦seventy nets were lost on Monday⟧ - it said they were among ninety lost at sea.",
    "The mayor said ⟦one way was “simply selling the ferry to the islanders,”⟧ noting that other towns had done so.",
    "Jan Novak said ⟦the fishermen had not listened to his guild⟧ and said they never would.",
    "Jan Novak repeated ⟦he plans to sail in May⟧ but raised the chance that the boat would be sold.",
    # the speaker's own words go on
    "Jan Novak said ⟦she wanted peace in the harbour but hoped for more⟧.",
    "The fishermen say ⟦that is unlikely⟧.",
    "The fishermen said ⟦heavy buying by the towns this year when the price fell was to blame for the loss⟧.",
    "Jan Novak told reporters ⟦strife between the three great ports -- Oslo, Riga and Lima -- set a poor example⟧.",
    "Jan Novak added that ⟦Norway had been in touch with Lima and told it of the danger of the toll⟧.",
    "The envoy said ⟦he would go and had packed his bags⟧.",
    "Jan Novak said ⟦trade was good, with Oslo maintaining its lead in the north⟧.",
    "The envoy said ⟦the road was open but that the bridge was shut⟧.",
    "The envoy said ⟦no talks can succeed while the raids continue⟧.",
    "The envoy said ⟦the vote was “a farce” but “nobody has the courage to say so.”⟧",
    "The envoy said ⟦the ferry, which the islanders call the Goat, had left at noon⟧.",
    "The envoy said that, ⟦while the letter left out the town, it still meant it⟧.",
    "The two leaders reaffirmed ⟦their commitment to the river pact, which they announced together in May⟧.",
    "The envoy accused ⟦the guards of leaving the gate when they heard the shots⟧.",
    "The envoy said ⟦he would wait as long as the king lived⟧.",
    "Jan Novak said ⟦ministers, all of whom had come by train, maintained their views⟧.",
    "Jan Novak said ⟦there was wide concern, and the town would demand that the council confirm its pledge⟧.",
]


# where an attribution or a caption breaks the words
BROKEN = [
    "The storm was long and, as Jan Novak said afterwards, ⟦it proved that the harbour was too small⟧.",
    "They found the boats of nine men who, officials said, ⟦were among the drowned⟧.",
    "The raid, after what anti-toll activists said ⟦was a quarrel among guards⟧, has raised fears.",
    "The rebels overran the town three weeks ago “⟦We have made a short retreat from the harbour,⟧” Jan Novak told us.",
    "Jan Novak used the form of a tweet to welcome his guest: “⟦Looking forward to seeing our friend,⟧” he wrote.",
    "Jan Novak has told two newspapers: “⟦All my people love me,⟧” making light of the strike in the harbour.",
    "⟦Such a step is “a great mistake of the whole council,”⟧ Jan Novak said.",
    "⟦He was told that “Oslo will win the cup of the sea,”⟧ Jan Novak said.",
    "The mayor says more ships are likely, but he adds, “⟦you will not see them before the summer,⟧” he says.",
    "⟦The clinic had sent its guests home⟧, said another doctor at a hospital that took them in.",
    "The talks went on, and, Jan Novak said, ⟦they made good headway⟧.",
]


@pytest.mark.parametrize("marked", CASES + BROKEN)
def test_the_content_ends_where_the_outlet_goes_on(marked: str) -> None:
    content = marked.partition("⟦")[2].partition("⟧")[0].rstrip(".")
    sentence = marked.replace("⟦", "").replace("⟧", "")
    found = [value.content.rstrip(".") for value in values_of(sentence)]
    assert [words for words in found if content in words] == [content], found
