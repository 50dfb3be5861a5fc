#include "format/references.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.h"
#include "format/wording.h"

namespace cpm::format {
namespace {

constexpr std::size_t kListed = 12;

std::string what_exists(const Target& target) {
  if (!target.shown_by.empty()) return fmt::format("`{}` shows all {}", target.shown_by, target.plural);
  if (target.ids.empty()) return fmt::format("{} has no {} at all", target.holder, target.plural);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(kListed, target.ids.size()); ++i) words.push_back(ticks(target.ids[i]));
  if (target.ids.size() > kListed) words.push_back(fmt::format("{} more", target.ids.size() - kListed));
  return fmt::format("{} has {}", target.holder, base::joined(words));
}

/// The record whose title or alias was written, else the one with the nearest id.
std::optional<MeantId> meant_target(std::string_view written, const Target& target) {
  std::vector<Label> labels;
  if (target.add_labels) target.add_labels(labels);
  const std::optional<MeantId> called = meant_id(label_form(written), labels);
  if (called && called->safety == diag::Safety::safe) return called;
  if (!target.shown_by.empty()) return std::nullopt;
  const auto nearest = base::nearest(written, std::span<const std::string>(target.ids));
  return nearest ? std::optional(MeantId{.id = *nearest}) : called;
}

}  // namespace

bool check_reference(const diag::LocatedText& reference, const Target& target, std::string_view item,
                     diag::Diagnostics& findings) {
  if (!reference || std::ranges::find(target.ids, reference.value) != target.ids.end()) return true;
  if (target.unread != nullptr) {
    report_unreadable(reference.span, *target.unread,
                      fmt::format("nobody can tell whether {} is there", ticks(reference.value)), findings);
    return false;
  }
  diag::Diagnostic finding{
      .code = target.code,
      .message = fmt::format("{} has no {} {}", target.holder, target.noun, ticks(reference.value)),
      .span = reference.span,
      .help = what_exists(target)};
  finding.item = item;
  if (const std::optional<MeantId> meant = meant_target(reference.value, target)) {
    finding.message += fmt::format("; did you mean {}?", ticks(meant->id));
    finding.fix = write_instead(meant->id, reference.span, meant->safety);
  }
  findings.add(std::move(finding));
  return false;
}

bool is_readable(const model::Document& document, const diag::Diagnostics& findings) {
  constexpr diag::Code kFirstOfReferences = 300;
  constexpr diag::Code kFirstOfRules = 400;
  return !std::holds_alternative<std::monostate>(document.content) &&
         std::ranges::none_of(findings.all(), [&](const diag::Diagnostic& finding) {
           const bool own = finding.code >= kFirstOfReferences && finding.code < kFirstOfRules;
           return finding.severity == diag::Severity::error && finding.span.file == document.file && !own;
         });
}

void report_unreadable(const diag::Span& reference, const model::Document& file, std::string_view consequence,
                       diag::Diagnostics& findings) {
  if (file.asked) return;
  findings.add({.code = 320,
                .message = fmt::format("`{}` has errors of its own, so {}", base::visible(file.path), consequence),
                .span = reference,
                .help = fmt::format("run `cpm check {}` and fix it first", base::visible(file.path))});
}

void report_outside(const diag::LocatedText& file, std::string_view example, diag::Diagnostics& findings) {
  findings.add({.code = 314,
                .message = fmt::format("`{}` leads out of the repository", base::visible(file.value)),
                .span = file.span,
                .help = fmt::format("name a file inside the repository, from its root, such as `{}`", example)});
}

std::string instrument_name(const model::Instrument& instrument) {
  return fmt::format("instrument {} {}", ticks(instrument.id.value), base::visible(instrument.version.value));
}

std::string item_name(const model::Instrument& instrument, const std::string& id) {
  const model::Item* item = model::find_item(instrument, id);
  return fmt::format("`{}`{}", id, item == nullptr ? "" : fmt::format(" ({})", base::visible(item->title.value)));
}

bool on_scale(const model::Instrument& instrument, std::int64_t score) {
  return std::ranges::any_of(instrument.scale,
                             [&](const model::ScaleValue& value) { return value.value && value.value.value == score; });
}

void report_off_scale(diag::Code code, std::string message, const diag::Span& span, const model::Instrument& instrument,
                      std::string_view item, diag::Diagnostics& findings) {
  std::vector<std::string> values;
  std::vector<std::string> labels;
  for (const model::ScaleValue& value : instrument.scale) {
    values.push_back(std::to_string(value.value.value));
    labels.push_back(fmt::format("{} {}", value.value.value, base::visible(value.label.value)));
  }
  findings.add({.code = code,
                .message = std::move(message),
                .span = span,
                .notes = {fmt::format("the scale of {} is {}", instrument_name(instrument), base::joined(values))},
                .help = "use " + base::joined(labels, "or"),
                .item = std::string(item)});
}

void check_unique(const std::vector<const diag::LocatedText*>& ids, std::string_view noun,
                  diag::Diagnostics& findings) {
  std::unordered_map<std::string_view, const diag::LocatedText*> first;
  for (const diag::LocatedText* id : ids) {
    const auto [at, fresh] = first.try_emplace(id->value, id);
    if (fresh) continue;
    findings.add({.code = 308,
                  .message = fmt::format("two {} have the id {}; what refers to it cannot tell which is meant", noun,
                                         ticks(id->value)),
                  .span = id->span,
                  .labels = {{at->second->span, "first given here"}},
                  .help = "give the second one an id of its own",
                  .item = id->value});
  }
}

}  // namespace cpm::format
