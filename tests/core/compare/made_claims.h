// Claims made by hand, for tests that need no reading.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/claim/claim.h"

namespace twosource::made {

inline Quantity quantity(const std::string& low, const std::string& high, Hedge hedge, int digits,
                         const std::string& unit = {}) {
  Quantity out;
  if (low != "-") out.low = *Decimal::parse(low);
  if (high != "-") out.high = *Decimal::parse(high);
  out.hedge = hedge;
  out.digits = static_cast<std::uint8_t>(digits);
  out.unit = unit;
  return out;
}

inline EntityRef entity(const std::string& id) {
  return {id, id.substr(0, id.find(':')), id};
}

// A count of `item` in the sentence number `sentence` with the given words.
inline Claim count(const std::string& value, const std::string& item, std::uint32_t sentence,
                   const std::vector<std::string>& words,
                   const std::vector<std::string>& names = {}) {
  Claim out;
  out.id = "c-" + std::to_string(sentence) + "-" + value + "-" + item;
  out.text = value;
  out.value = quantity(value, value, Hedge::Exact, 3);
  out.item = {item, {"n:" + item}};
  out.sentence = {sentence * 100, sentence * 100 + 90};
  out.context = words;
  for (const std::string& name : names) {
    out.names.push_back(entity(name));
    out.subject.push_back(entity(name));
  }
  return out;
}

}  // namespace twosource::made
