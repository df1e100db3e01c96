# tests/tap.py: a check of the source tree as a TAP program, one case for each rule
import os
import sys

ROOT = os.environ.get('FAIRLEAD_SOURCE_DIR') or os.path.dirname(os.path.dirname(__file__))


def files_below(folders, endings):
    """Paths from the root, with / between the parts, in a stable order"""
    for folder in folders:
        for where, inner, names in os.walk(os.path.join(ROOT, folder)):
            inner.sort()
            for name in sorted(names):
                if name.endswith(endings):
                    path = os.path.relpath(os.path.join(where, name), ROOT)
                    yield path.replace(os.sep, '/')


def read_lines(path):
    with open(os.path.join(ROOT, path), encoding='utf-8', newline='') as text:
        return text.read().split('\n')


def report(cases):
    """Prints each (name, offences) as a case: it passes when there are no offences"""
    print('1..%d' % len(cases))
    for number, (name, offences) in enumerate(cases, 1):
        print('%s %d %s' % ('not ok' if offences else 'ok', number, name))
        for offence in offences:
            print('# ' + offence)
    sys.exit(1 if any(offences for _, offences in cases) else 0)
