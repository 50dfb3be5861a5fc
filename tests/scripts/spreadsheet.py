#!/usr/bin/env python3
"""What cpm export writes comes home by cpm import: untouched files stay as they are, each edit of a cell changes that value and
nothing else, three versions are merged as a second, naive implementation merges them, what people do to spreadsheets is taken as
it was meant, and hostile files are refused. The cells are edited by openpyxl, which knows nothing of cpm."""
import copy
import csv
import datetime
import io
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
import zipfile

from harness import CPM, ROOT, check, cpm, entries, expect, finish, read, run, skip, write
from public_plans import UNSAID, Source

try:
    import openpyxl
    import yaml
except ImportError:
    skip("python3-openpyxl or python3-yaml is not installed")

ROUNDS = int(os.environ.get("CPM_SHEETS", "26"))
DAY = ["--as-of", "2026-03-31"]


def tree(text):
    return yaml.load(text, Loader=yaml.BaseLoader)


class Place:
    """A folder with one county, and a file of it that travels."""

    def __init__(self, source, kind, file):
        self.folder = tempfile.mkdtemp()
        self.home = os.path.join(self.folder, "home")
        shutil.copytree(os.path.join(ROOT, source), self.home)
        self.kind, self.file = kind, file
        self.sheet = os.path.join(self.folder, kind + ".xlsx")
        self.before = self.text()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def text(self):
        return read(os.path.join(self.home, self.file))

    def reset(self):
        write(os.path.join(self.home, self.file), self.before)

    def export(self):
        remove(self.sheet)
        return cpm("export", self.kind, self.file, "-o", self.sheet, *DAY, folder=self.home, wanted=[0])

    def book(self):
        return openpyxl.load_workbook(self.sheet)

    def take(self, *words, sheet=None):
        return cpm("import", sheet or self.sheet, "--into", self.file, "--format", "json", *DAY, *words, folder=self.home)

    def result(self, *words, sheet=None):
        done = self.take(*words, sheet=sheet)
        if done.status not in (0, 1) or not done.out.startswith("{"):
            check("import answers", False, done.status, done.said)
            return {"differences": []}
        return json.loads(done.out)["result"]


def remove(path):
    """A spreadsheet is never written over."""
    if os.path.exists(path):
        os.remove(path)


def heads(sheet, row=1):
    return {str(cell.value): cell.column for cell in sheet[row] if cell.value}


def set_text(cell, text):
    """openpyxl takes a text that begins with `=` for a formula."""
    cell.value = text
    if text is not None:
        cell.data_type = "s"


def rows_of(sheet):
    return [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value not in (None, "")]


# 1. Untouched.

def untouched():
    """Of the examples and fixtures; CPM_SHEETS_OF names another folder, such as what tests/bench/statewide.py wrote."""
    places = []
    others = [os.environ["CPM_SHEETS_OF"]] if "CPM_SHEETS_OF" in os.environ else []
    for top in ("examples", "tests/first-release", "tests/public", "tests/cli", "tests/rules", *others):
        for folder, _, names in os.walk(os.path.join(ROOT, top)):
            places += [os.path.join(folder, name) for name in names if name.endswith((".yaml", ".yml"))]
    seen = 0
    with tempfile.TemporaryDirectory() as folder:
        sheet = os.path.join(folder, "out.xlsx")
        for path in sorted(places):
            head = open(path, encoding="utf-8", errors="replace").read(4000)
            kind = next((kind for kind in ("snapshot", "plan", "support") if f"format: cpm/{kind}/" in head), None)
            if kind is None or (seen > 150 and "/rules/" in path):
                continue
            remove(sheet)
            if cpm("export", kind, path, "-o", sheet, *DAY).status != 0:
                continue  # it has errors
            before = open(path, "rb").read()
            done = cpm("import", sheet, "--into", path, "--format", "json", *DAY)
            result = json.loads(done.out)["result"] if done.out.startswith("{") else {"differences": [done.said]}
            expect(f"untouched: {os.path.relpath(path, ROOT)}", (open(path, "rb").read() == before, result["differences"]), (True, []))
            open(path, "wb").write(before)
            seen += 1
    check("files of all kinds were tried", seen > 80, seen)


# 2. Random edits.

PLAN = {  # sheet → (path of its list, {head → (path in the record, what it holds)})
    "Steps": ("steps", {"Action": ("action", "text!"), "Start": ("start", "when"), "Due": ("due", "when"), "Done on": ("done_on", "day"),
                        "With": ("with", "texts"), "Monitor on": ("monitor_on", "when"), "Status": ("status", "choice"),
                        "Initiatives": ("initiatives", "texts"), "Responsible: name": ("responsible.name", "text")}),
    "Objectives": ("objectives", {"Statement": ("statement", "text!"), "Indicator: text": ("indicator.text", "text!"),
                                  "Indicator: unit": ("indicator.unit", "text"), "Indicator: target": ("indicator.target", "number"),
                                  "Confirmed on": ("confirmed_on", "day")}),
    "Priorities": ("priorities", {"Title": ("title", "text!"), "Reason": ("reason", "text"), "Order": ("order", "count")}),
    "Team": ("team", {"Role": ("role", "text!"), "Organization": ("organization", "text"), "Part": ("part", "text")}),
    "Reviews": ("reviews", {"Date": ("date", "day!"), "Note": ("note", "text"), "Change": ("change", "text")}),
}
SNAPSHOT = {
    "Ratings": ("ratings", {"Answer": ("score", "answer"), "Comment": ("comment", "text"), "Evidence": ("evidence", "texts")}),
    "Votes": ("ratings", {"Voted 0": ("votes.0", "count"), "Voted 1": ("votes.1", "count"), "Voted 2": ("votes.2", "count")}),
    "Priorities": ("priorities", {"Title": ("title", "text!"), "Reason": ("reason", "text")}),
    "Participants": ("participants", {"Role": ("role", "text!"), "Count": ("count", "count")}),
    "Opportunities": ("analysis.opportunities", {"Text": ("text", "text!")}),
}
SUPPORT = {"Support": ("needs", {"Request": ("request", "text!"), "Provider": ("provider", "text"), "Needed by": ("needed_by", "when"),
                                 "Status": ("status", "choice"), "Note": ("note", "text")})}
TEXTS = ["Coach each unit", "=1+1", "-5 days", "@home", "+1 530", "yes", "no", "null", "~", "1.10", "2026-01-01", "a: b # c", "'quoted'",
         '"double"', "two\nlines", "- dash", "[list]", "{map}", "a|b", "tab\tinside", "ünï – “smart”", "%5", "*x", "&y", "0", "007", "1e3"]


def random_value(dice, what, sheet, row, column):
    """What is put into a cell, and the text that the file then has; None: nothing."""
    if not what.endswith("!") and what not in ("answer", "choice") and dice.random() < 0.15:
        return None, None
    kind = what.rstrip("!")
    if kind == "text":
        text = dice.choice(TEXTS) + (" " + str(dice.randrange(100)) if dice.random() < 0.5 else "")
        return text, text
    if kind == "texts":
        texts = [dice.choice(TEXTS[:10]) + str(dice.randrange(9)) for _ in range(dice.randrange(1, 4))]
        texts = [text.lstrip("-").strip() for text in texts]
        return "\n".join(texts), texts
    day = datetime.date(2025, 1, 1) + datetime.timedelta(days=dice.randrange(900))
    if kind == "day" or (kind == "when" and dice.random() < 0.5):
        return datetime.datetime(day.year, day.month, day.day), day.isoformat()
    if kind == "when":
        text = dice.choice([f"{day.year}-{day.month:02}", f"{day.year}-Q{(day.month + 2) // 3}"])
        return text, text
    if kind == "number":
        number = dice.choice([dice.randrange(100), dice.randrange(1000) / 10])
        return number, f"{number:g}"
    if kind == "count":
        number = dice.randrange(1, 9)
        return number, str(number)
    choices = CHOICES[what if what == "answer" else (sheet.title, "Status")]
    return dice.choice(choices)


CHOICES = {
    "answer": [("Not in place (0)", "0"), ("Partially in place (1)", "1"), ("Fully in place (2)", "2"), (1, "1"), ("2", "2")],
    ("Steps", "Status"): [("In progress", "in_progress"), ("not started", "not_started"), ("Delayed", "delayed"), ("done", "done"), ("“Dropped”", "dropped")],
    ("Support", "Status"): [("Wanted", "wanted"), ("requested", "requested"), ("“Declined”", "declined")],
}


def at(root, path):
    for part in path:
        root = root[part]
    return root


def put(record, path, value):
    *above, last = path.split(".")
    for part in above:
        if not isinstance(record.get(part), dict):
            if value is None:
                return
            record[part] = {}
        record = record[part]
    if value is None:
        record.pop(last, None)
    else:
        record[last] = value


def without_empty(value):
    if isinstance(value, dict):
        parts = {key: without_empty(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, "", {}, [])}
    if isinstance(value, list):
        return [without_empty(part) for part in value]
    return value


def edit_randomly(dice, place, tables, edits):
    """Changes cells, and returns what the file should say afterwards."""
    book = place.book()
    expected = tree(place.text())
    done = set()
    for _ in range(edits):
        name = dice.choice([name for name in tables if name in book.sheetnames])
        sheet, (path, columns) = book[name], tables[name]
        rows = rows_of(sheet)
        if not rows:
            continue
        row, (head, (key, what)) = dice.choice(rows), dice.choice(list(columns.items()))
        column = heads(sheet).get(head)
        if column is None or (name, row, key) in done:
            continue
        holder = at(expected, path.split("."))
        record_key = str(sheet.cell(row, 1).value)
        if isinstance(holder, dict):
            record = holder.setdefault(record_key, {})
        else:
            known = [each for each in holder if each.get("id") == record_key]
            record = known[0] if known else holder[int(record_key) - 1]
        if what == "answer" and "state" in record:
            del record["state"]
        value, wanted = random_value(dice, what, sheet, row, column)
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            set_text(cell, value)
        else:
            cell.value = value
        put(record, key, wanted)
        done.add((name, row, key))
    book.save(place.sheet)
    return expected, len(done)


def same_words(value):
    """A day in a folded text may end with a line end, which a cell does not keep."""
    if isinstance(value, dict):
        return {key: same_words(part) for key, part in value.items()}
    if isinstance(value, list):
        return [same_words(part) for part in value]
    return value.strip() if isinstance(value, str) else value


def random_edits(through=None, rounds=ROUNDS, edits=40):
    dice = random.Random(13)
    total = 0
    for source, kind, file, tables in (("examples/alder", "plan", "plans/2025-07.yaml", PLAN),
                                       ("examples/alder", "snapshot", "snapshots/2026-03-12.yaml", SNAPSHOT),
                                       ("examples/alder", "support", "support.yaml", SUPPORT)):
        with Place(source, kind, file) as place:
            for number in range(rounds):
                place.reset()
                place.export()
                expected, count = edit_randomly(dice, place, tables, edits)
                total += count
                sheet = through(place.sheet) if through else place.sheet
                result = place.result(sheet=sheet)
                wrong = [each for each in result["differences"] if each["outcome"] != "taken"]
                after = tree(place.text())
                expect(f"{kind}, round {number}: what was not taken", wrong, [])
                expect(f"{kind}, round {number}: what the file says", without_empty(same_words(after)), without_empty(same_words(expected)))
                again = place.result(sheet=sheet)
                expect(f"{kind}, round {number}: once more", (again["written"], [each for each in again["differences"] if each["outcome"] == "taken"]), (False, []))
    return total


# 3. Three versions.

def plan_text(steps):
    lines = ["format: cpm/plan/1", "county: example", "date: 2026-01-10", "team: [{role: Manager}]",
             "horizon: {start: 2026-01-15, reassess: 2027-01-15}", "priorities: [{id: p1, area: or, title: First}]",
             "objectives: [{id: o1, priority: p1, statement: Something is seen}]", "steps:"]
    for step in steps:
        lines.append(f"  - id: {step['id']}")
        lines += [f"    {key}: {json.dumps(step[key])}" for key in ("objective", "action", "start", "due", "initiatives") if step.get(key)]
    return "\n".join(lines) + ("\n" if steps else " []\n")


COLUMNS = {"action": "Action", "start": "Start", "due": "Due"}
VALUES = {"action": ["Alpha", "Beta", "Gamma"], "start": ["2026-02", "2026-03", "2026-Q2", None], "due": ["2026-06", "2026-07", None]}


def naive_merge(base, here, there):
    """The file afterwards, and the conflicts: (record, key)."""
    out, conflicts = copy.deepcopy(there), set()
    ids = {step["id"]: step for step in out}
    for name, row in here.items():
        if name not in base:  # new here
            out.append({"id": name, **row})
        elif name in ids:
            for key in COLUMNS:
                was, says, now = base[name].get(key), row.get(key), ids[name].get(key)
                if says == was or says == now:
                    continue
                if now != was:
                    conflicts.add((name, key))
                else:
                    ids[name][key] = says
        else:  # removed there
            conflicts |= {(name, key) for key in COLUMNS if row.get(key) != base[name].get(key)}
    gone = [name for name in base if name not in here and name in ids]
    for name in gone:
        if all(base[name].get(key) == ids[name].get(key) for key in COLUMNS):
            out = [step for step in out if step["id"] != name]
        else:
            conflicts.add((name, None))
    return out, conflicts


def changed(dice, steps, prefix):
    steps = copy.deepcopy(steps)
    for step in list(steps):
        what = dice.random()
        if what < 0.15 and len(steps) > 2:
            steps.remove(step)
        elif what < 0.65:
            key = dice.choice(list(COLUMNS))
            step[key] = dice.choice([value for value in VALUES[key] if key != "action" or value])
    for number in range(dice.randrange(3)):
        steps.append({"id": f"{prefix}-{number}", "objective": "o1", "action": dice.choice(VALUES["action"]) + prefix})
    return steps


def three_way():
    dice = random.Random(31)
    with Place("examples/alder", "plan", "plans/2025-07.yaml") as place:
        for number in range(ROUNDS):
            base = [{"id": f"step-{i}", "objective": "o1", **{key: dice.choice(values) or "" for key, values in VALUES.items()}} for i in range(8)]
            place.before = plan_text(base)
            place.reset()
            place.export()
            here, there = changed(dice, base, "here"), changed(dice, base, "there")
            book = place.book()
            sheet = book["Steps"]
            columns = heads(sheet)
            sheet.delete_rows(2, sheet.max_row)
            order = list(here)
            dice.shuffle(order)
            for row, step in enumerate(order, start=2 + dice.randrange(3)):
                sheet.cell(row, 1).value = step["id"]
                sheet.cell(row, columns["Objective"]).value = step["objective"]
                for key, head in COLUMNS.items():
                    sheet.cell(row, columns[head]).value = step.get(key) or None
            book.save(place.sheet)
            write(os.path.join(place.home, place.file), plan_text(there))
            by_id = lambda steps: {step["id"]: {key: step.get(key) or None for key in ("objective", *COLUMNS)} for step in steps}
            wanted, conflicts = naive_merge(by_id(base), by_id(order), [{"id": name, **row} for name, row in by_id(there).items()])
            result = place.result("--remove")
            after = by_id(tree(place.text()).get("steps") or [])
            expect(f"three versions, round {number}", after, by_id(wanted))
            found = set()
            for each in result["differences"]:
                if each["outcome"] in ("conflict", "problem"):
                    record, _, key = each["place"].partition("].")
                    found.add((record.removeprefix("steps[").rstrip("]"), key or None))
            expect(f"three versions, conflicts, round {number}", found, conflicts)


# 4. What people do to spreadsheets.

class Steps:
    """The sheet of the steps, by the heads of its columns and the ids of its rows."""

    def __init__(self, book, name="Steps"):
        self.sheet = book[name]

    def cell(self, key, head):
        row = next(row for row in rows_of(self.sheet) if str(self.sheet.cell(row, 1).value) == key)
        return self.sheet.cell(row, heads(self.sheet)[head])

    def text(self, key, head, text):
        set_text(self.cell(key, head), text)


def step(place, key):
    return next(each for each in tree(place.text())["steps"] if each["id"] == key)


def people_case(what, change, wanted, problems=(), remarks=(), words=(), kind="plan"):
    """`change` gets the book; `wanted`: what the step `s1` or the file then says, by a function; `problems`: cells."""
    file = {"plan": "plans/2025-07.yaml", "snapshot": "snapshots/2026-03-12.yaml"}[kind]
    with Place("examples/alder", kind, file) as place:
        place.export()
        book = place.book()
        change(book)
        book.save(place.sheet)
        done = place.take(*words)
        result = json.loads(done.out)["result"]
        for value, says in wanted(place):
            expect(f"people: {what}", value, says)
        wrong = sorted(each["cell"] for each in result["differences"] if each["outcome"] in ("problem", "conflict"))
        expect(f"people: {what}: cells that were not taken", wrong, sorted(problems))
        for each in result["differences"]:
            check(f"people: {what}: says why and what to do", each["outcome"] != "problem" or (each["reason"] and each["help"]), each)
        for remark in remarks:
            check(f"people: {what}: says {remark}", remark in done.err, done.err)


def texts(key, head, text, field, wanted):
    def change(book):
        Steps(book).text(key, head, text)
    return change, lambda place: [(step(place, key).get(field), wanted)]


def people():
    first = next(each["id"] for each in tree(read("examples/alder/plans/2025-07.yaml"))["steps"])
    second = tree(read("examples/alder/plans/2025-07.yaml"))["steps"][1]["id"]
    due = step_due = tree(read("examples/alder/plans/2025-07.yaml"))["steps"][0].get("due")
    for text, wanted in (("1/15/2027", "2027-01-15"), ("2-Jun-27", "2027-06-02"), ("June 2, 2027", "2027-06-02"), ("Nov 2026", "2026-11"),
                         ("November 2026", "2026-11"), ("2026-Q4", "2026-Q4"), (" 2026-11-15\u00a0", "2026-11-15"), ("2026-11-15T00:00:00", None)):
        if wanted:
            people_case(f"a day typed as {text!r}", *texts(first, "Due", text, "due", wanted))
    # What nobody can tell stays a question, and the file as it is.
    for text in ("6/2/27", "TBD", "soon", "n/a", "Fall 2026"):
        change, keep = texts(first, "Due", text, "due", step_due)
        people_case(f"a day typed as {text!r}", change, keep, problems=[f"Steps!{due_cell(first)}"])
    for text, wanted in (("Completed", "done"), ("In progress", "in_progress"), ("“Done”", "done"), ("on hold", "delayed"), (" DONE ", "done"),
                         ("100% complete", "done")):
        people_case(f"a status typed as {text!r}", *texts(second, "Status", text, "status", wanted))

    def serial(book):
        cell = Steps(book).cell(first, "Due")
        cell.value, cell.number_format = 46402, "General"
    people_case("a serial number", serial, lambda place: [(step(place, first)["due"], "2027-01-15")])

    def month(book):
        cell = Steps(book).cell(first, "Due")
        cell.value, cell.number_format = datetime.datetime(2026, 11, 1), "mmm-yy"
    people_case("a month, as Excel shows it", month, lambda place: [(step(place, first)["due"], "2026-11")])

    def macintosh(book):
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        Steps(book).cell(first, "Due").value = datetime.datetime(2027, 1, 15)
    people_case("days counted from 1904", macintosh, lambda place: [(step(place, first)["due"], "2027-01-15")])

    def percents(book):
        targets = Steps(book, "Objectives")
        cell = targets.cell("coached-units", "Indicator: target")
        cell.value, cell.number_format = 0.8, "0%"
        set_text(targets.cell("coached-supervisors", "Indicator: target"), "75 %")
        set_text(targets.cell("answers-in-time", "Indicator: target"), "1,200")
    people_case("percents and thousands", percents, lambda place: [
        ([each["indicator"]["target"] for each in tree(place.text())["objectives"][:3]], ["80", "75", "1200"])])

    def spaces(book):
        Steps(book).text(first, "Action", " \u00a0" + Steps(book).cell(first, "Action").value + "\u00a0  \n")
    people_case("spaces around a text", spaces, lambda place: [(place.text(), place.before)])

    def moved(book):
        sheet = book["Steps"]
        sheet.insert_cols(2)
        sheet.cell(1, 2).value = "Notes of the Board"
        sheet.cell(2, 2).value = "why so late?"
        sheet.move_range(f"C1:C{sheet.max_row}", cols=30)
        columns = heads(sheet)
        sheet.cell(1, columns["Status"]).value = "Current status"
        sheet.cell(1, columns["Due"]).value = "Deadline"
        sheet.column_dimensions["E"].hidden = True
        sheet.cell(next(row for row in rows_of(sheet) if sheet.cell(row, 1).value == second), columns["Due"]).value = datetime.datetime(2027, 3, 1)
    people_case("columns moved, renamed, hidden and added", moved, lambda place: [(step(place, second)["due"], "2027-03-01")],
                remarks=["`Notes of the Board` (Steps!B)"])

    def sorted_rows(book):
        sheet = book["Steps"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=1 + len(rows_of(sheet)))]
        rows.sort(key=lambda row: str(row[3]), reverse=True)
        sheet.delete_rows(2, len(rows))
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                set_text(sheet.cell(2 + at * 2, column + 1), value) if isinstance(value, str) else setattr(sheet.cell(2 + at * 2, column + 1), "value", value)
        sheet.auto_filter.add_filter_column(1, ["coached-units"])
    people_case("rows sorted, filtered, with empty rows between", sorted_rows, lambda place: [(place.text(), place.before)])

    def renamed(book):
        book["Steps"].title = "Action steps (BOS draft)"
        book.create_sheet("My notes")["A1"] = "Ask Luis about the budget"
        book["Action steps (BOS draft)"].cell(2, heads(book["Action steps (BOS draft)"])["Action"]).value = "Something else"
    people_case("a sheet renamed, another one added", renamed, lambda place: [(tree(place.text())["steps"][0]["action"], "Something else")],
                remarks=["`Action steps (BOS draft)` is taken for `Steps`", "`My notes` is left out"])

    def new_row(book):
        sheet = book["Steps"]
        row, columns = len(rows_of(sheet)) + 4, heads(sheet)
        sheet.cell(row, columns["Objective"]).value = "coached-units"
        sheet.cell(row, columns["Action"]).value = "Write the handbook for coaches"
        sheet.cell(row, columns["Responsible: role"]).value = "Training manager"
        sheet.cell(row, columns["Status"]).value = "Not started"
    people_case("a new row without an id", new_row, lambda place: [
        ({key: tree(place.text())["steps"][-1][key] for key in ("objective", "action", "responsible", "status")},
         {"objective": "coached-units", "action": "Write the handbook for coaches", "responsible": {"role": "Training manager"}, "status": "not_started"}),
        (len({each["id"] for each in tree(place.text())["steps"]}), len(tree(place.before)["steps"]) + 1)])

    def half_row(book):
        sheet = book["Steps"]
        sheet.cell(len(rows_of(sheet)) + 2, heads(sheet)["Action"]).value = "Somebody should do something"
    people_case("a new row that lacks its objective", half_row, lambda place: [(place.text(), place.before)], problems=[new_row_cell()])

    def review(book):
        sheet = book["Reviews"]
        row, columns = len(rows_of(sheet)) + 2, heads(sheet)
        sheet.cell(row, columns["Date"]).value = datetime.datetime(2026, 3, 30)
        sheet.cell(row, columns["Step"]).value = second
        sheet.cell(row, columns["Note"]).value = "It goes well: more next time"
    people_case("a new review", review, lambda place: [
        (tree(place.text())["reviews"][-1], {"date": "2026-03-30", "step": second, "note": "It goes well: more next time"})])

    def removed(book):
        book["Reviews"].delete_rows(2)
    people_case("a row deleted, without asking to remove it", removed, lambda place: [(place.text(), place.before)])
    people_case("a row deleted, with --remove", removed, lambda place: [(tree(place.text())["reviews"], tree(place.before)["reviews"][1:])],
                words=["--remove"])

    with Place("examples/alder", "plan", "plans/2025-07.yaml") as place:
        place.export()
        book = place.book()
        removed(book)
        book.save(place.sheet)
        cpm("set", place.file, "reviews[1].note", "Written meanwhile", folder=place.home, wanted=[0, 1])
        changed_there = tree(place.text())["reviews"]
        open_one = [each["cell"] for each in place.result("--remove")["differences"] if each["outcome"] == "conflict"]
        expect("people: a deleted row that was changed in the file stays, as a conflict with a name",
               (open_one, tree(place.text())["reviews"]), (["Reviews!1"], changed_there))
        place.result("--remove", "--take", open_one[0])
        expect("people: by that name it can be removed", tree(place.text())["reviews"], changed_there[1:])

    def measured(book):
        sheet = book["Measurements"]
        row = len(rows_of(sheet)) + 2
        for column, value in ((2, "coached-units"), (3, datetime.datetime(2026, 3, 20)), (4, 5)):
            sheet.cell(row, column).value = value
        targets = book["Targets"]
        row = len(rows_of(targets)) + 2
        for column, value in ((2, "coaching"), (3, "wd-training"), (4, 2)):
            targets.cell(row, column).value = value
    people_case("a new figure and a new target", measured, lambda place: [
        (tree(place.text())["objectives"][0]["indicator"]["series"][-1], {"date": "2026-03-20", "value": "5"}),
        (tree(place.text())["priorities"][0]["targets"].get("wd-training"), "2")])

    def formulas(book):
        Steps(book).cell(first, "Action").value = '="Alpha"&"Beta"'
        Steps(book).cell(second, "Action").value = "#N/A"
        Steps(book).cell(second, "Action").data_type = "e"
    people_case("formulas without a result", formulas, lambda place: [(place.text(), place.before)],
                problems=["Steps!" + Steps(load("plan")).cell(key, "Action").coordinate for key in (first, second)])

    def merged(book):
        sheet = book["Steps"]
        column = openpyxl.utils.get_column_letter(heads(sheet)["Responsible: role"])
        sheet.merge_cells(f"{column}2:{column}4")
        sheet.cell(2, 2).comment = openpyxl.comments.Comment("Really?", "Somebody")
    people_case("merged cells and notes", merged, lambda place: [
        ([each["responsible"].get("role") for each in tree(place.text())["steps"][:3]], [tree(place.before)["steps"][0]["responsible"]["role"]] * 3)])

    def bare(book):
        del book["cpm"]
        Steps(book).text(first, "Action", "Written by somebody")
        Steps(book).cell(first, "Due").value = None
    people_case("without the hidden sheet", bare, lambda place: [(step(place, first)["action"], "Written by somebody"), (step(place, first)["due"], due)],
                remarks=["does not know what was exported"])

    def emptied(book):
        Steps(book).cell(first, "Action").value = None
        Steps(book).cell(first, "Due").value = None
    people_case("a cell emptied", emptied, lambda place: [(step(place, first).get("due"), None), (step(place, first)["action"], tree(place.before)["steps"][0]["action"])],
                problems=["Steps!" + Steps(load("plan")).cell(first, "Action").coordinate])

    def other_id(book):
        Steps(book).cell(first, "Id").value = "another-id"
    people_case("an id changed", other_id, lambda place: [(place.text(), place.before)], problems=["Steps!A2"])

    def own_values(book):
        plan = Steps(book, "Plan")
        plan.cell("horizon.reassess", "Value").value = datetime.datetime(2026, 10, 31)
        plan.text("contact.phone", "Value", None)
        plan.text("county", "Value", " example-alder\u00a0")
    people_case("the file's own values", own_values, lambda place: [
        ((tree(place.text())["horizon"]["reassess"], tree(place.text())["contact"].get("phone"), tree(place.text())["county"]),
         ("2026-10-31", None, "example-alder"))])

    def answers(book):
        ratings = Steps(book, "Ratings")
        for item, text in (("or-vision", "Don't know"), ("or-sponsor", "n/a"), ("or-team", "partially in place"), ("or-linked", 2), ("or-policy", "Fully in place (2)")):
            cell = ratings.cell(item, "Answer")
            set_text(cell, text) if isinstance(text, str) else setattr(cell, "value", text)
    people_case("answers in words", answers, lambda place: [
        ({item: {key: tree(place.text())["ratings"][item].get(key) for key in ("score", "state")} for item in ("or-vision", "or-sponsor", "or-team", "or-linked", "or-policy")},
         {"or-vision": {"score": None, "state": "dont_know"}, "or-sponsor": {"score": None, "state": "not_applicable"}, "or-team": {"score": "1", "state": None},
          "or-linked": {"score": "2", "state": None}, "or-policy": {"score": "2", "state": None}})], kind="snapshot")


def load(kind):
    with Place("examples/alder", kind, {"plan": "plans/2025-07.yaml"}[kind]) as place:
        place.export()
        return place.book()


def due_cell(key):
    return Steps(load("plan")).cell(key, "Due").coordinate


def new_row_cell():
    return f"Steps!A{len(rows_of(load('plan')['Steps'])) + 2}"


def offered(book, cell):
    """The list that a person gets at a cell."""
    for each in cell.parent.data_validations.dataValidation:
        if cell.coordinate in each.sqref and each.formula1:
            name, cells = each.formula1.split("!")
            return [one.value for (one,) in book[name][cells.replace("$", "")]]
    return []


def offers():
    """Where a value is one of a few, its cell has the list: in a table by column, among the file's own values by row."""
    with Place("examples/alder", "snapshot", "snapshots/2026-03-12.yaml") as place:
        place.export()
        book = place.book()
        own = Steps(book, "Snapshot")
        for key, wanted in {"status": ["Draft", "Final"], "administration": ["Baseline", "Follow-up"], "facilitator.voted": ["Yes", "No"], "date": []}.items():
            expect(f"the list at {key}", offered(book, own.cell(key, "Value")), wanted)
        counties = [each["id"] for each in entries("counties")]
        expect("the list of counties", offered(book, own.cell("county", "Value")), counties)
        expect("the list of answers", offered(book, Steps(book, "Ratings").cell("or-vision", "Answer"))[:2], ["Not in place (0)", "Partially in place (1)"])


def blank():
    """A Snapshot that is filled in with no other tool becomes a file."""
    with tempfile.TemporaryDirectory() as folder:
        write(os.path.join(folder, "cpm.yaml"), "format: cpm/repository/1\ncounty: yolo\n")
        cpm("export", "snapshot", "--blank", "--county", "yolo", "-o", "new.xlsx", *DAY, folder=folder, wanted=[0])
        book = openpyxl.load_workbook(os.path.join(folder, "new.xlsx"))
        Steps(book, "Snapshot").cell("date", "Value").value = datetime.datetime(2026, 4, 1)
        Steps(book, "Ratings").text("or-vision", "Answer", "Fully in place (2)")
        for column, value in ((2, "Director"), (4, 1)):
            book["Participants"].cell(2, column).value = value
        book.save(os.path.join(folder, "new.xlsx"))
        done = cpm("import", "new.xlsx", *DAY, folder=folder)
        check("a blank Snapshot comes home", done.status == 0, done.said)
        expect("a blank Snapshot, filled in", tree(read(os.path.join(folder, "snapshots/2026-04-01.yaml"))),
               {"format": "cpm/snapshot/1", "county": "yolo", "date": "2026-04-01", "status": "draft", "instrument": {"id": "cpm-default", "version": "1.0"},
                "administration": "baseline", "participants": [{"role": "Director", "count": "1"}], "ratings": {"or-vision": {"score": "2"}}})


# 5. Hostile files.

def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, bytes_ in parts.items():
            file.writestr(name, bytes_)
    return out.getvalue()


def unpacked(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def hostile_files(place):
    place.export()
    good = open(place.sheet, "rb").read()
    parts = unpacked(place.sheet)
    steps = "xl/worksheets/sheet8.xml"
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    row = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>x</t></is></c></row>'
    shared = b'<sst xmlns="x"><si><t>' + b"x" * 100_000 + b"</t></si></sst>"
    often = b"".join(b'<row r="%d">' % at + b'<c t="s"><v>0</v></c>' * 200 + b"</row>" for at in range(1, 100))
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    yield "empty", b"", None
    yield "a text", b"hello", None
    yield "random bytes", random.Random(1).randbytes(5000), None
    yield "an archive of nothing", packed({"a.txt": b"a"}), None
    yield "an old Excel file", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Excel 2003"
    yield "a zip bomb", packed({**parts, steps: head + b" " * 200_000_000 + b"</sheetData></worksheet>"}), "larger than cpm reads"
    yield "many bombs", packed({**parts, **{f"xl/worksheets/sheet{i}.xml": head + b" " * 15_000_000 + b"</sheetData></worksheet>" for i in range(1, 9)}}), "larger than cpm reads"
    yield "an entity bomb", packed({**parts, steps: entity + parts[steps].split(b"?>", 1)[-1]}), "words of its own"
    yield "an external entity", packed({**parts, "xl/workbook.xml": b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + parts["xl/workbook.xml"].split(b"?>", 1)[-1]}), "words of its own"
    yield "a million rows", packed({**parts, steps: head + b"".join(row % (at, at) for at in range(1, 150_000)) + b"</sheetData></worksheet>"}), "more cells"
    yield "a cell far away", packed({**parts, steps: head + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'}), "more cells"
    yield "one long text in many cells", packed({**parts, "xl/sharedStrings.xml": shared, steps: head + often + b"</sheetData></worksheet>"}), "more cells"
    yield "deep elements", packed({**parts, steps: b"<a>" * 100_000 + b"</a>" * 100_000}), None
    yield "no XML", packed({**parts, steps: b"\0\1\2<<<>>"}), None
    yield "half XML", packed({**parts, steps: parts[steps][:3000]}), None
    yield "no workbook", packed({name: part for name, part in parts.items() if name != "xl/workbook.xml"}), None
    yield "no sheets", packed({**parts, "xl/workbook.xml": b"<workbook/>"}), "no sheet"
    for size in (1, 30, 500, len(good) // 2, len(good) - 10):
        yield f"cut after {size} bytes", good[:size], None
    dice = random.Random(7)
    for number in range(40):
        broken = bytearray(good)
        for _ in range(dice.randrange(1, 30)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        yield f"broken bytes {number}", bytes(broken), None
    ods = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
    table = b'<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Steps">'
    cell = b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    yield "an .ods that repeats a cell", packed({**ods, "content.xml": table + cell + b"</table:table></office:spreadsheet></office:body></office:document-content>"}), "more cells"


def weighed(command, folder):
    """How a command ended within 1.5 GB of address space, and how many MiB it held at the most."""
    with tempfile.TemporaryDirectory() as scratch:
        figure = os.path.join(scratch, "kib")
        tell = 'ulimit -v 1500000; python3 -c "$1" "$2" "${@:3}"'
        child = ("import os, resource, subprocess, sys; status = subprocess.call(sys.argv[2:]); "
                 "open(sys.argv[1], 'w').write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)); sys.exit(status)")
        done = run(["bash", "-c", tell, "bash", child, figure, *command], folder)
        return done, int(read(figure)) / 1024


def hostile():
    with Place("examples/alder", "plan", "plans/2025-07.yaml") as place:
        slowest = largest = 0
        for name, bytes_, says in hostile_files(place):
            for ending in (".xlsx", ".csv") if name.startswith("random") else (".xlsx",):
                path = os.path.join(place.folder, "hostile" + ending)
                write(path, bytes_)
                began = time.monotonic()
                done, memory = weighed([CPM, "import", path, "--into", place.file, "--diff", *DAY], place.home)
                slowest, largest = max(slowest, time.monotonic() - began), max(largest, memory)
                fine = done.status in (0, 1, 2) and "internal" not in done.said and "terminate" not in done.said
                check(f"hostile: {name} is refused or read", fine, done.status, done.said[:2000])
                check(f"hostile: {name}: says {says}", says is None or (done.status == 1 and says in done.err), done.status, done.said[:2000])
                expect(f"hostile: {name} changes nothing", place.text(), place.before)
        print(f"hostile files: the slowest took {slowest:.1f} s, the largest {largest:.0f} MiB")
        # Macros and links to other files are passed over, and that is said.
        place.export()
        write(place.sheet, packed({**unpacked(place.sheet), "xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<x/>"}))
        done = place.take()
        check("macros and links are passed over", done.status == 0 and "macros" in done.err and "other files" in done.err, done.said)


# 6. Texts that a spreadsheet would run.

def never_a_formula():
    with Place("examples/alder", "plan", "plans/2025-07.yaml") as place:
        evil = ["=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(1)", "\t=1", "=cmd|' /C calc'!A0"]
        text = place.before
        steps = tree(text)["steps"][:len(evil)]
        for each, action in zip(steps, evil):
            done = cpm("set", place.file, f"steps[{each['id']}].action", action, folder=place.home)
            check("set", done.status in (0, 1), done.said)
        place.export()
        parts = unpacked(place.sheet)
        check("no formula is written", not any(b"<f>" in part for part in parts.values()))
        book = place.book()
        sheet = book["Steps"]
        for each, action in zip(steps, evil):
            cell = Steps(book).cell(each["id"], "Action")
            expect("a text stays a text", (cell.data_type, cell.value), ("s", action.strip()))


# 7. Tables of a county's own, by a map.

class OwnTable:
    """A plan without steps, a .csv and a map of its columns. `columns`: where each head goes."""
    PLAN = """format: cpm/plan/1
county: yolo
date: 2026-07-01
horizon: {start: 2026-07-01, reassess: 2027-06-30}
team: [{role: Director}]
priorities:
  - {id: p1, area: wd, title: Coaching, reason: It comes first.}
objectives:
  - {id: o1, priority: p1, statement: All units have coaches.}
steps: []
"""

    def __init__(self, rows, columns, objective=True):
        self.rows, self.columns, self.objective = rows, columns, objective

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        write(os.path.join(self.folder.name, "cpm.yaml"), "format: cpm/repository/1\ncounty: yolo\n")
        write(os.path.join(self.folder.name, "plan.yaml"), self.PLAN)
        self.put(self.rows)
        lines = [f"      - {{head: {json.dumps(head)}, to: {key}}}\n" for head, key in self.columns]
        if self.objective:
            lines.append("      - {to: objective, value: o1}\n")
        write(os.path.join(self.folder.name, "map.yaml"), "format: cpm/map/1\nsheets:\n  - table: Steps\n    columns:\n" + "".join(lines))
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def put(self, rows):
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        write(os.path.join(self.folder.name, "t.csv"), text.getvalue())

    def take(self, *words):
        return cpm("import", "t.csv", "--into", "plan.yaml", *words, *DAY, folder=self.folder.name)

    def result(self):
        return json.loads(self.take("--map", "map.yaml", "--format", "json").out)["result"]

    def steps(self):
        return tree(read(os.path.join(self.folder.name, "plan.yaml")))["steps"]

    def guess(self):
        """The row of heads, and what each head goes to."""
        done = self.take("--guess")
        sheets = yaml.safe_load(done.out)["sheets"]
        return [(sheet["heads"], {each["head"]: each["to"] for each in sheet["columns"] or []}) for sheet in sheets or []]


def rows_with_same_words():
    """Rows with the same words are about one record each, also when one of them is gone."""
    rows = [["Action", "Who"], ["Hold a workshop", "Unit A"], ["Write a report", "Unit B"], ["Hold a workshop", "Unit C"]]
    with OwnTable(rows, [("Action", "action"), ("Who", "responsible.role")]) as table:
        table.take("--map", "map.yaml")
        expect("same words: all rows are new", [each["responsible"]["role"] for each in table.steps()], ["Unit A", "Unit B", "Unit C"])
        again = table.result()
        expect("same words: twice changes nothing", (again["written"], again["differences"]), (False, []))
        table.put([rows[0], *rows[2:]])
        less = table.result()
        expect("same words: without the first one, too", (less["written"], less["differences"]), (False, []))
        table.put([rows[0], ["Hold a workshop", "Unit D"], *rows[2:]])
        table.take("--map", "map.yaml")
        expect("same words: the one that changed", [each["responsible"]["role"] for each in table.steps()], ["Unit D", "Unit B", "Unit C"])


def one_of_two():
    """A leader is a role or a team: what would take the place of the other is a problem, and nothing is lost."""
    columns = [("Action", "action"), ("Role", "responsible.role"), ("Unit", "responsible.team")]
    with OwnTable([["Action", "Role", "Unit"], ["One", "Director", "Unit A"], ["Two", "", "Unit B"]], columns) as table:
        result = table.result()
        problems = [(each["cell"], each["reason"], each["help"]) for each in result["differences"] if each["outcome"] == "problem"]
        expect("one of two: the second is a problem", problems, [("t!C2", "`Responsible: role` is filled in, too, and only one of them can be", "empty one of t!B2 and t!C2")])
        expect("one of two: the first is written", [each["responsible"] for each in table.steps()], [{"role": "Director"}, {"team": "Unit B"}])
        table.put([["Action", "Role", "Unit"], ["Two", "Manager", "Unit B"]])
        places = [each["cell"] for each in table.result()["differences"] if each["outcome"] == "problem"]
        expect("one of two: what the file has stays", (places, table.steps()[1]["responsible"]), (["t!B2"], {"team": "Unit B"}))
        table.put([["Action", "Role", "Unit"], ["Two", "Manager", ""]])
        table.take("--map", "map.yaml")
        expect("one of two: alone it takes the other's place", table.steps()[1]["responsible"], {"role": "Manager"})


def own_numbers():
    """A county's numbers as ids become ids once."""
    with OwnTable([["No", "Action"], ["1", "One"], ["2", "Two"]], [("No", "id"), ("Action", "action")]) as table:
        table.take("--map", "map.yaml")
        ids = [each["id"] for each in table.steps()]
        again = table.result()
        expect("own numbers: twice changes nothing", (ids, again["written"], again["differences"]), (["new-1", "new-2"], False, []))


def wrong_maps():
    rows = [["Action", "Q1", "Q2", "Who", "Who", ""], ["One", "Completed", "", "A", "B", "beside"]]
    with OwnTable(rows, [("Action", "action"), ("Q1", "status"), ("Q2", "status")]) as table:
        done = table.take("--map", "map.yaml")
        check("two lines to one key are refused", done.status == 1 and "two lines go to `status`" in done.err, done.said)
        expect("and nothing is written", table.steps(), [])
    with OwnTable(rows, [("Action", "action"), ("Who", "responsible.role")]) as table:
        done = table.take("--map", "map.yaml")
        for said in ("column `Who` (t!E) is left out: D has the same head, and comes first", "column (t!F) is left out: it has no head that a map could name",
                     "column `Q1` (t!B) is left out: the map does not name it"):
            check(f"what is left out: {said}", said in done.err, done.err)
        expect("of two heads the first counts", table.steps()[0]["responsible"], {"role": "A"})
    with OwnTable([["Action"], ["One"]], [("Action", "action")], objective=False) as table:
        done = table.take("--map", "map.yaml", "--format", "json")
        helps = [each["help"] for each in json.loads(done.out)["result"]["differences"]]
        expect("a value that no column says", helps, ["add a column for it; with `--map`, a line such as `- {to: objective, value: …}` says it for all rows"])
    with OwnTable([["Action"], ["=A2&B2"], ["'=One"]], [("Action", "action")]) as table:
        result = table.result()
        expect("a formula in .csv is no text", [(each["cell"], each["reason"]) for each in result["differences"] if each["outcome"] == "problem"][:1],
               [("t!A2", "the formula in it was saved without a result")])
        expect("a text that begins like one is", [each["action"] for each in table.steps()], ["=One"])


def guesses():
    """A guess goes by the heads and by what stands below them."""
    for what, rows, wanted in (
        ("numbers are no ids", [["No", "Activity"], ["1", "One"], ["2", "Two"]], [(1, {"Activity": "action"})]),
        ("ids are", [["No", "Activity"], ["s1", "One"], ["s2", "Two"]], [(1, {"No": "id", "Activity": "action"})]),
        ("a share is no day", [["Task Name", "% Complete", "Actual Finish"], ["One", "50%", "2026-03-01"]], [(1, {"Task Name": "action", "Actual Finish": "done_on"})]),
        ("a word that comes twice is no head", [["No", "Activity, Sub-activity", "Q1", "Q2"], ["1", "One", "", ""], ["2", "Two", "Completed", "Completed"]], []),
        ("two letters make another word", [["Activity", "aaa"], ["One", "x"]], [(1, {"Activity": "action"})]),
    ):
        with OwnTable(rows, []) as table:
            expect(f"guess: {what}", table.guess(), wanted)
    done = cpm("import", "examples/work-plan/work-plan.csv", "--guess")
    check("a guess says what it needs", done.status == 2 and "`cpm import tracker.xlsx --into plans/2026-07.yaml --guess`" in done.err, done.said)


# 8. A table that a public agency has published.

def public_table():
    """The rows of tests/public/sacramento-cps-2009 as a table with its published heads; its steps are not in the plan yet."""
    folder = "tests/public/sacramento-cps-2009"
    rows = [dict(row) for row in Source(read(f"{folder}/source.txt")).rows.values()]
    columns = list(dict.fromkeys(head for row in rows for head in row))
    with Place(folder, "plan", "plans/2009-06.yaml") as place:
        whole = tree(place.before)
        write(os.path.join(place.home, place.file), place.before[:place.before.index("steps:")] + "steps: []\n")
        text = io.StringIO()
        table = csv.DictWriter(text, columns)
        table.writeheader()
        table.writerows(rows)
        path = os.path.join(place.folder, "work-plan.csv")
        write(path, text.getvalue())
        result = place.result("--map", "map.yaml", sheet=path)
        steps = tree(place.text())["steps"]
        expect("a public table: actions", [each["action"] for each in steps], [each["action"] for each in whole["steps"]])
        expect("a public table: who", [each["responsible"]["role"].strip("[]") for each in steps], [each["responsible"]["role"] for each in whole["steps"]])
        expect("a public table: days", [each["due"] for each in steps], ["2009-06-02", "2009-06-02", "2010-06-01", "2009-06-02"])
        expect("a public table: status", [each["status"] for each in steps], [each["status"] for each in whole["steps"]])
        expect("a public table: rhythm", steps[-1].get("monitor_every"), "month")
        expect("a public table: its recommendations are known already", len(tree(place.text())["objectives"]), len(whole["objectives"]))
        expect("a public table: what was not taken", [each for each in result["differences"] if each["outcome"] == "problem"], [])
        again = place.result("--map", "map.yaml", sheet=path)
        expect("a public table: twice changes nothing", (again["written"], again["differences"]), (False, []))


# 9. A workbook with a public plan, in the form in which it was found.

HEADS = ("Sl no.", "Activity, Sub-activitiy", "Output", "Relevant other SUN network/s", "Partner organization/s",
         "Organizational contribution", "Planned", "Status", "Planned2", "Status2", "Planned3", "Status3", "Planned4", "Status4",
         "Comment (if any)")
MAPPED = {"Activity, Sub-activitiy": ("action",), "Partner organization/s": ("with",),
          "Organizational contribution": ("responsible", "role"), "Status2": ("status",), "Comment (if any)": ("note",)}
FIRST = 5  # row below the heads, which stand in row 3


def published_rows(source):
    """What stands in each row of the sheet, by heads. A network stands under no head, beside its first row; a section has a row of
    its own; an empty row ends a network."""
    rows, seen = [], {None}
    for row in source.rows.values():
        cells = dict(cell.split(": ", 1) if head == UNSAID else (head, cell) for head, cell in row)
        network, section = cells.pop("Network"), cells.pop("Section", None)
        group = [cells]
        if section not in seen:
            group.insert(0, dict(zip(HEADS, section.split(" ", 1))))
        if network not in seen:
            group[0][""] = network
            group.insert(0, {})
        rows += group
        seen |= {network, section}
    return rows[1:]


def fill(sheet, number, cells):
    """Numbers are numbers, cells have lines, and behind the texts of every second row stands a blank."""
    for column, head in enumerate(("", *HEADS), 1):
        text = cells.get(head)
        if text and head == "Sl no.":
            sheet.cell(number, column).value = float(text)
        elif text:
            set_text(sheet.cell(number, column), text.replace(" ⏎ ", "\n") + " " * (number % 2))
            sheet.cell(number, column).alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")


def published_book(rows, path):
    """As Microsoft Excel had saved it: a title, the quarters and the heads in three rows; a table that begins in the third column,
    for which Excel numbered the heads that came again; and merged cells, also beside the rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "SUN MSP WP 2021"
    sheet["B1"] = "SUN Network Work Plan                 2021"
    sheet.merge_cells("B1:P1")
    for first, last, quarter in (("H", "I", "Q 1 (Jan-Mar)"), ("J", "K", "Q2 (Apr-Jun)"), ("L", "M", "Q3 (Jul-Sep)"), ("N", "O", "Q4 (Oct-Dec)")):
        sheet[f"{first}2"] = quarter
        sheet.merge_cells(f"{first}2:{last}2")
    fill(sheet, 3, dict(zip(HEADS[1:], HEADS[1:])))
    sheet["B3"] = "Sl no."
    for number, cells in enumerate(rows, FIRST):
        fill(sheet, number, cells)
    sheet["A6"] = "\n20th May 2021"
    sheet["A7"] = "Signature of the Network Chair"
    sheet.merge_cells("A7:A9")
    sheet.add_table(openpyxl.worksheet.table.Table(displayName="Attendance", ref=f"C3:P{FIRST + 5}"))
    book.save(path)


def plain(value):
    return " ".join(str(value or "").split())


def published_lines(sheet, row, column):
    """The lines of a cell, each without blanks around it."""
    lines = [plain(line) for line in str(sheet.cell(row, column).value or "").split("\n")]
    return [line for line in lines if line]


def said_lines(step, keys):
    value = step
    for key in keys:
        value = value.get(key, {}) if isinstance(value, dict) else {}
    lines = value if isinstance(value, list) else str(value or "").split("\n")
    return [plain(line) for line in lines if plain(line)]


def public_workbook():
    """The rows of tests/public/bangladesh-sun-2021 in a workbook; they are not in the plan yet."""
    folder = "tests/public/bangladesh-sun-2021"
    source = Source(read(f"{folder}/source.txt"))
    with Place(folder, "plan", "plans/2021-05.yaml") as place:
        typed = tree(place.before)["steps"]
        write(os.path.join(place.home, place.file), place.before[:place.before.index("steps:")] + "steps: []\n")
        path = os.path.join(place.folder, "SUN MSP compiled.xlsx")
        published_book(published_rows(source), path)
        sheet = openpyxl.load_workbook(path).active
        done = place.take("--map", "map.yaml", sheet=path)
        outcomes = {each["outcome"] for each in json.loads(done.out)["result"]["differences"]}
        expect("a public workbook: all cells that the map names are taken", (done.status, outcomes), (0, {"taken"}))
        check_public_steps(source, sheet, tree(place.text())["steps"], typed)
        said = re.findall(r"column (?:`(.+)` )?\(SUN MSP WP 2021!(\w+)\) is left out: ", done.err)
        left = [(head, openpyxl.utils.get_column_letter(column)) for column, head in enumerate(HEADS, 2) if head not in MAPPED]
        expect("a public workbook: each other column is said to be left out", said, [("", "A"), *left])
        again = place.result("--map", "map.yaml", sheet=path)
        expect("a public workbook: twice changes nothing", (again["written"], again["differences"]), (False, []))


def check_public_steps(source, sheet, steps, typed):
    """Each cell in the plan, as openpyxl and PyYAML read them; and all of it as it was typed in by hand."""
    columns = {plain(head): column for head, column in heads(sheet, 3).items()}
    rows = [row for row in range(FIRST, sheet.max_row + 1) if any(sheet.cell(row, columns[head]).value for head in MAPPED)]
    expect("a public workbook: 15 rows and 3 sections come in", (len(rows), len(steps)), (18, 18))
    for row, step in zip(rows, steps):
        for head, keys in MAPPED.items():
            published = published_lines(sheet, row, columns[head])
            if head == "Status2":
                published = [source.words[word].split(" = ")[0] for word in published]
            expect(f"a public workbook: {head} of row {row}", said_lines(step, keys), published)
    own = [{head: said_lines(step, keys) for head, keys in MAPPED.items()} for step in steps if "with" in step]
    expect("a public workbook: as it was typed in", own, [{head: said_lines(step, keys) for head, keys in MAPPED.items()} for step in typed])


if __name__ == "__main__":
    untouched()
    count = random_edits()
    check("thousands of edits", count >= 30 * ROUNDS, count)
    three_way()
    people()
    offers()
    blank()
    hostile()
    never_a_formula()
    rows_with_same_words()
    one_of_two()
    own_numbers()
    wrong_maps()
    guesses()
    public_table()
    public_workbook()
    sys.exit(finish())
