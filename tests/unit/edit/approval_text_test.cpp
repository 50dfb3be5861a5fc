// An approval is written into a county's file: only its own bytes are new, whatever the layout.
#include "edit/approval_text.h"

#include <doctest/doctest.h>

#include "model/approvals.h"
#include "model/words.h"
#include "tests/support/build_model.h"
#include "tests/support/holds.h"
#include "tests/unit/format/loading.h"

namespace cpm::edit {
namespace {

using test::Holds;

const std::string kHead = "format: cpm/roadmap/1\ncounty: example\ntitle: Ours\nfiscal_year: 2026\n";
const std::string
    kEntries = "entries:\n  - id: r1\n    from: 2026-09-15\n    kind: webinar\n    title: One\n    status: planned\n";

ApprovedText approved(const std::string& text, const NewApproval& approval) {
  const diag::SourceFile file("roadmap.yaml", text);
  const yaml::Limits limits;
  return with_approval({.file = file, .id = 0, .limits = limits}, approval);
}

NewApproval by_board() {
  return {.by = "Board of Supervisors", .on = test::date("2026-07-14")};
}

/// What was put in, behind how many bytes; the rest must be as it was.
std::string inserted(const std::string& before, const std::string& after) {
  std::size_t front = 0;
  while (front < before.size() && front < after.size() && before[front] == after[front]) ++front;
  std::size_t back = 0;
  while (back < before.size() - front && back < after.size() - front &&
         before[before.size() - 1 - back] == after[after.size() - 1 - back])
    ++back;
  CHECK(front + back == before.size());
  return after.substr(front, after.size() - front - back);
}

/// Reads the file again: each approval and whether it holds.
std::string states(const std::string& bytes) {
  const test::Loading loading({{"roadmap.yaml", bytes}});
  CHECK(loading.places().empty());
  std::string text;
  const auto& approvals = std::get<model::Roadmap>(loading.document("roadmap.yaml").content).approvals;
  for (const model::Approval& approval : approvals)
    text += (text.empty() ? "" : ", ") + *approval.by + " " +
            std::string(model::key(model::state_of(approval, approvals)));
  return text;
}

}  // namespace

TEST_CASE("the first approval becomes a key of its own at the end of the file") {
  const ApprovedText made = approved(kHead + kEntries, by_board());
  CHECK(inserted(kHead + kEntries, made.bytes) ==
        "approvals:\n  - by: Board of Supervisors\n    \"on\": 2026-07-14\n    content: " + made.content + "\n");
  CHECK(states(made.bytes) == "Board of Supervisors holds");
}

TEST_CASE("a blank line sets the key apart where the file has blank lines; a line end that was missing is added") {
  const std::string spaced = kHead + "\n" + kEntries;
  CHECK(inserted(spaced, approved(spaced, by_board()).bytes).starts_with("\napprovals:\n"));
  const std::string open = spaced.substr(0, spaced.size() - 1);
  CHECK(inserted(open, approved(open, by_board()).bytes).starts_with("\n\napprovals:\n"));
  const std::string comment = spaced + "\n# The end.\n";
  CHECK(approved(comment, by_board()).bytes == Holds{"planned\n\napprovals:\n"});
  const std::string marked = spaced + "...\n";
  CHECK(approved(marked, by_board()).bytes == Holds{"\n...\n"});
  CHECK(states(approved(marked, by_board()).bytes) == "Board of Supervisors holds");
}

TEST_CASE("the line ends of the file stay, and so does a byte order mark") {
  std::string windows = "\xEF\xBB\xBF";
  for (const char character : kHead + kEntries) windows += character == '\n' ? "\r\n" : std::string(1, character);
  const ApprovedText made = approved(windows, by_board());
  CHECK(inserted(windows, made.bytes) ==
        "approvals:\r\n  - by: Board of Supervisors\r\n    \"on\": 2026-07-14\r\n    content: " + made.content +
            "\r\n");
}

TEST_CASE("a further approval is added below the others, at their column and before what follows") {
  for (const std::string indent : {"", "  ", "      "}) {
    CAPTURE(indent);
    const std::string text = kHead + "approvals:\n" + indent + "- by: Director  # acting\n" + indent +
                             "  on: 2026-07-01\n" + indent +
                             "  content: cpm1-00000000000000000000000000000000 # of old\n" + kEntries;
    const ApprovedText made = approved(text, by_board());
    CHECK(inserted(text, made.bytes) == indent + "- by: Board of Supervisors\n" + indent + "  \"on\": 2026-07-14\n" +
                                            indent + "  content: " + made.content + "\n");
    CHECK(states(made.bytes) == "Director changed, Board of Supervisors holds");
  }
}

TEST_CASE("an approval is written into brackets and braces as they are") {
  const std::string entry = "{by: Board of Supervisors, \"on\": 2026-07-14, content: ";
  const std::string empty = kHead + "approvals: []\n" + kEntries;
  CHECK(approved(empty, by_board()).bytes ==
        Holds{"approvals:\n  - by: Board of Supervisors\n    \"on\": 2026-07-14\n"});
  const std::string one = kHead + "approvals: [{by: Director, on: 2026-07-01}]\n" + kEntries;
  CHECK(inserted(one, approved(one, by_board()).bytes) == ", " + entry + approved(one, by_board()).content + "}");
  const std::string lines = kHead + "approvals: [\n  {by: Director, on: 2026-07-01},\n  ]\n" + kEntries;
  CHECK(states(approved(lines, by_board()).bytes) == "Director unbound, Board of Supervisors holds");
  const std::string flow =
      "{format: cpm/roadmap/1, county: example, title: Ours, fiscal_year: 2026, entries: [{id: r1, from: 2026-09-15, "
      "kind: webinar, title: One, status: planned}]}\n";
  CHECK(inserted(flow, approved(flow, by_board()).bytes) == Holds{", approvals: [{by: Board of Supervisors"});
  CHECK(states(approved(flow, by_board()).bytes) == "Board of Supervisors holds");
}

TEST_CASE("an entry of that approver and day gets its fingerprint, and is not written twice") {
  const std::string
      text = kHead +
             "approvals:\n  - on: 2026-07-14\n    by: board of  supervisors # by vote\n    text: |\n      Item 23\n" +
             kEntries;
  const ApprovedText made = approved(text, by_board());
  CHECK(made.completed);
  CHECK(inserted(text, made.bytes) == "    content: " + made.content + "\n");
  CHECK(states(made.bytes) == "board of  supervisors holds");
  const std::string flow = kHead + "approvals: [{by: Board of Supervisors, on: 2026-07-14}]\n" + kEntries;
  CHECK(inserted(flow, approved(flow, by_board()).bytes) == ", content: " + approved(flow, by_board()).content);
}

TEST_CASE("texts that YAML could take for something else are quoted, and say what was said") {
  NewApproval approval = by_board();
  approval.by = "Yes: the \"Board\" #1";
  approval.text = "no";
  approval.of = "r1";
  const ApprovedText made = approved(kHead + kEntries, approval);
  const test::Loading loading({{"roadmap.yaml", made.bytes}});
  const model::Approval& found = std::get<model::Roadmap>(loading.document("roadmap.yaml").content).approvals.at(0);
  CHECK(*found.by == approval.by);
  CHECK(*found.text == "no");
  CHECK(*found.of == "r1");
  CHECK(found.noun == "road map entry");
  CHECK(found.title == "One");
  CHECK(states(made.bytes) == approval.by + " holds");
}

TEST_CASE("an approval of a record that is not there is not written, and the records there are named") {
  NewApproval approval = by_board();
  approval.of = "r9";
  const ApprovedText made = approved(kHead + kEntries, approval);
  CHECK(made.content.empty());
  CHECK(made.bytes.empty());
  CHECK(made.ids == std::vector<std::string>{"r1"});
}

TEST_CASE("the newest approval of each approver counts, and those before it are kept as a record") {
  NewApproval approval = by_board();
  const std::string once = approved(kHead + kEntries, approval).bytes;
  const std::string later = test::with(once, "title: One", "title: Two");
  CHECK(states(later) == "Board of Supervisors changed");
  approval.on = test::date("2026-08-11");
  CHECK(states(approved(later, approval).bytes) == "Board of Supervisors renewed, Board of Supervisors holds");
  approval.by = "Director";
  CHECK(states(approved(later, approval).bytes) == "Board of Supervisors changed, Director holds");
}

}  // namespace cpm::edit
