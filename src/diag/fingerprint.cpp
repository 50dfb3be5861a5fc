#include "diag/fingerprint.h"

#include <cstdint>
#include <map>
#include <string_view>

#include "base/text.h"
#include "diag/catalog.h"
#include "diag/record_path.h"

namespace cpm::diag {
namespace {

constexpr std::size_t kMostOfLine = 2000;  // bytes of a line that tell it from others

// The first line of what is marked, else of where the mark stands, with each run of spaces as one.
std::string marked_text(const Diagnostic& finding, const SourceMap& sources) {
  if (!finding.span.known() || finding.span.whole_file) return {};
  const SourceFile& file = sources.file(finding.span.file);
  std::string_view text = file.text(finding.span);
  text = text.substr(0, text.find_first_of("\r\n"));
  if (base::trimmed(text).empty()) text = file.line(file.position(finding.span.begin).line).substr(0, kMostOfLine);
  return base::wrapped(text, 0).front();
}

// The values that the message names, in backquotes; not its own words, which may be put better one day, nor guesses of what
// was meant, which depend on what else there is.
std::string named_values(std::string_view message) {
  message = message.substr(0, message.find("; did you mean"));
  std::string values;
  for (std::size_t at = message.find('`'); at != std::string_view::npos; at = message.find('`', at)) {
    const std::size_t end = message.find('`', at + 1);
    if (end == std::string_view::npos) break;
    values.append(message.substr(at, end - at));
    at = end + 1;
  }
  return values;
}

// FNV-1a, 64 bits: it tells findings apart, and guards against nothing.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char character : text) hash = (hash ^ static_cast<unsigned char>(character)) * 1099511628211ULL;
  return hash;
}

std::string letters(std::uint64_t number) {
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += static_cast<char>('a' + ((number >> shift) & 15U));
  return text;
}

std::string identity(const Diagnostic& finding, const SourceMap& sources, const FileName& name,
                     FindingRecords& records) {
  const std::string file = finding.span.known() ? name(sources.file(finding.span.file)) : std::string{};
  std::string text;
  for (const std::string& part : {code_text(finding.code), file, finding.item, records.of(finding),
                                  marked_text(finding, sources), named_values(finding.message)})
    text.append(part).append(1, '\0');
  return text;
}

}  // namespace

std::vector<std::string> fingerprints(std::span<const Diagnostic> findings, const SourceMap& sources,
                                      const FileName& name) {
  FindingRecords records(sources);
  std::map<std::string, int> seen;
  std::vector<std::string> made;
  made.reserve(findings.size());
  for (const Diagnostic& finding : findings) {
    std::string text = identity(finding, sources, name, records);
    const int before = seen[text]++;
    if (before > 0) text += std::to_string(before);
    made.push_back(letters(hash_of(text)));
  }
  return made;
}

}  // namespace cpm::diag
