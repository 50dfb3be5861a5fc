#include "yaml/encodings.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace cpm::yaml {
namespace {

constexpr std::size_t kMostEncodingEdits = 5'000;
constexpr std::size_t kLookedAt = 64;

/// First bytes that give an encoding or a kind of file away; longer ones first.
struct Opening {
  std::string_view bytes;
  std::string_view words;
};

constexpr std::array kWideOpenings = {Opening{{"\xFF\xFE\0\0", 4}, "UTF-32"}, Opening{{"\0\0\xFE\xFF", 4}, "UTF-32"},
                                      Opening{"\xFF\xFE", "UTF-16"}, Opening{"\xFE\xFF", "UTF-16"}};

constexpr std::array kOtherKinds = {Opening{"PK\x03\x04", "a Word, Excel or zip file"},
                                    Opening{"%PDF", "a PDF file"},
                                    Opening{"\xD0\xCF\x11\xE0", "an old Word or Excel file"},
                                    Opening{"\x89PNG", "a picture"},
                                    Opening{"\xFF\xD8\xFF", "a picture"},
                                    Opening{"\x1F\x8B", "a compressed file"},
                                    Opening{"SQLite format", "a database"}};

std::string as_utf8(unsigned char byte) {
  const char32_t code = base::windows_1252(byte);
  return code == 0 ? std::string() : base::as_utf8(code);
}

// ASCII text in UTF-16 without a mark: every other byte is NUL.
bool every_other_nul(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kLookedAt);
  if (head.size() < 4) return false;
  for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
    if ((head[i] == '\0') == (head[i + 1] == '\0')) return false;
  }
  return true;
}

std::optional<diag::Fix> windows_fix(const Source& source, std::size_t first) {
  diag::Fix fix{
      .title = "read these bytes as Windows-1252 and write them as UTF-8", .safety = diag::Safety::unsafe, .edits = {}};
  for (std::size_t at = first; at < source.bytes.size();) {
    const base::CodePoint character = base::code_point_at(source.bytes, at);
    if (!character.valid) {
      std::string text = as_utf8(static_cast<unsigned char>(source.bytes[at]));
      if (text.empty() || fix.edits.size() >= kMostEncodingEdits) return std::nullopt;
      fix.edits.push_back({.span = source.span(at, at + 1), .replacement = std::move(text)});
    }
    at += character.bytes;
  }
  return fix;
}

}  // namespace

std::optional<diag::Diagnostic> wide_encoding(const Source& source) {
  const auto* const found = std::find_if(kWideOpenings.begin(), kWideOpenings.end(), [&](const Opening& opening) {
    return source.bytes.starts_with(opening.bytes);
  });
  const bool marked = found != kWideOpenings.end();
  if (!marked && !every_other_nul(source.bytes)) return std::nullopt;
  diag::Diagnostic result;
  result.code = 103;
  result.message = fmt::format("this file was saved as {}; only UTF-8 is read", marked ? found->words : "UTF-16");
  result.span = diag::whole(source.id);
  result.help = "save it again as UTF-8 (in Excel: `CSV UTF-8`; in Notepad: encoding `UTF-8`)";
  return result;
}

diag::Diagnostic not_utf8(const Source& source, std::size_t at) {
  const auto byte = static_cast<unsigned char>(source.bytes[at]);
  const std::string windows = as_utf8(byte);
  const std::string meant = windows.empty() ? std::string{}
                                            : fmt::format(" (perhaps `{}` from an older Windows program)", windows);
  diag::Diagnostic result;
  result.code = 101;
  result.message = fmt::format("the byte 0x{:02x} here is not UTF-8{}", static_cast<unsigned>(byte), meant);
  result.span = source.span(at, at + 1);
  result.help = "save the file as UTF-8";
  if (const std::string kind = other_file_kind(source.bytes); !kind.empty())
    result.notes.push_back(kind);
  else
    result.fix = windows_fix(source, at);
  return result;
}

std::string other_file_kind(std::string_view bytes) {
  const auto* const found = std::find_if(kOtherKinds.begin(), kOtherKinds.end(),
                                         [&](const Opening& opening) { return bytes.starts_with(opening.bytes); });
  return found == kOtherKinds.end() ? std::string{}
                                    : fmt::format("by its first bytes this is {}, not a text file", found->words);
}

}  // namespace cpm::yaml
