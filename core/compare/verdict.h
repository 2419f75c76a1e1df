// Verdicts: from the evidence for one claim to its finding.
//
// Independence: articles of one cluster (near copies) are one voice, articles of one outlet are one
// voice, and everything that rests on one primary source is one voice, however many repeat it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/compare/align.h"
#include "core/compare/report.h"

namespace twosource {

// A claim of the corpus that stands against a claim of the checked article.
struct Counterpart {
  const ArticleInfo& article;
  const std::string& cluster;
  const Claim& claim;
  const AlignedPair& pair;
  std::string withdrawal = {};  // why it no longer counts (withdrawn.h); empty when it does
};

// The piece of evidence, with its explanation.
Evidence evidence_from(const Claim& claim, const Counterpart& other);

// The finding of scope Corpus for `claim`. `searched`: how many articles could have spoken of it.
Finding judge(Claim claim, std::vector<Evidence> evidence, std::uint64_t searched);

// The farthest source that a claim names: its id, or its folded text; empty for the outlet's own
// word.
std::string primary_source_of(const Claim& claim);

// Voices that do not depend on each other, among the given pieces of evidence.
std::uint32_t count_independent(const std::vector<const Evidence*>& evidence);

// An article as a message names it: "Morgenblatt (2024-10-24)".
std::string outlet_and_day(const ArticleInfo& article);

// A claim's value as an editor reads it: "12.000 Soldaten".
std::string shown_value(const Claim& claim);

}  // namespace twosource
