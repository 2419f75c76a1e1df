// ItemFinder: looks for the item of one figure of a sentence. For core/claim/item*.cpp alone;
// others call item_of().
#pragma once

#include <algorithm>
#include <optional>

#include "core/claim/item.h"

namespace twosource {

class ItemFinder {
 public:
  ItemFinder(const SentenceReading& reading, const Mention& mention)
      : reading_(reading),
        field_(*reading.field),
        mention_(mention),
        tokens_(field_.tokens_of(mention.span)),
        wide_(field_.tokens_of(mention.wide.empty() ? mention.span : mention.wide)),
        clause_(reading.clauses.clause_at(tokens_.first)) {}

  Item find() const;

  // A part of one: "half", "1 of 4".
  bool is_share() const { return mention_.dimension == Dimension::Number && is_fraction(); }

 private:
  std::uint32_t end() const { return reading_.clauses.tokens.end; }
  std::uint32_t begin() const { return reading_.clauses.tokens.first; }

  static bool set(Item& item, const std::optional<NounPhrase>& phrase) {
    if (!phrase) return false;
    item.tokens = phrase->core;
    item.head = phrase->head;
    return true;
  }
  static bool set(Item& item, const NounPhrase* phrase) {
    if (phrase == nullptr) return false;
    item.tokens = phrase->core;
    item.head = phrase->head;
    return true;
  }

  bool word_before(Marks marks) const {
    if (tokens_.first > begin() && field_.marked(tokens_.first - 1, marks)) return true;
    return wide_.first > begin() && field_.marked(wide_.first - 1, marks);
  }

  // "Platz 127 beim Bruttoinlandsprodukt", "127th in the world by GDP", "ranks 5th among exporters"
  bool rank(Item& item) const;

  // The list that a word like "by", "beim" at token i names.
  bool ranked_list(Item& item, std::uint32_t i) const;

  bool rank_verb() const;

  // "Artikel 5", "Seite 3": the number is a name.
  bool label_before(Item& item) const;

  // "224 E. Vantana Court": the number of a house.
  bool address(Item& item) const;

  // "in Four Hills", "am Sieben Berge": inside a sentence that is no headline, a number word with a
  // capital letter before another is part of a name.
  bool part_of_name(Item& item) const;

  // A headline that capitalises every longer word.
  bool title_case() const;

  // "12.000 nordkoreanische Soldaten", "12 more people", "three of the soldiers", "5 wounded"
  bool counted(Item& item) const;

  // "187 der 195 Staaten", "20 of the country's 1,400 glaciers": the whole has the noun.
  bool of_counted(Item& item, std::uint32_t i) const;

  // "two | 16-year-old | boys"
  std::uint32_t behind_age(std::uint32_t i) const;

  // "the 450-seat chamber", "a 12-member panel"
  bool joined_by_hyphen(Item& item) const;

  // "half of us", "1 of 4 Marines", but not "0.5 children"
  bool is_fraction() const;

  // "12 killed in ...", but not "three others pleaded not guilty".
  bool stands_for_counted(std::uint32_t k) const;

  bool directly_behind(Item& item) const;

  // "40 Prozent der Haushalte", "12 percent of voters", "500 tonnes of wheat"
  bool of_behind(Item& item) const;

  // "ein Schaden von 3 Millionen Euro", "GDP of $28 billion"
  bool of_before(Item& item) const;

  void extend_to_head(NounPhrase& phrase) const;
  bool raised(Item& item) const;

  // "Die Zahl der Toten stieg auf 45", "the death toll rose to 45"
  bool number_of(Item& item) const;

  // "ein Werk fuer 2,4 Milliarden Euro": what is paid for.
  bool bought(Item& item) const;

  // "5 million dollars in aid", "3 Millionen Euro fuer die Sanierung", "Fuer den Neubau in A sind
  // 38 Millionen Euro vorgesehen"; but a place is none.
  bool purpose(Item& item) const;

  bool set_unnamed(Item& item, const std::optional<NounPhrase>& phrase) const;

  // "seit 15 Jahren den Sanktionen", "five years in prison"
  bool duration(Item& item) const;

  void happening(Item& item) const;
  std::string_view look(Item& item) const;

  // "two miles | from the centre": how far away something happened.
  bool is_distance() const;

  void fall_back(Item& item) const;

  // "senkt das Risiko um 45 Prozent": what is raised or lowered stands between verb and figure.
  const NounPhrase* changed_object(const NounPhrase* subject) const;

  // "borrowing costs, | which have risen by 0.8 points"
  std::optional<NounPhrase> antecedent(const NounPhrase* subject) const;

  // "the ship's capacity was 150": right behind the verb, and of no person.
  bool equated(const NounPhrase* subject) const;

  // "Viktoria 89", "die U 23": where nouns have a capital, bare digits right behind one name it.
  bool is_name_part(const Item& item) const;

  // "fell from 120 million to 87 million": the first figure.
  bool from_change() const;

  // "planned to kill hundreds": what is read as a phrase for want of a better is the verb.
  bool is_verb(const NounPhrase& phrase) const;

  const SentenceReading& reading_;
  const FieldText& field_;
  const Mention& mention_;
  TokenRange tokens_;
  TokenRange wide_;
  std::int32_t clause_;
};

}  // namespace twosource
