/* tests/common/helpers.h: what the tests share */
#pragma once
#include <libxml/tree.h>
#include "ingest/format/format.h"
G_BEGIN_DECLS

/* A path below fixtures/, freed by the caller */
char *test_fixture (const char *relative);
/* A path below the folder of published files beside the checkout, or NULL with the test skipped
 * where that folder is not there, or every instruction is watched */
char *test_published (const char *relative);
/* TRUE, with the test skipped, where every instruction is watched: for what has to be bulky to show
 * anything, as bounds of size do */
gboolean test_skips_bulk (void);
/* How many rounds of a random test are run: @n, or a tenth where every instruction is watched */
guint test_rounds (guint n);
/* Asserts that @error is set, of the domain and code, and that its message holds @words */
void test_assert_error (GError *error, GQuark domain, gint code, const char *words);
/* All that the records say of one entity, a fact a line in the order of the tables, each with its
 * file's name and line; `no such entity` where there is none. Freed by the caller. */
char *test_describe_entity (FairleadRecords *records, const char *key);
/* Asserts that this is what test_describe_entity() gives */
void test_assert_entity (FairleadRecords *records, const char *key, const char *expected);
/* The designations of one entity, `LIST; programme; basis; start; end` a line, freed by the
 * caller */
char *test_describe_listing (FairleadRecords *records, const char *key);
/* The records of one file, whose format must be told from its content and be of this name */
FairleadRecords *test_load (const char *path, const char *format);
/* The key of an entity */
const char *test_key_of (FairleadRecords *records, FairleadEntity entity);
/* How many entities of the kind are described, stubs not counted */
guint test_count_entities (FairleadRecords *records, FairleadKind kind);
/* How many issues have the tag */
guint test_count_issues (FairleadRecords *records, FairleadIssueTag tag);

/* Reads a file by one format, as the loader would; NULL with the error. @path names the file in
 * sources and errors. */
FairleadRecords *test_read_bytes (const FairleadFormat *format, const char *path, const char *bytes,
                                  gsize size, GError **error);
/* The records of files of one folder below fixtures/, as the loader makes them; NULL ends the
 * names */
FairleadRecords *test_load_fixture (const char *folder, const char *const *names);
/* Every row of the tables as a line of text, in their order; sources are lines alone */
char *test_dump_records (FairleadRecords *records);
/* Asserts that @text is what stands in the file @expected below fixtures/; with
 * FAIRLEAD_UPDATE_GOLDEN=1 in the environment it is written there instead */
void test_assert_golden (const char *expected, const char *text);

/* A file's tree, to hold against what a reader made of it. Elements go by local name; texts live as
 * long as the document, one pointer for the same text. */
xmlNode *test_xml_child (xmlNode *parent, const char *name); /* the first; NULL of NULL */
xmlNode *test_xml_next (xmlNode *node, const char *name);    /* of the node and its next ones */
const char *test_xml_attribute (xmlNode *node, const char *name); /* NULL where absent */
const char *test_xml_text (xmlNode *node); /* without outer blanks; empty of NULL */

#define TEST_FOR_EACH_CHILD(node, parent, name)                           \
	for (xmlNode *node = test_xml_child (parent, name); node != NULL; \
	     node = test_xml_next (node->next, name))

G_END_DECLS
