// The wording of an article against that of its evidence: a limit or doubt that was dropped, a
// source that was left out, words given to another speaker, a quotation that was changed.
//
// Looks only at evidence that surely speaks of the same thing and bears out the figure itself.
#pragma once

#include <vector>

#include "core/compare/report.h"

namespace twosource {

// Findings of scope Wording for the findings of scope Corpus of one article, in their order. Each
// carries the pieces of evidence that it rests on.
std::vector<Finding> check_wording(const std::vector<Finding>& corpus);

}  // namespace twosource
