"""Processes that a rig starts, waits for and ends, by id."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import time


class TooLate(AssertionError):
    """Something did not happen within its bound."""


def until(condition, seconds, what):
    """The first true answer of `condition`. Polls: what we wait for lives in another program."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise TooLate(f"{what}: not within {seconds} s")
        time.sleep(0.05)


def free_port(address="127.0.0.1"):
    """A port that nobody listens on now, chosen by the system."""
    with socket.socket() as probe:
        probe.bind((address, 0))
        return probe.getsockname()[1]


def answers(address, port):
    try:
        socket.create_connection((address, port), timeout=1).close()
        return True
    except OSError:
        return False


@contextlib.contextmanager
def stopped(master):
    """A server that is up and does nothing: the system takes the calls, nobody answers them."""
    def children():
        return [int(word) for word in pathlib.Path(f"/proc/{master}/task/{master}/children").read_text().split()]
    os.kill(master, signal.SIGSTOP)  # first: it must not make another child
    for one in children():
        os.kill(one, signal.SIGSTOP)
    try:
        yield
    finally:
        for one in (*children(), master):
            os.kill(one, signal.SIGCONT)


def run(command, **options):
    """Runs to the end; the output is part of the error if it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}")
    return done.stdout


class Server:
    """A program in the foreground, in its own session, with its output in a file."""

    def __init__(self, command, log, env=None, stop=signal.SIGTERM):
        self.log, self.stop_signal = log, stop
        with open(log, "ab") as output:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                            env=env, start_new_session=True)

    def alive(self):
        return self.process.poll() is None

    def output(self):
        return self.log.read_text(errors="replace")

    def wait_until(self, condition, seconds, what):
        def still():
            if not self.alive():
                raise RuntimeError(f"{what}: ended with {self.process.returncode}\n{self.output()[-4000:]}")
            return condition()

        return until(still, seconds, what)

    def stop(self, seconds=10):
        if self.alive():
            self.process.send_signal(self.stop_signal)
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
