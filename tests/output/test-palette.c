/* tests/output/test-palette.c: kinds can be told apart by whoever sees no red, no green, no blue,
 * or no colour */
#include "output/palette.h"

#include <math.h>

typedef struct {
	double part[3];
} Colour;

/* sRGB to light, IEC 61966-2-1 */
static double
light_of (guint32 channel)
{
	double value = (channel & 0xff) / 255.0;

	return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static Colour
multiply (const double matrix[3][3], Colour colour)
{
	Colour result = { { 0.0, 0.0, 0.0 } };

	for (guint i = 0; i < 3; i++)
		for (guint j = 0; j < 3; j++)
			result.part[i] += matrix[i][j] * colour.part[j];
	return result;
}

static double
cube_root (double value)
{
	return value > 0.008856 ? cbrt (value) : 7.787 * value + 16.0 / 116.0;
}

/* CIE L*a*b* under D65 */
static Colour
lab_of (Colour light)
{
	static const double to_xyz[3][3] = { { 0.4124, 0.3576, 0.1805 },
		                             { 0.2126, 0.7152, 0.0722 },
		                             { 0.0193, 0.1192, 0.9505 } };
	Colour xyz = multiply (to_xyz, light);
	double x = cube_root (xyz.part[0] / 0.9505), y = cube_root (xyz.part[1]);
	double z = cube_root (xyz.part[2] / 1.089);

	return (Colour){ { 116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z) } };
}

/* Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision
 * deficiency (2009), at full severity; the last is who sees light and dark alone */
static const double sights[][3][3] = {
	{ { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
	{ { 0.152286, 1.052583, -0.204868 },
	  { 0.114503, 0.786281, 0.099216 },
	  { -0.003882, -0.048116, 1.051998 } },
	{ { 0.367322, 0.860646, -0.227968 },
	  { 0.280085, 0.672501, 0.047413 },
	  { -0.011820, 0.042940, 0.968881 } },
	{ { 1.255528, -0.076749, -0.178779 },
	  { -0.078411, 0.930809, 0.147602 },
	  { 0.004733, 0.691367, 0.303900 } },
	{ { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 } },
};

static double
difference (guint32 a, guint32 b, const double sight[3][3])
{
	Colour first = { { light_of (a >> 16), light_of (a >> 8), light_of (a) } };
	Colour second = { { light_of (b >> 16), light_of (b >> 8), light_of (b) } };
	double sum = 0.0;

	first = lab_of (multiply (sight, first));
	second = lab_of (multiply (sight, second));
	for (guint i = 0; i < 3; i++)
		sum += (first.part[i] - second.part[i]) * (first.part[i] - second.part[i]);
	return sqrt (sum);
}

/* Of one shape, the colours differ by ten times what is just seen (2.3), whatever the sight */
static void
test_kinds (void)
{
	for (guint a = 0; a < FAIRLEAD_N_KINDS; a++)
		for (guint b = 0; b < a; b++) {
			FairleadKindLook first = fairlead_palette_of_kind (a);
			FairleadKindLook second = fairlead_palette_of_kind (b);

			if (first.shape != second.shape)
				continue;
			for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
				g_assert_cmpfloat (
					difference (first.colour, second.colour, sights[i]), >,
					23.0);
		}
}

/* All can be seen on white paper */
static void
test_on_paper (void)
{
	for (guint kind = 0; kind < FAIRLEAD_N_KINDS; kind++)
		g_assert_cmpfloat (
			difference (fairlead_palette_of_kind (kind).colour, 0xffffff, sights[0]), >,
			23.0);
	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++)
		g_assert_cmpfloat (difference (fairlead_palette_of_class (i), 0xffffff, sights[0]),
		                   >, 23.0);
}

static void
test_words (void)
{
	g_autoptr (GString) text = g_string_new (NULL);

	fairlead_palette_append (text, 0x0072b2);
	g_assert_cmpstr (text->str, ==, "#0072b2");
	g_assert_cmpstr (fairlead_shape_name (FAIRLEAD_SHAPE_DIAMOND), ==, "diamond");
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/palette/kinds-of-one-shape-differ-to-every-eye", test_kinds);
	g_test_add_func ("/output/palette/all-are-seen-on-paper", test_on_paper);
	g_test_add_func ("/output/palette/as-others-write-it", test_words);
	return g_test_run ();
}
