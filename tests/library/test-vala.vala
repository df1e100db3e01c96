// tests/library/test-vala.vala: FILE...: how many entities there are in these
int main (string[] args) {
	var plan = new Fairlead.Case (args[1:args.length]);
	try {
		stdout.printf ("%u\n", plan.load (null, null).get_n_entities ());
		return 0;
	} catch (Error error) {
		stderr.printf ("%s\n", error.message);
		return 1;
	}
}
