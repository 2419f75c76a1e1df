#include "core/claim/codec.h"

#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace twosource {
namespace {

constexpr std::uint8_t kVersion = 2;

// A list is never longer than this; protects memory from damaged lengths.
constexpr std::uint64_t kLongestList = 1U << 20U;

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void byte(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
  void number(std::uint64_t value) {
    while (value >= 0x80U) {
      byte(static_cast<std::uint8_t>(value | 0x80U));
      value >>= 7U;
    }
    byte(static_cast<std::uint8_t>(value));
  }
  void signed_number(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number((bits << 1U) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void text(std::string_view value) {
    number(value.size());
    out_.append(value);
  }
  void texts(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& value : values) text(value);
  }
  template <typename Enum>
  void tag(Enum value) {
    byte(static_cast<std::uint8_t>(value));
  }
  template <typename Span>
  void span(Span value) {
    number(value.begin);
    number(value.end - value.begin);
  }
  void term(const Term& value) {
    text(value.text);
    texts(value.concepts);
  }
  void entities(const std::vector<EntityRef>& values) {
    number(values.size());
    for (const EntityRef& value : values) {
      text(value.id);
      text(value.type);
      text(value.label);
    }
  }
  void decimal(const std::optional<Decimal>& value) {
    byte(value ? 1 : 0);
    if (!value) return;
    signed_number(value->coefficient());
    signed_number(value->exponent());
  }
  void quantity(const Quantity& value) {
    decimal(value.low);
    decimal(value.high);
    tag(value.hedge);
    byte(value.digits);
    text(value.unit);
    text(value.ratio);
    byte(value.base ? 1 : 0);
    if (!value.base) return;
    decimal(value.base->low);
    decimal(value.base->high);
    text(value.base->unit);
  }
  void interval(const std::optional<DateInterval>& value) {
    byte(value ? 1 : 0);
    if (!value) return;
    signed_number(value->from.time_since_epoch().count());
    signed_number((value->to - value->from).count());
  }
  void timex(const std::optional<Timex>& value) {
    byte(value ? 1 : 0);
    if (!value) return;
    tag(value->type);
    text(value->value);
    interval(value->range);
    byte(value->assumed ? 1 : 0);
  }
  void real(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (unsigned shift = 0; shift < 64; shift += 8) byte(static_cast<std::uint8_t>(bits >> shift));
  }

 private:
  std::string& out_;
};

// Every read checks; after the first fault all reads give empty values and good() is false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  bool good() const { return good_; }
  std::string_view rest() const { return rest_; }

  std::uint8_t byte() {
    if (rest_.empty()) return fail();
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t next = byte();
      value |= static_cast<std::uint64_t>(next & 0x7FU) << shift;
      if ((next & 0x80U) == 0) return value;
    }
    return fail();
  }
  std::int64_t signed_number() {
    const std::uint64_t bits = number();
    return static_cast<std::int64_t>(bits >> 1U) ^ -static_cast<std::int64_t>(bits & 1U);
  }
  std::string text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) fail();
    if (!good_) return {};
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  // The length of a list; each element takes a byte or more, so it cannot exceed what is left.
  std::uint64_t length() {
    const std::uint64_t count = number();
    return count > rest_.size() || count > kLongestList ? fail() : count;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> values(length());
    for (std::string& value : values) value = text();
    return values;
  }
  template <typename Enum>
  Enum tag(Enum last) {
    const std::uint8_t value = byte();
    if (value > static_cast<std::uint8_t>(last)) fail();
    return good_ ? static_cast<Enum>(value) : Enum{};
  }
  bool flag() {
    const std::uint8_t value = byte();
    if (value > 1) fail();
    return good_ && value == 1;
  }
  template <typename Span>
  Span span() {
    const std::uint64_t begin = number();
    const std::uint64_t size = number();
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    if (begin > kMost || size > kMost - begin) fail();
    if (!good_) return {};
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
  }
  Term term() {
    Term value;
    value.text = text();
    value.concepts = texts();
    return value;
  }
  std::vector<EntityRef> entities() {
    std::vector<EntityRef> values(length());
    for (EntityRef& value : values) {
      value.id = text();
      value.type = text();
      value.label = text();
    }
    return values;
  }
  std::optional<Decimal> decimal() {
    if (!flag()) return std::nullopt;
    const std::int64_t coefficient = signed_number();
    const std::int64_t exponent = signed_number();
    if (exponent > Decimal::kMaxExponent || exponent < -Decimal::kMaxExponent) fail();
    if (!good_) return std::nullopt;
    std::optional<Decimal> value = Decimal::make(coefficient, static_cast<int>(exponent));
    if (!value) fail();
    return value;
  }
  Quantity quantity() {
    Quantity value;
    value.low = decimal();
    value.high = decimal();
    value.hedge = tag(Hedge::Order);
    value.digits = byte();
    value.unit = text();
    value.ratio = text();
    if (flag()) {
      Quantity::Base base;
      base.low = decimal();
      base.high = decimal();
      base.unit = text();
      value.base = std::move(base);
    }
    return value;
  }
  std::optional<DateInterval> interval() {
    if (!flag()) return std::nullopt;
    const std::int64_t from = signed_number();
    const std::int64_t days = signed_number();
    const std::int64_t first = kDistantPast.time_since_epoch().count();
    const std::int64_t last = kDistantFuture.time_since_epoch().count();
    if (from < first || from > last || days < 0 || days > last - from) fail();
    if (!good_) return std::nullopt;
    const Day day{std::chrono::days(from)};
    return DateInterval{day, day + std::chrono::days(days)};
  }
  std::optional<Timex> timex() {
    if (!flag()) return std::nullopt;
    Timex value;
    value.type = tag(TimexType::Set);
    value.value = text();
    value.range = interval();
    value.assumed = flag();
    return value;
  }
  double real() {
    std::uint64_t bits = 0;
    for (unsigned shift = 0; shift < 64; shift += 8) bits |= std::uint64_t{byte()} << shift;
    const auto value = std::bit_cast<double>(bits);
    if (!(value >= 0 && value <= 1)) fail();
    return good_ ? value : 0;
  }

 private:
  std::uint8_t fail() {
    good_ = false;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool good_ = true;
};

Error damaged(const char* what) {
  return {ErrorKind::Database,
          std::string("a stored claim is damaged (") + what + "); index the article again"};
}

}  // namespace

void encode(const Claim& claim, std::string& out) {
  Writer write(out);
  write.byte(kVersion);
  write.text(claim.id);
  write.tag(claim.kind);
  write.tag(claim.field);
  write.tag(claim.zone);
  write.span(claim.span);
  write.span(claim.chars);
  write.span(claim.sentence);
  write.span(claim.sentence_chars);
  write.text(claim.text);
  write.text(claim.sentence_text);
  write.entities(claim.subject);
  write.text(claim.bearer);
  write.term(claim.item);
  write.term(claim.predicate);
  write.tag(claim.dimension);
  write.quantity(claim.value);
  write.timex(claim.timex);
  write.interval(claim.when);
  write.number(claim.attribution.size());
  for (const AttributionLink& link : claim.attribution) {
    write.text(link.text);
    write.text(link.id);
    write.tag(link.kind);
  }
  write.tag(claim.modality);
  write.tag(claim.polarity);
  write.tag(claim.change);
  write.real(claim.check_worthiness);
  write.texts(claim.context);
  write.entities(claim.names);
}

Result<Claim> decode(std::string_view& bytes) {
  Reader read(bytes);
  const std::uint8_t version = read.byte();
  if (!read.good()) return damaged("empty");
  if (version > kVersion) {
    return Error{ErrorKind::Database,
                 "a stored claim is of a newer version; use the newer program or index again"};
  }
  if (version != kVersion) return damaged("unknown version");
  Claim claim;
  claim.id = read.text();
  claim.kind = read.tag(ClaimKind::Event);
  claim.field = read.tag(Field::Title);
  claim.zone = read.tag(Zone::Boilerplate);
  claim.span = read.span<ByteSpan>();
  claim.chars = read.span<CharSpan>();
  claim.sentence = read.span<ByteSpan>();
  claim.sentence_chars = read.span<CharSpan>();
  claim.text = read.text();
  claim.sentence_text = read.text();
  claim.subject = read.entities();
  claim.bearer = read.text();
  claim.item = read.term();
  claim.predicate = read.term();
  claim.dimension = read.tag(Dimension::Name);
  claim.value = read.quantity();
  claim.timex = read.timex();
  claim.when = read.interval();
  claim.attribution.resize(read.length());
  for (AttributionLink& link : claim.attribution) {
    link.text = read.text();
    link.id = read.text();
    link.kind = read.tag(SourceKind::Anonymous);
  }
  claim.modality = read.tag(Modality::Conditional);
  claim.polarity = read.tag(Polarity::Negated);
  claim.change = read.tag(Change::DecreaseTo);
  claim.check_worthiness = read.real();
  claim.context = read.texts();
  claim.names = read.entities();
  if (!read.good()) return damaged("cut off or altered");
  bytes = read.rest();
  return claim;
}

std::string encode_claims(const std::vector<Claim>& claims) {
  std::string out;
  Writer(out).number(claims.size());
  for (const Claim& claim : claims) encode(claim, out);
  return out;
}

Result<std::vector<Claim>> decode_claims(std::string_view bytes) {
  Reader read(bytes);
  const std::uint64_t count = read.length();
  if (!read.good()) return damaged("cut off or altered");
  bytes = read.rest();
  std::vector<Claim> claims;
  for (std::uint64_t i = 0; i < count; ++i) {
    Result<Claim> claim = decode(bytes);
    if (!claim) return claim.error();
    claims.push_back(std::move(*claim));
  }
  if (!bytes.empty()) return damaged("bytes left over");
  return claims;
}

}  // namespace twosource
