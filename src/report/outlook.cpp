#include "report/outlook.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "report/plan_blocks.h"
#include "report/result_fields.h"

namespace cpm::report {

std::string lateness_text(int days) {
  if (days == 0) return "on the day";
  return counted(std::abs(days), "day") + (days < 0 ? " early" : " late");
}

namespace {

std::string basis_text(const score::Lateness& lateness, const Context& context) {
  return lateness.area.empty() ? "all areas" : area_label(context, lateness.area);
}

std::string end_range_text(const score::EndRange& range) {
  if (!range.to) return base::to_text(range.from) + " or later";
  if (*range.to == range.from) return base::to_text(range.from);
  return fmt::format("{} to {}", base::to_text(range.from), base::to_text(*range.to));
}

bool has_undated(const score::Outlook& outlook) {
  return std::ranges::any_of(outlook.objectives, [](const auto& one) { return one.undated > 0; });
}

Table ranges_table(const score::Outlook& outlook, const Context& context) {
  Table table = table_of("Open objectives, and when their last step may end",
                         {"Objective", "Planned", "May be reached", "By the steps of", number("Open steps")});
  const bool undated = has_undated(outlook);
  if (undated) table.columns.push_back(number("Without a due date"));
  for (const score::ObjectiveOutlook& one : outlook.objectives) {
    Row row{text_cell(objective_name(*one.objective)),
            text_cell(one.range ? timeframe_text(one.range->planned) : "no due date"),
            text_cell(one.range ? end_range_text(*one.range) : "not known"),
            text_cell(basis_text(outlook.lateness[one.lateness], context)), whole_cell(one.open)};
    if (undated) row.push_back(whole_cell(one.undated));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table lateness_table(const score::Outlook& outlook, const Context& context) {
  Table table = table_of("How late steps ended", {"Steps of", number("Ended"), number("Open and late"), "1st quartile",
                                                  "Middle", "3rd quartile"});
  for (const score::Lateness& lateness : outlook.lateness)
    table.rows.push_back({text_cell(basis_text(lateness, context)), whole_cell(lateness.ended),
                          whole_cell(lateness.overdue), text_cell(lateness_text(lateness.first_quartile)),
                          text_cell(lateness_text(lateness.median)),
                          text_cell(lateness_text(lateness.third_quartile))});
  return table;
}

/// In a sentence: between the due date and 20 days late.
std::string quartile_text(int days) {
  return days == 0 ? "the due date" : lateness_text(days);
}

/// "Of the steps in the county's plans that had a due date, 14 have ended and 3 are open and late. …"
std::string lateness_sentence(const score::Lateness& lateness, const Context& context) {
  const std::size_t all = lateness.ended + lateness.overdue;
  const std::string whose = lateness.area.empty() ? "the county's plans" : area_label(context, lateness.area);
  std::string text = fmt::format("Of the steps in {} that had a due date, {} have ended", whose, lateness.ended);
  if (lateness.overdue > 0)
    text += fmt::format(" and {} {} open and late, counted as late as {} by now", lateness.overdue,
                        base::is_are(lateness.overdue), lateness.overdue == 1 ? "it is" : "they are");
  text += fmt::format(". The middle half of these {} lies between {} and {}.", all,
                      quartile_text(lateness.first_quartile), quartile_text(lateness.third_quartile));
  if (lateness.moved > 0) text += fmt::format(" {} had an earlier due date first, which counts.", lateness.moved);
  return text;
}

std::string arithmetic_text(const score::Outlook& outlook, base::Date as_of) {
  const auto& objectives = outlook.objectives;
  std::string text = fmt::format(
      "A range adds these days to the first due date of each open step. It never begins before {}, does not end before a date "
      "that a step was moved to, and is that of the objective's last step.",
      base::written_out(as_of));
  if (std::ranges::any_of(objectives, [](const auto& one) { return one.range && !one.range->to; }))
    text += " It says \"or later\" where a step is already later than the 3rd quartile.";
  if (has_undated(outlook)) text += " Open steps without a due date do not count.";
  return text;
}

std::string history_text(const std::optional<History>& history) {
  if (!history) return "Due dates that were changed within a file count as they are there now.";
  std::string text = fmt::format("First due dates are those that git has: {} of {} {} read.",
                                 counted(history->versions, "earlier version"), counted(history->plans, "plan"),
                                 history->versions == 1 ? "was" : "were");
  if (history->unread > 0) text += fmt::format(" {} more could not be read.", history->unread);
  if (history->more)
    text += fmt::format(" Of a plan with more than {} versions, only the newest count.", history->most);
  if (history->shallow)
    text += " This clone of the repository is shallow: it lacks older versions, so some first dates may be missing.";
  return text;
}

Result history_result(const History& history) {
  return Result::Fields{{"versions", history.versions},
                        {"plans", history.plans},
                        {"unread", history.unread},
                        {"more", history.more},
                        {"shallow", history.shallow}};
}

Result lateness_result(const score::Lateness& lateness) {
  return Result::Fields{{"area", text_or_null(lateness.area)},
                        {"ended", lateness.ended},
                        {"overdue", lateness.overdue},
                        {"moved", lateness.moved},
                        {"first_quartile", lateness.first_quartile},
                        {"median", lateness.median},
                        {"third_quartile", lateness.third_quartile}};
}

Result objective_outlook_result(const score::ObjectiveOutlook& one, const score::Outlook& outlook) {
  const auto day = [&one](auto member) {
    return one.range ? date_result(std::optional<base::Date>((*one.range).*member)) : Result();
  };
  return Result::Fields{{"objective", *one.objective->id},
                        {"by_area", text_or_null(outlook.lateness[one.lateness].area)},
                        {"open", one.open},
                        {"undated", one.undated},
                        {"planned", one.range ? timeframe_result(one.range->planned) : Result()},
                        {"from", day(&score::EndRange::from)},
                        {"to", day(&score::EndRange::to)}};
}

}  // namespace

std::string outlook_sentence(const score::Outlook* outlook) {
  if (outlook == nullptr) return {};
  std::vector<score::EndRange> ranges;
  for (const score::ObjectiveOutlook& one : outlook->objectives)
    if (one.range) ranges.push_back(*one.range);
  if (ranges.empty()) return {};
  const base::Date from = std::ranges::min(ranges, {}, &score::EndRange::from).from;
  base::Date to = from;
  for (const score::EndRange& range : ranges) to = std::max({to, range.from, range.to.value_or(range.from)});
  const bool open = std::ranges::any_of(ranges, [](const score::EndRange& range) { return !range.to; });
  const std::string days = from == to
                               ? fmt::format("on {}", base::written_out(from))
                               : fmt::format("between {} and {}", base::written_out(from), base::written_out(to));
  return fmt::format("By how late steps in the county's plans ended, its {} may be reached {}{}.",
                     counted(ranges.size(), "open objective"), days, open ? ", or later" : "");
}

void add_outlook(Page& page, const Context& context, base::Date as_of) {
  if (context.outlook == nullptr) return;
  const score::Outlook& outlook = *context.outlook;
  page.section("When objectives may be reached");
  page.text(outlook_sentence(&outlook));
  page.table(ranges_table(outlook, context));
  for (const score::Lateness& lateness : outlook.lateness) page.text(lateness_sentence(lateness, context));
  page.text(arithmetic_text(outlook, as_of) + " " + history_text(context.history));
  page.table(lateness_table(outlook, context));
}

void add_outlook(Result::Fields& fields, const score::Outlook* outlook, const std::optional<History>& history) {
  if (outlook == nullptr) return;
  const auto objective = [outlook](const score::ObjectiveOutlook& one) {
    return objective_outlook_result(one, *outlook);
  };
  Result::Fields all{{"lateness", list_of(outlook->lateness, lateness_result)},
                     {"objectives", list_of(outlook->objectives, objective)}};
  if (history) all.emplace_back("history", history_result(*history));
  fields.emplace_back("outlook", std::move(all));
}

}  // namespace cpm::report
