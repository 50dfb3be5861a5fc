// Pages, records and findings with hostile texts in every field: the format that the bytes choose writes what its readers
// can read, and with the same structure as for plain words.
#include <array>

#include "base/text.h"
#include "diag/catalog.h"
#include "render/escape.h"
#include "tests/fuzz/choice.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/hostile.h"
#include "tests/fuzz/judges.h"
#include "tests/fuzz/targets.h"

namespace cpm::fuzz {
namespace {

using namespace report;

constexpr std::size_t kMostBlocks = 6;
constexpr std::size_t kMostRows = 3;
constexpr std::size_t kMostColumns = 3;
constexpr std::size_t kMostFindings = 3;

/// The texts of a page as they are, or each as a plain word. An empty text stays empty: formats leave it out.
class Texts {
 public:
  Texts(Bytes& bytes, bool calm) : bytes_(bytes), calm_(calm) {}
  std::string next() {
    const std::string text = bytes_.text();
    if (!calm_) return text;
    return base::trimmed(base::visible(text)).empty() ? "" : "x";
  }
  /// A text that is shown as it is: spaces count.
  std::string as_it_is() {
    const std::string text = bytes_.text();
    if (!calm_) return text;
    return render::verbatim_lines(text).empty() ? "" : "x";
  }
  std::size_t number(std::size_t most) { return bytes_.number(most); }

 private:
  Bytes& bytes_;
  bool calm_;
};

Heading heading(Texts& texts) {
  const int level = 2 + static_cast<int>(texts.number(2));
  return Heading{.level = level, .text = texts.next()};
}

Paragraph paragraph(Texts& texts) {
  const bool lead = texts.number(1) == 1;
  return Paragraph{.text = texts.next(), .lead = lead};
}

Facts facts(Texts& texts) {
  Facts made;
  for (std::size_t rows = texts.number(kMostRows); rows > 0; --rows) {
    Fact& fact = made.facts.emplace_back();
    fact.label = texts.next();
    fact.text = texts.next();
  }
  return made;
}

Table table(Texts& texts) {
  Table made;
  made.caption = texts.next();
  for (std::size_t columns = 1 + texts.number(kMostColumns - 1); columns > 0; --columns) {
    const bool number = texts.number(1) == 1;
    made.columns.push_back(Column{.head = texts.next(), .number = number});
  }
  for (std::size_t rows = texts.number(kMostRows); rows > 0; --rows) {
    std::vector<Cell>& cells = made.rows.emplace_back();
    for (std::size_t i = 0; i < made.columns.size(); ++i) cells.push_back(Cell{.text = texts.next()});
  }
  return made;
}

List list(Texts& texts) {
  List made;
  made.numbered = texts.number(1) == 1;
  for (std::size_t rows = texts.number(kMostRows); rows > 0; --rows) made.entries.push_back(texts.next());
  return made;
}

Verbatim verbatim(Texts& texts) {
  Verbatim made;
  made.caption = texts.next();
  made.text = texts.as_it_is();
  return made;
}

Diagram diagram(Texts& texts) {
  Diagram made;
  made.caption = texts.next();
  for (std::size_t rows = texts.number(kMostRows); rows > 0; --rows) {
    const int level = static_cast<int>(texts.number(3));
    made.outline.emplace_back(level, texts.next());
  }
  return made;
}

Block block(Texts& texts) {
  using Make = Block (*)(Texts&);
  constexpr std::array<Make, 7> kMakes = {
      [](Texts& from) -> Block { return heading(from); }, [](Texts& from) -> Block { return paragraph(from); },
      [](Texts& from) -> Block { return facts(from); },   [](Texts& from) -> Block { return table(from); },
      [](Texts& from) -> Block { return list(from); },    [](Texts& from) -> Block { return verbatim(from); },
      [](Texts& from) -> Block { return diagram(from); }};
  return kMakes[texts.number(kMakes.size() - 1)](texts);
}

Outcome page(Texts& texts) {
  Outcome outcome;
  outcome.command = "check";
  outcome.checked = Checked{.files = 1, .rules = 1};
  outcome.page = Document{.title = texts.next(), .blocks = {}};
  for (std::size_t blocks = texts.number(kMostBlocks); blocks > 0; --blocks)
    outcome.page->blocks.push_back(block(texts));
  return outcome;
}

/// Records under `rows`, with a column for each kind of value.
Result records(Texts& texts) {
  Result::List rows;
  for (std::size_t count = texts.number(kMostRows); count > 0; --count) {
    const std::string first = texts.next();
    const std::string second = texts.next();
    rows.emplace_back(Result::Fields{{"a", first}, {"b", second}, {"c", base::Tenths{-5}}});
  }
  return Result::Fields{{"rows", rows}, {"title", texts.next()}};
}

diag::Span some_span(Texts& texts, const diag::SourceFile& file) {
  const std::size_t size = file.bytes().size();
  const std::size_t first = texts.number(std::min<std::size_t>(size, 255));
  const std::size_t last = std::min(size, first + texts.number(20));
  return {.file = 0,
          .begin = static_cast<std::uint32_t>(first),
          .end = static_cast<std::uint32_t>(last),
          .whole_file = texts.number(4) == 0};
}

diag::Diagnostic finding(Texts& texts, const diag::SourceFile& file) {
  const auto catalog = diag::catalog();
  diag::Diagnostic made;
  made.code = catalog[texts.number(catalog.size() - 1)].code;
  made.span = some_span(texts, file);
  made.message = texts.next();
  made.help = texts.next();
  made.span_label = texts.next();
  made.item = texts.next();
  for (std::size_t notes = texts.number(2); notes > 0; --notes) made.notes.push_back(texts.next());
  for (std::size_t labels = texts.number(2); labels > 0; --labels) {
    const diag::Span span = some_span(texts, file);
    made.labels.push_back({.span = span, .text = texts.next()});
  }
  if (texts.number(1) == 1) {
    made.fix = diag::Fix{.title = texts.next(), .safety = diag::Safety::safe, .edits = {}};
    const diag::Span span = some_span(texts, file);
    made.fix->edits.push_back({.span = span, .replacement = texts.next()});
  }
  return made;
}

/// All that a format is given, made from one stretch of bytes.
struct Given {
  diag::SourceMap sources;
  diag::Diagnostics findings;
  Outcome outcome;
};

void fill(Given& given, Bytes& bytes, bool calm) {
  Texts texts(bytes, calm);
  given.outcome = page(texts);
  given.outcome.columns = {"a", "b", "c"};
  given.outcome.result = records(texts);
  Texts hostile(bytes, false);  // places are found in the same bytes, whatever the messages are
  const std::string path = texts.next();
  const diag::FileId file = given.sources.add(path.empty() ? "f" : path, hostile.next());
  for (std::size_t count = texts.number(kMostFindings); count > 0; --count) {
    given.findings.all().push_back(finding(texts, given.sources.file(file)));
    given.findings.all().back().severity = static_cast<diag::Severity>(texts.number(2));
  }
}

struct Comparable {
  std::string_view extension;
  std::string (*structure)(const std::string&) = nullptr;
};
constexpr std::array kComparable = {Comparable{".json", json_structure}, Comparable{".md", markdown_structure},
                                    Comparable{".xml", xml_structure}, Comparable{".html", html_structure}};

void compare(const render::Format& format, const std::string& hostile, const std::string& calm) {
  for (const Comparable& row : kComparable)
    if (row.extension == format.extension && row.structure(hostile) != row.structure(calm))
      throw Broken("texts leave the structure as it is: " + std::string(format.name) + "\n" + hostile +
                   "\n--- plain:\n" + calm);
}

void judge_records(const std::string& written, std::size_t rows) {
  demand(csv_cells(written).size() == rows + 1, "a line for the heads and one for each record");
}

std::size_t rows_of(const Outcome& outcome) {
  const auto& fields = std::get<Result::Fields>(outcome.result->value());
  return std::get<Result::List>(fields.front().second.value()).size();
}

render::Job job(const Given& given, const render::Settings& settings) {
  return {.outcome = given.outcome, .findings = given.findings, .sources = given.sources, .settings = settings};
}

}  // namespace

void write_pages(std::string_view bytes) {
  Bytes from(bytes);
  const render::Settings settings{.color = false, .width = from.number(3) * 30, .quiet = from.flag()};
  Bytes again = from;
  Given hostile;
  fill(hostile, from, false);
  Given calm;
  fill(calm, again, true);
  const render::Format& format = some_format(hash_of(bytes), true);
  const std::string written = format.write(job(hostile, settings));
  judge_output(format, written);
  compare(format, written, format.write(job(calm, settings)));
  if (format.needs_rows) judge_records(written, rows_of(hostile.outcome));
  demand(format.write(job(hostile, settings)) == written, "the same page, the same bytes");
}

}  // namespace cpm::fuzz
