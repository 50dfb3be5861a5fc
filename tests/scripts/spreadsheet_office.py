#!/usr/bin/env python3
"""Spreadsheets of cpm export opened, changed and saved by LibreOffice, as .xlsx and as .ods: what comes home is what was changed,
also where a formula made it."""
import os
import sys
import tempfile

from harness import ENVIRONMENT, check, expect, finish, run, skip_without

skip_without("soffice", "libreoffice-calc")
import spreadsheet  # noqa: E402  (it skips without its own packages)
from spreadsheet import Place, Steps, tree  # noqa: E402

ROUNDS = int(os.environ.get("CPM_OFFICE", "3"))


class Office:
    """One profile for all runs: the first start takes longest."""

    def __init__(self, folder):
        self.folder = folder

    def saved(self, path, ending):
        out = os.path.join(self.folder, ending)
        done = run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", ending, "--outdir", out, path],
                   self.folder, environment={**ENVIRONMENT, "HOME": self.folder}, timeout=180)
        result = os.path.join(out, os.path.splitext(os.path.basename(path))[0] + "." + ending)
        if not os.path.exists(result):
            sys.exit(f"LibreOffice wrote no {result}: {done.said}")
        return result


def untouched(office):
    for kind, file in (("plan", "plans/2025-07.yaml"), ("snapshot", "snapshots/2026-03-12.yaml"), ("support", "support.yaml")):
        with Place("examples/alder", kind, file) as place:
            place.export()
            for ending in ("xlsx", "ods"):
                result = place.result(sheet=office.saved(place.sheet, ending))
                expect(f"{kind} saved as .{ending}, untouched", (place.text(), result["differences"], result["three_way"]), (place.before, [], True))


def formulas(office):
    with Place("examples/alder", "plan", "plans/2025-07.yaml") as place:
        place.export()
        book = place.book()
        steps = tree(place.before)["steps"]
        Steps(book).cell(steps[0]["id"], "Action").value = '="Coach "&"each unit"'
        Steps(book).cell(steps[1]["id"], "Due").value = "=DATE(2027,1,15)"
        Steps(book).cell(steps[2]["id"], "Action").value = "=1/0"
        book.save(place.sheet)
        for ending in ("xlsx", "ods"):
            place.reset()
            done = place.take(sheet=office.saved(place.sheet, ending))
            after = tree(place.text())["steps"]
            expect(f"formulas in .{ending}", (after[0]["action"], after[1]["due"], after[2]["action"]), ("Coach each unit", "2027-01-15", steps[2]["action"]))
            check(f"formulas in .{ending} are named", "3 formulas" in done.err and "has no result" in done.out, done.said)


def csv(office):
    """One sheet as .csv: LibreOffice writes the first one, so the others are taken away."""
    with Place("examples/alder", "support", "support.yaml") as place:
        place.export()
        book = place.book()
        for name in book.sheetnames:
            if name != "Support":
                del book[name]
        first = tree(place.before)["needs"][0]["id"]
        Steps(book, "Support").text(first, "Note", "Ask again, in \"June\"")
        book.save(place.sheet)
        result = place.result(sheet=office.saved(place.sheet, "csv"))
        wanted = [{"wish": "change", "outcome": "taken", "spreadsheet": 'Ask again, in "June"'}]
        expect("a table as .csv", [{key: each[key] for key in wanted[0]} for each in result["differences"]], wanted)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        untouched(office)
        formulas(office)
        csv(office)
        for ending in ("xlsx", "ods"):
            count = spreadsheet.random_edits(through=lambda path: office.saved(path, ending), rounds=ROUNDS, edits=60)
            check(f"edits were made, .{ending}", count > 60 * ROUNDS, count)
    sys.exit(finish())
