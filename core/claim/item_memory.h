// What a figure leaves out because another one of the sentence said it, or the one before.
//
//   "23.400 Mitarbeiter, darunter 9.100 in Deutschland"
//   "two soldiers died and nine were wounded"
//   "a turnover of 5 billion euros, 12 percent less than in 2023"
#pragma once

#include <optional>
#include <vector>

#include "core/claim/item.h"

namespace twosource {

// Lives for one field; figures come in their order.
class ItemMemory {
 public:
  explicit ItemMemory(const FieldText& field) : field_(field) {}

  // Gives the item of an earlier figure to one that takes it over, and remembers the others.
  void inherit(const SentenceReading& reading, const Mention& mention, Item& item);

 private:
  // A figure with what it counts.
  struct Counted {
    Item item;
    std::uint32_t token = 0;
    std::optional<Decimal> value;  // of plain numbers
  };

  const Counted* whole_of(const Mention& part, std::uint32_t here) const;
  const Counted* counted_in(TokenRange sentence, std::uint32_t here) const;
  bool is_part(const SentenceReading& reading, const Mention& mention) const;
  bool is_compared(const SentenceReading& reading, const Mention& mention) const;
  bool behind_source(const SentenceReading& reading, const Mention& mention) const;
  bool is_bare_subject(const SentenceReading& reading, const Mention& mention) const;
  std::uint32_t wide_begin(const Mention& mention) const;

  const FieldText& field_;
  std::vector<Counted> counted_;  // the figures read last
};

}  // namespace twosource
