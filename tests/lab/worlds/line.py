"""The internet line between the PC and the provider: what it drops, cuts, and answers in another's name."""

import parts
from rigs import authority
from world import World

MAIL = "tcp dport { 25, 110, 143, 465, 587, 993, 995 }"
LARGE = "meta length > 1400 drop"
PORT_25 = {"outgoing": [{"host": "smtp.todoku.test", "port": 25, "security": "starttls", "auth": True,
                         "user": ["address"]}]}

LONG = authority.Authority.with_its_authority
# The firewall shall see the packets that the wire would carry, not the bundles that a network card would cut up.
ONE_BY_ONE = parts.at_both_ends("ip -n {server} link set dev wire gso_max_segs 1",
                                undo=("ip -n {server} link set dev wire gso_max_segs 65535",))

WORLDS = [
    World("op25b", "line.port25-blocked", walls=("tcp dport 25 drop",), pack=PORT_25, scale=0.3),
    World("port-25-forbidden", "line.port25-blocked", pack=PORT_25, scale=0.3,
          walls=("tcp dport 25 reject with icmpx type admin-prohibited",)),
    World("ipv6-dropped", "line.ipv6-broken", walls=("meta nfproto ipv6 meta l4proto tcp drop",), scale=0.3),
    World("ipv6-dropped-for-mail-only", "line.ipv6-broken", walls=(f"meta nfproto ipv6 {MAIL} drop",), scale=0.3),
    World("large-packets-dropped", "line.mtu-blackhole", leaving=(LARGE,), certificate=LONG, around=(ONE_BY_ONE,),
          scale=0.3),
    World("large-packets-dropped-over-ipv4", "line.mtu-blackhole", leaving=("meta nfproto ipv4 " + LARGE,),
          certificate=LONG, around=(ONE_BY_ONE, parts.without_ipv6()), scale=0.3),
    World("mail-ports-dropped-web-open", "line.mail-ports-blocked", walls=(f"{MAIL} drop",), scale=0.2),
    World("mail-ports-dropped-own-web-open", "line.mail-ports-blocked", walls=(f"{MAIL} drop",), scale=0.2,
          around=(parts.portal(),), redirects=("ip daddr 203.0.113.2 tcp dport 80 redirect to :8080",)),
    World("nothing-gets-through", "line.no-internet", walls=("drop",), internet=False, scale=0.2),
    World("captive-portal", "line.captive-portal", around=(parts.portal("tls"),), internet=False, scale=0.3,
          redirects=("tcp dport 80 redirect to :8080", "tcp dport { 443, 465, 993, 995 } redirect to :8443"),
          walls=("tcp dport { 25, 110, 143, 587 } drop",)),
    World("captive-portal-for-everything", "line.captive-portal", internet=False, scale=0.3, redirects=(
        "tcp dport 80 redirect to :8080", "tcp dport { 25, 110, 143, 443, 465, 587, 993, 995 } redirect to :8443"),
        around=(parts.portal("tls"),)),
    # Encryption and capabilities fit into so many bytes, the log-in behind them does not.
    World("cut-after-some-bytes", "line.cut-at-step", around=(parts.without_ipv6(),), scale=0.3,
          walls=("tcp dport { 993, 995 } ct original bytes > 1100 reject with tcp reset",)),
    World("transparent-smtp-proxy", "line.mail-proxy", around=(parts.another_postfix("hotel.test", 10025),),
          redirects=("tcp dport { 25, 587 } redirect to :10025",), scale=0.3),
]
