/* digest.c — the news, by mail: who gets which, five hundred followers at a time, each time in a short transaction.
 * Where it is stands in the data, so a program that was killed goes on there. */
#include "features/follow/follow.h"

#include "features/voices/voices.h"
#include "web/mail.h"
#include "web/web.sql.h"

#include <string.h>

/* ---- asking for a round ---- */

static enum err ask_work(struct tx *tx, void *with)
{
    const struct daily *daily = with;
    struct arena a = { 0 };
    struct digest_newest_row last;
    struct digest_newest_monthly_row last_monthly;
    bool has_last, has_monthly, monthly;
    int64_t upto, digest;
    enum err e = digest_newest(tx->db, &a, &last, &has_last);
    if (e == OK) e = digest_newest_monthly(tx->db, &a, &last_monthly, &has_monthly);
    if (e == OK) e = news_newest(tx->db, &upto);
    if (e == OK && digest_due(day_at(daily->now), has_last, day_at(last.at), has_monthly,
                              day_at(last_monthly.at), &monthly)) {
        e = digest_add(tx, daily->now, daily->site, monthly, upto, &digest);
        if (e == OK) e = job_ask(tx, JOB_DIGEST, digest, 0, daily->now);
    }
    arena_end(&a);
    return e;
}

enum err digest_ask(struct store *st, const struct daily *daily)
{
    struct daily copy = *daily;
    return store_write(st, ask_work, &copy);
}

/* ---- what there is to tell ---- */

struct telling { /* made once, in the arena of the job */
    struct digest_one_row digest;
    struct news_between_row *news; /* the newest first */
    size_t news_n;
    struct news_themes_row *themes;
    size_t themes_n;
    struct str secret;
    struct frame frame;
    int64_t followers; /* id of the last */
};

/* All of it, a thousand at a time; what happened long ago came with a folder or was written down late. */
static enum err read_news(struct job *job, struct telling *t, int64_t after)
{
    const int32_t first = day_at(t->digest.at).n - NEWS_DAYS;
    int64_t upto = t->digest.upto;
    size_t room = 0, n;
    do {
        struct news_between_row *rows;
        TRY(news_between(job->db, job->arena, after, upto, &rows, &n));
        if (t->news_n + n > room) {
            struct news_between_row *more =
                NEW(job->arena, struct news_between_row, room = (t->news_n + n) * 2);
            if (t->news_n) memcpy(more, t->news, t->news_n * sizeof *more);
            t->news = more;
        }
        for (size_t i = 0; i < n; i++)
            if (rows[i].has_day && rows[i].day.n >= first) t->news[t->news_n++] = rows[i];
        if (n) upto = rows[n - 1].id - 1;
    } while (n == news_between_limit);
    return OK;
}

static enum err read(struct job *job)
{
    struct telling *t = NEW(job->arena, struct telling, 1);
    struct request req = { .arena = job->arena, .db = job->db };
    struct secret_find_row secret;
    int64_t least;
    bool found;
    job->found = t;
    TRY(digest_one(job->db, job->arena, job->subject, &t->digest, &found));
    if (!found) return FAIL(ERR_MISSING, "no round of news %lld", (long long)job->subject);
    TRY(told_least(job->db, &least));
    TRY(follower_last(job->db, &t->followers));
    TRY(read_news(job, t, least));
    TRY(news_themes(job->db, job->arena, least, t->digest.upto, &t->themes, &t->themes_n));
    TRY(secret_find(job->db, job->arena, &secret, &found));
    if (!found) return FAIL(ERR_BROKEN, "this data file has no secret");
    t->secret = secret.bytes;
    return site_frame(&req, &t->frame);
}

static bool of_theme(const struct telling *t, int64_t advice, int64_t theme)
{
    size_t low = 0, high = t->themes_n;
    while (low < high) { /* sorted by advice */
        const size_t at = (low + high) / 2;
        if (t->themes[at].advice < advice)
            low = at + 1;
        else
            high = at;
    }
    for (; low < t->themes_n && t->themes[low].advice == advice; low++)
        if (t->themes[low].theme == theme) return true;
    return false;
}

static bool is_about(const struct telling *t, const struct news_between_row *n,
                     const struct follows_between_row *w)
{
    switch (w->what) {
    case FOLLOW_DIALOGUE: return n->dialogue == w->about;
    case FOLLOW_THEME: return of_theme(t, n->advice, w->about);
    case FOLLOW_ADVICE: return n->advice == w->about;
    case FOLLOW_COMMITMENT: return n->has_commitment && n->commitment == w->about;
    case FOLLOWEDS: break;
    }
    return false;
}

/* ---- one mail ---- */

static struct str page_of(struct arena *a, const struct telling *t,
                          const struct news_between_row *n, struct str code)
{
    const struct str advice = arena_format(a, "%lld", (long long)n->advice_number),
                     number = arena_format(a, "%lld", (long long)n->number),
                     part = arena_format(a, "%lld", (long long)n->part);
    const struct path to = n->kind == NEWS_DEED ? PATH(a, "/{}/toezegging/{}/merkt/{}?daad={}",
                                                       n->slug, number, code, part)
                           : n->has_commitment  ? PATH(a, "/{}/toezegging/{}", n->slug, number)
                                                : PATH(a, "/{}/advies/{}", n->slug, advice);
    return arena_join(a, t->digest.site, to.text);
}

struct reader { /* a follower, and what they follow */
    const struct followers_behind_row *who;
    const struct follows_between_row *follows;
    size_t n;
};

static bool wants(const struct telling *t, const struct reader *r,
                  const struct news_between_row *n)
{
    if (n->id <= r->who->told) return false;
    if (n->day.n < day_at(r->who->made).n - NEWS_BEFORE_DAYS) return false;
    for (size_t i = 0; i < r->n; i++)
        if (is_about(t, n, &r->follows[i])) return true;
    return false;
}

/* No mail when there is nothing to tell. */
static enum err tell_one(struct tx *tx, struct request *req, const struct telling *t,
                         const struct reader *r, int64_t *mails)
{
    struct arena *a = req->arena;
    enum lang lang;
    size_t told = 0;
    struct letter l = { 0 };
    const struct news_between_row *last = NULL; /* that has no place in the mail */
    struct str code = { 0 }, slug = { 0 };
    if (!lang_read(r->who->lang, &lang)) lang = LANG_NL;
    for (size_t i = 0; i < t->news_n; i++) {
        const struct news_between_row *n = &t->news[i];
        if (!wants(t, r, n)) continue;
        if (told >= NEWS_IN_MAIL) {
            last = n;
            told++;
            continue;
        }
        if (!told++) {
            code = follower_code(a, t->secret, r->who->email, r->who->made);
            slug = code_slug(a, code);
            l = letter_start(a, lang, words_in(SAY("Nieuws over wat u volgt"), lang));
            letter_say(&l, words_in(SAY("Dag,"), lang));
            letter_say(&l, words_in(SAY("Dit gebeurde sinds onze vorige mail:"), lang));
        }
        letter_item(&l, news_words(n->kind), lang == LANG_EN ? n->title_en : n->title,
                    page_of(a, t, n, slug));
    }
    if (!told) return OK;
    if (last)
        letter_item(&l, SAY("Nog meer nieuws, op de site"),
                    arena_format(a, "%zu", told - NEWS_IN_MAIL),
                    arena_join(a, t->digest.site, PATH(a, "/{}/daden", last->slug).text));
    const struct str self = arena_join(a, t->digest.site, follower_path(a, code).text);
    letter_link(&l, SAY("Wilt u iets anders volgen, of stoppen? Dat kan hier:"), self);
    letter_end(&l, &t->frame);
    (*mails)++;
    return mail_put(tx, req,
                    &(struct mail){ .kind = MAIL_DIGEST,
                                    .about = r->who->id,
                                    .to = r->who->email,
                                    .letter = &l,
                                    .leave = arena_join(a, self, STR("/stop")) });
}

/* ---- five hundred at a time ---- */

static enum err tell_some(struct tx *tx, struct request *req, const struct telling *t,
                          int64_t *last, int64_t *mails, bool *more)
{
    struct digest_one_row now;
    struct followers_behind_row *rows;
    struct follows_between_row *follows;
    size_t n, follows_n, at = 0;
    bool found;
    TRY(digest_one(tx->db, req->arena, t->digest.id, &now, &found));
    if (!found) return FAIL(ERR_MISSING, "the round of news is gone");
    TRY(followers_behind(tx->db, req->arena, now.after, now.upto, now.monthly, &rows, &n));
    *more = n == followers_behind_limit;
    *last = t->followers;
    if (!n) return OK;
    *last = rows[n - 1].id;
    TRY(follows_between(tx->db, req->arena, rows[0].id, *last, &follows, &follows_n));
    for (size_t i = 0; i < n; i++) {
        struct reader r = { .who = &rows[i] };
        while (at < follows_n && follows[at].follower < rows[i].id) at++;
        r.follows = &follows[at];
        while (at + r.n < follows_n && follows[at + r.n].follower == rows[i].id) r.n++;
        const struct arena_mark start = arena_here(req->arena);
        TRY(tell_one(tx, req, t, &r, mails));
        arena_back(req->arena, start); /* each mail in the same memory, which stays warm */
    }
    TRY(followers_told(tx, rows[0].id, *last, now.upto, now.monthly));
    return digest_goes_on(tx, t->digest.id, *last, *mails);
}

static enum err step(struct tx *tx, struct job *job, bool *more, int64_t *done, int64_t *of)
{
    const struct telling *t = job->found;
    struct arena a = { 0 };
    struct request req = {
        .arena = &a, .db = tx->db, .now = t->digest.at, .today = day_at(t->digest.at)
    };
    int64_t mails = 0;
    const enum err e = tell_some(tx, &req, t, done, &mails, more);
    *of = t->followers;
    arena_end(&a);
    return e;
}

static enum err written(struct tx *tx, struct job *job)
{
    (void)tx;
    (void)job;
    return OK; /* the steps wrote everything */
}

const struct job_work digest_work = {
    .kind = JOB_DIGEST, .read = read, .step = step, .write = written
};
