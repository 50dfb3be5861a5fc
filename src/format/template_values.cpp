#include "format/template_values.h"

#include <array>

#include "format/load.h"
#include "format/template_plan.h"
#include "model/placeholders.h"

namespace cpm::format {
namespace {

using Values = std::vector<TemplateValue>;

/// What `cpm.yaml` says beyond the necessary, to be changed by the county.
const Values kSettings = {{"fiscal_year_start", "7"}, {"reports.contacts", "true"}, {"reports.folder", "reports"}};

/// The academy that lists the county, or empty.
std::string academy_of(const std::string& county) {
  if (county.starts_with("example")) return "ncta";
  const std::unique_ptr<Loaded> built_in = load_built_in();
  for (const model::Academy& academy : built_in->built_in.regions.academies)
    for (const diag::LocatedText& member : academy.counties)
      if (member.value == county) return academy.id.value;
  return {};
}

/// The first three areas of the instrument, repeated when there are fewer.
std::array<std::string, 3> three_areas(const model::Instrument* instrument) {
  std::array<std::string, 3> areas = {"or", "wd", "ep"};
  if (instrument == nullptr || instrument->areas.empty()) return areas;
  for (std::size_t i = 0; i < areas.size(); ++i) areas[i] = instrument->areas[i % instrument->areas.size()].id.value;
  return areas;
}

constexpr std::string_view kPlanLater = "Add it as soon as the file exists:\nplan: plans/2026-07.yaml";

TemplateValues repository_values(const TemplateOptions& options) {
  TemplateValues values;
  const std::string academy = academy_of(options.county);
  if (academy.empty())
    values.left_out = {{"academy", "Add it when you know it: `cpm list regions` shows the academies."}};
  else
    values.values = {{"academy", academy}};
  if (!options.settings) return values;
  for (const TemplateValue& setting : kSettings) values.values.push_back(setting);
  return values;
}

TemplateValues instrument_values(const TemplateOptions&) {
  return {.values = {{"scale[0].value", "0"},
                     {"scale[0].label", "Not in place"},
                     {"scale[1].value", "1"},
                     {"scale[1].label", "Partially in place"},
                     {"scale[2].value", "2"},
                     {"scale[2].label", "Fully in place"},
                     {"areas[0].items[0].anchors[0]", "There is no statement."},
                     {"areas[0].items[0].anchors[1]", "There is a statement, known in some units."},
                     {"areas[0].items[0].anchors[2]", "A written statement is in use at all levels."},
                     {"areas[0].items[1].id", "or-team"},
                     {"areas[0].items[1].title", "A team that can decide"},
                     {"areas[0].items[1].prompt", "A standing team with authority guides the work."},
                     {"areas[0].items[1].anchors[0]", "There is no team."},
                     {"areas[0].items[1].anchors[1]", "A team meets and cannot decide."},
                     {"areas[0].items[1].anchors[2]", "A team meets regularly and decides."}},
          .left_out = {}};
}

TemplateValues snapshot_values(const TemplateOptions& options) {
  const model::Instrument* instrument = options.instrument;
  TemplateValues values{.values = {{"date", base::to_text(options.date)},
                                   {"contact.name", std::string(model::kExampleName)},
                                   {"contact.email", std::string(model::kExampleEmail)},
                                   {"contact.phone", std::string(model::kExamplePhone)},
                                   {"facilitator.role", "Regional Training Academy coach"},
                                   {"facilitator.voted", "false"},
                                   {"participants[0].role", "Director"},
                                   {"participants[0].organization", "County agency"},
                                   {"participants[0].count", "1"},
                                   {"participants[1].role", "Supervisor"},
                                   {"participants[1].organization", "County agency"},
                                   {"participants[1].count", "3"},
                                   {"participants[2].role", "Parent partner"},
                                   {"participants[2].organization", "Family resource center"},
                                   {"participants[2].count", "1"}},
                        .left_out = {}};
  if (instrument == nullptr) return values;
  values.values.push_back({"instrument.id", instrument->id.value});
  values.values.push_back({"instrument.version", instrument->version.value});
  return values;
}

/// One priority with its objective and step; `number` counts from 1.
struct PlanThread {
  std::string_view title;
  std::string_view statement;
  std::string_view indicator;
  std::string_view unit;
  std::string_view target;
  std::string_view action;
  std::string_view role;
};

constexpr std::array<PlanThread, 3> kThreads = {
    PlanThread{"A team that can decide", "Units have their answers within two weeks.",
               "Questions answered within two weeks", "percent", "80", "Write a charter for the implementation team.",
               "Director"},
    PlanThread{"Coaching reaches every unit", "Every unit has a coach.", "Units with a coach", "units", "6",
               "Ask each unit who would like to coach.", "Training manager"},
    PlanThread{"Families and partners hear back", "Partners can see what became of what they said.",
               "Pages with answers", "pages", "2", "Publish a page with what people said and what was done.",
               "Program manager"}};

void add_thread(std::size_t at, const PlanThread& thread, const std::string& area, base::Date start, Values& values) {
  const std::string index = "[" + std::to_string(at) + "].";
  const std::string number = std::to_string(at + 1);
  const auto add = [&](std::string_view path, std::string_view text) {
    values.push_back({std::string(path), std::string(text)});
  };
  add("priorities" + index + "id", "p" + number);
  add("priorities" + index + "area", area);
  add("priorities" + index + "title", thread.title);
  add("priorities" + index + "from_snapshot", "p" + number);
  add("priorities" + index + "order", number);
  add("objectives" + index + "id", "o" + number);
  add("objectives" + index + "priority", "p" + number);
  add("objectives" + index + "statement", thread.statement);
  add("objectives" + index + "indicator.text", thread.indicator);
  add("objectives" + index + "indicator.unit", thread.unit);
  add("objectives" + index + "indicator.baseline", "0");
  add("objectives" + index + "indicator.target", thread.target);
  add("steps" + index + "id", "s" + number);
  add("steps" + index + "objective", "o" + number);
  add("steps" + index + "action", thread.action);
  add("steps" + index + "responsible.role", thread.role);
  add("steps" + index + "start", base::to_text(start));
  add("steps" + index + "due", base::to_text(base::add_days(base::add_months(start, 6), -1)));
  add("steps" + index + "monitor_on", base::to_text(base::add_months(start, 3)));
}

TemplateValues plan_values(const TemplateOptions& options) {
  if (options.follows != nullptr) return following_plan_values(options);
  const base::Date start = next_fiscal_year(options.date, options.home.fiscal_year_start);
  const base::Date reassess = reassessment(start);
  const std::array<std::string, 3> areas = three_areas(options.instrument);
  TemplateValues values{.values = {{"date", base::to_text(options.date)},
                                   {"contact.name", std::string(model::kExampleName)},
                                   {"contact.email", std::string(model::kExampleEmail)},
                                   {"contact.phone", std::string(model::kExamplePhone)},
                                   {"team[0].role", "Director"},
                                   {"team[0].organization", "County agency"},
                                   {"team[0].part", "Decides and removes obstacles"},
                                   {"team[1].role", "Training manager"},
                                   {"team[1].organization", "County agency"},
                                   {"team[1].part", "Training and coaching"},
                                   {"team[2].role", "Parent partner"},
                                   {"team[2].organization", "Family resource center"},
                                   {"team[2].part", "The view of families"},
                                   {"horizon.start", base::to_text(start)},
                                   {"horizon.reassess", base::to_text(reassess)}},
                        .left_out = {{"snapshot",
                                      "Add it as soon as the file exists:\n"
                                      "snapshot: {file: snapshots/" +
                                          base::to_text(options.date) + ".yaml}"}}};
  for (std::size_t i = 0; i < kThreads.size(); ++i) add_thread(i, kThreads[i], areas[i], start, values.values);
  return values;
}

/// The plan it belongs to, or the words that keep its place.
void put_plan(const TemplateOptions& options, TemplateValues& values) {
  if (options.home.plan.empty())
    values.left_out.push_back({"plan", std::string(kPlanLater)});
  else
    values.values.push_back({"plan", options.home.plan});
}

/// The academy of the county meets the need; where none is known, the county's own people.
TemplateValues support_values(const TemplateOptions& options) {
  const std::string academy = options.home.academy.empty() ? academy_of(options.county) : options.home.academy;
  const bool of_plan = !options.home.plan.empty() && !options.home.priority.empty();
  TemplateValues values{
      .values = {{"date", base::to_text(options.date)},
                 of_plan ? TemplateValue{"needs[0].for.priority", options.home.priority}
                         : TemplateValue{"needs[0].for.item", "wd-coach-capacity"},
                 {"needs[0].category", academy.empty() ? "internal" : "rta"},
                 {"needs[0].provider", academy.empty() ? "Training manager" : academy},
                 {"needs[0].needed_by",
                  base::to_text(base::add_months(next_fiscal_year(options.date, options.home.fiscal_year_start), 2))}},
      .left_out = {}};
  put_plan(options, values);
  return values;
}

TemplateValues logic_model_values(const TemplateOptions& options) {
  TemplateValues values{.values = {{"outputs[0].source.kind", "existing"},
                                   {"outcomes[0].from[0]", "u1"},
                                   {"outcomes[0].perspectives[0]", "staff"},
                                   {"outcomes[0].feedback_loop.sample", "One worker in each unit"},
                                   {"outcomes[0].critical", "oc-coached"}},
                        .left_out = {}};
  put_plan(options, values);
  return values;
}

/// The fiscal year in which the next one begins, so that the first entry lies inside.
TemplateValues roadmap_values(const TemplateOptions& options) {
  const base::Date start = next_fiscal_year(options.date, options.home.fiscal_year_start);
  return {.values = {{"fiscal_year", std::to_string(static_cast<int>(start.year()))},
                     {"entries[0].from", base::to_text(base::add_days(base::add_months(start, 2), 14))}},
          .left_out = {}};
}

TemplateValues map_values(const TemplateOptions&) {
  return {.values = {{"sheets[0].columns[0].to", "responsible.role"},
                     {"sheets[0].columns[0].head", "Lead person"},
                     {"sheets[0].columns[1].to", "objective"},
                     {"sheets[0].columns[1].value", "o1"}},
          .left_out = {}};
}

TemplateValues fidelity_values(const TemplateOptions& options) {
  return {.values = {{"period.from", base::to_text(base::add_months(options.date, -1))},
                     {"period.to", base::to_text(options.date)},
                     {"measures[0].mean", "2.8"}},
          .left_out = {}};
}

TemplateValues theory_values(const TemplateOptions& options) {
  return {.values = {{"county", options.county},
                     {"if[0].text", "leaders, staff and partners share one picture of good practice"},
                     {"if[1].text", "staff are coached and have the time to use what they learn"},
                     {"if[2].text", "families are listened to and supported in their community"},
                     {"then[0].text", "children are safe, and families stay together more often"}},
          .left_out = {}};
}

TemplateValues regions_values(const TemplateOptions& options) {
  return {.values = {{"date", base::to_text(options.date)}, {"academies[0].counties[0]", options.county}},
          .left_out = {}};
}

struct KindValues {
  std::string_view word;
  TemplateValues (*make)(const TemplateOptions&);
};

/// Kinds without a row do with the examples of their tables.
constexpr std::array kKindValues = {
    KindValues{"repository", repository_values},
    KindValues{"instrument", instrument_values},
    KindValues{"snapshot", snapshot_values},
    KindValues{"plan", plan_values},
    KindValues{"support", support_values},
    KindValues{"logic-model", logic_model_values},
    KindValues{"roadmap", roadmap_values},
    KindValues{"fidelity", fidelity_values},
    KindValues{"map", map_values},
    KindValues{"theory-of-change", theory_values},
    KindValues{"regions", regions_values},
};

}  // namespace

TemplateValues template_values(const Kind& kind, const TemplateOptions& options) {
  for (const KindValues& row : kKindValues)
    if (row.word == kind.word) return row.make(options);
  return {};
}

}  // namespace cpm::format
