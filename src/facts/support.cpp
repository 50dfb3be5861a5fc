// Support needs, the road map, and approvals of any file.
#include "facts/rows.h"
#include "model/approvals.h"

namespace cpm::facts {
namespace {

using model::SupportNeed;

// needs

struct NeedFacts {
  const Source& source;
  const SupportNeed& need;
  std::string_view plan_file;
};

constexpr std::string_view kPurposes[] = {"step", "objective", "priority", "item"};

/// What a need is for: the word for it and its id.
struct Purpose {
  std::string_view word;
  const model::LocatedText* id = nullptr;
};

Purpose purpose_of(const SupportNeed& need) {
  if (!need.purpose) return {};
  const model::LocatedText* const ids[] = {&need.purpose->step, &need.purpose->objective, &need.purpose->priority,
                                           &need.purpose->item};
  for (std::size_t i = 0; i < std::size(ids); ++i)
    if (*ids[i]) return {.word = kPurposes[i], .id = ids[i]};
  return {};
}

constexpr std::array<ColumnOf<NeedFacts>, 16> kNeedColumns = {{
    {kFile, of_file},
    {{"need", Type::text, Need::key, "Its id in the file."},
     [](const NeedFacts& facts) -> Value { return cell(facts.need.id); }},
    {kCounty, of_county},
    {{"plan_file", Type::text, Need::may, "The plan that it belongs to; none if its facts are not in this export."},
     [](const NeedFacts& facts) -> Value { return cell(facts.plan_file); }},
    {{"for_what", Type::choice, Need::may, "What it is for.", kPurposes},
     [](const NeedFacts& facts) -> Value { return cell(purpose_of(facts.need).word); }},
    {{"for_id", Type::text, Need::may, "The id of that step, objective, priority or item."},
     [](const NeedFacts& facts) -> Value {
       const Purpose purpose = purpose_of(facts.need);
       return purpose.id == nullptr ? Value{} : cell(*purpose.id);
     }},
    {{"category", Type::choice, Need::may, "Where it could come from.", keys_of<model::SupportCategory>},
     [](const NeedFacts& facts) -> Value { return choice_cell(facts.need.category); }},
    {{"provider", Type::text, Need::may, "Who could meet it; an academy's id for the category `rta`."},
     [](const NeedFacts& facts) -> Value { return cell(facts.need.provider); }},
    {{"tool", Type::text, Need::may, "The tool of the toolkit catalog."},
     [](const NeedFacts& facts) -> Value { return cell(facts.need.tool); }},
    {{"request", Type::prose, Need::may, "What is asked for."},
     [](const NeedFacts& facts) -> Value { return cell(facts.need.request); }},
    {{"requested_on", Type::date, Need::may, "When it was asked for."},
     [](const NeedFacts& facts) -> Value { return cell(facts.need.requested_on); }},
    {{"needed_by", Type::text, Need::may, "When it is needed: a day, a month (`2026-11`) or a quarter (`2026-Q4`)."},
     [](const NeedFacts& facts) -> Value { return cell(facts.need.needed_by); }},
    {{"needed_from", Type::date, Need::may, "The first day of that."},
     [](const NeedFacts& facts) -> Value { return first_day(facts.need.needed_by); }},
    {{"needed_to", Type::date, Need::may, "The last day of that."},
     [](const NeedFacts& facts) -> Value { return last_day(facts.need.needed_by); }},
    {{"status", Type::choice, Need::may, "Where it stands.", keys_of<model::SupportStatus>},
     [](const NeedFacts& facts) -> Value { return choice_cell(facts.need.status); }},
    {{"note", Type::prose, Need::may, "What else there is to say."},
     [](const NeedFacts& facts) -> Value { return cell(facts.need.note); }},
}};
constexpr auto kNeedHeads = heads(kNeedColumns);

// road map

struct RoadmapFacts {
  const Source& source;
  const model::Roadmap& roadmap;
  const model::RoadmapEntry& entry;
};

constexpr std::array<ColumnOf<RoadmapFacts>, 16> kRoadmapColumns = {{
    {kFile, of_file},
    {{"entry", Type::text, Need::key, "Its id in the file."},
     [](const RoadmapFacts& facts) -> Value { return cell(facts.entry.id); }},
    {kCounty, of_county},
    {{"fiscal_year", Type::whole, Need::must, "The year in which the road map's fiscal year begins."},
     [](const RoadmapFacts& facts) -> Value { return cell(facts.roadmap.fiscal_year); }},
    {{"begins", Type::text, Need::must, "When it begins: a day, a month (`2026-11`) or a quarter (`2026-Q4`)."},
     [](const RoadmapFacts& facts) -> Value { return cell(facts.entry.from); }},
    {{"begins_from", Type::date, Need::must, "The first day of that."},
     [](const RoadmapFacts& facts) -> Value { return first_day(facts.entry.from); }},
    {{"ends", Type::text, Need::may, "When it ends, if that is another time."},
     [](const RoadmapFacts& facts) -> Value { return cell(facts.entry.to); }},
    {{"ends_to", Type::date, Need::must, "The last day of that, else of `begins`."},
     [](const RoadmapFacts& facts) -> Value { return last_day(facts.entry.to ? facts.entry.to : facts.entry.from); }},
    {{"kind", Type::choice, Need::must, "What it is.", keys_of<model::RoadmapKind>},
     [](const RoadmapFacts& facts) -> Value { return choice_cell(facts.entry.kind); }},
    {{"title", Type::prose, Need::may, "Its title."},
     [](const RoadmapFacts& facts) -> Value { return cell(facts.entry.title); }},
    {{"audience", Type::text, Need::may, "For whom it is."},
     [](const RoadmapFacts& facts) -> Value { return cell(facts.entry.audience); }},
    {{"guide_part", Type::whole, Need::may, "1 Snapshot, 2 Plan, 3 Support."},
     [](const RoadmapFacts& facts) -> Value { return cell(facts.entry.guide_part); }},
    {{"host", Type::text, Need::may, "Who holds it."},
     [](const RoadmapFacts& facts) -> Value { return cell(facts.entry.host); }},
    {{"place", Type::text, Need::may, "Where."},
     [](const RoadmapFacts& facts) -> Value { return cell(facts.entry.place); }},
    {{"status", Type::choice, Need::may, "Where it stands.", keys_of<model::RoadmapStatus>},
     [](const RoadmapFacts& facts) -> Value { return choice_cell(facts.entry.status); }},
    {{"moved_from", Type::text, Need::may, "When it was to be before it was moved."},
     [](const RoadmapFacts& facts) -> Value { return cell(facts.entry.moved_from); }},
}};
constexpr auto kRoadmapHeads = heads(kRoadmapColumns);

// approvals

struct ApprovalFacts {
  const Source& source;
  const model::Approval& approval;
  model::ApprovalState state{};
  std::int64_t position = 0;
};

constexpr std::array<ColumnOf<ApprovalFacts>, 9> kApprovalColumns = {{
    {kFile, of_file},
    {kPosition, [](const ApprovalFacts& facts) -> Value { return facts.position; }},
    {kCounty, of_county},
    {{"approver", Type::text, Need::may, "Who approved: a role, a board or a Tribe."},
     [](const ApprovalFacts& facts) -> Value { return cell(facts.approval.by); }},
    {{"approved_on", Type::date, Need::may, "The day."},
     [](const ApprovalFacts& facts) -> Value { return cell(facts.approval.on); }},
    {{"record", Type::text, Need::may, "The id of what was approved; none if it is the whole file."},
     [](const ApprovalFacts& facts) -> Value { return cell(facts.approval.of); }},
    {{"record_kind", Type::text, Need::may, "What that is: `priority`, `step`."},
     [](const ApprovalFacts& facts) -> Value { return cell(std::string_view(facts.approval.noun)); }},
    {{"text", Type::prose, Need::may, "What belongs to it, such as the item of an agenda."},
     [](const ApprovalFacts& facts) -> Value { return cell(facts.approval.text); }},
    {{"state", Type::choice, Need::must, "Whether the file still says what was approved.",
      keys_of<model::ApprovalState>},
     [](const ApprovalFacts& facts) -> Value { return model::key(facts.state); }},
}};
constexpr auto kApprovalHeads = heads(kApprovalColumns);

constexpr Reference kOfNeedFile[] = {{"file", "files"}, {"plan_file", "plans", "file"}};
constexpr Reference kOfAnyFile[] = {{"file", "files"}};

}  // namespace

constexpr Table kNeedTable{
    .name = "needs", .about = "one row a support need", .columns = kNeedHeads, .references = kOfNeedFile};
constexpr Table kRoadmapTable{
    .name = "roadmap", .about = "one row an entry of a road map", .columns = kRoadmapHeads, .references = kOfAnyFile};
constexpr Table kApprovalTable{
    .name = "approvals", .about = "one row an approval", .columns = kApprovalHeads, .references = kOfAnyFile};

void add_support(Rows& rows, const Source& source, const model::Support& support, std::string_view plan_file) {
  for (const SupportNeed& need : support.needs)
    rows.add(kNeedTable, kNeedColumns, NeedFacts{.source = source, .need = need, .plan_file = plan_file});
}

void add_roadmap(Rows& rows, const Source& source, const model::Roadmap& roadmap) {
  for (const model::RoadmapEntry& entry : roadmap.entries)
    rows.add(kRoadmapTable, kRoadmapColumns, RoadmapFacts{.source = source, .roadmap = roadmap, .entry = entry});
}

void add_approvals(Rows& rows, const Source& source, const std::vector<model::Approval>& approvals) {
  std::int64_t position = 0;
  for (const model::Approval& approval : approvals)
    rows.add(kApprovalTable, kApprovalColumns,
             ApprovalFacts{.source = source,
                           .approval = approval,
                           .state = model::state_of(approval, approvals),
                           .position = ++position});
}

}  // namespace cpm::facts
