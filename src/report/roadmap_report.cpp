// `cpm report roadmap`: the support activities of a fiscal year month by month; a month without any says so.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/abbreviations.h"
#include "report/pages.h"
#include "report/result_parts.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;
using model::Roadmap;
using model::RoadmapEntry;
using model::RoadmapStatus;
using Entries = std::vector<const RoadmapEntry*>;

constexpr int kMonths = 12;
constexpr std::int64_t kJuly = 7;

constexpr std::array<std::string_view, 7> kKinds = {"learning session", "webinar",  "regional event", "convening",
                                                    "county team work", "resource", "deadline"};
constexpr std::array<std::string_view, 7> kKindKeys = {"learning_session", "webinar",  "regional_event", "convening",
                                                       "county_team_work", "resource", "deadline"};
constexpr std::array<std::string_view, 4> kStatuses = {"planned", "held", "moved", "cancelled"};
constexpr std::array<std::string_view, 3> kParts = {"1 Snapshot", "2 Plan", "3 Support"};
constexpr std::array<std::string_view, 12> kMonthNames = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

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
  return entry.to && *entry.to > *entry.from ? *entry.to : *entry.from;
}

bool touches(const RoadmapEntry& entry, base::Date from, base::Date to) {
  return entry.from && *entry.from <= to && end_of(entry) >= from;
}

/// By day; entries of several days stand in each month they touch.
Entries entries_between(const Roadmap& roadmap, base::Date from, base::Date to) {
  Entries found;
  for (const RoadmapEntry& entry : roadmap.entries)
    if (touches(entry, from, to)) found.push_back(&entry);
  std::ranges::stable_sort(found, [](const RoadmapEntry* a, const RoadmapEntry* b) { return *a->from < *b->from; });
  return found;
}

Entries entries_outside(const Roadmap& roadmap, base::Date from, base::Date to) {
  Entries found;
  for (const RoadmapEntry& entry : roadmap.entries)
    if (entry.from && !touches(entry, from, to)) found.push_back(&entry);
  return found;
}

std::string month_text(base::Date day) {
  return std::string(kMonthNames[static_cast<unsigned>(day.month()) - 1]) + " " +
         std::to_string(static_cast<int>(day.year()));
}

bool is_to_come(const RoadmapEntry& entry, base::Date as_of) {
  return *entry.status != RoadmapStatus::held && *entry.status != RoadmapStatus::cancelled && end_of(entry) >= as_of;
}

/// The next entry that is still to come, or nullptr.
const RoadmapEntry* next_entry(const Roadmap& roadmap, base::Date as_of) {
  const RoadmapEntry* next = nullptr;
  for (const RoadmapEntry& entry : roadmap.entries)
    if (entry.from && is_to_come(entry, as_of) && (next == nullptr || *entry.from < *next->from)) next = &entry;
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

std::string answer_text(const Roadmap& roadmap, const Context& context) {
  const base::Date as_of = context.workspace.as_of;
  const base::Date first = first_day(roadmap, context);
  const std::size_t empty = empty_months(roadmap, first);
  std::string text = base::counted(roadmap.entries.size(), "activity", "activities") + " from " + month_text(first) +
                     " to " + month_text(last_day(first, kMonths)) + "; ";
  text += empty == 0 ? "no month is empty" : base::counted(empty, "month") + (empty == 1 ? " is" : " are") + " empty";
  const RoadmapEntry* next = next_entry(roadmap, as_of);
  if (next == nullptr) return text + ". Nothing is still to come.";
  const bool under_way = *next->from < as_of;
  return text + ". " + (under_way ? "Under way since " : "Next, on ") + base::written_out(*next->from) + ": " +
         text_or(next->title, *next->id) + ".";
}

/// "2026-09-15 to 2026-09-16, was 2026-08-20"
std::string when_text(const RoadmapEntry& entry) {
  std::string text = base::to_text(*entry.from);
  if (entry.to && *entry.to != *entry.from) text += " to " + base::to_text(*entry.to);
  if (entry.moved_from) text += ", was " + base::to_text(*entry.moved_from);
  return text;
}

Row entry_row(const RoadmapEntry& entry) {
  const std::string part = entry.guide_part && *entry.guide_part >= 1 && *entry.guide_part <= 3
                               ? std::string(kParts[static_cast<std::size_t>(*entry.guide_part - 1)])
                               : std::string(kNone);
  return Row{Cell{.text = when_text(entry), .number = {}, .source = entry.from.span},
             text_cell(text_or(entry.title, *entry.id)),
             text_cell(std::string(kKinds[static_cast<std::size_t>(*entry.kind)])),
             text_cell(std::string(kStatuses[static_cast<std::size_t>(*entry.status)])),
             text_cell(entry.audience),
             text_cell(part),
             text_cell(entry.host),
             text_cell(entry.place)};
}

Table entries_table(const Entries& entries, std::string caption) {
  Table table{.caption = std::move(caption),
              .columns = {{.head = "When"},
                          {.head = "What"},
                          {.head = "Kind"},
                          {.head = "Status"},
                          {.head = "For whom"},
                          {.head = "Part of the guide"},
                          {.head = "Host"},
                          {.head = "Place"}},
              .rows = {}};
  for (const RoadmapEntry* entry : entries) table.rows.push_back(entry_row(*entry));
  return without_empty_columns(std::move(table), 4);
}

void add_month(Blocks& blocks, const Roadmap& roadmap, base::Date begin) {
  blocks.push_back(Heading{.level = 2, .text = month_text(begin)});
  const Entries entries = entries_between(roadmap, begin, last_day(begin, 1));
  if (entries.empty())
    blocks.push_back(Paragraph{.text = "Nothing in this month."});
  else
    blocks.push_back(entries_table(entries, "Activities in " + month_text(begin)));
}

void add_outside(Blocks& blocks, const Roadmap& roadmap, base::Date first) {
  const Entries outside = entries_outside(roadmap, first, last_day(first, kMonths));
  if (outside.empty()) return;
  blocks.push_back(Heading{.level = 2, .text = "Outside the fiscal year"});
  blocks.push_back(entries_table(outside, "Activities before or after the fiscal year"));
}

Result entry_result(const RoadmapEntry& entry) {
  return Result::Fields{{"id", *entry.id},
                        {"from", date_result(entry.from)},
                        {"to", date_result(entry.to)},
                        {"moved_from", date_result(entry.moved_from)},
                        {"kind", kKindKeys[static_cast<std::size_t>(*entry.kind)]},
                        {"status", kStatuses[static_cast<std::size_t>(*entry.status)]},
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
  Document page{.title = text_or(roadmap.title, "Road map") + ": " + county_text(context.workspace, roadmap.county),
                .blocks = {}};
  page.blocks.push_back(Paragraph{.text = answer_text(roadmap, context), .lead = true});
  page.blocks.push_back(
      Facts{{{"County", county_text(context.workspace, roadmap.county)},
             {"Fiscal year", base::written_out(first) + " to " + base::written_out(last_day(first, kMonths))},
             {"As of", base::written_out(context.workspace.as_of)}}});
  for (int month = 0; month < kMonths; ++month) add_month(page.blocks, roadmap, base::add_months(first, month));
  add_outside(page.blocks, roadmap, first);
  return with_abbreviations(std::move(page));
}

Result roadmap_result(const Roadmap& roadmap, const Context& context) {
  const base::Date first = first_day(roadmap, context);
  Result::List months;
  for (int month = 0; month < kMonths; ++month) {
    const base::Date begin = base::add_months(first, month);
    months.push_back(Result::Fields{{"month", base::to_text(begin).substr(0, 7)},
                                    {"entries", ids_result(entries_between(roadmap, begin, last_day(begin, 1)))}});
  }
  return Result::Fields{{"county", text_result(roadmap.county)},
                        {"title", text_result(roadmap.title)},
                        {"from", base::to_text(first)},
                        {"to", base::to_text(last_day(first, kMonths))},
                        {"as_of", base::to_text(context.workspace.as_of)},
                        {"months", std::move(months)},
                        {"outside", ids_result(entries_outside(roadmap, first, last_day(first, kMonths)))},
                        {"entries", list_of(roadmap.entries, entry_result)}};
}

}  // namespace cpm::report
