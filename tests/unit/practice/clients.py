"""Drives the practice provider with Python's own mail clients. Prints what failed, or nothing."""
import base64, email, email.message, imaplib, poplib, smtplib, ssl, sys
from email.mime.text import MIMEText
from email.header import decode_header, make_header

what, host, ports, anchor, address, password = sys.argv[1:]
ports = {int(a): int(b) for a, b in (pair.split("=") for pair in ports.split(","))}
trust = ssl.create_default_context(cafile=anchor)
# The name to check is the provider's; the address to call is loopback.
wrap = trust.wrap_socket
trust.wrap_socket = lambda sock, **options: wrap(sock, **{**options, "server_hostname": host})


def letter(mid, text="一行目\n.点で始まる行\n..二つ\n"):
    message = MIMEText(text, "plain", "utf-8")
    message["From"], message["To"], message["Subject"] = address, address, "じこてすと"
    message["Message-ID"] = mid
    return message


def smtp_submission():
    with smtplib.SMTP("127.0.0.1", ports[587], timeout=20) as s:
        s.ehlo("[127.0.0.1]")
        assert s.has_extn("starttls") and not s.has_extn("auth"), s.esmtp_features
        s.starttls(context=trust)
        s.ehlo("[127.0.0.1]")
        assert s.has_extn("auth") and not s.has_extn("starttls") and s.has_extn("size")
        s.login(address, password)
        assert s.send_message(letter("<python-587@practice.example>")) == {}


def smtp_tls():
    with smtplib.SMTP_SSL("127.0.0.1", ports[465], timeout=20, context=trust) as s:
        try:
            s.login(address, "not it")
            raise AssertionError("a wrong password was let in")
        except smtplib.SMTPAuthenticationError as refused:
            assert refused.smtp_code == 535
        s.login(address.split("@")[0], password)
        try:
            s.sendmail(address, ["nobody@practice.example"], "Subject: x\r\n\r\nx")
            raise AssertionError("an unknown recipient was taken")
        except smtplib.SMTPRecipientsRefused as refused:
            assert list(refused.recipients.values())[0][0] == 550
        assert s.sendmail(address, [address], b"Message-ID: <python-465@x>\r\n\r\n" + b"x" * 70 + b"\r\n") == {}


def pop():
    for secured in (False, True):
        p = poplib.POP3_SSL("127.0.0.1", ports[995], timeout=20, context=trust) if secured else poplib.POP3(
            "127.0.0.1", ports[110], timeout=20)
        if not secured:
            assert "STLS" in p.capa() and "USER" not in p.capa()
            p.stls(context=trust)
        assert "UIDL" in p.capa()
        p.user(address)
        p.pass_(password)
        count, size = p.stat()
        lines = p.list()[1]
        assert count == len(lines) >= 11, count
        assert size == sum(int(line.split()[1]) for line in lines)
        assert len({line.split()[1] for line in p.uidl()[1]}) == count
        sizes = {}
        for n in range(1, count + 1):
            raw = b"\r\n".join(p.retr(n)[1]) + b"\r\n"
            sizes[n] = len(raw)
            assert len(raw) == int(lines[n - 1].split()[1]), (n, len(raw), lines[n - 1])
            parsed = email.message_from_bytes(raw)
            assert parsed["Date"] and parsed["Message-ID"] and parsed["From"]
            for part in parsed.walk():
                if part.get_content_maintype() == "text":
                    part.get_payload(decode=True).decode(part.get_content_charset())
            str(make_header(decode_header(parsed["Subject"])))
        assert 190_000 < max(sizes.values()) < 260_000
        assert b"" in p.top(1, 0)[1][-1:]
        p.dele(1)
        assert p.stat()[0] == count - 1
        p.rset()
        assert p.stat()[0] == count
        p.dele(2)
        p.quit()
    p = poplib.POP3_SSL("127.0.0.1", ports[995], timeout=20, context=trust)
    p.user(address)
    p.pass_(password)
    assert p.stat()[0] == count - 1, "what was deleted before QUIT is still there, or more is gone"
    p.quit()


def imap():
    for secured in (False, True):
        if secured:
            i = imaplib.IMAP4_SSL("127.0.0.1", ports[993], ssl_context=trust, timeout=20)
        else:
            i = imaplib.IMAP4("127.0.0.1", ports[143], timeout=20)
            assert "LOGINDISABLED" in i.capabilities
            i.starttls(trust)
            assert "AUTH=PLAIN" in i.capabilities
        i.authenticate("PLAIN", lambda _: b"\0" + address.encode() + b"\0" + password.encode())
        folders = b"\n".join(i.list()[1])
        assert b'"INBOX"' in folders and b"\\Junk" in folders and b"&j,dg0TDhMPww6w-" in folders, folders
        assert int(i.select("INBOX")[1][0]) >= 12
        found = i.search(None, "ALL")[1][0].split()
        assert i.search(None, "UNSEEN")[1][0].split()
        for n in found:
            header = i.fetch(n, "(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)")[1]
            size = int(imap_value(header, b"RFC822.SIZE"))
            whole = i.fetch(n, "(BODY.PEEK[])")[1][0][1]
            assert len(whole) == size
            head = i.fetch(n, "(BODY.PEEK[HEADER])")[1][0][1]
            text = i.fetch(n, "(BODY.PEEK[TEXT])")[1][0][1]
            assert head + text == whole
            assert i.fetch(n, "(BODY.PEEK[]<10.20>)")[1][0][1] == whole[10:30]
        mid = email.message_from_bytes(whole)["Message-ID"]
        assert i.search(None, "HEADER", "Message-ID", mid)[1][0].split() == [found[-1]]
        assert i.uid("SEARCH", None, "HEADER", "Message-ID", '"<nobody@nowhere>"')[1] == [b""]
        mine = letter("<appended@practice.example>").as_bytes()
        status, answer = i.append("Sent", "\\Seen", imaplib.Time2Internaldate(1_700_000_000), mine)
        assert status == "OK" and b"APPENDUID" in answer[0], answer
        assert i.status("Sent", "(MESSAGES UIDNEXT UNSEEN)")[0] == "OK"
        assert b"STORAGE" in i.getquotaroot("INBOX")[1][1][0]
        assert i.select('"&j,dg0TDhMPww6w-"', readonly=True)[0] == "OK"
        assert i.namespace()[0] == "OK" and i.lsub()[0] == "OK"
        assert i.create("Work")[0] == "OK" and i.select("INBOX")[0] == "OK"
        assert i.copy("1:2", "Work")[0] == "OK"
        assert int(i.select("Work")[1][0]) == 2
        assert i.store("1", "+FLAGS", "(\\Deleted)")[0] == "OK"
        assert i.expunge()[1] == [b"1"]
        assert i.unselect()[0] == "OK" and i.delete("Work")[0] == "OK"
        try:
            i.select("INBOX")
            i.fetch("1", "(NONSENSE)")
            raise AssertionError("an unknown item was answered")
        except imaplib.IMAP4.error:
            pass
        i.logout()


def imap_value(answer, key):
    words = b" ".join(part if isinstance(part, bytes) else b" ".join(part) for part in answer).replace(b"(", b" ").split()
    return words[words.index(key) + 1].rstrip(b")")


globals()[what]()
