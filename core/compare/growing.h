// Growing counts: deaths, arrivals, votes counted. A later, larger figure supersedes an earlier one
// and does not contradict it.
#pragma once

#include "core/compare/claim_relation.h"

namespace twosource {

// Whether what the claim counts only grows while a story runs (core/compare/growing.json).
bool counts_upward(const Claim& claim);

// Turns a conflict between two figures of one growing count, or of a count that one source gives
// twice, into Supersedes (the evidence is later
// and larger) or Superseded (earlier and smaller). Everything else comes back as it is.
ValueRelation with_growth(const DatedClaim& claim, const DatedClaim& evidence,
                          const ValueRelation& values);

// Standing facts (claim_key.h) of different years: populations and the like move by some percent a
// year. Could both figures be true of their own time?
bool moved_in_time(const DatedClaim& a, const DatedClaim& b);

}  // namespace twosource
