#include "report/sip_sheet.h"

#include <utility>

#include "report/plan_blocks.h"

namespace cpm::report {
namespace {

/// What may name a person, where names are shown at all.
Cell shown(const model::LocatedText& text, bool with_names) {
  return with_names ? text_cell(text) : text_cell(kNone);
}

Table signers_table(const model::SipSettings& settings, bool with_names) {
  Table table = table_of("Who signs", {"Role", "Name", "Phone", "Address", "Signature and date"});
  for (const model::SipSigner& signer : settings.signers)
    table.rows.push_back({text_cell(signer.role), shown(signer.name, with_names), shown(signer.phone, with_names),
                          shown(signer.address, with_names), text_cell("to be signed")});
  return without_empty_columns(std::move(table), 1);
}

Table contacts_table(const model::SipSettings& settings, bool with_names) {
  Table table = table_of("Contact persons", {"Role", "Name", "Phone", "Email", "Address"});
  for (const model::SipContact& contact : settings.contacts)
    table.rows.push_back({text_cell(contact.role), shown(contact.name, with_names), shown(contact.phone, with_names),
                          shown(contact.email, with_names), shown(contact.address, with_names)});
  return without_empty_columns(std::move(table), 1);
}

std::string board_approval_text(const model::SipSettings& settings) {
  return settings.board_approval ? base::written_out(*settings.board_approval) : "to be filled in";
}

}  // namespace

void add_signature_sheet(Page& page, const SipSheet& sheet, const model::SipSettings& settings, bool with_names) {
  page.section("For the signature sheet");
  page.facts({{{"Document", "SIP progress report"},
               {"County", sheet.county},
               {"SIP period", sheet.period},
               {"Approved by the Board of Supervisors", board_approval_text(settings)},
               {"Outcome data period", text_or(settings.outcome_data, kNone)},
               {"Agency that administers CAPIT and CBCAP", text_or(settings.prevention_funds, kNone)}}});
  page.table(signers_table(settings, with_names));
  page.table(contacts_table(settings, with_names));
}

}  // namespace cpm::report
