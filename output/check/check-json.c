/* output/check/check-json.c: the stable form that scripts depend on; fields are added, never
 * changed */
#include "output/check/check-writers.h"

#include "output/write/json.h"

static void
write_inputs (const FairleadCheckPage *page, FairleadJson *json)
{
	fairlead_json_begin_array (json, "inputs");
	for (guint i = 0; i < page->inventory->files->len; i++) {
		const FairleadFileRow *file = fairlead_check_get_file (page, i);
		const char *format = fairlead_records_get_text (page->records, file->format);
		const char *hash = fairlead_records_get_text (page->records, file->sha256);

		fairlead_json_begin_object (json, NULL);
		fairlead_json_text (json, "file",
		                    fairlead_records_get_text (page->records, file->path));
		fairlead_json_text (json, "format", *format != '\0' ? format : NULL);
		fairlead_json_text (json, "sha256", *hash != '\0' ? hash : NULL);
		fairlead_json_integer (json, "records", file->n_records);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}

static void
on_count (const char *name, guint64 count, gpointer json)
{
	fairlead_json_integer (json, name, count);
}

static void
write_issue (const FairleadCheckPage *page, FairleadIssueTag tag, FairleadJson *json)
{
	const FairleadIssueInfo *info = fairlead_issue_info (tag);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "tag", info->name);
	fairlead_json_text (json, "severity", fairlead_severity_name (info->severity));
	fairlead_json_text (json, "meaning", info->words);
	fairlead_json_integer (json, "count", page->inventory->issues[tag]->len);
	fairlead_json_begin_array (json, "examples");
	for (guint i = 0; i < fairlead_check_n_examples (page, tag); i++) {
		g_autofree char *source = NULL;
		const char *text = fairlead_check_get_example (page, tag, i, &source);
		g_autofree char *example = g_strconcat (source, ": ", text, NULL);

		fairlead_json_text (json, NULL, example);
	}
	fairlead_json_end_array (json);
	fairlead_json_end_object (json);
}

void
fairlead_check_write_json (const FairleadCheckPage *page, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	write_inputs (page, &json);
	for (guint i = 0; i < FAIRLEAD_N_CHECK_SECTIONS; i++) {
		fairlead_json_begin_object (&json, fairlead_check_sections[i].name);
		fairlead_check_sections[i].each (page, on_count, &json);
		fairlead_json_end_object (&json);
	}
	fairlead_json_begin_array (&json, "issues");
	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++)
		if (page->inventory->issues[tag]->len > 0)
			write_issue (page, tag, &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}
