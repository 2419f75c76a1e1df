// Two names that stand against each other: the only ones of two statements that the other side
// does not know, and that could not be two writings of one name.
//
//   "Thunberg sprach mit Colbert"   "Oliver talked with Thunberg"   ->  Colbert | Oliver
//
// A false alarm lies near, for a name may be translated ("Malouines", "Falklands"), shortened or
// left out. So the one must be linked, or a word that no dictionary of its language has, and what
// is linked must be of one kind: people, places, organisations. Acronyms are rivals of nothing but
// people and places.
#pragma once

#include <cstdint>
#include <optional>

#include "core/compare/pair/name_match.h"

namespace twosource {

struct NameRivals {
  std::uint32_t a = 0;  // index into NameMatch::a
  std::uint32_t b = 0;
};

// The same when the sides are swapped.
std::optional<NameRivals> find_name_rivals(const Statement& a, const Statement& b,
                                           const NameMatch& names);

}  // namespace twosource
