// `cpm list`: what cpm knows, one row of the table below per list.
#include <array>
#include <variant>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/completion.h"
#include "cli/options.h"
#include "diag/catalog.h"
#include "format/kinds.h"
#include "model/words.h"

namespace cpm::cli {
namespace {

using Value = std::variant<std::string, std::vector<std::string>>;
using Row = std::vector<Value>;
using Rows = std::vector<Row>;

struct ListColumn {
  std::string_view key;   ///< in JSON
  std::string_view head;  ///< on the page
};

/// The first two columns are always `id` and `title`.
struct Topic {
  std::string_view word;
  std::string_view title;
  std::span<const ListColumn> columns;
  Rows (*rows)(const model::BuiltIn&);
};

std::string text_of(std::string_view text) {
  return std::string(text);
}

Rows kind_rows(const model::BuiltIn&) {
  Rows rows;
  for (const format::Kind& kind : format::kinds())
    rows.push_back(
        {text_of(kind.word), text_of(kind.title), format::format_text(kind), text_of(kind.place), text_of(kind.about)});
  return rows;
}

Rows rule_rows(const model::BuiltIn&) {
  Rows rows;
  for (const diag::CodeInfo& row : diag::catalog())
    rows.push_back({diag::code_text(row.code), text_of(row.name), text_of(diag::severity_word(row.severity)),
                    text_of(row.place), text_of(row.summary)});
  return rows;
}

Rows county_rows(const model::BuiltIn& built_in) {
  Rows rows;
  for (const model::County& county : built_in.counties.counties)
    rows.push_back({county.id.value, county.name.value, county.fips.value});
  return rows;
}

Rows region_rows(const model::BuiltIn& built_in) {
  Rows rows;
  for (const model::Academy& academy : built_in.regions.academies) {
    std::vector<std::string> counties;
    for (const model::LocatedText& county : academy.counties) counties.push_back(county.value);
    rows.push_back({academy.id.value, academy.name.value, academy.host.value, counties});
  }
  return rows;
}

Rows tool_rows(const model::BuiltIn& built_in) {
  Rows rows;
  for (const model::Toolkit& toolkit : built_in.toolkits.toolkits)
    for (const model::Tool& tool : toolkit.tools)
      rows.push_back({tool.id.value, tool.title.value, toolkit.title.value});
  return rows;
}

Rows item_rows(const model::BuiltIn& built_in) {
  Rows rows;
  for (const model::Area& area : built_in.instruments.at(0).areas)
    for (const model::Item& item : area.items) rows.push_back({item.id.value, item.title.value, area.label.value});
  return rows;
}

Rows outcome_rows(const model::BuiltIn& built_in) {
  Rows rows;
  for (const model::Outcome& outcome : built_in.outcomes.outcomes)
    rows.push_back({outcome.id.value, outcome.text.value, std::string(model::key(*outcome.area))});
  return rows;
}

Rows command_list(const model::BuiltIn&) {
  Rows rows;
  for (const Command* const command : commands()) {
    const std::vector<std::string> formats = format_names(command->writes);
    const std::string schema = formats.empty() ? "" : fmt::format("cpm/output/{}/1", schema_word(command->name));
    rows.push_back({text_of(command->name), text_of(command->summary), formats, schema});
  }
  return rows;
}

constexpr ListColumn kKindColumns[] = {
    {"id", "Kind"}, {"title", "Title"}, {"format", "First line"}, {"place", "Usual place"}, {"about", "What it holds"}};
constexpr ListColumn kRuleColumns[] = {
    {"id", "Code"}, {"title", "Name"}, {"severity", "Severity"}, {"place", "Belongs to"}, {"about", "What it finds"}};
constexpr ListColumn kCountyColumns[] = {{"id", "County"}, {"title", "Name"}, {"fips", "FIPS code"}};
constexpr ListColumn kRegionColumns[] = {
    {"id", "Academy"}, {"title", "Name"}, {"host", "Host"}, {"counties", "Counties"}};
constexpr ListColumn kToolColumns[] = {{"id", "Tool"}, {"title", "Title"}, {"toolkit", "Toolkit"}};
constexpr ListColumn kItemColumns[] = {{"id", "Item"}, {"title", "Title"}, {"area", "Area"}};
constexpr ListColumn kCommandColumns[] = {
    {"id", "Command"}, {"title", "What it does"}, {"formats", "Formats"}, {"schema", "Schema of its JSON"}};
constexpr ListColumn kOutcomeColumns[] = {{"id", "Outcome"}, {"title", "Text"}, {"area", "Area"}};

constexpr std::array kTopics = {
    Topic{"kinds", "Kinds of file", kKindColumns, kind_rows},
    Topic{"rules", "Codes of findings", kRuleColumns, rule_rows},
    Topic{"counties", "Counties of California", kCountyColumns, county_rows},
    Topic{"regions", "Training academies and their counties", kRegionColumns, region_rows},
    Topic{"tools", "Tools of the toolkit catalog", kToolColumns, tool_rows},
    Topic{"items", "Items of the built-in instrument", kItemColumns, item_rows},
    Topic{"outcomes", "Outcomes that plans and theories can name", kOutcomeColumns, outcome_rows},
    Topic{"commands", "Commands of cpm", kCommandColumns, command_list},
};

const Topic& known_topic(const std::string& word) {
  std::vector<std::string> known;
  for (const Topic& topic : kTopics) {
    if (topic.word == word) return topic;
    known.emplace_back(topic.word);
  }
  unknown_word("list", word, known);
}

std::string shown(const Value& value) {
  const auto* texts = std::get_if<std::vector<std::string>>(&value);
  if (texts == nullptr) return std::get<std::string>(value);
  std::string text;
  for (const std::string& word : *texts) text.append(text.empty() ? "" : ", ").append(word);
  return text;
}

report::Result result_of(const Value& value) {
  const auto* texts = std::get_if<std::vector<std::string>>(&value);
  if (texts == nullptr) return std::get<std::string>(value);
  report::Result::List list;
  for (const std::string& word : *texts) list.emplace_back(word);
  return list;
}

report::Document page_of(const Topic& topic, const Rows& rows) {
  report::Table table;
  for (const ListColumn& column : topic.columns) table.columns.push_back({.head = text_of(column.head)});
  for (const Row& row : rows) {
    std::vector<report::Cell>& cells = table.rows.emplace_back();
    for (const Value& value : row) cells.push_back({.text = shown(value)});
  }
  report::Document page{.title = text_of(topic.title), .blocks = {}};
  page.blocks.emplace_back(std::move(table));
  return page;
}

report::Result entries_of(const Topic& topic, const Rows& rows) {
  report::Result::List entries;
  for (const Row& row : rows) {
    report::Result::Fields fields;
    for (std::size_t i = 0; i < row.size(); ++i) fields.emplace_back(topic.columns[i].key, result_of(row[i]));
    entries.emplace_back(std::move(fields));
  }
  return report::Result::Fields{{"what", topic.word}, {"entries", std::move(entries)}};
}

Answer run_list(const Run& run) {
  const Topic& topic = known_topic(run.arguments.operands().at(0));
  const Rows rows = topic.rows(format::load_built_in()->built_in);
  Answer made = answer(run, page_of(topic, rows), entries_of(topic, rows));
  made.outcome.records = "entries";
  for (const ListColumn& column : topic.columns) made.outcome.columns.emplace_back(column.key);
  return made;
}

constexpr Example kListExamples[] = {{"cpm list rules", "all codes"},
                                     {"cpm list items", "the items of the built-in instrument"},
                                     {"cpm list counties --format json", "for another program"}};

}  // namespace

std::vector<ListTopic> list_topics() {
  std::vector<ListTopic> topics;
  for (const Topic& topic : kTopics) topics.push_back({.word = topic.word, .title = topic.title});
  return topics;
}

extern const Command kListCommand{
    .name = "list",
    .summary = "what cpm knows: kinds, rules, counties, commands and more",
    .group = Group::look_up,
    .operand = {.name = "WHAT",
                .about = "kinds, rules, counties, regions, tools, items, outcomes or commands",
                .least = 1,
                .most = 1},
    .examples = kListExamples,
    .writes = Writes::records,
    .run = run_list};

}  // namespace cpm::cli
