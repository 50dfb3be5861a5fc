// Small words beside what is written: the title behind an id, an area's percent, how long a step is overdue. And links to files.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "assist/lookup.h"
#include "assist/targets.h"
#include "base/ratio.h"
#include "base/text.h"
#include "lsp/extents.h"
#include "lsp/methods.h"
#include "lsp/names.h"
#include "score/progress.h"
#include "score/replaced.h"
#include "score/scorecard.h"

namespace cpm::lsp {
namespace {

using assist::kNone;
using format::Shape;
using format::ShapeKind;

constexpr std::size_t kLongestHint = 60;

class HintTeller {
 public:
  HintTeller(const Subject& subject, assist::Around& around, assist::Stretch asked)
      : subject_(subject), lookup_(subject.reading(), around), asked_(asked) {}

  Json titles() {
    const assist::Reading& reading = subject_.reading();
    if (reading.kind() == nullptr) return std::move(hints_);
    for (std::size_t part = 1; part < reading.outline().parts.size(); ++part) {
      if (!asked_.touches(reading.part(part).name.begin)) continue;
      add_title_of_key(part);
      add_title_of_value(part);
    }
    return std::move(hints_);
  }

  void add(std::size_t byte, const std::string& label, const std::string& more = {}) {
    if (!asked_.touches(byte)) return;
    Json hint = {{"position", json_of(subject_.places.position_of(byte))},
                 {"label", base::shortened(label, kLongestHint)},
                 {"paddingLeft", true}};
    if (!more.empty()) hint["tooltip"] = more;
    hints_.push_back(std::move(hint));
  }

  Json& all() { return hints_; }

 private:
  const assist::Reading& reading() const { return subject_.reading(); }

  void add_title_of_key(std::size_t part) {
    const Shape* const above = reading().shape_of(reading().part(part).above);
    if (above == nullptr || above->kind != ShapeKind::map || reading().part(part).entry) return;
    if (const std::string* const title = title_of(*above->key, reading().key_of(part))) add(behind(part), *title);
  }

  void add_title_of_value(std::size_t part) {
    const assist::Part& its = reading().part(part);
    const Shape* const shape = reading().shape_of(part);
    if (shape == nullptr || (its.form != assist::Form::plain && its.form != assist::Form::quoted)) return;
    if (const std::string* const title = title_of(*shape, reading().text_of(part))) add(its.value.end, *title);
  }

  /// Behind the colon where nothing follows on the line, else before it.
  std::size_t behind(std::size_t part) const {
    const assist::Part& its = reading().part(part);
    return its.form == assist::Form::nothing ? std::max(its.name.end, its.value.begin) : its.name.end;
  }

  /// Of ids that name something; each list of them is gathered once.
  const std::string* title_of(const Shape& shape, const std::string& id) {
    const bool names = shape.kind == ShapeKind::word &&
                       (shape.names != format::Names::nothing || shape.refers != format::Refers::nothing);
    if (!names || id.empty()) return nullptr;
    const auto [list, fresh] = titles_.try_emplace(&shape);
    if (fresh)
      for (assist::Known& known : lookup_.known_for(shape)) list->second.try_emplace(known.id, std::move(known.title));
    const auto found = list->second.find(id);
    return found == list->second.end() || found->second.empty() ? nullptr : &found->second;
  }

  const Subject& subject_;
  assist::Lookup lookup_;
  assist::Stretch asked_;
  Json hints_ = Json::array();
  std::map<const Shape*, std::map<std::string, std::string>> titles_;
};

/// The document as it was read for its check, when it has no errors; else nullptr.
const model::Document* usable_document(const Subject& subject, const Home& home) {
  if (home.checked.loaded == nullptr) return nullptr;
  const model::Document* const document = format::find_document(home.checked.loaded->workspace, subject.inside);
  return document != nullptr && document->usable ? document : nullptr;
}

/// Beside the first rating of each area: where the area stands.
void add_percents(const Subject& subject, const model::Document& document, HintTeller& hints) {
  const auto* const snapshot = model::content_as<model::Snapshot>(document);
  if (snapshot == nullptr || document.instrument == nullptr) return;
  const score::Scorecard card = score::scorecard(*snapshot, *document.instrument);
  std::map<const model::Area*, std::size_t> first;
  for (const score::ItemScore& item : card.items) {
    if (item.rating == nullptr) continue;
    const std::size_t line = subject.places.line_of(item.rating->key.span.begin);
    const auto at = first.try_emplace(item.area, line).first;
    at->second = std::min(at->second, line);
  }
  for (const score::AreaScore& area : card.areas) {
    const std::optional<base::Ratio> share = score::share(area.figures);
    const auto line = first.find(area.area);
    if (!share || line == first.end()) continue;
    hints.add(subject.places.end_of_line(line->second),
              fmt::format("{}: {}", area.area->label.value, base::percent_text(base::percent(*share))),
              fmt::format("{} of {} points, {} of {} items scored", area.figures.points, area.figures.possible,
                          area.figures.scored, score::applicable(area.figures)));
  }
}

/// The date that a step is overdue by: the one that comes next, as it is written, or how it repeats.
const diag::Span& overdue_span(const score::StepProgress& progress) {
  const model::Step& step = *progress.step;
  const bool repeats = progress.monitoring.has_value() && step.monitor_every;
  if (step.due && (!progress.next_date || *progress.next_date == *step.due)) return step.due.span;
  if (step.monitor_on && (!repeats || *progress.next_date == *step.monitor_on)) return step.monitor_on.span;
  return repeats ? step.monitor_every.span : step.due.span;
}

void add_overdue(const model::Document& document, const model::Workspace& workspace, HintTeller& hints) {
  const auto* const plan = model::content_as<model::Plan>(document);
  if (plan == nullptr) return;
  const model::Document* const later = score::replaced_by(document, workspace);
  const score::Progress progress = score::progress(*plan, workspace.as_of,
                                                   later == nullptr ? nullptr : model::content_as<model::Plan>(*later));
  for (const score::StepProgress& step : progress.steps)
    if (step.overdue && overdue_span(step).known())
      hints.add(overdue_span(step).end, fmt::format("overdue by {}", base::counted(step.days_late, "day")));
}

/// The file that a value names: by the field tables, or as a suppression does.
bool names_a_file(const assist::Reading& reading, std::size_t part) {
  const Shape* const shape = reading.shape_of(part);
  if (shape == nullptr || reading.text_of(part).empty()) return false;
  return assist::target_of(shape->refers).files || key_path(reading, part) == "policy.suppressions.file";
}

}  // namespace

Json answer_hints(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const assist::Stretch asked{subject.places.byte_of(need_position(params, "range.start")),
                              subject.places.byte_of(need_position(params, "range.end"))};
  const std::unique_ptr<assist::Around> around = subject.around();
  HintTeller hints(subject, *around, asked);
  const Home& home = session.homes.checked_home(subject.document);
  if (const model::Document* const document = usable_document(subject, home)) {
    add_percents(subject, *document, hints);
    add_overdue(*document, home.checked.loaded->workspace, hints);
  }
  return hints.titles();
}

Json announce_links(const Client&) {
  return {{"resolveProvider", false}};
}

Json answer_links(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const assist::Reading& reading = subject.reading();
  Json links = Json::array();
  for (std::size_t part = 1; part < reading.outline().parts.size(); ++part) {
    const assist::Part& its = reading.part(part);
    const bool text = its.form == assist::Form::plain || its.form == assist::Form::quoted;
    if (!text || !names_a_file(reading, part)) continue;
    const std::string inside = base::joined_path("", reading.text_of(part));
    if (inside.starts_with("..") || session.engine.bytes_of(subject.root, inside).empty()) continue;
    links.push_back(
        {{"range", subject.places.range(its.value.begin, its.value.end)}, {"target", subject.uri_of(inside)}});
  }
  return links;
}

}  // namespace cpm::lsp
