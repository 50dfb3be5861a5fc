#pragma once
// Sections of the Snapshot report, in the order of the form: strengths, opportunities, votes, priorities with reasons,
// what is not answered, who took part, what the terms mean. Each adds a heading and its blocks.
#include <string>
#include <vector>

#include "report/pages.h"

namespace cpm::report {

using Blocks = std::vector<Block>;

void add_section(Blocks& blocks, std::string title, int level = 2);
void add_text(Blocks& blocks, std::string text);

/// The analysis of the Snapshot; an empty one when the file has none.
model::Analysis analysis_of(const model::Snapshot& snapshot);
/// Priorities by rank; those without one follow in the order of the file.
std::vector<const model::SnapshotPriority*> in_order(const model::Snapshot& snapshot);
std::string priority_name(const model::SnapshotPriority& priority);

void add_strengths(Blocks& blocks, const score::Scorecard& card, const model::Analysis& analysis);
void add_opportunities(Blocks& blocks, const score::Ranking& ranking, const model::Analysis& analysis);
void add_votes(Blocks& blocks, const score::Scorecard& card);
void add_priorities(Blocks& blocks, const score::Scorecard& card);
void add_without_score(Blocks& blocks, const score::Scorecard& card);
void add_people(Blocks& blocks, const model::Snapshot& snapshot, const Context& context);
void add_glossary(Blocks& blocks, const score::Scorecard& card);

}  // namespace cpm::report
