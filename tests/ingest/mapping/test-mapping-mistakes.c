/* tests/ingest/mapping/test-mapping-mistakes.c: what is said of mistakes in mapping files */
#include "ingest/mapping/mapping.h"
#include "tests/common/helpers.h"

#include <string.h>

#define OPEN "[mapping]\nname=m\n"
#define SHIP "[entity ship]\nkind=vessel\nkey=s:{id}\n"
#define PAIR "[entity a]\nkey=s:{a}\n[entity b]\nkey=s:{b}\n"
#define LINK PAIR "[link l]\nfrom=a\nto=b\n"

static FairleadMapping *
parse (const char *text, GError **error)
{
	return fairlead_mapping_new ("a.mapping", text, strlen (text), error);
}

static const struct {
	const char *mapping;
	FairleadError code;
	const char *words;
} mistakes[] = {
	{ "", FAIRLEAD_ERROR_MISSING_FIELD, "a.mapping:1: there is no group [mapping]" },
	{ "name=m\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:1: \"name=m\" stands before" },
	{ "[mapping\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:1: group \"[mapping\" does not end in ]" },
	{ "[mapping]\nname\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:2: \"name\" is neither" },
	{ "[mapping]\n=m\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:2: \"=m\" has no key" },
	{ "[mapping]\n\xFF\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:2: the text is not UTF-8" },
	{ "[mapping]\ntitle=M\n", FAIRLEAD_ERROR_MISSING_FIELD,
	  "a.mapping:1: [mapping] has no name=" },
	{ "[mapping]\nname=My Map\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "a.mapping:2: name \"My Map\" is not possible (expected lower-case" },
	{ "[mapping]\nname=m\nname=n\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:3: name= stands twice" },
	{ "[mapping]\nname=m\ntitel=x\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:3: [mapping] has no key \"titel\" (did you mean \"title\"?)" },
	{ "[mapping]\nname=m\nformat=cvs\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "a.mapping:3: format \"cvs\" is not possible (expected csv or xml)" },
	{ "[mapping]\nname=m\nformat=xml\n", FAIRLEAD_ERROR_MISSING_FIELD, "has no record=" },
	{ "[mapping]\nname=m\nrecord=a/b\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:3: record= has no meaning for CSV" },
	{ "[mapping]\nname=m\nformat=xml\nrecord=a//b\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "a.mapping:4: record" },
	{ "[mapping]\nname=m\ndelimiter=;\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "expected comma, semicolon" },
	{ "[mapping]\nname=m\nskip=1\n", FAIRLEAD_ERROR_SYNTAX,
	  "skip= has a meaning with columns=" },
	{ "[mapping]\nname=m\nskip=-1\n", FAIRLEAD_ERROR_INVALID_VALUE, "skip \"-1\"" },
	{ OPEN, FAIRLEAD_ERROR_MISSING_FIELD, "a.mapping: the mapping has no [entity NAME]" },
	{ OPEN "[entity]\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:3: [entity] has no name" },
	{ OPEN "[entitee x]\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:3: there is no group [entitee x] (did you mean \"entity\"?)" },
	{ OPEN SHIP SHIP, FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:6: group [entity ship] stands twice (first on line 3)" },
	{ OPEN SHIP "[lookup]\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:6: [lookup] has no name" },
	{ OPEN "[lookup l]\nkey={a}\n", FAIRLEAD_ERROR_MISSING_FIELD,
	  "a.mapping:3: [lookup l] has no value=" },
	{ OPEN "[lookup l]\nkey={a}\nkey={b}\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:5: key= stands twice" },
	{ OPEN "[lookup l]\nkey={a}\nvaleu={b}\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:5: [lookup] has no key \"valeu\"" },
	{ OPEN "[lookup l]\nkey={a|split:;}\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:4: key= of a lookup takes one value" },
	{ OPEN "[lookup l]\nkey={a|lookup:l}\n", FAIRLEAD_ERROR_SYNTAX,
	  "lookup: has no meaning in [mapping] and [lookup]" },
	{ OPEN "[entity e]\nkey=s:{x|lookup:subjet}\n[lookup subject]\nkey={a}\nvalue={b}\n",
	  FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	  "there is no group [lookup subjet] (did you mean \"subject\"?)" },
	{ OPEN "[lookup l]\nkey={a}\nvalue={b}\n[mapping]\nname=n\n[lookup l]\n",
	  FAIRLEAD_ERROR_SYNTAX, "a.mapping:8: [lookup l] stands twice" },
	{ OPEN SHIP "[mapping]\n", FAIRLEAD_ERROR_MISSING_FIELD,
	  "a.mapping:6: [mapping] has no name=" },
	{ OPEN "[entity e]\nname={x}\n", FAIRLEAD_ERROR_MISSING_FIELD,
	  "a.mapping:3: [entity e] has no key=" },
	{ OPEN SHIP "nmae={x}\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:6: [entity] has no key \"nmae\" (did you mean \"name\"?)" },
	{ OPEN SHIP "imo-no={x}\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:6: [entity] has no key \"imo-no\"" },
	{ OPEN SHIP "name=\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:6: name= is empty" },
	{ OPEN "[entity e]\nkey={x}\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:4: key \"{x}\" does not begin" },
	{ OPEN "[entity e]\nkey=s:x\n", FAIRLEAD_ERROR_SYNTAX, "is the same for every record" },
	{ OPEN "[entity e]\nkey=s:{x|split:;}\n", FAIRLEAD_ERROR_SYNTAX,
	  "use each= for an entity of each" },
	{ OPEN "[entity e]\nkind=ship\nkey=s:{x}\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "a.mapping:4: there is no kind of entity \"ship\"" },
	{ OPEN SHIP "issuer=ofac:{x}\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "is no scheme of identifiers" },
	{ OPEN SHIP "name={x\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:6: \"{x\": a { is not closed" },
	{ OPEN SHIP "name=x}\n", FAIRLEAD_ERROR_SYNTAX, "a } has no { before it" },
	{ OPEN SHIP "name={}\n", FAIRLEAD_ERROR_SYNTAX, "{} names no column" },
	{ OPEN SHIP "name={\"x}\n", FAIRLEAD_ERROR_SYNTAX, "a quote is not closed" },
	{ OPEN SHIP "name={x|spilt:;}\n", FAIRLEAD_ERROR_SYNTAX,
	  "there is no filter \"spilt\" (did you mean \"split\"?)" },
	{ OPEN SHIP "name={x|split}\n", FAIRLEAD_ERROR_SYNTAX,
	  "the filter split needs an argument" },
	{ OPEN SHIP "name={x|upper:x}\n", FAIRLEAD_ERROR_SYNTAX,
	  "the filter upper takes no argument" },
	{ OPEN SHIP "name={x|match:(}\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:6: \"{x|match:(}\"" },
	{ OPEN SHIP "name={x|if:!a=b}\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:6: \"!{a}=b\" is no condition" },
	{ OPEN SHIP "name={x|join}\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:6: \"{x|join}\": the filter join needs an argument" },
	{ OPEN SHIP "name={x|or:{y}}\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:6: " },
	{ OPEN SHIP "name={x|or:\"y|z\"}\n", FAIRLEAD_ERROR_SYNTAX,
	  "or: takes a plain name (expected or:column)" },
	{ OPEN SHIP "name={x|also:?}\n", FAIRLEAD_ERROR_SYNTAX, "names no column" },
	{ OPEN SHIP "name={x|pad:0}\n", FAIRLEAD_ERROR_SYNTAX,
	  "pad:0 is not possible (expected a length, 1 to 64)" },
	{ OPEN SHIP "name={x|pad:eight}\n", FAIRLEAD_ERROR_SYNTAX, "pad:eight is not possible" },
	{ OPEN LINK "kind=agent\nstart={d|also:e}\n", FAIRLEAD_ERROR_SYNTAX,
	  "start= takes one value" },
	{ "[mapping]\nname=m\ncolumns=a;b\n[entity e]\nkey=s:{a|or:c}\n",
	  FAIRLEAD_ERROR_UNKNOWN_REFERENCE, "a.mapping:5: columns= has no \"c\"" },
	{ OPEN SHIP "name={x|nth:;}\n", FAIRLEAD_ERROR_SYNTAX, "in groups with each= only" },
	{ OPEN SHIP "name={.}\n", FAIRLEAD_ERROR_SYNTAX, "{.} is the value of each=" },
	{ OPEN SHIP "name={x|map:kinds}\n[map kind]\n", FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	  "there is no group [map kinds] (did you mean \"kind\"?)" },
	{ OPEN SHIP "name={x|if:a|upper=b}\n", FAIRLEAD_ERROR_SYNTAX,
	  "there is no filter \"upper=b\"" },
	{ OPEN SHIP "name={x|if:\"a|upper=b\"}\n", FAIRLEAD_ERROR_SYNTAX,
	  "if: takes a plain name" },
	{ OPEN SHIP "when=x\n", FAIRLEAD_ERROR_SYNTAX, "a.mapping:6: \"x\" is no condition" },
	{ OPEN SHIP "when=!{x}=y\n", FAIRLEAD_ERROR_SYNTAX, "is no condition" },
	{ OPEN SHIP "when={x}=\n", FAIRLEAD_ERROR_SYNTAX, "is no condition" },
	{ OPEN SHIP "when={x} y\n", FAIRLEAD_ERROR_SYNTAX, "is no condition" },
	{ OPEN SHIP "each=os\n", FAIRLEAD_ERROR_SYNTAX, "is not one reference" },
	{ OPEN SHIP "each={a}\neach={b}\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:7: each= stands twice" },
	{ OPEN PAIR "[link l]\nfrom=a\nkind=agent\n", FAIRLEAD_ERROR_MISSING_FIELD,
	  "a.mapping:7: [link l] has no to=" },
	{ OPEN PAIR "[link l]\nfrom=a\nto=b\n", FAIRLEAD_ERROR_MISSING_FIELD, "has no kind=" },
	{ OPEN SHIP "[link l]\nfrom=ship\nto=shp\nkind=agent\n", FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	  "a.mapping:8: there is no group [entity shp] (did you mean \"ship\"?)" },
	{ OPEN LINK "kind=share-holder\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "a.mapping:10: there is no kind of link \"share-holder\" (did you mean "
	  "\"shareholder\"?)" },
	{ OPEN LINK "kind={k|map:ks}\n[map ks]\nA=agent\nB=agnet\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "a.mapping:13: there is no kind of link \"agnet\" (did you mean \"agent\"?)" },
	{ OPEN LINK "kind={k|map:ks}\n[map ks]\n*=boss\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "a.mapping:12: " },
	{ OPEN LINK "kind=agent\nconfidence=2\n", FAIRLEAD_ERROR_INVALID_VALUE,
	  "a.mapping:11: confidence \"2\" is no number from 0 to 1" },
	{ OPEN LINK "kind=agent\nstart={d|split:;}\n", FAIRLEAD_ERROR_SYNTAX,
	  "start= takes one value" },
	{ OPEN "[entity a]\neach={x|split:;}\nkey=s:{.}\n[entity b]\neach={y|split:;}\nkey=s:{.}\n"
	       "[link l]\nfrom=a\nto=b\nkind=agent\n",
	  FAIRLEAD_ERROR_SYNTAX, "a.mapping:9: [link l] joins entities of two different each=" },
	{ OPEN SHIP "[attribute f]\nof=ship\nattribute=falg\nvalue={x}\n",
	  FAIRLEAD_ERROR_INVALID_VALUE,
	  "a.mapping:8: there is no attribute \"falg\" (did you mean \"flag\"?)" },
	{ OPEN SHIP "[map]\n", FAIRLEAD_ERROR_SYNTAX, "[map] has no name" },
	{ OPEN SHIP "[map m]\na=1\nA=2\n", FAIRLEAD_ERROR_SYNTAX,
	  "a.mapping:8: \"A\" stands twice" },
	{ OPEN "[entity e]\nkey=s:{x?}\n", FAIRLEAD_ERROR_MISSING_FIELD,
	  "every column of the mapping" },
	{ "[mapping]\nname=m\ncolumns=a;b\n[entity e]\nkey=s:{c}\n",
	  FAIRLEAD_ERROR_UNKNOWN_REFERENCE, "a.mapping:5: columns= has no \"c\"" },
	{ "[mapping]\nname=m\nformat=xml\nrecord=r/e\n[entity e]\nkey=s:{a//b}\n",
	  FAIRLEAD_ERROR_SYNTAX, "\"a//b\" is no path" },
	{ "[mapping]\nname=m\nformat=xml\nrecord=r/e\n[entity e]\nkey=s:{a[b]}\n",
	  FAIRLEAD_ERROR_SYNTAX, "\"a[b]\" is no path" },
	{ "[mapping]\nname=m\nformat=xml\nrecord=r/e\n[entity e]\nkey=s:{a#2}\n",
	  FAIRLEAD_ERROR_SYNTAX, "#2 is for columns" },
};

static void
test_mistakes (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++) {
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadMapping) mapping = parse (mistakes[i].mapping, &error);

		if (mapping != NULL)
			g_error ("\"%s\" was taken", mistakes[i].mapping);
		test_assert_error (error, FAIRLEAD_ERROR, (gint) mistakes[i].code,
		                   mistakes[i].words);
	}
}

static void
test_files (void)
{
	g_autofree char *folder = test_fixture ("mapping");
	g_autoptr (GError) error = NULL;
	g_autoptr (GString) large = g_string_new ("[mapping]\n");

	g_assert_null (fairlead_mapping_load (folder, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "is no regular file");
	g_clear_error (&error);
	g_assert_null (fairlead_mapping_load ("/nowhere/at.mapping", &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "/nowhere/at.mapping: ");
	g_clear_error (&error);
	while (large->len < (1u << 20))
		g_string_append (large, "# words\n");
	g_assert_null (parse (large->str, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT, "at most 1048576");
	g_clear_error (&error);
	/* no bytes at all, as an empty file has them */
	g_assert_null (fairlead_mapping_new ("a.mapping", NULL, 0, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_MISSING_FIELD, "[mapping]");
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/mapping/errors/name-file-and-line", test_mistakes);
	g_test_add_func ("/mapping/errors/files-that-are-no-mapping", test_files);
	return g_test_run ();
}
