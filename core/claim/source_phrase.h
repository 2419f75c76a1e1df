// The phrase that names a source: "der Sprecher der Polizei", "a local lawmaker, Amadou Diallo",
// `die Zeitung "Ostseepost"`.
#pragma once

#include <cstdint>
#include <optional>

#include "core/claim/claim.h"
#include "core/claim/field_text.h"

namespace twosource {

// The phrase of a source that starts at token `i`, with what hangs on it; nullopt when none does.
std::optional<TokenRange> source_phrase_at(const FieldText& field, std::uint32_t i,
                                           std::uint32_t end);

// Extends a phrase over what hangs on it: genitives, "of X", a name in quotation marks.
TokenRange extended_source(const FieldText& field, TokenRange range, std::uint32_t end);

// The link of a chain that the phrase stands for.
AttributionLink link_of(const FieldText& field, TokenRange range);

}  // namespace twosource
