// Sentences, contexts and names repeat in claims of one sentence: they are written once and named
// by "as before". zstd takes care of the rest.
#include "index/claim_codec.h"

namespace twosource {
namespace {

void write_span(ByteSpan span, ByteWriter& out) {
  out.number(span.begin);
  out.number(span.size());
}

ByteSpan read_span(ByteReader& in) {
  ByteSpan out;
  out.begin = static_cast<std::uint32_t>(in.number());
  out.end = out.begin + static_cast<std::uint32_t>(in.number());
  return out;
}

void write_chars(CharSpan span, ByteWriter& out) {
  out.number(span.begin);
  out.number(span.end - span.begin);
}

CharSpan read_chars(ByteReader& in) {
  CharSpan out;
  out.begin = static_cast<std::uint32_t>(in.number());
  out.end = out.begin + static_cast<std::uint32_t>(in.number());
  return out;
}

void write_decimal(const std::optional<Decimal>& value, ByteWriter& out) {
  out.flag(value.has_value());
  if (!value) return;
  out.signed_number(value->coefficient());
  out.signed_number(value->exponent());
}

std::optional<Decimal> read_decimal(ByteReader& in) {
  if (!in.flag()) return std::nullopt;
  const std::int64_t coefficient = in.signed_number();
  return Decimal::make(coefficient, static_cast<int>(in.signed_number()));
}

template <typename Enum>
void write_enum(Enum value, ByteWriter& out) {
  out.number(static_cast<std::uint64_t>(value));
}

// Values beyond the last enumerator come from damage: they are read as the first.
template <typename Enum>
Enum read_enum(Enum last, ByteReader& in) {
  const std::uint64_t value = in.number();
  return value <= static_cast<std::uint64_t>(last) ? static_cast<Enum>(value) : Enum{};
}

void write_texts(const std::vector<std::string>& texts, ByteWriter& out) {
  out.number(texts.size());
  for (const std::string& text : texts) out.text(text);
}

std::vector<std::string> read_texts(ByteReader& in) {
  std::vector<std::string> out(in.count());
  for (std::string& text : out) text = in.text();
  return out;
}

void write_entities(const std::vector<EntityRef>& entities, ByteWriter& out) {
  out.number(entities.size());
  for (const EntityRef& entity : entities) {
    out.text(entity.id);
    out.text(entity.type);
    out.text(entity.label);
  }
}

std::vector<EntityRef> read_entities(ByteReader& in) {
  std::vector<EntityRef> out(in.count());
  for (EntityRef& entity : out) {
    entity.id = in.text();
    entity.type = in.text();
    entity.label = in.text();
  }
  return out;
}

void write_term(const Term& term, ByteWriter& out) {
  out.text(term.text);
  write_texts(term.concepts, out);
}

Term read_term(ByteReader& in) {
  Term out;
  out.text = in.text();
  out.concepts = read_texts(in);
  return out;
}

void write_quantity(const Quantity& value, ByteWriter& out) {
  write_decimal(value.low, out);
  write_decimal(value.high, out);
  write_enum(value.hedge, out);
  out.number(value.digits);
  out.text(value.unit);
  out.text(value.ratio);
  out.flag(value.base.has_value());
  if (!value.base) return;
  write_decimal(value.base->low, out);
  write_decimal(value.base->high, out);
  out.text(value.base->unit);
}

Quantity read_quantity(ByteReader& in) {
  Quantity out;
  out.low = read_decimal(in);
  out.high = read_decimal(in);
  out.hedge = read_enum(Hedge::Order, in);
  out.digits = static_cast<std::uint8_t>(in.number());
  out.unit = in.text();
  out.ratio = in.text();
  if (!in.flag()) return out;
  out.base.emplace();
  out.base->low = read_decimal(in);
  out.base->high = read_decimal(in);
  out.base->unit = in.text();
  return out;
}

void write_day(Day day, ByteWriter& out) {
  out.signed_number(day.time_since_epoch().count());
}

Day read_day(ByteReader& in) {
  return Day{std::chrono::days{static_cast<int>(in.signed_number())}};
}

void write_interval(const std::optional<DateInterval>& interval, ByteWriter& out) {
  out.flag(interval.has_value());
  if (!interval) return;
  write_day(interval->from, out);
  write_day(interval->to, out);
}

std::optional<DateInterval> read_interval(ByteReader& in) {
  if (!in.flag()) return std::nullopt;
  const Day from = read_day(in);
  return DateInterval{from, read_day(in)};
}

void write_timex(const std::optional<Timex>& timex, ByteWriter& out) {
  out.flag(timex.has_value());
  if (!timex) return;
  write_enum(timex->type, out);
  out.text(timex->value);
  write_interval(timex->range, out);
  out.flag(timex->assumed);
}

std::optional<Timex> read_timex(ByteReader& in) {
  if (!in.flag()) return std::nullopt;
  Timex out;
  out.type = read_enum(TimexType::Set, in);
  out.value = in.text();
  out.range = read_interval(in);
  out.assumed = in.flag();
  return out;
}

void write_attribution(const std::vector<AttributionLink>& chain, ByteWriter& out) {
  out.number(chain.size());
  for (const AttributionLink& link : chain) {
    out.text(link.text);
    out.text(link.id);
    write_enum(link.kind, out);
  }
}

std::vector<AttributionLink> read_attribution(ByteReader& in) {
  std::vector<AttributionLink> out(in.count());
  for (AttributionLink& link : out) {
    link.text = in.text();
    link.id = in.text();
    link.kind = read_enum(SourceKind::Anonymous, in);
  }
  return out;
}

// What claims of one sentence have in common.
void write_surroundings(const Claim& claim, const Claim* before, ByteWriter& out) {
  const bool same = before != nullptr && before->field == claim.field &&
                    before->sentence == claim.sentence &&
                    before->sentence_text == claim.sentence_text;
  out.flag(same);
  if (!same) {
    write_span(claim.sentence, out);
    write_chars(claim.sentence_chars, out);
    out.text(claim.sentence_text);
  }
  const bool same_names = same && before->names == claim.names;
  out.flag(same_names);
  if (!same_names) write_entities(claim.names, out);
  write_texts(claim.context, out);
}

void read_surroundings(Claim& claim, const Claim* before, ByteReader& in) {
  if (in.flag() && before != nullptr) {
    claim.sentence = before->sentence;
    claim.sentence_chars = before->sentence_chars;
    claim.sentence_text = before->sentence_text;
  } else {
    claim.sentence = read_span(in);
    claim.sentence_chars = read_chars(in);
    claim.sentence_text = in.text();
  }
  if (in.flag() && before != nullptr) {
    claim.names = before->names;
  } else {
    claim.names = read_entities(in);
  }
  claim.context = read_texts(in);
}

void write_claim(const Claim& claim, const Claim* before, ByteWriter& out) {
  out.text(claim.id);
  write_enum(claim.kind, out);
  write_enum(claim.field, out);
  write_enum(claim.zone, out);
  write_span(claim.span, out);
  write_chars(claim.chars, out);
  out.text(claim.text);
  write_surroundings(claim, before, out);
  write_entities(claim.subject, out);
  write_term(claim.item, out);
  write_term(claim.predicate, out);
  write_enum(claim.dimension, out);
  write_quantity(claim.value, out);
  write_timex(claim.timex, out);
  write_interval(claim.when, out);
  write_attribution(claim.attribution, out);
  write_enum(claim.modality, out);
  write_enum(claim.polarity, out);
  write_enum(claim.change, out);
  out.real(claim.check_worthiness);
}

Claim read_claim(const Claim* before, ByteReader& in) {
  Claim out;
  out.id = in.text();
  out.kind = read_enum(ClaimKind::Event, in);
  out.field = read_enum(Field::Title, in);
  out.zone = read_enum(Zone::Boilerplate, in);
  out.span = read_span(in);
  out.chars = read_chars(in);
  out.text = in.text();
  read_surroundings(out, before, in);
  out.subject = read_entities(in);
  out.item = read_term(in);
  out.predicate = read_term(in);
  out.dimension = read_enum(Dimension::Name, in);
  out.value = read_quantity(in);
  out.timex = read_timex(in);
  out.when = read_interval(in);
  out.attribution = read_attribution(in);
  out.modality = read_enum(Modality::Conditional, in);
  out.polarity = read_enum(Polarity::Negated, in);
  out.change = read_enum(Change::DecreaseTo, in);
  out.check_worthiness = in.real();
  return out;
}

}  // namespace

void write_claims(const std::vector<Claim>& claims, ByteWriter& out) {
  out.number(claims.size());
  const Claim* before = nullptr;
  for (const Claim& claim : claims) {
    write_claim(claim, before, out);
    before = &claim;
  }
}

std::vector<Claim> read_stored_claims(ByteReader& in) {
  std::vector<Claim> out;
  const std::size_t count = in.count();
  out.reserve(count);
  for (std::size_t i = 0; i < count && in.ok(); ++i)
    out.push_back(read_claim(i == 0 ? nullptr : &out.back(), in));
  return out;
}

void write_date_time(const std::optional<DateTime>& moment, ByteWriter& out) {
  out.flag(moment.has_value());
  if (!moment) return;
  write_day(moment->day, out);
  // Minutes shifted by one day, so that 0 means "not given".
  constexpr int kShift = 24 * 60;
  out.number(moment->minute_of_day ? static_cast<std::uint64_t>(*moment->minute_of_day + 1) : 0);
  out.number(moment->utc_offset_minutes
                 ? static_cast<std::uint64_t>(*moment->utc_offset_minutes + kShift)
                 : 0);
}

std::optional<DateTime> read_date_time(ByteReader& in) {
  if (!in.flag()) return std::nullopt;
  constexpr int kShift = 24 * 60;
  DateTime out;
  out.day = read_day(in);
  if (const auto minute = static_cast<int>(in.number()); minute != 0)
    out.minute_of_day = minute - 1;
  if (const auto offset = static_cast<int>(in.number()); offset != 0)
    out.utc_offset_minutes = offset - kShift;
  return out;
}

}  // namespace twosource
