// Two speakers that share one verb.
//
//   "Verdi sprach von 11.500 Streikenden, | die Arbeitgeber von 7.000."
#pragma once

#include <optional>

#include "core/claim/attribution.h"

namespace twosource {

// The speaker who goes on in the clause of `first` without a verb of his own; nullopt for none.
std::optional<TokenRange> gapped_speaker(const FieldText& field, const SentenceClauses& sentence,
                                         const Attribution& first);

}  // namespace twosource
