// Numbers, strings and lists as bytes: the smallest set that the article codec needs. Integers are
// variable in length (seven bits a byte), so that the many small ones cost one byte.
//
// The reader never runs past its end: after the first fault it gives zeros and empty strings, and
// ok() is false.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace twosource {

class ByteWriter {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80U; value >>= 7U) out_ += static_cast<char>((value & 0x7FU) | 0x80U);
    out_ += static_cast<char>(value);
  }
  // Zigzag: small negative numbers stay short.
  void signed_number(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : std::uint64_t{0}));
  }

  void fixed(std::uint64_t value) {
    for (unsigned i = 0; i < 8; ++i) out_ += static_cast<char>((value >> (8U * i)) & 0xFFU);
  }
  void text(std::string_view value) {
    number(value.size());
    out_.append(value);
  }
  void flag(bool value) { out_ += value ? '\1' : '\0'; }
  const std::string& bytes() const { return out_; }

 private:
  std::string out_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t out = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(next());
      out |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) return out;
    }
    ok_ = false;
    return 0;
  }
  std::int64_t signed_number() {
    const std::uint64_t bits = number();
    return static_cast<std::int64_t>((bits >> 1U) ^ (~(bits & 1U) + 1U));
  }

  std::uint64_t fixed() {
    std::uint64_t out = 0;
    for (unsigned i = 0; i < 8; ++i)
      out |= static_cast<std::uint64_t>(static_cast<unsigned char>(next())) << (8U * i);
    return out;
  }
  std::string text() { return std::string(view()); }
  // The same without a copy, good as long as the bytes are.
  std::string_view view() {
    const std::uint64_t size = number();
    if (size > rest_.size()) {
      ok_ = false;
      return {};
    }
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }
  bool flag() { return next() != '\0'; }
  // The length of a list. Each item takes a byte at least, so a damaged length cannot ask for much.
  std::size_t count() {
    const std::uint64_t size = number();
    if (size > rest_.size()) ok_ = false;
    return ok_ ? size : 0;
  }

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

 private:
  char next() {
    if (rest_.empty()) {
      ok_ = false;
      return '\0';
    }
    const char out = rest_.front();
    rest_.remove_prefix(1);
    return out;
  }
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace twosource
