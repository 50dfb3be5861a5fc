#include "assist/spot.h"

#include <algorithm>

#include "yaml/source.h"

namespace cpm::assist {
namespace {

using Where = Spot::Where;

class SpotFinder {
 public:
  SpotFinder(const Outline& outline, std::size_t at)
      : outline_(outline), at_(at), line_(line_bounds(outline.bytes, at)) {}

  Spot find() const {
    if (const Bracket* const bracket = innermost()) return in_brackets(*bracket);
    const std::size_t index = last_before([](const Part& part) { return !part.flow; });
    if (index == 0) return line_.blank() ? on_blank_line(0) : Spot{};
    const Spot spot = at_part(index);
    if (spot.where != Where::nothing) return spot;
    return line_.blank() && part(index).value.end < line_.begin ? on_blank_line(index) : Spot{};
  }

 private:
  const Part& part(std::size_t index) const { return outline_.parts[index]; }
  std::string_view bytes() const { return outline_.bytes; }

  const Bracket* innermost() const {
    const Bracket* inner = nullptr;
    for (const Bracket& bracket : outline_.brackets) {
      if (bracket.open >= at_) break;
      if (at_ <= bracket.close) inner = &bracket;
    }
    return inner;
  }

  /// The last part that begins at the cursor or before it, and fits; else the file.
  template <class Fits>
  std::size_t last_before(const Fits& fits) const {
    std::size_t last = 0;
    for (std::size_t i = 1; i < outline_.parts.size() && part(i).name.begin <= at_; ++i)
      if (fits(part(i))) last = i;
    return last;
  }

  Spot at_part(std::size_t index) const {
    const Part& here = part(index);
    const auto column = static_cast<std::size_t>(std::max(here.column, 0));
    Spot spot{.holder = here.above, .part = index, .word = here.name, .column = column, .flow = here.flow};
    const bool at_name = here.name.touches(at_) && !here.entry;
    if (at_name) {
      spot.where = Where::key;
      if (!here.colon) spot.word = first_word(here.name);
      return spot.word.touches(at_) ? spot : Spot{};
    }
    if (!here.colon && !here.entry) return {};
    spot.where = Where::value;
    spot.word = here.value;
    if (here.form != Form::nothing && here.form != Form::brackets && here.value.touches(at_)) return spot;
    const std::size_t from = here.flow && here.entry ? here.name.begin : here.value.begin;
    if (here.form != Form::nothing || at_ < from || at_ > here.end || !is_last(here.flow ? here.end : line_.end))
      return {};
    spot.word = {at_, at_};
    return spot;
  }

  /// Is there nothing but blanks or a comment from the cursor to there?
  bool is_last(std::size_t end) const { return end_of_words(bytes(), at_, end) == at_; }

  /// Of what may be a key whose colon is missing.
  Stretch first_word(Stretch text) const {
    const std::size_t blank = bytes().substr(0, text.end).find_first_of(" \t", text.begin);
    return {text.begin, std::min(blank, text.end)};
  }

  Spot in_brackets(const Bracket& bracket) const {
    const std::size_t index = last_before([&](const Part& part) { return part.flow && part.above == bracket.owner; });
    if (index > 0 && part(index).name.begin > bracket.open && !comma_since(index)) return at_part(index);
    if (!is_free()) return {};
    return {
        .where = bracket.map ? Where::key : Where::entry, .holder = bracket.owner, .word = {at_, at_}, .flow = true};
  }

  /// Is the cursor behind the comma that ends this part?
  bool comma_since(std::size_t index) const { return at_ > std::max(part(index).end, part(index).value.end); }

  /// Between brackets or commas, or at the end of a line.
  bool is_free() const {
    const std::size_t before = bytes().find_last_not_of(" \t\r\n", at_ == 0 ? 0 : at_ - 1);
    const std::size_t next = std::min(bytes().find_first_not_of(" \t\r\n", at_), bytes().size());
    const bool opens = before == std::string_view::npos ||
                       std::string_view("[{,").find(bytes()[before]) != std::string_view::npos;
    return opens && (next == bytes().size() || std::string_view("]},").find(bytes()[next]) != std::string_view::npos);
  }

  /// Below the part with this index, in a line of blanks.
  Spot on_blank_line(std::size_t index) const {
    const auto column = static_cast<int>(at_ - line_.begin);
    std::size_t holder = index;
    while (holder != 0 && part(holder).column >= column && !has_entry_in(holder, column)) holder = part(holder).above;
    if (part(holder).form != Form::nothing || !(part(holder).colon || part(holder).entry)) return {};
    Spot spot{.where = Where::key, .holder = holder, .word = {at_, at_}, .column = static_cast<std::size_t>(column)};
    bool any = false;
    bool fits = holder != 0 || column == 0;
    for (std::size_t i = 1; i < outline_.parts.size(); ++i) {
      if (part(i).above != holder || part(i).flow) continue;
      fits = any ? fits || part(i).column == column : part(i).column == column;
      any = true;
      if (part(i).entry) spot.where = Where::entry;
    }
    return fits && next_stays(holder) ? spot : Spot{};
  }

  /// A list in the column of its key.
  bool has_entry_in(std::size_t holder, int column) const {
    if (part(holder).column != column || part(holder).entry || !part(holder).colon) return false;
    return std::ranges::any_of(
        outline_.parts, [&](const Part& part) { return part.above == holder && part.entry && part.column == column; });
  }

  /// Would what comes next still belong to what it belongs to?
  bool next_stays(std::size_t holder) const {
    const auto next = std::ranges::find_if(outline_.parts,
                                           [&](const Part& part) { return !part.flow && part.name.begin > at_; });
    if (next == outline_.parts.end()) return true;
    std::size_t above = holder;
    while (above != next->above && above != 0) above = part(above).above;
    return above == next->above;
  }

  const Outline& outline_;
  std::size_t at_;
  LineBounds line_;
};

}  // namespace

Spot spot_at(const Outline& outline, std::size_t at) {
  return SpotFinder(outline, std::min(at, outline.bytes.size())).find();
}

}  // namespace cpm::assist
