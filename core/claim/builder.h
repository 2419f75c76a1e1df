// ClaimBuilder: fills what all claims of a sentence have in common - spans, subject, verb, time,
// sources, certainty, context - around a value or the core words of a statement.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/claim/claim.h"
#include "core/claim/concept_source.h"
#include "core/claim/item.h"
#include "core/claim/reasons.h"
#include "core/claim/sentence.h"
#include "core/text/utf8.h"

namespace twosource {

// What goes on from sentence to sentence of a field.
struct StoryState {
  SpeechState speech;
  std::vector<EntityRef> subject;
  std::optional<DateInterval> when;
  Tense tense = Tense::Unknown;
  bool indirect = false;             // the sentence before was somebody's word
  std::optional<DateInterval> said;  // when that was said, as far as the text dates it
};

class ClaimBuilder {
 public:
  // `reasons`, where given, gets those of every claim that is finished.
  ClaimBuilder(const FieldText& field, const ReadingTools& tools, Reasons* reasons = nullptr);

  // Turns to a sentence; call before building its claims.
  void enter(const SentenceReading& reading, StoryState& state);
  // Brings the state up to date behind the sentence.
  void leave();

  // A claim of the kind around `span`, `token` being where it stands in its clause.
  Claim build(ClaimKind kind, ByteSpan span, std::uint32_t token, const Item& item,
              std::int32_t verb);
  // Gives the claim its id and worth; the last step.
  void finish(Claim& claim) const;
  // Another claim of a quotation got its speaker from the text around.
  void explain_speaker(const Claim& claim) const;

  Term term_of(TokenRange range, std::int32_t head = -1) const;

 private:
  Term verb_term(std::int32_t verb, const Clause* clause) const;
  void add_result(Term& predicate, const Item& item, std::uint32_t token, std::uint32_t verb) const;
  std::string_view set_time(Claim& claim, std::uint32_t token) const;  // the rule
  void set_voice(Claim& claim, std::uint32_t token);
  std::vector<Reason> reasons_of(const Claim& claim) const;
  Reason voice_reason(const Claim& claim) const;
  Reason modality_reason(const Claim& claim) const;
  std::string data_row(std::string_view row) const;
  std::optional<DateInterval> time_of_speech() const;
  bool says_now(std::uint32_t token) const;
  std::optional<DateInterval> date_near(std::uint32_t token, bool own_clause) const;
  bool behind_contrast(std::uint32_t token) const;
  bool in_quotation(std::uint32_t token) const;
  void set_context(Claim& claim, std::uint32_t token);
  void read_content();
  bool tells_content(std::uint32_t token) const;
  void append_concepts(std::uint32_t token, std::vector<std::string>& out) const;

  const FieldText& field_;
  const ReadingTools& tools_;
  CharIndex chars_;
  std::string language_;
  const SentenceReading* reading_ = nullptr;
  StoryState* state_ = nullptr;
  std::vector<EntityRef> names_;
  Reasons* reasons_ = nullptr;
  // Of the claim built last.
  ClaimTrace trace_;
  std::uint32_t token_ = 0;
  std::uint32_t voice_token_ = 0;
  // Content words of the sentence with their concepts, made when the first claim needs them.
  struct ContentWord {
    std::uint32_t token;
    std::uint32_t key;  // the same for words of one stem
    std::vector<std::string> concepts;
  };
  std::vector<ContentWord> content_;
  std::size_t content_concepts_ = 0;  // of all words together
  bool content_known_ = false;
  std::vector<bool> seen_;  // by key; scratch space of one claim
};

}  // namespace twosource
