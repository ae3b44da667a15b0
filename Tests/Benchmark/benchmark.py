#!/usr/bin/env python3
"""How fast an answer comes, against `swift test`: both in turn, on a copy of the workbook grown to 100 exercises.

usage: Tests/Benchmark/benchmark.py [--rounds 7] [--cold-rounds 3] [--exercises 100] [--only NAME …]

Prints a table of medians and of the median of the ratios round by round, which holds when the machine's speed drifts.
Needs nothing but the toolchain and Python's standard library; takes about half an hour.
"""
import argparse
import os
import pathlib
import pty
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
EXERCISE = "Exercises/01-DNSMessages/01-Header.swift"
GUARD = "  guard message.count >= DNS.Header.length else {"
QUIET = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


def timed(command, folder):
    start = time.monotonic()
    code = subprocess.run(command, cwd=folder, **QUIET).returncode
    return time.monotonic() - start, code


class Book:
    """A grown copy with everything solved and built."""

    def __init__(self, folder, count):
        self.folder = folder
        subprocess.run([sys.executable, HOME / "Tests/Benchmark/grow.py", HOME, folder, str(count)], check=True)
        self.file = folder / EXERCISE
        self.text = self.file.read_text()
        self.edits = 0

    def fresh(self, kind):
        """The solved file as it never was before."""
        self.edits += 1
        if kind == "body":
            line = f"  precondition(message.count < {1_000_000 + self.edits})\n"
            return self.text.replace(GUARD, line + GUARD)
        return self.text + f"\nfunc helper{self.edits}() -> Int {{ {self.edits} }}\n"

    def edit(self, kind):
        """Changes the file in a way no earlier edit did."""
        self.file.write_text(self.fresh(kind))
        # SwiftPM compares whole seconds.
        time.sleep(1.1)

    def warm(self):
        subprocess.run(["swift", "build", "--product", "grader"], cwd=self.folder, check=True, **QUIET)
        subprocess.run(["swift", "build", "--build-tests"], cwd=self.folder, check=True, **QUIET)
        self.grader = str(self.folder / ".build/debug/grader")
        timed([self.grader, "--json"], self.folder)

    def expect(self, command):
        seconds, code = timed(command, self.folder)
        if code != 0:
            raise SystemExit(f"{command} ended with {code}")
        return seconds


def edit_run(book, kind, rounds):
    test = ["swift", "test", "--filter", "HeaderTests"]
    run = [book.grader, "run", "1.1"]
    book.expect(run)
    for _ in range(rounds):
        book.edit(kind)
        ours = book.expect(run)
        book.edit(kind)
        yield ours, book.expect(test)


class Watcher:
    """`grader watch` on a terminal of its own."""

    def __init__(self, book):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(book.folder)
            os.environ["TERM"] = "xterm"
            os.execv(book.grader, [book.grader, "watch", "1.1"])
        self.seen = ""

    def wait(self, words, seconds=300):
        """Reads until the words are there, and no further: what comes after them is for the next wait."""
        end = time.monotonic() + seconds
        while True:
            self.seen = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.seen)
            if words in self.seen:
                self.seen = self.seen.split(words, 1)[1]
                return
            if time.monotonic() > end:
                raise SystemExit(f"watch never said: {words}")
            if select.select([self.terminal], [], [], 0.005)[0]:
                self.seen += os.read(self.terminal, 65536).decode(errors="replace")

    def end(self):
        os.write(self.terminal, b"q")
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def edit_watch(book, rounds):
    test = ["swift", "test", "--filter", "HeaderTests"]
    watcher = Watcher(book)
    # In the grown copy all is solved: the step says so only once a verdict is there.
    solved = "so is every other exercise"
    watcher.wait(solved)
    for _ in range(rounds):
        # A save that breaks it, and one that mends it: the verdict on the screen is another each time, and neither text was
        # ever judged before.
        times = []
        for wrong, words in [(True, "failing"), (False, solved)]:
            text = book.fresh("body")
            if wrong:
                text = text.replace("word(at: 10)", "word(at: 8)")
            start = time.monotonic()
            book.file.write_text(text)
            watcher.wait(words)
            times.append(time.monotonic() - start)
            time.sleep(0.3)
        book.edit("body")
        watcher.wait("judging")
        watcher.wait(solved)
        reference = book.expect(test)
        book.file.write_text(book.text)
        watcher.wait("judging")
        watcher.wait(solved)
        yield statistics.mean(times), reference
    watcher.end()


def everything(book, rounds):
    book.expect([book.grader])
    book.expect(["swift", "test"])
    for _ in range(rounds):
        book.edit("body")
        ours = book.expect([book.grader])
        book.edit("body")
        yield ours, book.expect(["swift", "test"])


def unchanged(book, rounds):
    """All is solved and judged, and nothing changed: the aim is a time, and the other side what `swift test` takes to say so."""
    book.expect([book.grader])
    book.expect(["swift", "test"])
    for _ in range(rounds):
        yield book.expect([book.grader]), book.expect(["swift", "test"])


def cold(book, rounds, command, wrote_first):
    """A command in a fresh clone, which holds stubs, or all but the first exercise, against `swift test --filter HeaderTests` in another."""
    for _ in range(rounds):
        sides = []
        for side in (command, ["swift", "test", "--filter", "HeaderTests"]):
            with tempfile.TemporaryDirectory() as clone:
                for name in ["Package.swift", "Chapters", "Exercises", "Solutions", "Tests", "grader"]:
                    path = book.folder / name
                    (shutil.copytree if path.is_dir() else shutil.copy)(path, pathlib.Path(clone) / name)
                subprocess.run([book.grader, "stubs", "--force"], cwd=clone, **QUIET)
                if wrote_first:
                    shutil.copy(book.folder / "Solutions/01-DNSMessages/01-Header.swift", pathlib.Path(clone) / EXERCISE)
                shutil.rmtree(pathlib.Path(clone) / ".build", ignore_errors=True)
                sides.append(timed(side, clone)[0])
        yield tuple(sides)


RUN = ["swift", "run", "grader"]

# Name, title, aim, whether it is done in a fresh clone, and the measurement.
BENCHMARKS = [
    ("body", "body edit → `run 1.1`", "≤ 0.45", False, lambda b, n: edit_run(b, "body", n)),
    ("watch", "body edit → verdict in `watch`", "≤ 0.35", False, edit_watch),
    ("function", "new function → `run 1.1`", "≤ 0.1", False, lambda b, n: edit_run(b, "function", n)),
    ("everything", "one edit → everything judged again", "≤ 0.8", False, everything),
    ("unchanged", "nothing changed → report", "≤ 0.3 s", False, unchanged),
    ("report", "fresh clone → first report", "≤ 0.10", True, lambda b, n: cold(b, n, RUN, False)),
    ("verdict", "fresh clone → first verdict", "≤ 0.17", True, lambda b, n: cold(b, n, RUN + ["run", "1.1"], True)),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--cold-rounds", type=int, default=3)
    parser.add_argument("--exercises", type=int, default=100)
    parser.add_argument("--only", nargs="*", choices=[b[0] for b in BENCHMARKS])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = Book(pathlib.Path(folder).resolve(), options.exercises)
        book.warm()
        print("| from → to | grader | `swift test` | ratio | aim |\n|---|---|---|---|---|")
        for name, title, aim, is_cold, benchmark in BENCHMARKS:
            if options.only and name not in options.only:
                continue
            book.file.write_text(book.text)
            rounds = list(benchmark(book, options.cold_rounds if is_cold else options.rounds))
            ours, reference = (statistics.median(column) for column in zip(*rounds))
            ratio = statistics.median(a / b for a, b in rounds)
            print(f"| {title} | {ours:.2f} s | {reference:.2f} s | {ratio:.2f} | {aim} |", flush=True)


main()
