# tests/source/check-layers.py: include lines obey the layering, and libraries are met in their own places
import os
import re

import tap

# A file may include its own row and those above it
LAYERS = [
    ['ingest/export.h'],
    ['ingest/grammar/'],
    ['ingest/record/'],
    ['ingest/syntax/'],
    ['ingest/format/', 'ingest/mapping/'],
    ['ingest/'],
    ['graph/'],
    ['cluster/'],
    ['output/'],
    ['library/', 'cli/'],
]
FOLDERS = ['ingest', 'graph', 'cluster', 'output', 'library', 'cli']

# What is included, and where alone
PLACES = [
    ('icu', re.compile(r'<unicode/'), re.compile(r'ingest/grammar/transliterate\.c$')),
    ('libarchive', re.compile(r'<archive'), re.compile(r'ingest/syntax/archive(-size)?\.c$')),
    ('sqlite', re.compile(r'<sqlite3'), re.compile(r'ingest/case/')),
    ('igraph', re.compile(r'<igraph'), re.compile(r'graph/igraph-scope-private\.h$')),
    ('graphviz', re.compile(r'<graphviz/'), re.compile(r'output/chart/layout/graphviz\.c$')),
    ('fontconfig', re.compile(r'<fontconfig/'), re.compile(r'output/write/glyphs\.c$')),
    ('mpi-and-petsc', re.compile(r'<(mpi|petsc|slepc)'), re.compile(r'cluster/cluster\.h$')),
    ('libxml2', re.compile(r'<libxml/'), re.compile(r'ingest/syntax/|output/xml-writer\.[ch]$')),
]
INCLUDE = re.compile(r'\s*#\s*include\s+(<[^>]*>|"[^"]*")')


def layer_of(path):
    return next((row for row, prefixes in enumerate(LAYERS) if path.startswith(tuple(prefixes))),
                None)


def includes():
    """Yields where (file:line), the file, and what it includes with its brackets or quotes"""
    for path in tap.files_below(FOLDERS, ('.c', '.h')):
        for number, line in enumerate(tap.read_lines(path), 1):
            match = INCLUDE.match(line)
            if match:
                yield '%s:%d' % (path, number), path, match.group(1)


def against_layers(found):
    return ['%s includes %s' % (where, target) for where, path, target in found
            if target[0] == '"' and layer_of(target[1:-1]) is not None
            and layer_of(target[1:-1]) > layer_of(path)]


def is_there(path):
    """In the tree, or made at build time by the meson.build of its folder"""
    folder, name = os.path.split(path)
    build = os.path.join(tap.ROOT, folder, 'meson.build')
    made = ("output: '%s'" % name, "compile_resources('%s'" % name.removesuffix('.h'))
    return os.path.exists(os.path.join(tap.ROOT, path)) or (
        os.path.exists(build) and any(words in line for line in tap.read_lines(build)
                                      for words in made))


def without_layer(found):
    return ['%s includes %s, which is no path from the root' % (where, target)
            for where, _, target in found if target[0] == '"' and not is_there(target[1:-1])]


def out_of_place(found, library, place):
    return ['%s includes %s' % (where, target) for where, path, target in found
            if library.match(target) and not place.match(path)]


def main():
    found = list(includes())
    cases = [
        ('/source/layers/there-are-includes-to-check', [] if found else ['none found']),
        ('/source/layers/includes-go-up-the-list', against_layers(found)),
        ('/source/layers/includes-are-paths-from-the-root', without_layer(found)),
    ]
    for name, library, place in PLACES:
        cases.append(('/source/layers/%s-stays-in-its-place' % name,
                      out_of_place(found, library, place)))
    tap.report(cases)


main()
