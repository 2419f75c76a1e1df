// Two short texts against each other: a statement and a source, figure by figure and name by name.
//
// Agreeing figures and names cancel. Two figures that are left over against each other conflict
// when the rest of the two texts says that they are about the same thing: within one language the
// words around the figures, across languages names, figures and the words that a dictionary or a
// common root brings together.
#pragma once

#include <optional>

#include "core/compare/pair/statement.h"
#include "core/compare/report.h"

namespace twosource {

// REQUIRES: is_statement() of both. As compare_documents; pairs hold figures, those too that make
// no claim of their own.
Comparison compare_statements(const ReadDocument& a, const ReadDocument& b,
                              const ReadingTools& tools);

}  // namespace twosource
