// Matches the shapes of a language against date items.
#pragma once

#include <cstdint>
#include <vector>

#include "core/grammar/date_items.h"

namespace twosource {

// One way to read the tokens from `first` on. Context items in front and behind lie outside [first,
// end).
struct DateMatch {
  const DateShape* shape = nullptr;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::uint32_t reach = 0;             // behind the last item, context included
  std::vector<const DateItem*> items;  // in order, literals left out
};

// All matches of all shapes that begin with token `at`, best first: the longest span, then the
// longest context, then the order of the file. Bounded work for any input.
std::vector<DateMatch> match_shapes(const FoldedText& text, const DateItems& items,
                                    const DatesData& data, std::uint32_t at);

}  // namespace twosource
