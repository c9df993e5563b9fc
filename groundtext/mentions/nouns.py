"""Nouns that tell how the place name beside them is meant, in lower case."""

from __future__ import annotations

from typing import Final

from groundtext.mentions.forms import plurals as _plurals
from groundtext.mentions.forms import words as _words

EVENTS: Final = _words(
    "talks summit summits meeting meetings conference conferences negotiations negotiation round "
    "rounds forum consultations gathering dialogue visit trip session ceremony congress event "
    "workshop format process accord accords agreement agreements declaration communique deal "
    "protocol conversations venue"
)
PLACE_NOUNS: Final = _words(
    "airport airports airfield airspace street streets road roads avenue square suburb suburbs "
    "outskirts neighbourhood neighborhood neighbourhoods neighborhoods district districts area "
    "areas region regions province provinces provincial countryside centre center downtown hotel "
    "hotels hospital hospitals school schools mosque mosques market markets bazaar shops residents "
    "resident inhabitants population people climate weather winter winters summer skyline border "
    "borders frontier frontiers territory soil coast coastline river rivers valley valleys "
    "mountains mountain deserts desert plains north south east west northeast northwest southeast "
    "southwest cities city towns town villages village capital blast blasts bombing bombings "
    "attack attacks explosion explosions siege airlift evacuation railway railways railroad "
    "highway highways pipeline pipelines station stations port ports palace prison jail zoo "
    "stadium park bridge dam university neighbours neighbors neighbour neighbor neighboring "
    "neighbouring geography location part parts half edge gates old embassies embassy office "
    "offices bureau newsroom correspondent studio apartment home house traffic metro subway "
    "suburban northern southern eastern western northernmost southernmost harbour harbor side "
    "community communities war conflict landscape lands land waters fields farmers villagers "
    "tribes minorities deposits mines infrastructure riots protests protest demonstrations court "
    "courts restaurant restaurants museum theatre theater corridor route section segment stretch "
    "portion leg takeover fall capture reconstruction bombardment"
)
# What only describes a noun, and so says less of whose it is than the noun itself.
PLACE_ADJECTIVES: Final = _words(
    "provincial old downtown neighboring neighbouring suburban urban rural northern southern "
    "eastern western northernmost southernmost northeastern northwestern southeastern southwestern "
    "coastal mountainous arid fertile"
)
# More of what only places have; their names in English seldom tell a settlement.
LANDSCAPE: Final = _plurals(
    "crisis drought flooding flood famine earthquake quake outbreak epidemic heartland hinterland "
    "interior heights highlands lowlands shore beach island cliffs forest jungle farmland plains "
    "peaks gardens squares alley cafes cafés bars nightlife architecture monuments ruins wall "
    "fortress citadel church temple cathedral monastery landmarks weekend dawn dusk night limits "
    "boundaries election polls economy garrison range lake tunnel canal plant factory refinery "
    "farm base camp hall dialect cuisine accent airfields barracks slum township canyon gorge "
    "reservoir wells sky pass quarter mill museum gallery tree"
)
# Who governs, fights, deals and speaks for a place.
_BODIES: Final = _plurals(
    "government regime administration leadership authority elite delegation establishment ministry "
    "parliament cabinet council senate congress legislature assembly judiciary court police "
    "military army navy force troops soldiers fighters warplanes warships jets drones intelligence "
    "security alliance coalition lobby think-tank opposition party bank company firm exporters "
    "airline media newspaper broadcaster union agency bloc team side squad club embassy diplomacy "
    "bureaucracy fleet start-up startup charity militia gangs cartel rebels insurgents"
)
_OFFICERS: Final = _plurals(
    "official leader policymaker diplomat negotiator delegates representative envoy ambassador "
    "minister spokesman spokeswoman spokesperson president premier politician lawmaker experts "
    "analysts observers insiders circles sources hawks ruler king queen emir sultan chancellor "
    "secretary general commander governor mayor councillors senator judge prosecutor coroner chief "
    "director adviser advisor planners strategists officer voters citizens"
)
_AIMS: Final = _plurals(
    "policy interest aim goal objective position stance view perspective attempt effort decision "
    "desire wish willingness reluctance refusal failure success claim strategy response reaction "
    "concern fear ambition aspirations demand proposal plan calculations calculus intention motive "
    "hope agenda argument assessment belief narrative rhetoric propaganda word warning message "
    "promise pledge commitment insistence denial accusations suspicion campaign move initiative "
    "offer behaviour behavior conduct approach doctrine bid case consensus patience silence anger "
    "priority vision line consent blessing approval disapproval objections criticism"
)
_DEALINGS: Final = _plurals(
    "engagement involvement participation interaction tie relations relationship partnership ally "
    "rival enemy adversary foe proxy puppet mediation sanctions treaty recognition acceptance "
    "annexation invasion intervention withdrawal retreat meddling interference pressure dependence "
    "reliance aid assistance help money debt loans credits weapons arms hand role influence "
    "support backing blockade embargo tariffs vote veto signature ultimatum partner donor power "
    "member"
)
_POWER: Final = _words(
    "credibility prestige reputation standing power clout leverage presence primacy hegemony "
    "dominance supremacy weakness strength grip worth value ascendancy"
)
ACTOR_NOUNS: Final = _BODIES | _OFFICERS | _AIMS | _DEALINGS | _POWER
# People who are from a place, or belong to it: "a Lagos trader".
PERSONS: Final = _plurals(
    "man woman boy girl child children baby couple family father mother parents son daughter "
    "brother sister husband wife widow teenager toddler pensioner resident native student pupil "
    "teacher professor doctor nurse lawyer businessman businesswoman trader merchant shopkeeper "
    "farmer worker labourers driver fan supporters player captain coach bowler batsman striker "
    "goalkeeper defender midfielder pitcher shortstop manager fisherman artist writer poet singer "
    "designer architect engineer activist protesters demonstrators refugees migrants tourists "
    "commuters motorists taxpayers investor firefighter detective councillor councilman "
    "councilwoman reporter journalist correspondent editor barrister solicitor vet priest imam "
    "rabbi bishop banker dealer jeweller baker butcher chef restaurateur landlord tailor person "
    "people crowd youth locals householder lad seniors veteran grandmother grandfather mum dad "
    "tailender skipper swimmer runner cyclist boxer golfer jockey crew"
)
ROUTE_NOUNS: Final = _words(
    "road roads highway highways railway railways railroad flight flights border borders frontier "
    "distance route routes pipeline pipelines corridor corridors line lines train link crossing "
    "traffic bus motorway transit travel lies stretch stretches located halfway runs running"
)
LED_BY: Final = _words(
    "led backed brokered sponsored friendly run controlled aligned supported trained funded hosted "
    "imposed appointed installed approved dominated financed mediated organised organized made "
    "allied oriented leaning centric proposed initiated drafted style"
)
BASED_IN: Final = _words("based born bound area wide adjacent held educated hosted")
PRO_AND_ANTI: Final = _words("pro anti")
# Capitalised words after a name: what the longer name is a name of.
ORGANISATION_NOUNS: Final = _words(
    "university college institute institution school academy center centre times post journal "
    "herald tribune gazette daily weekly news press review magazine radio television tv club bank "
    "exchange company corporation corp inc ltd group foundation council association society "
    "organization organisation agency committee commission union federation league party movement "
    "museum theatre theater orchestra ballet opera church cathedral hospital airlines airways "
    "consulting partners fund trust network forum institute's endowment bureau program programme "
    "project initiative observer telegraph chronicle pact cooperation study studies quarterly "
    "monitor today broadcasting service services ministry department dynamo spartak fc cska "
    "university's symphony philharmonic police"
)
STATE_ORGANS: Final = _words(
    "government state department ministry congress senate parliament army navy air marine marines "
    "forces force command treasury defense defence security embassy consulate supreme court "
    "constitution secretary president vice prime minister foreign ambassador special envoy general "
    "admiral senator representative chief central armed military coast guard house administration "
    "national federal federation chancellor king emir sultan prince commander"
)
OFFICES: Final = _words(
    "president vice prime minister secretary ambassador envoy special general admiral colonel "
    "senator chancellor king queen emir sultan prince governor mayor chief foreign deputy first "
    "commander representative premier speaker defense defence interior"
)
GEOGRAPHIC_NOUNS: Final = _words(
    "province city airport river valley district region oblast street avenue square hotel airfield "
    "airbase base air county state peninsula mountains mountain pass tunnel bridge border gate "
    "crossing lake bay gulf strait sea ocean island islands desert plain plateau dam port station "
    "metro railway highway road corridor international village town suburb zone area garrison "
    "field basin canal coast governorate division municipality kremlin stadium palace"
)
# Capitalised after a name (or before it), they make the name of something else in nature.
PHYSICAL_NOUNS: Final = _words(
    "river rivers creek brook bayou lake lakes reservoir bay gulf sound strait straits sea ocean "
    "channel canal island islands isle isles peninsula cape mountains mountain hills hill mount mt "
    "range ridge peak volcano glacier valley canyon pass plateau basin desert forest woods swamp "
    "marsh falls rapids springs reef atoll delta beach lagoon loch lough fjord cove inlet harbor "
    "harbour plains plain prairie steppe heights highlands lowlands butte mesa summit"
)
CAPITALISED_EVENTS: Final = _words(
    "format process agreement accord accords conference talks summit declaration meeting "
    "negotiations deal round dialogue consultations communique protocol treaty convention "
    "conventions forum"
)
DIRECTIONS: Final = _words(
    "north south east west northern southern eastern western central greater upper lower northeast "
    "northwest southeast southwest northeastern northwestern southeastern southwestern downtown"
)
ORGANISATION_OF: Final = _words(
    "university bank institute academy college archbishop bishop treaty museum club stock school "
    "diocese patriarch church emirate"
)
# Capitalised after a name: what was built or laid out, and is called after the place.
BUILT_NOUNS: Final = _plurals(
    "street road avenue highway boulevard lane drive expressway parkway freeway motorway square "
    "plaza mall arcade bridge tunnel hotel inn stadium arena airport station terminal dam hall "
    "house tower palace jail prison cemetery library gallery castle manor aqueduct lighthouse "
    "hospital courthouse barracks zoo aquarium port harbour harbor quay dock pier"
)
# … what takes place under a name of its own; "the Oslo Process" need not be held in Oslo.
NAMED_EVENTS: Final = _words(
    "process olympics cup games festival fair marathon prix trophy classic biennale expo awards "
    "derby open championship championships tournament week show"
)
# … whom the name is the seat or the side of.
GOVERNING: Final = _words("government cabinet parliament administration regime authorities")
# Before "of" and a name: not a body but a piece of land or water, or what happens there.
LANDS_OF: Final = _words(
    "midlands highlands lowlands plains hills republic kingdom state states city town village "
    "province county district region territory gulf bay strait straits sea cape isle isles island "
    "islands valley mountains lake river port coast peninsula battle siege fall bombing massacre "
    "capital people peoples north south east west democratic emirate duchy principality "
    "commonwealth union"
)
PUBLIC_OFFICES_OF: Final = _words(
    "government president king queen emir sultan premier minister chancellor ambassador parliament "
    "ministry affairs army senate"
)
NAMED_BY_DAY: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sept sep oct "
    "nov dec mr mrs ms dr sir lord"
)
# … a body that has no further word for itself before "of" and a name.
BODIES_OF: Final = ORGANISATION_OF | _words(
    "embassy consulate trust voice federation association union board chamber"
)
# … or after a name, beside those above.
FURTHER_BODIES: Final = _words(
    "museums troopers guard guards schools trustees court courts sheriff patrol chamber municipal "
    "municipality authority fire transit polytechnic seminary brigade regiment battalion"
)
# … or a piece of land, or what is held there.
FURTHER_LANDS: Final = _words(
    "gorge territory flats highlands lowlands midlands heights marshes wetlands test tests"
)
# Companies and the like put these before the name: "Radio Lagos".
BODIES_BEFORE: Final = _words(
    "radio air bank fc real sporting inter dynamo spartak lokomotiv cska olympique racing athletic "
    "university hotel hilton sheraton hyatt serena carnegie universidad banco credit museum virgin "
    "orchestra theatre waterways"
)
# Words of matches, in which a place's name is that of its team.
CONTESTS: Final = _words(
    "innings wicket wickets batsman batsmen bowler bowlers tailender tailenders match matches "
    "scored scorer goalkeeper striker midfielder quarterback shortstop touchdown touchdowns "
    "halftime semifinal semifinals quarterfinal quarterfinals semi-final playoff playoffs "
    "tournament championship championships cricket football soccer rugby basketball baseball "
    "hockey tennis volleyball handball umpire kickoff teammates unbeaten all-rounder wicketkeeper "
    "cup rebounds gladiators stoppage equaliser equalised undefeated winless"
)
# Cities that speak for a state though they are not its capital.
OTHER_SEATS: Final = _words("delhi rawalpindi brussels geneva astana jerusalem")
# Nouns that actors have, and verbs of which they are the subject.
ALSO_VERBS: Final = _words(
    "views claims hopes fears aims plans demands offers promises moves interests supports backs "
    "ranks leads pressures desires attempts words commitments bids hands circles hawks sources "
    "fields farmers ports stations parks streets houses homes plan hope fear claim offer move "
    "attack attacks riots protests shops roads proposals borders prisons markets campaign "
    "campaigns denies help helps aid aids wish role roles influences backing stance pass passes"
)
# What happens in a state; other nouns after its name are its own.
HAPPENINGS: Final = _words(
    "war conflict crisis border borders frontier airspace territory soil coast insurgency uprising "
    "revolution region regions cities towns villages highlands provinces coastline mountains "
    "islands waters desert plains countryside earthquake floods flood famine drought riots "
    "elections election group outbreak epidemic trench delta basin interior hinterland capital "
    "capitals city heartland"
)
# Before a name these make another name of it, of a place there.
NAME_MAKERS: Final = _words("camp fort lake mount port")
# What a place is an example of, though all of them are said to do something.
PLACE_EXAMPLES: Final = _plurals(
    "city town village port province district region county island place area capital airport "
    "market crisis conflict war hotspot flashpoint battlefield destination"
)
# What is done to states as actors.
MEASURES: Final = _plurals(
    "sanction tariff embargo restriction ban criticism scandal allegation accusation lawsuit "
    "dispute policy levy boycott"
)
