# Two commands matter: `make demo` (play it) and `make test` (prove it). Both start from nothing but python3.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
CODE := bot handlers core tests bench

.PHONY: demo test format lint types contracts unit search browser bench bench-scale soak lock clean

demo: $(VENV)/runs  ## play the story in a browser
	@exec $(BIN)/gongdao sandbox --data .demo

test: lint types contracts unit  ## everything that must hold, but for the browser

lint: $(VENV)/tests
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)

types: $(VENV)/tests
	$(BIN)/mypy

contracts: $(VENV)/tests
	$(BIN)/lint-imports

unit: $(VENV)/tests
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -m "not browser" -n 2 --cov --cov-report=
	$(BIN)/coverage report --format=total
	$(BIN)/coverage report --include="core/*" --fail-under=100
	$(BIN)/coverage report --fail-under=85 > /dev/null

search: $(VENV)/tests  ## try every law with fresh examples, twenty times as many: half an hour
	$(BIN)/python -m pytest -m "hypothesis or walk" -n 2 --hypothesis-profile search

browser: $(VENV)/tests  ## play the page in headless Chromium
	$(BIN)/python -m pytest -m browser

bench: $(VENV)/tests  ## update to reply, and assessments a second, beside their baselines
	$(BIN)/python -m bench

bench-scale: $(VENV)/tests  ## what everything costs with a million cases: half an hour, and 20 GiB in the folder for temporary files
	$(BIN)/python -m bench.scale

soak: $(VENV)/tests  ## a working day with the bot killed SOAK_KILLS times (200), and 100,000 forged updates
	@$(BIN)/python -m tests.soak

format: $(VENV)/tests
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Gongdao needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/runs: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q bot core handlers
	@touch $@

$(VENV)/tests: requirements-dev.lock $(VENV)/runs
	$(PIP) -r requirements-dev.lock
	@touch $@

lock:  ## write both lock files anew from pyproject.toml
	bash .ci/lock

clean:
	rm -rf $(VENV) .demo .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
