# Needs Python 3.11 or newer and make; everything else goes into .venv.
PYTHON ?= python3
TOPIC ?= guard-request
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup run test fast check format serve pins clean crashes soak audit

help:  ## What there is to make
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

setup: $(READY)  ## The virtual environment, with every version pinned by constraints.txt

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "atodds needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,postgres,dask]'
	touch $@

run: $(READY)  ## A seeded topic, from the reports to what a desk gets (TOPIC=earthquake: another); again: nothing new
	@mkdir -p run
	@PREFECT_HOME=$(CURDIR)/run/prefect ATODDS_DATABASE_URL=sqlite:///$(CURDIR)/run/atodds.db $(BIN)/python -m flows.demo $(TOPIC)

serve: $(READY)  ## Prefect's page at http://127.0.0.1:4200, with the seeded topic deployed
	@mkdir -p run
	@PREFECT_HOME=$(CURDIR)/run/prefect ATODDS_DATABASE_URL=sqlite:///$(CURDIR)/run/atodds.db \
	ATODDS_ALLOWED_NETWORKS=127.0.0.0/8 $(BIN)/atodds serve --seeded

test: $(READY)  ## All tests
	$(BIN)/python -m pytest

fast: $(READY)  ## The tests that take no server, no browser and little time
	$(BIN)/python -m pytest -m "not slow"

check: $(READY)  ## Format, lint, types and all tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	@$(MAKE) --no-print-directory audit
	$(BIN)/python -m pytest

crashes: $(READY)  ## 200 passes killed on SQLite, and 200 on PostgreSQL (ATODDS_TEST_POSTGRES): minutes
	@rm -f run/crashes.db* && mkdir -p run
	$(BIN)/python -m tests.flows.crashes sqlite:///run/crashes.db 200
	$(BIN)/python -m tests.flows.crashes postgresql 200

soak: $(READY)  ## 100,000 made-up pages through the whole pipeline, on SQLite and on PostgreSQL: hours
	$(BIN)/python -m benchmarks.soak --articles 100000

audit: $(READY)  ## Known holes in the pinned dependencies, where the service that knows them can be reached
	@.ci/audit $(BIN)/python

format: $(READY)  ## Put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

pins:  ## Pin the newest versions that pyproject.toml allows, in constraints.txt
	rm -rf run/pins && $(PYTHON) -m venv run/pins
	run/pins/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev,postgres,dask]'
	{ head -1 constraints.txt; run/pins/bin/python -m pip freeze --exclude-editable; } > run/pins/constraints.txt
	mv run/pins/constraints.txt constraints.txt

clean:  ## Away with what `run` and `setup` made
	rm -rf run $(VENV)
