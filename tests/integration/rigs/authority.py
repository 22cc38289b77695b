"""A private certificate authority made with the openssl program, and the certificates that tests need."""

import pathlib

from . import process

CONFIG = """
[ca]
default_ca = house
[house]
dir = {folder}
database = $dir/index.txt
new_certs_dir = $dir
serial = $dir/serial
unique_subject = no
default_md = sha256
policy = anything
copy_extensions = copy
[anything]
commonName = supplied
[req]
distinguished_name = nobody
x509_extensions = authority
[nobody]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
"""


class Certificate:
    def __init__(self, chain, key):
        self.chain, self.key = chain, key


class Authority:
    """`folder` is made; it must be readable for the users that servers change to."""

    def __init__(self, folder, name="Todoku test authority"):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.folder.joinpath("index.txt").touch()
        self.folder.joinpath("serial").write_text("1000\n")
        self._config = self.folder / "openssl.cnf"
        self._config.write_text(CONFIG.format(folder=self.folder))
        self.certificate, self._key = self.folder / "ca.pem", self.folder / "ca.key"
        request = self.folder / "ca.csr"
        self._openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=" + name.replace("/", "\\/"),
                      "-config", self._config, "-keyout", self._key, "-out", request)
        # Long enough for a PC whose clock is years off: then only what the authority issued is out of its time.
        self._openssl("ca", "-batch", "-notext", "-selfsign", "-config", self._config, "-keyfile", self._key,
                      "-extensions", "authority", "-startdate", "20000101000000Z", "-enddate", "20491231000000Z",
                      "-in", request, "-out", self.certificate)

    def issue(self, label, names, start=None, end=None, key_bits=2048, digest="sha256", days=30):
        """Signed by this authority. `start`, `end`: YYYYMMDDHHMMSSZ, else from now for `days` days."""
        key, request, chain = (self.folder / f"{label}.{kind}" for kind in ("key", "csr", "pem"))
        self._openssl("req", "-new", "-newkey", f"rsa:{key_bits}", "-nodes", "-subj", f"/CN={names[0]}",
                      "-addext", self._names(names), "-config", self._config, "-keyout", key, "-out", request)
        validity = ["-startdate", start, "-enddate", end] if start else ["-days", str(days)]
        self._sign(request, chain, *validity, "-md", digest)
        return Certificate(chain, key)

    def below(self, label):
        """An intermediate authority: what it issues needs its certificate to be sent along."""
        child = Authority(self.folder / label, label)
        self._sign(child.folder / "ca.csr", child.certificate, "-days", "30", "-extensions", "authority")
        return child

    def _sign(self, request, chain, *options):
        self._openssl("ca", "-batch", "-notext", "-config", self._config, "-cert", self.certificate,
                      "-keyfile", self._key, *options, "-in", request, "-out", chain)

    def expired(self, names):
        return self.issue("expired", names, "20200101000000Z", "20210101000000Z")

    def with_its_authority(self, names):
        """The whole chain up to the root: who does not know the root can see that nothing is missing."""
        leaf = self.issue("whole", names)
        leaf.chain.write_text(leaf.chain.read_text() + self.certificate.read_text())
        return leaf

    def self_signed(self, names):
        key, chain = self.folder / "self.key", self.folder / "self.pem"
        self._openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", f"/CN={names[0]}",
                      "-addext", self._names(names), "-keyout", key, "-out", chain)
        return Certificate(chain, key)

    def base64(self):
        """For programs that take a certificate as one word."""
        lines = self.certificate.read_text().splitlines()
        inside = lines[lines.index("-----BEGIN CERTIFICATE-----") + 1:]
        return "".join(inside[:inside.index("-----END CERTIFICATE-----")])

    @staticmethod
    def _names(names):
        return "subjectAltName=" + ",".join(f"DNS:{name}" for name in names)

    @staticmethod
    def _openssl(*arguments):
        process.run(["openssl", *map(str, arguments)])
