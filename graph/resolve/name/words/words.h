/* graph/resolve/name/words/words.h: what the words of names are, in one table: legal forms of all
 * jurisdictions, abbreviations of the trades, titles, particles, numbers */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_WORD_PLAIN,
	FAIRLEAD_WORD_LEGAL,    /* a legal form: no evidence, but GmbH is not AG */
	FAIRLEAD_WORD_SHORT,    /* an abbreviation; @means says of what */
	FAIRLEAD_WORD_TITLE,    /* of persons: no evidence */
	FAIRLEAD_WORD_SHIP,     /* before a ship's name: no evidence */
	FAIRLEAD_WORD_PARTICLE, /* hardly any */
	FAIRLEAD_WORD_NUMBER,   /* @means is it in digits; two of a series are told by it */
	FAIRLEAD_WORD_SIDE,     /* a direction: NORTH is not SOUTH */
} FairleadWordClass;

/* What a legal form makes of a company; of two that both name one, these must agree */
typedef enum {
	FAIRLEAD_FORM_ANY,         /* says that it is a company, no more */
	FAIRLEAD_FORM_LIMITED,     /* Ltd, LLC, GmbH, OOO */
	FAIRLEAD_FORM_SHARES,      /* PLC, AG, S.A., OAO */
	FAIRLEAD_FORM_PARTNERSHIP, /* LP, KG */
	FAIRLEAD_FORM_BODY,        /* foundation, association */
} FairleadForm;

/* Words of one class, between bars; an abbreviation or number is followed by what it means */
typedef struct {
	FairleadWordClass word_class;
	FairleadForm form;
	gboolean only_last;
	const char *words;
} FairleadWordRow;

/* Words that mean @means, between bars; @is_sector: left out less often than others */
typedef struct {
	const char *means;
	gboolean is_sector;
	const char *words;
} FairleadTradeRow;

extern const FairleadWordRow fairlead_legal_forms[];
extern const gsize fairlead_n_legal_forms;
extern const FairleadTradeRow fairlead_trade_words[];
extern const gsize fairlead_n_trade_words;

/**
 * FairleadWord:
 * @only_last: whether it is that only behind other words: SA, AS and AB are words of names, too
 * @is_trade: whether it says what a company does, no more
 * @is_sector: of these, one that is left out less often
 * @means: (nullable): what it is short for
 */
typedef struct {
	guint8 word_class;
	guint8 form;
	gboolean only_last;
	gboolean is_trade;
	gboolean is_sector;
	char *means;
} FairleadWord;

/* The longest phrase of the table has as many words */
#define FAIRLEAD_PHRASE_MAX 5

/* (transfer full): FairleadWord by text, folded, in Latin letters; of several words with spaces
 * between */
GHashTable *fairlead_words_new (void);

/* Legal forms that are written without spaces (有限公司, 주식회사) in Latin letters, set apart by
 * spaces; a copy of any other text. Signs of Han would otherwise be read one by one. */
char *fairlead_words_dup_spaced (const char *text);

G_END_DECLS
