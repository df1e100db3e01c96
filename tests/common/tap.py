# tests/common/tap.py: checks of the source tree, and of the program as a whole, as TAP programs
import os
import sys

ROOT = (os.environ.get('FAIRLEAD_SOURCE_DIR') or
        os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))


def files_below(folders, endings):
    """Paths from the root, with / between the parts, in a stable order"""
    for folder in folders:
        for where, inner, names in os.walk(os.path.join(ROOT, folder)):
            inner[:] = sorted(name for name in inner if name != 'node_modules')
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


class Skip(Exception):
    """Raised by a case that lacks what it needs, with the reason"""


def outcome_of(function):
    """Offences, and the reason why the case was skipped or None"""
    try:
        function()
    except Skip as skip:
        return [], str(skip)
    except Exception as error:  # whatever it is, the cases after it must run
        return ['%s: %s' % (type(error).__name__, line) for line in str(error).split('\n')], None
    return [], None


def run_cases(prefix, functions):
    """Each function is a case: its name names it, an assertion that fails fails it"""
    print('1..%d' % len(functions), flush=True)
    failed = False
    for number, function in enumerate(functions, 1):
        offences, skip = outcome_of(function)
        name = '%s/%s' % (prefix, function.__name__.replace('_', '-'))
        print('%s %d %s%s' % ('not ok' if offences else 'ok', number, name,
                              '' if skip is None else ' # SKIP ' + skip), flush=True)
        for offence in offences:
            print('# ' + offence, flush=True)
        failed = failed or bool(offences)
    sys.exit(1 if failed else 0)
