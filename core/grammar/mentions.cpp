#include "core/grammar/mentions.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "core/grammar/date.h"
#include "core/grammar/proclitics.h"
#include "core/grammar/quantity.h"
#include "core/text/unspaced.h"

namespace twosource {

namespace {

constexpr std::int64_t kFirstLikelyYear = 1400;
constexpr std::int64_t kFirstUsualYear = 1700;  // behind "about" and the like

bool begins_before(ByteSpan a, ByteSpan b) {
  return a.begin < b.begin;
}

// The date is nothing but a number of four digits.
bool is_bare_year(const Mention& date, const std::vector<Numeral>& numerals) {
  if (date.dimension != Dimension::Date || date.span.size() != 4) return false;
  const auto at =
      std::lower_bound(numerals.begin(), numerals.end(), date.span.begin,
                       [](const Numeral& n, std::uint32_t begin) { return n.span.begin < begin; });
  return at != numerals.end() && at->span == date.span && at->plain_digits;
}

// The numerals that one of the spans (sorted) holds, with what stands near enough to be one amount
// with them.
std::vector<Numeral> around(const std::vector<Numeral>& numerals,
                            const std::vector<ByteSpan>& spans) {
  constexpr std::size_t kNear = 3;
  std::vector<Numeral> out;
  std::size_t taken = 0;
  for (const ByteSpan& span : spans) {
    const auto at = std::lower_bound(
        numerals.begin(), numerals.end(), span.begin,
        [](const Numeral& n, std::uint32_t begin) { return n.span.begin < begin; });
    const auto here = static_cast<std::size_t>(at - numerals.begin());
    const std::size_t end = std::min(here + kNear + 1, numerals.size());
    for (taken = std::max(taken, here > kNear ? here - kNear : 0); taken < end; ++taken)
      out.push_back(numerals[taken]);
  }
  return out;
}

// The amount has a unit or a bound, or is too small for a year that news write about.
bool is_no_year(const Mention& amount) {
  const auto& end = amount.value.low ? amount.value.low : amount.value.high;
  const auto value = end ? end->to_int() : std::nullopt;
  const Hedge hedge = amount.value.hedge;
  const bool bound = hedge == Hedge::Above || hedge == Hedge::AtLeast || hedge == Hedge::Below ||
                     hedge == Hedge::AtMost;
  const std::int64_t first = hedge == Hedge::Exact ? kFirstLikelyYear : kFirstUsualYear;
  return !amount.value.unit.empty() || bound || (value && *value < first);
}

// A number of four digits that dates took for a year is an amount after all when it has a unit or
// a bound ("1500 Euro", "more than 1000 customers"), or lies before what news write about.
void drop_false_years(const FoldedText& text, const std::vector<Numeral>& numerals,
                      const LanguagePack& pack, std::vector<Mention>& dates) {
  std::vector<ByteSpan> bare;
  std::vector<ByteSpan> other;
  for (const Mention& date : dates)
    (is_bare_year(date, numerals) ? bare : other).push_back(date.span);
  if (bare.empty()) return;
  std::sort(bare.begin(), bare.end(), begins_before);
  std::sort(other.begin(), other.end(), begins_before);
  std::vector<ByteSpan> false_years;
  auto year = bare.begin();
  for (const Mention& amount : find_quantities(text, around(numerals, bare), other, pack)) {
    while (year != bare.end() && year->end <= amount.span.begin) ++year;
    if (!is_no_year(amount)) continue;
    for (auto it = year; it != bare.end() && it->overlaps(amount.span); ++it)
      false_years.push_back(*it);
  }
  std::erase_if(dates, [&](const Mention& date) {
    return date.dimension == Dimension::Date &&
           std::binary_search(false_years.begin(), false_years.end(), date.span, begins_before) &&
           date.span.size() == 4;
  });
}

// By the beginning of the spans, the wider first.
bool stands_before(const Mention& a, const Mention& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

// "USD" of "USD-per-barrel".
std::string currency_of(const std::string& unit) {
  return unit.substr(0, unit.find('-'));
}

std::vector<Mention> mentions_of_words(const FoldedText& folded, Field field,
                                       const LanguagePack& pack,
                                       const std::optional<DateTime>& published) {
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
  std::sort(blocked.begin(), blocked.end(), begins_before);
  std::vector<Mention> amounts = find_quantities(folded, numerals, blocked, pack);
  std::vector<Mention> both;
  both.reserve(all.size() + amounts.size());
  if (!std::is_sorted(all.begin(), all.end(), stands_before))
    std::stable_sort(all.begin(), all.end(), stands_before);
  std::merge(std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()),
             std::make_move_iterator(amounts.begin()), std::make_move_iterator(amounts.end()),
             std::back_inserter(both), stands_before);
  anchor_durations(folded, pack, published, both);
  for (Mention& mention : both) mention.field = field;
  return both;
}

}  // namespace

std::vector<Mention> find_mentions(const TokenizedText& text, Field field, const LanguagePack& pack,
                                   const std::optional<DateTime>& published) {
  return find_mentions(FoldedText(text), field, pack, published);
}

std::vector<Mention> find_mentions(const FoldedText& text, Field field, const LanguagePack& pack,
                                   const std::optional<DateTime>& published) {
  const auto split = [&](const TokenizedText& words) {
    return mentions_of_words(FoldedText(words), field, pack, published);
  };
  if (holds_unspaced(text.source().tokens)) return split(split_unspaced(text.source()));
  if (has_proclitics(pack)) return split(split_proclitics(text.source(), pack));
  return mentions_of_words(text, field, pack, published);
}

void settle_currencies(const LanguagePack& pack, const std::vector<std::string>& countries,
                       std::vector<std::vector<Mention>*> fields) {
  const MoneyData& money = or_neutral(pack.money);
  std::set<std::string, std::less<>> named;
  bool shared = false;
  for (const std::vector<Mention>* field : fields) {
    for (const Mention& mention : *field) {
      if (mention.dimension != Dimension::Money) continue;
      shared = shared || mention.shared_sign;
      if (!mention.shared_sign) named.insert(currency_of(mention.value.unit));
    }
  }
  if (!shared) return;
  for (const auto& [code, others] : money.sharers) {
    const bool by_country = money.by_country.contains(code);
    const auto is_named = [&](const std::string& currency) {
      return named.contains(currency) ||
             (by_country && std::find(countries.begin(), countries.end(), currency.substr(0, 2)) !=
                                countries.end());
    };
    std::string_view only;
    std::size_t count = is_named(code) ? 1 : 0;
    for (const std::string& other : others) {
      if (!is_named(other)) continue;
      only = other;
      ++count;
    }
    if (count != 1 || only.empty()) continue;
    for (std::vector<Mention>* field : fields) {
      for (Mention& mention : *field) {
        if (mention.shared_sign && currency_of(mention.value.unit) == code)
          mention.value.unit.replace(0, code.size(), only);
      }
    }
  }
}

}  // namespace twosource
