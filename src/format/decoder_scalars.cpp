#include <algorithm>
#include <charconv>

#include "base/date.h"
#include "base/decimal.h"
#include "base/text.h"
#include "format/decoder.h"
#include "format/plain_text.h"
#include "format/shapes.h"
#include "format/wording.h"

namespace cpm::format {
namespace {

using diag::Safety;

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

/// `yes` for true, `off` for false; nothing for other words.
std::optional<bool> as_flag(std::string_view text) {
  const std::string word = base::lower(text);
  if (word == "yes" || word == "y" || word == "on" || word == "true") return true;
  if (word == "no" || word == "n" || word == "off" || word == "false") return false;
  return std::nullopt;
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
          .help = "write it without quotes: " + std::string(node.text),
          .fix = replacing("take the quotes away", node.span, std::string(node.text), Safety::safe)});
}

bool Decoder::is_scalar(const yaml::Node& node, const Shape& shape) {
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
          .message = ticks(node.text) + " is written without quotes; other tools may read it as " + std::string(as),
          .span = node.span,
          .help = "put it in quotes: " + quoted(node.text) + "; cpm itself reads the text as it stands",
          .fix = replacing("put the text in quotes", node.span, quoted(node.text), Safety::safe)});
}

bool Decoder::check_word(const yaml::Node& node, const WordForm& form) {
  if (form.matches(node.text) && !(node.plain() && is_true_false(node.text))) {
    // A scale value is a number by nature: read as one or as text, it means the same.
    if (&form != &kScaleKeyForm) check_plain_text(node);
    return true;
  }
  const std::string mended = form.mended(node.text);
  diag::Diagnostic finding{.code = 219,
                           .message = ticks(node.text) + " is not " + std::string(form.noun),
                           .span = node.span,
                           .help = "write " + std::string(form.noun)};
  if (!mended.empty()) {
    finding.help = "write " + ticks(mended) + ", and the same wherever it is named";
    finding.fix = write_instead(mended, node.span, Safety::unsafe);
  }
  report(std::move(finding));
  return false;
}

bool Decoder::check_county(const yaml::Node& node) {
  const std::string_view text = node.text;
  if (counties_ == nullptr || text == "example") return true;
  if (text.starts_with("example-") && kIdForm.matches(text)) return true;
  if (std::ranges::any_of(counties_->counties, [&](const auto& county) { return county.id.value == text; }))
    return true;
  std::vector<std::string> ids;
  for (const model::County& county : counties_->counties) ids.push_back(county.id.value);
  diag::Diagnostic finding{.code = 220,
                           .message = ticks(text) + " is not a county of California",
                           .span = node.span,
                           .help =
                               "write the county's name in lower case, its words joined by `-`, such as `los-angeles` "
                               "(`cpm list counties` shows all 58), or `example-…` for a fictional one"};
  std::optional<std::string> meant = base::nearest(text, std::span<const std::string>(ids));
  Safety safety = meant ? safety_of(text, *meant) : Safety::unsafe;
  for (const model::County& county : counties_->counties) {
    const bool by_code = county.fips.value == text || county.fips.value == "0" + std::string(text);
    if (by_code) finding.message += "; " + county.name.value + " County has this FIPS code";
    if (!by_code && base::lower(county.name.value + " county") != base::lower(text)) continue;
    meant = county.id.value;
    safety = Safety::safe;
  }
  if (meant) {
    finding.help = "write " + ticks(*meant);
    finding.fix = write_instead(*meant, node.span, safety);
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
  if (shape.kind == ShapeKind::word && !check_word(node, *shape.form)) return;
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
                           .message = ticks(node.text) + " is not a day: " + reading.reason,
                           .span = node.span,
                           .help = "write a day of the calendar as YYYY-MM-DD, such as 2026-03-15"};
  if (reading.suggestion) {
    finding.help = "write " + *reading.suggestion;
    finding.fix = write_instead(*reading.suggestion, node.span, Safety::unsafe);
  }
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
    const bool yes_no = node.plain() && read_elsewhere_as(node.text) == "yes/no";
    return report({.code = 217,
                   .message = ticks(node.text) + " is not a whole number" +
                              (yes_no ? "; other tools even read it as true or false" : ""),
                   .span = node.span,
                   .help = key_name() + " is " + described(shape) + "; write digits"});
  }
  if (number < shape.lowest || number > shape.highest) {
    return report({.code = 222,
                   .message = ticks(node.text) + " is out of range: " + key_name() + " is " + described(shape),
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
  report({.code = 218,
          .message = ticks(node.text) + " is not a number",
          .span = node.span,
          .help = "write digits, with a point for decimals, such as 40 or 12.5; the unit goes into `unit`"});
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
  std::vector<std::string_view> words;
  for (const Choice& choice : shape.choices) words.push_back(choice.word);
  diag::Diagnostic finding{.code = 215,
                           .message = key_name() + " cannot be " + ticks(node.text),
                           .span = node.span,
                           .help = "use " + described(shape)};
  if (const auto meant = meant_word(node.text, words)) {
    finding.message += "; did you mean " + ticks(*meant) + "?";
    finding.fix = write_instead(*meant, node.span, safety_of(node.text, *meant));
  }
  report(std::move(finding));
  return -1;
}

}  // namespace cpm::format
