# Everything there is to do here; `make` alone lists it.
#
# Needs Python 3.11 or later and make, nothing else: the tools live in .venv, and pip fetches
# them as it is configured on this machine (PIP_INDEX_URL, pip.conf). `PYTHON=… make test`
# picks an interpreter, `make test ARGS="-k money"` hands options on to pytest.

PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11 python
ARGS ?=
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo shell test test-engines test-lowest test-pythons harden fuzz check supply hooks reference picture outputs docs docs-serve bench clean anew

help:
	@echo 'make demo    a tour of one screen a stop: an answer, a timeline, a comparison, an agenda'
	@echo 'make shell   a shell in which `subhub` is found (it is .venv/bin/subhub)'
	@echo 'make test    the whole test suite     (one part of it: make test ARGS="-k calendar")'
	@echo 'make test-engines   the tests of frames on pandas, Ibis, PostgreSQL and Spark as well'
	@echo 'make test-lowest   the same on the lowest versions of everything that are allowed'
	@echo 'make test-pythons   the tests on every Python that is found'
	@echo 'make harden  hostile input, faults, kills, threads: one table   (ARGS="--quick", "--list")'
	@echo 'make fuzz    fuzzing guided by coverage   (ARGS="document -max_total_time=60")'
	@echo 'make check   style, types and the floors that modules may import from'
	@echo 'make hooks   let git run those checks on every commit'
	@echo 'make reference   write the pages of rules anew'
	@echo 'make picture     draw the answer of the README anew'
	@echo 'make outputs     write what commands print into the pages anew'
	@echo 'make docs        the documentation as a site, in build/site'
	@echo 'make docs-serve  the same, shown at http://127.0.0.1:8000 and made anew as you write'
	@echo 'make supply  build the package twice alike; licences, bill of materials, release workflow'
	@echo 'make bench   list the benchmarks'
	@echo 'make clean   remove .venv and everything else that was made here'
	@echo
	@echo 'The first run makes .venv and fetches what it needs; later ones start at once.'

demo: .venv/.installed
	@$(BIN)/python tools/tour.py

shell: .venv/.installed
	@echo 'Here `subhub` is found; `exit` leaves.'
	@PATH="$(CURDIR)/$(BIN):$$PATH" "$${SHELL:-/bin/sh}"

test: .venv/.installed-dev
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

test-engines: .venv/.installed-engines
	$(BIN)/python -m pytest tests/frames tests/hub/test_frames.py tests/policies/engines $(ARGS)

# An environment of its own, on the interpreter of .venv: the lowest of everything is older than
# what the tests are written with.
test-lowest: .venv/.installed-dev
	$(BIN)/python tools/lowest_versions.py > .venv/lowest.txt
	$(BIN)/python -m venv --clear build/lowest
	build/lowest/bin/python -m pip install --quiet --constraint .venv/lowest.txt \
	    --editable '.[calendar,duckdb,sql,tables]' --requirement .venv/dev.txt
	build/lowest/bin/python -m pytest -n auto --dist worksteal $(ARGS)

# An environment of its own for each: PYTHONS="python3.13 /some/where/python3.14t" names others.
test-pythons:
	python3 tools/test_pythons.py $(PYTHONS) -- $(ARGS)

harden: .venv/.installed-dev
	$(BIN)/python tools/harden $(ARGS)

fuzz: .venv/.installed-fuzz .venv/.installed-dev
	$(BIN)/python tools/fuzz.py $(ARGS)

# What depends on Java (the extra `spark`) is left out: Apache-2.0, and 400 MB.
supply: .venv/.installed-supply
	$(BIN)/python tools/build_twice.py build/supply/release
	$(BIN)/python -m venv --clear build/supply/env
	build/supply/env/bin/python -m pip install --quiet \
	    "$$(echo build/supply/release/*.whl)[calendar,duckdb,sql,tables]"
	$(BIN)/pip-licenses --python build/supply/env/bin/python
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --mc-type library \
	    --output-reproducible --output-file build/supply/release/sbom.cdx.json \
	    build/supply/env/bin/python
	$(BIN)/zizmor --offline --pedantic --quiet .github/workflows

check: .venv/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

hooks: .venv/.installed-dev
	$(BIN)/pre-commit install

reference: .venv/.installed
	$(BIN)/python tools/make_reference.py

picture: .venv/.installed-dev
	$(BIN)/python tools/make_picture.py

outputs: .venv/.installed-dev
	$(BIN)/python tools/page_commands.py

# A warning (a link that leads nowhere, a page nobody can find) is an error here.
docs: .venv/.installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo 'build/site/index.html is the first page'

docs-serve: .venv/.installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

# Each benchmark says in its first line what it measures.
bench:
	@for file in $$(grep -l '^if __name__' benchmarks/*.py); do \
	    printf 'make bench-%-8s' "$$(basename "$$file" .py)"; \
	    sed -n '1{s/^"""//; s/"""$$//; p; q;}' "$$file"; \
	done

bench-%: .venv/.installed-dev
	$(BIN)/python benchmarks/$*.py $(ARGS)

clean:
	rm -rf .venv dist build .coverage .hypothesis .mypy_cache .ruff_cache .import_linter_cache
	find src tests tools examples benchmarks -name __pycache__ -prune -exec rm -rf {} + || true

# The stamps are older than pyproject.toml when something else has to be installed; an
# interpreter that is gone leaves a link to nowhere, and all is made anew.
.venv/.installed: pyproject.toml $(if $(realpath $(BIN)/python),,anew)
	@$(make_venv)
	$(BIN)/python -m pip install --quiet --editable '.[calendar,sql]'
	@touch $@

# The groups of tools are read from pyproject.toml here, since pip knows dependency groups
# only from 25.1 on and Python 3.11 brings an older one.
.venv/.installed-%: .venv/.installed
	@$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["$*"], sep="\n")' > .venv/$*.txt
	$(BIN)/python -m pip install --quiet --requirement .venv/$*.txt
	@touch $@

.venv/.installed-engines: .venv/.installed-dev

# Keeps a .venv that works; otherwise makes one with the first Python that is new enough and
# can make environments (Debian ships that ability as a package of its own).
define make_venv
set -eu; \
if $(BIN)/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then exit 0; fi; \
recent=; able=; \
for python in $(PYTHON); do \
    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
    recent=$${recent:-$$python}; \
    "$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
    able=$$python; break; \
done; \
if [ -z "$$recent" ]; then \
    echo "Python 3.11 or later is needed, and none was found. Tried: $(PYTHON)"; \
    echo "Install one, or name yours: make PYTHON=/path/to/python3"; exit 1; \
fi >&2; \
if [ -z "$$able" ]; then \
    echo "$$recent cannot make virtual environments: its modules venv and ensurepip are missing."; \
    echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; \
fi >&2; \
echo "Making .venv with $$("$$able" --version)"; \
"$$able" -m venv --clear .venv
endef
