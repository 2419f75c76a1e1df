// The item is looked for in the order in which news places it: behind the figure, behind "of",
// before "of", in a "number of X" earlier in the clause, and at last in the subject.
#include "core/claim/item.h"

#include <algorithm>

namespace twosource {
namespace {

class ItemFinder {
 public:
  ItemFinder(const SentenceReading& reading, const Mention& mention)
      : reading_(reading),
        field_(*reading.field),
        mention_(mention),
        tokens_(field_.tokens_of(mention.span)),
        wide_(field_.tokens_of(mention.wide.empty() ? mention.span : mention.wide)),
        clause_(reading.clauses.clause_at(tokens_.first)) {}

  Item find() const {
    Item item;
    if (rank(item) || address(item) || part_of_name(item)) return item;
    switch (mention_.dimension) {
      case Dimension::Number:
      case Dimension::Ordinal:
        if (label_before(item) || counted(item) || of_before(item) || number_of(item)) return item;
        break;
      case Dimension::Date:
        happening(item);
        return item;
      case Dimension::Age:
        if (directly_behind(item)) return item;
        break;
      default:
        if (of_behind(item) || of_before(item) || directly_behind(item) || number_of(item) ||
            bought(item) || purpose(item)) {
          return item;
        }
        break;
    }
    fall_back(item);
    return item;
  }

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
  bool rank(Item& item) const {
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
  bool ranked_list(Item& item, std::uint32_t i) const {
    if (!field_.marked(i, Mark::In)) return false;
    const auto phrase = noun_phrase_at(field_, i + 1, end());
    return phrase && field_.name_at(phrase->head) < 0 && !field_.marked(i + 1, Mark::Ranked) &&
           !field_.marked(phrase->head, Mark::RankNoun) && set(item, phrase);
  }

  bool rank_verb() const {
    if (clause_ < 0) return false;
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
    if (clause.is(kRank)) return true;
    for (std::uint32_t i = tokens_.end; i < end() && i < tokens_.end + 4; ++i) {
      if (field_.marked(i, Mark::Ranked)) return true;
    }
    return false;
  }

  // "Artikel 5", "Seite 3": the number is a name.
  bool label_before(Item& item) const {
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
  bool address(Item& item) const {
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
  bool part_of_name(Item& item) const {
    constexpr std::int64_t kLargestInName = 100;
    const std::uint32_t i = tokens_.first;
    if (mention_.dimension != Dimension::Number || i == begin() || tokens_.end != i + 1)
      return false;
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
  bool title_case() const {
    constexpr std::uint32_t kLong = 5;  // bytes
    for (std::uint32_t i = begin(); i < end(); ++i) {
      const Token& token = field_.token(i);
      const bool longer = field_.is_word(i) && token.end - token.begin >= kLong;
      if (longer && !token.has(Token::kCapitalised) && field_.mention_at(i) < 0) return false;
    }
    return true;
  }

  // "12.000 nordkoreanische Soldaten", "12 more people", "three of the soldiers", "5 wounded"
  bool counted(Item& item) const {
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
    if (i < end() && field_.marked(i, Mark::Of) &&
        set(item, noun_phrase_at(field_, i + 1, end()))) {
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
  bool of_counted(Item& item, std::uint32_t i) const {
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
  std::uint32_t behind_age(std::uint32_t i) const {
    const std::int32_t m = i < end() ? field_.mention_at(i) : -1;
    if (m < 0) return i;
    const Mention& age = field_.mentions()[static_cast<std::size_t>(m)];
    return age.dimension == Dimension::Age ? field_.tokens_of(age.span).end : i;
  }

  // "the 450-seat chamber", "a 12-member panel"
  bool joined_by_hyphen(Item& item) const {
    const std::uint32_t i = tokens_.end;
    if (i + 1 >= end() || field_.form(i) != "-" || !field_.is_word(i + 1)) return false;
    if (!field_.folded().touches_before(i) || !field_.folded().touches_before(i + 1)) return false;
    item.tokens = {i + 1, i + 2};
    item.head = i + 1;
    return true;
  }

  // "half of us", "1 of 4 Marines", but not "0.5 children"
  bool is_fraction() const {
    const auto& low = mention_.value.low;
    if (!low || low->is_integer() || low->is_negative() || *low > Decimal(1)) return false;
    if (!mention_.value.ratio.empty()) return true;
    for (std::uint32_t i = tokens_.first; i < tokens_.end; ++i) {
      if (field_.is_word(i)) return true;
    }
    return false;
  }

  // "12 killed in ...", but not "three others pleaded not guilty".
  bool stands_for_counted(std::uint32_t k) const {
    if ((field_.verb_forms(k) & kParticiple) == 0 || !field_.verb_is(k, kEvent)) return false;
    const std::uint32_t next = k + 1;
    return next >= end() || !field_.marked(next, Mark::Negation | Mark::Determiner | Mark::Pronoun);
  }

  bool directly_behind(Item& item) const {
    std::uint32_t i = tokens_.end;
    while (i < end() && field_.marked(i, Mark::Quantifier)) ++i;
    if (i >= end() || field_.marked(i, Mark::Determiner)) return false;
    return set(item, noun_phrase_at(field_, i, end()));
  }

  // "40 Prozent der Haushalte", "12 percent of voters", "500 tonnes of wheat"
  bool of_behind(Item& item) const {
    const std::uint32_t i = tokens_.end;
    if (i >= end() || field_.mention_at(i) >= 0) return false;
    const bool genitive = field_.marked(i, Mark::Genitive);
    if (!genitive && !field_.marked(i, Mark::Of)) return false;
    if (!set(item, noun_phrase_at(field_, genitive ? i : i + 1, end()))) return false;
    item.is_share = mention_.dimension == Dimension::Percent;
    return true;
  }

  // "ein Schaden von 3 Millionen Euro", "GDP of $28 billion"
  bool of_before(Item& item) const {
    std::uint32_t i = wide_.first;
    // "in Hoehe von": the phrase starts before its last word.
    for (std::uint32_t k = i; k > begin() && i - k < 4; --k) {
      if (field_.marked(k - 1, Mark::Of) && field_.phrase_end(k - 1) == i) {
        const auto phrase = noun_phrase_before(field_, begin(), k - 1);
        // "die Veranstalter von 20.000": who says it is not what is counted.
        const bool source = phrase && in_gapped_source(reading_.attributions, phrase->head);
        return !source && set(item, phrase);
      }
    }
    return false;
  }

  // "Die Zahl der Toten stieg auf 45", "the death toll rose to 45"
  bool number_of(Item& item) const {
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

  // "ein Werk fuer 2,4 Milliarden Euro": what is paid for.
  bool bought(Item& item) const {
    const std::uint32_t i = wide_.first;
    if (mention_.dimension != Dimension::Money || i < begin() + 2) return false;
    if (!field_.marked(i - 1, Mark::Purpose) || !field_.marked(i - 1, Mark::Preposition)) {
      return false;
    }
    return set_unnamed(item, noun_phrase_before(field_, begin(), i - 1));
  }

  // "5 million dollars in aid", "3 Millionen Euro fuer die Sanierung", "Fuer den Neubau in A sind
  // 38 Millionen Euro vorgesehen"; but a place is none.
  bool purpose(Item& item) const {
    const std::uint32_t i = tokens_.end;
    if (mention_.dimension == Dimension::Duration) return duration(item);
    if (mention_.dimension != Dimension::Money) return false;
    if (change_of(reading_, mention_, item) != Change::Level) return false;
    const bool listed = field_.data().known_marks.has(Mark::Purpose);
    const Marks opens = listed ? Marks(Mark::Purpose) : Marks(Mark::Preposition);
    if (i < end() && field_.marked(i, opens) &&
        set_unnamed(item, noun_phrase_at(field_, i + 1, end()))) {
      return true;
    }
    if (!listed || clause_ < 0) return false;
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
    const std::uint32_t first = clause.first();
    return field_.marked(first, Mark::Purpose) && field_.marked(first, Mark::Preposition) &&
           first + 1 < tokens_.first &&
           set_unnamed(item, noun_phrase_at(field_, first + 1, tokens_.first));
  }

  bool set_unnamed(Item& item, const std::optional<NounPhrase>& phrase) const {
    return phrase && field_.name_at(phrase->head) < 0 && set(item, phrase);
  }

  // "seit 15 Jahren den Sanktionen", "five years in prison"
  bool duration(Item& item) const {
    std::uint32_t i = tokens_.end;
    if (i < end() && field_.marked(i, Mark::Rate)) return false;  // "two hours per vehicle"
    if (i < end() && field_.marked(i, Mark::Preposition)) {
      return set(item, noun_phrase_at(field_, i + 1, end()));
    }
    const std::uint32_t limit = std::min(end(), i + 3);
    for (; i < limit && reading_.clauses.clause_at(i) == clause_; ++i) {
      if (field_.mention_at(i) < 0 && set(item, noun_phrase_at(field_, i, end()))) return true;
    }
    return false;
  }

  void happening(Item& item) const { set(item, reading_.object_phrase(clause_)); }

  // "two miles | from the centre": how far away something happened.
  bool is_distance() const {
    return mention_.dimension == Dimension::Measure && tokens_.end < end() &&
           field_.marked(tokens_.end, Mark::From);
  }

  void fall_back(Item& item) const {
    if (is_distance()) return;
    const NounPhrase* subject = reading_.subject_phrase(clause_);
    const NounPhrase* nearest = nullptr;
    if (clause_ >= 0) {
      for (const NounPhrase& phrase : reading_.phrases[static_cast<std::size_t>(clause_)]) {
        if (phrase.tokens.end <= tokens_.first && !is_verb(phrase)) nearest = &phrase;
      }
    }
    // The subject of "X rose to 5"; else the noun that stands right before.
    const bool changes = change_of(reading_, mention_, item) != Change::Level;
    if (changes && (set(item, changed_object(subject)) || set(item, antecedent(subject)))) return;
    if ((changes || from_change()) && set(item, subject)) return;
    if (equated(subject) && set(item, subject)) return;
    // "Den Schaden schaetzt die Polizei auf ..."
    const bool told = clause_ >= 0 &&
                      (mention_.dimension != Dimension::Number || word_before(Mark::Preposition)) &&
                      reading_.clauses.clauses[static_cast<std::size_t>(clause_)].is(kReport);
    const NounPhrase* object = told ? reading_.object_phrase(clause_) : nullptr;
    const bool thing = object != nullptr && !is_verb(*object) && field_.name_at(object->head) < 0;
    if (thing && set(item, object)) return;
    if (mention_.dimension == Dimension::Number && !changes) {
      if (nearest != nullptr && nearest->tokens.end == wide_.first) set(item, nearest);
      if (!item.tokens.empty()) item.is_label = is_name_part(item);
      return;
    }
    // "ein Sparpaket ueber 22 Millionen Euro"
    const bool beside = nearest != nullptr && nearest->tokens.end == wide_.first && !changes;
    if (mention_.dimension == Dimension::Money && beside && set(item, nearest)) return;
    if (mention_.dimension == Dimension::Age && set(item, nearest)) return;
    if (set(item, subject)) return;
    set(item, nearest);
  }

  // "senkt das Risiko um 45 Prozent": what is raised or lowered stands between verb and figure.
  const NounPhrase* changed_object(const NounPhrase* subject) const {
    if (clause_ < 0) return nullptr;
    const NounPhrase* object = reading_.object_phrase(clause_);
    if (object == nullptr || object == subject || subject == nullptr) return nullptr;
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
    const std::uint32_t verb = static_cast<std::uint32_t>(std::max(clause.finite, 0));
    if (static_cast<std::int32_t>(object->head) == clause.verb) return nullptr;
    // "fell 182 points to 26,469": points are counted by another figure.
    const bool counted =
        object->tokens.first > begin() && field_.mention_at(object->tokens.first - 1) >= 0;
    if (counted) return nullptr;
    const bool between = object->tokens.first > verb && object->tokens.end <= wide_.first;
    const bool behind_subject = subject->tokens.end <= verb;
    return between && behind_subject && wide_.first <= object->tokens.end + 2 ? object : nullptr;
  }

  // "borrowing costs, | which have risen by 0.8 points"
  std::optional<NounPhrase> antecedent(const NounPhrase* subject) const {
    if (clause_ < 0 || subject != nullptr) return std::nullopt;
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
    if (clause.kind != Clause::Kind::Relative) return std::nullopt;
    std::uint32_t end = clause.first();
    while (end > begin() && field_.form(end - 1) == ",") --end;
    return noun_phrase_before(field_, begin(), end);
  }

  // "the ship's capacity was 150": right behind the verb, and of no person.
  bool equated(const NounPhrase* subject) const {
    if (clause_ < 0 || mention_.dimension != Dimension::Number || subject == nullptr) return false;
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
    if (clause.finite < 0 || clause.entry == nullptr || clause.entry->sense != "be") return false;
    const auto verb = static_cast<std::uint32_t>(clause.finite);
    return wide_.first == verb + 1 && subject->tokens.end <= verb &&
           field_.name_at(subject->head) < 0 && !field_.marked(subject->head, Mark::Person);
  }

  // "Viktoria 89", "die U 23": where nouns have a capital, bare digits right behind one name it.
  bool is_name_part(const Item& item) const {
    constexpr std::uint32_t kMostDigits = 3;
    const bool bare = tokens_.end == tokens_.first + 1 && wide_.first == tokens_.first &&
                      field_.token(tokens_.first).is(TokenKind::Digits);
    const Token& digits = field_.token(tokens_.first);
    return field_.data().nouns_capitalised && bare && digits.end - digits.begin <= kMostDigits &&
           field_.sense(item.head).noun < 0 &&
           !field_.marked(item.head, Mark::Persons | Mark::CountNoun | Mark::Vote);
  }

  // "fell from 120 million to 87 million": the first figure.
  bool from_change() const {
    if (clause_ < 0 || !word_before(Mark::From)) return false;
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
    return clause.is(kRaise) || clause.is(kFall);
  }

  // "planned to kill hundreds": what is read as a phrase for want of a better is the verb.
  bool is_verb(const NounPhrase& phrase) const {
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(clause_)];
    const bool plain = !field_.data().nouns_capitalised && phrase.tokens.first == phrase.head;
    return static_cast<std::int32_t>(phrase.head) == clause.verb ||
           (plain && field_.verb(phrase.head) != nullptr);
  }

  const SentenceReading& reading_;
  const FieldText& field_;
  const Mention& mention_;
  TokenRange tokens_;
  TokenRange wide_;
  std::int32_t clause_;
};

}  // namespace

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
