"""A real Sylpheed or Claws Mail on a screen of its own: profile in a made-up home, one account, one mailbox."""

from . import process, screen

FOLDERS = ("inbox", "outbox", "draft", "queue", "trash")


class Program:
    """`name`: "sylpheed" or "claws-mail"."""

    def __init__(self, name, folder):
        self.name, self.home, self._folder = name, folder / "home", folder
        claws = name == "claws-mail"
        self.settings = self.home / (".claws-mail" if claws else ".sylpheed-2.0")
        self.rc = self.settings / ("clawsrc" if claws else "sylpheedrc")
        self.queue = self.home / "Mail/queue"
        self._screen = screen.Screen(folder)
        self._log = folder / "log"
        self._environment = {"DISPLAY": self._screen.name, "HOME": str(self.home), "LC_ALL": "C.UTF-8", "TMPDIR": str(folder),
                             "XDG_RUNTIME_DIR": str(folder), "PATH": "/usr/bin:/bin", "NO_AT_BRIDGE": "1"}
        self._server = None

    def make_profile(self, account, common):
        self.settings.mkdir(parents=True)
        for name in FOLDERS:
            (self.home / "Mail" / name).mkdir(parents=True)
        items = "".join(f'<folderitem type="{name}" name="{name}" path="{name}" />' for name in FOLDERS)
        (self.settings / "folderlist.xml").write_text(
            f'<?xml version="1.0" encoding="UTF-8"?>\n<folderlist><folder type="mh" name="Mailbox" path="Mail">{items}'
            "</folder></folderlist>\n")
        (self.settings / "accountrc").write_text("[Account: 1]\n" + "".join(f"{key}={value}\n" for key, value in account.items()))
        self.rc.write_text("[Common]\n" + "".join(f"{key}={value}\n" for key, value in common.items()))
        (self.home / ".signature").write_text("Taro\n")

    def command(self, *words):
        """Tells the program that runs."""
        process.run([self.name, *words], env=self._environment, timeout=30)

    def __enter__(self):
        self._server = process.Server([self.name], self._log, env=self._environment)
        self._server.wait_until(self._listens, 30, f"the socket on which {self.name} is told what to do")
        return self

    def _listens(self):
        return any(path.is_socket() for path in self._folder.rglob("*"))

    def send_later(self, subject, to):
        before = len(self.waiting())
        self.command("--compose", f"mailto:{to}?subject={subject}&body=hello")
        for last in (False, False, True):  # a window that has just come may not listen yet
            self._screen.type(subject, "ctrl+shift+s")
            try:
                process.until(lambda: len(self.waiting()) > before, 10, "the message in the queue")
                break
            except process.TooLate:
                if last:
                    raise
        return max(self.waiting(), key=lambda path: int(path.name))

    def waiting(self):
        return [path for path in self.queue.iterdir() if path.name.isdigit()]

    def __exit__(self, *_):
        """Ends it as a person does: its settings are written at the end."""
        try:
            self.command("--exit")
            process.until(lambda: not self._server.alive(), 20, f"{self.name}'s end")
        finally:
            self._server.stop()

    def close(self):
        self._screen.stop()
