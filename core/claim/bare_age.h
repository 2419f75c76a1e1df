// Ages that stand as bare numbers: "Holt, 27, of Homewood", "ages 28 and 22", "Mayo and Cudnik,
// both 32".
#pragma once

#include <cstdint>

#include "core/claim/sentence.h"

namespace twosource {

// Is the number an age by its place? `previous_age` is the end of the token range of the age read
// last (0 for none): ages come in rows.
bool is_bare_age(const SentenceReading& reading, const Mention& mention,
                 std::uint32_t previous_age);

}  // namespace twosource
