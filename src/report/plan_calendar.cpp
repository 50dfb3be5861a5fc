#include "report/plan_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/plan_blocks.h"

namespace cpm::report {

namespace {

/// "example-alder/plans/2025-07.yaml/s5/due@cpm": nothing in it changes when dates or words do.
std::string uid(const model::LocatedText& county, const Context& context, const std::string& id,
                std::string_view what) {
  return fmt::format("{}/{}/{}/{}@cpm", *county, context.document.inside, id, what);
}

void add_line(std::vector<std::string>& lines, const std::string& label, const std::string& text) {
  if (!text.empty()) lines.push_back(fmt::format("{}: {}", label, text));
}

std::vector<std::string> about_step(const score::StepProgress& step, const Context& context) {
  std::vector<std::string> lines;
  if (step.priority != nullptr) add_line(lines, "Priority", priority_name(*step.priority));
  if (step.objective != nullptr) add_line(lines, "Objective", objective_name(*step.objective));
  add_line(lines, "Responsible", responsible_words(*step.step, context.contacts));
  if (!step.step->with.empty()) add_line(lines, "With", texts_joined(step.step->with));
  add_line(lines, "Status", std::string(model::word(*step.step->status)));
  if (!step.waits_for.empty()) add_line(lines, "Waits for", waits_text(step));
  add_line(lines, "Plan", context.document.inside);
  return lines;
}

/// One date of a step: the key that gives it, and how its event begins.
struct StepDate {
  model::LocatedTimeframe model::Step::*date;
  std::string_view key;
  std::string_view lead;
};

constexpr StepDate kStepDates[] = {{&model::Step::monitor_on, "monitor_on", "Check progress: "},
                                   {&model::Step::due, "due", "Due: "}};

/// " (November 2026)": that the last day stands for a month or a quarter.
std::string sharpness_note(const base::Timeframe& date) {
  if (date.sharpness == base::Sharpness::day) return {};
  return fmt::format(" ({})", base::written_out(date));
}

void add_step(Calendar& calendar, const score::StepProgress& progress, const model::Plan& plan, const Context& context,
              bool with_closed) {
  const model::Step& step = *progress.step;
  const bool open = score::is_open(step);
  if (!open && !with_closed) return;
  for (const StepDate& row : kStepDates) {
    const model::LocatedTimeframe& date = step.*(row.date);
    if (!date) continue;
    CalendarEvent event{.uid = uid(plan.county, context, *step.id, row.key),
                        .first = date->last,
                        .last = date->last,
                        .summary = fmt::format("{}{}{}", row.lead, step_name(step), sharpness_note(*date)),
                        .description = about_step(progress, context),
                        .at_month_end = date->sharpness != base::Sharpness::day,
                        .canceled = !open};
    const bool repeats = row.date == &model::Step::monitor_on && step.monitor_every && plan.horizon.reassess;
    if (repeats && date->last <= *plan.horizon.reassess) {
      event.summary = fmt::format("{}{}", row.lead, step_name(step));  // the note would name the first time only
      event.every_months = score::months_of(*step.monitor_every);
      event.until = *plan.horizon.reassess;
      // The last date may be a month in which the plan is reassessed earlier.
      if (progress.monitoring) event.until = std::max(event.until, progress.monitoring->dates.back().last);
    }
    calendar.events.push_back(std::move(event));
  }
}

std::vector<std::string> about_entry(const model::RoadmapEntry& entry, const Context& context) {
  std::vector<std::string> lines;
  if (entry.kind) add_line(lines, "Kind", std::string(model::word(*entry.kind)));
  add_line(lines, "For", text_or(entry.audience, ""));
  add_line(lines, "Host", text_or(entry.host, ""));
  if (entry.moved_from) add_line(lines, "Moved from", base::written_out(*entry.moved_from));
  add_line(lines, "Road map", context.document.inside);
  return lines;
}

}  // namespace

void add_plan(Calendar& calendar, const score::Progress& progress, const Context& context, bool with_closed) {
  const model::Plan& plan = *progress.plan;
  if (calendar.name.empty()) calendar.name = "Core Practice Model: " + county_text(context.workspace, plan.county);
  for (const score::StepProgress& step : progress.steps) add_step(calendar, step, plan, context, with_closed);
  if (!plan.horizon.reassess) return;
  calendar.events.push_back(
      CalendarEvent{.uid = uid(plan.county, context, "horizon", "reassess"),
                    .first = *plan.horizon.reassess,
                    .last = *plan.horizon.reassess,
                    .summary = "Reassess the plan of " + county_text(context.workspace, plan.county),
                    .description = {"Plan: " + context.document.inside}});
}

void add_roadmap(Calendar& calendar, const model::Roadmap& roadmap, const Context& context) {
  for (const model::RoadmapEntry& entry : roadmap.entries) {
    if (!entry.from) continue;
    // A month without an end is one date, as sharp as the county has it, and not an event of thirty days.
    const base::Timeframe& from = *entry.from;
    calendar.events.push_back(
        CalendarEvent{.uid = uid(roadmap.county, context, *entry.id, "entry"),
                      .first = entry.to ? from.first : from.last,
                      .last = entry.to ? std::max(from.last, entry.to->last) : from.last,
                      .summary = text_or(entry.title, *entry.id) + (entry.to ? "" : sharpness_note(from)),
                      .description = about_entry(entry, context),
                      .place = text_or(entry.place, ""),
                      .canceled = entry.status && *entry.status == model::RoadmapStatus::cancelled});
  }
}

}  // namespace cpm::report
