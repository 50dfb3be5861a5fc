#include "render/verbatim.h"

#include "base/text.h"

namespace cpm::render {

std::vector<std::string> verbatim_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (std::string_view line : base::split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::string& shown = lines.emplace_back();
    for (const std::string_view part : base::split(line, '\t')) {
      if (part.data() != line.data()) shown += '\t';
      shown += base::visible(part);
    }
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace cpm::render
