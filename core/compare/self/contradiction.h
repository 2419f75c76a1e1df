// A contradiction inside one article, as a rule finds it: two or more claims and a sentence.
#pragma once

#include <string>
#include <vector>

#include "core/claim/claim.h"
#include "core/compare/rules.h"

namespace twosource {

struct Contradiction {
  Rule rule = Rule::NothingComparable;
  const Claim* claim = nullptr;      // where the finding is shown
  std::vector<const Claim*> others;  // what it stands against
  std::string message;               // one plain sentence for an editor
};
using Contradictions = std::vector<Contradiction>;

}  // namespace twosource
