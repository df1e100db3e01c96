/* output/disrupt/disrupt-writers.h: one writer for each format, and what they share */
#pragma once
#include "output/disrupt/disrupt-output.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

void fairlead_disrupt_write_table (const FairleadDisruptView *view, FairleadSink *sink);
void fairlead_disrupt_write_csv (const FairleadDisruptView *view, FairleadSink *sink);
void fairlead_disrupt_write_json (const FairleadDisruptView *view, FairleadSink *sink);

/* Which part of the access is lost where @access is left, 0 to 1 */
double fairlead_disrupt_loss (const FairleadDisruptView *view, double access);
/* (array zero-terminated=1): what the figures rest on, a sentence each */
GStrv fairlead_disrupt_dup_assumptions (const FairleadDisruptView *view);
/* The name of a party, or of both ends of a link */
char *fairlead_disrupt_dup_name (const FairleadDisruptView *view, guint32 item);

static inline guint
fairlead_disrupt_shown (const FairleadDisruptView *view)
{
	guint n = view->found->outreach->len;

	return view->limit == 0 ? n : MIN (n, view->limit);
}

G_END_DECLS
