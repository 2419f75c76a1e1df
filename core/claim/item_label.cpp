// Figures that count nothing: a place in a list, the number of an article, a house or a team, a
// part of a name.
#include "core/claim/item_finder.h"

namespace twosource {

// "Platz 127 beim Bruttoinlandsprodukt", "127th in the world by GDP", "ranks 5th among exporters"
bool ItemFinder::rank(Item& item) const {
  const bool noun = word_before(Mark::RankNoun);
  const bool ordinal = mention_.dimension == Dimension::Ordinal;
  const bool ranked =
      ordinal &&
      ((tokens_.end < end() && field_.marked(tokens_.end, Mark::Ranked | Mark::RankNoun)) ||
       rank_verb());
  if (!(noun && mention_.dimension == Dimension::Number) && !ranked && !(noun && ordinal)) {
    return false;
  }
  item.is_rank = true;
  for (std::uint32_t i = tokens_.end; i < end() && i < tokens_.end + 8; ++i) {
    if (ranked_list(item, i)) return true;
  }
  if (directly_behind(item)) return true;
  // "Beim Bruttoinlandsprodukt steht das Land auf Platz 127": the list stands before the rank.
  for (std::uint32_t i = wide_.first; i > begin(); --i) {
    const bool own = reading_.clauses.clause_at(i - 1) == clause_;
    if (own && field_.marked(i - 1, Mark::Preposition) &&
        !in_source_phrase(reading_.attributions, i) && ranked_list(item, i - 1)) {
      return true;
    }
  }
  return true;
}

// The list that a word like "by", "beim" at token i names.
bool ItemFinder::ranked_list(Item& item, std::uint32_t i) const {
  if (!field_.marked(i, Mark::In)) return false;
  const auto phrase = noun_phrase_at(field_, i + 1, end());
  return phrase && field_.name_at(phrase->head) < 0 && !field_.marked(i + 1, Mark::Ranked) &&
         !field_.marked(phrase->head, Mark::RankNoun) && set(item, phrase);
}

bool ItemFinder::rank_verb() const {
  if (clause_ < 0) return false;
  const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
  if (clause.is(kRank)) return true;
  for (std::uint32_t i = tokens_.end; i < end() && i < tokens_.end + 4; ++i) {
    if (field_.marked(i, Mark::Ranked)) return true;
  }
  return false;
}

// "Artikel 5", "Seite 3": the number is a name.
bool ItemFinder::label_before(Item& item) const {
  if (!word_before(Mark::LabelNoun) || mention_.dimension != Dimension::Number) return false;
  if (tokens_.end < end() && is_noun(field_, tokens_.end) && field_.data().nouns_capitalised) {
    return false;
  }
  item.tokens = {wide_.first - 1, wide_.first};
  item.head = wide_.first - 1;
  item.is_label = true;
  return true;
}

// "224 E. Vantana Court": the number of a house.
bool ItemFinder::address(Item& item) const {
  constexpr std::uint32_t kReach = 6;  // tokens
  // "704 W Sul Ross Ave" looks like 704 watts.
  const bool measure = mention_.dimension == Dimension::Measure;
  if (mention_.dimension != Dimension::Number && !measure) return false;
  const std::uint32_t first = field_.tokens_of(mention_.core).end;
  const std::uint32_t limit = std::min(end(), first + kReach);
  for (std::uint32_t i = first; i < limit; ++i) {
    const bool part = field_.is_word(i)
                          ? field_.token(i).has(Token::kCapitalised)
                          : field_.form(i) == "." || field_.token(i).is(TokenKind::Digits);
    if (!part) return false;
    if (i == first || !field_.marked(i, Mark::Street)) continue;
    item.tokens = {first, i + 1};
    item.head = i;
    item.is_label = true;
    return true;
  }
  return false;
}

// "in Four Hills", "am Sieben Berge": inside a sentence that is no headline, a number word with a
// capital letter before another is part of a name.
bool ItemFinder::part_of_name(Item& item) const {
  constexpr std::int64_t kLargestInName = 100;
  const std::uint32_t i = tokens_.first;
  if (mention_.dimension != Dimension::Number || i == begin() || tokens_.end != i + 1) return false;
  const auto capital = [&](std::uint32_t k) {
    return k < end() && field_.is_word(k) && field_.token(k).has(Token::kCapitalised);
  };
  const bool before = field_.is_word(i - 1) && !capital(i - 1);
  const bool all_caps = field_.token(i).has(Token::kAllCaps);
  // "Tausende Menschen" is a noun itself.
  if (mention_.value.hedge != Hedge::Exact || mention_.value.low > Decimal(kLargestInName)) {
    return false;
  }
  if (!before || all_caps || !capital(i) || !capital(i + 1) || title_case()) return false;
  item.tokens = {i, i + 2};
  item.head = i + 1;
  item.is_label = true;
  return true;
}

// A headline that capitalises every longer word.
bool ItemFinder::title_case() const {
  constexpr std::uint32_t kLong = 5;  // bytes
  for (std::uint32_t i = begin(); i < end(); ++i) {
    const Token& token = field_.token(i);
    const bool longer = field_.is_word(i) && token.end - token.begin >= kLong;
    if (longer && !token.has(Token::kCapitalised) && field_.mention_at(i) < 0) return false;
  }
  return true;
}

// "Viktoria 89", "die U 23": where nouns have a capital, bare digits right behind one name it.
bool ItemFinder::is_name_part(const Item& item) const {
  constexpr std::uint32_t kMostDigits = 3;
  const bool bare = tokens_.end == tokens_.first + 1 && wide_.first == tokens_.first &&
                    field_.token(tokens_.first).is(TokenKind::Digits);
  const Token& digits = field_.token(tokens_.first);
  return field_.data().nouns_capitalised && bare && digits.end - digits.begin <= kMostDigits &&
         field_.sense(item.head).noun < 0 &&
         !field_.marked(item.head, Mark::Persons | Mark::CountNoun | Mark::Vote);
}

}  // namespace twosource
