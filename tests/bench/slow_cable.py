"""A cable between two namespaces on which every packet is under way for half a round-trip time (delay.cpp)."""

import pathlib
import tempfile

from rigs import netns, process


class SlowCable(netns.Cable):
    def __init__(self, program, round_trip_ms):
        super().__init__()
        self._program, self._one_way = program, round_trip_ms / 2

    def _lay(self):
        self._folder = tempfile.TemporaryDirectory()
        self._relay = process.Server([self._program, self.client, self.server, "wire", str(self._one_way)],
                                     pathlib.Path(self._folder.name, "log"))
        self._relay.wait_until(lambda: "up" in self._relay.output(), 10, "the slow cable")

    def __exit__(self, *_):
        if hasattr(self, "_relay"):
            self._relay.stop()
            self._folder.cleanup()
        super().__exit__()
