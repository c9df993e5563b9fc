// Links from page to page within the running session: a fresh load of Streamlit takes a second.

export function follow(event, path) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState({}, "", path);
  // Streamlit listens to the back button; a new address is taken in just the same.
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}
