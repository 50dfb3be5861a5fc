#include "score/region.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace cpm::score {

namespace {

using model::Document;
using Documents = std::vector<const Document*>;

/// Snapshots of one county with one instrument, whatever its version; oldest first.
using History = std::map<std::pair<std::string, std::string>, Documents>;

bool same_text(const diag::LocatedText& a, const diag::LocatedText& b) {
  return a.given == b.given && a.value == b.value;
}

bool same_item(const model::Item& a, const model::Item& b) {
  return same_text(a.id, b.id) && same_text(a.title, b.title) && same_text(a.prompt, b.prompt) &&
         same_text(a.revision, b.revision);
}

bool same_area(const model::Area& a, const model::Area& b) {
  return same_text(a.id, b.id) && std::ranges::equal(a.items, b.items, same_item);
}

bool same_step(const model::ScaleValue& a, const model::ScaleValue& b) {
  return *a.value == *b.value;
}

/// Counties keep their own copies of an instrument: the same name with another text is another instrument.
bool same_instrument(const model::Instrument& a, const model::Instrument& b) {
  if (&a == &b) return true;
  return same_text(a.id, b.id) && same_text(a.version, b.version) && std::ranges::equal(a.scale, b.scale, same_step) &&
         std::ranges::equal(a.areas, b.areas, same_area);
}

/// A final Snapshot up to the day, with an instrument to score it by.
const model::Snapshot* countable(const Document& document, base::Date as_of) {
  const auto* snapshot = model::content_as<model::Snapshot>(document);
  if (snapshot == nullptr || document.instrument == nullptr || !snapshot->county || !snapshot->date) return nullptr;
  if (*snapshot->status != model::DocumentStatus::final || *snapshot->date > as_of) return nullptr;
  return snapshot;
}

/// Of two Snapshots of one day the one with the later path counts as the newer, so that the choice is always the same.
void sort_by_date(Documents& documents) {
  const auto age = [](const Document* document) {
    return std::tuple{*model::content_of<model::Snapshot>(*document).date, std::string_view{document->path}};
  };
  std::ranges::sort(documents, [&](const Document* a, const Document* b) { return age(a) < age(b); });
}

History history_of(const Documents& usable, base::Date as_of) {
  History history;
  for (const Document* document : usable)
    if (const model::Snapshot* snapshot = countable(*document, as_of))
      history[{*snapshot->county, *snapshot->instrument.id}].push_back(document);
  for (auto& [key, documents] : history) sort_by_date(documents);
  return history;
}

Documents plans_in(const Documents& usable) {
  Documents plans;
  for (const Document* document : usable)
    if (model::content_as<model::Plan>(*document) != nullptr) plans.push_back(document);
  return plans;
}

const Scorecard& card_of(Region& region, const Document& document) {
  return region.cards.emplace_back(scorecard(model::content_of<model::Snapshot>(document), *document.instrument));
}

RegionSection& section_for(Region& region, const model::Instrument& instrument) {
  for (RegionSection& section : region.sections)
    if (same_instrument(*section.instrument, instrument)) return section;
  return region.sections.emplace_back(RegionSection{.instrument = &instrument});
}

void add_views(Region& region, const History& history, const Documents& plans, base::Date as_of) {
  for (const auto& [key, documents] : history) {
    CountyView view{.county = key.first, .now = &card_of(region, *documents.back())};
    if (documents.size() > 1) view.trend = compare(card_of(region, *documents[documents.size() - 2]), *view.now);
    add_targets(view, documents, plans, as_of);
    section_for(region, *view.now->instrument).counties.push_back(std::move(view));
  }
}

/// Counties of a region: those whose `cpm.yaml` says so, and those of its Snapshots and support files.
CountyIds counties_of(const Documents& usable) {
  CountyIds counties;
  const auto add = [&](const diag::LocatedText& county) {
    if (county) counties.push_back(*county);
  };
  for (const Document* document : usable) {
    if (const auto* repository = model::content_as<model::Repository>(*document)) add(repository->county);
    if (const auto* snapshot = model::content_as<model::Snapshot>(*document)) add(snapshot->county);
    if (const auto* support = model::content_as<model::Support>(*document)) add(support->county);
  }
  return counties;
}

bool has_view(const Region& region, const std::string& county) {
  return std::ranges::any_of(region.sections, [&](const RegionSection& section) {
    return std::ranges::find(section.counties, county, &CountyView::county) != section.counties.end();
  });
}

bool below_top(const ItemScore& item, std::int64_t top) {
  return item.answer == Answer::scored && item.score < top;
}

/// All Snapshots of a section have the same items at the same positions.
CommonNeed need_at(const RegionSection& section, std::size_t position) {
  const ItemScore& first = section.counties.front().now->items[position];
  CommonNeed need{.item = first.item, .area = first.area};
  for (const CountyView& view : section.counties) {
    const ItemScore& item = view.now->items[position];
    if (item.answer == Answer::scored) ++need.answered;
    if (below_top(item, view.now->top)) need.counties.push_back(view.county);
  }
  return need;
}

/// An offer of some `cpm.yaml`, with its county.
struct Offered {
  const std::string* county;
  const model::Offer* offer;
};

std::vector<Offered> offers_of(const Documents& usable) {
  std::vector<Offered> offers;
  for (const Document* document : usable) {
    const auto* repository = model::content_as<model::Repository>(*document);
    if (repository == nullptr || !repository->county) continue;
    for (const model::Offer& offer : repository->offers)
      if (offer.item && offer.text) offers.push_back({&*repository->county, &offer});
  }
  return offers;
}

const ItemScore* own_answer(const RegionSection& section, const Offered& offered) {
  const auto view = std::ranges::find(section.counties, *offered.county, &CountyView::county);
  return view == section.counties.end() ? nullptr : find_item(*view->now, *offered.offer->item);
}

void match_offer(RegionSection& section, CommonNeed& need, const Offered& offered) {
  MatchedOffer match{.county = *offered.county,
                     .offer = offered.offer,
                     .item = need.item,
                     .own = own_answer(section, offered),
                     .needed_by = need.counties};
  std::erase(match.needed_by, match.county);
  need.offered_by.push_back(match.county);
  if (!match.needed_by.empty()) section.offers.push_back(std::move(match));
}

void add_needs(RegionSection& section, const std::vector<Offered>& offers, const model::Workspace& workspace) {
  const std::size_t items = section.counties.front().now->items.size();
  for (std::size_t i = 0; i < items; ++i) {
    CommonNeed need = need_at(section, i);
    if (need.counties.empty()) continue;
    for (const Offered& offered : offers)
      if (*offered.offer->item == *need.item->id) match_offer(section, need, offered);
    sort_counties(need.offered_by, workspace);
    section.needs.push_back(std::move(need));
  }
  const auto by_count = [](const CommonNeed& a, const CommonNeed& b) { return a.counties.size() > b.counties.size(); };
  std::ranges::stable_sort(section.needs, by_count);
}

auto name_of(const model::Workspace& workspace, const std::string& county) {
  return std::pair{model::county_name(*workspace.built_in, county), county};
}

void sort_views(RegionSection& section, const model::Workspace& workspace) {
  std::ranges::sort(section.counties, [&](const CountyView& a, const CountyView& b) {
    return name_of(workspace, a.county) < name_of(workspace, b.county);
  });
}

void sort_sections(std::vector<RegionSection>& sections) {
  const auto place = [](const RegionSection& section) {
    return std::tuple{-static_cast<std::ptrdiff_t>(section.counties.size()), std::string_view{*section.instrument->id},
                      std::string_view{*section.instrument->version}};
  };
  std::ranges::stable_sort(sections,
                           [&](const RegionSection& a, const RegionSection& b) { return place(a) < place(b); });
}

}  // namespace

void sort_counties(CountyIds& counties, const model::Workspace& workspace) {
  std::ranges::sort(counties, [&](const std::string& a, const std::string& b) {
    return name_of(workspace, a) < name_of(workspace, b);
  });
  counties.erase(std::unique(counties.begin(), counties.end()), counties.end());
}

Region region(const model::Workspace& workspace, const Documents& usable) {
  Region region;
  region.counties = counties_of(usable);
  sort_counties(region.counties, workspace);
  add_views(region, history_of(usable, workspace.as_of), plans_in(usable), workspace.as_of);
  const std::vector<Offered> offers = offers_of(usable);
  for (RegionSection& section : region.sections) {
    sort_views(section, workspace);
    add_needs(section, offers, workspace);
  }
  sort_sections(region.sections);
  for (const std::string& county : region.counties)
    if (!has_view(region, county)) region.without_snapshot.push_back(county);
  add_demand(region, workspace, usable);
  return region;
}

}  // namespace cpm::score
