// The surgical edit, of any file at any of its places, with any value: it is refused, or the file can be read afterwards, nothing
// outside the edits has changed.
#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diag/edits.h"
#include "edit/edit.h"
#include "tests/fuzz/choice.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/targets.h"

namespace cpm::fuzz {
namespace {

constexpr std::size_t kMostPlaces = 500;
constexpr std::size_t kValueBytes = 24;

void add_places(const yaml::Node& node, const std::string& path, std::vector<std::string>& places) {
  if (places.size() >= kMostPlaces) return;
  if (!path.empty()) places.push_back(path);
  if (node.kind == yaml::Kind::list) places.push_back(path + "[+]");
  for (std::size_t i = 0; i < node.items.size(); ++i)
    add_places(*node.items[i], path + "[" + std::to_string(i + 1) + "]", places);
  for (const yaml::Entry& entry : node.entries)
    add_places(*entry.value, path.empty() ? std::string(entry.key->text) : path + "." + std::string(entry.key->text),
               places);
}

std::vector<std::string> places_in(const diag::SourceFile& file) {
  diag::Diagnostics findings;
  const yaml::Tree tree = yaml::read(file, 0, {}, findings);
  std::vector<std::string> places;
  if (tree.root != nullptr) add_places(*tree.root, "", places);
  return places;
}

std::variant<edit::Edited, edit::Refusal> changed(const diag::SourceFile& file, const edit::Change& change) {
  const yaml::Limits limits;
  return edit::edited({.file = file, .id = 0, .limits = limits}, change);
}

/// What lies outside the edits, by a second way.
void demand_rest(std::string_view before, const edit::Edited& edited) {
  std::size_t kept = 0;
  std::size_t written = 0;
  for (const diag::Edit& each : edited.edits) {
    demand(each.span.begin <= each.span.end && each.span.end <= before.size(), "an edit lies in its file");
    kept += each.span.end - each.span.begin;
    written += each.replacement.size();
  }
  demand(edited.bytes.size() == before.size() - kept + written, "nothing but the edits changes the size of the file");
}

edit::Action action_of(std::uint64_t hash) {
  constexpr edit::Action kActions[] = {edit::Action::set, edit::Action::set, edit::Action::insert, edit::Action::remove,
                                       edit::Action::move};
  return kActions[hash % std::size(kActions)];
}

}  // namespace

void edit_file(std::string_view bytes) {
  const diag::SourceFile file("file.yaml", std::string(bytes));
  const std::vector<std::string> places = places_in(file);
  if (places.empty()) return;
  const std::uint64_t hash = hash_of(bytes);
  const std::optional<edit::Path> path = edit::parse_path(places[hash % places.size()]);
  if (!path) return;
  const edit::Change change{.action = action_of(hash >> 16),
                            .path = *path,
                            .value = std::string(bytes.substr(bytes.size() - std::min(kValueBytes, bytes.size()))),
                            .before = (hash >> 24) % 2 == 0 ? "+" : "1"};
  const auto result = changed(file, change);
  const auto* const edited = std::get_if<edit::Edited>(&result);
  if (edited == nullptr) {
    demand(!std::get<edit::Refusal>(result).reason.empty(), "a refusal says why");
    return;
  }
  demand_rest(bytes, *edited);
  const diag::SourceFile now("file.yaml", edited->bytes);
  diag::Diagnostics findings;
  demand(yaml::read(now, 0, {}, findings).root != nullptr, "an edited file can be read");
}

}  // namespace cpm::fuzz
