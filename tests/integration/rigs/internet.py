"""The rest of the internet, as far as the program asks it: the pages that systems use to see whether they are online.

A program of its own: internet.py PORT FILE, the file being resources/knowledge/web-checks.json or one like it.
"""

import http.server
import json
import pathlib
import sys


def pages(file):
    """{(host, path): (status, body)}; 204 has none."""
    return {(page["host"], page["path"]): (page["status"] or 200, page["body"].encode())
            for page in json.loads(pathlib.Path(file).read_text())["pages"]}


class Server(http.server.ThreadingHTTPServer):
    address_family = 10  # AF_INET6, and IPv4 with it
    daemon_threads = True
    request_queue_size = 64


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        status, body = self.server.pages.get((host, self.path), (404, b""))
        self.send_response(status)  # with the date: a hint at the time
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    with Server(("::", int(sys.argv[1])), Page) as server:
        server.pages = pages(sys.argv[2])
        print("up", flush=True)
        server.serve_forever()
