// How much of two statements is the same: figures, names and words together.
#pragma once

#include "core/compare/pair/figure_match.h"
#include "core/compare/pair/name_match.h"
#include "core/compare/pair/name_rivals.h"
#include "core/compare/pair/statement.h"

namespace twosource {

struct Closeness {
  double shared = 0;      // weight of what both have
  double of_a = 0;        // share of a that b has too, 0..1
  double of_b = 0;        // share of b that a has too
  double words_of_a = 0;  // the same of the words alone
  double words_of_b = 0;
  double length = 0;  // of the shorter as a share of the longer, by words
  double larger() const { return of_a > of_b ? of_a : of_b; }
  double smaller() const { return of_a < of_b ? of_a : of_b; }
};

// Rivals stand for each other: they are left out. `names`: units with `matched` set.
Closeness closeness(const Statement& a, const Statement& b, const FigureMatch& figures,
                    const NameMatch& names, const std::optional<NameRivals>& rivals);

}  // namespace twosource
