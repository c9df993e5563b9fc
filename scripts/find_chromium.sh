#!/bin/sh
# Make sure that there is a Chromium for the browser tests: the system's, or Debian's package.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
[ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] && exit 0
[ -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ] && exit 0
[ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ] && exit 0
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    echo "No Chromium was found; installing Debian's package."
    if $as_root apt-get update -qq && $as_root apt-get install -y -qq chromium >/dev/null; then
        exit 0
    fi
fi
echo "The browser tests need Chromium or Chrome, and none was found." >&2
echo "Install one (Debian: apt install chromium; macOS: brew install --cask chromium)," >&2
echo "or name its program: make test CHROMIUM=/path/to/chromium" >&2
exit 1
