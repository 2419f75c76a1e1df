// The item is looked for in the order in which news places it: behind the figure, behind "of",
// before "of", in a "number of X" earlier in the clause, and at last in the subject.
#include "core/claim/item.h"

#include <algorithm>

#include "core/claim/item_finder.h"

namespace twosource {

Item ItemFinder::find() const {
  Item item;
  item.rule = look(item);
  if (item.tokens.empty() && !item.is_rank) item.rule = {};
  return item;
}

// Fills the item; the name of the rule that found it.
std::string_view ItemFinder::look(Item& item) const {
  if (rank(item)) return "rank";
  if (address(item)) return "address";
  if (part_of_name(item)) return "part-of-name";
  switch (mention_.dimension) {
    case Dimension::Number:
    case Dimension::Ordinal:
      if (label_before(item)) return "label";
      if (counted(item)) return "behind-figure";
      if (of_before(item)) return "before-of";
      if (number_of(item)) return "number-of";
      break;
    case Dimension::Date:
      happening(item);
      return "object-of-verb";
    case Dimension::Age:
      if (directly_behind(item)) return "behind-figure";
      break;
    default:
      if (of_behind(item)) return "behind-of";
      if (raised(item)) return "noun-of-change";
      if (of_before(item)) return "before-of";
      if (directly_behind(item)) return "behind-figure";
      if (number_of(item)) return "number-of";
      if (bought(item)) return "paid-for";
      if (purpose(item)) return "purpose";
      break;
  }
  fall_back(item);
  return "clause";
}

void ItemFinder::happening(Item& item) const {
  set(item, reading_.object_phrase(clause_));
}

Item item_of(const SentenceReading& reading, const Mention& mention) {
  const ItemFinder finder(reading, mention);
  Item item = finder.find();
  if (finder.is_share()) item.is_share = true;
  const FieldText& field = *reading.field;
  if (item.tokens.empty() && mention.dimension == Dimension::Number) {
    // "nicht 500, sondern 800 Soldaten", "two or three soldiers": figures in a row share the item.
    std::uint32_t i = field.tokens_of(mention.span).end;
    const std::uint32_t limit = std::min(i + 4, reading.clauses.tokens.end);
    while (i < limit && (field.form(i) == "," || field.marked(i, Mark::Conjunction))) ++i;
    const std::int32_t next = i < limit ? field.mention_at(i) : -1;
    if (next >= 0 && i > field.tokens_of(mention.span).end) {
      const Mention& other = field.mentions()[static_cast<std::size_t>(next)];
      if (other.dimension == Dimension::Number) item = ItemFinder(reading, other).find();
    }
  }
  // "soldiers arrive": the only verb of the clause is no part of the noun.
  const Clause* clause = reading.clause_of(item.head);
  if (clause != nullptr && clause->finite > static_cast<std::int32_t>(item.tokens.first)) {
    const auto finite = static_cast<std::uint32_t>(clause->finite);
    if (item.tokens.holds(finite) && (field.verb_forms(finite) & kInfinitive) != 0) {
      item.tokens.end = finite;
      item.head = std::min(item.head, finite - 1);
    }
  }
  return item;
}

}  // namespace twosource
