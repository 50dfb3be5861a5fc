// One HTML file that needs nothing else: no script, no network, readable in light and dark, on a telephone, on paper and by
// screen reader (WCAG 2.1 AA).
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "render/escape.h"
#include "render/finding_words.h"
#include "render/html_blocks.h"
#include "render/made.h"
#include "render/styles.h"
#include "render/writers.h"

namespace cpm::render {
namespace {

using namespace report;

constexpr std::size_t kLeastEntries = 3;
constexpr std::size_t kMostEntriesInDepth = 30;

/// Nothing is fetched and nothing runs, whatever the files say.
constexpr std::string_view
    kPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

std::string head_text(const std::string& title) {
  return "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"" +
         attribute("content", kPolicy) +
         ">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" + element("title", title) +
         "\n<style>\n" + page_style() + "</style>\n</head>\n";
}

/// Two levels where that is not too much to read, one where it would be.
std::string entries_text(const std::vector<HtmlEntry>& entries) {
  const bool deep = entries.size() <= kMostEntriesInDepth;
  std::string text;
  bool inner = false;
  for (const HtmlEntry& entry : entries) {
    const bool below = entry.level == 3;
    if (entry.level > (deep ? 3 : 2)) continue;
    if (inner || (!below && !text.empty())) text += "</li>\n";
    if (below && !inner) text += "\n<ol>\n";
    if (!below && inner) text += "</ol>\n</li>\n";
    inner = below;
    text += fmt::format("<li><a{}>{}</a>", attribute("href", "#" + entry.id), markup_escaped(entry.text));
  }
  return text + (inner ? "</li>\n</ol>\n" : "") + "</li>\n";
}

std::string contents_text(const std::vector<HtmlEntry>& entries) {
  if (entries.size() < kLeastEntries) return {};
  return "<nav aria-labelledby=\"page_contents\">\n<p id=\"page_contents\">On this page</p>\n<ol>\n" +
         entries_text(entries) + "</ol>\n</nav>\n";
}

bool is_lead(const Block& block) {
  const auto* const paragraph = std::get_if<Paragraph>(&block);
  return paragraph != nullptr && paragraph->lead;
}

bool is_figures(const Block& block) {
  return std::holds_alternative<KeyFigures>(block);
}

auto end_of_answer(const Document& document) {
  return std::ranges::find_if_not(document.blocks,
                                  [](const Block& block) { return is_lead(block) || is_figures(block); });
}

/// What was written since the last call.
std::string taken(HtmlPage& page) {
  return std::exchange(page.body, {});
}

/// The answer stands in the head of the page, before the list of contents: the large figures, then the leads.
std::string answer_text(const Document& document, HtmlPage& page) {
  const auto end = end_of_answer(document);
  for (const auto pick : {is_figures, is_lead})
    for (auto block = document.blocks.begin(); block != end; ++block)
      if (pick(*block)) append_html(page, *block);
  return taken(page);
}

std::string main_text(const Document& document, HtmlPage& page) {
  std::for_each(end_of_answer(document), document.blocks.end(),
                [&page](const Block& some) { append_html(page, some); });
  return taken(page);
}

}  // namespace

std::string write_html(const Job& job) {
  if (!job.outcome.raw.empty()) return job.outcome.raw;
  if (!job.outcome.page && !job.outcome.checked) return {};
  Document document = job.outcome.page ? *job.outcome.page : Document{.title = "Findings", .blocks = {}};
  if (job.outcome.checked) append_findings(document, job);
  HtmlPage page;
  const std::string answer = answer_text(document, page);
  const std::string content = main_text(document, page);
  const std::string contents = contents_text(page.entries);
  const std::string text = "<!DOCTYPE html>\n<html lang=\"en\">\n" + head_text(document.title) +
                           (contents.empty() ? "<body>" : "<body class=\"beside\">") +
                           "\n<a class=\"skip\" href=\"#main_content\">Skip to the content</a>\n<header>\n" +
                           element("h1", document.title) + "\n" + answer + "</header>\n" + contents +
                           "<main id=\"main_content\">\n" + content + "</main>\n<footer>\n" +
                           element("p", "Made by cpm. This page is one file and needs nothing else.") + "\n";
  const std::string made = document.made ? made_in_html(made_lines(*document.made, text, {})) : "";
  return text + made + "</footer>\n</body>\n</html>\n";
}

}  // namespace cpm::render
