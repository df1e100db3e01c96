# library/python/Fairlead/work.py
"""Long work, which ends when it is told to"""
import os
import select
import signal
import threading
import time

from gi.repository import Gio, GLib

from .base import Fairlead, public


@public
class interruptible:
    """Long work that Ctrl-C ends, and a number of seconds.

        with Fairlead.interruptible(seconds=60) as cancellable:
            network = Fairlead.load('big.csv', cancellable=cancellable)

    Ctrl-C raises KeyboardInterrupt, the end of the time TimeoutError. Python itself hears of a
    signal only when the library returns, so that without this work goes on until it is done.
    """

    def __init__(self, seconds=None):
        self.seconds = seconds

    def __enter__(self):
        self.cancellable = Gio.Cancellable()
        self.is_late = False
        self.reader, self.writer = os.pipe()
        os.set_blocking(self.writer, False)
        self.is_main = threading.current_thread() is threading.main_thread()
        self.is_interrupted = False
        if self.is_main:
            # Raised when all is put back: in the middle it would end the making of an error
            self.handler = signal.signal(signal.SIGINT, self._hear)
            self.before = signal.set_wakeup_fd(self.writer, warn_on_full_buffer=False)
        self.thread = threading.Thread(target=self._wait, daemon=True)
        self.thread.start()
        return self.cancellable

    def _hear(self, number, frame):
        self.is_interrupted = True

    def _wait(self):
        end = None if self.seconds is None else time.monotonic() + self.seconds
        while True:
            left = None if end is None else max(0.0, end - time.monotonic())
            if not select.select([self.reader], [], [], left)[0]:
                self.is_late = True
                self.cancellable.cancel()
                return
            heard = os.read(self.reader, 1)[0]
            if heard == 0:
                return
            if heard == signal.SIGINT:
                self.cancellable.cancel()
                return

    def __exit__(self, kind, error, trace):
        if self.is_main:
            signal.set_wakeup_fd(self.before)
            signal.signal(signal.SIGINT, self.handler)
        os.write(self.writer, b'\0')
        self.thread.join()
        os.close(self.reader)
        os.close(self.writer)
        if self.is_interrupted:
            raise KeyboardInterrupt from None
        if self.is_late and isinstance(error, GLib.Error) and error.matches(
                Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED):
            raise TimeoutError('not done after %g seconds' % self.seconds) from None
        return False
