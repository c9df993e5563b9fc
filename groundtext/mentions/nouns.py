"""Nouns that tell how the place name beside them is meant, in lower case."""

from __future__ import annotations

from typing import Final

from groundtext.mentions.lexicon import words as _words

EVENTS: Final = _words(
    "talks summit summits meeting meetings conference conferences negotiations negotiation "
    "round rounds forum consultations gathering dialogue visit trip session ceremony congress "
    "event workshop format process accord accords agreement agreements declaration communique "
    "deal protocol conversations venue"
)
PLACE_NOUNS: Final = _words(
    "airport airports airfield airspace street streets road roads avenue square suburb suburbs "
    "outskirts neighbourhood neighborhood neighbourhoods neighborhoods district districts area "
    "areas region regions province provinces provincial countryside centre center downtown "
    "hotel hotels hospital hospitals school schools mosque mosques market markets bazaar shops "
    "residents resident inhabitants population people climate weather winter winters summer "
    "skyline border borders frontier frontiers territory soil coast coastline river rivers "
    "valley valleys mountains mountain deserts desert plains north south east west northeast "
    "northwest southeast southwest cities city towns town villages village capital blast blasts "
    "bombing bombings attack attacks explosion explosions siege airlift evacuation railway "
    "railways railroad highway highways pipeline pipelines station stations port ports palace "
    "prison jail zoo stadium park bridge dam university neighbours neighbors neighbour neighbor "
    "neighboring neighbouring geography location part parts half edge gates old embassies "
    "embassy office offices bureau newsroom correspondent studio apartment home house traffic "
    "metro subway suburban northern southern eastern western northernmost southernmost harbour "
    "harbor side community communities war conflict landscape lands land waters fields farmers "
    "villagers tribes minorities deposits mines infrastructure riots protests protest "
    "demonstrations court courts restaurant restaurants museum theatre theater corridor route "
    "section segment stretch portion leg "
    "takeover fall capture reconstruction bombardment"
)
ACTOR_NOUNS: Final = _words(
    "government governments regime administration leadership authorities authority official "
    "officials leader leaders elite elites policymakers policymaker diplomats diplomat "
    "negotiators negotiator delegation delegates representatives representative envoy envoys "
    "ambassador minister ministry spokesman spokeswoman spokesperson president policy policies "
    "interests interest aim aims goal goals objective objectives position positions stance view "
    "views perspective role influence support backing attempt attempts effort efforts decision "
    "decisions desire wish willingness reluctance refusal failure success claim claims "
    "engagement involvement participation interaction value worth tie ties relations "
    "relationship partnership partnerships ally allies rival rivals enemy enemies adversary "
    "adversaries foe strategy strategies strategic response reaction reactions concern concerns "
    "fear fears ambition ambitions aspirations demand demands proposal proposals plan plans "
    "proxy proxies puppet puppets military army forces troops soldiers intelligence security "
    "diplomacy diplomatic foreign political geopolitical national side subtexts calculations "
    "calculus intentions intention motives motive hand hands hopes hope help aid assistance "
    "money weapons credibility prestige reputation status power clout leverage presence primacy "
    "hegemony recognition acceptance consent blessing approval disapproval objections criticism "
    "silence patience weakness strength dependence reliance alliance coalition agenda agendas "
    "argument arguments assessment belief beliefs narrative rhetoric propaganda word words "
    "warning warnings message promises promise pledge commitment commitments insistence denial "
    "denials accusations suspicion suspicions grip pressure campaign move moves initiative "
    "initiatives offer behaviour behavior conduct approach doctrine annexation invasion "
    "intervention withdrawal retreat meddling interference bid case lobby think-tank "
    "establishment consensus insiders circles sources hawks politicians lawmakers experts "
    "analysts observers line imperial colonial main long-term own growing overriding expanded "
    "mediation opposition sanctions treaty"
)
ROUTE_NOUNS: Final = _words(
    "road roads highway highways railway railways railroad flight flights border borders "
    "frontier distance route routes pipeline pipelines corridor corridors line lines train link "
    "crossing traffic bus motorway transit travel lies stretch stretches located halfway runs "
    "running"
)
LED_BY: Final = _words(
    "led backed brokered sponsored friendly run controlled aligned supported trained funded "
    "hosted imposed appointed installed approved dominated financed mediated organised "
    "organized made allied oriented leaning centric proposed initiated drafted style"
)
BASED_IN: Final = _words("based born bound area wide adjacent held educated hosted")
PRO_AND_ANTI: Final = _words("pro anti")
# Capitalised words after a name: what the longer name is a name of.
ORGANISATION_NOUNS: Final = _words(
    "university college institute institution school academy center centre times post journal "
    "herald tribune gazette daily weekly news press review magazine radio television tv club "
    "bank exchange company corporation corp inc ltd group foundation council association "
    "society organization organisation agency committee commission union federation league "
    "party movement museum theatre theater orchestra ballet opera church cathedral hospital "
    "airlines airways consulting partners fund trust network forum institute's endowment bureau "
    "program programme project initiative observer telegraph chronicle pact cooperation study "
    "studies quarterly monitor today broadcasting service services ministry department dynamo "
    "spartak fc cska university's symphony philharmonic police"
)
STATE_ORGANS: Final = _words(
    "government state department ministry congress senate parliament army navy air marine "
    "marines forces force command treasury defense defence security embassy consulate supreme "
    "court constitution secretary president vice prime minister foreign ambassador special "
    "envoy general admiral senator representative chief central armed military coast guard "
    "house administration national federal federation chancellor king emir sultan prince "
    "commander"
)
OFFICES: Final = _words(
    "president vice prime minister secretary ambassador envoy special general admiral colonel "
    "senator chancellor king queen emir sultan prince governor mayor chief foreign deputy first "
    "commander representative premier speaker defense defence interior"
)
GEOGRAPHIC_NOUNS: Final = _words(
    "province city airport river valley district region oblast street avenue square hotel "
    "airfield airbase base air county state peninsula mountains mountain pass tunnel bridge "
    "border gate crossing lake bay gulf strait sea ocean island islands desert plain plateau "
    "dam port station metro railway highway road corridor international village town suburb "
    "zone area garrison field basin canal coast governorate division municipality kremlin "
    "stadium palace"
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
    "north south east west northern southern eastern western central greater upper lower "
    "northeast northwest southeast southwest downtown"
)
ORGANISATION_OF: Final = _words(
    "university bank institute academy college archbishop bishop treaty museum club stock "
    "school diocese patriarch church emirate"
)
# Cities that speak for a state though they are not its capital.
OTHER_SEATS: Final = _words("delhi rawalpindi brussels geneva astana jerusalem")
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
# Before a name these make another name of it, of a place there.
NAME_MAKERS: Final = _words("camp fort lake mount port")
