"""Promises of the stance step: a hedge counts where it governs the figure, and nowhere else."""

import pytest

from tollbook.claim import Reason, Source
from tollbook.document import Document
from tollbook.extraction.article import Article
from tollbook.extraction.pipeline import mentions
from tollbook.extraction.sentences import article
from tollbook.extraction.stance import stances


def read(text: str, *sources: str) -> tuple[Article, list[tuple[str, str, tuple[Reason, ...]]]]:
    """Each figure's words, stance and reasons, with every source given for every figure."""
    art = article(Document("a", text, "0" * 64))
    found = mentions(art)
    named = tuple(Source(s, text.index(s), text.index(s) + len(s)) for s in sources)
    results = stances(art, found, [named] * len(found))
    return art, [(m.quantity.text, stance, why) for m, (stance, why) in zip(found, results, strict=True)]


def stances_in(text: str, *sources: str) -> list[str]:
    return [stance for _, stance, _ in read(text, *sources)[1]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve people were killed when a shell hit a market in Goma, hospital staff said.",
        "Russia may hit back after a strike that killed 14 sailors in Sevastopol.",
        "The attack, which killed 23 pilgrims, is believed to have been carried out by a local affiliate of al-Qaeda.",
        "The prime minister believes the talks can go on even though 40 soldiers died last week.",
        "The council may discuss a strike that killed 14 sailors in Sevastopol.",
        "The death of 12 protesters in Khartoum could push the parties back to the table.",
        "Rescuers who found 31 bodies in the mud expect heavy rain tonight.",
        "The army will hold a funeral for the 19 cadets killed in the explosion.",
        "Planes dropped 200 bombs on Sirte as the alliance considered its options.",
        "The militia absurdly claims that it killed 500 troops in Marib.",
    ],
)
def test_a_hedge_about_something_else_leaves_a_figure_reported(sentence: str) -> None:
    assert stances_in(sentence)[0] == "reported"


@pytest.mark.parametrize(
    "sentence",
    [
        "The UN estimates that 9,000 people have been killed since April.",
        "An estimated 60,000 civilians fled Goma in two days.",
        "Some 400 fishermen are believed to have drowned off Cox's Bazar.",
        "At least 150 miners are feared dead after a dam burst in Minas Gerais.",
        "Western officials think that about 15,000 Wagner fighters were wounded around Bakhmut.",
        "By most estimates, more than 300,000 people died in Darfur.",
        "According to Israeli army estimates, 17,000 Hamas fighters have been killed.",
        "Up to 40 people are thought to be trapped under the rubble of a school in Antakya.",
        "The quake probably killed more than 2,000 people, the geological survey said.",
        "It is assumed that 70 crew members died aboard the frigate.",
    ],
)
def test_what_somebody_estimates_believes_or_fears_is_estimated(sentence: str) -> None:
    assert stances_in(sentence)[0] == "estimated"


@pytest.mark.parametrize(
    "sentence",
    [
        "Rwanda will send 1,000 police officers to Port-au-Prince in the spring, diplomats in Kigali said.",
        "Nearly 50,000 residents are to be evacuated from the slopes of Mayon.",
        "The ministry expects to call up 90,000 reservists by June.",
        "Burundi to send 700 troops to eastern Congo",
        "If the siege continues, 20,000 people will die of hunger by March.",
        "Aid groups predict that another 2 million people will be displaced by the end of the year.",
        "Officials plan to evacuate 3,000 villagers from the flood plain.",
        "The president ordered the mobilisation of 120,000 reservists.",
        "The two sides are scheduled to exchange 300 prisoners on Saturday.",
    ],
)
def test_what_is_planned_ordered_or_expected_is_projected(sentence: str) -> None:
    assert stances_in(sentence)[0] == "projected"


@pytest.mark.parametrize(
    "sentence",
    [
        "Canada pledged to deliver 4 howitzers within weeks.",
        "Germany has promised 18 tanks to Kyiv.",
        "The rebels agreed to free 25 hostages on Friday.",
        "The junta vowed to release 5,000 detainees before the new year.",
    ],
)
def test_what_somebody_undertakes_is_promised(sentence: str) -> None:
    assert stances_in(sentence)[0] == "promised"


@pytest.mark.parametrize(
    "sentence",
    [
        "The death toll could reach 10,000, doctors in Derna warned.",
        "As many as 200 people may have been buried alive in the landslide.",
        "Militiamen allegedly executed 30 prisoners near Sinjar.",
        "Washington is considering sending 50 armoured vehicles to Tbilisi.",
        "Rumours that 100 officers were arrested swept Ouagadougou on Sunday.",
        "It is possible that 80 people died in the camp.",
        "The storm could hit Manila on Sunday, killing hundreds of people.",
    ],
)
def test_what_may_be_or_is_alleged_is_speculated(sentence: str) -> None:
    assert stances_in(sentence)[0] == "speculated"


@pytest.mark.parametrize(
    "sentence",
    [
        "The army denied that 40 villagers were killed in the raid.",
        "The minister dismissed reports that 300 soldiers had deserted.",
        "The spokesman rejected claims that his men killed 17 civilians in Afrin.",
        "The general wants to recruit not 5,000 but 20,000 men.",
        "The air force did not kill 12 children in Kunduz, its commander insisted.",
    ],
)
def test_what_is_said_not_to_be_so_is_denied(sentence: str) -> None:
    assert stances_in(sentence)[0] == "denied"


@pytest.mark.parametrize(
    "sentence",
    [
        "Had the dam failed, a flood would have killed 30,000 people.",
        "If 500 people were killed, the government would have to resign.",
    ],
)
def test_what_hangs_on_an_untrue_condition_is_hypothetical(sentence: str) -> None:
    assert stances_in(sentence)[0] == "hypothetical"


def test_who_says_that_they_will_give_promises_and_who_says_so_of_others_does_not() -> None:
    assert stances_in("Poland said it would send 14 tanks to its neighbour.", "Poland") == ["promised"]
    assert stances_in("Sweden will supply 10 tanks, Stockholm announced.", "Stockholm") == ["promised"]
    assert stances_in("Envoys said Poland would send 14 tanks to its neighbour.", "Envoys") == ["projected"]


def test_joined_verbs_share_a_modal_only_while_they_have_none_of_their_own() -> None:
    assert stances_in("The blast may have killed 12 people and wounded 30.") == ["speculated", "speculated"]
    assert stances_in("The storm may turn north and it has killed 12 people in Haiti.") == ["reported"]


def test_an_estimate_in_one_sentence_covers_what_its_figure_includes_in_the_next() -> None:
    text = "The ministry estimates that 8,000 soldiers have died. The figure includes 900 officers."
    assert stances_in(text) == ["estimated", "estimated"]


def test_a_figure_called_rough_in_the_next_sentence_is_estimated() -> None:
    text = "He said 3,000 fighters had been killed. \u201cThat number could be a little higher,\u201d he added."
    assert stances_in(text)[0] == "estimated"


def test_a_figure_denied_in_the_next_sentence_is_denied() -> None:
    text = "The rebels said that they had killed 60 soldiers near Bria. The government rejected the claim."
    assert stances_in(text) == ["denied"]


@pytest.mark.parametrize(
    "remark",
    [
        "Kigali denies it.",
        "The army called the statement a lie.",
        "The junta rejects both counts.",
        "Officials in Asmara dismissed the figure as propaganda.",
        "The general laughed that off.",
        "These reports are simply not true, the governor said.",
        "Both counts are wildly exaggerated, the governor said.",
        "The army denied killing civilians.",
        "Telephone lines were down for a week. The military called it a fabrication.",
    ],
)
def test_the_ways_to_deny_what_the_sentence_before_said(remark: str) -> None:
    assert stances_in(f"The council said that soldiers had shot 40 villagers in Kibale. {remark}") == ["denied"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The prosecutor said it had freed 900 prisoners, a claim that lawyers dismiss as false.",
        "Amnesty said nine captives had died in the jail, which the government denied.",
        "Envoys say that Eritrea has sent 300 soldiers, a charge it rejects.",
    ],
)
def test_a_figure_denied_at_the_end_of_its_own_sentence_is_denied(sentence: str) -> None:
    assert stances_in(sentence) == ["denied"]


@pytest.mark.parametrize(
    "remark",
    [
        "The army denied it had planned the raid.",
        "The army denied this was its work.",
        "The minister rejected the proposal of a truce.",
        "The minister dismissed the head of the police.",
    ],
)
def test_denying_or_refusing_something_else_denies_no_figure(remark: str) -> None:
    assert stances_in(f"The council said that 40 villagers had died in Kibale. {remark}") == ["reported"]


def test_who_denies_a_toll_and_gives_another_denies_only_the_first() -> None:
    text = "The rebels said they had killed 60 soldiers. The army called this untrue and said that 3 had been wounded."
    assert stances_in(text) == ["denied", "reported"]


def test_a_denial_does_not_reach_what_is_claimed_in_the_same_breath() -> None:
    text = "The spokesman denied that his men had fled and claimed that 150 villagers had died."
    assert stances_in(text) == ["reported"]


def test_considered_missing_is_no_speculation_but_considering_to_send_is() -> None:
    assert stances_in("Two soldiers are considered missing.") == ["reported"]
    assert stances_in("A force of up to 20,000 troops could be sent to Juba.") == ["speculated"]


def test_denying_a_part_in_it_denies_no_figure() -> None:
    text = "A strike on the clinic killed 11 patients. The army denied responsibility."
    assert stances_in(text) == ["reported"]


def test_what_follows_not_and_but_keeps_the_hedge_of_the_sentence() -> None:
    assert stances_in("The general plans to recruit not 5,000 but 20,000 men.") == ["denied", "projected"]
    text = "The minister said: \u2018The plan [is] to send not 300, or 400 but, in time, up to 900 soldiers.\u2019"
    assert stances_in(text) == ["denied", "denied", "projected"]


def test_each_stance_names_its_rule_and_the_words_it_stands_on() -> None:
    art, [(_, _, why)] = read("At least 150 miners are feared dead after a dam burst in Minas Gerais.")
    assert [(r.field, art.plain[r.start : r.end]) for r in why] == [("stance", "feared")]
    assert why[0].rule


def test_a_long_list_of_numbers_after_not_takes_no_longer_than_its_length() -> None:
    text = "The plan is not " + ", ".join(["300,000"] * 150) + " soldiers killed."
    assert set(stances_in(text)) <= {"reported", "projected"}
