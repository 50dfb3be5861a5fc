#include "render/finding_words.h"

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "diag/catalogue.h"

namespace cpm::render {

std::string host_path(const diag::SourceFile& file, const Settings& settings) {
  if (file.path().starts_with('<')) return file.path();  // standard input
  return base::joined_path(settings.prefix, file.path());
}

std::string shown_text(std::string_view text) {
  std::string shown;
  for (std::string_view line : base::split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    shown.append(base::visible(line)).append("\n");
  }
  shown.erase(shown.find_last_not_of('\n') + 1);
  return shown;
}

std::string code_and_name(diag::Code code) {
  const diag::CodeInfo* const info = diag::find_code(code);
  const std::string text = diag::code_text(code);
  return info == nullptr ? text : text + " " + std::string(info->name);
}

std::string message_and_help(const diag::Diagnostic& finding) {
  const std::string message = shown_text(finding.message);
  const std::string help = shown_text(finding.help);
  return help.empty() ? message : message + "\nhelp: " + help;
}

HostRegion host_region(const diag::Span& span, const diag::SourceMap& sources) {
  if (!span.known() || span.whole_file) return {};
  const diag::SourceFile& file = sources.file(span.file);
  return {.known = true, .begin = file.position(span.begin), .end = file.position(std::max(span.begin, span.end))};
}

}  // namespace cpm::render
