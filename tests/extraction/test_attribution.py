"""On whose word a figure stands: one promise a construction, in sentences written for these tests."""

from __future__ import annotations

import re

import pytest

from tollbook.claim import Quantity
from tollbook.document import Document
from tollbook.extraction.article import Article
from tollbook.extraction.attribution import Chain, attribute
from tollbook.extraction.mention import Mention
from tollbook.extraction.sentences import article

MARK = re.compile(r"\[([^\]]+)\]")


def read(marked: str, publisher: str | None = None) -> tuple[Article, list[Mention]]:
    """An article and its mentions from a text with the quantities in square brackets."""
    text, spans, position = "", [], 0
    for m in MARK.finditer(marked):
        text += marked[position : m.start()]
        spans.append((len(text), m.group(1)))
        text += m.group(1)
        position = m.end()
    text += marked[position:]
    cut = article(Document("test", text, "", publisher=publisher))
    mentions = [
        Mention(
            Quantity(words, start, start + len(words), float(i), float(i), "exact"),
            next(s.index for s in cut.sentences if s.start <= start < s.end),
            "killed",
            "person",
            None,
            "unknown",
        )
        for i, (start, words) in enumerate(spans)
    ]
    return cut, mentions


def chains(marked: str, publisher: str | None = None) -> list[Chain]:
    cut, mentions = read(marked, publisher)
    return attribute(cut, mentions)


def sources(marked: str, publisher: str | None = None) -> list[list[str]]:
    return [[s.text for s in chain] for chain, _ in chains(marked, publisher)]


def one(marked: str) -> list[str]:
    (only,) = sources(marked)
    return only


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor said [34] people had drowned.", "The governor"),
        ("[34] people had drowned, the governor said on Tuesday.", "the governor"),
        ("[34] people had drowned, said the governor.", "the governor"),
        ("In Lima, the governor said, [34] people had drowned.", "the governor"),
        ("The army put the number of dead rebels at [45].", "The army"),
        ("The UN later revised the figure to [3,958].", "The UN"),
        ("The police chief confirmed [two] deaths.", "The police chief"),
        ("The rebels claimed to have shot [70] soldiers, a figure the army dismissed.", "The rebels"),
        ("The charity has recorded the deaths of [nine] journalists.", "The charity"),
        ("Officials fear as many as [300] miners are trapped.", "Officials"),
        ("The minister spoke of [60] dead.", "The minister"),
        ("Kyiv's claim that [14] ships were sunk could not be checked.", "Kyiv"),
        ("Ethiopia's military claims that it took [400] prisoners.", "Ethiopia's military"),
        ("Kyiv claims to have freed [30] villages.", "Kyiv"),
        ("The UN office has been able to verify [900] deaths.", "The UN office"),
        ("Inspectors found that [900] tents had burned.", "Inspectors"),
        ("Many of the wounded said [nine] shells fell.", "Many of the wounded"),
        ("The Sunday Times of London reports that [12] were killed.", "The Sunday Times of London"),
        ("NATO promised to send [900] engineers.", "NATO"),
        ("The bulletin deplores [three] dead.", "The bulletin"),
        ("Rail unions put the crowd at [more than 10,000].", "Rail unions"),
        ("The portal established the names of [700] of the fallen.", "The portal"),
        ("A lawyers' guild in Oruro, a mining town, said police had shot [12] men.", "A lawyers' guild in Oruro"),
        ("In the Ministry of Defence they clarified that [eight] rockets were shot down.", "the Ministry of Defence"),
        ("[Nine] divers died, informed the spokesman of the port, Luis Vega.", "the spokesman of the port"),
        (
            "The toll reached [203] by night, the Minister of State for Ports, Mr Ali Juma, has confirmed.",
            "the Minister of State for Ports",
        ),
        (
            "THE toll in the sinking off Lamu reached [203] by night as divers brought up more bodies from the hull,"
            " the Minister of State for Ports, Mr Ali Juma, has confirmed.",
            "the Minister of State for Ports",
        ),
        ('State radio said [39] people died and blamed "bandit groups" a term it uses for all rebels.', "State radio"),
        ("A British official said the number of Britons at risk was [30].", "A British official"),
        ("Residents say soldiers, according to whom they had orders, shot [nine] men.", "Residents"),
        ("[Nine] divers died, medics report.", "medics"),
        ("[Nine] divers died in May, data from the navy show.", "the navy"),
        ("The harbour board has a list of [49] missing.", "The harbour board"),
        ("The harbour board had a different figure: [49].", "The harbour board"),
        ("The 95-page report says [288] inmates were hanged.", "The 95-page report"),
    ],
)
def test_the_subject_of_a_verb_of_saying_is_the_source(text: str, expected: str) -> None:
    assert one(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the coast guard, [60] migrants drowned.", "the coast guard"),
        ("[60] migrants drowned, according to the coast guard (MRCC), which searched all night.", "the coast guard"),
        ("The boat sank and, according to the coast guard, [60] migrants drowned.", "the coast guard"),
        ("Per the coast guard, [60] migrants drowned.", "the coast guard"),
        ("By the mayor's count, [300] homes burned.", "the mayor"),
        ("The UN's own estimate is [50,000].", "The UN"),
        ("Some tolls, provided by officials in Aceh, exceeded [100].", "officials in Aceh"),
        ("Official figures put the toll at [40].", "Official figures"),
        ("A count by the teachers' union puts collapses in the city at [115].", "the teachers' union"),
        ("Figures from the interior ministry showed [312] arrests.", "the interior ministry"),
        ("UN figures show [2 million] people have fled.", "UN figures"),
        ("A report published on Monday by Amnesty International says [120] people were shot.", "Amnesty International"),
        ("The ministry gave these figures: [14] dead.", "The ministry"),
        ("Dashcam footage showed [five] vehicles on fire.", "Dashcam footage"),
        ("There were unconfirmed reports of [14] dead.", "unconfirmed reports"),
        ("The indictment says [11] villagers were shot.", "The indictment"),
    ],
)
def test_documents_and_phrases_point_at_a_source(text: str, expected: str) -> None:
    assert one(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "[Eleven] convoys were claimed by the rebels.",
        "[Eleven] dead convoys were reported by the rebels.",
        "It was announced by the rebels that [eleven] convoys had burned.",
        "[Eleven] convoys burned, as reported by the rebels.",
    ],
)
def test_the_agent_of_a_passive_is_the_source(text: str) -> None:
    assert one(text) == ["the rebels"]


@pytest.mark.parametrize(
    "text",
    [
        "[14] people reportedly died.",
        "It is believed that [14] people died.",
        "[300] miners are feared trapped.",
        "The blast claimed [22] lives.",
        "The river claimed [22] lives.",
        "The earthquake, said to be the strongest in decades, killed [2,000].",
        "The army killed [40] people on Sunday.",
        "The police arrested [40] people, and declined to say why.",
        "Trucks cross at [50] per day.",
        "On the road this reporter counted [three] burnt lorries.",
        "The clinic admitted [213] children in May.",
        "By our reckoning Norway has sent [eight] tanks.",
        "The valley has a number of camps with [900] tents.",
        "No officers said that [twelve] died.",
        "Rescuers found [nine] bodies.",
        "A court found [two] soldiers guilty of rape.",
        "In Mosul, which counted [six] dead, shops were shut.",
        "The gunmen had a list of targets and shot [six] men.",
        "No officials were hurt, and [eight] sheds burned.",
        "The military has not said how many died. [Nine] coffins were seen.",
        "The convoy passed [two] villages on its way to say goodbye.",
    ],
)
def test_nobody_is_named_where_nobody_vouches(text: str) -> None:
    assert one(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Citing hospital sources, Xinhua said [seven] people were killed.", ["hospital sources", "Xinhua"]),
        ("[Seven] people were killed, Xinhua reported, citing hospital sources.", ["hospital sources", "Xinhua"]),
        ("Xinhua quoted hospital sources as saying [seven] people were killed.", ["hospital sources", "Xinhua"]),
        ("Hospital sources told Xinhua that [seven] people were killed.", ["Hospital sources", "Xinhua"]),
        ("[Seven] people were killed, hospital sources told Xinhua.", ["hospital sources", "Xinhua"]),
        ("The mayor is quoted by Xinhua as saying that [seven] people died.", ["The mayor", "Xinhua"]),
        ("According to the mayor, says Xinhua, [seven] people died.", ["the mayor", "Xinhua"]),
        ("An officer said [13] men died, the Washington Post reported.", ["An officer", "the Washington Post"]),
        ("The ministry cited a newspaper that said [90] men had deserted.", ["a newspaper", "The ministry"]),
        (
            "Drone strikes hit the port, Xinhua reported. Citing a dock worker, Xinhua said [six] people died.",
            ["a dock worker", "Xinhua"],
        ),
        ("[Six] dockers were hurt, Xinhua reports. Citing the port office, Xinhua said more were missing.",
         ["the port office", "Xinhua"]),
    ],
)  # fmt: skip
def test_the_originator_comes_before_those_who_pass_it_on(text: str, expected: list[str]) -> None:
    assert one(text) == expected


def test_an_outlet_does_not_relay_what_it_was_told_to_itself() -> None:
    assert sources("[Six] dockers drowned, the harbour master told Reuters.", publisher="Reuters") == [
        ["the harbour master"]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials: [20] dead in ferry sinking", ["Officials"]),
        ("[300] killed in heatwave – UN", ["UN"]),
        ("[300] killed in heatwave, says UN", ["UN"]),
        ("Kenya police say [five] officers killed in ambush", ["Kenya police"]),
        ("Iran Confirms Loss of [Two] Officers in Strike", ["Iran"]),
        ("[Twelve] dead in air raid on east Darfur Activists", ["Activists"]),
        ("Market Bombing Claims [12] Lives in Mogadishu", []),
        ("Siege of Mosul: [12] dead", []),
    ],
)
def test_a_headline_names_its_source_in_short(text: str, expected: list[str]) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Activists said shelling killed [nine] people, while state media said [three] soldiers died.",
            [["Activists"], ["state media"]],
        ),
        (
            "Activists said shelling killed [nine] people, but the government put the toll at [three].",
            [["Activists"], ["the government"]],
        ),
        (
            "[Nine] people died in the north, officials said, and [dozens] were missing.",
            [["officials"], ["officials"]],
        ),
        ("While the army says [nine] died, relatives insist there were [eleven].", [["the army"], ["relatives"]]),
        ("Turkey, which says it hosts [3.6 million] refugees, freed [two] reporters.", [["Turkey"], []]),
        (
            "The navy says [33] drowned, the coast guard says [36].",
            [["The navy"], ["the coast guard"]],
        ),
        (
            "The UN says [90,000] fled: [30,000] to Chad, according to Ndjamena, and [60,000] within the region.",
            [["The UN"], ["Ndjamena", "The UN"], ["The UN"]],
        ),
        (
            "[Eleven] schools fell; in one of them, teachers told the team, [40] pupils lived.",
            [[], ["teachers"]],
        ),
        ("An official said the clinic had treated [90] and recorded [44] deaths.", [["An official"], ["An official"]]),
        (
            "The ministry assured that in 2008 [3,027] men gave up, and that the group was reduced to [9,000] men,"
            " the half of which it counted in 2002.",
            [["The ministry"], ["The ministry"]],
        ),
        ("The charity said its surgeons expected [100] patients.", [["The charity"]]),
        (
            "The governor denied that any fighters had been hit and claimed that [40] villagers died.",
            [["The governor"]],
        ),
        ("Army says [14] rebels killed • [Hundreds] flee to the hills", [["Army"], []]),
        ("The EU said it would help after the quake, which is thought to have killed [50].", [[]]),
    ],
)
def test_a_source_covers_its_own_clause(text: str, expected: list[list[str]]) -> None:
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor of Izmir, Tunc Soyer, said [nine] people died.", "Tunc Soyer"),
        ("Tunc Soyer, the mayor of Izmir, said [nine] people died.", "Tunc Soyer"),
        ("Rights Centre director Rami Haddad said [nine] people died.", "Rights Centre director Rami Haddad"),
        ("Nigeria's emergency agency, NEMA, said [nine] people drowned.", "Nigeria's emergency agency"),
        ("Bihor's regional head Vlad Cotea said [nine] people drowned.", "Bihor's regional head Vlad Cotea"),
        ("Al-Zaman/AFP say that [nine] people drowned.", "Al-Zaman/AFP"),
        ("The adviser to the mayor of Manta said [nine] people drowned.", "The adviser to the mayor of Manta"),
        (
            "The head of the coast guard in Palermo said [nine] people drowned.",
            "The head of the coast guard in Palermo",
        ),
    ],
)
def test_a_name_goes_up_to_a_comma(text: str, expected: str) -> None:
    assert one(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Colonel Ahmed Fadel confirmed the attack. [Nine] people died, he said.",
            "Colonel Ahmed Fadel",
        ),
        ("Sudan's army chief Abdel Fattah al-Burhan spoke. Burhan added that [two] officers had defected.",
         "Abdel Fattah al-Burhan"),
        ("The Ministry of Health of Peru met on Monday. The ministry said [nine] people had died.",
         "The Ministry of Health of Peru"),
        ("The Elm Tree Foundation sent a team. The group added that [nine] villagers were missing.",
         "The Elm Tree Foundation"),
        ("The junta issued a statement. The statement said [14] soldiers had died.", "The junta"),
        ("The weekly bulletin of the General Staff appeared. According to the weekly bulletin, [14] guns were lost.",
         "the General Staff"),
    ],
)  # fmt: skip
def test_a_short_name_is_given_in_its_longest_form(text: str, expected: str) -> None:
    assert expected in one(text)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"It was terrible," Halima, a teacher, said. "We counted [60] dead on our street."',
            [["Halima"]],
        ),
        (
            '"We buried [eleven] men on Monday. There was no room. We buried [six] more," said Halima, a teacher.',
            [["Halima"], ["Halima"]],
        ),
        ('Halima, a teacher, described the night. "There is no water.\n\n"We counted [60] dead."', [["Halima"]]),
        ("'I saw [nine] bodies,' said Halima, a baker.", [["Halima"]]),
        ('"The army admits [nine] dead," said Halima.', [["The army", "Halima"]]),
        (
            'Reuters writes: "A bomb went off at sea.\n\nGunmen shot [nine] men.\n\nNo road is open."\n\n[Two] fell.',
            [["Reuters"], []],
        ),
        ('Reuters writes: "A bomb went off in the port.\n\nGunmen shot [nine] men.\n\nNo road is open.', [[]]),
        ('The wall read "no entry for the army". [Nine] tents were burned.', [[]]),
    ],
)
def test_a_quotation_has_one_speaker_however_long(text: str, expected: list[list[str]]) -> None:
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the ministry:\n- [14] dead\n- [30] wounded", [["the ministry"], ["the ministry"]]),
        ("[17] people died, officials said. Among them were [five] children.", [["officials"], ["officials"]]),
        ("[17] people died, officials said. The figure includes [five] children.", [["officials"], ["officials"]]),
        ("[17] people died, officials said. A separate fire last year killed [five].", [["officials"], []]),
        ("The African Union said the camp was shelled. [70] dead are reported.", [["The African Union"]]),
        ("[Twelve] people drowned. The figure was given by the coast guard.", [["the coast guard"]]),
        ("[Twelve] people drowned. The coast guard said it would widen the search.", [[]]),
        ("[Twelve] dead in ferry fire\n\nThe ferry burned for a day, and [twelve] died, police said.",
         [[], ["police"]]),
    ],
)  # fmt: skip
def test_a_source_holds_in_the_next_sentence_where_a_reader_carries_it_over(
    text: str, expected: list[list[str]]
) -> None:
    assert sources(text) == expected


def test_pages_that_lost_their_commas_are_read() -> None:
    text = "Units killed [15] gunmen north of Homs and destroyed [two] vehicles a military source told Xinhua."
    assert sources(text) == [["a military source", "Xinhua"]] * 2
    assert one("Heavy strikes caused [hundreds] of casualties aid agencies said on Thursday.") == ["aid agencies"]
    text = "Bombs fell on a market on Sunday killing [19] people and [three] children local activists reported."
    assert sources(text) == [["local activists"]] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Nine] miners were buried by a slide near the town of Kolda said the mine rescue service.", "rescue service"),
        ("[Four] fishermen drowned when a gunboat fired on the harbour of Marsa said the Dhow Monitor.", "Monitor"),
        ("[Twelve] herders died in clashes in northern Kenya said a police commander.", "a police commander"),
    ],
)
def test_where_it_happened_does_not_speak_for_whoever_stands_behind_the_verb(text: str, expected: str) -> None:
    (name,) = one(text)
    assert name.endswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The committee in Geneva said [nine] herders died.", ["The committee in Geneva"]),
        ("In the village of Arum said to be rebel-held [nine] people died.", []),
    ],
)
def test_where_somebody_sits_does_not_silence_them(text: str, expected: list[str]) -> None:
    assert one(text) == expected


def test_every_source_locates_its_words_and_every_chain_says_why() -> None:
    marked = "\u201cWe lost [40] men,\u201d the general\u2019s aide said.\n\nKyiv\u2019s mayor said [two] died."
    cut, mentions = read(marked)
    for found, reasons in attribute(cut, mentions):
        assert found
        assert all(cut.document.text[s.start : s.end] == s.text for s in found)
        assert {r.field for r in reasons} == {"sources"}
        assert all(r.rule and r.start is not None and r.end is not None and r.start < r.end for r in reasons)


def test_answers_come_in_the_order_of_the_mentions() -> None:
    cut, mentions = read("Police said [two] people died. The fire burned [five] homes.")
    forward = attribute(cut, mentions)
    assert attribute(cut, mentions[::-1]) == forward[::-1]
    assert [bool(found) for found, _ in forward] == [True, False]


def test_sentences_without_a_word_of_speech_are_not_parsed() -> None:
    quiet = "The road was wet and the night was long. " * 30
    cut, mentions = read(quiet + "[Two] people died, police said. " + quiet)
    attribute(cut, mentions)
    assert cut.parsed <= 2
