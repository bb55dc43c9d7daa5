# make run   the site on http://127.0.0.1:8000/ (PORT=…, DATA_DIR=…, DATABASE_URL=… are honoured)
# make test  everything that CI runs
# Both make their own .venv first.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check format requirements clean bench-free-times bench-search

run: .venv/.runtime
	@exec $(BIN)/python -m wakemed.serve

test: check
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: .venv/.development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python manage.py makemigrations --check --dry-run --settings wakemed.settings.development

# How long the free times of 200 physicians over 90 days take.
bench-free-times: .venv/.runtime
	@$(BIN)/python -m bench.free_times

# How the directory's search does with 2,000, 100,000 and 1,000,000 physicians (SIZES=2000,100000).
bench-search: .venv/.runtime
	@$(BIN)/python -W ignore -m bench.search

format: .venv/.development
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Needs uv (pip install uv). Pins what the short lists ask for.
requirements:
	uv pip compile --python-version 3.11 --no-header --upgrade requirements.in -o requirements.txt
	uv pip compile --python-version 3.11 --no-header --upgrade requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf .venv .local

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name it with PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "python3 -m venv failed (on Debian: apt install python3-venv)"; exit 1; }

.venv/.runtime: requirements.txt | .venv/bin/python
	@echo "Installing the site's packages (once)"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.development: requirements-dev.txt .venv/.runtime
	@echo "Installing what tests and checks need (once)"
	@$(PIP) -r requirements-dev.txt
	@touch $@
