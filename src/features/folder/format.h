/* format.h — the sheets of the folder and their columns: the one table from which reading, checking
 * and writing follow. docs/folder.md says the same in words. */
#ifndef FEATURES_FOLDER_FORMAT_H
#define FEATURES_FOLDER_FORMAT_H

#include "base/base.h"
#include "features/dialogue/dialogue.h"

enum sheet { /* in an order in which every reference leads back */
             SHEET_MUNICIPALITY,
             SHEET_DIALOGUES,
             SHEET_NEIGHBOURHOODS,
             SHEET_PHASES,
             SHEET_SUMMARIES,
             SHEET_PILLARS,
             SHEET_PICTURES,
             SHEET_THEMES,
             SHEET_SOURCES,
             SHEET_GATHERINGS,
             SHEET_PROGRAMME,
             SHEET_TABLES,
             SHEET_PLANS,
             SHEET_SEATS,
             SHEET_FINDINGS,
             SHEET_FINDING_LABELS,
             SHEET_VOICES,
             SHEET_STORIES,
             SHEET_POINTS,
             SHEET_POINT_THEMES,
             SHEET_POINT_FINDINGS,
             SHEET_POINT_VOICES,
             SHEET_PARTICIPATION,
             SHEET_DEPARTMENTS,
             SHEET_ADVICE,
             SHEET_ADVICE_POINTS,
             SHEET_POINTS_ASIDE,
             SHEET_STEP_KINDS,
             SHEET_STEPS,
             SHEET_ANSWERS,
             SHEET_OUTCOMES,
             SHEET_COMMITMENTS,
             SHEET_COMMITMENT_OWNERS,
             SHEET_COMMITMENT_PLACES,
             SHEET_COMMITMENT_MOVES,
             SHEET_DEEDS,
             SHEET_NOTES,
             SHEET_ASKINGS,
             SHEET_VERDICTS,
             SHEET_REPLIES,
             SHEETS
};

enum cell {
    CELL_NAME,   /* a slug; new here */
    CELL_NUMBER, /* from 1 */
    CELL_COUNT,  /* from 0 */
    CELL_TEXT,   /* what people read; guarded against formulas */
    CELL_DAY,
    CELL_CLOCK,
    CELL_YES_NO,
    CELL_CODE,  /* the code of a term */
    CELL_OTHER, /* the name or number of a row in another sheet */
    CELL_LANGUAGE,
    CELL_COLOUR,
    CELL_URL,
    CELL_FILE, /* the name of a file in images/ */
};

struct column {
    const char *name;
    enum cell cell;
    bool required, translated;
    bool late;        /* may be left out, and is when no row has it: then what is there stays */
    enum sheet other; /* CELL_OTHER */
    struct term (*term_of)(int); /* CELL_CODE; of a CELL_OTHER: these need no row there */
    int first, end;
    size_t most; /* letters; 0: as many as fit in a cell */
};

enum {
    HEADING_MOST = 200
}; /* as in the forms; a heading stands in menus and in the subject of mails */
enum { COLUMNS_MAX = 16, TRANSLATED_MAX = 5 };
struct format {
    const char *file; /* "themes.csv" */
    size_t keys;      /* the first so many columns together name a row; 0: rows have no name */
    struct column columns[COLUMNS_MAX];
};
extern const struct format formats[SHEETS];
size_t format_columns(const struct format *f);    /* how many there are */
size_t format_translated(const struct format *f); /* how many of them are translated */
/* The columns that are translated, in their order. */
void format_translations(const struct format *f, size_t columns[TRANSLATED_MAX]);
/* The place of a column by its name; COLUMNS_MAX when there is none. */
size_t format_find(const struct format *f, struct str name);

/* "nl", "pt-BR": letters, then parts of letters and digits. */
bool language_tag(struct str x);
/* Letters, digits, '.', '-' and '_', not first a '.'; at most 100 bytes. */
bool image_name(struct str x);

/* The columns of each sheet, in the order of the table. */
enum { M_NAME, M_COLOUR, M_PHONE, M_EMAIL, M_WEBSITE };
enum {
    D_DIALOGUE,
    D_LANGUAGE,
    D_INVENTED,
    D_TITLE,
    D_QUESTION,
    D_SUMMARY,
    D_AREA,
    D_NOTICE,
    D_PICTURE,
    D_LICENCE
};
enum { N_DIALOGUE, N_NEIGHBOURHOOD, N_NAME, N_CODE, N_INHABITANTS };
enum { PH_DIALOGUE, PH_PHASE, PH_STATE, PH_WHEN };
enum { SU_DIALOGUE, SU_LANGUAGE, SU_MACHINE, SU_MAKER, SU_TEXT };
enum { PI_DIALOGUE, PI_PILLAR, PI_TITLE, PI_TEXT };
enum { PC_DIALOGUE, PC_PICTURE, PC_FILE, PC_ALT, PC_CAPTION, PC_MAKER };
enum { T_DIALOGUE, T_THEME, T_PILLAR, T_PICTURE, T_OPEN, T_TITLE, T_QUESTION, T_CONTEXT };
enum { S_DIALOGUE, S_SOURCE, S_KIND, S_AUTHOR, S_PUBLISHED, S_URL, S_TITLE, S_NOTE };
enum {
    G_DIALOGUE,
    G_GATHERING,
    G_DAY,
    G_STARTS,
    G_ENDS,
    G_PEOPLE,
    G_ABOUT,
    G_PICTURE,
    G_TITLE,
    G_PLACE,
    G_TEXT
};
enum { PR_DIALOGUE, PR_GATHERING, PR_STARTS, PR_KIND, PR_TITLE, PR_TEXT };
enum { TA_DIALOGUE, TA_GATHERING, TA_ROUND, TA_TABLE, TA_THEME, TA_PLACE };
enum { PL_DIALOGUE, PL_GATHERING, PL_REGISTERS, PL_UNTIL, PL_CAPACITY };
enum {
    SE_DIALOGUE,
    SE_GATHERING,
    SE_ROUND,
    SE_TABLE,
    SE_SEATS,
    SE_WHEELCHAIRS,
    SE_INTERPRETER
};
enum {
    F_DIALOGUE,
    F_FINDING,
    F_SOURCE,
    F_PAGE,
    F_THEME,
    F_GATHERING,
    F_ROUND,
    F_TABLE,
    F_KIND,
    F_ACCOUNT,
    F_REASON,
    F_TEXT
};
enum { FL_DIALOGUE, FL_FINDING, FL_LABEL };
enum {
    V_DIALOGUE,
    V_VOICE,
    V_THEME,
    V_GATHERING,
    V_ROUND,
    V_TABLE,
    V_NEIGHBOURHOOD,
    V_KIND,
    V_DAY,
    V_LANGUAGE,
    V_VISIBILITY,
    V_ACCOUNT,
    V_REASON,
    V_TEXT
};
enum { ST_DIALOGUE, ST_VOICE, ST_STORY, ST_SIGNED, ST_TITLE };
enum { P_DIALOGUE, P_POINT, P_KIND, P_TEXT };
enum { R_DIALOGUE, R_POINT, R_OTHER }; /* point_themes, point_findings, point_voices */
enum {
    PA_DIALOGUE,
    PA_DAYS,
    PA_LADDER,
    PA_EVALUATED,
    PA_COULD,
    PA_FIXED,
    PA_WEIGHED,
    PA_EVALUATION
};
enum { DE_DIALOGUE, DE_DEPARTMENT, DE_NAME, DE_NAME_EN, DE_PORTFOLIO };
enum { A_DIALOGUE, A_ADVICE, A_KIND, A_GIVEN, A_TITLE, A_TEXT, A_PRIORITY, A_NEXT };
enum { AS_DIALOGUE, AS_POINT, AS_DAY, AS_REASON, AS_REASON_EN };
enum { SK_DIALOGUE, SK_KIND, SK_NAME, SK_NAME_EN };
enum { W_DIALOGUE, W_STEP, W_KIND, W_ADVICE, W_DAY, W_TITLE, W_TITLE_EN, W_URL, W_HASH };
enum {
    AN_DIALOGUE,
    AN_ADVICE,
    AN_KIND,
    AN_DAY,
    AN_MONEY,
    AN_URL,
    AN_HASH,
    AN_REASON,
    AN_OPTIONS
};
enum { O_DIALOGUE, O_ADVICE, O_OUTCOME, O_KIND, O_DAY, O_TITLE, O_TITLE_EN, O_PART, O_URL };
enum {
    C_DIALOGUE,
    C_COMMITMENT,
    C_ADVICE,
    C_OWNER,
    C_MADE,
    C_FIRST_DUE,
    C_HORIZON,
    C_STATE,
    C_ENDED,
    C_BUDGET,
    C_TITLE,
    C_TEXT,
    C_STOPPED
};
enum { CM_DIALOGUE, CM_COMMITMENT, CM_MOVE, CM_DAY, CM_DUE, CM_REASON, CM_REASON_EN };
enum {
    DD_DIALOGUE,
    DD_COMMITMENT,
    DD_DEED,
    DD_DAY,
    DD_URL,
    DD_DOCUMENT,
    DD_HASH,
    DD_PICTURE,
    DD_TEXT,
    DD_FIGURE
};
enum { NO_DIALOGUE, NO_COMMITMENT, NO_NOTE, NO_DAY, NO_PUBLIC, NO_TEXT, NO_TEXT_EN };
enum {
    Q_DIALOGUE,
    Q_COMMITMENT,
    Q_ASKING,
    Q_DEPARTMENT,
    Q_OCCASION,
    Q_DAY,
    Q_ANSWERED,
    Q_ANSWER
};
enum { VE_DIALOGUE, VE_COMMITMENT, VE_DEED, VE_WHO, VE_YES, VE_PARTLY, VE_NO };
enum { RE_DIALOGUE, RE_POINT, RE_DAY, RE_TEXT, RE_TEXT_EN, RE_URL };

#endif
