#include "render/anchors.h"

#include <cctype>

#include "base/text.h"

namespace cpm::render {
namespace {

/// Dashes, quotation marks and dots beyond ASCII (U+2000 to U+207F) are left out like those of ASCII.
bool is_punctuation_at(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xe2\x80" || text.substr(at, 2) == "\xe2\x81";
}

std::string slug(std::string_view heading) {
  const std::string words = base::lower(base::trimmed(heading));
  std::string made;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto sign = static_cast<unsigned char>(words[at]);
    if (is_punctuation_at(words, at))
      at += 2;
    else if (sign >= 0x80 || std::isalnum(sign) != 0 || sign == '_' || sign == '-')
      made += words[at];
    else if (sign == ' ')
      made += '-';
  }
  return made;
}

}  // namespace

std::string Anchors::operator()(std::string_view heading) {
  const std::string name = slug(base::visible(heading));
  std::string made = name;
  while (seen_.contains(made)) made = name + "-" + std::to_string(++seen_[name]);
  seen_[made] = 0;
  return made;
}

}  // namespace cpm::render
