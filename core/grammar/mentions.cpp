#include "core/grammar/mentions.h"

#include <algorithm>

#include "core/grammar/date.h"
#include "core/grammar/proclitics.h"
#include "core/grammar/quantity.h"

namespace twosource {

namespace {

constexpr std::int64_t kFirstLikelyYear = 1400;
constexpr std::int64_t kFirstUsualYear = 1700;  // behind "about" and the like

// A number of four digits that dates took for a year is an amount after all when it has a unit or
// a bound ("1500 Euro", "more than 1000 customers"), or lies before what news write about.
void drop_false_years(const FoldedText& text, const std::vector<Numeral>& numerals,
                      const LanguagePack& pack, std::vector<Mention>& dates) {
  std::vector<Numeral> doubtful;
  for (const Mention& date : dates) {
    if (date.dimension != Dimension::Date || date.span.size() != 4) continue;
    for (const Numeral& numeral : numerals) {
      if (numeral.span == date.span && numeral.plain_digits) doubtful.push_back(numeral);
    }
  }
  if (doubtful.empty()) return;
  std::vector<ByteSpan> other;
  for (const Mention& date : dates) {
    const bool bare = std::any_of(doubtful.begin(), doubtful.end(),
                                  [&](const Numeral& n) { return n.span == date.span; });
    if (!bare) other.push_back(date.span);
  }
  std::sort(other.begin(), other.end(), [](ByteSpan a, ByteSpan b) { return a.begin < b.begin; });
  const std::vector<Mention> amounts = find_quantities(text, numerals, other, pack);
  std::erase_if(dates, [&](const Mention& date) {
    for (const Mention& amount : amounts) {
      if (!amount.span.overlaps(date.span) || date.span.size() != 4) continue;
      const auto& end = amount.value.low ? amount.value.low : amount.value.high;
      const auto value = end ? end->to_int() : std::nullopt;
      const bool bound = amount.value.hedge == Hedge::Above ||
                         amount.value.hedge == Hedge::AtLeast ||
                         amount.value.hedge == Hedge::Below || amount.value.hedge == Hedge::AtMost;
      const bool hedged = amount.value.hedge != Hedge::Exact;
      const bool early = value && *value < (hedged ? kFirstUsualYear : kFirstLikelyYear);
      const bool doubted = std::any_of(doubtful.begin(), doubtful.end(),
                                       [&](const Numeral& n) { return n.span == date.span; });
      return doubted && (!amount.value.unit.empty() || bound || early);
    }
    return false;
  });
}

std::vector<Mention> mentions_of_words(const TokenizedText& text, Field field,
                                       const LanguagePack& pack,
                                       const std::optional<DateTime>& published) {
  const FoldedText folded(text);
  const std::vector<Numeral> numerals = find_numerals(folded, pack);
  std::vector<Mention> all = find_dates(folded, numerals, pack, published);
  // No date begins inside a number: "5 hours" of "1.5 hours".
  std::erase_if(all, [&](const Mention& date) {
    const auto after =
        std::upper_bound(numerals.begin(), numerals.end(), date.span.begin,
                         [](std::uint32_t begin, const Numeral& n) { return begin < n.span.end; });
    return after != numerals.end() && after->span.begin < date.span.begin &&
           date.span.end > after->span.end;
  });
  drop_false_years(folded, numerals, pack, all);
  std::vector<ByteSpan> blocked;
  blocked.reserve(all.size());
  for (const Mention& date : all) blocked.push_back(date.span);
  std::sort(blocked.begin(), blocked.end(),
            [](ByteSpan a, ByteSpan b) { return a.begin < b.begin; });
  for (Mention& amount : find_quantities(folded, numerals, blocked, pack))
    all.push_back(std::move(amount));
  anchor_durations(folded, pack, published, all);
  for (Mention& mention : all) mention.field = field;
  std::stable_sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return all;
}

}  // namespace

std::vector<Mention> find_mentions(const TokenizedText& text, Field field, const LanguagePack& pack,
                                   const std::optional<DateTime>& published) {
  if (!has_proclitics(pack)) return mentions_of_words(text, field, pack, published);
  return mentions_of_words(split_proclitics(text, pack), field, pack, published);
}

}  // namespace twosource
