// `cpm diff`: what has changed between two files, two folders, or two revisions of git, in sentences.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "format/changes.h"
#include "format/key_use.h"
#include "report/diff.h"
#include "yaml/reader.h"

namespace cpm::cli {
namespace {

using model::Document;

/// A file of one side, and how that side calls it.
struct SideFile {
  const Document* document = nullptr;
  std::string name;
  bool paired = false;
};
using Side = std::vector<SideFile>;

struct Sides {
  std::string before;  ///< as the page calls them
  std::string now;
  Side old_files = {};
  Side new_files = {};
};

bool is_folder(const Run& run, const std::string& path) {
  return path != "-" && run.environment.files.kind(path) == base::EntryKind::folder;
}

/// "county/" for "county"; empty for the current folder.
std::string prefix_of(const std::string& folder) {
  const std::string plain = base::joined_path("", folder);
  return plain.empty() || plain == "." ? std::string() : plain.ends_with('/') ? plain : plain + "/";
}

/// The files below two folders; one folder may lie in the other, which then is without it.
void take_folders(const Run& run, Sides& sides) {
  const std::string before = prefix_of(sides.before);
  const std::string now = prefix_of(sides.now);
  for (const Document* const document : asked_documents(*run.loaded)) {
    const std::string path = base::joined_path("", document->path);
    const bool in_before = path.starts_with(before);
    const bool in_now = path.starts_with(now);
    if (in_before && (!in_now || before.size() > now.size() || before == now))
      sides.old_files.push_back({.document = document, .name = path.substr(before.size())});
    if (in_now && (!in_before || now.size() >= before.size()))
      sides.new_files.push_back({.document = document, .name = path.substr(now.size())});
  }
}

void take_files(const Run& run, Sides& sides) {
  const auto add = [&run](const std::string& path, Side& side) {
    if (const Document* const document = document_at(path, *run.loaded, run.environment.files))
      side.push_back({.document = document, .name = document->path});
  };
  add(sides.before, sides.old_files);
  add(sides.now, sides.new_files);
}

/// The files that git says differ: FILE@REV for the first revision is what was.
void take_revisions(const Run& run, Sides& sides) {
  const std::string first = "@" + run.arguments.operands()[0];
  for (const Document* const document : asked_documents(*run.loaded)) {
    if (std::ranges::find(run.paths, document->path) == run.paths.end() || is_folder(run, document->path)) continue;
    const bool old = document->past && document->path.ends_with(first);
    const std::string second = old ? first : document->past ? "@" + sides.now : std::string();
    const std::string name = document->path.substr(0, document->path.size() - second.size());
    (old ? sides.old_files : sides.new_files).push_back({.document = document, .name = name});
  }
}

Sides sides_of(const Run& run) {
  const std::vector<std::string>& words = run.arguments.operands();
  Sides sides{.before = words[0], .now = words.size() > 1 ? words[1] : "the files as they are"};
  const bool revisions = std::ranges::find(run.paths, words[0]) == run.paths.end();
  if (revisions) {
    take_revisions(run, sides);
    return sides;
  }
  if (words.size() < 2)
    throw UsageError("`cpm diff` needs two files or two folders, or one or two revisions of git",
                     "name what it was and what it is now: `cpm diff OLD NEW`");
  const bool folder = is_folder(run, words[0]);
  if (folder != is_folder(run, words[1]))
    throw UsageError(fmt::format("{} is a folder and {} is a file", base::ticked(words[folder ? 0 : 1]),
                                 base::ticked(words[folder ? 1 : 0])),
                     "name two files or two folders");
  if (folder)
    take_folders(run, sides);
  else
    take_files(run, sides);
  return sides;
}

/// What a file is when it has no name in common with another one: its kind and its day.
std::string likeness(const Run& run, const Document& document, bool with_date) {
  std::string text = kind_word(document, run.loaded->sources);
  if (text.empty() || !with_date) return text;
  if (const auto* snapshot = model::content_as<model::Snapshot>(document); snapshot && snapshot->date.given)
    text += " " + base::to_text(*snapshot->date);
  if (const auto* plan = model::content_as<model::Plan>(document); plan && plan->date.given)
    text += " " + base::to_text(*plan->date);
  return text;
}

using SidePair = std::pair<SideFile*, SideFile*>;

/// Pairs files whose key nobody else on their side has.
template <class KeyOf>
void pair_by(Side& old_files, Side& new_files, const KeyOf& key_of, std::vector<SidePair>& pairs) {
  const auto unpaired = [&key_of](Side& side) {
    std::map<std::string, SideFile*> found;
    for (SideFile& file : side) {
      if (file.paired) continue;
      const auto [place, added] = found.emplace(key_of(file), &file);
      if (!added) place->second = nullptr;
    }
    return found;
  };
  const std::map<std::string, SideFile*> before = unpaired(old_files);
  for (const auto& [key, file] : unpaired(new_files)) {
    const auto found = before.find(key);
    if (key.empty() || file == nullptr || found == before.end() || found->second == nullptr) continue;
    found->second->paired = file->paired = true;
    pairs.emplace_back(found->second, file);
  }
}

std::vector<SidePair> pairs_of(const Run& run, Sides& sides) {
  std::vector<SidePair> pairs;
  const bool two_files = run.paths.size() <= 2 && sides.old_files.size() == 1 && sides.new_files.size() == 1 &&
                         !is_folder(run, sides.before);
  if (two_files) {
    sides.old_files[0].paired = sides.new_files[0].paired = true;
    pairs.emplace_back(&sides.old_files[0], &sides.new_files[0]);
    return pairs;
  }
  pair_by(
      sides.old_files, sides.new_files, [](const SideFile& file) { return file.name; }, pairs);
  for (const bool with_date : {true, false})
    pair_by(
        sides.old_files, sides.new_files,
        [&](const SideFile& file) { return likeness(run, *file.document, with_date); }, pairs);
  for (SideFile& file : sides.new_files)
    if (!file.paired) pairs.emplace_back(nullptr, &file);
  for (SideFile& file : sides.old_files)
    if (!file.paired) pairs.emplace_back(&file, nullptr);
  const auto name = [](const SidePair& pair) { return pair.second ? pair.second->name : pair.first->name; };
  std::ranges::stable_sort(pairs, {}, name);
  return pairs;
}

/// The file's tree once more: documents keep what it means, not how it is said.
yaml::Tree tree_of(const Run& run, const Document& document) {
  yaml::Limits limits;
  const diag::SourceFile& file = run.loaded->sources.file(document.file);
  limits.bytes = std::max(limits.bytes, file.size());
  limits.nodes *= 1 + file.size() / limits.bytes;
  limits.use_of_key = format::use_of_key;
  diag::Diagnostics unheard;
  return yaml::read(file, document.file, limits, unheard);
}

bool is_unreadable(const Document& document) {
  return std::holds_alternative<std::monostate>(document.content);
}

std::string problem_of(const Run& run, const Document* before, const Document* now) {
  for (const Document* const document : {before, now})
    if (document != nullptr && is_unreadable(*document)) return "it cannot be read";
  if (before == nullptr || now == nullptr) return {};
  const auto kind = [&run](const Document& document) { return kind_word(document, run.loaded->sources); };
  if (kind(*before) != kind(*now))
    return fmt::format("one is of the kind {}, the other of the kind {}", kind(*before), kind(*now));
  return {};
}

/// What both sides of a comparison need to live on: scorecards stay where they are.
struct Cards {
  std::vector<std::unique_ptr<score::Scorecard>> made;
};

std::optional<score::Comparison> scores_of(const Document& before, const Document& now, Cards& cards) {
  const auto card_of = [&](const Document& document) -> const score::Scorecard* {
    const auto* snapshot = model::content_as<model::Snapshot>(document);
    if (snapshot == nullptr || document.instrument == nullptr || !document.usable) return nullptr;
    cards.made.push_back(std::make_unique<score::Scorecard>(score::scorecard(*snapshot, *document.instrument)));
    return cards.made.back().get();
  };
  const score::Scorecard* const then = card_of(before);
  const score::Scorecard* const is = card_of(now);
  if (then == nullptr || is == nullptr) return std::nullopt;
  return score::compare(*then, *is);
}

/// The file's own, or that of the Snapshot it follows; then the built-in ones.
std::vector<const model::Instrument*> instruments_of(const Run& run, const Document& document) {
  std::vector<const model::Instrument*> instruments;
  if (document.instrument != nullptr) instruments.push_back(document.instrument);
  if (document.snapshot != nullptr && document.snapshot->instrument != nullptr)
    instruments.push_back(document.snapshot->instrument);
  if (const model::BuiltIn* const built_in = run.loaded->workspace.built_in)
    for (const model::Instrument& instrument : built_in->instruments) instruments.push_back(&instrument);
  return instruments;
}

report::FileDiff diff_of_pair(const Run& run, const SidePair& pair, format::Renames& renames, Cards& cards) {
  const Document* const before = pair.first ? pair.first->document : nullptr;
  const Document* const now = pair.second ? pair.second->document : nullptr;
  const Document& shown = now ? *now : *before;
  report::FileDiff file{.before = before ? before->path : std::string(),
                        .now = now ? now->path : std::string(),
                        .kind = kind_word(shown, run.loaded->sources),
                        .problem = problem_of(run, before, now),
                        .paired = before && now && pair.first->name != pair.second->name,
                        .instruments = instruments_of(run, shown)};
  if (!before || !now || !file.problem.empty()) return file;
  const yaml::Tree old_tree = tree_of(run, *before);
  const yaml::Tree new_tree = tree_of(run, *now);
  const format::Kind* const kind = format::find_kind(file.kind);
  if (old_tree.root == nullptr || new_tree.root == nullptr || kind == nullptr) {
    file.problem = "it cannot be read";
    return file;
  }
  file.changes = format::changes_between(*old_tree.root, *new_tree.root, *kind->record, renames);
  file.scores = scores_of(*before, *now, cards);
  return file;
}

/// A pair of which there is nothing to say, among others.
bool is_silent(const report::FileDiff& file) {
  return file.changes.empty() && file.problem.empty() && !file.before.empty() && !file.now.empty() && !file.paired;
}

Answer run_diff(const Run& run) {
  Sides sides = sides_of(run);
  report::Diff diff{.before = sides.before, .now = sides.now, .files = {}};
  format::Renames renames;
  Cards cards;
  for (const SidePair& pair : pairs_of(run, sides)) diff.files.push_back(diff_of_pair(run, pair, renames, cards));
  for (report::FileDiff& file : diff.files) format::leave_out_followers(file.changes, renames);
  if (diff.files.size() > 1) std::erase_if(diff.files, is_silent);
  const bool unread = std::ranges::any_of(diff.files, [](const auto& file) { return !file.problem.empty(); });
  Answer made = answer(run, report::diff_page(diff), report::diff_result(diff));
  made.outcome.columns = report::diff_columns();
  if (unread) made.status = kFindings;
  return made;
}

constexpr Example kDiffExamples[] = {
    {"cpm diff plans/2025-07.yaml@HEAD~1 plans/2025-07.yaml", "a plan since the last commit of git"},
    {"cpm diff main HEAD -o changes.md", "all files between two revisions, for a pull request"},
    {"cpm diff HEAD", "all files since the last commit"},
    {"cpm diff last-year alder", "two folders"}};

}  // namespace

extern const Command kDiffCommand{
    .name = "diff",
    .summary = "what has changed, in sentences: files, folders or revisions",
    .group = Group::check,
    .needs = Needs::mixed_files,
    .operand =
        {.name = "OLD NEW",
         .about = "files, folders, FILE@REV, or revisions of git; one revision alone: against the files as they are",
         .least = 1,
         .most = 2},
    .examples = kDiffExamples,
    .writes = Writes::records,
    .takes_versions = true,
    .takes_revisions = true,
    .run = run_diff};

}  // namespace cpm::cli
