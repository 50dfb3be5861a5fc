#pragma once
// What the files of this room need to write their rows: a rule is a function over one kind of document and the codes it
// reports. Each topic has its own table; rules.cpp joins them.
#include <array>
#include <span>

#include "rules/rules.h"

namespace cpm::rules {

template <diag::Code... codes>
inline constexpr std::array<diag::Code, sizeof...(codes)> kCodes = {codes...};

/// Makes a rule of a function over a document's content: it is silent on documents of other kinds.
template <class Content, void (*check)(const Content&, const Subject&, diag::Diagnostics&)>
void on(const Subject& subject, diag::Diagnostics& findings) {
  if (const Content* const content = model::content_as<Content>(subject.document)) check(*content, subject, findings);
}

std::span<const Rule> snapshot_answer_rules();
std::span<const Rule> snapshot_people_rules();
std::span<const Rule> snapshot_analysis_rules();
std::span<const Rule> snapshot_priority_rules();
std::span<const Rule> snapshot_missing_rules();
std::span<const Rule> plan_rules();
std::span<const Rule> plan_priority_rules();
std::span<const Rule> plan_step_rules();
std::span<const Rule> plan_date_rules();
std::span<const Rule> plan_confirm_rules();
std::span<const Rule> plan_target_rules();
std::span<const Rule> sip_rules();
std::span<const Rule> support_rules();
std::span<const Rule> theory_rules();
std::span<const Rule> logic_model_rules();
std::span<const Rule> roadmap_rules();
std::span<const Rule> fidelity_rules();
std::span<const Rule> instrument_rules();
std::span<const Rule> regions_rules();
std::span<const Rule> approval_rules();
std::span<const Rule> missing_rules();
std::span<const Rule> text_rules();

}  // namespace cpm::rules
