"""What the test of the first release runs: by the name of each output a folder below `files/`, and the words of a command.

A name's ending is the format. A command that names OUT/ writes there, and its output is the file of the same name: a picture that
a report has beside it, or a page as it stands in a file.
"""
import collections

Case = collections.namedtuple("Case", "folder words status")

DAY = ["--as-of", "2026-03-31"]
FORMATS = {".txt": "text", ".json": "json", ".md": "markdown", ".html": "html", ".csv": "csv", ".sarif": "sarif",
           ".junit": "junit", ".github": "github", ".gitlab": "gitlab"}
KINDS = "snapshot comparison plan status support theory logic-model roadmap fidelity handover sip".split()


def ending(name):
    return name[name.rindex("."):]


def command(name, words):
    by_name = "OUT/" in words or ending(name) not in FORMATS
    return [*words.split(), *([] if by_name else ["--format", FORMATS[ending(name)]]), *DAY]


def cases(place, folder, table, status=0):
    """A row of a table has the names of outputs, and the words that they share."""
    return {f"{place}/{name}": Case(folder, command(name, words), status)
            for names, words in table.items() for name in names.split()}


# One county with everything.
OLD, NEW = "snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml"
OLD_COACHING, NEW_COACHING = "snapshots/2025-10-06-coaching.yaml", "snapshots/2026-02-09-coaching.yaml"
ALDER = {
    "check.json check.txt": "check",
    "plan-check.json": "plan check",
    "score.json score.md": "score",
    "score.txt": f"score {NEW}",
    "explain.json explain.md": f"score --explain {NEW_COACHING}",
    "rank.json rank.md": "rank",
    "rank-2025.json": f"rank {OLD}",
    "rank-weights.json": "rank --weights gap=2,importance=1,feasibility=1 --top 3",
    "rank-coaching.json rank-coaching.md": f"rank {NEW_COACHING}",
    "compare.json compare.md": f"compare {OLD} {NEW}",
    "compare-coaching.json compare-coaching.md": f"compare {OLD_COACHING} {NEW_COACHING}",
    "status.json status.txt": "plan status",
    "calendar.ics": "plan calendar",
    "support.json": "support",
    "trace.json trace.txt": "trace",
    "trace.md": "trace --no-pictures",
    "report-county.json": "report county",
    "report-snapshot-2025.md": f"report snapshot {OLD} --no-pictures",
    "report-snapshot-coaching.md": f"report snapshot {NEW_COACHING} --no-pictures",
    "report-comparison-coaching.md": f"report comparison {OLD_COACHING} {NEW_COACHING} --no-pictures",
    "report-plan-no-contacts.md": "report plan --no-contacts --no-pictures",
    "calendar-no-contacts.ics": "plan calendar --no-contacts",
    "report-snapshot.html": "report snapshot",
    "report-plan.html": "report plan",
    **{f"report-{kind}.json": f"report {kind}" for kind in KINDS},
    **{f"report-{kind}.md": f"report {kind} --no-pictures" for kind in KINDS},
    "pictures/county.md pictures/county-areas.svg pictures/county-answers.svg pictures/county-change.svg "
    "pictures/county-steps.svg pictures/county-indicators.svg pictures/county-outputs.svg": "report county -o OUT/county.md",
}

# A county that begins with findings, and its baseline of them.
JUNIPER = {
    "check.json check.txt": "check",
    "baseline.json baseline.txt": "check --fail-on warning --baseline baseline.yaml",
    "new-baseline.yaml": "baseline --baseline OUT/new-baseline.yaml",
    "plan-check.json": "plan check",
    "status.json status.txt": "plan status",
    "calendar.ics": "plan calendar",
    "trace.json trace.md": "trace",
    "report-county.json report-county.md": "report county --no-pictures",
    "report-status.html": "report status",
    **{f"report-{kind}.json report-{kind}.md": f"report {kind} --no-pictures" for kind in ("plan", "status", "theory")},
}

# Files with one mistake each, beside a clean Snapshot. Their findings are those that a host of git shows, too.
MISTAKES = {
    "check.json check.txt check.sarif check.junit check.github check.gitlab": "check",
    "fix.txt": "fix --diff 01-misspelt-key.yaml 02-wrong-value.yaml 06-tab.yaml 07-unclosed-quote.yaml 08-county-code.yaml",
}
CLEAN = {
    "score.json": "score snapshot.yaml",
    "rank.json": "rank snapshot.yaml",
    "report-snapshot.json report-snapshot.md": "report snapshot snapshot.yaml --no-pictures",
}

# Six small counties that share their files: each by itself, then all.
COUNTY = {
    "check.json": "check",
    "score.json score.md": "score",
    "rank.json rank.md": "rank",
    "report-snapshot.json report-snapshot.md": "report snapshot --no-pictures",
    "report-county.json report-county.md": "report county --no-pictures",
}
SUPPORT = {"support.json": "support", "report-support.json report-support.md": "report support --no-pictures"}

def change(old, new):
    return {"compare.json compare.md": f"compare snapshots/{old}.yaml snapshots/{new}.yaml",
            "report-comparison.json report-comparison.md": "report comparison --no-pictures"}


COUNTIES = {
    "example-birch": SUPPORT,
    "example-cedar": change("2024-11-14", "2025-12-04"),
    "example-dogwood": SUPPORT,
    "example-elm": {**SUPPORT, **change("2024-10-22", "2026-01-20")},
    "example-fir": SUPPORT,
    "example-hazel": {},
}
REGION = {
    "check.json check.txt": "check",
    "region.json region.csv region.md region.html": "region .",
    "support.json support.md": "support .",
    "heat-map.svg": "region . --heat-map OUT/heat-map.svg",
}
THREE = {"three.json three.csv three.md": "region region/example-birch region/example-cedar alder"}
EVERYTHING = {"check.txt check.json": "check"}

CASES = {
    **cases("alder", "alder", ALDER),
    **cases("juniper", "juniper", JUNIPER),
    **cases("mistakes", "mistakes", MISTAKES, 1),
    **cases("mistakes", "mistakes", CLEAN),
    **{name: case for county, more in COUNTIES.items()
       for name, case in cases(f"region/{county}", f"region/{county}", {**COUNTY, **more}).items()},
    **cases("region", "region", REGION),
    **cases("region", ".", THREE),
    **cases("everything", ".", EVERYTHING, 1),
}
