// Which clauses of a sentence are what somebody said.
#pragma once

#include "core/claim/attribution.h"

namespace twosource {

// Fills `out.covers` for the speech that the verb of `clause` tells and `source` utters: the
// clauses behind the verb, those before it where it comes last, and with verbs like "report" the
// rest of its own clause. False: nothing was said.
bool cover_speech(const FieldText& field, const SentenceClauses& sentence, const Clause& clause,
                  TokenRange source, Attribution& out);

}  // namespace twosource
