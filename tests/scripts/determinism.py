#!/usr/bin/env python3
"""Same files and same --as-of, same bytes: under another locale, time zone, terminal width, working folder and file order."""
import os
import shutil
import sys
import tempfile

from harness import ROOT, check, cpm, entries, finish

AS_OF = ["--as-of", "2026-03-31"]
COMMANDS = [
    ["check", *AS_OF],
    ["score", *AS_OF],
    ["score", "--explain", *AS_OF],
    ["rank", *AS_OF],
    ["compare", "snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml"],
    ["diff", "snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml", *AS_OF],
    ["plan", "check", *AS_OF],
    ["plan", "status", *AS_OF],
    ["report", "snapshot", *AS_OF],
    ["report", "plan", *AS_OF],
    ["report", "status", *AS_OF],
    ["report", "comparison", *AS_OF],
    ["report", "theory", *AS_OF],
    ["report", "support", *AS_OF],
    ["report", "logic-model", *AS_OF],
    ["report", "roadmap", *AS_OF],
    ["report", "fidelity", *AS_OF],
    ["support", *AS_OF],
    ["approve", "plans/2025-07.yaml", "--by", "Director", "--of", "coaching", "--diff", *AS_OF],
    ["set", "plans/2025-07.yaml", "steps[s2].due", "2026-11-30", "--diff", *AS_OF],
    ["trace", *AS_OF],
    ["trace", "plans/2025-07.yaml", *AS_OF],
    ["report", "handover", *AS_OF],
    ["report", "sip", *AS_OF],
    ["report", "county", *AS_OF],
    ["report", "--all", "--check", *AS_OF],
    ["verify", "reports"],
    ["plan", "calendar", *AS_OF],
    ["region", ".", *AS_OF],
    ["export", "tables", "--format", "ndjson", *AS_OF],
    ["fix", *AS_OF],
    ["list", "regions"],
    ["explain", "CPM310"],
    ["practice", "--answers", "--seed", "7"],
    ["schema", "plan", "--fields"],
    ["new", "snapshot", *AS_OF],
    ["completions", "bash"],
    ["help", "score"],
]
# They write files: what they write is compared by tests of their own (walkthrough, baseline, golden). A workbook holds the name of
# the county's folder. `cpm lsp` speaks with a client; its findings are compared with those of a check by a unit test.
WRITERS = ["init", "baseline", "workbook", "import", "lsp"]
ELSEWHERE = {
    "locale": {"LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8"},
    "C locale": {"LC_ALL": "C"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "terminal": {"COLUMNS": "40", "TERM": "xterm-256color"},
}


def run(arguments, folder, **changes):
    return cpm(*arguments, folder=folder, variables=changes, text=False)


def copy_in_other_order(source, target):
    """The same files, created in reverse order, so that the folder lists them otherwise."""
    found = []
    for folder, _, names in os.walk(source):
        found += [os.path.relpath(os.path.join(folder, name), source) for name in names]
    for path in sorted(found, reverse=True):
        os.makedirs(os.path.dirname(os.path.join(target, path)) or ".", exist_ok=True)
        shutil.copy(os.path.join(source, path), os.path.join(target, path))


def forms_of(command, offered):
    """The formats worth trying: all pages look through the same eyes. One run without `--format` where there is none."""
    name = max((name for name in offered if " ".join(command).startswith(name)), key=len)
    return [["--format", form] for form in offered[name] if form in ("text", "markdown", "json", "csv")] or [[]]


def check_spreadsheets(county, other, scratch):
    """A spreadsheet is the same bytes everywhere, and so is what an import of it says."""
    home = os.path.join(scratch, "home")
    shutil.copytree(county, home)
    sheet = os.path.join(scratch, "plan.xlsx")

    def answers(folder, **changes):
        if os.path.exists(sheet):
            os.remove(sheet)
        written = run(["export", "plan", "plans/2025-07.yaml", "-o", sheet, *AS_OF], folder, **changes)
        with open(sheet, "rb") as file:
            bytes_ = file.read()
        return written.status, bytes_, run(["import", sheet, "--into", "plans/2025-07.yaml", "--diff", "--format", "json", *AS_OF], folder, **changes)

    wanted = answers(home)
    for name, changes in ELSEWHERE.items():
        check(f"a spreadsheet: the same bytes with another {name}", answers(home, **changes) == wanted and wanted[0] == 0, wanted[0])
    check("a spreadsheet: the same bytes with another file order and folder", answers(other) == wanted)


def main():
    county = os.path.join(ROOT, "examples/alder")
    with tempfile.TemporaryDirectory() as scratch:
        other = os.path.join(scratch, "elsewhere")
        copy_in_other_order(county, other)
        offered = {row["id"]: row["formats"] for row in entries("commands")}
        for name in sorted(offered):
            check(f"cpm {name}", any(" ".join(command).startswith(name) for command in COMMANDS) or name in WRITERS,
                  "nothing shows that its bytes are the same everywhere; add it to COMMANDS")
        for command in COMMANDS:
            for form in forms_of(command, offered):
                arguments = [*command, *form]
                wanted = run(arguments, county)
                tries = {name: run(arguments, county, **changes) for name, changes in ELSEWHERE.items()}
                tries["file order and folder"] = run(arguments, other)
                tries["a second time"] = run(arguments, county)
                for name, got in tries.items():
                    check(f"cpm {' '.join(arguments)}: the same bytes with another {name}",
                          got == wanted and wanted.status in (0, 1) and wanted.out, got, wanted)
        check_spreadsheets(county, other, scratch)
        deeper = run(["check", *AS_OF], os.path.join(county, "plans"))
        check("cpm check in a folder of the repository finds the repository",
              deeper.status == run(["check", *AS_OF], county).status and b"files" in deeper.out, deeper)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
