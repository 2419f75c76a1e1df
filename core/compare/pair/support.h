// Whether a source says what a statement says: not only its figures and words, but together.
//
// Within one language. The words of the statement that the source has must stand near the figures
// that agree, be said of the same names, and be neither denied nor merely planned.
#pragma once

#include "core/compare/pair/closeness.h"

namespace twosource {

struct Cover {
  double words = 0;  // share of the statement's content words that the source has
  double verbs = 0;  // the same of its verbs; 1 where it has none
  double near =
      0;  // of the words around its figures, those that stand around the same figures there
  double bonds = 0;  // of its neighbouring words, those that are neighbours there too
  double items = 0;  // of its figures, those that count the same thing; 0.5 where nobody can say
  bool polarity = true;  // denied on both sides or on none
  // Of each rival pair of figures: the share of the words around the one that stand around the
  // other; 0 where they count different things.
  std::vector<double> rivals;
};

Cover cover(const Statement& source, const Statement& statement, const FigureMatch& figures);

}  // namespace twosource
