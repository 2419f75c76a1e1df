#include "core/claim/clause_verb.h"

#include <algorithm>

#include "core/text/token.h"

namespace twosource {
namespace {

using Kind = Clause::Kind;

// Finds the finite verb and the verb that carries the meaning.
class VerbFinder {
 public:
  VerbFinder(const FieldText& field, Clause& clause) : field_(field), clause_(clause) {}

  void run() {
    std::int32_t content = -1;
    std::int32_t light = -1;
    for (const TokenRange piece : clause_.pieces) {
      for (std::uint32_t i = piece.first; i < piece.end; ++i) {
        if (field_.verb_forms(i) == 0 || blocked(i)) continue;
        const auto at = static_cast<std::int32_t>(i);
        if (clause_.finite < 0 && is_finite_verb(field_, i)) clause_.finite = at;
        if (field_.verb_is(i, kLight) || field_.marked(i, Mark::Auxiliary)) {
          light = at;
        } else if (content < 0 || field_.data().verbs_last) {
          content = at;  // the last where verbs stand last, else the first
        }
      }
    }
    if (light > clause_.finite && ends_with_finite(light)) clause_.finite = light;
    if (content < 0 && light >= 0) content = before_last_auxiliary(light);
    clause_.verb = content >= 0 ? content : light;
    if (clause_.verb >= 0) name_verb();
  }

 private:
  // "die mit 180 Euro kalkuliert | werden": in a dependent clause the auxiliary at the end is
  // finite, and what looks like it before is the participle.
  bool ends_with_finite(std::int32_t light) const {
    if (!field_.data().verbs_last || clause_.finite < 0 || clause_.kind == Kind::Main) return false;
    const auto last = static_cast<std::uint32_t>(light);
    const auto before = static_cast<std::uint32_t>(clause_.finite);
    return last == last_word() && before + 1 == last && is_finite_verb(field_, last) &&
           (field_.verb_forms(before) & kParticiple) != 0;
  }

  // "freigelassen werden": what stands before an auxiliary at the end of the clause is a verb,
  // known or not.
  std::int32_t before_last_auxiliary(std::int32_t light) const {
    const auto i = static_cast<std::uint32_t>(light);
    if (!field_.data().verbs_last || i < clause_.first()) return -1;
    // "hatte die Projekte | empfohlen"
    const std::uint32_t end = last_word() + 1;
    const bool last = i + 1 == end;
    if (last ? i == clause_.first() : light != clause_.finite) return -1;
    const std::uint32_t before = last ? i - 1 : end - 1;
    if (!last && (before <= i + 1 || !looks_like_participle(before))) return -1;
    const bool plain = field_.is_word(before) && field_.sense(before).marks.empty() &&
                       !field_.token(before).has(Token::kCapitalised) &&
                       field_.mention_at(before) < 0 && field_.name_at(before) < 0;
    return plain ? static_cast<std::int32_t>(before) : -1;
  }

  // The last token of the clause that is no punctuation.
  std::uint32_t last_word() const {
    std::uint32_t last = clause_.end() - 1;
    while (last > clause_.first() && field_.token(last).is(TokenKind::Punct)) --last;
    return last;
  }

  bool looks_like_participle(std::uint32_t i) const {
    constexpr std::size_t kShortest = 6;  // bytes
    const std::string_view word = field_.form(i);
    return field_.is_word(i) && word.size() >= kShortest &&
           (field_.data().last_word_forms(word) & kParticiple) != 0;
  }

  // "two wounded soldiers": a participle between figure or determiner and noun.
  bool modifies(std::uint32_t i) const {
    if (field_.data().verbs_last || i == 0 || i + 1 >= clause_.end()) return false;
    if ((field_.verb_forms(i) & (kParticiple | kGerund)) == 0) return false;
    const bool behind = field_.mention_at(i - 1) >= 0 || field_.marked(i - 1, Mark::Determiner);
    const bool before = field_.is_word(i + 1) && !field_.marked(i + 1, kFunctionMarks) &&
                        field_.verb_forms(i + 1) == 0;
    return behind && before;
  }

  // A noun or adjective of the same form.
  bool blocked(std::uint32_t i) const {
    if (field_.name_at(i) >= 0 || field_.mention_at(i) >= 0) return true;
    if (modifies(i)) return true;
    if (is_finite_verb(field_, i)) return false;
    // "the ship's capacity"
    const bool article = i > clause_.first() && field_.marked(i - 1, Mark::Determiner) &&
                         !field_.marked(i - 1, Mark::Relative | Mark::Complement);
    if (!field_.data().verbs_last && article) return true;
    const std::uint8_t forms = field_.verb_forms(i);
    if ((forms & (kParticiple | kGerund)) != 0) {
      return i > clause_.first() && field_.marked(i - 1, Mark::Determiner);
    }
    return (forms & kInfinitive) == 0 ||
           (field_.data().nouns_capitalised && field_.token(i).has(Token::kCapitalised));
  }

  void name_verb() {
    const auto at = static_cast<std::uint32_t>(clause_.verb);
    clause_.entry = field_.verb(at);
    clause_.lemma = clause_.entry != nullptr ? clause_.entry->lemma : std::string(field_.form(at));
    if (clause_.entry == nullptr || clause_.verb != clause_.finite) return;
    const std::string particle = last_particle(at);
    if (particle.empty()) return;
    const bool several = particle.find(' ') != std::string::npos;
    clause_.lemma = particle + (several ? " " : "") + clause_.lemma;
    const auto known = field_.data().verb_by_lemma.find(fold_word(clause_.lemma));
    if (known != field_.data().verb_by_lemma.end()) {
      clause_.entry = &field_.data().verbs[static_cast<std::size_t>(known->second)];
      clause_.lemma = clause_.entry->lemma;
    }
  }

  // "kuendigte ... an", "kamen ... ums Leben": a particle at the end of the clause, of one word or
  // two, makes another verb of it; empty when there is none.
  std::string last_particle(std::uint32_t verb) const {
    const std::uint32_t last = last_word();
    if (last <= verb || !field_.is_word(last)) return {};
    const auto& particles = field_.data().particles;
    const auto known = [&](const std::string& text) {
      return std::find(particles.begin(), particles.end(), text) != particles.end();
    };
    const std::string one(field_.form(last));
    if (last > verb + 1 && field_.is_word(last - 1)) {
      std::string two = std::string(field_.form(last - 1)) + " " + one;
      if (known(two)) return two;
    }
    return known(one) ? one : std::string();
  }

  const FieldText& field_;
  Clause& clause_;
};

}  // namespace

void find_verb(const FieldText& field, Clause& clause) {
  VerbFinder(field, clause).run();
}

}  // namespace twosource
