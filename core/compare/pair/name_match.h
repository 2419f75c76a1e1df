// Which names of two statements are the same, and which stand alone.
//
// Linked names meet by their id ("Pjoengjang", "Pyongyang"), all others by their spelling in plain
// Latin letters ("Нетаньяху", "Netanyahu"). A name that nobody links is a run of capitalised words
// inside a sentence, in languages whose nouns have no capital.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/compare/pair/statement.h"
#include "core/names/names.h"

namespace twosource {

struct NameUnit {
  ByteSpan span;
  std::string id;                    // empty: not linked
  std::string type;                  // of the linked
  std::vector<std::uint32_t> words;  // indices into Statement::words
  bool sure = false;  // it is a name for certain: linked, or known by its capital alone
  // It would be written alike in any language: linked, or in no dictionary of its language.
  bool proper = false;
  bool matched = false;
};

struct NameMatch {
  std::vector<NameUnit> a;
  std::vector<NameUnit> b;
};

NameMatch match_names(const Statement& a, const Statement& b, const NameIndex& index_a,
                      const NameIndex& index_b);

// Is this between two words of one name: nothing but spaces, hyphens, apostrophes, full stops?
bool joins(std::string_view between);
// Plain Latin letters, sounds levelled: "нетаньяху" -> "netaniahu".
std::string levelled(std::string_view folded);
// Do two levelled words spell one name, endings of inflection aside?
bool spell_alike(std::string_view a, std::string_view b);

}  // namespace twosource
