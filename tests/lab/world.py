"""One world of the lab: what is wrong in it, and what must be said about it."""

import dataclasses

RIGHT = object()  # the password that the server knows


@dataclasses.dataclass(frozen=True)
class World:
    """Everything left out is healthy. The verdict is exact: what is neither `expect`, `also` nor `may` is a
    false accusation, unless it is a note; in a healthy world everything but a note is one."""

    name: str
    expect: str  # a finding's id, "healthy" or "unknown"
    also: tuple = ()  # must be among the findings
    may: tuple = ()  # fits as well: neither asked for nor an accusation

    password: object = RIGHT  # None: none is given
    walls: tuple = ()  # nft rules for what comes in at the server
    leaving: tuple = ()  # nft rules for what leaves the server
    redirects: tuple = ()  # nft rules that lead what comes in to another port of the server
    internet: bool = True  # port 80 of all other addresses answers as the world's known pages do
    dovecot: str = ""  # settings behind Dovecot's own
    users: tuple = ()  # lines of its password file
    postfix: tuple = ()  # (setting, value) pairs of Postfix at the doors that clients come to
    certificate: object = None  # Authority, names -> Certificate: what Dovecot and Postfix show
    names: tuple = ()  # records of the name service; none: the usual ones
    name_server: tuple = ()  # (argument, value) pairs of rigs.unbound.Unbound
    pack: dict = dataclasses.field(default_factory=dict)  # keys that differ in the provider's pack
    only: str = ""  # "imap", "pop3": the one way to receive
    mail: object = None  # folder of the maildir -> None: fills it
    around: tuple = ()  # Place -> context manager: whatever else stands in this world
    options: tuple = ()  # more words for the command line; may hold "{folder}"
    command: tuple = ("check",)
    prefix: tuple = ()  # put before the command: "faketime" and the like
    trusted: bool = True  # the house's authority is known to this PC
    scale: float = 1.0  # of all time limits

    def judge(self, answer):
        """What is wrong with this answer, in words; nothing if it is right."""
        if not answer.json:
            return [f"no answer: exit {answer.exit}: {answer.errors.strip()[-300:]}"]
        wrong = []
        if answer.json.get("verdict") != self.expect:
            wrong.append(f"verdict {answer.json.get('verdict')}")
        ids = set(answer.findings())
        wrong += [f"missing {one}" for one in self.also if one not in ids]
        return wrong + [f"false {one}" for one in self.accused_falsely(answer)]

    def accused_falsely(self, answer):
        fair = {self.expect, *self.also, *self.may}
        found = answer.json["findings"] if answer.json else []
        return sorted({one["id"] for one in found if one["severity"] != "note"} - fair)
