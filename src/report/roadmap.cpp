#include "report/plan_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/approvals.h"
#include "report/page.h"
#include "report/result_fields.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

using model::Roadmap;
using model::RoadmapEntry;
using model::RoadmapStatus;
using Entries = std::vector<const RoadmapEntry*>;

constexpr int kMonths = 12;
constexpr std::int64_t kJuly = 7;
/// By `guide_part`, from 1.
constexpr std::array<std::string_view, 3> kParts = {"1 Snapshot", "2 Plan", "3 Support"};

/// The first day of the fiscal year; in July unless `cpm.yaml` says otherwise.
base::Date first_day(const Roadmap& roadmap, const Context& context) {
  const model::Repository* repository = nullptr;
  if (context.document.home < context.workspace.homes.size())
    repository = context.workspace.homes[context.document.home].repository;
  const std::int64_t month = repository != nullptr && repository->fiscal_year_start ? *repository->fiscal_year_start
                                                                                    : kJuly;
  return base::Date{std::chrono::year{static_cast<int>(*roadmap.fiscal_year)},
                    std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{1}};
}

base::Date last_day(base::Date first, int months) {
  return base::add_days(base::add_months(first, months), -1);
}

base::Date end_of(const RoadmapEntry& entry) {
  return entry.to ? std::max(entry.from->last, entry.to->last) : entry.from->last;
}

bool touches(const RoadmapEntry& entry, base::Date from, base::Date to) {
  return entry.from && entry.from->first <= to && end_of(entry) >= from;
}

/// By day; entries of several days are in each month they touch.
Entries entries_between(const Roadmap& roadmap, base::Date from, base::Date to) {
  Entries found;
  for (const RoadmapEntry& entry : roadmap.entries)
    if (touches(entry, from, to)) found.push_back(&entry);
  std::ranges::stable_sort(found, {}, [](const RoadmapEntry* entry) { return entry->from->first; });
  return found;
}

Entries entries_outside(const Roadmap& roadmap, base::Date from, base::Date to) {
  Entries found;
  for (const RoadmapEntry& entry : roadmap.entries)
    if (entry.from && !touches(entry, from, to)) found.push_back(&entry);
  return found;
}

bool is_to_come(const RoadmapEntry& entry, base::Date as_of) {
  return *entry.status != RoadmapStatus::held && *entry.status != RoadmapStatus::cancelled && end_of(entry) >= as_of;
}

/// The next entry that is still to come, or nullptr.
const RoadmapEntry* next_entry(const Roadmap& roadmap, base::Date as_of) {
  const RoadmapEntry* next = nullptr;
  for (const RoadmapEntry& entry : roadmap.entries)
    if (entry.from && is_to_come(entry, as_of) && (next == nullptr || entry.from->first < next->from->first))
      next = &entry;
  return next;
}

std::size_t empty_months(const Roadmap& roadmap, base::Date first) {
  std::size_t empty = 0;
  for (int month = 0; month < kMonths; ++month) {
    const base::Date begin = base::add_months(first, month);
    if (entries_between(roadmap, begin, last_day(begin, 1)).empty()) ++empty;
  }
  return empty;
}

/// "Under way since May 7, 2026", "Next, on June 9, 2026", "Next, in June 2026". Of a month that has begun nobody knows whether the
/// activity has.
std::string next_text(const base::Timeframe& from, base::Date as_of) {
  const std::string date = base::written_out(from);
  if (from.last < as_of) return "Under way since " + date;
  return fmt::format("Next, {} {}", from.sharpness == base::Sharpness::day ? "on" : "in", date);
}

std::string roadmap_answer(const Roadmap& roadmap, const Context& context) {
  const base::Date as_of = context.workspace.as_of;
  const base::Date first = first_day(roadmap, context);
  const std::size_t empty = empty_months(roadmap, first);
  const std::string text = fmt::format(
      "{} from {} to {}; {}.", counted(roadmap.entries.size(), "activity", "activities"), base::month_text(first),
      base::month_text(last_day(first, kMonths)),
      empty == 0 ? "no month is empty" : fmt::format("{} {} empty", counted(empty, "month"), is_are(empty)));
  const RoadmapEntry* next = next_entry(roadmap, as_of);
  if (next == nullptr) return text + " Nothing more is planned.";
  return fmt::format("{} {}: {}.", text, next_text(*next->from, as_of), text_or(next->title, *next->id));
}

/// "2026-09-15 to 2026-09-16 (moved from 2026-08-20)"
Cell when_cell(const RoadmapEntry& entry) {
  std::string text = timeframe_text(*entry.from);
  if (entry.to && *entry.to != *entry.from) text += " to " + timeframe_text(*entry.to);
  if (entry.moved_from) text += fmt::format(" (moved from {})", timeframe_text(*entry.moved_from));
  return Cell{.text = std::move(text), .number = {}, .source = entry.from.span};
}

Table entries_table(const Entries& entries, std::string caption) {
  Table table = table_of(std::move(caption),
                         {"When", "What", "Kind", "Status", "For whom", "Part of the guide", "Host", "Place"});
  for (const RoadmapEntry* entry : entries) {
    const bool has_part = entry->guide_part && *entry->guide_part >= 1 && *entry->guide_part <= 3;
    table.rows.push_back({when_cell(*entry), text_cell(text_or(entry->title, *entry->id)),
                          text_cell(model::word(*entry->kind)), text_cell(model::word(*entry->status)),
                          text_cell(entry->audience),
                          text_cell(has_part ? kParts[static_cast<std::size_t>(*entry->guide_part - 1)] : kNone),
                          text_cell(entry->host), text_cell(entry->place)});
  }
  return without_empty_columns(std::move(table), 4);
}

// The picture

/// In the order of RoadmapStatus.
constexpr std::array kYearLooks = {YearLook::planned, YearLook::done, YearLook::late, YearLook::dropped};

/// "Sep 15", "Sep", "Oct to Dec"
std::string short_date(const base::Timeframe& timeframe) {
  const auto month = [](base::Date date) {
    return std::string(base::month_name(static_cast<unsigned>(date.month())).substr(0, 3));
  };
  if (timeframe.sharpness == base::Sharpness::day)
    return fmt::format("{} {}", month(timeframe.first), static_cast<unsigned>(timeframe.first.day()));
  const bool quarter = timeframe.sharpness == base::Sharpness::quarter;
  return month(timeframe.first) + (quarter ? " to " + month(timeframe.last) : "");
}

/// "Sep 15: Using coaching logs"; the state where it is not simply planned.
std::string year_label(const RoadmapEntry& entry) {
  const std::string state = *entry.status == RoadmapStatus::planned ? ""
                                                                    : fmt::format("{}, ", model::word(*entry.status));
  return fmt::format("{}: {}{}", short_date(*entry.from), state, text_or(entry.title, *entry.id));
}

/// A lane for each kind that has entries in the year, in the order of the kinds.
std::optional<Chart> year_chart(const Roadmap& roadmap, base::Date first, base::Date as_of) {
  YearCalendar year{.first = first, .as_of = as_of, .lanes = {}};
  const Entries entries = entries_between(roadmap, first, last_day(first, kMonths));
  std::vector<std::string> kinds;
  for (const auto& word : model::word_list<model::RoadmapKind>()) {
    YearLane lane{.label = base::capitalized(word.spoken), .entries = {}};
    for (const RoadmapEntry* entry : entries)
      if (*entry->kind == word.choice)
        lane.entries.push_back({.label = year_label(*entry),
                                .look = kYearLooks[static_cast<std::size_t>(*entry->status)],
                                .from = entry->from->first,
                                .to = end_of(*entry)});
    if (lane.entries.empty()) continue;
    kinds.push_back(fmt::format("{} ({})", word.spoken, lane.entries.size()));
    year.lanes.push_back(std::move(lane));
  }
  if (year.lanes.empty()) return std::nullopt;
  return Chart{
      .name = "year",
      .title = fmt::format("The year from {} to {}", base::month_text(first),
                           base::month_text(last_day(first, kMonths))),
      .description = fmt::format("A lane for each kind of activity: {}. White bars are planned, filled ones held, "
                                 "brown frames moved, dashed ones canceled; the words say so too. The months below "
                                 "list every activity.",
                                 base::joined(kinds)),
      .shape = std::move(year)};
}

Result entry_result(const RoadmapEntry& entry) {
  return Result::Fields{{"id", *entry.id},
                        {"from", timeframe_result(entry.from)},
                        {"to", timeframe_result(entry.to)},
                        {"moved_from", timeframe_result(entry.moved_from)},
                        {"kind", model::key(*entry.kind)},
                        {"status", model::key(*entry.status)},
                        {"title", text_result(entry.title)},
                        {"audience", text_result(entry.audience)},
                        {"guide_part", whole_result(entry.guide_part)},
                        {"host", text_result(entry.host)},
                        {"place", text_result(entry.place)}};
}

Result ids_result(const Entries& entries) {
  return list_of(entries, [](const RoadmapEntry* entry) { return Result(*entry->id); });
}

}  // namespace

Document roadmap_report(const Roadmap& roadmap, const Context& context) {
  const base::Date first = first_day(roadmap, context);
  const base::Date last = last_day(first, kMonths);
  const std::string county = county_text(context.workspace, roadmap.county);
  Page page(fmt::format("{}: {}", text_or(roadmap.title, "Road map"), county));
  page.lead(roadmap_answer(roadmap, context));
  page.facts({{{"County", county},
               {"Fiscal year", fmt::format("{} to {}", base::written_out(first), base::written_out(last))},
               {"As of", base::written_out(context.workspace.as_of)}}});
  page.chart(year_chart(roadmap, first, context.workspace.as_of));
  for (int month = 0; month < kMonths; ++month) {
    const base::Date begin = base::add_months(first, month);
    page.section(base::month_text(begin));
    page.table(
        entries_table(entries_between(roadmap, begin, last_day(begin, 1)), "Activities in " + base::month_text(begin)),
        "Nothing this month.");
  }
  page.section("Outside the fiscal year",
               entries_table(entries_outside(roadmap, first, last), "Activities before or after the fiscal year"));
  add_approvals(page, roadmap.approvals);
  return std::move(page).done();
}

Result roadmap_result(const Roadmap& roadmap, const Context& context) {
  const base::Date first = first_day(roadmap, context);
  Result::List months;
  for (int month = 0; month < kMonths; ++month) {
    const base::Date begin = base::add_months(first, month);
    months.push_back(Result::Fields{{"month", base::to_text(begin).substr(0, 7)},
                                    {"entries", ids_result(entries_between(roadmap, begin, last_day(begin, 1)))}});
  }
  Result::Fields fields{{"county", text_result(roadmap.county)},
                        {"title", text_result(roadmap.title)},
                        {"from", base::to_text(first)},
                        {"to", base::to_text(last_day(first, kMonths))},
                        {"as_of", base::to_text(context.workspace.as_of)},
                        {"months", std::move(months)},
                        {"outside", ids_result(entries_outside(roadmap, first, last_day(first, kMonths)))},
                        {"entries", list_of(roadmap.entries, entry_result)}};
  add_approvals(fields, roadmap.approvals);
  return fields;
}

}  // namespace cpm::report
