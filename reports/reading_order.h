// In which order people read a report: what needs a decision first. Only a view; the model stays as
// it is.
#pragma once

#include <cstddef>
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

// All of them, empty, in the order in which they are shown.
std::vector<Section> empty_sections();
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

// Asks for a decision: it has a level, and nobody has suppressed it.
bool is_open(const Finding& finding);

// From articles to independent voices: what carries the verdict, counted with near copies folded.
struct Independence {
  std::size_t articles = 0;
  std::size_t texts = 0;    // near copies counted once
  std::size_t outlets = 0;  // that are named
  std::size_t voices = 0;   // independent sources, as the finding says
};
Independence independence_of(const Finding& finding);
// The evidence that carries the verdict: what corroborates, conflicts (also for a disputed
// statement) or supersedes; empty for the others.
std::vector<const Evidence*> carrying_evidence(const Finding& finding);

}  // namespace twosource
