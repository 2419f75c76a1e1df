// Statement: a short text as the comparison of two texts sees it - every figure, name and word of
// it, those too that make no claim ("at 3:40 a.m.", "the A4 motorway").
//
//   "Am 1. November kaempft Lewis Hamilton auf der A4."
//        ^^^^^^^^^^^ figure             ^^^^^^^^       ^ figure (a code: digits that nobody reads)
//                           ^^^^^^^^^^^^^^ name
//
// Spans are bytes of the document's text. Owns its strings; immutable once read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/claim/claim.h"
#include "core/claim/concept_source.h"
#include "core/claim/extract.h"
#include "core/document/document.h"

namespace twosource {

// A document with what was read from it; both belong to the caller.
struct ReadDocument {
  const Document& document;
  const Reading& reading;
};

struct StatementFigure {
  // The claim that was read from the figure, or one made of it where it makes none: then the item,
  // the subject and the predicate are empty.
  Claim claim;
  bool is_code = false;  // digits that no grammar reads: "A4", "covid-19", "Channel 2"
};

struct StatementWord {
  ByteSpan span;
  std::string folded;
  std::string stem;                   // "w:..." as in a claim's context
  std::string root;                   // word_root of the stem; may be empty
  std::vector<std::string> concepts;  // of the lexicon and of the language's verbs and nouns
  bool is_signs = false;              // two signs of a script without word borders
  bool capitalised = false;
  bool opens_sentence = false;  // or a quotation: its capital says nothing
  bool acronym = false;
  bool numeral = false;        // stands in a figure
  bool in_dictionary = false;  // the lexicon knows the word
  bool function = false;       // grammar, no content
  bool negation = false;
  bool quantifier = false;  // "more", "other"
  bool is_end = false;      // "from", "to": one end of a span or change stands behind it
  bool light = false;       // a verb that says little: be, have, do
  std::int32_t name = -1;   // index of the linked name that it stands in
};

struct Statement {
  std::string language;
  std::string text;
  // The language writes nouns with a capital, or its script knows none: a capital makes no name.
  bool capitals_tell_names = false;
  // Inflected names, adjectives and inhabitants of the language are linked, not CLDR's names alone.
  bool names_are_known = false;
  bool has_dictionary = false;   // the lexicon knows words of the language
  bool has_word_borders = true;  // false for Chinese and Japanese
  std::vector<ByteSpan> sentences;
  std::vector<StatementFigure> figures;
  std::vector<Mention> names;  // linked ones
  std::vector<StatementWord> words;
};

// The sentence that holds the byte, or the nearest one before it; empty for an empty text.
ByteSpan sentence_at(const Statement& statement, std::uint32_t byte);
// A word that says something, and is no figure.
bool is_content(const StatementWord& word);
// Index of the first word that ends behind the byte; words.size() when there is none.
std::uint32_t word_at(const Statement& statement, std::uint32_t byte);

// Texts of more tokens are articles, not statements.
inline constexpr std::size_t kLongestStatement = 400;
bool is_statement(const ReadDocument& read);

// A claim of the words at `span`, without item, subject and predicate.
Claim bare_claim(const Document& document, ByteSpan sentence, ByteSpan span, ClaimKind kind);

Statement read_statement(const ReadDocument& read, const ReadingTools& tools);

}  // namespace twosource
