#include "diag/edits.h"

#include <algorithm>

namespace cpm::diag {
namespace {

using Edits = std::vector<const Edit*>;

// Two insertions at one place touch: their order would be a guess.
bool touches(const Edit& a, const Edit& b) {
  return a.span.begin <= b.span.end && b.span.begin <= a.span.end;
}

bool is_usable(const Edit& edit, FileId file, std::size_t size) {
  return edit.span.file == file && !edit.span.whole_file && edit.span.begin <= edit.span.end && edit.span.end <= size;
}

// The edits of one fix may touch, for they know each other; overlap they must not.
bool is_sound(const Fix& fix) {
  for (const Edit& a : fix.edits)
    for (const Edit& b : fix.edits)
      if (&a != &b && a.span.begin < b.span.end && b.span.begin < a.span.end) return false;
  return !fix.edits.empty();
}

bool fits(const Fix& fix, const Edits& taken, FileId file, std::size_t size) {
  return is_sound(fix) && std::ranges::all_of(fix.edits, [&](const Edit& edit) {
           return is_usable(edit, file, size) &&
                  std::ranges::none_of(taken, [&](const Edit* other) { return touches(edit, *other); });
         });
}

}  // namespace

std::vector<const Fix*> compatible_fixes(std::span<const Fix* const> fixes, FileId file, std::size_t size) {
  std::vector<const Fix*> chosen;
  Edits taken;
  for (const Fix* fix : fixes) {
    if (!fits(*fix, taken, file, size)) continue;
    chosen.push_back(fix);
    for (const Edit& edit : fix->edits) taken.push_back(&edit);
  }
  return chosen;
}

std::string with_fixes(std::string_view bytes, std::span<const Fix* const> fixes) {
  Edits edits;
  for (const Fix* fix : fixes)
    for (const Edit& edit : fix->edits) edits.push_back(&edit);
  std::ranges::stable_sort(edits, {}, [](const Edit* edit) { return edit->span.begin; });
  std::string result;
  std::size_t at = 0;
  for (const Edit* edit : edits) {
    result.append(bytes.substr(at, edit->span.begin - at)).append(edit->replacement);
    at = edit->span.end;
  }
  return result.append(bytes.substr(at));
}

}  // namespace cpm::diag
