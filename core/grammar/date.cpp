#include "core/grammar/date.h"

namespace twosource {

std::vector<Mention> find_dates(const TokenizedText& /*text*/,
                                const std::vector<Numeral>& /*numerals*/,
                                const LanguagePack& /*pack*/,
                                const std::optional<DateTime>& /*published*/) {
  return {};
}

}  // namespace twosource
