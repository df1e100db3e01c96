/* library/network/fact.c */
#include "library/network/network-private.h"

struct _FleadFact {
	GObject parent;
	const char *label; /* static; NULL: not made by the library */
	char *value;
	char *detail;
	gboolean is_doubtful;
	char *start; /* NULL: not known */
	char *end;
	GStrv sources;
};

G_DEFINE_FINAL_TYPE (FleadFact, flead_fact, G_TYPE_OBJECT)

static void
flead_fact_finalize (GObject *object)
{
	FleadFact *self = FLEAD_FACT (object);

	g_free (self->value);
	g_free (self->detail);
	g_free (self->start);
	g_free (self->end);
	g_strfreev (self->sources);
	G_OBJECT_CLASS (flead_fact_parent_class)->finalize (object);
}

static void
flead_fact_class_init (FleadFactClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_fact_finalize;
}

static void
flead_fact_init (FleadFact *self)
{
	(void) self;
}

static GStrv
dup_sources (FairleadNetwork *network, const FairleadFact *inner)
{
	g_autoptr (GPtrArray) sources = fairlead_fact_dup_sources (network, inner);

	return flead_texts_dup (sources);
}

FleadFact *
flead_fact_new (FairleadNetwork *network, const FairleadFact *inner)
{
	FleadFact *self = g_object_new (FLEAD_TYPE_FACT, NULL);

	self->label = inner->label;
	self->value = g_strdup (inner->value);
	self->detail = g_strdup (inner->detail);
	self->is_doubtful = inner->is_doubtful;
	/* The period of a date is the date itself */
	if (!fairlead_fact_is_date (inner)) {
		self->start = fairlead_date_dup_text (inner->period.start);
		self->end = fairlead_date_dup_text (inner->period.end);
	}
	self->sources = dup_sources (network, inner);
	return self;
}

static gboolean
is_made (FleadFact *self)
{
	return FLEAD_IS_FACT (self) && self->label != NULL;
}

const char *
flead_fact_get_label (FleadFact *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->label;
}

const char *
flead_fact_get_value (FleadFact *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->value;
}

const char *
flead_fact_get_detail (FleadFact *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->detail;
}

gboolean
flead_fact_get_is_doubtful (FleadFact *self)
{
	g_return_val_if_fail (is_made (self), FALSE);
	return self->is_doubtful;
}

const char *
flead_fact_get_start (FleadFact *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->start;
}

const char *
flead_fact_get_end (FleadFact *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->end;
}

const char *const *
flead_fact_get_sources (FleadFact *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return (const char *const *) self->sources;
}
