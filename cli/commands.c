/* cli/commands.c: the table of all commands */
#include <string.h>

#include "cli/command.h"

static const Command commands[] = {
	{ "import", "CASE INPUT...", "Read files into a case, one file that keeps what they say.",
	  command_import, NULL, COMMAND_LOADS_SELF | COMMAND_WRITES_CASE, NULL },
	{ "rank", "INPUT...", "Rank the parties that connect a target to the market.", command_rank,
	  "results", COMMAND_IS_STEP, NULL },
	{ "backtest", "INPUT...", "Judge a ranking of an earlier day by who was listed later.",
	  command_backtest, "measures", COMMAND_IS_STEP, NULL },
	{ "search", "TEXT INPUT...", "Find a party by name, number or address.", command_search,
	  "results", COMMAND_IS_STEP, NULL },
	{ "show", "ENTITY... INPUT...", "Show all that is known of a party, with its sources.",
	  command_show, "entities", COMMAND_IS_STEP, NULL },
	{ "vessel", "IMO|NAME INPUT...",
	  "Show the life of a ship as a timeline, and the signals of evasion that it shows.",
	  command_vessel, "ships;results", COMMAND_IS_STEP, NULL },
	{ "explain", "ENTITY INPUT...",
	  "Say why a party ranks where it does, and what would change it.", command_explain, NULL,
	  COMMAND_IS_STEP, NULL },
	{ "path", "FROM TO INPUT...", "Find the best paths of links from one party to another.",
	  command_path, "paths", COMMAND_IS_STEP, NULL },
	{ "common", "ENTITY... INPUT...", "Find what connects several parties.", command_common,
	  "trees", COMMAND_IS_STEP, NULL },
	{ "own", "ENTITY INPUT...",
	  "Find who owns a party, and who falls under the 50 per cent rules.", command_own,
	  "verdicts;owners;holdings;ships", COMMAND_IS_STEP, NULL },
	{ "disrupt", "INPUT...", "Find which few designations cost a target most of its access.",
	  command_disrupt, "parties;links;answers;outreach", COMMAND_IS_STEP, NULL },
	{ "supply", "INPUT...", "Add up deliveries, notified and estimated, against a cap.",
	  command_supply, "deliveries;dropped", COMMAND_IS_STEP, NULL },
	{ "screen", "NAMES.csv INPUT...", "Tell of many who is listed, or owned by the listed.",
	  command_screen, "results", COMMAND_IS_STEP, NULL },
	{ "gaps", "INPUT...", "Find who is listed by one body and not by another.", command_gaps,
	  "gaps;owned_or_run", COMMAND_IS_STEP, NULL },
	{ "ais", "FILE...", "Find meetings at sea, silences and false identities in AIS data.",
	  command_ais, "events;issues", COMMAND_IS_STEP | COMMAND_LOADS_SELF | COMMAND_TAKES_LINES,
	  NULL },
	{ "diff", "OLD NEW", "Compare two editions of a list, field by field.", command_diff,
	  "differences", COMMAND_IS_STEP, NULL },
	{ "resolve", "INPUT...", "Propose which records are of one party; keep decisions.",
	  command_resolve, "proposals;decisions", COMMAND_IS_STEP | COMMAND_WRITES_CASE, NULL },
	{ "export", "INPUT...",
	  "Write the network, or a part of it, for Gephi, Neo4j, Aleph, spreadsheets.",
	  command_export, NULL, COMMAND_IS_STEP, NULL },
	{ "chart", "INPUT...", "Draw a chart of evidence, with its sources, for print.",
	  command_chart, NULL, COMMAND_IS_STEP, NULL },
	{ "report", "INPUT...",
	  "Write all of a result as one HTML file, to read and hand on without a network.",
	  command_report, NULL, COMMAND_IS_STEP, NULL },
	{ "check-id", "[ID...]",
	  "Tell whether numbers of ships and companies are right, and what they say.",
	  command_check_id, "results", COMMAND_LOADS_SELF | COMMAND_TAKES_LINES, NULL },
	{ "check", "INPUT...", "Count what was read, and list what is missing or doubtful.",
	  command_check, "inputs;issues", COMMAND_IS_STEP, NULL },
	{ "init", "INPUT...", "Write an investigation file for these inputs, to run.", command_init,
	  NULL, COMMAND_LOADS_SELF, NULL },
	{ "run", "FILE.investigation", "Do what an investigation file asks for, and prove it.",
	  command_run, NULL, COMMAND_LOADS_SELF, NULL },
	{ "verify", "MANIFEST", "Prove that the files of a run are what they were.", command_verify,
	  "files", COMMAND_LOADS_SELF, NULL },
	{ "complete", "WORD...", "Complete a command line, for shells.", command_complete, NULL,
	  COMMAND_LOADS_SELF | COMMAND_IS_HIDDEN | COMMAND_TAKES_LINES, NULL },
};

const Command *
command_get_all (guint *n)
{
	*n = G_N_ELEMENTS (commands);
	return commands;
}

const Command *
command_find (const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
		if (strcmp (commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}
