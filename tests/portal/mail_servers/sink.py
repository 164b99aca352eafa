"""A mail server for tests: keeps what it takes, and treats domains as it is told.

    sink.py PORT FOLDER

FOLDER/how has a line `DOMAIN WORD` for each domain that is not simply taken:
later (451), never (550), hang, drop (at RCPT), drop-whole (when it has the mail, without keeping it),
mute (the domain `*` only: connections are taken and nothing is said).
FOLDER/tries gets a line for each RCPT, FOLDER/new a file for each mail: the recipient, then the mail.
"""

import asyncio
import os
import sys

from aiosmtpd.smtp import SMTP

PORT, FOLDER = int(sys.argv[1]), sys.argv[2]


def how(address):
    domain = address.rsplit("@", 1)[-1]
    try:
        with open(os.path.join(FOLDER, "how")) as file:
            words = dict(line.split() for line in file if line.strip())
    except FileNotFoundError:
        words = {}
    return words.get(domain, words.get("*", "take"))


class Sink:
    def __init__(self):
        self.number = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        with open(os.path.join(FOLDER, "tries"), "a") as file:
            file.write(address + "\n")
        word = how(address)
        if word == "later":
            return "451 4.3.0 Come back later"
        if word == "never":
            return "550 5.1.1 Nobody of that name"
        if word == "hang":
            await asyncio.sleep(3600)
        if word == "drop":
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if how(envelope.rcpt_tos[0]) == "drop-whole":
            server.transport.abort()
            return "451 4.3.0 Gone"
        self.number += 1
        new = os.path.join(FOLDER, "new", "%d-%d" % (os.getpid(), self.number))
        with open(new + ".part", "wb") as file:
            file.write("\n".join(envelope.rcpt_tos).encode() + b"\n" + envelope.content)
        os.rename(new + ".part", new + ".eml")
        return "250 OK"


class Mute(asyncio.Protocol):
    """Takes a connection and says nothing."""


def protocol():
    return Mute() if how("*") == "mute" else SMTP(sink, hostname="localhost", enable_SMTPUTF8=True)


async def serve():
    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", PORT)
    print("ready", flush=True)
    await server.serve_forever()


os.makedirs(os.path.join(FOLDER, "new"), exist_ok=True)
sink = Sink()
asyncio.run(serve())
