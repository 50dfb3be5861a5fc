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
    field<&ScaleValue::value>("value", Need::must, kCount, "The score; the lowest is 0.", "0"),
    field<&ScaleValue::label>("label", Need::must, kText, "What the score means, in a few words.", "Not in place"),
    field<&ScaleValue::also>("also", Need::may, kTexts,
                             "Other words that people write for the label; `cpm fix` understands them."),
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
    field<&Item::tool>("tool", Need::may, kToolId, "A tool from the toolkit catalog that helps with this item.",
                       "orb-matrix"),
    field<&Item::builds_on>("builds_on", Need::may, kOwnItemIds, "Items that should be in place before this one."),
    field<&Item::basis>("basis", Need::may, kText, "What the item is based on."),
    field<&Item::revision>("revision", Need::may, kText, "Change it whenever the meaning of the text changes.", "2"),
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
    field<&Area::label>("label", Need::must, kText, "The area's name in reports.", "Organizational Readiness"),
    field<&Area::aliases>("aliases", Need::may, kTexts, "Other names of the same area; reports show them."),
    field<&Area::also>("also", Need::may, kTexts,
                       "Other words that people write for the label; `cpm fix` understands them."),
    field<&Area::toolkit>("toolkit", Need::may, kText, "The toolkit for this area.", "ORB"),
    field<&Area::topics>("topics", Need::may, kTexts, "Topics that group its items."),
    field<&Area::items>("items", Need::must, kItems, "The items of the area, in order."),
};
constexpr Record kAreaRecord{.noun = "area",
                             .about = "A group of items with its own score.",
                             .id_key = "id",
                             .title_key = "label",
                             .fields = kAreaFields};
constexpr Shape kArea = record_of(kAreaRecord);
constexpr Shape kAreas = list_of(kArea, 1);

constexpr std::array kPreviousFields = {
    field<&PreviousVersion::version>("version", Need::must, kText, "The previous version, as text in quotes.", "1.0"),
    field<&PreviousVersion::unchanged>("unchanged", Need::may, kOwnItemIds, "Items with the same text."),
    field<&PreviousVersion::reworded>("reworded", Need::may, kOwnItemIds,
                                      "Items with new wording; each has a new `revision`."),
    field<&PreviousVersion::dropped>("dropped", Need::may, kOwnItemIds, "Items that are no longer asked."),
    field<&PreviousVersion::added>("new", Need::may, kOwnItemIds, "Items asked for the first time."),
};
constexpr Record kPreviousRecord{.noun = "previous version",
                                 .about = "The previous version, and what happened to its items.",
                                 .id_key = "version",
                                 .title_key = {},
                                 .fields = kPreviousFields};
constexpr Shape kPrevious = record_of(kPreviousRecord);

constexpr std::array kInstrumentFields = {
    field<&Instrument::heading>("format", Need::must, kText, "The kind of file.", "cpm/instrument/1"),
    field<&Instrument::id>("id", Need::must, kId, "The name of the instrument, the same in all its versions.",
                           "my-county"),
    field<&Instrument::version>("version", Need::must, kText,
                                "The version, as text in quotes; any change to an item's text needs a new version.",
                                "1.0"),
    field<&Instrument::title>("title", Need::should, kText, "The instrument's name in reports.",
                              "Our county's Snapshot"),
    field<&Instrument::source>("source", Need::should, kText,
                               "Where the texts come from, such as official, typed in or our own.",
                               "Written by our implementation team"),
    field<&Instrument::licence>("licence", Need::should, kText, "Who may use and change it.", "Free to use and change"),
    field<&Instrument::scale>("scale", Need::must, kScale, "The scores, from 0 up."),
    field<&Instrument::areas>("areas", Need::must, kAreas, "The areas, in the order in which reports show them."),
    field<&Instrument::previous>("previous", Need::may, kPrevious, "The previous version, and what has changed since."),
    never("weights", kText, 655,
          "items are not weighted: every item counts the same, as in the related assessments; delete this line"),
};

}  // namespace

constexpr Record kInstrumentRecord{.noun = "instrument",
                                   .about = "The items of a Snapshot, with their scale and areas.",
                                   .id_key = "id",
                                   .title_key = "title",
                                   .fields = kInstrumentFields};

}  // namespace cpm::format
