// Reference lists that cpm ships; a county may read them like any other file.
#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::Academy;
using model::Counties;
using model::County;
using model::Outcome;
using model::Outcomes;
using model::Regions;
using model::Tool;
using model::Toolkit;
using model::Toolkits;

constexpr std::array kCountyFields = {
    field<&County::id>("id", Need::must, kId, "The name in lower case, with words joined by `-`.", "yolo"),
    field<&County::name>("name", Need::must, kText, "The name.", "Yolo"),
    field<&County::fips>("fips", Need::must, kText, "Federal code, as text in quotes.", "06113"),
    field<&County::aliases>("aliases", Need::may, kTexts, "Short names that people use."),
};
constexpr Record kCountyRecord{
    .noun = "county", .about = "One county.", .id_key = "id", .title_key = "name", .fields = kCountyFields};
constexpr Shape kCountyShape = record_of(kCountyRecord);
constexpr Shape kCountyList = list_of(kCountyShape, 1);

constexpr std::array kCountiesFields = {
    field<&Counties::heading>("format", Need::must, kText, "The kind of file.", "cpm/counties/1"),
    field<&Counties::title>("title", Need::must, kText, "Title.", "Counties of California"),
    field<&Counties::source>("source", Need::may, kText, "Where the list comes from."),
    field<&Counties::counties>("counties", Need::must, kCountyList, "The counties, in alphabetical order."),
};

constexpr Shape kMembers = list_of(kCounty);
constexpr std::array kAcademyFields = {
    field<&Academy::id>("id", Need::must, kId, "A short name.", "ncta"),
    field<&Academy::name>("name", Need::must, kText, "The name.", "Northern California Training Academy"),
    field<&Academy::host>("host", Need::may, kText, "Who runs it.", "UC Davis"),
    field<&Academy::counties>("counties", Need::must, kMembers, "Its member counties."),
    field<&Academy::evidence>("evidence", Need::may, kText, "How certain the list is, and its source."),
};
constexpr Record kAcademyRecord{.noun = "academy",
                                .about = "A Regional Training Academy and its counties.",
                                .id_key = "id",
                                .title_key = "name",
                                .fields = kAcademyFields};
constexpr Shape kAcademy = record_of(kAcademyRecord);
constexpr Shape kAcademies = list_of(kAcademy, 1);

constexpr std::array kRegionsFields = {
    field<&Regions::heading>("format", Need::must, kText, "The kind of file.", "cpm/regions/1"),
    field<&Regions::title>("title", Need::must, kText, "Title.", "Regional Training Academies"),
    field<&Regions::date>("date", Need::must, kDate, "The day that the list describes.", "2026-01-01"),
    field<&Regions::source>("source", Need::may, kText, "Where the list comes from."),
    field<&Regions::academies>("academies", Need::must, kAcademies, "The academies."),
};

constexpr std::array kToolFields = {
    field<&Tool::id>("id", Need::must, kId, "A short name.", "orb-matrix"),
    field<&Tool::title>("title", Need::must, kText, "The tool's name.", "Planning Matrix"),
    field<&Tool::gist>("gist", Need::may, kText, "What it is for.", "Plan on the assessed factors"),
    field<&Tool::source>("source", Need::may, kText, "Where it is described."),
};
constexpr Record kToolRecord{
    .noun = "tool", .about = "One tool of a toolkit.", .id_key = "id", .title_key = "title", .fields = kToolFields};
constexpr Shape kTool = record_of(kToolRecord);
constexpr Shape kTools = list_of(kTool, 1);

constexpr std::array kToolkitFields = {
    field<&Toolkit::id>("id", Need::must, kText, "The toolkit's abbreviation.", "ORB"),
    field<&Toolkit::title>("title", Need::must, kText, "The toolkit's name.", "Organizational Readiness Building"),
    field<&Toolkit::tools>("tools", Need::must, kTools, "Its tools."),
};
constexpr Record kToolkitRecord{.noun = "toolkit",
                                .about = "A toolkit and its tools.",
                                .id_key = "id",
                                .title_key = "title",
                                .fields = kToolkitFields};
constexpr Shape kToolkit = record_of(kToolkitRecord);
constexpr Shape kToolkitList = list_of(kToolkit, 1);

constexpr std::array kToolkitsFields = {
    field<&Toolkits::heading>("format", Need::must, kText, "The kind of file.", "cpm/toolkits/1"),
    field<&Toolkits::title>("title", Need::must, kText, "Title.", "Toolkit catalog"),
    field<&Toolkits::source>("source", Need::may, kText, "Where the list comes from."),
    field<&Toolkits::toolkits>("toolkits", Need::must, kToolkitList, "The toolkits."),
};

constexpr auto kListedAreaChoices = choices<model::OutcomeArea>();
constexpr Shape kListedArea = choice_of(kListedAreaChoices);
constexpr std::array kOutcomeFields = {
    field<&Outcome::id>("id", Need::must, kId, "A short name.", "oc-heard"),
    field<&Outcome::area>("area", Need::must, kListedArea, "Where the change is seen.", "practice"),
    field<&Outcome::text>("text", Need::must, kText, "The change.", "Families say they are listened to."),
    field<&Outcome::perspectives>("perspectives", Need::may, kTexts, "Who sees it best: families, staff, partners."),
};
constexpr Record kOutcomeRecord{
    .noun = "outcome", .about = "A short-term outcome.", .id_key = "id", .title_key = "text", .fields = kOutcomeFields};
constexpr Shape kOutcome = record_of(kOutcomeRecord);
constexpr Shape kOutcomeList = list_of(kOutcome, 1);

constexpr std::array kOutcomesFields = {
    field<&Outcomes::heading>("format", Need::must, kText, "The kind of file.", "cpm/outcomes/1"),
    field<&Outcomes::title>("title", Need::must, kText, "Title.", "Short-term outcomes"),
    field<&Outcomes::source>("source", Need::may, kText, "Where the list comes from."),
    field<&Outcomes::outcomes>("outcomes", Need::must, kOutcomeList, "The outcomes."),
};

}  // namespace

constexpr Record kCountiesRecord{.noun = "list of counties",
                                 .about = "California's counties.",
                                 .id_key = {},
                                 .title_key = "title",
                                 .fields = kCountiesFields};
constexpr Record kRegionsRecord{.noun = "list of academies",
                                .about = "Training academies and their member counties.",
                                .id_key = {},
                                .title_key = "title",
                                .fields = kRegionsFields};
constexpr Record kToolkitsRecord{.noun = "toolkit catalog",
                                 .about = "Toolkits and their tools.",
                                 .id_key = {},
                                 .title_key = "title",
                                 .fields = kToolkitsFields};
constexpr Record kOutcomesRecord{.noun = "list of outcomes",
                                 .about = "Short-term outcomes.",
                                 .id_key = {},
                                 .title_key = "title",
                                 .fields = kOutcomesFields};

}  // namespace cpm::format
