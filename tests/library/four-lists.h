/* tests/library/four-lists.h: the lists of fixtures/four-lists, for the tests of what the library
 * answers, and the program that must say the same */
#pragma once
#include <fairlead.h>
G_BEGIN_DECLS

/* (transfer full): of a file of a folder of fixtures */
char *fixture_path (const char *folder, const char *name);
/* (transfer full): those of four-lists; NULL ends @names */
GStrv four_lists_dup_paths (const char *const *names);
/* (transfer full): the four lists, with roles.csv, read with their hashes */
FleadNetwork *four_lists_network (void);

/* (transfer full): what the program writes for `WORDS ... INPUTS`, the inputs of that network where
 * @takes_lists; NULL where FAIRLEAD_PROGRAM does not say where it is */
char *program_run (const char *const *words, gboolean takes_lists);
/* Fails where the result is not written as the program writes it; skips without a program */
void assert_as_program (gpointer result, FleadFormat format, const char *const *words,
                        gboolean takes_lists);
/* (transfer full): one cell as text */
char *cell_of (gpointer result, const char *column, guint row);

G_END_DECLS
