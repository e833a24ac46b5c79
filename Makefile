PYTHON ?= python

.PHONY: check test corpus pictures

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

# those of docs/pictures.md
DRAW = $(PYTHON) -m graphbuild draw output --language en --kind

pictures: corpus
	$(DRAW) alliances --to docs/images/network.png
	$(DRAW) matrix --to docs/images/matrix.png
	$(DRAW) timeline --to docs/images/timeline.png
	$(DRAW) ego --actor Russie --to docs/images/ego.png
