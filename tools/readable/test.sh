#!/bin/bash
# test.sh — the interface can be read (main.c says what that is); and what cannot be read is refused.
#
# Each file in refuses/ says in its first line `refuses: LINE: SENTENCE` what must be answered.
set -u
cd "$(dirname "$0")/../.." || exit 1
readable=${OUT:-build}/tools/readable
here=tools/readable
answer=$(mktemp) || exit 1
trap 'rm -f "$answer"' EXIT
failed=0
tell() { # NAME: the last command decides
    if [ $? = 0 ]; then echo "ok - readable $1"; else echo "not ok - readable $1"; cat "$answer"; failed=1; fi
}

mapfile -t sources < <(find src -name '*.html' -o -name '*.c' ! -name '*.test.c' | sort)
"$readable" locale/en.po locale/nl-simple.po -- "${sources[@]}" 2>"$answer"
tell "every sentence of the interface"

plain=$here/accepts/plain.html
"$readable" -- $plain 2>"$answer" && [ ! -s "$answer" ]
tell "labels do not count in the score"
for file in $here/refuses/*; do
    said=$(sed -En '1s/^.*refuses: ([0-9]+): (.*[^ ])$/\1: error: \2/p' "$file" | sed -E 's, (\*/|--})$,,')
    translations=() texts=($plain "$file")
    [ "${file##*.}" = po ] && translations=("$file") texts=($plain)
    case $file in */hard.*) texts=("$file") ;; esac
    ! "$readable" "${translations[@]}" -- "${texts[@]}" 2>"$answer" && grep -qxF "$file:$said" "$answer"
    tell "refuses $(basename "$file")"
done
# A hard page is found in an interface that is plain as a whole.
work=$(mktemp -d) && trap 'rm -rf "$answer" "$work"' EXIT
page() { # SENTENCE TIMES: a template that says it, numbered so that each counts
    echo '{part many(void) from "web/web.h"}'
    for ((i = 0; i < $2; i++)); do echo "<p>{\"$1 $i.\"}</p>"; done
}
mkdir "$work/plain" "$work/hard"
page "Kom maar bij ons langs op dag" 100 >"$work/plain/a.html"
page "Beleidsmedewerkers ondersteunen bewoners bij" 30 >"$work/hard/b.html"
! "$readable" -- "$work"/*/*.html 2>"$answer" && grep -q "^$work/hard/b.html:2: error: $work/hard/b.html reads at" "$answer"
tell "refuses a hard page among plain ones"
page "Beleidsmedewerkers ondersteunen bewoners bij" 15 >"$work/hard/b.html"
cp "$work/hard/b.html" "$work/hard/c.html"
! "$readable" -- "$work"/*/*.html 2>"$answer" && grep -q "error: $work/hard reads at" "$answer"
tell "refuses small hard pages of one folder"

! "$readable" 2>"$answer" && ! "$readable" -- 2>>"$answer" && ! "$readable" -- /nowhere.c 2>>"$answer"
tell "asked the wrong way"
exit $failed
