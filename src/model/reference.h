#pragma once
// Reference lists that cpm ships: counties, training academies, toolkits, proposed outcomes (domain.md sections 5 and 13).
#include <string_view>
#include <vector>

#include "model/common.h"

namespace cpm::model {

struct County {
  Span span;
  LocatedText id;    ///< "los-angeles"
  LocatedText name;  ///< "Los Angeles"
  LocatedText fips;  ///< "06037"
  TextList aliases;  ///< usual names: "LA"
};

struct Counties {
  Heading heading;
  LocatedText title;
  LocatedText source;
  std::vector<County> counties;
};

struct Academy {
  Span span;
  LocatedText id;
  LocatedText name;
  LocatedText host;
  TextList counties;
  LocatedText evidence;  ///< how sure the list is, and from where
};

/// Academies and their member counties at a date: membership changes with contracts.
struct Regions {
  Heading heading;
  LocatedText title;
  LocatedDate date;
  LocatedText source;
  std::vector<Academy> academies;
};

struct Tool {
  Span span;
  LocatedText id;
  LocatedText title;
  LocatedText gist;
  LocatedText source;
};

struct Toolkit {
  Span span;
  LocatedText id;
  LocatedText title;
  std::vector<Tool> tools;
};

struct Toolkits {
  Heading heading;
  LocatedText title;
  LocatedText source;
  std::vector<Toolkit> toolkits;
};

enum class OutcomeArea { practice, partnerships, agency };

struct Outcome {
  Span span;
  LocatedText id;
  Located<OutcomeArea> area;
  LocatedText text;
  TextList perspectives;  ///< who sees it best: families, staff, partners
};

struct Outcomes {
  Heading heading;
  LocatedText title;
  LocatedText source;
  std::vector<Outcome> outcomes;
};

const Tool* find_tool(const Toolkits& toolkits, std::string_view id);
const Outcome* find_outcome(const Outcomes& outcomes, std::string_view id);
const County* find_county(const Counties& counties, std::string_view id);
const Academy* find_academy(const Regions& regions, std::string_view id);

}  // namespace cpm::model
