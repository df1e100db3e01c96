/* cli/investigation/manifest/manifest.h: what a run read, did and wrote, to be proved */
#pragma once
#include "cli/investigation/file/investigation.h"
G_BEGIN_DECLS

/* A file as it was */
typedef struct {
	char *file; /* relative to the manifest */
	char *sha256;
	guint64 n_bytes;
} ManifestFile;

/**
 * ManifestStep:
 * @words: its command line, without the program
 * @inputs: (element-type ManifestFile): all files that it depended on
 * @outputs: (element-type ManifestFile): all files that it wrote
 * @version: of the fairlead that did it
 */
typedef struct {
	char *name;
	GStrv words;
	char *output; /* what its standard output went to; NULL where --output says it */
	char *version;
	char *started;
	char *ended;
	gint exit_code;
	GPtrArray *inputs;
	GPtrArray *outputs;
} ManifestStep;

/**
 * Manifest:
 * @settings: those of --set
 * @is_complete: whether every step of the investigation was done
 * @parameters_hash: as results bear it
 */
typedef struct {
	char *version;
	char *investigation;
	char *sha256;
	GStrv settings;
	char *outputs;
	char *parameters;
	char *parameters_hash;
	gint64 seed;
	char *started;
	char *ended;
	gboolean is_complete;
	GPtrArray *inputs; /* of ManifestFile */
	GPtrArray *steps;  /* of ManifestStep */
} Manifest;

Manifest *manifest_new (void);
void manifest_free (Manifest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Manifest, manifest_free)

ManifestFile *manifest_file_new (const char *file, const char *sha256, guint64 n_bytes);
ManifestStep *manifest_step_new (const char *name);
ManifestStep *manifest_step_copy (const ManifestStep *step);
void manifest_step_free (ManifestStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ManifestStep, manifest_step_free)
/* By name, or NULL */
const ManifestStep *manifest_find_step (const Manifest *self, const char *name);
const ManifestFile *manifest_find_file (GPtrArray *files, const char *name);

/* Now, in UTC */
char *manifest_dup_now (void);

/* Reads what write() wrote; a file of something else, or with a path that leads out of its folder
 * where a result is meant, is an error */
Manifest *manifest_read (const char *path, GError **error);
/* With the versions of the libraries that run now; whole or not at all */
gboolean manifest_write (const Manifest *self, const char *path, GError **error);

G_END_DECLS
