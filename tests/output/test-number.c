/* tests/output/test-number.c: numbers as text are what printf makes of them, and read back the same
 * */
#include "output/write/number.h"

#include <math.h>

static void
assert_written (double value, const char *expected)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];

	g_assert_cmpstr (fairlead_number_exact (value, buffer), ==, expected);
}

static void
test_written (void)
{
	assert_written (0.0, "0");
	assert_written (-0.0, "-0");
	assert_written (1.0, "1");
	assert_written (-2.5, "-2.5");
	assert_written (0.1, "0.1");
	assert_written (0.000123, "0.000123");
	assert_written (0.00001, "1e-05");
	assert_written (10.000001, "10.000001");
	assert_written (999999999.999999, "999999999.999999");
	assert_written (1e9, "1000000000");
	assert_written (1.0 / 3.0, "0.3333333333333333");
	assert_written (1e300, "1e+300");
	assert_written (0.899999976158142, "0.899999976158142");
}

/* By way of printf alone */
static const char *
write_slowly (double value, char buffer[FAIRLEAD_NUMBER_SIZE])
{
	static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

	for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
		if (g_ascii_strtod (
			    g_ascii_formatd (buffer, FAIRLEAD_NUMBER_SIZE, formats[i], value), NULL)
		    == value)
			break;
	return buffer;
}

/* Numbers of all sizes, with few and with many digits, and those that stand in the middle */
static double
draw (GRand *random, guint i)
{
	double size = pow (10.0, g_rand_double_range (random, -6.0, 10.0));
	double places = pow (10.0, g_rand_int_range (random, 0, 8));

	if (i % 3 == 0)
		return size * g_rand_double (random);
	if (i % 3 == 1)
		return (double) (float) (floor (g_rand_double (random) * places) / places);
	return (floor (g_rand_double (random) * 1e6) + 0.5) / places;
}

static void
test_as_printf (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (3);
	char fast[FAIRLEAD_NUMBER_SIZE], slow[FAIRLEAD_NUMBER_SIZE];

	for (guint i = 0; i < 30000; i++) {
		double value = draw (random, i);
		double rounded =
			g_ascii_strtod (g_ascii_formatd (slow, sizeof slow, "%.6g", value), NULL);

		g_assert_cmpfloat (fairlead_number_round (value), ==, rounded);
		g_assert_cmpstr (fairlead_number_exact (value, fast), ==,
		                 write_slowly (value, slow));
		g_assert_cmpstr (fairlead_number_exact (rounded, fast), ==,
		                 write_slowly (rounded, slow));
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/number/as-they-are-written", test_written);
	g_test_add_func ("/output/number/as-printf-writes-them", test_as_printf);
	return g_test_run ();
}
