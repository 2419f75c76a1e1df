#include "core/claim/subject.h"

#include <algorithm>

namespace twosource {
namespace {

class SubjectFinder {
 public:
  SubjectFinder(const SentenceReading& reading, std::uint32_t token)
      : reading_(reading), field_(*reading.field), token_(token) {}

  std::vector<EntityRef> find(const Item& item, const std::vector<EntityRef>& inherited) {
    std::int32_t c = reading_.clauses.clause_at(token_);
    if (c < 0) return {};
    if (apposed()) return by("behind-name");
    if (owned(item)) return by("owner-of-item");
    if (anaphor(c)) {
      rule_ = "pronoun";
      return inherited;
    }
    // "Russland bestritt, den Ausstoss gesteigert zu haben": who says it is the subject too.
    const Clause& own = reading_.clauses.clauses[static_cast<std::size_t>(c)];
    sources_too_ = ends_with_infinitive(own);
    // "12.000 nordkoreanische Soldaten": what is counted says whose it is, unless the clause has a
    // subject with a name.
    for (int depth = 0; c >= 0 && depth < 4; ++depth) {
      const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(c)];
      if (grammatical(c)) return by("subject-of-clause");
      if (depth == 0 && in_range(item.tokens)) return by("in-item");
      if (depth == 0 && nearest(c)) return by("nearest-name");
      if (clause.kind == Clause::Kind::Main && depth > 0) break;
      c = clause.parent;
    }
    const auto whole = reading_.clauses.tokens;
    if (in_range({whole.first, token_}, true) || in_range({token_, whole.end})) {
      return by("name-in-sentence");
    }
    return {};
  }

  std::string_view rule() const { return rule_; }

 private:
  std::vector<EntityRef> by(std::string_view rule) {
    rule_ = rule;
    return std::move(found_);
  }

  const FoundName* name_at(std::uint32_t i) const {
    const std::int32_t n = field_.name_at(i);
    return n < 0 ? nullptr : &field_.names()[static_cast<std::size_t>(n)];
  }

  bool usable(std::uint32_t i) const {
    const FoundName* name = name_at(i);
    return name != nullptr && name->mention.name && !field_.in_dateline(i) &&
           (sources_too_ || !in_source_phrase(reading_.attributions, i));
  }

  bool take(std::uint32_t i) {
    const FoundName* name = name_at(i);
    const EntityRef& ref = *name->mention.name;
    for (const EntityRef& other : found_) {
      if (other.id == ref.id) return true;
    }
    found_.push_back(ref);
    return true;
  }

  // "Mieke Bos (49)", "Riva, 58 anni,": how old a person is stands right behind the name.
  bool apposed() {
    const std::int32_t m = field_.mention_at(token_);
    if (m < 0 || token_ < reading_.clauses.tokens.first + 2) return false;
    const Mention& mention = field_.mentions()[static_cast<std::size_t>(m)];
    const bool years = mention.dimension == Dimension::Age ||
                       (mention.dimension == Dimension::Duration && mention.value.unit == "year");
    std::uint32_t mark = token_ - 1;
    const bool of = years && field_.marked(mark, Mark::Of) && mark > 0;  // "Quispe, de 47 años"
    if (of) --mark;
    const bool bracket = field_.form(mark) == "(";
    const bool comma = years && field_.form(mark) == ",";
    if (mark <= reading_.clauses.tokens.first || (!bracket && !comma)) return false;
    const FoundName* name = name_at(mark - 1);
    const bool person =
        name != nullptr && name->mention.name && name->mention.name->type == "person";
    return person && take(mark - 1);
  }

  // "The population of Bhutan was put at 700,000 by the United Nations": whose the measured is.
  bool owned(const Item& item) {
    if (item.tokens.empty() || item.tokens.end > token_) return false;
    // "Esther Kiplagat of Kenya"
    const bool named = field_.name_at(item.head) >= 0 ||
                       (!field_.data().nouns_capitalised && !field_.opens_sentence(item.head) &&
                        field_.token(item.head).has(Token::kCapitalised));
    if (named) return false;
    std::uint32_t i = item.tokens.end;
    if (i + 1 >= reading_.clauses.tokens.end || !field_.marked(i, Mark::Of)) return false;
    ++i;
    if (field_.marked(i, Mark::Determiner)) ++i;
    return i < reading_.clauses.tokens.end && usable(i) &&
           name_at(i)->form != NameForm::Adjective && take(i);
  }

  // "..., den Ausstoss gesteigert | zu haben", "Mauritania negó | haber recibido ..."
  bool ends_with_infinitive(const Clause& clause) const {
    if (!field_.data().verbs_last) {
      const std::int32_t verb = std::max(clause.finite, clause.verb);
      const auto next = static_cast<std::uint32_t>(verb + 1);
      return clause.is(kSpeech) && verb >= 0 && next < clause.end() && next < token_ &&
             (field_.verb_forms(next) & kInfinitive) != 0;
    }
    std::uint32_t last = clause.end() - 1;
    while (last > clause.first() && !field_.is_word(last)) --last;
    return last > clause.first() && (field_.verb_forms(last) & kInfinitive) != 0 &&
           field_.marked(last - 1, Mark::Preposition);
  }

  // A pronoun or "the country" where the subject stands.
  bool anaphor(std::int32_t c) const {
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(c)];
    for (const TokenRange piece : clause.pieces) {
      for (std::uint32_t i = piece.first; i < piece.end; ++i) {
        if (usable(i) && !behind_preposition(i)) return false;
        if (!field_.marked(i, Mark::Anaphor)) continue;
        const bool noun = field_.marked(i, Mark::Determiner);
        if (!noun || field_.phrase_end(i) > i + 1) return true;
      }
    }
    return false;
  }

  bool behind_preposition(std::uint32_t i) const {
    const std::uint32_t first = reading_.clauses.tokens.first;
    for (std::uint32_t k = i; k > first && k + 3 > i; --k) {
      if (field_.marked(k - 1, Mark::Preposition)) return true;
      if (!field_.marked(k - 1, Mark::Determiner | Mark::Genitive) && field_.name_at(k - 1) < 0) {
        return false;
      }
    }
    return false;
  }

  // Names in the phrase that is the subject, or else the first name no preposition governs; with
  // those joined to it ("Russland und Nordkorea").
  bool grammatical(std::int32_t c) {
    const NounPhrase* phrase = reading_.subject_phrase(c);
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(c)];
    // A clause that goes on with "und" and does not start with its subject keeps the one before:
    // "dass Nordkorea ... und insgesamt Putin 12.000 Soldaten ...".
    if (clause.kind == Clause::Kind::Coordinated &&
        (phrase == nullptr || phrase->tokens.first > clause.first() + 1)) {
      return false;
    }
    if (phrase != nullptr && !phrase->tokens.holds(token_) && phrase->head < token_ &&
        in_range(phrase->tokens)) {
      std::uint32_t i = phrase->tokens.end;
      while (i + 1 < clause.end() && field_.marked(i, Mark::Conjunction) && usable(i + 1)) {
        take(i + 1);
        i += 2;
      }
      return true;
    }
    for (const TokenRange piece : clause.pieces) {
      for (std::uint32_t i = piece.first; i < piece.end; ++i) {
        const FoundName* name = name_at(i);
        if (name == nullptr || !usable(i) || behind_preposition(i)) continue;
        if (name->form == NameForm::Adjective || field_.tokens_of(name->mention.span).first != i) {
          continue;
        }
        return take(i);
      }
    }
    return false;
  }

  // A name in the range; adjectives only where there is no other ("der russische Minister X").
  bool in_range(TokenRange range, bool last = false) {
    std::int64_t best = -1;
    bool best_adjective = true;
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      if (!usable(i)) continue;
      const bool adjective = name_at(i)->form == NameForm::Adjective;
      if (best >= 0 && adjective && !best_adjective) continue;
      if (best >= 0 && adjective == best_adjective && !last) continue;
      best = i;
      best_adjective = adjective;
    }
    return best >= 0 && take(static_cast<std::uint32_t>(best));
  }

  // The name nearest to the token in the clause, those before it first.
  bool nearest(std::int32_t c) {
    const Clause& clause = reading_.clauses.clauses[static_cast<std::size_t>(c)];
    if (clause.kind == Clause::Kind::Coordinated) return false;
    for (std::uint32_t i = token_; i > clause.first(); --i) {
      if (reading_.clauses.clause_at(i - 1) == c && usable(i - 1)) return take(i - 1);
    }
    for (std::uint32_t i = token_; i < clause.end(); ++i) {
      if (reading_.clauses.clause_at(i) == c && usable(i)) return take(i);
    }
    return false;
  }

  const SentenceReading& reading_;
  const FieldText& field_;
  std::uint32_t token_;
  bool sources_too_ = false;  // names of speakers may be the subject
  std::vector<EntityRef> found_;
  std::string_view rule_;
};

}  // namespace

std::vector<EntityRef> subject_of(const SentenceReading& reading, std::uint32_t token,
                                  const Item& item, const std::vector<EntityRef>& inherited,
                                  std::string_view* rule) {
  SubjectFinder finder(reading, token);
  std::vector<EntityRef> out = finder.find(item, inherited);
  if (rule != nullptr) *rule = out.empty() ? std::string_view() : finder.rule();
  return out;
}

std::vector<EntityRef> names_of(const SentenceReading& reading) {
  std::vector<EntityRef> out;
  std::int32_t last = -1;
  for (std::uint32_t i = reading.sentence.first_token; i < reading.sentence.end_token; ++i) {
    const std::int32_t n = reading.field->name_at(i);
    if (n < 0 || n == last) continue;
    last = n;
    const auto& name = reading.field->names()[static_cast<std::size_t>(n)].mention.name;
    if (name && std::none_of(out.begin(), out.end(),
                             [&](const EntityRef& other) { return other.id == name->id; })) {
      out.push_back(*name);
    }
  }
  return out;
}

}  // namespace twosource
