#include "cli/commands/import_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "report/page.h"

namespace cpm::cli {
namespace {

using exchange::Difference;
using exchange::Wish;

std::string wish_words(const Judged& judged) {
  const Difference& each = judged.difference;
  switch (each.wish) {
    case Wish::change:
      return each.now.empty() ? each.says : fmt::format("{} (before: {})", each.says, each.now);
    case Wish::clear:
      return fmt::format("nothing (before: {})", each.now);
    case Wish::add_row:
      return each.says.empty() ? "a new row" : fmt::format("a new row: {}", each.says);
    case Wish::remove_row:
      return fmt::format("removed: {}", each.was);
  }
  return {};
}

/// In one line: entries of a list behind each other.
std::string shortly(std::string text) {
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) text.replace(at, 1, "; ");
  return base::shortened(text, 160);
}

report::Table changes_table(const Coming& coming) {
  report::Table table = report::table_of("Changes", {"Cell", "In the file", "What it says now"});
  for (const Judged& each : coming.taken.all)
    if (each.fate == Fate::taken)
      table.rows.push_back(
          {{.text = each.difference.place}, {.text = each.difference.path}, {.text = shortly(wish_words(each))}});
  return table;
}

report::Table conflicts_table(const Coming& coming) {
  report::Table table = report::table_of("Conflicts", {"Cell", "In the file", "Exported", "Spreadsheet", "File now"});
  const auto said = [](const std::string& text) { return text.empty() ? std::string("nothing") : shortly(text); };
  for (const Judged& each : coming.taken.all) {
    const Difference& difference = each.difference;
    if (each.fate != Fate::conflict) continue;
    const std::string here = difference.wish == Wish::remove_row ? "no row any more" : said(difference.says);
    table.rows.push_back({{.text = difference.place},
                          {.text = difference.path},
                          {.text = said(difference.was)},
                          {.text = here},
                          {.text = said(difference.now)}});
  }
  return table;
}

report::Table problems_table(const Coming& coming) {
  report::Table table = report::table_of("Not taken over", {"Cell", "Says", "Why", "What to do"});
  for (const Judged& each : coming.taken.all)
    if (each.fate == Fate::problem)
      table.rows.push_back({{.text = each.difference.place},
                            {.text = shortly(each.difference.says)},
                            {.text = base::capitalized(each.difference.problem) + "."},
                            {.text = base::capitalized(each.difference.help)}});
  return table;
}

report::Table kept_table(const Coming& coming) {
  report::Table table = report::table_of("Left as they are", {"Cell", "In the file", "Why"});
  for (const Judged& each : coming.taken.all)
    if (each.fate == Fate::kept)
      table.rows.push_back(
          {{.text = each.difference.place},
           {.text = each.difference.path},
           {.text = each.difference.wish == Wish::remove_row && each.difference.standing != exchange::Standing::conflict
                        ? fmt::format("It has no row any more: {}. `--remove` removes it.", each.difference.was)
                        : "`--take file`: the file stays."}});
  return table;
}

std::string lead_of(const Coming& coming, bool shown) {
  const std::size_t count = coming.taken.count(Fate::taken);
  if (count == 0)
    return coming.same == 0 && coming.taken.all.empty()
               ? fmt::format("Nothing to change: {} says what the spreadsheet says.", base::ticked(coming.file))
               : fmt::format("Nothing was written to {}.", base::ticked(coming.file));
  const std::string what = fmt::format("{} from {}", base::counted(count, "change"), base::ticked(coming.spreadsheet));
  if (shown) return fmt::format("Not written, only shown: {} would go into {}.", what, base::ticked(coming.file));
  return fmt::format("Written to {}{}: {}.", coming.fresh ? "the new file " : "", base::ticked(coming.file), what);
}

std::string advice_of(const Coming& coming) {
  const std::size_t conflicts = coming.taken.count(Fate::conflict);
  if (conflicts == 0) return {};
  return fmt::format(
      "{} changed on both sides since the export, so the file stays as it is there. To decide: `--take sheet` or `--take file` for all of them, "
      "or the cells whose value counts, as in `--take '{}'`.",
      base::counted(conflicts, "value"),
      std::ranges::find(coming.taken.all, Fate::conflict, &Judged::fate)->difference.place);
}

}  // namespace

report::Document import_page(const Coming& coming, bool shown) {
  report::Page page("Import of " + coming.spreadsheet);
  page.lead(lead_of(coming, shown));
  if (coming.same > 0)
    page.text(fmt::format("{} the file has already.", base::capitalized(base::counted(coming.same, "change"))));
  page.table(conflicts_table(coming));
  if (const std::string advice = advice_of(coming); !advice.empty()) page.text(advice);
  page.table(problems_table(coming));
  page.table(changes_table(coming));
  page.table(kept_table(coming));
  return std::move(page).done();
}

report::Result import_result(const Coming& coming, bool shown) {
  constexpr std::string_view kWishes[] = {"change", "clear", "add_row", "remove_row"};
  constexpr std::string_view kFates[] = {"taken", "conflict", "kept", "problem"};
  report::Result::List differences;
  const auto maybe = [](const std::string& text) { return text.empty() ? report::Result() : report::Result(text); };
  for (const Judged& each : coming.taken.all) {
    const Difference& difference = each.difference;
    differences.push_back(report::Result::Fields{{"cell", difference.place},
                                                 {"place", maybe(difference.path)},
                                                 {"wish", kWishes[static_cast<std::size_t>(difference.wish)]},
                                                 {"outcome", kFates[static_cast<std::size_t>(each.fate)]},
                                                 {"exported", maybe(difference.was)},
                                                 {"spreadsheet", maybe(difference.says)},
                                                 {"file", maybe(difference.now)},
                                                 {"reason", maybe(difference.problem)},
                                                 {"help", maybe(difference.help)}});
  }
  return report::Result::Fields{{"spreadsheet", coming.spreadsheet},
                                {"file", coming.file},
                                {"new_file", coming.fresh},
                                {"written", !shown && coming.before != coming.taken.after},
                                {"three_way", coming.stored.has_value()},
                                {"already_there", static_cast<std::int64_t>(coming.same)},
                                {"differences", std::move(differences)}};
}

}  // namespace cpm::cli
