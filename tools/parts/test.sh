#!/bin/bash
# test.sh — what tools/parts makes of a small list of words, and what it refuses.
cd "$(dirname "$0")/../.." || exit 2
tool=${OUT:-build}/tools/parts
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
n=0
check() { # NAME CONDITION…
    local name=$1; shift
    n=$((n + 1))
    if "$@"; then echo "ok $n $name"; else echo "not ok $n $name"; fi
}
words() { # a list of enough words: bus stands in front of, and huis behind, ten others
    for i in {a..z}{a..z}{b..d}; do echo "x$i"; done
    printf '%s\n' bus huis heid 2024 Almere "zo'n"
    for head in bank berg boek dorp fiets grond haven kaart lamp markt; do printf '%s\n' $head ${head}huis bus$head ${head}heid; done
}
words >"$work/words"
"$tool" --show "$work/words" >"$work/shown"
check "a word in front of others is a part" grep -q '^bus ' "$work/shown"
check "a word behind others is a part" grep -q '^huis ' "$work/shown"
check "names, figures and signs are none" bash -c "! grep -qE '2024|[Aa]lmere|zo' '$work/shown'"
check "the list is C" bash -c "'$tool' '$work/words' | grep -q '^const size_t parts_list_n = [1-9]'"
refuses() { "$tool" "$@" >"$work/out" 2>"$work/err"; [ $? -eq 1 ] && [ -s "$work/err" ] && [ ! -s "$work/out" ]; }
echo een >"$work/short"
head -c 100000 /dev/urandom >"$work/junk"
check "no file is refused" refuses
check "a file that is not there is refused" refuses "$work/none"
check "a list that is no list is refused" refuses "$work/short"
check "bytes that are no words are refused" refuses "$work/junk"
