"""A virus scanner that takes its time: an SMTP proxy before the queue (Postfix: SMTPD_PROXY_README).

It hands every command on at once, but keeps the final dot back for as many seconds as the file says. Runs as
a program of its own: slow_filter.py ADDRESS:PORT NEXT-ADDRESS:PORT SECONDS-FILE
"""

import asyncio
import pathlib
import sys


async def copy(reader, writer):
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()


async def scan(reader, writer, seconds):
    """Client to server. The dot is found at the end of DATA only: replies decide nothing here."""
    in_data = False
    while line := await reader.readline():
        if in_data and line == b".\r\n":
            await asyncio.sleep(float(seconds.read_text()))
            in_data = False
        elif not in_data and line.strip().upper() == b"DATA":
            in_data = True
        writer.write(line)
        await writer.drain()
    writer.close()


async def main(listen, onward, seconds):
    next_host, next_port = onward.rsplit(":", 1)

    async def serve(reader, writer):
        try:
            next_reader, next_writer = await asyncio.open_connection(next_host, int(next_port))
            await asyncio.gather(scan(reader, next_writer, seconds), copy(next_reader, writer))
        except OSError as error:
            print("connection lost:", error, flush=True)

    address, port = listen.rsplit(":", 1)
    server = await asyncio.start_server(serve, address, int(port), limit=2**20)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])))
