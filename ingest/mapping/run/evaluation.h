/* ingest/mapping/run/evaluation.h: templates and conditions asked of the record at hand */
#pragma once
#include "ingest/mapping/language/plan.h"
#include "ingest/mapping/run/values.h"
G_BEGIN_DECLS

typedef struct _FairleadMappingSession FairleadMappingSession;

/**
 * FairleadEvaluation:
 *
 * The record at hand, and buffers used again from one to the next, so that a cell costs a copy and
 * no allocation. One for each file being read.
 */
typedef struct {
	const FairleadMapping *mapping;
	const FairleadMappingSession *session;
	FairleadRecords *records;
	guint32 file;
	guint32 line; /* of the record */

	/* CSV: the row, and the column of each field (-1: not in this file) */
	const FairleadCsvRow *row;
	gint *columns;
	/* XML: the record, and the element that paths start from */
	const FairleadXmlNode *record;
	const FairleadXmlNode *node; /* NULL where the record does not have it */
	/* inside of an `each`: the value and its place */
	const char *item;
	guint32 item_line;
	guint nth;
	gboolean is_last;

	GString *missed; /* the text that a map had no row for, since it was last emptied */
	FairleadValues pieces[FAIRLEAD_TEMPLATE_MAX_REFERENCES];
	FairleadValues spare; /* the other side of a filter */
	FairleadValues
		filtered;     /* for conditions with filters, which may hold an `if` of their own */
	FairleadValues aside; /* for conditions on a bare field */
	GString *text;        /* the text being joined */
} FairleadEvaluation;

void fairlead_evaluation_init (FairleadEvaluation *self, const FairleadMapping *mapping,
                               const FairleadReading *reading);
void fairlead_evaluation_clear (FairleadEvaluation *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadEvaluation, fairlead_evaluation_clear)

FairleadSource fairlead_evaluation_source (const FairleadEvaluation *self, guint32 line);

/**
 * fairlead_evaluation_fill:
 * @strict: every reference must have a value, but for the optional ones; for keys
 *
 * The texts that a template gives for the record: none where no reference has a value, several
 * where one of them has several.
 */
void fairlead_evaluation_fill (FairleadEvaluation *self, const FairleadTemplate *template,
                               gboolean strict, FairleadValues *out);

/* What stands in the record at a field, without what means absent */
void fairlead_evaluation_collect (FairleadEvaluation *self, guint field, FairleadValues *out);

gboolean fairlead_evaluation_holds (FairleadEvaluation *self, const FairleadCondition *condition);
/* All of them; TRUE for none or NULL */
gboolean fairlead_evaluation_all_hold (FairleadEvaluation *self, const GPtrArray *conditions);

G_END_DECLS
