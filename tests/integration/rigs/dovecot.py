"""A real Dovecot with a private configuration: IMAP, POP3, and the log-in service that Postfix asks."""

from . import process

CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
auth_verbose = yes
protocols = imap pop3
listen = {listen}
ssl = {ssl}
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = {only_encrypted}
auth_mechanisms = plain login
auth_username_format = %Ln
auth_failure_delay = 1 secs
first_valid_uid = 1
default_process_limit = 20
mail_location = maildir:{mail}/%n
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {folder}/users
}}
userdb {{
  driver = static
  args = uid=65534 gid=65534 home={mail}/%n
}}
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service pop3-login {{
  inet_listener pop3 {{
    port = {pop3}
  }}
  inet_listener pop3s {{
    port = {pop3s}
    ssl = yes
  }}
}}
service auth {{
  unix_listener {folder}/login {{
    mode = 0666
  }}
}}
service stats {{
  client_limit = 50
}}
"""


class Dovecot:
    """`ports`: imap, imaps, pop3, pop3s; 0 leaves one out. `wrap` puts a command where it shall run."""

    def __init__(self, folder, mail, users, certificate, ports, listen="127.0.0.1", tls=True, wrap=list):
        self.folder, self.listen, self._wrap = folder, listen, wrap
        folder.mkdir()
        (folder / "users").write_text("".join(f"{name}:{password}::::::\n" for name, password in users.items()))
        self._config = folder / "dovecot.conf"
        self._text = CONFIG.format(
            folder=folder, mail=mail, listen=listen, certificate=certificate.chain, key=certificate.key,
            ssl="required" if tls else "no", only_encrypted="yes" if tls else "no", **ports)
        self._config.write_text(self._text)
        self._log = folder / "dovecot.log"
        self._server = None

    def __enter__(self):
        self._server = process.Server(self._wrap(["dovecot", "-F", "-c", str(self._config)]), self.folder / "output")
        self._server.wait_until(lambda: self._log.exists() and "starting up" in self.log(), 20, "Dovecot")
        self._server.wait_until((self.folder / "login").exists, 20, "Dovecot's log-in service")
        return self

    def __exit__(self, *_):
        self._server.stop()

    def restart(self, more="", users=None):
        """Once more with `more` behind its settings (the last word wins) and `users`, lines of its password file."""
        self.__exit__()
        self._log.unlink()  # what the next start says must be its own
        self._config.write_text(self._text + more + "\n")
        if users:
            (self.folder / "users").write_text("".join(line + "\n" for line in users))
        self.__enter__()

    def process_id(self):
        return self._server.process.pid

    def log(self):
        return self._log.read_text(errors="replace")
