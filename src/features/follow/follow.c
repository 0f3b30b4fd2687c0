/* follow.c — see follow.h: words, codes, and when the news goes. */
#include "features/follow/follow.h"

#include "features/voices/voices.h"
#include "web/mail.h"
#include "web/token.h"

#include <stdlib.h>

const struct words *news_words(enum news_kind kind)
{
    switch (kind) {
    case NEWS_ADVICE: return SAY("Nieuw advies aan de stad");
    case NEWS_ANSWER: return SAY("De stad antwoordde op een advies");
    case NEWS_COMMITMENT: return SAY("Nieuwe toezegging");
    case NEWS_MOVED: return SAY("Het wordt een andere dag");
    case NEWS_DEED: return SAY("Er is iets gedaan. Merkt u het?");
    case NEWS_DONE: return SAY("De toezegging is gedaan");
    case NEWS_STOPPED: return SAY("De toezegging is gestopt");
    case NEWS_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct str follower_code(struct arena *a, struct str secret, struct str email,
                         struct instant made)
{
    const struct str text =
        arena_format(a, "follower %lld %.*s", (long long)made.s, STR_ARG(email));
    return receipt_letters(a, hmac(a, secret, text));
}

struct brake follow_brake_to(struct arena *a, struct str email)
{
    return (struct brake){
        .what = "follow to", .who = mail_mailbox(a, email), .most = 1, .seconds = 3600
    };
}

struct path follower_path(struct arena *a, struct str code)
{
    return PATH(a, "/volgen/{}", code_slug(a, code));
}

static struct day monday_of(struct day d)
{
    return (struct day){ d.n - (d.n + 3) % 7 }; /* day 0 was a Thursday */
}

bool digest_due(struct day today, bool has_last, struct day last, bool has_monthly,
                struct day last_monthly, bool *monthly)
{
    const struct day monday = monday_of(today);
    const struct date now = date_of(monday), then = date_of(monday_of(last_monthly));
    *monthly = !has_monthly || now.year != then.year || now.month != then.month;
    return !has_last || monday_of(last).n < monday.n;
}

struct path followed_path(struct arena *a, const struct follows_shown_row *row)
{
    const struct str advice = arena_format(a, "%lld", (long long)row->advice),
                     commitment = arena_format(a, "%lld", (long long)row->commitment);
    switch (row->what) {
    case FOLLOW_DIALOGUE: return PATH(a, "/{}", row->slug);
    case FOLLOW_THEME: return PATH(a, "/{}/thema/{}", row->slug, row->theme);
    case FOLLOW_ADVICE: return PATH(a, "/{}/advies/{}", row->slug, advice);
    case FOLLOW_COMMITMENT: return PATH(a, "/{}/toezegging/{}", row->slug, commitment);
    case FOLLOWEDS: break;
    }
    abort(); /* the schema keeps such a value out */
}
