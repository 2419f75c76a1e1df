// One part of an enumeration of people: "two women", "a small child", "his wife Sara", "his
// parents", "Sara Griego, 40", "himself".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/quantity.h"
#include "core/claim/field_text.h"

namespace twosource {

struct PersonPart {
  std::uint32_t end = 0;  // the token behind it
  Decimal count{1};
  bool counted = false;  // by a number or an article, not a bare noun
  bool couple = false;   // a noun that stands for two
  std::string name;      // id of the person when a name stands alone
  Hedge hedge = Hedge::Exact;
};

// The part that starts at token `i`, or nullopt; `bare` lets nouns stand without an article. Looks
// no further than `end`.
std::optional<PersonPart> person_part_at(const FieldText& field, std::uint32_t i, std::uint32_t end,
                                         bool bare);

}  // namespace twosource
