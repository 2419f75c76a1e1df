// All mentions of a text but names: numerals first, then dates and times, then amounts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/civil.h"
#include "core/document/document.h"
#include "core/grammar/folded_text.h"
#include "core/grammar/mention.h"
#include "core/lang/language_pack.h"
#include "core/text/segment.h"

namespace twosource {

// Sorted by span; one span has one reading, but a date may stand inside a larger mention. `field`
// is filled in, the zone is the caller's. Without `published` relative dates stay unresolved.
std::vector<Mention> find_mentions(const TokenizedText& text, Field field, const LanguagePack& pack,
                                   const std::optional<DateTime>& published);
// The same for a text that is folded already.
std::vector<Mention> find_mentions(const FoldedText& text, Field field, const LanguagePack& pack,
                                   const std::optional<DateTime>& published);

// Lets a sign that several currencies share ("$") mean the one that the rest of the document names:
// where only Canadian dollars are named and no US dollars, "$5" are Canadian dollars too. A noun
// that they share ("dirham") also means the money of the only one of their `countries` (ISO 3166)
// that the document names.
void settle_currencies(const LanguagePack& pack, const std::vector<std::string>& countries,
                       std::vector<std::vector<Mention>*> fields);

}  // namespace twosource
