#!/usr/bin/env python3
"""Writes files of all 58 counties over ten years: made-up Snapshots, plans, support files and theories of change.

usage: statewide.py OUT [--counties 58] [--years 10] [--first-year 2017] [--compact]

OUT/<county>/cpm.yaml and, for each year, snapshots/YEAR-03-15.yaml, plans/YEAR-07.yaml, support/YEAR.yaml and
theory/YEAR.yaml: 2,320 files of about 32 MB besides the 58 cpm.yaml. `--compact`: Snapshots and support files only, without
words. Every figure, name and sentence is made up. The same arguments always give the same bytes; `cpm check` finds no error.
"""
import argparse
import functools
import os
import re

ROOT = os.environ.get("CPM_ROOT") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WHO = ["Supervisors report that", "The analyst found that", "In the spring meetings staff said that",
       "The training log shows that", "Partners told the team that", "Minutes of the last year show that",
       "Exit interviews suggest that", "The Tribal liaison told the team that"]
WHAT = ["coaching happens in most units but not after hours",
        "the written agreement exists, though two offices still use the old one",
        "data on progress reaches the units about a quarter late",
        "new staff wait four to seven weeks for the first training",
        "the implementation team met nine times and kept a log of decisions",
        "the practice tools are used by lead workers and hardly by anybody else",
        "questions reach the leaders quickly and answers take longer than agreed",
        "families are asked what helps, and rarely hear what became of it"]
THEN = ["The next look at it comes before the fiscal year closes.", "This is a change from last year.",
        "We would rate it higher if the satellite office were counted on its own.",
        "The team disagreed at first and settled on the lower value.", "The minutes of the implementation team say more."]
ACTIONS = ["Adopt a charter for the implementation team", "Prepare coaches in the use of the practice profile",
           "Publish the quarterly page of results to all offices", "Agree with probation on shared meetings",
           "Try the meeting guide in two units", "Hold listening sessions with resource families",
           "Retire the old written agreement", "Add questions on practice to supervision notes",
           "Brief the Board of Supervisors", "Map the initiatives that are under way"]
RESULTS = ["Workers in all units are coached every two weeks", "Families hear what became of what they said",
           "Every unit sees its own results each quarter", "The team decides within two weeks of a question",
           "New staff practise the skills before they carry cases", "Partners know and use the shared messages"]
ROLES = ["Program manager", "Analyst", "Deputy director", "Training coordinator", "Parent partner", "Tribal liaison"]
NEEDS = ["Two days of coaching for new coaches", "Facilitation of a meeting with partners", "Help with the choice of results",
         "A look at our agreement with probation", "Training on the practice profile", "A visit to see how it is done"]
TOOLS = ["orb-assessment", "orb-matrix", "wd-supervision", "wd-profile-sw", "erp-01", "erp-03"]
CATEGORIES = ["rta", "rta", "rta", "peer", "toolkit", "online", "state", "internal", "consultant"]


class Dice:
    """A small generator of our own, so that no version of Python throws differently (Park and Miller)."""

    def __init__(self, *seed):
        self.state = 7
        for part in seed:
            for character in str(part):
                self.state = (self.state * 131 + ord(character) + 1) % 2147483646 + 1

    def below(self, limit):
        self.state = self.state * 48271 % 2147483647
        return self.state // 7 % limit

    def pick(self, choices):
        return choices[self.below(len(choices))]


def built_in(name):
    with open(os.path.join(ROOT, "src/builtin", name), encoding="utf-8") as file:
        return file.read()


@functools.cache
def items():
    """(area, item, title) of the built-in instrument, in its order."""
    found, area = [], None
    for line in built_in("instrument-cpm-default.yaml").split("\nareas:\n")[1].splitlines():
        if match := re.match(r"  - id: (\S+)", line):
            area = match.group(1)
        if match := re.match(r"      - id: (\S+)", line):
            found.append([area, match.group(1), ""])
        if match := re.match(r"        title: (.*)", line):
            found[-1][2] = match.group(1).strip('"')
    return [tuple(entry) for entry in found]


def counties():
    return re.findall(r"(?m)^  - id: (\S+)", built_in("counties.yaml"))


def academies():
    """The academy of each county that a list names."""
    found, academy = {}, None
    for line in built_in("regions.yaml").splitlines():
        if match := re.match(r"  - id: (\S+)", line):
            academy = match.group(1)
        if match := re.match(r"      - (\S+)$", line):
            found[match.group(1)] = academy
    return found


def sentences(dice, count, pad):
    lines = [f"{dice.pick(WHO)} {dice.pick(WHAT)}.\n{pad}{dice.pick(THEN)}" for _ in range(count)]
    return ("\n" + pad).join(lines)


def answers(county, year, first_year):
    """Item → score, or None for "don't know" and "" for "not applicable"; counties grow, and sometimes fall back."""
    chosen = {}
    for _, item, _ in items():
        dice = Dice(county, item)
        start, growth = dice.below(3), dice.below(4)
        dice = Dice(county, item, year)
        score = start + (year - first_year) * growth // 8 - (dice.below(8) == 0)
        chosen[item] = max(0, min(2, score))
        if dice.below(40) == 0:
            chosen[item] = None
        elif dice.below(60) == 0:
            chosen[item] = ""
    return chosen


def rating(dice, item, score, voters, compact):
    if score is None:
        return f"  {item}: {{state: dont_know, note: Nobody at the table could say.}}"
    if score == "":
        return f"  {item}: {{state: not_applicable, note: Another agency does this here.}}"
    if compact:
        return f"  {item}: {{score: {score}}}"
    return (f"  {item}:\n    score: {score}\n    votes: {{\"{score}\": {voters}}}\n    evidence:\n"
            f"      - {dice.pick(WHO)} {dice.pick(WHAT)}\n    comment: >-\n      {sentences(dice, 1, '      ')}")


def chosen_priorities(chosen):
    """Up to four areas, each with one item below the top."""
    found = []
    for area, item, title in items():
        if chosen[item] in (0, 1) and area not in [entry[0] for entry in found]:
            found.append((area, item, title))
    return found or [items()[0]]


def snapshot(county, year, first_year, compact):
    dice = Dice("snapshot", county, year)
    chosen = answers(county, year, first_year)
    lines = ["# Made up, for tests and measurements.", "format: cpm/snapshot/1", f"county: {county}", f"date: {year}-03-15",
             "status: final", 'instrument: {id: cpm-default, version: "1.0"}',
             "administration: " + ("baseline" if year == first_year else f"followup\nnumber: {year - first_year}"),
             "contact: {name: Made Up, email: made.up@example.org}", "facilitator: {role: Coach of the academy, voted: false}",
             "participants:"]
    counts = [dice.below(3) + 1 for _ in ROLES]
    lines += [f"  - {{role: {role}, organization: County agency, count: {count}}}" for role, count in zip(ROLES, counts)]
    lines += ["ratings:"] + [rating(dice, item, chosen[item], sum(counts), compact) for _, item, _ in items()]
    below = [item for _, item, _ in items() if chosen[item] in (0, 1)]
    if not compact and below:
        lines += ["analysis:", "  opportunities:"]
        lines += [f"    - {{id: o{n}, items: [{item}], text: {dice.pick(WHO)} {dice.pick(WHAT).replace(',', '')}}}"
                  for n, item in enumerate(below, 1)]
    lines += ["priorities:"]
    for rank, (area, item, title) in enumerate(chosen_priorities(chosen), 1):
        lines += [f"  - id: p{rank}", f"    area: {area}", f'    title: "{title}"', f"    items: [{item}]",
                  f"    reason: >-\n      {sentences(dice, 1, '      ')}", f"    rank: {rank}"]
    return lines


def plan(county, year, first_year):
    dice = Dice("plan", county, year)
    first = chosen_priorities(answers(county, year, first_year))
    lines = ["# Made up, for tests and measurements.", "format: cpm/plan/1", f"county: {county}", f"date: {year}-06-10",
             "contact: {name: Made Up, email: made.up@example.org}", f"snapshot: {{file: snapshots/{year}-03-15.yaml}}", "team:"]
    lines += [f"  - {{role: {role}, organization: County agency, part: {dice.pick(ACTIONS)}}}" for role in ROLES]
    lines += [f"horizon: {{start: {year}-07-01, reassess: {year + 1}-09-30}}", "priorities:"]
    for n, (area, _, title) in enumerate(first, 1):
        lines += [f"  - id: p{n}", f"    area: {area}", f'    title: "{title}"', f"    from_snapshot: p{n}", f"    order: {n}",
                  f"    reason: >-\n      {sentences(dice, 1, '      ')}"]
    lines.append("objectives:")
    objectives = [(f"o{n}", f"p{n % len(first) + 1}") for n in range(1, 7)]
    for objective, priority in objectives:
        lines += [f"  - id: {objective}", f"    priority: {priority}",
                  f"    statement: >-\n      {dice.pick(RESULTS)}.\n      {sentences(dice, 1, '      ')}",
                  "    indicator:", "      text: Units that have it", "      unit: units", "      baseline: 0",
                  f"      target: {dice.below(10) + 3}", f"      current: {dice.below(3)}"]
    lines.append("steps:")
    for objective, _ in objectives:
        for n in range(1, 6):
            done = dice.below(2)
            lines += [f"  - id: {objective}-s{n}", f"    objective: {objective}",
                      f"    action: >-\n      {dice.pick(ACTIONS)}.\n      {sentences(dice, 1, '      ')}",
                      f"    responsible: {{role: {dice.pick(ROLES)}}}", f"    start: {year}-{6 + n:02}-01",
                      f"    due: {year}-{6 + n:02}-28", f"    monitor_on: {year}-{6 + n:02}-28",
                      f"    done_on: {year}-{6 + n:02}-20\n    status: done" if done else "    status: delayed"]
            if n > 1:
                lines.append(f"    after: [{objective}-s{n - 1}]")
    lines.append("reviews:")
    for n in range(1, 11):
        lines += [f"  - date: {year}-{n % 3 + 10}-15", f"    step: {dice.pick(objectives)[0]}-s{dice.below(5) + 1}",
                  f"    note: >-\n      {sentences(dice, 2, '      ')}"]
    return lines


def support(county, year, last_year, academy):
    dice = Dice("support", county, year)
    lines = ["# Made up, for tests and measurements.", "format: cpm/support/1", f"county: {county}", f"date: {year}-06-20",
             f"plan: plans/{year}-07.yaml", f"snapshot: snapshots/{year}-03-15.yaml", "needs:"]
    for n in range(1, 13):
        category = dice.pick(CATEGORIES)
        provider = {"rta": academy, "peer": "Another county", "state": "cdss"}.get(category)
        status = "received" if year < last_year else dice.pick(["wanted", "requested", "agreed", "declined"])
        lines += [f"  - id: n{n}", f"    for: {{item: {dice.pick(items())[1]}}}", f"    category: {category}"]
        lines += [f"    provider: {provider}"] if provider else []
        lines += [f"    tool: {dice.pick(TOOLS)}"] if category == "toolkit" else []
        lines += [f"    request: {dice.pick(NEEDS)}", f"    requested_on: {year}-06-{dice.below(18) + 1:02}",
                  f"    needed_by: {year}-{dice.below(6) + 7:02}-28", f"    status: {status}"]
        if dice.below(2):
            lines.append(f"    note: >-\n      {sentences(dice, 4, '      ')}")
    return lines


def theory(county, year):
    dice = Dice("theory", county, year)
    lines = ["# Made up, for tests and measurements.", "format: cpm/theory-of-change/1", f"county: {county}",
             "title: Our theory of change", "source: Made up", f"lead: >-\n  {sentences(dice, 20, '  ')}", "if:"]
    lines += [f"  - id: if-{n}\n    text: >-\n      {sentences(dice, 10, '      ')}" for n in range(1, 6)]
    return lines + ["then:", f"  - id: then-1\n    text: >-\n      {sentences(dice, 10, '      ')}"]


def repository(county, first_year, last_year, academy):
    chosen = answers(county, last_year, first_year)
    offered = [item for _, item, _ in items() if chosen[item] == 2][:2]
    lines = ["# Made up, for tests and measurements.", "format: cpm/repository/1", f"county: {county}", f"academy: {academy}",
             "fiscal_year_start: 7"]
    lines += ["offers:"] if offered else []
    return lines + [f"  - {{item: {item}, text: Our way of doing it can be visited}}" for item in offered]


def write(path, lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    body = ("\n".join(lines) + "\n").encode()
    with open(path, "wb") as file:
        file.write(body)
    return len(body)


def write_county(folder, county, years, compact, academy):
    """Sizes of the files written, without cpm.yaml."""
    first, last = years[0], years[-1]
    write(os.path.join(folder, "cpm.yaml"), repository(county, first, last, academy))
    sizes = []
    for year in years:
        sizes.append(write(f"{folder}/snapshots/{year}-03-15.yaml", snapshot(county, year, first, compact)))
        if compact and year != last:
            continue
        sizes.append(write(f"{folder}/plans/{year}-07.yaml", plan(county, year, first)))
        sizes.append(write(f"{folder}/support/{year}.yaml", support(county, year, last, academy)))
        if not compact:
            sizes.append(write(f"{folder}/theory/{year}.yaml", theory(county, year)))
    return sizes


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--counties", type=int, default=58)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--first-year", type=int, default=2017)
    parser.add_argument("--compact", action="store_true")
    asked = parser.parse_args()
    years = range(asked.first_year, asked.first_year + asked.years)
    academy = academies()
    sizes = []
    for county in counties()[:asked.counties]:
        sizes += write_county(os.path.join(asked.out, county), county, years, asked.compact, academy.get(county, "pcwta"))
    print(f"{len(sizes)} files, {sum(sizes) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
