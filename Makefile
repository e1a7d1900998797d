# Canting: `make run` and `make test` do all the set-up themselves.

PYTHON ?= python3
BIN := .venv/bin
RUN_DONE := .venv/.run
DEV_DONE := .venv/.dev
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

.PHONY: run test test-long check bench bench-millions words diagrams lock screenshots clean

# Compiled once, also where the environment keeps Python from writing what it compiles: a start takes a fifth less.
HOUSE := bot handlers conversations scheduler records simulator locales
COMPILE = @$(BIN)/python -m compileall -q $(HOUSE)

## Run: against Telegram where CANTING_TOKEN is set, else rehearse in the browser.
run: $(RUN_DONE)
	$(COMPILE)
	@if [ -n "$$CANTING_TOKEN" ]; then \
		$(BIN)/canting migrate && exec $(BIN)/canting run; \
	else \
		exec $(BIN)/canting simulate $(SIMULATE); \
	fi

# Tests are rewritten to tell what they compared: kept, or every process would do it anew in every run.
unexport PYTHONDONTWRITEBYTECODE

# What takes longest begins first; three at once on two cores, since processes and browsers are waited for.
SLOW_FIRST := tests/monitored tests/walkers tests/crash tests/page tests
SPREAD := -n 3 --dist loadfile --no-loadscope-reorder

## Test: everything but the long simulations, and `make check` first.
test: $(DEV_DONE) check
	$(COMPILE)
	$(BIN)/python -m pytest $(SLOW_FIRST) -m "not long" $(SPREAD)

# Properties are tried again, with five times as many examples each.
test-long: $(DEV_DONE)
	$(COMPILE)
	CANTING_TEST_EXAMPLES=5 $(BIN)/python -m pytest $(SLOW_FIRST) -m "long or varied" $(SPREAD)

## Check: lint, format, types, the floors of the house, the catalogues.
check: $(DEV_DONE)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m locales.words --check

## Bench: CPU and speed of the registration beside measuring partners, cold start, memory, scores, publication, ticks, audiences, announcements (see docs/benchmarks.md).
bench: $(DEV_DONE) .venv/partners/.done
	$(COMPILE)
	$(BIN)/python -m tests.bench.run
	$(BIN)/python -m tests.bench.cold_start
	$(BIN)/python -m tests.bench.scores
	$(BIN)/python -m tests.bench.publishing
	$(BIN)/python -m tests.bench.demonstration
	$(BIN)/python -m tests.bench.ticks
	$(BIN)/python -m tests.bench.audiences
	$(BIN)/python -m tests.bench.broadcasting

## Bench of a million alumni: sweep, indicators of a year, workbook, on both databases (half an hour; see docs/benchmarks.md).
bench-millions: $(DEV_DONE)
	$(BIN)/python -m tests.bench.millions

## Words: gather the sentences of the code into locales/.
words: $(DEV_DONE)
	$(BIN)/python -m locales.words

## Diagrams: draw the scripts anew into docs/conversations.md.
diagrams: $(DEV_DONE)
	$(BIN)/python -m conversations.diagram

## Screenshots: the pictures of the README and docs, taken anew.
screenshots: $(DEV_DONE)
	$(BIN)/python -m tests.page.screenshots

## Lock: resolve the dependencies anew (hashes, no addresses).
lock: $(DEV_DONE)
	$(PYTHON) -m venv .lock && .lock/bin/python -m pip install --quiet uv
	.lock/bin/uv pip compile $(LOCK) pyproject.toml requirements/build.in -o requirements/run.txt
	.lock/bin/uv pip compile $(LOCK) --extra dev -c requirements/run.txt pyproject.toml requirements/build.in -o requirements/dev.txt
	.lock/bin/uv pip compile $(LOCK) requirements/partners.in -o requirements/partners.txt
	rm -rf .lock

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --upgrade

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Canting needs Python 3.11 or later."; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv is missing: install the package python3-venv."; rm -rf .venv; exit 1; }

$(RUN_DONE): requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Setting up .venv (once, a minute or two) ..."
	@[ -f $(DEV_DONE) ] || $(PIP) -r requirements/run.txt
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --no-index -e .
	$(COMPILE)
	@touch $@

$(DEV_DONE): requirements/dev.txt pyproject.toml | .venv/bin/python
	@echo "Setting up .venv for development (once, a minute or two) ..."
	@$(PIP) -r requirements/dev.txt
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --no-index -e .
	$(COMPILE)
	@touch $@ $(RUN_DONE)

.venv/partners/.done: requirements/partners.txt | .venv/bin/python
	@$(PYTHON) -m venv .venv/partners
	@.venv/partners/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements/partners.txt
	@touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build *.egg-info
