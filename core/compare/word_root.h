// Roots: what words of two languages keep in common when they are cousins.
//
//   "kandidat", "candidat"  ->  kntt        "praesident", "president"  ->  prst
#pragma once

#include <string>
#include <string_view>

namespace twosource {

// The skeleton of consonants of a folded stem, with sounds that languages write differently made
// one. Empty for short words and for those with too few consonants to say anything.
std::string word_root(std::string_view stem);

}  // namespace twosource
