#include "cli/options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/environment.h"
#include "cli/exit.h"
#include "diag/catalog.h"
#include "format/labels.h"
#include "format/link_targets.h"
#include "format/references.h"

namespace cpm::cli {

bool offers(Writes writes, const render::Format& format) {
  if (writes == Writes::raw || writes == Writes::own) return false;
  return (writes == Writes::records || !format.needs_rows) && (writes == Writes::findings || !format.only_findings);
}

std::vector<std::string> format_names(Writes writes) {
  std::vector<std::string> names;
  for (const render::Format& format : render::formats())
    if (offers(writes, format)) names.emplace_back(format.name);
  if (writes == Writes::findings) names.emplace_back(kAutoFormat);
  return names;
}

std::string format_about(Writes writes, bool to_file) {
  if (writes == Writes::reports)
    return "html: write the reports as HTML too, with index.html; otherwise the format of the list: text, markdown or json";
  const std::string names = base::joined(format_names(writes), "or");
  const std::string host = writes == Writes::findings ? " (what suits the host that runs the check)" : "";
  return fmt::format("{}{}; default: {}", names, host,
                     to_file ? "what the name of the output file says, otherwise text" : "text");
}

namespace {

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
  return number;
}

// What the user asks for outranks the environment.
bool wants_color(const Arguments& arguments, const Environment& environment, bool terminal) {
  const std::string when = arguments.value(kColor).value_or("auto");
  if (when == "always") return true;
  if (when == "never") return false;
  if (when != "auto")
    throw UsageError("`--color` cannot be " + base::ticked(when), "write `auto`, `always` or `never`");
  return terminal && environment.variable("NO_COLOR").empty() && environment.variable("TERM") != "dumb";
}

[[noreturn]] void not_offered(std::string_view name, Writes writes) {
  std::vector<std::string> known;
  for (const std::string& other : format_names(writes)) known.push_back(base::ticked(other));
  throw UsageError("this command cannot write " + base::ticked(name), "it writes " + base::joined(known, "or"));
}

const render::Format& named_format(const std::string& name, Writes writes) {
  const render::Format* const format = render::find_format(name);
  if (format == nullptr && name != kAutoFormat) unknown_word("format", name, format_names(writes));
  if (format == nullptr || !offers(writes, *format)) not_offered(name, writes);
  return *format;
}

/// Files that people ask for and cpm does not write, with the way to them.
struct ForeignEnding {
  std::string_view ending;
  std::string_view help;
};

constexpr std::string_view kToWord = "write Markdown, and convert it: `pandoc -f gfm report.md -o report";
constexpr std::string_view kPictures = "pictures are part of `.html`, and stand beside `.md` as SVG files";

constexpr std::array kForeignEndings = {
    ForeignEnding{".docx", kToWord},
    ForeignEnding{".doc", kToWord},
    ForeignEnding{".odt", kToWord},
    ForeignEnding{".rtf", kToWord},
    ForeignEnding{".xlsx", "write `.csv` where records are listed, else `.json`"},
    ForeignEnding{".svg", kPictures},
    ForeignEnding{".png", kPictures},
    ForeignEnding{".pdf", "write `.html`, open it in a browser and print it into a file"}};

void check_ending(const std::string& name) {
  for (const auto& [ending, help] : kForeignEndings) {
    if (!name.ends_with(ending)) continue;
    const std::string_view made = ending == ".doc" ? ".docx" : ending;
    throw UsageError(fmt::format("cpm does not write `{}` files", ending),
                     help == kToWord ? fmt::format("{}{}`", help, made) : std::string(help));
  }
}

const render::Format& format_for_file(const std::string& output, Writes writes) {
  std::string name = base::lower(output);
  check_ending(name);
  if (name.ends_with(".htm")) name += "l";
  for (const render::Format& format : render::formats()) {
    if (format.extension.empty() || !name.ends_with(format.extension)) continue;
    if (offers(writes == Writes::raw ? Writes::page : writes, format)) return format;
    not_offered(format.name, writes);
  }
  return render::formats().front();
}

const render::Format& chosen_format(const Arguments& arguments, const Environment& environment,
                                    const std::string& output, Writes writes) {
  const auto name = arguments.value(kFormat);
  if (!name) return format_for_file(output, writes);
  if (*name != kAutoFormat || writes != Writes::findings) return named_format(*name, writes);
  const std::string_view wanted = format_of_host(environment, !output.empty());
  return wanted.empty() ? format_for_file(output, writes) : *render::find_format(wanted);
}

struct Suffix {
  std::string_view character;
  std::int64_t factor;
};

constexpr std::array kSuffixes = {Suffix{"K", 1024}, Suffix{"k", 1024}, Suffix{"M", 1024 * 1024},
                                  Suffix{"m", 1024 * 1024}};

struct WeightRow {
  std::string_view name;
  std::int64_t score::Weights::*member;
};

constexpr std::array kWeightRows = {WeightRow{"gap", &score::Weights::gap},
                                    WeightRow{"importance", &score::Weights::importance},
                                    WeightRow{"feasibility", &score::Weights::feasibility}};

constexpr std::string_view
    kWeightsHelp = "write `--weights gap=2,importance=1,feasibility=1`; what is left out counts 1";

void set_weight(score::Weights& weights, std::string_view part) {
  const std::size_t character = part.find('=');
  const std::string name{base::trimmed(part.substr(0, character))};
  const auto row = std::ranges::find(kWeightRows, std::string_view{name}, &WeightRow::name);
  if (row == kWeightRows.end())
    unknown_word("weight", name, {"gap", "importance", "feasibility"}, std::string(kWeightsHelp));
  const std::string text{character == std::string_view::npos ? std::string_view{}
                                                             : base::trimmed(part.substr(character + 1))};
  const std::optional<std::int64_t> number = whole(text);
  if (!number || *number < 0 || *number > score::kMostWeight)
    throw UsageError(fmt::format("the weight of `{}` is {}; a weight is a whole number from 0 to {}", name,
                                 text.empty() ? "missing" : base::ticked(text), score::kMostWeight),
                     std::string(kWeightsHelp));
  weights.*(row->member) = *number;
}

score::Weights weights(const std::string& text) {
  score::Weights weights;
  for (const std::string_view part : base::split(text, ',')) set_weight(weights, part);
  if (!score::usable(weights))
    throw UsageError("all weights are 0, so nothing can be ranked", std::string(kWeightsHelp));
  return weights;
}

/// The id of an item, also by its title. Throws with what is meant.
std::string item_meant(const std::string& name, const model::Instrument& instrument) {
  const format::Target items = format::items_of(instrument);
  if (std::ranges::find(items.ids, name) != items.ids.end()) return name;
  std::vector<format::Label> labels;
  items.add_labels(labels);
  const auto called = format::meant_id(format::label_form(name), labels);
  if (called && called->safety == diag::Safety::safe) return called->id;
  unknown_word("item", name, items.ids,
               fmt::format("the Snapshot asks the items of {}; `cpm list items` shows those that are built in",
                           format::instrument_name(instrument)));
}

std::string scale_of(const model::Instrument& instrument) {
  std::vector<std::string> values;
  for (const model::ScaleValue& value : instrument.scale)
    values.push_back(fmt::format("{} ({})", *value.value, base::visible(*value.label)));
  return base::joined(values, "or");
}

void add_what_if(score::ItemScores& scores, std::string_view part, const model::Instrument& instrument) {
  const std::size_t character = part.rfind('=');
  const std::string name{base::trimmed(part.substr(0, character))};
  const std::string text{character == std::string_view::npos ? std::string_view{}
                                                             : base::trimmed(part.substr(character + 1))};
  if (name.empty()) throw UsageError("`--what-if` names no item", "write `--what-if ITEM=SCORE`");
  const std::string item = item_meant(name, instrument);
  const std::optional<std::int64_t> score = whole(text);
  if (!score || !format::on_scale(instrument, *score))
    throw UsageError(fmt::format("the score of `{}` is {}", item,
                                 text.empty() ? "missing" : base::ticked(text) + ", which is not on the scale"),
                     fmt::format("write `--what-if {}=SCORE` with {}", item, scale_of(instrument)));
  const auto [at, is_new] = scores.try_emplace(item, *score);
  if (!is_new && at->second != *score)
    throw UsageError(fmt::format("`--what-if` gives `{}` two scores, {} and {}", item, at->second, *score),
                     "give each item one score");
}

std::size_t max_findings(const Arguments& arguments) {
  constexpr std::size_t kDefault = 500;
  const auto text = arguments.value(kMaxFindings);
  if (!text) return kDefault;
  const std::optional<std::int64_t> number = whole(*text);
  if (!number || *number < 0)
    throw UsageError("`--max-findings` needs a whole number, not " + base::ticked(*text),
                     "give a number such as 100; 0 shows all");
  return static_cast<std::size_t>(*number);
}

/// How findings are shown beside the answer.
render::Settings error_settings(const Arguments& arguments, const Environment& environment) {
  return {.color = wants_color(arguments, environment, environment.err_is_terminal),
          .width = environment.err_is_terminal ? environment.width : 0,
          .quiet = arguments.has(kQuiet),
          .most_findings = max_findings(arguments)};
}

}  // namespace

[[noreturn]] void unknown_word(std::string_view noun, const std::string& word, const std::vector<std::string>& known,
                               const std::string& help) {
  std::string message = fmt::format("there is no {} {}", noun, base::ticked(word));
  if (const auto meant = base::nearest(word, std::span<const std::string>(known)))
    message += fmt::format("; did you mean `{}`?", *meant);
  std::vector<std::string> words;
  for (const std::string& name : known) words.push_back(fmt::format("`{}`", name));
  throw UsageError(message, help.empty() ? "available: " + base::joined(words) : help);
}

std::vector<std::string_view> weight_names() {
  std::vector<std::string_view> names;
  for (const WeightRow& row : kWeightRows) names.push_back(row.name);
  return names;
}

Display display(const Arguments& arguments, const Environment& environment, Writes writes) {
  Display display;
  if (writes == Writes::own) {
    display.format = &render::formats().front();
    display.quiet = arguments.has(kQuiet);
    display.err = error_settings(arguments, environment);
    return display;
  }
  display.output = arguments.value(kOutput).value_or("-");
  if (display.output.empty())
    throw UsageError("`--output` is empty", "give the name of a file, or `-` for standard output");
  if (display.output == "-") display.output.clear();
  display.format = &chosen_format(arguments, environment, display.output, writes);
  display.quiet = arguments.has(kQuiet);
  const bool to_terminal = environment.out_is_terminal && display.output.empty();
  display.out = {.color = wants_color(arguments, environment, to_terminal) && display.output.empty(),
                 .width = to_terminal ? environment.width : 0,
                 .quiet = display.quiet,
                 .most_findings = max_findings(arguments),
                 .to_file = !display.output.empty(),
                 .prefix = display.format->only_findings ? folder_in_checkout(environment) : std::string{}};
  display.err = error_settings(arguments, environment);
  return display;
}

std::optional<base::Date> day_of(const Option& option, const Arguments& arguments) {
  const auto text = arguments.value(option);
  if (!text) return std::nullopt;
  const base::DateReading reading = base::read_date(*text);
  if (reading.date) return *reading.date;
  const std::string name{long_name(option)};
  std::vector<std::string> days;
  for (const std::string& day : reading.suggestions) days.push_back(fmt::format("`{} {}`", name, day));
  const std::string help = days.empty() ? "write the day as YYYY-MM-DD, such as 2026-03-15"
                                        : "write " + base::joined(days, "or");
  throw UsageError(fmt::format("`{}`: {} is not a date: {}", name, base::ticked(*text), reading.reason), help);
}

base::Date as_of(const Arguments& arguments, const Environment& environment) {
  const std::optional<base::Date> day = day_of(kAsOf, arguments);
  return day ? *day : environment.today();
}

std::size_t max_file_size(const Arguments& arguments) {
  constexpr std::int64_t kMost = std::int64_t{1024} * 1024 * 1024;
  constexpr std::int64_t kDefault = std::int64_t{1024} * 1024;
  const auto text = arguments.value(kMaxFileSize);
  if (!text) return static_cast<std::size_t>(kDefault);
  std::string_view digits = *text;
  std::int64_t factor = 1;
  for (const Suffix& suffix : kSuffixes) {
    if (!digits.ends_with(suffix.character)) continue;
    digits.remove_suffix(suffix.character.size());
    factor = suffix.factor;
    break;
  }
  const std::optional<std::int64_t> number = whole(digits);
  if (!number || *number < 1 || *number > kMost / factor)
    throw UsageError("`--max-file-size` needs a size, not " + base::ticked(*text),
                     "give a number of bytes up to 1024M, such as 2000000, 500K or 2M");
  return static_cast<std::size_t>(*number * factor);
}

diag::Severity fail_on(const Arguments& arguments) {
  const std::string word = arguments.value(kFailOn).value_or("error");
  std::vector<std::string> known;
  using enum diag::Severity;
  for (const diag::Severity severity : {error, warning, advice}) {
    if (word == diag::severity_word(severity)) return severity;
    known.emplace_back(diag::severity_word(severity));
  }
  unknown_word("severity", word, known);
}

std::optional<score::ItemScores> what_if(const Arguments& arguments, const model::Instrument& instrument) {
  const auto text = arguments.value(kWhatIf);
  if (!text) return std::nullopt;
  score::ItemScores scores;
  for (const std::string_view part : base::split(*text, ','))
    if (!base::trimmed(part).empty()) add_what_if(scores, part, instrument);
  if (scores.empty()) throw UsageError("`--what-if` names no item", "write `--what-if ITEM=SCORE`");
  return scores;
}

score::RankingOptions ranking_options(const Arguments& arguments) {
  constexpr std::int64_t kMostTop = 1000;
  score::RankingOptions options;
  if (const auto text = arguments.value(kTop)) {
    const std::optional<std::int64_t> number = whole(*text);
    if (!number || *number < 1 || *number > kMostTop)
      throw UsageError("`--top` needs a whole number, not " + base::ticked(*text),
                       fmt::format("give a number from 1 to {}", kMostTop));
    options.top = static_cast<std::size_t>(*number);
  }
  if (const auto text = arguments.value(kWeights)) options.weights = weights(*text);
  return options;
}

std::optional<std::int64_t> sip_year_of(const Arguments& arguments) {
  constexpr std::int64_t kMostYears = 50;
  const auto text = arguments.value(kSipYear);
  if (!text) return std::nullopt;
  const std::optional<std::int64_t> number = whole(*text);
  if (number && *number >= 1 && *number <= kMostYears) return number;
  throw UsageError(
      "`--year` needs the number of a year, not " + base::ticked(*text),
      "the first year of the System Improvement Plan is `--year 1`; for other days give `--from` and `--to`");
}

std::optional<std::uint64_t> seed(const Arguments& arguments) {
  constexpr std::int64_t kMostSeed = 999'999'999;
  const auto text = arguments.value(kSeed);
  if (!text) return std::nullopt;
  const std::optional<std::int64_t> number = whole(*text);
  if (!number || *number < 0 || *number > kMostSeed)
    throw UsageError("`--seed` needs a whole number, not " + base::ticked(*text),
                     fmt::format("give a number from 0 to {}, such as that of the participant", kMostSeed));
  return static_cast<std::uint64_t>(*number);
}

}  // namespace cpm::cli
