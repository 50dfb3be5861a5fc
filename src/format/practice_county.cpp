#include "format/practice_county.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "diag/source_file.h"
#include "format/built_in_files.h"
#include "format/content_print.h"
#include "format/kinds.h"
#include "yaml/reader.h"

namespace cpm::format {
namespace {

using PracticeNames = std::vector<std::pair<std::string, std::string>>;  ///< "@county@" and what stands there

std::string_view practice_text(std::string_view name) {
  const auto texts = practice_texts();
  const auto found = std::ranges::find(texts, name, &BuiltInFile::name);
  CPM_ASSERT(found != texts.end());
  return found->bytes;
}

TextTree practice_tree(std::string_view name) {
  std::optional<TextTree> tree = read_tree(std::string(practice_text(name)));
  CPM_ASSERT(tree.has_value());
  return std::move(*tree);
}

/// "A || B": one of them.
std::string one_of(const std::string& text, base::Random& random) {
  constexpr std::string_view kOr = " || ";
  std::vector<std::string> choices;
  std::size_t begin = 0;
  for (std::size_t end = text.find(kOr); end != std::string::npos; end = text.find(kOr, begin)) {
    choices.push_back(text.substr(begin, end - begin));
    begin = end + kOr.size();
  }
  choices.push_back(text.substr(begin));
  return choices.size() == 1 ? choices.front() : choices[random.below(choices.size())];
}

std::string practice_named(std::string text, const PracticeNames& names) {
  for (const auto& [mark, name] : names)
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + name.size()))
      text.replace(at, mark.size(), name);
  return text;
}

void settle(TextTree& tree, const PracticeNames& names, base::Random& random) {
  if (tree.entries.size() == 1 && tree.entries.front().first == "either") {
    std::vector<TextTree>& choices = tree.entries.front().second.items;
    TextTree chosen = std::move(choices[random.below(choices.size())]);
    tree = std::move(chosen);
  }
  tree.text = practice_named(one_of(tree.text, random), names);
  for (auto& [key, value] : tree.entries) settle(value, names, random);
  for (TextTree& item : tree.items) settle(item, names, random);
}

const std::string& any_of_list(const TextTree& words, std::string_view list, base::Random& random) {
  const std::vector<TextTree>& items = find(words, list)->items;
  return items[random.below(items.size())].text;
}

std::string practice_id_of(const std::string& name) {
  std::string id = "example-" + base::lower(name);
  std::ranges::replace(id, ' ', '-');
  return id;
}

/// People get different first names, so that nobody is two persons.
PracticeNames practice_names_of(const PracticeCounty& county, base::Random& random) {
  constexpr std::array<std::string_view, 6> kRoles = {"@coordinator@", "@director@", "@manager@",
                                                      "@trainer@",     "@analyst@",  "@parent@"};
  std::vector<TextTree> first = find(county.words, "first_names")->items;
  std::vector<TextTree> last = find(county.words, "last_names")->items;
  base::shuffle(first, random);
  base::shuffle(last, random);
  PracticeNames names = {{"@county@", county.id}, {"@county_name@", county.name}};
  for (std::size_t turn = 0; turn < kRoles.size(); ++turn)
    names.emplace_back(kRoles.at(turn), first.at(turn).text + " " + last.at(turn).text);
  return names;
}

bool is_named(const TextTree& remarks, std::string_view item) {
  return std::ranges::any_of(remarks.items, [&](const TextTree& remark) {
    return std::ranges::find(find(remark, "items")->items, item, &TextTree::text) != find(remark, "items")->items.end();
  });
}

/// The items below the top that no opportunity names take the place of the word `rest`.
void name_the_rest(TextTree& snapshot) {
  std::vector<TextTree>& rest = find(snapshot, "analysis/dismissed/later/items")->items;
  rest.clear();
  const TextTree& opportunities = *find(snapshot, "analysis/opportunities");
  for (const auto& [item, rating] : find(snapshot, "ratings")->entries) {
    const std::string score = text_at(rating, "score");
    if ((score == "0" || score == "1") && !is_named(opportunities, item)) rest.push_back(scalar(item));
  }
}

/// What an approval of this record covers, or of the whole plan when `of` is empty.
std::string print_of(const yaml::Node& plan, const std::string& of) {
  return of.empty() ? content_print(plan, kPlanRecord, Extent::approved) : part_print(plan, kPlanRecord, of);
}

std::string settings_file(const PracticeCounty& county, std::uint64_t seed, std::string_view level) {
  return fmt::format(
      "# A practice county: it does not exist, and it holds mistakes on purpose.\n"
      "format: cpm/repository/1\n"
      "county: {}\n"
      "fiscal_year_start: 7\n"
      "# `cpm practice --grade` reads how this county was made; leave these lines as they are.\n"
      "x-practice:\n"
      "  seed: {}\n"
      "  level: {}\n",
      county.id, seed, level);
}

}  // namespace

const TextTree& PracticeCounty::file(std::string_view path) const {
  CPM_ASSERT(path == kPracticeSnapshot || path == kPracticePlan);
  return path == kPracticePlan ? plan : snapshot;
}

TextTree& PracticeCounty::file(std::string_view path) {
  return const_cast<TextTree&>(std::as_const(*this).file(path));
}

PracticeCounty practice_county(base::Random& random) {
  PracticeCounty county{.id = {},
                        .name = {},
                        .snapshot = practice_tree("snapshot.yaml"),
                        .plan = practice_tree("plan.yaml"),
                        .words = practice_tree("words.yaml")};
  county.name = any_of_list(county.words, "counties", random);
  county.id = practice_id_of(county.name);
  const PracticeNames names = practice_names_of(county, random);
  settle(county.snapshot, names, random);
  settle(county.plan, names, random);
  name_the_rest(county.snapshot);
  bind_approvals(county);
  return county;
}

void bind_approvals(PracticeCounty& county) {
  const diag::SourceFile file("plan.yaml", yaml_of(county.plan, {}));
  diag::Diagnostics findings;
  const yaml::Tree plan = yaml::read(file, 0, {}, findings);
  CPM_ASSERT(plan.root != nullptr);
  for (TextTree& approval : find(county.plan, "approvals")->items)
    if (TextTree* const content = find(approval, "content"))
      content->text = print_of(*plan.root, text_at(approval, "of"));
}

std::vector<StarterFile> practice_files(const PracticeCounty& county, std::uint64_t seed, std::string_view level) {
  const std::string heading = fmt::format("{}: a county that does not exist. Everything here is made up.", county.name);
  return {{.path = "README.md",
           .about = "what this county is, and what to do",
           .bytes = practice_named(std::string(practice_text("README.md")), {{"@county_name@", county.name}})},
          {.path = "cpm.yaml",
           .about = "the number of the practice county; nobody changes it",
           .bytes = settings_file(county, seed, level)},
          {.path = std::string(kPracticeSnapshot),
           .about = "the Snapshot to read and to correct",
           .bytes = yaml_of(county.snapshot, heading)},
          {.path = std::string(kPracticePlan),
           .about = "the plan to read and to correct",
           .bytes = yaml_of(county.plan, heading)}};
}

}  // namespace cpm::format
