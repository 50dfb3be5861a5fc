#include "format/practice_mistakes.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/assert.h"
#include "base/date.h"
#include "base/text.h"

namespace cpm::format {
namespace {

using Records = std::vector<std::string>;

TextTree list_with(const std::string& text) {
  return {.kind = yaml::Kind::list, .items = {scalar(text)}};
}

/// The ratings with this score and a list of sentences for them in words.yaml; all with the score when none is named.
Records rated(const PracticeCounty& county, std::string_view score, std::string_view sentences = {}) {
  Records records;
  for (const auto& [item, rating] : find(county.snapshot, "ratings")->entries) {
    const bool fits = sentences.empty() || find(county.words, std::string(sentences) + "/" + item) != nullptr;
    if (fits && text_at(rating, "score") == score) records.push_back("ratings/" + item);
  }
  return records;
}

/// The sentence that a map of words.yaml has for a record.
std::string sentence(const PracticeCounty& county, std::string_view map, const std::string& record) {
  return text_at(county.words, std::string(map) + record.substr(record.rfind('/')));
}

std::string any_sentence(const PracticeCounty& county, std::string_view list, base::Random& random) {
  const std::vector<TextTree>& sentences = find(county.words, list)->items;
  return sentences[random.below(sentences.size())].text;
}

std::string days_before(const std::string& day, int days) {
  const std::optional<base::Date> date = base::read_date(day).date;
  CPM_ASSERT(date.has_value());
  return base::to_text(base::add_days(*date, -days));
}

std::string day_of(const PracticeCounty& county, const std::string& record, std::string_view key) {
  return text_at(county.plan, record + "/" + std::string(key));
}

Records priorities(const PracticeCounty&) {
  return {"priorities/p1", "priorities/p2", "priorities/p3", "priorities/p4"};
}

Records objectives(const PracticeCounty& county) {
  Records records;
  for (const TextTree& objective : find(county.plan, "objectives")->items)
    records.push_back("objectives/" + text_at(objective, "id"));
  return records;
}

// What `cpm check` reports.

Records steps_in_progress(const PracticeCounty&) {
  return {"steps/s2", "steps/s3", "steps/s5", "steps/s7", "steps/s11", "steps/s15"};
}

Records steps_alone(const PracticeCounty&) {
  return {"steps/s6", "steps/s7", "steps/s12"};
}

Records steps_after(const PracticeCounty&) {
  return {"steps/s9", "steps/s14"};
}

Records steps_done(const PracticeCounty&) {
  return {"steps/s1", "steps/s8"};
}

Records later_steps(const PracticeCounty&) {
  return {"steps/s5", "steps/s6", "steps/s10", "steps/s12", "steps/s15"};
}

Records facilitator(const PracticeCounty&) {
  return {"facilitator"};
}

Records left_alone(const PracticeCounty&) {
  return {"ratings/or-policy", "ratings/or-climate", "ratings/wd-preview", "ratings/ep-services", "ratings/qi-cycles"};
}

Records not_known(const PracticeCounty&) {
  return {"ratings/qi-fidelity-practice"};
}

Records second_priorities(const PracticeCounty&) {
  return {"priorities/p2", "priorities/p3", "priorities/p4"};
}

Records with_votes(const PracticeCounty& county) {
  Records records;
  for (const auto& [item, rating] : find(county.snapshot, "ratings")->entries)
    if (find(rating, "votes") != nullptr && text_at(rating, "score") == "2") records.push_back("ratings/" + item);
  return records;
}

Records plan_priorities(const PracticeCounty&) {
  return {"priorities/coaching", "priorities/deciding", "priorities/hearing-back", "priorities/results"};
}

Records steps_with_others(const PracticeCounty&) {
  return {"steps/s4", "steps/s11", "steps/s12", "steps/s13"};
}

Records approvals(const PracticeCounty&) {
  return {"approvals/0", "approvals/1"};
}

void no_owner(PracticeCounty& county, const std::string& record, base::Random&) {
  take_out(county.plan, record, "responsible");
}

void no_monitoring(PracticeCounty& county, const std::string& record, base::Random&) {
  take_out(county.plan, record, "monitor_on");
}

void due_too_early(PracticeCounty& county, const std::string& record, base::Random& random) {
  const int days = 15 + static_cast<int>(random.below(30));
  set(county.plan, record, "due", scalar(days_before(day_of(county, record, "start"), days)));
}

void starts_too_early(PracticeCounty& county, const std::string& record, base::Random& random) {
  const std::string before = "steps/" + text_at(county.plan, record + "/after/0");
  const int days = 10 + static_cast<int>(random.below(15));
  set(county.plan, record, "start", scalar(days_before(day_of(county, before, "due"), days)));
}

void no_day_done(PracticeCounty& county, const std::string& record, base::Random&) {
  take_out(county.plan, record, "done_on");
}

void no_indicator(PracticeCounty& county, const std::string& record, base::Random&) {
  take_out(county.plan, record, "indicator");
}

void plain_activity(PracticeCounty& county, const std::string& record, base::Random&) {
  set(county.plan, record, "statement", scalar(sentence(county, "activities", record)));
}

void no_evidence(PracticeCounty& county, const std::string& record, base::Random&) {
  take_out(county.snapshot, record, "evidence");
}

void no_reason(PracticeCounty& county, const std::string& record, base::Random&) {
  take_out(county.snapshot, record, "reason");
}

void no_answer(PracticeCounty& county, const std::string& record, base::Random&) {
  *find(county.snapshot, record) = {.kind = yaml::Kind::map, .entries = {{"state", scalar("missing")}}};
}

void no_note(PracticeCounty& county, const std::string& record, base::Random&) {
  take_out(county.snapshot, record, "note");
}

void facilitator_voted(PracticeCounty& county, const std::string& record, base::Random&) {
  set(county.snapshot, record, "voted", scalar("true"));
}

void same_rank(PracticeCounty& county, const std::string& record, base::Random&) {
  set(county.snapshot, record, "rank", scalar("1"));
}

/// One of the targets for items that have some of it in place.
void target_at_score(PracticeCounty& county, const std::string& record, base::Random& random) {
  std::vector<std::string> items;
  for (const auto& [item, aim] : find(county.plan, record + "/targets")->entries)
    if (text_at(county.snapshot, "ratings/" + item + "/score") == "1") items.push_back(item);
  set(county.plan, record + "/targets", items[random.below(items.size())], scalar("1"));
}

void target_elsewhere(PracticeCounty& county, const std::string& record, base::Random&) {
  const bool leaders = text_at(county.plan, record + "/area") == "or";
  set(county.plan, record + "/targets", leaders ? "wd-profiles" : "or-resources", scalar("2"));
}

void first_date_is_quarter(PracticeCounty& county, const std::string& record, base::Random&) {
  set(county.plan, record, "monitor_on", scalar("2025-Q3"));
}

void leader_takes_part(PracticeCounty& county, const std::string& record, base::Random&) {
  const std::string role = text_at(county.plan, record + "/responsible/role");
  const std::string leader = role.empty() ? text_at(county.plan, record + "/responsible/team") : role;
  find(county.plan, record + "/with")->items.push_back(scalar(leader));
}

void approved_too_early(PracticeCounty& county, const std::string& record, base::Random& random) {
  const int days = 5 + static_cast<int>(random.below(30));
  set(county.plan, record, "on", scalar(days_before(text_at(county.plan, "date"), days)));
}

void approval_of_nothing(PracticeCounty& county, const std::string& record, base::Random&) {
  take_out(county.plan, record, "content");
}

TextTree votes(std::size_t low, std::size_t high, const std::string& low_score, const std::string& high_score) {
  const auto counted = [](const std::string& score, std::size_t count) {
    return std::pair{score, scalar(std::to_string(count))};
  };
  return {.kind = yaml::Kind::map, .entries = {counted(low_score, low), counted(high_score, high)}};
}

void votes_elsewhere(PracticeCounty& county, const std::string& record, base::Random& random) {
  const std::size_t low = 2 + random.below(3);
  set(county.snapshot, record, "votes", votes(low, 12 - low, "0", "1"));
  take_out(county.snapshot, record, "comment");
}

// What only people can see.

Records top_with_sentence(const PracticeCounty& county) {
  return rated(county, "2", "low_comments");
}

Records bottom_with_sentence(const PracticeCounty& county) {
  return rated(county, "0", "high_comments");
}

Records at_top(const PracticeCounty& county) {
  return rated(county, "2");
}

Records partly(const PracticeCounty& county) {
  return rated(county, "1");
}

void comment_says_less(PracticeCounty& county, const std::string& record, base::Random&) {
  set(county.snapshot, record, "comment", scalar(sentence(county, "low_comments", record)));
}

void comment_says_more(PracticeCounty& county, const std::string& record, base::Random&) {
  set(county.snapshot, record, "comment", scalar(sentence(county, "high_comments", record)));
}

void opinion(PracticeCounty& county, const std::string& record, base::Random& random) {
  set(county.snapshot, record, "evidence", list_with(any_sentence(county, "opinions", random)));
}

void late_evidence(PracticeCounty& county, const std::string& record, base::Random& random) {
  set(county.snapshot, record, "evidence", list_with(any_sentence(county, "late_evidence", random)));
}

void votes_against(PracticeCounty& county, const std::string& record, base::Random& random) {
  const std::size_t high = 1 + random.below(2);
  set(county.snapshot, record, "votes", votes(12 - high, high, "0", "2"));
}

void empty_reason(PracticeCounty& county, const std::string& record, base::Random& random) {
  set(county.snapshot, record, "reason", scalar(any_sentence(county, "empty_reasons", random)));
}

void reason_against(PracticeCounty& county, const std::string& record, base::Random& random) {
  set(county.snapshot, record, "reason", scalar(any_sentence(county, "contrary_reasons", random)));
}

void nobody(PracticeCounty& county, const std::string& record, base::Random& random) {
  TextTree team = scalar(any_sentence(county, "nobody_teams", random));
  set(county.plan, record, "responsible", {.kind = yaml::Kind::map, .entries = {{"team", std::move(team)}}});
}

void hidden_activity(PracticeCounty& county, const std::string& record, base::Random&) {
  set(county.plan, record, "statement", scalar(sentence(county, "hidden_activities", record)));
}

void wrong_indicator(PracticeCounty& county, const std::string& record, base::Random&) {
  set(county.plan, record + "/indicator", "text", scalar(sentence(county, "wrong_indicators", record)));
}

void other_day_in_words(PracticeCounty& county, const std::string& record, base::Random& random) {
  std::string action = text_at(county.plan, record + "/action");
  if (action.ends_with('.')) action.pop_back();
  set(county.plan, record, "action", scalar(action + any_sentence(county, "other_days", random)));
}

constexpr Mistake kMistakes[] = {
    {"step-without-owner", 1, 507, kPracticePlan, "responsible", "The step has no owner.",
     "A step that belongs to nobody is a step that nobody does.",
     "Name the role or the team that answers for it, under `responsible`.", steps_in_progress, no_owner},
    {"step-without-monitoring", 1, 508, kPracticePlan, "monitor_on", "Nobody has set a day to look at the step.",
     "Without a day, a delay shows only when it is too late.", "Give a day as `monitor_on`, before the plan's end.",
     steps_in_progress, no_monitoring},
    {"due-before-start", 1, 519, kPracticePlan, "due start", "The step is due before it starts.",
     "One of the two dates is wrong, and nobody can plan with it.",
     "Correct the date that is wrong; the steps around it tell which.", steps_alone, due_too_early},
    {"starts-before-predecessor", 1, 524, kPracticePlan, "start after",
     "The step starts before the step that it follows is due.", "Either the order or the date is wrong.",
     "Move the start behind the due date of the step before, or take that step out of `after`.", steps_after,
     starts_too_early},
    {"done-without-date", 1, 511, kPracticePlan, "done_on status", "The step is done, and nobody wrote when.",
     "Later nobody knows whether the plan was on time.", "Give the day as `done_on`.", steps_done, no_day_done},
    {"objective-without-indicator", 1, 527, kPracticePlan, "indicator", "The objective has no indicator.",
     "Without a figure, nobody can say whether the objective is reached.",
     "Say what is counted, where it stands and where it should be.", objectives, no_indicator},
    {"objective-is-activity", 1, 515, kPracticePlan, "statement", "The objective is an activity.",
     "An activity can be carried out and change nothing.",
     "Say what will be different for staff, families or partners.", objectives, plain_activity},
    {"party-named-twice", 1, 537, kPracticePlan, "with responsible",
     "The one responsible takes part beside themselves.",
     "Either one name is too many, or another party was meant and does not know that it is.",
     "Name the party that was meant, or take the entry out of `with`.", steps_with_others, leader_takes_part},
    {"target-not-above-score", 1, 540, kPracticePlan, "targets",
     "The plan aims at a score that the Snapshot has already.",
     "There is nothing to reach, so the target says nothing.", "Aim higher, or take the item out of `targets`.",
     plan_priorities, target_at_score},
    {"target-in-other-area", 2, 541, kPracticePlan, "targets area",
     "The priority has a target for an item of another area.",
     "Reports go area by area and show the target where nobody looks for it.",
     "Take the item out of `targets`, or name it under a priority of its area.", plan_priorities, target_elsewhere},
    {"rhythm-without-first-date", 1, 532, kPracticePlan, "monitor_every monitor_on",
     "The step is to be looked at every month, and nobody says from when.",
     "No date can be worked out from it, and none is in the calendar.", "Give the first month as `monitor_on`.",
     steps_done, no_monitoring},
    {"rhythm-finer-than-date", 2, 533, kPracticePlan, "monitor_every monitor_on",
     "The step is to be looked at every month, and its first date is a quarter.",
     "It is open which month is the first.", "Name the first month in `monitor_on`, or look at it every quarter.",
     steps_done, first_date_is_quarter},
    {"approval-before-plan", 1, 693, kPracticePlan, "on", "The plan was approved before there was a plan.",
     "One of the two days is wrong, and the approval cannot be relied on.", "Correct the day of the approval.",
     approvals, approved_too_early},
    {"approval-without-content", 2, 695, kPracticePlan, "content", "The approval does not say what was approved.",
     "After a change of the plan nobody can tell whether it still holds.",
     "Run `cpm approve` with the same approver, record and day; it adds `content`.", approvals, approval_of_nothing},
    {"top-score-without-evidence", 1, 415, kPracticeSnapshot, "evidence score", "The top score has no evidence.",
     "A top score ends the talk about an item; later nobody can tell what it rested on.",
     "Add the evidence, or lower the score if there is none.", at_top, no_evidence},
    {"priority-without-reason", 1, 428, kPracticeSnapshot, "reason", "The priority has no reason.",
     "People who were not in the room cannot see why this came first.",
     "Say why, from what the Snapshot shows for these items.", priorities, no_reason},
    {"missing-answer", 1, 402, kPracticeSnapshot, "state score", "The Snapshot is final, and this item has no answer.",
     "Items without an answer widen the range of the result and cannot be compared later.",
     "Give the score, or list the item under `incomplete` with a reason.", left_alone, no_answer},
    {"answer-without-note", 1, 408, kPracticeSnapshot, "note state", "\"Don't know\" has no note.",
     "Nobody knows what is needed to answer the item the next time.", "Say in `note` what is needed.", not_known,
     no_note},
    {"facilitator-voted", 1, 412, kPracticeSnapshot, "voted", "The facilitator voted.",
     "The one who guides the team should not sway the result.", "Write `voted: false`; facilitators do not vote.",
     facilitator, facilitator_voted},
    {"rank-twice", 1, 420, kPracticeSnapshot, "rank", "Two priorities have the same rank.",
     "A list with two first places does not say what comes first.", "Give each priority a rank of its own.",
     second_priorities, same_rank},
    {"agreed-outside-votes", 1, 416, kPracticeSnapshot, "votes score comment", "Nobody voted for the agreed score.",
     "Either one of them was copied wrong, or the team changed its mind and did not say why.",
     "Correct the votes or the score, or say in `comment` how the team came to it.", with_votes, votes_elsewhere},
    {"comment-says-less", 1, 0, kPracticeSnapshot, "comment score",
     "The comment describes far less than the top score says.", "A score that its own comment denies hides a gap.",
     "Lower the score, or correct the comment if it is the mistake.", top_with_sentence, comment_says_less},
    {"comment-says-more", 1, 0, kPracticeSnapshot, "comment score",
     "The comment describes a capacity in place, and the score is 0.",
     "A score that its own comment denies makes a strength look like a gap.",
     "Raise the score, or correct the comment if it is the mistake.", bottom_with_sentence, comment_says_more},
    {"opinion-as-evidence", 1, 0, kPracticeSnapshot, "evidence score", "The evidence is an opinion.",
     "An opinion cannot be looked up; the next team cannot tell whether anything changed.",
     "Name a document, a record or a count, or lower the score if there is none.", at_top, opinion},
    {"reason-says-nothing", 1, 0, kPracticeSnapshot, "reason", "The reason of the priority says nothing.",
     "It would fit any priority, so it explains none.", "Say what the Snapshot shows for these items.", priorities,
     empty_reason},
    {"owner-is-everybody", 1, 0, kPracticePlan, "responsible", "The owner of the step is everybody.",
     "What belongs to everybody is done by nobody.", "Name one role or one team.", steps_in_progress, nobody},
    {"activity-in-disguise", 2, 0, kPracticePlan, "statement", "The objective is an activity that reads like a result.",
     "It can be reached without any change for staff, families or partners.", "Say what will be different afterwards.",
     objectives, hidden_activity},
    {"evidence-after-snapshot", 2, 0, kPracticeSnapshot, "evidence", "The evidence is younger than the Snapshot.",
     "The team cannot have seen it; a date or the document is wrong.", "Correct the date, or name what the team had.",
     partly, late_evidence},
    {"votes-against-score", 2, 0, kPracticeSnapshot, "votes score comment",
     "Nearly everybody voted for 0, and the score is 2.", "The agreed score does not show what the team thinks.",
     "Correct the score or the votes, or say in the comment what changed their minds.", with_votes, votes_against},
    {"words-against-date", 2, 0, kPracticePlan, "action due",
     "The words of the step name another day than its due date.",
     "People will work to one of the two days, and not the same one.", "Make both say the same.", later_steps,
     other_day_in_words},
    {"indicator-of-something-else", 3, 0, kPracticePlan, "indicator/text statement",
     "The indicator does not measure the objective.", "The figure can rise while the objective fails.",
     "Count what the objective says.", objectives, wrong_indicator},
    {"reason-against-scores", 3, 0, kPracticeSnapshot, "reason",
     "The reason denies the scores of the priority's items.",
     "The items are scored low, and the reason says that they are in place; one of the two is wrong.",
     "Give a reason that the Snapshot supports.", priorities, reason_against},
};

}  // namespace

std::span<const Mistake> mistakes() {
  return kMistakes;
}

}  // namespace cpm::format
