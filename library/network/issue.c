/* library/network/issue.c */
#include "library/network/network-private.h"

struct _FleadIssue {
	GObject parent;
	FairleadIssueTag tag;
	char *text;
	FleadSource *source; /* NULL: not made by the library */
};

G_DEFINE_FINAL_TYPE (FleadIssue, flead_issue, G_TYPE_OBJECT)

G_STATIC_ASSERT ((int) FLEAD_SEVERITY_INFO == (int) FAIRLEAD_SEVERITY_INFO);
G_STATIC_ASSERT ((int) FLEAD_SEVERITY_WARNING == (int) FAIRLEAD_SEVERITY_WARNING);
G_STATIC_ASSERT ((int) FLEAD_SEVERITY_SERIOUS == (int) FAIRLEAD_SEVERITY_SERIOUS);

static void
flead_issue_finalize (GObject *object)
{
	FleadIssue *self = FLEAD_ISSUE (object);

	g_clear_pointer (&self->text, g_free);
	g_clear_pointer (&self->source, flead_source_free);
	G_OBJECT_CLASS (flead_issue_parent_class)->finalize (object);
}

static void
flead_issue_class_init (FleadIssueClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_issue_finalize;
}

static void
flead_issue_init (FleadIssue *self)
{
	(void) self;
}

FleadIssue *
flead_issue_new (FairleadRecords *records, const FairleadIssueRow *row)
{
	FleadIssue *self = g_object_new (FLEAD_TYPE_ISSUE, NULL);

	self->tag = row->tag;
	self->text = g_strdup (fairlead_records_get_text (records, row->text));
	self->source = flead_source_new (records, row->source);
	return self;
}

static gboolean
is_made (FleadIssue *self)
{
	return FLEAD_IS_ISSUE (self) && self->source != NULL;
}

const char *
flead_issue_get_tag (FleadIssue *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_issue_info (self->tag)->name;
}

FleadSeverity
flead_issue_get_severity (FleadIssue *self)
{
	g_return_val_if_fail (is_made (self), FLEAD_SEVERITY_INFO);
	return (FleadSeverity) fairlead_issue_info (self->tag)->severity;
}

const char *
flead_issue_get_meaning (FleadIssue *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return fairlead_issue_info (self->tag)->words;
}

const char *
flead_issue_get_text (FleadIssue *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->text;
}

FleadSource *
flead_issue_dup_source (FleadIssue *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return flead_source_copy (self->source);
}
