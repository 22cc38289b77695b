"""A tap on the wire: a TCP proxy on loopback that keeps every byte that went through, each way."""

import base64
import contextlib
import socket
import threading


class Recorder:
    def __init__(self, port):
        self._onward = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self._lock, self._threads = threading.Lock(), []
        self.from_client, self.from_server = bytearray(), bytearray()

    def __enter__(self):
        self._run(self._accept)
        return self

    def __exit__(self, *_):
        self._door.shutdown(socket.SHUT_RDWR)  # wakes whoever waits in accept()
        self._door.close()
        for thread in self._threads:
            thread.join(5)

    def shows(self, secret):
        """True if the secret went by, in clear or in base64 at whatever offset."""
        with self._lock:
            wire = bytes(self.from_client + b"\n" + self.from_server)
        return any(form in wire for form in forms(secret.encode()))

    def _run(self, work, *arguments):
        self._threads.append(threading.Thread(target=work, args=arguments, daemon=True))
        self._threads[-1].start()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                near = self._door.accept()[0]
                self._run(self._carry, near)

    def _carry(self, near):
        with near, socket.create_connection(("127.0.0.1", self._onward)) as far:
            back = threading.Thread(target=self._copy, args=(far, near, self.from_server), daemon=True)
            back.start()
            self._copy(near, far, self.from_client)
            back.join()

    def _copy(self, source, target, record):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                with self._lock:
                    record += data
                target.sendall(data)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)


def forms(secret):
    """The secret, and the middle of its base64 for each of the three ways in which it can lie in a block."""
    found = [secret]
    for offset in range(3):
        coded = base64.b64encode(b"\0" * offset + secret)
        first = -(-offset * 8 // 6)  # the first sextet that holds only bits of the secret
        last = (offset + len(secret)) * 8 // 6
        found.append(coded[first:last])
    return found


class Silent:
    """A port that takes the call and says nothing; for as long as it is kept."""

    def __init__(self):
        self._door = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self._door.getsockname()[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._door.close()
