# tests/common/hostile.py: exports of fixtures/hostile-names, and what stands in it
import csv
import os
import re
import subprocess
import sys
import tempfile

import tap

PROGRAM = sys.argv[1]
FIXTURE = os.path.join(tap.ROOT, 'fixtures', 'hostile-names')
INPUTS = ['parties.csv', 'links.csv']
# What XML, tables and drawings cannot hold stands there as U+FFFD
CONTROL = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]')


def rows_of(name):
    with open(os.path.join(FIXTURE, name), encoding='utf-8', newline='') as table:
        return list(csv.DictReader(table))


PARTIES = {'hostile:' + row['id']: row for row in rows_of('parties.csv')}
LINKS = rows_of('links.csv')


def seen(text):
    return CONTROL.sub('\ufffd', text)


def export(folder, name, *options):
    path = os.path.join(folder, name)
    subprocess.run(
        [PROGRAM, 'export', '--quiet', '--output', path, *options]
        + ['--mapping=' + os.path.join(FIXTURE, file.replace('.csv', '.mapping'))
           for file in INPUTS]
        + [os.path.join(FIXTURE, file) for file in INPUTS], check=True)
    return path


class Exported:
    """One export for the length of a case"""

    def __init__(self, name, *options):
        self.name, self.options = name, options

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        return export(self.folder.name, self.name, *self.options)

    def __exit__(self, *_):
        self.folder.cleanup()


RANKED = ['--target', 'id:3', '--include-targets']


def same(found, expected):
    assert found == expected, '%r instead of %r' % (found, expected)


def need(is_there, what):
    if not is_there:
        raise tap.Skip(what + ' is not there (tests/clients/fetch gets it)')
