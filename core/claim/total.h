// Totals that a sentence tells without saying them: the parts of an enumeration of people to whom
// the same thing happened.
//
//   "A man, two women and a small child were killed."     4
//   "killed his wife and two children, then himself"      4
//   "killed a couple before turning the gun on himself"   3
//
// Another article counts them in one figure. Only what is counted person by person is added up: a
// plural without a number ("a man and his children") gives no total.
#pragma once

#include <vector>

#include "core/base/quantity.h"
#include "core/claim/item.h"
#include "core/claim/sentence.h"

namespace twosource {

struct Total {
  TokenRange tokens;  // the enumeration
  Quantity value;
  Item item;              // the same range
  std::int32_t verb = 0;  // what happened to them
};

std::vector<Total> totals_of(const SentenceReading& reading);

}  // namespace twosource
