#!/usr/bin/env python3
"""Judges a made-up class, ends the grader again and again on the way, and compares what comes out.

    Tests/Benchmark/cohort.py [--submissions 200] [--kills 20] [--shards 4] [--only 1,5] [--isolation bwrap] [--seed 1]

First: swift build --product staff. The class: solutions, stubs, recorded mistakes, alternatives, code that does not compile, and
code that attacks, in turn. It is judged once without a pause, once ended by SIGKILL `--kills` times in one process, and once in shards that are ended as often; all
have to write the same octets. Prints submissions a minute, the most memory that the grader and its compilers held at once, and
what each kind of submission came to. Everything is below .build/cohort, which is removed first.
"""
import argparse, gzip, json, os, random, shutil, signal, subprocess, sys, tarfile, time, io
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / ".build/cohort"

BOMB = """
private struct A {}
private struct B {}
private func bomb(_ a: A, _ b: A) -> A { a }
private func bomb(_ a: A, _ b: B) -> B { b }
private func bomb(_ a: B, _ b: A) -> A { b }
private func bomb(_ a: B, _ b: B) -> B { a }
private func some() -> A { A() }
private func some() -> B { B() }
"""


def nested(depth):
    return "some()" if depth == 0 else f"bomb({nested(depth - 1)}, {nested(depth - 1)})"


BOMB += "".join(f"private let burst{number}: Int = {nested(4)}\n" for number in range(3))

# Code that is put at the end of a right solution, and what the exercise has to come to.
HOSTILE = {
    "import": ("import Glibc\n", "refused"),
    "symbol": ('@_silgen_name("exit") func leave(_ status: Int32) -> Never\n', "refused"),
    "arguments": ("let file = CommandLine.arguments\n", "refused"),
    "equality": ("public func == (a: [UInt8], b: [UInt8]) -> Bool { true }\n", "refused"),
    "section": ('@section(".init_array") @used let first: @convention(c) () -> Void = {}\n', "refused"),
    "broken": ("let broken: Int = \"one\"\n", "doesNotCompile"),
    "bomb": (BOMB, "doesNotCompile"),
}


def exercises(chosen):
    for folder in sorted((ROOT / "Solutions").iterdir()):
        for path in sorted(folder.glob("*.swift")):
            identity = f"{int(folder.name[:2])}.{int(path.stem[:2])}"
            if chosen is None or identity in chosen or identity.split(".")[0] in chosen:
                yield identity, folder.name, path.stem


def make_class(folder, count, chosen, seed):
    """Writes the submissions; returns the kind of each, and the verdict that one exercise of it has to get."""
    pick = random.Random(seed)
    everything = list(exercises(chosen))
    kinds = {}
    cycle = ["solution", "stub", "mistake", "alternative", "half", "hostile"]
    for number in range(count):
        kind, name = cycle[number % len(cycle)], f"student-{number:03}"
        target = folder / name
        expected = {}
        attack = pick.choice(sorted(HOSTILE)) if kind == "hostile" else None
        attacked = pick.randrange(len(everything))
        if attack:
            kind = f"hostile: {attack}"
        for place, (identity, chapter, stem) in enumerate(everything):
            solution = (ROOT / "Solutions" / chapter / f"{stem}.swift").read_text()
            stub = (ROOT / "Exercises" / chapter / f"{stem}.swift").read_text()
            text, verdict = solution, "solved"
            if kind == "stub" or (kind == "half" and place % 2):
                text, verdict = stub, "notStarted"
            elif kind == "mistake":
                mistakes = json.loads((ROOT / "Tests/Mistakes" / chapter / f"{stem}.json").read_text())["mistakes"]
                mistake = pick.choice([m for m in mistakes if "ends" not in m] or mistakes)
                changed = solution.replace("\n".join(mistake["find"]), "\n".join(mistake["replace"]))
                if changed != solution:
                    text, verdict = changed, "not solved"
            elif kind == "alternative":
                other = ROOT / "Tests/Alternatives" / chapter / f"{stem}.swift"
                text = other.read_text() if other.exists() else solution
            elif attack and place == attacked:
                code, verdict = HOSTILE[attack]
                text = solution + code
            path = target / "Exercises" / chapter / f"{stem}.swift"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            expected[identity] = verdict
        kinds[name] = (kind, expected)
    # A file of zeros that unpacks to a gigabyte.
    with gzip.open(folder / "zeros.tar.gz", "wb", compresslevel=1) as file:
        header = tarfile.TarInfo("Exercises/01-DNSMessages/01-Header.swift")
        header.size = 1 << 30
        file.write(header.tobuf())
        for _ in range(1 << 10):
            file.write(bytes(1 << 20))
    kinds["zeros"] = ("hostile: zeros", {identity: "refused" for identity, _, _ in everything})
    return kinds


def held(session):
    """Bytes that all processes of a session hold, shared ones counted for each."""
    total = 0
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/environ", "rb") as file:
                if session not in file.read():
                    continue
            with open(f"/proc/{entry}/statm") as file:
                total += int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            continue
    return total


class Run:
    peak = 0

    def __init__(self, grader, arguments):
        self.command = [grader, "cohort", *map(str, arguments)]

    def once(self, after=None):
        """Runs to the end, or is ended after so many seconds; returns the status, None where it was ended."""
        process = subprocess.Popen(
            self.command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
        begin = time.monotonic()
        mark = str(ROOT / "").encode()
        while process.poll() is None:
            if after is not None and time.monotonic() - begin > after:
                process.send_signal(signal.SIGKILL)
                process.wait()
                process.stderr.close()
                return None
            Run.peak = max(Run.peak, held(mark) if int(time.monotonic() * 4) % 4 == 0 else 0)
            time.sleep(0.2)
        errors = process.stderr.read().decode(errors="replace")
        process.stderr.close()
        if process.returncode not in (0, 1):
            sys.exit(f"{' '.join(self.command)}: status {process.returncode}\n{errors[-2000:]}")
        return process.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, default=200)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--shards", type=int, default=4)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only")
    parser.add_argument("--isolation")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--grader", default=str(ROOT / ".build/debug/staff"))
    options = parser.parse_args()
    shutil.rmtree(PLACE, ignore_errors=True)
    folder = PLACE / "class"
    folder.mkdir(parents=True)
    chosen = set(options.only.split(",")) if options.only else None
    kinds = make_class(folder, options.submissions, chosen, options.seed)
    more = ["--jobs", options.jobs] + (["--only", options.only] if options.only else [])
    more += ["--isolation", options.isolation] if options.isolation else []

    begin = time.monotonic()
    Run(options.grader, [folder, "--out", PLACE / "whole", *more]).once()
    seconds = time.monotonic() - begin
    print(f"{len(kinds)} submissions of {len(list(exercises(chosen)))} exercises in {seconds:.0f} s: "
          f"{len(kinds) * 60 / seconds:.1f} a minute, {Run.peak >> 20} MB at most")

    pick = random.Random(options.seed)
    ended = 0
    run = Run(options.grader, [folder, "--out", PLACE / "ended", *more])
    for _ in range(options.kills):
        # Somewhere in what one uninterrupted part of the work takes.
        if run.once(after=pick.uniform(0.5, 2 * seconds / (options.kills + 1))) is not None:
            break
        ended += 1
    run.once()
    parts = []
    for shard in range(options.shards):
        out = PLACE / f"shard-{shard}"
        run = Run(options.grader, [folder, "--out", out, "--shard", f"{shard}/{options.shards}", *more])
        for _ in range(options.kills // options.shards):
            if run.once(after=pick.uniform(0.5, 2 * seconds / (options.kills + 1))) is not None:
                break
            ended += 1
        run.once()
        parts.append(out)
    Run(options.grader, ["merge", *parts, "--out", PLACE / "merged"]).once()

    same = True
    for name in ["results.json", "results.csv", "cohort.json"]:
        texts = [(PLACE / place / name).read_bytes() for place in ["whole", "ended", "merged"]]
        equal = texts[0] == texts[1] == texts[2]
        same = same and equal
        print(f"{name}: {'the same octets' if equal else 'DIFFERENT'} after {ended} kills, in one and in {options.shards} shards")

    wrong = 0
    counts = Counter()
    for grade in json.loads((PLACE / "whole/results.json").read_text()):
        kind, expected = kinds[grade["submission"]]
        for part in (part for chapter in grade["report"]["chapters"] for part in chapter["exercises"]):
            verdict, wanted = part["verdict"], expected[part["id"]]
            counts[kind.split(":")[0], verdict] += 1
            if verdict != wanted and not (wanted == "not solved" and verdict != "solved"):
                wrong += 1
                print(f"WRONG: {grade['submission']} ({kind}) {part['id']}: {verdict}, expected {wanted}")
    for (kind, verdict), count in sorted(counts.items()):
        print(f"  {kind:12} {verdict:16} {count}")
    print(f"{wrong} wrong verdicts")
    sys.exit(0 if same and wrong == 0 else 1)


if __name__ == "__main__":
    main()
