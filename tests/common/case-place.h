/* tests/common/case-place.h: a folder with a case in it */
#pragma once
#include "ingest/case/inputs.h"
G_BEGIN_DECLS

typedef struct {
	char *folder;
	char *path; /* of the case */
} TestPlace;

void test_place_init (TestPlace *self);
/* With all that is in the folder */
void test_place_clear (TestPlace *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestPlace, test_place_clear)

/* A file of the folder; returns its path */
char *test_place_write (const TestPlace *place, const char *name, const char *text);
/* Files into the case @into; @data_set may be NULL */
FairleadImportReport *test_place_import (const char *into, const char *const *paths,
                                         const char *data_set, GError **error);
/* Roles of ships, into the case of the place */
FairleadImportReport *test_place_import_text (const TestPlace *place, const char *text);

/* Sets of fixtures, one for each format; the paths of one, with NULL behind */
guint test_count_fixtures (void);
GPtrArray *test_fixture_paths (guint row);

G_END_DECLS
