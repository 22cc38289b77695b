"""A name server that answers every A question with 127.0.0.2 after a delay of its own for each name: late_names.py SEED

Prints its port, and at the end (on SIGTERM) nothing. The slowest single answer is what `slowest` says for that seed.
"""

import random
import socket
import sys
import threading

NAMES = [f"1.2.0.192.list{number}.test" for number in range(50)]


def delays(seed):
    chance = random.Random(seed)
    return {name: chance.uniform(0.02, 0.4) for name in NAMES}


def slowest(seed):
    return max(delays(seed).values())


def name_of(question):
    labels, at = [], 12
    while question[at]:
        labels.append(question[at + 1:at + 1 + question[at]].decode())
        at += 1 + question[at]
    return ".".join(labels).lower(), question[at + 1:at + 3], question[12:at + 5]


def reply(question):
    """RFC 1035 section 4.1: one address for A, none for anything else."""
    _, kind, asked = name_of(question)
    answer = b"\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4\x7f\0\0\2" if kind == b"\0\1" else b""
    return question[:2] + b"\x81\x80\0\1" + (b"\0\1" if answer else b"\0\0") + b"\0\0\0\0" + asked + answer


def main(seed):
    waiting = delays(seed)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        door.bind(("127.0.0.1", 0))
        print(door.getsockname()[1], flush=True)
        while True:
            question, back = door.recvfrom(4096)
            threading.Timer(waiting.get(name_of(question)[0], 0), door.sendto, (reply(question), back)).start()


if __name__ == "__main__":
    main(int(sys.argv[1]))
