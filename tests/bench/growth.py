#!/usr/bin/env python3
"""How time and memory of `cpm check` grow: over 10 to 10,000 files, and over one file of 1 kB to 10 MB.

usage: growth.py [--cpm build/release/cpm] [--out build/bench] [--runs 5]

Prints two tables and draws them into OUT/growth.svg. Linear time shows as a steady figure of MB/s; memory of many files
should stay flat. Wall time and peak memory of whole processes, medians.
"""
import argparse
import math
import os
import statistics
import subprocess
import sys

from processes import ROOT, files_below, once, size_of

SIZES = {"10": (1, 2), "100": (3, 8), "1,000": (25, 10), "10,000": (58, 43)}  # counties, years: four files each
NOTE = "Supervisors report that coaching happens in most units but not after hours, and that this is a change.\n      "


def measure(command, runs):
    """The medians of wall seconds, processor seconds and peak MiB."""
    rows = [once(command) for _ in range(runs + 1)][1:]  # the first one warms up the cache
    for *_, status in rows:
        if status != 0:
            sys.exit(f"growth.py: exit status {status}: {' '.join(command)}")
    return [statistics.median(row[part] for row in rows) for part in range(3)]


def many_files(asked):
    for label, (counties, years) in SIZES.items():
        folder = f"{asked.out}/growth/{label.replace(',', '')}"
        if not os.path.isdir(folder):
            subprocess.run([sys.executable, f"{ROOT}/tests/bench/statewide.py", folder, "--counties", str(counties),
                            "--years", str(years), "--first-year", str(2027 - years)], check=True, stdout=subprocess.DEVNULL)
        files = files_below(folder)
        yield f"{len(files):,} files", len(files), size_of(files), [asked.cpm, "check", "--as-of", "2027-01-01", folder]


def one_file(asked):
    head = "format: cpm/support/1\ncounty: yolo\ndate: 2026-06-20\nneeds:\n"
    for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000):
        path = f"{asked.out}/growth/{size}.yaml"
        text, number = [head], 0
        length = len(head)
        while length < size:
            number += 1
            text.append(f"  - id: n{number}\n    for: {{item: or-vision}}\n    category: state\n    provider: cdss\n"
                        f"    request: Help\n    needed_by: 2026-12-28\n    status: wanted\n    note: >-\n      "
                        + NOTE * min(12, max(1, size // 1000)) + "The end.\n")
            length += len(text[-1])
        with open(path, "w", encoding="utf-8") as file:
            file.write("".join(text))
        yield f"{size // 1000:,} kB", size, length, [asked.cpm, "check", "--max-file-size", "32M", "--as-of", "2026-07-01", path]


def table(title, rows):
    print(f"\n{title:16}{'MB':>9}{'wall ms':>11}{'cpu ms':>11}{'MB/s':>8}{'peak MiB':>10}")
    for name, _, size, (wall, cpu, peak) in rows:
        print(f"{name:16}{size / 1e6:9.3f}{wall * 1e3:11.2f}{cpu * 1e3:11.2f}{size / 1e6 / wall:8.1f}{peak:10.1f}")


def panel(left, title, unit, points):
    """A log-log picture of (x, y), 300 wide; a dashed line shows what linear growth would be."""
    xs, ys = [math.log10(x) for x, _ in points], [math.log10(max(y, 1e-9)) for _, y in points]
    low_x, high_x, low_y, high_y = min(xs), max(xs), math.floor(min(ys)), math.ceil(max(ys) + 1e-9)

    def at(x, y):
        return f"{left + 50 + 230 * (x - low_x) / (high_x - low_x):.1f},{250 - 200 * (y - low_y) / (high_y - low_y):.1f}"

    text = [f'<text x="{left + 50}" y="30" class="title">{title}</text>']
    for y in range(low_y, high_y + 1):
        x1, y1 = at(low_x, y).split(",")
        text.append(f'<path d="M{x1},{y1}h230" class="grid"/><text x="{left + 44}" y="{float(y1) + 4}" class="y">'
                    f"{10.0 ** y:g} {unit}</text>")
    for x, label in zip(xs, [point[0] for point in points]):
        text.append(f'<text x="{at(x, low_y).split(",")[0]}" y="268" class="x">{label:,}</text>')
    rise = min(high_y, ys[0] + high_x - low_x)
    text.append(f'<path d="M{at(low_x, ys[0])}L{at(low_x + rise - ys[0], rise)}" class="linear"/>')
    text.append('<path d="M' + "L".join(at(x, y) for x, y in zip(xs, ys)) + '" class="line"/>')
    text += [f'<circle cx="{at(x, y).split(",")[0]}" cy="{at(x, y).split(",")[1]}" r="4"/>' for x, y in zip(xs, ys)]
    return "\n".join(text)


def picture(many, one):
    panels = [panel(0, "Many files: seconds", "s", [(row[1], row[3][0]) for row in many]),
              panel(310, "Many files: peak memory", "MiB", [(row[1], row[3][2]) for row in many]),
              panel(620, "One file, bytes: seconds", "s", [(row[1], row[3][0]) for row in one]),
              panel(930, "One file, bytes: peak memory", "MiB", [(row[1], row[3][2]) for row in one])]
    return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1240 300" role="img"><title>Growth of cpm check</title>'
            "<desc>Time and peak memory over many files and over one file, both axes logarithmic; dashed: linear growth</desc>"
            "<style>text{font:11px sans-serif;fill:#222}.title{font-size:14px;font-weight:bold}.x{text-anchor:middle}"
            ".y{text-anchor:end}path{fill:none}.grid{stroke:#ddd}.line{stroke:#1f5fa8;stroke-width:2}circle{fill:#1f5fa8}"
            '.linear{stroke:#999;stroke-dasharray:5 4}</style><rect width="1240" height="300" fill="#fff"/>'
            + "\n".join(panels) + "</svg>\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cpm", default=f"{ROOT}/build/release/cpm")
    parser.add_argument("--out", default=f"{ROOT}/build/bench")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    os.makedirs(f"{asked.out}/growth", exist_ok=True)
    tables = [[(*row[:3], measure(row[3], asked.runs)) for row in rows(asked)] for rows in (many_files, one_file)]
    table("many files", tables[0])
    table("one file", tables[1])
    with open(f"{asked.out}/growth.svg", "w", encoding="utf-8") as file:
        file.write(picture(*tables))
    print(f"\ndrawn: {asked.out}/growth.svg")


main()
