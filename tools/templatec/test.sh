#!/bin/bash
# test.sh [TEMPLATEC] — what templatec refuses, and what it makes of what it accepts.
#
# Each file in refuses/ says in remarks `refuses: LINE: SENTENCE` what must be answered, and that must
# be all of the answer; refuses/compiler holds what the C compiler must refuse at line 3. What is in
# accepts/ is compiled by both compilers without a warning, run in both languages, and compared.
set -u
cd "$(dirname "$0")/../.." || exit 1
templatec=$(realpath "${1:-${OUT:-build}/tools/templatec}") || exit 1
here=tools/templatec
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0
warn="-std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wformat=2 -Wconversion -Wsign-conversion
      -Wshadow -Wvla -Wstrict-prototypes -Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wundef
      -Werror"
sanitize="-g -fsanitize=address,undefined -fno-sanitize-recover=all"

tell() { # NAME: the last command decides
    if [ $? = 0 ]; then echo "ok - templatec $1"; else echo "not ok - templatec $1"; failed=1; fi
}

refuses() { # NAME, FILE, the answer it says, then the arguments
    local name=$1 said=$2
    shift 2
    if "$templatec" "$@" >"$work/made" 2>"$work/answer"; then
        echo "accepted: $name" >&2
        false
    else
        [ -n "$said" ] && [ ! -s "$work/made" ] && diff <(echo "$said") "$work/answer" >&2
    fi
    tell "refuses $name"
}

# ---- refused by templatec

en=$here/refuses/en.po
for file in "$here"/refuses/*.html; do
    said=$(sed -n "s|^{!-- refuses: en.po:\([0-9]*\): \(.*\) --}$|$en:\1: error: \2|p;
                   s|^{!-- refuses: \([0-9]*\): \(.*\) --}$|$file:\1: error: \2|p" "$file")
    refuses "$(basename "$file" .html)" "$said" --assets assets --locale $en "$file"
done
for file in "$here"/refuses/po/*.po; do
    said=$(sed -n "s|^# refuses: \([0-9]*\): |$file:\1: error: |p" "$file")
    refuses "po $(basename "$file" .po)" "$said" --locale "$file" $here/accepts/badge.html
done
for file in "$here"/refuses/say/*.c; do
    said=$(sed -n "s|^/\* refuses: \([0-9]*\): \(.*\) \*/$|$file:\1: error: \2|p" "$file" |
        sed "s|in EN;|in $en;|")
    refuses "say $(basename "$file" .c)" "$said" --words $en -- "$file"
done
printf '{part x(void) from "h.h"}\n<p>\xff</p>\n' >"$work/x.html"
refuses "a template that is not UTF-8" "$work/x.html:1: error: this file is not UTF-8" "$work/x.html"
yes '<p>x</p>' | sed "1s/.*/{part x(int n) from \"h.h\"}/; 60q" >"$work/x.html"
[ "$("$templatec" "$work/x.html" 2>&1 | wc -l)" = 30 ]
tell "says thirty things at most"

# ---- refused by the C compiler, at the line of the template

made=$work/built
mkdir -p "$made/web"
echo '#include "sample.h"' >"$made/web/web.h"
for file in "$here"/refuses/compiler/*.html; do
    "$templatec" "$file" >"$made/tried.html.h" 2>"$work/answer" || cat "$work/answer" >&2
    # one language is enough here
    sed -i '/^_Static_assert/d' "$made/tried.html.h"
    echo '#include "tried.html.h"' >"$work/tried.c"
    for cc in gcc clang-14; do
        ! $cc $warn -fsyntax-only -I"$made" -I$here/accepts -Isrc "$work/tried.c" 2>"$work/answer" &&
            grep -q "$file:3:.*error" "$work/answer"
        tell "refuses $(basename "$file" .html) ($cc)"
    done
done

# ---- what it makes

# The other languages know nothing here, and fall back.
empty=()
for code in nl-simple tr ar; do
    printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=1; plural=0;\\n"\n' \
        >"$work/$code.po"
    empty+=("$work/$code.po")
done
accepted() {
    (cd $here/accepts && "$templatec" --locale en.po $(printf -- "--locale %s " "${empty[@]}") "$1") >"$made/$2"
}
accepted sample.html sample.html.h && accepted badge.html badge.html.h &&
    accepted layout.html web/layout.html.h
tell "accepts the sample"
for cc in gcc clang-14; do
    $cc $warn $sanitize -I"$made" -I$here/accepts -Isrc $here/accepts/sample.c \
        src/base/{base,out,lang,time}.c -o "$work/sample"
    tell "makes C without a warning ($cc)"
    for lang in nl en; do
        "$work/sample" $lang | diff $here/accepts/sample.$lang.html - >&2
        tell "writes the page, hostile values and all ($lang, $cc)"
    done
    diff <("$work/sample" nl alone; echo) \
        <(sed '1,/<main/d' $here/accepts/sample.nl.html | sed '/<\/main>/,$d') >&2
    tell "writes the page alone ($cc)"
done

printf '{part x(struct q body, struct r *end) from "h.h"}\n<p>{body.text}\n{end->day}\n{if(end)}1{end}</p>' \
    >"$work/x.html"
"$templatec" "$work/x.html" | grep -o 'OUT_TEXT(.*\|out_raw(.*\|if (.*' | diff - <(cat <<'END'
out_raw(o, STR("<p>"));
OUT_TEXT(o, body.text);
out_raw(o, STR("\n"));
OUT_TEXT(o, end->day);
out_raw(o, STR("\n"));
if ((end)) {
out_raw(o, STR("1"));
out_raw(o, STR("</p>"));
END
) >&2
tell "lets a variable have the name of a word"

# ---- plural rules, against the arithmetic of bash; and a language that has only half

three=$work/three
mkdir -p "$three/base" "$three/locale"
sed '/^enum lang {/,/^};/c enum lang { LANG_NL, LANG_EN, LANG_XX, LANGS, LANGS_WHOLE = 2 };' src/base/lang.h >"$three/base/lang.h"
header='msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=%s; plural=%s;\\n"\n\n'
forms() { # COUNT RULE: does the C choose what the rule says?
    local count=$1 rule=$2 n i
    {
        printf "$header" "$count" "${rule//%/%%}" | sed 's/%%/%/g'
        printf 'msgid "{n} punt"\nmsgid_plural "{n} punten"\n'
        for ((i = 0; i < count; i++)); do printf 'msgstr[%d] "vorm %d"\n' $i $i; done
        printf '\nmsgid "Door {wie}"\nmsgstr ""\n'
    } >"$three/locale/xx.po"
    {
        printf "$header" 2 'n != 1'
        printf 'msgid "{n} punt"\nmsgid_plural "{n} punten"\nmsgstr[0] "a"\nmsgstr[1] "b"\n\n'
        printf 'msgid "Alleen hier"\nmsgstr "Only here"\n\nmsgid "Door {wie}"\nmsgstr "By {wie}"\n'
    } >"$three/locale/en.po"
    "$templatec" --locale "$three/locale/en.po" --locale "$three/locale/xx.po" \
        $here/accepts/forms.html >"$three/forms.html.h" &&
        gcc $warn -Wno-missing-prototypes $sanitize -I"$three" -Isrc $here/accepts/forms.c \
            -o "$work/forms" &&
        for ((n = 0; n <= 210; n++)); do
            i=$((rule))
            echo "<p title=\"vorm $i\">vorm $i <bdi lang=\"nl\">Alleen hier</bdi> <bdi lang=\"nl\">Door An</bdi></p>"
        done | diff - <("$work/forms" 2) >&2
    tell "chooses the form of $rule"
}
forms 1 0
forms 2 'n > 1'
forms 3 'n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2'
forms 4 'n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3'
forms 6 'n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5'
forms 2 '!(n + 1 - n*2/2 == 1) || n/10 <= 3 && n < 7'
diff <("$work/forms" 0 | sed -n '1p;2p;3p') - >&2 <<'END'
<p title="0 punten">0 punten Alleen hier Door An</p>
<p title="1 punt">1 punt Alleen hier Door An</p>
<p title="2 punten">2 punten Alleen hier Door An</p>
END
tell "chooses the Dutch form by the Dutch rule"

# ---- a locale brought up to date

update() { # the templates of this test, in a directory of their own
    (cd "$work/up" && "$templatec" --update locale/en.po -- a.html b.c)
}
mkdir -p "$work/up/locale"
printf "# Of the team.\n$header# A note.\n#: old.html\nmsgid \"Blijft\"\nmsgstr \"Stays\"\n\n%s" 2 'n != 1' \
    $'#, fuzzy\nmsgid "Twijfel"\nmsgstr "Doubt"\n\nmsgid "Verdwijnt"\nmsgstr "Goes"\n\n' \
    >"$work/up/locale/en.po"
cat >>"$work/up/locale/en.po" <<'END'
msgid "Leeg en weg"
msgstr ""

msgid "punt"
msgstr "point"

#~ msgid "Keert terug"
#~ msgstr "Returns"
END
cat >"$work/up/a.html" <<'END'
{part x(int n) from "h.h"}
<p>{"Nieuw"} {"Twijfel"} {"punt" | "punten", n = n} {"Nieuw" as "knop"} {"Keert \"terug\""}</p>
END
echo 'x = SAY("Blijft"), SAY("Keert terug"), SAY("Nieuw");' >"$work/up/b.c"
update && diff "$work/up/locale/en.po" - >&2 <<'END'
# Of the team.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=n != 1;\n"

#: a.html b.c
msgid "Nieuw"
msgstr ""

#: a.html
#, fuzzy
msgid "Twijfel"
msgstr "Doubt"

#: a.html
#, fuzzy
msgid "punt"
msgid_plural "punten"
msgstr[0] "point"
msgstr[1] ""

#: a.html
msgctxt "knop"
msgid "Nieuw"
msgstr ""

#: a.html
msgid "Keert \"terug\""
msgstr ""

# A note.
#: b.c
msgid "Blijft"
msgstr "Stays"

#: b.c
msgid "Keert terug"
msgstr "Returns"

#~ msgid "Verdwijnt"
#~ msgstr "Goes"
END
tell "brings a locale up to date"
cp "$work/up/locale/en.po" "$work/up/before.po"
update && cmp "$work/up/before.po" "$work/up/locale/en.po" >&2
tell "leaves alone what is up to date"
echo '{part x(int n) from "h.h"}<p>{"punt" | "puntjes", n = n}{"punt" | "punten", n = n}</p>' \
    >"$work/up/a.html"
! update 2>"$work/answer" && cmp "$work/up/before.po" "$work/up/locale/en.po" >&2 &&
    grep -q 'a.html:1: error: "punt" has another second form than in a.html:1' "$work/answer"
tell "refuses two second forms, and leaves the file"
# A locale that covers some of the sources is asked for no others, but keeps what it knows of them.
mkdir -p "$work/part/locale"
cat >"$work/part/locale/xx.po" <<'END'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"X-Covers: here.html dir/\n"
"X-Read-By: \n"

msgid "Bekend"
msgstr "Known"
END
echo '{part x(void) from "h.h"}<p>{"Gevraagd"}</p>' >"$work/part/here.html"
echo 'x = SAY("Bekend"), SAY("Elders");' >"$work/part/there.c"
(cd "$work/part" && "$templatec" --update locale/xx.po -- here.html there.c &&
    grep '^msgid "."\|^msgid "..*"' locale/xx.po) | diff - <(printf 'msgid "Gevraagd"\nmsgid "Bekend"\n') >&2
tell "asks a locale for what it covers"
unread() { "$templatec" --words "$1" -- "$work/part/there.c" | grep -o '\[LANG_XX\] = [a-z]* }'; }
[ "$(unread "$work/part/locale/xx.po")" = '[LANG_XX] = true }' ] &&
    sed -i 's/X-Read-By: /&a colleague/' "$work/part/locale/xx.po" &&
    [ "$(unread "$work/part/locale/xx.po")" = '[LANG_XX] = false }' ]
tell "knows whether a speaker has read a locale"
if command -v msgfmt >/dev/null; then
    for po in "$work/up/locale/en.po" $here/accepts/en.po locale/*.po; do
        msgfmt --check -o /dev/null "$po" 2>"$work/answer" || { cat "$work/answer" >&2 && false; }
        tell "msgfmt agrees on ${po#"$work/up/"}"
    done
fi

# ---- the words of SAY

cat >"$work/say.c" <<'END'
#define SAY(dutch) (words_find(STR(dutch)))
x = SAY("Terug"), SAY("Naam"), SAY(
    "Hallo & "
    "welkom"), SAY("Naam"), NOT_SAY("Nooit"); // SAY("Nooit")
END
cat >"$work/find.c" <<'END'
#include "base/lang.h"
extern const size_t words_table_n;
int main(void)
{
    return words_table_n == 3 && str_is(words_in(SAY("Terug"), LANG_EN), "Back") &&
                   str_is(words_in(SAY("Hallo & welkom"), LANG_EN), "Hello & <welcome>, \"you\"") &&
                   str_is(words_in(SAY("Naam"), LANG_EN), "Name")
               ? 0
               : 1;
}
END
"$templatec" --words $here/accepts/en.po "${empty[@]}" -- "$work/say.c" >"$work/words.c"
for cc in gcc clang-14; do
    $cc $warn $sanitize -Isrc "$work/words.c" "$work/find.c" src/base/{base,lang}.c \
        -o "$work/find" && "$work/find"
    tell "writes the words of SAY ($cc)"
done
echo 'int x;' >"$work/say.c"
"$templatec" --words $here/accepts/en.po "${empty[@]}" -- "$work/say.c" >"$work/words.c" &&
    gcc $warn -Isrc -fsyntax-only "$work/words.c" && grep -q 'words_table_n = 0;' "$work/words.c"
tell "writes a table without words"
exit $failed
