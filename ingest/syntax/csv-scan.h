/* ingest/syntax/csv-scan.h: which of 64 bytes a reader of delimited text has to look at
 *
 * Bit i of a mask stands for byte i. Both ways of finding them give the same masks. */
#pragma once
#include <glib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif
G_BEGIN_DECLS

#define FAIRLEAD_CSV_BLOCK 64u

/**
 * FairleadCsvBlock:
 * @special: delimiters, quotes, and bytes up to the carriage return: line ends and NUL bytes, and a
 *   few that are rare in text and found with them in one comparison
 * @high: bytes that are not ASCII
 */
typedef struct {
	guint64 special;
	guint64 high;
} FairleadCsvBlock;

#define FAIRLEAD_CSV_LOW_BITS G_GUINT64_CONSTANT (0x7F7F7F7F7F7F7F7F)
#define FAIRLEAD_CSV_HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)

/* The top bit of each byte that is zero. No carry leaves a byte, so that it is exact for all. */
static inline guint64
fairlead_csv_zero_bytes (guint64 word)
{
	return ~(((word & FAIRLEAD_CSV_LOW_BITS) + FAIRLEAD_CSV_LOW_BITS) | word
	         | FAIRLEAD_CSV_LOW_BITS);
}

/* The top bit of each byte that is at most a carriage return */
static inline guint64
fairlead_csv_low_bytes (guint64 word)
{
	const guint64 above = G_GUINT64_CONSTANT (0x0101010101010101) * (0x80 - ('\r' + 1));

	return ~(((word & FAIRLEAD_CSV_LOW_BITS) + above) | word | FAIRLEAD_CSV_LOW_BITS);
}

/* The top bits of eight bytes, gathered into one byte: each lands on a bit of its own */
static inline guint64
fairlead_csv_gather (guint64 tops)
{
	return ((tops >> 7) * G_GUINT64_CONSTANT (0x0102040810204080)) >> 56;
}

/* Eight bytes at a time in plain integers */
static inline FairleadCsvBlock
fairlead_csv_scan_portable (const char *bytes, char delimiter)
{
	const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
	FairleadCsvBlock block = { 0, 0 };

	for (guint i = 0; i < FAIRLEAD_CSV_BLOCK; i += 8) {
		guint64 word;

		memcpy (&word, bytes + i, sizeof word);
		word = GUINT64_FROM_LE (word);

		guint64 found = fairlead_csv_low_bytes (word)
		                | fairlead_csv_zero_bytes (word ^ (ones * (guint8) delimiter))
		                | fairlead_csv_zero_bytes (word ^ (ones * '"'));

		block.special |= fairlead_csv_gather (found) << i;
		block.high |= fairlead_csv_gather (word & FAIRLEAD_CSV_HIGH_BITS) << i;
	}
	return block;
}

#ifdef __SSE2__
static inline FairleadCsvBlock
fairlead_csv_scan_sse2 (const char *bytes, char delimiter)
{
	const __m128i split = _mm_set1_epi8 (delimiter);
	const __m128i quote = _mm_set1_epi8 ('"');
	const __m128i highest = _mm_set1_epi8 ('\r');
	FairleadCsvBlock block = { 0, 0 };

	for (guint i = 0; i < FAIRLEAD_CSV_BLOCK; i += 16) {
		__m128i lane = _mm_loadu_si128 ((const __m128i *) (bytes + i));
		__m128i low = _mm_cmpeq_epi8 (_mm_min_epu8 (lane, highest), lane);
		__m128i found = _mm_or_si128 (low, _mm_or_si128 (_mm_cmpeq_epi8 (lane, split),
		                                                 _mm_cmpeq_epi8 (lane, quote)));

		block.special |= (guint64) (guint16) _mm_movemask_epi8 (found) << i;
		block.high |= (guint64) (guint16) _mm_movemask_epi8 (lane) << i;
	}
	return block;
}
#define fairlead_csv_scan fairlead_csv_scan_sse2
#else
#define fairlead_csv_scan fairlead_csv_scan_portable
#endif

G_END_DECLS
