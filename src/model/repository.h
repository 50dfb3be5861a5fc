#pragma once
// `cpm.yaml` at the root of a county's repository: who the county is, and which findings it wants treated how.
#include <vector>

#include "model/common.h"

namespace cpm::model {

enum class PolicySeverity { hidden, advice, warning, error };

/// "This finding is known": by code, file and item, with a reason and an optional end date. Never by message text.
struct Suppression {
  Span span;
  LocatedText code;
  LocatedText file;  ///< path from the repository's root; absent = every file
  LocatedText item;  ///< id of the record; absent = every record
  LocatedText reason;
  LocatedDate until;  ///< the last day on which it holds
  LocatedText by;
};

struct Policy {
  Span span;
  Map<Located<PolicySeverity>> severity;  ///< code → severity
  std::vector<Suppression> suppressions;
};

struct ReportSettings {
  Span span;
  LocatedWhole benchmark;  ///< percent, the county's own; default none
  LocatedFlag contacts;    ///< false: leave names, email and phone out of reports
  LocatedText folder;      ///< where reports are kept; default `reports`
};

/// What the county is ready to tell others about: an item it has in place.
struct Offer {
  Span span;
  LocatedText item;
  LocatedText text;
};

struct Privacy {
  Span span;
  LocatedWhole small_group;    ///< groups below this size are not shown; default 5
  TextList small_group_words;  ///< words, besides those cpm knows, for people of whom small numbers must not be told
  TextList words;              ///< the county's own words that must not appear, such as names of places or programs
};

/// Who signs a report on the System Improvement Plan.
struct SipSigner {
  Span span;
  LocatedText role;
  LocatedText name;
  LocatedText phone;
  LocatedText address;
};

/// Whom the State asks about a report on the System Improvement Plan.
struct SipContact {
  Span span;
  LocatedText role;
  LocatedText name;
  LocatedText phone;
  LocatedText email;
  LocatedText address;
};

/// What a progress report on the county's System Improvement Plan begins with (domain.md section 12).
struct SipSettings {
  Span span;
  Period period;
  LocatedDate board_approval;    ///< when the Board of Supervisors approved the plan
  LocatedText outcome_data;      ///< the period of the outcome data, as the State names it
  LocatedText prevention_funds;  ///< the agency that administers CAPIT and CBCAP
  std::vector<SipSigner> signers;
  std::vector<SipContact> contacts;
};

struct Repository {
  Heading heading;
  LocatedText county;
  LocatedText academy;
  LocatedWhole fiscal_year_start;  ///< month, 1 to 12; California's counties: 7
  TextList ignore;                 ///< files and folders that are not cpm's
  std::optional<Policy> policy;
  std::optional<ReportSettings> reports;
  std::optional<Privacy> privacy;
  std::vector<Offer> offers;
  std::optional<SipSettings> sip;
};

}  // namespace cpm::model
