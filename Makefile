# make            build/dialoog and build/dialoog-image
# make test       every test beside the code, under ASan and UBSan, and the generators' own
# make check      test, lint, formatting, both compilers; ./check also runs the browser
# make tidy       format the C
# make locale     bring locale/*.po up to date with templates and C, and count what is missing
# make bench      measurements against rivals, into bench/results/
# make fuzz       each target for FUZZ_SECONDS (30)
# OUT=dir builds elsewhere; CC=clang builds with clang.

OUT     ?= build
CC      ?= gcc
ifeq ($(origin CC),default)
CC      := gcc
endif
CLANG   ?= clang-14
FORMAT  ?= clang-format-14
FUZZ_SECONDS ?= 30
MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL   := /bin/bash -o pipefail
.DELETE_ON_ERROR:
.SECONDARY:

# ---- flags -----------------------------------------------------------------------------------

LIBS      := libmicrohttpd sqlite3 libcmark libdeflate libcrypto libseccomp jansson libargon2 libcurl \
             harfbuzz harfbuzz-subset fribidi zlib libzip expat
WARN      := -Wall -Wextra -Wpedantic -Wformat=2 -Wconversion -Wsign-conversion -Wshadow -Wvla -Wstrict-prototypes \
             -Wmissing-prototypes -Wnull-dereference -Wimplicit-fallthrough -Wcast-qual -Wundef -Wwrite-strings \
             -Wdouble-promotion -Werror -Werror=format-security -Werror=implicit \
             -Werror=incompatible-pointer-types -Werror=int-conversion
BASE      := -std=c17 -D_GNU_SOURCE -Isrc -I$(OUT) -I. -fno-strict-aliasing -fno-strict-overflow \
             -fno-delete-null-pointer-checks -pthread $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
ifneq (,$(findstring clang,$(CC)))
WARN      += -Wno-gnu-auto-type -Wno-unused-command-line-argument -Wno-missing-field-initializers
HARDEN    := -ftrivial-auto-var-init=pattern
else
WARN      += -Wtrampolines -Wbidi-chars=any
HARDEN    := -ftrivial-auto-var-init=zero
endif
HARDEN    += -fPIE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection \
             -fcf-protection=full
LDHARDEN  := -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,-z,nodlopen -Wl,-z,separate-code -Wl,--as-needed
SANITIZE  := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
LDLIBS    := $(shell pkg-config --libs $(LIBS) 2>/dev/null) -lstemmer -lqrcodegen -lm
VIPS      := $(shell pkg-config --cflags vips 2>/dev/null | sed 's/-I/-isystem /g')
VIPSLIBS  := $(shell pkg-config --libs vips 2>/dev/null) -ljpeg -lpng -lseccomp
RELEASE   := -O2 -g $(HARDEN)

# ---- what there is ---------------------------------------------------------------------------

ALL_C     := $(shell find src -name '*.c' | sort)
TESTS     := $(filter %.test.c,$(ALL_C))
IMAGE_C   := $(wildcard src/image/*.c)
HOUSE     := $(filter-out %.test.c src/main/main.c $(IMAGE_C),$(ALL_C))
HTML      := $(shell find src -name '*.html' | sort)
SQL       := $(shell find src -name '*.sql' | sort)
SCHEMA    := $(sort $(wildcard schema/*.sql))
PO        := $(sort $(wildcard locale/*.po))
DUTCH     := /usr/share/dict/dutch
ASSETS    := $(shell find assets -maxdepth 1 -type f | sort)
ICONS     := $(OUT)/icons/icon-192.png $(OUT)/icons/icon-512.png

HTML_H    := $(HTML:src/%=$(OUT)/%.h)
SQL_C     := $(SQL:src/%=$(OUT)/%.c)
GEN_C     := $(SQL_C) $(OUT)/gen/migrations.c $(OUT)/gen/personal.c $(OUT)/gen/pages.c $(OUT)/gen/words.c $(OUT)/gen/assets.c $(OUT)/gen/parts.c \
             $(OUT)/gen/stock.c
MADE      := $(HTML_H) $(OUT)/gen/queries.stamp $(GEN_C)

# ---- the program -----------------------------------------------------------------------------

all: $(OUT)/dialoog $(if $(IMAGE_C),$(OUT)/dialoog-image) $(OUT)/compile_commands.json

OBJ       := $(HOUSE:src/%.c=$(OUT)/obj/%.o) $(GEN_C:$(OUT)/%.c=$(OUT)/obj/made/%.o)
$(OUT)/dialoog: $(OBJ) $(OUT)/obj/main/main.o
	$(CC) $(LDHARDEN) -pthread $^ $(LDLIBS) -o $@
$(OUT)/dialoog-image: $(IMAGE_C:src/%.c=$(OUT)/obj/%.o) $(OUT)/obj/base/base.o
	$(CC) $(LDHARDEN) $^ $(VIPSLIBS) -lm -o $@

$(OUT)/obj/image/%.o: src/image/%.c | $(MADE)
	@mkdir -p $(@D)
	$(CC) $(BASE) $(VIPS) $(WARN) $(RELEASE) -MMD -MP -c $< -o $@
$(OUT)/obj/made/%.o: $(OUT)/%.c | $(MADE)
	@mkdir -p $(@D)
	$(CC) $(BASE) $(WARN) $(RELEASE) -MMD -MP -c $< -o $@
$(OUT)/obj/%.o: src/%.c | $(MADE)
	@mkdir -p $(@D)
	$(CC) $(BASE) $(WARN) $(RELEASE) -MMD -MP -c $< -o $@

# ---- what is generated -----------------------------------------------------------------------

TOOLFLAGS := -std=c17 -D_GNU_SOURCE -O1 -g $(WARN) -Wno-format-nonliteral -Itools
$(OUT)/tools/templatec: $(wildcard tools/templatec/*.c tools/templatec/*.h) src/base/base.c
	@mkdir -p $(@D)
	$(CC) $(TOOLFLAGS) -Isrc $(filter %.c,$^) -o $@
$(OUT)/tools/queryc: $(wildcard tools/queryc/*.c tools/queryc/*.h) src/base/base.c src/base/base.h
	@mkdir -p $(@D)
	$(CC) $(TOOLFLAGS) -Isrc $(filter %.c,$^) -lsqlite3 -o $@
$(OUT)/tools/readable: tools/readable/main.c $(filter-out %/main.c,$(wildcard tools/templatec/*.c)) \
    tools/templatec/templatec.h $(wildcard src/algo/readability.[ch] src/algo/fold.[ch]) src/base/base.c
	@mkdir -p $(@D)
	$(CC) $(TOOLFLAGS) -Isrc $(filter %.c,$^) -o $@
$(OUT)/tools/parts: tools/parts/main.c $(wildcard src/algo/parts.h src/algo/fold.[ch]) src/base/base.c
	@mkdir -p $(@D)
	$(CC) $(TOOLFLAGS) -Isrc $(filter %.c,$^) -o $@
$(OUT)/tools/embed: $(wildcard tools/embed/*.c tools/embed/*.h)
	@mkdir -p $(@D)
	$(CC) $(TOOLFLAGS) $(filter %.c,$^) -lcrypto -o $@

$(OUT)/%.html.h: src/%.html $(OUT)/tools/templatec $(PO)
	@mkdir -p $(@D)
	$(OUT)/tools/templatec --assets assets $(PO:%=--locale %) $< > $@
$(OUT)/gen/queries.stamp: $(SQL) $(SCHEMA) schema/personal.txt $(OUT)/tools/queryc
	@mkdir -p $(@D)
	$(OUT)/tools/queryc --out $(OUT) --schema $(SCHEMA) --personal schema/personal.txt -- $(SQL)
	@touch $@
$(SQL_C) $(OUT)/gen/migrations.c $(OUT)/gen/personal.c: $(OUT)/gen/queries.stamp ;
$(OUT)/gen/words.c: $(filter-out %.test.c,$(ALL_C)) $(PO) $(OUT)/tools/templatec
	@mkdir -p $(@D)
	$(OUT)/tools/templatec --words $(PO) -- $(filter-out %.test.c,$(ALL_C)) > $@
$(OUT)/gen/pages.c: $(HOUSE) tools/pages
	@mkdir -p $(@D)
	tools/pages > $@
# The picture of an installed page, for phones that want it as a bitmap.
$(OUT)/icons/icon-%.png: assets/icon.svg
	@mkdir -p $(@D)
	rsvg-convert --width $* --height $* --output $@ $<
$(OUT)/gen/assets.c: $(ASSETS) $(ICONS) $(OUT)/tools/embed
	@mkdir -p $(@D)/assets
	$(OUT)/tools/embed --out $(OUT)/gen $(ASSETS) $(ICONS)

$(OUT)/gen/parts.c: $(DUTCH) $(OUT)/tools/parts
	@mkdir -p $(@D)
	$(OUT)/tools/parts $(DUTCH) > $@
$(OUT)/gen/stock.c: tools/stock assets/source-sans-3-latin.woff2 assets/source-sans-3-latin-ext.woff2
	tools/stock $(OUT)

locale: $(OUT)/tools/templatec
	for po in $(PO); do $(OUT)/tools/templatec --update $$po -- $(HTML) $(filter-out %.test.c,$(ALL_C)) && printf "%s: " $$po && msgfmt --check --statistics -o /dev/null $$po || exit 1; done

# ---- tests -----------------------------------------------------------------------------------

TEST_OBJ  := $(HOUSE:src/%.c=$(OUT)/asan/%.o) $(GEN_C:$(OUT)/%.c=$(OUT)/asan/made/%.o)
TEST_BIN  := $(TESTS:src/%.c=$(OUT)/%)
TESTFLAGS := -O1 -g $(SANITIZE)
$(OUT)/asan/made/%.o: $(OUT)/%.c | $(MADE)
	@mkdir -p $(@D)
	$(CC) $(BASE) $(WARN) $(TESTFLAGS) -MMD -MP -c $< -o $@
$(OUT)/asan/%.o: src/%.c | $(MADE)
	@mkdir -p $(@D)
	$(CC) $(BASE) $(WARN) $(TESTFLAGS) -MMD -MP -c $< -o $@
$(OUT)/libhouse.a: $(TEST_OBJ)
	@rm -f $@
	ar crs $@ $^
$(OUT)/%.test: $(OUT)/asan/%.test.o $(OUT)/libhouse.a
	@mkdir -p $(@D)
	$(CC) $(SANITIZE) -pthread $^ -lcmocka $(LDLIBS) -o $@
# The whole program once more under the sanitizers, for the journeys and the attacks.
$(OUT)/dialoog-asan: $(OUT)/asan/main/main.o $(OUT)/libhouse.a
	$(CC) $(SANITIZE) -pthread $^ $(LDLIBS) -o $@

test: $(TEST_BIN) all $(OUT)/tools/readable
	tools/test $(TEST_BIN)
lint: $(MADE)
	tools/lint
	$(FORMAT) --dry-run --Werror $$(git ls-files 'src/*.[ch]' 'tools/*.[ch]' 'fuzz/*.c' 'bench/*.c')
tidy:
	$(FORMAT) -i $$(git ls-files 'src/*.[ch]' 'tools/*.[ch]' 'fuzz/*.c' 'bench/*.c')
check: test lint
	$(MAKE) CC=$(CLANG) OUT=$(OUT)/clang all

# ---- fuzzing ---------------------------------------------------------------------------------

FUZZ_BIN  := $(patsubst fuzz/%.c,$(OUT)/fuzz/%,$(wildcard fuzz/*.c))
FUZZFLAGS := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
FUZZ_OBJ  := $(HOUSE:src/%.c=$(OUT)/fuzzobj/%.o) $(GEN_C:$(OUT)/%.c=$(OUT)/fuzzobj/made/%.o)
$(OUT)/fuzzobj/made/%.o: $(OUT)/%.c | $(MADE)
	@mkdir -p $(@D)
	$(CLANG) $(BASE) $(FUZZFLAGS) -MMD -MP -c $< -o $@
$(OUT)/fuzzobj/%.o: src/%.c | $(MADE)
	@mkdir -p $(@D)
	$(CLANG) $(BASE) $(FUZZFLAGS) -MMD -MP -c $< -o $@
$(OUT)/libfuzzed.a: $(FUZZ_OBJ)
	@rm -f $@
	ar crs $@ $^
# A target that begins with `fuzz: FILE …` in its first lines is built with those files instead.
$(OUT)/fuzz/%: fuzz/%.c $(OUT)/libfuzzed.a
	@mkdir -p $(@D)
	$(CLANG) $(BASE) -Itools -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all $< \
	    $$(sed -n 's/^.*fuzz-with: //p' $<) $(OUT)/libfuzzed.a $(LDLIBS) -o $@
fuzz: $(FUZZ_BIN)
	tools/fuzz $(FUZZ_SECONDS) $(FUZZ_BIN)

# A bench that calls the program's own functions.
$(OUT)/bench/%: bench/%_bench.c $(OBJ)
	@mkdir -p $(@D)
	$(CC) $(BASE) $(WARN) $(RELEASE) $(LDHARDEN) $^ $(LDLIBS) -o $@

bench: all
	bench/run

$(OUT)/compile_commands.json: Makefile | $(MADE)
	@tools/compile-commands "$(CC) $(BASE) $(VIPS) $(WARN) $(RELEASE)" $(filter-out %.test.c,$(ALL_C)) $(TESTS) > $@
	@ln -sf $(OUT)/compile_commands.json compile_commands.json 2>/dev/null || true

clean:
	rm -rf $(OUT) compile_commands.json

-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
.PHONY: all test lint tidy check fuzz bench locale clean
