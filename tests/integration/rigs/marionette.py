"""The remote control of Mozilla programs: length-prefixed JSON on a loopback port, scripts with chrome rights.

Protocol: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import socket


class ScriptError(RuntimeError):
    pass


class NoAlert(ScriptError):
    """No dialog stands open."""


class Marionette:
    def __init__(self, port, seconds=60):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=seconds)
        self._stream = self._socket.makefile("rb")
        self._number = 0
        try:
            self._receive()  # what the program says first: its name and the protocol's version
            # A dialog is something that a person would read: it stays until accept_alert().
            self._command("WebDriver:NewSession",
                          {"capabilities": {"alwaysMatch": {"unhandledPromptBehavior": "ignore"}}})
            self._command("WebDriver:SetTimeouts", {"script": 300_000})
            self._command("Marionette:SetContext", {"value": "chrome"})
        except BaseException:
            self.close()
            raise

    def run(self, script, *arguments, seconds=60):
        """The body of an async function; `args` holds the arguments; what it returns comes back as JSON."""
        wrapped = f"""
            const done = arguments[arguments.length - 1];
            const args = Array.prototype.slice.call(arguments, 0, -1);
            (async () => {{ {script} }})().then(value => done({{value: value ?? null}}),
                                               error => done({{error: String(error) + " " + error?.stack}}));
        """
        self._socket.settimeout(seconds)
        answer = self._command("WebDriver:ExecuteAsyncScript", {
            "script": wrapped, "args": list(arguments), "sandbox": "system", "newSandbox": False})["value"]
        if answer is None:
            raise ScriptError("a dialog opened while the script ran")
        if "error" in answer:
            raise ScriptError(answer["error"])
        return answer["value"]

    def accept_alert(self):
        """Presses OK in the dialog that stands open; what it said. None if there is none."""
        try:
            text = self._command("WebDriver:GetAlertText", {})["value"]
            self._command("WebDriver:AcceptAlert", {})
            return text
        except NoAlert:
            return None

    def quit(self):
        """Asks the program to end as a person would. It may be gone before it answers."""
        try:
            self._command("Marionette:Quit", {"flags": ["eAttemptQuit"]})
        except (OSError, EOFError):
            pass
        self.close()

    def close(self):
        self._stream.close()
        self._socket.close()

    def _command(self, name, parameters):
        self._number += 1
        body = json.dumps([0, self._number, name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(body), body))
        _, number, error, result = self._receive()
        if number != self._number:
            raise RuntimeError(f"answer {number} to question {self._number}")
        if error:
            kind = NoAlert if error["error"] == "no such alert" else ScriptError
            raise kind(f"{name}: {error['error']}: {error['message']}")
        return result

    def _receive(self):
        digits = b""
        while (byte := self._stream.read(1)) != b":":
            if not byte:
                raise EOFError("the program closed the connection")
            digits += byte
        return json.loads(self._stream.read(int(digits)))
