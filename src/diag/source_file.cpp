#include "diag/source_file.h"

#include <algorithm>
#include <cstring>

#include "base/assert.h"

namespace cpm::diag {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// A span of more lines is kept as its first and last ones: nothing shows more of it.
constexpr std::size_t kMostLines = 40;

std::string_view without_line_end(std::string_view line) {
  if (!line.ends_with('\n')) return line;
  line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

const std::string& SourceFile::bytes() const {
  CPM_ASSERT(!cut_down());
  return bytes_;
}

const std::vector<std::size_t>& SourceFile::starts() const {
  if (!starts_.empty()) return starts_;
  constexpr std::size_t kUsualLine = 32;
  starts_.reserve(bytes_.size() / kUsualLine + 1);
  starts_.push_back(bytes_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  std::size_t at = 0;
  while (at < bytes_.size()) {
    const void* const found = std::memchr(bytes_.data() + at, '\n', bytes_.size() - at);
    if (found == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - bytes_.data()) + 1;
    starts_.push_back(at);
  }
  return starts_;
}

Position SourceFile::position(std::size_t byte) const {
  byte = std::min(byte, size());
  if (cut_down()) return kept_position(byte);
  const std::vector<std::size_t>& all = starts();
  // Bytes of the byte order mark lie before the first start; they belong to line 1, column 1.
  const auto after = std::upper_bound(all.begin() + 1, all.end(), byte);
  const auto line = static_cast<std::size_t>(after - all.begin());
  return Position{.line = line, .column = columns_.of(bytes_, all[line - 1], byte)};
}

std::string_view SourceFile::line(std::size_t number) const {
  if (cut_down()) {
    const Kept* const kept = kept_line(number);
    return kept == nullptr ? std::string_view{}
                           : without_line_end(std::string_view{bytes_}.substr(kept->at, kept->size));
  }
  const std::vector<std::size_t>& all = starts();
  if (number < 1 || number > all.size()) return {};
  const std::size_t begin = all[number - 1];
  const std::size_t end = number < all.size() ? all[number] : bytes_.size();
  return without_line_end(std::string_view{bytes_}.substr(begin, end - begin));
}

std::size_t SourceFile::line_start(std::size_t number) const {
  if (cut_down()) {
    const Kept* const kept = kept_line(std::max<std::size_t>(number, 1));
    return kept == nullptr ? size_ : kept->start;
  }
  const std::vector<std::size_t>& all = starts();
  if (number < 1) return all.front();
  return number <= all.size() ? all[number - 1] : bytes_.size();
}

std::size_t SourceFile::line_count() const {
  if (cut_down()) return lines_;
  const std::vector<std::size_t>& all = starts();
  return all.back() < bytes_.size() ? all.size() : all.size() - 1;
}

std::string_view SourceFile::text(const Span& span) const {
  if (span.whole_file) return bytes();
  const std::size_t begin = std::min<std::size_t>(span.begin, size());
  const std::size_t end = std::min<std::size_t>(span.end, size());
  if (begin >= end) return {};
  return cut_down() ? kept_text(begin, end) : std::string_view{bytes_}.substr(begin, end - begin);
}

void SourceFile::keep_lines_of(std::vector<Span> spans) {
  CPM_ASSERT(!cut_down());
  std::erase_if(spans, [](const Span& span) { return span.whole_file; });
  const std::size_t lines = spans.empty() ? 0 : starts().size();
  std::vector<std::size_t> wanted;
  const auto want = [&](std::size_t first, std::size_t last) {
    for (std::size_t line = first > 1 ? first - 1 : 1; line <= std::min(last + 1, lines); ++line)
      wanted.push_back(line);
  };
  for (const Span& span : spans) {
    const std::size_t first = position(span.begin).line;
    const std::size_t last = position(std::max(span.begin, span.end)).line;
    const std::size_t before = position(std::max(span.begin, std::max(span.end, 1U) - 1)).line;
    if (last - first <= kMostLines) {
      want(first, last);
    } else {
      want(first, first);
      want(before, last);
    }
  }
  std::ranges::sort(wanted);
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  std::string bytes;
  for (const std::size_t line : wanted) keep_line(line, bytes);
  size_ = bytes_.size();
  lines_ = line_count();
  cut_down_ = true;
  std::string(bytes).swap(bytes_);  // an assignment would keep the room of what was there
  starts_ = std::vector<std::size_t>();
  columns_ = Columns();
}

void SourceFile::keep_line(std::size_t number, std::string& bytes) {
  const std::size_t begin = starts()[number - 1];
  const std::size_t end = number < starts().size() ? starts()[number] : bytes_.size();
  kept_.push_back({.number = number, .start = begin, .at = bytes.size(), .size = end - begin});
  bytes.append(bytes_, begin, end - begin);
}

// nullptr beyond the last line.
const SourceFile::Kept* SourceFile::kept_line(std::size_t number) const {
  if (number < 1 || number > lines_ + 1) return nullptr;
  const auto found = std::ranges::lower_bound(kept_, number, {}, &Kept::number);
  if (found == kept_.end() && number > lines_) return nullptr;
  CPM_ASSERT(found != kept_.end() && found->number == number);
  return &*found;
}

const SourceFile::Kept* SourceFile::kept_at(std::size_t byte) const {
  const auto after = std::ranges::upper_bound(kept_, byte, {}, &Kept::start);
  if (after == kept_.begin()) return nullptr;
  const Kept& found = *(after - 1);
  return byte <= found.start + found.size ? &found : nullptr;
}

Position SourceFile::kept_position(std::size_t byte) const {
  const Kept* const kept = kept_at(byte);
  if (kept == nullptr) {  // only a byte order mark lies before a file's first line
    CPM_ASSERT(byte < kByteOrderMark.size());
    return Position{};
  }
  return Position{.line = kept->number, .column = columns_.of(bytes_, kept->at, kept->at + (byte - kept->start))};
}

// Lines that follow each other in the file do so in `bytes_`.
std::string_view SourceFile::kept_text(std::size_t begin, std::size_t end) const {
  const Kept* const first = kept_at(begin);
  CPM_ASSERT(first != nullptr);
  std::size_t last = first->start + first->size;
  for (const Kept* next = first + 1; next < kept_.data() + kept_.size() && next->start == last; ++next)
    last = next->start + next->size;
  return std::string_view{bytes_}.substr(first->at + (begin - first->start), std::min(end, last) - begin);
}

FileId SourceMap::add(std::string path, std::string bytes) {
  files_.emplace_back(std::move(path), std::move(bytes));
  return static_cast<FileId>(files_.size() - 1);
}

}  // namespace cpm::diag
