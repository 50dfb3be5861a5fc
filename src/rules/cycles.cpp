#include "rules/cycles.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "rules/words.h"

namespace cpm::rules {
namespace {

enum class Mark { unseen, open, closed };

// Depth first with a stack of our own: a file may hold thousands of records in one long row.
class Search {
 public:
  explicit Search(const std::vector<Waiting>& records)
      : records_(records), marks_(records.size(), Mark::unseen), reported_(records.size(), false) {
    for (std::size_t i = 0; i < records.size(); ++i) positions_.emplace(**records[i].id, i);
  }

  std::vector<Cycle> run() {
    for (std::size_t i = 0; i < records_.size(); ++i)
      if (marks_[i] == Mark::unseen) follow(i);
    return std::move(found_);
  }

 private:
  struct Place {
    std::size_t record;
    std::size_t next;  // position in its list of those it waits for
  };

  void open(std::size_t record) {
    marks_[record] = Mark::open;
    path_.push_back({record, 0});
  }

  void follow(std::size_t start) {
    open(start);
    while (!path_.empty()) {
      Place& here = path_.back();
      const model::TextList& waits_for = *records_[here.record].waits_for;
      if (here.next == waits_for.size()) {
        marks_[here.record] = Mark::closed;
        path_.pop_back();
        continue;
      }
      const model::LocatedText& wanted = waits_for[here.next++];
      const auto target = positions_.find(*wanted);
      if (target == positions_.end()) continue;
      if (marks_[target->second] == Mark::open) close(target->second, wanted.span);
      if (marks_[target->second] == Mark::unseen) open(target->second);
    }
  }

  void close(std::size_t first, const model::Span& closing) {
    const auto begins = std::find_if(path_.begin(), path_.end(), [&](const Place& at) { return at.record == first; });
    Cycle cycle{.records = {}, .closing = closing};
    for (auto at = begins; at != path_.end(); ++at) {
      if (reported_[at->record]) return;
      cycle.records.push_back(at->record);
    }
    for (const std::size_t record : cycle.records) reported_[record] = true;
    found_.push_back(std::move(cycle));
  }

  const std::vector<Waiting>& records_;
  std::unordered_map<std::string_view, std::size_t> positions_;
  std::vector<Mark> marks_;
  std::vector<bool> reported_;
  std::vector<Place> path_;
  std::vector<Cycle> found_;
};

}  // namespace

std::vector<Cycle> cycles(const std::vector<Waiting>& records) {
  return Search{records}.run();
}

std::string cycle_text(const Cycle& cycle, const std::vector<Waiting>& records) {
  constexpr std::size_t kNamed = 6;
  std::vector<std::string> names;
  for (const std::size_t record : cycle.records) names.push_back(quoted(**records[record].id));
  return first_of(names, kNamed);
}

}  // namespace cpm::rules
