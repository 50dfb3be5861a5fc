#include "tests/fuzz/demand.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "diag/catalog.h"

namespace cpm::fuzz {
namespace {

bool inside_sign(const std::string& bytes, std::size_t at) {
  return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80;
}

void demand_place(const diag::Span& span, const diag::SourceMap& sources, const std::string& whose) {
  if (!span.known()) return;
  demand(static_cast<std::size_t>(span.file) < sources.size(), whose + " is in a file that there is");
  const std::string& bytes = sources.file(span.file).bytes();
  demand(span.begin <= span.end, whose + " begins before it ends");
  demand(span.end <= bytes.size(), whose + " ends in its file");
  if (base::first_bad_utf8(bytes)) return;  // then a place may name a single bad byte
  demand(!inside_sign(bytes, span.begin) && !inside_sign(bytes, span.end), whose + " does not cut a character");
}

void demand_edits(const diag::Fix& fix, const diag::SourceMap& sources, const std::string& code) {
  demand(!fix.title.empty(), code + ": a fix says what it does");
  demand(!fix.edits.empty(), code + ": a fix changes something");
  for (const diag::Edit& edit : fix.edits) {
    demand(edit.span.known() && !edit.span.whole_file, code + ": an edit names its bytes");
    demand_place(edit.span, sources, code + ": an edit");
  }
}

auto place_of(const diag::Diagnostic& finding, const diag::SourceMap& sources) {
  const std::string path = finding.span.known() ? sources.file(finding.span.file).path() : std::string{};
  return std::tuple{path, !finding.span.whole_file, finding.span.begin, finding.code};
}

bool says_the_same(const diag::Diagnostic& a, const diag::Diagnostic& b) {
  return a.code == b.code && a.span == b.span && a.message == b.message;
}

}  // namespace

void demand(bool kept, const std::string& promise) {
  if (!kept) throw Broken(promise);
}

void demand_places(const diag::Diagnostics& findings, const diag::SourceMap& sources) {
  for (const diag::Diagnostic& finding : findings.all()) {
    const std::string code = diag::code_text(finding.code);
    demand(diag::find_code(finding.code) != nullptr, code + " is in the catalog");
    demand(!finding.message.empty(), code + " says what was found");
    demand(!base::first_bad_utf8(finding.message), code + ": its message is text: " + base::visible(finding.message));
    demand(base::visible(finding.message) == finding.message, code + ": its message hides nothing: " + finding.message);
    demand_place(finding.span, sources, code + ": its place");
    for (const diag::Label& label : finding.labels) demand_place(label.span, sources, code + ": a label");
    if (finding.fix) demand_edits(*finding.fix, sources, code);
  }
}

void demand_order(const diag::Diagnostics& findings, const diag::SourceMap& sources) {
  const auto& all = findings.all();
  for (std::size_t i = 1; i < all.size(); ++i) {
    demand(place_of(all[i - 1], sources) <= place_of(all[i], sources), "findings come in the order of their places");
    for (std::size_t other = i; other-- > 0 && all[other].span == all[i].span;)
      demand(!says_the_same(all[other], all[i]), "no finding comes twice: " + all[i].message);
  }
}

}  // namespace cpm::fuzz
