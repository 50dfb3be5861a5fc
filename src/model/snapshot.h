#pragma once
// Part 1 of the process, "Where are we now?": one county's answers at one date (domain.md section 3).
#include <string_view>
#include <vector>

#include "model/common.h"

namespace cpm::model {

enum class DocumentStatus { draft, final };
enum class Administration { baseline, followup };
enum class RatingState { missing, not_applicable, dont_know };

/// What the team answered for one item: a score, or the reason why there is none.
struct Rating {
  Span span;
  LocatedWhole score;
  Located<RatingState> state;
  LocatedText note;
  Map<LocatedWhole> votes;  ///< scale value → number of people; never names
  TextList evidence;
  LocatedText comment;
};

struct Facilitator {
  Span span;
  LocatedText name;
  LocatedText role;
  LocatedFlag voted;
};

struct Participant {
  Span span;
  LocatedText role;
  LocatedText organization;
  LocatedWhole count;
};

/// A strength, an opportunity or a dismissed opportunity: items and what the team says of them.
struct Remark {
  Span span;
  LocatedText id;
  TextList items;
  LocatedText text;
};

/// How the team judged an item or an opportunity: 1 to 3, where 3 is important / easy.
struct Feasibility {
  Span span;
  LocatedText item;
  LocatedText opportunity;  ///< id of one of `opportunities`: the judgment then holds for all its items
  LocatedWhole importance;
  LocatedWhole feasibility;
  LocatedText text;
};

struct Analysis {
  Span span;
  std::vector<Remark> strengths;         ///< section B of the form
  std::vector<Remark> opportunities;     ///< section C
  std::vector<Remark> dismissed;         ///< items below the top that the team leaves as they are, with the reason
  std::vector<Feasibility> feasibility;  ///< section D
};

/// One of the 3 to 5 "Priorities for Local Planning" (section E of the form).
struct SnapshotPriority {
  Span span;
  LocatedText id;
  LocatedText area;
  LocatedText title;
  TextList items;
  LocatedText reason;
  LocatedWhole rank;
};

/// An item a final Snapshot leaves unanswered, and why.
struct Incomplete {
  Span span;
  LocatedText item;
  LocatedText reason;
};

struct Snapshot {
  Heading heading;
  LocatedText county;
  LocatedDate date;
  Located<DocumentStatus> status;
  InstrumentRef instrument;
  Located<Administration> administration;
  LocatedWhole number;  ///< which follow-up
  std::optional<Contact> contact;
  std::optional<Facilitator> facilitator;
  std::vector<Participant> participants;
  Map<Rating> ratings;  ///< by item id; items not listed are missing
  std::vector<Incomplete> incomplete;
  std::optional<Analysis> analysis;
  std::vector<SnapshotPriority> priorities;
  TextList shared_with;
  std::vector<Approval> approvals;
};

const Keyed<Rating>* find_rating(const Snapshot& snapshot, std::string_view item_id);
const SnapshotPriority* find_priority(const Snapshot& snapshot, std::string_view id);
const Remark* find_opportunity(const Snapshot& snapshot, std::string_view id);

}  // namespace cpm::model
