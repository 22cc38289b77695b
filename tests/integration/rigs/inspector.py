"""A box that opens encrypted mail: it ends TLS with a certificate of its own and begins it anew to the real server.

What security programs and company firewalls do. A program of its own, one port each:
inspector.py SERVER CHAIN KEY LISTEN:ONWARD:tls LISTEN:ONWARD:starttls … (ports; the server is not checked)
"""

import select
import socket
import ssl
import sys
import threading


def lines_until_tls(near, far):
    """Lets both talk until the server agrees to STARTTLS (RFC 3207). True when both may begin their handshakes."""
    asked = False
    ends = {"client": (near, far), "server": (far, near)}
    whose = "server"  # the server greets first
    while True:
        source, target = ends[whose]
        reply = b""
        while not reply.endswith(b"\n") or (whose == "server" and reply.splitlines()[-1][3:4] == b"-"):
            if not (data := source.recv(65536)):
                return False
            reply += data
        target.sendall(reply)
        if whose == "server" and asked:
            return reply.startswith(b"220")
        asked = whose == "client" and reply.strip().upper() == b"STARTTLS"
        whose = "client" if whose == "server" else "server"


def take(source):
    """What has come; b"" at its end, None where it was nothing for us (a session ticket, half a record)."""
    source.setblocking(False)
    try:
        return source.recv(65536)
    except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
        return None
    finally:
        source.setblocking(True)


def pass_on(client, real):
    """Both directions in one thread: two in one TLS connection at once lose what comes beside a session ticket."""
    across = {client: real, real: client}
    while True:
        waiting = [source for source in across if source.pending()]
        for source in waiting or select.select(list(across), [], [])[0]:
            if (data := take(source)) == b"":
                return
            if data:
                across[source].sendall(data)


def carry(near, server, mode, inside, outside):
    try:
        with near, socket.create_connection(server) as far:
            if mode == "starttls" and not lines_until_tls(near, far):
                return
            with inside.wrap_socket(near, server_side=True) as client, outside.wrap_socket(far) as real:
                pass_on(client, real)
    except OSError as error:
        print("connection ended:", error, flush=True)


def stand(listen, server, mode, inside, outside):
    with socket.create_server(("::", listen), family=socket.AF_INET6, dualstack_ipv6=True, backlog=64) as door:
        print("up", listen, flush=True)
        while True:
            near = door.accept()[0]
            threading.Thread(target=carry, args=(near, server, mode, inside, outside), daemon=True).start()


def main(server, chain, key, *doors):
    inside, outside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    inside.load_cert_chain(chain, key)
    outside.check_hostname, outside.verify_mode = False, ssl.CERT_NONE
    threads = []
    for door in doors:
        listen, onward, mode = door.split(":")
        threads.append(threading.Thread(target=stand, args=(int(listen), (server, int(onward)), mode, inside, outside)))
        threads[-1].start()
    threads[0].join()


if __name__ == "__main__":
    main(*sys.argv[1:])
