/* tests/library/demo-case.h: the invented case of the README, for the tests of the library */
#pragma once
#include <fairlead.h>
G_BEGIN_DECLS

/* (transfer full): all inputs of fixtures/amber-strait that bootstrap ranks, not read yet */
FleadCase *demo_case (void);
/* (transfer full): the same, read */
FleadNetwork *demo_network (void);
/* (transfer full): what the program writes for `command OPTIONS ... MAPPINGS INPUTS`; NULL where
 * FAIRLEAD_PROGRAM does not say where it is. @options ends with NULL. */
char *demo_run (const char *command, const char *const *options);
/* The result is what the program writes in that format; skips where the program is not known */
void demo_assert_same (gpointer result, FleadFormat format, const char *command,
                       const char *const *options);

G_END_DECLS
