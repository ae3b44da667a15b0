"""An origin on loopback that says what a script tells it to say, and remembers what it was asked."""

import email.utils
import re
import socket
import threading
import time

PHRASES = {200: "OK", 201: "Created", 206: "Partial Content", 302: "Found", 304: "Not Modified", 404: "Not Found"}


class Play:
    """What is under way of one script."""

    def __init__(self, folder):
        self.folder, self.answer, self.body, self.asked, self.lock = folder, None, 0, [], threading.Lock()

    def bytes(self, method, fields):
        """The answer to a request, and its entry in the list of what was asked."""
        answer, entry = self.answer, {"method": method, "fields": fields, "status": self.answer.status, "body": 0}
        with self.lock:
            self.asked.append(entry)
            told = [(name, self.filled(value)) for name, value in answer.fields]
            if answer.status == 206 and "range" not in fields:
                # Nobody has asked for a part.
                entry["status"], told = 200, [(name, value) for name, value in told if name != "Content-Range"]
            values = {name.lower(): value for name, value in told}
            tags = [tag.strip().removeprefix("W/") for tag in fields.get("if-none-match", "").split(",")]
            date = fields.get("if-modified-since")
            if answer.status == 200 and method in ("GET", "HEAD") and (
                values.get("etag") in tags or date and "if-none-match" not in fields and values.get("last-modified") == date
            ):
                entry["status"] = 304
            else:
                self.body += 1
                entry["body"] = self.body
        if not answer.status:
            return b"", entry
        body = f"{entry['body']:03} is the map\n".encode() if entry["status"] != 304 else b""
        if entry["status"] == 206:
            body = body[:4]
        if "date" not in values:
            told.append(("Date", email.utils.formatdate(usegmt=True)))
        if entry["status"] != 304:
            told.append(("Content-Length", str(len(body))))
        head = f"HTTP/1.1 {entry['status']} {PHRASES.get(entry['status'], 'Unknown')}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in told)
        if method == "HEAD":
            body = b""
        return head.encode() + b"\r\n" + (body[:5] if answer.manner == "cut" else body), entry

    def filled(self, value):
        value = value.replace("{folder}", self.folder)
        return re.sub(r"\{now([+-]\d+)\}", lambda told: email.utils.formatdate(time.time() + int(told[1]), usegmt=True), value)


class Origin:
    """Listens until it is closed. A script is known by the first part of the path."""

    def __init__(self, port):
        self.plays = {}
        self.listener = socket.create_server(("127.0.0.1", port), backlog=512)
        threading.Thread(target=self.accept, daemon=True).start()

    def play(self, folder):
        self.plays[folder] = Play(folder)
        return self.plays[folder]

    def close(self):
        self.listener.close()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with connection:
            waiting = b""
            while True:
                while b"\r\n\r\n" not in waiting:
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    waiting += piece
                head, waiting = waiting.split(b"\r\n\r\n", 1)
                line, *lines = head.decode("latin-1").split("\r\n")
                method, target, _ = line.split(" ", 2)
                fields = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines)}
                length = int(fields.get("content-length", 0))
                while len(waiting) < length:
                    waiting += connection.recv(65536)
                waiting = waiting[length:]
                play = self.plays.get("/" + target.split("/")[1] + "/")
                if not play:  # Squid asks a server that it does not know yet for its digest
                    connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                    continue
                reply, _ = play.bytes(method, fields)
                if play.answer.manner == "slow":
                    time.sleep(0.4)
                connection.sendall(reply)
                if play.answer.manner == "cut" or not reply:
                    return
