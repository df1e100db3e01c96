/* cli/shell/values.h: what may stand behind an option, as far as that is a list of words */
#pragma once
#include "cli/options/command-use.h"
G_BEGIN_DECLS

/* (transfer full): NULL where any word may stand there */
GStrv values_dup (const Command *command, const OptionInfo *option);

G_END_DECLS
