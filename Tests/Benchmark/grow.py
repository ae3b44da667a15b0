#!/usr/bin/env python3
"""Grows a copy of the workbook to as many exercises as a learner will have one day.

usage: Tests/Benchmark/grow.py SOURCE TARGET COUNT

The new exercises are the real ones under other names: `Header` again as `HeaderB`, with its functions and types renamed
alike, in the same chapter. In the copy every exercise is solved.
"""
import pathlib
import re
import shutil
import string
import sys


def declared(solution):
    """The names that a solution declares for others."""
    pattern = r"^(?:public )?(?:func|struct|final class|class|enum|actor)\s+([A-Za-z_]\w*)"
    return set(re.findall(pattern, solution, re.M))


def renamed(text, names, suffix):
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<![.\w]){name}\b", name + suffix, text)
    return text


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    source, target, count = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    for name in ["Package.swift", "Chapters", "Exercises", "Solutions", "Tests", "grader"]:
        path = source / name
        (shutil.copytree if path.is_dir() else shutil.copy)(path, target / name)
    real = sorted((target / "Solutions").glob("*/*.swift"))
    total = len(real)
    for suffix in string.ascii_uppercase[1:]:
        for solution in real:
            if total >= count:
                break
            chapter = solution.parent.name
            stem = solution.stem
            name = stem.split("-", 1)[1]
            number = len(list(solution.parent.glob("*.swift"))) + 1
            new = f"{number:02d}-{name}{suffix}"
            names = declared(solution.read_text())
            suite = target / "Tests" / chapter / f"{stem}Tests.swift"
            text = renamed(suite.read_text(), names | {f"{name}Tests"}, suffix)
            # `HeaderTestsB` would answer the filter of `HeaderTests`.
            text = text.replace(f"{name}Tests{suffix}", f"{name}{suffix}Tests")
            (target / "Tests" / chapter / f"{new}Tests.swift").write_text(text)
            (solution.parent / f"{new}.swift").write_text(renamed(solution.read_text(), names, suffix))
            page = target / "Chapters/PostRoad/PostRoad.docc" / chapter
            shutil.copy(page / f"{stem}.md", page / f"{new}.md")
            total += 1
    for solution in (target / "Solutions").glob("*/*.swift"):
        shutil.copy(solution, target / "Exercises" / solution.parent.name / solution.name)
    print(f"{total} exercises")


main()
