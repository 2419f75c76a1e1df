// FieldText: the title or text of one article with all that the claim engines ask about its tokens,
// found in one pass: the lexicon's sense of each word, the mention and the quotation it stands in.
//
// Lives for the reading of one article; owned by the caller, never moved (folded text points into
// the tokens).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/grammar/folded_text.h"
#include "core/grammar/mention.h"
#include "core/lang/language_pack.h"
#include "core/names/names.h"
#include "core/text/segment.h"

namespace twosource {

// Half-open range of tokens.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  bool empty() const { return first >= end; }
  bool holds(std::uint32_t i) const { return first <= i && i < end; }
  friend bool operator==(TokenRange, TokenRange) = default;
};

// What stands between quotation marks, without them.
struct Quotation {
  TokenRange tokens;
  std::uint32_t words = 0;
  bool title_like = false;  // a name in quotation marks: every longer word is capitalised
};

class FieldText {
 public:
  // `text` must outlive the object. Mentions and names are given later, for they need the tokens.
  FieldText(const Document& document, Field field, const LanguagePack& pack);
  FieldText(const FieldText&) = delete;
  FieldText& operator=(const FieldText&) = delete;

  void learn_mentions(std::vector<Mention> amounts, std::vector<FoundName> names);

  const Document& document() const { return *document_; }
  Field field() const { return field_; }
  const LanguagePack& pack() const { return *pack_; }
  const ClaimsData& data() const { return pack_->claims; }
  const TokenizedText& text() const { return text_; }
  const FoldedText& folded() const { return folded_; }
  const std::vector<Mention>& mentions() const { return mentions_; }
  const std::vector<FoundName>& names() const { return names_; }
  const std::vector<Quotation>& quotations() const { return quotations_; }

  const Token& token(std::uint32_t i) const { return text_.tokens[i]; }
  std::string_view form(std::uint32_t i) const { return folded_.form(i); }
  const WordSense& sense(std::uint32_t i) const { return senses_[i]; }
  bool marked(std::uint32_t i, Marks marks) const { return senses_[i].marks.any(marks); }
  // Forms the word may have as a verb; 0 for other words.
  std::uint8_t verb_forms(std::uint32_t i) const { return senses_[i].forms; }
  const VerbEntry* verb(std::uint32_t i) const {
    const std::int32_t index = senses_[i].verb;
    return index < 0 ? nullptr : &data().verbs[static_cast<std::size_t>(index)];
  }
  bool verb_is(std::uint32_t i, std::uint16_t classes) const {
    const VerbEntry* entry = verb(i);
    return entry != nullptr && (entry->classes & classes) != 0;
  }
  // The end of the lexicon's phrase that starts at the token; the token behind it for single words.
  std::uint32_t phrase_end(std::uint32_t i) const { return i + 1 + phrase_rest_[i]; }
  bool is_word(std::uint32_t i) const { return token(i).is(TokenKind::Word); }

  // The first token of a sentence.
  bool opens_sentence(std::uint32_t i) const { return opens_sentence_[i]; }

  // "Seoul (dpa) -": where the article was written, no part of what it tells.
  bool in_dateline(std::uint32_t i) const { return dateline_.holds(i); }

  // Index into mentions() (amounts and dates), names(), quotations(); -1 for none.
  std::int32_t mention_at(std::uint32_t i) const { return mention_at_[i]; }
  std::int32_t name_at(std::uint32_t i) const { return name_at_[i]; }
  std::int32_t quotation_at(std::uint32_t i) const { return quotation_at_[i]; }

  // The tokens that a span of bytes touches.
  TokenRange tokens_of(ByteSpan span) const;
  ByteSpan span_of(TokenRange range) const;
  std::string_view bytes_of(TokenRange range) const { return slice(text_.text, span_of(range)); }

 private:
  void read_senses();
  void guess_verbs();
  void find_quotations();
  void find_dateline();
  bool leans_left(std::uint32_t i) const;
  bool leans_right(std::uint32_t i) const;
  std::uint8_t last_verb_of_clause(std::uint32_t i) const;
  std::uint32_t behind_plain_dateline(std::uint32_t i) const;
  std::uint8_t particle_participle(std::string_view word) const;

  const Document* document_;
  Field field_;
  const LanguagePack* pack_;
  TokenizedText text_;
  FoldedText folded_;
  std::vector<WordSense> senses_;
  std::vector<std::uint8_t> phrase_rest_;  // words behind the first of a phrase
  std::vector<bool> opens_sentence_;
  std::vector<Mention> mentions_;
  std::vector<FoundName> names_;
  std::vector<Quotation> quotations_;
  TokenRange dateline_;
  std::vector<std::int32_t> mention_at_;
  std::vector<std::int32_t> name_at_;
  std::vector<std::int32_t> quotation_at_;
};

}  // namespace twosource
