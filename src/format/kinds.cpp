#include "format/kinds.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"

namespace cpm::format {
namespace {

template <class T, const Record& kRecord>
void read_as(Decoder& decoder, const yaml::Node& root, model::Content& out) {
  T& content = out.emplace<T>();
  content.heading.span = root.span;
  decoder.read_record(root, kRecord, &content);
}

const std::array kKinds = {
    Kind{.word = "repository",
         .title = "Repository",
         .one = "repository file",
         .many = "repository files",
         .about = "Which county this is, and how it wants findings treated; one file at the root.",
         .place = "cpm.yaml",
         .record = &kRepositoryRecord,
         .read = read_as<model::Repository, kRepositoryRecord>},
    Kind{.word = "instrument",
         .title = "Instrument",
         .one = "instrument",
         .many = "instruments",
         .about = "The items of a Snapshot, with their scale and areas.",
         .place = "instruments/",
         .record = &kInstrumentRecord,
         .read = read_as<model::Instrument, kInstrumentRecord>},
    Kind{.word = "snapshot",
         .title = "Snapshot",
         .one = "Snapshot",
         .many = "Snapshots",
         .about = "Part 1, where are we now: the team's answers, its analysis and its priorities.",
         .place = "snapshots/2026-03-15.yaml",
         .record = &kSnapshotRecord,
         .read = read_as<model::Snapshot, kSnapshotRecord>},
    Kind{.word = "plan",
         .title = "Plan",
         .one = "plan",
         .many = "plans",
         .about = "Part 2, where are we going and how do we get there: priorities, objectives and action steps.",
         .place = "plans/2026-07.yaml",
         .record = &kPlanRecord,
         .read = read_as<model::Plan, kPlanRecord>},
    Kind{.word = "support",
         .title = "Support",
         .one = "support file",
         .many = "support files",
         .about = "Part 3, what will support our progress: needs, who could meet them, and the status of each.",
         .place = "support.yaml",
         .record = &kSupportRecord,
         .read = read_as<model::Support, kSupportRecord>},
    Kind{
        .word = "theory-of-change",
        .title = "Theory of change",
        .one = "theory of change",
        .many = "theories of change",
        .about =
            "Why the county's CPM work should lead to better results: IF these things are true, THEN we expect those results.",
        .place = "theory-of-change.yaml",
        .record = &kTheoryRecord,
        .read = read_as<model::TheoryOfChange, kTheoryRecord>},
    Kind{.word = "logic-model",
         .title = "Logic model",
         .one = "logic model",
         .many = "logic models",
         .about = "Activities, outputs and short-term outcomes of the plan, and where the figures come from.",
         .place = "logic-model.yaml",
         .record = &kLogicModelRecord,
         .read = read_as<model::LogicModel, kLogicModelRecord>},
    Kind{.word = "roadmap",
         .title = "Road map",
         .one = "road map",
         .many = "road maps",
         .about = "Support activities of a fiscal year, with their dates.",
         .place = "roadmap.yaml",
         .record = &kRoadmapRecord,
         .read = read_as<model::Roadmap, kRoadmapRecord>},
    Kind{.word = "fidelity",
         .title = "Fidelity results",
         .one = "file of fidelity results",
         .many = "files of fidelity results",
         .about = "Results of a fidelity tool for a whole group, never for one person.",
         .place = "fidelity/2026-1.yaml",
         .record = &kFidelityRecord,
         .read = read_as<model::Fidelity, kFidelityRecord>},
    Kind{.word = "baseline",
         .title = "Baseline",
         .one = "baseline",
         .many = "baselines",
         .about = "Known findings that are not fixed yet, so that a check reports only new ones.",
         .place = "baseline.yaml",
         .record = &kBaselineRecord,
         .read = read_as<model::Baseline, kBaselineRecord>},
    Kind{.word = "map",
         .title = "Spreadsheet map",
         .one = "spreadsheet map",
         .many = "spreadsheet maps",
         .about = "Where the columns of a spreadsheet of your own go.",
         .place = "maps/work-plan.yaml",
         .record = &kSheetMapRecord,
         .read = read_as<model::SheetMap, kSheetMapRecord>},
    Kind{.word = "regions",
         .title = "Regions",
         .one = "list of regions",
         .many = "lists of regions",
         .about = "Training academies and their member counties, on a given date.",
         .place = "built in",
         .shipped = true,
         .record = &kRegionsRecord,
         .read = read_as<model::Regions, kRegionsRecord>},
    Kind{.word = "counties",
         .title = "Counties",
         .one = "list of counties",
         .many = "lists of counties",
         .about = "California's counties and their FIPS codes.",
         .place = "built in",
         .shipped = true,
         .record = &kCountiesRecord,
         .read = read_as<model::Counties, kCountiesRecord>},
    Kind{.word = "toolkits",
         .title = "Toolkits",
         .one = "list of toolkits",
         .many = "lists of toolkits",
         .about = "The catalog of toolkits and their tools.",
         .place = "built in",
         .shipped = true,
         .record = &kToolkitsRecord,
         .read = read_as<model::Toolkits, kToolkitsRecord>},
    Kind{.word = "outcomes",
         .title = "Outcomes",
         .one = "list of outcomes",
         .many = "lists of outcomes",
         .about = "Short-term outcomes that a theory of change and objectives can refer to.",
         .place = "built in",
         .shipped = true,
         .record = &kOutcomesRecord,
         .read = read_as<model::Outcomes, kOutcomesRecord>},
};

}  // namespace

std::span<const Kind> kinds() {
  return kKinds;
}

const Kind* find_kind(std::string_view word) {
  for (const Kind& kind : kKinds)
    if (kind.word == word) return &kind;
  return nullptr;
}

const Kind* kind_of(const yaml::Node& root) {
  const std::vector<std::string_view> parts = base::split(yaml::scalar_at(root, "format"), '/');
  return parts.size() == 3 && parts[0] == "cpm" ? find_kind(parts[1]) : nullptr;
}

std::string format_text(const Kind& kind) {
  return fmt::format("cpm/{}/{}", kind.word, kind.version);
}

KeysOfKind kind_by_keys(const yaml::Node& root, const Kind* other) {
  constexpr std::size_t kFewestKeys = 3;
  const auto counts = [&](const Kind& kind, const yaml::Entry& entry) {
    return entry.key->text != "format" && find_field(*kind.record, entry.key->text) != nullptr;
  };
  const auto count = [&](const Kind& kind) {
    return static_cast<std::size_t>(
        std::ranges::count_if(root.entries, [&](const yaml::Entry& entry) { return counts(kind, entry); }));
  };
  const auto is_counted = [](const yaml::Entry& entry) {
    return entry.key->text != "format" && !entry.key->text.starts_with("x-");
  };
  const auto all = static_cast<std::size_t>(std::ranges::count_if(root.entries, is_counted));
  // Nearly every file is of the kind that it says: it is asked for that one alone.
  if (other != nullptr && count(*other) + kFewestKeys > all) return {};
  const Kind* const best = &*std::ranges::max_element(kinds(), {}, count);
  const std::size_t most = count(*best);
  const auto rivals = [&](const Kind& kind) { return &kind != best && count(kind) + 1 >= most; };
  if (most < kFewestKeys || most * 5 < all * 4 || std::ranges::any_of(kinds(), rivals)) return {};
  if (other == best || (other != nullptr && count(*other) + kFewestKeys > most)) return {};
  KeysOfKind found{.kind = best, .whole = most == all, .keys = {}};
  for (const yaml::Entry& entry : root.entries)
    if (counts(*best, entry) && (other == nullptr || !counts(*other, entry))) found.keys.push_back(entry.key->text);
  return found;
}

}  // namespace cpm::format
