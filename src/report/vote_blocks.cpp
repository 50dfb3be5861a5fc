#include "report/vote_blocks.h"

#include "report/result_parts.h"
#include "report/score_blocks.h"

namespace cpm::report {

namespace {

using Items = std::vector<const score::ItemScore*>;

/// "7 of 10, 70.0 %"
std::string agreement_text(std::int64_t agreeing, std::int64_t votes, const std::optional<base::Ratio>& share) {
  if (!share) return "no agreed score";
  return std::to_string(agreeing) + " of " + std::to_string(votes) + ", " + percent_text(*share);
}

std::string agreement_text(const score::ItemScore& item) {
  return agreement_text(item.votes.agreeing, item.votes.voters, score::agreement(item));
}

/// "0 to 2", or "2" when all agree.
std::string range_text(std::int64_t lowest, std::int64_t highest) {
  const std::string low = std::to_string(lowest);
  return lowest == highest ? low : low + " to " + std::to_string(highest);
}

Row area_row(std::string name, const score::VoteFigures& figures) {
  const bool voted = figures.items > 0;
  return Row{text_cell(std::move(name)),
             whole_cell(figures.items),
             text_cell(voted ? agreement_text(figures.agreeing, figures.votes, score::agreement(figures)) : "no votes"),
             text_cell(voted ? range_text(figures.lowest, figures.highest) : "no votes"),
             whole_cell(figures.unanimous),
             whole_cell(figures.split),
             whole_cell(figures.outside)};
}

Table area_table(const score::TeamVotes& team) {
  Table table{.caption = "Votes by area",
              .columns = {{.head = "Area"},
                          {.head = "Items with votes", .number = true},
                          {.head = "Votes for the agreed score"},
                          {.head = "Votes from to"},
                          {.head = "All alike", .number = true},
                          {.head = "Split", .number = true},
                          {.head = "Agreed outside the votes", .number = true}},
              .rows = {}};
  for (const score::AreaVotes& area : team.areas) table.rows.push_back(area_row(area_name(*area.area), area.figures));
  table.rows.push_back(area_row("Total of all items", team.total));
  return table;
}

Table item_table(const Items& items, const score::Scorecard& card, std::string caption) {
  Table table{.caption = std::move(caption),
              .columns = {{.head = "Item"},
                          {.head = "Agreed score"},
                          {.head = "Votes"},
                          {.head = "Voted for the agreed score"}},
              .rows = {}};
  for (const score::ItemScore* item : items)
    table.rows.push_back({text_cell(item_name(*item->item)), answer_cell(*item, *card.instrument),
                          text_cell(votes_text(item->rating->value)), text_cell(agreement_text(*item))});
  return table;
}

std::string split_sentence(const score::TeamVotes& team) {
  const std::string recorded = "Votes were recorded for " + counted(team.total.items, "item") + "; ";
  if (team.split.empty()) return recorded + "none was split.";
  return recorded + "on " + std::to_string(team.split.size()) +
         " both the lowest and the top value got votes. Votes do not change the agreed score; a split is worth a second "
         "conversation.";
}

std::string outside_sentence(const score::TeamVotes& team) {
  return "On " + counted(team.total.outside, "item") +
         " the agreed score lies above or below every vote: nobody voted for it or for a value beyond it. Check the "
         "score, or note why the team agreed on it.";
}

Result figures_result(const score::VoteFigures& figures) {
  const bool voted = figures.items > 0;
  return Result::Fields{{"items", figures.items},
                        {"votes", figures.votes},
                        {"agreeing", figures.agreeing},
                        {"agreement", percent_result(score::agreement(figures))},
                        {"lowest", voted ? Result(figures.lowest) : Result()},
                        {"highest", voted ? Result(figures.highest) : Result()},
                        {"unanimous", figures.unanimous},
                        {"split", figures.split},
                        {"score_outside", figures.outside}};
}

Result area_votes_result(const score::AreaVotes& area) {
  return Result::Fields{
      {"id", *area.area->id}, {"label", *area.area->label}, {"figures", figures_result(area.figures)}};
}

Result ids_result(const Items& items) {
  return list_of(items, [](const score::ItemScore* item) { return Result(*item->item->id); });
}

}  // namespace

std::vector<Block> vote_blocks(const score::Scorecard& card) {
  const score::TeamVotes team = score::team_votes(card);
  if (team.total.items == 0) return {Paragraph{.text = "No votes were recorded."}};
  std::vector<Block> blocks = {Paragraph{.text = split_sentence(team)}, area_table(team)};
  if (!team.split.empty()) blocks.push_back(item_table(team.split, card, "Items with split votes"));
  if (team.outside.empty()) return blocks;
  blocks.push_back(Paragraph{.text = outside_sentence(team)});
  blocks.push_back(item_table(team.outside, card, "Items with an agreed score outside every vote"));
  return blocks;
}

Table vote_table(const score::Scorecard& card) {
  Table table = item_table({}, card, "Votes by item");
  table.columns.push_back({.head = "From to"});
  for (const score::ItemScore& item : card.items) {
    if (item.votes.voters == 0) continue;
    table.rows.push_back({text_cell(item_name_and_id(*item.item)), answer_cell(item, *card.instrument),
                          text_cell(votes_text(item.rating->value)), text_cell(agreement_text(item)),
                          text_cell(range_text(item.votes.lowest, item.votes.highest))});
  }
  return table;
}

Result team_votes_result(const score::Scorecard& card) {
  const score::TeamVotes team = score::team_votes(card);
  return Result::Fields{{"areas", list_of(team.areas, area_votes_result)},
                        {"total", figures_result(team.total)},
                        {"split", ids_result(team.split)},
                        {"score_outside", ids_result(team.outside)}};
}

}  // namespace cpm::report
