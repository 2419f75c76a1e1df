#include "core/claim/speech_cover.h"

#include <algorithm>

#include "core/claim/speaker.h"

namespace twosource {
namespace {

// The first clause of those up to `c` that no colon sets off: "Unglück in Peru: | ..., sagte X".
std::size_t behind_colon(const FieldText& field, const SentenceClauses& sentence, std::size_t c) {
  for (std::size_t k = c + 1; k > 1; --k) {
    const Clause& clause = sentence.clauses[k - 1];
    if (clause.quotation < 0 && clause.first() > sentence.tokens.first &&
        field.form(clause.first() - 1) == ":") {
      return k - 1;
    }
  }
  return 0;
}

// "Kyiv claims 40 planes, | Moscow says five": another speaker with a verb of his own.
bool says_itself(const Clause& clause) {
  return clause.kind == Clause::Kind::Main && clause.is(kSpeech) && clause.quotation < 0 &&
         clause.finite > static_cast<std::int32_t>(clause.first());
}

}  // namespace

bool cover_speech(const FieldText& field, const SentenceClauses& sentence, const Clause& clause,
                  TokenRange source, Attribution& out) {
  const auto c = static_cast<std::size_t>(out.clause);
  const bool as = field.marked(clause.first(), Mark::As) && clause.kind != Clause::Kind::Main;
  bool behind = as;
  for (std::size_t k = c + 1; k < sentence.clauses.size(); ++k) {
    const Clause& other = sentence.clauses[k];
    if (other.kind == Clause::Kind::Relative && !behind) continue;
    const bool next_speech = other.is(kSpeech) && other.quotation < 0;
    if (other.kind == Clause::Kind::Coordinated && (!behind || next_speech)) break;
    if (says_itself(other)) break;
    // ", erinnerte das Portal": says again who says it.
    if (other.kind == Clause::Kind::Main && other.is(kSpeech) && other.quotation < 0 &&
        other.finite == static_cast<std::int32_t>(other.first())) {
      continue;
    }
    out.covers[k] = true;
    behind = true;
  }
  // "won on Sunday | and secured the title" has its subject before it.
  const bool verb_first = clause.kind != Clause::Kind::Coordinated && clause.finite >= 0 &&
                          static_cast<std::uint32_t>(clause.finite) == clause.first();
  const bool goes_on = clause.kind == Clause::Kind::Coordinated && !behind;
  if (goes_on && takes_plain_object(field, clause)) return false;
  if (c > 0 && (as || verb_first || !behind)) {
    for (std::size_t k = behind_colon(field, sentence, c); k < c; ++k) {
      if (!as && !verb_first && says_itself(sentence.clauses[k])) continue;
      if (!(clause.kind == Clause::Kind::Relative &&
            sentence.clauses[k].kind == Clause::Kind::Main)) {
        // A heading before a colon is nothing that was said.
        const Clause& said = sentence.clauses[k];
        out.covers[k] = true;
        behind = behind || said.finite >= 0 || said.quotation >= 0;
      }
    }
    behind = behind || verb_first || as;
  }
  if (!behind && takes_plain_object(field, clause)) return false;
  if (!behind || clause.is(kReport)) {
    out.covers[c] = true;
    const auto verb = static_cast<std::uint32_t>(clause.finite < 0 ? clause.verb : clause.finite);
    out.own_from = std::max(source.end, field.data().verbs_last ? source.end : verb + 1);
  }
  return true;
}

}  // namespace twosource
