#include "yaml/refusals.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace cpm::yaml {
namespace {

constexpr std::size_t kMostRefusals = 20;

}  // namespace

void Refusals::anchor(std::size_t begin, std::size_t end) {
  add(120, begin, end,
      fmt::format("`{}` names a value for use elsewhere; this is not read here", shown(source_.text(begin, end))),
      "write each value out in full; a text that starts with `&` needs quotes");
}

void Refusals::alias(std::size_t begin, std::size_t end, bool in_brackets) {
  if (is_text(begin, end, in_brackets)) return text(begin);
  add(121, begin, end,
      fmt::format("`{}` refers to a value elsewhere in the file; this is not read here",
                  shown(source_.text(begin, end))),
      "write the value out in full; a text that starts with `*` needs quotes");
}

void Refusals::tag(std::size_t begin, std::size_t end, bool in_brackets) {
  if (is_text(begin, end, in_brackets)) return text(begin);
  add(122, begin, end, fmt::format("`{}` marks a type; types are not read here", shown(source_.text(begin, end))),
      "remove it; a text that starts with `!` needs quotes");
}

// `*important* words`, `!now` where a text belongs: the text lacks its quotes. But `*name` alone, or with `&name` elsewhere,
// and `!!str` are what YAML takes them for.
bool Refusals::is_text(std::size_t begin, std::size_t end, bool in_brackets) const {
  if (in_brackets || use_at(source_, begin) != KeyUse::text) return false;
  const std::string_view mark = source_.text(begin, end);
  if (mark.starts_with('!')) return !mark.starts_with("!!") && !mark.starts_with("!<");
  const bool alone = end_of_text(source_, begin, line_at(source_, begin)) <= end;
  return (!alone || mark.ends_with('*')) && source_.bytes.find("&" + std::string(mark.substr(1))) == kNowhere;
}

void Refusals::text(std::size_t begin) {
  const Line line = line_at(source_, begin);
  const std::size_t end = std::max(end_of_text(source_, begin, line), begin + 1);
  diag::Diagnostic finding;
  finding.code = 117;
  finding.message = fmt::format("a text cannot start with `{}` unless it is in quotes", source_.bytes[begin]);
  finding.span = source_.span(begin, begin + 1);
  finding.help = "put the text in quotes";
  if (!goes_on_below(source_, begin)) {
    finding.fix = diag::Fix{.title = "put the text in quotes", .safety = diag::Safety::safe, .edits = {}};
    finding.fix->edits.push_back(
        {.span = source_.span(begin, end), .replacement = in_quotes(source_.text(begin, end))});
  }
  add(std::move(finding));
}

void Refusals::stop(diag::Code code, std::size_t begin, std::size_t end, std::string message, std::string help) {
  add(code, begin, end, std::move(message), std::move(help));
  stopped_ = true;
}

void Refusals::add(diag::Code code, std::size_t begin, std::size_t end, std::string message, std::string help) {
  diag::Diagnostic finding;
  finding.code = code;
  finding.message = std::move(message);
  finding.span = source_.span(begin, end);
  finding.help = std::move(help);
  add(std::move(finding));
}

void Refusals::add(diag::Diagnostic finding) {
  if (stopped_) return;
  line_end_ = line_at(source_, finding.span.begin).end;
  findings_.add(std::move(finding));
  if (++count_ >= kMostRefusals) stopped_ = true;
}

}  // namespace cpm::yaml
