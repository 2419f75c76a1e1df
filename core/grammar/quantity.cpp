// Amounts in four steps: single amounts around every numeral; pairs of them that are one thing
// (ranges, compound amounts, scores, shares); ages and ranks, which change the dimension; hedges.
// Numerals that mean no amount (names, identifiers, labels, pronouns) fall away on the road.
#include "core/grammar/quantity.h"

#include <algorithm>

#include "core/grammar/age.h"
#include "core/grammar/amount_change.h"
#include "core/grammar/amount_compound.h"
#include "core/grammar/amount_filter.h"
#include "core/grammar/amount_range.h"
#include "core/grammar/duration.h"
#include "core/grammar/hedge.h"
#include "core/grammar/quantity_context.h"
#include "core/grammar/score.h"

namespace twosource {

namespace {

void set_unit(const Amount& amount, Quantity& value) {
  if (amount.unit != nullptr) {
    value.unit = amount.unit->id + amount.per;
  } else if (amount.currency != nullptr) {
    value.unit = amount.currency->code + amount.per;
    if (amount.currency->factor != Decimal(1)) {
      if (value.low) value.low = value.low->times(amount.currency->factor);
      if (value.high) value.high = value.high->times(amount.currency->factor);
    }
    if (!amount.currency->minor) return;
    // Cents: the value in the main unit, and what was written as the base.
    const int places = std::max(currency_places(amount.currency->code), 2);
    value.base = Quantity::Base{value.low, value.high, amount.currency->code + "-minor"};
    if (value.low) value.low = value.low->scaled(-places);
    if (value.high) value.high = value.high->scaled(-places);
  }
}

void set_value(const QuantityContext& c, AmountGroup& group) {
  const Numeral& a = c.numerals[group.first.numeral];
  const Numeral& b = c.numerals[group.last.numeral];
  group.value.low = group.first.low;
  group.value.high = group.range ? group.last.high : group.first.high;
  group.value.digits = std::max(a.value.digits, b.value.digits);
  group.value.hedge = a.value.hedge;
  group.value.ratio = group.range ? "" : a.value.ratio;
  if (!group.value.ratio.empty() && group.first.low.is_negative())
    group.value.ratio.insert(0, 1, '-');
}

class QuantityFinder {
 public:
  QuantityFinder(const FoldedText& text, const std::vector<Numeral>& numerals,
                 const std::vector<ByteSpan>& blocked, const LanguagePack& pack)
      : c_(text, numerals, blocked, pack) {}

  std::vector<Mention> run();

 private:
  void inherit_hedge(std::size_t first, std::size_t end, Mention& mention) const;
  void emit(AmountGroup& group);

  const QuantityContext c_;
  std::vector<Mention> out_;
  std::size_t chain_end_ = 0;     // numerals before it stand in a row and make no ranges
  std::uint32_t link_end_ = 0;    // hedges before this token belong to something else
  std::uint32_t done_token_ = 0;  // tokens before it belong to a mention already
};

// "more than 100 kilometers (60 miles)": the brackets say the same once more, hedge included.
void QuantityFinder::inherit_hedge(std::size_t first, std::size_t end, Mention& mention) const {
  if (out_.empty() || first == 0 || !c_.text.is(first - 1, "(") || !c_.text.is(end, ")")) return;
  const Mention& before = out_.back();
  if (done_token_ + 1 != first || before.dimension != mention.dimension ||
      mention.value.hedge != Hedge::Exact || before.value.hedge == Hedge::Order)
    return;
  if (mention.dimension != Dimension::Money && mention.dimension != Dimension::Measure) return;
  mention.value.hedge = before.value.hedge;
  if (!before.value.high) mention.value.high.reset();
  if (!before.value.low) mention.value.low.reset();
}

void QuantityFinder::emit(AmountGroup& group) {
  Mention mention;
  mention.span = {group.first.span.begin, std::max(group.first.span.end, group.last.span.end)};
  mention.core = {group.first.core.begin, std::max(group.first.core.end, group.last.core.end)};
  mention.wide = mention.span;
  mention.value = group.value;
  mention.dimension = group.score ? Dimension::Score : group.first.dimension;
  const std::size_t first = group.first.first_token;
  const std::size_t end = std::max(group.first.end_token, group.last.end_token);
  if (!group.score) {
    if (mention.value.unit.empty()) set_unit(group.first, mention.value);
    mention.shared_sign = group.first.currency != nullptr && group.first.currency->shared;
    const bool age = read_age(c_, group, mention);
    if (!age && !group.range) read_rank(c_, group.first, mention);
    if (mention.dimension == Dimension::Duration) set_duration(c_, group, mention);
    if (mention.dimension != Dimension::Ordinal && !c_.numerals[group.first.numeral].ordinal)
      apply_hedges(c_.text, c_.pack, first, end, link_end_, mention);
  }
  inherit_hedge(first, end, mention);
  done_token_ = static_cast<std::uint32_t>(end);
  out_.push_back(std::move(mention));
}

std::vector<Mention> QuantityFinder::run() {
  for (std::size_t i = 0; i < c_.numerals.size();) {
    if (c_.unusable[i] || c_.numerals[i].first_token < done_token_) {
      ++i;
      continue;
    }
    AmountGroup group;
    group.next = i + 1;
    if (!read_score(c_, i, group) && !read_share(c_, i, group)) {
      group.first = c_.reader.read(i, done_token_);
      if (is_no_amount(c_, group.first)) {
        ++i;
        continue;
      }
      group.last = group.first;
      const bool in_row = i < chain_end_;
      if (!in_row) read_range(c_, group);
      read_hanging(c_, group);
      read_change(c_, group, in_row || group.chain_end != 0);
      chain_end_ = std::max(chain_end_, group.chain_end);
      read_joined_fraction(c_, group);
      set_value(c_, group);
      read_compound(c_, group);
    }
    if (group.score && (glued_to_letters(c_, group.first) || is_label(c_, group.first))) {
      ++i;
      continue;
    }
    emit(group);
    link_end_ = group.link_end;
    i = group.next;
  }
  return std::move(out_);
}

}  // namespace

std::vector<Mention> find_quantities(const FoldedText& text, const std::vector<Numeral>& numerals,
                                     const std::vector<ByteSpan>& blocked,
                                     const LanguagePack& pack) {
  if (numerals.empty()) return {};
  return QuantityFinder(text, numerals, blocked, pack).run();
}

std::vector<Mention> find_quantities(const TokenizedText& text,
                                     const std::vector<Numeral>& numerals,
                                     const std::vector<ByteSpan>& blocked,
                                     const LanguagePack& pack) {
  return find_quantities(FoldedText(text), numerals, blocked, pack);
}

}  // namespace twosource
