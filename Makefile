# make demo: read the shipped sample reports into a record and show it.
# make asked: schemathesis over /openapi.json of a served demo record; minutes, in an environment of its own.
# make test: everything that CI runs.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types imports tests browser asked clean

demo: .venv/installed
	$(BIN)/communique demo

test: .venv/installed-dev browser lint types imports tests

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/installed-dev
	$(BIN)/mypy

imports: .venv/installed-dev
	$(BIN)/lint-imports

tests: .venv/installed-dev
	$(BIN)/pytest -n auto --maxprocesses 4

# Debian's chromium for the tests of the pages, where this machine lets us install it.
browser:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else echo "No chromium here and no right to install it: the browser tests will be skipped."; fi

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Communique needs Python 3.11 or newer: make PYTHON=python3.11 demo") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/installed-dev: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ .venv/installed

asked: .venv/installed
	$(PYTHON) -m venv .venv-asked
	.venv-asked/bin/pip install --quiet --disable-pip-version-check schemathesis==4.32.5
	$(BIN)/communique demo --record .venv-asked/demo.db >/dev/null
	$(BIN)/communique serve --port 8765 --record .venv-asked/demo.db & served=$$!; \
	.venv-asked/bin/schemathesis run http://127.0.0.1:8765/openapi.json --wait-for-schema 60 --max-examples 25 --checks all; found=$$?; kill $$served; exit $$found

clean:
	rm -rf .venv-asked
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
