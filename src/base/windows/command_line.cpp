#include "base/windows/command_line.h"

#include <algorithm>

#include <windows.h>

#include "base/ascii.h"
#include "base/files.h"
#include "base/system/disk.h"
#include "base/windows/paths.h"
#include "base/windows/utf16.h"

namespace cpm::base {
namespace {

struct Word {
  std::wstring text;
  bool quoted = false;  ///< at least in part
};

bool is_gap(wchar_t unit) {
  return unit == L' ' || unit == L'\t';
}

/// Takes words from the beginning of a line. Backslashes stand for themselves, except before a quote: there each two are one, and
/// one that is left makes the quote a part of the word.
class Reader {
 public:
  explicit Reader(std::wstring_view line) : line_(line) {}

  /// The first word has no such rules.
  void skip_program() {
    const bool quoted = line_.starts_with(L'"');
    const std::size_t end = quoted ? line_.find(L'"', 1) : line_.find_first_of(L" \t");
    line_.remove_prefix(end == std::wstring_view::npos ? line_.size() : end + (quoted ? 1 : 0));
  }

  bool next(Word& word) {
    while (!line_.empty() && is_gap(line_.front())) line_.remove_prefix(1);
    if (line_.empty()) return false;
    word = {};
    bool inside = false;
    while (!line_.empty() && (inside || !is_gap(line_.front()))) take(word, inside);
    return true;
  }

 private:
  void take(Word& word, bool& inside) {
    const std::size_t slashes = std::min(line_.find_first_not_of(L'\\'), line_.size());
    const bool before_quote = slashes < line_.size() && line_[slashes] == L'"';
    word.text.append(before_quote ? slashes / 2 : slashes, L'\\');
    line_.remove_prefix(slashes);
    if (before_quote && slashes % 2 == 0) return take_quote(word, inside);
    if (line_.empty() || (slashes > 0 && !before_quote)) return;
    word.text += line_.front();
    line_.remove_prefix(1);
  }

  /// Two of them inside are one that belongs to the word.
  void take_quote(Word& word, bool& inside) {
    word.quoted = true;
    line_.remove_prefix(1);
    if (!inside || !line_.starts_with(L'"')) {
      inside = !inside;
      return;
    }
    word.text += L'"';
    line_.remove_prefix(1);
  }

  std::wstring_view line_;
};

bool begins_at_drive(std::string_view word) {
  return word.size() > 2 && is_letter(word[0]) && word[1] == ':' && (word[2] == '\\' || word[2] == '/');
}

std::string slashed(std::string_view word) {
  std::string text{word};
  std::ranges::replace(text, '\\', '/');
  return text;
}

/// A word that names a place, rather than a text with a backslash.
bool names_place(std::string_view word) {
  if (word.find('\\') == std::string_view::npos) return false;
  if (begins_at_drive(word) || word.starts_with("\\\\")) return true;
  return Disk{}.kind(folder_of(slashed(word))) == EntryKind::folder;
}

/// Also behind "--output=".
std::string as_path(const std::string& word) {
  const std::size_t begin = word.starts_with("--") ? word.find('=') + 1 : 0;
  const std::string_view value = std::string_view(word).substr(begin);
  return names_place(value) ? word.substr(0, begin) + slashed(value) : word;
}

/// `*` is any text, `?` any character; upper and lower case are the same.
bool fits(std::string_view name, std::string_view pattern) {
  if (pattern.empty()) return name.empty();
  if (pattern.front() == '*') return fits(name, pattern.substr(1)) || (!name.empty() && fits(name.substr(1), pattern));
  return !name.empty() &&
         (pattern.front() == '?' || lower_character(name.front()) == lower_character(pattern.front())) &&
         fits(name.substr(1), pattern.substr(1));
}

/// The names in a folder that the last part of a path stands for; none when it is no pattern.
std::vector<std::string> files_named_by(const std::string& path) {
  const std::string pattern{name_of(path)};
  const std::string before = path.substr(0, path.size() - pattern.size());
  std::vector<std::string> found;
  if (pattern.find_first_of("*?") == std::string::npos || before.find_first_of("*?") != std::string::npos) return found;
  if (Disk{}.kind(before.empty() ? "." : before) != EntryKind::folder) return found;
  for (const std::string& name : Disk{}.list(before.empty() ? "." : before))
    if (fits(name, pattern) && (!name.starts_with('.') || pattern.starts_with('.'))) found.push_back(before + name);
  return found;
}

bool needs_quotes(std::wstring_view word) {
  return word.empty() || word.find_first_of(L" \t\n\v\"") != std::wstring_view::npos;
}

/// Backslashes before a quote, also the last one, are doubled.
std::wstring quoted(std::wstring_view word) {
  std::wstring text = L"\"";
  std::size_t slashes = 0;
  for (const wchar_t unit : word) {
    if (unit == L'"') text.append(slashes + 1, L'\\');
    slashes = unit == L'\\' ? slashes + 1 : 0;
    text += unit;
  }
  return text.append(slashes, L'\\') + L"\"";
}

}  // namespace

std::vector<std::string> words_of(std::wstring_view line) {
  std::vector<std::string> words;
  Reader reader(line);
  reader.skip_program();
  for (Word word; reader.next(word);) {
    const std::string text = as_path(utf8_of(word.text));
    const std::vector<std::string> files = word.quoted || text.starts_with('-') ? std::vector<std::string>{}
                                                                                : files_named_by(text);
    if (files.empty()) words.push_back(text);
    words.insert(words.end(), files.begin(), files.end());
  }
  return words;
}

std::wstring line_of(const std::vector<std::string>& words) {
  std::wstring line;
  for (const std::string& word : words) {
    const std::wstring wide = utf16_of(word);
    line += (line.empty() ? L"" : L" ") + (needs_quotes(wide) ? quoted(wide) : wide);
  }
  return line;
}

}  // namespace cpm::base
