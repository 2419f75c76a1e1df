// In which order people read a report: what needs a decision first. Only a view; the model stays as
// it is.
#pragma once

#include <string_view>
#include <vector>

#include "core/compare/report.h"

namespace twosource {

struct Section {
  std::string_view title;
  std::string_view meaning;  // one line for a reader who sees the word for the first time
  VerdictKind verdict = VerdictKind::Unsupported;
  Scope scope = Scope::Corpus;
  std::vector<const Finding*> findings;  // in the order of the article
};

// The sections that hold a finding: conflicting, disputed, outdated, inside the article, wording,
// corroborated, consistent, unsupported.
std::vector<Section> sections_of(const Report& report);

// One voice of the evidence: a statement with the near copies that repeat it.
struct Voice {
  const Evidence* best = nullptr;
  std::vector<const Evidence*> copies;
};

// The evidence with near copies folded, in the order of the finding; conflicting relations first.
std::vector<Voice> voices_of(const Finding& finding);

// How many articles say the same, near copies included.
std::size_t corroborating_articles(const Finding& finding);

}  // namespace twosource
