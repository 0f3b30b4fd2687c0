/* terms.c — see terms.h. A value of an enum without a term does not compile (-Wswitch). */
#include "features/dialogue/terms.h"

#include <stdlib.h>

static struct term term(const char *code, const struct words *words)
{
    return (struct term){ code, words };
}

struct term kind_term(int kind)
{
    switch ((enum kind)kind) {
    case KIND_GOES_WELL: return term("goes-well", SAY("Gaat goed"));
    case KIND_MUST_IMPROVE: return term("must-improve", SAY("Kan beter"));
    case KIND_NEEDED: return term("needed", SAY("Is nodig"));
    case KIND_QUESTION: return term("question", SAY("Vraag"));
    case KIND_TIP: return term("tip", SAY("Tip"));
    case KIND_QUOTE: return term("quote", SAY("Citaat"));
    case KIND_STORY: return term("story", SAY("Verhaal"));
    case KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term phase_term(int phase)
{
    switch ((enum phase)phase) {
    case PHASE_LISTENING: return term("listening", SAY("Luisteren"));
    case PHASE_DIALOGUE: return term("dialogue", SAY("Dialoog"));
    case PHASE_ADVICE: return term("advice", SAY("Advies"));
    case PHASE_DECISION: return term("decision", SAY("Besluit"));
    case PHASE_DEEDS: return term("deeds", SAY("Daden"));
    case PHASES: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term phase_state_term(int state)
{
    switch ((enum phase_state)state) {
    case PHASE_LATER: return term("later", SAY("Straks"));
    case PHASE_NOW: return term("now", SAY("Nu bezig"));
    case PHASE_DONE: return term("done", SAY("Klaar"));
    case PHASE_STATES: break;
    }
    abort(); /* the schema keeps such a value out */
}

#define NAMED(tag, words)                                                                      \
    if (str_is(first, tag)) return words
const struct words *language_words(struct str code)
{
    const struct str first = str_upto(code, str_find(code, STR("-")));
    NAMED("ar", SAY("Arabisch"));
    NAMED("bg", SAY("Bulgaars"));
    NAMED("de", SAY("Duits"));
    NAMED("en", SAY("Engels"));
    NAMED("es", SAY("Spaans"));
    NAMED("fa", SAY("Perzisch"));
    NAMED("fr", SAY("Frans"));
    NAMED("fy", SAY("Fries"));
    NAMED("hi", SAY("Hindi"));
    NAMED("id", SAY("Indonesisch"));
    NAMED("it", SAY("Italiaans"));
    NAMED("ku", SAY("Koerdisch"));
    NAMED("nl", SAY("Nederlands"));
    NAMED("pap", SAY("Papiaments"));
    NAMED("pl", SAY("Pools"));
    NAMED("pt", SAY("Portugees"));
    NAMED("ro", SAY("Roemeens"));
    NAMED("ru", SAY("Russisch"));
    NAMED("so", SAY("Somalisch"));
    NAMED("srn", SAY("Sranan"));
    NAMED("ti", SAY("Tigrinya"));
    NAMED("tr", SAY("Turks"));
    NAMED("uk", SAY("Oekraïens"));
    NAMED("ur", SAY("Urdu"));
    NAMED("zh", SAY("Chinees"));
    return NULL;
}

struct term section_term(int section)
{
    switch ((enum section)section) {
    case SECTION_HOW: return term("how", SAY("Hoe dit verslag ontstond"));
    case SECTION_RESEARCH: return term("research", SAY("Wat zegt onderzoek?"));
    case SECTION_PROGRAMME: return term("programme", SAY("Bijeenkomst en programma"));
    case SECTION_STORIES: return term("stories", SAY("Verhalen van inwoners"));
    case SECTION_NEXT: return term("next", SAY("Hoe gaat het verder?"));
    case SECTION_CONTACT: return term("contact", SAY("Vragen of opmerkingen?"));
    case SECTION_THANKS: return term("thanks", SAY("Dank u wel"));
    case SECTION_COLOPHON: return term("colophon", SAY("Over dit verslag"));
    case SECTIONS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term source_kind_term(int kind)
{
    switch ((enum source_kind)kind) {
    case SOURCE_STUDY: return term("study", SAY("Onderzoek"));
    case SOURCE_INTERVIEW: return term("interview", SAY("Gesprek"));
    case SOURCE_COUNCIL_PAPER: return term("council-paper", SAY("Stuk van de raad"));
    case SOURCE_REPORT: return term("report", SAY("Verslag"));
    case SOURCE_OTHER: return term("other", SAY("Andere bron"));
    case SOURCE_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term programme_kind_term(int kind)
{
    switch ((enum programme_kind)kind) {
    case PROGRAMME_MUSIC: return term("music", SAY("Muziek"));
    case PROGRAMME_SPOKEN_WORD: return term("spoken-word", SAY("Spoken word"));
    case PROGRAMME_PRESENTATION: return term("presentation", SAY("Presentatie"));
    case PROGRAMME_ROUND: return term("round", SAY("Aan tafel"));
    case PROGRAMME_OTHER: return term("other", SAY("Programma"));
    case PROGRAMME_KINDS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term licence_term(int licence)
{
    switch ((enum licence)licence) {
    case LICENCE_ASK:
        return term("ask", SAY("Vraag het de gemeente, en noem altijd waar het vandaan komt."));
    case LICENCE_CC0: return term("CC0-1.0", SAY("U mag alles ermee doen (CC0 1.0)."));
    case LICENCE_CC_BY:
        return term(
            "CC-BY-4.0",
            SAY("U mag alles ermee doen, als u noemt waar het vandaan komt (CC BY 4.0)."));
    case LICENCE_CC_BY_SA:
        return term(
            "CC-BY-SA-4.0",
            SAY("Noem waar het vandaan komt, en deel het op dezelfde manier (CC BY-SA 4.0)."));
    case LICENCES: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct str licence_url(int licence)
{
    switch ((enum licence)licence) {
    case LICENCE_CC0: return STR("https://creativecommons.org/publicdomain/zero/1.0/");
    case LICENCE_CC_BY: return STR("https://creativecommons.org/licenses/by/4.0/");
    case LICENCE_CC_BY_SA: return STR("https://creativecommons.org/licenses/by-sa/4.0/");
    case LICENCE_ASK:
    case LICENCES: break;
    }
    return (struct str){ 0 };
}

struct term visibility_term(int visibility)
{
    switch ((enum visibility)visibility) {
    case VISIBILITY_WAITING: return term("waiting", SAY("Wacht op een eerste lezing"));
    case VISIBILITY_SHOWN: return term("shown", SAY("Voor iedereen te lezen"));
    case VISIBILITY_HIDDEN: return term("hidden", SAY("Niet te lezen voor anderen"));
    case VISIBILITY_ERASED: return term("erased", SAY("Gewist"));
    case VISIBILITIES: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term account_term(int account)
{
    switch ((enum account)account) {
    case ACCOUNT_OPEN: return term("open", SAY("Nog niet verwerkt"));
    case ACCOUNT_SET_ASIDE: return term("set-aside", SAY("Niet gebruikt"));
    case ACCOUNT_ONLY_COUNTED: return term("only-counted", SAY("Alleen meegeteld"));
    case ACCOUNT_WITHDRAWN: return term("withdrawn", SAY("Ingetrokken"));
    case ACCOUNTS: break;
    }
    abort(); /* the schema keeps such a value out */
}

struct term reason_term(int reason)
{
    switch ((enum reason)reason) {
    case REASON_DOUBLE: return term("double", SAY("Dit staat al in een ander punt."));
    case REASON_ELSEWHERE:
        return term("elsewhere",
                    SAY("Dit hoort bij een ander onderwerp. Wij gaven het daar door."));
    case REASON_PERSONAL:
        return term("personal",
                    SAY("Hierin staat iets persoonlijks. Dat maken wij niet openbaar."));
    case REASON_HARMFUL:
        return term("harmful",
                    SAY("Dit kan iemand kwetsen of schaden. Daarom gebruiken wij het niet."));
    case REASON_UNCLEAR:
        return term("unclear", SAY("Wij begrepen niet goed wat hiermee bedoeld is."));
    case REASON_OUTSIDE:
        return term("outside", SAY("Hier kan de stad niets aan doen. Wij lazen het wel."));
    case REASONS: break;
    }
    abort(); /* the schema keeps such a value out */
}

bool term_read(struct term (*term_of)(int), int first, int count, struct str code, int *value)
{
    for (int v = first; v < count; v++)
        if (str_is(code, term_of(v).code)) {
            *value = v;
            return true;
        }
    return false;
}
