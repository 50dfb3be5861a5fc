// Who took part in a Snapshot, when, and which one in the row it is.
#include <fmt/format.h>

#include "base/text.h"
#include "rules/answers.h"
#include "rules/rule_table.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Snapshot;

void check_participants(const Snapshot& snapshot, const Subject&, Diagnostics& findings) {
  if (!snapshot.participants.empty()) return;
  findings.add({.code = 409,
                .message = "this Snapshot does not say who took part",
                .span = snapshot.heading.format.span,
                .help = "add `participants` by `role` and `organization`, with a `count`; names are not needed"});
}

void check_contact(const Snapshot& snapshot, const Subject&, Diagnostics& findings) {
  const auto& contact = snapshot.contact;
  if (contact && (contact->name.given || contact->email.given || contact->phone.given)) return;
  findings.add({.code = 410,
                .message = "this Snapshot names nobody to ask",
                .span = contact ? contact->span : snapshot.heading.format.span,
                .help = "add `contact` with a `name`, `email` or `phone`"});
}

void check_facilitator(const Snapshot& snapshot, const Subject&, Diagnostics& findings) {
  const auto& facilitator = snapshot.facilitator;
  if (facilitator && (facilitator->name.given || facilitator->role.given)) return;
  findings.add({.code = 411,
                .message = "this Snapshot does not say who facilitated",
                .span = facilitator ? facilitator->span : snapshot.heading.format.span,
                .help = "add `facilitator` with a `role` or `name`"});
}

void check_facilitator_vote(const Snapshot& snapshot, const Subject&, Diagnostics& findings) {
  const auto& facilitator = snapshot.facilitator;
  if (!facilitator || !facilitator->voted.given || !*facilitator->voted) return;
  findings.add({.code = 412,
                .message = "the facilitator voted",
                .span = facilitator->voted.span,
                .help = "take that vote out of the counts and write `voted: false`, so that the result is the team's"});
}

void check_administration(const Snapshot& snapshot, const Subject&, Diagnostics& findings) {
  if (snapshot.administration.given) return;
  findings.add({.code = 413,
                .message = "this Snapshot does not say whether it is a baseline or a follow-up",
                .span = snapshot.heading.format.span,
                .help = "add `administration: baseline` for the first one, `administration: followup` for later ones"});
}

void check_number(const Snapshot& snapshot, const Subject&, Diagnostics& findings) {
  if (!snapshot.administration.given || *snapshot.administration != model::Administration::followup) return;
  if (snapshot.number.given) return;
  findings.add({.code = 424,
                .message = "this follow-up does not say which one it is",
                .span = snapshot.administration.span,
                .help = "add `number: 1` for the first follow-up, `number: 2` for the second"});
}

void check_date(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  if (!is_final(snapshot) || !snapshot.date.given || *snapshot.date <= subject.workspace.as_of) return;
  findings.add({.code = 423,
                .message = fmt::format("this final Snapshot is dated {}, which lies after {}, the date of this check",
                                       base::to_text(*snapshot.date), base::to_text(subject.workspace.as_of)),
                .span = snapshot.date.span,
                .labels = {{snapshot.status.span, "final here"}},
                .help = "correct the date, or set `status: draft` until the team has met"});
}

constexpr Rule kSnapshotPeopleRules[] = {
    {"snapshot: participants", kCodes<409>, on<Snapshot, check_participants>},
    {"snapshot: contact", kCodes<410>, on<Snapshot, check_contact>},
    {"snapshot: facilitator", kCodes<411>, on<Snapshot, check_facilitator>},
    {"snapshot: facilitator's vote", kCodes<412>, on<Snapshot, check_facilitator_vote>},
    {"snapshot: administration", kCodes<413>, on<Snapshot, check_administration>},
    {"snapshot: date", kCodes<423>, on<Snapshot, check_date>},
    {"snapshot: number of the follow-up", kCodes<424>, on<Snapshot, check_number>},
};

}  // namespace

std::span<const Rule> snapshot_people_rules() {
  return kSnapshotPeopleRules;
}

}  // namespace cpm::rules
