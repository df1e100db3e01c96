/* cli/options/common.h: the options and steps that commands share */
#pragma once
#include <gio/gio.h>
#include "cli/options/command-use.h"
#include "cli/command.h"
#include "cli/terminal/progress.h"
#include "cli/options/question.h"
#include "cli/terminal/terminal.h"
#include "graph/network/network.h"
#include "ingest/case/inputs.h"
#include "output/write/format.h"
G_BEGIN_DECLS

#define NO_BOUND G_MININT

/* What every command takes */
typedef struct {
	GStrv mappings;
	char *decisions; /* a file; NULL: none */
	gboolean no_merge;
	gboolean is_strict; /* as --max-issues 0 */
	gint max_issues;    /* or NO_BOUND */
	gboolean is_quiet;
	gboolean wants_help;
	gboolean reads_no_files; /* set before: what is left are no inputs, and may be missing */
	gboolean needs_no_input; /* nothing is read */
	gboolean lists_names;    /* the same: names are listed that options take */
	GStrv inputs;            /* what is left after the options */
	CommandUse *use;         /* by another command, or NULL */
} CommonOptions;

/* What the commands take that write to standard output */
typedef struct {
	char *format_name;
	char *colour_name;
	gboolean wants_ascii;
	gboolean no_pager;
	const char *other_format; /* one that this command has beside the usual ones; or NULL */
	gboolean is_other_format;
	gboolean in_lines; /* JSON lines: the format is JSON then */
	const char *lists; /* the lists that they are elements of; or NULL */
	FairleadOutputFormat format;
	FairleadLayout layout;
} OutputOptions;

void common_options_clear (CommonOptions *self);
void output_options_clear (OutputOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CommonOptions, common_options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutputOptions, output_options_clear)

typedef enum {
	PARSED_RUN,
	PARSED_HELP, /* the help was asked for, and printed; or nothing is to be run */
	PARSED_BAD,  /* the error is set */
} Parsed;

/**
 * parse_options:
 * @own: options of this command alone
 * @description: examples, for the end of the help
 * @question: (nullable): for the commands that rank
 * @output: (nullable): for the commands that write to standard output
 *
 * At least one input is asked for, unless an option of @own says that none is needed.
 */
Parsed parse_options (const Command *command, const GOptionEntry *own, const char *description,
                      CommonOptions *common, QuestionOptions *question, OutputOptions *output,
                      int argc, char **argv, GError **error);

/* FAIRLEAD_ERROR_USAGE */
gboolean set_usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* What reads the files among the inputs; NULL for a mapping that is none */
FairleadLoader *new_loader (const CommonOptions *options, Progress *progress, GError **error);
/* Reads the inputs, cases among them, into a network */
FairleadNetwork *load_network (const CommonOptions *options, gboolean is_hashing,
                               Progress *progress, GCancellable *cancellable, GError **error);
/* The same, of a day; FAIRLEAD_DAY_OPEN_FUTURE: of none */
FairleadNetwork *load_network_as_of (const CommonOptions *options, gint32 day, Progress *progress,
                                     GCancellable *cancellable, GError **error);

/* The same, with hashes or without */
FairleadNetwork *load_network_of_day (const CommonOptions *options, gint32 day, gboolean is_hashing,
                                      Progress *progress, GCancellable *cancellable,
                                      GError **error);

/* The same with @decisions (nullable) in place of what --decisions names, as of a day */
FairleadNetwork *load_network_decided (const CommonOptions *options, FairleadDecisions *decisions,
                                       gint32 day, gboolean is_hashing, Progress *progress,
                                       GCancellable *cancellable, GError **error);

/* Of a case among the inputs, which is opened: what an edition of it said */
FairleadNetwork *load_network_of_edition (const CommonOptions *options, FairleadCase *from,
                                          const char *edition, GCancellable *cancellable,
                                          GError **error);

/* The same without hashes, with a progress of its own, for commands that need it only for that */
FairleadNetwork *load_with_progress (const CommonOptions *options, GCancellable *cancellable,
                                     GError **error);

/* Standard output as a stream */
GOutputStream *open_standard_output (void);
/* The same for what is written in the format of the options: a table on a terminal goes through the
 * reader's pager */
GOutputStream *open_page (const OutputOptions *options);
/* For a write to standard output that failed: says what was written. TRUE when the reader has gone
 * (`| head`), which is no failure; the error is then cleared. */
gboolean reader_has_gone (GError **error);
/* EXIT_ISSUES when there are more issues worse than info than --strict or --max-issues allows; says
 * so */
ExitCode judge_issues (const CommonOptions *options, FairleadNetwork *network);
/* The same of so many */
ExitCode judge_bad_issues (const CommonOptions *options, guint n_bad);

G_END_DECLS
