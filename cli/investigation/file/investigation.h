/* cli/investigation/file/investigation.h: what is read, asked and written, as a file says it */
#pragma once
#include "cli/options/command-use.h"
#include "cli/investigation/file/complaints.h"
#include "cli/investigation/file/key-lines.h"
G_BEGIN_DECLS

#define INVESTIGATION_GROUP "investigation"
#define INPUT_PREFIX "input "
#define STEP_PREFIX "step "

/* A file that the results depend on. */
typedef struct {
	char *name;   /* of its group; NULL for one that an option names */
	char *file;   /* relative to the investigation */
	char *sha256; /* as it is now; NULL until it is known */
	guint64 n_bytes;
	gint64 changed; /* when, in microseconds */
} InvestigationFile;

/**
 * InvestigationStep:
 * @words: the command, its options and its arguments, without what says where results go
 * @results: options that name files to write, as `chart=cap.svg`
 * @output: what the standard output, or --output, goes to
 * @files: (element-type InvestigationFile): (not owned) what it depends on
 */
typedef struct {
	char *name;
	guint line;
	const Command *command;
	char **words;
	guint n_options; /* of the words: those before the arguments */
	GStrv results;
	char *output;
	gboolean has_output_option;
	GPtrArray *files;
} InvestigationStep;

/**
 * Investigation:
 * @path: as it was given
 * @folder: what all files are relative to
 * @settings: from --set, as given
 * @outputs: the folder of the results
 * @manifest: a file beside the investigation
 * @parameters: a file, or NULL for the shipped numbers
 */
typedef struct {
	char *path;
	char *folder;
	char *base;
	char *sha256;
	GStrv settings;
	GKeyFile *keys;
	KeyLines *lines;
	char *outputs;
	char *manifest;
	char *parameters;
	char *seed;
	GPtrArray *files; /* of InvestigationFile: the inputs, then the others */
	guint n_inputs;
	GPtrArray *steps; /* of InvestigationStep */
} Investigation;

/**
 * investigation_open:
 * @settings: (nullable): `group.key=value` in place of what the file says
 *
 * Reads the file and looks for all that is wrong with it, also the hashes and the options of each
 * step, which are held to the commands themselves. Its folder becomes the working folder.
 *
 * Returns: (transfer full): NULL with an error; what is wrong in the file is in @complaints then
 */
Investigation *investigation_open (const char *path, char **settings, Complaints *complaints,
                                   GCancellable *cancellable, GError **error);
void investigation_free (Investigation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Investigation, investigation_free)

/* The command line of a step whose results go below @folder: with --output, or without where they
 * go through standard output */
GStrv investigation_dup_words (const InvestigationStep *step, const char *folder);

/* ---- for its parts alone ---- */

/* Complains of @key of @group, wherever it was said */
void investigation_complain (Investigation *self, Complaints *complaints, const char *group,
                             const char *key, const char *format, ...) G_GNUC_PRINTF (5, 6);
/* Puts the settings into the keys */
void investigation_apply_settings (Investigation *self, Complaints *complaints);
/* The file of this path, with its hash; when it is new and cannot be read, a complaint of @key */
InvestigationFile *investigation_take_file (Investigation *self, const char *group, const char *key,
                                            const char *path, Complaints *complaints,
                                            GCancellable *cancellable);
void investigation_read_step (Investigation *self, const char *group, Complaints *complaints,
                              GCancellable *cancellable);
/* A path below the folder of results, without . and .. */
gboolean investigation_is_inner_path (const char *path);

G_END_DECLS
