// Plain English for the parts of the model, shared by the formats for people.
//
// What comes back holds article text as it is: the renderer escapes the whole of it for its format.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/compare/report.h"
#include "core/document/document.h"

namespace twosource {

// "1234567.5" -> "1,234,567.5"; four digits stay together, they may be a year.
std::string grouped_digits(std::string digits);
// "about 12,000", "more than 15 years", "3.5%", "127th", "1,000 to 10,000 (order of magnitude)".
std::string value_text(Dimension dimension, const Quantity& value);
// The value of a claim, time expressions included; empty for claims without one.
std::string value_text(const Claim& claim);
// The normal form of a mention: its value, days or id.
std::string value_text(const Mention& mention);
// "2024-10-24", "2024-06", "2023", "2024-06-01 to 2024-06-10", "since 2024-01-01".
std::string range_text(const DateInterval& range);

// A claim in one line: "12,000 Soldaten; Nordkorea; zur Verfuegung stellen".
std::string claim_line(const Claim& claim);
// Value and item alone, for headings: "12,000 Soldaten"; the quoted words where there is no value.
std::string claim_head(const Claim& claim);
// "South Korea's intelligence service (org:nis-kr), citing ..."; "the outlet itself" for an empty
// chain.
std::string attribution_text(const Claim& claim);
// "planned", "asserted, negated".
std::string certainty_text(const Claim& claim);

// "Harbour Tribune"; "outlet unknown".
std::string outlet_text(const ArticleInfo& article);
// "Harbour Tribune, 2024-10-24, en".
std::string article_text(const ArticleInfo& article);
// "story.txt:12:5", with the offset in the field where the place in the file is unknown.
std::string place_text(const Document& document, Field field, ByteSpan span);
// The counts of a summary by verdict, in the order in which reports show them.
std::vector<std::pair<VerdictKind, std::uint32_t>> counts_of(const Report::Summary& summary);
// "2 of 36 statements are contradicted; 23 are corroborated, 8 found nothing comparable."
std::string summary_text(const Report::Summary& summary);
// What a discrepancy is about, without its values: "soldiers; North Korea".
std::string discrepancy_head(const Discrepancy& group);
// "confirmed by 2 independent sources in 3 articles", "contradicted by ...", "superseded by ...";
// empty for a verdict that no evidence carries.
std::string independence_text(const Finding& finding);
// "3 claims", "1 claim".
std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural);

}  // namespace twosource
