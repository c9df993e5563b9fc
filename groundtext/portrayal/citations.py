"""A passage's citation to copy: plain, APA, Chicago and BibTeX, from what is known of its document.

The rules are those of the styles' own guides; what was followed, and where it was looked up:

- APA, 7th edition (*Publication Manual*, 8.11-8.28, 9.7-9.14, 10.16): a quotation bears author,
  year and place; the reference gives author, date, title, source, address. Without an author the
  title comes first, without a date stands "n.d.", without a title a description in brackets
  (apastyle.apa.org, "Missing reference information"). A publisher that is the author is not
  repeated; a place without pages is named by its paragraph ("para. 4").
- Chicago, 17th edition, notes and bibliography, the full note (14.19-14.23, 14.145, 14.207;
  chicagomanualofstyle.org, "Citation Quick Guide"): names in reading order, the title in quotation
  marks, commas between the parts; four authors or more are the first and "et al.".
- BibTeX (Oren Patashnik, *BibTeXing*, 1988; bibtex.org/Format): `@misc`, for of a document's kind
  nothing is known here. BibTeX counts braces whether or not a backslash stands before them,
  therefore those of the text are written as commands.

Titles stay as they are written: what is a proper noun in them is not known. Italics do not survive
a copy of plain text, and are left out. A quote is given to the letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from groundtext.model import element_at
from groundtext.naming import to_id
from groundtext.portrayal.cited_dates import CitedDate, cited_date
from groundtext.portrayal.cited_names import Name, names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.model import Element, Span

_MOST_IN_NOTE: Final = 3  # authors; more are the first and "et al."
_MOST_IN_REFERENCE: Final = 20  # authors; of more, the first nineteen and the last
_LONGEST_SHORT_TITLE: Final = 6  # words of a title that stands for an author in the text
_LATEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{letter: f"\\{letter}" for letter in "$&#_%"},
    }
)
# Of an address only these would end its field, or the comment that `%` begins.
_ADDRESS: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_END_MARKS: Final = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Source:
    """What citations say of a document; empty where it is not known."""

    id: str
    file: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""  # EDTF
    language: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage to be cited."""

    source: Source
    quote: str  # the slice of the document
    place: str  # "p. 3", "para. 12", "characters 120-180"
    start: int  # of the passage in its document, which tells it from others


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in two parts, between which the passage's address goes.

    Who shows it knows the address under which the app is reached; the server need not.
    """

    style: str  # its name in words
    before: str
    after: str

    def at(self, permalink: str) -> str:
        """Return the whole citation with the passage's address."""
        return f"{self.before}{permalink.translate(_ADDRESS)}{self.after}"


def place_of(elements: Sequence[Element], span: Span) -> str:
    """Return where a passage stands, as citations write it: "p. 3", "pp. 3-4", "para. 12".

    Where a document has neither pages nor numbered parts, its characters are counted, from 0.
    """
    first, last = element_at(elements, span.start), element_at(elements, span.end - 1)
    if first is not None and first.page:
        if last is not None and last.page > first.page:
            return f"pp. {first.page}–{last.page}"
        return f"p. {first.page}"
    if first is not None and first.path:
        return first.path.replace("paragraph ", "para. ")
    return f"characters {span.start}–{span.end}"


def citations(cited: Cited) -> tuple[Citation, ...]:
    """Return the four citations of a passage: plain, APA, Chicago, BibTeX."""
    source = cited.source
    authors, date = names(source.author, source.language), cited_date(source.published)
    return (
        _plain(cited, date),
        _apa(cited, authors, date),
        _chicago(cited, authors, date),
        _bibtex(cited, authors, date),
    )


def _plain(cited: Cited, date: CitedDate) -> Citation:
    source = cited.source
    title = f"“{source.title}”" if source.title else _described(source)
    parts = [source.author, title, source.publisher, date.day_first, cited.place]
    return Citation("Plain", f"“{cited.quote}” — {', '.join(filter(None, parts))}, ", "")


def _apa(cited: Cited, authors: tuple[Name, ...], date: CitedDate) -> Citation:
    source = cited.source
    title = source.title or f"[{_described(source)}]"
    in_text = f"(“{_short(title)},” " if source.title else f"({title}, "
    if authors:
        in_text = f"({_in_text(authors)}, "
    dated = f"({date.year_first})."
    lead = [_full_stop(_referenced(authors)), dated, _full_stop(title)]
    if not authors:
        lead = [_full_stop(title), dated]
    publisher = "" if _is_author(source.publisher, authors) else source.publisher
    reference = " ".join(filter(None, [*lead, _full_stop(publisher)]))
    quoted = f"“{cited.quote}” {in_text}{date.year}, {cited.place})"
    return Citation("APA", f"{quoted}\n\n{reference} ", "")


def _chicago(cited: Cited, authors: tuple[Name, ...], date: CitedDate) -> Citation:
    source = cited.source
    # The comma stands inside the closing mark, and after a question mark too (6.125).
    title = f"“{source.title},”" if source.title else f"{_described(source)},"
    publisher = "" if _is_author(source.publisher, authors) else source.publisher
    parts = [publisher, date.month_first, cited.place]
    by = f"{_in_note(authors)}, " if authors else ""
    note = f"{by}{title} {', '.join(filter(None, parts))}, "
    return Citation("Chicago", f"“{cited.quote}”\n\n1. {note}", ".")


def _bibtex(cited: Cited, authors: tuple[Name, ...], date: CitedDate) -> Citation:
    source = cited.source
    fields = {
        "author": " and ".join(_bibtex_name(author) for author in authors),
        "title": f"{{{_latex(source.title or f'[{_described(source)}]')}}}",
        "howpublished": _latex(source.publisher),
        "year": _latex(date.year),
        "note": _latex(_dated_place(cited, date)),
        "annote": _latex(cited.quote),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if date.month:
        lines.insert(-2, f"  month = {date.month},")
    head = "\n".join([f"@misc{{{_key(cited)},", *lines])
    return Citation("BibTeX", f"{head}\n  url = {{", "}\n}")


def _dated_place(cited: Cited, date: CitedDate) -> str:
    """Return the place, with the whole date where year and month do not say it."""
    is_told = date.month_first == date.year or date.month
    return cited.place if is_told else f"{date.month_first}, {cited.place}"


def _key(cited: Cited) -> str:
    """Return a key that is the same for the same passage, whatever is learnt of its document."""
    name = to_id(cited.source.id, "document")
    if name != cited.source.id:
        name += f"-{sha256(cited.source.id.encode()).hexdigest()[:6]}"
    return f"{name}:{cited.start}"


def _bibtex_name(author: Name) -> str:
    if author.family:
        return f"{_latex(author.family)}, {_latex(author.given)}"
    return f"{{{_latex(author.whole)}}}"


def _latex(text: str) -> str:
    return text.translate(_LATEX)


def _described(source: Source) -> str:
    return f"Untitled document ({source.file})"


def _is_author(publisher: str, authors: tuple[Name, ...]) -> bool:
    return any(author.whole.casefold() == publisher.casefold() for author in authors)


def _full_stop(text: str) -> str:
    return text if not text or text.endswith(_END_MARKS) else f"{text}."


def _short(title: str) -> str:
    return " ".join(title.split()[:_LONGEST_SHORT_TITLE])


def _in_text(authors: tuple[Name, ...]) -> str:
    first, *rest = (author.short for author in authors)
    if not rest:
        return first
    return f"{first} & {rest[0]}" if len(rest) == 1 else f"{first} et al."


def _referenced(authors: tuple[Name, ...]) -> str:
    listed = [author.initialled for author in authors]
    if len(listed) <= 1:
        return "".join(listed)
    if len(listed) > _MOST_IN_REFERENCE:
        return f"{', '.join(listed[: _MOST_IN_REFERENCE - 1])}, … {listed[-1]}"
    return f"{', '.join(listed[:-1])}, & {listed[-1]}"


def _in_note(authors: tuple[Name, ...]) -> str:
    listed = [author.whole for author in authors]
    if len(listed) > _MOST_IN_NOTE:
        return f"{listed[0]} et al."
    if len(listed) <= 2:  # noqa: PLR2004  no comma between two
        return " and ".join(listed)
    return f"{', '.join(listed[:-1])}, and {listed[-1]}"
