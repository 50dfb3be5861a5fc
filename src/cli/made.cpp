#include "cli/made.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "cli/findings.h"
#include "cli/options.h"
#include "model/reference.h"

namespace cpm::cli {
namespace {

using model::Document;
using Documents = std::vector<const Document*>;

/// Options that say where the page goes or how a run looks, not what the page says; the day is told by itself.
constexpr std::array<const Option*, 6> kNotOfThePage = {&kProof, &kFormat, &kOutput, &kColor, &kQuiet, &kAsOf};

/// The file of an instrument; nullptr for a built-in one.
const Document* instrument_file(const model::Instrument* instrument, const Run& run) {
  for (const Document* document : model::documents_of<model::Instrument>(run.loaded->workspace))
    if (model::content_as<model::Instrument>(*document) == instrument) return document;
  return nullptr;
}

class Inputs {
 public:
  explicit Inputs(const Run& run) : run_(run) {}

  Documents all() {
    for (const Document* const document : own()) add(document);
    std::set<std::size_t> homes;
    for (const Document* const document : found_) homes.insert(document->home);
    for (const Document& document : run_.loaded->workspace.documents)
      if (homes.contains(document.home) && !document.past && is_around(document)) add(&document);
    Documents documents(found_.begin(), found_.end());
    std::ranges::sort(documents, {}, &Document::path);
    return documents;
  }

 private:
  /// A command about no kind of file tells of all.
  Documents own() const { return run_.command.kind.empty() ? asked_documents(*run_.loaded) : run_.documents; }

  void add(const Document* document) {
    if (document == nullptr || !found_.insert(document).second) return;
    add(document->snapshot);
    add(document->plan);
    add(instrument_file(document->instrument, run_));
    if (has_own_outcome(document->content)) outcomes_of_.insert(document->home);
  }

  /// What the page may look for beside the files that it is about: settings, and outcomes that are named. A command about
  /// the whole repository also looks for plans that follow its Snapshots, for Snapshots that come after its plans, or back at other plans.
  bool is_around(const Document& document) const {
    const model::Content& content = document.content;
    if (std::holds_alternative<model::Repository>(content))
      return document.file == run_.loaded->workspace.homes[document.home].file;
    if (std::holds_alternative<model::LogicModel>(content)) return outcomes_of_.contains(document.home);
    if (!run_.command.whole_repository) return false;
    if (std::holds_alternative<model::Plan>(content))
      return run_.command.looks_back || (run_.command.kind == "snapshot" && found_.contains(document.snapshot));
    return run_.command.kind == "plan" &&
           (std::holds_alternative<model::Snapshot>(content) || std::holds_alternative<model::Instrument>(content));
  }

  bool is_own(const diag::LocatedText& outcome) const {
    return outcome && model::find_outcome(run_.loaded->built_in.outcomes, *outcome) == nullptr;
  }

  bool has_own_outcome(const model::Content& content) const {
    if (const auto* const plan = std::get_if<model::Plan>(&content))
      return std::ranges::any_of(plan->objectives, [this](const auto& one) { return is_own(one.outcome); });
    const auto* const theory = std::get_if<model::TheoryOfChange>(&content);
    if (theory == nullptr) return false;
    for (const auto* const clauses : {&theory->if_clauses, &theory->then_clauses})
      for (const model::Clause& clause : *clauses)
        if (std::ranges::any_of(clause.outcomes, [this](const auto& id) { return is_own(id); })) return true;
    return false;
  }

  const Run& run_;
  std::set<const Document*> found_;
  std::set<std::size_t> outcomes_of_;  ///< homes whose logic models are looked into
};

/// Its path from the root of its repository, or where several are told of, as it was given; empty when it lies elsewhere.
std::string name_of_input(const Document& document, bool one_home) {
  if (one_home) return document.inside;
  const std::string path = base::joined_path("", document.path);
  return base::is_absolute(path) || path.starts_with("../") ? std::string() : path;
}

}  // namespace

bool is_of_page(const Option& option) {
  return std::ranges::none_of(kNotOfThePage, [&](const Option* other) { return other->name == option.name; });
}

std::optional<report::Made> made_of(const Run& run) {
  const Documents inputs = Inputs(run).all();
  const bool one_home = std::ranges::all_of(
      inputs, [&](const Document* document) { return document->home == inputs.front()->home; });
  report::Made made{.version = CPM_VERSION, .as_of = run.as_of, .command = std::string(run.command.name)};
  made.folder = one_home && !inputs.empty() ? run.loaded->workspace.homes[inputs.front()->home].root : ".";
  for (const Document* const document : inputs) {
    const std::string name = name_of_input(*document, one_home);
    if (name.empty() || document->path.starts_with('<')) return std::nullopt;
    made.from.push_back({.file = name, .print = document->print});
  }
  for (const Document* const document : run.documents) made.operands.push_back(name_of_input(*document, one_home));
  for (const Option* const option : options_of(run.command))
    if (is_of_page(*option) && run.arguments.has(*option))
      made.options.emplace_back(long_name(*option).substr(2),
                                option->value.empty() ? "" : run.arguments.value(*option).value_or(""));
  return made;
}

}  // namespace cpm::cli
