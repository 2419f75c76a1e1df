// Statements without a figure: who holds which office, what happened, what was said, how a vote
// ended, what is the only one of its kind.
#pragma once

#include <vector>

#include "core/claim/builder.h"

namespace twosource {

void append_statements(const SentenceReading& reading, ClaimBuilder& builder,
                       std::vector<Claim>& out);

}  // namespace twosource
