#include "yaml/recent_texts.h"

#include <algorithm>

namespace cpm::yaml {
namespace {

constexpr std::size_t kMostTexts = 4;

}  // namespace

std::shared_ptr<const ReadText> read_text(const diag::SourceFile& text, const Limits& limits, RecentTexts* recent) {
  return recent == nullptr ? std::make_shared<const ReadText>(text, limits) : recent->read(text, limits);
}

std::shared_ptr<const ReadText> RecentTexts::read(const diag::SourceFile& text, const Limits& limits) {
  const auto is_same = [&](const auto& known) {
    return known->most_bytes == limits.bytes && known->file.path() == text.path() &&
           known->file.bytes() == text.bytes();
  };
  if (const auto known = std::ranges::find_if(texts_, is_same); known != texts_.end()) return *known;
  if (texts_.size() == kMostTexts) texts_.pop_back();
  texts_.push_front(std::make_shared<const ReadText>(text, limits));
  return texts_.front();
}

}  // namespace cpm::yaml
