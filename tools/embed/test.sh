#!/bin/bash
# What embed makes and what it refuses. Prints "ok …" or "not ok …" for each claim.
cd "$(dirname "$0")/../.." || exit 2
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT
mkdir -p "$dir/in" "$dir/out/assets"
gcc -std=c17 -D_GNU_SOURCE -O1 -Wno-format-nonliteral tools/embed/main.c -lcrypto -o "$dir/embed" || exit 1
failed=0
claim() { # NAME COMMAND…
    local name=$1
    shift
    if "$@" >"$dir/log" 2>&1; then echo "ok $name"; else echo "not ok $name" && cat "$dir/log" && failed=1; fi
}
embed() { "$dir/embed" --out "$dir/out" "$@"; }
refuses() { # SENTENCE FILE…
    local sentence=$1
    shift
    ! embed "$@" && embed "$@" 2>&1 | grep -qF "$sentence"
}
printf 'not really a font' >"$dir/in/a.woff2"
printf '@font-face{src:url("a.woff2")}b{background:url("data:image/svg+xml,%%3Cg transform=(1)")}' >"$dir/in/s.css"
for i in $(seq 200); do echo ".rule-$i { color: #00677f; }" >>"$dir/in/s.css"; done
embed "$dir/in/a.woff2" "$dir/in/s.css"
css=$(echo "$dir"/out/assets/s.????????.css)
font=$(basename "$dir"/out/assets/a.????????.woff2)
claim "a stylesheet gets its hash in its name" test -f "$css"
claim "url() becomes the hashed name" grep -qF "url($font)" "$css"
claim "data: stays as it was" grep -qF 'url("data:image/svg+xml,%3Cg transform=(1)")' "$css"
claim "gzip gives the same bytes back" cmp <(gzip -dc "$css.gz") "$css"
claim "brotli gives the same bytes back" cmp <(brotli -dc "$css.br") "$css"
claim "a packed format is not packed again" test ! -e "$dir/out/assets/$font.gz"
claim "the table compiles" gcc -std=c17 -Isrc -c "$dir/out/assets.c" -o "$dir/assets.o"
echo "'use strict';" >"$dir/in/x.js"
embed "$dir/in/x.js"
claim "a script gets its hash in its name" test -f "$(echo "$dir"/out/assets/x.????????.js)"
claim "a script is served as one" grep -qE '"/assets/x\.[0-9a-f]{8}\.js", CONTENT_JS,' "$dir/out/assets.c"
printf '// why\n  // and how\n  let a = "http:// // kept"; // it'\''s gone\n\n' >"$dir/in/y.js"
embed "$dir/in/y.js"
claim "a script loses its remarks, and no text" grep -qxF 'let a = "http:// // kept";' "$(echo "$dir"/out/assets/y.????????.js)"
claim "nothing is left of them" test "$(wc -l <"$(echo "$dir"/out/assets/y.????????.js)")" = 1
printf 'let a = `one\n// two`;\n' >"$dir/in/z.js"
claim "a text over several lines in a script is refused" refuses 'goes on in the next line' "$dir/in/z.js"
echo 'let b = 1; // a part' >"$dir/in/y.part.js"
rm "$dir"/out/assets/y.*
embed "$dir/in/y.js" "$dir/in/y.part.js"
claim "a part of a script goes behind it, in one file" cmp <(printf 'let a = "http:// // kept";\nlet b = 1;\n') "$(echo "$dir"/out/assets/y.*.js)"
claim "a part without its script is refused" refuses "there is no y.js" "$dir/in/y.part.js"
cp "$css" "$dir/first"
printf 'another font' >"$dir/in/a.woff2"
embed "$dir/in/s.css" "$dir/in/a.woff2"
claim "another font gives the stylesheet another name" test "$(ls "$dir"/out/assets/s.????????.css | wc -l)" = 2
printf 'b{background:url(/etc/passwd)}' >"$dir/in/t.css"
claim "refuses a stylesheet that names what is not embedded" refuses "url(/etc/passwd) is not an embedded file" "$dir/in/t.css"
printf '@import "s.css";' >"$dir/in/u.css"
claim "refuses @import" refuses "@import is not followed" "$dir/in/u.css"
printf x >"$dir/in/x.exe"
claim "refuses an unknown extension" refuses "no media type" "$dir/in/x.exe"
claim "refuses the same name twice" refuses "is there twice" "$dir/in/a.woff2" "$dir/in/a.woff2"
exit $failed
