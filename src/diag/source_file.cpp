#include "diag/source_file.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"

namespace cpm::diag {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

const std::vector<std::size_t>& SourceFile::starts() const {
  if (!starts_.empty()) return starts_;
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
  byte = std::min(byte, bytes_.size());
  const std::vector<std::size_t>& all = starts();
  // Bytes of the byte order mark lie before the first start; they belong to line 1, column 1.
  const auto after = std::upper_bound(all.begin() + 1, all.end(), byte);
  const auto line = static_cast<std::size_t>(after - all.begin());
  std::size_t column = 1;
  for (std::size_t at = all[line - 1]; at < byte; ++column) {
    at += base::sign_at(bytes_, at).bytes;
    if (at > byte) break;
  }
  return Position{.line = line, .column = column};
}

std::string_view SourceFile::line(std::size_t number) const {
  const std::vector<std::size_t>& all = starts();
  if (number < 1 || number > all.size()) return {};
  const std::size_t begin = all[number - 1];
  const std::size_t end = number < all.size() ? all[number] - 1 : bytes_.size();
  std::string_view text = std::string_view{bytes_}.substr(begin, end - begin);
  if (number < all.size() && text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::size_t SourceFile::line_start(std::size_t number) const {
  const std::vector<std::size_t>& all = starts();
  if (number < 1) return all.front();
  return number <= all.size() ? all[number - 1] : bytes_.size();
}

std::size_t SourceFile::line_count() const {
  const std::vector<std::size_t>& all = starts();
  return all.back() < bytes_.size() ? all.size() : all.size() - 1;
}

std::string_view SourceFile::text(const Span& span) const {
  if (span.whole_file) return bytes_;
  const std::size_t begin = std::min<std::size_t>(span.begin, bytes_.size());
  const std::size_t end = std::min<std::size_t>(span.end, bytes_.size());
  return begin < end ? std::string_view{bytes_}.substr(begin, end - begin) : std::string_view{};
}

FileId SourceMap::add(std::string path, std::string bytes) {
  files_.emplace_back(std::move(path), std::move(bytes));
  return static_cast<FileId>(files_.size() - 1);
}

}  // namespace cpm::diag
