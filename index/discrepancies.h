// The corpus-wide report: groups of claims about the same thing with two or more incompatible
// values.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/base/result.h"
#include "core/claim/concept_source.h"
#include "core/compare/report.h"
#include "core/lang/registry.h"
#include "index/store.h"

namespace twosource {

struct DiscrepancyOptions {
  const Languages* languages = nullptr;     // nullptr: the built-in ones
  const ConceptSource* concepts = nullptr;  // nullptr: stems only
  EvidenceFilter filter;                    // which articles take part
  std::uint32_t min_outlets = 1;            // groups told by fewer outlets are left out
  unsigned jobs = 0;                        // 0: all cores
};

struct DiscrepancySummary {
  CorpusSize searched;
  std::uint64_t groups = 0;
};

// Hands every group to `sink`, heaviest first, equal weights by id. The sink stops the run by
// returning false. Memory is bounded by the groups found, not by the corpus. Errors: NotFound,
// Database.
Result<DiscrepancySummary> find_discrepancies(const std::string& database,
                                              const DiscrepancyOptions& options,
                                              const std::function<bool(const Discrepancy&)>& sink);

}  // namespace twosource
