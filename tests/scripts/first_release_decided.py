"""What was decided to change since the first release, and why.

Each rule turns what the program says now into what the first release said, where that follows from its own words; whatever else
differs is a failure. To add one, give the reason, the outputs (their names without the folder, as a pattern) and how to undo it.
"""
import copy
import re


class Decided:
    def __init__(self, why, outputs, undo):
        self.why, self.outputs, self.undo, self.used = why, re.compile(outputs), undo, False

    def undone(self, name, value, then):
        if not self.outputs.fullmatch(name):
            return value
        undone = self.undo(copy.deepcopy(value), then)
        self.used = self.used or undone != value
        return undone


def each(value, path=""):
    """All records of a result, with the keys that lead there."""
    if isinstance(value, dict):
        yield path, value
        for key, below in value.items():
            yield from each(below, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for below in value:
            yield from each(below, path)


def without(path, *keys):
    """New keys: they are taken out, so that the old ones are compared alone."""
    def undo(result, _):
        for at, record in each(result):
            if at == path:
                for key in keys:
                    record.pop(key, None)
        return result
    return undo


def reworded(path, key, pairs):
    """Another text in one place, from a list of such texts: now, then."""
    def undo(result, _):
        for at, record in each(result):
            if at == path and record.get(key) in pairs:
                record[key] = pairs[record[key]]
        return result
    return undo


def rules_as_they_were(number):
    def undo(result, _):
        result["result"]["rules"] = number
        return result
    return undo


def warnings_as_they_were(*codes):
    def undo(result, _):
        for at, record in each(result):
            if at == "runs.tool.driver.rules" and record["id"] in codes and record["defaultConfiguration"]["level"] == "error":
                record["defaultConfiguration"]["level"] = "warning"
        return result
    return undo


def catalog_as_it_was(result, then):
    """Each rule of then is there with its name, its severity and its group; what is said of it is not compared."""
    run, old = result["runs"][0], then["runs"][0]["tool"]["driver"]["rules"]
    rules = run["tool"]["driver"]["rules"]
    same = ("name", "defaultConfiguration", "properties")
    by_code = {rule["id"]: rule for rule in rules}
    places = {rule["id"]: place for place, rule in enumerate(old)}
    for found in run["results"]:
        if rules[found["ruleIndex"]]["id"] == found["ruleId"]:
            found["ruleIndex"] = places[found["ruleId"]]
    run["tool"]["driver"]["rules"] = [
        {**rule, **{key: by_code.get(rule["id"], {}).get(key) for key in same}} for rule in old]
    return result


def ranks_in_order(path):
    """The first release numbered items with equal values one after the other, and let the order of the file decide which of them
    held. The order is still the same: an item that shares a rank gets the number of its line. What it held must lie between what
    is certain now and what is possible."""
    def ranking_of(result):
        return next((record for at, record in each(result) if at == path), {"items": []})["items"]

    def undo(result, then):
        for number, (item, old) in enumerate(zip(ranking_of(result), ranking_of(then)), 1):
            shared, most = item.pop("shared"), item.pop("holds_at_most")
            if shared and item["rank"] <= number:
                item["rank"] = number
            if item["holds"] <= old["holds"] <= most:
                item["holds"] = old["holds"]
        return result
    return undo


RANK = re.compile(r"^\| (\d+)=? \| (.*) \| (\d+)(?: to (\d+))? of 231 \|", re.MULTILINE)


def ranks_of_page_in_order(text, then):
    """The same in the table of a page."""
    rows = {row[2]: row for row in RANK.finditer(then)}

    def row_then(row):
        old = rows.get(row[2])
        fits = old and int(row[1]) <= int(old[1]) and int(row[3]) <= int(old[3]) <= int(row[4] or row[3])
        return old[0] if fits else row[0]
    return RANK.sub(row_then, text)


def tables_as_they_were(then):
    """`then` turns the rows of a table of a page, lists of cells, into those of the first release; it gets the heads, too."""
    def undo(text, _):
        return re.sub(r"(?:^\|.*\|\n)+", table_then, text, flags=re.MULTILINE)

    def table_then(found):
        rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in found[0].splitlines()]
        changed = then(rows[0], rows)
        if changed == rows:
            return found[0]
        return "".join("| " + " | ".join(row).replace("|  |", "| |") + " |\n" for row in changed)
    return undo


def units_at_figures(heads, rows):
    if "Unit" not in heads:
        return rows
    at = heads.index("Unit")
    figures = [heads.index(head) for head in ("Baseline", "Target", "Current", "Latest", "Figure") if head in heads]

    def measured(row):
        return [f"{cell} {row[at]}" if place in figures and re.fullmatch(r"[\d.,]+", cell) else cell
                for place, cell in enumerate(row) if place != at]
    return [measured(row) for row in rows]


def without_last(head):
    return lambda heads, rows: [row[:-1] for row in rows] if heads[-1] == head else rows


def lines_gone(pattern):
    return lambda text, _: re.sub(pattern, "", text, flags=re.MULTILINE)


def replaced(now, then):
    return lambda text, _: re.sub(now, then, text, flags=re.MULTILINE)


CHECKS = r"(check|baseline)\.json"
PAGES = r"(rank|report|county).*\.(md|html)"
TIES = "equal values share a rank, and ties leave open what holds"

DECIDED = [
    # Checks
    Decided("there are more rules", CHECKS, rules_as_they_were(189)),
    Decided("there are more rules about plans", r"plan-check\.json", rules_as_they_were(116)),
    Decided("a check says how many rules it applied", r".*\.(txt|junit|github)", replaced(r"\b\d+(?= rules\b)", "189")),
    Decided("a check says what it left out", r"(check|baseline|plan-check)\.json",
            without("result", "ignored", "accepted", "hidden")),
    Decided("CPM210 has an American name", CHECKS, reworded("findings", "name", {"misspelled-key": "misspelt-key"})),
    Decided("CPM129 and CPM210 have American names", r"check\.sarif",
            reworded("runs.tool.driver.rules", "name", {"missing-space": "missing-blank", "misspelled-key": "misspelt-key"})),
    Decided("what looks like client data is an error: git never forgets it", r"check\.sarif",
            warnings_as_they_were("CPM701", "CPM702", "CPM703")),
    Decided("SARIF has all rules, and there are more; what is said of them is in plain American English", r"check\.sarif",
            catalog_as_it_was),
    Decided("SARIF and JUnit say what was checked, too", r"check\.sarif", without("runs", "properties")),
    Decided("SARIF and JUnit say what was checked, too", r"check\.junit",
            replaced(r'name="cpm check: [^"]*"', 'name="cpm check"')),
    # Figures
    Decided(TIES, r"rank.*\.json", ranks_in_order("result")),
    Decided(TIES, r"report-snapshot\.json", ranks_in_order("result.ranking")),
    Decided(TIES, PAGES, ranks_of_page_in_order),
    Decided(TIES, PAGES, lines_gone(r"^- Rank: items with the same value share a rank, as in 1=\.\n")),
    Decided("figures have their unit in a column of its own", PAGES, tables_as_they_were(units_at_figures)),
    # The System Improvement Plan
    Decided("the SIP report says which plans and which period it is about", r"report-sip\.json",
            without("result", "plans", "left_out", "period", "other_period", "chart")),
    Decided("a strategy says whose chart it is in", r"report-sip\.json", without("result.strategies", "agency")),
    Decided("a step under a strategy says which plan has it", r"report-sip\.json",
            without("result.strategies.steps", "plan", "agency", "earlier")),
    # Plans
    Decided("a status and a handover say when open objectives may be reached", r"(report-)?status\.json|report-handover\.json",
            without("result", "outlook")),
    Decided("the report on a plan names the initiatives that a step serves", r"(report-plan|county).*\.(md|html)",
            tables_as_they_were(without_last("Initiatives"))),
    # Regions
    Decided("a county says what its plan aims at, and what became of earlier targets", r"(region|three)\.json",
            without("result.sections.counties", "targets", "earlier_targets")),
    Decided("a record says the percent with the targets of the plan", r"(region|three)\.json",
            without("result.rows", "if_reached")),
    Decided("a record says the percent with the targets of the plan", r"(region|three)\.csv",
            lines_gone(r",(if_reached)?(?=\r?$)")),
    # Calendars
    Decided("an imported calendar has a name, and replaces an earlier import", r"calendar.*\.ics",
            lines_gone(r"^(METHOD|NAME|X-WR-CALNAME|LAST-MODIFIED|SEQUENCE):.*\n")),
    Decided("a date of monitoring is called a check of progress", r"calendar.*\.ics",
            replaced(r"^SUMMARY:Check progress: ", "SUMMARY:Look at progress: ")),
    # Pages and pictures
    Decided("there are pictures of boxes and arrows, too", r".*\.svg",
            lines_gone(r"^\.chart \.(box|loose|arrow|arrowhead) .*\n")),
    Decided("a report ends with its fingerprint", r"(report-.*|county)\.md",
            lines_gone(r"\n\n<!-- How cpm made this page(.|\n)*")),
    Decided("a report ends with its fingerprint", r"report-.*\.json", without("", "made")),
    Decided("a report ends with its fingerprint", r"report-.*\.html", lines_gone(r"^How cpm made this page\n(.|\n)*")),
]
