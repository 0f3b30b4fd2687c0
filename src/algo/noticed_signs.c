/* noticed_signs.c — addresses, numbers and plates: what has a shape. Each reader gives the end of
 * what begins at a byte, or 0; none looks further than a few hundred bytes. */
#include "algo/fold.h"
#include "algo/noticed_inside.h"

#include <string.h>

/* ASCII only; 0 past the end. */
static char byte_at(struct str x, size_t i)
{
    return i < x.n ? x.s[i] : '\0';
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Part of a word: any byte beyond ASCII may be. */
static bool wordy(char c)
{
    return digit(c) || letter(c) || (unsigned char)c >= 0x80;
}

static char small(char c)
{
    return capital(c) ? (char)(c + 32) : c;
}

/* Does `word`, in small letters, stand at `at`? */
static bool stands(struct str x, size_t at, const char *word)
{
    for (; *word; word++, at++)
        if (small(byte_at(x, at)) != *word) return false;
    return true;
}

/* Does one of these stand in the 40 bytes before? */
static bool before(struct str x, size_t at, const char *const *words, size_t n)
{
    for (size_t from = at > 40 ? at - 40 : 0; from < at; from++)
        for (size_t w = 0; w < n; w++)
            if (stands(x, from, words[w])) return true;
    return false;
}

/* ---- mail and web ---- */

/* name.name.nl: at least two labels, the last of letters. */
static size_t domain_end(struct str x, size_t at)
{
    size_t end = 0, label = 0;
    bool letters = true, dots = false;
    for (size_t i = at; i - at < 250; i++) {
        const char c = byte_at(x, i);
        if (c == '-' ? label : wordy(c)) {
            label++;
            letters &= letter(c) || (unsigned char)c >= 0x80;
            continue;
        }
        if (dots && label >= 2 && letters) end = i;
        if (c != '.' || !label || !wordy(byte_at(x, i + 1))) break;
        dots = letters = true;
        label = 0;
    }
    return end;
}

static size_t email_end(struct str x, size_t at)
{
    size_t i = at;
    while (i - at <= 64 && (wordy(byte_at(x, i)) || (byte_at(x, i) && strchr("._%+-", x.s[i]))))
        i++;
    if (i == at || i - at > 64) return 0;
    if (byte_at(x, i) == '@') return domain_end(x, i + 1);
    while (byte_at(x, i) == ' ') i++;
    if (!stands(x, i, "(at)") && !stands(x, i, "[at]")) return 0;
    for (i += 4; byte_at(x, i) == ' ';) i++;
    return domain_end(x, i);
}

static size_t url_end(struct str x, size_t at)
{
    static const char *const endings[] = { ".nl",   ".com", ".org", ".net", ".eu",       ".be",
                                           ".info", ".de",  ".tr",  ".io",  ".amsterdam" };
    size_t i = at;
    if (byte_at(x, at) == '@') { /* @name */
        for (i++; i - at < 40 && (wordy(byte_at(x, i)) || byte_at(x, i) == '_');) i++;
        return i - at > 3 ? i : 0;
    }
    bool web = stands(x, at, "http://") || stands(x, at, "https://");
    if (!web) {
        i = domain_end(x, at);
        if (!i) return 0;
        web = stands(x, at, "www.");
        const struct str name = { x.s + at, i - at };
        for (size_t e = 0; !web && e < COUNT_OF(endings); e++)
            web = name.n > strlen(endings[e]) &&
                  stands(name, name.n - strlen(endings[e]), endings[e]);
        if (!web) return 0;
    }
    if (i > at && byte_at(x, i) != '/') return i;
    const size_t least = i > at ? i : at + (stands(x, at, "https") ? 9 : 8); /* more than it */
    size_t end = i;
    for (; i - at < 2000 && (unsigned char)byte_at(x, i) > ' '; i++)
        if (!strchr(".,;:!?)]}\"'", x.s[i])) end = i + 1;
    return end >= least ? end : 0;
}

/* ---- numbers ---- */

/* Reads up to `most` digits; between two of them at most `gap` of the signs in `between`. */
static size_t digits_end(struct str x, size_t at, size_t most, const char *between, size_t gap,
                         char *to, size_t *n)
{
    size_t i = at, end = at;
    for (*n = 0; *n < most;) {
        const char c = byte_at(x, i);
        if (digit(c)) {
            to[(*n)++] = c;
            end = ++i;
        } else if (c && strchr(between, c) && i - end < gap) {
            i++;
        } else {
            break;
        }
    }
    return end;
}

static size_t phone_end(struct str x, size_t at)
{
    char d[16];
    size_t n, i = at;
    const char first = byte_at(x, at);
    if (first != '+' && first != '(' && first != '0') return 0;
    if (first == '(' && byte_at(x, at + 1) != '0' && byte_at(x, at + 1) != '+') return 0;
    if (first == '(') i++;
    const bool plus = byte_at(x, i) == '+';
    if (plus) i++;
    digits_end(x, i, 5, " -.()/", 3, d, &n);
    if (n < 4) return 0;
    size_t most = 10, least = 10;
    const size_t zeros = plus ? 0 : 2;
    if (plus || (d[0] == '0' && d[1] == '0')) {
        const bool dutch = d[zeros] == '3' && d[zeros + 1] == '1';
        least = zeros + (dutch ? 11 : 8);
        most = zeros + (dutch ? 11 : 13);
        if (dutch && n > zeros + 2 && d[zeros + 2] == '0') least = ++most; /* +31 (0)6 */
    } else if (d[0] != '0') {
        return 0;
    } else if (stands(x, i, "0800") || stands(x, i, "0900")) {
        least = 8;
        most = 11;
    }
    const size_t end = digits_end(x, i, most, " -.()/", 3, d, &n);
    if (n < least || digit(byte_at(x, end))) return 0;
    return n == least || n == most || plus || zeros ? end : 0;
}

static size_t iban_end(struct str x, size_t at)
{
    static const struct {
        char country[3];
        size_t length;
    } known[] = { { "nl", 18 }, { "be", 16 }, { "de", 22 }, { "fr", 27 }, { "gb", 22 },
                  { "es", 24 }, { "it", 27 }, { "pl", 28 }, { "pt", 25 }, { "tr", 26 },
                  { "ro", 24 }, { "bg", 22 }, { "ma", 28 }, { "lt", 20 }, { "ie", 22 } };
    size_t k = 0, n = 0, i = at;
    while (k < COUNT_OF(known) && !stands(x, at, known[k].country)) k++;
    if (k == COUNT_OF(known)) return 0;
    char c[34];
    for (; n < known[k].length; i++) {
        const char now = byte_at(x, i);
        if (digit(now) || letter(now))
            c[n++] = small(now);
        else if ((now != ' ' && now != '.') || !n || !wordy(byte_at(x, i + 1)))
            return 0;
    }
    if (wordy(byte_at(x, i)) || !digit(c[2]) || !digit(c[3])) return 0;
    unsigned rest = 0;
    for (size_t j = 0; j < n; j++) {
        const char now = c[(j + 4) % n];
        rest = digit(now) ? (rest * 10 + (unsigned)(now - '0')) % 97
                          : (rest * 100 + (unsigned)(now - 'a') + 10) % 97;
    }
    bool shape = k == 0;
    for (size_t j = 4; k == 0 && j < n; j++) shape &= j < 8 ? letter(c[j]) : digit(c[j]);
    return rest == 1 || shape ? i : 0;
}

static size_t bsn_end(struct str x, size_t at)
{
    static const char *const words[] = { "bsn", "burgerservice", "sofi" };
    char d[10];
    size_t n;
    if (!digit(byte_at(x, at))) return 0;
    const size_t end = digits_end(x, at, 9, ". ", 1, d, &n);
    if (n < 8 || wordy(byte_at(x, end))) return 0;
    if (before(x, at, words, COUNT_OF(words))) return end;
    int sum = 0, any = 0;
    for (int i = 0; i < 9 && n == 9; i++) {
        sum += (i < 8 ? 9 - i : -1) * (d[i] - '0');
        any |= d[i] - '0';
    }
    return any && sum % 11 == 0 ? end : 0;
}

/* ---- days ---- */

static size_t number_end(struct str x, size_t at, size_t most, int *number)
{
    size_t i = at;
    *number = 0;
    for (; i - at < most && digit(byte_at(x, i)); i++) *number = *number * 10 + x.s[i] - '0';
    return i > at && !digit(byte_at(x, i)) ? i : 0;
}

/* The month behind a day: "-6-", " juni ". Gives where the year begins. */
static size_t month_end(struct str x, size_t at)
{
    const char mark = byte_at(x, at);
    int month;
    if (mark == '-' || mark == '/' || mark == '.') {
        const size_t end = number_end(x, at + 1, 2, &month);
        if (end && month >= 1 && month <= 12 && byte_at(x, end) == mark) return end + 1;
    }
    if (mark != ' ' && mark != '-') return 0;
    char folded[48];
    size_t n = 0;
    struct str rest = str_upto(str_from(x, at + 1), 24);
    const char *end = rest.s;
    while (rest.n && n + FOLD_MOST < sizeof folded) {
        const uint32_t c = str_codepoint(&rest);
        if (!fold_letter(c) || fold_digit(c) >= 0) break;
        n += fold_loosely(folded + n, c);
        end = rest.s;
    }
    if (!noticed_month((struct str){ folded, n })) return 0;
    const size_t i = (size_t)(end - x.s) + (byte_at(x, (size_t)(end - x.s)) == '.');
    return byte_at(x, i) == ' ' || byte_at(x, i) == '-' ? i + 1 : 0;
}

static size_t birth_end(struct str x, size_t at)
{
    static const char *const words[] = { "geboren",    "geboorte", "geb.",  "geb ",
                                         "born",       "birth",    "dogum", "do\xc4\x9fum",
                                         "do\xc4\x9f", "مواليد",   "ولد",   "الميلاد" };
    enum { LAST_YEAR = 2012 };
    int day, year, month;
    if (!digit(byte_at(x, at))) return 0;
    size_t end = number_end(x, at, 2, &day);
    if (end) {
        const size_t from = day >= 1 && day <= 31 ? month_end(x, end) : 0;
        end = from ? number_end(x, from, 4, &year) : 0;
        if (!end || (end - from != 4 && end - from != 2)) return 0;
        if (end - from == 2) year = 0;
    } else {
        end = number_end(x, at, 4, &year);
        if (!end || end - at != 4 || byte_at(x, end) != '-') return 0;
        end = number_end(x, end + 1, 2, &month);
        if (!end || month < 1 || month > 12 || byte_at(x, end) != '-') return 0;
        end = number_end(x, end + 1, 2, &day);
        if (!end) return 0;
    }
    if (year >= 1900 && year <= LAST_YEAR) return end;
    return before(x, at, words, COUNT_OF(words)) ? end : 0;
}

/* ---- where one lives, what one drives ---- */

static size_t postcode_end(struct str x, size_t at)
{
    static const char *const units[] = { "km", "kg", "mm", "cm", "ml", "mg", "cc",
                                         "ha", "kw", "mb", "gb", "st", "de", "ca" };
    if (byte_at(x, at) < '1' || byte_at(x, at) > '9') return 0;
    for (size_t i = 1; i < 4; i++)
        if (!digit(byte_at(x, at + i))) return 0;
    size_t i = at + 4;
    const bool apart = byte_at(x, i) == ' ';
    i += apart;
    const char p = byte_at(x, i), q = byte_at(x, i + 1);
    if (!letter(p) || !letter(q) || wordy(byte_at(x, i + 2))) return 0;
    if (capital(p) != capital(q) || (apart && !capital(p))) return 0;
    for (size_t u = 0; u < COUNT_OF(units); u++)
        if (stands(x, i, units[u]) && !capital(p)) return 0;
    i += 2;
    size_t number = i;
    while (number - i < 3 && byte_at(x, number) && strchr(", ", x.s[number])) number++;
    int house;
    const size_t end = number > i ? number_end(x, number, 5, &house) : 0;
    if (!end) return i;
    return letter(byte_at(x, end)) && !wordy(byte_at(x, end + 1)) ? end + 1 : end;
}

/* Three groups, six signs, letters and digits apart; with dashes, or in capitals without. */
static size_t plate_end(struct str x, size_t at)
{
    size_t i = at, signs = 0, groups = 0, letters = 0, group = 0;
    bool dashes = false, three = false;
    for (; signs < 6; i++) {
        const char c = byte_at(x, i);
        if (c == '-' && group) {
            dashes = true;
            group = 0;
            continue;
        }
        if (!digit(c) && !letter(c)) return 0;
        if (group && digit(c) != digit(x.s[i - 1])) {
            if (dashes) return 0;
            group = 0;
        }
        groups += group == 0;
        group++;
        signs++;
        letters += letter(c) != 0;
        three |= letter(c) && group == 3;
    }
    const char next = byte_at(x, i);
    if (wordy(next) || next == '-' || groups != 3 || letters < 1 || letters > 4) return 0;
    for (size_t k = at; k < i; k++) {
        if (!dashes && letter(x.s[k]) && !capital(x.s[k])) return 0;
        if ((three || !dashes) && letter(x.s[k]) && strchr("aeiou", small(x.s[k]))) return 0;
    }
    return i;
}

size_t noticed_signs(struct str text, size_t at, enum noticed *kind)
{
    static const struct {
        size_t (*end)(struct str x, size_t at);
        enum noticed kind;
    } readers[] = { { email_end, NOTICED_EMAIL }, { url_end, NOTICED_URL },
                    { iban_end, NOTICED_IBAN },   { phone_end, NOTICED_PHONE },
                    { birth_end, NOTICED_BIRTH }, { bsn_end, NOTICED_BSN },
                    { plate_end, NOTICED_PLATE }, { postcode_end, NOTICED_ADDRESS } };
    for (size_t r = 0; r < COUNT_OF(readers); r++) {
        const size_t end = readers[r].end(text, at);
        if (end > at) {
            *kind = readers[r].kind;
            return end;
        }
    }
    return 0;
}
