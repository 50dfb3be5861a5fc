// What may be written at a place, as `assist/complete` offers it.
#include <fmt/format.h>

#include "assist/complete.h"
#include "lsp/methods.h"

namespace cpm::lsp {
namespace {

struct OfferKind {
  std::string_view what;
  int number = 0;  ///< CompletionItemKind
};
constexpr OfferKind kOfferKinds[] = {{"key", 5}, {"choice", 20}, {"id", 18}, {"date", 12}, {"value", 12}};

int kind_number(std::string_view what) {
  for (const OfferKind& kind : kOfferKinds)
    if (kind.what == what) return kind.number;
  return 1;
}

/// On one line, and short enough to stand beside the label.
std::string detail_of(const assist::Offer& offer) {
  if (offer.need.empty()) return offer.about;
  return offer.about.empty() ? std::string(offer.need) : fmt::format("{}. {}", offer.need, offer.about);
}

Json item_of(const assist::Offer& offer, std::size_t number, const Json& range) {
  Json item = {{"label", offer.label},
               {"kind", kind_number(offer.what)},
               {"sortText", fmt::format("{:05}", number)},
               {"filterText", offer.label},
               {"textEdit", {{"range", range}, {"newText", offer.text}}}};
  constexpr int kAsIs = 1;
  if (offer.text.find('\n') != std::string::npos) item["insertTextMode"] = kAsIs;  // its lines are indented already
  if (const std::string detail = detail_of(offer); !detail.empty()) item["detail"] = detail;
  if (offer.what == "id" && !offer.about.empty()) item["labelDetails"] = {{"description", offer.about}};
  return item;
}

}  // namespace

Json announce_completion(const Client&) {
  return {{"triggerCharacters", Json::array({":", " ", "-", "[", ",", "{"})},
          {"resolveProvider", false},
          {"completionItem", {{"labelDetailsSupport", true}}}};
}

Json answer_completion(Session& session, const Json& params) {
  const Subject subject = need_subject(session, params);
  const std::size_t at = need_byte(subject, params);
  const std::unique_ptr<assist::Around> around = subject.around();
  const assist::Offers offers = assist::offers_at(subject.reading(), at, *around);
  const Json range = subject.places.range(offers.word.begin, offers.word.end);
  Json items = Json::array();
  const bool one_line = subject.places.line_of(offers.word.begin) == subject.places.line_of(offers.word.end);
  if (!one_line) return {{"isIncomplete", false}, {"items", std::move(items)}};  // the protocol replaces within a line
  for (const assist::Offer& offer : offers.offers) items.push_back(item_of(offer, items.size(), range));
  return {{"isIncomplete", false}, {"items", std::move(items)}};
}

}  // namespace cpm::lsp
