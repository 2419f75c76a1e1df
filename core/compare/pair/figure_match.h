// Which figures of two statements agree, and which stand against each other.
//
// Agreeing figures cancel first, the closest agreement before looser ones. Of what is left a rival
// pair is one in which each is the only figure that could stand in the other's place, or else the
// one with clearly the most of its context. Where nobody can say which belongs to which, nothing
// is said.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/compare/interval.h"
#include "core/compare/pair/statement.h"

namespace twosource {

struct FigurePair {
  std::uint32_t a = 0;  // index into the figures of side a
  std::uint32_t b = 0;
  ValueRelation values;  // seen from b, the statement that is checked
};

struct FigureMatch {
  std::vector<FigurePair> agreeing;
  std::vector<FigurePair> rivals;
  // Neither agreeing nor rivals; without figures that say little.
  std::vector<std::uint32_t> left_a;
  std::vector<std::uint32_t> left_b;
};

struct DatedStatement {
  const Statement& statement;
  const std::optional<DateTime>& published;
};

// `a` is the source, `b` the statement. Rivals are the same when the sides are swapped.
FigureMatch match_figures(const DatedStatement& a, const DatedStatement& b);

}  // namespace twosource
