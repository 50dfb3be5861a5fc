// The page as plain text for terminals; a check's findings below it.
#include <algorithm>

#include "base/system/ahead.h"
#include "base/text.h"
#include "base/text_table.h"
#include "render/escape.h"
#include "render/keys.h"
#include "render/made.h"
#include "render/tone.h"
#include "render/writers.h"

namespace cpm::render {
namespace {

using namespace report;

constexpr std::size_t kPageWidth = 100;

std::size_t width_of(const Settings& settings) {
  return settings.width == 0 ? kPageWidth : settings.width;
}

/// The words, broken to the width, behind a lead that stands on the first line only.
std::string hanging(const std::string& lead, const std::string& words, std::size_t width, Tone tone, bool color) {
  const std::size_t taken = base::display_width(lead);
  const std::size_t room = std::max<std::size_t>(width - std::min(width, taken), 24);
  std::string text;
  for (const std::string& line : base::wrapped(words, room)) {
    std::string start = text.empty() ? lead : std::string(taken, ' ');
    if (line.empty()) start.erase(start.find_last_not_of(' ') + 1);
    text.append(start).append(toned(line, tone, color)).append("\n");
  }
  return text;
}

std::string underlined(const std::string& words, char character, bool color) {
  return toned(words, Tone::strong, color) + "\n" + std::string(base::display_width(words), character) + "\n";
}

std::string block_text(const Heading& heading, const Settings& settings) {
  const std::string words = base::visible(heading.text);
  if (heading.level <= 2) return underlined(words, '-', settings.color);
  return toned(words, Tone::strong, settings.color) + "\n";
}

std::string block_text(const Paragraph& paragraph, const Settings& settings) {
  const Tone tone = paragraph.lead ? Tone::strong : Tone::plain;
  return hanging("", base::visible(paragraph.text), width_of(settings), tone, settings.color);
}

std::string block_text(const Facts& facts, const Settings& settings) {
  std::size_t widest = 0;
  for (const Fact& fact : facts.facts) widest = std::max(widest, base::display_width(base::visible(fact.label)));
  std::string text;
  for (const Fact& fact : facts.facts) {
    std::string label = base::visible(fact.label) + ":";
    label.append(widest + 3 - base::display_width(label), ' ');
    text += hanging(label, base::visible(fact.text), width_of(settings), Tone::plain, false);
  }
  return text;
}

std::string caption_text(const std::string& caption, const Settings& settings) {
  if (caption.empty()) return {};
  return hanging("", base::visible(caption), width_of(settings), Tone::strong, settings.color) + "\n";
}

std::string block_text(const Table& table, const Settings& settings) {
  std::vector<base::TextColumn> columns;
  for (const Column& column : table.columns)
    columns.push_back(base::TextColumn{.head = base::visible(column.head), .right = column.number});
  std::vector<std::vector<std::string>> rows;
  for (const std::vector<Cell>& row : table.rows) {
    std::vector<std::string>& texts = rows.emplace_back();
    for (const Cell& cell : row) texts.push_back(with_keys(cell, base::visible, base::visible));
  }
  const std::string caption = base::visible(table.caption);
  const std::string head = caption.empty()
                               ? ""
                               : hanging("", caption, width_of(settings), Tone::strong, settings.color) + "\n";
  return head + base::text_table(columns, rows, width_of(settings));
}

std::string block_text(const List& list, const Settings& settings) {
  const std::size_t digits = std::to_string(list.entries.size()).size();
  std::string text;
  for (std::size_t i = 0; i < list.entries.size(); ++i) {
    std::string lead = "- ";
    if (list.numbered) {
      lead = std::to_string(i + 1) + ". ";
      lead.insert(0, digits + 2 - lead.size(), ' ');
    }
    text += hanging(lead, base::visible(list.entries[i]), width_of(settings), Tone::plain, false);
  }
  return text;
}

std::string block_text(const Verbatim& verbatim, const Settings& settings) {
  std::string text = caption_text(verbatim.caption, settings);
  for (const std::string& line : verbatim_lines(verbatim.text))
    text.append(line.empty() ? "" : "    ").append(line).append("\n");
  return text;
}

std::string block_text(const Diagram& diagram, const Settings& settings) {
  std::string text = caption_text(diagram.caption, settings);
  for (const auto& [level, line] : diagram.outline) {
    const std::string lead = std::string(static_cast<std::size_t>(std::max(level, 0)) * 2, ' ') + "- ";
    text += hanging(lead, base::visible(line), width_of(settings), Tone::plain, false);
  }
  return text;
}

/// Pictures and large figures say again what the page says.
std::string block_text(const Chart&, const Settings&) {
  return {};
}
std::string block_text(const KeyFigures&, const Settings&) {
  return {};
}

std::string block_text(const Contents& contents, const Settings& settings) {
  return block_text(Heading{.level = 2, .text = "Contents"}, settings) + "\n" +
         block_text(List{.entries = contents.titles, .numbered = true}, settings);
}

std::string page_text(const Document& page, const Settings& settings) {
  constexpr std::size_t kMany = 500;  // fewer are written before a thread has begun
  const std::size_t count = page.blocks.size();
  std::vector<std::string> parts(count);
  base::Ahead ahead(
      {.pieces = count, .window = count, .threads = count < kMany ? 1 : base::cores()}, [&](std::size_t at) {
        parts[at] = std::visit([&](const auto& some) { return block_text(some, settings); }, page.blocks[at]);
      });
  ahead.finish(count);
  std::string text = underlined(base::visible(page.title), '=', settings.color);
  for (const std::string& part : parts)
    if (!part.empty()) text.append("\n").append(part);
  return text;
}

}  // namespace

std::string write_text(const Job& job) {
  if (!job.outcome.raw.empty()) return job.outcome.raw;
  std::string text;
  if (job.outcome.page) text = page_text(*job.outcome.page, job.settings);
  if (job.settings.to_file && job.outcome.page && job.outcome.page->made) {
    text += '\n';
    text += made_in_text(made_lines(*job.outcome.page->made, text, {}));
  }
  if (!job.outcome.checked) return text;
  return text.append(text.empty() ? "" : "\n").append(findings_text(job));
}

}  // namespace cpm::render
