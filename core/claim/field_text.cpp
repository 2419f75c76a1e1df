#include "core/claim/field_text.h"

#include <algorithm>
#include <utility>

namespace twosource {
namespace {

// Marks of nouns that may have several words.
constexpr Marks kNounMarks = Mark::Speaker | Mark::Anonymous | Mark::OutletNoun |
                             Mark::DocumentNoun | Mark::Person | Mark::Persons | Mark::CountNoun;

// How far a quotation may reach, in tokens: an unclosed mark must not swallow the article.
constexpr std::uint32_t kLongestQuotation = 400;

bool starts(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}
bool ends(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

// The mark that closes what `open` opens, and those that may; empty when it opens nothing.
struct QuotationMark {
  std::string_view open;
  std::string_view close[3];
};
constexpr QuotationMark kQuotationMarks[] = {
    {"\"", {"\"", "\"", "\""}}, {"„", {"“", "”", "\""}}, {"“", {"”", "“", "\""}},
    {"”", {"”", "”", "”"}},     {"«", {"»", "»", "»"}},  {"»", {"«", "»", "«"}},
    {"‚", {"‘", "’", "‘"}},     {"‹", {"›", "›", "›"}},  {"『", {"』", "』", "』"}},
    {"「", {"」", "」", "」"}},
};

const QuotationMark* opening(std::string_view bytes) {
  for (const QuotationMark& mark : kQuotationMarks) {
    if (mark.open == bytes) return &mark;
  }
  return nullptr;
}

bool closes(const QuotationMark& mark, std::string_view bytes) {
  return std::find(std::begin(mark.close), std::end(mark.close), bytes) != std::end(mark.close);
}

}  // namespace

FieldText::FieldText(const Document& document, Field field, const LanguagePack& pack)
    : document_(&document),
      field_(field),
      pack_(&pack),
      text_(analyse_text(document.field(field), pack.segmentation)),
      folded_(text_) {
  const std::size_t count = text_.tokens.size();
  senses_.resize(count);
  phrase_rest_.assign(count, 0);
  mention_at_.assign(count, -1);
  name_at_.assign(count, -1);
  quotation_at_.assign(count, -1);
  opens_sentence_.assign(count, false);
  for (const Sentence& sentence : text_.sentences) {
    if (sentence.first_token < count) opens_sentence_[sentence.first_token] = true;
  }
  read_senses();
  guess_verbs();
  find_quotations();
  find_dateline();
}

// Probes the lexicon once per word; the longest phrase that starts there wins, and keeps the marks
// of its first word.
void FieldText::read_senses() {
  const auto count = static_cast<std::uint32_t>(senses_.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!is_word(i)) continue;
    const WordEntry* entry = data().words.find(form(i), folded_.hash(i));
    if (entry == nullptr) continue;
    senses_[i] = entry->sense;
    // "bei meinen Eltern" is no form of "meinen", nor "including five" one of "include".
    const bool before_word = i + 1 < count && !token(i + 1).is(TokenKind::Punct);
    if (senses_[i].marks.has(Mark::Preposition) ||
        (before_word && senses_[i].marks.has(Mark::Determiner))) {
      senses_[i].forms = 0;
    }
    if (senses_[i].forms == 0) senses_[i].verb = -1;
    for (const WordEntry::Phrase& phrase : entry->phrases) {
      const auto length = static_cast<std::uint32_t>(phrase.rest.size());
      if (i + length >= count) continue;
      std::uint32_t k = 0;
      while (k < length && form(i + 1 + k) == phrase.rest[k]) ++k;
      if (k < length) continue;
      senses_[i].marks |= phrase.sense.marks;
      if (phrase.sense.noun >= 0) senses_[i].noun = phrase.sense.noun;
      if (phrase.sense.toll > 0) senses_[i].toll = phrase.sense.toll;
      if (phrase.sense.marks.has(Mark::Anaphor)) {
        // "the company" stays a noun phrase: it may be a source or a subject.
        phrase_rest_[i] = static_cast<std::uint8_t>(length);
        break;
      }
      // "news agency", "gross domestic product": nouns of several words stay nouns.
      const bool noun = !phrase.sense.marks.any(kFunctionMarks) &&
                        (phrase.sense.marks.any(kNounMarks) ||
                         (phrase.sense.noun >= 0 && phrase.sense.marks.empty()));
      const std::uint32_t first_stop = phrase.sense.verb >= 0 ? i : i + 1;
      for (std::uint32_t j = first_stop; j <= i + length && !noun; ++j) {
        senses_[j].marks |= Mark::Stop;
        // "put the number of survivors at": still a noun that counts.
        const WordEntry* own = phrase.sense.verb >= 0 ? data().words.find(form(j)) : nullptr;
        if (own != nullptr && own->sense.marks.has(Mark::CountNoun)) {
          senses_[j].marks |= Mark::CountNoun;
        }
      }
      if (phrase.sense.verb >= 0) {
        senses_[i].verb = -1;
        senses_[i].forms = 0;
        senses_[i + length].verb = phrase.sense.verb;
        senses_[i + length].forms = phrase.sense.forms;
      }
      phrase_rest_[i] = static_cast<std::uint8_t>(length);
      i += length;
      break;
    }
  }
}

// Words that the lexicon does not list are verbs when they have the shape of one.
void FieldText::guess_verbs() {
  bool dependent = false;  // in a clause that a relative or a conjunction opened behind a comma
  for (std::uint32_t i = 0; i < senses_.size(); ++i) {
    WordSense& sense = senses_[i];
    if (!is_word(i)) dependent = false;
    const bool behind_comma = i > 0 && form(i - 1) == ",";
    if (behind_comma && sense.marks.any(Mark::Relative | Mark::Subordinator | Mark::Complement)) {
      dependent = true;
    }
    if (!is_word(i) || token(i).has(Token::kCapitalised) || sense.verb >= 0 ||
        !sense.marks.empty()) {
      continue;
    }
    const std::string_view word = form(i);
    if (word.empty()) continue;
    for (const VerbShape& shape : data().shapes) {
      if (shape.last || (!shape.suffix.empty() && shape.suffix.back() != word.back())) continue;
      if (word.size() < shape.prefix.size() + shape.suffix.size() + 3) continue;
      if (!ends(word, shape.suffix) || !starts(word, shape.prefix)) continue;
      sense.forms = shape.forms;
      break;
    }
    if (sense.forms == 0) sense.forms = particle_participle(word);
    if (sense.forms == 0 && dependent) sense.forms = last_verb_of_clause(i);
    // "die bekannte Partei": before a noun it is an adjective.
    const bool before_noun = i + 1 < senses_.size() && token(i + 1).has(Token::kCapitalised);
    if (data().nouns_capitalised && before_noun) sense.forms = 0;
  }
}

// ", die nicht aus Bayern | stammen,": the last word of such a clause is its verb where verbs stand
// last, known or not. Its finite forms by the shape; 0 when it is none.
std::uint8_t FieldText::last_verb_of_clause(std::uint32_t i) const {
  constexpr std::size_t kShortest = 4;  // bytes
  const std::string_view word = form(i);
  const std::uint32_t next = i + 1;
  const bool last = next >= senses_.size() ||
                    (token(next).is(TokenKind::Punct) && form(next) != "-" && form(next) != "'");
  if (!data().verbs_last || !last || word.size() < kShortest) return 0;
  return static_cast<std::uint8_t>(data().last_word_forms(word) & kFiniteForms);
}

// "zurueckgelegt": a particle before the shape of a participle.
std::uint8_t FieldText::particle_participle(std::string_view word) const {
  for (const std::string& particle : data().particles) {
    if (word.front() != particle.front()) continue;
    if (word.size() < particle.size() + 5 || !starts(word, particle)) continue;
    const std::string_view rest = word.substr(particle.size());
    const WordEntry* known = data().words.find(rest);
    if (known != nullptr && (known->sense.forms & kParticiple) != 0) return kParticiple;
    for (const VerbShape& shape : data().shapes) {
      const bool long_enough = rest.size() >= shape.prefix.size() + shape.suffix.size() + 2;
      if (!shape.last && !shape.prefix.empty() && long_enough && starts(rest, shape.prefix) &&
          ends(rest, shape.suffix)) {
        return shape.forms;
      }
    }
  }
  return 0;
}

void FieldText::find_quotations() {
  const auto count = static_cast<std::uint32_t>(text_.tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const Token& token_i = token(i);
    if (token_i.is(TokenKind::Word) || token_i.is(TokenKind::Digits)) continue;
    const QuotationMark* mark = opening(text_.of(token_i));
    if (mark == nullptr) continue;
    if (mark->open == mark->close[0] && leans_left(i)) continue;
    const std::uint32_t limit = std::min(count, i + kLongestQuotation);
    std::uint32_t end = i + 1;
    while (end < limit && !closes(*mark, text_.of(token(end))) &&
           !token(end).has(Token::kParagraphBefore)) {
      ++end;
    }
    if (end >= limit || !closes(*mark, text_.of(token(end)))) continue;
    // A straight mark that leans to the next word opens again: this one was never closed.
    if (mark->open == mark->close[0] && leans_right(end)) continue;
    Quotation found{{i + 1, end}, 0, true};
    for (std::uint32_t k = i + 1; k < end; ++k) {
      if (!is_word(k)) continue;
      ++found.words;
      if (!token(k).has(Token::kCapitalised) && token(k).end - token(k).begin > 3) {
        found.title_like = false;
      }
    }
    // «Деловой день»: behind "newspaper" a few words are its title, in whatever writing.
    constexpr std::uint32_t kLongestTitle = 5;  // words
    const bool named = i > 0 && marked(i - 1, Mark::OutletNoun) && end > i + 1 &&
                       token(i + 1).has(Token::kCapitalised) && found.words <= kLongestTitle;
    if (named) found.title_like = true;
    for (std::uint32_t k = i; k <= end; ++k) {
      quotation_at_[k] = static_cast<std::int32_t>(quotations_.size());
    }
    quotations_.push_back(found);
    i = end;
  }
}

// A mark that touches the word before it and not the one behind, and the other way round.
bool FieldText::leans_left(std::uint32_t i) const {
  const bool last = i + 1 >= text_.tokens.size();
  return !token(i).has(Token::kSpaceBefore) && !last && token(i + 1).has(Token::kSpaceBefore);
}

bool FieldText::leans_right(std::uint32_t i) const {
  const bool last = i + 1 >= text_.tokens.size();
  return token(i).has(Token::kSpaceBefore) && !last && !token(i + 1).has(Token::kSpaceBefore);
}

// At the start of one of the first paragraphs: a few words, the agency in brackets, a dash.
void FieldText::find_dateline() {
  constexpr std::uint32_t kParagraphs = 4;
  constexpr std::uint32_t kLongestPlace = 10;  // tokens
  constexpr std::uint32_t kLongestAgency = 6;  // tokens
  if (field_ != Field::Text) return;
  const auto count = static_cast<std::uint32_t>(text_.tokens.size());
  std::uint32_t looked = 0;
  for (std::uint32_t i = 0; i < count && looked < kParagraphs; ++i) {
    if (i > 0 && !token(i).has(Token::kParagraphBefore)) continue;
    ++looked;
    std::uint32_t k = i;
    while (k < count && k < i + kLongestPlace && form(k) != "(") ++k;
    const std::uint32_t open = k;
    while (k < count && k < open + kLongestAgency && form(k) != ")") ++k;
    const bool closed = k + 1 < count && form(open) == "(" && form(k) == ")";
    if (!closed || is_word(k + 1)) {
      const std::uint32_t behind = behind_plain_dateline(i);
      if (behind == i) continue;
      dateline_ = {i, behind};
      return;
    }
    dateline_ = {i, k + 2};
    return;
  }
}

// "Wuppertal - Beim Brand", "CEBU, Philippines - At least": capitalised words and commas before the
// only dash of the sentence; `i` when there is none.
std::uint32_t FieldText::behind_plain_dateline(std::uint32_t i) const {
  constexpr std::uint32_t kLongestPlace = 6;  // tokens
  const auto count = static_cast<std::uint32_t>(text_.tokens.size());
  const auto dash = [&](std::uint32_t k) {
    return form(k) == "-" && token(k).has(Token::kSpaceBefore) && k + 1 < count &&
           token(k + 1).has(Token::kSpaceBefore);
  };
  std::uint32_t k = i;
  while (k < count && k < i + kLongestPlace && !dash(k)) {
    const bool place =
        is_word(k) ? token(k).has(Token::kCapitalised) && !sense(k).marks.any(kFunctionMarks)
                   : form(k) == "," || form(k) == ".";
    if (!place) return i;
    ++k;
  }
  if (k == i || k + 1 >= count || !dash(k) || !is_word(k + 1)) return i;
  if (!token(k + 1).has(Token::kCapitalised)) return i;
  const std::uint32_t end = text_.sentences[text_.sentence_at(token(k).begin)].end_token;
  for (std::uint32_t j = k + 1; j < end; ++j) {
    if (dash(j)) return i;
  }
  return k + 1;
}

void FieldText::learn_mentions(std::vector<Mention> amounts, std::vector<FoundName> names) {
  mentions_ = std::move(amounts);
  names_ = std::move(names);
  for (std::size_t m = 0; m < mentions_.size(); ++m) {
    const TokenRange range = tokens_of(mentions_[m].span);
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      // Of mentions inside one another the first, larger one holds the token.
      if (mention_at_[i] < 0) mention_at_[i] = static_cast<std::int32_t>(m);
    }
  }
  for (std::size_t n = 0; n < names_.size(); ++n) {
    const TokenRange range = tokens_of(names_[n].mention.span);
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      if (name_at_[i] < 0) name_at_[i] = static_cast<std::int32_t>(n);
    }
  }
}

TokenRange FieldText::tokens_of(ByteSpan span) const {
  const auto& tokens = text_.tokens;
  const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const Token& t) { return t.end <= span.begin; });
  const auto end =
      std::partition_point(first, tokens.end(), [&](const Token& t) { return t.begin < span.end; });
  return {static_cast<std::uint32_t>(first - tokens.begin()),
          static_cast<std::uint32_t>(end - tokens.begin())};
}

ByteSpan FieldText::span_of(TokenRange range) const {
  if (range.empty()) return {};
  return {token(range.first).begin, token(range.end - 1).end};
}

}  // namespace twosource
