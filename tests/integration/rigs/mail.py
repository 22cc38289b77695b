"""Plain mail clients for what a test does by hand: Python's own, over the house's encryption."""

import contextlib
import imaplib
import smtplib
import ssl


def trust(house):
    context = ssl.create_default_context(cafile=str(house.authority.certificate))
    context.check_hostname = False  # we come by address
    return context


@contextlib.contextmanager
def submission(house):
    with smtplib.SMTP("127.0.0.1", house.ports["submission"], timeout=60) as client:
        client.starttls(context=trust(house))
        client.login(house.address, house.password)
        yield client


def message(house, identifier, lines=1):
    text = f"Message-ID: <{identifier}>\r\nSubject: test\r\nTo: {house.address}\r\n\r\n"
    return text + "Hello.\r\n" * lines


def send_and_leave(house, identifier):
    """Sends the final dot and hangs up without waiting for the answer: what a time-out looks like."""
    client = smtplib.SMTP("127.0.0.1", house.ports["submission"], timeout=60)
    client.starttls(context=trust(house))
    client.login(house.address, house.password)
    client.mail(house.address)
    client.rcpt(house.address)
    client.docmd("DATA")
    client.send(message(house, identifier) + ".\r\n")
    client.sock.close()


def inbox_size(house):
    with imaplib.IMAP4_SSL("127.0.0.1", house.ports["imaps"], ssl_context=trust(house)) as client:
        client.login(house.address, house.password)
        return int(client.select(readonly=True)[1][0])
