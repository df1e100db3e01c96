/* cli/shell/standard-input.h: - among the arguments of a command */
#pragma once
#include "cli/command.h"
G_BEGIN_DECLS

/**
 * StandardInput:
 * @words: the command line, where a case on standard input has been given a name
 * @folder: of that case; or NULL
 */
typedef struct {
	GStrv words;
	char *folder;
} StandardInput;

/* Removes what was kept */
void standard_input_clear (StandardInput *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StandardInput, standard_input_clear)

/**
 * standard_input_take:
 *
 * Where an argument is -, makes standard input a file that can be read again and from anywhere: a
 * pipe is copied to a temporary file without a name first. A case needs a name, and gets one in a
 * temporary folder. Nothing is read where no argument is -.
 */
gboolean standard_input_take (StandardInput *self, const Command *command, int argc, char **argv,
                              GError **error);

G_END_DECLS
