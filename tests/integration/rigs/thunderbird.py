"""A real Thunderbird with a home of its own, made by the program itself and driven without a screen."""

import contextlib
import os
import pathlib
import shutil

from . import marionette, process

PROGRAM = next((path for path in ("/usr/lib/thunderbird/thunderbird-bin", "/usr/lib/thunderbird/thunderbird")
                if os.access(path, os.X_OK)), shutil.which("thunderbird"))

# What a test machine must not do: look for updates, phone home, open a dialog before anybody listens.
QUIET = {
    "app.update.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "mail.inappnotifications.enabled": False,
    "mail.rights.version": 1,
    "mail.shell.checkDefaultClient": False,
    "mail.spotlight.firstRunDone": True,
    "mailnews.start_page.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "offline.send.unsent_messages": 2,  # else it asks at each start whether to send what waits
    "remote.prefs.recommended": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}

SERVICES = 'const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");'

MAKE_ACCOUNT = SERVICES + """
    const [a] = args;
    const db = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
    if (a.authority) db.addCertFromBase64(a.authority, "CT,C,C");
    try {
        MailServices.accounts.localFoldersServer;
    } catch (none) {
        MailServices.accounts.createLocalMailAccount();
    }
    const incoming = MailServices.accounts.createIncomingServer(a.user, a.incomingHost, a.incomingProtocol);
    incoming.port = a.incomingPort; incoming.socketType = a.incomingSocketType ?? 3; incoming.authMethod = 3;
    incoming.loginAtStartUp = false; incoming.doBiff = false;
    const outgoing = MailServices.outgoingServer.createServer("smtp").QueryInterface(Ci.nsISmtpServer);
    outgoing.hostname = a.outgoingHost; outgoing.port = a.outgoingPort; outgoing.username = a.user;
    outgoing.socketType = a.outgoingSocketType; outgoing.authMethod = a.outgoingAuthMethod ?? 3;
    MailServices.outgoingServer.defaultServer = outgoing;
    const identity = MailServices.accounts.createIdentity();
    identity.email = a.address; identity.fullName = a.name; identity.smtpServerKey = outgoing.key;
    identity.doFcc = false; identity.composeHtml = false;
    const account = MailServices.accounts.createAccount();
    account.incomingServer = incoming; account.addIdentity(identity);
    MailServices.accounts.defaultAccount = account;
    const receive = incoming.type == "imap" ? "imap" : "mailbox";
    // The person's answer to the question that comes when a server has a name that is not known yet.
    const more = (a.alsoAnsweredFor ?? []).map(host => [receive, host]);
    for (const [scheme, host] of [["smtp", a.outgoingHost], [receive, a.incomingHost], ...more]) {
        const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
        login.init(`${scheme}://${host}`, null, `${scheme}://${host}`, a.user, a.password, "", "");
        await Services.logins.addLoginAsync(login);
    }
    for (const [name, value] of Object.entries(a.prefs)) {
        if (typeof value == "number") Services.prefs.setIntPref(name, value);
        else if (typeof value == "boolean") Services.prefs.setBoolPref(name, value);
        else Services.prefs.setStringPref(name, value);
    }
    if (incoming.type == "pop3") incoming.QueryInterface(Ci.nsIPop3IncomingServer);
    for (const [name, value] of Object.entries(a.incomingSettings ?? {})) incoming[name] = value;
    Services.prefs.savePrefFile(null);
    return account.key;
"""

# What the program itself says about one account, and what it has of its mail.
ACCOUNT = SERVICES + """
    const account = MailServices.accounts.accounts.find(one => one.key == args[0]);
    const incoming = account.incomingServer;
    const key = account.defaultIdentity.smtpServerKey;
    const outgoing = MailServices.outgoingServer.servers.find(one => one.key == key)
        .QueryInterface(Ci.nsISmtpServer);
    const left = incoming.type == "pop3" ? incoming.QueryInterface(Ci.nsIPop3IncomingServer) : null;
    return { address: account.defaultIdentity.email, protocol: incoming.type, host: incoming.hostname ?? incoming.hostName,
             port: incoming.port, socketType: incoming.socketType, user: incoming.username,
             directory: incoming.localPath.path,
             leave: left?.leaveMessagesOnServer, expire: left?.deleteByAgeFromServer,
             days: left?.numDaysToLeaveOnServer, fcc: account.defaultIdentity.fccFolder ?? null,
             out: { host: outgoing.hostname, port: outgoing.port, socketType: outgoing.socketType,
                    auth: outgoing.authMethod, user: outgoing.username } };
"""

FETCH = SERVICES + """
    const server = MailServices.accounts.accounts.find(one => one.key == args[0]).incomingServer;
    const inbox = () => server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
    if (server.type == "imap") {
        const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
        server.performExpand(null); // a new account learns its folders first
        for (const end = Date.now() + 30_000; !inbox() && Date.now() < end;)
            await new Promise(resolve => setTimeout(resolve, 50));
        if (!inbox()) return Cr.NS_ERROR_NET_TIMEOUT >>> 0;
    }
    const folder = inbox();
    const status = await new Promise(resolve => {
        const listener = {
            QueryInterface: ChromeUtils.generateQI(["nsIUrlListener"]),
            OnStartRunningUrl() {}, OnStopRunningUrl(url, result) { resolve(result); },
            onStartRunningUrl() {}, onStopRunningUrl(url, result) { resolve(result); },
        };
        if (server.type == "imap")
            folder.QueryInterface(Ci.nsIMsgImapMailFolder).updateFolderWithListener(null, listener);
        else
            server.getNewMessages(folder, null, listener);
    });
    return status >>> 0;
"""

BUSY = 0x80550021  # NS_MSG_FOLDER_BUSY

LOCAL_MESSAGES = SERVICES + """
    const found = {};
    for (const folder of MailServices.accounts.localFoldersServer.rootFolder.subFolders) {
        try {
            found[folder.filePath.leafName] = [...folder.messages].map(header => header.messageId);
        } catch (noIndexYet) {
            folder.updateFolder(null); // makes one, as opening the folder does
        }
    }
    return found;
"""

SUBJECTS = SERVICES + """
    const [key, name] = args;
    const root = MailServices.accounts.accounts.find(one => one.key == key).incomingServer.rootFolder;
    const folder = root.subFolders.find(one => one.name.toLowerCase() == name.toLowerCase());
    return folder ? [...folder.messages].map(header => header.mime2DecodedSubject) : [];
"""

MAKE_FOLDER = SERVICES + """
    const root = MailServices.accounts.localFoldersServer.rootFolder;
    root.createSubfolder(args[0], null);
"""

QUEUE = SERVICES + """
    const [subject, to, body] = args;
    const identity = MailServices.accounts.defaultAccount.defaultIdentity;
    const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
    fields.from = identity.email; fields.to = to; fields.subject = subject; fields.body = body;
    const send = Cc["@mozilla.org/messengercompose/send;1"].createInstance(Ci.nsIMsgSend);
    const status = await new Promise((resolve, reject) => {
        const listener = {
            QueryInterface: ChromeUtils.generateQI(["nsIMsgSendListener", "nsIMsgCopyServiceListener"]),
            onStartSending() {}, onProgress() {}, onSendProgress() {}, onStatus() {}, onGetDraftFolderURI() {},
            onSendNotPerformed() {}, onTransportSecurityError() {}, onStopSending(id, status) { resolve(status); },
            onStartCopy() {}, setMessageKey() {}, getMessageId() { return null; }, onStopCopy: resolve,
        };
        Promise.resolve(send.createAndSendMessage(null, identity, "", fields, false, false,
            Ci.nsIMsgSend.nsMsgQueueForLater, null, "text/plain", body, null, null, listener, "", "",
            Ci.nsIMsgCompType.New)).catch(reject);
    });
    if (status) throw new Error("queueing failed: 0x" + (status >>> 0).toString(16));
"""

# The outcome is left in the sandbox: an error dialog ends a script that waits for it.
SEND_QUEUED = SERVICES + """
    const later = Cc["@mozilla.org/messengercompose/sendlater;1"].getService(Ci.nsIMsgSendLater);
    const identity = MailServices.accounts.defaultAccount.defaultIdentity;
    const started = Date.now();
    let error = 0;
    globalThis.outcome = null;
    const listener = {
        onStartSending() {}, onMessageStartSending() {}, onMessageSendProgress() {},
        onMessageSendError(index, header, status) { error = status; },
        onStopSending(status, text, tried, sent) {
            later.removeListener(listener);
            globalThis.outcome = { tried, sent, error: (error || status) >>> 0,
                                   seconds: (Date.now() - started) / 1000 };
        },
    };
    later.addListener(listener);
    later.sendUnsentMessages(identity);
"""

OUTBOX = SERVICES + """
    const later = Cc["@mozilla.org/messengercompose/sendlater;1"].getService(Ci.nsIMsgSendLater);
    const folder = later.getUnsentMessagesFolder(null);
    return [...folder.messages].map(header => header.messageId);
"""


class Thunderbird:
    """`home` is a folder that nobody else uses; the profile is where Debian's Thunderbird would put it.

    `prefs`: set before any account is made, in user.js, at every start.
    """

    def __init__(self, home, name="default-esr", prefs=None):
        self.home, self.name, self._prefs = pathlib.Path(home), name, prefs or {}
        self.profile = self.home / ".thunderbird" / f"hanako.{name}"
        self._server = self._remote = None
        self._log = self.home / "thunderbird.log"

    def create_profile(self):
        self.profile.parent.mkdir(parents=True, exist_ok=True)
        process.run([PROGRAM, "--headless", "-CreateProfile", f"{self.name} {self.profile}"], env=self._environment(),
                    timeout=120)

    def start(self):
        self.begin()
        self.wait()
        return self

    def begin(self):
        """Starts it without waiting."""
        port = self._port = process.free_port()
        prefs = QUIET | self._prefs | {"marionette.port": port}
        lines = [f'user_pref("{name}", {self._literal(value)});\n' for name, value in sorted(prefs.items())]
        (self.profile / "user.js").write_text("".join(lines))
        self._server = process.Server([PROGRAM, "--headless", "--marionette", "-remote-allow-system-access",
                                       "--profile", str(self.profile)], self._log, env=self._environment())

    def wait(self):
        """Until it can be driven."""
        try:
            self._server.wait_until(lambda: process.answers("127.0.0.1", self._port), 120,
                                    "Thunderbird's remote control")
            self._remote = marionette.Marionette(self._port)
        except BaseException:
            self._server.stop()
            raise

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def log(self):
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def running(self):
        return self._server is not None and self._server.alive()

    def lines_of(self, keys):
        """What prefs.js says of them. Its other lines the program may write anew at any time while it is open."""
        return [line for line in (self.profile / "prefs.js").read_text().splitlines()
                if any(line.startswith(f'user_pref("{key}",') for key in keys)]

    def stop(self):
        """Ends it as a person would: settings and the outbox are written on the way out."""
        if not self.running():
            return
        self._remote.quit()
        try:
            self._server.process.wait(60)
        finally:
            self._server.stop()

    def make_account(self, **account):
        """The program's own key for it."""
        return self._remote.run(MAKE_ACCOUNT, account)

    def account(self, key):
        return self._remote.run(ACCOUNT, key)

    def fetch(self, key):
        """Get Messages, to its end: 0, or the error. The program may be looking by itself just then."""
        status = BUSY

        def done():
            nonlocal status
            status = self._remote.run(FETCH, key)
            return status != BUSY

        process.until(done, 60, "the end of fetching")
        return status

    def subjects(self, key, folder):
        return self._remote.run(SUBJECTS, key, folder)

    def local_messages(self):
        """File name of each folder of this PC that has an index: Message-IDs in it."""
        return self._remote.run(LOCAL_MESSAGES)

    def make_folder(self, name):
        self._remote.run(MAKE_FOLDER, name)

    def queue(self, subject, to, body):
        """Send Later; the Message-ID without brackets."""
        before = set(self.outbox())
        self._remote.run(QUEUE, subject, to, body)
        new = process.until(lambda: set(self.outbox()) - before, 30, "the message in the outbox")
        return new.pop()

    def send_queued(self, seconds=120):
        """Send Unsent Messages, to its end: {"tried", "sent", "error", "seconds", "said"}.

        `said`: the dialog that the person sees and closes; None if all went well, or if it was gone before it
        could be read (it lives no longer than its window).
        """
        said = result = None

        def outcome():
            nonlocal said, result
            said = self._remote.accept_alert() or said
            try:
                result = self._remote.run("return globalThis.outcome")
            except marionette.ScriptError:
                return False  # a dialog opened just now: look again
            return result and (said or not result["error"])

        self._remote.run(SEND_QUEUED)
        process.until(lambda: outcome() or result, seconds, "the end of sending")
        if result["error"] and not said:
            with contextlib.suppress(process.TooLate):
                process.until(outcome, 5, "the dialog")
        return result | {"said": said}

    def outbox(self):
        return self._remote.run(OUTBOX)

    def pref(self, name):
        return self._remote.run("""
            switch (Services.prefs.getPrefType(args[0])) {
                case Services.prefs.PREF_INT: return Services.prefs.getIntPref(args[0]);
                case Services.prefs.PREF_BOOL: return Services.prefs.getBoolPref(args[0]);
                case Services.prefs.PREF_STRING: return Services.prefs.getStringPref(args[0]);
            }
            return null;""", name)

    def set(self, name, value):
        kind = "Bool" if isinstance(value, bool) else "Int" if isinstance(value, int) else "String"
        self._remote.run(f"Services.prefs.set{kind}Pref(args[0], args[1])", name, value)

    def clear(self, name):
        self._remote.run("Services.prefs.clearUserPref(args[0])", name)

    def online(self):
        return self._remote.run("return !Services.io.offline")

    def version(self):
        return self._remote.run("return Services.appinfo.version")

    def _environment(self):
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return kept | {"HOME": str(self.home), "MOZ_HEADLESS": "1", "MOZ_CRASHREPORTER_DISABLE": "1",
                       "XDG_RUNTIME_DIR": str(self.home), "LC_ALL": "C.UTF-8"}

    @staticmethod
    def _literal(value):
        return {True: "true", False: "false"}.get(value) if isinstance(value, bool) else (
            str(value) if isinstance(value, int) else '"' + value + '"')
