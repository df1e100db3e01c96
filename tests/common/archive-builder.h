/* tests/common/archive-builder.h: archives for tests, in a folder that goes with the test */
#pragma once
#include <archive.h>
#include <archive_entry.h>
#include "ingest/record/error.h"
#include "ingest/record/records.h"
G_BEGIN_DECLS

/* A row of a format that is told by its content: ALPHA SHIPPING, listed by OFAC */
#define TEST_KNOWN_ROW \
	"1,\"ALPHA SHIPPING\",-0- ,\"DPRK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"

typedef struct {
	const char *name;
	const char *content;
	guint type; /* AE_IFREG where 0 */
	const char *link;
} TestMember;

typedef struct {
	const char *file;
	int format;
	int filter;
	const char *options;
} TestPacking;

/* A fixture */
typedef struct {
	char *folder;
} TestPlace;

void test_place_set_up (TestPlace *place, gconstpointer data);
void test_place_tear_down (TestPlace *place, gconstpointer data);
/* Each gives a path that the caller frees. @size may be -1 for a text. */
char *test_in_place (TestPlace *place, const char *name);
char *test_write_file (TestPlace *place, const char *name, const char *content, gssize size);
char *test_pack (TestPlace *place, const TestPacking *packing, const TestMember *members,
                 guint n_members);
/* Step by step; @password may be NULL */
struct archive *test_new_writer (const char *path, const TestPacking *packing,
                                 const char *password);
void test_write_member (struct archive *writer, const TestMember *member, gsize size);

/* Loads one input, with hashes */
FairleadRecords *test_try_load (const char *path, GError **error);
FairleadRecords *test_load_well (const char *path);
/* Expects an error of that code that begins with the path and has the words */
void test_assert_refused (const char *path, FairleadError code, const char *words);

G_END_DECLS
