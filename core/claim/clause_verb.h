// The verb of a clause: where it is finite, and where it carries the meaning.
#pragma once

#include "core/claim/clause.h"

namespace twosource {

// Fills `finite`, `verb`, `entry` and `lemma` of a clause whose pieces are known.
void find_verb(const FieldText& field, Clause& clause);

}  // namespace twosource
