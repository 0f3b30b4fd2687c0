/* migrations.h — the numbered files of schema/, as the program carries them. */
#ifndef STORE_MIGRATIONS_H
#define STORE_MIGRATIONS_H

#include "base/base.h"

struct migration {
    int number; /* 1, 2, … without gaps */
    const char *name;
    struct str sql;
};
extern const struct migration store_migrations[]; /* build/gen/migrations.c */
extern const size_t store_migrations_n;

#endif
