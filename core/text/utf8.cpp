#include "core/text/utf8.h"

#include <algorithm>

namespace twosource {
namespace {

constexpr std::uint32_t kSampleEvery = 64;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Well-formed sequences after table 3-7 of the Unicode standard (15.0).
bool second_byte_fits(unsigned lead, unsigned second) {
  if (lead == 0xE0U) return second >= 0xA0U && second <= 0xBFU;
  if (lead == 0xEDU) return second >= 0x80U && second <= 0x9FU;
  if (lead == 0xF0U) return second >= 0x90U && second <= 0xBFU;
  if (lead == 0xF4U) return second >= 0x80U && second <= 0x8FU;
  return second >= 0x80U && second <= 0xBFU;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  constexpr CodePoint kBad{0xFFFD, 1};
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80U) return {lead, 1};
  const std::uint32_t length = lead >= 0xF0U ? 4 : (lead >= 0xE0U ? 3 : 2);
  if (lead < 0xC2U || lead > 0xF4U || at + length > text.size()) return kBad;
  if (!second_byte_fits(lead, static_cast<unsigned char>(text[at + 1]))) return kBad;
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return kBad;
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  return {value, length};
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) {
    out += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (c < 0x80U) {
    put(c);
  } else if (c < 0x800U) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000U) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::optional<std::size_t> first_invalid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80U) {
      ++at;
      continue;
    }
    const CodePoint c = decode(text, at);
    if (c.length == 1) return at;
    at += c.length;
  }
  return std::nullopt;
}

std::string replace_invalid(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (c.length == 1 && c.value == 0xFFFD) {
      append_utf8(out, 0xFFFD);
    } else {
      out += text.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

std::uint32_t count_chars(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

CharIndex::CharIndex(std::string_view text) : text_(text) {
  samples_.reserve(text.size() / kSampleEvery + 1);
  std::uint32_t chars = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % kSampleEvery == 0) samples_.push_back(chars);
    if (!is_continuation(text[at])) ++chars;
  }
}

std::uint32_t CharIndex::chars_at(std::uint32_t byte) const {
  const std::uint32_t end = std::min<std::uint32_t>(byte, static_cast<std::uint32_t>(text_.size()));
  if (samples_.empty()) return 0;
  const std::uint32_t sample =
      std::min<std::uint32_t>(end / kSampleEvery, static_cast<std::uint32_t>(samples_.size() - 1));
  return samples_[sample] +
         count_chars(text_.substr(sample * kSampleEvery, end - sample * kSampleEvery));
}

std::uint32_t CharIndex::byte_at(std::uint32_t chars) const {
  const auto after = std::upper_bound(samples_.begin(), samples_.end(), chars);
  if (after == samples_.begin()) return 0;
  auto sample = static_cast<std::uint32_t>(after - samples_.begin() - 1);
  std::uint32_t count = samples_[sample];
  std::uint32_t at = sample * kSampleEvery;
  while (at < text_.size()) {
    if (!is_continuation(text_[at])) {
      if (count == chars) return at;
      ++count;
    }
    ++at;
  }
  return static_cast<std::uint32_t>(text_.size());
}

}  // namespace twosource
