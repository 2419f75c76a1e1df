// Two texts against each other: what `twosource compare` runs, without any index.
#pragma once

#include <string>

#include "core/claim/extract.h"
#include "core/compare/report.h"
#include "core/document/document.h"

namespace twosource {

// A document with what was read from it; both belong to the caller.
struct ReadDocument {
  const Document& document;
  const Reading& reading;
};

// `b` is the statement to be checked, `a` the source: Corroborates means that `a` supports `b`.
// `score` is the probability behind the relation; pairs hold every two claims that were compared,
// strongest first. Conflict is symmetric: swapping a and b keeps it.
Comparison compare_documents(const ReadDocument& a, const ReadDocument& b);

}  // namespace twosource
