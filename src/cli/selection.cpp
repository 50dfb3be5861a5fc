#include "cli/selection.h"

#include <algorithm>
#include <ranges>
#include <set>
#include <tuple>

#include "base/assert.h"
#include "base/text.h"
#include "cli/exit.h"
#include "format/kinds.h"

namespace cpm::cli {
namespace {

using model::Document;
using Documents = std::vector<const Document*>;

constexpr diag::Code kNothingToCheck = 904;

std::string quoted(std::string_view text) {
  return "`" + base::visible(text) + "`";
}

/// "road maps": what the command reads.
std::string many(const Command& command) {
  return std::string(format::find_kind(command.kind)->many);
}

/// "cpm/plan/1" → "plan"
std::string middle_of(std::string_view format) {
  const std::vector<std::string_view> parts = base::split(format, '/');
  return parts.size() == 3 && parts[0] == "cpm" ? std::string(parts[1]) : std::string{};
}

std::string word_of(const std::monostate&) {
  return {};
}
template <class Content>
std::string word_of(const Content& content) {
  return middle_of(content.heading.format.value);
}

const Document* document_at(const std::string& path, const format::Loaded& loaded, const base::Files& files) {
  const std::string name = path == "-" ? "<stdin>" : path;
  if (const Document* document = format::find_document(loaded.workspace, name)) return document;
  const std::string real = files.real_path(path);
  for (const Document& document : loaded.workspace.documents)
    if (document.asked && files.real_path(document.path) == real) return &document;
  return nullptr;
}

void check_kind(const Command& command, const Document& document, const diag::SourceMap& sources) {
  const std::string word = kind_word(document, sources);
  if (word.empty() || word == command.kind || format::find_kind(word) == nullptr) return;
  const std::string_view one = format::find_kind(word)->one;
  const bool vowel = std::string_view{"aeiou"}.find(one.front()) != std::string_view::npos;
  throw UsageError(quoted(document.path) + (vowel ? " is an " : " is a ") + std::string(one) + "; `cpm " +
                       std::string(command.name) + "` reads " + many(command),
                   "name a file that begins with `" + format::format_text(*format::find_kind(command.kind)) + "`");
}

Documents named(const Command& command, const Paths& paths, const format::Loaded& loaded, const base::Files& files) {
  Documents documents;
  for (const std::string& path : paths.paths) {
    if (path != "-" && files.kind(path) == base::EntryKind::folder) continue;
    const Document* document = document_at(path, loaded, files);
    if (document == nullptr) continue;
    check_kind(command, *document, loaded.sources);
    documents.push_back(document);
  }
  return documents;
}

/// Files of the kind below the folders given, without those that were named themselves.
Documents found_below(const Command& command, const format::Loaded& loaded, const Documents& named_ones) {
  Documents documents;
  for (const Document& document : loaded.workspace.documents) {
    if (!document.asked || std::ranges::find(named_ones, &document) != named_ones.end()) continue;
    if (kind_word(document, loaded.sources) == command.kind) documents.push_back(&document);
  }
  return documents;
}

const model::LocatedDate* date_of(const Document& document) {
  if (const auto* snapshot = model::content_as<model::Snapshot>(document)) return &snapshot->date;
  if (const auto* plan = model::content_as<model::Plan>(document)) return &plan->date;
  return nullptr;
}

/// A file without a readable date counts as the newest: passing it over would report on old answers without a word.
auto age(const Document* document) {
  const model::LocatedDate* const date = date_of(*document);
  const bool dated = date != nullptr && date->given;
  return std::tuple{!dated && !document->usable, dated ? date->value : base::Date{}, document->path};
}

void sort_by_age(Documents& documents) {
  std::ranges::sort(documents, [](const Document* a, const Document* b) { return age(a) < age(b); });
}

[[noreturn]] void nothing_found(const Command& command, const Paths& paths) {
  std::vector<std::string> places;
  for (const std::string& path : paths.paths) places.push_back(quoted(path));
  throw UsageError(
      "there is no " + std::string(format::find_kind(command.kind)->one) + " below " + base::joined(places),
      "name a file, or write a first one with `cpm new " + std::string(command.kind) + "`", kNothingToCheck);
}

Selection newest(const Command& command, Documents documents, std::size_t older) {
  sort_by_age(documents);
  const bool dated = std::ranges::any_of(documents,
                                         [](const Document* document) { return date_of(*document) != nullptr; });
  if (!dated && documents.size() > 1) {
    std::vector<std::string> names;
    for (const Document* document : documents) names.push_back(quoted(document->path));
    throw UsageError("there are " + std::to_string(documents.size()) + " " + many(command) + ": " + base::joined(names),
                     "name one of them");
  }
  Selection selection{.documents = {documents.back()}};
  const std::size_t count = documents.size() + older;
  if (count > 1)
    selection.note = quoted(documents.back()->path) + " is the newest of " + std::to_string(count) + " " +
                     many(command);
  return selection;
}

/// May the file be one of a comparison: final, or too broken to tell?
bool is_final(const Document* document) {
  const auto* snapshot = model::content_as<model::Snapshot>(*document);
  return snapshot == nullptr || !document->usable || *snapshot->status == model::DocumentStatus::final;
}

/// Of one county, with one instrument.
bool are_comparable(const Document* a, const Document* b) {
  const auto* first = model::content_as<model::Snapshot>(*a);
  const auto* second = model::content_as<model::Snapshot>(*b);
  return first != nullptr && second != nullptr && first->county.value == second->county.value &&
         first->instrument.id.value == second->instrument.id.value;
}

Selection two_newest(Documents documents) {
  std::erase_if(documents, [](const Document* document) { return !is_final(document); });
  sort_by_age(documents);
  std::ranges::reverse(documents);
  for (std::size_t now = 0; now < documents.size(); ++now) {
    if (!documents[now]->usable) return Selection{.documents = {documents[now]}};
    for (std::size_t before = now + 1; before < documents.size(); ++before)
      if (are_comparable(documents[now], documents[before]))
        return Selection{.documents = {documents[before], documents[now]},
                         .note = "comparing " + quoted(documents[before]->path) + " with " +
                                 quoted(documents[now]->path) + ", the newest two final Snapshots of one instrument"};
  }
  throw UsageError("there are no two final Snapshots of one instrument", "name two Snapshots: `cpm compare OLD NEW`");
}

base::Date day_of_dated(const Document* document) {
  const model::LocatedDate* const date = date_of(*document);
  CPM_ASSERT(date != nullptr);
  return date->value;
}

/// The older one first, whatever the order given; as given when a date is missing, and among those of one day.
Selection in_order_of_dates(const Documents& given) {
  const auto dated = [](const Document* document) {
    return date_of(*document) != nullptr && date_of(*document)->given;
  };
  if (!std::ranges::all_of(given, dated)) return Selection{.documents = given};
  Selection selection{.documents = given};
  std::ranges::stable_sort(selection.documents, {}, day_of_dated);
  if (selection.documents == given) return selection;
  std::vector<std::string> names;
  for (const Document* document : selection.documents) names.push_back(quoted(document->path));
  selection.note = "compared in the order of their dates: " + base::joined(names);
  return selection;
}

Selection select_two(const Command& command, const Paths& paths, const Documents& named_ones, const Documents& below) {
  if (named_ones.empty() && paths.paths.size() == 1) return two_newest(below);
  if (named_ones.size() > 1 && named_ones.size() == paths.paths.size()) return in_order_of_dates(named_ones);
  throw UsageError("`cpm " + std::string(command.name) + "` compares two or more files",
                   "name each Snapshot; a folder cannot stand beside them");
}

}  // namespace

std::string kind_word(const Document& document, const diag::SourceMap& sources) {
  const std::string word = std::visit([](const auto& content) { return word_of(content); }, document.content);
  if (!word.empty() || document.file < 0) return word;
  constexpr std::string_view kKey = "format:";
  const diag::SourceFile& file = sources.file(document.file);
  const std::size_t lines = std::min<std::size_t>(file.line_count(), 50);
  for (std::size_t line = 1; line <= lines; ++line) {
    std::string_view text = file.line(line);
    if (!text.starts_with(kKey)) continue;
    text = base::trimmed(text.substr(kKey.size(), text.find('#') - kKey.size()));
    while (text.size() > 1 && (text.front() == '"' || text.front() == '\'')) text = text.substr(1, text.size() - 2);
    return middle_of(text);
  }
  return {};
}

Selection select(const Command& command, const Paths& paths, const format::Loaded& loaded, const base::Files& files) {
  Documents documents = named(command, paths, loaded, files);
  const Documents below = found_below(command, loaded, documents);
  if (documents.empty() && below.empty()) nothing_found(command, paths);
  if (command.unnamed == Unnamed::two_newest) return select_two(command, paths, documents, below);
  if (command.unnamed == Unnamed::newest && documents.empty()) return newest(command, below, loaded.older);
  if (command.unnamed == Unnamed::all) documents.insert(documents.end(), below.begin(), below.end());
  return Selection{.documents = std::move(documents)};
}

}  // namespace cpm::cli
