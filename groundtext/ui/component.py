"""A page part that lives in the browser: one script, one stable key, a tiny `data`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from groundtext.ui.assets import PARTS, asset_url

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# An inline script needs no installed package. It is called again for every new `data`, and only
# what it returns last is called when the part leaves the page. `data` is a list of one: Streamlit
# 1.67 looks for data frames in a mapping, for which it loads pandas and pyarrow, 67 MB.
_LOADER: Final = """
export default async function (component) {
  const [data] = component.data;
  const { parts } = await import(new URL(data.script, location.origin).href);
  return parts[data.part].show({ ...component, data });
}
"""


@cache
def _renderer(name: str) -> Callable[..., Any]:
    return st.components.v2.component(f"groundtext.{name}", js=_LOADER, isolate_styles=False)


def show_part(
    name: str, fields: Mapping[str, object], callbacks: Mapping[str, Callable[[], None]]
) -> None:
    """Show a part of `parts.js`; its state is `st.session_state[name]`.

    Parameters
    ----------
    name
        The part's name, which is also the key: the browser keeps one instance.
    fields
        What Python tells the part, JSON-ready and small: it is sent on every change.
    callbacks
        By the name of the part's state: what to do when the part reports a new value.
    """
    on_change = {f"on_{state}_change": callback for state, callback in callbacks.items()}
    data = [{"script": asset_url(PARTS), "part": name, **fields}]
    _renderer(name)(key=name, data=data, **on_change)
