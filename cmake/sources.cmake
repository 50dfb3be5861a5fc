# The sources, room by room from the ground up: the table of contents. src/README.md says what each room is for.

# dates, ratios, texts, tables of text, files
set(sources_of_base
  assert.cpp
  date.cpp
  decimal.cpp
  files.cpp
  paths.cpp
  ratio.cpp
  text.cpp
  text_display.cpp
  text_table.cpp
  utf8.cpp)

# places in files, findings, the catalogue of codes
set(sources_of_diag
  catalogue.cpp
  catalogue_lookup.cpp
  catalogue_other.cpp
  catalogue_plan.cpp
  catalogue_references.cpp
  catalogue_shape.cpp
  catalogue_snapshot.cpp
  catalogue_text.cpp
  diagnostic.cpp
  source_file.cpp)

# bytes to tree, and writing new files
set(sources_of_yaml
  builder.cpp
  diagnose.cpp
  diagnose_brackets.cpp
  diagnose_keys.cpp
  diagnose_layout.cpp
  diagnose_quotes.cpp
  duplicates.cpp
  encodings.cpp
  engine.cpp
  guards.cpp
  node.cpp
  reader.cpp
  review.cpp
  source.cpp
  writer.cpp)

# what a county wrote
set(sources_of_model
  instrument.cpp
  plan.cpp
  reference.cpp
  snapshot.cpp
  workspace.cpp)

# field tables: decode, link, schema, reference, template
set(sources_of_format
  built_in.cpp
  common.cpp
  decoder.cpp
  decoder_scalars.cpp
  discover.cpp
  instrument.cpp
  json_schema.cpp
  kinds.cpp
  link.cpp
  link_instrument.cpp
  link_plan.cpp
  link_snapshot.cpp
  load.cpp
  plain_text.cpp
  plan.cpp
  plan_records.cpp
  read_document.cpp
  reference_lists.cpp
  reference_text.cpp
  references.cpp
  repository.cpp
  shapes.cpp
  snapshot.cpp
  template_values.cpp
  templates.cpp
  theory.cpp
  wording.cpp)

# points, ranking, comparison, progress
set(sources_of_score
  compare.cpp
  progress.cpp
  ranking.cpp
  scorecard.cpp)

# judgements
set(sources_of_rules
  activity_words.cpp
  answers.cpp
  cycles.cpp
  instrument_rules.cpp
  plan_date_rules.cpp
  plan_priority_rules.cpp
  plan_rules.cpp
  plan_step_rules.cpp
  policy.cpp
  rules.cpp
  snapshot_analysis_rules.cpp
  snapshot_answer_rules.cpp
  snapshot_people_rules.cpp
  snapshot_priority_rules.cpp
  theory_rules.cpp
  words.cpp)

# pages and results
set(sources_of_report
  abbreviations.cpp
  comparison_page.cpp
  plan_report.cpp
  plan_result.cpp
  plan_words.cpp
  rank_blocks.cpp
  rank_page.cpp
  result_parts.cpp
  score_blocks.cpp
  score_page.cpp
  snapshot_report.cpp
  snapshot_result.cpp
  snapshot_sections.cpp
  status_page.cpp
  status_result.cpp
  theory_report.cpp
  wording.cpp)

# outcome to bytes
set(sources_of_render
  excerpt.cpp
  findings_text.cpp
  formats.cpp
  json.cpp
  markdown.cpp
  markdown_escape.cpp
  source_line.cpp
  summary.cpp
  text.cpp
  tone.cpp
  verbatim.cpp)

# commands, options, the outside world
set(sources_of_cli
  arguments.cpp
  commands.cpp
  context.cpp
  findings.cpp
  help.cpp
  options.cpp
  output.cpp
  paths.cpp
  proof.cpp
  run.cpp
  selection.cpp
  commands/answers.cpp
  commands/check.cpp
  commands/compare.cpp
  commands/explain.cpp
  commands/help.cpp
  commands/known_kind.cpp
  commands/list.cpp
  commands/new.cpp
  commands/plan_status.cpp
  commands/rank.cpp
  commands/report.cpp
  commands/schema.cpp
  commands/score.cpp)
