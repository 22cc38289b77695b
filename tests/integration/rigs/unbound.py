"""A real Unbound that knows one domain and nothing else: every other name does not exist."""

from . import process

CONFIG = """
server:
  directory: "{folder}"
  chroot: ""
  username: ""
  pidfile: "{folder}/unbound.pid"
  use-syslog: no
  logfile: ""
  do-daemonize: no
  interface: {address}@{port}
  access-control: 0.0.0.0/0 allow
  access-control: ::/0 allow
  num-threads: 1
  module-config: "iterator"
  local-zone: "." {rest}
  local-zone: "{domain}." {own}
{data}
{more}
remote-control:
  control-enable: no
"""


class Unbound:
    """`records`: lines such as "imap.todoku.test. A 203.0.113.2".

    `own`, `rest`: what becomes of unknown names of the domain and of all other names, zone types of Unbound;
    `more`: further lines of its server clause.
    """

    def __init__(self, folder, domain, records, address="127.0.0.1", port=0, wrap=list, own="static",
                 rest="static", more=""):
        folder.mkdir()
        self.address, self.port = address, port or process.free_port()
        data = "\n".join(f"  local-data: '{record}'" for record in records)
        config = folder / "unbound.conf"
        config.write_text(CONFIG.format(folder=folder, address=address, port=self.port, domain=domain, data=data,
                                        own=own, rest=rest, more=more))
        self._command, self._output = wrap(["unbound", "-d", "-p", "-c", str(config)]), folder / "output"

    def __enter__(self):
        self._server = process.Server(self._command, self._output)
        self._server.wait_until(lambda: "start of service" in self._server.output(), 20, "Unbound")
        return self

    def __exit__(self, *_):
        self._server.stop()
