/* output/write/number.h: numbers as text, the same in every locale */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

#define FAIRLEAD_NUMBER_SIZE G_ASCII_DTOSTR_BUF_SIZE

/* The fewest digits, from 15 to 17, that read back as the same number. Takes finite numbers. */
const char *fairlead_number_exact (double value, char buffer[FAIRLEAD_NUMBER_SIZE]);
/* Four significant digits, for people */
const char *fairlead_number_short (double value, char buffer[FAIRLEAD_NUMBER_SIZE]);
/* To six significant digits: what a score, or a number that came from a float, is worth */
double fairlead_number_round (double value);
/* With commas between the thousands, for people; freed by the caller */
FAIRLEAD_API char *fairlead_number_dup_grouped (guint64 value);

G_END_DECLS
