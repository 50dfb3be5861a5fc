// The export itself, counties, files and findings.
#include "diag/catalog.h"
#include "facts/rows.h"

namespace cpm::facts {
namespace {

constexpr std::string_view kSeverities[] = {"advice", "warning", "error"};

// export

struct ExportFacts {
  base::Date as_of{};
};

constexpr std::array<ColumnOf<ExportFacts>, 3> kExportColumns = {{
    {{"format", Type::text, Need::key, "What these tables are: `cpm/tables/1`. Another number means other columns."},
     [](const ExportFacts&) -> Value { return std::string_view("cpm/tables/1"); }},
    {{"as_of", Type::date, Need::must, "The day by which findings and overdue steps are judged."},
     [](const ExportFacts& facts) -> Value { return base::to_text(facts.as_of); }},
    {{"made_by", Type::text, Need::must, "The program that wrote them, with its version."},
     [](const ExportFacts&) -> Value { return std::string_view("cpm " CPM_VERSION); }},
}};
constexpr auto kExportHeads = heads(kExportColumns);

// counties

constexpr std::array<ColumnOf<CountyFacts>, 7> kCountyColumns = {{
    {{"folder", Type::text, Need::key, "The folder of the county's files; `.` is the current one."},
     [](const CountyFacts& facts) -> Value { return std::string_view(facts.home.root); }},
    {kCounty, [](const CountyFacts& facts) -> Value { return cell(facts.county); }},
    {{"county_name", Type::text, Need::may, "Its name: `Yolo County`."},
     [](const CountyFacts& facts) -> Value { return cell(std::string_view(facts.name)); }},
    {{"fips", Type::text, Need::may, "Its FIPS code, with the zero in front. None for a fictional county."},
     [](const CountyFacts& facts) -> Value { return facts.known == nullptr ? Value{} : cell(facts.known->fips); }},
    {{"academy", Type::text, Need::may, "Its training academy, from `cpm.yaml`."},
     [](const CountyFacts& facts) -> Value {
       return facts.home.repository == nullptr ? Value{} : cell(facts.home.repository->academy);
     }},
    {{"fiscal_year_start", Type::whole, Need::may, "The month in which its fiscal year begins, from `cpm.yaml`."},
     [](const CountyFacts& facts) -> Value {
       return facts.home.repository == nullptr ? Value{} : cell(facts.home.repository->fiscal_year_start);
     }},
    {{"benchmark", Type::whole, Need::may, "Its own benchmark in percent, from `cpm.yaml`."},
     [](const CountyFacts& facts) -> Value {
       const model::Repository* const settings = facts.home.repository;
       return settings == nullptr || !settings->reports ? Value{} : cell(settings->reports->benchmark);
     }},
}};
constexpr auto kCountyHeads = heads(kCountyColumns);

// offers

struct OfferFacts {
  const CountyFacts& county;
  const model::Offer& offer;
  std::int64_t position = 0;
};

constexpr std::array<ColumnOf<OfferFacts>, 5> kOfferColumns = {{
    {{"folder", Type::text, Need::key, "The folder of the county's files."},
     [](const OfferFacts& facts) -> Value { return std::string_view(facts.county.home.root); }},
    {kPosition, [](const OfferFacts& facts) -> Value { return facts.position; }},
    {kCounty, [](const OfferFacts& facts) -> Value { return cell(facts.county.county); }},
    {{"item", Type::text, Need::may, "The item that the county has in place."},
     [](const OfferFacts& facts) -> Value { return cell(facts.offer.item); }},
    {{"text", Type::prose, Need::may, "What it can show."},
     [](const OfferFacts& facts) -> Value { return cell(facts.offer.text); }},
}};
constexpr auto kOfferHeads = heads(kOfferColumns);
constexpr Reference kOfFolder[] = {{"folder", "counties"}};

// files

constexpr std::array<ColumnOf<FileFacts>, 8> kFileColumns = {{
    {kFile, of_file},
    {{"folder", Type::text, Need::must, "The folder of the county's files that it belongs to."},
     [](const FileFacts& facts) -> Value { return std::string_view(facts.home.root); }},
    {kCounty, of_county},
    {{"kind", Type::text, Need::may, "The kind of file, such as `snapshot`; none if it could not be read."},
     [](const FileFacts& facts) -> Value { return cell(facts.kind); }},
    {{"used", Type::flag, Need::must, "No if the file has errors: then its facts are in no other table."},
     [](const FileFacts& facts) -> Value { return facts.used; }},
    {{"errors", Type::whole, Need::must, "Errors that a check finds in it."},
     [](const FileFacts& facts) -> Value { return facts.errors; }},
    {{"warnings", Type::whole, Need::must, "Warnings."},
     [](const FileFacts& facts) -> Value { return facts.warnings; }},
    {{"advice", Type::whole, Need::must, "Pieces of advice."},
     [](const FileFacts& facts) -> Value { return facts.advice; }},
}};
constexpr auto kFileHeads = heads(kFileColumns);

// findings

/// A finding about client data quotes what must not be passed on.
Value safe_message(const FindingFacts& facts) {
  const diag::CodeInfo& code = *diag::find_code(facts.finding.code);
  return code.client_data ? Value(code.summary) : Value(std::string_view(facts.finding.message));
}

Value at_position(const FindingFacts& facts, std::size_t diag::Position::*part) {
  if (facts.file == nullptr || facts.finding.span.whole_file) return {};
  return static_cast<std::int64_t>(facts.file->position(facts.finding.span.begin).*part);
}

constexpr std::array<ColumnOf<FindingFacts>, 9> kFindingColumns = {{
    {{"finding", Type::whole, Need::key, "Its number in this export, from 1."},
     [](const FindingFacts& facts) -> Value { return facts.number; }},
    {{"file", Type::text, Need::may, "The file that it is in."},
     [](const FindingFacts& facts) -> Value {
       return facts.file == nullptr ? Value{} : Value(std::string_view(facts.file->path()));
     }},
    {{"line", Type::whole, Need::may, "The line, from 1; none if it is about the whole file."},
     [](const FindingFacts& facts) -> Value { return at_position(facts, &diag::Position::line); }},
    {{"col", Type::whole, Need::may, "The column, from 1."},
     [](const FindingFacts& facts) -> Value { return at_position(facts, &diag::Position::column); }},
    {{"code", Type::text, Need::must, "Its code, such as `CPM310`; `cpm explain CPM310` explains it."},
     [](const FindingFacts& facts) -> Value { return diag::code_text(facts.finding.code); }},
    {{"name", Type::text, Need::must, "The name of the code."},
     [](const FindingFacts& facts) -> Value { return diag::find_code(facts.finding.code)->name; }},
    {{"severity", Type::choice, Need::must, "How much it matters.", kSeverities},
     [](const FindingFacts& facts) -> Value { return diag::severity_word(facts.finding.severity); }},
    {{"record", Type::text, Need::may, "The id of the record that it is about, such as a step."},
     [](const FindingFacts& facts) -> Value { return cell(std::string_view(facts.finding.item)); }},
    {{"message", Type::prose, Need::may,
      "What was found. Of findings about client data only what they are about, since the message would quote it."},
     safe_message},
}};
constexpr auto kFindingHeads = heads(kFindingColumns);
constexpr Reference kOfFile[] = {{"file", "files"}};

}  // namespace

constexpr Table kExportTable{.name = "export", .about = "one row: what this export is", .columns = kExportHeads};
constexpr Table kCountyTable{
    .name = "counties", .about = "one row a folder of a county's files", .columns = kCountyHeads};
constexpr Table kOfferTable{.name = "offers",
                            .about = "one row a thing that a county is ready to tell others about",
                            .columns = kOfferHeads,
                            .references = kOfFolder};
constexpr Table kFileTable{
    .name = "files", .about = "one row a file that was read", .columns = kFileHeads, .references = kOfFolder};
constexpr Table kFindingTable{
    .name = "findings", .about = "one row a finding of `cpm check`", .columns = kFindingHeads, .references = kOfFile};

void add_export(Rows& rows, const base::Date& as_of) {
  rows.add(kExportTable, kExportColumns, ExportFacts{as_of});
}

void add_county(Rows& rows, const CountyFacts& county) {
  rows.add(kCountyTable, kCountyColumns, county);
  if (county.home.repository == nullptr) return;
  const std::vector<model::Offer>& offers = county.home.repository->offers;
  for (std::size_t i = 0; i < offers.size(); ++i)
    rows.add(kOfferTable, kOfferColumns,
             OfferFacts{.county = county, .offer = offers[i], .position = static_cast<std::int64_t>(i + 1)});
}

void add_file(Rows& rows, const FileFacts& file) {
  rows.add(kFileTable, kFileColumns, file);
}

void add_finding(Rows& rows, const FindingFacts& finding) {
  rows.add(kFindingTable, kFindingColumns, finding);
}

}  // namespace cpm::facts
