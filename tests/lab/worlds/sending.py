"""Sending to oneself through a real Postfix that has reasons to say no, or takes its time."""

import parts
from world import World

TIMING = ("timing", "--sizes", "20k,40k", "--yes")


def sends(name, expect, *settings, **more):
    return World(name, expect, command=TIMING, only="imap", postfix=settings, **more)


def at_the_recipient(checks):
    return ("smtpd_recipient_restrictions", checks)


WORLDS = [
    sends("sends-and-arrives", "healthy"),
    sends("relay-denied", "submit.relay-denied",
          ("smtpd_relay_restrictions", "check_recipient_access static:{554 5.7.1 Relay access denied}, reject")),
    sends("not-logged-in", "submit.relay-denied", ("smtpd_sasl_auth_enable", "no"), pack={"outgoing": [
              {"host": "smtp.todoku.test", "port": 587, "security": "starttls", "auth": False}]}),
    sends("sender-of-somebody-else", "submit.sender-refused",
          ("smtpd_sender_login_maps", "inline:{ hanako@todoku.test=taro }"),
          ("smtpd_sender_restrictions", "reject_sender_login_mismatch")),
    sends("recipient-unknown", "submit.recipient-refused",
          at_the_recipient("check_recipient_access static:{550 5.1.1 User unknown}")),
    sends("message-too-big", "submit.too-big", ("message_size_limit", "10000")),
    sends("one-message-a-minute", "submit.rate-limited", ("smtpd_client_message_rate_limit", "1")),
    sends("greylisted", "unknown", at_the_recipient("check_policy_service inet:127.0.0.1:10040"),
          around=(parts.policy("451 4.7.1 Greylisted, please try again in 5 minutes"),), also=("submit.greylisted",)),
    sends("refused-by-blocklist-at-recipient", "submit.listed", at_the_recipient(
        "check_client_access static:{554 5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org}")),
    sends("recipient-over-quota", "mailbox.full",
          at_the_recipient("check_recipient_access static:{552 5.2.2 Mailbox full}")),
]
