#include "core/claim/item_memory.h"

#include "core/claim/clause.h"

namespace twosource {

void ItemMemory::inherit(const SentenceReading& reading, const Mention& mention, Item& item) {
  constexpr std::size_t kRemembered = 6;
  const TokenRange own = field_.tokens_of(mention.span);
  const bool number = mention.dimension == Dimension::Number;
  const bool open = item.tokens.empty() && number;
  const Counted* from = nullptr;
  if (open && is_part(reading, mention)) {
    from = whole_of(mention, own.first);
  } else if (is_compared(reading, mention)) {
    from = counted_in(reading.clauses.tokens, own.first);
  } else if (open && (is_bare_subject(reading, mention) || behind_source(reading, mention))) {
    from = counted_in(reading.clauses.tokens, own.first);
    if (from != nullptr && !from->value) from = nullptr;  // "75 Euro, und 15 bleiben"
  }
  if (from != nullptr) {
    item.tokens = from->item.tokens;
    item.head = from->item.head;
    item.rule = "earlier-figure";
    return;
  }
  const bool counts =
      number || mention.dimension == Dimension::Money || mention.dimension == Dimension::Percent;
  if (!counts || item.tokens.empty() || item.is_label || item.is_rank) return;
  Counted known;
  known.item = item;
  known.token = own.first;
  if (number) known.value = mention.value.low;
  counted_.push_back(known);
  if (counted_.size() > kRemembered) counted_.erase(counted_.begin());
}

std::uint32_t ItemMemory::wide_begin(const Mention& mention) const {
  return field_.tokens_of(mention.wide.empty() ? mention.span : mention.wide).first;
}

// The last count that the part could be a part of.
const ItemMemory::Counted* ItemMemory::whole_of(const Mention& part, std::uint32_t here) const {
  constexpr std::uint32_t kReach = 60;  // tokens
  for (auto it = counted_.rbegin(); it != counted_.rend(); ++it) {
    if (it->token + kReach <= here) return nullptr;
    if (!it->value || !part.value.low || !(*it->value < *part.value.low)) return &*it;
  }
  return nullptr;
}

// The last figure before `here` in the sentence.
const ItemMemory::Counted* ItemMemory::counted_in(TokenRange sentence, std::uint32_t here) const {
  const bool known =
      !counted_.empty() && sentence.holds(counted_.back().token) && counted_.back().token < here;
  return known ? &counted_.back() : nullptr;
}

// A word for a part near the figure: "davon 300", "18 von ihnen", "of which Norway owns 700".
bool ItemMemory::is_part(const SentenceReading& reading, const Mention& mention) const {
  constexpr std::uint32_t kReach = 5;  // tokens
  const TokenRange own = field_.tokens_of(mention.span);
  const TokenRange sentence = reading.clauses.tokens;
  for (std::uint32_t i = own.first; i > sentence.first && own.first - i < kReach; --i) {
    if (field_.mention_at(i - 1) >= 0) break;
    if (field_.marked(i - 1, Mark::Among)) return true;
  }
  return own.end < sentence.end && field_.marked(own.end, Mark::Among);
}

// "| 12 percent | less than a year before", ", down | 20 percent | from last year"
bool ItemMemory::is_compared(const SentenceReading& reading, const Mention& mention) const {
  if (mention.dimension != Dimension::Number && mention.dimension != Dimension::Percent &&
      mention.dimension != Dimension::Money) {
    return false;
  }
  const TokenRange sentence = reading.clauses.tokens;
  const std::uint32_t behind = field_.tokens_of(mention.span).end;
  const bool more = behind + 1 < sentence.end && field_.marked(behind, Mark::Quantifier) &&
                    field_.marked(behind, Mark::Adverb) && field_.marked(behind + 1, Mark::Stop) &&
                    field_.marked(behind + 1, Mark::Subordinator | Mark::Preposition);
  if (more) return true;
  const std::uint32_t first = wide_begin(mention);
  return first >= sentence.first + 2 && field_.form(first - 2) == "," &&
         field_.marked(first - 1, Mark::RaiseNoun | Mark::FallNoun);
}

// "Die Polizei sprach von 5.000 Teilnehmern, die Veranstalter von | 20.000 |"
bool ItemMemory::behind_source(const SentenceReading& reading, const Mention& mention) const {
  const std::uint32_t first = wide_begin(mention);
  return first >= reading.clauses.tokens.first + 2 &&
         (in_gapped_source(reading.attributions, first - 1) ||
          in_gapped_source(reading.attributions, first - 2));
}

// "and | nine | were wounded", ", | 52 | habe man abgelehnt": a figure before its verb.
bool ItemMemory::is_bare_subject(const SentenceReading& reading, const Mention& mention) const {
  const TokenRange sentence = reading.clauses.tokens;
  const std::uint32_t behind = field_.tokens_of(mention.span).end;
  const std::uint32_t first = wide_begin(mention);
  if (behind >= sentence.end || first <= sentence.first) return false;
  const bool opens = field_.form(first - 1) == "," || field_.marked(first - 1, Mark::Conjunction);
  return opens && is_finite_verb(field_, behind);
}

}  // namespace twosource
