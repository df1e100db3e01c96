"""Writes the table of port.c from ports.csv.

usage: make-ports.py ports.csv OUTPUT

Fails on a code that is none, or stands twice, and on a place that is not on the globe.
"""
import csv
import re
import sys

# Words that say of a place only that it is a port: those of generic_words in port.c
GENERIC = {'port', 'ports', 'of', 'harbor', 'harbour', 'hang', 'gang', 'kang', 'pt', 'anchorage'}


def make_key(name):
    """As make_key() in port.c has it, for names of plain letters."""
    words = re.findall('[a-z0-9]+', name.lower().replace("'", ' '))
    return ''.join(word for word in words if word not in GENERIC)


def read_degrees(path, text, most):
    if text and not abs(float(text)) <= most:
        sys.exit(f'{path}: {text} is no degree')
    return round(float(text) * 1000000) if text else 'FAIRLEAD_PORT_NOWHERE'


def read_port(path, row):
    codes = [row['code'], *filter(None, row['codes'].split('|'))]
    names = [row['name'], *filter(None, row['names'].split('|'))]
    for code in codes:
        if not re.fullmatch('[A-Z]{2}[A-Z2-9]{3}', code):
            sys.exit(f'{path}: "{code}" is no UN/LOCODE')
    if not all(map(make_key, names)):
        sys.exit(f'{path}: {row["code"]} has a name without letters')
    if bool(row['latitude']) != bool(row['longitude']) or bool(row['latitude']) != bool(row['place']):
        sys.exit(f'{path}: {row["code"]} has half a place, or one that nobody told')
    keys = '|'.join(sorted({make_key(name) for name in names}))
    return (row['code'], row['name'], '|' + '|'.join(codes) + '|', f'|{keys}|',
            read_degrees(path, row['latitude'], 90), read_degrees(path, row['longitude'], 180)), codes


def main():
    path, output = sys.argv[1:]
    with open(path, encoding='utf-8', newline='') as file:
        rows = [read_port(path, row) for row in csv.DictReader(
            line for line in file if not line.startswith('#'))]
    codes = [code for _, own in rows for code in own]
    if len(set(codes)) != len(codes):
        sys.exit(f'{path}: a code stands twice')
    with open(output, 'w', encoding='utf-8') as out:
        out.write('/* written by make-ports.py */\n#pragma once\nstatic const FairleadPort ports[] = {\n')
        for port, _ in sorted(rows):
            out.write('\t{ "%s", "%s", "%s", "%s", %s, %s },\n' % port)
        out.write('};\n')


main()
