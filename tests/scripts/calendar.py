#!/usr/bin/python3
"""`cpm plan calendar`, read back by python3-icalendar: every event that the files call for, each with the right days and
texts, and nothing else. What must be there is worked out here from the YAML alone.
Environment: CPM (the program), CPM_ROOT (the source tree). The last line is `N passed, N failed`.
"""
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

import icalendar
import yaml

ROOT = os.environ["CPM_ROOT"]
CPM = os.path.abspath(os.environ["CPM"])
AS_OF = "2026-03-31"
COUNTY = "example-alder"
HOSTILE = [
    "plain", "a, b; c: d", "back\\slash", 'quotes "in" the text', "BEGIN:VEVENT", "END:VCALENDAR;X=1",
    "説明" * 40, "é" * 74 + "x" * 3, "x" * 200, "a" * 73 + "\U0001f600" * 20, "e\u0301" * 60, "semi;;;;colon,,,,comma",
    "two\nlines", "tab\there", "SUMMARY:not this", "=?utf-8?q?no?=", "&amp; <b>no</b>", "100 % of it; 50 % \\ 2",
]
results = {"passed": 0, "failed": 0}


def expect(what, fine, remedy=""):
    results["passed" if fine else "failed"] += 1
    if not fine:
        print(f"FAILED {what}: {remedy}")


def cpm(folder, *arguments):
    done = subprocess.run([CPM, *arguments], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"cpm {' '.join(arguments)} ended with {done.returncode}: {(done.stdout + done.stderr).decode()}")
    return done.stdout


def shown(text):
    """A text of a file as it may leave cpm: line ends and tabs are blanks."""
    return re.sub(r"[\n\t]", " ", text)


def name(text):
    return shown(text[:-1] if text.endswith(".") and not text.endswith("..") else text)


def day(value):
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)


def wanted_of_plan(plan, path):
    """UID → (first day, day after the last, summary)."""
    events = {}
    one = datetime.timedelta(days=1)
    for step in plan["steps"]:
        if step["status"] in ("done", "dropped"):
            continue
        for key, lead in (("monitor_on", "Look at progress: "), ("due", "Due: ")):
            if key in step:
                date = day(step[key])
                events[f"{COUNTY}/{path}/{step['id']}/{key}@cpm"] = (date, date + one, lead + name(step["action"]))
    date = day(plan["horizon"]["reassess"])
    events[f"{COUNTY}/{path}/horizon/reassess@cpm"] = (date, date + one, "Reassess the plan of Alder County (example)")
    return events


def wanted_of_road_map(road_map, path):
    one = datetime.timedelta(days=1)
    return {f"{COUNTY}/{path}/{entry['id']}/entry@cpm":
            (day(entry["from"]), day(entry.get("to", entry["from"])) + one, shown(entry["title"]))
            for entry in road_map["entries"]}


def check_bytes(what, text):
    expect(what, text.count(b"\n") == text.count(b"\r\n") == text.count(b"\r"), "a line does not end in CRLF")
    lines = text.split(b"\r\n")
    expect(what, lines[-1] == b"", "the last line has no end")
    expect(what, max(map(len, lines)) <= 75, "a line has more than 75 octets")
    for line in lines:
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            expect(what, False, f"a fold splits a sign: {error}")
    for word in (b"VALARM", b"METHOD:", b"SEQUENCE:", b"RRULE:"):
        expect(what, not any(line.startswith((word, b"BEGIN:" + word)) for line in lines), f"{word.decode()} is there")


def check_events(what, text, wanted):
    check_bytes(what, text)
    calendar = icalendar.Calendar.from_ical(text)
    expect(what, calendar["version"] == "2.0" and calendar["prodid"], "VERSION or PRODID is missing")
    events = {str(event["uid"]): event for event in calendar.walk("vevent")}
    expect(what, len(events) == len(calendar.subcomponents), "something is no event, or has no UID of its own")
    expect(what, set(events) == set(wanted), f"other events: {sorted(set(events) ^ set(wanted))}")
    for uid in sorted(set(events) & set(wanted)):
        event = events[uid]
        found = (event["dtstart"].dt, event["dtend"].dt, str(event["summary"]))
        expect(f"{what} {uid}", found == wanted[uid], f"{found} instead of {wanted[uid]}")
        stamp = datetime.datetime.fromisoformat(AS_OF + "T00:00:00+00:00")
        expect(f"{what} {uid}", event["dtstamp"].dt == stamp, f"stamped {event['dtstamp'].dt}")
        expect(f"{what} {uid}", str(event["transp"]) == "TRANSPARENT", "blocks time")
        dates = [event["dtstart"].params.get("VALUE"), event["dtend"].params.get("VALUE")]
        expect(f"{what} {uid}", dates == ["DATE", "DATE"], f"is not all day: {dates}")
        expect(f"{what} {uid}", not event.errors, f"{event.errors}")
    return events


def write(path, document):
    """JSON is YAML; every text stands in quotes."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"format: {document['format']}\n")
        for key, value in document.items():
            if key != "format":
                file.write(f"{key}: {json.dumps(value, ensure_ascii=False)}\n")


def hostile_plan():
    steps = [{"id": f"s{number}", "objective": "o1", "action": text, "status": "in_progress", "due": "2026-12-24",
              "responsible": {"role": text, "name": "Pat Doe"}, "monitor_on": "2026-12-31"}
             for number, text in enumerate(HOSTILE)]
    return {"format": "cpm/plan/1", "county": COUNTY, "date": "2026-01-15",
            "team": [{"role": "Director"}, {"role": "Coordinator"}, {"role": "Analyst"}],
            "horizon": {"start": "2026-02-01", "reassess": "2027-06-30"},
            "priorities": [{"id": "p1", "area": "wd", "title": "First", "reason": "x"}],
            "objectives": [{"id": "o1", "priority": "p1", "statement": HOSTILE[1]}], "steps": steps}


def hostile_road_map():
    entries = [{"id": f"r{number}", "from": "2026-12-30", "to": "2027-01-02", "kind": "webinar", "title": text,
                "place": text, "audience": text, "host": text, "status": "planned"} for number, text in enumerate(HOSTILE)]
    entries.append({"id": "gone", "from": "2027-02-28", "kind": "deadline", "title": "Gone", "status": "cancelled"})
    return {"format": "cpm/roadmap/1", "county": COUNTY, "title": "Road map", "fiscal_year": 2026, "entries": entries}


def check_example():
    folder = os.path.join(ROOT, "examples/alder")
    wanted = {}
    with open(os.path.join(folder, "plans/2025-07.yaml"), encoding="utf-8") as file:
        wanted.update(wanted_of_plan(yaml.safe_load(file), "plans/2025-07.yaml"))
    for found in sorted(os.listdir(folder)):
        if found.endswith(".yaml"):
            with open(os.path.join(folder, found), encoding="utf-8") as file:
                document = yaml.safe_load(file)
            if document["format"].startswith("cpm/roadmap/"):
                wanted.update(wanted_of_road_map(document, found))
    text = cpm(folder, "plan", "calendar", "--as-of", AS_OF, "plans/2025-07.yaml")
    check_events("examples/alder", text, wanted)
    expect("examples/alder", text == cpm(folder, "plan", "calendar", "--as-of", AS_OF), "is not the same a second time")
    expect("examples/alder", b"Dana Whitfield" in text, "has no names")
    bare = cpm(folder, "plan", "calendar", "--as-of", AS_OF, "--no-contacts")
    for person in (b"Whitfield", b"Ortega", b"Cole", b"Nair", b"Delgado", b"Brown"):
        expect("--no-contacts", person not in bare.replace(b"\r\n ", b""), f"shows {person.decode()}")


def check_hostile():
    with tempfile.TemporaryDirectory() as folder:
        plan, road_map = hostile_plan(), hostile_road_map()
        write(os.path.join(folder, "cpm.yaml"), {"format": "cpm/repository/1", "county": COUNTY})
        write(os.path.join(folder, "plans/p.yaml"), plan)
        write(os.path.join(folder, "roadmap.yaml"), road_map)
        wanted = {**wanted_of_plan(plan, "plans/p.yaml"), **wanted_of_road_map(road_map, "roadmap.yaml")}
        text = cpm(folder, "plan", "calendar", "--as-of", AS_OF)
        events = check_events("hostile", text, wanted)
        for number, words in enumerate(HOSTILE):
            entry = events[f"{COUNTY}/roadmap.yaml/r{number}/entry@cpm"]
            expect(f"hostile r{number}", str(entry["location"]) == shown(words), f"LOCATION is {entry['location']!r}")
            lines = str(entry["description"]).split("\n")
            expect(f"hostile r{number}", "For: " + shown(words) in lines, f"DESCRIPTION is {lines}")
            step = events[f"{COUNTY}/plans/p.yaml/s{number}/due@cpm"]
            who = f"Responsible: {shown(words)} (Pat Doe)"
            expect(f"hostile s{number}", who in str(step["description"]).split("\n"), f"no line {who!r}")
        statuses = {uid: str(event.get("status", "")) for uid, event in events.items()}
        gone = f"{COUNTY}/roadmap.yaml/gone/entry@cpm"
        expect("cancelled", [uid for uid in statuses if statuses[uid]] == [gone], f"{statuses}")
        # The reader of this test takes a backslash before `n` or `,` for an escape, so that text is looked at in the raw.
        plan["steps"][0].update(action="C:\\new", due="2027-01-15")
        write(os.path.join(folder, "plans/p.yaml"), plan)
        moved = cpm(folder, "plan", "calendar", "--as-of", AS_OF)
        expect("backslash", b"SUMMARY:Due: C:\\\\new\r\n" in moved, "is not written twice")
        uids = [str(event["uid"]) for event in icalendar.Calendar.from_ical(moved).walk("vevent")]
        expect("stable", uids == list(events), "other dates and words gave other UIDs")


def main():
    check_example()
    check_hostile()
    print(f"{results['passed']} passed, {results['failed']} failed")
    return 1 if results["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
