/* output/write/number.c */
#include "output/write/number.h"

#include <math.h>
#include <string.h>

#define MILLION 1e6

/* Most numbers that are written have six decimals at most, and a large file has millions of them:
 * they are written as two whole numbers, in a fifth of the time. FALSE for any other. The quotient
 * of whole numbers is rounded rightly, so that it is the number that the digits stand for. */
static gboolean
write_millionths (double value, char buffer[FAIRLEAD_NUMBER_SIZE])
{
	guint64 millionths, whole;
	char *at = buffer;
	guint unit = 100000;

	if (signbit (value) || value >= 1e9 || (value > 0.0 && value < 1e-4))
		return FALSE;
	millionths = (guint64) (value * MILLION + 0.5);
	if ((double) millionths / MILLION != value)
		return FALSE;
	whole = millionths / 1000000;
	for (guint64 left = whole; left >= 10; left /= 10)
		at++;
	for (char *digit = at++; digit >= buffer; digit--, whole /= 10)
		*digit = (char) ('0' + whole % 10);
	millionths %= 1000000;
	if (millionths > 0)
		*at++ = '.';
	for (; millionths > 0; millionths %= unit, unit /= 10)
		*at++ = (char) ('0' + millionths / unit);
	*at = '\0';
	return TRUE;
}

const char *
fairlead_number_exact (double value, char buffer[FAIRLEAD_NUMBER_SIZE])
{
	static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

	g_return_val_if_fail (isfinite (value), "");
	if (write_millionths (value, buffer))
		return buffer;
	for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
		g_ascii_formatd (buffer, FAIRLEAD_NUMBER_SIZE, formats[i], value);
		if (g_ascii_strtod (buffer, NULL) == value)
			break;
	}
	return buffer;
}

const char *
fairlead_number_short (double value, char buffer[FAIRLEAD_NUMBER_SIZE])
{
	const char *format = fabs (value) >= 1000.0 && fabs (value) < 1e9 ? "%.0f" : "%.4g";

	g_return_val_if_fail (isfinite (value), "");
	return g_ascii_formatd (buffer, FAIRLEAD_NUMBER_SIZE, format, value);
}

/* Where it is plain to which side a number goes, without the way through its digits */
static gboolean
round_plainly (double value, double *rounded)
{
	double scale = MILLION, scaled, nearest;

	if (!(value >= 0.1 && value < MILLION))
		return FALSE;
	for (double bound = 1.0; value >= bound; bound *= 10.0)
		scale /= 10.0;
	scaled = value * scale;
	nearest = floor (scaled + 0.5);
	if (fabs (scaled - nearest) > 0.499)
		return FALSE;
	*rounded = nearest / scale;
	return TRUE;
}

double
fairlead_number_round (double value)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];
	double rounded;

	if (round_plainly (value, &rounded))
		return rounded;
	return g_ascii_strtod (g_ascii_formatd (buffer, sizeof buffer, "%.6g", value), NULL);
}

char *
fairlead_number_dup_grouped (guint64 value)
{
	g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, value);
	gsize length = strlen (digits);
	GString *grouped = g_string_new (NULL);

	for (gsize i = 0; i < length; i++) {
		if (i > 0 && (length - i) % 3 == 0)
			g_string_append_c (grouped, ',');
		g_string_append_c (grouped, digits[i]);
	}
	return g_string_free (grouped, FALSE);
}
