"""The states of the world, by their names and demonyms, as texts in English say them."""

from __future__ import annotations

from typing import Final, NamedTuple


class State(NamedTuple):
    """A state with the words for it, as they stand in running text; case matters."""

    code: str  # ISO 3166-1 alpha-2
    names: tuple[str, ...]
    demonyms: tuple[str, ...]  # and adjectives


_TABLE: Final = """
AD|Andorra|Andorran,Andorrans
AE|United Arab Emirates,UAE,Emirates|Emirati,Emiratis
AF|Afghanistan|Afghan,Afghans
AG|Antigua and Barbuda,Antigua|Antiguan,Antiguans,Barbudan,Barbudans
AL|Albania|Albanian,Albanians
AM|Armenia|Armenian,Armenians
AO|Angola|Angolan,Angolans
AR|Argentina|Argentine,Argentinian,Argentinians
AT|Austria|Austrian,Austrians
AU|Australia|Australian,Australians
AZ|Azerbaijan|Azerbaijani,Azerbaijanis,Azeri,Azeris
BA|Bosnia and Herzegovina,Bosnia|Bosnian,Bosnians
BB|Barbados|Barbadian,Barbadians
BD|Bangladesh|Bangladeshi,Bangladeshis
BE|Belgium|Belgian,Belgians
BF|Burkina Faso|Burkinabe
BG|Bulgaria|Bulgarian,Bulgarians
BH|Bahrain|Bahraini,Bahrainis
BI|Burundi|Burundian,Burundians
BJ|Benin|Beninese
BN|Brunei,Brunei Darussalam|Bruneian,Bruneians
BO|Bolivia,Plurinational State of Bolivia|Bolivian,Bolivians
BR|Brazil|Brazilian,Brazilians
BS|Bahamas|Bahamian,Bahamians
BT|Bhutan|Bhutanese
BW|Botswana|Botswanan,Botswanans,Batswana,Motswana
BY|Belarus|Belarusian,Belarusians
BZ|Belize|Belizean,Belizeans
CA|Canada|Canadian,Canadians
CD|Democratic Republic of the Congo,DR Congo,DRC,Congo-Kinshasa,Zaire,Congo|Congolese
CF|Central African Republic|Central African,Central Africans
CG|Republic of the Congo,Congo-Brazzaville,Republic of Congo,Congo Republic|
CH|Switzerland|Swiss
CI|Ivory Coast,Côte d’Ivoire,Côte d'Ivoire|Ivorian,Ivorians
CL|Chile|Chilean,Chileans
CM|Cameroon|Cameroonian,Cameroonians
CN|China,People’s Republic of China,People's Republic of China|Chinese
CO|Colombia|Colombian,Colombians
CR|Costa Rica|Costa Rican,Costa Ricans
CU|Cuba|Cuban,Cubans
CV|Cabo Verde,Cape Verde|Cape Verdean,Cape Verdeans,Cabo Verdean,Cabo Verdeans
CY|Cyprus|Cypriot
CZ|Czech Republic,Czechia|Czech,Czechs
DE|Germany|German,Germans
DJ|Djibouti|Djiboutian,Djiboutians
DK|Denmark|Danish,Danes
DM|Dominica|
DO|Dominican Republic|Dominican,Dominicans
DZ|Algeria|Algerian,Algerians
EC|Ecuador|Ecuadorian,Ecuadorians
EE|Estonia|Estonian,Estonians
EG|Egypt|Egyptian,Egyptians
EH|Western Sahara|Sahrawi,Sahrawis,Saharawi,Saharawis
ER|Eritrea|Eritrean,Eritreans
ES|Spain|Spanish,Spaniards
ET|Ethiopia|Ethiopian,Ethiopians
FI|Finland|Finnish,Finns
FJ|Fiji|Fijian,Fijians
FM|Micronesia,Federated States of Micronesia|Micronesian,Micronesians
FR|France|French
GA|Gabon|Gabonese
GB|United Kingdom,UK,U.K.,Britain,Great Britain|British
GD|Grenada|Grenadian,Grenadians
GE|Georgia|Georgian,Georgians
GH|Ghana|Ghanaian,Ghanaians
GL|Greenland|Greenlandic
GM|Gambia,The Gambia|Gambian,Gambians
GN|Guinea,Guinea-Conakry,Guinea Conakry|Guinean,Guineans
GQ|Equatorial Guinea|Equatorial Guinean,Equatorial Guineans,Equatoguinean,Equatoguineans
GR|Greece|Greek,Greeks
GT|Guatemala|Guatemalan,Guatemalans
GW|Guinea-Bissau|Bissau-Guinean,Bissau-Guineans,Guinea-Bissauan,Guinea-Bissauans
GY|Guyana|Guyanese
HK|Hong Kong|Hong Konger,Hong Kongers,Hongkonger,Hongkongers
HN|Honduras|Honduran,Hondurans
HR|Croatia|Croatian,Croatians
HT|Haiti|Haitian,Haitians
HU|Hungary|Hungarian,Hungarians
ID|Indonesia|Indonesian,Indonesians
IE|Ireland|Irish
IL|Israel|Israeli,Israelis
IN|India|Indian,Indians
IQ|Iraq|Iraqi,Iraqis
IR|Iran|Iranian,Iranians
IS|Iceland|Icelandic,Icelander,Icelanders
IT|Italy|Italian,Italians
JM|Jamaica|Jamaican,Jamaicans
JO|Jordan|Jordanian,Jordanians
JP|Japan|Japanese
KE|Kenya|Kenyan,Kenyans
KG|Kyrgyzstan,Kyrgyz Republic|Kyrgyz,Kyrgyzstani,Kyrgyzstanis
KH|Cambodia|Cambodian,Cambodians
KI|Kiribati|I-Kiribati
KM|Comoros|Comorian,Comorians,Comoran,Comorans
KN|Saint Kitts and Nevis,St. Kitts,Saint Kitts|Kittitian,Kittitians
KP|North Korea|North Korean,North Koreans
KR|South Korea|South Korean,South Koreans
KW|Kuwait|Kuwaiti,Kuwaitis
KZ|Kazakhstan|Kazakh,Kazakhs,Kazakhstani,Kazakhstanis
LA|Laos,Lao PDR|Lao,Laotian,Laotians
LB|Lebanon|Lebanese
LC|Saint Lucia,St. Lucia|Saint Lucian,Saint Lucians,St. Lucian,St. Lucians
LI|Liechtenstein|Liechtensteiner,Liechtensteiners
LK|Sri Lanka,Ceylon|Sri Lankan,Sri Lankans
LR|Liberia|Liberian,Liberians
LS|Lesotho|Basotho,Mosotho
LT|Lithuania|Lithuanian,Lithuanians
LU|Luxembourg|Luxembourgish,Luxembourger,Luxembourgers
LV|Latvia|Latvian,Latvians
LY|Libya|Libyan,Libyans
MA|Morocco|Moroccan,Moroccans
MC|Monaco|Monégasque,Monégasques
MD|Moldova|Moldovan,Moldovans
ME|Montenegro|Montenegrin,Montenegrins
MG|Madagascar|Malagasy,Madagascan,Madagascans
MH|Marshall Islands,Republic of the Marshall Islands|Marshallese
MK|North Macedonia,Macedonia,FYROM,FYR Macedonia|Macedonian,Macedonians
ML|Mali|Malian,Malians
MM|Myanmar,Burma|Burmese
MN|Mongolia|Mongolian,Mongolians
MR|Mauritania|Mauritanian,Mauritanians
MT|Malta|Maltese
MU|Mauritius|Mauritian,Mauritians
MV|Maldives|Maldivian,Maldivians
MW|Malawi|Malawian,Malawians
MX|Mexico|Mexican,Mexicans
MY|Malaysia|Malaysian,Malaysians
MZ|Mozambique|Mozambican,Mozambicans
NA|Namibia|Namibian,Namibians
NE|Niger|Nigerien,Nigeriens
NG|Nigeria|Nigerian,Nigerians
NI|Nicaragua|Nicaraguan,Nicaraguans
NL|Netherlands|Dutch
NO|Norway|Norwegian,Norwegians
NP|Nepal|Nepali,Nepalese,Nepalis
NR|Nauru|Nauruan,Nauruans
NZ|New Zealand,Aotearoa|New Zealander,New Zealanders
OM|Oman|Omani,Omanis
PA|Panama|Panamanian,Panamanians
PE|Peru|Peruvian,Peruvians
PG|Papua New Guinea,PNG|Papua New Guinean,Papua New Guineans
PH|Philippines|Filipino,Philippine,Filipinos
PK|Pakistan|Pakistani,Pakistanis
PL|Poland|Polish,Poles
PR|Puerto Rico|Puerto Rican,Puerto Ricans
PS|Palestine|Palestinian,Palestinians
PT|Portugal|Portuguese
PW|Palau|Palauan,Palauans
PY|Paraguay|Paraguayan,Paraguayans
QA|Qatar|Qatari,Qataris
RO|Romania|Romanian,Romanians
RS|Serbia|Serbian,Serbians
RU|Russia,Russian Federation,Kremlin|Russian,Russians
RW|Rwanda|Rwandan,Rwandans
SA|Saudi Arabia|Saudi,Saudis,Saudi Arabian
SB|Solomon Islands|Solomon Islander,Solomon Islanders
SC|Seychelles|Seychellois
SD|Sudan|Sudanese
SE|Sweden|Swedish,Swedes
SG|Singapore|Singaporean,Singaporeans
SI|Slovenia|Slovenian,Slovenians,Slovene,Slovenes
SK|Slovakia|Slovak,Slovaks
SL|Sierra Leone|Sierra Leonean,Sierra Leoneans
SM|San Marino|Sammarinese,San Marinese
SN|Senegal|Senegalese
SO|Somalia|Somali,Somalis
SR|Suriname|Surinamese,Surinamer,Surinamers
SS|South Sudan|South Sudanese
ST|Sao Tome and Principe,São Tomé and Príncipe|São Toméan,São Toméans
SV|El Salvador|Salvadoran,Salvadorans
SY|Syria|Syrian,Syrians
SZ|Eswatini,Swaziland,eSwatini|Swazi,Swazis
TD|Chad|Chadian,Chadians
TG|Togo|Togolese
TH|Thailand|Thai,Thais
TJ|Tajikistan|Tajik,Tajikistani,Tajikistanis
TL|Timor Leste,East Timor,Timor-Leste|Timorese
TM|Turkmenistan|Turkmen
TN|Tunisia|Tunisian,Tunisians
TO|Tonga|Tongan,Tongans
TR|Turkey,Türkiye|Turkish,Turks
TT|Trinidad and Tobago,Trinidad|Trinidadian,Trinidadians
TV|Tuvalu|Tuvaluan,Tuvaluans
TW|Taiwan|Taiwanese
TZ|Tanzania,United Republic of Tanzania|Tanzanian,Tanzanians
UA|Ukraine|Ukrainian,Ukrainians
UG|Uganda|Ugandan,Ugandans
US|United States,U.S.,US,USA,U.S.A.,America,White House,Pentagon|American,Americans
UY|Uruguay|Uruguayan,Uruguayans
UZ|Uzbekistan|Uzbek,Uzbekistani,Uzbekistanis
VA|Vatican,Vatican City,Holy See|
VC|Saint Vincent and the Grenadines,St. Vincent,Saint Vincent|Vincentian,Vincentians
VE|Venezuela|Venezuelan,Venezuelans
VN|Vietnam|Vietnamese
VU|Vanuatu|Ni-Vanuatu,Vanuatuan,Vanuatuans
WS|Samoa|Samoan,Samoans
XK|Kosovo|Kosovar,Kosovars
YE|Yemen|Yemeni,Yemenis
ZA|South Africa|South African,South Africans
ZM|Zambia|Zambian,Zambians
ZW|Zimbabwe|Zimbabwean,Zimbabweans
"""


def _state(line: str) -> State:
    code, names, demonyms = line.split("|")
    return State(code, tuple(names.split(",")), tuple(filter(None, demonyms.split(","))))


STATES: Final = tuple(_state(line) for line in _TABLE.strip().splitlines())
