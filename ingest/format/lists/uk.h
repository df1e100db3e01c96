/* ingest/format/lists/uk.h: what the two lists of the United Kingdom have in common */
#pragma once
#include "ingest/format/lists/list.h"
G_BEGIN_DECLS

#define FAIRLEAD_UK_N_PARTS 6u

/* Both lists write a name in six parts, of which the sixth is the family's, or the whole, and an
 * address in six lines, of which the sixth is the city. Each array is in the order 1 to 6. */
typedef struct {
	const char *names[FAIRLEAD_UK_N_PARTS];
	const char *lines[FAIRLEAD_UK_N_PARTS];
	const char *postcode;
	const char *country;
} FairleadUkParts;

/* The cells `Name 1` to `Name 6`, and those of the address, whose columns begin with @line */
void fairlead_uk_read_parts (FairleadUkParts *self, const FairleadCsvRow *header,
                             const FairleadCsvRow *row, const char *line);
/* `LAST, First` for persons, the parts as they stand for others */
char *fairlead_uk_dup_name (const FairleadUkParts *self, gboolean is_person);
void fairlead_uk_add_address (FairleadList *list, const FairleadUkParts *self);
/* Town and country of birth, each perhaps numbered */
void fairlead_uk_add_birth_places (FairleadList *list, const char *towns, const char *countries);
/* Individual, Entity, Ship */
FairleadKind fairlead_uk_read_kind (FairleadList *list, const char *word);

G_END_DECLS
