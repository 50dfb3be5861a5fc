#!/usr/bin/env python3
"""How time grows with one long text that is made of what writers and judges look for: web addresses, brackets, numbers, names.

usage: texts.py [--cpm build/release/cpm] [--out build/bench] [--sizes 110 220 440 880]

One row for each kind of text and command, with the seconds for each size in kB; linear time doubles from column to column.
"""
import argparse
import os
import subprocess
import sys
import time

PIECES = {"web address": "www.", "protocol": "http://", "email": "a@b.co ", "backquote": "`", "link": "[x](y) ", "entity": "&#35;",
          "security number": "123-45-6789 ", "names": "Maria Lopez, ", "emphasis": "*a_b* ", "tag": "<b>", "bar": "| a ",
          "case": "mother of Kevin ", "count": "3 families ", "telephone": "(530) 555-0142 ", "birth": "born 3/14/2012 ",
          "dollar": "$x$ ", "picture": "![", "heading": "# "}
COMMANDS = [["check", "--format", name] for name in ("text", "json", "sarif", "markdown", "html", "junit", "github", "gitlab")]
COMMANDS += [["report", "theory", "--format", name] for name in ("text", "markdown", "html", "json")]


def write_county(folder, piece, size):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "cpm.yaml"), "w", encoding="utf-8") as file:
        file.write("format: cpm/repository/1\ncounty: example\nacademy: ncta\nprivacy: {words: [abc]}\n")
    text = (piece * (size // len(piece) + 1))[:size]
    with open(os.path.join(folder, "theory-of-change.yaml"), "w", encoding="utf-8") as file:
        file.write(f'format: cpm/theory-of-change/1\ncounty: example\ntitle: T\nif:\n  - {{id: a, text: "{text}"}}\n'
                   "  - {id: b, text: two}\n  - {id: c, text: three}\nthen:\n  - text: four\n")


def seconds(command, folder):
    began = time.monotonic()
    try:
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return float("inf")
    return time.monotonic() - began


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cpm", default="build/release/cpm")
    parser.add_argument("--out", default="build/bench")
    parser.add_argument("--sizes", nargs="+", type=int, default=[110, 220, 440, 880])
    asked = parser.parse_args()
    folder = os.path.join(asked.out, "texts")
    print(f"{'text':<18}{'command':<26}" + "".join(f"{size:>8} kB" for size in asked.sizes))
    slowest = 0.0
    for name, piece in PIECES.items():
        rows = {tuple(command): [] for command in COMMANDS}
        for size in asked.sizes:
            write_county(folder, piece, size * 1000)
            for command in COMMANDS:
                rows[tuple(command)].append(seconds([os.path.abspath(asked.cpm), *command], folder))
        for command, times in rows.items():
            print(f"{name:<18}{' '.join((command[0], command[-1])):<26}" + "".join(f"{one:>11.3f}" for one in times))
            slowest = max(slowest, *times)
    print(f"slowest: {slowest:.3f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
