/* cli/help/topics.c */
#include "cli/help/topics.h"

#include <string.h>

static const struct {
	const char *name;
	const char *summary;
	const char *text;
} topics[] = {
	{ "ranking", "what a rank says, and what it does not",
	  "A ranking puts parties in the order in which they connect a target with the market.\n"
	  "Five components are ranked, and the ranks combined into one score from 0 to 1\n"
	  "(reciprocal rank fusion; proximity counts four times):\n"
	  "\n"
	  "  PROX  proximity   nearness to the target by random walks, for its size; 1 is chance\n"
	  "  BROK  brokerage   cheapest paths between market and target that pass\n"
	  "  NEC   necessity   the reach that the target loses without the party\n"
	  "  CTRL  control     parties and ships of the target that it can decide for\n"
	  "  SIG   signals     facts that networks of evasion often show\n"
	  "\n"
	  "DEG is the number of distinct neighbours, to read brokerage against. 5-95% is the\n"
	  "interval of ranks over draws of the links, TOP the chance to be among the first ten.\n"
	  "Who serves more than six clients is held to how many of them are of the target.\n"
	  "A high rank is a question, not a finding.\n" },
	{ "expressions", "how entities are named: --target, --market, ENTITY, FROM, TO",
	  "An expression stands for one entity or many:\n"
	  "\n"
	  "  imo:3112048, imo-company:9702357, mmsi:, lei:, call-sign:   by a number\n"
	  "  ofac:17068          an entity as results print it\n"
	  "  id:17068            the same id in any source\n"
	  "  name:TEXT           by name, case and accents aside\n"
	  "  programme:DPRK      all listed under a programme that begins so\n"
	  "  list:OFAC           all on a list\n"
	  "  supply, supply:CAP  the ships that delivered under a cap\n"
	  "  @FILE               the expressions in a file, one a line; # begins a comment;\n"
	  "                      @- reads them from standard input\n"
	  "\n"
	  "--target may repeat: the target is all that the expressions name. An expression that\n"
	  "names nothing is an error. A regime has another word on each list (DPRK,\n"
	  "EU-PRK): name all that you mean.\n" },
	{ "confidence", "how sure a link is, and what that changes",
	  "Each link has a confidence from 0 to 1: 1 where a source names both ends by number,\n"
	  "0.8 where it names the other party only by name, three quarters of that where the\n"
	  "name was found in Latin letters alone. A mapping may state another.\n"
	  "\n"
	  "The conductance of a link is that of its kind x confidence x fade x hub damping: a\n"
	  "link that is over fades with a half-life of five years, and links of agents, addresses\n"
	  "and managers with more than ten of a kind are damped. The strength of a path is the\n"
	  "product along it. Draws (rank --draws) take links by their confidence, and add such as\n"
	  "nobody recorded, so that an interval says how far a rank hangs on doubtful links.\n" },
	{ "exposure", "how much of a party's dealings is with the target",
	  "Exposure is the share of a party's dealings, from 0 to 1, that is with the target,\n"
	  "directly or over one other party.\n"
	  "\n"
	  "  dedicated   from 0.5      it deals with little else\n"
	  "  mixed       from 0.1\n"
	  "  incidental  below\n"
	  "\n"
	  "It tells a manager who runs the target's ships from one who runs a hundred, one of\n"
	  "which was the target's. It says nothing of what the party knew. `explain` and JSON\n"
	  "show it.\n" },
	{ "dates", "days, their precision, and --as-of",
	  "Days are written 2021-03-08; inputs may have 2021-03, 2021 or spellings of their\n"
	  "country, and keep their precision: a date is an interval of days. What is unknown\n"
	  "stays open.\n"
	  "\n"
	  "--as-of DAY is the network as it was, and as it was known, on that day: without links\n"
	  "and listings that came later, and without what a list told later. What nothing dates\n"
	  "is kept, and counted in the result. A link that was over by then is still there, and\n"
	  "fades with its age. Without --as-of everything counts, links that are over fade.\n" },
	{ "50-percent-rule",
	  "who falls under the 50 per cent rules of OFAC, BIS, the EU and the UK",
	  "A company is blocked without being named when listed parties together own at least\n"
	  "half of it (OFAC, and the EU since July 2024; more than half in the UK, for each\n"
	  "person, and there control counts too), directly or through companies that are so\n"
	  "owned themselves. The rules are data with a first and a last day:\n"
	  "docs/ownership.md.\n"
	  "\n"
	  "  definite   by the lower bounds of all shares\n"
	  "  possible   by the upper bounds, or by control\n"
	  "  clear      by neither\n"
	  "\n"
	  "An unknown share is 0 to 100 %. `fairlead own ENTITY` judges one, `--all-listed` all.\n"
	  "A verdict says what the records add up to; whom a rule binds is a question of law.\n" },
	{ "issues", "what is doubtful in the inputs, and --strict",
	  "A record that is doubtful is read as far as it can be, and becomes an issue: a tag,\n"
	  "a severity (info, warning, serious), file and line, and what was done about it.\n"
	  "`fairlead check` counts and lists them; docs/issues.md says what each tag means.\n"
	  "A file that cannot be read at all is an error, and nothing is ranked.\n"
	  "\n"
	  "--strict exits with 1 when there is any warning or serious issue, --max-issues N when\n"
	  "there are more than N. The results are written all the same.\n" },
	{ "case", "one file that keeps what others say",
	  "`fairlead import CASE INPUT...` reads files into a case, one SQLite file that every\n"
	  "command takes in their place. An import is done whole or not at all; importing a file\n"
	  "again changes nothing, and a newer edition of a list adds, changes and drops what it\n"
	  "says without erasing what was said. Decisions of `resolve` are kept in it. The network\n"
	  "is not kept: it is computed from the records. docs/data-model.md has the tables.\n" },
	{ "decisions", "who was decided to be the same, and how to take that back",
	  "Records join by numbers that name one thing for life. Whether two other records are\n"
	  "of one party is a judgement: `fairlead resolve` proposes pairs with a probability and\n"
	  "its reasons, --apply takes the sure ones, --ask asks about the others. Each decision\n"
	  "says who, when and why, is kept apart from the facts, and can be undone (--undo N).\n"
	  "\n"
	  "A case keeps its decisions itself. For other inputs they stand in a CSV file that\n"
	  "every command takes with --decisions. --no-merge shows the network without them.\n" },
	{ "investigations", "files that say what is read, asked and written, and prove it",
	  "`fairlead init INPUT...` writes an investigation file, `fairlead run FILE` does what\n"
	  "it asks for, and `fairlead verify MANIFEST` proves the results:\n"
	  "\n"
	  "  [investigation]\n"
	  "  target=programme:DPRK\n"
	  "  [input sanctions]\n"
	  "  file=sdn.csv\n"
	  "  sha256=...\n"
	  "  [step ranking]\n"
	  "  command=rank\n"
	  "  limit=0\n"
	  "  output=ranking.csv\n"
	  "\n"
	  "Each step is a command, each of its options a key. The file is checked whole before\n"
	  "anything runs; only what changed is run again. docs/investigation.md has all keys.\n" },
	{ "formats", "what is read, and the forms of results",
	  "Inputs are told by their content, never by their names: sanctions lists, registers of\n"
	  "ships and companies, leaks, any other CSV or XML by a mapping (--mapping,\n"
	  "docs/mapping.md); also folders, archives, and - for standard input.\n"
	  "\n"
	  "--format of most commands:\n"
	  "  table   for people, on a terminal through a pager\n"
	  "  csv     one table, with a header\n"
	  "  json    one object, with what the result depends on\n"
	  "  jsonl   JSON lines: each element of the result's lists on a line, for jq; where a\n"
	  "          result has several lists, `list` says which. A result that is no list is\n"
	  "          one line.\n"
	  "\n"
	  "Fields may be added to JSON; none changes its meaning.\n" },
	{ "exit-codes", "0 done, 1 issues, 2 failed",
	  "  0  done\n"
	  "  1  done, with something that was asked to be told: more issues than --strict or\n"
	  "     --max-issues allows; numbers that are not valid (check-id --strict); files that\n"
	  "     are not what a manifest says (verify)\n"
	  "  2  failed: the command line is wrong, an input cannot be read, an expression names\n"
	  "     nothing, the output cannot be written, or the work was interrupted; standard\n"
	  "     error says which\n"
	  "\n"
	  "All commands keep to these, and will.\n" },
};

guint
topics_count (void)
{
	return G_N_ELEMENTS (topics);
}

const char *
topic_get_name (guint i)
{
	return topics[i].name;
}

const char *
topic_get_summary (guint i)
{
	return topics[i].summary;
}

static char *
dup_list (void)
{
	GString *text = g_string_new ("Topics, for fairlead help TOPIC:\n\n");

	for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
		g_string_append_printf (text, "  %-16s %s\n", topics[i].name, topics[i].summary);
	return g_string_free (text, FALSE);
}

char *
topic_dup_text (const char *name)
{
	if (strcmp (name, "topics") == 0)
		return dup_list ();
	for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
		if (strcmp (topics[i].name, name) == 0)
			return g_strdup (topics[i].text);
	return NULL;
}
