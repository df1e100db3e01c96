/* ingest/mapping/mapping.h: any CSV or XML, told to fairlead by a key file
 *
 * The language is described in docs/mapping.md. A mapping is a format like any other: its sniffer
 * looks for the columns or elements that it names. */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

typedef struct _FairleadMapping FairleadMapping;

/**
 * fairlead_mapping_load:
 *
 * Reads and checks a mapping file whole, before any data: every group, key, filter, kind and
 * reference in it. The plan that it becomes costs nothing per row but what the row says.
 *
 * Fails with the file and line, and the word that was likely meant: %FAIRLEAD_ERROR_SYNTAX,
 * %FAIRLEAD_ERROR_INVALID_VALUE, %FAIRLEAD_ERROR_MISSING_FIELD, or
 * %FAIRLEAD_ERROR_UNKNOWN_REFERENCE for a group that is not there.
 */
FairleadMapping *fairlead_mapping_load (const char *path, GError **error);
/* The same from text, for the shipped mappings */
FairleadMapping *fairlead_mapping_new (const char *name, const char *text, gsize size,
                                       GError **error);
void fairlead_mapping_free (FairleadMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadMapping, fairlead_mapping_free)

/* The mapping as a format; lives as long as the mapping */
const FairleadFormat *fairlead_mapping_get_format (FairleadMapping *self);

/* The mappings that are shipped inside the library: (transfer full), of FairleadMapping */
GPtrArray *fairlead_mapping_load_shipped (GError **error);

G_END_DECLS
