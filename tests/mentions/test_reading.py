"""Invented sentences, each with one name and how a careful reader takes it."""

from __future__ import annotations

import pytest

from groundtext.model import Reading
from tests.mentions.world import mentions_of

PLACES = [
    ("Islamabad, May 25, 2016", "Islamabad"),
    ("Turkmenistan: 214 km of pipe, all of it welded.", "Turkmenistan"),
    ("The order was Tehran in March, Ankara a month later, then Beijing in July.", "Tehran"),
    ("The order was Tehran in March, Ankara a month later, then Beijing in July.", "Ankara"),
    ("Tehran in May, and Beijing two weeks later with the same guests.", "Beijing"),
    ("The lobby of the Central Hotel, Moscow, was full.", "Moscow"),
    ("They met five times, alternating between Islamabad and Kabul.", "Kabul"),
    ("He needs a visa for Uzbekistan.", "Uzbekistan"),
    ("Truckers turn off for Iran there.", "Iran"),
    ("The operators of the Kandahar line complained.", "Kandahar"),
    ("She lived at Kandahar 2009-2012 and liked it.", "Kandahar"),
    ("The ministers met in Beijing on Friday.", "Beijing"),
    ("The Beijing talks ended without a result.", "Beijing"),
    ("Diplomats in Tehran expected little.", "Tehran"),
    ("Tehran’s streets were empty.", "Tehran"),
    ("The road between Tehran and Ankara was closed.", "Tehran"),
    ("He flew from Tashkent to Dushanbe.", "Tashkent"),
    ("He flew from Tashkent to Dushanbe.", "Dushanbe"),
    ("The envoys arrived in Islamabad, where they were received.", "Islamabad"),
    ("Islamabad was rocked by two explosions.", "Islamabad"),
    ("The president visited Islamabad in May.", "Islamabad"),
    ("Kabul fell in August.", "Kabul"),
    ("The fall of Kabul surprised them.", "Kabul"),
    ("The march on Kabul took days.", "Kabul"),
    ("Kabul airport was closed.", "Kabul"),
    ("A Kabul-based analyst disagreed.", "Kabul"),
    ("The Kabul–Peshawar railway was never built.", "Kabul"),
    ("They met inside the Kremlin.", "Kremlin"),
    ("She was received at the White House.", "White House"),
    ("The convoy left for Kandahar at dawn.", "Kandahar"),
    ("Fighting continued near Kandahar.", "Kandahar"),
    ("The army captured Kandahar and Herat.", "Herat"),
    ("Karachi is the largest port of Pakistan.", "Karachi"),
    ("The Geneva conference was postponed.", "Geneva"),
    ("The Paris Agreement was signed.", "Paris"),
    ("The talks were moved from Doha to Istanbul.", "Doha"),
    ("The talks were moved from Doha to Istanbul.", "Istanbul"),
    ("The embassy in Moscow was closed.", "Moscow"),
    ("Protesters gathered outside the embassy in Kyiv.", "Kyiv"),
    ("The line between Baku and Tbilisi opened.", "Baku"),
    ("Pakistan’s army chief travelled to Kabul.", "Kabul"),
    ("Troops crossed into Pakistan.", "Pakistan"),
    ("The border with Pakistan was closed.", "Pakistan"),
    ("Uzbekistan borders Afghanistan.", "Afghanistan"),
    ("The US base in Uzbekistan was closed.", "Uzbekistan"),
    ("India’s northern plains flooded.", "India"),
    ("A plane from Iran landed.", "Iran"),
    ("The summit will be held in Samarkand, not in Bukhara.", "Bukhara"),
    ("The Samarkand summit was held in September.", "Samarkand"),
    ("An attack on Kabul killed nine.", "Kabul"),
    ("Villages around Kunduz were shelled.", "Kunduz"),
    ("The airlift from Kabul ended.", "Kabul"),
    ("Residents of Kabul fled.", "Kabul"),
    ("Gas flows from Turkmenistan to China.", "Turkmenistan"),
    ("Gas flows from Turkmenistan to China.", "China"),
    ("He lived in Berlin, Paris and London.", "Paris"),
    ("He lived in Berlin, Paris and London.", "London"),
    ("In Kabul, Moscow has few friends.", "Kabul"),
    ("Kabul, the capital, was quiet.", "Kabul"),
    ("The ambassador to Moscow resigned.", "Moscow"),
    ("Residents of Moscow complained about the snow.", "Moscow"),
    ("The barracks in Nairobi will close.", "Nairobi"),
    ("Officials in Nairobi fear a delay.", "Nairobi"),
    ("In the capital, Nairobi, shops opened.", "Nairobi"),
    ("Camps in Kenya, Uganda and Rwanda are closed.", "Rwanda"),
    ("NAIROBI, June 3 – Shops opened.", "NAIROBI"),
    ("They left Nairobi for Lagos.", "Lagos"),
    ("Nairobi’s fall was feared.", "Nairobi"),
    ("The coast that borders Kenya is quiet.", "Kenya"),
    ("They camped in Atbara, northern Sudan, for weeks.", "Sudan"),
    ("The column advanced towards Kandahar.", "Kandahar"),
    ("Strikes against Kabul went on.", "Kabul"),
    ("It was a city on the scale of Lagos.", "Lagos"),
    ("Nairobi Province was calm.", "Nairobi"),
    ("They drove over Kandahar.", "Kandahar"),
    ("The ferry between Lagos and Accra was late.", "Lagos"),
    ("Somewhere between Ankara and Sivas the train stopped.", "Ankara"),
    ("EU mediators shuttled between Belgrade and Pristina.", "Pristina"),
    ("Fog closed both airports of Ankara.", "Ankara"),
    ("Smoke rose over Beirut.", "Beirut"),
    ("Rain fell on Delhi.", "Delhi"),
    ("A drone fell beside the Kremlin.", "Kremlin"),
    ("The earthquake woke Peru; in northern Kenya rains failed.", "Kenya"),
    ("Cities such as Nagoya and Osaka lost power.", "Nagoya"),
    ("It crosses republics such as Kenya and Uganda.", "Kenya"),
    ("The road runs through two deserts and Kenya.", "Kenya"),
    ("Rebel-held Kandahar was quiet.", "Kandahar"),
    ("Bolivia is a country without a coast.", "Bolivia"),
    ("Delhi is shrouded in smog.", "Delhi"),
    ("In Lagos traders fear the worst.", "Lagos"),
    ("The first cargo for Kenya to arrive was rice.", "Kenya"),
    ("Kenya’s political and economic crisis deepened.", "Kenya"),
    ("Contact with Kandahar was lost.", "Kandahar"),
    ("The Windhoek meeting ended in disarray.", "Windhoek"),
    ("Germany beat the drum; in the match at Nairobi it rained.", "Nairobi"),
    ("3. Kenya and Uganda", "Uganda"),
    ("NAIROBI: Shops opened.", "NAIROBI"),
    ("They drove through Kandahar Province.", "Kandahar"),
    ("The headquarters, Nairobi’s tallest tower, burned.", "Nairobi"),
    ("He died in Berbera, Somalia, on Friday.", "Somalia"),
]
ACTORS = [
    ("Tehran in March refused to sign.", "Tehran"),
    ("They blamed Moscow in November.", "Moscow"),
    ("Kabul: we reject this paper.", "Kabul"),
    ("Beijing rejected the proposal on Friday.", "Beijing"),
    ("Tehran’s nuclear policy has changed.", "Tehran"),
    ("Trade between Tehran and Ankara grew.", "Tehran"),
    ("Trade between Tehran and Ankara grew.", "Ankara"),
    ("Tashkent and Dushanbe have signed a treaty.", "Tashkent"),
    ("Tashkent and Dushanbe have signed a treaty.", "Dushanbe"),
    ("Pressure on Islamabad is growing.", "Islamabad"),
    ("Relations with Islamabad remain tense.", "Islamabad"),
    ("They blame Islamabad for the failure.", "Islamabad"),
    ("Kabul officials denied it.", "Kabul"),
    ("The Kabul government denied it.", "Kabul"),
    ("Moscow-backed groups gained ground.", "Moscow"),
    ("Riyadh is said to have paid for it.", "Riyadh"),
    ("An adviser to the Kremlin spoke.", "Kremlin"),
    ("The Kremlin denies it.", "Kremlin"),
    ("The White House said nothing.", "White House"),
    ("They took instructions from Beijing.", "Beijing"),
    ("He has no trust in Washington.", "Washington"),
    ("For Washington, the war was over.", "Washington"),
    ("According to Washington, the war was over.", "Washington"),
    ("Washington wants to leave, and so does London.", "Washington"),
    ("It depends on New Delhi and Beijing.", "New Delhi"),
    ("New Delhi hopes that Kabul will agree.", "Kabul"),
    ("After Moscow refused, the talks ended.", "Moscow"),
    ("He invited Moscow to take part.", "Moscow"),
    ("It would be a mistake for Ankara to leave.", "Ankara"),
    ("Without Moscow’s consent nothing moves.", "Moscow"),
    ("Neither Moscow nor Beijing objected.", "Moscow"),
    ("Neither Moscow nor Beijing objected.", "Beijing"),
    ("Pakistan’s army chief travelled to Kabul.", "Pakistan"),
    ("Pakistan closed its border.", "Pakistan"),
    ("The US base in Uzbekistan was closed.", "US"),
    ("Russia and China vetoed the text.", "China"),
    ("Iran fears a new war.", "Iran"),
    ("Doha will host the meeting.", "Doha"),
    ("Kabul’s relations with Tehran improved.", "Kabul"),
    ("Kabul’s relations with Tehran improved.", "Tehran"),
    ("Support from Ankara was decisive.", "Ankara"),
    ("The interests of Kabul were ignored.", "Kabul"),
    ("The Taliban want recognition from Washington and Brussels.", "Brussels"),
    ("A delegation led by Kabul arrived.", "Kabul"),
    ("Berlin, Paris and London condemned the attack.", "Paris"),
    ("Berlin, Paris and London condemned the attack.", "Berlin"),
    ("In Kabul, Moscow has few friends.", "Moscow"),
    ("Moscow, however, disagreed.", "Moscow"),
    ("Moscow, which armed them, disagreed.", "Moscow"),
    ("They sold gas to Beijing.", "Beijing"),
    ("Negotiations with Moscow and Kabul failed.", "Kabul"),
    ("They ought to talk to Moscow.", "Moscow"),
    ("Islamabad has long been accused of duplicity.", "Islamabad"),
    ("In Nairobi, Abuja and Accra have few friends.", "Abuja"),
    ("The press puts pressure on Kenya.", "Kenya"),
    ("The Soviet Union invaded it.", "Soviet Union"),
    ("It was a blow to Nairobi.", "Nairobi"),
    ("The US tripled the rent.", "US"),
    ("US concessions were few.", "US"),
    ("Analysts say Kenya’s Foreign Ministry knew.", "Kenya"),
    ("Their policy towards Nairobi softened.", "Nairobi"),
    ("They worry about Nairobi.", "Nairobi"),
    ("They are allied against Kenya.", "Kenya"),
    ("White House and Pentagon officials agreed.", "White House"),
    ("They urged Nairobi to act.", "Nairobi"),
    ("Kenya President William Ruto spoke.", "Kenya"),
    ("The gap between Belgrade and Pristina widened.", "Pristina"),
    ("A wedge was driven between Ankara and Berlin.", "Berlin"),
    ("The idea came from Tehran.", "Tehran"),
    ("It is up to Tehran to decide.", "Tehran"),
    ("It was a rebuke to Nairobi.", "Nairobi"),
    ("Cairo has some leverage over Khartoum.", "Khartoum"),
    ("They took Nairobi to court.", "Nairobi"),
    ("They called on Kenya to act.", "Kenya"),
    ("A Lagos trader objected.", "Lagos"),
    ("Lagos residents objected.", "Lagos"),
    ("Istanbul’s mayor was jailed.", "Istanbul"),
    ("Izmir votes for the opposition.", "Izmir"),
    ("Kenya beat Uganda in the final of the cup.", "Uganda"),
    ("The football match against Kandahar was lost.", "Kandahar"),
    ("Lagos 70, Accra 66", "Lagos"),
    ("Iran’s war of words goes on.", "Iran"),
    ("Rome’s small base in Kenya is old.", "Rome"),
    ("Three nights of US airstrikes followed.", "US"),
    ("It slowed the spread of US and Kenyan influence.", "US"),
    ("A summit of Kenya, Uganda and Rwanda was held.", "Uganda"),
    ("The President of Kenya resigned.", "Kenya"),
    ("The Nairobi Government resigned.", "Nairobi"),
    ("Central Asian states objected.", "Central Asian states"),
    ("Trade with European countries grew.", "European countries"),
]
INSIDE = [
    ("She studied at Beijing University for two years.", "Beijing"),
    ("It was printed in The Kabul Times.", "Kabul"),
    ("The Bank of Tokyo lent the money.", "Tokyo"),
    ("It was published by the London School of Economics.", "London"),
    ("Moscow State University awarded the prize.", "Moscow"),
    ("The Washington Institute published it.", "Washington"),
    ("Spartak Moscow won.", "Moscow"),
    ("The Shanghai Cooperation Organisation met.", "Shanghai"),
    ("The embassy of no state; the Embassy of Kenya closed.", "Kenya"),
    ("He wrote for the Nairobi Star.", "Nairobi"),
    ("She sang in the Lagos Symphony Orchestra.", "Lagos"),
    ("They met in Kandahar Street.", "Kandahar"),
    ("The plane landed at Nairobi International Airport.", "Nairobi"),
    ("She won the Nairobi Marathon.", "Nairobi"),
    ("Radio Lagos reported it.", "Lagos"),
    ("He won the Tour of Kenya twice.", "Kenya"),
]


def reading_of(sentence: str, name: str) -> Reading | None:
    return next((found.reading for found in mentions_of(sentence) if found.text == name), None)


@pytest.mark.parametrize(("sentence", "name"), PLACES)
def test_a_name_is_the_place_itself(sentence: str, name: str) -> None:
    assert reading_of(sentence, name) is Reading.LITERAL


@pytest.mark.parametrize(("sentence", "name"), ACTORS)
def test_a_name_is_an_actor(sentence: str, name: str) -> None:
    assert reading_of(sentence, name) is Reading.ASSOCIATIVE


@pytest.mark.parametrize(("sentence", "name"), INSIDE)
def test_a_name_is_part_of_another(sentence: str, name: str) -> None:
    assert reading_of(sentence, name) is Reading.ORGANISATION


def test_a_people_is_an_actor() -> None:
    (found,) = mentions_of("Two Norwegian officers watched.")
    assert (found.kind, found.reading) == ("demonym", Reading.ASSOCIATIVE)


def test_what_contains_a_place_is_meant_as_a_place() -> None:
    assert (
        reading_of("It was signed in Nukus, Uzbekistan, last week.", "Uzbekistan")
        is Reading.LITERAL
    )


def test_every_reading_says_why() -> None:
    found = mentions_of("Oslo denies it. Talks were held in Oslo. The Oslo Times printed it.")
    assert [mention.reason.partition(":")[0] for mention in found] == [
        "an actor",
        "the place itself",
        "part of another name",
    ]
