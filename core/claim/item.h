// What a figure counts or measures, and the verb it belongs to.
//
//   "Die Zahl der Toten stieg auf 45."        item "Toten"
//   "ein Schaden von 3 Millionen Euro"        item "Schaden"
//   "left 3 dead and 5 wounded"               items "dead", "wounded"
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/claim/sentence.h"

namespace twosource {

struct Item {
  TokenRange tokens;  // empty: the text does not say, or only by the verb
  std::uint32_t head = 0;
  bool is_share = false;  // "12 percent of X"
  bool is_rank = false;
  bool is_age = false;
  bool is_label = false;       // "Artikel 5": no count at all
  std::string_view rule = {};  // that found it, as `claims --explain` names it
};

Item item_of(const SentenceReading& reading, const Mention& mention);

// The token of the verb that tells what happened to the counted; -1 for none.
std::int32_t verb_of(const SentenceReading& reading, const Mention& mention, const Item& item);

// Level, or how far it rose or fell, or up or down to where.
Change change_of(const SentenceReading& reading, const Mention& mention, const Item& item);

}  // namespace twosource
