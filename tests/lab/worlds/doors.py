"""Doors that are shut, filtered, misdirected or mute."""

import parts
from world import World

TO_THE_SERVER = "fib daddr type local "  # else a control address would be led there, too
TWO_WAYS_OUT = {"outgoing": [
    {"host": "smtp.todoku.test", "port": port, "security": security, "auth": True, "user": ["address"]}
    for port, security in ((587, "starttls"), (465, "tls"))]}

WORLDS = [
    World("in-house-server-hangs", "server.silent", around=(
        parts.stopped("postfix"), parts.server_address("10.1.2.3/32")), scale=0.2,
        redirects=("ip daddr 10.1.2.3 redirect",), names=(
            "imap.todoku.test. A 10.1.2.3", "pop.todoku.test. A 10.1.2.3", "smtp.todoku.test. A 10.1.2.3")),
    World("imap-port-dropped", "server.port-filtered", only="imap", walls=("tcp dport 993 drop",), scale=0.3),
    World("submission-port-dropped", "server.port-filtered", walls=("tcp dport 587 drop",), scale=0.3),
    World("submission-port-reset", "server.port-closed", walls=("tcp dport 587 reject with tcp reset",), scale=0.3),
    World("pop3-port-reset", "server.port-closed", only="pop3", walls=("tcp dport 995 reject with tcp reset",), scale=0.3),
    World("imap-port-forbidden", "server.port-filtered", only="imap",
          walls=("tcp dport 993 reject with icmpx type admin-prohibited",), scale=0.3),
    World("smtp-host-dead", "server.down", names=(
        "imap.todoku.test. A 203.0.113.2", "pop.todoku.test. A 203.0.113.2", "smtp.todoku.test. A 203.0.113.3"),
        around=(parts.server_address("203.0.113.3/24"),), walls=("ip daddr 203.0.113.3 drop",), scale=0.3),
    World("one-address-of-two-closed", "server.one-of-several-bad", names=(
        "imap.todoku.test. A 203.0.113.2", "imap.todoku.test. A 203.0.113.3", "pop.todoku.test. A 203.0.113.2",
        "smtp.todoku.test. A 203.0.113.2"), around=(parts.server_address("203.0.113.3/24"),)),
    World("one-address-of-two-dropped", "server.one-of-several-bad", names=(
        "imap.todoku.test. A 203.0.113.2", "imap.todoku.test. A 203.0.113.3", "pop.todoku.test. A 203.0.113.2",
        "smtp.todoku.test. A 203.0.113.2"), around=(parts.server_address("203.0.113.3/24"),),
        walls=("ip daddr 203.0.113.3 drop",), scale=0.3),
    World("postfix-hangs", "server.silent", around=(parts.stopped("postfix"),), scale=0.2),
    # At the port for clear text, for behind encryption a server falls silent before its greeting.
    World("dovecot-hangs", "server.silent", around=(parts.stopped("dovecot"),), password=None, scale=0.2, pack={
        "incoming": [{"protocol": "imap", "host": "imap.todoku.test", "port": 143, "security": "starttls",
                      "user": ["address"]}]}),
    World("dovecot-hangs-behind-encryption", "tls.handshake-timeout", only="imap", password=None, scale=0.2,
          around=(parts.stopped("dovecot"),), postfix=(("smtpd_sasl_auth_enable", "no"),), pack={"outgoing": [
              {"host": "smtp.todoku.test", "port": 587, "security": "starttls", "auth": False}]}),
    World("pop3-greets-on-the-sending-port", "server.wrong-service",
          redirects=(TO_THE_SERVER + "tcp dport 587 redirect to :110",)),
    World("submission-port-speaks-tls", "server.tls-on-plain-port", scale=0.3,
          redirects=(TO_THE_SERVER + "tcp dport 587 redirect to :465",)),
    World("imaps-port-speaks-plain", "server.plain-on-tls-port", only="imap",
          redirects=(TO_THE_SERVER + "tcp dport 993 redirect to :143",)),
    World("web-server-on-the-imaps-port", "server.plain-on-tls-port", also=(), only="imap",
          may=("server.wrong-service",), around=(parts.portal(),), redirects=(TO_THE_SERVER + "tcp dport 993 redirect to :8080",)),
    World("greeting-after-six-seconds", "server.slow-greeting", postfix=(
        ("smtpd_client_restrictions", "sleep 6"), ("smtpd_delay_reject", "no"))),
    World("refused-at-the-door", "server.refuses-us", postfix=(
        ("smtpd_client_restrictions", "check_client_access static:{554 5.7.1 We do not talk to you}"),
        ("smtpd_delay_reject", "no"))),
    World("refused-by-a-blocklist", "line.own-address-listed", postfix=(
        ("smtpd_client_restrictions",
         "check_client_access static:{554 5.7.1 Client host blocked using zen.spamhaus.org}"),
        ("smtpd_delay_reject", "no"))),
    World("busy-with-421", "server.busy", postfix=(
        ("smtpd_client_restrictions", "check_client_access static:{421 4.3.2 Service overloaded}"),
        ("smtpd_delay_reject", "no"))),
    # Postfix counts each port by itself, and nobody calls one twice at a time: a firewall that counts them together.
    World("one-connection-at-a-time", "server.connection-limit", around=(parts.without_ipv6(),), pack=TWO_WAYS_OUT,
          walls=("tcp dport { 25, 465, 587 } ct state new ct count over 1 reject with tcp reset",), postfix=(
        ("smtpd_client_restrictions", "sleep 1"), ("smtpd_delay_reject", "no"))),
]
