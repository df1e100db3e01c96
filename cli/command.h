/* cli/command.h: what a command is to main(): a row of a table */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

typedef enum {
	EXIT_DONE = 0,
	EXIT_ISSUES = 1, /* done, with more issues than --strict or --max-issues allows */
	EXIT_FAILED = 2, /* the error is set */
} ExitCode;

typedef enum {
	COMMAND_IS_STEP = 1 << 0,     /* that an investigation may have */
	COMMAND_LOADS_SELF = 1 << 1,  /* reads its inputs by other ways than load_network() */
	COMMAND_WRITES_CASE = 1 << 2, /* into a case among its inputs */
	COMMAND_TAKES_LINES = 1 << 3, /* - among its arguments is a list of its own, not an input */
	COMMAND_IS_HIDDEN = 1 << 4,   /* for programs; not in the help */
} CommandFlags;

/* How one command is used by another: cli/options/command-use.h */
typedef struct _CommandUse CommandUse;

/**
 * Command:
 * @arguments: what follows the options in the usage line
 * @run: @argv begins with the command's name
 * @lists: the lists of its JSON whose elements are the lines of JSON lines, with ; between them;
 *   NULL: all of the JSON is one line
 * @use: NULL when a person has called it
 */
typedef struct _Command Command;
struct _Command {
	const char *name;
	const char *arguments;
	const char *summary;
	ExitCode (*run) (const Command *command, int argc, char **argv, GCancellable *cancellable,
	                 GError **error);
	const char *lists;
	guint flags;
	CommandUse *use;
};

/* All commands, in the order of the help; the table of commands.c */
const Command *command_get_all (guint *n);
/* NULL where there is none of that name */
const Command *command_find (const char *name);

ExitCode command_run (const Command *command, int argc, char **argv, GCancellable *cancellable,
                      GError **error);
ExitCode command_verify (const Command *command, int argc, char **argv, GCancellable *cancellable,
                         GError **error);
ExitCode command_init (const Command *command, int argc, char **argv, GCancellable *cancellable,
                       GError **error);
ExitCode command_complete (const Command *command, int argc, char **argv, GCancellable *cancellable,
                           GError **error);
ExitCode command_import (const Command *command, int argc, char **argv, GCancellable *cancellable,
                         GError **error);
ExitCode command_rank (const Command *command, int argc, char **argv, GCancellable *cancellable,
                       GError **error);
ExitCode command_explain (const Command *command, int argc, char **argv, GCancellable *cancellable,
                          GError **error);
ExitCode command_check (const Command *command, int argc, char **argv, GCancellable *cancellable,
                        GError **error);
ExitCode command_export (const Command *command, int argc, char **argv, GCancellable *cancellable,
                         GError **error);
ExitCode command_disrupt (const Command *command, int argc, char **argv, GCancellable *cancellable,
                          GError **error);
ExitCode command_own (const Command *command, int argc, char **argv, GCancellable *cancellable,
                      GError **error);
ExitCode command_path (const Command *command, int argc, char **argv, GCancellable *cancellable,
                       GError **error);
ExitCode command_common (const Command *command, int argc, char **argv, GCancellable *cancellable,
                         GError **error);
ExitCode command_backtest (const Command *command, int argc, char **argv, GCancellable *cancellable,
                           GError **error);
ExitCode command_show (const Command *command, int argc, char **argv, GCancellable *cancellable,
                       GError **error);
ExitCode command_ais (const Command *command, int argc, char **argv, GCancellable *cancellable,
                      GError **error);
ExitCode command_gaps (const Command *command, int argc, char **argv, GCancellable *cancellable,
                       GError **error);
ExitCode command_diff (const Command *command, int argc, char **argv, GCancellable *cancellable,
                       GError **error);
ExitCode command_resolve (const Command *command, int argc, char **argv, GCancellable *cancellable,
                          GError **error);
ExitCode command_screen (const Command *command, int argc, char **argv, GCancellable *cancellable,
                         GError **error);
ExitCode command_check_id (const Command *command, int argc, char **argv, GCancellable *cancellable,
                           GError **error);
ExitCode command_vessel (const Command *command, int argc, char **argv, GCancellable *cancellable,
                         GError **error);
ExitCode command_supply (const Command *command, int argc, char **argv, GCancellable *cancellable,
                         GError **error);
ExitCode command_search (const Command *command, int argc, char **argv, GCancellable *cancellable,
                         GError **error);

ExitCode command_chart (const Command *command, int argc, char **argv, GCancellable *cancellable,
                        GError **error);
ExitCode command_report (const Command *command, int argc, char **argv, GCancellable *cancellable,
                         GError **error);

G_END_DECLS
