/* ingest/case/import/editions.h: which data sets an import brings, and what it changes of them */
#pragma once
#include "ingest/case/case-private.h"
G_BEGIN_DECLS

typedef struct {
	char *name;
	FairleadText format;
	gint64 id;             /* in the case; 0 where it is new */
	gint64 previous;       /* its current edition; 0 where there is none */
	gint64 edition;        /* the one that is added; 0 where nothing has changed */
	gboolean is_unchanged; /* the files are those of the current edition */
	gint64 n_added, n_changed, n_dropped, n_kept;
} FairleadDataSet;

typedef struct {
	GArray *sets;      /* of FairleadDataSet */
	GArray *set_of;    /* of guint: data set by file of the records */
	GArray *file_ids;  /* of gint64: number in the case by file of the records */
	gboolean is_named; /* the user says which data set it is */
} FairleadEditions;

/* Groups the files of some records, and holds them to what the case has */
void fairlead_editions_init (FairleadEditions *self, FairleadSql *sql, FairleadRecords *records,
                             const char *data_set);
void fairlead_editions_clear (FairleadEditions *self);
gboolean fairlead_editions_has_news (const FairleadEditions *self);
/* Notes the import, its editions and files; and, when the facts are there, how many they are */
void fairlead_editions_write (FairleadEditions *self, FairleadSql *sql, FairleadRecords *records);
void fairlead_editions_write_counts (FairleadEditions *self, FairleadSql *sql);

/* What was done, before the transaction ends */
FairleadImportReport *fairlead_import_report_new (FairleadEditions *editions, FairleadSql *sql,
                                                  FairleadRecords *records);

static inline FairleadDataSet *
fairlead_editions_get_set (FairleadEditions *self, guint32 file)
{
	return &g_array_index (self->sets, FairleadDataSet,
	                       g_array_index (self->set_of, guint, file));
}

static inline gint64
fairlead_editions_get_file (const FairleadEditions *self, guint32 file)
{
	return g_array_index (self->file_ids, gint64, file);
}

G_END_DECLS
