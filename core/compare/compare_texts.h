// Two texts against each other: what `twosource compare` runs, without any index.
#pragma once

#include <string>

#include "core/claim/concept_source.h"
#include "core/compare/pair/statement.h"
#include "core/compare/report.h"

namespace twosource {

// `b` is the statement to be checked, `a` the source: Corroborates means that `a` supports `b`.
// Two short texts are held against each other figure by figure and name by name
// (pair/compare_statements.h), articles claim by claim. `score` says how sure the relation is,
// 0..1; pairs hold what was compared, strongest first. Conflict is symmetric: swapping a and b
// keeps it.
Comparison compare_documents(const ReadDocument& a, const ReadDocument& b,
                             const ReadingTools& tools);

}  // namespace twosource
