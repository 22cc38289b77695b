"""Another mail program of the same person that is logged in and stays so: holder.py imap|pop3 HOST USER PASSWORD."""

import imaplib
import poplib
import ssl
import sys
import time


def main(protocol, host, user, password):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    if protocol == "imap":
        session = imaplib.IMAP4_SSL(host, ssl_context=context)
        session.login(user, password)
        session.select()
    else:
        session = poplib.POP3_SSL(host, context=context)
        session.user(user)
        session.pass_(password)
    print("in", flush=True)
    while True:
        time.sleep(5)
        session.noop()


if __name__ == "__main__":
    main(*sys.argv[1:])
