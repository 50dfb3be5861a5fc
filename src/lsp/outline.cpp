// The shape of a text: its symbols, what can be folded, and what encloses a place.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "lsp/extents.h"
#include "lsp/methods.h"
#include "lsp/names.h"

namespace cpm::lsp {
namespace {

using assist::kNone;
using assist::Stretch;
using format::ShapeKind;

// SymbolKind of the protocol.
constexpr int kKeySymbol = 7;
constexpr int kListSymbol = 18;
constexpr int kMapSymbol = 19;
constexpr int kRecordSymbol = 23;

constexpr std::size_t kLongestName = 80;
constexpr std::size_t kDeepest = 40;  // no file of cpm's is nested so; brackets without end are

class SymbolTeller {
 public:
  explicit SymbolTeller(const Subject& subject) : subject_(subject), extents_(extents_of(subject.reading())) {}

  Json tree() { return below(0, 0); }
  /// Without the tree, for clients that want none.
  Json list() {
    Json flat = Json::array();
    flatten(tree(), {}, flat);
    return flat;
  }

 private:
  const assist::Reading& reading() const { return subject_.reading(); }

  Json below(std::size_t holder, std::size_t depth) {
    Json symbols = Json::array();
    for (const std::size_t part : reading().parts_of(holder))
      if (Json symbol = symbol_of(part, depth); !symbol.is_null()) symbols.push_back(std::move(symbol));
    return symbols;
  }

  /// Keys at the top, and whatever holds something; a record goes by its title.
  Json symbol_of(std::size_t part, std::size_t depth) {
    const bool holds = !reading().parts_of(part).empty();
    if (!holds && (depth > 0 || reading().part(part).entry)) return nullptr;
    const auto [name, detail, kind] = words_for(part, holds);
    if (name.empty()) return nullptr;
    Json symbol = {{"name", base::shortened(name, kLongestName)},
                   {"kind", kind},
                   {"range", range(extents_[part])},
                   {"selectionRange", range(reading().part(part).name)}};
    if (!detail.empty()) symbol["detail"] = base::shortened(detail, kLongestName);
    if (holds && depth < kDeepest) symbol["children"] = below(part, depth + 1);
    return symbol;
  }

  struct Words {
    std::string name;
    std::string detail;
    int kind = kKeySymbol;
  };

  Words words_for(std::size_t part, bool holds) const {
    const assist::Part& its = reading().part(part);
    const format::Shape* const shape = reading().shape_of(part);
    if (its.entry) {
      RecordName record = record_name(reading(), part);
      if (record.title.empty()) std::swap(record.title, record.id);
      const bool record_like = shape != nullptr && shape->kind == ShapeKind::record;
      if (record.title.empty() && record_like) record.title = shape->record->noun;
      return {.name = record.title, .detail = record.id, .kind = kRecordSymbol};
    }
    const bool list = shape != nullptr && shape->kind == ShapeKind::list;
    const int kind = !holds ? kKeySymbol : list ? kListSymbol : kMapSymbol;
    return {.name = reading().key_of(part), .detail = holds ? std::string() : reading().text_of(part), .kind = kind};
  }

  Json range(const Stretch& stretch) const { return subject_.places.range(stretch.begin, stretch.end); }

  void flatten(const Json& symbols, const std::string& holder, Json& flat) const {
    for (const Json& symbol : symbols) {
      const std::string name = symbol.at("name").get<std::string>();
      Json own = {{"name", name},
                  {"kind", symbol.at("kind")},
                  {"location", {{"uri", subject_.document.uri()}, {"range", symbol.at("range")}}}};
      if (!holder.empty()) own["containerName"] = holder;
      flat.push_back(std::move(own));
      if (symbol.contains("children")) flatten(symbol.at("children"), name, flat);
    }
  }

  const Subject& subject_;
  std::vector<Stretch> extents_;
};

/// Lines that are nothing but comments, from the first to the last of each row of them.
void add_comment_folds(const Subject& subject, Json& folds) {
  const std::string_view bytes = subject.document.text();
  std::size_t first = kNone;
  for (std::size_t line = 0; line <= subject.places.lines(); ++line) {
    const bool comment = line < subject.places.lines() &&
                         base::trimmed(
                             bytes.substr(subject.places.begin_of_line(line),
                                          subject.places.end_of_line(line) - subject.places.begin_of_line(line)))
                             .starts_with('#');
    if (comment && first == kNone) first = line;
    if (!comment && first != kNone && line - 1 > first)
      folds.push_back({{"startLine", first}, {"endLine", line - 1}, {"kind", "comment"}});
    if (!comment) first = kNone;
  }
}

Json selection_at(const Subject& subject, const std::vector<Stretch>& extents, std::size_t byte) {
  const assist::Reading& reading = subject.reading();
  std::vector<Stretch> chain = {{0, reading.bytes().size()}};
  std::vector<std::size_t> parts;
  for (std::size_t part = innermost(extents, byte); part != 0; part = reading.part(part).above) parts.push_back(part);
  if (parts.size() > kDeepest) parts.resize(kDeepest);
  const auto add = [&](const Stretch& stretch) {
    const bool inside = chain.back().begin <= stretch.begin && stretch.end <= chain.back().end;
    const bool same = chain.back().begin == stretch.begin && chain.back().end == stretch.end;
    if (stretch.touches(byte) && inside && !same && !stretch.empty()) chain.push_back(stretch);
  };
  std::for_each(parts.rbegin(), parts.rend(), [&](std::size_t part) {
    add(extents[part]);
    add(reading.part(part).value);
    add(reading.part(part).name);
  });
  Json selection;
  for (const Stretch& stretch : chain) {
    Json outer = std::move(selection);
    selection = {{"range", subject.places.range(stretch.begin, stretch.end)}};
    if (!outer.is_null()) selection["parent"] = std::move(outer);
  }
  return selection;
}

bool holds_words(const std::string& text, const std::string& lower_words) {
  return lower_words.empty() || base::lower(text).find(lower_words) != std::string::npos;
}

/// Every record of the repositories that has an id, and every file.
void add_workspace_symbols(Session& session, const Root& root, const std::string& words, Json& symbols) {
  const std::unique_ptr<assist::Around> around = session.engine.around(root, "cpm.yaml");
  const Names names(*around);
  constexpr std::size_t kMost = 500;
  for (const Mention& mention : names.all()) {
    if (symbols.size() >= kMost) return;
    const std::string title = Names::title_of(mention);
    if (!mention.definition || !holds_words(fmt::format("{} {}", mention.id, title), words)) continue;
    const Places places(mention.file->bytes, session.client.units);
    symbols.push_back({{"name", title.empty() ? mention.id : base::shortened(title, kLongestName)},
                       {"kind", kRecordSymbol},
                       {"containerName", fmt::format("{} in {}", mention.id, mention.file->inside)},
                       {"location",
                        {{"uri", session.documents.uri_of(base::joined_path(root.path, mention.file->inside))},
                         {"range", places.range(mention.begin, mention.end)}}}});
  }
}

}  // namespace

Json answer_symbols(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  SymbolTeller teller(subject);
  return session.client.tree_of_symbols ? teller.tree() : teller.list();
}

Json answer_workspace_symbols(Session& session, const Json& params) {
  const std::string words = base::lower(need_text(params, "query"));
  Json symbols = Json::array();
  for (const Root& root : session.homes.all_roots()) {
    add_workspace_symbols(session, root, words, symbols);
    session.homes.looked_into(root);
  }
  return symbols;
}

Json answer_folds(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const std::vector<Stretch> extents = extents_of(subject.reading());
  Json folds = Json::array();
  for (std::size_t part = 1; part < extents.size(); ++part) {
    const std::size_t first = subject.places.line_of(extents[part].begin);
    const std::size_t last = subject.places.line_of(extents[part].end);
    if (first < last) folds.push_back({{"startLine", first}, {"endLine", last}});
  }
  add_comment_folds(subject, folds);
  return folds;
}

Json answer_selections(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const std::vector<Stretch> extents = extents_of(subject.reading());
  Json selections = Json::array();
  for (const Json& position : need_list(params, "positions"))
    selections.push_back(selection_at(subject, extents,
                                      subject.places.byte_of({.line = need_number(position, "line"),
                                                              .character = need_number(position, "character")})));
  return selections;
}

}  // namespace cpm::lsp
