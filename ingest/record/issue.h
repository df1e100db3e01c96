/* ingest/record/issue.h: what may be doubtful about a record, in one table of stable tags */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_SEVERITY_INFO,    /* worth knowing; nothing was lost */
	FAIRLEAD_SEVERITY_WARNING, /* something was left out or read with a guess */
	FAIRLEAD_SEVERITY_SERIOUS, /* the record contradicts itself or the law of its identifiers */
} FairleadSeverity;

/* tag, name in outputs, severity, what it means and what was done */
#define FAIRLEAD_ISSUE_TABLE(X)                                                                      \
	X (BAD_CHECK_DIGIT, "bad-check-digit", WARNING,                                              \
	   "The check digit of an identifier is wrong; it is kept and shown, and joins nothing")     \
	X (BAD_IDENTIFIER, "bad-identifier", WARNING,                                                \
	   "The text cannot be a number of the scheme that it is given for; kept as text only")      \
	X (RETYPED_IDENTIFIER, "retyped-identifier", INFO,                                           \
	   "An identifier was typed by its owner and its check digits, against the source's label")  \
	X (BAD_DATE, "bad-date", WARNING,                                                            \
	   "The text is no date that exists; kept as text, and the period stays open")               \
	X (BAD_SHARE, "bad-share", WARNING,                                                          \
	   "The share is not between 0 and 100 per cent; it is treated as unknown")                  \
	X (BAD_NUMBER, "bad-number", WARNING, "A number could not be read; kept as text")            \
	X (BAD_PERIOD, "bad-period", WARNING,                                                        \
	   "A period ends before it begins; its beginning is kept, and its end left open")           \
	X (BAD_ENCODING, "bad-encoding", INFO,                                                       \
	   "Bytes that are not UTF-8 were read as Windows-1252, or XML that declares UTF-16 and is " \
	   "not in it as UTF-8 (reported once a file)")                                              \
	X (DANGLING_REFERENCE, "dangling-reference", INFO,                                           \
	   "A record refers to an entity that no file describes; it stands as a stub")               \
	X (NAME_NOT_FOUND, "name-not-found", INFO,                                                   \
	   "A link names a party that no record has; it stands as a stub of that name")              \
	X (NAME_AMBIGUOUS, "name-ambiguous", WARNING,                                                \
	   "A link names a party by a name that several records have; it stands as a stub")          \
	X (NAME_ROMANISED, "name-romanised", INFO,                                                   \
	   "A link names a party in other letters than the one record whose name is the same in "    \
	   "Latin letters; joined, with three quarters of the confidence")                           \
	X (PLACEHOLDER, "placeholder", INFO,                                                         \
	   "A placeholder (UNKNOWN, company 9991001, bearer) stands where a party should; no link "  \
	   "was made")                                                                               \
	X (UNKNOWN_COUNTRY, "unknown-country", INFO,                                                 \
	   "A country or flag is in no table; kept as text")                                         \
	X (UNKNOWN_EVENT, "unknown-event", WARNING,                                                  \
	   "The kind of an event is not known here; the record was left out")                        \
	X (UNREAD_VALUE, "unread-value", WARNING,                                                    \
	   "A cell has none of the words that it may have; it is treated as unknown")                \
	X (MISSING_UNIT, "missing-unit", WARNING,                                                    \
	   "A quantity stands without a unit; it is kept, and counts against no cap")                \
	X (UNKNOWN_PORT, "unknown-port", INFO,                                                       \
	   "A port's code is in no table; kept as it is written, without a name")                    \
	X (UNKNOWN_KIND, "unknown-kind", WARNING,                                                    \
	   "The kind of an entity or link is not known here; read as the general kind")              \
	X (MISSING_FIELD, "missing-field", WARNING,                                                  \
	   "A field that the record needs is empty; the "                                            \
	   "record was left out")                                                                    \
	X (BAD_RECORD, "bad-record", WARNING,                                                        \
	   "The record does not have the shape of its format; it was left out")                      \
	X (UNTIDY_ROW, "untidy-row", WARNING,                                                        \
	   "A row has fewer cells than its header, or text behind a closing quote; absent cells "    \
	   "are empty, and the text was taken as it is")                                             \
	X (UNKNOWN_ID, "unknown-id", WARNING,                                                        \
	   "An id stands for nothing that the file holds (a reference value, a place, a party); "    \
	   "what it would have said was left out")                                                   \
	X (SELF_LINK, "self-link", INFO,                                                             \
	   "A link from an entity to itself; kept, without effect on "                               \
	   "the measures")                                                                           \
	X (KIND_CONFLICT, "kind-conflict", SERIOUS,                                                  \
	   "Records that share an identifier disagree on what the entity is; those of one key keep " \
	   "the kind that comes first in the table, others were not joined")                         \
	X (IDENTIFIER_CONFLICT, "identifier-conflict", SERIOUS,                                      \
	   "Records that share one identifier have different valid numbers of another scheme that "  \
	   "admits only one")                                                                        \
	X (SHARED_NUMBER, "shared-number", WARNING,                                                  \
	   "Parties that one list numbers apart have the same number; they were not joined")         \
	X (DECISION_CONFLICT, "decision-conflict", SERIOUS,                                          \
	   "A decision contradicts another one, or a shared number; 'different' stands, and what "   \
	   "contradicts it was not joined")                                                          \
	X (DECISION_UNKNOWN, "decision-unknown", INFO,                                               \
	   "A decision is about an entity that no file has; it waits until one does")                \
	X (RETRACTED, "retracted", INFO,                                                             \
	   "The source itself took the record back (annulled, a duplicate); it was left out")        \
	X (UNKNOWN_FORMAT, "unknown-format", WARNING,                                                \
	   "No reader knows this file of a folder or archive; nothing of it was read")               \
	X (PASSED_OVER, "passed-over", INFO,                                                         \
	   "A link, a hidden file, a folder or a special file in a folder or archive was not read")  \
	X (WRONG_COUNT, "wrong-count", WARNING,                                                      \
	   "A file counts its records otherwise than they stand in it, or ends before it counts "    \
	   "them; it may be cut, and what is there was read")                                        \
	X (TEXT_TOO_LONG, "text-too-long", WARNING, "A text was cut at the stated bound")

typedef enum {
#define X(tag, name, severity, words) FAIRLEAD_ISSUE_##tag,
	FAIRLEAD_ISSUE_TABLE (X)
#undef X
		FAIRLEAD_N_ISSUE_TAGS
} FairleadIssueTag;

typedef struct {
	const char *name;
	FairleadSeverity severity;
	const char *words;
} FairleadIssueInfo;

FAIRLEAD_API const FairleadIssueInfo *fairlead_issue_info (FairleadIssueTag tag);
FAIRLEAD_API const char *fairlead_severity_name (FairleadSeverity severity);

G_END_DECLS
