"""Log-ins: refused for many reasons, of which a wrong password is only one."""

import pathlib

import parts
from world import World

HANAKO = "hanako:practice-makes-mail::::::"
BOTH_FORMS = {"incoming": [{"protocol": "imap", "host": "imap.todoku.test", "port": 993, "security": "tls",
                            "user": ["address", "local"]}],
              "outgoing": [{"host": "smtp.todoku.test", "port": 587, "security": "starttls", "auth": True,
                            "user": ["address", "local"]}]}


SLOW = pathlib.Path(__file__).parents[1] / "slow-login"


def after(seconds):
    return f"service imap {{\n  executable = imap imap-postlogin\n}}\nservice imap-postlogin {{\n" \
           f"  executable = script-login {SLOW} {seconds}\n  user = root\n  unix_listener imap-postlogin {{\n  }}\n}}\n"


WORLDS = [
    World("wrong-password", "login.wrong-password", password="not-the-word"),
    World("wrong-password-imap-only", "login.wrong-password", password="not-the-word", only="imap"),
    World("wrong-password-pop3-only", "login.wrong-password", password="not-the-word", only="pop3"),
    World("user-unknown", "login.wrong-password", users=("taro:another-word::::::",)),
    World("only-the-local-part", "login.user-form", only="imap", dovecot="auth_username_format = %Lu\n",
          users=(HANAKO,), pack=BOTH_FORMS),
    World("account-stopped", "login.account-stopped", users=(HANAKO + "nologin reason=Suspended",)),
    World("contract-ended", "login.contract-ended", users=(HANAKO + "nologin reason=Contract-incorrect",),
          pack={"words": [{"where": "login", "text": "contract-incorrect", "finding": "login.contract-ended"}]}),
    World("password-database-broken", "login.temporary-failure", around=(parts.unreadable_passwords,)),
    # Dovecot counts by address of the caller: both must come over the same family.
    World("too-many-connections", "login.too-many-connections", only="imap",
          around=(parts.without_ipv6(), parts.logged_in("imap")),
          dovecot="mail_max_userip_connections = 1\n"),
    World("pop3-in-use", "login.in-use", only="pop3", around=(parts.logged_in("pop3"),),
          dovecot="protocol pop3 {\n  pop3_lock_session = yes\n}\n"),
    World("only-oauth", "login.oauth-needed", dovecot="auth_mechanisms = xoauth2 oauthbearer\n"),
    World("no-mechanism-for-us", "login.not-offered", dovecot="auth_mechanisms = cram-md5\n"),
    World("slow-login", "login.slow", only="imap", dovecot=after(16)),
    World("silent-after-the-password", "login.silent", only="imap", dovecot=after(600), scale=0.2),
]
