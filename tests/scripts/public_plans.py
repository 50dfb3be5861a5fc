#!/usr/bin/env python3
"""Public plans that were typed in: cpm reads them, fixes the words that their agencies wrote, and reports lose none of them.

Each folder of tests/public has source.txt (where the plan is from, how it is given, and its rows), the plan, and check.txt (the
findings that the plan gets, which are no errors). Environment: CPM and CPM_ROOT, see harness.py.
"""
import json
import os
import re
import shutil
import sys
import tempfile

import harness
from harness import check, cpm, expect, read

UNSAID = "unsaid"  # what the plan cannot hold, in a row of source.txt
DATED = re.compile(r"(    (?:start|due|done_on|monitor_on|monitor_every|status): )(.+)")


# The source.

class Source:
    """Sections of lines `left = right`, and rows of lines `column: cell`."""

    def __init__(self, text):
        self.words, self.columns, self.status, self.rows = {}, {}, {}, {}
        for title, body in re.findall(r"^\[(.+?)\]\n((?:.+\n)+)", text, flags=re.MULTILINE):
            lines = body.splitlines()
            if title.startswith("row "):
                self.rows[title[4:]] = [line.split(": ", 1) for line in lines]
            else:
                getattr(self, title).update(line.split(" = ", 1) for line in lines)

    def typed(self):
        """What the plan has instead of published words, and these words."""
        return {right.split(" = ")[0]: published for published, right in self.words.items()}

    def reported(self, cell):
        cell = cell.replace("[", "").replace("]", "")
        return self.words[cell].split(" = ")[1] if cell in self.words else cell


def words_of(text):
    return re.findall(r"[\w'’%/.-]*\w", text.replace("\\", "").lower())


def holds(all_words, some):
    return any(all_words[at:at + len(some)] == some for at in range(len(all_words) - len(some) + 1))


# The reports.

def rows_of_tables(page):
    """For each row of a table in Markdown, its cells by the head of the column; `Under` is the heading above the table."""
    rows, heads, heading = [], None, ""
    for line in page.splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] if line.startswith("|") else None
        if cells and heads and not set(cells[0]) <= set("-: "):
            rows.append({"Under": heading, **dict(zip(heads, cells))})
        heads = (heads or cells) if cells else None
    return rows


def row_with(rows, head, text):
    found = [row for row in rows if head in row and words_of(row[head]) == words_of(text)]
    return found[0] if len(found) == 1 else None


def texts_under(rows, step, head):
    """What the report has in a column: of the step's own row, if that has it; else of any row."""
    if head == "Objective":
        return [step["Under"]]
    return [step[head]] if head in step else [row[head] for row in rows if head in row]


def is_told(source, rows, step, column, cell):
    heads = source.columns[column].split(", ")
    texts = [texts_under(rows, step, head) for head in heads]
    together = [" ".join(text[0] for text in texts)] if len(heads) > 1 else texts[0]
    return any(holds(words_of(text), words_of(source.reported(cell))) for text in together)


def lost_cells(source, row, page):
    """The cells of a published row that the report on the plan does not give back, word for word and in order."""
    action = next(cell for column, cell in row if source.columns.get(column) == "Action step")
    rows = rows_of_tables(page)
    step = row_with(rows, "Action step", action)
    if step is None:
        return [action]
    return [cell for column, cell in row if column != UNSAID and not is_told(source, rows, step, column, cell)]


# The checks.

def check_findings(name, folder):
    done = cpm("check", folder, "--format", "json", wanted=[0])
    findings = json.loads(done.out)["findings"]
    found = "".join(f"{one['severity']} {one['code']} line {one['line']}\n" for one in findings)
    expect(f"{name}: check gives no error, and the findings of check.txt", found, read(f"{folder}/check.txt"))


def check_report(name, folder, source):
    page = cpm("report", "plan", folder, "--format", "markdown", wanted=[0]).out
    for row_id, row in source.rows.items():
        expect(f"{name}: the report gives back row {row_id}", lost_cells(source, row, page), [])
        for column, cell in row:
            if column == UNSAID or source.columns[column] != "Action step":
                continue
            shorter = page.replace(cell, cell.rsplit(" ", 1)[0])
            check(f"{name}: a word that is missing in row {row_id} is noticed", lost_cells(source, row, shorter))


def check_status(name, folder, source):
    for day, named in source.status.items():
        rows = rows_of_tables(cpm("report", "status", folder, "--as-of", day, "--format", "markdown", wanted=[0]).out)
        for row_id in named.split(", "):
            cells = {source.columns[column]: cell for column, cell in source.rows[row_id] if column != UNSAID}
            step = row_with(rows, "Step", cells["Action step"])
            due = source.reported(cells.get("Due") or cells["Status, Due"])
            check(f"{name}: the status of {day} names row {row_id} with its date", step and due in step["Monitoring or due date"], step)


def check_fix(name, folder, plan, source):
    """Typed in as published, the plan becomes what it is by safe fixes alone."""
    wanted = read(f"{folder}/plans/{plan}")
    typed = source.typed()
    published = DATED.sub(lambda line: line[1] + typed.get(line[2], line[2]), wanted)
    with tempfile.TemporaryDirectory() as home:
        shutil.copy(os.path.join(harness.ROOT, folder, "cpm.yaml"), home)
        harness.write(os.path.join(home, "plans", plan), published)
        cpm("fix", folder=home, wanted=[0])
        check(f"{name}: there are published words to fix", published.count("\n") and published != wanted)
        expect(f"{name}: fix writes each date and status as the plan has it", read(os.path.join(home, "plans", plan)), wanted)


def main():
    for name in sorted(os.listdir(os.path.join(harness.ROOT, "tests/public"))):
        folder = f"tests/public/{name}"
        source = Source(read(f"{folder}/source.txt"))
        check(f"{name}: at least four rows", len(source.rows) >= 4)
        check_findings(name, folder)
        check_report(name, folder, source)
        check_status(name, folder, source)
        for plan in os.listdir(os.path.join(harness.ROOT, folder, "plans")):
            check_fix(name, folder, plan, source)
    return harness.finish()


if __name__ == "__main__":
    sys.exit(main())
