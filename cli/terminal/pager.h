/* cli/terminal/pager.h: tables for people, through the pager of their choice where they are long */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

/* The command that FAIRLEAD_PAGER, else PAGER, else `less` stands for, split into words by the
 * rules of the shell, which is not run; NULL where it is empty, `cat`, or no program on the
 * path */
GStrv pager_find (void);

/* Where standard output is a terminal, the input of the pager, which has standard output to itself
 * then; freeing the stream waits until the reader leaves. Standard output itself otherwise, and
 * where the pager cannot be started. */
GOutputStream *pager_open (void);

G_END_DECLS
