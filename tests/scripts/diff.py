#!/usr/bin/env python3
"""cpm diff: what its JSON says, applied to the old file, gives the new one, all of it; and git revisions.

The changes are random, but the same in every run: dates of any sharpness, scores, votes, targets, indicators, new and dropped
records, renamed ids, ids that another record takes over."""
import copy
import datetime
import json
import os
import random
import subprocess
import tempfile

import yaml
from harness import CPM, ROOT, check, expect, finish, skip_without

EXAMPLES = os.path.join(ROOT, "examples")
ALDER = os.path.join(EXAMPLES, "alder")
PLANS = [f"manzanita/plans/{name}.yaml" for name in ("2022-07", "2023-10", "2025-01")]  # one after the other
FILES = ["alder/plans/2025-07.yaml", "alder/snapshots/2026-03-12.yaml", "alder/support.yaml", "alder/roadmap.yaml",
         "alder/fidelity/2026-1.yaml", "alder/logic-model.yaml", *PLANS]
SHARP = ["2026-11", "2026-Q4", "2026-12-24", "2027-Q1"]
LISTS = ("approvals", "series", "reviews")  # that a file may not have yet
NAMES = ("id", "item", "date", "by", "role")  # what tells the entries of a list apart


class Texts(yaml.SafeLoader):
    """Every value as its text: the field tables give the types, not YAML."""


Texts.yaml_implicit_resolvers = {}


def read(text):
    return yaml.load(text, Texts)


def name_of(entry):
    return next((entry[key] for key in NAMES if key in entry), None)


def flat(value, at=""):
    """The leaves of a record as cpm writes them under `values`."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in flat(inner, f"{at}/{key}" if at else key)]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [leaf for number, inner in enumerate(value, 1) for leaf in flat(inner, f"{at}/{number}")]
    return [(at, ", ".join(value) if isinstance(value, list) else value)]


def unflat(values):
    made = {}
    for value in values:
        at, steps = made, value["place"].split("/")
        for step in steps[:-1]:
            at = at.setdefault(step, {})
        at[steps[-1]] = value["value"]
    return with_lists(made)


def with_lists(value):
    """`values` number the entries of a list: 1, 2, 3."""
    if not isinstance(value, dict):
        return value
    inner = {key: with_lists(some) for key, some in value.items()}
    return list(inner.values()) if inner and all(key.isdigit() for key in inner) else inner


def step_into(at, step):
    if isinstance(at, list):
        found = [entry for entry in at if name_of(entry) == step]
        return found[0] if found else None
    return at.setdefault(step, [] if step in LISTS else {})


def apply(old, rows):
    """OLD with the rows of the result."""
    made = copy.deepcopy(old)
    renamed = []
    for row in rows:
        if row["change"] == "reordered":
            continue
        at = made
        for step in row["place"][:-1]:
            at = step_into(at, step)
        last = row["place"][-1]
        value = row["now"] if row["now"] is not None else unflat(row["values"])
        if row["change"] == "renamed":
            renamed.append((step_into(at, last), row["now"]))  # at the end: places are by the old ids
        elif isinstance(at, list) and row["change"] == "added":
            at.append(value)
        elif isinstance(at, list) and row["change"] == "removed":
            wanted = sorted((value["place"], value["value"]) for value in row["values"])
            at.remove(next(entry for entry in at if sorted(flat(entry)) == wanted))
        elif row["change"] == "removed":
            del at[last]
        elif row["record"] and row["field"] is None and row["change"] == "added" and isinstance(at, dict) and not at:
            at[last] = value
        else:
            at[last] = value
    for entry, now in renamed:
        entry["id"] = now
    return made


def plain(value):
    """A document whatever the order of its records; what is empty is not there."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if inner not in ([], {})}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return sorted((plain(inner) for inner in value), key=lambda inner: json.dumps(inner, sort_keys=True))
    return ", ".join(value) if isinstance(value, list) else value


def is_day(text):
    try:
        datetime.date.fromisoformat(text)
        return len(text) == 10
    except (TypeError, ValueError):
        return False


def scores_of(document):
    return {item: rating["score"] for item, rating in document.get("ratings", {}).items()
            if isinstance(rating, dict) and "score" in rating}


def records_of(document):
    return [document[key] for key in ("priorities", "objectives", "steps", "needs", "entries", "reviews")
            if isinstance(document.get(key), list)]


def change_date(document, dice):
    places = [(holder, key) for records in records_of(document) for holder in records for key, value in holder.items()
              if isinstance(value, str) and is_day(value)]
    if places:
        holder, key = dice.choice(places)
        day = datetime.date.fromisoformat(holder[key]) + datetime.timedelta(days=dice.randint(-90, 90))
        holder[key] = day.isoformat()


def change_sharpness(document, dice):
    places = [(holder, key) for records in records_of(document) for holder in records for key in holder
              if key in ("start", "due", "monitor_on", "needed_by", "from", "to")]
    if places:
        holder, key = dice.choice(places)
        holder[key] = dice.choice(SHARP)


def change_target(document, dice):
    priorities = document.get("priorities", [])
    if document["format"] == "cpm/plan/1":
        targets = dice.choice(priorities).setdefault("targets", {})
        item = dice.choice([*sorted(targets), "wd-coaching"])
        if item in targets and dice.random() < 0.3:
            del targets[item]
        else:
            targets[item] = str(dice.randint(0, 2))


def change_indicator(document, dice):
    indicators = [some["indicator"] for some in document.get("objectives", []) if "indicator" in some]
    if indicators:
        indicator = dice.choice(indicators)
        holders = [(indicator, key) for key in ("baseline", "target") if key in indicator]
        holder, key = dice.choice(holders + [(point, "value") for point in indicator.get("series", [])])
        holder[key] = str(dice.randint(0, 99))


def change_votes(document, dice):
    votes = [rating["votes"] for rating in document.get("ratings", {}).values() if isinstance(rating, dict) and "votes" in rating]
    if votes:
        some = dice.choice(votes)
        some[dice.choice(sorted(some))] = str(dice.randint(0, 9))


def take_over_id(document, dice):
    """Another record gets the id of one that goes, or the two change theirs."""
    records = [some for some in records_of(document) if len(some) > 1 and "id" in some[0]]
    if records:
        some = dice.choice(records)
        one, other = dice.sample(some, 2)
        one["id"], other["id"] = other["id"], one["id"]
        if dice.random() < 0.6:
            some.remove(one)


def change_score(document, dice):
    ratings = document.get("ratings")
    if not ratings:
        return
    item = dice.choice(sorted(ratings))
    if dice.random() < 0.3:
        del ratings[item]
    elif isinstance(ratings[item], dict) and "score" in ratings[item]:
        ratings[item]["score"] = str(dice.randint(0, 2))


def drop_record(document, dice):
    records = [some for some in records_of(document) if len(some) > 1]
    if records:
        some = dice.choice(records)
        some.pop(dice.randrange(len(some)))


def add_record(document, dice):
    records = records_of(document)
    if records:
        some = dice.choice(records)
        entry = copy.deepcopy(dice.choice(some))
        for key in ("id", "date"):
            if key in entry:
                entry[key] = f"new-{dice.randint(0, 999)}" if key == "id" else "2026-03-0" + str(dice.randint(1, 9))
        for key in ("title", "statement", "action", "request", "note", "text"):
            if key in entry:
                entry[key] = f"Something new, number {dice.randint(0, 999)}"
        some.insert(dice.randrange(len(some) + 1), entry)


def rename_record(document, dice):
    records = [some for some in records_of(document) if "id" in some[0]]
    if records:
        entry = dice.choice(dice.choice(records))
        entry["id"] = f"other-{dice.randint(0, 999)}"


def drop_date(document, dice):
    steps = [step for step in document.get("steps", []) if "due" in step]
    if steps:
        del dice.choice(steps)["due"]


CHANGES = [change_date, change_date, change_score, change_score, drop_record, add_record, rename_record, drop_date,
           change_sharpness, change_sharpness, change_target, change_indicator, change_votes, take_over_id]


class Plain(yaml.SafeDumper):
    """No quotes around numbers and dates, which are texts here and figures to cpm."""


Plain.yaml_implicit_resolvers = {}


def written(value):
    return yaml.dump(value, Dumper=Plain, allow_unicode=True, sort_keys=False, width=1000)


def diff(folder, *words, status=0):
    done = subprocess.run([CPM, "diff", "--as-of", "2026-03-31", "--format", "json", *words], cwd=folder,
                          capture_output=True, text=True, check=False)
    expect(f"status of {' '.join(words)}", done.returncode, status)
    return json.loads(done.stdout)["result"]


def read_example(name):
    with open(os.path.join(EXAMPLES, name), encoding="utf-8") as file:
        return read(file.read())


def diff_of(folder, old, new):
    for place, document in (("old.yaml", old), ("new.yaml", new)):
        with open(os.path.join(folder, place), "w", encoding="utf-8") as file:
            file.write(written(document))
    return diff(folder, "old.yaml", "new.yaml")


def expect_same(name, made, wanted):
    made, wanted = dict(flat(plain(made))), dict(flat(plain(wanted)))
    places = sorted(place for place in {*made, *wanted} if made.get(place) != wanted.get(place))
    expect(name, [(place, made.get(place)) for place in places], [(place, wanted.get(place)) for place in places])


def share_a_third(one, other):
    one, other = (set(text.lower().rstrip(".").split()) for text in (one, other))
    return 3 * len(one & other) >= len(one | other)


def judge_random_changes(folder):
    dice = random.Random(20261127)
    kinds, figures = set(), 0
    for number in range(12 * len(FILES)):
        name = FILES[number % len(FILES)]
        old = read_example(name)
        new = copy.deepcopy(old)
        for _ in range(dice.randint(1, 5)):
            dice.choice(CHANGES)(new, dice)
        result = diff_of(folder, old, new)
        kinds |= {row["change"] for row in result["rows"]}
        made = apply(old, result["rows"])
        expect_same(f"all of change {number} to {name}", made, new)
        scores = result["files"][0]["scores"]
        if scores and scores["total"]["now"]["possible"]:
            figures += 1
            points = sum(int(score) for score in scores_of(made).values())
            expect(f"points of change {number}", scores["total"]["now"]["points"], points)
            expect(f"possible of change {number}", scores["total"]["now"]["possible"], 2 * len(scores_of(made)))
        if number % 4 == 0:
            expect(f"no change of {name} from itself", diff(folder, "new.yaml", "new.yaml")["rows"], [])
    check("every kind of change was tried", {"added", "removed", "changed", "renamed"} <= kinds)
    check("figures were tried", figures > 5)


def judge_next_plans(folder):
    """A plan uses the ids of the one before again, for other steps."""
    for name, after in [*zip(PLANS, PLANS[1:]), *zip(PLANS[1:], PLANS), (PLANS[0], PLANS[2])]:
        old, new = read_example(name), read_example(after)
        rows = diff_of(folder, old, new)["rows"]
        expect_same(f"from {name} to {after}", apply(old, rows), new)
        actions = {step["id"]: step["action"] for step in old["steps"]}
        for row in rows:
            if row["record"] == "step" and row["field"] == "due" and row["change"] == "changed":
                check(f"{row['sentence']} is about one step", share_a_third(row["title"], actions[row["place"][1]]))


def git(folder, *words):
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words], cwd=folder, check=True,
                   capture_output=True)


def replace(folder, name, old, new):
    path = os.path.join(folder, name)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    check(f"{old} is in {name}", old in text)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace(old, new, 1))


def judge_workflows(folder, sentence):
    """What the workflows of `cpm init` run, as their hosts would."""
    with open(os.path.join(ALDER, ".github/workflows/cpm.yml"), encoding="utf-8") as file:
        steps = yaml.safe_load(file)["jobs"]["check"]["steps"]
    with open(os.path.join(ALDER, ".gitlab-ci.yml"), encoding="utf-8") as file:
        script = yaml.safe_load(file)["cpm"]["script"]
    page = os.path.join(folder, "summary.md")
    variables = {**os.environ, "PATH": os.path.dirname(CPM) + ":" + os.environ["PATH"], "GITHUB_STEP_SUMMARY": page,
                 "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD~1"}
    for command, made in ((next(step["run"] for step in steps if "cpm diff" in step.get("run", "")), page),
                          (next(line for line in script if "cpm diff" in line), os.path.join(folder, "changes.md"))):
        done = subprocess.run(["/bin/bash", "-e", "-c", command], cwd=folder, env=variables, capture_output=True, text=True,
                              check=False)
        expect(f"status of {command}", done.returncode, 0, done.stderr)
        with open(made, encoding="utf-8") as file:
            check(f"the page of {command}", sentence in file.read())
        os.remove(made)
    del variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"]
    done = subprocess.run(["/bin/bash", "-e", "-c", command], cwd=folder, env=variables, capture_output=True, text=True,
                          check=False)
    expect("outside a merge request nothing is written", (done.returncode, os.path.exists(made)), (0, False))


def judge_revisions(folder):
    subprocess.run(["cp", "-r", ALDER + "/.", folder], check=True)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    expect("nothing since the commit", diff(folder, "HEAD")["rows"], [])
    replace(folder, "plans/2025-07.yaml", "due: 2026-09-30", "due: 2026-11-14")
    git(folder, "commit", "--quiet", "-a", "-m", "second")
    replace(folder, "roadmap.yaml", "from: 2025-10-16", "from: 2025-11-13")
    sentence = ("Step s10 (Keep a log of questions and answers, and read it at each monthly meeting) is due 45 days later, "
                "on November 14, 2026 instead of September 30, 2026.")
    expect("two revisions", [row["sentence"] for row in diff(folder, "HEAD~1", "HEAD")["rows"]], [sentence])
    expect("one revision", sorted(row["file"] for row in diff(folder, "HEAD~1")["rows"]),
           ["plans/2025-07.yaml", "roadmap.yaml"])
    expect("backward", [row["days_later"] for row in diff(folder, "HEAD", "HEAD~1")["rows"]], [-45])
    expect("one file", [row["days_later"] for row in diff(folder, "plans/2025-07.yaml@HEAD~1", "plans/2025-07.yaml")["rows"]],
           [45])
    expect("from a folder inside", [row["days_later"] for row in diff(os.path.join(folder, "plans"), "HEAD~1", "HEAD")["rows"]],
           [45])
    judge_workflows(folder, sentence)
    with open(os.path.join(folder, "note.yaml"), "w", encoding="utf-8") as file:
        file.write("format: cpm/theory-of-change/1\ncounty: example-alder\n: broken: [\n")
    expect("a file that cannot be read is said", [(file["now"], file["problem"]) for file in
           diff(folder, "HEAD", status=1)["files"] if file["problem"]], [("note.yaml", "it cannot be read")])
    for words in (["nowhere"], ["HEAD", "nowhere"], ["--output=stolen"], ["HEAD~1..HEAD"]):
        done = subprocess.run([CPM, "diff", *words], cwd=folder, capture_output=True, text=True, check=False)
        expect(f"status of {words}", done.returncode, 2)


skip_without("git")
with tempfile.TemporaryDirectory() as top:
    judge_random_changes(top)
    judge_next_plans(top)
with tempfile.TemporaryDirectory() as top:
    judge_revisions(top)
finish()
