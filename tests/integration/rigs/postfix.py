"""A real Postfix with a private configuration, queue and log: submission behind a slow content filter.

smtpd hands the message to the filter before it is in the queue, and answers the final dot only when the
filter has. While it waits it does not look at its client: the mail goes its way even if the client has gone.
"""

import collections
import os
import pathlib
import re
import subprocess
import sys

from . import process

MAIN = """
compatibility_level = 3.6
config_directory = {folder}
queue_directory = {folder}/queue
data_directory = {folder}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
inet_protocols = all
inet_interfaces = all
myhostname = smtp.{domain}
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = {domain}
virtual_mailbox_base = {mail}
virtual_mailbox_maps = inline:{{ {mailboxes} }}
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
virtual_minimum_uid = 1
message_size_limit = 26214400
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_auth_only = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {login}
smtpd_sasl_auth_enable = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_proxy_timeout = 900
default_process_limit = 20
"""

MASTER = """
{submission}
127.0.0.1:{again} inet n - n - - smtpd
  -o smtpd_sasl_auth_enable=no
  -o smtpd_relay_restrictions=permit_mynetworks,reject
  -o smtpd_recipient_restrictions=permit_mynetworks,reject
  -o smtpd_authorized_xforward_hosts=127.0.0.0/8
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
flush     unix n - n 1000? 0 flush
proxymap  unix - - n - - proxymap
error     unix - - n - - error
retry     unix - - n - - error
discard   unix - - n - - discard
virtual   unix - n n - - virtual
smtp      unix - - n - - smtp
anvil     unix - - n - 1 anvil
scache    unix - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
"""

SUBMISSION = """{address}:{port} inet n - n - - smtpd
  -o smtpd_proxy_filter=127.0.0.1:{filter}
  -o {encryption}
"""


class Postfix:
    """`login`: Dovecot's socket. `ports`: submission, submissions, and smtp for port 25; 0 leaves one out."""

    def __init__(self, folder, mail, users, domain, certificate, login, ports, listen="127.0.0.1", tls=True,
                 wrap=list, local_ports=None):
        self.folder, self._wrap, self.domain = pathlib.Path(folder), wrap, domain
        again, scanner = local_ports or (process.free_port(), process.free_port())
        self._scanner = (f"127.0.0.1:{scanner}", f"127.0.0.1:{again}")
        for part in ("", "queue", "data"):
            (self.folder / part).mkdir()
        process.run(["chown", "postfix", str(self.folder / "data")])
        submission = "".join(
            SUBMISSION.format(address=f"[{address}]" if ":" in address else address, port=port, filter=scanner,
                              encryption=encryption)
            for address in listen.split(", ")
            for port, encryption in ((ports.get("smtp", 0), f"smtpd_tls_security_level={'may' if tls else 'none'}"),
                                     (ports["submission"], f"smtpd_tls_security_level={'encrypt' if tls else 'none'}"),
                                     (ports["submissions"], "smtpd_tls_wrappermode=yes"))
            if port and (tls or port != ports["submissions"]))
        mailboxes = ", ".join(f"{{ {user}@{domain} = {user}/ }}" for user in users)
        (self.folder / "main.cf").write_text(MAIN.format(
            folder=self.folder, domain=domain, mail=mail, mailboxes=mailboxes, certificate=certificate.chain,
            key=certificate.key, login=login))
        self._submission, self._again = submission, again
        self._configure({})
        self._log = self.folder / "postfix.log"
        self._seconds = self.folder / "scan-seconds"
        self.scan_for(0)

    def _configure(self, at_the_door):
        settings = "".join(f"\n  -o {{ {name} = {value} }}" for name, value in at_the_door.items())
        services = "\n".join(line + settings if line.startswith("  -o smtpd_tls") else line  # the last one of each
                             for line in self._submission.splitlines())
        (self.folder / "master.cf").write_text(MASTER.format(submission=services, again=self._again))

    def restart(self, **at_the_door):
        """Once more; settings of main.cf for the ports that clients come to, not for what is behind the filter."""
        self.__exit__()
        self._log.unlink()  # what the next start says must be its own
        self._configure(at_the_door)
        self.__enter__()

    def scan_for(self, seconds):
        """How long the filter keeps back the answer to the final dot, from the next dot on."""
        new = self._seconds.with_suffix(".new")
        new.write_text(str(seconds))
        os.replace(new, self._seconds)

    def __enter__(self):
        filter_program = pathlib.Path(__file__).with_name("slow_filter.py")
        self._filter = process.Server(
            self._wrap([sys.executable, str(filter_program), *self._scanner, str(self._seconds)]),
            self.folder / "filter.log")
        self._server = process.Server(self._wrap(["postfix", "-c", str(self.folder), "start-fg"]),
                                      self.folder / "output")
        try:
            self._server.wait_until(lambda: "daemon started" in self.log(), 30, "Postfix")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        # start-fg is a script around the master, which does not hear a signal that the script gets
        subprocess.run(self._wrap(["postfix", "-c", str(self.folder), "stop"]), capture_output=True, timeout=30, check=False)
        self._server.stop()
        self._filter.stop()

    def process_id(self):
        """Of the master, which is not the program that start-fg started."""
        return int((self.folder / "queue" / "pid" / "master.pid").read_text())

    def log(self):
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def deliveries(self):
        """What reached a mailbox, from the server's own log: {message id: [time of day, …]}."""
        ids, delivered = {}, collections.defaultdict(list)
        for line in self.log().splitlines():
            if match := re.search(r"/cleanup\[\d+\]: (\w+): message-id=<(.+)>", line):
                ids[match[1]] = match[2]
            if match := re.search(r"(\d\d:\d\d:\d\d)\S* .*/virtual\[\d+\]: (\w+): .*status=sent", line):
                delivered[ids[match[2]]].append(match[1])
        return dict(delivered)

    def count(self, message_id):
        return len(self.deliveries().get(message_id, ()))
