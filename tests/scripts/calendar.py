#!/usr/bin/python3
"""`cpm plan calendar`, read back by python3-icalendar: every event that the files call for, each with the right days and
texts, and nothing else. What must be there is worked out here from the YAML alone."""
import datetime
import json
import os
import re
import sys
import tempfile

import icalendar
import yaml

import harness
from harness import ROOT, check, expect, finish, read

AS_OF = "2026-03-31"
COUNTY = "example-alder"
HOSTILE = [
    "plain", "a, b; c: d", "back\\slash", 'quotes "in" the text', "BEGIN:VEVENT", "END:VCALENDAR;X=1",
    "説明" * 40, "é" * 74 + "x" * 3, "x" * 200, "a" * 73 + "\U0001f600" * 20, "e\u0301" * 60, "semi;;;;colon,,,,comma",
    "two\nlines", "tab\there", "SUMMARY:not this", "=?utf-8?q?no?=", "&amp; <b>no</b>", "100 % of it; 50 % \\ 2",
]


def cpm(folder, *arguments):
    return harness.cpm(*arguments, folder=folder, text=False, wanted=[0]).out


def shown(text):
    """A text of a file as it may leave cpm: line ends and tabs are spaces."""
    return re.sub(r"[\n\t]", " ", text)


def name(text):
    return shown(text[:-1] if text.endswith(".") and not text.endswith("..") else text)


def day(value):
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)


def span(value):
    """First and last day of a day, month (2026-06) or quarter (2026-Q4), and how the event names it."""
    found = re.fullmatch(r"(\d{4})-(?:(\d\d)|Q(\d))", str(value))
    if not found:
        return day(value), day(value), ""
    year, month, quarter = found.groups()
    begin = int(month or int(quarter) * 3 - 2)
    end = begin if month else begin + 2
    first = datetime.date(int(year), begin, 1)
    last = datetime.date(int(year), end, calendar_days(int(year), end))
    words = f"{last:%B %Y}" if month else f"{first:%B} to {last:%B %Y}"
    return first, last, f" ({words})"


def calendar_days(year, month):
    return (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)).day


def wanted_of_plan(plan, path):
    """UID → (first day, day after the last, summary)."""
    events = {}
    one = datetime.timedelta(days=1)
    for step in plan["steps"]:
        if step["status"] in ("done", "dropped"):
            continue
        for key, lead in (("monitor_on", "Check progress: "), ("due", "Due: ")):
            if key in step:
                _, date, note = span(step[key])
                if key == "monitor_on" and "monitor_every" in step:
                    note = ""
                events[f"{COUNTY}/{path}/{step['id']}/{key}@cpm"] = (date, date + one, lead + name(step["action"]) + note)
    date = day(plan["horizon"]["reassess"])
    events[f"{COUNTY}/{path}/horizon/reassess@cpm"] = (date, date + one, "Reassess the plan of Alder County (example)")
    return events


def wanted_of_road_map(road_map, path):
    """A month or a quarter without `to` is one date, on its last day."""
    events = {}
    for entry in road_map["entries"]:
        begin, end, note = span(entry["from"])
        if "to" in entry:
            end, note = max(end, span(entry["to"])[1]), ""
        first = begin if "to" in entry else end
        events[f"{COUNTY}/{path}/{entry['id']}/entry@cpm"] = (first, end + datetime.timedelta(days=1), shown(entry["title"]) + note)
    return events


def check_bytes(what, text):
    check(what, text.count(b"\n") == text.count(b"\r\n") == text.count(b"\r"), "a line does not end in CRLF")
    lines = text.split(b"\r\n")
    check(what, lines[-1] == b"", "the last line has no end")
    check(what, max(map(len, lines)) <= 75, "a line has more than 75 octets")
    for line in lines:
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            check(what, False, f"a fold splits a character: {error}")
    check(what, b"BEGIN:VALARM" not in lines, "there is an alarm")


def check_events(what, text, wanted):
    check_bytes(what, text)
    calendar = icalendar.Calendar.from_ical(text)
    check(what, calendar["version"] == "2.0" and calendar["prodid"], "VERSION or PRODID is missing")
    check(what, calendar["method"] == "PUBLISH", f"METHOD is {calendar.get('method')}")
    check(what, calendar["name"] == calendar["x-wr-calname"] != "", "the calendar has no name")
    events = {str(event["uid"]): event for event in calendar.walk("vevent")}
    check(what, len(events) == len(calendar.subcomponents), "something is not an event, or shares its UID")
    check(what, set(events) == set(wanted), f"other events: {sorted(set(events) ^ set(wanted))}")
    for uid in sorted(set(events) & set(wanted)):
        event = events[uid]
        found = (event["dtstart"].dt, event["dtend"].dt, str(event["summary"]))
        expect(f"{what} {uid}", found, wanted[uid])
        stamp = datetime.datetime.fromisoformat(AS_OF + "T00:00:00+00:00")
        check(f"{what} {uid}", event["dtstamp"].dt == stamp, f"stamped {event['dtstamp'].dt}")
        check(f"{what} {uid}", event["last-modified"].dt == stamp, f"modified {event['last-modified'].dt}")
        check(f"{what} {uid}", event["sequence"] == (stamp.date() - datetime.date(1970, 1, 1)).days,
              f"SEQUENCE is {event['sequence']}")
        check(f"{what} {uid}", str(event["transp"]) == "TRANSPARENT", "blocks time")
        dates = [event["dtstart"].params.get("VALUE"), event["dtend"].params.get("VALUE")]
        expect(f"{what} {uid} is all day", dates, ["DATE", "DATE"])
        expect(f"{what} {uid}: errors", event.errors, [])
    return events


def write(path, document):
    """JSON is YAML; every text stands in quotes."""
    rest = {key: value for key, value in document.items() if key != "format"}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in rest.items()]
    harness.write(path, f"format: {document['format']}\n" + "".join(lines))


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
    entries.append({"id": "months", "from": "2026-Q4", "to": "2027-02", "kind": "webinar", "title": "Long", "status": "planned"})
    entries.append({"id": "gone", "from": "2027-02-28", "kind": "deadline", "title": "Gone", "status": "cancelled"})
    return {"format": "cpm/roadmap/1", "county": COUNTY, "title": "Road map", "fiscal_year": 2026, "entries": entries}


def check_rules(what, events, plan, path):
    """Monitoring that repeats, and nothing else, has a rule; read by another program it gives the dates that are meant."""
    months = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
    end = day(plan["horizon"]["reassess"])
    wanted = {f"{COUNTY}/{path}/{step['id']}/monitor_on@cpm": step for step in plan["steps"]
              if "monitor_every" in step and step["status"] not in ("done", "dropped")}
    expect(f"{what}: events with a rule", sorted(uid for uid, event in events.items() if "rrule" in event), sorted(wanted))
    for uid, step in wanted.items():
        rule = events[uid]["rrule"]
        expect(f"{what} {uid}: how often", (rule["FREQ"], rule["INTERVAL"], rule["UNTIL"]),
               (["MONTHLY"], [months[step["monitor_every"]]], [end]))


def check_example():
    folder = os.path.join(ROOT, "examples/alder")
    wanted = {}
    wanted.update(wanted_of_plan(yaml.safe_load(read(f"{folder}/plans/2025-07.yaml")), "plans/2025-07.yaml"))
    for found in sorted(os.listdir(folder)):
        if found.endswith(".yaml"):
            document = yaml.safe_load(read(os.path.join(folder, found)))
            if document["format"].startswith("cpm/roadmap/"):
                wanted.update(wanted_of_road_map(document, found))
    text = cpm(folder, "plan", "calendar", "--as-of", AS_OF, "plans/2025-07.yaml")
    events = check_events("examples/alder", text, wanted)
    check_rules("examples/alder", events, yaml.safe_load(read(f"{folder}/plans/2025-07.yaml")), "plans/2025-07.yaml")
    check("examples/alder", text == cpm(folder, "plan", "calendar", "--as-of", AS_OF), "is not the same a second time")
    check("examples/alder", b"Dana Whitfield" in text, "has no names")
    bare = cpm(folder, "plan", "calendar", "--as-of", AS_OF, "--no-contacts")
    for person in (b"Whitfield", b"Ortega", b"Cole", b"Nair", b"Delgado", b"Brown"):
        check("--no-contacts", person not in bare.replace(b"\r\n ", b""), f"shows {person.decode()}")


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
            check(f"hostile r{number}", str(entry["location"]) == shown(words), f"LOCATION is {entry['location']!r}")
            lines = str(entry["description"]).split("\n")
            check(f"hostile r{number}", "For: " + shown(words) in lines, f"DESCRIPTION is {lines}")
            step = events[f"{COUNTY}/plans/p.yaml/s{number}/due@cpm"]
            who = f"Responsible: {shown(words)} (Pat Doe)"
            check(f"hostile s{number}", who in str(step["description"]).split("\n"), f"no line {who!r}")
        statuses = {uid: str(event.get("status", "")) for uid, event in events.items()}
        gone = f"{COUNTY}/roadmap.yaml/gone/entry@cpm"
        expect("cancelled", [uid for uid in statuses if statuses[uid]], [gone])
        # The reader of this test takes a backslash before `n` or `,` for an escape, so that text is looked at in the raw.
        plan["steps"][0].update(action="C:\\new", due="2027-01-15")
        write(os.path.join(folder, "plans/p.yaml"), plan)
        moved = cpm(folder, "plan", "calendar", "--as-of", AS_OF)
        check("backslash", b"SUMMARY:Due: C:\\\\new\r\n" in moved, "is not written twice")
        uids = [str(event["uid"]) for event in icalendar.Calendar.from_ical(moved).walk("vevent")]
        check("stable", uids == list(events), "other dates and words gave other UIDs")


def import_into(store, text):
    """What a calendar program keeps (RFC 5546): of two events with one UID the one with the larger SEQUENCE, and none that is
    canceled."""
    for event in icalendar.Calendar.from_ical(text).walk("vevent"):
        uid = str(event["uid"])
        if uid in store and store[uid]["sequence"] >= event["sequence"]:
            continue
        store[uid] = event
    return {uid: event["dtstart"].dt for uid, event in store.items() if event.get("status") != "CANCELLED"}


def check_updates():
    """A date moves, a step is done, another is dropped: importing the file again shows the plan as it is."""
    with tempfile.TemporaryDirectory() as folder:
        plan = hostile_plan()
        plan["steps"] = plan["steps"][:4]
        write(os.path.join(folder, "cpm.yaml"), {"format": "cpm/repository/1", "county": COUNTY})
        path = os.path.join(folder, "plans/p.yaml")
        uid = f"{COUNTY}/plans/p.yaml/{{}}/due@cpm".format
        write(path, plan)
        store = {}
        shown_days = import_into(store, cpm(folder, "plan", "calendar", "--as-of", "2026-03-31", "--with-closed"))
        check("update", shown_days[uid("s0")] == datetime.date(2026, 12, 24), f"s0 is on {shown_days.get(uid('s0'))}")
        plan["steps"][0]["due"] = "2027-02-01"
        plan["steps"][1].update(status="done", done_on="2026-04-15")
        plan["steps"][2]["status"] = "dropped"
        write(path, plan)
        later = cpm(folder, "plan", "calendar", "--as-of", "2026-05-01", "--with-closed")
        shown_days = import_into(store, later)
        check("update", shown_days[uid("s0")] == datetime.date(2027, 2, 1), f"s0 is on {shown_days.get(uid('s0'))}")
        left = sorted(step for step in ("s0", "s1", "s2", "s3") if uid(step) in shown_days)
        expect("update: due dates that are left", left, ["s0", "s3"])
        without = cpm(folder, "plan", "calendar", "--as-of", "2026-05-01")
        uids = {str(event["uid"]) for event in icalendar.Calendar.from_ical(without).walk("vevent")}
        check("without --with-closed", uid("s1") not in uids and uid("s2") not in uids, f"closed steps are in {uids}")


def main():
    check_example()
    check_hostile()
    check_updates()
    return finish()


if __name__ == "__main__":
    sys.exit(main())
