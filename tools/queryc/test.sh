#!/bin/bash
# test.sh [QUERYC] — what queryc refuses, and what it makes of what it accepts.
#
# A file in refuses/ says on a line `-- refuses: LINE: QUERY: SENTENCE` what must be answered, and
# that must be all of the answer. Files in refuses/schema are mistakes in a schema. What is in
# accepts/ is compiled by both compilers without a warning, and run.
set -u
cd "$(dirname "$0")/../.." || exit 1
queryc=${1:-${OUT:-build}/tools/queryc}
here=tools/queryc
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0

tell() { # NAME: the last command decides
    if [ $? = 0 ]; then echo "ok - queryc $1"; else echo "not ok - queryc $1"; failed=1; fi
}

refuses() { # NAME, FILE that says so, then the arguments
    local name=$1 file=$2 said
    rm -rf "$work/refused"
    shift 2
    said=$(sed -n 's/^-- refuses: \([0-9]*\): /\1: error: /p' "$file")
    if "$queryc" --out "$work/refused" "$@" 2> "$work/answer"; then
        echo "accepted: $file" >&2
        false
    else
        echo "$file:$said" | sed "s|@FILE|$file|" | diff - "$work/answer" >&2 &&
            [ ! -e "$work/refused" ]
    fi
    tell "refuses $name"
}

town=$here/accepts/0001-town.sql
for file in "$here"/refuses/*.sql; do
    refuses "$(basename "$file" .sql)" "$file" --schema $town -- "$file"
done
for file in "$here"/refuses/schema/*.sql; do
    refuses "schema $(basename "$file" .sql)" "$file" --schema "$file" --
done
two=$here/refuses/two-owners
refuses two-owners $two/south/south.sql --schema $town -- $two/north/north.sql $two/south/south.sql

# ---- what is about people: each column of words, bytes or a person has a kind, or is plain

cat > "$work/people.sql" <<'SQL'
CREATE TABLE person (            -- somebody -- small: tens
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL           -- as people call them
) STRICT;
CREATE TABLE note (              -- what somebody wrote -- small: tens
    id     INTEGER PRIMARY KEY,
    author INTEGER REFERENCES person (id), -- who
    length INTEGER NOT NULL,     -- how long it is
    body   TEXT NOT NULL         -- the words
) STRICT;
SQL
cp "$work/people.sql" "$work/0001-people.sql"
personal() { # SAYS, LINES of the file
    printf '%b' "$2" > "$work/personal.txt"
    "$queryc" --out "$work/personal" --schema "$work/0001-people.sql" --personal "$work/personal.txt" -- \
        2> "$work/answer" && : > "$work/answer"
    if [ -n "$1" ]; then grep -qF "$1" "$work/answer" && [ ! -e "$work/personal/gen" ]; else [ ! -s "$work/answer" ]; fi
}
personal 'note.body is, or that it is plain' 'who person.name note.author\n'
tell "refuses a column about people without a kind"
personal 'note.author is, or that it is plain' 'who person.name\nplain note.body\n'
tell "refuses who it was without a kind"
personal 'there is no column note.words' 'who person.name note.author note.body note.words\n'
tell "refuses a column that is not there"
personal 'there is no table notes' 'who person.name note.author note.body\nplain notes\n'
tell "refuses a table that is not there"
personal 'name the columns of note' 'who person.name note\n'
tell "refuses a whole table of one kind"
personal '' '# kinds\nwho person.name\n    note.author\nwords-said note.body\n' &&
    grep -q 'PERSONAL_WORDS_SAID' "$work/personal/gen/personal.h" &&
    grep -q '{ PERSONAL_WHO, "note.author" }' "$work/personal/gen/personal.c"
tell "knows of each column about people what kind it is"

# ---- what it makes

make_all() {
    "$queryc" --out "$work/build" --schema $town -- $here/accepts/town.sql
}
make_all
tell "accepts town.sql"
stamp() { find "$work/build" -type f -printf '%p %T@\n' | sort; }
before=$(stamp)
make_all && [ -n "$before" ] && [ "$before" = "$(stamp)" ]
tell "leaves alone what would not change"

warn="-std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wformat=2 -Wconversion -Wsign-conversion
      -Wshadow -Wvla -Wstrict-prototypes -Wmissing-prototypes -Wnull-dereference -Wcast-qual
      -Wwrite-strings -Wundef -Werror"
made="$work/build/$here/accepts/town.sql.c $work/build/gen/migrations.c"
store="src/store/store.c src/store/clean.c src/store/snapshot.c src/store/query.c src/store/writer.c src/store/sweep.c src/store/migrate.c"
for cc in gcc clang-14; do
    # shellcheck disable=SC2086
    (for file in $made $here/accepts/town.c; do
        $cc $warn -O2 -Isrc -I"$work/build" -I. -c "$file" -o "$work/one.o" || exit 1
    done)
    tell "makes code that $cc takes without a warning"
done
# shellcheck disable=SC2086
gcc -std=c17 -D_GNU_SOURCE -g -O1 -pthread -fsanitize=address,undefined -Isrc -I"$work/build" -I. \
    $made $here/accepts/town.c $store src/base/base.c -lsqlite3 -lcrypto -o "$work/town" &&
    "$work/town" >&2
tell "makes code that does what it says"
exit $failed
