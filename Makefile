PYTHON ?= python

.PHONY: check test corpus docs examples notebooks pictures reference

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

# everything in the documents that the program itself can write; read them again afterwards
docs: corpus reference examples pictures notebooks

# docs/reference
reference:
	$(PYTHON) docs/reference.py

# what the commands in the pages print
examples:
	$(PYTHON) docs/examples.py

# the pictures of the READMEs
pictures:
	$(PYTHON) -m graphbuild draw output --language en --to docs/images/alliances.png
	$(PYTHON) -m graphbuild draw output --language fr --to docs/images/alliances.fr.png

# the notebooks with what they show
notebooks:
	PYTHONPATH=$(CURDIR) $(PYTHON) notebooks/execute.py
