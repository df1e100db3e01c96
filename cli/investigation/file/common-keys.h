/* cli/investigation/file/common-keys.h: keys of [investigation], many of them options of steps */
#pragma once
#include "cli/investigation/file/investigation.h"
G_BEGIN_DECLS

/* Those that each step gets whose command has an option of that name; NULL ends them */
extern const char *const common_option_keys[];

/* Complains of keys of @group that are not among @known; NULL: those of [investigation] */
void common_keys_check (Investigation *self, const char *group, const char *const *known,
                        Complaints *complaints);

G_END_DECLS
