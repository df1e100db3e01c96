/* ingest/mapping/run/path.h: where in a record of an XML file something stands */
#pragma once
#include "ingest/syntax/xml-node.h"
G_BEGIN_DECLS

/* `Names/Name[Type=alias]/@value`: each step may ask for a child or attribute of a given text */
typedef struct {
	char *name;
	char *test_name; /* (nullable) */
	char *test_value;
} FairleadStep;

typedef struct {
	GArray *steps;        /* of FairleadStep; none is the element itself */
	gboolean from_record; /* written with a `/` in front: from the record, not from `each` */
} FairleadPath;

/* @problem is (out) (transfer full): what is wrong with the text, where NULL is returned */
FairleadPath *fairlead_path_parse (const char *text, char **problem);
void fairlead_path_free (FairleadPath *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadPath, fairlead_path_free)

typedef void (*FairleadPathMatch) (const FairleadXmlNode *node, gpointer user_data);
/* Every element or attribute at the path below @node, or below @record, in the order of the file.
 * @node: (nullable): an element that the record does not have */
void fairlead_path_match (const FairleadPath *self, const FairleadXmlNode *record,
                          const FairleadXmlNode *node, FairleadPathMatch match, gpointer user_data);

G_END_DECLS
