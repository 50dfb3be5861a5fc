// Findings as people read them: a heading with the place, the lines concerned with marks, then what to do.
#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/catalog.h"
#include "render/excerpt.h"
#include "render/finding_words.h"
#include "render/formats.h"

namespace cpm::render {
namespace {

using diag::Diagnostic;
using diag::FileId;
using diag::Span;

bool has_lines(const Span& span) {
  return span.known() && !span.whole_file;
}

Stretch stretch_of(const Span& span, const diag::SourceFile& file) {
  const std::size_t begin = std::min<std::size_t>(span.begin, file.size());
  return Stretch{.begin = begin, .end = std::clamp<std::size_t>(span.end, begin, file.size())};
}

std::string heading(const Diagnostic& finding, const Job& job) {
  const bool color = job.settings.color;
  const std::string place = place_text(finding.span, job.sources);
  const std::string kind = fmt::format("{}[{}]", diag::severity_word(finding.severity), diag::code_text(finding.code));
  return fmt::format("{}{}{}\n", place.empty() ? "" : toned(place + ":", Tone::strong, color) + " ",
                     toned(kind, tone_of(finding.severity), color),
                     toned(": " + base::visible(finding.message), Tone::strong, color));
}

// The line as it reads with the fix applied, when the fix stays within one line and leaves something to show.
struct FixedLine {
  std::size_t number = 0;
  std::string text;
};

std::optional<FixedLine> fixed_line(const diag::Fix& fix, const Diagnostic& finding, const diag::SourceMap& sources) {
  if (fix.edits.empty() || !has_lines(finding.span)) return std::nullopt;
  const diag::SourceFile& file = sources.file(finding.span.file);
  std::vector<diag::Edit> edits = fix.edits;
  std::ranges::stable_sort(edits, {}, [](const diag::Edit& edit) { return edit.span.begin; });
  const std::size_t line = file.position(edits.front().span.begin).line;
  const std::string_view bytes = file.line(line);
  const std::size_t start = file.line_start(line);
  const std::size_t end = start + bytes.size();
  std::size_t at = start;
  FixedLine fixed{.number = line, .text = {}};
  for (const diag::Edit& edit : edits) {
    const bool inside = edit.span.file == finding.span.file && !edit.span.whole_file && edit.span.begin >= at &&
                        edit.span.begin <= edit.span.end && edit.span.end <= end;
    if (!inside || edit.replacement.find_first_of("\r\n") != std::string::npos) return std::nullopt;
    fixed.text.append(bytes.substr(at - start, edit.span.begin - at)).append(edit.replacement);
    at = edit.span.end;
  }
  fixed.text.append(bytes.substr(at - start));
  if (base::trimmed(fixed.text).empty()) return std::nullopt;
  return fixed;
}

// The largest line number that the finding will show: it decides the width of the margin.
std::size_t last_number(const Diagnostic& finding, const Job& job) {
  std::size_t last = 1;
  std::vector<Span> spans = {finding.span};
  for (const diag::Label& label : finding.labels) spans.push_back(label.span);
  if (finding.fix)
    for (const diag::Edit& edit : finding.fix->edits) spans.push_back(edit.span);
  for (const Span& span : spans)
    if (has_lines(span)) last = std::max(last, job.sources.file(span.file).position(span.begin).line);
  return last;
}

Layout layout_of(const Diagnostic& finding, const Job& job) {
  return Layout{.digits = std::to_string(last_number(finding, job)).size(),
                .width = job.settings.width,
                .tone = tone_of(finding.severity),
                .color = job.settings.color};
}

// "   help: …": each line of the words is kept, and broken to the width when there is one.
std::string remark(std::string_view word, std::string_view words, const Job& job) {
  const std::string lead = fmt::format("   {}: ", word);
  const std::size_t width = job.settings.width;
  const std::size_t room = width == 0 ? 0 : std::max<std::size_t>(width - std::min(width, lead.size()), 24);
  std::string text;
  for (const std::string_view line : base::split(words, '\n')) {
    if (base::trimmed(line).empty()) continue;
    for (const std::string& part : base::wrapped(base::visible(line), room)) {
      const bool first = text.empty();
      text += first ? fmt::format("   {}: ", toned(word, Tone::strong, job.settings.color))
                    : std::string(lead.size(), ' ');
      text.append(part).append("\n");
    }
  }
  return text;
}

std::vector<Mark> marks_in(FileId id, const Diagnostic& finding, const Job& job) {
  const diag::SourceFile& file = job.sources.file(id);
  std::vector<Mark> marks;
  if (finding.span.file == id && has_lines(finding.span))
    marks.push_back(Mark{.stretch = stretch_of(finding.span, file), .text = finding.span_label, .main = true});
  for (const diag::Label& label : finding.labels)
    if (label.span.file == id && has_lines(label.span))
      marks.push_back(Mark{.stretch = stretch_of(label.span, file), .text = label.text});
  return marks;
}

std::string other_place(const Span& span, std::string_view words, const Job& job) {
  const std::string place = place_text(span, job.sources);
  return fmt::format("{} {}{}\n", toned("   :::", Tone::quiet, job.settings.color), place,
                     words.empty() ? "" : ": " + base::visible(words));
}

// Excerpts: first of the finding's own file, then of each other file that a label points into, in the labels' order.
std::string excerpts(const Diagnostic& finding, const Job& job) {
  const Layout layout = layout_of(finding, job);
  std::string text;
  std::set<FileId> shown;
  const auto show = [&](const Span& span) {
    if (!has_lines(span) || !shown.insert(span.file).second) return;
    if (span.file != finding.span.file || !has_lines(finding.span)) text += other_place(span, {}, job);
    text += excerpt(job.sources.file(span.file), marks_in(span.file, finding, job), layout);
  };
  show(finding.span);
  for (const diag::Label& label : finding.labels) show(label.span);
  for (const diag::Label& label : finding.labels) {
    if (has_lines(label.span) || label.text.empty()) continue;
    text += label.span.known() ? other_place(label.span, label.text, job) : remark("note", label.text, job);
  }
  return text;
}

std::string fix_text(const Diagnostic& finding, const Job& job) {
  if (!finding.fix || finding.fix->safety != diag::Safety::safe) return {};
  std::string text = remark("fix", finding.fix->title, job);
  const std::optional<FixedLine> fixed = fixed_line(*finding.fix, finding, job.sources);
  if (!fixed) return text;
  const Layout layout = layout_of(finding, job);
  const diag::SourceFile line{"", fixed->text};
  std::string shown = shown_line(line, 1, Stretch{}, 2 * room(layout)).text;
  if (base::display_width(shown) > room(layout)) return text;
  shown.erase(shown.find_last_not_of(' ') + 1);
  text += margin(std::to_string(fixed->number), "+", layout);
  return text.append(toned(shown, Tone::added, job.settings.color)).append("\n");
}

std::string finding_text(const Diagnostic& finding, const Job& job, bool explain) {
  std::string text = heading(finding, job);
  if (job.settings.quiet) return text;
  text += excerpts(finding, job);
  for (const std::string& note : finding.notes) text += remark("note", note, job);
  if (!finding.fix || finding.fix->title != finding.help || finding.fix->safety != diag::Safety::safe)
    text += remark("help", finding.help, job);
  text += fix_text(finding, job);
  if (explain) text += remark("why", "cpm explain " + diag::code_text(finding.code), job);
  return text;
}

// The findings to show, in their order: all, or the most severe of too many.
std::vector<const Diagnostic*> shown_findings(const Job& job) {
  const std::vector<Diagnostic>& all = job.findings.all();
  std::size_t room = job.settings.most_findings == 0 ? all.size() : job.settings.most_findings;
  std::vector<bool> chosen(all.size(), false);
  for (const diag::Severity severity : {diag::Severity::error, diag::Severity::warning, diag::Severity::advice})
    for (std::size_t i = 0; i < all.size() && room > 0; ++i)
      if (all[i].severity == severity) {
        chosen[i] = true;
        --room;
      }
  std::vector<const Diagnostic*> shown;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (chosen[i]) shown.push_back(&all[i]);
  return shown;
}

std::string and_more(std::size_t left_out, const Job& job) {
  return fmt::format(
      "and {} more; {}\n", left_out,
      job.outcome.checked ? "`--max-findings 0` shows all, and `--format json` holds all" : "`cpm check` shows them");
}

}  // namespace

std::string findings_text(const Job& job) {
  std::string text;
  std::set<diag::Code> explained;
  const std::vector<const Diagnostic*> shown = shown_findings(job);
  for (const Diagnostic* const finding : shown) {
    if (!text.empty() && !job.settings.quiet) text += "\n";
    text += finding_text(*finding, job, explained.insert(finding->code).second);
  }
  const std::size_t left_out = job.findings.all().size() - shown.size();
  if (left_out > 0) text.append(job.settings.quiet ? "" : "\n").append(and_more(left_out, job));
  if (!job.outcome.checked) return text;
  if (!text.empty() && !job.settings.quiet) text += "\n";
  return text + toned(summary(job), Tone::strong, job.settings.color) + "\n";
}

}  // namespace cpm::render
