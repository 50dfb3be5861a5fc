#include "model/texts.h"

namespace cpm::model {
namespace {

/// Visits the texts of one record after the other; the overloads of `walk` below list the members, once per kind.
class Walk {
 public:
  explicit Walk(const TextVisitor& visit) : visit_(visit) {}

  void begin(const LocatedText& record) { record_ = record.given ? std::string_view{*record} : std::string_view{}; }
  void begin() { record_ = {}; }

  void prose(const LocatedText& text) const { see(text, TextRole::prose); }
  void prose(const TextList& texts) const {
    for (const LocatedText& text : texts) prose(text);
  }
  void person(const LocatedText& text) const { see(text, TextRole::person); }
  void contact(const std::optional<Contact>& contact) const {
    if (!contact) return;
    for (const LocatedText* text : {&contact->name, &contact->email, &contact->phone}) this->contact(*text);
  }
  void contact(const LocatedText& text) const { see(text, TextRole::contact); }
  void source(const std::optional<DataSource>& source) const {
    if (source) prose(source->name);
  }
  void approvals(const std::vector<Approval>& approvals) {
    for (const Approval& approval : approvals) {
      begin(approval.of);
      person(approval.by);
      prose(approval.text);
    }
  }
  void links(const std::optional<Links>& links) const {
    if (!links) return;
    for (const SipLink& link : links->sip) {
      prose(link.measure_or_factor);
      prose(link.strategy);
      prose(link.action_step);
    }
  }

 private:
  void see(const LocatedText& text, TextRole role) const {
    if (text.given) visit_({.text = text, .role = role, .record = record_});
  }

  const TextVisitor& visit_;
  std::string_view record_;
};

void walk_remarks(Walk& walk, const std::vector<Remark>& remarks) {
  for (const Remark& remark : remarks) {
    walk.begin(remark.id);
    walk.prose(remark.text);
  }
}

void walk_analysis(Walk& walk, const Analysis& analysis) {
  walk_remarks(walk, analysis.strengths);
  walk_remarks(walk, analysis.opportunities);
  walk_remarks(walk, analysis.dismissed);
  for (const Feasibility& judgment : analysis.feasibility) {
    walk.begin(judgment.item.given ? judgment.item : judgment.opportunity);
    walk.prose(judgment.text);
  }
}

void walk_ratings(Walk& walk, const Snapshot& snapshot) {
  for (const auto& [item, rating] : snapshot.ratings) {
    walk.begin(item);
    walk.prose(rating.note);
    walk.prose(rating.evidence);
    walk.prose(rating.comment);
  }
  for (const Incomplete& entry : snapshot.incomplete) {
    walk.begin(entry.item);
    walk.prose(entry.reason);
  }
}

void walk_texts(Walk& walk, const Snapshot& snapshot) {
  walk.contact(snapshot.contact);
  if (snapshot.facilitator) {
    walk.person(snapshot.facilitator->name);
    walk.person(snapshot.facilitator->role);
  }
  for (const Participant& participant : snapshot.participants) {
    walk.person(participant.role);
    walk.person(participant.organization);
  }
  walk_ratings(walk, snapshot);
  if (snapshot.analysis) walk_analysis(walk, *snapshot.analysis);
  for (const SnapshotPriority& priority : snapshot.priorities) {
    walk.begin(priority.id);
    walk.prose(priority.title);
    walk.prose(priority.reason);
  }
  walk.begin();
  walk.prose(snapshot.shared_with);
  walk.approvals(snapshot.approvals);
}

void walk_goals(Walk& walk, const Plan& plan) {
  for (const PlanPriority& priority : plan.priorities) {
    walk.begin(priority.id);
    walk.prose(priority.title);
    walk.prose(priority.reason);
  }
  for (const Objective& objective : plan.objectives) {
    walk.begin(objective.id);
    walk.prose(objective.statement);
    if (!objective.indicator) continue;
    walk.prose(objective.indicator->text);
    walk.prose(objective.indicator->unit);
  }
}

void walk_step(Walk& walk, const Step& step) {
  walk.begin(step.id);
  walk.prose(step.action);
  if (step.responsible) {
    walk.person(step.responsible->role);
    walk.person(step.responsible->team);
    walk.person(step.responsible->name);
  }
  for (const LocatedText& who : step.with) walk.person(who);
  walk.prose(step.initiatives);
  walk.prose(step.note);
  walk.links(step.links);
}

void walk_texts(Walk& walk, const Plan& plan) {
  walk.contact(plan.contact);
  for (const TeamMember& member : plan.team) {
    for (const LocatedText* text : {&member.name, &member.role, &member.organization}) walk.person(*text);
    walk.prose(member.part);
  }
  walk_goals(walk, plan);
  for (const Step& step : plan.steps) walk_step(walk, step);
  for (const Review& review : plan.reviews) {
    walk.begin(review.step.given ? review.step : review.objective);
    walk.prose(review.note);
    walk.prose(review.change);
  }
  walk.begin();
  walk.links(plan.links);
  walk.approvals(plan.approvals);
}

void walk_texts(Walk& walk, const Support& support) {
  walk.contact(support.contact);
  for (const SupportNeed& need : support.needs) {
    walk.begin(need.id);
    walk.prose(need.provider);
    walk.prose(need.request);
    walk.prose(need.note);
  }
  walk.approvals(support.approvals);
}

void walk_clauses(Walk& walk, const std::vector<Clause>& clauses) {
  for (const Clause& clause : clauses) {
    walk.begin(clause.id);
    walk.prose(clause.text);
  }
}

void walk_texts(Walk& walk, const TheoryOfChange& theory) {
  for (const LocatedText* text : {&theory.title, &theory.adapted_from, &theory.source, &theory.lead}) walk.prose(*text);
  walk_clauses(walk, theory.if_clauses);
  walk_clauses(walk, theory.then_clauses);
  walk.approvals(theory.approvals);
}

void walk_outcome(Walk& walk, const LogicOutcome& outcome) {
  walk.begin(outcome.id);
  walk.prose(outcome.text);
  walk.source(outcome.source);
  if (!outcome.feedback_loop) return;
  walk.prose(outcome.feedback_loop->method);
  walk.prose(outcome.feedback_loop->cadence);
  walk.prose(outcome.feedback_loop->sample);
}

void walk_texts(Walk& walk, const LogicModel& model) {
  walk.prose(model.title);
  for (const Activity& activity : model.activities) {
    walk.begin(activity.id);
    walk.prose(activity.text);
  }
  for (const Output& output : model.outputs) {
    walk.begin(output.id);
    walk.prose(output.text);
    walk.prose(output.unit);
    walk.source(output.source);
  }
  for (const LogicOutcome& outcome : model.outcomes) walk_outcome(walk, outcome);
}

void walk_texts(Walk& walk, const Roadmap& roadmap) {
  walk.prose(roadmap.title);
  for (const RoadmapEntry& entry : roadmap.entries) {
    walk.begin(entry.id);
    for (const LocatedText* text : {&entry.title, &entry.audience, &entry.host, &entry.place}) walk.prose(*text);
  }
  walk.approvals(roadmap.approvals);
}

void walk_texts(Walk& walk, const Fidelity& fidelity) {
  walk.prose(fidelity.tool);
  walk.prose(fidelity.respondent_group);
  for (const FidelityMeasure& measure : fidelity.measures) {
    walk.begin(measure.id);
    walk.prose(measure.text);
  }
}

void walk_texts(Walk& walk, const Baseline& baseline) {
  for (const BaselineEntry& entry : baseline.entries) {
    walk.begin(entry.fingerprint);
    walk.prose(entry.reason);
    walk.person(entry.by);
  }
}

// The county's own words that must not appear (`privacy`) are no words about its work: they would find themselves.
void walk_texts(Walk& walk, const Repository& repository) {
  if (repository.policy)
    for (const Suppression& suppression : repository.policy->suppressions) {
      walk.begin(suppression.item);
      walk.prose(suppression.reason);
      walk.person(suppression.by);
    }
  for (const Offer& offer : repository.offers) {
    walk.begin(offer.item);
    walk.prose(offer.text);
  }
  if (!repository.sip) return;
  walk.begin();
  walk.prose(repository.sip->outcome_data);
  walk.prose(repository.sip->prevention_funds);
  for (const SipSigner& signer : repository.sip->signers) {
    walk.person(signer.role);
    for (const LocatedText* text : {&signer.name, &signer.phone, &signer.address}) walk.contact(*text);
  }
  for (const SipContact& contact : repository.sip->contacts) {
    walk.person(contact.role);
    for (const LocatedText* text : {&contact.name, &contact.phone, &contact.email, &contact.address})
      walk.contact(*text);
  }
}

// No words of a county about its own work.
template <class Other>
void walk_texts(Walk&, const Other&) {}

}  // namespace

void for_each_text(const Content& content, const TextVisitor& visit) {
  Walk walk{visit};
  std::visit([&](const auto& kind) { walk_texts(walk, kind); }, content);
}

}  // namespace cpm::model
