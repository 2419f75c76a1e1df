// Sentences. The rules that differ by language (abbreviations, ordinals with a full stop) are data
// of the language.
//
//   "Am 24. Oktober kam z. B. Hr. Dr. Kim. Er blieb."  ->  two sentences
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/base/byte_span.h"
#include "core/text/token.h"

namespace twosource {

// What a language says about full stops that end no sentence. All words folded (fold_word), without
// the final stop.
struct SegmentationRules {
  std::unordered_set<std::string> abbreviations;  // a stop behind them may end a sentence only
                                                  // before a clear start ("etc", "usw")
  std::unordered_set<std::string>
      never_final;  // titles and the like: a stop behind them never ends one ("dr", "z", "mr")
  std::unordered_set<std::string>
      before_number;  // end none before digits: "no. 5", "nr. 5", "art. 4"
  std::unordered_set<std::string>
      sentence_starters;  // words that begin a sentence when capitalised ("the", "der"): break
                          // after an abbreviation
  // abbreviations of units and scales: behind a figure and them a capital begins a sentence
  // ("4,9 proc. Żywność ...")
  std::unordered_set<std::string> units;
  bool ordinal_stop = false;  // digits with a stop are ordinals: "24. Oktober", "3. Platz"
  std::unordered_set<std::string> after_ordinal;  // capitalised words that continue after such an
                                                  // ordinal ("oktober", "jahrhundert")
};

struct Sentence {
  ByteSpan span;  // without surrounding white space
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;  // half open
};

struct TokenizedText {
  std::string_view text;  // owned by the caller
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;

  std::string_view of(const Token& token) const { return slice(text, token.span()); }
  // Index of the sentence that holds the byte, or of the nearest one before it.
  std::size_t sentence_at(std::uint32_t byte) const;
};

// The same text cut into other tokens, which begin and end no sentence elsewhere.
TokenizedText with_tokens(const TokenizedText& text, std::vector<Token> tokens);

TokenizedText analyse_text(std::string_view text, const SegmentationRules& rules);

}  // namespace twosource
