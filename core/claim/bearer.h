// Bearers: figures that belong to a name. An age is that of a person, a house number that of a
// street; two such figures can be held against each other only where the name is the same.
//
//   "Shelly Bird, 25"                    person:shelly-bird
//   "the 8400 block of Pedro Drive"      place:pedro-drive
//   "at 224 E. Vantana Court"            place:e-vantana-court
#pragma once

#include <string>
#include <string_view>

#include "core/claim/claim.h"
#include "core/claim/item.h"
#include "core/claim/sentence.h"

namespace twosource {

// Does the number, or the date that was read from four digits, say where in a street something is?
bool is_address(const SentenceReading& reading, const Mention& mention);

// "person:..." or "place:..." in plain Latin letters; empty for a figure that bears no name.
std::string bearer_of(const SentenceReading& reading, const Mention& mention, const Item& item,
                      ClaimKind kind);

}  // namespace twosource
