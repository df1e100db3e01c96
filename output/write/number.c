/* output/write/number.c */
#include "output/write/number.h"

#include <math.h>
#include <string.h>

const char *
fairlead_number_exact (double value, char buffer[FAIRLEAD_NUMBER_SIZE])
{
	static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

	g_return_val_if_fail (isfinite (value), "");
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

double
fairlead_number_round (double value)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];

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
