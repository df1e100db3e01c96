/* ingest/case/case.h: a case: what many files said, and say, in one SQLite file
 *
 * The tables stand in ingest/case/schema/, and in docs/data-model.md. An import is one transaction.
 * Two or more processes may read a case while one imports into it; each sees it as it was before
 * the import, or after. */
#pragma once
#include <gio/gio.h>
#include "ingest/record/records.h"
G_BEGIN_DECLS

#define FAIRLEAD_TYPE_CASE (fairlead_case_get_type ())
FAIRLEAD_API
G_DECLARE_FINAL_TYPE (FairleadCase, fairlead_case, FAIRLEAD, CASE, GObject)

/* In place of a path: a case that lives in memory, for the search of raw files */
#define FAIRLEAD_CASE_IN_MEMORY ":memory:"

/* Of the schema; the header of a case holds it (PRAGMA user_version) */
#define FAIRLEAD_CASE_VERSION 4

/* Whether the file is a case by its content; FALSE for what cannot be read */
FAIRLEAD_API gboolean fairlead_case_is_case (const char *path);

/* Opens a case to read it. Fails with UNKNOWN_FORMAT for a file that is no case, or a case of a
 * newer version; SYNTAX for a damaged one; IO where it cannot be read, or is being made. */
FAIRLEAD_API FairleadCase *fairlead_case_open (const char *path, GError **error);

/* Opens a case to write into it; made where there is none, and brought up to this version. The
 * same errors. */
FAIRLEAD_API FairleadCase *fairlead_case_open_to_write (const char *path, GError **error);

/**
 * FairleadImportedSet:
 * @data_set: its name in the case
 * @number: of the edition that is now the current one
 * @is_unchanged: its files are those of that edition: nothing was written
 * @n_added: facts that the edition before does not say; all of them in a first one
 * @n_changed: facts that it says otherwise of the same entity
 * @n_dropped: facts that it alone says
 * @n_kept: facts that both say
 *
 * What an import did to one data set.
 */
typedef struct {
	char *data_set;
	char *format;
	gint64 number;
	gboolean is_unchanged;
	guint64 n_files, n_records, n_issues;
	guint64 n_added, n_changed, n_dropped, n_kept;
} FairleadImportedSet;

/* What an import did */
typedef struct {
	GPtrArray *sets;    /* of FairleadImportedSet, in the order of the files */
	guint n_bad_issues; /* worse than info, of the files as they were read now */
} FairleadImportReport;

FAIRLEAD_API void fairlead_import_report_free (FairleadImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadImportReport, fairlead_import_report_free)

/* That @done of @total rows are written; on the thread that imports */
typedef void (*FairleadCaseProgress) (guint64 done, guint64 total, gpointer data);
FAIRLEAD_API void fairlead_case_set_progress (FairleadCase *self, FairleadCaseProgress progress,
                                              gpointer data);

/**
 * fairlead_case_import:
 * @records: what was read of the files, with their mentions kept
 *   (fairlead_records_keep_mentions()) and hashed
 * @data_set: (nullable): the data set that the files are an edition of, where their content does
 *   not say it
 * @report: (out) (optional): what was done
 *
 * Adds all of it in one transaction: on any failure the case is as it was. Fails with
 * INVALID_VALUE for an edition older than the one in the case, and, unless @data_set is given, for
 * one that has less than half of its entities.
 */
FAIRLEAD_API gboolean fairlead_case_import (FairleadCase *self, FairleadRecords *records,
                                            const char *data_set, FairleadImportReport **report,
                                            GCancellable *cancellable, GError **error);

/**
 * fairlead_case_load:
 *
 * What the case says now, as if its files had been read.
 *
 * Returns: (transfer full): the records
 */
FAIRLEAD_API FairleadRecords *fairlead_case_load (FairleadCase *self, GCancellable *cancellable,
                                                  GError **error);

G_END_DECLS
