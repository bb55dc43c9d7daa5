# `make` or `make help` lists what there is. Every target makes .venv and installs what it needs first.
# PORT=8123, DATA_DIR=/some/folder and DATABASE_URL=postgresql://… are honored by run, dev, shell, migrate, migrations and retention.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
WITH_DATABASE := $(BIN)/python -m wakemed.dev.with_database
WORKERS ?= 3
COMPILE := uv pip compile --quiet --generate-hashes --python-version 3.11 --no-header $(if $(UPGRADE),--upgrade)
CHECKS := $(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports && $(BIN)/mypy && \
  $(BIN)/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run \
  --settings wakemed.settings.development
# Every process would compile all modules again where this is set.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.PHONY: audit bill-of-materials help run dev shell migrations migrate retention test quick check format hooks requirements picture \
  bench-free-times bench-directory-page bench-search bench-desk drill hostile clean

help:  ## This list
	@sed -n 's/^__version__ = "\(.*\)"$$/WakeMed Spine \1/p' wakemed/__init__.py
	@sed -n 's/^\([a-z-]*\):.*##  *\(.*\)/\1|\2/p' Makefile | awk -F'|' '{ printf "  make %-18s %s\n", $$1, $$2 }'

run: .venv/.runtime  ## The site on http://127.0.0.1:8000/, as a hospital would run it
	@exec $(BIN)/python -m wakemed.serve

dev: .venv/.runtime  ## The same for development: tracebacks in the browser, changes served within two seconds
	@exec $(BIN)/python -m wakemed.serve --reload

shell: .venv/.runtime  ## Django's shell with the site's database
	@$(WITH_DATABASE) shell

migrations: .venv/.runtime  ## Write migrations for changed models (ARGS=…)
	@$(WITH_DATABASE) makemigrations $(ARGS)

retention: .venv/.runtime  ## Erase what has been kept long enough (ARGS=--dry-run counts it)
	@$(WITH_DATABASE) apply_retention $(ARGS)

migrate: .venv/.runtime  ## Apply migrations (run and dev do it when they start)
	@$(WITH_DATABASE) migrate $(ARGS)

# The checks run beside the tests, and say what they found after them. A third worker works while two wait for a browser
# or a server.
test: .venv/.development  ## Everything that CI runs; one file without the checks: T=tests/spine/test_site_search.py
ifdef T
	@$(BIN)/python -m pytest $(T)
else
	@mkdir -p .local; { $(CHECKS); } > .local/check.log 2>&1 & checks=$$!; \
	  $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal; failed=$$?; \
	  wait $$checks || failed=1; cat .local/check.log; exit $$failed
endif

quick: .venv/.development  ## The tests without browser, races, hostile input and whole servers
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow"

check: .venv/.development  ## Lint, format, import rules, types, missing migrations
	@$(CHECKS)

format: .venv/.development  ## Format the code and mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

hooks:  ## Run `make check` before each commit, from now on
	git config core.hooksPath .githooks

requirements:  ## Pin the short lists requirements*.in (needs uv; newer versions of everything: UPGRADE=1)
	$(COMPILE) requirements.in -o requirements.txt
	$(COMPILE) requirements-local.in -o requirements-local.txt
	$(COMPILE) requirements-dev.in -o requirements-dev.txt
	$(COMPILE) requirements-audit.in -o requirements-audit.txt

audit: .venv/audit/.installed  ## Known vulnerabilities of the pinned packages, where a database of them can be reached
	@$(PYTHON) -m wakemed.dev.audit

bill-of-materials: .venv/audit/.installed  ## What a hospital installs, in CycloneDX: .local/bill-of-materials.json
	@mkdir -p .local
	@.venv/audit/bin/cyclonedx-py requirements requirements.txt --output-reproducible --of JSON -o .local/bill-of-materials.json
	@echo .local/bill-of-materials.json

picture: .venv/.development  ## Take the README's picture from a running site
	@$(BIN)/python -m wakemed.dev.picture

bench-free-times: .venv/.runtime  ## Time the free times of 200 physicians over 90 days
	@$(BIN)/python -m bench.free_times_timing

bench-directory-page: .venv/.runtime  ## Time a page of the directory with 300 clinics (SIZES=100000)
	@$(BIN)/python -W ignore -m bench.directory_page_timing

bench-search: .venv/.runtime  ## Time the directory's search with up to a million physicians (SIZES=2000,100000)
	@$(BIN)/python -W ignore -m bench.search

bench-desk: .venv/.runtime  ## Time the desk with 1,000 and 100,000 requests, and eight schedulers at once
	@$(BIN)/python -W ignore -m bench.desk

drill: .venv/.development  ## Five minutes of traffic while one part after the other is killed, frozen or filled up (SECONDS=300 RATE=20)
	@$(BIN)/python -W ignore -m drill

hostile: .venv/.development  ## 10,000 requests that no form sends, 3,000 as each group of the staff, 2,000 to page editors (PUBLIC= STAFF= EDITORS= SEED=)
	@HOSTILE=full $(BIN)/python -m pytest -n 2 -q -rP tests/hostile/test_generated_requests.py

clean:  ## Remove .venv and .local, with the site's data
	rm -rf .venv .local

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name it with PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "python3 -m venv failed (on Debian: apt install python3-venv)"; exit 1; }

.venv/.runtime: requirements.txt requirements-local.txt | .venv/bin/python
	@echo "Installing the site's packages (once)"
	@$(PIP) -r requirements.txt -r requirements-local.txt
	@touch $@

.venv/.development: requirements-dev.txt .venv/.runtime
	@echo "Installing what tests and checks need (once)"
	@$(PIP) -r requirements-dev.txt
	@touch $@

.venv/audit/.installed: requirements-audit.txt | .venv/bin/python
	@$(PYTHON) -m venv .venv/audit
	@.venv/audit/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-audit.txt
	@touch $@
