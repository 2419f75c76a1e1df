// The calendar: weekday against date, span of time against its start, age against birth.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/compare/self/arithmetic.h"
#include "core/compare/self/sentence_rules.h"
#include "core/grammar/phrase_match.h"

namespace twosource {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::size_t kIsoDay = 10;  // "2024-10-23"
constexpr std::array<std::string_view, 8> kWeekdays{
    {"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}};

int year_of(Day day) {
  return static_cast<int>(year_month_day(day).year());
}

int weekday_of(Day day) {
  return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

struct WeekdayName {
  int value = 0;          // 1 Monday .. 7 Sunday; 0 for none
  std::uint32_t end = 0;  // behind its last token
};

// The weekday that starts at token `i`, of one token or several ("quinta-feira").
WeekdayName weekday_at(const SentenceView& view, std::uint32_t i, std::uint32_t end) {
  if (i < view.sentence.first || i >= end) return {};
  const auto* found = view.pack.dates.words.find(view.sentence.form(i));
  if (found == nullptr) return {};
  for (const DateWord& word : *found) {
    const std::uint32_t behind = i + 1 + static_cast<std::uint32_t>(word.rest.size());
    bool same = word.kind == DateWordKind::Weekday && behind <= end;
    for (std::size_t k = 0; same && k < word.rest.size(); ++k)
      same = view.sentence.form(i + 1 + static_cast<std::uint32_t>(k)) == word.rest[k];
    if (same) return {word.value, behind};
  }
  return {};
}

// The weekday that a mention consists of, an article before it apart.
int weekday_alone(const SentenceView& view, const Figure& figure) {
  for (std::uint32_t i = figure.first; i < figure.end; ++i) {
    const WeekdayName name = weekday_at(view, i, figure.end);
    if (name.value != 0) return name.end == figure.end ? name.value : 0;
  }
  return 0;
}

bool is_digits(const SentenceView& view, std::uint32_t i, std::size_t most) {
  return view.sentence.text->is(i, TokenKind::Digits) && view.sentence.form(i).size() <= most;
}

bool names_year(const SentenceView& view, const Figure& date) {
  constexpr std::size_t kYearDigits = 4;
  for (std::uint32_t i = date.first; i < date.end; ++i) {
    if (view.sentence.text->is(i, TokenKind::Digits) && view.sentence.form(i).size() == kYearDigits)
      return true;
  }
  return false;
}

bool names_day(const SentenceView& view, const Figure& date) {
  for (std::uint32_t i = date.first; i < date.end; ++i) {
    if (is_digits(view, i, 2)) return true;
  }
  return false;
}

// "23. Oktober", "23.10.": not "24." of a range, nor "10 days after".
bool names_month(const SentenceView& view, const Figure& date) {
  std::size_t numbers = 0;
  for (std::uint32_t i = date.first; i < date.end; ++i) {
    numbers += is_digits(view, i, 2) ? 1 : 0;
    const auto* found = view.pack.dates.words.find(view.sentence.form(i));
    if (found == nullptr) continue;
    const bool month = std::any_of(found->begin(), found->end(), [](const DateWord& word) {
      return word.kind == DateWordKind::Month;
    });
    if (month) return true;
  }
  return numbers >= 2;
}

bool names_weekday(const SentenceView& view, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t i = first; i < end; ++i) {
    if (weekday_at(view, i, end).value != 0) return true;
  }
  return false;
}

bool is_one_day(const Figure& figure) {
  const auto& timex = figure.claim->timex;
  return figure.claim->dimension == Dimension::Date && timex && timex->range &&
         timex->value.size() == kIsoDay && timex->range->from == timex->range->to;
}

// What joins this date to another, so that its weekday may be the other's.
bool is_chained(const SentenceView& view, std::uint32_t i) {
  if (i < view.sentence.first || i >= view.sentence.end) return false;
  const std::string_view form = view.sentence.form(i);
  return form == "/" || form == "-" || form == "&" ||
         weekday_at(view, i, view.sentence.end).value != 0;
}

struct WeekdayDate {
  const Figure* date = nullptr;
  const Figure* weekday = nullptr;  // where it is a mention of its own
  int word = 0;
};

// "Donnerstag, 23. Oktober": weekday and day in one mention.
WeekdayDate in_one(const SentenceView& view, const Figure& figure) {
  const WeekdayName name = weekday_at(view, figure.first, figure.end);
  if (name.value == 0 || !names_day(view, figure) || names_weekday(view, name.end, figure.end))
    return {};
  return {&figure, nullptr, name.value};
}

// "(" before the date and ")" behind it, or behind the full stop that ends it.
bool is_bracketed(const SentenceView& view, const Figure& date) {
  const auto closes = [&](std::uint32_t i) {
    return i < view.sentence.end && view.sentence.form(i) == ")";
  };
  if (date.first == view.sentence.first || view.sentence.form(date.first - 1) != "(") return false;
  const bool stop = date.end < view.sentence.end && view.sentence.form(date.end) == ".";
  return closes(date.end) || (stop && closes(date.end + 1));
}

// "jueves 23 de octubre", "jeudi, 23 octobre", "torsdagen den 23 oktober"
bool stands_behind(const SentenceView& view, const Figure& weekday, const Figure& date) {
  if (date.first == weekday.end) return true;
  if (date.first != weekday.end + 1) return false;
  return view.sentence.form(weekday.end) == "," ||
         holds_phrase(view.sentence, view.words().fillers, weekday.end, date.first);
}

// Weekday and day in two mentions: "Donnerstag (23.10.)", "el jueves 23 de octubre".
WeekdayDate in_two(const SentenceView& view, const Figure& first, const Figure& second) {
  const int word = weekday_alone(view, first);
  if (word == 0 || second.first < first.end || names_day(view, first)) return {};
  // "Donnerstag bis Samstag, 24. bis 26. Dezember"
  if (first.first >= 2 && is_chained(view, first.first - 2)) return {};
  const bool together = (second.first == first.end + 1 && is_bracketed(view, second)) ||
                        stands_behind(view, first, second);
  if (names_weekday(view, second.first, second.end)) return {};
  return together && names_day(view, second) && names_month(view, second)
             ? WeekdayDate{&second, &first, word}
             : WeekdayDate{};
}

// The day that is meant when no year stands there: the one nearest to the publication; nullopt when
// that is too far away to be sure of the year.
std::optional<Day> near_publication(Day day, Day published) {
  constexpr days kSure{45};
  const year_month_day parts(day);
  for (int year = year_of(published) - 1; year <= year_of(published) + 1; ++year) {
    const auto candidate =
        make_day(year, static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
    if (candidate && *candidate - published <= kSure && published - *candidate <= kSure)
      return candidate;
  }
  return std::nullopt;
}

void judge_weekday(const SentenceView& view, const WeekdayDate& found, Contradictions& out) {
  const std::uint32_t first = found.weekday != nullptr ? found.weekday->first : found.date->first;
  if (is_chained(view, first - 1) || is_chained(view, found.date->end)) return;
  std::optional<Day> day = found.date->claim->timex->range->from;
  if (!names_year(view, *found.date)) {
    if (!view.article.published) return;
    day = near_publication(*day, view.article.published->day);
  }
  if (!day || weekday_of(*day) == found.word) return;
  Contradiction note{Rule::WeekdayDate, found.date->claim, {}, {}};
  if (found.weekday != nullptr) note.others.push_back(found.weekday->claim);
  note.message = to_iso(*day) + " is a " +
                 std::string(kWeekdays.at(static_cast<std::size_t>(weekday_of(*day)))) +
                 ", not a " + std::string(kWeekdays.at(static_cast<std::size_t>(found.word))) + ".";
  out.push_back(std::move(note));
}

}  // namespace

void check_weekday(const SentenceView& view, Contradictions& out) {
  const auto& figures = view.sentence.figures;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (!is_one_day(figures[i])) continue;
    const WeekdayDate one = in_one(view, figures[i]);
    if (one.date != nullptr) judge_weekday(view, one, out);
    if (i + 1 == figures.size() || !is_one_day(figures[i + 1])) continue;
    const WeekdayDate two = in_two(view, figures[i], figures[i + 1]);
    if (two.date != nullptr) judge_weekday(view, two, out);
  }
}

namespace {

// A stretch of whole years that leads back from the day of publication.
struct YearsBack {
  int years = 0;
  bool soft = false;  // hedged
};

bool is_hedged(const SentenceView& view, std::uint32_t at) {
  return match_phrase_before(*view.sentence.text, or_neutral(view.pack.hedges).before, at - 1)
      .has_value();
}

// "seit 15 Jahren", "vor 15 Jahren"; "15 years ago" is one date mention.
std::optional<YearsBack> years_back(const SentenceView& view, const Figure& figure) {
  const Claim& claim = *figure.claim;
  const ConsistencyData& words = view.words();
  if (claim.dimension == Dimension::Duration) {
    const auto years = point_of(claim.value);
    if (claim.value.unit != "year" || !years || !years->to_int()) return std::nullopt;
    const bool since =
        phrase_before(view.sentence, words.since, {}, figure.wide_first) != figure.wide_first;
    const bool ago =
        phrase_before(view.sentence, words.ago, {}, figure.wide_first) != figure.wide_first ||
        phrase_behind(view.sentence, words.ago, {}, figure.wide_end) != figure.wide_end;
    if (!since && !ago) return std::nullopt;
    return YearsBack{static_cast<int>(*years->to_int()), claim.value.hedge != Hedge::Exact};
  }
  const bool back = claim.dimension == Dimension::Date && claim.timex && claim.timex->range &&
                    !names_year(view, figure) && view.article.published &&
                    claim.timex->value.size() == 4 &&
                    holds_phrase(view.sentence, words.ago, figure.first, figure.end);
  if (!back) return std::nullopt;
  // "more than 50 years ago"
  if (figure.first > view.sentence.first && is_hedged(view, figure.first)) return std::nullopt;
  return YearsBack{year_of(view.article.published->day) - year_of(claim.timex->range->from), false};
}

std::optional<int> named_year(const SentenceView& view, const Figure& figure) {
  const auto& timex = figure.claim->timex;
  if (figure.claim->dimension != Dimension::Date || !timex || !timex->range) return std::nullopt;
  if (!names_year(view, figure) || year_of(timex->range->from) != year_of(timex->range->to))
    return std::nullopt;
  return year_of(timex->range->from);
}

// Nothing but commas, brackets and small words: the two say the same time twice.
bool says_twice(const SentenceView& view, const Figure& a, const Figure& b) {
  constexpr std::uint32_t kFar = 5;
  if (b.first < a.end || b.first - a.end > kFar) return false;
  bool apart = false;
  for (std::uint32_t i = a.end; i < b.first; ++i) {
    const std::string_view form = view.sentence.form(i);
    const bool mark = form == "," || form == "(";
    apart = apart || mark;
    const bool small = holds_phrase(view.sentence, view.words().fillers, i, i + 1) ||
                       holds_phrase(view.sentence, view.words().since, i, i + 1) ||
                       holds_phrase(view.sentence, view.words().ago, i, i + 1);
    if (!mark && !small) return false;
  }
  if (!apart) return false;
  const bool closed =
      b.end >= view.sentence.end || !view.sentence.text->token(b.end).is(TokenKind::Digits);
  return closed;
}

// How far the named start may lie from the counted one: people round to tens and count birthdays.
int allowed_gap(const YearsBack& back) {
  constexpr int kRound = 5;
  const int rounded = back.years % kRound == 0 ? std::max(2, back.years / 10) : 1;
  return back.soft ? std::max(rounded, back.years / kRound + 1) : rounded;
}

void judge_duration(const SentenceView& view, const Figure& span, const Figure& start,
                    const YearsBack& back, int year, Contradictions& out) {
  const int published = year_of(view.article.published->day);
  if (year > published || back.years <= 0) return;
  const int counted = published - back.years;
  if (std::abs(counted - year) <= allowed_gap(back)) return;
  out.push_back({Rule::DurationStart,
                 span.claim,
                 {start.claim},
                 "From " + std::to_string(year) + " to the day of publication it is " +
                     std::to_string(published - year) + " years, not " +
                     std::to_string(back.years) + "."});
}

}  // namespace

void check_duration(const SentenceView& view, Contradictions& out) {
  if (!view.article.published) return;
  const auto& figures = view.sentence.figures;
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    if (!says_twice(view, figures[i], figures[i + 1])) continue;
    for (const bool swapped : {false, true}) {
      const Figure& span = figures[swapped ? i + 1 : i];
      const Figure& start = figures[swapped ? i : i + 1];
      const auto back = years_back(view, span);
      const auto year = named_year(view, start);
      if (back && year) judge_duration(view, span, start, *back, *year, out);
    }
  }
}

namespace {

bool is_birth(const SentenceView& view, const Figure& figure) {
  return named_year(view, figure) &&
         phrase_before(view.sentence, view.words().born, view.words().fillers, figure.first) !=
             figure.first;
}

// The age is told of now: no third time in the sentence, nothing to come.
bool is_age_now(const SentenceView& view, const Figure& birth) {
  if (holds_phrase(view.sentence, view.words().turns, view.sentence.first, view.sentence.end))
    return false;
  const auto& figures = view.sentence.figures;
  return std::none_of(figures.begin(), figures.end(), [&](const Figure& figure) {
    return &figure != &birth && figure.claim->dimension == Dimension::Date;
  });
}

void judge_age(const SentenceView& view, const Figure& age, const Figure& birth,
               Contradictions& out) {
  const auto years = point_of(age.claim->value);
  if (!years || !years->to_int() || age.claim->value.hedge != Hedge::Exact) return;
  const int born = *named_year(view, birth);
  const int most = year_of(view.article.published->day) - born;
  const auto told = static_cast<int>(*years->to_int());
  if (told == most || told == most - 1) return;
  out.push_back({Rule::AgeBirth,
                 age.claim,
                 {birth.claim},
                 "Born in " + std::to_string(born) + " means " + std::to_string(most - 1) + " or " +
                     std::to_string(most) + " years of age on the day of publication, not " +
                     std::to_string(told) + "."});
}

}  // namespace

void check_age(const SentenceView& view, Contradictions& out) {
  constexpr std::uint32_t kFar = 12;  // tokens
  if (!view.article.published) return;
  const auto& figures = view.sentence.figures;
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    const Figure& a = figures[i];
    const Figure& b = figures[i + 1];
    if (b.first - a.end > kFar) continue;
    const bool forward = a.claim->dimension == Dimension::Age && is_birth(view, b);
    const bool backward = b.claim->dimension == Dimension::Age && is_birth(view, a);
    if (forward && is_age_now(view, b)) judge_age(view, a, b, out);
    if (backward && is_age_now(view, a)) judge_age(view, b, a, out);
  }
}

}  // namespace twosource
