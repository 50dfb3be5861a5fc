#include "cli/commands/plan_start.h"

#include "base/text.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/output.h"
#include "cli/paths.h"
#include "cli/selection.h"
#include "format/kinds.h"
#include "score/ranking.h"

namespace cpm::cli {
namespace {

std::string quoted(std::string_view text) {
  return "`" + base::visible(text) + "`";
}

[[noreturn]] void no_snapshot(const std::string& path, const std::string& what) {
  throw UsageError(quoted(path) + " is " + what + "; `--from` needs a Snapshot",
                   "name a file that begins with `format: cpm/snapshot/1`");
}

void check_is_file(const base::Files& files, const std::string& path) {
  const base::EntryKind kind = files.kind(path);
  if (kind == base::EntryKind::missing) missing_path(files, path);
  if (kind == base::EntryKind::folder) no_snapshot(path, "a folder");
}

const model::Document& asked_document(const format::Loaded& loaded) {
  for (const model::Document& document : loaded.workspace.documents)
    if (document.asked) return document;
  throw UsageError("nothing was read");
}

/// "a plan"; of a word that is no kind, what it says.
std::string kind_text(const std::string& word) {
  const format::Kind* const kind = format::find_kind(word);
  if (kind == nullptr) return "a file of kind " + quoted(word);
  const bool vowel = std::string_view{"aeiou"}.find(kind->one.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(kind->one);
}

void check_usable(const model::Document& document, const format::Loaded& loaded, const std::string& path) {
  const std::string kind = kind_word(document, loaded.sources);
  if (!kind.empty() && kind != "snapshot") no_snapshot(path, kind_text(kind));
  if (document.instrument != nullptr && !is_broken(document, loaded, false)) return;
  throw UsageError(quoted(path) + " has errors, so no plan can be made from it yet",
                   "`cpm check " + shell_word(path) + "` shows them", 0, kFindings);
}

/// "1. Coaching in every unit (wd-coaching, area wd): score 0 of 2"
std::string offer(const score::Opportunity& opportunity, std::size_t number, std::int64_t top) {
  const score::ItemScore& item = *opportunity.item;
  return std::to_string(number) + ". " + item.item->title.value + " (" + item.item->id.value + ", area " +
         item.area->id.value + "): score " + std::to_string(item.score) + " of " + std::to_string(top);
}

std::vector<std::string> offers(const model::Snapshot& snapshot, const model::Instrument& instrument) {
  constexpr std::size_t kMost = 10;
  const score::Scorecard card = score::scorecard(snapshot, instrument);
  const score::Ranking ranking = score::ranking(card, {});
  std::vector<std::string> lines;
  for (const auto* list : {&ranking.judged, &ranking.unjudged})
    for (const score::Opportunity& opportunity : *list)
      if (lines.size() < kMost) lines.push_back(offer(opportunity, lines.size() + 1, card.top));
  return lines;
}

}  // namespace

Followed followed_snapshot(const Run& run, const std::string& path) {
  check_is_file(run.environment.files, path);
  Followed followed;
  followed.loaded = format::load(run.environment.files,
                                 {.paths = {path}, .standard_input = {}, .limits = {}, .as_of = run.as_of});
  judge(*followed.loaded);
  const model::Document& document = asked_document(*followed.loaded);
  check_usable(document, *followed.loaded, path);
  const auto& snapshot = model::content_of<model::Snapshot>(document);
  followed.instrument = document.instrument;
  followed.county = snapshot.county.value;
  followed.start.snapshot = document.inside;
  followed.start.priorities = snapshot.priorities;
  if (snapshot.priorities.empty()) followed.start.offered = offers(snapshot, *document.instrument);
  const model::Repository* repository = followed.loaded->workspace.homes.at(document.home).repository;
  if (repository != nullptr && repository->fiscal_year_start)
    followed.start.fiscal_year_start = static_cast<unsigned>(*repository->fiscal_year_start);
  return followed;
}

}  // namespace cpm::cli
