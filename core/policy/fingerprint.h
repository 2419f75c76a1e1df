// Fingerprints: what a finding is known by from one run to the next, while the article around it
// and the corpus change.
#pragma once

#include <string>
#include <vector>

#include "core/compare/report.h"

namespace twosource {

// Gives every finding its fingerprint: "f-" and 16 hex digits over rule, kind, the words of the
// claim's sentence and its value, in no regard of case, space and place; a number tells the second
// such finding of an article from the first. Changes when the statement changes, and so lets a
// baseline that accepted the old figure not hide a new one.
void set_fingerprints(std::vector<Finding>& findings);

}  // namespace twosource
