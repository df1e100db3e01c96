/* output/check/check-writers.h: one writer of checks for each format */
#pragma once
#include "output/check/check.h"
#include "output/inventory.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

typedef struct {
	FairleadRecords *records;
	const FairleadInventory *inventory;
	const FairleadCheckView *view;
} FairleadCheckPage;

void fairlead_check_write_table (const FairleadCheckPage *page, FairleadSink *sink);
void fairlead_check_write_csv (const FairleadCheckPage *page, FairleadSink *sink);
void fairlead_check_write_json (const FairleadCheckPage *page, FairleadSink *sink);

/* Gives every count that is not zero, in order: kinds of entity, of link, of event, lists ... */
typedef void (*FairleadCountFunc) (const char *name, guint64 count, gpointer user_data);
void fairlead_check_each_kind (const FairleadCheckPage *page, FairleadCountFunc call,
                               gpointer data);
void fairlead_check_each_link (const FairleadCheckPage *page, FairleadCountFunc call,
                               gpointer data);
void fairlead_check_each_event (const FairleadCheckPage *page, FairleadCountFunc call,
                                gpointer data);
void fairlead_check_each_list (const FairleadCheckPage *page, FairleadCountFunc call,
                               gpointer data);
void fairlead_check_each_programme (const FairleadCheckPage *page, FairleadCountFunc call,
                                    gpointer data);

/* All of them, in the order in which they are written */
typedef struct {
	const char *name;    /* in JSON: `entities` */
	const char *single;  /* in CSV: `entity` */
	const char *heading; /* in tables: `ENTITIES` */
	void (*each) (const FairleadCheckPage *page, FairleadCountFunc call, gpointer data);
} FairleadCheckSection;

#define FAIRLEAD_N_CHECK_SECTIONS 5
extern const FairleadCheckSection fairlead_check_sections[FAIRLEAD_N_CHECK_SECTIONS];

/* Input number @i in order of path */
const FairleadFileRow *fairlead_check_get_file (const FairleadCheckPage *page, guint i);
/* Examples to be written of a tag, and each as `file:line` with its text */
guint fairlead_check_n_examples (const FairleadCheckPage *page, FairleadIssueTag tag);
const char *fairlead_check_get_example (const FairleadCheckPage *page, FairleadIssueTag tag,
                                        guint i, char **source);

G_END_DECLS
