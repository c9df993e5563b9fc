# The manual of the repository: what can be done, one target each.
PYTHON ?= python3
PORT ?= 8501
N ?= 100000
BIN := .venv/bin
# The environment is made anew whenever what it is made from has changed.
APP_STAMP := .venv/.app-installed
TEST_STAMP := .venv/.tests-installed

.PHONY: help setup run build test check lint types bench bench-text bench-import bench-pages screenshots fuzz compiled layers lock clean

help:  ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(APP_STAMP)  ## Create .venv with everything the app needs

run: setup  ## Build the workspace and open the app on http://localhost:8501
	$(BIN)/groundtext build
	$(BIN)/groundtext serve --port $(PORT)

build: setup  ## Build the default workspace
	$(BIN)/groundtext build

test: $(TEST_STAMP)  ## Set up what the tests need, and run every gate
	@sh scripts/find_chromium.sh
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/codespell
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/mypy
	$(BIN)/groundtext check
	$(BIN)/pytest -n 2 --dist loadfile

check: setup  ## Verify layers, data and quotations
	$(BIN)/groundtext check

bench: $(TEST_STAMP)  ## Measure speed and size beside the usual way to build such a page
	@sh scripts/find_chromium.sh
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.text

bench-text: $(TEST_STAMP)  ## Measure reading, recognition and linking on generated text only
	$(BIN)/python -m benchmarks.text

bench-import: $(TEST_STAMP)  ## Measure imports: 1,000 documents, and 100 kills
	$(BIN)/python -m benchmarks.imports

bench-pages: $(TEST_STAMP)  ## Measure search, timeline and the change of pages
	$(BIN)/python -m benchmarks.rooms

screenshots: $(TEST_STAMP)  ## Take the pictures of every page anew, light, dark and on a phone
	$(BIN)/python -m scripts.take_screenshots

fuzz: $(TEST_STAMP)  ## Read 100,000 mutated files; what breaks a reader is kept in .fuzz/
	$(BIN)/python -m tests.hostile.fuzz $(N)

compiled: $(TEST_STAMP)  ## Compile the reading of texts into build/compiled: half as fast again
	$(BIN)/python -m scripts.compile

layers: $(TEST_STAMP)  ## Rebuild layers, base map and gazetteer from their named packages
	$(BIN)/python -m scripts.build_layers
	$(BIN)/python -m scripts.build_gazetteer
	$(BIN)/python -m scripts.build_namesakes
	$(BIN)/python -m scripts.build_spellings

lock: $(TEST_STAMP)  ## Resolve the locked versions anew from pyproject.toml
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --no-strip-extras --no-emit-index-url --no-emit-trusted-host \
		--no-emit-find-links --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --no-strip-extras --no-emit-index-url --no-emit-trusted-host \
		--no-emit-find-links --allow-unsafe --generate-hashes --extra dev \
		--output-file requirements-dev.lock pyproject.toml

clean:  ## Remove the environment, the built workspace and what was compiled
	rm -rf .venv .workspace build

$(APP_STAMP): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "Groundtext needs Python 3.11 to 3.13; name one with: make PYTHON=python3.12 …"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
		{ echo "No virtual environment could be made; on Debian: apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(TEST_STAMP): requirements-dev.lock $(APP_STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
