/* output/report/report-private.h: what the sections of a report share */
#pragma once
#include "graph/facts/facts.h"
#include "graph/maritime/signals.h"
#include "graph/ownership/holdings/holdings.h"
#include "graph/score/explain.h"
#include "output/inventory.h"
#include "output/report/report.h"
#include "output/write/html.h"
G_BEGIN_DECLS

/**
 * FairleadReportPage:
 * @title: of the page
 * @rows: of the ranking, [@n_rows], of which the first @n_shown have a row and the first @n_cards a
 *   card
 * @explanations: [@n_cards]
 * @rules: of FairleadRule: those in force, with which ownership is judged
 * @chart: (nullable): the chart of evidence, as SVG
 * @folder: that all files are in, with its slash: left out of sources; empty for none
 */
typedef struct {
	const FairleadReport *report;
	FairleadHtml html;
	GCancellable *cancellable;
	FairleadRanking *ranking;
	FairleadNetwork *network;
	FairleadRecords *records;
	const FairleadParameters *parameters;
	char *hash;
	char *title;
	char *target; /* the expressions, joined */
	FairleadInventory inventory;
	FairleadFacts *facts;
	FairleadHoldings *holdings;
	GPtrArray *all_rules;
	GPtrArray *rules;
	FairleadSignals *signals;
	guint8 *is_target;
	const FairleadRankedRow *rows;
	guint n_rows;
	guint n_shown;
	guint n_cards;
	guint card; /* that is being written, from 1; 0: none */
	FairleadExplanation *explanations;
	GBytes *chart;
	char *folder;
	guint n_gaps; /* parties that one body lists and another does not */
} FairleadReportPage;

/* ---- sections, in the order of the page; FALSE with the error where one cannot be made ---- */

void fairlead_report_put_head (FairleadReportPage *page);
void fairlead_report_put_summary (FairleadReportPage *page);
void fairlead_report_put_ranking (FairleadReportPage *page);
gboolean fairlead_report_put_cards (FairleadReportPage *page, GError **error);
gboolean fairlead_report_put_network (FairleadReportPage *page, GError **error);
gboolean fairlead_report_put_supply (FairleadReportPage *page, GError **error);
void fairlead_report_put_gaps (FairleadReportPage *page);
void fairlead_report_put_collect (FairleadReportPage *page);
void fairlead_report_put_issues (FairleadReportPage *page);
void fairlead_report_put_sources (FairleadReportPage *page);
void fairlead_report_put_parameters (FairleadReportPage *page);
void fairlead_report_put_limits (FairleadReportPage *page);
void fairlead_report_put_scripts (FairleadReportPage *page);

/* ---- pieces that they share; output/report/pieces.c ---- */

/* `<section>` with its heading, which `navigation` links to */
void fairlead_report_begin_section (FairleadReportPage *page, const char *id, const char *title);
/* `<h3>` or `<h4>` */
void fairlead_report_put_heading (FairleadReportPage *page, const char *name, const char *text);
/* A party's name, a link to its card where it has one */
void fairlead_report_put_party (FairleadReportPage *page, FairleadVertex vertex);
/* What lists it, as a badge; nothing where nobody does */
void fairlead_report_put_badge (FairleadReportPage *page, FairleadVertex vertex);
/* What it is, in words */
void fairlead_report_put_kind (FairleadReportPage *page, FairleadVertex vertex);
/* A source without the folder that all are in */
const char *fairlead_report_get_source (const FairleadReportPage *page, const char *source);
/* The first sources, and how many more there are. @sources: of char */
void fairlead_report_put_sources_of (FairleadReportPage *page, const GPtrArray *sources);
/* A table in a region that scrolls where the page is narrow, with its head; @columns: headings,
 * those that begin with # are of numbers */
void fairlead_report_begin_table (FairleadReportPage *page, const char *label,
                                  const char *const *columns, guint n_columns);
void fairlead_report_end_table (FairleadReportPage *page);
/* A cell of text */
void fairlead_report_put_cell (FairleadReportPage *page, const char *css, const char *text);
/* A drawing, in a region that scrolls; @words: what it shows, for who does not see it */
void fairlead_report_put_picture (FairleadReportPage *page, GBytes *svg, const char *words,
                                  const char *caption);
/* A number in a format of printf with a point in every locale */
const char *fairlead_report_number (double value, const char *format, char *buffer, gsize size);
#define FAIRLEAD_REPORT_NUMBER(value, format, buffer) \
	fairlead_report_number (value, format, buffer, sizeof (buffer))

/* ---- small drawings within the lines; output/report/bars.c ---- */

/* The 5 to 95 % interval of ranks with the rank as a dot, on a scale of logarithms to @n */
void fairlead_report_put_interval (FairleadReportPage *page, guint32 rank, guint32 low,
                                   guint32 high, guint32 n);
/* The scale of it, for the head of the column */
void fairlead_report_put_interval_scale (FairleadReportPage *page, guint32 n);
/* @share of the whole, 0 to 1, in the colour of the component */
void fairlead_report_put_bar (FairleadReportPage *page, guint component, double share, guint width);

/* ---- what is compiled in ---- */

/* (transfer full) (nullable): a file of the web folder, or NULL where the build has it not */
GBytes *fairlead_report_dup_resource (const char *name);

G_END_DECLS
