#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Area;
using model::Instrument;
using model::Item;
using model::PreviousVersion;
using model::ScaleValue;

constexpr std::array kScaleFields = {
    field<&ScaleValue::value>("value", Need::must, kScore, "The score; the lowest is 0.", "0"),
    field<&ScaleValue::label>("label", Need::must, kText, "What the score means, in a few words.", "Not in place"),
    field<&ScaleValue::description>("description", Need::may, kText, "What the score means, in a sentence."),
};
constexpr Record kScaleRecord{.noun = "scale value",
                              .about = "One score of the scale.",
                              .id_key = "value",
                              .title_key = "label",
                              .fields = kScaleFields};
constexpr Shape kScaleValue = record_of(kScaleRecord);
constexpr Shape kScale = list_of(kScaleValue, 2);

constexpr std::array kItemFields = {
    field<&Item::id>("id", Need::must, kId, "A short permanent name, unique in the whole instrument.", "or-vision"),
    field<&Item::title>("title", Need::must, kText, "The item in a few words.", "Shared picture of CPM"),
    field<&Item::prompt>("prompt", Need::must, kText, "What the team is asked.",
                         "Leaders, staff and partners can say what CPM means for this county."),
    field<&Item::anchors>("anchors", Need::must, kTexts,
                          "What each score looks like: one text per scale value, in order."),
    field<&Item::topic>("topic", Need::may, kText, "One of the area's topics."),
    field<&Item::tool>("tool", Need::may, kToolId, "A tool of the toolkit catalogue that helps with this item.",
                       "orb-matrix"),
    field<&Item::builds_on>("builds_on", Need::may, kIds, "Items that should be in place before this one."),
    field<&Item::basis>("basis", Need::may, kText, "What the item rests on."),
    field<&Item::revision>("revision", Need::may, kText, "Changed whenever the text changes its meaning.", "2"),
    field<&Item::same_as>("same_as", Need::may, kId, "The id of the same question in an earlier version."),
};
constexpr Record kItemRecord{.noun = "item",
                             .about = "One question of the Snapshot.",
                             .id_key = "id",
                             .title_key = "title",
                             .fields = kItemFields};
constexpr Shape kItem = record_of(kItemRecord);
constexpr Shape kItems = list_of(kItem, 1);

constexpr std::array kAreaFields = {
    field<&Area::id>("id", Need::must, kId, "A short permanent name.", "or"),
    field<&Area::label>("label", Need::must, kText, "The area as reports name it.", "Organizational Readiness"),
    field<&Area::aliases>("aliases", Need::may, kTexts, "Other names of the same area."),
    field<&Area::toolkit>("toolkit", Need::may, kText, "The toolkit that belongs to it.", "ORB"),
    field<&Area::topics>("topics", Need::may, kTexts, "Topics that group its items."),
    field<&Area::items>("items", Need::must, kItems, "The items of the area, in order."),
};
constexpr Record kAreaRecord{.noun = "area",
                             .about = "A group of items with a score of its own.",
                             .id_key = "id",
                             .title_key = "label",
                             .fields = kAreaFields};
constexpr Shape kArea = record_of(kAreaRecord);
constexpr Shape kAreas = list_of(kArea, 1);

constexpr std::array kPreviousFields = {
    field<&PreviousVersion::version>("version", Need::must, kText, "The version before, as text in quotes.", "1.0"),
    field<&PreviousVersion::unchanged>("unchanged", Need::may, kIds, "Items with the same text."),
    field<&PreviousVersion::reworded>("reworded", Need::may, kIds,
                                      "Items with another text; each has a new `revision`."),
    field<&PreviousVersion::dropped>("dropped", Need::may, kIds, "Items that are no longer asked."),
    field<&PreviousVersion::added>("new", Need::may, kIds, "Items asked for the first time."),
};
constexpr Record kPreviousRecord{.noun = "previous version",
                                 .about = "The version before, and what became of its items.",
                                 .id_key = "version",
                                 .title_key = {},
                                 .fields = kPreviousFields};
constexpr Shape kPrevious = record_of(kPreviousRecord);

constexpr std::array kFields = {
    field<&Instrument::heading>("format", Need::must, kText, "The kind of file.", "cpm/instrument/1"),
    field<&Instrument::id>("id", Need::must, kId, "The name of the instrument, the same in all its versions.",
                           "my-county"),
    field<&Instrument::version>("version", Need::must, kText,
                                "The version, as text in quotes; any change of an item's text needs a new one.", "1.0"),
    field<&Instrument::title>("title", Need::should, kText, "The instrument as reports name it.",
                              "Our county's Snapshot"),
    field<&Instrument::source>("source", Need::should, kText, "Where the texts come from: official, typed in, our own.",
                               "Written by our implementation team"),
    field<&Instrument::licence>("licence", Need::should, kText, "Who may use and change it.", "Free to use and change"),
    field<&Instrument::scale>("scale", Need::must, kScale, "The scores, from 0 upwards."),
    field<&Instrument::areas>("areas", Need::must, kAreas, "The areas, in the order of display."),
    field<&Instrument::previous>("previous", Need::may, kPrevious, "The version before, and what changed."),
    never("weights", kText, 655,
          "items are not weighted: every item counts the same, as in the related assessments; take the line out"),
};

}  // namespace

constexpr Record kInstrumentRecord{.noun = "instrument",
                                   .about = "The items a Snapshot asks, with scale and areas.",
                                   .id_key = "id",
                                   .title_key = "title",
                                   .fields = kFields};

}  // namespace cpm::format
