#include "core/grammar/date.h"

#include <algorithm>

#include "core/grammar/date_calendar.h"
#include "core/grammar/date_items.h"
#include "core/grammar/date_match.h"
#include "core/grammar/date_resolve.h"
#include "core/grammar/date_tense.h"
#include "core/text/unspaced.h"

namespace twosource {
namespace {

constexpr int kFirstSureYear = 1500;
constexpr int kLastSureYear = 2100;
constexpr int kPackedYear = 10000;         // of Numeric items: year * 10000 + month * 100 + day
constexpr std::size_t kDaysLookedAt = 16;  // before a time of day, for the day it belongs to

// Reads one text from front to back.
class DateFinder {
 public:
  DateFinder(const FoldedText& text, const std::vector<Numeral>& numerals, const DatesData& data,
             const std::optional<DateTime>& published)
      : text_(text), data_(data), items_(text, numerals, data), matcher_(text_, items_, data_) {
    if (published) context_.published = published->day;
    context_.mentioned = context_.published;
    for (const Numeral& numeral : numerals) number_ends_.push_back(numeral.end_token);
  }

  std::vector<Mention> run() {
    // Only where an item that tells something stands near enough ahead: within a list of days, or a
    // few words.
    constexpr std::size_t kListReach = 16;
    constexpr std::size_t kWordReach = 6;
    auto telling = items_.telling().begin();
    for (std::size_t i = 0; i < text_.size();) {
      while (telling != items_.telling().end() && *telling < i) ++telling;
      if (telling == items_.telling().end()) break;
      const std::size_t reach = text_.is(i, TokenKind::Digits) ? kListReach : kWordReach;
      if (*telling - i > kListReach) {
        i = *telling - kListReach;
        continue;
      }
      const bool idle = *telling - i > reach || (*telling > i && !leads_on(i));
      i = idle ? i + 1 : read(i);
    }
    date_open_times();
    std::vector<Mention> out;
    out.reserve(found_.size());
    for (Found& found : found_) out.push_back(std::move(found.mention));
    return out;
  }

 private:
  // Some item at the token has another one right behind it, as every expression has whose first
  // item tells nothing.
  bool leads_on(std::size_t token) const {
    const auto items = items_.at(token);
    return std::any_of(items.begin(), items.end(),
                       [&](const DateItem& item) { return !items_.at(item.end).empty(); });
  }

  struct Found {
    Mention mention;
    std::size_t first_token = 0;
    std::size_t end_token = 0;
    std::size_t sentence = 0;
    bool open_time = false;
    bool single_day = false;
  };

  // Takes the best reading that begins at token i, and those behind it whose context begins there
  // ("1957-58"); gives the token to go on with.
  std::size_t read(std::size_t i) {
    std::size_t next = i + 1;
    for (const DateMatch& match : matcher_.matches_at(static_cast<std::uint32_t>(i))) {
      if (found_any_from(i) && match.first < next) continue;
      if (match.shape->make == DateMake::Nothing) return match.end;
      if (lone_year(match) && !is_year(match.first, match.end)) continue;
      if (!modal_is_month(match) || number_stands_before(match)) continue;
      move_to_sentence(match.first);
      const ClauseTense tense = tense_of(match);
      if (looks_ahead_of_past(match, tense)) continue;
      context_.tense = tense.tense;
      context_.tense_is_near = tense.near;
      if (match.shape->direction != 0 &&
          (!tense.near || tense.by_ending || tense.tense == Tense::Present)) {
        context_.tense = match.shape->direction < 0 ? Tense::Past : Tense::Future;
      }
      const std::optional<ResolvedDate> resolved = resolve_date(match, context_);
      if (!resolved) continue;
      keep(match, *resolved);
      next = std::max<std::size_t>(match.end, i + 1);
    }
    return next;
  }

  bool found_any_from(std::size_t token) const {
    return !found_.empty() && found_.back().first_token >= token;
  }

  void move_to_sentence(std::size_t token) {
    const auto& sentences = text_.source().sentences;
    while (sentence_ + 1 < sentences.size() && sentences[sentence_].end_token <= token) ++sentence_;
  }

  ClauseTense tense_of(const DateMatch& match) const {
    if (match.shape->make != DateMake::Date && match.shape->make != DateMake::Time &&
        !match.shape->not_past)
      return {};
    if (year_is_written(match)) return {};
    const auto& sentences = text_.source().sentences;
    if (sentence_ >= sentences.size()) return {};
    const Sentence& here = sentences[sentence_];
    const std::size_t from = std::min<std::size_t>(here.first_token, match.first);
    const std::size_t to = std::max<std::size_t>(here.end_token, match.end);
    return tense_around(text_, data_.tense, from, to, match.first, match.end);
  }

  // "Через 60 років місто відбудували", "za dva roky vzrostl": what is told as past happened no
  // stretch after the publication; only its length is sure, which the amounts read.
  static bool looks_ahead_of_past(const DateMatch& match, const ClauseTense& tense) {
    return match.shape->not_past && tense.near && tense.tense == Tense::Past;
  }

  bool lone_year(const DateMatch& match) const {
    return match.items.size() == 1 && match.items.front()->kind == DateWordKind::Year &&
           !text_.is(match.first, TokenKind::Word);
  }

  // No tense can tell more than a year does.
  static bool year_is_written(const DateMatch& match) {
    return std::any_of(match.items.begin(), match.items.end(), [](const DateItem* item) {
      return item->kind == DateWordKind::Year ||
             (item->kind == DateWordKind::Numeric && item->value >= kPackedYear);
    });
  }

  // Whether four digits that stand alone are a year: by the word before, the word behind, and the
  // number itself.
  bool is_year(std::size_t first, std::size_t end) const {
    const YearRules& rules = data_.year;
    const bool word_before = first > 0 && !text_.is(first - 1, TokenKind::Punct);
    if (word_before && rules.not_before.contains(text_.form(first - 1))) return false;
    if (text_.is(end, TokenKind::Symbol)) return false;
    if (text_.is(end, "%")) return false;
    if (text_.is(end, TokenKind::Word) && rules.not_after.contains(text_.form(end))) return false;
    if (word_before && rules.before.contains(text_.form(first - 1))) return true;
    const auto items = items_.at(first);
    const auto year = std::find_if(items.begin(), items.end(), [](const DateItem& item) {
      return item.kind == DateWordKind::Year;
    });
    if (year == items.end() || year->value < kFirstSureYear || year->value > kLastSureYear)
      return false;
    return !is_counted(end);
  }

  // The token looks like a noun in the plural, which a number would count.
  bool is_counted(std::size_t i) const {
    if (!text_.is(i, TokenKind::Word)) return false;
    const bool capitalised = text_.token(i).has(Token::kCapitalised);
    if (capitalised != data_.year.nouns_capitalised) return false;
    const std::string_view form = text_.form(i);
    if (data_.year.not_counted.contains(form)) return false;
    return std::any_of(data_.year.counted_endings.begin(), data_.year.counted_endings.end(),
                       [&](const std::string& ending) {
                         return form.size() > ending.size() + 2 && form.ends_with(ending);
                       });
  }

  // "may", "march": months only beside something else of a date, or capitalised inside a sentence.
  bool modal_is_month(const DateMatch& match) const {
    if (match.items.size() != 1 || match.items.front()->word == nullptr ||
        !match.items.front()->word->modal)
      return true;
    if (!text_.token(match.first).has(Token::kCapitalised)) return false;
    return match.first > 0 && data_.year.before.contains(text_.form(match.first - 1));
  }

  // "14 Jahre lang", "12-18 months", "60 ans plus tard": a unit without a number must not follow
  // one.
  bool number_stands_before(const DateMatch& match) const {
    if (match.items.empty()) return false;
    const DateWordKind kind = match.items.front()->kind;
    const bool bare = (match.shape->make == DateMake::Duration && kind == DateWordKind::Units) ||
                      (match.shape->make == DateMake::Date && match.items.size() == 2 &&
                       (kind == DateWordKind::Unit || kind == DateWordKind::Units) &&
                       match.items.back()->kind == DateWordKind::Later);
    if (!bare || match.first == 0) return false;
    if (text_.is(match.first - 1, TokenKind::Digits)) return true;
    if (text_.is(match.first - 1, "-")) return true;
    return std::binary_search(number_ends_.begin(), number_ends_.end(), match.first);
  }

  void keep(const DateMatch& match, const ResolvedDate& resolved) {
    Found found;
    found.mention.span = {text_.token(match.first).begin, text_.token(match.end - 1).end};
    found.mention.core = found.mention.span;
    found.mention.wide = found.mention.span;
    found.mention.dimension = resolved.dimension;
    found.mention.timex = resolved.timex;
    if (resolved.count) set_amount(found.mention, resolved);
    found.first_token = match.first;
    found.end_token = match.end;
    found.sentence = sentence_;
    found.open_time = resolved.open_time;
    found.single_day =
        resolved.single_day && resolved.timex.range && resolved.timex.type != TimexType::Set;
    if (found.single_day) context_.mentioned = resolved.timex.range->from;
    found_.push_back(std::move(found));
  }

  static void set_amount(Mention& mention, const ResolvedDate& resolved) {
    struct UnitName {
      std::string_view code;
      std::string_view name;
    };
    static constexpr UnitName kNames[] = {{"Y", "year"},  {"M", "month"},   {"W", "week"},
                                          {"D", "day"},   {"DE", "decade"}, {"CE", "century"},
                                          {"TH", "hour"}, {"TM", "minute"}, {"TS", "second"}};
    mention.value.low = mention.value.high = Decimal(*resolved.count);
    std::string digits = std::to_string(*resolved.count);
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    mention.value.digits = static_cast<std::uint8_t>(digits.size());
    for (const UnitName& row : kNames) {
      if (row.code == resolved.unit) mention.value.unit = row.name;
    }
  }

  // The day that the sentence names for the time of day found_[i]: the nearest before it, else one
  // close behind. None when several days or a set of days stand before it.
  const Found* day_of(std::size_t i) const {
    constexpr std::size_t kCloseBehind = 8;
    constexpr std::size_t kListGap = 3;
    const Found& time = found_[i];
    for (std::size_t k = i; k-- > 0 && found_[k].sentence == time.sentence;) {
      if (i - k > kDaysLookedAt) return nullptr;
      if (found_[k].mention.dimension == Dimension::Set) return nullptr;
      if (found_[k].open_time || !found_[k].single_day) continue;
      const bool listed = k > 0 && found_[k - 1].single_day &&
                          found_[k - 1].sentence == time.sentence &&
                          found_[k].first_token - found_[k - 1].end_token < kListGap;
      return listed ? nullptr : &found_[k];
    }
    if (i + 1 >= found_.size()) return nullptr;
    const Found& behind = found_[i + 1];
    const bool close =
        behind.sentence == time.sentence && behind.first_token - time.end_token <= kCloseBehind;
    return close && behind.single_day && !behind.open_time ? &behind : nullptr;
  }

  // Gives times of day the day that their sentence names: the nearest before them, else one close
  // behind.
  void date_open_times() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (!found_[i].open_time) continue;
      const Found* day = day_of(i);
      if (day == nullptr) continue;
      Timex& timex = *found_[i].mention.timex;
      timex.range = day->mention.timex->range;
      timex.assumed = day->mention.timex->assumed;
      timex.value = to_iso(timex.range->from) + timex.value;
      found_[i].single_day = true;
    }
  }

  const FoldedText& text_;
  const DatesData& data_;
  DateItems items_;
  ShapeMatcher matcher_;
  DateContext context_;
  std::vector<std::uint32_t> number_ends_;
  std::size_t sentence_ = 0;
  std::vector<Found> found_;
};

// The days that "P3Y" back or ahead of a day means, as precise as its unit; nullopt for compound
// and clock values.
std::optional<DateInterval> point_of(const Timex& duration, Day from, int direction) {
  const std::string_view value = duration.value;
  int count = 0;
  std::size_t at = 1;
  for (; at < value.size() && value[at] >= '0' && value[at] <= '9' && count < 100000; ++at) {
    count = count * 10 + (value[at] - '0');
  }
  if (at == 1 || value[0] != 'P') return std::nullopt;
  return calendar::unit_shifted(value.substr(at), from, direction * count);
}

}  // namespace

std::vector<Mention> find_dates(const FoldedText& text, const std::vector<Numeral>& numerals,
                                const LanguagePack& pack,
                                const std::optional<DateTime>& published) {
  if (!pack.dates.present) return {};
  return DateFinder(text, numerals, pack.dates, published).run();
}

std::vector<Mention> find_dates(const TokenizedText& text, const std::vector<Numeral>& numerals,
                                const LanguagePack& pack,
                                const std::optional<DateTime>& published) {
  if (!holds_unspaced(text.tokens)) return find_dates(FoldedText(text), numerals, pack, published);
  const TokenizedText split = split_unspaced(text);
  return find_dates(FoldedText(split), numerals, pack, published);
}

void anchor_durations(const FoldedText& text, const LanguagePack& pack,
                      const std::optional<DateTime>& published, std::vector<Mention>& mentions) {
  if (!published || pack.dates.anchors.empty()) return;
  const std::vector<Token>& tokens = text.source().tokens;
  for (Mention& mention : mentions) {
    if (mention.dimension != Dimension::Duration || !mention.timex || mention.timex->range)
      continue;
    const ByteSpan whole = mention.wide.empty() ? mention.span : mention.wide;
    const auto at =
        std::lower_bound(tokens.begin(), tokens.end(), whole.begin,
                         [](const Token& t, std::uint32_t byte) { return t.begin < byte; });
    const auto token = static_cast<std::size_t>(at - tokens.begin());
    if (token == 0 || token >= tokens.size()) continue;
    const auto anchor = pack.dates.anchors.find(text.form(token - 1));
    const auto point = anchor == pack.dates.anchors.end()
                           ? std::nullopt
                           : point_of(*mention.timex, published->day, anchor->second);
    if (!point) continue;
    mention.timex->range = point;
    mention.timex->assumed = true;
  }
}

}  // namespace twosource
