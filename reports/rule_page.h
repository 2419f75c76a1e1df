// The page of a rule (reports/rules/<id>.md), taken apart for the formats that carry help.
#pragma once

#include <string_view>

namespace twosource {

struct RulePage {
  std::string_view markdown;  // the whole page; empty when there is no such rule
  std::string_view summary;   // its first paragraph
  std::string_view example;   // the section "Example"
  std::string_view advice;    // the section "What to do"
};

RulePage rule_page(std::string_view id);

}  // namespace twosource
