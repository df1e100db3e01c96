/* ingest/syntax/xml-records.h: an XML file as a stream of records, each a small tree for as long as
 * it is looked at
 *
 * For files that are a long row of elements of the same name. One record is in memory at a time. */
#pragma once
#include "ingest/syntax/xml-node.h"
G_BEGIN_DECLS

/**
 * FairleadXmlRecordHandler:
 * @records: (array zero-terminated=1): elements that are given whole
 * @containers: (array zero-terminated=1): elements around them, which are entered
 * @record: one record, alive during the call; FALSE with @error set ends the reading
 * @container: (nullable): the start tag of a container, for its attributes
 * @unknown: (nullable): an element that is neither; it is passed over with all that is in it
 *
 * The document element may be of any name.
 */
typedef struct {
	const char *const *records;
	const char *const *containers;
	gboolean (*record) (const FairleadXmlNode *record, gpointer user_data, GError **error);
	void (*container) (const FairleadXmlElement *element, gpointer user_data);
	void (*unknown) (const FairleadXmlElement *element, gpointer user_data);
} FairleadXmlRecordHandler;

/* Reads the whole input; fails as fairlead_xml_read() does, and where a record passes its bounds */
gboolean fairlead_xml_read_records (FairleadInput *input, const FairleadXmlRecordHandler *handler,
                                    gpointer user_data, GError **error);

G_END_DECLS
