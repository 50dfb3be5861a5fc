#include "render/tone.h"

#include <array>

namespace cpm::render {
namespace {

// Select graphic rendition, in the order of Tone. Bold red, yellow, cyan; blue for what stands beside the text.
constexpr std::array<std::string_view, 7> kStarts = {"",           "\x1b[1m",  "\x1b[1;31m", "\x1b[1;33m",
                                                     "\x1b[1;36m", "\x1b[34m", "\x1b[32m"};
constexpr std::string_view kEnd = "\x1b[0m";

}  // namespace

std::string toned(std::string_view text, Tone tone, bool color) {
  if (!color || tone == Tone::plain || text.empty()) return std::string{text};
  return std::string{kStarts[static_cast<std::size_t>(tone)]}.append(text).append(kEnd);
}

Tone tone_of(diag::Severity severity) {
  constexpr std::array<Tone, 3> kTones = {Tone::advice, Tone::warning, Tone::error};
  return kTones[static_cast<std::size_t>(severity)];
}

}  // namespace cpm::render
