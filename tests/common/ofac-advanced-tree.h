/* tests/common/ofac-advanced-tree.h: a published file of OFAC, read by fairlead and into a plain
 * tree */
#pragma once
#include <libxml/tree.h>
#include "ingest/record/records.h"
G_BEGIN_DECLS

/* The file read both ways */
typedef struct {
	xmlDoc *tree;
	xmlNode *root;
	GHashTable *values;     /* text of a reference value by `Element/ID` */
	GHashTable *identities; /* profile element by identity id */
	GHashTable *places;     /* location element by id */
	FairleadRecords *records;
} TestAdvanced;

/* FALSE where published files do not stand beside the checkout */
gboolean test_advanced_read (TestAdvanced *both);
void test_advanced_clear (TestAdvanced *both);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestAdvanced, test_advanced_clear)

/* The text of a reference value; NULL where there is none */
const char *test_advanced_value (TestAdvanced *both, const char *set, const char *id);
/* What the node's attribute `SetID` stands for */
const char *test_advanced_type (TestAdvanced *both, xmlNode *node, const char *set);
/* Days since 1970 of a Date, From or To element, by the calendar of GLib */
gint32 test_advanced_days (xmlNode *point);

G_END_DECLS
