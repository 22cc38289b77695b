"""A policy service for Postfix (SMTPD_POLICY_README) that answers the same to everything: policy.py PORT ACTION."""

import socketserver
import sys


class Clerk(socketserver.StreamRequestHandler):
    def handle(self):
        while line := self.rfile.readline():
            if line == b"\n":  # the question ends in an empty line
                self.wfile.write(f"action={self.server.action}\n\n".encode())


class Desk(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True


if __name__ == "__main__":
    with Desk(("127.0.0.1", int(sys.argv[1])), Clerk) as desk:
        desk.action = sys.argv[2]
        print("up", flush=True)
        desk.serve_forever()
