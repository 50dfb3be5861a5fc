#!/usr/bin/env python3
"""58 made-up counties over ten years, rolled up in one run: twice the same bytes, sums that a plain count confirms.

The files come from tests/bench/statewide.py, plans with targets from here. The heat map is read as XML, its figures compared with the JSON and the
contrast of each shade with its letters measured.
"""
import csv
import glob
import io
import json
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import harness
from harness import ROOT, expect, finish, read, run, write

COUNTIES, YEARS, LAST = 58, 10, 2026
PLAN = """format: cpm/plan/1
county: {county}
date: {year}-12-01
snapshot: {{file: snapshots/{year}-03-15.yaml}}
team: [{{role: Director}}, {{role: Supervisor}}, {{role: Parent partner}}]
horizon: {{start: {year}-07-01, reassess: {next}-09-30}}
priorities:
"""
PRIORITY = """  - id: {area}
    area: {area}
    title: What {area} aims at
    targets: {{{targets}}}
"""
SVG = "{http://www.w3.org/2000/svg}"


def cpm(folder, *arguments):
    return harness.cpm(*arguments, folder=folder)


def scores(path):
    """Item → score of a Snapshot of the generator, by reading lines."""
    return {item: int(score) for item, score in re.findall(r"(?m)^  (\S+): \{score: (\d)\}", read(path))}


def naive(folder):
    """Points per county and area, and counties per item below the top value, from the newest Snapshots."""
    points, below = {}, {}
    for county in os.listdir(folder):
        for item, score in scores(f"{folder}/{county}/snapshots/{LAST}-03-15.yaml").items():
            key = (county, item.split("-")[0])
            points[key] = points.get(key, 0) + score
            if score < 2:
                below[item] = below.get(item, 0) + 1
    return points, below


def targets_of(county, year):
    """Item → score aimed at: for some counties, on some items, whatever their scores are."""
    if (len(county) + year) % 3 == 0:
        return {}
    return {item: 1 + (len(item) + len(county)) % 2 for area in ("or", "wd", "ep", "qi")
            for item in sorted(scores_by_area[county, year][area])[(len(county) + year) % 4::4]}


scores_by_area = {}  # by county and year


def write_plans(folder):
    for county in os.listdir(folder):
        for year in (LAST - 1, LAST):
            answers = scores(f"{folder}/{county}/snapshots/{year}-03-15.yaml")
            scores_by_area[county, year] = {area: {item: score for item, score in answers.items() if item.startswith(area)}
                                            for area in ("or", "wd", "ep", "qi")}
            aimed = targets_of(county, year)
            words = "".join(PRIORITY.format(area=area, targets=", ".join(f"{item}: {score}" for item, score in aimed.items()
                                                                         if item.startswith(area)))
                            for area in ("or", "wd", "ep", "qi")) if aimed else "  - {id: or, area: or, title: No targets}\n"
            write(f"{folder}/{county}/plans/{year}.yaml", PLAN.format(county=county, year=year, next=year + 1) + words)


def percent(answers):
    """Of points 0 to 2, with one decimal, half away from zero."""
    possible = 2 * len(answers)
    return (2000 * sum(answers.values()) + possible) // (2 * possible) / 10 if answers else None


def check_targets(result):
    """What the percents would be, and what became of last year's targets, by a plain count."""
    wanted, reached, ahead, earlier = {}, {}, {}, {}
    for (county, year), areas in scores_by_area.items():
        aimed = targets_of(county, year)
        if year == LAST:
            for area, answers in areas.items():
                then = {item: max(score, aimed.get(item, 0)) for item, score in answers.items()}
                wanted[county, area] = percent(then) if aimed else None
        elif aimed:
            now = {item: score for answers in scores_by_area[county, LAST].values() for item, score in answers.items()}
            reached[county] = [sum(now.get(item, -1) >= score for item, score in aimed.items()), len(aimed)]
    for county in result["sections"][0]["counties"]:
        if county["targets"]:
            ahead[county["county"]] = county["targets"]["items"]
        if county["earlier_targets"]:
            counts = county["earlier_targets"]["counts"]
            earlier[county["county"]] = [counts["reached"], sum(counts.values())]
    expect("percents with targets", {(row["county"], row["area"]): row["if_reached"] for row in result["rows"]}, wanted)
    expect("number of targets", ahead, {county: len(targets_of(county, LAST)) for county, year in scores_by_area
                                        if year == LAST and targets_of(county, LAST)})
    expect("targets reached", earlier, reached)
    expect("counties with and without targets", 0 < len(ahead) < COUNTIES and 0 < len(earlier) < COUNTIES, True)


def check_sums(folder, result):
    points, below = naive(folder)
    expect("counties", len(result["counties"]), COUNTIES)
    expect("counties without a Snapshot", result["without_snapshot"], [])
    expect("sections", len(result["sections"]), 1)
    section = result["sections"][0]
    expect("points", {(row["county"], row["area"]): row["points"] for row in result["rows"]}, points)
    expect("needs", {need["item"]: need["below_top"] for need in section["needs"]}, below)
    counts = [need["below_top"] for need in section["needs"]]
    expect("order of needs", counts, sorted(counts, reverse=True))
    expect("order of counties", [county["county"] for county in section["counties"]], sorted(result["counties"]))
    expect("trends", len(section["trends"]), COUNTIES)
    expect("earlier dates", {trend["then"] for trend in section["trends"]}, {f"{LAST - 1}-03-15"})
    words = "".join(read(path) for path in glob.glob(f"{folder}/*/support/*.yaml"))
    closed = len(re.findall(r"status: (?:received|declined)", words))
    expect("closed needs", result["support"]["closed"], closed)
    expect("open needs", sum(demand["needs"] for demand in result["support"]["demand"]),
           len(re.findall(r"(?m)^    status:", words)) - closed)


def check_csv(text, result):
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    as_text = [{key: "" if value is None else str(value) for key, value in row.items()} for row in result["rows"]]
    expect("rows of the CSV", rows, as_text)


def luminance(color):
    parts = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted([luminance(one), luminance(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)


def check_contrast(style):
    light, dark = style.split("@media screen and (prefers-color-scheme: dark)")
    for name, rules in (("light", light), ("dark", dark)):
        fills = {}
        for selectors, color in re.findall(r"([.\w, ]+?) \{[^}]*?fill: (#[0-9a-f]{6})", rules):
            fills.update({selector.strip().removeprefix(".chart "): color for selector in selectors.split(",")})
        pairs = [(f".shade{n}", f".on{n}") for n in range(5)]
        pairs += [(back, letters) for back in (".back", ".none", ".track") for letters in ("text", ".note")] + [(".open", ".onopen")]
        for back, letters in pairs:
            expect(f"contrast of {letters} on {back}, {name}", contrast(fills[back], fills[letters]) >= 4.5, True)
        for shape in (".bar", ".total", ".disk", ".done", ".monitor", ".due"):
            expect(f"contrast of {shape}, {name}", contrast(fills[".back"], fills[shape]) >= 3, True)
        strokes = {selector.strip().removeprefix(".chart "): color for selectors, color in
                   re.findall(r"([.\w, ]+?) \{[^}]*?stroke: (#[0-9a-f]{6})", rules) for selector in selectors.split(",")}
        for line in (".range", ".mark", ".ring", ".join", ".path", ".part", ".none", ".span", ".late", ".dropped", ".today", ".axis"):
            expect(f"contrast of {line}, {name}", contrast(fills[".back"], strokes[line]) >= 3, True)


def check_picture(path, result):
    tree = ElementTree.parse(path).getroot()
    expect("role of the picture", tree.get("role"), "img")
    expect("title and description", [bool(tree.findtext(SVG + word)) for word in ("title", "desc")], [True, True])
    shown = [text.text for text in tree.iter(SVG + "text") if re.fullmatch(r"[\d.]+%", text.text or "")]
    wanted = []
    for county in result["sections"][0]["counties"]:
        wanted += [f"{part['percent']}%" for part in county["areas"] + [county["total"]]]
    expect("figures of the picture", shown, wanted)
    style = tree.findtext(SVG + "style")
    expect("nothing fetched", re.findall(r"url|import|http", style), [])
    check_contrast(style)


def main():
    with tempfile.TemporaryDirectory() as work:
        folder = os.path.join(work, "counties")
        os.mkdir(folder)
        generator = os.path.join(ROOT, "tests/bench/statewide.py")
        run([sys.executable, generator, folder, "--compact", "--counties", str(COUNTIES), "--years", str(YEARS)], wanted=[0])
        write_plans(folder)
        day = ["--as-of", f"{LAST}-12-31"]
        expect("files of the generator without errors", cpm(work, "check", "counties", "--quiet", *day).status, 0)
        for kind in ("json", "markdown", "csv"):
            runs, pictures = [], []
            for _ in range(2):
                runs.append(cpm(work, "region", "counties", *day, "--format", kind, "--heat-map", "map.svg"))
                pictures.append(read(os.path.join(work, "map.svg")))
            expect(f"{kind}: status and remarks", (runs[0].status, runs[0].err), (0, ""))
            expect(f"{kind}: the same bytes twice", runs[0], runs[1])
            expect(f"{kind}: the same picture twice", pictures[0], pictures[1])
            if kind == "json":
                result = json.loads(runs[0].out)["result"]
            if kind == "csv":
                check_csv(runs[0].out, result)
        check_sums(folder, result)
        check_targets(result)
        check_picture(os.path.join(work, "map.svg"), result)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
