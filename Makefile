# run · test · check · bench · torture · fuzz · bundle: each does its own set-up (.ci/setup).

SHELL := bash
# `make fuzz TARGET=csv` names what is fuzzed; everywhere else TARGET is the folder of what is built.
FUZZED := $(TARGET)
override TARGET := $(or $(CARGO_TARGET_DIR),target)
BUILT := $(TARGET)/desk
UI_SOURCES := $(shell find ui -path ui/node_modules -prune -o -path ui/dist -prune -o -type f -print 2>/dev/null)

.DEFAULT_GOAL := run
.PHONY: run run-window run-without-screen test check bench torture fuzz bundle setup

# A window needs a screen. macOS and Windows have one; on Linux these two variables name it.
ifeq ($(shell uname -s)$(DISPLAY)$(WAYLAND_DISPLAY),Linux)
run: run-without-screen
else
run: run-window
endif

run-window: ui/dist/index.html
	cargo build --profile desk -p throughline
	$(BUILT)/throughline

run-without-screen: ui/dist/index.html
	@.ci/setup window
	cargo build --profile desk -p throughline -p throughline-tests --bins
	@rm -f $(BUILT)/sample.throughline*
	@echo 'There is no display here, so the window stays closed. The sample workspace, in words:'
	@$(BUILT)/throughline new $(BUILT)/sample.throughline --sample
	@$(BUILT)/throughline coverage --workspace $(BUILT)/sample.throughline
	@$(BUILT)/picture --workspace $(BUILT)/sample.throughline --route '#/architecture' --out tests/pictures/sample.png
	@echo 'And the window itself, pictured on a virtual display: tests/pictures/sample.png'

# Set-up comes first whatever is asked for; it is quick where nothing is missing.
ui/dist/index.html: $(UI_SOURCES) | setup
	npm --prefix ui run build

setup:
	@.ci/setup build

test: ui/dist/index.html
	@.ci/setup window
	cargo build --workspace --bins --tests
	cargo test --workspace --no-fail-fast
	npm --prefix ui test

check: ui/dist/index.html
	@.ci/setup check
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	npm --prefix ui run check
	cargo machete
	cargo deny --log-level error check bans licenses sources
	@if cargo deny --log-level off fetch db; then cargo deny --log-level error check advisories; \
	else echo 'The advisories were not checked: their database cannot be reached from here.'; fi

bench: ui/dist/index.html
	@.ci/setup bench
	cargo build --release -p throughline -p throughline-tests -p throughline-bare --bins
	$(TARGET)/release/bench

# The long forms of what `make test` does in little: CYCLES kills; IMAGES of disks after the power went; FLIPS damaged
# files; POINTS of a full disk; one in EVERY call that fails; CASES of the model; LARGE imports that are cut short. A run
# repeats itself under the same SEED. Then faults seeded into a copy of the tree, each of which its test must catch.
CYCLES ?= 10000
torture: export IMAGES ?= $(shell echo $$(($(CYCLES) * 2)))
torture: export FLIPS ?= 2000
torture: export POINTS ?= 500
torture: export EVERY ?= 1
torture: export CASES ?= 1000
torture: export LARGE ?= 200
torture: export CYCLES := $(CYCLES)
torture:
	@.ci/setup build
	@mkdir -p $(TARGET); set -o pipefail; failed=0; \
	cargo test --profile desk -p throughline-tests --test torture --test plan --no-fail-fast -- --test-threads 2 2>&1 \
	  | tee $(TARGET)/torture.log || failed=1; \
	tests/torture/seeded/run 2>&1 | tee -a $(TARGET)/torture.log || failed=1; \
	tests/torture/table <$(TARGET)/torture.log; exit $$failed

# make fuzz TARGET=csv RUNS=1000000: any bytes at all against a target of tests/fuzz. Inputs that reach
# something new are kept beside what is built, those that fail in tests/fuzz/artifacts. Without a
# sanitizer, as none of our code is unsafe; in memory, as nothing of it is worth keeping.
FOUND := $(abspath $(TARGET))/fuzz/$(FUZZED)
fuzz: export TMPDIR := $(or $(wildcard /dev/shm),$(TMPDIR))
fuzz:
	@.ci/setup fuzz
	@cp Cargo.lock tests/fuzz/Cargo.lock
	@mkdir -p $(FOUND)
	cargo +nightly fuzz run --fuzz-dir tests/fuzz --sanitizer none $(FUZZED) $(FOUND) tests/fuzz/corpus/$(FUZZED) \
		-- -runs=$(or $(RUNS),100000) -timeout=5 -rss_limit_mb=512

bundle: ui/dist/index.html
	cd src-tauri && ../ui/node_modules/.bin/tauri build --ci --ignore-version-mismatches --bundles deb,rpm
