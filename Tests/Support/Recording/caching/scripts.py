"""The scripts of `Tests/LabTests/Edge/Observed`, whose form is told in CacheScripts.swift."""

import dataclasses
import pathlib
import re

HOME = pathlib.Path(__file__).resolve().parents[4]
FOLDER = HOME / "Tests/LabTests/Edge/Observed"
WORDS = "MUST NOT|MUST|SHOULD NOT|SHOULD|MAY"


@dataclasses.dataclass
class Answer:
    """What the origin says."""

    status: int  # 0 closes the connection
    manner: str  # "", "cut" or "slow"
    fields: list


@dataclasses.dataclass
class Request:
    count: int
    method: str
    target: str
    fields: list
    shown: list
    allowed: list


@dataclasses.dataclass
class Script:
    number: int
    title: str
    word: str
    source: str
    topic: str
    steps: list  # an Answer, a number of seconds, or a Request

    def requests(self):
        return [step for step in self.steps if isinstance(step, Request)]

    def judged(self, outcomes):
        """Which of the outcomes the RFC does not allow: their indices."""
        return [place for place, (told, asked) in enumerate(zip(outcomes, self.requests())) if told not in asked.allowed]


def fields(words):
    pairs = (word.split(":", 1) for word in words)
    return [(name.strip(), value.strip()) for name, value in pairs]


def step(line):
    if line.startswith("wait "):
        return int(line[5:])
    if line.startswith("origin "):
        what, *rest = line[7:].split("; ")
        status, _, manner = what.partition(" ")
        return Answer(0 if status == "closes" else int(status), manner, fields(rest))
    asked, allowed = line.split(" -> ")
    asked, _, shown = asked.partition(" ? ")
    what, *rest = asked.split("; ")
    count, what = re.fullmatch(r"(?:(\d+) x )?(.*)", what).groups()
    method, _, target = what.partition(" ")
    return Request(
        int(count or 1), method, target or "map", fields(rest), shown.split(", ") if shown else [], allowed.split(" | "))


def scripts():
    """All of them, in the order of CacheScripts.all."""
    order = re.search(r"\[(.*)\]", (FOLDER / "CacheScripts.swift").read_text())[1].split(", ")
    sources = "".join(file.read_text() for file in FOLDER.glob("CacheScripts+*.swift"))
    found = []
    for topic in order:
        text = re.search(rf'let {topic} = #"""\n(.*?)    """#', sources, re.S)[1]
        for part in re.split(r"^ *\* ", text, flags=re.M)[1:]:
            title, rule, *lines = [line.strip() for line in part.strip().splitlines()]
            word, source = re.fullmatch(rf"({WORDS}) (.*)", rule).groups()
            found.append(Script(len(found) + 1, title, word, source, topic, [step(line) for line in lines]))
    return found
