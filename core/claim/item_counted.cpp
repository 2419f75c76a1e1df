// What stands beside the figure: behind it, behind "of", before "of", in a "number of X" earlier in
// the clause.
#include "core/claim/item_finder.h"

namespace twosource {

// "12.000 nordkoreanische Soldaten", "12 more people", "three of the soldiers", "5 wounded"
bool ItemFinder::counted(Item& item) const {
  std::uint32_t i = tokens_.end;
  if (joined_by_hyphen(item)) return true;
  while (i < end() && field_.marked(i, Mark::Quantifier) && i < tokens_.end + 3) ++i;
  // "three others sustained bullet wounds"
  const bool nominal = i > tokens_.end && field_.marked(i - 1, Mark::Nominal);
  if (nominal && i < end() && field_.verb_forms(i) != 0 && !stands_for_counted(i)) {
    item.tokens = {i - 1, i};
    item.head = i - 1;
    return true;
  }
  // "300 mehr als im Vorjahr": of what, the figure before says.
  const bool compared = i > tokens_.end && i < end() && field_.marked(i, Mark::Stop) &&
                        field_.marked(i, Mark::Subordinator | Mark::Preposition);
  if (compared) return false;
  i = behind_age(i);
  // "half the rate"
  if (i < end() && is_fraction() && field_.marked(i, Mark::Determiner) &&
      set(item, noun_phrase_at(field_, i, end()))) {
    return true;
  }
  if (of_counted(item, i)) return true;
  if (i < end() && field_.marked(i, Mark::Of) && set(item, noun_phrase_at(field_, i + 1, end()))) {
    return true;
  }
  const bool genitive = i < end() && field_.marked(i, Mark::Genitive);
  if (genitive && set(item, noun_phrase_at(field_, i, end()))) return true;
  if (i < end() && !field_.marked(i, Mark::Determiner) &&
      set(item, noun_phrase_at(field_, i, end()))) {
    return true;
  }
  // "12 killed", "3 tot": a participle stands for the counted; so do "others", "more".
  std::uint32_t k = i;
  while (k < end() && field_.marked(k, Mark::Adverb)) ++k;
  if (k < end() && field_.is_word(k) && field_.mention_at(k) < 0 &&
      (stands_for_counted(k) || field_.sense(k).noun >= 0)) {
    item.tokens = {k, k + 1};
    item.head = k;
    return true;
  }
  if (i > tokens_.end) {
    const bool age = field_.mention_at(i - 1) >= 0;  // "two 16-year-olds"
    item.tokens = {age ? tokens_.end : i - 1, i};
    item.head = i - 1;
    return true;
  }
  return false;
}

// "187 der 195 Staaten", "20 of the country's 1,400 glaciers": the whole has the noun.
bool ItemFinder::of_counted(Item& item, std::uint32_t i) const {
  constexpr std::uint32_t kReach = 6;  // tokens
  if (i >= end() || !field_.marked(i, Mark::Of | Mark::Genitive)) return false;
  for (std::uint32_t k = i + 1; k < end() && k < i + kReach; ++k) {
    const std::int32_t m = field_.mention_at(k);
    if (m >= 0) {
      const Mention& whole = field_.mentions()[static_cast<std::size_t>(m)];
      return whole.dimension == Dimension::Number &&
             set(item, noun_phrase_at(field_, field_.tokens_of(whole.span).end, end()));
    }
    const bool plain = field_.is_word(k) ? field_.verb_forms(k) == 0 : field_.form(k) == "'";
    if (!plain || field_.marked(k, Mark::Preposition | Mark::Conjunction)) return false;
  }
  return false;
}

// "two | 16-year-old | boys"
std::uint32_t ItemFinder::behind_age(std::uint32_t i) const {
  const std::int32_t m = i < end() ? field_.mention_at(i) : -1;
  if (m < 0) return i;
  const Mention& age = field_.mentions()[static_cast<std::size_t>(m)];
  return age.dimension == Dimension::Age ? field_.tokens_of(age.span).end : i;
}

// "the 450-seat chamber", "a 12-member panel"
bool ItemFinder::joined_by_hyphen(Item& item) const {
  const std::uint32_t i = tokens_.end;
  if (i + 1 >= end() || field_.form(i) != "-" || !field_.is_word(i + 1)) return false;
  if (!field_.folded().touches_before(i) || !field_.folded().touches_before(i + 1)) return false;
  item.tokens = {i + 1, i + 2};
  item.head = i + 1;
  return true;
}

// "half of us", "1 of 4 Marines", but not "0.5 children"
bool ItemFinder::is_fraction() const {
  const auto& low = mention_.value.low;
  if (!low || low->is_integer() || low->is_negative() || *low > Decimal(1)) return false;
  if (!mention_.value.ratio.empty()) return true;
  for (std::uint32_t i = tokens_.first; i < tokens_.end; ++i) {
    if (field_.is_word(i)) return true;
  }
  return false;
}

// "12 killed in ...", but not "three others pleaded not guilty".
bool ItemFinder::stands_for_counted(std::uint32_t k) const {
  if ((field_.verb_forms(k) & kParticiple) == 0 || !field_.verb_is(k, kEvent)) return false;
  const std::uint32_t next = k + 1;
  return next >= end() || !field_.marked(next, Mark::Negation | Mark::Determiner | Mark::Pronoun);
}

bool ItemFinder::directly_behind(Item& item) const {
  std::uint32_t i = tokens_.end;
  while (i < end() && field_.marked(i, Mark::Quantifier)) ++i;
  if (i >= end() || field_.marked(i, Mark::Determiner)) return false;
  return set(item, noun_phrase_at(field_, i, end()));
}

// "40 Prozent der Haushalte", "12 percent of voters", "500 tonnes of wheat"
bool ItemFinder::of_behind(Item& item) const {
  const std::uint32_t i = tokens_.end;
  if (i >= end() || field_.mention_at(i) >= 0) return false;
  const bool genitive = field_.marked(i, Mark::Genitive);
  if (!genitive && !field_.marked(i, Mark::Of)) return false;
  if (!set(item, noun_phrase_at(field_, genitive ? i : i + 1, end()))) return false;
  item.is_share = mention_.dimension == Dimension::Percent;
  return true;
}

// "ein Schaden von 3 Millionen Euro", "GDP of $28 billion"
bool ItemFinder::of_before(Item& item) const {
  std::uint32_t i = wide_.first;
  // "in Hoehe von": the phrase starts before its last word.
  for (std::uint32_t k = i; k > begin() && i - k < 4; --k) {
    if (field_.marked(k - 1, Mark::Of) && field_.phrase_end(k - 1) == i) {
      auto phrase = noun_phrase_before(field_, begin(), k - 1);
      if (phrase) extend_to_head(*phrase);
      // "die Veranstalter von 20.000": who says it is not what is counted.
      const bool source = phrase && in_gapped_source(reading_.attributions, phrase->head);
      return !source && set(item, phrase);
    }
  }
  return false;
}

// "ayuda de emergencia | de 5 millones", "chiffre d'affaires | de 2 milliards": where heads come
// first, a bare noun behind "of" belongs to the one before.
void ItemFinder::extend_to_head(NounPhrase& phrase) const {
  if (!field_.data().heads_first || phrase.tokens.first != phrase.core.first) return;
  std::uint32_t of = phrase.core.first;
  while (of > begin() && field_.form(of - 1) == "'") --of;  // "d'affaires"
  if (of == begin() || !field_.marked(of - 1, Mark::Of)) return;
  const auto head = noun_phrase_before(field_, begin(), of - 1);
  if (!head || field_.name_at(head->head) >= 0) return;
  phrase.core.first = head->core.first;
  phrase.tokens.first = head->tokens.first;
  phrase.head = head->head;
}

// "obniżenie abonamentu | o 30 procent": what a noun of rising or falling has behind it.
bool ItemFinder::raised(Item& item) const {
  const std::uint32_t i = wide_.first;
  if (i < begin() + 2 || !field_.marked(i - 1, Mark::By)) return false;
  const auto phrase = noun_phrase_before(field_, begin(), i - 1);
  if (!phrase || phrase->tokens.empty()) return false;
  const Marks changes = Mark::RaiseNoun | Mark::FallNoun;
  std::uint32_t first = phrase->core.first;
  for (std::uint32_t k = phrase->core.first; k < phrase->core.end; ++k) {
    if (field_.marked(k, changes) && k + 1 < phrase->core.end) first = k + 1;
  }
  const bool behind =
      first > phrase->core.first ||
      (phrase->tokens.first > begin() && field_.marked(phrase->tokens.first - 1, changes));
  if (!behind && !field_.marked(phrase->head, changes)) return false;
  item.tokens = {first, phrase->core.end};
  item.head = std::max(first, phrase->head);
  return true;
}

// "Die Zahl der Toten stieg auf 45", "the death toll rose to 45"
bool ItemFinder::number_of(Item& item) const {
  if (clause_ < 0) return false;
  const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
  for (std::uint32_t i = clause.first(); i < tokens_.first; ++i) {
    if (!field_.marked(i, Mark::CountNoun) || reading_.clauses.clause_at(i) != clause_) continue;
    if (field_.data().nouns_capitalised && !field_.token(i).has(Token::kCapitalised)) continue;
    if (i + 1 < tokens_.first && field_.marked(i + 1, Mark::Genitive | Mark::Of)) {
      const bool genitive = field_.marked(i + 1, Mark::Genitive);
      const std::uint32_t noun = genitive ? i + 1 : i + 2;
      if (set(item, noun_phrase_at(field_, noun, tokens_.first))) return true;
      // "le nombre de morts": what looks like a participle is the noun.
      if (noun < tokens_.first && field_.sense(noun).noun >= 0) {
        item.tokens = {noun, noun + 1};
        item.head = noun;
        return true;
      }
    }
    // "число погибших", "het aantal doden": nothing stands between the two.
    const bool plain = !field_.data().nouns_capitalised && i + 1 < tokens_.first;
    if (plain && field_.sense(i + 1).noun >= 0) {
      item.tokens = {i + 1, i + 2};
      item.head = i + 1;
      return true;
    }
    return set(item, noun_phrase_before(field_, clause.first(), i + 1));
  }
  return false;
}

}  // namespace twosource
