// Myers' greedy algorithm (An O(ND) Difference Algorithm, 1986): time and memory grow with the number of changes.
#include "base/line_diff.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace cpm::base {
namespace {

using Lines = std::vector<std::string_view>;
using Index = std::ptrdiff_t;

constexpr Index kAround = 3;

/// Each line with its line end, so that a missing one at the end of the file is a difference.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// Lines `[begin, end)` of the one text that lines of the other take the place of.
struct Change {
  Index begin = 0;
  Index end = 0;
  Index new_begin = 0;
  Index new_end = 0;
};

/// How far each diagonal has come before a step.
struct Reach {
  Index middle = 1;
  std::vector<Index> x;

  Index at(Index k) const { return x[static_cast<std::size_t>(k + middle)]; }
  void set(Index k, Index value) { x[static_cast<std::size_t>(k + middle)] = value; }
};

/// Walks from corner to corner of the table of both texts, with as few steps off its diagonals as possible.
class Walk {
 public:
  Walk(std::span<const std::string_view> before, std::span<const std::string_view> after) : a_(before), b_(after) {}

  /// The changes in order; all of it as one change when there are more steps than it is worth to remember.
  std::vector<Change> changes() {
    const std::optional<Index> steps = forward();
    if (!steps) return {Change{.begin = 0, .end = size(a_), .new_begin = 0, .new_end = size(b_)}};
    std::vector<Change> found;
    Index x = size(a_);
    Index y = size(b_);
    for (Index step = *steps; step > 0; --step) {
      const Reach& reach = history_[static_cast<std::size_t>(step)];
      const Index k = x - y;
      const bool down = comes_down(reach, k, step);
      x = reach.at(down ? k + 1 : k - 1);
      y = x - (down ? k + 1 : k - 1);
      add(found, {.begin = x, .end = down ? x : x + 1, .new_begin = y, .new_end = down ? y + 1 : y});
    }
    std::ranges::reverse(found);
    return found;
  }

 private:
  static Index size(std::span<const std::string_view> lines) { return static_cast<Index>(lines.size()); }

  static bool comes_down(const Reach& reach, Index k, Index step) {
    return k == -step || (k != step && reach.at(k - 1) < reach.at(k + 1));
  }

  /// How many steps it takes; remembers how far each diagonal was before each of them.
  std::optional<Index> forward() {
    constexpr Index kMostSteps = 1500;
    Reach last;
    for (Index step = 0; step <= kMostSteps; ++step) {
      Reach reach{.middle = step + 1, .x = std::vector<Index>(static_cast<std::size_t>(2 * step + 3), 0)};
      for (Index k = 1 - step; k <= step - 1; k += 2) reach.set(k, last.at(k));
      Reach now = reach;
      for (Index k = -step; k <= step; k += 2) {
        const Index x = slide(step == 0 ? 0 : comes_down(reach, k, step) ? reach.at(k + 1) : reach.at(k - 1) + 1, k);
        now.set(k, x);
        if (x < size(a_) || x - k < size(b_)) continue;
        history_.push_back(std::move(reach));
        return step;
      }
      history_.push_back(std::move(reach));
      last = std::move(now);
    }
    return std::nullopt;
  }

  /// Along the diagonal, as far as lines are equal.
  Index slide(Index x, Index k) const {
    while (x < size(a_) && x - k < size(b_) && a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(x - k)])
      ++x;
    return x;
  }

  /// One line taken out or put in, joined with its neighbor where they touch. Comes from the end to the beginning.
  static void add(std::vector<Change>& found, const Change& one) {
    if (!found.empty() && found.back().begin == one.end && found.back().new_begin == one.new_end) {
      found.back().begin = one.begin;
      found.back().new_begin = one.new_begin;
    } else {
      found.push_back(one);
    }
  }

  std::span<const std::string_view> a_;
  std::span<const std::string_view> b_;
  std::vector<Reach> history_;
};

/// The changes of two texts, of which most lines at the beginning and at the end are usually alike.
std::vector<Change> changes_of(const Lines& a, const Lines& b) {
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail + head < a.size() && tail + head < b.size() && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const auto middle = [&](const Lines& lines) {
    return std::span<const std::string_view>(lines).subspan(head, lines.size() - head - tail);
  };
  if (middle(a).empty() && middle(b).empty()) return {};
  std::vector<Change> changes = Walk(middle(a), middle(b)).changes();
  const auto shift = static_cast<Index>(head);
  for (Change& change : changes)
    for (Index Change::*const line : {&Change::begin, &Change::end, &Change::new_begin, &Change::new_end})
      change.*line += shift;
  return changes;
}

void append_line(std::string& text, char character, std::string_view line) {
  text.append(1, character).append(line);
  if (!line.ends_with('\n')) text += "\n\\ No newline at end of file\n";
}

std::string range_text(Index begin, Index count) {
  const std::string first = std::to_string(count == 0 ? begin : begin + 1);
  return count == 1 ? first : first + "," + std::to_string(count);
}

/// Changes that stand close together share their surroundings.
std::string hunk(const Lines& before, const Lines& after, const std::vector<Change>& changes) {
  const Index begin = std::max<Index>(changes.front().begin - kAround, 0);
  const Index end = std::min<Index>(changes.back().end + kAround, static_cast<Index>(before.size()));
  const Index new_begin = changes.front().new_begin - (changes.front().begin - begin);
  const Index new_end = changes.back().new_end + (end - changes.back().end);
  std::string text = "@@ -" + range_text(begin, end - begin) + " +" + range_text(new_begin, new_end - new_begin) +
                     " @@\n";
  Index at = begin;
  for (const Change& change : changes) {
    for (; at < change.begin; ++at) append_line(text, ' ', before[static_cast<std::size_t>(at)]);
    for (; at < change.end; ++at) append_line(text, '-', before[static_cast<std::size_t>(at)]);
    for (Index y = change.new_begin; y < change.new_end; ++y)
      append_line(text, '+', after[static_cast<std::size_t>(y)]);
  }
  for (; at < end; ++at) append_line(text, ' ', before[static_cast<std::size_t>(at)]);
  return text;
}

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, const DiffNames& names) {
  const Lines a = lines_of(before);
  const Lines b = lines_of(after);
  const std::vector<Change> changes = changes_of(a, b);
  if (changes.empty()) return {};
  std::string text = "--- " + names.before + "\n+++ " + names.after + "\n";
  std::vector<Change> close;
  for (const Change& change : changes) {
    if (!close.empty() && change.begin - close.back().end > 2 * kAround) {
      text += hunk(a, b, close);
      close.clear();
    }
    close.push_back(change);
  }
  return text + hunk(a, b, close);
}

}  // namespace cpm::base
