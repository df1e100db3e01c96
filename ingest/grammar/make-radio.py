"""Writes the tables of radio.c from radio-prefixes.txt and lei-registrars.txt.

usage: make-radio.py iso_3166-1.json radio-prefixes.txt lei-registrars.txt OUTPUT

Fails on a code that ISO 3166 lacks, and on two countries with the same digits or series.
"""
import json
import re
import sys

ORGANISATIONS = 'XX'


def read_codes(path):
    with open(path, encoding='utf-8') as file:
        return {row['alpha_2'] for row in json.load(file)['3166-1']} | {ORGANISATIONS}


def read_lines(path):
    with open(path, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            line = line.partition('#')[0].strip()
            if line:
                yield number, line


def check_code(path, number, code, codes):
    if code not in codes:
        sys.exit(f'{path}:{number}: {code} is no code of ISO 3166')


def read_prefixes(path, codes):
    """Rows (first, last, code) of digits, and of series."""
    digits, series = [], []
    for number, line in read_lines(path):
        code, *allotted = line.split()
        check_code(path, number, code, codes)
        for text in allotted:
            if re.fullmatch('[2-7][0-9]{2}', text):
                digits.append((text, text, code))
            elif re.fullmatch('[A-Z0-9]{3}-[A-Z0-9]{3}', text):
                series.append((text[:3], text[4:], code))
            else:
                sys.exit(f'{path}:{number}: "{text}" is neither digits nor a series')
    return sort(path, digits), sort(path, series)


def sort(path, rows):
    """By bytes, where 0 comes before 9 before A before Z."""
    rows.sort()
    for before, row in zip(rows, rows[1:]):
        if before[1] >= row[0]:
            sys.exit(f'{path}: {before} and {row} overlap')
    return rows


def read_registrars(path, codes):
    rows = []
    for number, line in read_lines(path):
        prefix, code, name = line.split(None, 2)
        check_code(path, number, code, codes)
        rows.append((prefix, name, code))
    return sorted(rows)


def write(out, name, kind, rows):
    out.write(f'static const {kind} {name}[] = {{\n')
    for row in rows:
        out.write('\t{ ' + ', '.join(json.dumps(cell, ensure_ascii=False) for cell in row) + ' },\n')
    out.write('};\n')


def main():
    codes = read_codes(sys.argv[1])
    digits, series = read_prefixes(sys.argv[2], codes)
    registrars = read_registrars(sys.argv[3], codes)
    with open(sys.argv[4], 'w', encoding='utf-8') as out:
        out.write('/* written by make-radio.py; each table sorted by bytes */\n#pragma once\n')
        out.write('typedef struct {\n\tchar first[4];\n\tchar last[4];\n\tchar code[3];\n} Allotment;\n')
        out.write('typedef struct {\n\tchar prefix[5];\n\tconst char *name;\n\tchar code[3];\n} Registrar;\n\n')
        write(out, 'maritime_digits', 'Allotment', digits)
        write(out, 'call_sign_series', 'Allotment', series)
        write(out, 'registrars', 'Registrar', registrars)


main()
