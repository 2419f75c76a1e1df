// Parts and wholes: what is counted among a figure cannot be more than the figure.
#include <algorithm>

#include "core/compare/self/arithmetic.h"
#include "core/compare/self/sentence_rules.h"
#include "core/compare/verdict.h"

namespace twosource {
namespace {

bool is_count(const Figure& figure) {
  return figure.claim->dimension == Dimension::Number && figure.claim->kind != ClaimKind::Rank;
}

bool same_unit(const Figure& a, const Figure& b) {
  return a.claim->dimension == b.claim->dimension && a.claim->value.unit == b.claim->value.unit;
}

bool joins(const SentenceView& view, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t i = first; i < end; ++i) {
    if (view.sentence.form(i) == ",") return true;
  }
  return holds_phrase(view.sentence, view.words().joiners, first, end);
}

// Only words and commas stand there: no bracket, full stop, dash or quotation mark.
bool is_plain(const SentenceView& view, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t i = first; i < end; ++i) {
    const Token& token = view.sentence.text->token(i);
    if (!token.is(TokenKind::Word) && view.sentence.form(i) != ",") return false;
  }
  return true;
}

// The whole, and the parts named behind the word that opens them.
struct Partition {
  const Figure* whole = nullptr;
  std::vector<const Figure*> parts;
};

// "8.000 Russen und 5.000 Belarussen": figures of the whole's unit in a row.
void collect_parts(const SentenceView& view, std::size_t first, Partition& out) {
  constexpr std::uint32_t kLongestItem = 5;  // tokens
  const auto& figures = view.sentence.figures;
  for (std::size_t i = first; i < figures.size(); ++i) {
    if (!same_unit(*out.whole, figures[i]) || !bounds_of(figures[i].claim->value)) return;
    if (i > first) {
      const std::uint32_t from = figures[i - 1].wide_end;
      const std::uint32_t to = figures[i].wide_first;
      if (to < from || to - from > kLongestItem || !is_plain(view, from, to) ||
          !joins(view, from, to) || holds_phrase(view.sentence, view.words().parts, from, to))
        return;
    }
    // "a 10 MO": an abbreviation that no list knows is a unit.
    if (figures[i].end < view.sentence.end &&
        view.sentence.text->token(figures[i].end).has(Token::kAllCaps))
      return;
    // "19 Frauen, vier davon schwanger": parts of a part.
    if (figures[i].end < view.sentence.end &&
        !view.words().parts.starting_with(view.sentence.form(figures[i].end)).empty())
      return;
    out.parts.push_back(&figures[i]);
  }
}

bool counts_groups(const SentenceView& view, const Figure& whole, std::uint32_t until) {
  return holds_phrase(view.sentence, view.words().collectives, whole.end, until);
}

// "12 Tote, darunter ...", "12 dead (including ...": nothing stands between mark and opener.
bool opens_parts(const SentenceView& view, std::uint32_t opener) {
  const std::string_view before = view.sentence.form(opener - 1);
  return before == "," || before == "(" || before == "-" ||
         holds_phrase(view.sentence, view.words().joiners, opener - 1, opener) ||
         !view.pack.claims.nouns_capitalised;
}

Partition partition_at(const SentenceView& view, std::size_t i) {
  constexpr std::uint32_t kReach = 14;  // tokens between the whole and its parts
  const auto& figures = view.sentence.figures;
  Partition out;
  const Figure& part = figures[i];
  const std::uint32_t opener =
      phrase_before(view.sentence, view.words().parts, view.words().fillers, part.wide_first);
  if (opener == part.wide_first || i == 0) return out;
  const Figure& whole = figures[i - 1];
  if (whole.wide_end > opener || opener - whole.wide_end > kReach) return out;
  if (!whole.claim->value.ratio.empty() || whole.claim->value.low <= Decimal(1)) return out;
  if (whole.claim->change != Change::Level || !is_plain(view, whole.wide_end, opener)) return out;
  if (counts_groups(view, whole, opener) || !opens_parts(view, opener)) return out;
  out.whole = &whole;
  collect_parts(view, i, out);
  return out;
}

std::string listed(const std::vector<const Figure*>& parts) {
  std::string out;
  for (const Figure* part : parts) out += (out.empty() ? "" : " and ") + shown_value(*part->claim);
  return out;
}

Contradiction found(Rule rule, const Figure& claim, const std::vector<const Figure*>& others,
                    std::string message) {
  Contradiction out{rule, claim.claim, {}, std::move(message)};
  for (const Figure* other : others) out.others.push_back(other->claim);
  return out;
}

// "three pallets, including 2,000 blankets": what is so many times more counts something else.
bool is_same_order(const Decimal& sum, const Decimal& whole) {
  constexpr int kTimes = 3;
  const auto limit = whole.times(Decimal(kTimes));
  return limit && sum <= *limit;
}

void judge_parts(const Partition& partition, Contradictions& out) {
  if (partition.parts.empty()) return;
  const auto whole = bounds_of(partition.whole->claim->value);
  if (!whole || !same_unit(*partition.whole, *partition.parts.front())) return;
  // Parts count as written unless they are hedged: 8,000 and 5,000 are more than 12,000.
  std::optional<Decimal> sum = Decimal(0);
  for (const Figure* part : partition.parts) {
    const Quantity& value = part->claim->value;
    const auto least = value.hedge == Hedge::Exact ? value.low : bounds_of(value)->low;
    sum = sum && least ? sum->plus(*least) : std::nullopt;
  }
  if (!sum || *sum <= whole->high || !is_same_order(*sum, whole->high)) return;
  out.push_back(found(Rule::PartsExceedTotal, *partition.whole, partition.parts,
                      "The parts are more than the total: " + listed(partition.parts) + " of " +
                          shown_value(*partition.whole->claim) + "."));
}

}  // namespace

void check_parts(const SentenceView& view, Contradictions& out) {
  const auto& figures = view.sentence.figures;
  for (std::size_t i = 1; i < figures.size(); ++i) {
    const Dimension dimension = figures[i].claim->dimension;
    const bool additive = is_count(figures[i]) || dimension == Dimension::Money;
    if (additive) judge_parts(partition_at(view, i), out);
  }
}

namespace {

// "40 von 80", "40 of the 80": the figure behind is the whole of the one before.
bool is_out_of(const SentenceView& view, const Figure& part, const Figure& whole) {
  constexpr std::uint32_t kLongestItem = 2;
  if (!is_count(part) || !is_count(whole) || whole.wide_first <= part.end) return false;
  const std::uint32_t word =
      phrase_before(view.sentence, view.words().out_of, view.words().fillers, whole.wide_first);
  return word != whole.wide_first && word >= part.end && word - part.end <= kLongestItem &&
         is_plain(view, part.end, word);
}

// "(60 Prozent)", ", also 60 Prozent": says the same once more.
bool says_again(const SentenceView& view, std::uint32_t end, const Figure& share) {
  constexpr std::uint32_t kLongestItem = 4;
  const FigureSentence& sentence = view.sentence;
  std::uint32_t i = share.wide_first;
  if (i > end && sentence.form(i - 1) == "(") {
    const bool closed = share.wide_end < sentence.end && sentence.form(share.wide_end) == ")";
    return closed && i - 1 - end <= kLongestItem && is_plain(view, end, i - 1);
  }
  const std::uint32_t word = phrase_before(sentence, view.words().amounts_to, {}, i);
  if (word == i || word <= end) return false;
  const bool closed =
      share.wide_end >= sentence.end || !sentence.text->token(share.wide_end).is(TokenKind::Word);
  return closed && sentence.form(word - 1) == "," && word - 1 - end <= kLongestItem &&
         is_plain(view, end, word);
}

// Small counts are exact: nobody rounds 41 of 60.
std::optional<Bounds> bounds_of_count(const Quantity& count) {
  const auto point = point_of(count);
  const bool counted = point && point->is_integer() && *point < Decimal(1000);
  if (counted && count.hedge == Hedge::Exact) return Bounds{*point, *point};
  return bounds_of(count);
}

// Shares are cut off as often as rounded: 6 of 218 is 2.75 percent, and told as 2.7.
Bounds unit_more(const Bounds& bounds) {
  const auto half = bounds.high.minus(bounds.low).value_or(Decimal(0)).times(Decimal(5));
  const Decimal more = half ? half->scaled(-1).value_or(Decimal(0)) : Decimal(0);
  return {bounds.low.minus(more).value_or(bounds.low),
          bounds.high.plus(more).value_or(bounds.high)};
}

// "rund 70 Prozent" of 68.3: a twentieth to each side.
std::optional<Bounds> widened(const std::optional<Bounds>& bounds) {
  if (!bounds) return bounds;
  const auto times = product_of(*bounds, {Decimal(95), Decimal(105)});
  return times ? scaled(*times, -2) : std::nullopt;
}

// part / whole against the share, by cross multiplication.
bool share_fits(const Quantity& part, const Quantity& whole, const Quantity& share) {
  const auto p = bounds_of_count(part);
  const auto w = bounds_of_count(whole);
  const auto s = share.hedge == Hedge::Exact ? bounds_of(share) : widened(bounds_of(share));
  if (!p || !w || !s) return true;
  const auto hundred = product_of(*p, {Decimal(100), Decimal(100)});
  const auto of_whole = product_of(*w, unit_more(*s));
  return !hundred || !of_whole || overlap(*hundred, *of_whole);
}

void judge_share(const Figure& part, const Figure& whole, const Figure& share,
                 Contradictions& out) {
  const Quantity& p = part.claim->value;
  const Quantity& w = whole.claim->value;
  if (!point_of(p) || !point_of(w) || point_of(w)->is_zero()) return;
  if (share_fits(p, w, share.claim->value)) return;
  out.push_back(found(Rule::ShareArithmetic, share, {&part, &whole},
                      shown_value(*part.claim) + " of " + shown_value(*whole.claim) + " is " +
                          percent_text(*point_of(p), *point_of(w)) + " percent, not " +
                          share.claim->text + "."));
}

bool is_percent(const Figure& figure) {
  return figure.claim->dimension == Dimension::Percent && figure.claim->value.unit == "percent";
}

}  // namespace

void check_share(const SentenceView& view, Contradictions& out) {
  const auto& figures = view.sentence.figures;
  for (std::size_t i = 0; i + 2 < figures.size(); ++i) {
    const Figure& a = figures[i];
    const Figure& b = figures[i + 1];
    const Figure& c = figures[i + 2];
    if (is_percent(c) && is_out_of(view, a, b) && says_again(view, b.end, c))
      judge_share(a, b, c, out);
    const bool bracketed = is_percent(a) && b.wide_first > view.sentence.first &&
                           view.sentence.form(b.wide_first - 1) == "(" &&
                           b.wide_first - 1 == a.end && c.end < view.sentence.end &&
                           view.sentence.form(c.end) == ")";
    if (bracketed && is_out_of(view, b, c)) judge_share(b, c, a, out);
  }
}

void check_share_sum(const SentenceView& view, Contradictions& out) {
  constexpr std::size_t kFewest = 3;
  constexpr std::uint32_t kLongestItem = 7;
  const auto& figures = view.sentence.figures;
  for (std::size_t i = 0; i < figures.size();) {
    std::optional<Bounds> sum = Bounds{Decimal(0), Decimal(0)};
    std::vector<const Figure*> row;
    for (; i < figures.size() && is_percent(figures[i]); ++i) {
      const Figure& figure = figures[i];
      const bool level = figure.claim->change == Change::Level;
      const auto bounds = bounds_of(figure.claim->value);
      if (!level || !bounds) break;
      if (!row.empty()) {
        const std::uint32_t from = row.back()->wide_end;
        const std::uint32_t to = figure.wide_first;
        if (to < from || to - from > kLongestItem || !is_plain(view, from, to) ||
            !joins(view, from, to))
          break;
      }
      row.push_back(&figure);
      sum = sum ? sum_of(*sum, *bounds) : std::nullopt;
    }
    const bool of_one_whole =
        holds_phrase(view.sentence, view.words().wholes, view.sentence.first, view.sentence.end);
    if (of_one_whole && row.size() >= kFewest && sum && sum->low > Decimal(100)) {
      const Figure& first = *row.front();
      row.erase(row.begin());
      out.push_back(found(Rule::SharesExceedWhole, first, row,
                          "The shares add up to more than 100 percent: " + first.claim->text +
                              " and " + listed(row) + "."));
    }
    if (row.empty() || i < figures.size()) ++i;
  }
}

void check_votes(const SentenceView& view, Contradictions& out) {
  const auto& figures = view.sentence.figures;
  for (const Figure& seats : figures) {
    const auto size = point_of(seats.claim->value);
    if (!is_count(seats) || !size || seats.claim->value.hedge != Hedge::Exact) continue;
    if (phrase_behind(view.sentence, view.words().seats, view.words().fillers, seats.end) ==
        seats.end)
      continue;
    for (const Figure& vote : figures) {
      const Quantity& votes = vote.claim->value;
      if (vote.claim->kind != ClaimKind::Vote || vote.claim->dimension != Dimension::Score)
        continue;
      const auto cast = votes.low && votes.high ? votes.low->plus(*votes.high) : std::nullopt;
      if (!cast || *cast <= *size) continue;
      out.push_back(found(Rule::VoteSeats, vote, {&seats},
                          vote.claim->text + " are " + cast->to_string() + " votes, more than " +
                              size->to_string() + " seats."));
    }
  }
}

}  // namespace twosource
