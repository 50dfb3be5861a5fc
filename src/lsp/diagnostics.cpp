#include "lsp/diagnostics.h"

#include <fmt/format.h>

#include "diag/catalog.h"

namespace cpm::lsp {
namespace {

/// Of the protocol; in the order of diag::Severity: advice, warning, error.
constexpr int kSeverityNumbers[] = {3, 2, 1};

}  // namespace

std::string words_of(const diag::Diagnostic& finding) {
  std::string words = finding.message;
  for (const std::string& note : finding.notes) words += "\nnote: " + note;
  if (!finding.help.empty()) words += "\nhelp: " + finding.help;
  return words;
}

std::string explanation_uri(diag::Code code) {
  return fmt::format("cpm:explain/{}.md", diag::code_text(code));
}

const Places& DiagnosticTeller::places_of(diag::FileId file) {
  const auto known = places_.find(file);
  if (known != places_.end()) return known->second;
  return places_.emplace(file, Places(sources_.file(file).bytes(), client_.units)).first->second;
}

Json DiagnosticTeller::range_of(const diag::Span& span) {
  const Places& places = places_of(span.file);
  return span.whole_file ? places.range(0, places.end_of_line(0)) : places.range(span.begin, span.end);
}

Json DiagnosticTeller::related(const diag::Diagnostic& finding) {
  Json places = Json::array();
  for (const diag::Label& label : finding.labels) {
    if (!label.span.known()) continue;
    places.push_back({{"location", {{"uri", name_(sources_.file(label.span.file))}, {"range", range_of(label.span)}}},
                      {"message", label.text}});
  }
  return places;
}

Json DiagnosticTeller::json_of(const diag::Diagnostic& finding) {
  Json json = {{"range", range_of(finding.span)},
               {"severity", kSeverityNumbers[static_cast<std::size_t>(finding.severity)]},
               {"code", diag::code_text(finding.code)},
               {"source", "cpm"},
               {"message", words_of(finding)}};
  if (client_.opens_explanations) json["codeDescription"] = {{"href", explanation_uri(finding.code)}};
  if (client_.related_places && !finding.labels.empty()) json["relatedInformation"] = related(finding);
  return json;
}

}  // namespace cpm::lsp
