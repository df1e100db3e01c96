# tests/library/test-symbols.py: the library shows what library/symbols.map lists, and the headers
# declare it
import os
import re
import subprocess
import sys

import tap

LIBRARY, HEADERS = sys.argv[1], sys.argv[2:]
def listed():
    lines = tap.read_lines('library/symbols.map')
    return [line.strip(' \t;') for line in lines if line.startswith('\tflead_')]


def shown():
    found = subprocess.run(['nm', '-D', '--defined-only', LIBRARY], check=True, text=True,
                           stdout=subprocess.PIPE).stdout
    return sorted(line.split()[2].split('@')[0] for line in found.splitlines()
                  if line.split()[1] != 'A')  # the name of the version itself


def declared():
    """Functions of the headers, those of G_DECLARE and of enumerations too"""
    names = set()
    for header in HEADERS:
        with open(header, encoding='utf-8') as text:
            code = re.sub(r'/\*.*?\*/', '', text.read(), flags=re.S)
        names.update(re.findall(r'\b(flead_\w+) \(', code))
        names.update(name + '_get_type' for name in re.findall(
            r'G_DECLARE_\w+ \(\w+, (\w+)', code))
    return names


def the_library_shows_what_is_listed():
    assert shown() == listed(), 'differs: %s' % sorted(set(shown()) ^ set(listed()))


def the_list_is_sorted():
    assert listed() == sorted(set(listed()))


def every_symbol_is_declared():
    assert not set(listed()) - declared(), sorted(set(listed()) - declared())


def headers_name_no_library_below():
    for header in HEADERS:
        with open(header, encoding='utf-8') as text:
            lines = [line for line in text if line.startswith(('#include', '\t', 'FLEAD_API'))]
        for line in lines:
            assert not re.search(r'igraph|xml|sqlite|\bFairlead[A-Z]', line), (header, line)


def symbols_have_a_version():
    found = subprocess.run(['nm', '-D', '--with-symbol-versions', '--defined-only', LIBRARY],
                           check=True, text=True, stdout=subprocess.PIPE).stdout
    assert all('@@FAIRLEAD_1' in line for line in found.splitlines() if ' T ' in line), found


tap.run_cases('/library/symbols', [
    the_library_shows_what_is_listed,
    the_list_is_sorted,
    every_symbol_is_declared,
    headers_name_no_library_below,
    symbols_have_a_version,
])
