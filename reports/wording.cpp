#include "reports/wording.h"

#include <algorithm>

#include "core/text/utf8.h"
#include "reports/reading_order.h"
#include "reports/unit_words.h"

namespace twosource {

std::string grouped_digits(std::string digits) {
  const std::size_t start = !digits.empty() && digits[0] == '-' ? 1 : 0;
  std::size_t end = std::min(digits.find('.'), digits.size());
  constexpr std::size_t kUngrouped = 4;
  if (end - start <= kUngrouped) return digits;
  while (end > start + 3) {
    end -= 3;
    digits.insert(end, ",");
  }
  return digits;
}

namespace {

std::string ordinal(const std::string& digits) {
  if (digits.find('.') != std::string::npos) return digits;
  const std::size_t size = digits.size();
  const bool teen = size > 1 && digits[size - 2] == '1';
  const char last = digits.empty() ? '0' : digits.back();
  if (!teen && last == '1') return digits + "st";
  if (!teen && last == '2') return digits + "nd";
  if (!teen && last == '3') return digits + "rd";
  return digits + "th";
}

std::string_view hedge_word(Hedge hedge) {
  switch (hedge) {
    case Hedge::Exact:
      return "";
    case Hedge::About:
      return "about ";
    case Hedge::Nearly:
      return "nearly ";
    case Hedge::JustOver:
      return "just over ";
    case Hedge::Above:
      return "more than ";
    case Hedge::AtLeast:
      return "at least ";
    case Hedge::Below:
      return "less than ";
    case Hedge::AtMost:
      return "at most ";
    case Hedge::Order:
      return "";
  }
  return "";
}

std::string unit_text(const Quantity& value) {
  const Decimal one(1);
  const std::string words =
      unit_words(value.unit, value.low.value_or(one) == one && value.high.value_or(one) == one);
  return words.empty() || words == "%" ? words : " " + words;
}

std::string number_text(Dimension dimension, const Decimal& value) {
  std::string digits = grouped_digits(value.to_string());
  return dimension == Dimension::Ordinal ? ordinal(digits) : digits;
}

std::string bounds_text(Dimension dimension, const Quantity& value) {
  if (value.low && value.high) {
    if (dimension == Dimension::Score) {
      return value.low->to_string() + ":" + value.high->to_string();
    }
    const std::string low = number_text(dimension, *value.low);
    return value.low == value.high ? low : low + " to " + number_text(dimension, *value.high);
  }
  if (value.low) return number_text(dimension, *value.low);
  return value.high ? number_text(dimension, *value.high) : std::string();
}

// The word for an end that is open, where the hedge does not say it already.
std::string_view open_end(const Quantity& value) {
  if (value.hedge != Hedge::Exact && value.hedge != Hedge::About) return "";
  if (value.low && !value.high) return "at least ";
  if (value.high && !value.low) return "at most ";
  return "";
}

std::string_view change_text(Change change) {
  switch (change) {
    case Change::Level:
      return "";
    case Change::IncreaseBy:
      return "increase by ";
    case Change::DecreaseBy:
      return "decrease by ";
    case Change::IncreaseTo:
      return "increase to ";
    case Change::DecreaseTo:
      return "decrease to ";
  }
  return "";
}

void append_part(std::string& out, std::string_view part, std::string_view separator) {
  if (part.empty()) return;
  if (!out.empty()) out += separator;
  out += part;
}

}  // namespace

std::string value_text(Dimension dimension, const Quantity& value) {
  std::string out(open_end(value));
  out += hedge_word(value.hedge);
  out += bounds_text(dimension, value);
  if (!value.ratio.empty()) out += " (" + value.ratio + ")";
  out += unit_text(value);
  if (value.hedge == Hedge::Order) out += " (order of magnitude)";
  return out;
}

std::string value_text(const Claim& claim) {
  if (!claim.has_value()) return {};
  const bool amount = claim.value.low || claim.value.high;
  if (amount)
    return std::string(change_text(claim.change)) + value_text(claim.dimension, claim.value);
  if (!claim.timex) return {};
  return claim.timex->range ? range_text(*claim.timex->range) : claim.timex->value;
}

std::string value_text(const Mention& mention) {
  if (mention.name) return mention.name->id;
  if (mention.timex && mention.dimension != Dimension::Duration) {
    const bool days = mention.timex->range && mention.timex->type == TimexType::Date;
    return days ? range_text(*mention.timex->range) : mention.timex->value;
  }
  return value_text(mention.dimension, mention.value);
}

namespace {

// "2023" for a whole year, "2024-06" for a whole month; empty for other ranges.
std::string calendar_unit(const DateInterval& range) {
  using std::chrono::day;
  const std::chrono::year_month_day from(range.from), to(range.to);
  const bool to_month_end = range.to == Day(to.year() / to.month() / std::chrono::last);
  if (from.year() != to.year() || from.day() != day(1) || !to_month_end) return {};
  const std::string text = to_iso(range.from);
  const std::size_t year_end = text.find('-', 1);
  if (from.month() == to.month()) return text.substr(0, text.rfind('-'));
  const bool year = from.month() == std::chrono::January && to.month() == std::chrono::December;
  return year ? text.substr(0, year_end) : std::string();
}

}  // namespace

std::string range_text(const DateInterval& range) {
  const bool open_start = range.from <= kDistantPast;
  const bool open_end = range.to >= kDistantFuture;
  if (open_start && open_end) return "any time";
  if (open_start) return "until " + to_iso(range.to);
  if (open_end) return "since " + to_iso(range.from);
  if (range.from == range.to) return to_iso(range.from);
  const std::string unit = calendar_unit(range);
  return unit.empty() ? to_iso(range.from) + " to " + to_iso(range.to) : unit;
}

std::string claim_head(const Claim& claim) {
  std::string out = value_text(claim);
  append_part(out, claim.item.text, " ");
  if (out.empty() || !claim.has_value()) {
    const std::string words =
        claim.kind == ClaimKind::Quote ? "\"" + claim.text + "\"" : claim.text;
    if (claim.kind == ClaimKind::Quote || out.empty()) out = words;
  }
  return out;
}

std::string claim_line(const Claim& claim) {
  std::string out = claim_head(claim);
  std::string subject;
  for (const EntityRef& entity : claim.subject) append_part(subject, entity.label, ", ");
  append_part(out, subject, "; ");
  append_part(out, claim.predicate.text, "; ");
  return out;
}

std::string attribution_text(const Claim& claim) {
  if (claim.attribution.empty()) return "the outlet itself";
  std::string out;
  for (const AttributionLink& link : claim.attribution) {
    std::string part = link.text;
    if (!link.id.empty()) part += " (" + link.id + ")";
    if (link.kind == SourceKind::Anonymous) part += " (not named)";
    append_part(out, part, ", citing ");
  }
  return out;
}

std::string certainty_text(const Claim& claim) {
  std::string out(name_of(claim.modality));
  if (claim.polarity == Polarity::Negated) out += ", negated";
  return out;
}

std::string article_text(const ArticleInfo& article) {
  std::string out = article.outlet.empty() ? "outlet unknown" : article.outlet;
  append_part(out, article.published ? to_iso(article.published->day) : "no date", ", ");
  append_part(out, article.language, ", ");
  return out;
}

std::string outlet_text(const ArticleInfo& article) {
  return article.outlet.empty() ? "outlet unknown" : article.outlet;
}

std::string place_text(const Document& document, Field field, ByteSpan span) {
  const std::string file = document.file.empty() ? document.info.id : document.file;
  if (const auto place = document.place(field, span)) {
    return file + ":" + std::to_string(place->begin_line) + ":" +
           std::to_string(place->begin_column);
  }
  const std::uint32_t chars = CharIndex(document.field(field)).chars_at(span.begin);
  return file + ", " + std::string(name_of(field)) + " at " + std::to_string(chars);
}

std::vector<std::pair<VerdictKind, std::uint32_t>> counts_of(const Report::Summary& summary) {
  using enum VerdictKind;
  return {{Conflicting, summary.conflicting}, {Disputed, summary.disputed},
          {Outdated, summary.outdated},       {Corroborated, summary.corroborated},
          {Consistent, summary.consistent},   {Unsupported, summary.unsupported}};
}

std::string summary_text(const Report::Summary& summary) {
  if (summary.claims == 0) return "No statement could be checked.";
  std::string bad, good;
  const auto add = [](std::string& out, std::uint32_t number, std::string_view one,
                      std::string_view many) {
    if (number == 0) return;
    append_part(out, std::to_string(number) + " " + std::string(number == 1 ? one : many), ", ");
  };
  add(bad, summary.conflicting, "is contradicted", "are contradicted");
  add(bad, summary.disputed, "is disputed", "are disputed");
  add(bad, summary.outdated, "is out of date", "are out of date");
  add(good, summary.corroborated, "is corroborated", "are corroborated");
  add(good, summary.consistent, "is consistent with what was found",
      "are consistent with what was found");
  add(good, summary.unsupported, "found nothing comparable", "found nothing comparable");
  std::string out = "Of " + counted(summary.claims, "statement", "statements") + ", " +
                    (bad.empty() ? "none is contradicted" : bad);
  append_part(out, good, "; ");
  return out + ".";
}

std::string discrepancy_head(const Discrepancy& group) {
  std::string out = group.item;
  append_part(out, group.subject, "; ");
  return out.empty() ? std::string(name_of(group.kind)) : out;
}

std::string independence_text(const Finding& finding) {
  const Independence counts = independence_of(finding);
  if (counts.articles == 0) return {};
  std::string_view verb = "contradicted";
  if (finding.verdict == VerdictKind::Corroborated) verb = "confirmed";
  if (finding.verdict == VerdictKind::Outdated) verb = "superseded";
  return std::string(verb) + " by " +
         counted(counts.voices, "independent source", "independent sources") + " in " +
         counted(counts.articles, "article", "articles");
}

std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural) {
  return std::to_string(number) + " " + std::string(number == 1 ? singular : plural);
}

}  // namespace twosource
