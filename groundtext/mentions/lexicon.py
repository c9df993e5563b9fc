"""Words of grammar that tell how a place name is meant, by the part they play in a sentence.

Each list is a class of words and not a list of phrases: what governs a place, what governs an
actor, which verbs places are subjects and objects of. All are in lower case.
"""

from __future__ import annotations

from typing import Final


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as one string."""
    return frozenset(listed.split())


ARTICLES: Final = words("the a an this that these those its their his her our any all both every")
# Words that may stand between a preposition and the name it governs.
MODIFIERS: Final = words(
    "the central downtown nearby northern southern eastern western northeastern northwestern "
    "southeastern southwestern greater old modern present-day today's neighbouring neighboring "
    "distant war-torn landlocked remote capital city town village port district province region "
    "state republic country republics countries states city's besieged occupied beleaguered "
    "rural urban post-war mainland inner outer upper lower far western-backed both either "
    "neither all most much parts part rest large"
)
PLACE_PREPOSITIONS: Final = words(
    "in at near inside outside around across throughout within into through via beyond along "
    "above amid off onto upon beneath"
)
# With one of these before its noun, "in" speaks of a belief and not of a place.
BELIEFS: Final = words("trust confidence faith belief believe believes hope hopes disappointed")
# "in" and "to" after these: what somebody does for, or owes to, an actor.
ACTOR_TO: Final = words(
    "ties tie links close closer closest loyal loyalty accountable allied ally allies "
    "subservient support aid assistance help message messages letter letters proposal proposals "
    "concession concessions offer offers threat threats response answer report reports listen "
    "listened appeal appeals appealed signal signals warning warnings said say says told "
    "explain explained complain complained according loss hostile opposed opposition friendly "
    "favourable favorable important vital critical crucial acceptable unacceptable beholden "
    "indebted answerable sell sold sale sales give gives gave given grant granted provide "
    "provided deliver lend lent challenge counterweight rival alternative relevant known clear "
    "obvious value belongs due obligations commitment commitments promise promises pledge "
    "pledges respond responded adviser advisor advisers advisors talk talks talked talking "
    "speak speaks spoke spoken turn turns turned apologise apologised apologized recommend "
    "recommended suggest suggested hand handed leave left cede ceded "
    "blow setback benefit danger advantage relief objection objections objected objecting worry "
    "loyalists"
)
MOTION: Final = words(
    "fall fell falling go goes went gone going travel travels traveled travelled traveling "
    "travelling come comes came coming visit visits visited visiting trip trips journey "
    "journeys fly flies flew flown flying flight flights return returns returned returning "
    "arrive arrives arrived arriving arrival depart departs departed departing departure left "
    "leave leaves leaving head heads headed heading bound drive drives drove driven driving "
    "move moves moved moving relocate relocated transfer transferred march marched marching "
    "advance advanced advancing retreat retreated fled flee flees fleeing escape escaped escort "
    "escorted invite invited summon summoned recall recalled send sends sent dispatch "
    "dispatched bring brought route routes road roads railway railroad highway pipeline "
    "pipelines train trains bus convoy convoys ship shipped shipping transit exported imported "
    "export exports transport transported carry carried deported extradited expelled withdrew "
    "withdraw withdrawn withdrawal access delegation delegations ambassador ambassadors envoy "
    "envoys emissary correspondent embassy door gateway proximity next adjacent deploy deployed "
    "deployment evacuate evacuated evacuation spread extend extends extended expand expands "
    "expansion reach miles kilometres kilometers km hours"
)
# "from" after these: what an actor gives, wants or says.
ACTOR_FROM: Final = words(
    "orders order support pressure approval permission guarantee guarantees assurance "
    "assurances help aid assistance money funding funds demand demands statement statements "
    "independence independent signal signals recognition concession concessions backing consent "
    "promise promises commitment commitments invitation criticism condemnation response answer "
    "advice instructions directive directives directions warning warnings word words message "
    "messages protection patronage sanctions threat threats opposition objections distance "
    "distanced autonomy cooperation encouragement intelligence loans credits subsidies "
    "investment weapons arms buy bought learn learned learnt hear heard distinguish "
    "distinguishes distinguished differentiate different differs differ "
    "cash compensation"
)
# "of" after these: a place; after any other noun, an actor may be meant.
PLACE_OF: Final = words(
    "city town village capital outskirts suburb suburbs streets centre center heart north south "
    "east west northeast northwest southeast southwest fall control capture siege occupation "
    "invasion map territory borders border parts part half rest all most areas area regions "
    "region provinces province districts district population people peoples residents citizens "
    "airport gates bazaar hills mountains valley valleys outside edge side sides bombing "
    "shelling liberation defence defense conquest seizure history geography climate "
    "neighbourhood neighborhood conditions future reconstruction kilometres kilometers miles km "
    "out situation stabilisation stabilization neighbours neighbors vicinity swathes tracts "
    "expanse rulers ruler island coast shores skies airspace ruins evacuation takeover picture "
    "pictures state reality"
)
ACTOR_OF: Final = words(
    "government interests interest policy policies support authority behalf position role view "
    "views goals goal aims aim intentions intention strategy true typical critical wary "
    "suspicious part-of ally allies friend friends enemy enemies rival rivals leader leaders "
    "president approval influence power decision decisions demands leadership ministry "
    "knowledge hands distrust mistrust suspicion suspicions fear fears criticism puppet puppets "
    "client proxy proxies ambitions designs consent help request efforts attempts ambassador "
    "accused said afraid ahead independent independence instead capable recognition perception "
    "perceptions "
    "hand shadow"
)
ON_PLACE: Final = words(
    "attack attacks attacked assault march marched marching advance advanced advancing raid "
    "raids strike strikes bombing focus"
)
ON_ACTOR: Final = words(
    "pressure sanctions reliance dependence dependent rely relies relied depend depends depended "
    "press pressed impose imposed leverage influence blame blamed tariffs restrictions"
)
AGAINST_PLACE: Final = words(
    "strike strikes offensive offensives raid raids bombardment airstrikes assault invasion "
    "operation operations launch launched"
)
# Prepositions whose object is somebody one deals with.
ACTOR_PREPOSITIONS: Final = words(
    "with by against without despite besides unlike among versus vis-à-vis"
)
OTHER_PREPOSITIONS: Final = words(
    "to from of for on between toward towards about over behind under"
)
PREPOSITIONS: Final = PLACE_PREPOSITIONS | OTHER_PREPOSITIONS | ACTOR_PREPOSITIONS
# These may open a clause, so that what follows can be its subject.
CONJUNCTIONS: Final = words(
    "after before since until as than while when whereas because although though if unless that "
    "whether where what why how which like but so once"
)
AUXILIARIES: Final = words(
    "is are was were be been being has have had having do does did will would shall should can "
    "could may might must cannot isn't doesn't didn't won't wouldn't can't hasn't haven't isn’t "
    "doesn’t didn’t won’t wouldn’t can’t hasn’t haven’t don’t don't aren’t aren't wasn’t wasn't"
)
ADVERBS: Final = words(
    "also still never not even now then thus already soon again both itself too always often "
    "once just ever instead meanwhile however therefore first later long no longer today since "
    "further alone indeed nevertheless nonetheless yet rather"
)
IRREGULAR_PAST: Final = words(
    "said told saw took gave made went came knew thought felt kept held left sent built bought "
    "brought fought sought found lost met paid put read ran set sold spent stood struck taught "
    "threw understood won wrote became began chose drew drove fell forgot grew hid let meant "
    "rose shook shot spoke spread stole swore withdrew broke cut dealt fed got led overthrew "
    "undertook sank shut bore backed wants want see say seek view fear hope believe"
)
# Not verbs, though they end like one.
NOT_VERBS: Final = words(
    "as is its this us thus various previous perhaps always towards afterwards besides across "
    "ongoing united armed needed based alleged so-called proposed combined limited increased "
    "plus less unless business process access progress congress crisis basis analysis status "
    "red indeed hundred bed need seed speed"
)
# What a place does as a place.
PLACE_VERBS: Final = words(
    "lies lay sits sat fell burned burnt borders bordered straddles stretches"
)
# What a place is, or has done to it.
PLACE_STATES: Final = words(
    "located situated shelled bombed bombarded captured seized besieged surrounded occupied "
    "invaded rocked hit overrun liberated destroyed devastated encircled evacuated flooded home "
    "quiet calm next site cold crowded inhabited populated founded renamed landlocked "
    "mountainous"
)
TO_BE: Final = words("is are was were be been being")
# Verbs whose object is a place.
VERBS_OF_PLACE: Final = words(
    "visit visits visited visiting leave leaves left leaving reach reaches reached reaching "
    "enter enters entered entering capture captures captured capturing seize seized seizing "
    "take took bomb bombed bombing shell shelled shelling strike struck attack attacks attacked "
    "attacking occupy occupied occupying invade invades invaded invading surround surrounded "
    "besiege besieged overrun overran conquer conquered link links linking linked connect "
    "connects connecting connected cross crosses crossed crossing traverse traverses bypass "
    "bypassing bypassed liberate liberated annex annexed rebuild rebuilding destroyed encircle "
    "encircled border borders bordering evacuate evacuated flee fled fleeing ruled rules rule "
    "governs tour toured quit approach approached transit transits transiting abandon abandoned "
    "hold held retake retook flooding stabilize stabilise destabilize destabilise"
)
LIST_JOINERS: Final = words("and or nor not but plus")
# Only somebody does these, even where the name is a town's.
SAYING: Final = words(
    "said says told tells denied denies demanded demands insisted insists wants wanted hopes "
    "hoped fears feared believes believed argued argues announced announces warned warns "
    "accused accuses refused refuses agreed agrees rejected rejects criticised criticized "
    "condemned urged urges"
)
BORDERING: Final = words("border borders bordered bordering frontier frontiers")
AIMED_AT: Final = words("look looks looked aimed directed anger angry levelled leveled laughs")
