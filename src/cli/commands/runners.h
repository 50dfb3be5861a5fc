#pragma once
// The functions behind the rows of cli/commands.cpp: one per command, each in the file of its name.
#include "cli/commands.h"

namespace cpm::cli {

Answer run_check(const Run& run);
Answer run_fix(const Run& run);
Answer run_baseline(const Run& run);
Answer run_plan_check(const Run& run);
Answer run_score(const Run& run);
Answer run_rank(const Run& run);
Answer run_compare(const Run& run);
Answer run_plan_status(const Run& run);
Answer run_trace(const Run& run);
Answer run_support(const Run& run);
Answer run_plan_calendar(const Run& run);
Answer run_report_all(const Run& run);
Answer run_report_snapshot(const Run& run);
Answer run_report_comparison(const Run& run);
Answer run_report_plan(const Run& run);
Answer run_report_status(const Run& run);
Answer run_report_theory(const Run& run);
Answer run_init(const Run& run);
Answer run_region(const Run& run);
Answer run_report_support(const Run& run);
Answer run_report_logic_model(const Run& run);
Answer run_report_roadmap(const Run& run);
Answer run_report_fidelity(const Run& run);
Answer run_report_handover(const Run& run);
Answer run_report_sip(const Run& run);
Answer run_report_county(const Run& run);
Answer run_new(const Run& run);
Answer run_schema(const Run& run);
Answer run_explain(const Run& run);
Answer run_list(const Run& run);
Answer run_completions(const Run& run);
Answer run_help(const Run& run);

}  // namespace cpm::cli
