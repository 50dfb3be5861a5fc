#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "format/link.h"
#include "format/link_targets.h"
#include "format/references.h"

namespace cpm::format {
namespace {

using model::Document;
using model::Instrument;
using model::Snapshot;
using model::Workspace;

std::vector<std::string> known_instruments(const Workspace& workspace, std::size_t home) {
  std::vector<std::string> names;
  const auto add = [&](const Instrument& instrument) {
    if (instrument.id && instrument.version)
      names.push_back(
          fmt::format("`{{id: {}, version: \"{}\"}}`", instrument.id.value, base::visible(instrument.version.value)));
  };
  for (const Document& document : workspace.documents)
    if (const auto* instrument = model::content_as<Instrument>(document);
        instrument != nullptr && document.home == home)
      add(*instrument);
  for (const Instrument& instrument : workspace.built_in->instruments) add(instrument);
  return names;
}

/// A file that may hold the instrument and does not say so because of its errors, or nullptr.
const Document* unclear_instrument(const Workspace& workspace, std::size_t home) {
  for (const Document& candidate : workspace.documents) {
    if (candidate.home != home) continue;
    const auto* instrument = model::content_as<Instrument>(candidate);
    if (instrument != nullptr && (!instrument->id || !instrument->version)) return &candidate;
    if (model::content_as<std::monostate>(candidate) != nullptr && candidate.inside.starts_with("instruments/"))
      return &candidate;
  }
  return nullptr;
}

void report_unknown_instrument(const Workspace& workspace, const Document& document, const Snapshot& snapshot,
                               diag::Diagnostics& findings) {
  if (const Document* unclear = unclear_instrument(workspace, document.home))
    return report_unreadable(snapshot.instrument.span, *unclear, "nobody can tell whether it is this instrument",
                             findings);
  findings.add(
      {.code = 301,
       .message = fmt::format("there is no instrument `{}` of version {}", base::visible(snapshot.instrument.id.value),
                              base::visible(snapshot.instrument.version.value)),
       .span = snapshot.instrument.span,
       .help = fmt::format("put its file into the folder `instruments`, or use {}",
                           base::joined(known_instruments(workspace, document.home), "or"))});
}

void check_item_list(const model::TextList& items, const Target& target, std::string_view record,
                     diag::Diagnostics& findings) {
  for (const diag::LocatedText& item : items) check_reference(item, target, record, findings);
}

void check_rating(const model::Keyed<model::Rating>& rating, const Instrument& instrument,
                  diag::Diagnostics& findings) {
  const std::string& item = rating.key.value;
  if (rating.value.score && !on_scale(instrument, rating.value.score.value))
    report_off_scale(
        310,
        fmt::format("the score {} of {} is not on the scale", rating.value.score.value, item_name(instrument, item)),
        rating.value.score.span, instrument, item, findings);
  for (const auto& vote : rating.value.votes) {
    if (!vote.key || on_scale(instrument, std::stoll(vote.key.value))) continue;
    report_off_scale(
        311, fmt::format("{} has votes for {}, which is not on the scale", item_name(instrument, item), vote.key.value),
        vote.key.span, instrument, item, findings);
  }
}

void check_analysis(const Snapshot& snapshot, const Target& items, diag::Diagnostics& findings) {
  if (!snapshot.analysis) return;
  const model::Analysis& analysis = *snapshot.analysis;
  for (const auto* remarks : {&analysis.strengths, &analysis.opportunities, &analysis.dismissed})
    for (const model::Remark& remark : *remarks) check_item_list(remark.items, items, remark.id.value, findings);
  check_unique(located_ids(analysis.strengths), "strengths", findings);
  check_unique(located_ids(analysis.opportunities), "opportunities", findings);
  check_unique(located_ids(analysis.dismissed), "dismissed remarks", findings);
  const Target opportunities{.code = 313,
                             .noun = "opportunity",
                             .plural = "opportunities",
                             .holder = "this Snapshot's analysis",
                             .ids = ids_of(analysis.opportunities)};
  for (const model::Feasibility& judged : analysis.feasibility) {
    check_reference(judged.item, items, judged.item.value, findings);
    check_reference(judged.opportunity, opportunities, judged.opportunity.value, findings);
  }
}

void check_priorities(const Snapshot& snapshot, const Instrument& instrument, const Target& items,
                      diag::Diagnostics& findings) {
  check_unique(located_ids(snapshot.priorities), "priorities", findings);
  const Target areas = areas_of(instrument);
  for (const model::SnapshotPriority& priority : snapshot.priorities) {
    check_reference(priority.area, areas, priority.id.value, findings);
    check_item_list(priority.items, items, priority.id.value, findings);
  }
}

}  // namespace

void link_snapshot(const Workspace& workspace, Document& document, diag::Diagnostics& findings) {
  const Snapshot& snapshot = std::get<Snapshot>(document.content);
  if (!snapshot.instrument.id || !snapshot.instrument.version) return;
  const Document* file = nullptr;
  const Instrument* instrument = find_instrument(workspace, document.home, snapshot.instrument, &file);
  if (instrument == nullptr) return report_unknown_instrument(workspace, document, snapshot, findings);
  if (file != nullptr && findings.has_error(file->file))
    report_unreadable(snapshot.instrument.span, *file, "nothing can be scored", findings);
  if (file != nullptr && !is_readable(*file, findings)) return;
  document.instrument = instrument;
  const Target items = items_of(*instrument);
  for (const auto& rating : snapshot.ratings)
    if (rating.key && check_reference(rating.key, items, rating.key.value, findings))
      check_rating(rating, *instrument, findings);
  for (const model::Incomplete& incomplete : snapshot.incomplete)
    check_reference(incomplete.item, items, incomplete.item.value, findings);
  check_analysis(snapshot, items, findings);
  check_priorities(snapshot, *instrument, items, findings);
}

}  // namespace cpm::format
