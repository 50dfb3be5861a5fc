#include "facts/facts.h"

#include <algorithm>

#include "facts/rows.h"
#include "model/approvals.h"

namespace cpm::facts {
namespace {

using model::Document;

bool is_asked(const Document& document) {
  return document.asked && !document.past;
}

/// Without errors: not in it, and not in the instrument that its figures rest upon.
bool is_sound(const Document& document, const Judged& judged) {
  if (!document.usable || judged.findings.has_error(document.file)) return false;
  if (document.instrument == nullptr) return true;
  return std::ranges::none_of(judged.workspace.documents, [&](const Document& other) {
    return model::content_as<model::Instrument>(other) == document.instrument && judged.findings.has_error(other.file);
  });
}

/// The file, if its rows are part of the export.
std::string_view exported(const Document* document, const Judged& judged) {
  const bool there = document != nullptr && is_asked(*document) && is_sound(*document, judged);
  return there ? std::string_view(document->path) : std::string_view{};
}

std::string_view county_in(const Document& document) {
  const auto of = [](const auto& content) -> std::string_view {
    if constexpr (requires { content.county.given; })
      return content.county.given ? std::string_view(*content.county) : std::string_view{};
    else
      return {};
  };
  return std::visit(of, document.content);
}

std::string date_in(const Document& document) {
  if (const auto* snapshot = model::content_as<model::Snapshot>(document)) return base::to_text(*snapshot->date);
  const auto* plan = model::content_as<model::Plan>(document);
  return plan == nullptr ? std::string() : base::to_text(*plan->date);
}

/// The middle of "cpm/plan/1"; empty when the file could not be read.
std::string_view kind_of(const Document& document) {
  const auto of = [](const auto& content) -> std::string_view {
    if constexpr (requires { content.heading; }) {
      const std::string_view format = content.heading.format.value;
      const std::size_t begin = format.find('/') + 1;
      return format.substr(begin, format.rfind('/') - begin);
    } else {
      return {};
    }
  };
  return std::visit(of, document.content);
}

/// What `cpm.yaml` says, else the first file that names one.
std::string_view county_of(const Judged& judged, const model::Home& home) {
  if (home.repository != nullptr && home.repository->county) return *home.repository->county;
  for (const Document& document : judged.workspace.documents)
    if (is_asked(document) && !county_in(document).empty()) return county_in(document);
  return {};
}

std::int64_t count_of(const Judged& judged, const Document& document, diag::Severity severity) {
  return std::ranges::count_if(judged.findings.all(), [&](const diag::Diagnostic& finding) {
    return finding.severity == severity && finding.span.file == document.file;
  });
}

}  // namespace

Facts::Facts(Sink& sink, base::Date as_of, bool texts) : rows_(std::make_unique<Rows>(sink, texts)) {
  add_export(*rows_, as_of);
  add_dictionary(*rows_);
}
Facts::~Facts() = default;

void Facts::add(const Judged& judged) {
  const auto first = std::ranges::find_if(judged.workspace.documents, is_asked);
  if (first != judged.workspace.documents.end()) {
    const model::Home& home = judged.workspace.homes[first->home];
    const std::string_view county = county_of(judged, home);
    const model::BuiltIn& lists = *judged.workspace.built_in;
    add_county(*rows_, {.home = home,
                        .county = county,
                        .name = model::county_name(lists, county),
                        .known = model::find_county(lists.counties, county)});
    add_documents(judged);
  }
  add_findings(judged);
}

void Facts::add_documents(const Judged& judged) {
  for (const Document& document : judged.workspace.documents)
    if (is_asked(document)) add_document(judged, document);
}

void Facts::add_document(const Judged& judged, const Document& document) {
  const model::Home& home = judged.workspace.homes[document.home];
  const bool sound = is_sound(document, judged);
  Source source{.document = document, .county = county_in(document)};
  using enum diag::Severity;
  add_file(*rows_, {.source = source,
                    .home = home,
                    .kind = kind_of(document),
                    .used = sound,
                    .errors = count_of(judged, document, error),
                    .warnings = count_of(judged, document, warning),
                    .advice = count_of(judged, document, advice)});
  if (!sound) {
    ++left_out_;
    return;
  }
  source.date = date_in(document);
  if (document.instrument != nullptr) source.instrument = instrument_key(judged, document);
  add_content(judged, source);
}

void Facts::add_content(const Judged& judged, const Source& source) {
  const Document& document = source.document;
  if (const auto* snapshot = model::content_as<model::Snapshot>(document)) {
    if (document.instrument != nullptr) add_snapshot(*rows_, source, score::scorecard(*snapshot, *document.instrument));
  } else if (const auto* plan = model::content_as<model::Plan>(document)) {
    add_plan(*rows_, source, *plan, exported(document.snapshot, judged));
    add_steps(*rows_, source, *plan, judged.workspace);
  } else if (const auto* support = model::content_as<model::Support>(document)) {
    add_support(*rows_, source, *support, exported(document.plan, judged));
  } else if (const auto* roadmap = model::content_as<model::Roadmap>(document)) {
    add_roadmap(*rows_, source, *roadmap);
  } else if (model::content_as<model::Fidelity>(document) != nullptr) {
    add_fidelity(*rows_, source, judged.workspace);
  }
  if (const auto* approvals = model::approvals_of(document.content)) add_approvals(*rows_, source, *approvals);
}

std::string Facts::instrument_key(const Judged& judged, const Document& snapshot) {
  const model::Instrument& instrument = *snapshot.instrument;
  std::string key = "<built-in>/" + *instrument.id + " " + *instrument.version;
  for (const Document& document : judged.workspace.documents)
    if (model::content_as<model::Instrument>(document) == &instrument) key = document.path;
  if (instruments_.insert(key).second) add_instrument(*rows_, key, instrument);
  return key;
}

void Facts::add_findings(const Judged& judged) {
  for (const diag::Diagnostic& finding : judged.findings.all()) {
    const bool placed = finding.span.known();
    add_finding(*rows_, {.finding = finding,
                         .file = placed ? &judged.sources.file(finding.span.file) : nullptr,
                         .number = ++findings_});
  }
}

}  // namespace cpm::facts
