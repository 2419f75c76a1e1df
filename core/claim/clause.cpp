// Splits a sentence in three steps: into chunks at punctuation, conjunctions and subordinators;
// chunks into clauses, where a chunk without a finite verb belongs to a neighbour; and then finds
// the verb of each clause.
#include "core/claim/clause.h"

#include <algorithm>
#include <utility>

#include "core/claim/clause_verb.h"

namespace twosource {
namespace {

using Kind = Clause::Kind;

struct Chunk {
  TokenRange range;
  Kind kind = Kind::Main;
  bool finite = false;
  bool tail = false;  // only what ends a clause: "geschickt werden"
  bool conditional = false;
  bool opens_quote = false;  // the first piece of a quotation that has a verb further on
  bool says_it = false;      // ", sagte der Minister": begins with its verb of speech
  bool behind_colon = false;
  std::int32_t quotation = -1;
};

bool is_separator(const FieldText& field, std::uint32_t i) {
  const Token& token = field.token(i);
  if (token.is(TokenKind::Word) || token.is(TokenKind::Digits)) return false;
  if (field.mention_at(i) >= 0 || field.name_at(i) >= 0) return false;
  const std::string_view form = field.form(i);
  if (form == "," || form == ";" || form == ":" || form == "(" || form == ")" || form == "[" ||
      form == "]" || form == "…") {
    return true;
  }
  if (form == "-") {
    const bool spaced_behind =
        i + 1 < field.text().tokens.size() && field.token(i + 1).has(Token::kSpaceBefore);
    return (token.has(Token::kSpaceBefore) && spaced_behind) || field.text().of(token) == "—";
  }
  const std::int32_t quotation = field.quotation_at(i);
  if (quotation < 0) return false;
  const Quotation& found = field.quotations()[static_cast<std::size_t>(quotation)];
  return !found.title_like && (i + 1 == found.tokens.first || i == found.tokens.end);
}

// Chunks one sentence.
class Chunker {
 public:
  Chunker(const FieldText& field, TokenRange sentence) : field_(field), sentence_(sentence) {
    finite_before_.push_back(0);
    sure_before_.push_back(0);
    for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
      finite_before_.push_back(finite_before_.back() + (is_finite_verb(field, i) ? 1U : 0U));
      sure_before_.push_back(sure_before_.back() + (is_surely_finite(field, i) ? 1U : 0U));
    }
  }

  std::vector<Chunk> run() {
    std::uint32_t begin = sentence_.first;
    for (std::uint32_t i = sentence_.first; i <= sentence_.end; ++i) {
      if (i < sentence_.end && !is_separator(field_, i)) continue;
      if (begin < i) split(begin, i);
      begin = i + 1;
    }
    return std::move(chunks_);
  }

 private:
  bool finite_in(std::uint32_t begin, std::uint32_t end) const {
    return begin < end &&
           finite_before_[end - sentence_.first] > finite_before_[begin - sentence_.first];
  }

  bool surely_finite_in(std::uint32_t begin, std::uint32_t end) const {
    return begin < end &&
           sure_before_[end - sentence_.first] > sure_before_[begin - sentence_.first];
  }

  // Splits [begin, end) where a new clause opens without punctuation.
  void split(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::uint32_t at = opening_at(begin, i, end);
      if (at <= begin || at >= end) continue;
      push(begin, at, opened_by(begin, at));
      // Behind the verb of speech stands what was said, with or without "that".
      bare_complement_ = at > i;
      begin = at;
      i = at;
    }
    push(begin, end, opened_by(begin, end));
  }

  // Where a new clause opens near token i: i itself for words that open one, the place behind a
  // verb of speech for bare complements; 0 for none.
  std::uint32_t opening_at(std::uint32_t begin, std::uint32_t i, std::uint32_t end) const {
    if (field_.mention_at(i) >= 0) return 0;
    if (i > begin && field_.marked(i, Mark::Conjunction) && finite_in(begin, i) &&
        surely_finite_in(i + 1, end)) {
      return i;
    }
    if (!field_.data().bare_complements) return 0;
    const bool opens =
        field_.marked(i, Mark::Complement | Mark::Relative) ||
        (field_.marked(i, Mark::Subordinator) && !field_.marked(i, Mark::Preposition));
    if (i > begin && opens && !field_.marked(i - 1, Mark::Preposition) && finite_in(i + 1, end)) {
      return i;
    }
    const bool inverted =
        i > sentence_.first && (field_.quotation_at(i - 1) >= 0 || names_its_speaker(i, end) ||
                                (i == begin && precedes_speaker(i, end)));
    if (field_.verb_is(i, kSpeech) && is_finite_verb(field_, i) && !inverted &&
        (finite_in(i + 1, end_of_first_clause(i + 1, end)) || resumes_behind(end))) {
      return behind_dates(i + 1, end);
    }
    return 0;
  }

  // "says 250,000 people | , among them 50,000 children, | could be ...": the verb of what was said
  // stands behind a parenthesis.
  bool resumes_behind(std::uint32_t comma) const {
    if (comma >= sentence_.end || field_.form(comma) != ",") return false;
    std::uint32_t second = comma + 1;
    while (second < sentence_.end && !is_separator(field_, second)) ++second;
    return second + 1 < sentence_.end && field_.form(second) == "," &&
           !finite_in(comma + 1, second) && is_finite_verb(field_, second + 1);
  }

  // "..., said lead author Rosa Quispe.": behind a comma, before a name that ends the chunk.
  bool names_its_speaker(std::uint32_t i, std::uint32_t end) const {
    constexpr std::uint32_t kReach = 8;  // tokens
    if (field_.form(i - 1) != "," || end > i + kReach || i + 1 >= end) return false;
    if (field_.mention_at(i + 1) >= 0 || field_.marked(i + 1, Mark::Pronoun)) return false;
    std::uint32_t last = end - 1;
    while (last > i && !field_.is_word(last)) --last;
    return field_.name_at(last) >= 0;
  }

  // "demands a vote | and has tabled ...": where the next clause of the same subject begins.
  std::uint32_t end_of_first_clause(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t kReach = 40;  // tokens
    for (std::uint32_t i = begin; i < end && i < begin + kReach; ++i) {
      const bool joins = field_.marked(i, Mark::Conjunction) && field_.mention_at(i) < 0;
      if (joins && is_finite_at(i + 1, end)) return i;
    }
    return end;
  }

  // A finite verb stands at i, but for adverbs and negations: the clause has no subject of its own.
  bool is_finite_at(std::uint32_t i, std::uint32_t end) const {
    while (i < end && field_.marked(i, Mark::Adverb | Mark::Negation) &&
           !is_finite_verb(field_, i)) {
      ++i;
    }
    return i < end && is_finite_verb(field_, i);
  }

  // "..., visar en undersökning som ...": what stands behind the verb can speak.
  bool precedes_speaker(std::uint32_t i, std::uint32_t end) const {
    constexpr std::uint32_t kReach = 4;  // tokens
    constexpr Marks kCanSpeak =
        Mark::Speaker | Mark::Anonymous | Mark::OutletNoun | Mark::DocumentNoun;
    for (std::uint32_t k = i + 1; k < std::min(end, i + 1 + kReach); ++k) {
      if (field_.marked(k, kCanSpeak)) return true;
    }
    return false;
  }

  // "said on Tuesday | 12 people died": the date belongs to the verb of speech.
  std::uint32_t behind_dates(std::uint32_t i, std::uint32_t end) const {
    std::uint32_t k = i;
    if (k < end && field_.marked(k, Mark::Preposition)) ++k;
    const std::int32_t m = k < end ? field_.mention_at(k) : -1;
    if (m < 0 || field_.mentions()[static_cast<std::size_t>(m)].dimension != Dimension::Date) {
      return i;
    }
    while (k < end && field_.mention_at(k) == m) ++k;
    return k;
  }

  // What opens the chunk: its first word, or the second behind a preposition ("in dem", "to whom").
  Kind opened_by(std::uint32_t begin, std::uint32_t end) const {
    if (field_.marked(begin, Mark::Conjunction)) {
      return begin + 1 < end && field_.marked(begin + 1, Mark::Complement) ? Kind::Complement
                                                                           : Kind::Coordinated;
    }
    const bool behind_comma = begin > sentence_.first;
    const bool awaits_verb = field_.data().verbs_last && !field_.marked(begin, Mark::Relative);
    if (field_.marked(begin, Mark::Complement) && (awaits_verb || finite_in(begin + 1, end))) {
      const bool relative = behind_comma && field_.marked(begin, Mark::Relative) &&
                            (!after_speech(begin) || set_off(begin));
      return relative ? Kind::Relative : Kind::Complement;
    }
    const std::uint32_t word =
        behind_comma && field_.marked(begin, Mark::Preposition) && begin + 1 < end ? begin + 1
                                                                                   : begin;
    // "an die Front" is no relative clause, "an die sich" is.
    const bool phrase = word > begin && word + 1 < end && is_noun_like(word + 1);
    if (behind_comma && !phrase && field_.marked(word, Mark::Relative) &&
        finite_in(word + 1, end)) {
      // In languages that put verbs last a relative clause does; "der Mann kam, der Hund ging".
      if (!field_.data().verbs_last || verb_last(begin, end)) return Kind::Relative;
    }
    if (field_.marked(begin, Mark::Subordinator) && finite_in(begin + 1, end)) {
      return Kind::Dependent;
    }
    return Kind::Main;
  }

  bool is_noun_like(std::uint32_t i) const {
    return field_.data().nouns_capitalised && field_.token(i).has(Token::kCapitalised) &&
           field_.name_at(i) < 0;
  }

  bool after_speech(std::uint32_t at) const {
    const std::uint32_t from = at > sentence_.first + 6 ? at - 6 : sentence_.first;
    for (std::uint32_t i = from; i < at; ++i) {
      if (field_.verb_is(i, kSpeech)) return true;
    }
    return false;
  }

  // "he said that ..." stands without a comma, so ", that" is a relative, unless the comma closes
  // what was put in: "he said, citing officials, that ...".
  bool set_off(std::uint32_t begin) const {
    if (!field_.data().bare_complements || field_.form(begin - 1) != ",") return false;
    const auto speaks = [&](std::uint32_t i) {
      return field_.verb_is(i, kSpeech) && is_finite_verb(field_, i);
    };
    for (std::uint32_t i = begin - 1; i > sentence_.first && !speaks(i - 1); --i) {
      if (field_.form(i - 1) == ",") return false;
    }
    return true;
  }

  bool verb_last(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = end; i > begin + 1 && i + 3 > end; --i) {
      if (field_.verb_forms(i - 1) != 0) return true;
    }
    return false;
  }

  // Verbs only at the end, and none that must be finite: the rest of a clause that something was
  // put into.
  bool is_tail(std::uint32_t begin, std::uint32_t end) const {
    if (!field_.data().verbs_last || surely_finite_in(begin, end)) return false;
    std::uint32_t i = end;
    while (i > begin && field_.verb_forms(i - 1) != 0) --i;
    return i < end && i > begin && !finite_in(begin, i);
  }

  void push(std::uint32_t begin, std::uint32_t end, Kind kind) {
    Chunk chunk;
    chunk.range = {begin, end};
    chunk.kind = kind;
    chunk.finite = finite_in(begin, end);
    chunk.tail = is_tail(begin, end);
    chunk.conditional = field_.marked(begin, Mark::If);
    const bool bare = std::exchange(bare_complement_, false) && kind == Kind::Main;
    if (bare && (chunk.finite || resumes_behind(end))) chunk.kind = Kind::Complement;
    chunk.behind_colon = begin > sentence_.first && field_.form(begin - 1) == ":";
    chunk.says_it = field_.data().verbs_last && begin > sentence_.first &&
                    field_.form(begin - 1) == "," && field_.verb_is(begin, kSpeech) &&
                    is_finite_verb(field_, begin);
    const std::int32_t q = field_.quotation_at(begin);
    if (q >= 0 && !field_.quotations()[static_cast<std::size_t>(q)].title_like) {
      chunk.quotation = q;
      const TokenRange inside = field_.quotations()[static_cast<std::size_t>(q)].tokens;
      const std::uint32_t last = std::min(inside.end, sentence_.end);
      chunk.opens_quote = begin == inside.first && finite_in(begin, last);
    }
    chunks_.push_back(chunk);
  }

  const FieldText& field_;
  TokenRange sentence_;
  std::vector<std::uint32_t> finite_before_;  // finite verbs among the first n tokens
  std::vector<std::uint32_t> sure_before_;
  std::vector<Chunk> chunks_;
  bool bare_complement_ = false;
};

// Puts chunks together to clauses.
class Assembler {
 public:
  explicit Assembler(SentenceClauses& out) : out_(out) {}

  void add(const Chunk& chunk) {
    const std::int32_t clause = place_of(chunk);
    out_.clauses[static_cast<std::size_t>(clause)].pieces.push_back(chunk.range);
    for (std::uint32_t i = chunk.range.first; i < chunk.range.end; ++i) {
      out_.of[i - out_.tokens.first] = static_cast<std::int16_t>(clause);
    }
    last_ = clause;
    if (chunk.finite && clause == open_) open_ = -1;
  }

 private:
  std::int32_t place_of(const Chunk& chunk) {
    if (out_.clauses.empty()) return open_new(chunk, -1, !chunk.finite);
    const Clause& last = out_.clauses[static_cast<std::size_t>(last_)];
    const bool continues =
        chunk.kind == Kind::Main && open_ >= 0 && quotation_of(open_) == chunk.quotation;
    if (chunk.says_it) return open_new(chunk, last_, false);
    // "Unglück in Peru: Präsident spricht von 12 Toten": no clause goes on behind a colon.
    if (chunk.behind_colon && chunk.finite) {
      open_ = -1;
      return open_new(chunk, last_, false);
    }
    if (chunk.finite && continues) return open_;
    if (chunk.finite && chunk.tail && chunk.kind == Kind::Main && last.kind != Kind::Main &&
        last.parent >= 0 && quotation_of(last.parent) == chunk.quotation) {
      return last.parent;
    }
    if (chunk.finite) return open_new(chunk, last_, false);
    if (chunk.kind == Kind::Complement || chunk.opens_quote) return open_new(chunk, last_, true);
    // What stands without a verb between commas or quotation marks belongs to a neighbour.
    return open_ >= 0 && last.kind != Kind::Main ? open_ : last_;
  }

  std::int32_t quotation_of(std::int32_t clause) const {
    return out_.clauses[static_cast<std::size_t>(clause)].quotation;
  }

  std::int32_t open_new(const Chunk& chunk, std::int32_t parent, bool open) {
    Clause clause;
    clause.kind = chunk.kind;
    clause.parent = parent;
    clause.quotation = chunk.quotation;
    clause.conditional = chunk.conditional;
    out_.clauses.push_back(std::move(clause));
    const auto index = static_cast<std::int32_t>(out_.clauses.size() - 1);
    if (open) open_ = index;
    return index;
  }

  SentenceClauses& out_;
  std::int32_t last_ = -1;
  std::int32_t open_ = -1;  // a main clause that still waits for its verb
};

}  // namespace

bool is_finite_verb(const FieldText& field, std::uint32_t i) {
  const std::uint8_t forms = field.verb_forms(i);
  if ((forms & kFiniteForms) == 0) return false;
  if (field.name_at(i) >= 0 || field.mention_at(i) >= 0) return false;
  const Token& token = field.token(i);
  const bool first_word = field.opens_sentence(i);
  if (token.has(Token::kCapitalised) && !first_word) {
    // A noun where nouns are capitalised; elsewhere a headline may capitalise its verbs.
    if (field.data().nouns_capitalised) return false;
  }
  if (first_word || field.marked(i, Mark::Auxiliary)) return true;
  const std::uint32_t before = i - 1;
  if (field.data().nouns_capitalised) {
    // "zu toeten" is no finite verb, "will schicken" has its finite verb elsewhere.
    return !((forms & kInfinitive) != 0 && field.marked(before, Mark::Preposition));
  }
  if (const std::int32_t m = field.mention_at(before); m >= 0) {
    // "Letos chce ...", but not "12 tests".
    const bool date = field.mentions()[static_cast<std::size_t>(m)].dimension == Dimension::Date;
    const std::uint8_t sure = date ? kFiniteForms : std::uint8_t{kPast | kFuture | kConditional};
    return (forms & sure) != 0 && (forms & kParticiple) == 0;
  }
  // "según informó la policía"
  if (field.marked(before, Mark::SourceBefore)) return (forms & kPast) != 0;
  return !field.marked(before, Mark::Determiner | Mark::Preposition | Mark::Of | Mark::Quantifier);
}

bool is_surely_finite(const FieldText& field, std::uint32_t i) {
  if (!is_finite_verb(field, i)) return false;
  const std::uint8_t forms = field.verb_forms(i);
  return !field.data().verbs_last || (forms & (kParticiple | kInfinitive)) == 0;
}

SentenceClauses split_clauses(const FieldText& field, const Sentence& sentence) {
  SentenceClauses out;
  out.tokens = {sentence.first_token, sentence.end_token};
  out.of.assign(sentence.end_token - sentence.first_token, -1);
  Assembler assembler(out);
  for (const Chunk& chunk : Chunker(field, out.tokens).run()) assembler.add(chunk);
  for (Clause& clause : out.clauses) find_verb(field, clause);
  return out;
}

}  // namespace twosource
