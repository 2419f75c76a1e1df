#include "core/grammar/mentions.h"

#include <algorithm>

#include "core/grammar/date.h"
#include "core/grammar/quantity.h"

namespace twosource {

std::vector<Mention> find_mentions(const TokenizedText& text, Field field, const LanguagePack& pack,
                                   const std::optional<DateTime>& published) {
  const FoldedText folded(text);
  const std::vector<Numeral> numerals = find_numerals(folded, pack);
  std::vector<Mention> all = find_dates(text, numerals, pack, published);
  std::vector<ByteSpan> blocked;
  blocked.reserve(all.size());
  for (const Mention& date : all) blocked.push_back(date.span);
  std::sort(blocked.begin(), blocked.end(),
            [](ByteSpan a, ByteSpan b) { return a.begin < b.begin; });
  for (Mention& amount : find_quantities(folded, numerals, blocked, pack))
    all.push_back(std::move(amount));
  for (Mention& mention : all) mention.field = field;
  std::stable_sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return all;
}

}  // namespace twosource
