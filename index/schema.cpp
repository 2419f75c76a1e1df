#include "index/schema.h"

#include "core/base/hash.h"

namespace twosource::schema {
namespace {

constexpr std::uint32_t kDayBias = 1U << 31U;

// Short keys stand as they are; long ones by hash, marked so that no short key can equal them.
std::string term(std::string_view prefix, std::string_view key) {
  std::string out(prefix);
  if (key.size() <= kMaxTermBytes) return out.append(key);
  return out + '\x01' + hex_id(stable_hash(key));
}

}  // namespace

std::string id_term(std::string_view id) {
  return term(kIdPrefix, id);
}
std::string url_term(std::string_view url) {
  return "B" + hex_id(stable_hash(url));
}
std::string outlet_term(std::string_view outlet) {
  return term(kOutletPrefix, outlet);
}
std::string language_term(std::string_view language) {
  return term(kLanguagePrefix, language);
}
std::string profile_term(std::string_view key) {
  return term("P", key);
}
std::string claim_key_term(std::uint64_t key) {
  return "K" + hex_id(key);
}

std::string shingle_term(std::uint64_t shingle) {
  return "S" + hex_id(shingle);
}

std::string day_value(Day day) {
  const auto biased = static_cast<std::uint32_t>(
      static_cast<std::int64_t>(day.time_since_epoch().count()) + std::int64_t{kDayBias});
  std::string out(4, '\0');
  for (std::size_t i = 0; i < 4; ++i)
    out[i] = static_cast<char>((biased >> (24U - 8U * static_cast<std::uint32_t>(i))) & 0xFFU);
  return out;
}

Day day_of_value(std::string_view value) {
  std::uint32_t biased = 0;
  for (const char c : value.substr(0, 4)) biased = (biased << 8U) | static_cast<unsigned char>(c);
  return Day{std::chrono::days{static_cast<int>(std::int64_t{biased} - std::int64_t{kDayBias})}};
}

}  // namespace twosource::schema
