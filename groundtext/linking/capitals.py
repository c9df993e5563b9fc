"""Where the capitals are: "the airport of the Tajik capital" is a place as exact as its name."""

from __future__ import annotations

from functools import cache
from typing import Final

from groundtext.model import LonLat

# code|capital|longitude|latitude of the states that actors.py knows; from GeoNames (CC BY 4.0).
_CAPITALS: Final = """
AE|Abu Dhabi|54.4|24.45
AF|Kabul|69.17|34.53
AL|Tirana|19.82|41.33
AM|Yerevan|44.51|40.18
AR|Buenos Aires|-58.38|-34.61
AT|Vienna|16.37|48.21
AU|Canberra|149.13|-35.28
AZ|Baku|49.89|40.38
BA|Sarajevo|18.36|43.85
BD|Dhaka|90.41|23.71
BE|Brussels|4.35|50.85
BG|Sofia|23.32|42.7
BH|Manama|50.59|26.23
BR|Brasília|-47.93|-15.78
BY|Minsk|27.57|53.9
CA|Ottawa|-75.7|45.41
CH|Bern|7.45|46.95
CL|Santiago|-70.65|-33.46
CN|Beijing|116.4|39.91
CO|Bogotá|-74.08|4.61
CU|Havana|-82.38|23.13
CY|Nicosia|33.35|35.17
CZ|Prague|14.42|50.09
DE|Berlin|13.41|52.52
DJ|Djibouti|43.15|11.59
DK|Copenhagen|12.57|55.68
DZ|Algiers|3.09|36.73
EE|Tallinn|24.75|59.44
EG|Cairo|31.25|30.06
ER|Asmara|38.93|15.34
ES|Madrid|-3.7|40.42
ET|Addis Ababa|38.75|9.03
FI|Helsinki|24.94|60.17
FR|Paris|2.35|48.85
GB|London|-0.13|51.51
GE|Tbilisi|44.83|41.69
GR|Athens|23.73|37.98
HR|Zagreb|15.98|45.81
HU|Budapest|19.04|47.5
ID|Jakarta|106.85|-6.21
IE|Dublin|-6.25|53.33
IL|Jerusalem|35.22|31.77
IN|Delhi|77.23|28.65
IQ|Baghdad|44.4|33.34
IR|Tehran|51.42|35.69
IT|Rome|12.51|41.89
JO|Amman|35.95|31.96
JP|Tokyo|139.69|35.69
KE|Nairobi|36.82|-1.28
KG|Bishkek|74.59|42.87
KP|Pyongyang|125.75|39.03
KR|Seoul|126.98|37.57
KW|Kuwait City|47.97|29.37
KZ|Astana|71.45|51.18
LB|Beirut|35.5|33.89
LT|Vilnius|25.28|54.69
LV|Riga|24.11|56.95
LY|Tripoli|13.19|32.89
MA|Rabat|-6.83|34.01
MD|Chisinau|28.86|47.01
ML|Bamako|-7.98|12.61
MM|Nay Pyi Taw|96.13|19.75
MN|Ulan Bator|106.88|47.91
MX|Mexico City|-99.13|19.43
MY|Kuala Lumpur|101.69|3.14
NE|Niamey|2.11|13.51
NG|Abuja|7.5|9.06
NL|Amsterdam|4.89|52.37
NO|Oslo|10.75|59.91
NP|Kathmandu|85.32|27.7
OM|Muscat|58.41|23.58
PH|Manila|120.98|14.6
PK|Islamabad|73.04|33.72
PL|Warsaw|21.01|52.23
PS|East Jerusalem|35.23|31.78
PT|Lisbon|-9.15|38.73
QA|Doha|51.53|25.29
RO|Bucharest|26.11|44.43
RS|Belgrade|20.47|44.8
RU|Moscow|37.62|55.75
SA|Riyadh|46.72|24.69
SD|Khartoum|32.53|15.55
SE|Stockholm|18.07|59.33
SG|Singapore|103.85|1.29
SK|Bratislava|17.11|48.15
SO|Mogadishu|45.34|2.04
SY|Damascus|36.29|33.51
TD|N'Djamena|15.04|12.11
TH|Bangkok|100.5|13.75
TJ|Dushanbe|68.78|38.54
TM|Ashgabat|58.38|37.95
TN|Tunis|10.17|36.82
TR|Ankara|32.85|39.92
TW|Taipei|121.53|25.05
UA|Kyiv|30.52|50.45
US|Washington|-77.04|38.9
UZ|Tashkent|69.22|41.26
VE|Caracas|-66.88|10.49
VN|Hanoi|105.84|21.02
YE|Sanaa|44.21|15.35
ZA|Pretoria|28.19|-25.74
"""


def capital_of(state: str) -> LonLat | None:
    """Return where the capital of a state is, given by its alpha-2 code; None if not known."""
    return _positions().get(state)


@cache
def _positions() -> dict[str, LonLat]:
    rows = (line.split("|") for line in _CAPITALS.strip().splitlines())
    return {code: LonLat(float(lon), float(lat)) for code, _, lon, lat in rows}
