// The Snapshot report for machines: score, ranking, analysis and priorities in one tree, with ids instead of titles.
#include "report/pages.h"
#include "report/result_parts.h"
#include "report/score_blocks.h"
#include "report/snapshot_sections.h"
#include "report/vote_blocks.h"

namespace cpm::report {

namespace {

Result remark_result(const model::Remark& remark) {
  return Result::Fields{
      {"id", text_result(remark.id)}, {"items", texts_result(remark.items)}, {"text", text_result(remark.text)}};
}

Result priority_result(const model::SnapshotPriority* priority) {
  return Result::Fields{{"id", *priority->id},
                        {"rank", whole_result(priority->rank)},
                        {"area", text_result(priority->area)},
                        {"title", text_result(priority->title)},
                        {"items", texts_result(priority->items)},
                        {"reason", text_result(priority->reason)}};
}

Result split_result(const score::ItemScore* item) {
  return Result::Fields{{"item", *item->item->id}, {"score", score_or_null(*item)}, {"votes", votes_result(*item)}};
}

Result without_score_result(const score::ItemScore& item, const model::Snapshot& snapshot) {
  const model::LocatedText* reason = reason_given(item, snapshot);
  return Result::Fields{{"item", *item.item->id},
                        {"area", *item.area->id},
                        {"answer", answer_result(item.answer)},
                        {"note", reason == nullptr ? Result() : Result(**reason)}};
}

Result participant_result(const model::Participant& participant) {
  return Result::Fields{{"role", text_result(participant.role)},
                        {"organization", text_result(participant.organization)},
                        {"count", whole_result(participant.count)}};
}

Result::List top_items(const score::Scorecard& card) {
  Result::List items;
  for (const score::ItemScore& item : card.items)
    if (item.answer == score::Answer::scored && item.score == card.top) items.push_back(*item.item->id);
  return items;
}

Result::Fields analysis_fields(const score::Scorecard& card, const model::Analysis& analysis) {
  const auto open = [&card](const score::ItemScore* item) { return without_score_result(*item, *card.snapshot); };
  return Result::Fields{
      {"strengths",
       Result::Fields{{"items", top_items(card)}, {"remarks", list_of(analysis.strengths, remark_result)}}},
      {"opportunities", list_of(analysis.opportunities, remark_result)},
      {"dismissed", list_of(analysis.dismissed, remark_result)},
      {"splits", list_of(split_votes(card), split_result)},
      {"votes", team_votes_result(card)},
      {"priorities", list_of(in_order(*card.snapshot), priority_result)},
      {"not_answered", list_of(without_score(card), open)},
      {"participants", list_of(card.snapshot->participants, participant_result)},
  };
}

}  // namespace

Result snapshot_result(const score::Ranking& ranking) {
  const score::Scorecard& card = *ranking.scorecard;
  Result::Fields fields = snapshot_fields(card);
  fields.emplace_back("score", score_fields(card));
  fields.emplace_back("ranking", ranking_fields(ranking));
  append(fields, analysis_fields(card, analysis_of(*card.snapshot)));
  return fields;
}

}  // namespace cpm::report
