"""Writes the book's page about the four servers, out of the scripts and what was recorded."""

import re

from scripts import HOME, WORDS

PAGE = HOME / "Chapters/PostRoad/PostRoad.docc/CachesObserved.md"
TOPICS = [
    ("storing", "What is stored"), ("fields", "Fields"), ("freshness", "For how long it is fresh"), ("requests", "What a client asks for"),
    ("stale", "When the origin fails"), ("validation", "Asking whether it is still true"), ("variants", "Which response is meant"),
    ("changes", "What makes it invalid"),
]


def linked(source):
    """The sections of an RFC, each as a link."""
    number = re.match(r"RFC (\d+)", source)[1]
    sections = re.findall(r"§([\d.]+)", source)
    links = [f"[§{told}](https://www.rfc-editor.org/rfc/rfc{number}#section-{told})" for told in sections]
    return ("" if number == "9111" else f"RFC {number} ") + ", ".join(links)


def cell(script, told):
    """What the servers did, those that did the same together; those that the RFC does not allow last."""
    groups = {}
    for server, outcomes in told.items():
        wrong = script.judged(outcomes)
        words = ", ".join(f"**{word}**" if place in wrong else word for place, word in enumerate(outcomes))
        groups.setdefault((bool(wrong), words), []).append(re.sub(r" [\d.]+$", "", server))
    if len(groups) == 1 and not next(iter(groups))[0]:
        return next(iter(groups))[1]
    parts = sorted(groups.items(), key=lambda group: group[0][0])
    return "; ".join(f"{'✗ ' if wrong else ''}{', '.join(names)}: {words}" for (wrong, words), names in parts)


def counted(scripts, told, server, words):
    rows = [script for script in scripts if script.word in words]
    return len([script for script in rows if script.judged(told[script.title][server])]), len(rows)


def row(cells):
    return "| " + " | ".join(cell.replace("|", "\\|").replace("*:", "\\*:") for cell in cells) + " |"


def write(scripts, told):
    servers = list(told[scripts[0].title])
    words = WORDS.split("|")
    lines = [HEAD.format(count=len(scripts), servers=", ".join(servers[:-1]) + " and " + servers[-1])]
    groups = (words[:2], words[2:4])
    counts = [[counted(scripts, told, server, group) for group in groups] for server in servers]
    lines.append(row(["", *(f"{' and '.join(group)}, of {count[1]}: not kept" for group, count in zip(groups, counts[0]))]))
    lines.append(row(["---"] * 3))
    lines += [row([server, *(str(broken) for broken, _ in count)]) for server, count in zip(servers, counts)]
    lines.append(WORDS_TOLD)
    for topic, title in TOPICS:
        lines += [f"\n## {title}\n", row(["", "RFC", "here", "there"]), row(["---"] * 4)]
        for script in scripts:
            if script.topic == topic:
                ours = [request.allowed[0] for request in script.requests()]
                rule = f"{script.word} {linked(script.source)}"
                lines.append(row([script.title, rule, ", ".join(ours), cell(script, told[script.title])]))
    PAGE.write_text("\n".join(lines) + "\n")


HEAD = """\
# What caches do

Small scripts, played to {servers} and to the `EdgeCache` that the exercises of chapter 4 make together.

There are {count}. Beside each is what [RFC 9111](https://www.rfc-editor.org/rfc/rfc9111) says, where no other RFC is named.

The servers were unpacked from Debian's packages and put in front of an origin that does what the script says. Their configurations, the scripts'
form and the program that wrote this page are in `Tests/Support/Recording/caching`. Only what makes a server a cache of that origin was configured;
nginx was also asked to validate, to refresh in the background and to let one request go ahead of many, and Squid the last of these. With other
configurations they do other things: Varnish's, for one, is a program.

Where the RFC leaves a choice, whatever it allows is right, and the last column tells who has chosen what. Where it does not, ✗ marks a server that
does something else. The column *here* is what a test asks of our own cache, word for word; *there* is what the servers did, without their names
where all did the same.
"""

WORDS_TOLD = """
| word | the origin was | the client got |
|---|---|---|
| hit | not asked | what is stored |
| miss | asked | its answer |
| validated | asked with the cache's own condition, and said 304 | what is stored |
| replaced | asked with the cache's own condition, and answered anew | its answer |
| refreshed | asked, and answered anew | what is stored, though |
| stale | asked, and failed | what is stored |
| failed | asked, and failed | an error |
| refused | not asked | an error |
| broken | asked | a body that ends too soon |

A row has a word for each of its requests, with the status where it is not 200, and with what else was looked at. Between two requests there may have
been some seconds, or a change at the origin: the script has them."""
