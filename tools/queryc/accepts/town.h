/* town.h — what the queries of town.sql mean by their types. */
#ifndef TOWN_H
#define TOWN_H

#include "base/lang.h"
#include "base/time.h"

enum kind { KIND_FLAT, KIND_FARM };

#endif
