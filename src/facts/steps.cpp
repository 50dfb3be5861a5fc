// The steps of plans: when, who, where they stand, what they wait for, and what reviews found.
#include "facts/rows.h"
#include "score/progress.h"
#include "score/replaced.h"

namespace cpm::facts {
namespace {

using model::Step;

struct StepFacts {
  const Source& source;
  const Step& step;
  const score::StepProgress& progress;
};

constexpr std::array<ColumnOf<StepFacts>, 23> kStepColumns = {{
    {kFile, of_file},
    {{"step", Type::text, Need::key, "Its id in the plan."},
     [](const StepFacts& facts) -> Value { return cell(facts.step.id); }},
    {kCounty, of_county},
    {{"objective", Type::text, Need::must, "The objective that it serves."},
     [](const StepFacts& facts) -> Value { return cell(facts.step.objective); }},
    {{"action", Type::prose, Need::may, "What is done."},
     [](const StepFacts& facts) -> Value { return cell(facts.step.action); }},
    {{"responsible_role", Type::text, Need::may, "Who is responsible, by role. People's names are never exported."},
     [](const StepFacts& facts) -> Value {
       return facts.step.responsible ? cell(facts.step.responsible->role) : Value{};
     }},
    {{"responsible_team", Type::text, Need::may, "Or the team."},
     [](const StepFacts& facts) -> Value {
       return facts.step.responsible ? cell(facts.step.responsible->team) : Value{};
     }},
    {{"start", Type::text, Need::may, "When it begins: a day, a month (`2026-11`) or a quarter (`2026-Q4`)."},
     [](const StepFacts& facts) -> Value { return cell(facts.step.start); }},
    {{"start_from", Type::date, Need::may, "The first day of that."},
     [](const StepFacts& facts) -> Value { return first_day(facts.step.start); }},
    {{"start_to", Type::date, Need::may, "The last day of that."},
     [](const StepFacts& facts) -> Value { return last_day(facts.step.start); }},
    {{"due", Type::text, Need::may, "When it is due: a day, a month or a quarter."},
     [](const StepFacts& facts) -> Value { return cell(facts.step.due); }},
    {{"due_from", Type::date, Need::may, "The first day of that."},
     [](const StepFacts& facts) -> Value { return first_day(facts.step.due); }},
    {{"due_to", Type::date, Need::may, "The last day of that: it is late only after it."},
     [](const StepFacts& facts) -> Value { return last_day(facts.step.due); }},
    {{"monitor_on", Type::text, Need::may, "When the team looks at it, the first time if that repeats."},
     [](const StepFacts& facts) -> Value { return cell(facts.step.monitor_on); }},
    {{"monitor_from", Type::date, Need::may, "The first day of that."},
     [](const StepFacts& facts) -> Value { return first_day(facts.step.monitor_on); }},
    {{"monitor_to", Type::date, Need::may, "The last day of that."},
     [](const StepFacts& facts) -> Value { return last_day(facts.step.monitor_on); }},
    {{"monitor_every", Type::choice, Need::may, "How often the team looks at it again.", keys_of<model::Rhythm>},
     [](const StepFacts& facts) -> Value { return choice_cell(facts.step.monitor_every); }},
    {{"done_on", Type::date, Need::may, "When it was done."},
     [](const StepFacts& facts) -> Value { return cell(facts.step.done_on); }},
    {{"status", Type::choice, Need::may, "Where it stands, as the file says.", keys_of<model::StepStatus>},
     [](const StepFacts& facts) -> Value { return choice_cell(facts.step.status); }},
    {{"note", Type::prose, Need::may, "What else should be known."},
     [](const StepFacts& facts) -> Value { return cell(facts.step.note); }},
    {{"next_day", Type::date, Need::may, "The last day of the next monitoring date, else of the due date."},
     [](const StepFacts& facts) -> Value {
       return facts.progress.next_date ? Value(base::to_text(facts.progress.next_date->last)) : Value{};
     }},
    {{"overdue", Type::flag, Need::must,
      "The step is open, `next_day` is before the day of `export.as_of`, and no later plan has replaced this one."},
     [](const StepFacts& facts) -> Value { return facts.progress.overdue; }},
    {{"days_late", Type::whole, Need::must, "By how many days; 0 if it is not overdue."},
     [](const StepFacts& facts) -> Value { return static_cast<std::int64_t>(facts.progress.days_late); }},
}};
constexpr auto kStepHeads = heads(kStepColumns);

// what a step names

struct WordFacts {
  const Source& source;
  const Step& step;
  const model::LocatedText& word;
  std::int64_t position = 0;
  std::string_view list = {};
};

constexpr std::string_view kStepLists[] = {"with", "supports", "initiatives"};

constexpr ColumnOf<WordFacts> kWordFile{kFile, of_file};
constexpr ColumnOf<WordFacts> kWordStep{{"step", Type::text, Need::key, "The step."},
                                        [](const WordFacts& facts) -> Value { return cell(facts.step.id); }};
constexpr ColumnOf<WordFacts> kWordPosition{kPosition, [](const WordFacts& facts) -> Value { return facts.position; }};
constexpr ColumnOf<WordFacts> kWordCounty{kCounty, of_county};

constexpr std::array kStepAfterColumns = {
    kWordFile, kWordStep, kWordPosition, kWordCounty,
    ColumnOf<WordFacts>{{"after", Type::text, Need::must, "A step that comes first."},
                        [](const WordFacts& facts) -> Value { return cell(facts.word); }}};
constexpr auto kStepAfterHeads = heads(kStepAfterColumns);

constexpr std::array kStepWordColumns = {
    kWordFile,
    kWordStep,
    ColumnOf<WordFacts>{{"list", Type::choice, Need::key,
                         "Who takes part, a support need's id, or an initiative that the step serves.", kStepLists},
                        [](const WordFacts& facts) -> Value { return facts.list; }},
    kWordPosition,
    kWordCounty,
    ColumnOf<WordFacts>{{"word", Type::text, Need::may, "What the list says."},
                        [](const WordFacts& facts) -> Value { return cell(facts.word); }}};
constexpr auto kStepWordHeads = heads(kStepWordColumns);

// links to the System Improvement Plan

struct SipFacts {
  const Source& source;
  const model::SipLink& link;
  const Step* step = nullptr;  ///< nullptr: of the whole plan
  std::int64_t position = 0;
};

Value period_day(const SipFacts& facts, model::LocatedDate model::Period::*day) {
  return facts.link.period ? cell((*facts.link.period).*day) : Value{};
}

constexpr std::array<ColumnOf<SipFacts>, 10> kSipLinkColumns = {{
    {kFile, of_file},
    {{"position", Type::whole, Need::key, "The place among the plan's links, from 1."},
     [](const SipFacts& facts) -> Value { return facts.position; }},
    {kCounty, of_county},
    {{"step", Type::text, Need::may, "The step; none if the link is the whole plan's."},
     [](const SipFacts& facts) -> Value { return facts.step == nullptr ? Value{} : cell(facts.step->id); }},
    {{"period_from", Type::date, Need::may, "The first day of the System Improvement Plan's period."},
     [](const SipFacts& facts) -> Value { return period_day(facts, &model::Period::from); }},
    {{"period_to", Type::date, Need::may, "The last day of it."},
     [](const SipFacts& facts) -> Value { return period_day(facts, &model::Period::to); }},
    {{"agency", Type::choice, Need::may, "Whose chart of that plan it is in.", keys_of<model::SipAgency>},
     [](const SipFacts& facts) -> Value { return choice_cell(facts.link.agency); }},
    {{"measure_or_factor", Type::text, Need::may, "The outcome measure or systemic factor."},
     [](const SipFacts& facts) -> Value { return cell(facts.link.measure_or_factor); }},
    {{"strategy", Type::prose, Need::may, "The strategy."},
     [](const SipFacts& facts) -> Value { return cell(facts.link.strategy); }},
    {{"action_step", Type::prose, Need::may, "The action step in that plan."},
     [](const SipFacts& facts) -> Value { return cell(facts.link.action_step); }},
}};
constexpr auto kSipLinkHeads = heads(kSipLinkColumns);

// reviews

using ReviewEntry = Entry<model::Review>;

constexpr std::array<ColumnOf<ReviewEntry>, 9> kReviewColumns = {{
    {kFile, of_file},
    {kPosition, of_position},
    {kCounty, of_county},
    {{"date", Type::date, Need::must, "The day of the review."},
     [](const ReviewEntry& entry) -> Value { return cell(entry.record.date); }},
    {{"step", Type::text, Need::may, "The step that was reviewed."},
     [](const ReviewEntry& entry) -> Value { return cell(entry.record.step); }},
    {{"objective", Type::text, Need::may, "Or the objective."},
     [](const ReviewEntry& entry) -> Value { return cell(entry.record.objective); }},
    {{"status", Type::choice, Need::may, "The status that the review found.", keys_of<model::StepStatus>},
     [](const ReviewEntry& entry) -> Value { return choice_cell(entry.record.status); }},
    {{"note", Type::prose, Need::may, "What it found."},
     [](const ReviewEntry& entry) -> Value { return cell(entry.record.note); }},
    {{"change", Type::prose, Need::may, "What changes because of it."},
     [](const ReviewEntry& entry) -> Value { return cell(entry.record.change); }},
}};
constexpr auto kReviewHeads = heads(kReviewColumns);

constexpr Reference kServesObjective[] = {{"file, objective", "objectives"}};
constexpr Reference kOfStep[] = {{"file, step", "steps"}};
constexpr Reference kBetweenSteps[] = {{"file, step", "steps"}, {"file, after", "steps", "file, step"}};
constexpr Reference kOfStepOrPlan[] = {{"file", "plans"}, {"file, step", "steps"}};
constexpr Reference kReviewed[] = {{"file", "plans"}, {"file, step", "steps"}, {"file, objective", "objectives"}};

}  // namespace

constexpr Table kStepTable{
    .name = "steps", .about = "one row a step of a plan", .columns = kStepHeads, .references = kServesObjective};
constexpr Table kStepAfterTable{.name = "step_after",
                                .about = "one row a step that another one waits for",
                                .columns = kStepAfterHeads,
                                .references = kBetweenSteps};
constexpr Table kStepWordTable{.name = "step_words",
                               .about = "one row a participant, a support need or an initiative that a step names",
                               .columns = kStepWordHeads,
                               .references = kOfStep};
constexpr Table kSipLinkTable{.name = "sip_links",
                              .about = "one row a place of the System Improvement Plan where a step or a plan appears",
                              .columns = kSipLinkHeads,
                              .references = kOfStepOrPlan};
constexpr Table kReviewTable{.name = "reviews",
                             .about = "one row a review of a step or an objective",
                             .columns = kReviewHeads,
                             .references = kReviewed};

namespace {

void add_step_words(Rows& rows, const Source& source, const Step& step) {
  const model::TextList* const lists[] = {&step.with, &step.supports, &step.initiatives};
  for (std::size_t i = 0; i < std::size(lists); ++i) {
    std::int64_t position = 0;
    for (const model::LocatedText& word : *lists[i])
      rows.add(kStepWordTable, kStepWordColumns,
               WordFacts{.source = source, .step = step, .word = word, .position = ++position, .list = kStepLists[i]});
  }
}

void add_sip_links(Rows& rows, const Source& source, const std::optional<model::Links>& links, const Step* step,
                   std::int64_t& position) {
  if (!links) return;
  for (const model::SipLink& link : links->sip)
    rows.add(kSipLinkTable, kSipLinkColumns,
             SipFacts{.source = source, .link = link, .step = step, .position = ++position});
}

}  // namespace

void add_steps(Rows& rows, const Source& source, const model::Plan& plan, const model::Workspace& workspace) {
  const model::Document* const later = score::replaced_by(source.document, workspace);
  const score::Progress progress = score::progress(
      plan, workspace.as_of, later == nullptr ? nullptr : &model::content_of<model::Plan>(*later));
  for (const score::StepProgress& at : progress.steps) {
    const Step& step = *at.step;
    rows.add(kStepTable, kStepColumns, StepFacts{.source = source, .step = step, .progress = at});
    std::int64_t position = 0;
    for (const model::LocatedText& after : step.after)
      rows.add(kStepAfterTable, kStepAfterColumns,
               WordFacts{.source = source, .step = step, .word = after, .position = ++position});
    add_step_words(rows, source, step);
  }
  std::int64_t links = 0;
  add_sip_links(rows, source, plan.links, nullptr, links);
  for (const Step& step : plan.steps) add_sip_links(rows, source, step.links, &step, links);
  rows.add_all(kReviewTable, kReviewColumns, source, plan.reviews);
}

}  // namespace cpm::facts
