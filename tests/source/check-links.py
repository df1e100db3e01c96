# tests/source/check-links.py: every link of the documents leads somewhere, every document is linked to, and
# every example is run
import os
import re
import urllib.parse

import tap

FENCE = re.compile(r'^\s*(```|~~~)')
CODE = re.compile(r'(`+)(?!`).*?(?<!`)\1(?!`)')
LINK = re.compile(r'!?\[[^][]*(?:\[[^][]*\][^][]*)*\]\(\s*<?([^)\s>]*)>?(?:\s+"[^"]*")?\s*\)')
HEADING = re.compile(r'^(#{1,6})\s+(.*?)\s*#*$')
ANCHOR = re.compile(r'<a\s+(?:id|name)="([^"]+)"')
SCHEME = re.compile(r'^[a-z][a-z0-9+.-]*:', re.IGNORECASE)
WEB = ('http', 'https')
INDEX = 'docs/README.md'


def documents():
    """All of the tree that stand in Markdown, but those of build folders"""
    found = [name for name in sorted(os.listdir(tap.ROOT)) if name.endswith('.md')]
    return found + list(tap.files_below(['docs', 'fixtures'], '.md'))


def prose(path):
    """Yields number and text of each line that is no code"""
    fenced = False
    for number, line in enumerate(tap.read_lines(path), 1):
        if FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, line


def links(path):
    """Yields where (file:line) and the target of each link"""
    for number, line in prose(path):
        for target in LINK.findall(CODE.sub('', line)):
            yield '%s:%d' % (path, number), target


def slug_of(heading):
    """The name that forges give a heading: lower case, words joined by hyphens"""
    text = re.sub(r'!?\[([^]]*)\]\([^)]*\)', r'\1', heading).replace('`', '').lower()
    return ''.join('-' if sign == ' ' else sign for sign in text
                   if sign.isalnum() or sign in ' -_')


def anchors(path):
    """The names of headings, numbered where they stand twice, and those given by hand"""
    counts, found = {}, set()
    for _, line in prose(path):
        found.update(ANCHOR.findall(line))
        match = HEADING.match(line)
        if match:
            slug = slug_of(match.group(2))
            count = counts[slug] = counts.get(slug, -1) + 1
            found.add('%s-%d' % (slug, count) if count else slug)
    return found


def path_of(document, target):
    """From the root, of what a relative link leads to"""
    path = urllib.parse.unquote(target.partition('#')[0])
    return os.path.normpath(os.path.join(os.path.dirname(document), path)) if path else document


def fault_of_web(target):
    parts = urllib.parse.urlsplit(target)
    if parts.scheme.lower() == 'mailto':
        return None if '@' in parts.path else 'is no address'
    if parts.scheme.lower() not in WEB:
        return 'has a scheme that is not used here'
    return None if re.fullmatch(r'[\w.-]+\.\w+(:\d+)?', parts.netloc) else 'names no host'


def fault_of_path(document, target):
    path = path_of(document, target)
    if path.startswith('..') or target.startswith('/'):
        return 'leads out of the tree'
    if not os.path.exists(os.path.join(tap.ROOT, path)):
        return 'leads nowhere'
    name = urllib.parse.unquote(target.partition('#')[2])
    if name and (not path.endswith('.md') or name not in anchors(path)):
        return 'leads to no heading'
    return None


def fault_of(document, target):
    """What is wrong with a link, or None"""
    if not target:
        return 'is empty'
    return fault_of_web(target) if SCHEME.match(target) else fault_of_path(document, target)


def faults(found):
    for where, target in found:
        fault = fault_of(where.rpartition(':')[0], target)
        if fault:
            yield '%s: "%s" %s' % (where, target, fault)


def unlinked():
    """Documents that neither the index nor README.md, which leads to it, names"""
    reached = {path_of(start, target) for start in (INDEX, 'README.md')
               for _, target in links(start) if not SCHEME.match(target)}
    return [path for path in tap.files_below(['docs'], '.md')
            if path != INDEX and path not in reached]


def unrun():
    """Examples that no test speaks of, by name or, as those of mappings do, without its ending"""
    tests = ''.join('\n'.join(tap.read_lines(path))
                    for path in tap.files_below(['tests'], ('.py', '.c', '.sh', 'meson.build')))
    return [path for path in tap.files_below(['docs/examples'], '')
            if not re.search(r'(?<![\w-])%s(?![\w-])' % re.escape(
                os.path.basename(path).removesuffix('.mapping')), tests)]


def unnoticed():
    """Links that are wrong on purpose, and that the rules above find right"""
    wrong = ['', 'nowhere.md', '#no-such-heading', '../outside', '/etc/passwd', 'https://',
             'gopher://example.org', 'COPYING#licence']
    right = ['README.md', '#fairlead', 'docs/', 'https://example.org/a?b=c#d', 'COPYING']
    return (['"%s" is taken for right' % target for target in wrong
             if not fault_of('README.md', target)]
            + ['"%s" is taken for wrong' % target for target in right
               if fault_of('README.md', target)])


def main():
    found = [link for path in documents() for link in links(path)]
    tap.report([
        ('/source/links/there-are-links-to-check', [] if len(found) > 50 else ['hardly any']),
        ('/source/links/wrong-ones-are-noticed', unnoticed()),
        ('/source/links/lead-somewhere', list(faults(found))),
        ('/source/links/every-document-is-linked-to', unlinked()),
        ('/source/links/every-example-is-run-by-a-test', unrun()),
    ])


main()
