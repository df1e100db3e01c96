/* cli/options/command-use.h: a command that is used by another, such as run */
#pragma once
#include "cli/command.h"
#include "graph/network/network.h"
G_BEGIN_DECLS

typedef enum {
	OPTION_FLAG,
	OPTION_TEXT,
	OPTION_WHOLE_NUMBER,
	OPTION_NUMBER,
} OptionType;

/* An option of a command, as GOption has it */
typedef struct {
	char *name;
	char letter; /* or 0 */
	OptionType type;
	gboolean takes_value;
	gboolean repeats;
	char *value_name; /* FILE, N, EXPRESSION; NULL without a value */
	char *description;
} OptionInfo;

/**
 * CommandUse:
 * @options: (element-type OptionInfo): when set, the command only tells its options
 * @checks_only: the command checks what it is asked, and ends before it reads its inputs
 * @network: the last that was read, which the next command takes where it asks for the same
 * @network_key: what it was read of, and how
 * @n_loads: how often inputs were read
 */
struct _CommandUse {
	GPtrArray *options;
	gboolean checks_only;
	FairleadNetwork *network;
	char *network_key;
	guint n_loads;
};

void command_use_clear (CommandUse *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CommandUse, command_use_clear)

/* Adds the entries to the context, and notes them where @self (nullable) asks for the options */
void command_use_add_entries (CommandUse *self, GOptionContext *context,
                              const GOptionEntry *entries);

/* The options of a command, in the order of its help */
GPtrArray *command_new_options (const Command *command);
/* By the long name, or NULL */
const OptionInfo *option_find (GPtrArray *options, const char *name);

/**
 * command_try:
 * @words: (array zero-terminated=1): the command's name and its arguments
 *
 * Whether the command can be run so, as far as can be told without reading the inputs.
 */
gboolean command_try (const Command *command, char **words, GCancellable *cancellable,
                      GError **error);

/* Whether inputs need not be read: sets an error that command_try() knows */
gboolean command_use_ends (CommandUse *self, GError **error);
/* The network that was read last, where it is of the same: a new reference, or NULL */
FairleadNetwork *command_use_dup_network (CommandUse *self, const char *key);
void command_use_keep_network (CommandUse *self, const char *key, FairleadNetwork *network);

G_END_DECLS
