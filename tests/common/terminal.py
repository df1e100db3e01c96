# tests/common/terminal.py: what a program shows on a terminal of so many columns
import fcntl
import os
import pty
import struct
import subprocess
import tempfile
import termios

import tap


def open_terminal(columns):
    try:
        master, slave = pty.openpty()
    except OSError as error:
        raise tap.Skip('no terminal can be made here: %s' % error) from error
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', 50, columns, 0, 0))
    return master, slave


def shown_on(master):
    """What came, until the other end was closed"""
    shown = b''
    try:
        while piece := os.read(master, 65536):
            shown += piece
    except OSError:
        pass
    os.close(master)
    return shown


def run(command, columns, environment, folder=None):
    """The exit code, what standard output showed with the line ends of a file, and the errors"""
    master, slave = open_terminal(columns)
    with tempfile.TemporaryFile() as errors:
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=slave, stderr=errors,
                              cwd=folder, env=environment) as process:
            os.close(slave)
            shown = shown_on(master)
        errors.seek(0)
        return process.returncode, shown.replace(b'\r\n', b'\n').decode(), errors.read().decode()
