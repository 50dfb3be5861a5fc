#include "cli/written.h"

#include <algorithm>

namespace cpm::cli {

void Written::add(std::vector<diag::Edit> edits, std::size_t change) {
  std::ranges::stable_sort(edits, {}, [](const diag::Edit& edit) { return edit.span.begin; });
  std::for_each(edits.rbegin(), edits.rend(), [this](const diag::Edit& edit) { follow(edit); });
  std::size_t behind = 0;  // the last edit, before and now
  std::size_t now = 0;
  for (const diag::Edit& edit : edits) {
    now += edit.span.begin - behind;
    stretches_.push_back({.begin = now, .end = now + edit.replacement.size(), .change = change});
    now += edit.replacement.size();
    behind = edit.span.end;
  }
}

void Written::follow(const diag::Edit& edit) {
  const std::size_t gone = edit.span.end - edit.span.begin;
  for (Stretch& each : stretches_) {
    if (each.begin >= edit.span.end && each.begin > edit.span.begin)
      each.begin = each.begin - gone + edit.replacement.size();
    if (each.end >= edit.span.end) each.end = each.end - gone + edit.replacement.size();
  }
}

bool Written::holds(const diag::Span& span) const {
  return std::ranges::any_of(stretches_,
                             [&](const Stretch& each) { return each.begin <= span.begin && span.end <= each.end; });
}

std::optional<std::size_t> Written::change_at(const diag::Span& span) const {
  const Stretch* narrowest = nullptr;
  for (const Stretch& each : stretches_) {
    const bool meets = span.begin < each.end && each.begin < span.end;
    if (meets && (narrowest == nullptr || each.end - each.begin < narrowest->end - narrowest->begin)) narrowest = &each;
  }
  return narrowest == nullptr ? std::nullopt : std::optional(narrowest->change);
}

}  // namespace cpm::cli
