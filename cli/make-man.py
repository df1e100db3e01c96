# cli/make-man.py: a manual page for each command, of what fairlead.1 says about it
#
# make-man.py fairlead.1 commands.c FOLDER writes FOLDER/fairlead-COMMAND.1. One source keeps what the
# commands have in common from being told differently in each.
import os
import re
import sys

ROW = re.compile(r'\{ "([a-z-]+)", "([^"]*)",\s*"([^"]*)",')
HIDDEN = 'complete'
EVERY, ALL_BUT = 'every command', 'all commands but '


def sections(text):
    """Names of sections and their lines"""
    parts = re.split(r'^\.Sh (.+)$', text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def synopsis(text, command):
    blocks = re.split(r'^\.Nm\n', text, flags=re.M)[1:]
    return ''.join('.Nm\n' + block for block in blocks
                   if block.split('\n')[0].split()[1:2] == [command])


def description(text, command):
    """The item of the list of commands"""
    items = re.split(r'^\.It Cm ', text.split('.El\n')[0], flags=re.M)
    found = [item.split('\n', 1)[1] for item in items[1:] if item.split()[0] == command]
    return '.Nm fairlead\n.Cm %s\n%s' % (command, found[0]) if found else ''


def is_about(heading, command):
    if heading == EVERY:
        return True
    if heading.startswith(ALL_BUT):
        return command not in re.split(', | and ', heading[len(ALL_BUT):])
    return command in re.split(', | and ', heading)


def options(text, command):
    parts = re.split(r'^\.Ss Options of (.+)$', text, flags=re.M)
    found = [(heading, body) for heading, body in zip(parts[1::2], parts[2::2])
             if is_about(heading, command) and body.strip()]
    found.sort(key=lambda part: part[0] != command)
    return ''.join('.Ss Options of %s%s' % part for part in found)


def examples(text, command):
    """The words before an example, and its lines"""
    found = []
    for block in re.split(r'^(?=\S)(?!\.)', text, flags=re.M):
        lines = block.split('\n')
        own = [line for line in lines if re.match(r'\.Dl \$ (?:.*\| )?fairlead %s(?: |$)' % command, line)]
        if own:
            words = [line for line in lines if line and not line.startswith('.D')
                     and line != '.Pp']
            found.append('\n'.join([*words, '.Pp', *own]) + '\n')
    return '.Pp\n'.join(found)


def page(parts, date, command, summary):
    text = '%s\n.Dt FAIRLEAD-%s 1\n.Os\n.Sh NAME\n.Nm fairlead-%s\n.Nd %s\n.Sh SYNOPSIS\n%s' % (
        date, command.upper(), command, summary[0].lower() + summary[1:].rstrip('.'),
        synopsis(parts['SYNOPSIS'], command).replace('.Nm\n', '.Nm fairlead\n'))
    text += '.Sh DESCRIPTION\n' + description(parts['DESCRIPTION'], command)
    text += options(parts['DESCRIPTION'], command)
    text += '.Sh EXIT STATUS' + parts['EXIT STATUS']
    shown = examples(parts['EXAMPLES'], command)
    if shown:
        text += '.Sh EXAMPLES\n' + shown
    return text + '.Sh SEE ALSO\n.Xr fairlead 1\n'


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        manual = file.read()
    with open(sys.argv[2], encoding='utf-8') as file:
        rows = ROW.findall(file.read())
    parts = sections(manual)
    for command, _, summary in rows:
        if command == HIDDEN:
            continue
        with open(os.path.join(sys.argv[3], 'fairlead-%s.1' % command), 'w',
                  encoding='utf-8') as file:
            file.write(page(parts, manual.split('\n')[0], command, summary))


if __name__ == '__main__':
    main()
