// The relation of two claims' values, once they are taken to speak of the same thing: amounts,
// dates, ranks, votes, roles, quotations, happenings.
#pragma once

#include <optional>
#include <string_view>

#include "core/claim/claim.h"
#include "core/compare/interval.h"
#include "core/document/document.h"

namespace twosource {

// A claim with the day from which it can be known: when it holds, else when it was published.
struct DatedClaim {
  const Claim& claim;
  const std::optional<DateTime>& published;
};

// Seen from `claim`. What the values alone say, without any doubt whether the two claims belong
// together: that is the aligner's part.
ValueRelation relate_claims(const DatedClaim& claim, const DatedClaim& evidence);

// Date against date by granularity: June holds 19 June. Unresolved dates compare by the parts that
// both name.
ValueRelation relate_dates(const Timex& claim, const Timex& evidence);

// A concept without the letter of its kind: "dead" of "n:dead".
inline std::string_view plain_concept(std::string_view key) {
  return key.substr(key.find(':') + 1);
}

// How much of the shorter quotation's words the other has too, in order of nothing: 0..1.
double quote_overlap(const Claim& a, const Claim& b);

}  // namespace twosource
