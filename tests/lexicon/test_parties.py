"""The table of parties keeps its promises: real codes, whole entries, no name with two owners."""

from collections import defaultdict

import pytest

from tollbook.extraction.names import parties
from tollbook.lexicon import table

ISO_3166 = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM
    BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR
    CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB
    GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA
    JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA
    MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
    NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS
    SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON
    TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
"""
HISTORIC = {"XKX", "SUN", "YUG"}
COUNTRY_FIELDS = ("names", "names_exact", "people", "seats", "forces")
GROUP_FIELDS = ("aliases", "aliases_exact", "people")
COUNTRIES, GROUPS = table("parties")["country"], table("parties")["group"]


def test_every_state_and_territory_of_iso_3166_is_there_once():
    codes = [c["code"] for c in COUNTRIES]
    assert len(codes) == len(set(codes))
    assert set(codes) == set(ISO_3166.split()) | HISTORIC


def test_every_state_has_a_name_and_only_known_fields():
    for country in COUNTRIES:
        assert country["names"], country["code"]
        assert set(country) <= {"code", *COUNTRY_FIELDS}, country["code"]


def test_every_group_has_a_name_and_only_known_fields():
    for group in GROUPS:
        assert set(group) <= {"name", "country", "military", "body", *GROUP_FIELDS}, group["name"]
        assert isinstance(group["military"], bool), group["name"]


def test_a_group_sits_in_a_state_of_the_table():
    assert {g["country"] for g in GROUPS if "country" in g} <= {c["code"] for c in COUNTRIES}


def test_no_group_is_named_like_a_code():
    assert not {g["name"] for g in GROUPS} & {c["code"] for c in COUNTRIES}


def test_no_name_belongs_to_two_parties():
    owners = defaultdict(set)
    for country in COUNTRIES:
        for field in COUNTRY_FIELDS:
            for name in country.get(field, ()):
                owners[name].add(country["code"])
    for group in GROUPS:
        owners[group["name"]].add(group["name"])
        for field in GROUP_FIELDS:
            for name in group.get(field, ()):
                owners[name].add(group["name"])
    for name in table("parties")["none"]["names"]:
        owners[name].add("none")
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_no_list_says_a_name_twice():
    for row in COUNTRIES + GROUPS:
        for field in (*COUNTRY_FIELDS, *GROUP_FIELDS):
            names = row.get(field, [])
            assert len(names) == len(set(names)), (row.get("code", row.get("name")), field)


def test_names_are_trimmed_and_carry_no_bare_article():
    for row in COUNTRIES + GROUPS:
        for field in (*COUNTRY_FIELDS, *GROUP_FIELDS):
            for name in row.get(field, ()):
                assert name == " ".join(name.split()), name
                assert not name.startswith("the ") or name == "the Emirates", name


def test_short_names_that_are_english_words_count_only_as_written():
    loose = {n for row in COUNTRIES + GROUPS for f in ("names", "aliases") for n in row.get(f, ())}
    assert not loose & {"US", "UN", "EU", "AU", "IS", "MEND", "GAM", "LET"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Two Frenchmen and a Swiss nurse were freed", ["FRA", "CHE"]),
        ("The Kremlin would not comment", ["RUS"]),
        ("Downing Street condemned the raid", ["GBR"]),
        ("The Red Army lost 12,000 men in the valley", ["SUN"]),
        ("The Tatmadaw sent three columns", ["MMR"]),
        ("Burkinabè soldiers fell into an ambush", ["BFA"]),
        ("South Sudanese and Sudanese refugees", ["SSD", "SDN"]),
        ("North Korean sailors, South Korean divers", ["PRK", "KOR"]),
        ("Nigerien gendarmes and Nigerian farmers", ["NER", "NGA"]),
        ("Hizbollah buried nine of its men", ["Hezbollah"]),
        ("ISIL claimed the bombing; Daesh often does", ["Islamic State", "Islamic State"]),
        ("the RSF shelled the market in El Fasher", ["Rapid Support Forces"]),
        ("The Tamil Tigers held the lagoon", ["Liberation Tigers of Tamil Eelam"]),
        ("Pakistani Taliban gunmen stormed the post", ["Tehrik-i-Taliban Pakistan"]),
        ("al-Shabaab raided the base of the African Union", ["Al-Shabaab", "African Union"]),
        ("A patrol of UNIFIL found the shells", ["United Nations"]),
        (
            "The Popular Front for the Liberation of Palestine held two",
            ["Popular Front for the Liberation of Palestine"],
        ),
    ],
)
def test_names_lead_to_their_party(text, code):
    assert [p.code for p in parties(text)] == code


@pytest.mark.parametrize(
    "text", ["South America counts its dead", "the Washington Post wrote", "Gulf of Mexico", "tell us more"]
)
def test_names_that_only_look_like_a_party_lead_nowhere(text):
    assert parties(text) == ()


def test_whoever_leads_leads_one_party_of_the_table():
    leaders = table("leaders")["leaders"]
    names = [name for listed in leaders.values() for name in listed]
    assert set(leaders) <= {c["code"] for c in COUNTRIES} | {g["name"] for g in GROUPS}
    assert len(names) == len(set(names))
    assert all({p.code for p in parties(name)} == {code} for code, listed in leaders.items() for name in listed)
