// Clauses: the scope of verbs, negation, modality and attribution. Found from commas, conjunctions,
// quotation marks and the places of finite verbs; there is no parser.
//
//   "Der Mann, | der 12 Menschen toetete, | wurde am Montag verhaftet, | sagte die Polizei."
//    0           1                          0                            2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim/field_text.h"

namespace twosource {

struct Clause {
  enum class Kind : std::uint8_t {
    Main,
    Coordinated,  // "... und ..." with a verb of its own
    Dependent,    // opened by a subordinator
    Complement,   // what somebody says: "dass ...", or bare behind a verb of speech
    Relative,
  };
  Kind kind = Kind::Main;
  std::vector<TokenRange> pieces;  // more than one where another clause is embedded
  std::int32_t parent = -1;        // the clause it hangs on
  std::int32_t quotation = -1;     // it stands wholly in this quotation
  bool conditional = false;        // "if ..."

  std::int32_t finite = -1;          // token of the finite verb
  std::int32_t verb = -1;            // token of the verb that carries the meaning
  const VerbEntry* entry = nullptr;  // what the lexicon says of that verb, particle included
  std::string lemma;                 // of the verb; the word itself where the lexicon has none

  std::uint32_t first() const { return pieces.front().first; }
  std::uint32_t end() const { return pieces.back().end; }
  bool is(std::uint16_t classes) const {
    return entry != nullptr && (entry->classes & classes) != 0;
  }
};

struct SentenceClauses {
  TokenRange tokens;
  std::vector<Clause> clauses;
  std::vector<std::int16_t> of;  // the clause of each token; -1 for the punctuation between them

  std::int32_t clause_at(std::uint32_t token) const {
    return tokens.holds(token) ? of[token - tokens.first] : -1;
  }
};

// A verb at this place that could be finite: no participle, no noun of the same form.
bool is_finite_verb(const FieldText& field, std::uint32_t token);

// A finite verb whose form can be nothing else: neither "schicken" nor "ratifiziert".
bool is_surely_finite(const FieldText& field, std::uint32_t token);

SentenceClauses split_clauses(const FieldText& field, const Sentence& sentence);

}  // namespace twosource
