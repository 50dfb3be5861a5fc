#include "sheet/read_csv.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "sheet/filling.h"

namespace cpm::sheet {
namespace {

std::string from_utf16(std::string_view bytes, bool big) {
  std::string text;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big ? (first << 8) | second : (second << 8) | first);
  };
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    const bool pair = code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size();
    if (pair && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    text += base::as_utf8(code);
  }
  return text;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const base::CodePoint point = base::code_point_at(bytes, at);
    if (!point.valid) return false;
    at += point.bytes;
  }
  return true;
}

std::string as_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes, false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes, true);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_utf8(bytes)) return std::string(bytes);
  std::string text;
  for (const char byte : bytes) text += base::as_utf8(base::windows_1252(static_cast<unsigned char>(byte)));
  return text;
}

char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  const std::string_view candidates = ",;\t";
  return *std::ranges::max_element(candidates, {}, [&](char each) { return std::ranges::count(line, each); });
}

/// An apostrophe in front, as `cpm … --format csv` writes it so that no spreadsheet runs the text.
std::string without_guard(std::string text) {
  constexpr std::string_view kRun = "=+-@";
  const bool guard = text.size() > 1 && text[0] == '\'' && kRun.find(text[1]) != std::string_view::npos;
  return guard ? text.substr(1) : text;
}

/// A formula in .csv has no value beside it; a program that saves one writes what it came to.
Cell cell_of(std::string text) {
  if (text.size() > 1 && text[0] == '=') return {.kind = Cell::Kind::error, .formula = true};
  Cell cell{.text = without_guard(std::move(text))};
  if (!cell.text.empty()) cell.kind = Cell::Kind::text;
  return cell;
}

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text), separator_(separator_of(text)) {}

  bool read(Sheet& sheet) {
    while (at_ < text_.size()) {
      Cell cell = cell_of(field());
      if (!filling_.put(sheet, row_, column_, std::move(cell))) return false;
      next();
    }
    return true;
  }

 private:
  std::string field() {
    std::string text;
    bool quoted = at_ < text_.size() && text_[at_] == '"';
    if (quoted) ++at_;
    for (; at_ < text_.size(); ++at_) {
      const char each = text_[at_];
      if (quoted && each == '"') {
        const bool twice = at_ + 1 < text_.size() && text_[at_ + 1] == '"';
        if (!twice) {
          quoted = false;
          continue;
        }
        ++at_;
      } else if (!quoted && (each == separator_ || each == '\n' || each == '\r')) {
        break;
      }
      if (each != '\r') text += each;
    }
    return text;
  }

  void next() {
    if (at_ >= text_.size()) return;
    if (text_[at_] == separator_) {
      ++column_;
      ++at_;
      return;
    }
    at_ += text_.substr(at_).starts_with("\r\n") ? 2U : 1U;
    ++row_;
    column_ = 0;
  }

  std::string_view text_;
  char separator_;
  Filling filling_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
};

}  // namespace

std::variant<Book, Trouble> read_csv(std::string_view bytes, std::string_view name) {
  const std::string text = as_text(bytes);
  Book book;
  Sheet& sheet = book.sheets.emplace_back();
  sheet.name = name;
  if (!CsvReader(text).read(sheet)) return Filling::trouble();
  return book;
}

}  // namespace cpm::sheet
