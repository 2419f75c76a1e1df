#include "core/claim/noun_phrase.h"

#include <algorithm>

namespace twosource {
namespace {

constexpr Marks kNeverNoun = Mark::Determiner | Mark::Preposition | Mark::Pronoun |
                             Mark::Conjunction | Mark::Subordinator | Mark::Complement |
                             Mark::Relative | Mark::Negation | Mark::Adverb | Mark::Auxiliary |
                             Mark::Stop | Mark::Quantifier | Mark::Said | Mark::Future;

// Modifiers before a noun; more are no noun phrase any more.
constexpr std::uint32_t kMostModifiers = 6;

bool is_hyphen(const FieldText& field, std::uint32_t i) {
  return field.form(i) == "-" && field.folded().touches_before(i) &&
         field.folded().touches_before(i + 1);
}

// "Nuklear- und Raketenprogrammen": the first half of a split compound.
bool is_open_hyphen(const FieldText& field, std::uint32_t i) {
  return field.form(i) == "-" && field.folded().touches_before(i);
}

// "l'institut", "d'euros": the mark behind what lost its vowel, at token i.
bool is_elision(const FieldText& field, std::uint32_t i) {
  return i > 0 && i + 1 < field.text().tokens.size() && field.form(i) == "'" &&
         field.marked(i - 1, Mark::Determiner | Mark::Of) && field.folded().touches_before(i) &&
         field.folded().touches_before(i + 1);
}

// "South Korea's spy agency": the phrase goes on behind the apostrophe and its s.
bool is_possessive(const FieldText& field, std::uint32_t i, std::uint32_t end) {
  return i + 2 < end && field.form(i) == "'" && field.folded().touches_before(i) &&
         field.folded().touches_before(i + 1) && field.form(i + 1) == "s";
}

// A word of a language whose nouns look like other words: what is listed as a verb is one unless
// its place says otherwise.
bool verb_here(const FieldText& field, std::uint32_t i, bool behind_noun) {
  const std::uint8_t forms = field.verb_forms(i);
  if (forms == 0) return false;
  // "welfare spending | will": a noun, for a verb follows.
  const bool gerund = (forms & ~kGerund) == 0;
  const bool last = i + 1 >= field.text().tokens.size();
  if (gerund && behind_noun && !last && field.marked(i + 1, Mark::Auxiliary)) return false;
  if (gerund && i > 0 && field.marked(i - 1, Mark::Of)) return false;  // "weeks of training"
  constexpr std::uint8_t kNeverNouns = kPast | kParticiple | kGerund | kFuture | kConditional;
  if ((forms & kNeverNouns) != 0 && (forms & kPresent) == 0) return true;
  if (!behind_noun) return false;
  // "12 tests | show a ..." against "12 nuclear tests in ...".
  const std::uint32_t next = i + 1;
  if (next >= field.text().tokens.size()) return false;
  return field.is_word(next) &&
         (field.marked(next, Mark::Determiner | Mark::Pronoun | Mark::Adverb) ||
          field.mention_at(next) >= 0 || field.name_at(next) >= 0);
}

// "two wounded soldiers": a participle right before a noun that is nothing else.
bool participle_modifies(const FieldText& field, std::uint32_t i, std::uint32_t end) {
  if ((field.verb_forms(i) & (kParticiple | kGerund)) == 0 || i + 1 >= end) return false;
  return is_noun(field, i + 1) && field.verb_forms(i + 1) == 0 && field.name_at(i + 1) < 0 &&
         field.mention_at(i + 1) < 0;
}

bool is_modifier(const FieldText& field, std::uint32_t i) {
  if (!field.is_word(i) || field.mention_at(i) >= 0) return false;
  if (field.token(i).has(Token::kCapitalised) && field.name_at(i) < 0) return false;
  return !field.marked(i, kNeverNoun) && (field.verb_forms(i) & kFiniteForms) == 0;
}

// Inside one name, behind its first token: "U.S.", "Kim Jong-un".
bool inside_name(const FieldText& field, std::uint32_t i) {
  return i > 0 && field.name_at(i) >= 0 && field.name_at(i) == field.name_at(i - 1);
}

// The end of a name or a run of nouns from i; i itself when there is none.
std::uint32_t end_of_nouns(const FieldText& field, std::uint32_t i, std::uint32_t end,
                           std::uint32_t& head) {
  const bool capitals = field.data().nouns_capitalised;
  bool any = false;
  while (i < end) {
    if (field.mention_at(i) >= 0) break;
    if (any && inside_name(field, i)) {
      if (field.is_word(i)) head = i;
      ++i;
      continue;
    }
    if (any && is_hyphen(field, i) && i + 1 < end) {
      ++i;
      if (field.token(i).is(TokenKind::Digits)) head = i++;
      continue;
    }
    // "CO2-Ausstoss"
    if (any && field.token(i).is(TokenKind::Digits) && field.folded().touches_before(i) &&
        i + 2 < end && is_hyphen(field, i + 1)) {
      ++i;
      continue;
    }
    if (any && is_possessive(field, i, end)) {
      i += 2;
      continue;
    }
    if (any && is_open_hyphen(field, i)) {
      // "Nuklear- und Raketenprogrammen"
      if (i + 2 < end && field.marked(i + 1, Mark::Conjunction)) {
        i += 2;
        continue;
      }
      break;
    }
    if (!field.is_word(i) || !is_noun(field, i)) break;
    if (any && field.marked(i, Mark::State)) break;  // "3 people | dead"
    // "two men | ages 20 and 27"
    if (any && i + 1 < end && field.marked(i, Mark::AgeNoun) && field.mention_at(i + 1) >= 0) break;
    if (any && field.data().words.empty()) break;  // nothing known of the language: the next word
    if (!capitals && verb_here(field, i, any) && !(!any && participle_modifies(field, i, end))) {
      break;
    }
    // "France | recognizes the council"
    const bool verb_behind_name = any && !capitals && field.name_at(i - 1) >= 0 &&
                                  !field.token(i).has(Token::kCapitalised) && i + 1 < end &&
                                  field.marked(i + 1, Mark::Determiner);
    if (verb_behind_name) break;
    // In a language with capital nouns a second one is an apposition: "Praesident Putin".
    if (any && capitals && !is_hyphen(field, i - 1) && field.name_at(i) < 0 &&
        field.name_at(i - 1) < 0 && field.form(i - 1) != "-") {
      break;
    }
    head = i++;
    any = true;
  }
  return i;
}

bool has_ending(const FieldText& field, std::uint32_t i, const std::vector<std::string>& endings) {
  const std::string_view word = field.form(i);
  return field.is_word(i) && std::any_of(endings.begin(), endings.end(), [&](const auto& ending) {
           return word.size() > ending.size() + 1 &&
                  word.substr(word.size() - ending.size()) == ending;
         });
}

// The end of the phrase in a language whose nouns come first: "soldats | nord-coreens | sont".
std::uint32_t end_of_first_noun(const FieldText& field, std::uint32_t begin, std::uint32_t end,
                                std::uint32_t& head) {
  const ClaimsData& data = field.data();
  head = begin;
  // "украинских | солдат": an adjective of a country is one like others.
  const auto adjective = [&](std::uint32_t k) {
    const std::int32_t n = field.name_at(k);
    const bool thing =
        n >= 0 && field.names()[static_cast<std::size_t>(n)].form != NameForm::Adjective;
    return !thing && has_ending(field, k, data.adjectives_before);
  };
  while (head + 1 < end && field.is_word(head + 1) && adjective(head)) ++head;
  std::uint32_t i = head + 1;
  while (i < end) {
    const bool joined = !field.is_word(i) && i + 1 < end && field.folded().touches_before(i) &&
                        field.folded().touches_before(i + 1);
    const bool modifies = has_ending(field, i, data.adjectives_before) ||
                          has_ending(field, i, data.adjectives_behind) || field.name_at(i) >= 0;
    if (!joined && !modifies && !(i > begin && !field.is_word(i - 1))) break;
    ++i;
  }
  return i;
}

}  // namespace

bool is_noun(const FieldText& field, std::uint32_t i) {
  if (!field.is_word(i)) return false;
  if (field.name_at(i) >= 0) return true;
  if (field.marked(i, kNeverNoun)) {
    // "Alle", "Der" at the start of a sentence; capitalised inside it is a noun ("das Gut").
    return false;
  }
  if (!field.data().nouns_capitalised) return true;
  return field.token(i).has(Token::kCapitalised) && !is_finite_verb(field, i);
}

std::optional<NounPhrase> noun_phrase_at(const FieldText& field, std::uint32_t begin,
                                         std::uint32_t end) {
  NounPhrase phrase;
  std::uint32_t i = begin;
  while (i < end && field.name_at(i) < 0 &&
         ((field.is_word(i) && field.marked(i, Mark::Determiner | Mark::Quantifier)) ||
          is_elision(field, i))) {
    ++i;
  }
  phrase.genitive = i > begin && field.marked(begin, Mark::Genitive);
  phrase.core.first = i;
  std::uint32_t modifiers = 0;
  if (field.data().nouns_capitalised) {
    while (i < end && modifiers < kMostModifiers) {
      const bool joined = modifiers > 0 && i + 1 < end && field.marked(i, Mark::Conjunction) &&
                          is_modifier(field, i + 1);
      const bool lower = field.is_word(i) && !field.token(i).has(Token::kCapitalised);
      if (!joined && !(lower && is_modifier(field, i))) break;
      ++i;
      ++modifiers;
    }
  }
  phrase.head = i;
  const std::uint32_t stop = end_of_nouns(field, i, end, phrase.head);
  if (stop == i) return std::nullopt;
  phrase.core.end =
      field.data().heads_first ? end_of_first_noun(field, i, stop, phrase.head) : stop;
  // "chiffre d'affaires", "taux de chômage": one noun of several words.
  if (field.sense(phrase.head).noun >= 0) {
    phrase.core.end = std::max(phrase.core.end, std::min(end, field.phrase_end(phrase.head)));
  }
  phrase.tokens = {begin, phrase.core.end};
  return phrase;
}

std::optional<NounPhrase> noun_phrase_before(const FieldText& field, std::uint32_t begin,
                                             std::uint32_t end) {
  if (end <= begin) return std::nullopt;
  std::uint32_t i = end;
  while (i > begin && end - i < kMostModifiers + 2) {
    const bool part =
        (is_noun(field, i - 1) || is_modifier(field, i - 1) || is_hyphen(field, i - 1)) &&
        field.mention_at(i - 1) < 0;
    if (!part || (!field.data().nouns_capitalised && i < end && verb_here(field, i - 1, true) &&
                  (field.verb_forms(i - 1) & kInfinitive) == 0)) {
      break;
    }
    --i;
  }
  while (i > begin && field.marked(i - 1, Mark::Determiner | Mark::Quantifier)) --i;
  // From the leftmost start that gives a phrase ending here.
  for (; i < end; ++i) {
    const std::optional<NounPhrase> phrase = noun_phrase_at(field, i, end);
    if (phrase && phrase->tokens.end == end) return phrase;
  }
  return std::nullopt;
}

std::vector<NounPhrase> noun_phrases(const FieldText& field, const Clause& clause) {
  std::vector<NounPhrase> out;
  for (const TokenRange piece : clause.pieces) {
    std::uint32_t i = piece.first;
    while (i < piece.end) {
      std::optional<NounPhrase> phrase;
      if (!field.in_dateline(i)) phrase = noun_phrase_at(field, i, piece.end);
      if (!phrase) {
        ++i;
        continue;
      }
      // "am Donnerstag", "in der Stadt", "of the city"
      phrase->prepositional =
          field.marked(i, Mark::Preposition) ||
          (i > piece.first && field.marked(i - 1, Mark::Preposition | Mark::Of) &&
           field.mention_at(i - 1) < 0);
      // "zwischen Russland und Nordkorea": what is joined shares its governor.
      const bool joined = !out.empty() && i > piece.first && out.back().tokens.end == i - 1 &&
                          field.marked(i - 1, Mark::Conjunction);
      if (joined) phrase->prepositional = phrase->prepositional || out.back().prepositional;
      phrase->genitive = phrase->genitive && !out.empty() && out.back().tokens.end == i;
      out.push_back(*phrase);
      i = phrase->tokens.end;
    }
  }
  return out;
}

}  // namespace twosource
