"""The sign-in page of a hotel, and its TLS with a certificate of its own for whatever name was meant.

A program of its own: portal.py HTTP-PORT [TLS-PORT CHAIN KEY]. Every question gets the page, as such boxes do.
"""

import http.server
import ssl
import sys
import threading

PAGE = b"<html><head><title>Welcome, dear guest</title></head><body>Please sign in to use the network.</body></html>"


class Desk(http.server.BaseHTTPRequestHandler):
    server_version = "portal"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(PAGE)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


class Hall(http.server.ThreadingHTTPServer):
    address_family = 10  # AF_INET6, and IPv4 with it
    daemon_threads = True
    request_queue_size = 64


def main(port, tls_port=None, chain=None, key=None):
    halls = [Hall(("::", int(port)), Desk)]
    if tls_port:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain, key)
        halls.append(Hall(("::", int(tls_port)), Desk))
        halls[1].socket = context.wrap_socket(halls[1].socket, server_side=True, do_handshake_on_connect=False)
    threads = [threading.Thread(target=hall.serve_forever) for hall in halls]
    for thread in threads:
        thread.start()
    print("up", flush=True)
    threads[0].join()


if __name__ == "__main__":
    main(*sys.argv[1:])
