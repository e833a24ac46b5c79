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

# those of docs/pictures.md and the READMEs
DRAW = $(PYTHON) -m graphbuild draw output --language en --kind

pictures:
	$(DRAW) alliances --to docs/images/network.png
	$(DRAW) alliances --to docs/images/network.fr.png --language fr
	$(DRAW) matrix --to docs/images/matrix.png
	$(DRAW) timeline --to docs/images/timeline.png
	$(DRAW) ego --actor Russie --to docs/images/ego.png

# the notebooks with what they show
notebooks:
	PYTHONPATH=$(CURDIR) $(PYTHON) notebooks/execute.py
