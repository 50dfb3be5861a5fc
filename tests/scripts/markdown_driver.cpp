// Test only: fills every field of a page with texts from standard input and writes it as Markdown, or with the argument
// `html` as HTML with pictures, for markdown_structure.py and html_structure.py to read with parsers that know nothing of
// cpm. Texts end in a zero byte, and so do the pages.
#include <cstring>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "render/writers.h"

namespace {

using namespace cpm;

// The next text at each call; empty ones when they run out.
class Texts {
 public:
  explicit Texts(std::string all) : all_(std::move(all)) {}
  bool more() const { return at_ < all_.size(); }
  std::string next() {
    if (!more()) return {};
    const std::size_t end = std::min(all_.find('\0', at_), all_.size());
    std::string text = all_.substr(at_, end - at_);
    at_ = end + 1;
    return text;
  }

 private:
  std::string all_;
  std::size_t at_ = 0;
};

// One statement a field: the order of the texts must not hang on the order in which a compiler works out arguments.
report::Table table(Texts& texts) {
  report::Table table;
  table.caption = texts.next();
  for (const bool number : {false, true})
    table.columns.push_back(report::Column{.head = texts.next(), .number = number});
  for (int row = 0; row < 2; ++row) {
    std::vector<report::Cell>& cells = table.rows.emplace_back();
    for (int column = 0; column < 2; ++column) cells.push_back(report::Cell{.text = texts.next()});
  }
  return table;
}

report::List list(Texts& texts, bool numbered) {
  report::List list{.entries = {}, .numbered = numbered};
  for (int entry = 0; entry < 2; ++entry) list.entries.push_back(texts.next());
  return list;
}

report::Facts facts(Texts& texts) {
  report::Facts facts;
  for (int i = 0; i < 2; ++i) {
    report::Fact& fact = facts.facts.emplace_back();
    fact.label = texts.next();
    fact.text = texts.next();
  }
  return facts;
}

report::Document page(Texts& texts) {
  report::Document page{.title = texts.next(), .blocks = {}};
  page.blocks.push_back(report::Paragraph{.text = texts.next(), .lead = true});
  page.blocks.push_back(facts(texts));
  page.blocks.push_back(report::Heading{.level = 2, .text = texts.next()});
  page.blocks.push_back(report::Paragraph{.text = texts.next()});
  page.blocks.push_back(table(texts));
  page.blocks.push_back(report::Heading{.level = 4, .text = texts.next()});
  page.blocks.push_back(list(texts, false));
  page.blocks.push_back(list(texts, false));
  page.blocks.push_back(list(texts, true));
  page.blocks.push_back(list(texts, true));
  report::Verbatim verbatim;
  verbatim.caption = texts.next();
  verbatim.text = texts.next();
  page.blocks.push_back(verbatim);
  page.blocks.push_back(report::Paragraph{.text = texts.next()});
  return page;
}

report::Chart bars(Texts& texts) {
  report::BarChart chart{.bars = {}, .has_total = true, .benchmark = 60};
  for (int i = 0; i < 2; ++i) {
    report::Bar& bar = chart.bars.emplace_back();
    bar.label = texts.next();
    bar.note = texts.next();
    bar.percent = base::Tenths{550};
  }
  return {.name = "bars", .title = texts.next(), .description = texts.next(), .shape = chart};
}

report::Chart stacks(Texts& texts) {
  report::StackChart chart{.values = {texts.next()}, .scale = 1, .stacks = {}};
  chart.stacks.push_back({.label = texts.next(), .counts = {3}});
  return {.name = "stacks", .title = texts.next(), .description = texts.next(), .shape = chart};
}

report::Chart shifts(Texts& texts) {
  report::ShiftChart chart;
  chart.before = texts.next();
  chart.now = texts.next();
  chart.aim = texts.next();
  report::Shift& shift = chart.shifts.emplace_back();
  shift.label = texts.next();
  shift.change = texts.next();
  return {.name = "shifts", .title = texts.next(), .description = texts.next(), .shape = chart};
}

report::Chart gantt(Texts& texts) {
  const auto day = [](int year) { return std::chrono::year(year) / std::chrono::July / 1; };
  report::Gantt chart{.first = day(2025), .last = day(2026), .as_of = day(2026), .groups = {}};
  report::GanttGroup& group = chart.groups.emplace_back();
  group.label = texts.next();
  report::GanttStep& step = group.steps.emplace_back();
  step.label = texts.next();
  step.state = texts.next();
  step.start = day(2025);
  step.due = day(2026);
  step.monitor_on = day(2026);
  return {.name = "steps", .title = texts.next(), .description = texts.next(), .shape = chart};
}

report::Chart lines(Texts& texts) {
  report::LineChart chart;
  report::Line& line = chart.lines.emplace_back();
  line.label = texts.next();
  report::LinePoint& point = line.points.emplace_back();
  point.date = std::chrono::year(2026) / std::chrono::March / 1;
  point.value = {.numerator = 3, .denominator = 1};
  point.text = texts.next();
  line.target = report::LineTarget{.value = {.numerator = 4, .denominator = 1}, .text = texts.next()};
  return {.name = "lines", .title = texts.next(), .description = texts.next(), .shape = chart};
}

report::Chart heat_map(Texts& texts) {
  report::HeatMapGrid grid;
  grid.title = texts.next();
  grid.columns.push_back(texts.next());
  report::HeatMapRow& row = grid.rows.emplace_back();
  row.label = texts.next();
  row.percents = {base::Tenths{420}};
  report::HeatMap map{.grids = {grid}};
  return {.name = "map", .title = texts.next(), .description = texts.next(), .shape = map};
}

/// What Markdown does not have.
void add_pictures(report::Document& page, Texts& texts) {
  report::KeyFigure figure;
  figure.figure = texts.next();
  figure.label = texts.next();
  page.blocks.push_back(report::KeyFigures{{figure}});
  for (const auto make : {bars, stacks, shifts, gantt, lines, heat_map}) page.blocks.push_back(make(texts));
  report::Diagram diagram;
  diagram.caption = texts.next();
  for (const int level : {0, 1, 0}) diagram.outline.emplace_back(level, texts.next());
  page.blocks.push_back(diagram);
}

void write_page(Texts& texts, bool html) {
  report::Outcome outcome;
  outcome.command = "check";
  outcome.page = page(texts);
  if (html) add_pictures(*outcome.page, texts);
  outcome.checked = report::Checked{.files = 1, .rules = 1};
  diag::SourceMap sources;
  const diag::FileId file = sources.add(texts.next(), {});
  diag::Diagnostics findings;
  findings.all().push_back(diag::Diagnostic{.code = 101, .message = texts.next(), .span = diag::whole(file)});
  findings.all().back().help = texts.next();
  const render::Job job{.outcome = outcome, .findings = findings, .sources = sources, .settings = {}};
  std::cout << (html ? render::write_html(job) : render::write_markdown(job)) << '\0';
}

}  // namespace

int main(int count, char** words) {
  const bool html = count > 1 && std::strcmp(words[1], "html") == 0;
  Texts texts{std::string{std::istreambuf_iterator<char>(std::cin), {}}};
  while (texts.more()) write_page(texts, html);
  return 0;
}
