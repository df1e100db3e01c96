/* ingest/format/bods/history.c */
#include "ingest/format/bods/bods.h"

#include <stdlib.h>

typedef struct {
	FairleadText record; /* interned, so that equal ones are one record */
	FairleadDate date;
	gboolean closed;
	guint order; /* of reading, which decides between statements of one day */
	guint first; /* of its interests */
	guint n_interests;
} Version;

struct _FairleadBodsHistory {
	GArray *versions;  /* of Version */
	GArray *interests; /* of FairleadLinkRow */
};

FairleadBodsHistory *
fairlead_bods_history_new (void)
{
	FairleadBodsHistory *self = g_new (FairleadBodsHistory, 1);

	self->versions = g_array_new (FALSE, FALSE, sizeof (Version));
	self->interests = g_array_new (FALSE, FALSE, sizeof (FairleadLinkRow));
	return self;
}

void
fairlead_bods_history_free (FairleadBodsHistory *self)
{
	g_array_unref (self->versions);
	g_array_unref (self->interests);
	g_free (self);
}

void
fairlead_bods_history_begin (FairleadBodsHistory *self, FairleadText record, FairleadDate date,
                             gboolean closed)
{
	Version version = {
		.record = record,
		.date = date,
		.closed = closed,
		.order = self->versions->len,
		.first = self->interests->len,
	};

	g_array_append_val (self->versions, version);
}

void
fairlead_bods_history_add (FairleadBodsHistory *self, const FairleadLinkRow *interest)
{
	g_array_append_vals (self->interests, interest, 1);
	g_array_index (self->versions, Version, self->versions->len - 1).n_interests++;
}

#define COMPARE(a, b)   \
	if ((a) != (b)) \
	return (a) < (b) ? -1 : 1

static gint
compare_versions (gconstpointer a, gconstpointer b)
{
	const Version *one = a, *other = b;

	COMPARE (one->record, other->record);
	COMPARE (one->date.first, other->date.first);
	COMPARE (one->order, other->order);
	return 0;
}

static const FairleadLinkRow *
interest_of (FairleadBodsHistory *self, const Version *version, guint nth)
{
	return &g_array_index (self->interests, FairleadLinkRow, version->first + nth);
}

/* Whether the version says it too, if with an end by now */
static gboolean
says (FairleadBodsHistory *self, const Version *version, const FairleadLinkRow *interest)
{
	for (guint i = 0; i < version->n_interests; i++) {
		const FairleadLinkRow *other = interest_of (self, version, i);

		if (other->from == interest->from && other->to == interest->to
		    && other->kind == interest->kind && other->share.low == interest->share.low
		    && other->share.high == interest->share.high
		    && other->period.start.first == interest->period.start.first
		    && other->period.start.last == interest->period.start.last)
			return TRUE;
	}
	return FALSE;
}

static void
emit_version (FairleadBodsHistory *self, FairleadRecords *records, const Version *version,
              const Version *next)
{
	const Version *ending = next != NULL ? next : version->closed ? version : NULL;

	for (guint i = 0; i < version->n_interests; i++) {
		FairleadLinkRow link = *interest_of (self, version, i);

		if (next != NULL && says (self, next, &link))
			continue;
		if (ending != NULL) {
			link.period.flags |= FAIRLEAD_PERIOD_ENDED;
			if (fairlead_date_is_unknown (link.period.end))
				link.period.end.last = ending->date.last;
		}
		fairlead_records_add_link (records, &link);
	}
}

void
fairlead_bods_history_emit (FairleadBodsHistory *self, FairleadRecords *records)
{
	const Version *versions;

	g_array_sort (self->versions, compare_versions);
	versions = (const Version *) (gconstpointer) self->versions->data;
	for (guint i = 0; i < self->versions->len; i++) {
		gboolean is_last = i + 1 == self->versions->len
		                   || versions[i + 1].record != versions[i].record;

		emit_version (self, records, &versions[i], is_last ? NULL : &versions[i + 1]);
	}
}
