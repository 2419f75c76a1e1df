// Who says it: the sources named in a sentence, and which clauses each of them covers.
//
//   "Wie das Journal unter Berufung auf Insider berichtete, ..."  ->  [outlet Journal, anonymous
//   Insider]
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/claim/claim.h"
#include "core/claim/clause.h"
#include "core/claim/field_text.h"

namespace twosource {

struct Attribution {
  std::vector<AttributionLink> chain;  // nearest first
  std::vector<TokenRange> phrases;     // where the sources stand: their names are no subjects
  std::int32_t clause = -1;            // that holds the verb of speech or the preposition
  std::vector<bool> covers;            // by clause
  std::uint32_t own_from = 0;          // of its own clause it covers the tokens from here ...
  std::uint32_t own_until = ~0U;       // ... to here
  bool gapped = false;                 // the second speaker of one verb
  std::string_view rule;               // that found it, as `claims --explain` names it
  std::uint32_t trigger = 0;           // the token that names it a source: "laut", "sagte"
  bool denies = false;
  bool demands = false;
};

// What was said last, for indirect speech that goes on over several sentences.
struct SpeechState {
  std::vector<AttributionLink> chain;
  AttributionLink speaker;  // the last one with a name, for "he said"
  AttributionLink person;   // a person named in a later sentence than the speaker
  AttributionLink outlet;   // the last outlet with a name, for "the paper said"
};

// The attributions of one sentence; `state` is read for pronouns and brought up to date.
std::vector<Attribution> find_attributions(const FieldText& field, const SentenceClauses& sentence,
                                           SpeechState& state);

// The chain that covers a token, nearest first; the attributions that make it are added to `used`.
std::vector<AttributionLink> chain_at(const std::vector<Attribution>& attributions,
                                      const SentenceClauses& sentence, std::uint32_t token,
                                      std::vector<const Attribution*>* used = nullptr);

// Does the token name the second speaker of one verb ("die Polizei sprach von 5, die Veranstalter
// von 20")?
bool in_gapped_source(const std::vector<Attribution>& attributions, std::uint32_t token);

// Does the token stand in the naming of a source?
bool in_source_phrase(const std::vector<Attribution>& attributions, std::uint32_t token);

}  // namespace twosource
