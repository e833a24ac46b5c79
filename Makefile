PYTHON ?= python

.PHONY: audit check corpus docs examples inventory lock notebooks pictures reference test

# what .ci/run checks
check:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest

test:
	$(PYTHON) -m pytest

corpus:
	$(PYTHON) -m graphbuild build corpus -o output --fresh

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

# requirements/: the exact version of every package and the hashes of all its files, for every Python and system that we name;
# make lock UPGRADE=--upgrade  takes newer versions. This and what follows needs  pip install '.[supply]'
COMPILE = $(PYTHON) -m uv pip compile setup.cfg --no-config --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --custom-compile-command "make lock" $(UPGRADE)
SYSTEMS = x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu x86_64-apple-darwin aarch64-apple-darwin x86_64-pc-windows-msvc
FITS = $(PYTHON) -m uv pip install --no-config --quiet --dry-run --require-hashes --only-binary :all: --no-binary pyspark --target /nowhere

lock:
	$(COMPILE) --extra serve --output-file requirements/run.txt
	$(COMPILE) --extra serve --extra spark --constraint requirements/run.txt --output-file requirements/spark.txt
	$(COMPILE) --extra test --extra spark --constraint requirements/spark.txt --output-file requirements/test.txt
	set -e; for system in $(SYSTEMS); do for version in 3.11 3.12 3.13; do \
		$(FITS) --python-platform $$system --python-version $$version --requirements requirements/test.txt; \
	done; done
	$(MAKE) inventory

# the bill of materials and docs/licences.md, from requirements/spark.txt
inventory:
	$(PYTHON) requirements/inventory.py

# known vulnerabilities; asks an advisory service, and fails where it has no answer. AUDIT="--vulnerability-service osv" asks another
audit:
	$(PYTHON) -m pip_audit --strict --require-hashes --disable-pip --requirement requirements/test.txt $(AUDIT)
