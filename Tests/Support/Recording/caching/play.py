"""Plays scripts to a cache, and says in a word what came of each request."""

import http.client
import re
import socket
import threading
import time

from scripts import Answer

CONDITIONS = ("if-none-match", "if-modified-since")
# A refresh may begin once the answer is on its way.
AFTERWARDS = 0.4


class Reply:
    """What a client got; its status is 0 where that is no answer, and -1 where the body ends too soon."""

    def __init__(self, port, request, folder):
        self.status, self.fields, self.body = 0, {}, b""
        lines = [f"{request.method} {folder}{request.target} HTTP/1.1", "Host: www.postroad.example", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in request.fields]
        if request.method in ("POST", "PUT"):
            lines.append("Content-Length: 0")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
                connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
                response = http.client.HTTPResponse(connection, method=request.method)
                response.begin()
                self.status, self.fields = response.status, response.headers
                self.body = response.read()
        except http.client.IncompleteRead:
            self.status = -1
        except (http.client.HTTPException, OSError):
            self.status = self.status and -1

    @property
    def number(self):
        """Which of the origin's bodies it is, or 0."""
        found = re.match(rb"(\d{3}) ", self.body)
        return int(found[1]) if found else 0


def outcome(request, reply, asked):
    """The word for what came of a request."""
    own = {name.lower(): value for name, value in request.fields}
    conditional = [e for e in asked if any(e["fields"].get(name) not in (None, own.get(name)) for name in CONDITIONS)]
    answers = [entry for entry in asked if 0 < entry["status"] < 500]
    if reply.status == -1:
        word = "broken"
    elif asked and (reply.status == 0 or reply.status >= 500):
        return "failed"
    elif not asked:
        word = "refused" if reply.status == 0 or reply.status >= 400 and reply.status != 416 and not reply.number else "hit"
    elif reply.number and reply.number in [entry["body"] for entry in asked]:
        word = "replaced" if conditional else "miss"
    elif not answers:
        word = "stale"
    elif any(entry["status"] == 304 for entry in conditional):
        word = "validated"
    elif reply.number:
        word = "refreshed"
    else:
        word = "replaced" if conditional else "miss"
    if reply.status not in (200, -1):
        word += f" {reply.status}"
    return " ".join([word, *(shown(item, reply) for item in request.shown)])


def shown(item, reply):
    if item == "body":
        return f"body {reply.number}"
    name, sign, value = re.fullmatch(r"([\w-]+)(?:([=>])(.*))?", item).groups()
    told = reply.fields.get(name)
    holds = told is not None and (not sign or (told == value if sign == "=" else told.isdigit() and int(told) > int(value)))
    return f"with{'' if holds else 'out'} {item}"


def together(port, request, play):
    """The word for what came of several at once."""
    replies = []
    threads = [
        threading.Thread(target=lambda: replies.append(Reply(port, request, play.folder))) for _ in range(request.count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if any(reply.status != 200 for reply in replies):
        return "failed"
    return {1: "one", request.count: "all"}.get(len(play.asked), "some") + " asked"


def played(script, port, origin):
    """The outcomes of a script's requests."""
    play, outcomes = origin.play(f"/s{script.number:02}/"), []
    for step in script.steps:
        if isinstance(step, Answer):
            play.answer = step
        elif isinstance(step, int):
            # A little more than whole seconds, so that none is rounded away.
            time.sleep(step + 0.2)
        else:
            play.asked = []
            if step.count > 1:
                outcomes.append(together(port, step, play))
            else:
                reply = Reply(port, step, play.folder)
                time.sleep(AFTERWARDS)
                outcomes.append(outcome(step, reply, list(play.asked)))
    return outcomes


def played_all(scripts, port, origin):
    """The outcomes of all, which are played at once: each has a folder of its own."""
    outcomes = [None] * len(scripts)

    def one(place):
        outcomes[place] = played(scripts[place], port, origin)

    threads = [threading.Thread(target=one, args=(place,)) for place in range(len(scripts))]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    for thread in threads:
        thread.join()
    return outcomes
