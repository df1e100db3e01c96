/* ingest/syntax/xml-records.c */
#include "ingest/syntax/xml-records.h"

typedef struct {
	const FairleadXmlRecordHandler *handler;
	gpointer user_data;
	FairleadXmlRecord *record;
	guint depth;        /* of open elements outside of records */
	guint passed_depth; /* depth of the unknown element that is passed over, 0 for none */
} Reading;

static void
enter_other (Reading *reading, const FairleadXmlElement *element)
{
	const FairleadXmlRecordHandler *handler = reading->handler;
	const char *name = fairlead_xml_element_get_name (element);

	reading->depth++;
	if (reading->passed_depth != 0)
		return;
	if (reading->depth == 1 || g_strv_contains (handler->containers, name)) {
		if (handler->container != NULL)
			handler->container (element, reading->user_data);
		return;
	}
	reading->passed_depth = reading->depth;
	if (handler->unknown != NULL)
		handler->unknown (element, reading->user_data);
}

static gboolean
on_start (const FairleadXmlElement *element, gpointer user_data, GError **error)
{
	Reading *reading = user_data;
	const char *name = fairlead_xml_element_get_name (element);

	if (!fairlead_xml_record_is_open (reading->record)
	    && (reading->passed_depth != 0 || reading->depth == 0
	        || !g_strv_contains (reading->handler->records, name))) {
		enter_other (reading, element);
		return TRUE;
	}
	return fairlead_xml_record_open (reading->record, element, error);
}

static void
leave_other (Reading *reading)
{
	if (reading->passed_depth == reading->depth)
		reading->passed_depth = 0;
	reading->depth--;
}

static gboolean
on_end (const char *name, const char *text, guint64 line, gpointer user_data, GError **error)
{
	Reading *reading = user_data;

	(void) name;
	if (!fairlead_xml_record_is_open (reading->record)) {
		leave_other (reading);
		return TRUE;
	}
	if (!fairlead_xml_record_close (reading->record, text, line, error))
		return FALSE;
	return fairlead_xml_record_is_open (reading->record)
	       || reading->handler->record (fairlead_xml_record_get_root (reading->record),
	                                    reading->user_data, error);
}

gboolean
fairlead_xml_read_records (FairleadInput *input, const FairleadXmlRecordHandler *handler,
                           gpointer user_data, GError **error)
{
	static const FairleadXmlHandler elements = { on_start, on_end };
	g_autoptr (FairleadXmlRecord) record =
		fairlead_xml_record_new (fairlead_input_get_path (input));
	Reading reading = { .handler = handler, .user_data = user_data, .record = record };

	return fairlead_xml_read (input, &elements, &reading, error);
}
