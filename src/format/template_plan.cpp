#include "format/template_plan.h"

#include <array>

#include "base/assert.h"

namespace cpm::format {
namespace {

using Values = std::vector<TemplateValue>;

/// A priority as the plan writes it.
struct Thread {
  std::string id;
  std::string area;
  std::string title;
  std::string from_snapshot;  ///< left out when the Snapshot does not have it
  std::string order;
  std::string reason;
};

struct Row {
  std::string_view path;
  std::string_view text;
};

constexpr std::array kTeamRows = {
    Row{"team[0].role", "Director"},
    Row{"team[0].organization", "County agency"},
    Row{"team[0].part", "To be replaced: what this person does on the team"},
    Row{"team[1].role", "Program manager"},
    Row{"team[1].organization", "County agency"},
    Row{"team[1].part", "To be replaced: what this person does on the team"},
    Row{"team[2].role", "Parent partner"},
    Row{"team[2].organization", "Family resource center"},
    Row{"team[2].part", "To be replaced: what this person does on the team"},
};

Thread chosen(const model::SnapshotPriority& priority, std::size_t number) {
  return {.id = priority.id.value,
          .area = priority.area.value,
          .title = priority.title.value,
          .from_snapshot = priority.id.value,
          .order = std::to_string(priority.rank.given ? priority.rank.value : static_cast<std::int64_t>(number)),
          .reason = priority.reason.value};
}

/// Where the team has chosen nothing yet, nothing is chosen for it: the place is kept, three times.
std::vector<Thread> open_places(const model::Instrument* instrument) {
  constexpr std::size_t kPlaces = 3;
  std::vector<Thread> threads;
  for (std::size_t i = 0; i < kPlaces; ++i) {
    const bool known = instrument != nullptr && !instrument->areas.empty();
    const std::string number = std::to_string(i + 1);
    threads.push_back({.id = "p" + number,
                       .area = known ? instrument->areas[i % instrument->areas.size()].id.value : "or",
                       .title = "To be chosen by the team, number " + number,
                       .from_snapshot = {},
                       .order = number,
                       .reason = "To be replaced: why the team chose it"});
  }
  return threads;
}

std::vector<Thread> threads_of(const TemplateOptions& options) {
  std::vector<Thread> threads;
  for (const model::SnapshotPriority& priority : options.follows->priorities)
    threads.push_back(chosen(priority, threads.size() + 1));
  return threads.empty() ? open_places(options.instrument) : threads;
}

void add_priority(std::size_t at, const Thread& thread, Values& values) {
  const std::string path = "priorities[" + std::to_string(at) + "].";
  values.push_back({path + "id", thread.id});
  values.push_back({path + "area", thread.area});
  values.push_back({path + "title", thread.title});
  values.push_back({path + "from_snapshot", thread.from_snapshot});
  values.push_back({path + "order", thread.order});
  if (!thread.reason.empty()) values.push_back({path + "reason", thread.reason});
}

void add_objective(std::size_t at, const Thread& thread, Values& values) {
  const std::string path = "objectives[" + std::to_string(at) + "].";
  values.push_back({path + "id", "o" + std::to_string(at + 1)});
  values.push_back({path + "priority", thread.id});
  values.push_back({path + "statement", "To be replaced: what will be different? (" + thread.title + ")"});
  values.push_back({path + "indicator.text", "To be replaced: what is counted or measured?"});
  values.push_back({path + "indicator.unit", "to be replaced"});
  values.push_back({path + "indicator.baseline", "0"});
  values.push_back({path + "indicator.target", "1"});
}

void add_step(std::size_t at, const Thread& thread, base::Date start, Values& values) {
  const std::string path = "steps[" + std::to_string(at) + "].";
  values.push_back({path + "id", "s" + std::to_string(at + 1)});
  values.push_back({path + "objective", "o" + std::to_string(at + 1)});
  values.push_back({path + "action", "To be replaced: what is done first? (" + thread.title + ")"});
  values.push_back({path + "responsible.role", "Program manager"});
  values.push_back({path + "start", base::to_text(start)});
  values.push_back({path + "due", base::to_text(base::add_days(base::add_months(start, 6), -1))});
  values.push_back({path + "monitor_on", base::to_text(base::add_months(start, 3))});
}

std::string offer(const std::vector<std::string>& opportunities) {
  std::string words =
      "The Snapshot has no priorities yet; the three below are placeholders. Choose 3 to 5 with the team, "
      "write them into the Snapshot under `priorities`, and copy them here.";
  if (opportunities.empty()) return words;
  words += "\nIts opportunities in order (`cpm rank` says why):";
  for (const std::string& line : opportunities) words += "\n  " + line;
  return words;
}

/// The targets of a priority are the team's choice: they stand there as a comment, to be uncommented and changed.
std::string offered_targets(const std::vector<std::string>& lines) {
  std::string words = "Choose with the team, for example:\ntargets:";
  for (const std::string& line : lines) words += "\n  " + line;
  return words;
}

}  // namespace

base::Date next_fiscal_year(base::Date date, unsigned month) {
  const base::Date start{date.year(), std::chrono::month{month}, std::chrono::day{1}};
  return date <= start ? start : base::add_months(start, 12);
}

base::Date reassessment(base::Date start) {
  return base::add_days(base::add_months(start, 15), -1);
}

TemplateValues following_plan_values(const TemplateOptions& options) {
  CPM_ASSERT(options.follows != nullptr);
  const PlanStart& follows = *options.follows;
  const base::Date start = next_fiscal_year(options.date, follows.fiscal_year_start);
  TemplateValues values{.values = {{"date", base::to_text(options.date)},
                                   {"snapshot.file", follows.snapshot},
                                   {"horizon.start", base::to_text(start)},
                                   {"horizon.reassess", base::to_text(reassessment(start))}},
                        .left_out = {}};
  for (const Row& row : kTeamRows) values.values.push_back({std::string(row.path), std::string(row.text)});
  const std::vector<Thread> threads = threads_of(options);
  for (std::size_t i = 0; i < threads.size(); ++i) {
    add_priority(i, threads[i], values.values);
    add_objective(i, threads[i], values.values);
    add_step(i, threads[i], start, values.values);
  }
  for (std::size_t i = 0; i < follows.targets.size(); ++i)
    if (!follows.targets[i].empty())
      values.left_out.push_back({"priorities[" + std::to_string(i) + "].targets", offered_targets(follows.targets[i])});
  if (!follows.priorities.empty()) return values;
  values.notes = {{"priorities", offer(follows.offered)}};
  for (std::size_t i = 0; i < threads.size(); ++i)
    values.left_out.push_back({"priorities[" + std::to_string(i) + "].from_snapshot",
                               "`from_snapshot: p" + std::to_string(i + 1) + "`, when the Snapshot has it."});
  return values;
}

}  // namespace cpm::format
