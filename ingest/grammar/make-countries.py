"""Writes the tables of country.c from the iso-codes package and the spellings of the lists.

usage: make-countries.py iso_3166-1.json country-spellings.txt OUTPUT
"""
import json
import sys
import unicodedata


def fold(text):
    """The key of fairlead_name_fold(), without `the` at its start."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = [c for c in plain if unicodedata.category(c) != "Mn"]
    words = "".join(c if c.isalnum() else " " for c in letters).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def without_comma(name):
    """`Iran, Islamic Republic of` as `Islamic Republic of Iran`; None without a comma."""
    head, comma, tail = name.partition(", ")
    return f"{tail} {head}" if comma and ", " not in tail else None


def read_iso(path):
    names, spellings = {}, {}
    with open(path, encoding="utf-8") as file:
        for row in json.load(file)["3166-1"]:
            code = row["alpha_2"]
            names[code] = row.get("common_name", row["name"])
            for text in (code, row["alpha_3"], row["name"], without_comma(row["name"]),
                         row.get("common_name"), row.get("official_name")):
                if text:
                    spellings[fold(text)] = code
    return names, spellings


def read_spellings(path, names, spellings):
    """Adds the lines `CODE name; name`; a code that ISO has not is named by its first spelling."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.partition("#")[0].strip()
            if not line:
                continue
            code, texts = line.split(None, 1)
            texts = [text.strip() for text in texts.split(";")]
            if code not in names:
                names[code] = texts[0]
                spellings[fold(code)] = code
            for text in texts:
                key = fold(text)
                if spellings.get(key, code) != code:
                    sys.exit(f"{path}: '{text}' is of {code} here and of {spellings[key]} in ISO 3166")
                spellings[key] = code


def quote(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def write(path, names, spellings):
    with open(path, "w", encoding="utf-8") as out:
        out.write("/* written by make-countries.py; sorted by bytes */\n#pragma once\n")
        out.write("typedef struct {\n\tconst char *spelling;\n\tconst char *code;\n} CountrySpelling;\n")
        out.write("typedef struct {\n\tconst char *code;\n\tconst char *name;\n} Country;\n\n")
        out.write("static const CountrySpelling country_spellings[] = {\n")
        for key in sorted(spellings, key=lambda text: text.encode()):
            out.write(f"\t{{ {quote(key)}, {quote(spellings[key])} }},\n")
        out.write("};\n\nstatic const Country countries[] = {\n")
        for code in sorted(names):
            out.write(f"\t{{ {quote(code)}, {quote(names[code])} }},\n")
        out.write("};\n")


def main():
    names, spellings = read_iso(sys.argv[1])
    read_spellings(sys.argv[2], names, spellings)
    write(sys.argv[3], names, spellings)


main()
