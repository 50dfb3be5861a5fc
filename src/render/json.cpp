// Results and findings for other programs: {"schema", "result", "findings"} (product.md section 7). Always valid UTF-8.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/utf8.h"
#include "diag/catalog.h"
#include "render/escape.h"
#include "render/made.h"
#include "render/writers.h"

namespace cpm::render {
namespace {

using diag::Diagnostic;
using diag::Span;
using report::Result;

constexpr std::size_t kJsonIndent = 2;

// Bytes that are not UTF-8 are written as "\x80", so that every reader can take the rest.
std::string valid_utf8(std::string_view text) {
  std::string valid;
  while (const std::optional<std::size_t> bad = base::first_bad_utf8(text)) {
    valid.append(text.substr(0, *bad)).append(base::visible(text.substr(*bad, 1)));
    text.remove_prefix(*bad + 1);
  }
  return valid.append(text);
}

bool is_ordinary(char character) {
  return character >= ' ' && character < '\x7f' && character != '"' && character != '\\';
}

/// Writes results behind what is there: a page asks for many thousand values at each key press, so nothing is copied.
class ResultWriter {
 public:
  explicit ResultWriter(std::string& json) : json_(json) {}

  void add(const Result& result, std::size_t depth) {
    std::visit([this, depth](const auto& value) { add_value(value, depth); }, result.value());
  }
  /// `begin` is the bracket before the first part, and a comma before the others.
  void add_key(char begin, std::string_view key, std::size_t depth) {
    add_line(begin, depth);
    add_text(key);
    json_ += ": ";
  }
  void add_line(char begin, std::size_t depth) {
    json_.append(1, begin).append(1, '\n').append(depth * kJsonIndent, ' ');
  }
  void add_end(char bracket, std::size_t depth) { json_.append(1, '\n').append(depth * kJsonIndent, ' ') += bracket; }

 private:
  /// Quoted. Readers get every character as it was; a terminal that shows the file obeys none.
  void add_text(std::string_view text) {
    if (std::ranges::all_of(text, is_ordinary))
      json_.append(1, '"').append(text).append(1, '"');
    else
      json_ += json_safe(nlohmann::ordered_json(valid_utf8(text)).dump());
  }

  void add_value(std::monostate, std::size_t) { json_ += "null"; }
  void add_value(bool value, std::size_t) { json_ += value ? "true" : "false"; }
  void add_value(std::int64_t value, std::size_t) { json_ += std::to_string(value); }
  // From the digits themselves: 55.0 never turns into 55 or 55.00000001.
  void add_value(base::Tenths value, std::size_t) { json_ += base::to_text(value); }
  void add_value(const std::string& value, std::size_t) { add_text(value); }

  void add_value(const Result::List& list, std::size_t depth) {
    if (list.empty()) {
      json_ += "[]";
      return;
    }
    for (const Result& entry : list) {
      add_line(&entry == &list.front() ? '[' : ',', depth + 1);
      add(entry, depth + 1);
    }
    add_end(']', depth);
  }

  void add_value(const Result::Fields& fields, std::size_t depth) {
    if (fields.empty()) {
      json_ += "{}";
      return;
    }
    for (const auto& field : fields) {
      add_key(&field == &fields.front() ? '{' : ',', field.first, depth + 1);
      add(field.second, depth + 1);
    }
    add_end('}', depth);
  }

  std::string& json_;
};

Result text_or_null(const std::string& text) {
  return text.empty() ? Result{} : Result{text};
}

// file, line … end_byte. The end is the place after the last character; lines and columns from 1, bytes from 0.
void append_place(Result::Fields& fields, const Span& span, const diag::SourceMap& sources) {
  Result::Fields place = {{"file", {}},       {"line", {}}, {"column", {}},  {"end_line", {}},
                          {"end_column", {}}, {"byte", {}}, {"end_byte", {}}};
  if (span.known()) {
    const diag::SourceFile& file = sources.file(span.file);
    place[0].second = file.path();
    if (!span.whole_file) {
      const diag::Position begin = file.position(span.begin);
      const diag::Position end = file.position(std::max(span.begin, span.end));
      const std::array<std::size_t, 6> numbers = {begin.line, begin.column, end.line,
                                                  end.column, span.begin,   std::max(span.begin, span.end)};
      for (std::size_t i = 0; i < numbers.size(); ++i) place[i + 1].second = numbers[i];
    }
  }
  fields.insert(fields.end(), place.begin(), place.end());
}

Result labels_result(const Diagnostic& finding, const diag::SourceMap& sources) {
  Result::List labels;
  for (const diag::Label& label : finding.labels) {
    Result::Fields fields = {{"message", label.text}};
    append_place(fields, label.span, sources);
    labels.emplace_back(std::move(fields));
  }
  return labels;
}

Result fix_result(const diag::Fix& fix, const diag::SourceMap& sources) {
  constexpr std::array<std::string_view, 3> kSafety = {"safe", "unsafe", "shown"};
  Result::List edits;
  for (const diag::Edit& edit : fix.edits) {
    Result::Fields fields;
    append_place(fields, edit.span, sources);
    fields.emplace_back("replacement", edit.replacement);
    edits.emplace_back(std::move(fields));
  }
  return Result::Fields{
      {"title", fix.title}, {"safety", kSafety[static_cast<std::size_t>(fix.safety)]}, {"edits", std::move(edits)}};
}

Result finding_result(const Diagnostic& finding, const diag::SourceMap& sources) {
  const diag::CodeInfo* const info = diag::find_code(finding.code);
  Result::List notes;
  for (const std::string& note : finding.notes) notes.emplace_back(note);
  Result::Fields fields = {{"code", diag::code_text(finding.code)},
                           {"name", info == nullptr ? Result{} : Result{info->name}},
                           {"severity", diag::severity_word(finding.severity)},
                           {"message", finding.message},
                           {"help", text_or_null(finding.help)},
                           {"item", text_or_null(finding.item)}};
  append_place(fields, finding.span, sources);
  fields.emplace_back("labels", labels_result(finding, sources));
  fields.emplace_back("notes", std::move(notes));
  fields.emplace_back("fix", finding.fix ? fix_result(*finding.fix, sources) : Result{});
  return fields;
}

void add_outcome(ResultWriter& writer, const report::Outcome& outcome) {
  if (outcome.raw.empty() && outcome.result)
    writer.add(*outcome.result, 1);
  else
    writer.add(outcome.raw.empty() ? Result{} : Result{outcome.raw}, 1);
}

}  // namespace

std::string write_json(const Job& job) {
  std::string json;
  ResultWriter writer(json);
  writer.add_key('{', "schema", 1);
  writer.add("cpm/output/" + job.outcome.command + "/1", 1);
  writer.add_key(',', "result", 1);
  add_outcome(writer, job.outcome);
  writer.add_key(',', "findings", 1);
  Result::List findings;
  for (const Diagnostic& finding : job.findings.all()) findings.push_back(finding_result(finding, job.sources));
  writer.add(std::move(findings), 1);
  if (job.outcome.page && job.outcome.page->made) {
    const Result made = made_in_json(made_lines(*job.outcome.page->made, json, {}));
    writer.add_key(',', "made", 1);
    writer.add(made, 1);
  }
  writer.add_end('}', 0);
  return json += '\n';
}

}  // namespace cpm::render
