"""HTML → what a reader of the page sees, in reading order; nothing is fetched, nothing is run."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree, html

from groundtext.formats.decoding import decode
from groundtext.formats.faults import Unusable
from groundtext.formats.texts.html_hidden import Hiding
from groundtext.formats.texts.html_stated import read_stated
from groundtext.formats.texts.parsed import Parsed
from groundtext.formats.texts.pieces import Pieces

_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_XML_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,40})")
_NEVER: Final = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "datalist",
        "map",
        "area",
        "source",
        "track",
        "dialog",
    ]
)
_BLOCKS: Final = frozenset(
    [
        "html",
        "body",
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "ul",
        "caption",
    ]
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_AROUND: Final = frozenset({"nav", "aside", "footer"})
_AROUND_ROLES: Final = frozenset({"navigation", "banner", "complementary", "contentinfo", "search"})
_AROUND_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:cookie|consent|newsletter|subscribe|promo|advert|ads?|share|social|related"
    r"|breadcrumbs?|comments?|sidebar|menu|nav|footer)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_SPACES: Final = re.compile(r" {2,}")


def read_html(source: bytes, charset: str = "") -> Parsed:
    """Return the visible text of a page.

    Parameters
    ----------
    source
        The page.
    charset
        The encoding that whoever sent it gave, such as a mail's header.

    Raises
    ------
    Unusable
        If it cannot be parsed, or shows no text.
    """
    named = _CHARSET.search(source[:4096]) or _XML_ENCODING.match(source)
    decoded = decode(source, stated=charset or (named[1].decode() if named else ""))
    text = re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", decoded.text.replace("\0", "\ufffd"))
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unusable(f"cannot be read as HTML ({error}); save the page again.") from error
    page = _Page(Hiding.of(root))
    page.walk(root)
    if not page.pieces.text:
        hidden = f" ({page.n_hidden:,} characters of it are hidden)" if page.n_hidden else ""
        raise Unusable(f"shows no text{hidden}; save the page when it has loaded.")
    warnings = [decoded.warning] if decoded.warning and not (charset or named) else []
    if page.n_hidden:
        warnings.append(
            f"holds {page.n_hidden:,} characters that a reader does not see; they are left out."
        )
    stated = read_stated(root)
    return Parsed(page.pieces.text, page.pieces.elements, stated, tuple(warnings))


class _Page:
    """Walks over a page without recursion, since strangers nest as deep as they like."""

    def __init__(self, hiding: Hiding) -> None:
        self.pieces = Pieces()
        self.n_hidden = 0
        self._hiding = hiding
        self._line: list[str] = []
        self._n_around = 0  # elements around the text that are open
        self._headings = 0
        self._n_blocks = 0
        self._cells = 0  # cells of the row that is open

    def walk(self, root: html.HtmlElement) -> None:
        """Add everything that shows, and count what does not."""
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped = root.makeelement("none")
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start" and self._is_left_out(element, tag):
                walker.skip_subtree()
                skipped = element
            elif event == "start":
                self._open(element, tag)
            elif element is skipped:
                self._say(element.tail)
            else:
                self._close(element, tag)
                self._say(element.tail)
        self._end_block()

    def _is_left_out(self, element: html.HtmlElement, tag: str) -> bool:
        if not tag or tag in _NEVER:
            return True
        if self._hiding.hides(element):
            self.n_hidden += len(" ".join("".join(element.itertext()).split()))
            return True
        return False

    def _open(self, element: html.HtmlElement, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        if tag in ("td", "th"):
            if self._cells:
                self._line.append("\t")
            self._cells += 1
        if tag == "tr":
            self._cells = 0
        if tag == "br":
            self._line.append("\n")
        self._n_around += _is_around(element, tag)
        self._headings += tag in _HEADINGS
        self._say(element.text)

    def _close(self, element: html.HtmlElement, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        self._n_around -= _is_around(element, tag)
        self._headings -= tag in _HEADINGS

    def _say(self, text: str | None) -> None:
        if text:
            self._line.append(_BLANKS.sub(" ", text))

    def _end_block(self) -> None:
        text = "".join(self._line)
        self._line.clear()
        if not text.strip():
            return
        text = "\n".join(_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
        role = "boilerplate" if self._n_around else "heading" if self._headings else ""
        role = role or ("table" if "\t" in text else "")
        self._n_blocks += 1
        self.pieces.add(text, path=f"block {self._n_blocks}", role=role)


def _is_around(element: html.HtmlElement, tag: str) -> bool:
    if tag in _AROUND or element.get("role") in _AROUND_ROLES:
        return True
    if tag in ("html", "body", "main", "article"):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return len(names) > 1 and bool(_AROUND_NAMES.search(names))
