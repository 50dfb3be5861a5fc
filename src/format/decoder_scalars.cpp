#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/text.h"
#include "base/timeframe.h"
#include "format/decoder.h"
#include "format/plain_text.h"
#include "format/shapes.h"
#include "format/wording.h"

namespace cpm::format {
namespace {

using diag::Safety;

std::string quoted(std::string_view text) {
  return fmt::format("\"{}\"", text);
}

/// "1,200" is 1200; "$5,000", "20%" and "12 units" are a number with its unit.
std::optional<MeantId> meant_decimal(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789.,";
  const std::size_t begin = text.starts_with('$') ? 1 : 0;
  const std::size_t end = std::min(text.find_first_not_of(kDigits, begin), text.size());
  const std::string_view unit = base::trimmed(text.substr(end));
  std::string number(text.substr(begin, end - begin));
  for (std::size_t comma = number.rfind(','); comma != std::string::npos; comma = number.rfind(',')) {
    const std::size_t group = std::min(number.find_first_of(".", comma), number.size()) - comma - 1;
    if (group % 3 != 0 || group == 0) return std::nullopt;
    number.erase(comma, 1);
  }
  if (!base::read_decimal(number) || std::ranges::any_of(unit, base::is_digit)) return std::nullopt;
  return MeantId{.id = std::move(number), .safety = begin == 0 && unit.empty() ? Safety::safe : Safety::unsafe};
}

/// "2026-02-30" has the form of a day, though there is none.
bool is_day_form(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-';
}

/// "Not started" of "Not started - waiting for approval", "Done" of "Done (in May)" and "Done on May 2".
std::string_view first_words(std::string_view text) {
  constexpr std::array<std::string_view, 9> kJoints = {" -",   " \xE2\x80", " on ",      " in ",    " by ",
                                                       " as ", " until ",   " because ", " due to "};
  std::size_t end = text.find_first_of(",;:(/");
  for (const std::string_view joint : kJoints) end = std::min(end, text.find(joint));
  return end < text.size() ? base::trimmed(text.substr(0, end)) : std::string_view{};
}

/// "weekly" is no rhythm that a file can name, but near to one; "as needed" is none at all. False: it is neither.
bool explain_no_choice(const yaml::Node& node, const Shape& shape, diag::Diagnostic& finding) {
  if (is_label(label_form(node.text), shape.no_choice.words)) {
    finding.help = std::string(shape.no_choice.help);
    return true;
  }
  const std::vector<std::string_view> nearest = nearest_choices(node.text, shape.choices);
  if (nearest.empty()) return false;
  std::vector<std::string> words;
  for (const std::string_view word : nearest) words.push_back(ticks(word));
  const bool one = nearest.size() == 1;
  finding.message += fmt::format("; {} {} nearest", base::joined(words), one ? "comes" : "come");
  finding.help += fmt::format("; write {} if that fits", base::joined(words, "or"));
  if (one) finding.fix = write_instead(nearest.front(), node.span, Safety::unsafe);
  return true;
}

/// At the end of a file the engine makes a zero byte of a block text without lines.
bool holds_nothing(std::string_view text) {
  constexpr std::string_view kNothing("\0 \t\r\n", 5);
  return text.find_first_not_of(kNothing) == std::string_view::npos;
}

}  // namespace

std::string Decoder::key_name() const {
  if (place_.key == nullptr) return "the value";
  return (place_.entry ? "an entry of " : "") + ticks(place_.key->text);
}

void Decoder::report_quoted_number(const yaml::Node& node) {
  report({.code = 224,
          .message = key_name() + " is a number in quotes",
          .span = node.span,
          .help = fmt::format("write it without quotes: {}", node.text),
          .fix = replacing("take the quotes away", node.span, std::string(node.text), Safety::safe)});
}

bool Decoder::is_scalar(const yaml::Node& node, const Shape& shape) {
  const bool block = node.style == yaml::Style::literal || node.style == yaml::Style::folded;
  if (node.kind == yaml::Kind::scalar && block && shape.kind != ShapeKind::text && holds_nothing(node.text)) {
    report(
        {.code = 213,
         .message = fmt::format("{} begins a text of several lines; it must be {}", key_name(), described(shape)),
         .span = node.span,
         .help = fmt::format("write {} after the colon; `>` and `|` begin a text of several lines", described(shape))});
    return false;
  }
  if (node.kind == yaml::Kind::scalar) return true;
  if (node.kind == yaml::Kind::null)
    report_no_value(node, shape);
  else
    report_shape(node, shape);
  return false;
}

void Decoder::check_plain_text(const yaml::Node& node) {
  if (!node.plain()) return;
  const std::string_view as = read_elsewhere_as(node.text);
  if (as.empty()) return;
  report({.code = 225,
          .message = fmt::format("{} is written without quotes; other tools may read it as {}", ticks(node.text), as),
          .span = node.span,
          .help = fmt::format("put it in quotes: {}; cpm itself reads the text as written", quoted(node.text)),
          .fix = replacing("put the text in quotes", node.span, quoted(node.text), Safety::safe)});
}

bool Decoder::check_word(const yaml::Node& node, const Shape& shape) {
  const WordForm& form = *shape.form;
  if (form.matches(node.text) && !(node.plain() && is_true_false(node.text))) {
    // A scale value is a number by nature: read as one or as text, it means the same.
    if (&form != &kScaleKeyForm) check_plain_text(node);
    return true;
  }
  const Record& record = *frames_.back().record;
  diag::Diagnostic finding{.code = 219,
                           .message = fmt::format("{} is not {}", ticks(node.text), form.noun),
                           .span = node.span,
                           .help = fmt::format("write {}", form.noun)};
  const bool names_another = place_.key != nullptr && place_.key->text != record.id_key;
  if (&form == &kIdForm && names_another && !is_reported(node.span)) {
    mistaken_.push_back({.finding = placed(std::move(finding)),
                         .text = std::string(node.text),
                         .shape = &shape,
                         .field = std::string(place_.key->text),
                         .record = record.noun,
                         .in_list = place_.entry});
    return false;
  }
  const std::string fixed = form.fixed(node.text);
  if (!fixed.empty()) {
    finding.help = fmt::format("write {}, and the same wherever it is named", ticks(fixed));
    finding.fix = write_instead(fixed, node.span, Safety::unsafe);
  }
  report(std::move(finding));
  return false;
}

bool Decoder::check_county(const yaml::Node& node) {
  const std::string_view text = node.text;
  if (built_in_ == nullptr || text == "example") return true;
  if (text.starts_with("example-") && kIdForm.matches(text)) return true;
  const std::vector<model::County>& counties = built_in_->counties.counties;
  if (std::ranges::any_of(counties, [&](const auto& county) { return county.id.value == text; })) return true;
  diag::Diagnostic finding{.code = 220,
                           .message = ticks(text) + " is not a county of California",
                           .span = node.span,
                           .help =
                               "write the county's name in lower case, its words joined by `-`, such as `los-angeles` "
                               "(`cpm list counties` shows all 58), or `example-…` for a fictional one"};
  std::optional<MeantId> meant = meant_id(county_form(text), county_labels(built_in_->counties));
  for (const model::County& county : counties) {
    if (county.fips.value != text && county.fips.value != fmt::format("0{}", text)) continue;
    finding.message += fmt::format("; {} County has this FIPS code", county.name.value);
    meant = MeantId{.id = county.id.value, .safety = Safety::safe};
  }
  if (meant) {
    finding.help = "write " + ticks(meant->id);
    finding.fix = write_instead(meant->id, node.span, meant->safety);
  }
  report(std::move(finding));
  return false;
}

void Decoder::read_text(const yaml::Node& node, const Shape& shape, diag::LocatedText& out) {
  if (!is_scalar(node, shape)) return;
  if (base::trimmed(node.text).empty()) {
    return report({.code = 226,
                   .message = key_name() + " is an empty text",
                   .span = node.span,
                   .help = "write the text, or take the line out"});
  }
  if (shape.kind == ShapeKind::word && !check_word(node, shape)) return;
  if (shape.kind == ShapeKind::county && !check_county(node)) return;
  if (shape.kind == ShapeKind::text) check_plain_text(node);
  out.value.assign(node.text);
  out.span = node.span;
  out.given = true;
}

void Decoder::read_date(const yaml::Node& node, diag::Located<base::Date>& out) {
  if (!is_scalar(node, kDate)) return;
  const base::DateReading reading = base::read_date(node.text);
  if (reading.date) {
    out = {*reading.date, node.span, true};
    return;
  }
  diag::Diagnostic finding{.code = 216,
                           .message = fmt::format("{} is not a day: {}", ticks(node.text), reading.reason),
                           .span = node.span,
                           .help = "write a day of the calendar as YYYY-MM-DD, such as 2026-03-15"};
  if (reading.suggestions.size() == 1) {
    finding.help = "write " + reading.suggestions.front();
    finding.fix = write_instead(reading.suggestions.front(), node.span, Safety::safe);
  } else if (reading.suggestions.size() > 1) {
    finding.help = "write the day that is meant: " + base::joined(reading.suggestions, "or");
  }
  report(std::move(finding));
}

base::TimeframeReading Decoder::timeframe_in(std::string_view text) const {
  base::TimeframeReading reading = base::read_timeframe(text);
  return reading.by_fiscal_year && fiscal_start_ ? base::read_timeframe(text, fiscal_start_()) : reading;
}

void Decoder::read_timeframe(const yaml::Node& node, diag::Located<base::Timeframe>& out) {
  if (!is_scalar(node, kTimeframe)) return;
  base::TimeframeReading reading = timeframe_in(node.text);
  if (reading.timeframe) {
    out = {*reading.timeframe, node.span, true};
    return;
  }
  const bool means_day = is_day_form(node.text) ||
                         (!reading.suggestions.empty() && is_day_form(reading.suggestions[0]));
  diag::Diagnostic finding{
      .code = 216,
      .message = fmt::format("{} is not a day{}: {}", ticks(node.text), means_day ? "" : ", month or quarter",
                             reading.reason),
      .span = node.span,
      .help = "write a day, a month or a quarter of the calendar, such as 2026-11-15, 2026-11 or 2026-Q4"};
  if (reading.suggestions.size() == 1) {
    finding.help = "write " + reading.suggestions.front();
    finding.fix = write_instead(reading.suggestions.front(), node.span, reading.sure ? Safety::safe : Safety::unsafe);
  } else if (reading.suggestions.size() > 1) {
    finding.help = "write the day that is meant: " + base::joined(reading.suggestions, "or");
  }
  if (!reading.help.empty()) finding.help = std::move(reading.help);
  report(std::move(finding));
}

void Decoder::read_whole(const yaml::Node& node, const Shape& shape, diag::Located<std::int64_t>& out) {
  if (!is_scalar(node, shape)) return;
  std::string_view digits = node.text;
  if (is_whole(digits) && !node.plain()) return report_quoted_number(node);
  if (digits.starts_with('+')) digits.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (!is_whole(node.text) || error != std::errc() || end != digits.data() + digits.size()) {
    if (report_other_key(node)) return;
    const bool yes_no = node.plain() && read_elsewhere_as(node.text) == "yes/no";
    diag::Diagnostic finding{.code = 217,
                             .message = fmt::format("{} is not a whole number{}", ticks(node.text),
                                                    yes_no ? "; other tools even read it as true or false" : ""),
                             .span = node.span,
                             .help = fmt::format("{} is {}; write digits", key_name(), described(shape))};
    if (const std::optional<MeantId> meant = meant_number(node.text, shape)) {
      finding.help = "write " + meant->id;
      finding.fix = write_instead(meant->id, node.span, meant->safety);
    }
    return report(std::move(finding));
  }
  if (number < shape.lowest || number > shape.highest) {
    return report(
        {.code = 222,
         .message = fmt::format("{} is out of range: {} is {}", ticks(node.text), key_name(), described(shape)),
         .span = node.span,
         .help = "correct the number"});
  }
  out = {number, node.span, true};
}

void Decoder::read_decimal(const yaml::Node& node, diag::Located<base::Decimal>& out) {
  if (!is_scalar(node, kDecimal)) return;
  const std::optional<base::Decimal> number = base::read_decimal(node.text);
  if (number && node.plain()) {
    out = {*number, node.span, true};
    return;
  }
  if (number) return report_quoted_number(node);
  diag::Diagnostic finding{
      .code = 218,
      .message = ticks(node.text) + " is not a number",
      .span = node.span,
      .help = "write digits, with a point for decimals, such as 40 or 12.5; the unit goes into `unit`"};
  if (const std::optional<MeantId> meant = meant_decimal(node.text)) {
    finding.help = fmt::format("write {}{}", meant->id,
                               meant->safety == Safety::safe ? "" : "; the unit goes into `unit`");
    finding.fix = write_instead(meant->id, node.span, meant->safety);
  }
  report(std::move(finding));
}

void Decoder::read_flag(const yaml::Node& node, diag::Located<bool>& out) {
  if (!is_scalar(node, kFlag)) return;
  if (node.plain() && is_true_false(node.text)) {
    out = {node.text.front() == 't' || node.text.front() == 'T', node.span, true};
    return;
  }
  diag::Diagnostic finding{.code = 227,
                           .message = ticks(node.text) + " is neither `true` nor `false`",
                           .span = node.span,
                           .help = "write `true` or `false`, without quotes"};
  if (const std::optional<bool> meant = as_flag(node.text))
    finding.fix = write_instead(*meant ? "true" : "false", node.span, Safety::safe);
  report(std::move(finding));
}

int Decoder::read_choice(const yaml::Node& node, const Shape& shape) {
  if (!is_scalar(node, shape)) return -1;
  const auto found = std::ranges::find(shape.choices, node.text, &Choice::word);
  if (found != shape.choices.end()) return static_cast<int>(found - shape.choices.begin());
  diag::Diagnostic finding{.code = 215,
                           .message = fmt::format("{} cannot be {}", key_name(), ticks(node.text)),
                           .span = node.span,
                           .help = "use " + described(shape)};
  const std::vector<std::string_view> meant = meant_choices(node.text, shape.choices);
  if (explain_no_choice(node, shape, finding)) {
    // what comes nearest is not what was written, and nothing else is
  } else if (meant.size() == 1) {
    finding.message += fmt::format("; did you mean {}?", ticks(meant.front()));
    finding.fix = write_instead(meant.front(), node.span, Safety::safe);
  } else if (meant.size() > 1) {
    finding.help = fmt::format("it could mean {} or {}; {}", ticks(meant[0]), ticks(meant[1]), finding.help);
  } else if (const std::vector<std::string_view> begun = meant_choices(first_words(node.text), shape.choices);
             begun.size() == 1) {
    finding.message += fmt::format("; did you mean {}?", ticks(begun.front()));
    const std::string day = fmt::format("{}_on", begun.front());
    const bool has_day = find_field(*frames_.back().record, day) != nullptr;
    finding.help = fmt::format(
        "write {} alone; {}", ticks(begun.front()),
        has_day ? "the day goes into " + ticks(day) : "what else there is to say goes elsewhere");
    finding.fix = write_instead(begun.front(), node.span, Safety::unsafe);
  } else if (!is_label(label_form(node.text), kNothingWords)) {
    std::vector<std::string_view> words;
    for (const Choice& choice : shape.choices) words.push_back(choice.word);
    std::optional<std::string_view> near = meant_word(node.text, words);
    const Safety safety = near ? safety_of(node.text, *near) : Safety::unsafe;
    if (!near) near = near_choice(node.text, shape.choices);
    if (near) {
      finding.message += fmt::format("; did you mean {}?", ticks(*near));
      finding.fix = write_instead(*near, node.span, safety);
    }
  }
  report(std::move(finding));
  return -1;
}

}  // namespace cpm::format
