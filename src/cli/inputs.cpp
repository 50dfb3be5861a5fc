#include "cli/inputs.h"

#include <algorithm>
#include <istream>
#include <ranges>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "format/discover.h"
#include "format/kinds.h"
#include "format/load.h"

namespace cpm::cli {
namespace {

bool is_missing(const base::Files& files, const std::string& path) {
  return files.kind(path) == base::EntryKind::missing;
}

/// "a/b/c" → "a/b" while that is missing too: the part of a path to be fixed.
std::string first_missing(const base::Files& files, const std::string& path) {
  std::string part = path;
  while (part.size() > 1 && part.ends_with('/')) part.pop_back();
  for (std::string above = base::folder_of(part); above != part && above != "." && is_missing(files, above);
       above = base::folder_of(part))
    part = above;
  return part;
}

std::optional<std::string> nearest_path(const base::Files& files, const std::string& path) {
  const std::string folder = base::folder_of(path);
  if (files.kind(folder) != base::EntryKind::folder) return std::nullopt;
  const std::vector<std::string> names = files.list(folder);
  const auto meant = base::nearest(std::string(base::name_of(path)), std::span<const std::string>(names));
  if (!meant) return std::nullopt;
  return base::joined_path(folder, *meant);
}

std::string read_input(std::istream& in, std::size_t limit) {
  std::string bytes(limit + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

/// False when the path cannot be meant as FILE@REV. Throws when git does not have it.
bool add_version(Paths& found, const std::string& path, const Environment& environment, std::size_t limit) {
  const std::optional<VersionName> version = version_name(path, environment.files);
  if (!version || !environment.from_git) return false;
  check_revision(path, *version);
  GitReading reading = environment.from_git(git_question(*version, environment.files), limit);
  check_reading(path, *version, reading);
  found.versions.emplace(path, format::Version{.file = version->file, .reading = std::move(reading.file)});
  return true;
}

/// Some begin with `format:` under another name, such as templates; then their text counts.
bool says_its_format(const base::Files& files, const std::string& path, std::size_t limit) {
  constexpr std::size_t kLines = 50;
  const std::string text = "\n" + files.read(path, limit).bytes;
  const std::size_t at = text.find("\nformat:");
  return at != std::string::npos && std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') <
                                        static_cast<std::ptrdiff_t>(kLines);
}

/// `cpm check *` and `cpm region *` also name README.md: nothing to find mistakes in.
void check_is_yaml(const base::Files& files, const std::string& path, std::size_t limit) {
  if (files.kind(path) != base::EntryKind::file) return;
  const std::string name = base::lower(path);
  if (format::is_yaml_name(name) || says_its_format(files, path, limit)) return;
  throw UsageError(base::ticked(path) + " is not a YAML file, and does not begin with `format:`",
                   "name `.yaml` files, or folders, whose YAML files are read: `.` for this one, `*/` for those in it");
}

}  // namespace

void missing_path(const base::Files& files, const std::string& path) {
  if (path.find('@') != std::string::npos)
    throw UsageError(
        base::ticked(path) + " names no file",
        "give the path of a file; only `cpm diff` and the commands for Snapshots read versions kept by git",
        kNoSuchFile);
  if (path.empty()) throw UsageError("an empty path names no file", "name a file or a folder", kNoSuchFile);
  const std::string part = first_missing(files, path);
  std::string message = "there is no file or folder " + base::ticked(part);
  if (const auto meant = nearest_path(files, part)) message += fmt::format("; did you mean {}?", base::ticked(*meant));
  throw UsageError(message, "paths are looked up from the current folder", kNoSuchFile);
}

namespace {

/// "--what-if a=1 b=2": the second was meant as a score, too.
void check_is_no_score(const std::string& path, const Arguments& arguments) {
  const auto scores = arguments.value(kWhatIf);
  if (!scores || path.find('=') == std::string::npos) return;
  throw UsageError(fmt::format("there is no file or folder {}", base::ticked(path)),
                   fmt::format("several scores are joined by commas: `--what-if {},{}`", *scores, path), kNoSuchFile);
}

}  // namespace

Paths paths_of(const Arguments& arguments, Environment& environment, std::size_t limit, bool versions) {
  Paths found{.paths = arguments.operands()};
  if (std::ranges::count(found.paths, "-") > 1)
    throw UsageError("`-` is given twice, but standard input can be read only once");
  for (const std::string& path : found.paths) {
    if (path == "-")
      found.standard_input = read_input(environment.in, limit);
    else if (is_missing(environment.files, path) && !(versions && add_version(found, path, environment, limit))) {
      check_is_no_score(path, arguments);
      missing_path(environment.files, path);
    } else
      check_is_yaml(environment.files, path, limit);
  }
  if (found.paths.empty()) found.paths.push_back(format::enclosing_repository(environment.files).value_or("."));
  return found;
}

namespace {

using model::Document;
using Documents = std::vector<const Document*>;

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

}  // namespace

const model::Document* document_at(const std::string& path, const format::Loaded& loaded, const base::Files& files) {
  const std::string name = path == "-" ? "<stdin>" : path;
  if (const Document* document = format::find_document(loaded.workspace, name)) return document;
  const std::string real = files.real_path(path);
  for (const Document& document : loaded.workspace.documents)
    if (document.asked && files.real_path(document.path) == real) return &document;
  return nullptr;
}

namespace {

void check_kind(const Command& command, const Document& document, const diag::SourceMap& sources) {
  const std::string word = kind_word(document, sources);
  if (word.empty() || word == command.kind || format::find_kind(word) == nullptr) return;
  const std::string_view one = format::find_kind(word)->one;
  const bool vowel = std::string_view{"aeiou"}.find(one.front()) != std::string_view::npos;
  throw UsageError(
      fmt::format("{}{}{}; `cpm {}` reads {}", base::ticked(document.path), vowel ? " is an " : " is a ", one,
                  command.name, many(command)),
      fmt::format("name a file that begins with `{}`", format::format_text(*format::find_kind(command.kind))));
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
  for (const std::string& path : paths.paths) places.push_back(base::ticked(path));
  throw UsageError(fmt::format("there is no {} below {}", format::find_kind(command.kind)->one, base::joined(places)),
                   fmt::format("name a file, or write a first one with `cpm new {}`", command.kind), kNothingToCheck);
}

Selection newest(const Command& command, Documents documents, std::size_t older) {
  sort_by_age(documents);
  const bool dated = std::ranges::any_of(documents,
                                         [](const Document* document) { return date_of(*document) != nullptr; });
  if (!dated && documents.size() > 1) {
    std::vector<std::string> names;
    for (const Document* document : documents) names.push_back(base::ticked(document->path));
    throw UsageError(fmt::format("there are {} {}: {}", documents.size(), many(command), base::joined(names)),
                     "name one of them");
  }
  Selection selection{.documents = {documents.back()}};
  const std::size_t count = documents.size() + older;
  if (count > 1)
    selection.note = fmt::format("{} is the newest of {} {}", base::ticked(documents.back()->path), count,
                                 many(command));
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
        return Selection{
            .documents = {documents[before], documents[now]},
            .note = fmt::format("comparing {} with {}, the newest two final Snapshots of one instrument",
                                base::ticked(documents[before]->path), base::ticked(documents[now]->path))};
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
  for (const Document* document : selection.documents) names.push_back(base::ticked(document->path));
  selection.note = "compared in the order of their dates: " + base::joined(names);
  return selection;
}

Selection select_two(const Command& command, const Paths& paths, const Documents& named_ones, const Documents& below) {
  if (named_ones.empty() && paths.paths.size() == 1) return two_newest(below);
  if (named_ones.size() > 1 && named_ones.size() == paths.paths.size()) return in_order_of_dates(named_ones);
  throw UsageError(fmt::format("`cpm {}` compares two or more files", command.name),
                   "name each Snapshot; a folder cannot stand beside them");
}

}  // namespace

std::optional<VersionName> version_name(const std::string& path, const base::Files& files) {
  std::vector<VersionName> ways;  // from the longest file name to the shortest
  for (std::size_t at = path.rfind('@'); at != std::string::npos && at > 0; at = path.rfind('@', at - 1))
    ways.push_back({.file = path.substr(0, at), .revision = path.substr(at + 1)});
  if (ways.empty()) return std::nullopt;
  const auto there = std::ranges::find_if(
      ways, [&](const VersionName& way) { return files.kind(way.file) == base::EntryKind::file; });
  if (there != ways.end()) return *there;
  std::ranges::reverse(ways);
  const auto yaml = std::ranges::find_if(ways, [](const VersionName& way) { return format::is_yaml_name(way.file); });
  return yaml != ways.end() ? *yaml : ways.back();
}

GitQuestion git_question(const VersionName& version, const base::Files& files) {
  const std::string path = base::joined_path("", version.file);
  std::string folder = base::folder_of(path);
  while (folder != "." && !base::is_root(folder) && folder != ".." && files.kind(folder) != base::EntryKind::folder)
    folder = base::folder_of(folder);
  const std::size_t skipped = folder == "." ? 0 : folder.size() + (base::is_root(folder) ? 0 : 1);
  return {.folder = folder, .name = path.substr(skipped), .revision = version.revision};
}

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
