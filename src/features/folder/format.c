/* format.c — see format.h. */
#include "features/folder/format.h"
#include "features/keeping/keeping.h"
#include "features/verdict/verdict.h"

#include <string.h>

#define DIALOGUE                                                                               \
    {                                                                                          \
        "dialogue", CELL_OTHER, .required = true, .other = SHEET_DIALOGUES                     \
    }
#define OTHER(name, sheet)                                                                     \
    {                                                                                          \
        name, CELL_OTHER, .other = (sheet)                                                     \
    }
#define CODE(name, term, from, upto)                                                           \
    {                                                                                          \
        name, CELL_CODE, .term_of = (term), .first = (from), .end = (upto)                     \
    }
#define CODE_NEEDED(name, term, from, upto)                                                    \
    {                                                                                          \
        name, CELL_CODE, .required = true, .term_of = (term), .first = (from), .end = (upto)   \
    }
#define TITLE(name)                                                                            \
    {                                                                                          \
        name, CELL_TEXT, .required = true, .translated = true                                  \
    }
#define HEADING(name)                                                                          \
    {                                                                                          \
        name, CELL_TEXT, .required = true, .translated = true, .most = HEADING_MOST            \
    }
#define WORDS(name)                                                                            \
    {                                                                                          \
        name, CELL_TEXT, .translated = true                                                    \
    }
#define NEEDED(name, cell)                                                                     \
    {                                                                                          \
        name, cell, .required = true                                                           \
    }

// clang-format off
const struct format formats[SHEETS] = {
    [SHEET_MUNICIPALITY] = { "municipality.csv", 0, {
        NEEDED("name", CELL_TEXT), NEEDED("colour", CELL_COLOUR), { "phone", CELL_TEXT },
        { "email", CELL_TEXT }, { "website", CELL_URL } } },
    [SHEET_DIALOGUES] = { "dialogues.csv", 1, {
        NEEDED("dialogue", CELL_NAME), NEEDED("language", CELL_LANGUAGE),
        NEEDED("invented", CELL_YES_NO), HEADING("title"), TITLE("question"), WORDS("summary"),
        WORDS("area"), WORDS("notice"), OTHER("picture", SHEET_PICTURES),
        { "licence", CELL_CODE, .late = true, .term_of = licence_term,
          .first = LICENCE_ASK + 1, .end = LICENCES } } },
    [SHEET_NEIGHBOURHOODS] = { "neighbourhoods.csv", 2, {
        DIALOGUE, NEEDED("neighbourhood", CELL_NAME), NEEDED("name", CELL_TEXT),
        { "code", CELL_TEXT }, { "inhabitants", CELL_COUNT, .late = true } } },
    [SHEET_PHASES] = { "phases.csv", 2, {
        DIALOGUE, CODE_NEEDED("phase", phase_term, 0, PHASES),
        CODE_NEEDED("state", phase_state_term, 0, PHASE_STATES), WORDS("when") } },
    [SHEET_SUMMARIES] = { "summaries.csv", 2, {
        DIALOGUE, NEEDED("language", CELL_NAME), NEEDED("machine", CELL_YES_NO),
        { "maker", CELL_TEXT }, NEEDED("text", CELL_TEXT) } },
    [SHEET_PILLARS] = { "pillars.csv", 2, {
        DIALOGUE, NEEDED("pillar", CELL_NAME), TITLE("title"), WORDS("text") } },
    [SHEET_PICTURES] = { "pictures.csv", 2, {
        DIALOGUE, NEEDED("picture", CELL_NAME), NEEDED("file", CELL_FILE), TITLE("alt"),
        WORDS("caption"), { "maker", CELL_TEXT } } },
    [SHEET_THEMES] = { "themes.csv", 2, {
        DIALOGUE, NEEDED("theme", CELL_NAME), OTHER("pillar", SHEET_PILLARS),
        OTHER("picture", SHEET_PICTURES), NEEDED("open", CELL_YES_NO), HEADING("title"),
        WORDS("question"), WORDS("context") } },
    [SHEET_SOURCES] = { "sources.csv", 2, {
        DIALOGUE, NEEDED("source", CELL_NAME),
        CODE_NEEDED("kind", source_kind_term, 0, SOURCE_KINDS), { "author", CELL_TEXT },
        { "published", CELL_DAY }, { "url", CELL_URL }, TITLE("title"), WORDS("note") } },
    [SHEET_GATHERINGS] = { "gatherings.csv", 2, {
        DIALOGUE, NEEDED("gathering", CELL_NAME), NEEDED("day", CELL_DAY),
        { "starts", CELL_CLOCK }, { "ends", CELL_CLOCK }, { "people", CELL_COUNT },
        NEEDED("about", CELL_YES_NO), OTHER("picture", SHEET_PICTURES), HEADING("title"),
        WORDS("place"), WORDS("text") } },
    [SHEET_PROGRAMME] = { "programme.csv", 0, {
        DIALOGUE, { "gathering", CELL_OTHER, .required = true, .other = SHEET_GATHERINGS },
        { "starts", CELL_CLOCK }, CODE_NEEDED("kind", programme_kind_term, 0, PROGRAMME_KINDS),
        TITLE("title"), WORDS("text") } },
    [SHEET_TABLES] = { "tables.csv", 4, {
        DIALOGUE, { "gathering", CELL_OTHER, .required = true, .other = SHEET_GATHERINGS },
        NEEDED("round", CELL_NUMBER), NEEDED("table", CELL_NUMBER),
        { "theme", CELL_OTHER, .required = true, .other = SHEET_THEMES },
        { "place", CELL_TEXT } } },
    [SHEET_PLANS] = { "plans.csv", 2, {
        DIALOGUE, { "gathering", CELL_OTHER, .required = true, .other = SHEET_GATHERINGS },
        NEEDED("registers", CELL_YES_NO), { "until", CELL_DAY }, { "capacity", CELL_NUMBER } } },
    [SHEET_SEATS] = { "seats.csv", 4, {
        DIALOGUE, { "gathering", CELL_OTHER, .required = true, .other = SHEET_GATHERINGS },
        NEEDED("round", CELL_NUMBER),
        { "table", CELL_OTHER, .required = true, .other = SHEET_TABLES },
        NEEDED("seats", CELL_NUMBER), NEEDED("wheelchairs", CELL_COUNT),
        { "interpreter", CELL_LANGUAGE } } },
    [SHEET_FINDINGS] = { "findings.csv", 2, {
        DIALOGUE, NEEDED("finding", CELL_NUMBER),
        { "source", CELL_OTHER, .required = true, .other = SHEET_SOURCES }, { "page", CELL_TEXT },
        OTHER("theme", SHEET_THEMES), OTHER("gathering", SHEET_GATHERINGS),
        { "round", CELL_NUMBER }, OTHER("table", SHEET_TABLES),
        CODE("kind", kind_term, 0, POINT_KINDS),
        CODE_NEEDED("account", account_term, 0, ACCOUNT_SET_ASIDE + 1),
        CODE("reason", reason_term, 1, REASONS), TITLE("text") } },
    [SHEET_FINDING_LABELS] = { "finding_labels.csv", 3, {
        DIALOGUE, { "finding", CELL_OTHER, .required = true, .other = SHEET_FINDINGS },
        NEEDED("label", CELL_TEXT) } },
    [SHEET_VOICES] = { "voices.csv", 2, {
        DIALOGUE, NEEDED("voice", CELL_NUMBER), OTHER("theme", SHEET_THEMES),
        OTHER("gathering", SHEET_GATHERINGS), { "round", CELL_NUMBER },
        OTHER("table", SHEET_TABLES), OTHER("neighbourhood", SHEET_NEIGHBOURHOODS),
        CODE("kind", kind_term, 0, KINDS), { "day", CELL_DAY }, { "language", CELL_LANGUAGE },
        CODE_NEEDED("visibility", visibility_term, 0, VISIBILITIES),
        CODE_NEEDED("account", account_term, 0, ACCOUNTS), CODE("reason", reason_term, 1, REASONS),
        WORDS("text") } },
    [SHEET_STORIES] = { "stories.csv", 2, {
        DIALOGUE, { "voice", CELL_OTHER, .required = true, .other = SHEET_VOICES },
        NEEDED("story", CELL_NAME), { "signed", CELL_TEXT }, TITLE("title") } },
    [SHEET_POINTS] = { "points.csv", 2, {
        DIALOGUE, NEEDED("point", CELL_NUMBER), CODE_NEEDED("kind", kind_term, 0, POINT_KINDS),
        TITLE("text") } },
    [SHEET_POINT_THEMES] = { "point_themes.csv", 3, {
        DIALOGUE, { "point", CELL_OTHER, .required = true, .other = SHEET_POINTS },
        { "theme", CELL_OTHER, .required = true, .other = SHEET_THEMES } } },
    [SHEET_POINT_FINDINGS] = { "point_findings.csv", 3, {
        DIALOGUE, { "point", CELL_OTHER, .required = true, .other = SHEET_POINTS },
        { "finding", CELL_OTHER, .required = true, .other = SHEET_FINDINGS } } },
    [SHEET_POINT_VOICES] = { "point_voices.csv", 3, {
        DIALOGUE, { "point", CELL_OTHER, .required = true, .other = SHEET_POINTS },
        { "voice", CELL_OTHER, .required = true, .other = SHEET_VOICES } } },
    [SHEET_PARTICIPATION] = { "participation.csv", 1, {
        DIALOGUE, NEEDED("days", CELL_YES_NO), CODE("ladder", ladder_term, 0, LADDERS),
        { "evaluated", CELL_DAY }, WORDS("could"), WORDS("fixed"), WORDS("weighed"),
        WORDS("evaluation") } },
    [SHEET_DEPARTMENTS] = { "departments.csv", 2, {
        DIALOGUE, NEEDED("department", CELL_NAME), NEEDED("name", CELL_TEXT),
        { "name_en", CELL_TEXT }, { "portfolio", CELL_TEXT } } },
    [SHEET_ADVICE] = { "advice.csv", 2, {
        DIALOGUE, NEEDED("advice", CELL_NUMBER),
        CODE_NEEDED("kind", advice_kind_term, 0, ADVICE_KINDS), { "given", CELL_DAY },
        HEADING("title"), WORDS("text"), WORDS("priority"), WORDS("next") } },
    [SHEET_ADVICE_POINTS] = { "advice_points.csv", 3, {
        DIALOGUE, { "advice", CELL_OTHER, .required = true, .other = SHEET_ADVICE },
        { "point", CELL_OTHER, .required = true, .other = SHEET_POINTS } } },
    [SHEET_POINTS_ASIDE] = { "points_aside.csv", 2, {
        DIALOGUE, { "point", CELL_OTHER, .required = true, .other = SHEET_POINTS },
        NEEDED("day", CELL_DAY), NEEDED("reason", CELL_TEXT), { "reason_en", CELL_TEXT } } },
    [SHEET_STEP_KINDS] = { "step_kinds.csv", 2, {
        DIALOGUE, NEEDED("kind", CELL_NAME), NEEDED("name", CELL_TEXT),
        { "name_en", CELL_TEXT } } },
    [SHEET_STEPS] = { "steps.csv", 2, {
        DIALOGUE, NEEDED("step", CELL_NUMBER),
        { "kind", CELL_OTHER, .required = true, .other = SHEET_STEP_KINDS,
          .term_of = step_kind_term, .first = STEP_TO_COLLEGE, .end = STEP_KINDS },
        OTHER("advice", SHEET_ADVICE), NEEDED("day", CELL_DAY), NEEDED("title", CELL_TEXT),
        { "title_en", CELL_TEXT }, { "url", CELL_URL }, { "sha256", CELL_TEXT } } },
    [SHEET_ANSWERS] = { "answers.csv", 2, {
        DIALOGUE, { "advice", CELL_OTHER, .required = true, .other = SHEET_ADVICE },
        CODE_NEEDED("kind", answer_kind_term, 0, ANSWER_KINDS), NEEDED("day", CELL_DAY),
        { "money", CELL_COUNT }, { "url", CELL_URL }, { "sha256", CELL_TEXT }, TITLE("reason"),
        WORDS("options") } },
    [SHEET_OUTCOMES] = { "outcomes.csv", 3, {
        DIALOGUE, { "advice", CELL_OTHER, .required = true, .other = SHEET_ANSWERS },
        NEEDED("outcome", CELL_NUMBER), CODE_NEEDED("kind", outcome_kind_term, 0, OUTCOME_KINDS),
        { "day", CELL_DAY }, NEEDED("title", CELL_TEXT), { "title_en", CELL_TEXT },
        { "part", CELL_TEXT }, { "url", CELL_URL } } },
    [SHEET_COMMITMENTS] = { "commitments.csv", 2, {
        DIALOGUE, NEEDED("commitment", CELL_NUMBER),
        { "advice", CELL_OTHER, .required = true, .other = SHEET_ANSWERS },
        { "owner", CELL_OTHER, .required = true, .other = SHEET_DEPARTMENTS },
        NEEDED("made", CELL_DAY), NEEDED("first_due", CELL_DAY),
        CODE_NEEDED("horizon", horizon_term, 0, HORIZONS),
        CODE_NEEDED("state", commitment_state_term, 0, COMMITMENT_STATES),
        { "ended", CELL_DAY }, { "budget", CELL_COUNT }, HEADING("title"), WORDS("text"),
        WORDS("stopped") } },
    [SHEET_COMMITMENT_OWNERS] = { "commitment_owners.csv", 3, {
        DIALOGUE, { "commitment", CELL_OTHER, .required = true, .other = SHEET_COMMITMENTS },
        { "department", CELL_OTHER, .required = true, .other = SHEET_DEPARTMENTS } } },
    [SHEET_COMMITMENT_PLACES] = { "commitment_places.csv", 3, {
        DIALOGUE, { "commitment", CELL_OTHER, .required = true, .other = SHEET_COMMITMENTS },
        { "neighbourhood", CELL_OTHER, .required = true, .other = SHEET_NEIGHBOURHOODS } } },
    [SHEET_COMMITMENT_MOVES] = { "commitment_moves.csv", 3, {
        DIALOGUE, { "commitment", CELL_OTHER, .required = true, .other = SHEET_COMMITMENTS },
        NEEDED("move", CELL_NUMBER), NEEDED("day", CELL_DAY), NEEDED("due", CELL_DAY),
        NEEDED("reason", CELL_TEXT), { "reason_en", CELL_TEXT } } },
    [SHEET_DEEDS] = { "deeds.csv", 3, {
        DIALOGUE, { "commitment", CELL_OTHER, .required = true, .other = SHEET_COMMITMENTS },
        NEEDED("deed", CELL_NUMBER), NEEDED("day", CELL_DAY), { "url", CELL_URL },
        { "document", CELL_URL }, { "sha256", CELL_TEXT }, OTHER("picture", SHEET_PICTURES),
        TITLE("text"), WORDS("figure") } },
    [SHEET_NOTES] = { "notes.csv", 3, {
        DIALOGUE, { "commitment", CELL_OTHER, .required = true, .other = SHEET_COMMITMENTS },
        NEEDED("note", CELL_NUMBER), NEEDED("day", CELL_DAY), NEEDED("public", CELL_YES_NO),
        NEEDED("text", CELL_TEXT), { "text_en", CELL_TEXT } } },
    [SHEET_ASKINGS] = { "askings.csv", 3, {
        DIALOGUE, { "commitment", CELL_OTHER, .required = true, .other = SHEET_COMMITMENTS },
        NEEDED("asking", CELL_NUMBER),
        { "department", CELL_OTHER, .required = true, .other = SHEET_DEPARTMENTS },
        CODE_NEEDED("occasion", occasion_term, 0, OCCASIONS), NEEDED("day", CELL_DAY),
        { "answered", CELL_DAY }, CODE("answer", owner_answer_term, 0, OWNER_ANSWERS) } },
    [SHEET_VERDICTS] = { "verdicts.csv", 4, {
        DIALOGUE, { "commitment", CELL_OTHER, .required = true, .other = SHEET_COMMITMENTS },
        NEEDED("deed", CELL_COUNT), CODE_NEEDED("who", verdict_who_term, 0, 2),
        NEEDED("yes", CELL_COUNT), NEEDED("partly", CELL_COUNT), NEEDED("no", CELL_COUNT) } },
    [SHEET_REPLIES] = { "replies.csv", 2, {
        DIALOGUE, { "point", CELL_OTHER, .required = true, .other = SHEET_POINTS },
        NEEDED("day", CELL_DAY), NEEDED("text", CELL_TEXT), { "text_en", CELL_TEXT },
        { "url", CELL_URL } } },
};
// clang-format on

size_t format_columns(const struct format *f)
{
    size_t n = 0;
    while (n < COLUMNS_MAX && f->columns[n].name) n++;
    return n;
}

size_t format_translated(const struct format *f)
{
    size_t n = 0;
    for (size_t i = 0; i < COLUMNS_MAX; i++) n += f->columns[i].translated;
    return n;
}

void format_translations(const struct format *f, size_t columns[TRANSLATED_MAX])
{
    for (size_t i = 0, n = 0; i < COLUMNS_MAX; i++)
        if (f->columns[i].translated) columns[n++] = i;
}

size_t format_find(const struct format *f, struct str name)
{
    for (size_t i = 0; i < COLUMNS_MAX && f->columns[i].name; i++)
        if (str_is(name, f->columns[i].name)) return i;
    return COLUMNS_MAX;
}

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static bool letter_or_digit(char c)
{
    return letter(c) || (c >= '0' && c <= '9');
}

bool language_tag(struct str x)
{
    struct str part;
    for (bool first = true; str_next(&x, '-', &part); first = false) {
        if (part.n < 2 || part.n > (first ? 3 : 8)) return false;
        for (size_t i = 0; i < part.n; i++)
            if (first ? !(letter(part.s[i]) && part.s[i] >= 'a') : !letter_or_digit(part.s[i]))
                return false;
    }
    return true;
}

bool image_name(struct str x)
{
    if (!x.n || x.n > 100 || x.s[0] == '.') return false;
    for (size_t i = 0; i < x.n; i++)
        if (!letter_or_digit(x.s[i]) && !memchr("._-", x.s[i], 3)) return false;
    return true;
}
