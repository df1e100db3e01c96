/* cli/command.h: what a command is to main(): a row of a table */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

typedef enum {
	EXIT_DONE = 0,
	EXIT_ISSUES = 1, /* done, with more issues than --strict or --max-issues allows */
	EXIT_FAILED = 2, /* the error is set */
} ExitCode;

/**
 * Command:
 * @arguments: what follows the options in the usage line
 * @run: @argv begins with the command's name
 */
typedef struct _Command Command;
struct _Command {
	const char *name;
	const char *arguments;
	const char *summary;
	ExitCode (*run) (const Command *command, int argc, char **argv, GCancellable *cancellable,
	                 GError **error);
};

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
