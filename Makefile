# Two commands do everything: `make demo` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
GOLD ?= ../shared

.PHONY: demo test setup setup-dev check lint types contracts eval scores clean

demo: setup
	@mkdir -p out
	@rm -f out/demo.case out/demo.case-*
	@$(BIN)/tidings tell examples/ceasefire-talks/docs --html out/report.html --json out/account.json --case out/demo.case

test: setup-dev
	$(BIN)/python -m pytest

setup: $(VENV)/.run
setup-dev: $(VENV)/.dev

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.run: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.run

check: lint types contracts

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup-dev
	$(BIN)/mypy

contracts: setup-dev
	$(BIN)/lint-imports

eval: setup-dev
	$(BIN)/python -m evals --gold $(GOLD)

scores: setup-dev
	$(BIN)/python -m evals --gold $(GOLD) --scores docs/scores.md

clean:
	rm -rf $(VENV) out
