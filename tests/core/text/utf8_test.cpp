#include "core/text/utf8.h"

#include <doctest/doctest.h>

#include <string>

using namespace twosource;

TEST_CASE("every code point survives the way to UTF-8 and back") {
  for (char32_t c = 1; c <= 0x10FFFF; c = c < 0x3000 ? c + 1 : c + 61) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, c);
    const CodePoint back = decode(bytes, 0);
    REQUIRE(back.value == c);
    REQUIRE(back.length == bytes.size());
  }
}

TEST_CASE("ill-formed bytes are found and replaced, never skipped") {
  CHECK_FALSE(first_invalid("Müller 漢 😀"));
  CHECK(first_invalid("ab\xC3") == 2);
  CHECK(first_invalid("\xED\xA0\x80") == 0);
  CHECK(first_invalid("\xF5\x80\x80\x80") == 0);
  CHECK(replace_invalid("a\xFF"
                        "b") == "a\uFFFDb");
  CHECK(replace_invalid("\xE2\x82") == "\uFFFD\uFFFD");
}

TEST_CASE("bytes and code points convert both ways at every place") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "aä漢😀 ";
  const CharIndex index(text);
  std::uint32_t chars = 0;
  for (std::uint32_t byte = 0; byte < text.size(); byte += decode(text, byte).length) {
    REQUIRE(index.chars_at(byte) == chars);
    REQUIRE(index.byte_at(chars) == byte);
    ++chars;
  }
  CHECK(index.chars_at(static_cast<std::uint32_t>(text.size())) == chars);
  CHECK(index.chars_at(1U << 30U) == chars);
  CHECK(index.byte_at(1U << 30U) == text.size());
  CHECK(CharIndex("").chars_at(5) == 0);
}
