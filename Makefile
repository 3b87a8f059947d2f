# Two commands do all on a fresh machine: `make demo` and `make test`. Both need Python 3.11+ and a package registry.

PYTHON ?= $(firstword $(foreach python,python3 python3.13 python3.12 python3.11,$(shell $(python) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1 && echo $(python))))
VENV := .venv
BIN := $(VENV)/bin
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -q pyproject.toml

.PHONY: demo test check eval eval-travel bench train lock clean
.DEFAULT_GOAL := test

# The environment, from the lock with hashes; made anew only when the lock or the project's metadata change.
$(VENV)/.installed: requirements/dev.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11-3.13 found; install one, or give make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(VENV)/.installed ## read the bundled examples into a register; end with a cited brief
	@$(BIN)/python examples/demo.py

test: $(VENV)/.installed ## all tests
	$(BIN)/ruff check src tests evaluation bench tools examples training
	$(BIN)/ruff format --check src tests evaluation bench tools examples training
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist worksteal

eval: $(VENV)/.installed ## the scoreboard: claims against marks, by reader, genre and field
	$(BIN)/python -m evaluation $(ARGS)

eval-travel: $(VENV)/.installed ## a register rebuilt from releases, held against the official register of travel
	$(BIN)/python -m evaluation.travel $(ARGS)

bench: $(VENV)/.installed ## words per second and peak memory of each stage, beside bare spaCy
	$(BIN)/python -m bench $(ARGS)

# Fitting has an environment of its own: torch is nothing that reading needs.
.venv-train/.installed: requirements/train.lock requirements/train-base.txt
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/train.lock
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/train-base.txt
	@touch $@

train: .venv-train/.installed ## marks -> weights of the tagger (needs the shared marks and corpora; Python 3.11, one to three hours on two cores)
	PYTHONPATH=src .venv-train/bin/python -m training $(ARGS)

lock: ## pin every package anew (needs uv)
	$(LOCK) --group dev -o requirements/dev.lock
	$(LOCK) -c requirements/dev.lock -o requirements/run.lock
	$(LOCK) --group train -c requirements/dev.lock -o requirements/train.lock

clean:
	rm -rf $(VENV) .venv-train build dist .pytest_cache .mypy_cache .ruff_cache
