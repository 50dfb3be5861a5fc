#include "format/reference_text.h"

#include <array>

#include <fmt/format.h>

namespace cpm::format {
namespace {

/// In the order of Need.
constexpr std::array<std::string_view, 4> kNeeds = {"must", "should", "may", "never"};

/// "Where it stands. `done`: finished; `dropped`: no longer planned."
std::string about_with_choices(const Field& field) {
  std::string about(field.about);
  const std::span<const Choice> choices = field.shape->choices;
  for (std::size_t i = 0; i < choices.size(); ++i)
    about += fmt::format("{} `{}`: {}", i == 0 ? "" : ";", choices[i].word, choices[i].about);
  if (!choices.empty()) about += ".";
  if (field.stake == Stake::apart && field.name != "format" && field.shape != &kApprovals)
    about += " Approvals do not cover it.";
  if (!field.fallback.empty()) about += fmt::format(" Default: `{}`.", field.fallback);
  return about;
}

void add_lines(const Record& record, std::size_t depth, std::vector<FieldLine>& lines) {
  for (const Field& field : record.fields) {
    if (field.need == Need::never) continue;
    lines.push_back(FieldLine{.depth = depth,
                              .name = std::string(field.name),
                              .need = std::string(kNeeds[static_cast<std::size_t>(field.need)]),
                              .shape = described(*field.shape),
                              .about = about_with_choices(field)});
    if (const Record* inner = record_behind(*field.shape)) add_lines(*inner, depth + 1, lines);
  }
}

}  // namespace

std::vector<FieldLine> field_lines(const Kind& kind) {
  std::vector<FieldLine> lines;
  add_lines(*kind.record, 0, lines);
  return lines;
}

}  // namespace cpm::format
