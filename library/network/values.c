/* library/network/values.c */
#include <fairlead/values.h>

#include "library/network/network-private.h"

/* As G_DEFINE_BOXED_TYPE(), which uses what ISO C has not */
#define DEFINE_BOXED(Type, type)                                                                   \
	GType type##_get_type (void)                                                               \
	{                                                                                          \
		static gsize registered;                                                           \
                                                                                                   \
		if (g_once_init_enter (&registered))                                               \
			g_once_init_leave (                                                        \
				&registered,                                                       \
				g_boxed_type_register_static (#Type, (GBoxedCopyFunc) type##_copy, \
			                                      (GBoxedFreeFunc) type##_free));      \
		return registered;                                                                 \
	}

/* ---- sources ---- */

DEFINE_BOXED (FleadSource, flead_source)

FleadSource *
flead_source_new (FairleadRecords *records, FairleadSource source)
{
	FleadSource *self = g_new (FleadSource, 1);

	self->file = fairlead_records_dup_source_text (records, (FairleadSource){ source.file, 0 });
	self->line = source.line;
	return self;
}

FleadSource *
flead_source_copy (const FleadSource *self)
{
	FleadSource *copy = g_memdup2 (self, sizeof *self);

	copy->file = g_strdup (self->file);
	return copy;
}

void
flead_source_free (FleadSource *self)
{
	g_free (self->file);
	g_free (self);
}

char *
flead_source_to_string (const FleadSource *self)
{
	return self->line == 0 ? g_strdup (self->file)
	                       : g_strdup_printf ("%s:%u", self->file, self->line);
}

/* ---- periods ---- */

DEFINE_BOXED (FleadPeriod, flead_period)

FleadPeriod *
flead_period_new (const FairleadPeriod *inner)
{
	FleadPeriod *self = g_new (FleadPeriod, 1);

	*self = (FleadPeriod){ inner->start.first, inner->start.last, inner->end.first,
		               inner->end.last, fairlead_period_is_over (inner) };
	return self;
}

FleadPeriod *
flead_period_copy (const FleadPeriod *self)
{
	return g_memdup2 (self, sizeof *self);
}

void
flead_period_free (FleadPeriod *self)
{
	g_free (self);
}

char *
flead_period_dup_start (const FleadPeriod *self)
{
	return fairlead_date_dup_text ((FairleadDate){ self->start_first, self->start_last });
}

char *
flead_period_dup_end (const FleadPeriod *self)
{
	return fairlead_date_dup_text ((FairleadDate){ self->end_first, self->end_last });
}

/* ---- shares ---- */

DEFINE_BOXED (FleadShare, flead_share)

FleadShare *
flead_share_copy (const FleadShare *self)
{
	return g_memdup2 (self, sizeof *self);
}

void
flead_share_free (FleadShare *self)
{
	g_free (self);
}

/* ---- texts ---- */

char **
flead_texts_dup (const GPtrArray *texts)
{
	guint n = texts != NULL ? texts->len : 0;
	char **copy = g_new0 (char *, n + 1);

	for (guint i = 0; i < n; i++)
		copy[i] = g_strdup (texts->pdata[i]);
	return copy;
}
