PYTHON ?= python

.PHONY: check test corpus

# what .ci/run checks
check:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest

test:
	$(PYTHON) -m pytest

corpus:
	$(PYTHON) -m graphbuild build corpus -o output
