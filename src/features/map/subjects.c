/* subjects.c — the subjects a map begins with: what one files a service under, and how somebody says it who
 * has it. See subjects.h. */
#include "features/map/subjects.h"

#include "features/map/rows.sql.h"
#include "features/map/uuid.h"

// clang-format off
static const struct {
    const char *code, *name, *name_en, *question, *question_en;
} first_subjects[] = {
    { "geld", "Geld en schulden", "Money and debts", "Ik heb geldzorgen", "I have money worries" },
    { "formulieren", "Brieven, formulieren en toeslagen", "Letters, forms and benefits", "Ik snap een brief of formulier niet", "I do not understand a letter or form" },
    { "werk", "Werk en inkomen", "Work and income", "Ik zoek werk of heb geen inkomen", "I am looking for work or have no income" },
    { "wonen", "Wonen", "Housing", "Ik heb een vraag over mijn huis", "I have a question about my home" },
    { "dak", "Een dak boven uw hoofd", "A roof over your head", "Ik heb geen plek om te slapen", "I have nowhere to sleep" },
    { "eten", "Eten, kleding en spullen", "Food, clothes and things", "Ik heb niet genoeg eten of spullen", "I do not have enough food or things" },
    { "veilig", "Veiligheid en geweld", "Safety and violence", "Ik voel me niet veilig", "I do not feel safe" },
    { "recht", "Recht en advies", "Law and advice", "Ik heb een vraag over mijn recht", "I have a legal question" },
    { "huisarts", "Dokter, tandarts en apotheek", "Doctor, dentist and pharmacy", "Ik voel me ziek of heb pijn", "I feel ill or am in pain" },
    { "psychisch", "Hoe u zich voelt", "How you feel", "Ik voel me somber of gespannen", "I feel down or tense" },
    { "verslaving", "Verslaving", "Addiction", "Ik wil stoppen of minderen", "I want to stop or cut down" },
    { "rouw", "Ziek zijn, rouw en zingeving", "Illness, grief and meaning", "Ik mis iemand", "I miss somebody" },
    { "ontmoeten", "Ontmoeten", "Meeting people", "Ik wil mensen ontmoeten", "I want to meet people" },
    { "ouder", "Ouder worden", "Growing older", "Ik word ouder en heb een vraag", "I am growing older and have a question" },
    { "mantelzorg", "Zorgen voor een ander", "Caring for somebody", "Ik zorg voor iemand", "I look after somebody" },
    { "thuiszorg", "Zorg en hulp thuis", "Care and help at home", "Ik heb thuis hulp nodig", "I need help at home" },
    { "beperking", "Leven met een beperking", "Living with a disability", "Ik heb een beperking", "I have a disability" },
    { "gezin", "Gezin en opvoeden", "Family and raising children", "Ik heb een vraag over mijn kind of gezin", "I have a question about my child or family" },
    { "kind", "Opvang, school en leren", "Childcare, school and learning", "Mijn kind gaat spelen, leren of naar school", "My child goes to play, learn or school" },
    { "zwanger", "Zwanger en net ouder", "Pregnant and newly a parent", "Ik krijg een baby", "I am having a baby" },
    { "jong", "Jongeren", "Young people", "Ik ben jong", "I am young" },
    { "leren", "Taal en leren", "Language and learning", "Ik wil beter lezen, schrijven of Nederlands leren", "I want to read and write better or learn Dutch" },
    { "nieuw", "Nieuw in Nederland", "New in the Netherlands", "Ik ben nieuw in Nederland", "I am new in the Netherlands" },
    { "digitaal", "Computer en telefoon", "Computer and phone", "Ik heb hulp nodig met computer of telefoon", "I need help with a computer or phone" },
    { "bewegen", "Sport en bewegen", "Sport and exercise", "Ik wil bewegen", "I want to exercise" },
    { "cultuur", "Cultuur en vrije tijd", "Culture and leisure", "Ik wil iets leuks doen", "I want to do something nice" },
    { "vervoer", "Vervoer", "Transport", "Ik kan niet zelf reizen", "I cannot travel by myself" },
    { "vrijwillig", "Helpen en geholpen worden", "Helping and being helped", "Ik wil iets doen voor een ander", "I want to do something for somebody" },
    { "buurt", "De buurt", "The neighbourhood", "Ik zoek een plek of heb een idee voor de buurt", "I look for a place or have an idea for the neighbourhood" },
};
// clang-format on

enum err subjects_begin(struct tx *tx, struct arena *a)
{
    int64_t there, id;
    TRY(map_subjects_n(tx->db, &there));
    if (there) return OK;
    for (size_t i = 0; i < COUNT_OF(first_subjects); i++) {
        const struct str code = str_of(first_subjects[i].code);
        TRY(map_subject_add(
            tx, uuid_of(a, "taxonomy_term", (struct str){ 0 }, code), code, (int64_t)i,
            str_of(first_subjects[i].name), str_of(first_subjects[i].name_en),
            str_of(first_subjects[i].question), str_of(first_subjects[i].question_en), &id));
    }
    return OK;
}
