# tests/library/python_case.py: the invented case, and the library that is asked about it
import importlib
import os
import subprocess
import sys

import tap

try:
    import gi
    gi.require_version('Fairlead', '1')
    from gi.repository import Fairlead, Gio, GLib
except ImportError as error:
    print('1..0 # SKIP there is no PyGObject here: %s' % error)
    sys.exit(0)

PROGRAM = sys.argv[1]
FOLDER = os.path.join(tap.ROOT, 'fixtures', 'amber-strait')
INPUTS = [os.path.join(FOLDER, name) for name in (
    'sanctions.xml', 'sdn.csv', 'alt.csv', 'add.csv', 'roles.csv', 'companies.csv', 'officers.csv',
    'ships.csv', 'transfers.csv', 'supplies.csv')]
MAPPINGS = [os.path.join(FOLDER, name + '.mapping') for name in (
    'companies', 'officers', 'ships', 'transfers', 'supplies')]
TARGET = 'programme:DPRK'
LISTS = [os.path.join(tap.ROOT, 'fixtures', 'four-lists', name) for name in (
    'sdn.csv', 'alt.csv', 'add.csv', 'un.xml', 'annexes.csv', 'conlist.csv', 'roles.csv')]


def run(command, *options):
    mappings = [word for mapping in MAPPINGS for word in ('--mapping', mapping)]
    return subprocess.run([PROGRAM, command, '--quiet', *options, *mappings, *INPUTS], check=True,
                          stdout=subprocess.PIPE).stdout.decode()


class Once:
    """What many cases look at, made once"""

    def __init__(self):
        self.network = Fairlead.load(*INPUTS, mappings=MAPPINGS)
        self.ranking = self.network.rank(TARGET, draws=20)


def need(module):
    try:
        return importlib.import_module(module)
    except ImportError:
        raise tap.Skip('there is no %s here' % module)


ONCE = Once()
