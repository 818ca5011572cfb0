# The one door: `make` explains every target. Each sets up what it needs.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= python3
PY := .venv/bin/python
export PYTHONPATH := $(CURDIR):$(CURDIR)/consumers/python
# Servers' files are kept here, for all checkouts; set HELHED_CACHE to move them.
export HELHED_CACHE ?= $(if $(filter 0,$(shell id -u)),/var/cache/helhed,$(or $(XDG_CACHE_HOME),$(HOME)/.cache)/helhed)

# Whole platforms run one after the other; all else by two processes, each with servers of its own. 5: none was picked.
# In the order of the folders: else the proof, which is one test and the longest, would be alone at the end.
TWO := --ignore tests/system -n 2 --dist loadfile --no-loadscope-reorder
NONE := || [ $$? -eq 5 ]

CODE := $(wildcard eventkeep contracts services deploy consumers/python/helhed_department)
COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header

.PHONY: help
help: ## Explain the targets
	@echo "Helhed. Needs Python 3.11+, Java 17+ and Maven; the first run fetches the rest, once."
	@grep -hE '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'
	@echo "Servers that run already are used as they are: HELHED_KAFKA=host:port, HELHED_POSTGRES=postgresql://..."

.PHONY: demo
demo: .venv/installed ## Start everything and live through the pilot families (FAMILY=2: one of them; ONCE=1: leave when it is told)
	$(PY) -m deploy.demo $(if $(FAMILY),--family $(FAMILY)) $(if $(ONCE),--once)

.PHONY: families
families: .venv/installed ## Start everything and play N=1000 generated families for load (SEED=2: others; ONCE=1: leave after it)
	$(PY) -m deploy.load $(or $(N),1000) $(if $(SEED),--seed $(SEED)) $(if $(ONCE),--once)

.PHONY: test
test: .venv/installed ## Run all tests but the long ones (ARGS="-k word" picks some)
	$(PY) -m pytest tests -m "not long" -q --timeout 300 $(TWO) $(ARGS) $(NONE)
	$(PY) -m pytest tests/system -m "not long" -q --timeout 300 $(ARGS) $(NONE)

.PHONY: test-long
test-long: .venv/installed ## Run the long tests: load, faults, many interleavings
	$(PY) -m pytest tests -m long -q --timeout 1800 $(TWO) $(ARGS) $(NONE)
	$(PY) -m pytest tests/system -m long -q --timeout 1800 $(ARGS) $(NONE)

.PHONY: check
check: .venv/installed ## Check style, formatting, types who may import whom, and that what is generated is fresh
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy $(CODE)
	.venv/bin/lint-imports
	.venv/bin/buf lint
	$(PY) -m deploy.generate --check
	$(PY) -m deploy.generate.golden --check
	$(PY) -m deploy.generate.rules --check
	$(PY) -m deploy.generate.coverage --check
	$(PY) -m deploy.generate.pages --check
	@$(MAKE) --no-print-directory contracts-check

.PHONY: contracts-check
contracts-check: .venv/installed ## Compare what contracts/ promises with the last release: fails where it breaks somebody (AGAINST=ref: with another commit)
	$(PY) -m deploy.promises $(if $(AGAINST),--against $(AGAINST))

.PHONY: release
release: .venv/installed ## Record what VERSION=1.2.0 promises, if it breaks nobody: before it is tagged
	@test -n "$(VERSION)" || { echo "Say which: make release VERSION=1.2.0"; exit 1; }
	$(PY) -m deploy.promises --record $(VERSION)

.PHONY: validate
validate: .venv/installed ## Check docker-compose.yml and the Kubernetes manifests (needs Go; builds validators once)
	$(PY) -m deploy.validate

.PHONY: image
image: .venv/installed ## Build the services' images and start them once (needs Docker, or root on Debian to get it)
	deploy/image/try

.PHONY: generate
generate: .venv/installed ## Write what is made from the code again: schemas, .proto files, stubs, pages in docs/
	$(PY) -m deploy.generate.golden
	$(PY) -m deploy.generate
	@$(MAKE) --no-print-directory docs

.PHONY: docs
docs: .venv/installed ## Write docs/rules.md, docs/coverage.md and the tables of other pages from code and docs/observed.json
	$(PY) -m deploy.generate.views
	$(PY) -m deploy.generate.rules
	$(PY) -m deploy.generate.coverage
	$(PY) -m deploy.generate.pages

.PHONY: pages
pages: .venv/installed ## Take a picture of each web page, into docs/pages/
	$(PY) -m deploy.demo.pictures

.PHONY: proof
proof: .venv/installed ## Switch off one refusal after the other: a test must fail each time. Writes docs/observed.json and the pages
	$(PY) -m tests.proof; proved=$$?; $(MAKE) --no-print-directory docs && exit $$proved

.PHONY: bench
bench: .venv/installed ## Measure against real PostgreSQL and Kafka
	$(PY) -m bench $(ARGS)

.PHONY: servers
servers: .venv/installed ## Start Kafka and PostgreSQL, print their addresses, stay until Ctrl-C
	$(PY) -m deploy.embedded

.PHONY: lock
lock: .venv/installed ## Resolve requirements*.in into the lock files (UPGRADE=1: to the newest versions)
	$(COMPILE) $(if $(UPGRADE),--upgrade) requirements.in -o requirements.txt > /dev/null
	$(COMPILE) $(if $(UPGRADE),--upgrade) requirements-dev.in -c requirements.txt -o requirements-dev.txt > /dev/null

.PHONY: clean
clean: ## Remove .venv and what tools left in the checkout
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Kafka's jars and PostgreSQL's binaries stay in $(HELHED_CACHE); to remove them too: rm -rf $(HELHED_CACHE)"

.venv/installed: requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, $(PYTHON) is older. Try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up .venv from requirements-dev.txt: about a minute, once and when the lock file changes."
	@$(PY) -m pip --version > /dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
