#pragma once
// Part 3 of the process, "What will support our progress?": needs, who could meet them, and where each stands (domain.md
// section 5).
#include <string_view>
#include <vector>

#include "model/common.h"

namespace cpm::model {

enum class SupportCategory { rta, peer, toolkit, online, state, internal, consultant };
enum class SupportStatus { wanted, requested, agreed, received, declined };

/// What a need is for: exactly one of them.
struct SupportFor {
  Span span;
  LocatedText step;
  LocatedText objective;
  LocatedText priority;
  LocatedText item;
};

struct SupportNeed {
  Span span;
  LocatedText id;
  std::optional<SupportFor> purpose;  ///< key `for`
  Located<SupportCategory> category;
  LocatedText provider;  ///< an academy's key for `rta`, else free words
  LocatedText tool;      ///< key in the toolkit catalog
  LocatedText request;   ///< what is asked for
  LocatedDate requested_on;
  LocatedTimeframe needed_by;
  Located<SupportStatus> status;
  LocatedText note;
};

/// Neither received nor declined. The need has a status.
bool is_open(const SupportNeed& need);

struct Support {
  Heading heading;
  LocatedText county;
  LocatedDate date;
  LocatedText plan;      ///< file of the plan, from the repository's root
  LocatedText snapshot;  ///< file of the Snapshot, for needs of items
  std::optional<Contact> contact;
  std::vector<SupportNeed> needs;
  std::vector<Approval> approvals;
};

}  // namespace cpm::model
