// Test only: fills every field of a page with texts from standard input and writes it as Markdown, for
// markdown_structure.py to read with parsers that know nothing of cpm. Texts end in a zero byte, and so do the pages.
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "render/markdown.h"

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

void write_page(Texts& texts) {
  report::Outcome outcome;
  outcome.command = "check";
  outcome.page = page(texts);
  outcome.checked = report::Checked{.files = 1, .rules = 1};
  diag::SourceMap sources;
  const diag::FileId file = sources.add(texts.next(), {});
  diag::Diagnostics findings;
  findings.all().push_back(diag::Diagnostic{.code = 101, .message = texts.next(), .span = diag::whole(file)});
  findings.all().back().help = texts.next();
  std::cout << render::write_markdown(
                   render::Job{.outcome = outcome, .findings = findings, .sources = sources, .settings = {}})
            << '\0';
}

}  // namespace

int main() {
  Texts texts{std::string{std::istreambuf_iterator<char>(std::cin), {}}};
  while (texts.more()) write_page(texts);
  return 0;
}
