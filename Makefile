# `make briefings` renders every briefing of data/ into output/; `make test` proves the project.
# It needs make and Python 3.11 or later with venv (Debian: python3 python3-venv make).

PYTHON ?= python3
VENV ?= .venv
OUTPUT ?= output
PYTEST_ARGS ?=

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE = CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile pyproject.toml --quiet --generate-hashes --strip-extras \
  --build-deps-for editable --allow-unsafe \
  --no-emit-index-url --no-emit-find-links --no-emit-options --no-emit-trusted-host

.DELETE_ON_ERROR:
.PHONY: briefings test lint format lock pictures gallery clean distclean

briefings: $(VENV)/runtime.stamp
	@mkdir -p $(OUTPUT)
	$(BIN)/reportgen render --output $(OUTPUT)

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Both lists pin every package by version and hash; the second holds the first.
lock: $(VENV)/dev.stamp
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

# The pictures of the README, from the pages themselves; pdftoppm comes with Poppler.
pictures: briefings
	@mkdir -p docs/pictures
	for lang in zh en; do \
	  pdftoppm -r 80 -f 1 -singlefile -png $(OUTPUT)/yuzhong-2023-h1.$$lang.pdf docs/pictures/yuzhong-2023-h1.$$lang || exit 1; \
	done

# Every briefing in every theme and language, as pictures on one page; pdftoppm comes with Poppler.
gallery: $(VENV)/runtime.stamp
	rm -rf $(OUTPUT)/gallery
	for theme in $$($(BIN)/reportgen list themes); do \
	  folder=$(OUTPUT)/gallery/$$theme; mkdir -p $$folder || exit 1; \
	  $(BIN)/reportgen render --to pdf --theme $$theme --output $$folder || exit 1; \
	  for pages in $$folder/*.pdf; do \
	    pdftoppm -r 60 -f 1 -singlefile -png $$pages $${pages%.pdf} || exit 1; \
	  done; \
	done
	$(BIN)/python docs/gallery.py $(OUTPUT)/gallery

clean:
	find $(OUTPUT) -mindepth 1 ! -name .gitkeep -delete
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find reportgen tests -name __pycache__ -prune -exec rm -rf {} +

distclean: clean
	rm -rf $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("reportgen needs Python 3.11 or later: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
