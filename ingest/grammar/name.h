/* ingest/grammar/name.h: names as lists write them, folded for exact look-up */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/**
 * fairlead_name_fold:
 *
 * The key under which a name is looked up: Unicode-folded case and compatibility forms, accents
 * dropped, punctuation as single spaces, ends trimmed. Two spellings with the same key are the
 * same text to a reader; nothing is abbreviated or transliterated here.
 *
 * Returns: (transfer full): the key; empty when nothing is left
 */
FAIRLEAD_API char *fairlead_name_fold (const char *text);

/* UNKNOWN, N/A, NOT AVAILABLE, BEARER, -, NONE, TO BE CONFIRMED ...: a name of nobody */
FAIRLEAD_API gboolean fairlead_name_is_placeholder (const char *text);

/* `LAST, First` as `First LAST`; a copy of any other text */
FAIRLEAD_API char *fairlead_name_dup_person_order (const char *text);

/* Splits `Care of NAME , rest`, `c/o NAME, rest` into the named party and the rest; FALSE when
 * the address names no other party. */
FAIRLEAD_API gboolean fairlead_address_split_care_of (const char *text, char **party, char **rest);

G_END_DECLS
