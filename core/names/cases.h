// The cases of names, in languages that decline them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lang/names_data.h"

namespace twosource::names {

// Declines the names of one language by the rules of its data. Keeps references into the data.
class NameCases {
 public:
  explicit NameCases(const NamesData& data);

  bool empty() const { return by_ending_.empty(); }
  // "Владимир Путин" -> "Владимира Путина", "Владимиру Путину", ...; the name itself is not among
  // them. Words without a rule (acronyms, words in other letters) stay as they are. Empty for a
  // name of which no word has a rule, and for names of many words, which are rarely declined
  // throughout.
  std::vector<std::string> of(std::string_view name) const;

 private:
  const CaseRule* rule_of(std::string_view word) const;

  std::unordered_map<std::string_view, const CaseRule*> by_ending_;
  std::size_t longest_ = 0;  // bytes
  std::size_t cases_ = 0;
};

}  // namespace twosource::names
