"""What was recorded from real servers, read out of the suites' Swift."""

import pathlib
import re

SUPPORT = pathlib.Path(__file__).resolve().parents[2] / "Tests/Support"


def found(file, pattern):
    match = re.search(pattern, (SUPPORT / file).read_text(), re.S)
    if match is None:
        raise SystemExit(f"{file} has nothing of the form {pattern}: has it been recorded anew?")
    return match.group(1)


def picks(file, name):
    """A row of picks, a letter each."""
    return re.sub(r"[\s\\]", "", found(file, rf'let {name} = """(.*?)"""'))


def numbers(file, name):
    return [int(number) for number in found(file, rf"let {name} = \[(.*?)\]").split(",")]


def reply(file, question):
    """The bytes of the first reply to a question, in the words of dig."""
    return bytes.fromhex(found(file, rf"@ reply udp {re.escape(question)}\n([\s0-9a-f]*)\n"))


def authority_reply(question):
    """The bytes of NSD's reply among the recorded headers."""
    file = "01-DNSMessages/RecordedAuthorityReplies.swift"
    return bytes.fromhex(found(file, rf'question: "{re.escape(question)}".*?hex: """(.*?)"""'))
