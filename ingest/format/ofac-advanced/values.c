/* ingest/format/ofac-advanced/values.c: the file's own reference values, by set and id */
#include "ingest/format/ofac-advanced/advanced.h"

/* What stands for an id that is absent or defined nowhere */
static const AdvancedValue nothing = { NULL, NULL, ADVANCED_NO_ID };

/* Texts of values that say that nothing is said */
static const char *const empty_words[] = { "Unknown", "undetermined" };

static void
init_values (Advanced *self)
{
	for (guint i = 0; i < ADVANCED_N_SETS; i++)
		self->values.sets[i] = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static void
clear_values (Advanced *self)
{
	for (guint i = 0; i < ADVANCED_N_SETS; i++)
		g_hash_table_unref (self->values.sets[i]);
}

/* The set of values that are written so; ADVANCED_N_SETS for those that are not needed */
static AdvancedSet
find_set (const char *element)
{
	AdvancedSet set = 0;

	while (set < ADVANCED_N_SETS
	       && !g_str_equal (fairlead_advanced_set_info (set)->element, element))
		set++;
	return set;
}

static AdvancedValue *
add_value (Advanced *self, AdvancedSet set, guint32 id)
{
	AdvancedValue *value = g_new (AdvancedValue, 1);

	*value = nothing;
	g_hash_table_insert (self->values.sets[set], GUINT_TO_POINTER (id), value);
	return value;
}

static void
set_text (Advanced *self, AdvancedSet set, AdvancedValue *value, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	value->text = g_string_chunk_insert (self->texts, text);
	value->word = fairlead_advanced_find_word (set, text);
}

static void
start_value (Advanced *self, const FairleadXmlElement *element)
{
	AdvancedSet set = find_set (fairlead_xml_element_get_name (element));
	guint32 id = fairlead_advanced_id (element, "ID");
	const char *parent;

	self->values.open = NULL;
	if (set == ADVANCED_N_SETS || id == ADVANCED_NO_ID)
		return;
	self->values.open = add_value (self, set, id);
	self->values.open_set = set;
	/* An area code's text is a code, or nothing; its description is the name */
	set_text (self, set, self->values.open,
	          fairlead_xml_element_get_attribute (element, "Description"));
	parent = fairlead_advanced_set_info (set)->parent;
	if (parent != NULL)
		self->values.open->parent = fairlead_advanced_id (element, parent);
}

static void
end_value (Advanced *self, const char *text, guint64 line)
{
	AdvancedValue *value = self->values.open;

	(void) line;
	if (value != NULL && value->text == NULL)
		set_text (self, self->values.open_set, value, text);
	self->values.open = NULL;
}

const AdvancedValue *
fairlead_advanced_value (Advanced *self, AdvancedSet set, guint32 id, guint64 line)
{
	const AdvancedValue *value;

	if (id == ADVANCED_NO_ID)
		return &nothing;
	value = g_hash_table_lookup (self->values.sets[set], GUINT_TO_POINTER (id));
	if (value != NULL)
		return value;
	fairlead_advanced_issue_once (self, FAIRLEAD_ISSUE_UNKNOWN_ID, line,
	                              "%s %u is in no reference set of the file",
	                              fairlead_advanced_set_info (set)->element, id);
	return add_value (self, set, id);
}

const char *
fairlead_advanced_value_text (Advanced *self, AdvancedSet set, guint32 id, guint64 line)
{
	const char *text = fairlead_advanced_value (self, set, id, line)->text;

	for (guint i = 0; text != NULL && i < G_N_ELEMENTS (empty_words); i++)
		if (g_ascii_strcasecmp (text, empty_words[i]) == 0)
			return NULL;
	return text;
}

static const AdvancedStep steps[] = {
	{ ADVANCED_AT_ROOT, "ReferenceValueSets", ADVANCED_AT_VALUE_SETS, NULL, NULL },
	{ ADVANCED_AT_VALUE_SETS, "*", ADVANCED_AT_VALUE_SET, NULL, NULL },
	{ ADVANCED_AT_VALUE_SET, "*", ADVANCED_AT_TEXT, start_value, end_value },
};

const AdvancedModule fairlead_advanced_values = {
	steps,
	G_N_ELEMENTS (steps),
	init_values,
	clear_values,
};
