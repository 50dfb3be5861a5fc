"""Words of the first release, and how the same thing is said today: in pages, pictures, findings and results alike.

The first release was put into plain American English, as said to a county's managers. `{}` stands for whatever is there, such as a
figure or a name, and is the same in both. Each row is needed by at least one output.
"""
import re

WORDS = [
    # Findings
    (" misspelt-key", " misspelled-key"),
    ("write a day of the calendar as YYYY-MM-DD, such as 2026-03-15",
     "write a day, a month or a quarter of the calendar, such as 2026-11-15, 2026-11 or 2026-Q4"),
    ("YAML needs blanks, and its neighbours have {}", "YAML needs spaces, and its neighbors have {}"),
    ("replace the tab by {} blanks; set your editor to write blanks",
     "replace the tab by {} spaces; set your editor to write spaces"),
    ("indent with {} blanks", "indent with {} spaces"),
    ("# Findings that are known and not mended yet: `cpm check --baseline` reports all others.",
     "# Known findings that are not fixed yet: `cpm check --baseline` reports all others."),
    ("# `cpm baseline` writes the entries. You may give each a `reason`, and with `until` the last day on which it holds.",
     "# `cpm baseline` writes the entries. You can give each a `reason` and, in `until`, its last valid day."),
    # Scores
    ("Points of possible", "Points out of possible"),
    ("depending on the open answers the percent lies between {}% and {}%",
     "depending on the open answers, the percent could be anywhere from {}% to {}%"),
    ("The total adds up all items; it is not the mean of the areas.",
     "The total counts all items together; it is not the average of the areas."),
    ("The range shows the percent if every open answer turned out to be the lowest or the top value.",
     "The range shows what the percent would be if every open answer were the lowest or the top value."),
    ("The agreed scores stand.", "The agreed scores do not change."),
    ("**Sum of {}**", "**Points in {}, item by item**"),
    ("Sum so far", "Running total"),
    ("Percents are rounded to one decimal, halves away from zero.",
     "Percents are rounded to one decimal place; halves are rounded away from zero."),
    ("| Voted for the agreed score | From to |", "| Voted for the agreed score | Range of votes |"),
    ("Votes change no score.", "Votes do not change scores."),
    # Ranking
    ("judgement", "judgment"),
    ("Holds in: of the {} ways to weight the three in whole numbers that add up to {}, in how many the item is among the "
     "first {}.",
     "Holds in: of the {} ways to weight the three in whole numbers that add up to {}, in how many the item is among the "
     "first {}; a range where items with the same value leave it open."),
    ("The sum behind the first", "How the first value is calculated"),
    ("How the value of {} comes about", "How the value of {} is calculated"),
    ("The order below is advice worked out from gap, importance and feasibility;",
     "The order below is advice, calculated from gap, importance and feasibility;"),
    # Comparison
    ("Changes are in percentage points and worked out from exact figures, so",
     "Changes are in percentage points. They are calculated from exact figures, so"),
    ("Items of the earlier Snapshot alone", "Items only in the earlier Snapshot"),
    ("Items of the newer Snapshot alone", "Items only in the newer Snapshot"),
    # The report on a Snapshot
    ("The highest area is {} with {}%, the lowest {} with {}%.", "The highest area is {} with {}%; the lowest is {} with {}%."),
    ("What the team considered about feasibility:", "What the team said about feasibility:"),
    ("Left as they are, on purpose:", "Left as they are on purpose:"),
    ("| Votes from to | All alike | Split | Agreed outside the votes |",
     "| Range of votes | Unanimous | Split | Agreed score outside the votes |"),
    ("answered with don't know", "answered \"don't know\""),
    ("the shared way of working of California's child welfare agencies",
     "the shared way of working in California's child welfare agencies"),
    ("Points: the agreed scores added up; each item can give up to {} points.",
     "Points: the sum of the agreed scores; each item can earn up to {} points."),
    ("Percent: points out of the points possible on", "Percent: points as a share of the points possible on"),
    ("Range: the percent if every open answer (not answered or don't know) were 0, up to the percent if",
     "Range: from the percent if every open answer (not answered or don't know) were 0 to the percent if"),
    ("; none was split.", "; none of them was split."),
    # Plans and their status
    ("{} whole months", "{} full months"),
    ("Objectives and how one will see them", "Objectives and how they are measured"),
    ("| Start | Due | After |", "| Start | Due | Comes after |"),
    ("**Plan of**", "**Plan date**"),
    ("**Snapshot of**", "**Snapshot date**"),
    ("# Next\n", "# Coming up\n"),
    ("- Next\n", "- Coming up\n"),
    ("Steps that come up in the next {} days", "Steps coming up in the next {} days"),
    ("Open steps and what comes first", "Open steps and what has to come first"),
    ("Longest row of steps", "Longest chain of steps"),
    ("{} open steps stand in a row, each waiting for the one before it; a delay of one moves all that follow.",
     "{} open steps form a chain: each waits for the one before it, so a delay in one delays all that follow."),
    ("Steps in a row, each waiting for the one before it", "Open steps that wait for each other, in order"),
    ("By priority, area and responsible", "By priority, area and person responsible"),
    ("Open steps per responsible", "Open steps by person responsible"),
    ("Open steps by responsible and month of the next date",
     "Open steps by person responsible, and the months of their next dates"),
    ("| Day | Figure | Change since the one before |", "| Date | Figure | Change since the previous figure |"),
    ("Progress: how much of the way from the baseline to the target is covered.",
     "Progress: how far the current figure has moved from the baseline toward the target."),
    # The handover
    ("# Hand-over: ", "# Handover: "),
    ("Of its plan, as of {}: {} of {} steps", "Its plan as of {}: {} of {} steps"),
    ("What the team counts on:", "Strengths that the team names:"),
    ("| Why when |", "| Why in this order |"),
    ("What was changed on the way", "What has changed since, and why"),
    ("agreed by a team at a day", "agreed on by a team on one date"),
    ("Objective: a change that one can see. Action step: what is done for it, by whom and by when.",
     "Objective: a change that can be observed. Action step: what is done to reach it, by whom and by when."),
    ("Monitoring date: the day on which the team looks at a step; not always the day on which it is due.",
     "Monitoring date: the day when the team checks on a step, which is not always its due date."),
    ("Overdue: an open step whose monitoring date has passed.",
     "Overdue: an open step whose monitoring date, or due date if it has none, has passed."),
    # The System Improvement Plan
    ("System Improvement Plan (SIP) view", "System Improvement Plan (SIP) progress"),
    ("| Priorities of the plan |", "| Plan priorities |"),
    ("**Priorities of the plan**", "**Plan priorities**"),
    ("**Period of the SIP**", "**SIP period**"),
    ("#system-improvement-plan-sip-view", "#system-improvement-plan-sip-progress"),
    ("Action step of the SIP", "SIP action step"),
    ("{} steps name no strategy of the SIP.", "{} steps do not name a SIP strategy."),
    # Support, logic model, road map, fidelity, county
    ("none is past the day by which it is needed", "none is past the date when it is needed"),
    ("Asked on", "Requested on"),
    ("Last gone through", "Last reviewed"),
    ("## Asked for by several counties", "## Requested by several counties"),
    ("**The same tool, or support for the same item, in the same quarter of a year**",
     "**Requests for the same tool, or for support on the same item, in the same quarter**"),
    ("Activities, their outputs, and the outcomes expected soon", "Activities, their outputs and their short-term outcomes"),
    ("| Target | Latest | Day |", "| Target | Latest | Date |"),
    ("Outcomes and how they are seen", "Outcomes and how they are observed"),
    ("| Where it is seen | Who sees it best |", "| Area of change | Who sees it best |"),
    ("| cancelled |", "| canceled |"),
    ("| {}, was {} |", "| {} (moved from {}) |"),
    ("Nothing in this month.", "Nothing this month."),
    ("the newest, on {}, ended on", "the most recent, on {}, ended on"),
    ("results of fewer are not shown", "smaller groups are not shown"),
    ("A Snapshot says what the agency is able to do, these results whether it is done as meant. One does not stand for the "
     "other.",
     "A Snapshot shows what the agency is able to do; these results show whether it is done as intended. One does not "
     "replace the other."),
    ("All figures are of whole groups; nobody's own answers are kept here.",
     "All figures are for whole groups; no individual answers are kept here."),
    ("Only checks of the same tool, version and group stand in one table. A change from one to the next can be chance when "
     "few people answer.",
     "A table holds only checks with the same tool, version and group. When few people answer, a change from one to the "
     "next can be chance."),
    ("practice rests on them", "practice depends on them"),
    ("All that the files of {} say", "Everything that the files of {} say"),
    # Traces
    *[(words, words.replace("\\", "")) for words in (
        r"add \`outcomes\` to the clause", r"add \`outcome\` to the objective", r"add \`from_snapshot\`, and the \`items\` of",
        r"name it as \`outcome\` of")],
    ("The chain is shorter than it could be: for this plan the repository has no {}.",
     "The chain is not complete: the repository has no {} for this plan."),
    ("{} records are connected; {} hang loose.", "{} records are linked; {} are not."),
    ("{} records are connected#59; {} hang loose.", "{} records are linked#59; {} are not."),
    ("What hangs loose", "Not linked"),
    ("Records that hang loose, and what to do", "Records that are not linked, and what to do"),
    (", hangs loose", ", not linked"),
    ("name it as `outcome` of an objective, add an objective for it, or let the theory go without it",
     "name it as the `outcome` of an objective, add an objective for it, or remove it from the theory"),
    ("it names no outcome it rests on", "it names no outcome"),
    ("add `outcomes` to the clause: by which outcomes would one see that it holds?",
     "add `outcomes` to the clause: which outcomes would show that it is true?"),
    ("no item of the Snapshot stands behind it", "no item of the Snapshot supports it"),
    # Regions
    ("a final Snapshot up to {}.", "a final Snapshot as of {}."),
    ("With {}, the needs that most counties have:", "On {}, the most common needs are:"),
    ("Counties stand in the order of their names. They differ in size, stage and aims,",
     "Counties are listed in alphabetical order. They differ in size, stage and goals,"),
    ("Each county's newest final Snapshot counts.", "The figures are from each county's newest final Snapshot."),
    ("the items scored of those that apply stand in parentheses", "the number of items scored is in parentheses"),
    ("Counties of those that scored it | Which |", "Counties, of those that scored it | Which counties |"),
    ("the JSON has them all", "the JSON output lists them all"),
    ("Who has solved what another county needs", "Counties that offer what another county needs"),
    ("Change in points since the Snapshot before, on common items",
     "Change in points since the previous Snapshot, on common items"),
    ("its own final Snapshot before,", "its own previous final Snapshot,"),
    ("Support asked for", "Support requested"),
    ("Open support needs of the same kind in the same quarter", "Open support needs by kind and quarter"),
    ("| another county |", "| another county or a group of counties |"),
    ("| training academy |", "| Regional Training Academy |"),
    ("This page rests only on the files that counties shared for it. Votes, participants and other counts of people are "
     "left out, so that no small group can be made out; so are names, contacts, comments and evidence.",
     "This page uses only the files that counties shared for it. Votes, participants and other counts of people are left "
     "out, so that no small group can be identified. Names, contacts, comments and evidence are left out, too."),
    # Pictures
    ("A bar for each area", "One bar for each area"),
    ("A bar for each step from its start to its due date, from {}, below the objective it belongs to; a diamond on the "
     "monitoring date; an upright line on {}. {} steps done, {} overdue, of {}. The tables of the steps have",
     "One bar for each step from its start to its due date, grouped by objective, from {0}; a diamond marks the monitoring "
     "date; a vertical line marks {1}. Of {4} steps, {2} are done and {3} are overdue. The tables of steps have"),
    ("A line for each in a field of its own, first and last figure:",
     "One line for each, in a panel of its own, with its first and last figure:"),
    ("the number of items at each answer", "the number of items with each answer"),
    ("The thin line below a bar is the range", "The thin line below a bar shows the range"),
    ("One row for each county in the order of the names, one column for each area. Every field shows its percent; a darker "
     "or lighter shade repeats it.",
     "One row for each county in alphabetical order, one column for each area. Every cell shows its percent, and its shade "
     "repeats it."),
    ("A dashed line is the target.", "A dashed line marks the target."),
    ("For each area a ring at the percent then and a disk at the percent now",
     "For each area, a ring marks the percent then and a disk the percent now"),
]


class Words:
    """One row, as a pattern of what was said."""
    def __init__(self, then, now):
        self.then, self.now, self.used = then, now, False
        self.parts = then.split("{}")
        self.pattern = re.compile(r"([^|\n]*?)".join(map(re.escape, self.parts))) if len(self.parts) > 1 else None

    def today(self, text):
        if not all(part in text for part in self.parts):
            return text
        if self.pattern:
            said = self.pattern.sub(lambda found: self.now.format(*found.groups()), text)
        else:
            said = text.replace(self.then, self.now)
        self.used = self.used or said != text
        return said


ROWS = [Words(then, now) for then, now in WORDS]
PERCENT = re.compile(r"(?<=\d) %")  # Percent signs stand at their number.


def in_words_of_today(value):
    """A text, or all texts of a result."""
    if isinstance(value, dict):
        return {key: in_words_of_today(below) for key, below in value.items()}
    if isinstance(value, list):
        return [in_words_of_today(below) for below in value]
    if not isinstance(value, str):
        return value
    text = PERCENT.sub("%", value)
    for row in ROWS:
        text = row.today(text)
    return text
