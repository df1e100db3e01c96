# tests/source/test-snippets.py: examples of C in the headers of the library and in docs/ compile
import os
import re
import subprocess
import sys
import tempfile

import tap

COMPILER = sys.argv[1].split(';')
FLAGS = ['-I' + folder for folder in sys.argv[2:]] + subprocess.run(
    ['pkg-config', '--cflags', 'gio-2.0'], check=True, capture_output=True).stdout.decode().split()
BEGIN, END = re.compile(r'^[\s*]*```c$'), re.compile(r'^[\s*]*```$')
STAR = re.compile(r'^ ?\* ?')
# What a fragment may speak of without saying where it has it from
FRAME = '''#include <fairlead.h>
void example (FleadCase *plan, FleadNetwork *network, FleadQuestion *question,
              FleadRanking *ranking, FleadEntity *entity, GError *error);
void
example (FleadCase *plan, FleadNetwork *network, FleadQuestion *question, FleadRanking *ranking,
         FleadEntity *entity, GError *error)
{
	(void) plan, (void) network, (void) question, (void) ranking, (void) entity, (void) error;
	{
%s
	}
}
'''


def snippets():
    """Yields where (file:line) and the text of each block that is said to be C"""
    for path in tap.files_below(['library', 'docs'], ('.h', '.c', '.md')):
        block = None
        for number, line in enumerate(tap.read_lines(path), 1):
            if block is None and BEGIN.match(line):
                where, block = '%s:%d' % (path, number), []
            elif block is not None and END.match(line):
                yield where, '\n'.join(block)
                block = None
            elif block is not None:
                block.append(line if path.endswith('.md') else STAR.sub('', line))


def compile_text(text, folder):
    """What the compiler has to say, which is nothing where all is well"""
    path = os.path.join(folder, 'snippet.c')
    with open(path, 'w', encoding='utf-8') as source:
        source.write(text if '#include' in text else FRAME % text)
    return subprocess.run([*COMPILER, '-std=gnu11', '-fsyntax-only', '-Wall', '-Wextra', '-Werror',
                           '-Wno-unused-variable', *FLAGS, path],
                          check=False, capture_output=True).stderr.decode()


def main():
    cases = []
    with tempfile.TemporaryDirectory() as folder:
        wrong = compile_text('flead_no_such_function ();', folder)
        cases.append(('/docs/snippets/a-wrong-one-is-noticed', [] if wrong else ['it compiled']))
        for where, text in snippets():
            cases.append(('/docs/snippets/' + where, compile_text(text, folder).splitlines()))
    cases.append(('/docs/snippets/there-are-some', [] if len(cases) > 4 else ['hardly any']))
    tap.report(cases)


main()
