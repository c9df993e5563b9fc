"""Words that tell how a place name is meant, by the part they play in a sentence.

Each list is a class of words and not a list of phrases: what governs a place, what governs an
actor, what only places have, what only actors have. All are in lower case.
"""

from __future__ import annotations

from typing import Final


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES: Final = _words("the a an this that these those its their his her our any all both every")

# Words that may stand between a preposition and the name it governs.
MODIFIERS: Final = _words(
    "the central downtown nearby northern southern eastern western northeastern northwestern "
    "southeastern southwestern greater old modern present-day today's neighbouring neighboring "
    "distant war-torn landlocked remote capital city town village port district province region "
    "state republic country republics countries states city's besieged occupied beleaguered rural "
    "urban post-war mainland inner outer upper lower far western-backed both either neither all "
    "most much parts part rest large"
)

PLACE_PREPOSITIONS: Final = _words(
    "in at near inside outside around across throughout within into through via beyond along "
    "above amid off onto upon beneath"
)
# With one of these before its noun, "in" speaks of a belief and not of a place.
BELIEFS: Final = _words("trust confidence faith belief believe believes hope hopes disappointed")
# "in" and "to" after these: what somebody does for, or owes to, an actor.
ACTOR_TO: Final = _words(
    "ties tie links close closer closest loyal loyalty accountable allied ally allies subservient "
    "support aid assistance help message messages letter letters proposal proposals concession "
    "concessions offer offers threat threats response answer report reports listen listened appeal "
    "appeals appealed signal signals warning warnings said say says told explain explained "
    "complain complained according loss hostile opposed opposition friendly favourable favorable "
    "important vital critical crucial acceptable unacceptable beholden indebted answerable sell "
    "sold sale sales give gives gave given grant granted provide provided deliver lend lent "
    "challenge counterweight rival alternative relevant known clear obvious value belongs due "
    "obligations commitment commitments promise promises pledge pledges respond responded "
    "adviser advisor advisers advisors talk talks talked talking speak speaks spoke spoken turn turns turned apologise apologised apologized recommend recommended suggest suggested hand handed leave left cede ceded"
)
MOTION: Final = _words(
    "go goes went gone going travel travels traveled travelled traveling travelling come comes "
    "came coming visit visits visited visiting trip trips journey journeys fly flies flew flown "
    "flying flight flights return returns returned returning arrive arrives arrived arriving "
    "arrival depart departs departed departing departure left leave leaves leaving head heads "
    "headed heading bound drive drives drove driven driving move moves moved moving relocate "
    "relocated transfer transferred march marched marching advance advanced advancing retreat "
    "retreated fled flee flees fleeing escape escaped escort escorted invite invited summon "
    "summoned recall recalled send sends sent dispatch dispatched bring brought route routes road "
    "roads railway railroad highway pipeline pipelines train trains bus convoy convoys ship "
    "shipped shipping transit exported imported export exports transport transported carry "
    "carried deported extradited expelled withdrew withdraw withdrawn withdrawal access delegation "
    "delegations ambassador ambassadors envoy envoys emissary correspondent embassy door gateway "
    "proximity next adjacent deploy deployed deployment evacuate evacuated evacuation spread "
    "extend extends extended expand expands expansion reach miles kilometres kilometers km hours"
)
# "from" after these: what an actor gives, wants or says.
ACTOR_FROM: Final = _words(
    "orders order support pressure approval permission guarantee guarantees assurance assurances "
    "help aid assistance money funding funds demand demands statement statements independence "
    "independent signal signals recognition concession concessions backing consent promise "
    "promises commitment commitments invitation criticism condemnation response answer advice "
    "instructions directive directives directions warning warnings word words message messages "
    "protection patronage sanctions threat threats opposition objections distance distanced "
    "autonomy cooperation encouragement intelligence loans credits subsidies investment weapons "
    "arms buy bought learn learned learnt hear heard distinguish distinguishes distinguished "
    "differentiate different differs differ"
)
# "of" after these: a place; after any other noun, an actor may be meant.
PLACE_OF: Final = _words(
    "city town village capital outskirts suburb suburbs streets centre center heart north south "
    "east west northeast northwest southeast southwest fall control capture siege occupation "
    "invasion map territory borders border parts part half rest all most areas area regions region "
    "provinces province districts district population people peoples residents citizens airport "
    "gates bazaar hills mountains valley valleys outside edge side sides bombing shelling "
    "liberation defence defense conquest seizure history geography climate neighbourhood "
    "neighborhood conditions future reconstruction kilometres kilometers miles km out situation "
    "stabilisation stabilization neighbours neighbors vicinity swathes tracts expanse rulers ruler "
    "island coast shores skies airspace ruins evacuation takeover picture pictures state reality"
)
ACTOR_OF: Final = _words(
    "government interests interest policy policies support authority behalf position role view "
    "views goals goal aims aim intentions intention strategy true typical critical wary suspicious "
    "part-of ally allies friend friends enemy enemies rival rivals leader leaders president "
    "approval influence power decision decisions demands leadership ministry knowledge "
    "hands distrust mistrust suspicion suspicions fear fears criticism puppet puppets client "
    "proxy proxies ambitions designs consent help request efforts attempts ambassador accused "
    "said afraid ahead independent independence instead capable recognition perception perceptions"
)
ON_PLACE: Final = _words(
    "attack attacks attacked assault march marched marching advance advanced advancing raid raids "
    "strike strikes bombing focus"
)
AGAINST_PLACE: Final = _words(
    "strike strikes offensive offensives raid raids bombardment airstrikes assault invasion "
    "operation operations launch launched"
)
# Prepositions whose object is somebody one deals with.
ACTOR_PREPOSITIONS: Final = _words(
    "with by against without despite besides unlike among versus vis-à-vis"
)
OTHER_PREPOSITIONS: Final = _words(
    "to from of for on between toward towards about over behind under"
)
# These may open a clause, so that what follows can be its subject.
CONJUNCTIONS: Final = _words(
    "after before since until as than while when whereas because although though if unless that "
    "whether where what why how which like but so once"
)

AUXILIARIES: Final = _words(
    "is are was were be been being has have had having do does did will would shall should can "
    "could may might must cannot isn't doesn't didn't won't wouldn't can't hasn't haven't isn’t "
    "doesn’t didn’t won’t wouldn’t can’t hasn’t haven’t don’t don't aren’t aren't wasn’t wasn't"
)
ADVERBS: Final = _words(
    "also still never not even now then thus already soon again both itself too always often "
    "once just ever instead meanwhile however therefore first later long no longer today since "
    "further alone indeed nevertheless nonetheless yet rather"
)
IRREGULAR_PAST: Final = _words(
    "said told saw took gave made went came knew thought felt kept held left sent built bought "
    "brought fought sought found lost met paid put read ran set sold spent stood struck taught "
    "threw understood won wrote became began chose drew drove fell forgot grew hid let meant rose "
    "shook shot spoke spread stole swore withdrew broke cut dealt fed got led overthrew undertook "
    "sank shut bore backed wants want see say seek view fear hope believe"
)
# Not verbs, though they end like one.
NOT_VERBS: Final = _words(
    "as is its this us thus various previous perhaps always towards afterwards besides across "
    "ongoing united armed needed based alleged so-called proposed combined limited increased "
    "plus less unless business process access progress congress crisis basis analysis status "
    "red indeed hundred bed need seed speed"
)
# What a place does as a place.
PLACE_VERBS: Final = _words(
    "lies lay sits sat fell burned burnt borders bordered straddles stretches located situated "
    "shelled bombed bombarded captured seized besieged surrounded occupied invaded rocked hit "
    "overrun liberated destroyed devastated encircled evacuated cut-off flooded home quiet calm "
    "next site cold crowded inhabited populated founded renamed landlocked mountainous"
)
# Verbs whose object is a place.
VERBS_OF_PLACE: Final = _words(
    "visit visits visited visiting leave leaves left leaving reach reaches reached reaching enter "
    "enters entered entering capture captures captured capturing seize seized seizing take took "
    "bomb bombed bombing shell shelled shelling strike struck attack attacks attacked attacking "
    "occupy occupied occupying invade invades invaded invading surround surrounded besiege "
    "besieged overrun overran conquer conquered link links linking linked connect connects "
    "connecting connected cross crosses crossed crossing traverse traverses bypass bypassing "
    "bypassed liberate liberated annex annexed rebuild rebuilding destroyed encircle encircled "
    "border borders bordering evacuate evacuated flee fled fleeing ruled rules rule governs tour "
    "toured quit approach approached transit transits transiting abandon abandoned hold held "
    "retake retook enter flooding stabilize stabilise destabilize destabilise"
)

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
    "courts restaurant restaurants museum theatre theater airspace corridor route section segment "
    "stretch portion leg"
)
ACTOR_NOUNS: Final = _words(
    "government governments regime administration leadership authorities authority official "
    "officials leader leaders elite elites policymakers policymaker diplomats diplomat "
    "negotiators negotiator delegation delegates representatives representative envoy envoys "
    "ambassador minister ministry spokesman spokeswoman spokesperson president policy policies "
    "interests interest aim aims goal goals objective objectives position positions stance view "
    "views perspective role influence support backing attempt attempts effort efforts decision "
    "decisions desire wish will willingness reluctance refusal failure success claim claims "
    "engagement involvement participation interaction value worth tie ties relations relationship "
    "partnership partnerships ally allies rival rivals enemy enemies adversary adversaries foe "
    "strategy strategies strategic response reaction reactions concern concerns fear fears "
    "ambition ambitions aspirations demand demands proposal proposals plan plans proxy proxies "
    "puppet puppets military army forces troops soldiers intelligence security diplomacy "
    "diplomatic foreign political geopolitical national side subtexts calculations calculus "
    "intentions intention motives motive hand hands hopes hope help aid assistance money weapons "
    "credibility prestige reputation status power clout leverage presence primacy hegemony "
    "recognition acceptance consent blessing approval disapproval objections criticism silence "
    "patience weakness strength dependence reliance alliance coalition agenda agendas argument "
    "arguments assessment belief beliefs narrative rhetoric propaganda word words warning "
    "warnings message promises promise pledge commitment commitments insistence denial denials "
    "accusations suspicion suspicions grip pressure campaign move moves initiative initiatives "
    "offer behaviour behavior conduct approach doctrine annexation invasion intervention "
    "withdrawal retreat meddling interference bid case lobby think-tank establishment consensus "
    "insiders circles sources hawks politicians lawmakers experts analysts observers line "
    "imperial colonial main long-term own growing overriding expanded mediation opposition sanctions treaty"
)
ROUTE_NOUNS: Final = _words(
    "road roads highway highways railway railways railroad flight flights border borders frontier "
    "distance route routes pipeline pipelines corridor corridors line lines train link crossing "
    "traffic bus motorway transit travel lies stretch stretches located halfway runs running"
)
LED_BY: Final = _words(
    "led backed brokered sponsored friendly run controlled aligned supported trained funded "
    "hosted imposed appointed installed approved dominated financed mediated organised organized "
    "made allied oriented leaning centric proposed initiated drafted style"
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
CAPITALISED_EVENTS: Final = _words(
    "format process agreement accord accords conference talks summit declaration meeting "
    "negotiations deal round dialogue consultations communique protocol treaty convention "
    "conventions forum"
)
DIRECTIONS: Final = _words(
    "north south east west northern southern eastern western central greater upper lower northeast "
    "northwest southeast southwest downtown"
)
# Before a name these make another name of it, which the gazetteer would have to know.
NAME_MAKERS: Final = _words(
    "new camp fort saint san santa el la los las lake mount operation task st"
)
ORGANISATION_OF: Final = _words(
    "university bank institute academy college archbishop bishop treaty museum club stock school "
    "diocese patriarch academy church emirate"
)

TITLES: Final = _words(
    "mr mrs ms miss dr prof professor president minister general gen colonel col major maj captain "
    "capt lieutenant lt sergeant sgt corporal admiral senator sen governor gov mullah maulana "
    "mawlawi maulvi haji hajji sheikh shaikh imam ayatollah king queen prince princess emir sir lord "
    "lady ambassador envoy secretary chancellor premier commander justice judge rev reverend "
    "marshal ustad engineer chairman chairwoman spokesman spokeswoman spokesperson director agha "
    "sayed syed sayyid qari mufti pir sardar analyst scholar author editor journalist expert"
)
GIVEN_NAMES: Final = _words(
    "abdul abdullah ahmad ahmed akhtar alexander alexei alexey ali amir amrullah anatoly andrei "
    "andrew andrey anna anne anthony ashraf atta austin barack benjamin bill bob boris brian burhanuddin "
    "carl charles charlotte chris christopher conner daniel david dmitri dmitry donald edward "
    "elizabeth emma eric faiz fatima florence francis frank franklin gary george georgia grace gregory "
    "gulbuddin habib hamid haneef hanif harry hassan heather helen henry hillary hussein ibrahim igor imran "
    "ismail ivan jack jackson jacob james jane jason jeff jennifer jim jimmy joe john jordan joseph "
    "karim karl kevin khalid larry lincoln linda lloyd london lyndon madison mahmoud margaret maria "
    "mariya mark martin mary masood matthew michael mike mikhail mohamed mohammad mohammed "
    "muhammad mustafa nancy narendra nawaz nicholas nikita nikola nikolai nur nursultan oleg olga "
    "omar osama pamela paris patricia patrick paul peter philip rahmat ramzan rashid rasul richard robert "
    "ronald rose roger ryan salman samuel sarah sardar savannah scott sergei sergey sharif shavkat steven "
    "stephen stanley susan sydney thomas tim tom tony umar vasily victor victoria viktor virginia vladimir "
    "walter wang william xi yevgeny yusuf yuri zahir zalmay zamir zia zbigniew ambrose hilary hugo "
    "israel dakota carolina asia india chelsea brooklyn kenya brittany adelaide dallas houston denver "
    "troy chad clinton carter truman monroe wilson nelson hamilton jefferson"
)
# English words and the like that are also names of settlements: never a place by themselves.
COMMON_WORDS: Final = _words(
    "of says every same date most many mobile nice reading bath orange man split young hope "
    "enterprise independence liberty freedom union police bush hill hills water lake park spring "
    "springs summer winter autumn fall march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday january february north south "
    "east west northern southern eastern western central upper lower new old big little great good "
    "best better first second third fourth one two three four five six seven eight nine ten hundred "
    "thousand million in on at by to as is it its if or and but for not nor yet so the this that "
    "these those here there where when while who what why how which with without within from into "
    "over under about after before since until during between among against through across along "
    "around near off out up down all any both each few more less some such no none only own other "
    "another much very just also even still never ever always often again once then than thus hence "
    "however therefore moreover further furthermore meanwhile indeed perhaps maybe despite although "
    "though because unless whether he she they we you i his her their our my your us me him them "
    "be been being was were are am has have had do does did done will would shall should can could "
    "might must let make made making take took taking give gave given come came coming go went going "
    "get got see saw seen say said tell told think thought know knew known want need use used find "
    "found call called try tried ask asked work worked seem feel leave left put mean keep begin show "
    "hear play run move live believe bring happen write sit stand lose pay meet include continue set "
    "learn change lead understand watch follow stop create speak read spend grow open walk win teach "
    "offer remember consider appear buy serve die send build stay cut reach kill raise pass sell "
    "decide return explain develop carry break receive agree support hit produce eat cover catch "
    "draw choose cause point listen realise realize responding safeguarding being due based mary nur "
    "atta khan ali hassan moore bell king prince duke price page post times star sun moon sky "
    "world globe guardian herald tribune mail media press news radio image credit photo video "
    "source join share like comment reply email website site blog home help contact about terms "
    "privacy policy message dear thank thanks please subscribe donate hello hi hey cheers nice "
    "excellent perfect great rice bean corn gold silver iron coal gas oil energy power force army "
    "navy marine marines corps base camp fort field bay port bridge gate tower castle church cross "
    "college university school center centre institute council congress senate house parliament "
    "government president minister secretary department ministry party state states country nation "
    "republic kingdom empire federation alliance league group network forum agency office board "
    "bank fund trust company industry market business trade economy security defence defense peace "
    "war battle victory crisis conflict talks deal treaty islam islamic muslim christian jewish "
    "taliban mujahideen daesh isis qaeda allah pashtun hazara sunni shia arab safari explorer "
    "internet google twitter facebook apple windows adobe amazon sage ash rose lily violet ruby "
    "pearl crystal amber ivory jade coral olive cherry plum berry forest wood woods stone rock sand "
    "clay green brown black white red blue grey gray pink golden bright dark strong sharp long short "
    "high low deep flat round square real true false right wrong early late soon now today tomorrow "
    "yesterday morning evening night day week month year years time hour minute moment history "
    "future past present end start beginning middle side top bottom part whole half piece line "
    "way road street avenue drive lane court place area region district county city town village "
    "nevertheless nonetheless overall finally secondly thirdly fourth fifth lastly similarly "
    "likewise consequently accordingly ultimately eventually recently currently previously formerly "
    "originally generally usually normally especially particularly specifically namely including "
    "excluding regarding concerning considering given according following besides except beyond "
    "toward towards upon onto via per versus amid amidst mission bend garden gardens grove cedar "
    "bar bars can mary surprise paradise eden unity concord harmony commerce industry progress "
    "superior normal defiance hazard mercury jupiter mars venus neptune apollo phoenix eagle hawk "
    "falcon buffalo wolf bear fox lion beaver moose elk deer burning sandy rocky windy sunny"
)
WEEKDAYS_AND_MONTHS: Final = _words("march may august monday friday sunday")
LIST_JOINERS: Final = _words("and or nor not but plus")
CONTAINER_NOUNS: Final = _words("capital city town village district port settlement municipality outpost")
# Cities that speak for a state though they are not its capital.
OTHER_SEATS: Final = _words("delhi rawalpindi brussels geneva astana jerusalem")
# Only somebody does these, even where the name is a town's.
SAYING: Final = _words(
    "said says told tells denied denies demanded demands insisted insists wants wanted hopes hoped "
    "fears feared believes believed argued argues announced announces warned warns accused accuses "
    "refused refuses agreed agrees rejected rejects criticised criticized condemned urged urges"
)
# Nouns that actors have, and verbs of which they are the subject.
ALSO_VERBS: Final = _words(
    "views claims hopes fears aims plans demands offers promises moves interests supports backs "
    "ranks leads pressures desires attempts words commitments bids hands circles hawks sources "
    "fields farmers ports stations parks streets houses homes plan hope fear claim offer move "
    "attack attacks riots protests shops roads proposals borders prisons markets campaign "
    "campaigns denies help helps aid aids wish role roles influences backing stance"
)
# What happens in a state; other nouns after its name are its own.
HAPPENINGS: Final = _words(
    "war conflict crisis border borders frontier airspace territory soil coast insurgency "
    "uprising revolution"
)
BORDERING: Final = _words("border borders bordered bordering frontier frontiers")
AIMED_AT: Final = _words("look looks looked aimed directed anger angry levelled leveled laughs")
# What is built at a place and called by its name.
FACILITIES: Final = _words(
    "port airport airbase airfield base garrison refinery crossing prison dam terminal"
)
# ISO 3166-1 codes of countries whose names come into English from another script, or spelling,
# so that they seldom look like English words.
TRANSLITERATED: Final = frozenset(
    "AF PK IN IR TM UZ TJ KG KZ CN BD NP LK MM RU UA BY GE AM AZ IQ SY SA AE QA KW OM YE JO LB IL "
    "EG LY MN KR KP JP TH TR".split()
)
