#include "cli/importing.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "base/text.h"

namespace cpm::cli {
namespace {

using exchange::Difference;
using exchange::Standing;
using exchange::Wish;

constexpr int kMostTries = 5;

Fate fate_of(const Difference& difference, const Decisions& decisions) {
  if (difference.standing == Standing::problem) return Fate::problem;
  if (difference.wish == Wish::remove_row && !decisions.remove_rows) return Fate::kept;
  if (difference.standing == Standing::open || decisions.take_sheet ||
      decisions.cells.contains(base::lower(difference.place)))
    return Fate::taken;
  return decisions.take_file ? Fate::kept : Fate::conflict;
}

void fail(Judged& judged, std::string problem, std::string help) {
  judged.fate = Fate::problem;
  judged.difference.problem = std::move(problem);
  judged.difference.help = std::move(help);
}

class Taking {
 public:
  Taking(Trial& trial, const std::string& before, Taken& taken) : trial_(trial), before_(before), taken_(taken) {}

  /// All of it once more, until nothing is left that cannot be done.
  void run() {
    for (int i = 0; i < kMostTries; ++i)
      if (try_once()) return;
    // What still fails takes the rest with it: nothing is written.
    for (Judged& each : taken_.all)
      if (each.fate == Fate::taken)
        fail(each, "it cannot be done together with the others", "make this change in the file");
    try_once();
  }

 private:
  bool try_once() {
    taken_.after = before_;
    Written written;
    for (std::size_t i = 0; i < taken_.all.size(); ++i)
      if (taken_.all[i].fate == Fate::taken && !apply(i, written)) return false;
    trial_.put(taken_.after);
    taken_.loaded = trial_.read();
    if (taken_.after != before_) trial_.apply_fixes(taken_.after, taken_.loaded, written);
    return !drop_wrong_values(written);
  }

  bool apply(std::size_t index, Written& written) {
    for (const edit::Change& change : taken_.all[index].difference.changes) {
      auto edited = trial_.edited(taken_.after, change);
      if (auto* const refusal = std::get_if<edit::Refusal>(&edited)) {
        drop(index, std::move(refusal->reason), std::move(refusal->help));
        return false;
      }
      auto& [edits, bytes, path] = std::get<edit::Edited>(edited);
      written.add(std::move(edits), index);
      taken_.after = std::move(bytes);
    }
    return true;
  }

  bool drop_wrong_values(const Written& written) {
    bool dropped = false;
    for (const diag::Diagnostic& finding : trial_.wrong_values(*taken_.loaded, written)) {
      const std::size_t index = *written.change_at(finding.span);
      if (taken_.all[index].fate != Fate::taken) continue;
      drop(index, finding.message, finding.help);
      dropped = true;
    }
    return dropped;
  }

  /// The row that cannot be begun takes its values with it.
  void drop(std::size_t index, std::string problem, std::string help) {
    const Difference& difference = taken_.all[index].difference;
    if (difference.wish == Wish::add_row)
      for (Judged& each : taken_.all)
        if (each.difference.row == difference.row && &each.difference != &difference && each.fate == Fate::taken)
          fail(each, "its row is not taken over", "see the first cell of the row");
    fail(taken_.all[index], std::move(problem), std::move(help));
  }

  Trial& trial_;
  const std::string& before_;
  Taken& taken_;
};

}  // namespace

std::size_t Taken::count(Fate fate) const {
  return static_cast<std::size_t>(std::ranges::count(all, fate, &Judged::fate));
}

Taken taken(Trial& trial, const std::string& before, const std::shared_ptr<const format::Loaded>& loaded,
            std::vector<Difference> differences, const Decisions& decisions) {
  Taken taken;
  for (Difference& difference : differences) {
    const Fate fate = fate_of(difference, decisions);
    taken.all.push_back({.difference = std::move(difference), .fate = fate});
  }
  Taking(trial, before, taken).run();
  taken.findings = new_findings(*loaded, *taken.loaded);
  return taken;
}

}  // namespace cpm::cli
