"""Encryption: certificates of every bad kind, old versions, and boxes that open the mail on its way."""

import dataclasses

import parts
from rigs import authority
from world import World

ANY_CIPHER = "ssl_cipher_list = ALL:@SECLEVEL=0\nssl_min_protocol = TLSv1\n"
OLD_POSTFIX = (("tls_medium_cipherlist", "ALL:@SECLEVEL=0"), ("smtpd_tls_ciphers", "medium"),
               ("smtpd_tls_mandatory_ciphers", "medium"))


def only(version):
    return (*OLD_POSTFIX, ("smtpd_tls_protocols", version), ("smtpd_tls_mandatory_protocols", version))


def without_intermediate(ca, names):
    return ca.below("forgotten").issue("leaf", names)


def weak(what):
    return lambda ca, names: ca.issue("weak" + "".join(map(str, what.values())), names, **what)


BOTH_TRUSTED = ("--ca", "{folder}/both.pem")

WORLDS = [
    World("expired", "tls.certificate-expired", certificate=authority.Authority.expired),
    World("not-yet-valid", "tls.certificate-not-yet-valid",
          certificate=lambda ca, names: ca.issue("future", names, "20400101000000Z", "20410101000000Z")),
    World("another-name", "tls.certificate-name", certificate=lambda ca, _: ca.issue("other", ["elsewhere.test"])),
    World("self-signed", "tls.certificate-self-signed", certificate=authority.Authority.self_signed),
    World("unknown-authority", "tls.certificate-unknown-authority", trusted=False,
          certificate=authority.Authority.with_its_authority),
    World("intermediate-missing", "tls.certificate-chain", may=("tls.certificate-unknown-authority",),
          certificate=without_intermediate),
    World("key-of-1024-bits", "tls.certificate-weak", certificate=weak({"key_bits": 1024}),
          dovecot=ANY_CIPHER, postfix=OLD_POSTFIX),
    World("signed-with-sha1", "tls.certificate-weak", certificate=weak({"digest": "sha1"}),
          dovecot=ANY_CIPHER, postfix=OLD_POSTFIX),
    World("only-tls-1.0", "tls.too-old", postfix=only("TLSv1")),
    World("only-tls-1.1", "tls.too-old", postfix=only("TLSv1.1")),
    World("tls-1.2-is-enough", "healthy", postfix=only("TLSv1.2")),
    World("no-common-cipher", "tls.handshake-failed", postfix=(
        ("tls_high_cipherlist", "aNULL"), ("tls_medium_cipherlist", "NULL-SHA:@SECLEVEL=0"),
        ("smtpd_tls_mandatory_protocols", "TLSv1.2"), ("smtpd_tls_mandatory_ciphers", "medium"))),
    World("starttls-not-offered", "tls.not-offered", postfix=(("smtpd_tls_security_level", "none"),)),
    World("starttls-refused", "tls.refused", postfix=(("smtpd_tls_security_level", "may"),
                                                      ("smtpd_discard_ehlo_keywords", ""),
                                                      ("smtpd_tls_key_file", "/nowhere"))),
    World("opened-by-an-antivirus", "pc.mail-intercepted", around=(parts.inspected("Avast Web/Mail Shield Root"),),
          redirects=parts.INSPECTED, options=BOTH_TRUSTED),
    World("opened-by-an-antivirus-untrusted", "pc.mail-intercepted",
          around=(parts.inspected("Avast Web/Mail Shield Root"),), redirects=parts.INSPECTED),
    World("opened-by-a-company", "tls.certificate-unknown-authority", may=("pc.mail-intercepted",),
          around=(parts.inspected("Yamada Trading Security Gateway", whole=True),), redirects=parts.INSPECTED),
    # Nobody can tell it from a provider that forgot a link of the chain: both are listed.
    World("opened-by-a-company-without-its-authority", "tls.certificate-chain",
          also=("tls.certificate-unknown-authority",), may=("pc.mail-intercepted",),
          around=(parts.inspected("Yamada Trading Security Gateway"),), redirects=parts.INSPECTED),
    World("clock-ten-years-back", "pc.clock-wrong", prefix=("faketime", "2016-01-01 12:00:00"),
          may=("tls.certificate-not-yet-valid",), scale=0.3),
    World("clock-ten-years-ahead", "pc.clock-wrong", prefix=("faketime", "2036-01-01 12:00:00"),
          may=("tls.certificate-expired",), scale=0.3),
]

# Nothing in them is a matter of time.
WORLDS = [dataclasses.replace(world, scale=0.3) for world in WORLDS]
