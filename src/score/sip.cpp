#include "score/sip.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/text.h"

namespace cpm::score {
namespace {

using model::Plan;
using model::SipAgency;
using model::SipLink;
using model::Step;

/// One wording in capitals or not, with one space or two, with or without a full stop.
std::string plain_words(const model::LocatedText& text) {
  std::string words = base::lower(base::wrapped(*text, 0).front());
  while (words.ends_with('.')) words.pop_back();
  return words;
}

/// A strategy that is named stays the same one where its measure is left out.
bool has_measure_of(const SipStrategy& known, const SipLink& link) {
  const bool silent = link.strategy && (!*known.measure || !link.measure_or_factor);
  return silent || plain_words(*known.measure) == plain_words(link.measure_or_factor);
}

void add_agency(std::optional<SipAgency>& all, const model::Located<SipAgency>& one) {
  if (!one) return;
  all = all && *all != *one ? SipAgency::both : *one;
}

bool overlap(const DateRange& a, const DateRange& b) {
  return !(a.to && b.from && *a.to < *b.from) && !(a.from && b.to && *a.from > *b.to);
}

std::optional<base::Date> given_day(const model::LocatedDate& date) {
  return date ? std::optional(*date) : std::nullopt;
}

/// Nothing when it ends before it begins: a rule says so, and no date is told from it.
DateRange range_of(const model::LocatedDate& from, const model::LocatedDate& to) {
  if (from && to && *to < *from) return {};
  return {.from = given_day(from), .to = given_day(to)};
}

DateRange horizon_of(const Plan& plan) {
  return range_of(plan.horizon.start ? plan.horizon.start : plan.date, plan.horizon.reassess);
}

/// Was or is anything of the step to happen between the dates? A step without dates may be, so it counts.
bool is_within(const Step& step, const DateRange& dates) {
  DateRange own;
  const auto add = [&](const base::Timeframe& timeframe) {
    if (!own.from || timeframe.first < *own.from) own.from = timeframe.first;
    if (!own.to || timeframe.last > *own.to) own.to = timeframe.last;
  };
  for (const auto timeframe : {&Step::start, &Step::due, &Step::monitor_on})
    if (step.*timeframe) add(*(step.*timeframe));
  if (step.done_on) add(base::whole_day(*step.done_on));
  return overlap(own, dates);
}

const std::vector<SipLink>& links_of(const std::optional<model::Links>& links) {
  static const std::vector<SipLink> kNoLinks;
  return links ? links->sip : kNoLinks;
}

bool is_of_period(const SipLink& link, const DateRange& period) {
  return !link.period || overlap(range_of(link.period->from, link.period->to), period);
}

/// Strategies and their steps while the plans are gone through, the oldest first.
class Strategies {
 public:
  explicit Strategies(SipView& view) : view_(view) {}

  /// The place of the strategy that a link names.
  std::size_t place_of(const SipLink& link) {
    std::vector<SipStrategy>& all = view_.strategies;
    std::vector<std::size_t>& alike = by_words_[plain_words(link.strategy)];
    const auto found = std::ranges::find_if(alike, [&](std::size_t at) { return has_measure_of(all[at], link); });
    const std::size_t place = found == alike.end() ? all.size() : *found;
    if (found == alike.end()) {
      alike.push_back(place);
      all.push_back({.link = &link, .measure = &link.measure_or_factor});
    }
    if (!*all[place].measure) all[place].measure = &link.measure_or_factor;
    add_agency(all[place].agency, link.agency);
    return place;
  }

  /// A step that says the same in a later plan stands in the place of the earlier one.
  void add(SipStep made) {
    const std::size_t place = place_of(*made.link);
    std::vector<SipStep>& steps = view_.strategies[place].steps;
    const Same same{place, plain_words(made.link->action_step), plain_words(made.step->step->action)};
    const auto [known, is_new] = steps_.emplace(std::pair(same, turn_of(same, made.plan)), steps.size());
    if (is_new) {
      steps.push_back(std::move(made));
      return;
    }
    SipStep& earlier = steps[known->second];
    made.earlier = std::move(earlier.earlier);
    made.earlier.push_back({.plan = earlier.plan, .step = earlier.step->step});
    made.within = made.within || earlier.within;
    earlier = std::move(made);
  }

 private:
  using Same = std::tuple<std::size_t, std::string, std::string>;

  /// 0 for the first step of a plan with these words, 1 for the second: each carries on one step of the plan before.
  std::size_t turn_of(const Same& same, const Plan* plan) {
    auto& [last, turn] = turns_[same];
    turn = last == plan ? turn + 1 : 0;
    last = plan;
    return turn;
  }

  SipView& view_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_words_;
  std::map<Same, std::pair<const Plan*, std::size_t>> turns_;
  std::map<std::pair<Same, std::size_t>, std::size_t> steps_;  ///< the place among its strategy's, by words and turn
};

void add_steps(SipView& view, const Progress& progress, Strategies& strategies) {
  view.steps += progress.steps.size();
  for (const StepProgress& step : progress.steps) {
    const std::vector<SipLink>& links = links_of(step.step->links);
    if (links.empty()) ++view.unlinked;
    for (const SipLink& link : links) {
      if (is_of_period(link, view.period))
        strategies.add(
            {.plan = progress.plan, .step = &step, .link = &link, .within = is_within(*step.step, view.dates)});
      else
        ++view.other_period;
    }
  }
}

void name_agencies(SipView& view) {
  for (SipStrategy& strategy : view.strategies)
    for (SipStep& step : strategy.steps)
      step.agency = step.link->agency ? std::optional(*step.link->agency) : strategy.agency;
}

/// The dates asked for; a side that is missing comes from the plans' horizons, unless one of them leaves it open.
DateRange dates_of(const std::vector<const Progress*>& plans, const DateRange& asked) {
  DateRange dates = asked;
  const auto side = [&](const model::LocatedDate model::Horizon::*member, bool first) {
    std::optional<base::Date> found;
    for (const Progress* const progress : plans) {
      const model::LocatedDate& day = progress->plan->horizon.*member;
      if (!day) return std::optional<base::Date>{};
      if (!found || (first ? *day < *found : *day > *found)) found = *day;
    }
    return found;
  };
  if (!dates.from) dates.from = side(&model::Horizon::start, true);
  if (!dates.to) dates.to = side(&model::Horizon::reassess, false);
  return dates;
}

std::vector<const Progress*> by_date(std::span<const Progress> plans) {
  std::vector<const Progress*> sorted;
  for (const Progress& progress : plans) sorted.push_back(&progress);
  std::ranges::stable_sort(sorted, {}, [](const Progress* progress) { return *progress->plan->date; });
  return sorted;
}

}  // namespace

DateRange sip_period(std::span<const Progress> plans, const std::optional<model::Period>& period) {
  if (period) return range_of(period->from, period->to);
  DateRange found;
  for (const Progress* const progress : by_date(plans)) {
    const auto look = [&](const std::optional<model::Links>& links) {
      for (const SipLink& link : links_of(links)) {
        if (!link.period) continue;
        const DateRange own = range_of(link.period->from, link.period->to);
        if (own.from && own.to && (!found.to || *own.to > *found.to)) found = own;
      }
    };
    look(progress->plan->links);
    for (const StepProgress& step : progress->steps) look(step.step->links);
  }
  return found;
}

std::optional<DateRange> sip_year(const DateRange& period, int year) {
  if (!period.from || !period.to || year < 1) return std::nullopt;
  const base::Date from = base::add_months(*period.from, 12 * (year - 1));
  if (from > *period.to) return std::nullopt;
  const base::Date to = base::add_days(base::add_months(*period.from, 12 * year), -1);
  return DateRange{.from = from, .to = std::min(to, *period.to)};
}

SipView sip_view(std::span<const Progress> plans, const DateRange& period, const DateRange& asked) {
  SipView view;
  view.period = period;
  for (const Progress* const progress : by_date(plans)) {
    if (overlap(horizon_of(*progress->plan), period))
      view.plans.push_back(progress);
    else
      view.other.push_back(progress->plan);
  }
  view.as_of = plans.front().as_of;
  view.dates = dates_of(view.plans, asked);
  Strategies strategies(view);
  for (auto progress = view.plans.rbegin(); progress != view.plans.rend(); ++progress)
    for (const SipLink& link : links_of((*progress)->plan->links))
      if (is_of_period(link, period)) strategies.place_of(link);
  for (const Progress* const progress : view.plans) add_steps(view, *progress, strategies);
  name_agencies(view);
  return view;
}

std::vector<const Progress*> plans_between(const SipView& view) {
  std::vector<const Progress*> plans;
  for (const Progress* const progress : view.plans)
    if (overlap(horizon_of(*progress->plan), view.dates)) plans.push_back(progress);
  return plans;
}

std::size_t strategies_between(const SipView& view) {
  const std::vector<const Progress*> plans = plans_between(view);
  const auto is_named = [&plans](const SipStrategy& strategy) {
    return std::ranges::any_of(plans, [&strategy](const Progress* progress) {
      const std::span<const SipLink> links = links_of(progress->plan->links);
      return std::ranges::any_of(links,
                                 [&](const SipLink& link) { return *link.strategy == *strategy.link->strategy; });
    });
  };
  return static_cast<std::size_t>(std::ranges::count_if(view.strategies, [&is_named](const SipStrategy& strategy) {
    return std::ranges::any_of(strategy.steps, &SipStep::within) || is_named(strategy);
  }));
}

bool is_for(const std::optional<SipAgency>& agency, SipAgency chart) {
  return agency && (*agency == chart || *agency == SipAgency::both);
}

}  // namespace cpm::score
