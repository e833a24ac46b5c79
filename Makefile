PYTHON ?= python

.PHONY: check test corpus notebooks reference

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

# docs/reference, from the program itself
reference:
	$(PYTHON) docs/reference.py

# the notebooks with what they show
notebooks:
	PYTHONPATH=$(CURDIR) $(PYTHON) notebooks/execute.py
