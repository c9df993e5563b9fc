"""Words of grammar that tell how a place name is meant, by the part they play in a sentence.

Each list is a class of words and not a list of phrases: what governs a place, what governs an
actor, which verbs places are subjects and objects of. All are in lower case.
"""

from __future__ import annotations

from typing import Final

from groundtext.mentions import forms
from groundtext.mentions.forms import plurals, verbs

words = forms.words  # further lists are written with it elsewhere

ARTICLES: Final = words("the a an this that these those its their his her our any all both every")
# Words that may stand between a preposition and the name it governs.
MODIFIERS: Final = words(
    "the central downtown nearby northern southern eastern western northeastern northwestern "
    "southeastern southwestern greater old modern present-day today's neighbouring neighboring "
    "distant war-torn landlocked remote capital city town village port district province region "
    "state republic country republics countries states city's besieged occupied beleaguered rural "
    "urban post-war mainland inner outer upper lower far western-backed both either neither all "
    "most much parts part rest large"
)
PLACE_PREPOSITIONS: Final = words(
    "in at near inside outside around across throughout within into through via beyond along above "
    "amid off onto upon beneath"
)
# With one of these before its noun, "in" speaks of a belief and not of a place.
BELIEFS: Final = words("trust confidence faith belief believe believes hope hopes disappointed")
# "in" and "to" after these: what somebody does for, or owes to, an actor.
ACTOR_TO: Final = words(
    "ties tie links close closer closest loyal loyalty accountable allied ally allies subservient "
    "support aid assistance help message messages letter letters proposal proposals concession "
    "concessions offer offers offered awarded threat threats response answer report reports listen "
    "listens listened listening promised appeal appeals appealed signal signals warning "
    "warnings said say says told explain explained "
    "complain complained according loss hostile opposed opposition friendly favourable favorable "
    "important vital critical crucial acceptable unacceptable beholden indebted answerable sell "
    "sold sale sales give gives gave given grant granted provide provided deliver lend lent "
    "challenge counterweight rival alternative relevant known clear obvious value belongs due "
    "obligations commitment commitments promise promises pledge pledges respond responded adviser "
    "advisor advisers advisors talk talks talked talking speak speaks spoke spoken turn turns "
    "turned apologise apologised apologized recommend recommended suggest suggested hand handed "
    "leave left cede ceded blow setback benefit danger advantage relief objection objections "
    "objected objecting worry loyalists beg begged begging note notes protest protests petition "
    "petitions ultimatum plea memorandum telegram complaint complaints looked look looks tribute "
    "gift gifts debt debts rebuke snub insult favour lifeline boost reminder embarrassment"
)
MOTION: Final = (
    verbs(
        "fall/fell/fallen go/went/gone travel come/came visit trip journey fly/flew/flown return "
        "arrive depart leave/left head drive/drove/driven move relocate transfer march advance "
        "retreat flee/fled escape escort invite summon recall send/sent dispatch bring/brought "
        "route ship export transport carry deport extradite expel/expelled "
        "withdraw/withdrew/withdrawn deploy evacuate spread/spread extend expand reach sail walk "
        "ride/rode/ridden fetch bus steam race hurry rush drift flow run/ran pump pipe divert "
        "stretch commute migrate"
    )
    | plurals(
        "flight arrival departure road railway railroad highway pipeline train convoy transit "
        "import delegation ambassador envoy emissary correspondent embassy door gateway deployment "
        "evacuation expansion withdrawal mile kilometre kilometer hour ferry link crossing cargo "
        "shipment trek pilgrimage exodus expedition mission"
    )
    | words("travelled travelling traveled traveling bound access proximity next adjacent km back")
)
# "from" after these: what an actor gives, wants or says.
ACTOR_FROM: Final = words(
    "orders order support pressure approval permission guarantee guarantees assurance assurances "
    "help aid assistance money funding funds demand demands statement statements independence "
    "independent signal signals recognition concession concessions backing consent promise "
    "promises commitment commitments invitation criticism condemnation response answer advice "
    "instructions directive directives directions warning warnings word words message messages "
    "protection patronage sanctions threat threats opposition objections distance distanced "
    "autonomy cooperation encouragement intelligence loans credits subsidies investment weapons "
    "arms buy bought learn learned learnt hear heard distinguish distinguishes distinguished "
    "differentiate different differs differ cash compensation ordered hears hearing learns "
    "conditions condition terms idea ideas offer offers reply replies proposal proposals note "
    "notes loan"
)
# "of" after these: a place; after any other noun, an actor may be meant.
PLACE_OF: Final = words(
    "city town village capital outskirts suburb suburbs streets centre center heart north south "
    "east west northeast northwest southeast southwest fall control capture siege occupation "
    "invasion map territory borders border parts part half rest all most areas area regions region "
    "provinces province districts district population people peoples residents citizens airport "
    "gates bazaar hills mountains valley valleys outside edge side sides bombing shelling "
    "liberation defence defense conquest seizure history geography climate neighbourhood "
    "neighborhood conditions future reconstruction kilometres kilometers miles km out situation "
    "stabilisation stabilization neighbours neighbors vicinity swathes tracts expanse rulers ruler "
    "island coast shores skies airspace ruins evacuation takeover picture pictures state reality "
    "way"
)
ACTOR_OF: Final = words(
    "government interests interest policy policies support authority behalf position role view "
    "views goals goal aims aim intentions intention strategy true typical critical wary suspicious "
    "part-of ally allies friend friends enemy enemies rival rivals leader leaders president "
    "approval influence power decision decisions demands leadership ministry knowledge hands "
    "distrust mistrust suspicion suspicions fear fears criticism puppet puppets client proxy "
    "proxies ambitions designs consent help request efforts attempts ambassador accused said "
    "afraid ahead independent independence instead capable recognition perception perceptions hand "
    "shadow expense example representation summit meeting alliance coalition bloc members status "
    "capacity stature behest gathering grouping trio quartet troika union patience reluctance "
    "willingness unwillingness readiness hostility stance attitude attitudes priority priorities "
    "protection encirclement isolation permission blessing favour favor eyes rise emergence "
    "involvement engagement presence participation absence exclusion inclusion appetite concern "
    "concerns worry worries anxiety anxieties calculations calculus mood confidence trust loyalty "
    "patronage sponsorship mediation credibility prestige reputation clout neutrality diplomacy "
    "tolerance acquiescence objections objection reaction reactions response responses tutelage "
    "dominance hegemony assistance goodwill generosity insistence refusal promise promises pledge "
    "responsibility guarantee guarantees assurances motives motive thinking understanding leverage "
    "dependence reliance wishes wish will desire desires hopes hope frustration impatience anger "
    "partner partners vassal satellite satellites instrument instruments tool tools "
    "invitation invitations consisting composed comprised creature agent agents agency competitor "
    "competitors counterpart counterparts embrace orbit"
)
ON_PLACE: Final = words(
    "attack attacks attacked assault march marched marching advance advanced advancing raid raids "
    "strike strikes bombing focus rain rained snow snowed shells bombs rockets missiles fog night "
    "darkness ash lay drones mortars barrage airstrikes"
)
ON_ACTOR: Final = words(
    "pressure sanctions reliance dependence dependent rely relies relied depend depends depended "
    "press pressed impose imposed leverage influence blame blamed tariffs restrictions take takes "
    "taking took call calls called calling prevail prevailed urge lean leans leaned"
)
FOR_PLACE: Final = MOTION | words(
    "envoy envoys representative representatives constitution outlook forecast roadmap plans "
    "visa visas permit permits turn turns turned turning road roads trucks lorries passengers "
    "future destined make makes made cargo cargoes freight shipment shipments branch exports goods "
    "supplies"
)
# What goes on between two parties.
DEALING: Final = words(
    "deal deals agreement agreements accord treaty pact talks negotiations negotiate negotiated "
    "relations ties tension tensions rivalry conflict war dispute trade match game games series "
    "tie final draw drew cooperation alliance partnership contest clash clashes fight rift feud "
    "quarrel wedge gap balance difference differences choice intermediary bridge bridges mediator "
    "mediate mediated mediates mediating competition jostling scramble"
)
# With these before it, "between" has two ends on the map.
TRAVEL: Final = words(
    "alternate alternates alternated alternating shuttling travelling traveling plying "
    "travel travels travelled traveled fly flew flying commute commutes commuted shuttle shuttled "
    "shuttles ran plied ply sail sailed sailing walk walked drive drove journey trains buses "
    "ferries ferry ships trucks convoys pilots somewhere area strip land valley stretched sits "
    "located"
)
# "by" after these is beside, or after in a row.
NEXT_BY: Final = words("followed bordered bounded flanked surrounded ringed hemmed passes passed")
# "over" after these: what one side has of the other, or feels about it.
OVER_ACTOR: Final = words(
    "victory victories win wins triumph advantage edge superiority leverage lead influence "
    "dominance concern concerns anger worry row frustration alarm unease doubts hold grip power "
    "sway"
)
LOSING: Final = words("lost lose loses losing down fell beaten succumbed defeat")
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
# Prepositions of place that are rarer, or have other uses before names.
NEXT_TO: Final = words(
    "beside below opposite past alongside underneath amidst astride aboard up down"
)
# In these a thing stands; what follows "to" or "from" may be elsewhere.
STANDING_IN: Final = words("in at near inside outside around across throughout within")
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
    "also still never not even now then thus already soon again both itself too always often once "
    "just ever instead meanwhile however therefore first later long no longer today since further "
    "alone indeed nevertheless nonetheless yet rather"
)
IRREGULAR_PAST: Final = words(
    "said told saw took gave made went came knew thought felt kept held left sent built bought "
    "brought fought sought found lost met paid put read ran set sold spent stood struck taught "
    "threw understood won wrote became began chose drew drove fell forgot grew hid let meant rose "
    "shook shot spoke spread stole swore withdrew broke cut dealt fed got led overthrew undertook "
    "sank shut bore backed wants want see say seek view fear hope believe woke slept awoke froze"
)
# Not verbs, though they end like one.
NOT_VERBS: Final = words(
    "as is its this us thus various previous perhaps always towards afterwards besides across "
    "ongoing united armed needed based alleged so-called proposed combined limited increased plus "
    "less unless business process access progress congress crisis basis analysis status red indeed "
    "hundred bed need seed speed headquarters series species barracks sports politics economics "
    "means thousands hundreds dozens millions"
)
# What a place does as a place.
PLACE_VERBS: Final = words(
    "lies lay sits sat fell burned burnt borders bordered straddles stretches woke slept awoke "
    "froze sweltered swelters emptied swelled buzzed burns smouldered baked"
)
# What a place is, or has done to it.
PLACE_STATES: Final = words(
    "located situated shelled bombed bombarded captured seized besieged surrounded occupied "
    "invaded rocked hit overrun liberated destroyed devastated encircled evacuated flooded home "
    "quiet calm next site cold crowded inhabited populated founded renamed landlocked mountainous "
    "shrouded blanketed gripped paralysed paralyzed cut lit packed deserted empty silent hot "
    "polluted expensive dark safe peaceful unsafe congested choked jammed dry arid wet green snowy "
    "rainy hilly flat remote beautiful huge vast small large poor big tiny"
)
TO_BE: Final = words("is are was were be been being")
# Verbs whose object is a place.
VERBS_OF_PLACE: Final = verbs(
    "visit leave/left reach enter capture seize take/took/taken bomb shell strike/struck attack "
    "occupy invade surround besiege overrun/overran conquer link connect cross traverse bypass "
    "liberate annex rebuild/rebuilt destroy encircle border evacuate flee/fled rule govern tour "
    "quit/quit approach transit abandon hold/held retake/retook flood stabilize stabilise "
    "destabilize destabilise"
)
LIST_JOINERS: Final = words("and or nor not but plus")
# Only somebody does these, even where the name is a town's.
SAYING: Final = verbs(
    "say/said tell/told deny demand insist want hope fear believe argue announce warn accuse "
    "refuse agree reject criticise criticize condemn urge"
)
BORDERING: Final = words("border borders bordered bordering frontier frontiers")
AIMED_AT: Final = words("look looks looked aimed directed anger angry levelled leveled laughs")
# What may begin a phrase before the first comma of a sentence.
OPENERS: Final = PREPOSITIONS | CONJUNCTIONS
_PRONOUNS: Final = words(
    "i you he she it we they me him them us one who whom whose which that there here this these "
    "those itself themselves such alike"
)
# Words after a name that are no nouns which it could describe.
NO_NOUNS: Final = (
    PREPOSITIONS
    | CONJUNCTIONS
    | LIST_JOINERS
    | AUXILIARIES
    | ADVERBS
    | ARTICLES
    | _PRONOUNS
    | words(
        "during including altogether last next today yesterday tomorrow tonight together apart "
        "back home ahead aside again away each every most several many much more less least "
        "formally very quite almost nearly only rather elsewhere everywhere anyway upstream "
        "downstream too early late recently following according per out up down up-to when ago few "
        "some directly openly because due owing regarding concerning yet still even amongst "
        "alongside"
    )
)
# Words that end a noun and what describes it: "Kabul’s old streets | were …".
ENDING_NOUNS: Final = NO_NOUNS | IRREGULAR_PAST
# Verbs whose object is a place, of which some have other objects, too.
_VERBS_OF_LAND: Final = verbs(
    "avoid ring control govern skirt span dot surround encircle roam partition divide map pass "
    "explore survey overlook straddle threaten traverse blanket flood rock ravage devastate "
    "hit/hit batter lash sweep/swept pound settle inhabit colonise colonize unite reunite rule "
    "roll circle serve feed/fed drown shake/shook/shaken engulf paralyse paralyze cover hug "
    "pollute irrigate drain supply reopen close block patrol guard flank overrun/overran storm "
    "loot burn/burnt raze flatten plunder fill throng pack blockade lose/lost win/won carry"
)
PLACED: Final = VERBS_OF_PLACE | _VERBS_OF_LAND
# What people, bodies and teams do; a town that does it is no town.
ACTING: Final = SAYING | verbs(
    "ask accept offer send/sent sign win/won beat/beaten score draw/drew/drawn defeat vote approve "
    "ban sue apologise apologize pledge elect appoint hire seek/sought consider try decide order "
    "impose declare negotiate vow promise retaliate welcome support back join qualify play face "
    "resume decline adopt allow plan propose oppose intend prepare press pay/paid need cancel "
    "suspend withdraw/withdrew/withdrawn blame dismiss bat bowl trail lead/led advance clinch "
    "thrash edge let/let put/put finish forgive/forgave/forgiven celebrate mourn cheer dance "
    "protest rejoice complain wonder worry feel/felt think/thought know/knew/known remember learn "
    "laugh expel recall summon veto ratify swing/swung buy/bought sell/sold build/built import "
    "export donate fund"
)
# Participles after a hyphen that only a place has before its name.
HELD: Final = words(
    "held torn ruled controlled occupied run governed hit stricken battered affected ravaged "
    "scarred administered annexed infested plagued choked covered"
)
# Of an area these tell what it is or has, and not what its people do.
UNDERGOING: Final = TO_BE | words(
    "recorded saw suffered experienced received lost grew shrank became becomes remains remained "
    "covers covered contains contained comprises produces produced includes included consists "
    "extends extended rose rises fell falls needs lacks stayed stays counts counted makes made "
    "went looks looked seems seemed faces faced appears"
)
# Objects of these are sides in a match.
BEATING: Final = verbs(
    "beat/beaten defeat thrash edge outplay host face play meet/met hold/held crush eliminate"
)
# Predicates of places: "X is a quiet town".
PLACE_PREDICATES: Final = words(
    "city town village capital port country place district province region island suburb hub "
    "crossroads home landlocked settlement gateway nation hotbed haven battleground battlefield "
    "buffer graveyard playground producer"
)
