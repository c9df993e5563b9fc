from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundtext.edtf import is_valid
from groundtext.model import Element, Span
from groundtext.portrayal.citations import Citation, Cited, Source, citations, place_of
from groundtext.portrayal.cited_dates import cited_date
from groundtext.portrayal.cited_names import names

HERE = "http://localhost:8501/documents?document=opportunity&start=12&end=40"


KNOWN = Source(
    id="opportunity",
    file="opportunity.txt",
    title="As Talks Collapse, an Opportunity for Russia?",
    author="Samuel Ramani",
    publisher="The Diplomat",
    published="2019-09-20",
    language="en",
)
NAMELESS = Source("opportunity", "opportunity.txt")


def cite(source: Source, quote: str = "Moscow hosted the talks.", place: str = "p. 3") -> list[str]:
    """Return plain, APA, Chicago and BibTeX."""
    return [form.at(HERE) for form in citations(Cited(source, quote, place, start=12))]


def entry(bibtex: str) -> tuple[str, dict[str, str]]:
    """Read an entry as BibTeX does: braces count wherever they stand, words may stand bare."""
    head = re.match(r"@misc\{([^\s,{}\"#%'()=~\\]+),", bibtex)
    assert head
    at, fields = head.end(), {}
    while field := re.compile(r"\s*(\w+) = ").match(bibtex, at):
        at, depth = field.end(), 0
        start = at
        while depth or bibtex[at] not in ",\n":
            depth += {"{": 1, "}": -1}.get(bibtex[at], 0)
            assert depth >= 0
            at += 1
        fields[field[1]] = bibtex[start:at]
        at += bibtex[at] == ","
    assert bibtex[at:] == "\n}"
    return head[1], fields


def unlatex(field: str) -> str:
    """Return what LaTeX prints of a field's value."""
    signs = {"backslash": "\\", "braceleft": "{", "braceright": "}"}
    signs |= {"asciitilde": "~", "asciicircum": "^"}
    return re.sub(
        r"\\text(\w+)\{\}|\\([$&#_%])", lambda found: signs.get(found[1]) or found[2], field[1:-1]
    )


def test_each_style_has_its_form() -> None:
    plain, apa, chicago, bibtex = cite(KNOWN)
    title = "As Talks Collapse, an Opportunity for Russia?"
    assert plain == (
        "“Moscow hosted the talks.” — Samuel Ramani, "
        f"“{title}”, The Diplomat, 20 September 2019, p. 3, {HERE}"
    )
    assert apa == (
        "“Moscow hosted the talks.” (Ramani, 2019, p. 3)\n\n"
        f"Ramani, S. (2019, September 20). {title} The Diplomat. {HERE}"
    )
    assert chicago == (
        "“Moscow hosted the talks.”\n\n1. Samuel Ramani, "
        f"“{title},” The Diplomat, September 20, 2019, p. 3, {HERE}."
    )
    key, fields = entry(bibtex)
    assert key == "opportunity:12"
    assert fields["author"] == "{Ramani, Samuel}"
    assert (fields["year"], fields["month"], fields["url"]) == ("{2019}", "sep", f"{{{HERE}}}")


def test_without_an_author_the_title_comes_first() -> None:
    _, apa, chicago, bibtex = cite(replace(KNOWN, author=""))
    assert "(“As Talks Collapse, an Opportunity for,” 2019, p. 3)" in apa
    assert "\n\nAs Talks Collapse, an Opportunity for Russia? (2019, September 20). The D" in apa
    assert "\n\n1. “As Talks Collapse, an Opportunity for Russia?,” The Diplomat" in chicago
    assert "author" not in entry(bibtex)[1]


def test_of_a_nameless_document_only_what_is_known_is_said() -> None:
    plain, apa, chicago, _ = cite(NAMELESS)
    words = "Untitled document (opportunity.txt)"
    assert plain.startswith(f"“Moscow hosted the talks.” — {words}, n.d., p. 3, http")
    assert apa.endswith(f"([{words}], n.d., p. 3)\n\n[{words}]. (n.d.). {HERE}")
    assert f"\n\n1. {words}, n.d., p. 3, http" in chicago


def test_a_body_is_not_turned_round_nor_named_twice() -> None:
    body = "Ministry of Trade and Industry"
    _, apa, chicago, bibtex = cite(replace(KNOWN, author=body, publisher=body))
    assert f"\n\n{body}. (2019, September 20)." in apa
    assert apa.count(body) == 2  # in the text, and in the reference
    assert chicago.count(body) == 1
    assert entry(bibtex)[1]["author"] == f"{{{{{body}}}}}"


@pytest.mark.parametrize(
    ("author", "inverted"),
    [
        ("Samuel Ramani", ["Ramani, S."]),
        ("Jean-Paul Smith", ["Smith, J.-P."]),
        ("J.R. Smith", ["Smith, J. R."]),
        ("A. Writer; B. Reader", ["Writer, A.", "Reader, B."]),
        ("A. Writer and B. Reader", ["Writer, A.", "Reader, B."]),
        ("Ann Writer, Bea Reader, and Cy Other", ["Writer, A.", "Reader, B.", "Other, C."]),
        ("Ramani, Samuel", ["Ramani, S."]),
        ("Ministry of Trade and Industry", ["Ministry of Trade and Industry"]),
        ("Reuters", ["Reuters"]),
        ("BBC Monitoring", ["BBC Monitoring"]),
        ("The Moscow Times", ["The Moscow Times"]),
        ("Carnegie Moscow Center", ["Carnegie Moscow Center"]),
        ("Ludwig van Beethoven", ["Ludwig van Beethoven"]),
        ("Martin King Jr.", ["Martin King Jr."]),
        ("Сергей Лавров", ["Сергей Лавров"]),
        ("Bureau 39", ["Bureau 39"]),
        ("Smith & Sons Ltd", ["Smith & Sons Ltd"]),
        ("", []),
        (" ; ", []),
    ],
)
def test_names_are_turned_round_only_where_it_is_safe(author: str, inverted: list[str]) -> None:
    assert [name.initialled for name in names(author)] == inverted


def test_a_name_of_a_language_with_the_family_first_is_left_alone() -> None:
    (name,) = names("Xi Jinping", "zh-CN")
    assert name.initialled == "Xi Jinping"


def test_many_authors_are_the_first_and_others() -> None:
    authors = [f"A. {letter}ohn" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    _, apa, chicago, bibtex = cite(replace(KNOWN, author="; ".join(authors)))
    assert "(Aohn et al., 2019, p. 3)" in apa
    assert "Sohn, A., … Zohn, A. (2019" in apa
    assert "1. A. Aohn et al., “" in chicago
    assert entry(bibtex)[1]["author"].count(" and ") == 25


@pytest.mark.parametrize(
    ("published", "year", "year_first"),
    [
        ("", "n.d.", "n.d."),
        ("2021", "2021", "2021"),
        ("2021-03", "2021", "2021, March"),
        ("2021-03-05", "2021", "2021, March 5"),
        ("2021-21", "2021", "2021, spring"),
        ("2021-03-XX", "2021", "2021, March"),
        ("2021~", "[ca. 2021]", "[ca. 2021]"),
        ("2021?", "[2021?]", "[2021?]"),
        ("2021-03%", "[ca. 2021?]", "[ca. 2021, March?]"),
        ("2021-03/2021-04", "2021", "[between March and April 2021]"),
        ("2019-09-14/2019-10-15", "2019", "[between September 14 and October 15, 2019]"),
        ("2017-12/2018-12", "[2017 or 2018]", "[between December 2017 and December 2018]"),
        ("2001/2009", "[between 2001 and 2009]", "[between 2001 and 2009]"),
        ("2001~/2009", "[between 2001 and 2009?]", "[between ca. 2001 and 2009]"),
        ("2001/..", "[2001 or later]", "[2001 or later]"),
        ("/2001", "[2001 or earlier]", "[2001 or earlier]"),
        ("199X", "[the 1990s]", "[the 1990s]"),
        ("[2001,2003]", "[2001 or 2003]", "[2001 or 2003]"),
        ("XXXX-05-01", "n.d.", "n.d."),
        ("some day", "some day", "some day"),
    ],
)
def test_dates_say_how_sure_they_are(published: str, year: str, year_first: str) -> None:
    date = cited_date(published)
    assert (date.year, date.year_first) == (year, year_first)


_YEARS = st.integers(1900, 2099).map(str)
_DATES = st.one_of(
    _YEARS,
    st.dates().map(lambda day: f"{max(day.year, 1000):04}-{day:%m}"),
    st.tuples(_YEARS, st.sampled_from("~?%")).map("".join),
)


@given(st.one_of(_DATES, st.tuples(_DATES, _DATES).map("/".join)).filter(is_valid))
def test_what_is_not_exact_is_bracketed(published: str) -> None:
    date = cited_date(published)
    ends = published.split("/")
    is_exact = len(set(ends)) == 1 and ends[0][-1] not in "~?%"
    assert date.month_first.startswith("[") is not is_exact


@pytest.mark.parametrize(
    ("elements", "words"),
    [
        ((), "characters 5–15"),
        ((Element(Span(0, 20), page=3, path="paragraph 2"),), "p. 3"),
        ((Element(Span(0, 9), page=3), Element(Span(9, 20), page=4)), "pp. 3–4"),
        ((Element(Span(0, 20), path="paragraph 12"),), "para. 12"),
        ((Element(Span(0, 20), path="table 2, row 1"),), "table 2, row 1"),
    ],
)
def test_a_place_is_a_page_or_what_there_is(elements: tuple[Element, ...], words: str) -> None:
    assert place_of(elements, Span(5, 15)) == words


def test_the_key_stays_when_more_is_learnt_of_a_document() -> None:
    keys = {entry(cite(source)[3])[0] for source in (KNOWN, NAMELESS)}
    assert keys == {"opportunity:12"}


def test_documents_of_other_scripts_have_keys_of_their_own() -> None:
    keys = {entry(cite(replace(KNOWN, id=name))[3])[0] for name in ("گزارش", "خبر")}
    assert len(keys) == 2


def test_an_address_does_not_end_its_field() -> None:
    (*_, bibtex) = citations(Cited(KNOWN, "A.", "p. 1", 0))
    assert (
        entry(bibtex.at("http://here/?document=a}b"))[1]["url"] == "{http://here/?document=a%7Db}"
    )


# What a file may hold: all of Unicode but halves of characters.
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(_TEXTS, _TEXTS, _TEXTS, _TEXTS, _TEXTS)
def test_whatever_a_document_says_bibtex_can_read_it(
    title: str, author: str, publisher: str, published: str, quote: str
) -> None:
    source = Source("opportunity", "opportunity.txt", title, author, publisher, published)
    _, fields = entry(cite(source, quote)[3])
    assert unlatex(fields.get("annote", "{}")) == quote
    assert unlatex(fields["title"][1:-1]) == (title or "[Untitled document (opportunity.txt)]")


@given(_TEXTS)
def test_nothing_of_a_quote_is_changed(quote: str) -> None:
    plain, apa, chicago, _ = cite(KNOWN, quote)
    assert all(form.startswith(f"“{quote}”") for form in (plain, apa, chicago))


def test_the_address_stands_between_the_two_parts() -> None:
    assert Citation("Plain", "a, ", ".").at("http://here/") == "a, http://here/."
