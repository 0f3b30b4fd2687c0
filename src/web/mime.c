/* mime.c — see mime.h. */
#include "web/mime.h"

#include "base/bytes.h"

#include <openssl/evp.h>
#include <string.h>

enum { LINE_MOST = 76, WORD_BYTES = 42, PLAIN_MOST = 60 };

struct str mime_domain(struct str address)
{
    const size_t at = str_find(address, STR("@"));
    return at == SIZE_MAX ? STR("") : str_from(address, at + 1);
}

/* ---- headers ---- */

static bool plain(struct str x)
{
    if (str_find(x, STR("=?")) != SIZE_MAX) return false;
    for (size_t i = 0; i < x.n; i++)
        if ((unsigned char)x.s[i] < ' ' || (unsigned char)x.s[i] > '~') return false;
    return true;
}

/* Where a piece of at most `most` bytes ends, not within a character. */
static size_t piece(struct str x, size_t most)
{
    if (x.n <= most) return x.n;
    size_t n = most;
    while (n > most - 3 && ((unsigned char)x.s[n] & 0xc0) == 0x80) n--;
    return n;
}

static struct str encoded_word(struct arena *a, struct str x)
{
    unsigned char code[4 * (WORD_BYTES / 3 + 1) + 1];
    const int n = EVP_EncodeBlock(code, (const unsigned char *)x.s, (int)x.n);
    return arena_format(a, "=?utf-8?B?%.*s?=", n, (const char *)code);
}

/* Encoded words, each on a line of its own: what is long, or not plain, can do nothing there. */
struct str mime_header(struct arena *a, struct str text, size_t used)
{
    if (plain(text) && used + text.n <= PLAIN_MOST) return text;
    struct str all = STR(""), rest = text;
    while (rest.n) {
        const size_t n = piece(rest, WORD_BYTES);
        if (all.n) all = arena_join(a, all, STR("\r\n "));
        all = arena_join(a, all, encoded_word(a, str_upto(rest, n)));
        rest = str_from(rest, n);
    }
    return all;
}

/* A name before an address: in quotes when it is plain, where only two characters mean something. */
static struct str display_name(struct arena *a, struct str name)
{
    if (!plain(name) || name.n > PLAIN_MOST) return mime_header(a, name, PLAIN_MOST);
    char *to = arena_take(a, 2 * name.n + 3, 1);
    size_t n = 0;
    to[n++] = '"';
    for (size_t i = 0; i < name.n; i++) {
        if (name.s[i] == '"' || name.s[i] == '\\') to[n++] = '\\';
        to[n++] = name.s[i];
    }
    to[n++] = '"';
    return (struct str){ to, n };
}

struct str mime_date(struct arena *a, struct instant t)
{
    static const char *const days[] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" };
    static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    const int64_t day = t.s / 86400;
    const int left = (int)(t.s % 86400);
    const struct date d = date_of((struct day){ (int32_t)day });
    return arena_format(a, "%s, %d %s %d %02d:%02d:%02d +0000", days[day % 7], d.day,
                        months[d.month - 1], d.year, left / 3600, left / 60 % 60, left % 60);
}

/* ---- the text ---- */

struct quoting {
    char *to;
    size_t n, column;
};

static void put(struct quoting *q, const char *what, size_t n)
{
    if (q->column + n > LINE_MOST - 1) { /* "=" at the end of a line: it goes on */
        memcpy(q->to + q->n, "=\r\n", 3);
        q->n += 3;
        q->column = 0;
    }
    memcpy(q->to + q->n, what, n);
    q->n += n;
    q->column += n;
}

static void put_code(struct quoting *q, char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const unsigned char u = (unsigned char)c;
    const char code[3] = { '=', digits[u >> 4], digits[u & 15] };
    put(q, code, sizeof code);
}

struct str mime_quoted(struct arena *a, struct str text)
{
    /* Three for each byte, and three more for each line of at least 73. */
    struct quoting q = { .to = arena_take(a, 4 * text.n + 8, 1) };
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.s[i];
        const bool last = i + 1 == text.n || text.s[i + 1] == '\n';
        if (c == '\n') {
            memcpy(q.to + q.n, "\r\n", 2);
            q.n += 2;
            q.column = 0;
        } else if (c == '=' || (unsigned char)c > '~' || (unsigned char)c < ' ' ||
                   (c == ' ' && last) ||
                   (c == '.' && (!q.column || q.column == LINE_MOST - 1))) {
            put_code(&q, c);
        } else {
            put(&q, &c, 1);
        }
    }
    return (struct str){ q.to, q.n };
}

/* ---- the whole ---- */

struct str mime_message(struct arena *a, const struct message *m)
{
    const struct str id = hex_write(a, m->key);
    const struct str name =
        m->from_name.n ? arena_join(a, display_name(a, m->from_name), STR("\r\n ")) : STR("");
    struct str head =
        arena_format(a, "Date: %.*s\r\nFrom: %.*s<%.*s>\r\nTo: <%.*s>\r\nSubject: %.*s\r\n",
                     STR_ARG(mime_date(a, m->made)), STR_ARG(name), STR_ARG(m->from),
                     STR_ARG(m->to), STR_ARG(mime_header(a, m->subject, sizeof "Subject: ")));
    if (m->reply.n)
        head = arena_join(a, head, arena_format(a, "Reply-To: <%.*s>\r\n", STR_ARG(m->reply)));
    if (m->leave.n && plain(m->leave) && str_find(m->leave, STR(">")) == SIZE_MAX)
        head = arena_join(a, head,
                          arena_format(a,
                                       "List-Unsubscribe:\r\n <%.*s>\r\n"
                                       "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
                                       STR_ARG(m->leave)));
    head = arena_join(
        a, head,
        arena_format(a,
                     "Message-ID: <%.*s@%.*s>\r\nAuto-Submitted: auto-generated\r\n"
                     "Content-Language: %.2s\r\nMIME-Version: 1.0\r\n"
                     "Content-Type: text/plain; charset=utf-8\r\n"
                     "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
                     STR_ARG(id), STR_ARG(mime_domain(m->from)), lang_about(m->lang)->code.s));
    return arena_join(a, head, mime_quoted(a, m->text));
}
