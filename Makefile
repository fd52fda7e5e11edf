# Everything a person does with a checkout. Needs Python 3.11 or newer and make; `make` alone lists the targets.

PYTHON ?=
CORPUS ?= ../shared/corpus
GOLD ?= $(CORPUS) tests/fixtures/gold
# Articles of CORPUS that nobody read while writing rules.
UNREAD ?= nyt-* me-* ua-bbc-* ua-telegraph-* ua-kyivpost-* sy-02 sy-06 sy-07 sy-08 sy-11 sy-12 sy-14
BIN := .venv/bin
STAMP := .venv/.made

.DEFAULT_GOAL := help
.PHONY: help venv demo test lint test-slow test-pythons bench score calibrate docs lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

venv: $(STAMP) ## make .venv, with .venv/bin/tollbook

$(STAMP): requirements.lock pyproject.toml scripts/venv.sh scripts/pythons.sh
	@scripts/venv.sh .venv $(PYTHON)
	@touch $@

demo: $(STAMP) ## read the example articles and make a page of one of them
	@mkdir -p build/demo
	@$(BIN)/tollbook extract examples --format table
	@$(BIN)/tollbook show examples/agency.txt --format html --out build/demo/agency.html
	@echo
	@echo "Open build/demo/agency.html in a browser: one article, every figure marked, its source beside it."

test: lint ## tests, ruff, mypy (minutes)
	@$(BIN)/pytest -m "not slow"

lint: $(STAMP) ## ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

test-slow: $(STAMP) ## the tests that take long, then all others under every installed Python
	@$(BIN)/pytest -m slow || test $$? -eq 5  # 5: no slow test is written yet
	@$(MAKE) --no-print-directory test-pythons

test-pythons: $(STAMP) ## the tests under every other installed Python that Tollbook supports
	@mine=$$($(BIN)/python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
	for python in $$(scripts/pythons.sh); do \
	  version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
	  test $$version = $$mine && continue; \
	  dir=build/venv-$$version; \
	  test $$dir/.made -nt requirements.lock || { scripts/venv.sh $$dir $$python && touch $$dir/.made; } || exit 1; \
	  echo "Python $$version"; \
	  $$dir/bin/python -m pytest -q -m "not slow" || exit 1; \
	done

bench: $(STAMP) ## how fast it reads, beside parsing everything
	@$(BIN)/python benchmarks/speed.py

score: $(STAMP) ## the score on a folder of gold annotations (CORPUS=..., default ../shared/corpus)
	@if test -d "$(CORPUS)"; then $(BIN)/tollbook score "$(CORPUS)"; \
	else echo "make score: no folder $(CORPUS); name one: make score CORPUS=path/to/gold" >&2; exit 2; fi

calibrate: $(STAMP) ## fit the confidence of claims again (GOLD="folders of gold annotations", UNREAD="names")
	@$(BIN)/python scripts/calibrate.py $(GOLD) --unread $(foreach name,$(UNREAD),'$(name)')

docs: $(STAMP) ## renew the output shown in README.md and docs/
	@$(BIN)/python scripts/shown_output.py

lock: $(STAMP) ## resolve the newest versions that pyproject.toml allows into requirements.lock
	@$(BIN)/python -m venv build/lock
	@build/lock/bin/pip install --quiet --disable-pip-version-check uv==0.13.9
	@build/lock/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --upgrade --quiet --custom-compile-command "make lock" --output-file requirements.lock

clean: ## remove .venv and everything that was built
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
