// Dates, times and sets of times in a text.
#pragma once

#include <optional>
#include <vector>

#include "core/base/civil.h"
#include "core/grammar/mention.h"
#include "core/grammar/numeral.h"
#include "core/lang/language_pack.h"
#include "core/text/segment.h"

namespace twosource {

std::vector<Mention> find_dates(const TokenizedText& text, const std::vector<Numeral>& numerals,
                                const LanguagePack& pack,
                                const std::optional<DateTime>& published);

}  // namespace twosource
