"""What is spelt like a place and is none: words, titles, given names. In lower case."""

from __future__ import annotations

from typing import Final

from groundtext.mentions.lexicon import words as _words

TITLES: Final = _words(
    "mr mrs ms miss dr prof professor president minister general gen colonel col major maj "
    "captain capt lieutenant lt sergeant sgt corporal admiral senator sen governor gov mullah "
    "maulana mawlawi maulvi haji hajji sheikh shaikh imam ayatollah king queen prince princess "
    "emir sir lord lady ambassador envoy secretary chancellor premier commander justice judge "
    "rev reverend marshal ustad engineer chairman chairwoman spokesman spokeswoman spokesperson "
    "director agha sayed syed sayyid qari mufti pir sardar analyst scholar author editor "
    "journalist expert"
)
GIVEN_NAMES: Final = _words(
    "abdul abdullah ahmad ahmed akhtar alexander alexei alexey ali amir amrullah anatoly andrei "
    "andrew andrey anna anne anthony ashraf atta austin barack benjamin bill bob boris brian "
    "burhanuddin carl charles charlotte chris christopher conner daniel david dmitri dmitry "
    "donald edward elizabeth emma eric faiz fatima florence francis frank franklin gary george "
    "georgia grace gregory gulbuddin habib hamid haneef hanif harry hassan heather helen henry "
    "hillary hussein ibrahim igor imran ismail ivan jack jackson jacob james jane jason jeff "
    "jennifer jim jimmy joe john jordan joseph karim karl kevin khalid larry lincoln linda "
    "lloyd london lyndon madison mahmoud margaret maria mariya mark martin mary masood matthew "
    "michael mike mikhail mohamed mohammad mohammed muhammad mustafa nancy narendra nawaz "
    "nicholas nikita nikola nikolai nur nursultan oleg olga omar osama pamela paris patricia "
    "patrick paul peter philip rahmat ramzan rashid rasul richard robert ronald rose roger ryan "
    "salman samuel sarah sardar savannah scott sergei sergey sharif shavkat steven stephen "
    "stanley susan sydney thomas tim tom tony umar vasily victor victoria viktor virginia "
    "vladimir walter wang william xi yevgeny yusuf yuri zahir zalmay zamir zia zbigniew ambrose "
    "hilary hugo israel dakota carolina asia india chelsea brooklyn kenya brittany adelaide "
    "dallas houston denver troy chad clinton carter truman monroe wilson nelson hamilton "
    "jefferson"
)
# English words and the like that are also names of settlements: never a place by themselves.
COMMON_WORDS: Final = _words(
    "of says every same date most many mobile nice reading bath orange man split young hope "
    "enterprise independence liberty freedom union police bush hill hills water lake park "
    "spring springs summer winter autumn fall march april may june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday january "
    "february north south east west northern southern eastern western central upper lower new "
    "old big little great good best better first second third fourth one two three four five "
    "six seven eight nine ten hundred thousand million in on at by to as is it its if or and "
    "but for not nor yet so the this that these those here there where when while who what why "
    "how which with without within from into over under about after before since until during "
    "between among against through across along around near off out up down all any both each "
    "few more less some such no none only own other another much very just also even still "
    "never ever always often again once then than thus hence however therefore moreover further "
    "furthermore meanwhile indeed perhaps maybe despite although though because unless whether "
    "he she they we you i his her their our my your us me him them be been being was were are "
    "am has have had do does did done will would shall should can could might must let make "
    "made making take took taking give gave given come came coming go went going get got see "
    "saw seen say said tell told think thought know knew known want need use used find found "
    "call called try tried ask asked work worked seem feel leave left put mean keep begin show "
    "hear play run move live believe bring happen write sit stand lose pay meet include "
    "continue set learn change lead understand watch follow stop create speak read spend grow "
    "open walk win teach offer remember consider appear buy serve die send build stay cut reach "
    "kill raise pass sell decide return explain develop carry break receive agree support hit "
    "produce eat cover catch draw choose cause point listen realise realize responding "
    "safeguarding due based mary nur atta khan ali hassan moore bell king prince duke price "
    "page post times star sun moon sky world globe guardian herald tribune mail media press "
    "news radio image credit photo video source join share like comment reply email website "
    "site blog home help contact terms privacy policy message dear thank thanks please "
    "subscribe donate hello hi hey cheers excellent perfect rice bean corn gold silver iron "
    "coal gas oil energy power force army navy marine marines corps base camp fort field bay "
    "port bridge gate tower castle church cross college university school center centre "
    "institute council congress senate house parliament government president minister secretary "
    "department ministry party state states country nation republic kingdom empire federation "
    "alliance league group network forum agency office board bank fund trust company industry "
    "market business trade economy security defence defense peace war battle victory crisis "
    "conflict talks deal treaty islam islamic muslim christian jewish taliban mujahideen daesh "
    "isis qaeda allah pashtun hazara sunni shia arab safari explorer internet google twitter "
    "facebook apple windows adobe amazon sage ash rose lily violet ruby pearl crystal amber "
    "ivory jade coral olive cherry plum berry forest wood woods stone rock sand clay green "
    "brown black white red blue grey gray pink golden bright dark strong sharp long short high "
    "low deep flat round square real true false right wrong early late soon now today tomorrow "
    "yesterday morning evening night day week month year years time hour minute moment history "
    "future past present end start beginning middle side top bottom part whole half piece line "
    "way road street avenue drive lane court place area region district county city town "
    "village nevertheless nonetheless overall finally secondly thirdly fifth lastly similarly "
    "likewise consequently accordingly ultimately eventually recently currently previously "
    "formerly originally generally usually normally especially particularly specifically namely "
    "including excluding regarding concerning considering according following besides except "
    "beyond toward towards upon onto via per versus amid amidst mission bend garden gardens "
    "grove cedar bar bars surprise paradise eden unity concord harmony commerce progress "
    "superior normal defiance hazard mercury jupiter mars venus neptune apollo phoenix eagle "
    "hawk falcon buffalo wolf bear fox lion beaver moose elk deer burning sandy rocky windy "
    "sunny"
)
# Always capitalised, and hardly ever a place: months, days, feasts, faiths, bodies and movements.
NO_PLACES: Final = _words(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan eid diwali "
    "hanukkah passover thanksgiving halloween islam christianity judaism hinduism buddhism hamas "
    "hezbollah fatah taliban alliance commonwealth labor labour liberal liberals conservative "
    "conservatives democrat democrats republican republicans congress parliament senate cabinet "
    "olympics olympic internet earth mars venus god jesus allah lord muslim christian "
    "jewish sunni shia"
)
CONTAINER_NOUNS: Final = _words(
    "capital city town village district port settlement municipality outpost"
)
# What is built at a place and called by its name.
FACILITIES: Final = _words(
    "port airport airbase airfield base garrison refinery crossing prison dam terminal"
)
