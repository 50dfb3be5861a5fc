// Findings as SARIF 2.1.0 (OASIS Standard): the whole catalog of rules with help, results with places in lines, columns and
// bytes, related places, fixes, and known findings as suppressed ones.
#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "diag/catalog.h"
#include "diag/fingerprint.h"
#include "diag/record_path.h"
#include "render/escape.h"
#include "render/finding_words.h"
#include "render/writers.h"

namespace cpm::render {
namespace {

using diag::Diagnostic;
using diag::Span;
using Json = nlohmann::ordered_json;

constexpr std::string_view kRoot = "ROOT";
constexpr std::string_view kFingerprint = "cpmFinding/v1";

constexpr std::array<std::string_view, 3> kLevels = {"note", "warning", "error"};  // in the order of diag::Severity

std::string_view level_of(diag::Severity severity) {
  return kLevels[static_cast<std::size_t>(severity)];
}

// What the hundreds of the codes are about, as tags that a host can filter by.
constexpr std::array<std::string_view, 10> kTags = {"",     "text",    "shape",   "references", "snapshot",
                                                    "plan", "records", "privacy", "",           "environment"};

Json message_of(std::string_view text) {
  return {{"text", shown_text(text)}};
}

std::string uri_of(std::string_view path) {
  const std::string uri = percent_encoded(path, "/");
  if (!base::is_absolute(path)) return uri;
  return (path.starts_with('/') ? "file://" : "file:///") + uri;
}

/// Writes one run. Files are numbered in the order in which findings name them.
class SarifRun {
 public:
  explicit SarifRun(const Job& job) : job_(job), records_(job.sources) { collect_rules(); }

  Json written() {
    Json results = results_of(job_.findings.all(), nullptr);
    std::vector<Diagnostic> known;
    for (const diag::Accepted& accepted : job_.accepted) known.push_back(accepted.finding);
    for (Json& result : results_of(known, &job_.accepted)) results.push_back(std::move(result));
    Json run;
    run["tool"] = {{"driver", driver()}};
    run["originalUriBaseIds"] = {
        {kRoot, {{"description", {{"text", "The root of the county's checkout, from which paths are given."}}}}}};
    run["columnKind"] = "unicodeCodePoints";
    run["artifacts"] = std::move(artifacts_);
    run["results"] = std::move(results);
    if (job_.outcome.checked) run["properties"] = {{"summary", summary(job_)}};
    return run;
  }

 private:
  void collect_rules() {
    for (const diag::CodeInfo& row : diag::catalog()) {
      indexes_.emplace(row.code, rules_.size());
      rules_.push_back(rule_of(row));
    }
  }

  static Json rule_of(const diag::CodeInfo& row) {
    const std::string code = diag::code_text(row.code);
    const std::string basis = row.basis.empty() ? "" : fmt::format("Basis: {}.", row.basis);
    const std::string text = fmt::format("{}{}\n\nExamples: cpm explain {}", row.explanation,
                                         basis.empty() ? "" : "\n\n" + basis, code);
    const std::string markdown = fmt::format("{}{}\n\nExamples: `cpm explain {}`", markdown_escaped(row.explanation),
                                             basis.empty() ? "" : "\n\n" + markdown_escaped(basis), code);
    Json rule;
    rule["id"] = code;
    rule["name"] = row.name;
    rule["shortDescription"] = {{"text", row.summary}};
    rule["fullDescription"] = {{"text", row.explanation}};
    rule["help"] = {{"text", text}, {"markdown", markdown}};
    rule["defaultConfiguration"] = {{"level", level_of(row.severity)}};
    rule["properties"] = {{"tags", {"core-practice-model", kTags.at(static_cast<std::size_t>(row.code) / 100)}}};
    return rule;
  }

  Json driver() {
    return {{"name", "cpm"}, {"version", CPM_VERSION}, {"semanticVersion", CPM_VERSION}, {"rules", std::move(rules_)}};
  }

  Json results_of(const std::vector<Diagnostic>& findings, const std::span<const diag::Accepted>* accepted) {
    const auto name = [this](const diag::SourceFile& file) { return host_path(file, job_.settings); };
    const std::vector<std::string> prints = diag::fingerprints(findings, job_.sources, name);
    Json results = Json::array();
    for (std::size_t i = 0; i < findings.size(); ++i) {
      Json result = result_of(findings[i]);
      result["partialFingerprints"] = {{kFingerprint, prints[i]}};
      if (accepted != nullptr)
        mark_known(result, (*accepted)[i]);
      else if (job_.outcome.checked && job_.outcome.checked->known)
        result["baselineState"] = "new";
      results.push_back(std::move(result));
    }
    return results;
  }

  static void mark_known(Json& result, const diag::Accepted& accepted) {
    if (accepted.by_baseline) result["baselineState"] = "unchanged";
    Json suppression = {{"kind", "external"}, {"status", "accepted"}};
    if (!accepted.reason.empty()) suppression["justification"] = shown_text(accepted.reason);
    result["suppressions"] = Json::array({std::move(suppression)});
  }

  Json result_of(const Diagnostic& finding) {
    Json result;
    result["ruleId"] = diag::code_text(finding.code);
    if (const auto index = indexes_.find(finding.code); index != indexes_.end()) result["ruleIndex"] = index->second;
    result["level"] = level_of(finding.severity);
    result["message"] = message_of(message_and_help(finding));
    if (finding.span.known()) result["locations"] = Json::array({location_of(finding)});
    if (Json related = related_of(finding); !related.empty()) result["relatedLocations"] = std::move(related);
    if (finding.fix)
      if (Json fix = fix_of(*finding.fix); !fix.is_null()) result["fixes"] = Json::array({std::move(fix)});
    return result;
  }

  Json location_of(const Diagnostic& finding) {
    Json location = {{"physicalLocation", place_of(finding.span)}};
    const std::string record = records_.of(finding);
    if (!record.empty())
      location["logicalLocations"] = Json::array({{{"fullyQualifiedName", shown_text(record)}, {"kind", "member"}}});
    return location;
  }

  Json related_of(const Diagnostic& finding) {
    Json related = Json::array();
    for (const diag::Label& label : finding.labels) {
      if (!label.span.known()) continue;
      Json location = {{"id", related.size()}, {"physicalLocation", place_of(label.span)}};
      if (!label.text.empty()) location["message"] = message_of(label.text);
      related.push_back(std::move(location));
    }
    return related;
  }

  Json place_of(const Span& span) {
    Json place = {{"artifactLocation", artifact_of(span.file)}};
    if (const Json region = region_of(span); !region.is_null()) place["region"] = region;
    return place;
  }

  Json region_of(const Span& span) const {
    const HostRegion region = host_region(span, job_.sources);
    if (!region.known) return nullptr;
    return {{"startLine", region.begin.line}, {"startColumn", region.begin.column},
            {"endLine", region.end.line},     {"endColumn", region.end.column},
            {"byteOffset", span.begin},       {"byteLength", std::max(span.begin, span.end) - span.begin}};
  }

  Json artifact_of(diag::FileId file) {
    const std::string path = host_path(job_.sources.file(file), job_.settings);
    const auto [at, fresh] = files_.try_emplace(file, artifacts_.size());
    Json location = {{"uri", uri_of(path)}};
    if (!base::is_absolute(path)) location["uriBaseId"] = kRoot;
    if (fresh)
      artifacts_.push_back(
          {{"location", location}, {"length", job_.sources.file(file).bytes().size()}, {"roles", {"analysisTarget"}}});
    location["index"] = at->second;
    return location;
  }

  // Null for a fix that is only shown, and for text that is not UTF-8, which JSON cannot hold.
  Json fix_of(const diag::Fix& fix) {
    if (fix.safety == diag::Safety::shown || fix.edits.empty()) return nullptr;
    std::map<diag::FileId, Json> changes;
    for (const diag::Edit& edit : fix.edits) {
      const Json region = region_of(edit.span);
      if (region.is_null() || base::first_bad_utf8(edit.replacement)) return nullptr;
      Json replacement = {{"deletedRegion", region}};
      if (!edit.replacement.empty()) replacement["insertedContent"] = {{"text", edit.replacement}};
      changes[edit.span.file].push_back(std::move(replacement));
    }
    Json artifacts = Json::array();
    for (auto& [file, replacements] : changes)
      artifacts.push_back({{"artifactLocation", artifact_of(file)}, {"replacements", std::move(replacements)}});
    return {{"description", message_of(fix.title)}, {"artifactChanges", std::move(artifacts)}};
  }

  const Job& job_;
  diag::FindingRecords records_;
  Json rules_ = Json::array();
  Json artifacts_ = Json::array();
  std::map<diag::Code, std::size_t> indexes_;
  std::map<diag::FileId, std::size_t> files_;
};

}  // namespace

std::string write_sarif(const Job& job) {
  Json log;
  log["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = Json::array({SarifRun(job).written()});
  return json_safe(log.dump(2)) + "\n";
}

}  // namespace cpm::render
