#include "core/claim/codec.h"

#include <doctest/doctest.h>

#include "tests/core/claim/claim_lines.h"

using namespace twosource;

namespace {

std::vector<Claim> some_claims() {
  const Document document = test::article(
      "en",
      "South Korea's spy agency said on Monday that between 1,500 and 3,000 soldiers had left. "
      "\"There is no doubt about it,\" said President Anna Keller. About two thirds of voters in "
      "Poland agreed; the talks took 2 hours 30 minutes. Lawmakers voted 397-0.");
  return read_claims(document, Languages::embedded()).claims;
}

// Equal to the last member: the bytes of both are.
bool same(const Claim& a, const Claim& b) {
  std::string first;
  std::string second;
  encode(a, first);
  encode(b, second);
  return first == second && test::line_of(a) == test::line_of(b) && to_line(a) == to_line(b);
}

}  // namespace

TEST_CASE("claims come back from their stored form as they were") {
  const std::vector<Claim> claims = some_claims();
  REQUIRE(claims.size() >= 5);
  const Result<std::vector<Claim>> back = decode_claims(encode_claims(claims));
  REQUIRE(back.has_value());
  REQUIRE(back->size() == claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) {
    CAPTURE(test::line_of(claims[i]));
    CHECK(same(claims[i], (*back)[i]));
    CHECK((*back)[i].context == claims[i].context);
    CHECK((*back)[i].names == claims[i].names);
    CHECK((*back)[i].value == claims[i].value);
    CHECK((*back)[i].sentence_text == claims[i].sentence_text);
  }
}

TEST_CASE("a stored claim that is cut off anywhere is an error") {
  const std::string bytes = encode_claims(some_claims());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK(!decode_claims(std::string_view(bytes).substr(0, size)).has_value());
  }
  CHECK(!decode_claims(bytes + "x").has_value());
}

TEST_CASE("altered bytes give an error or another claim, never a crash") {
  const std::string bytes = encode_claims(some_claims());
  std::size_t errors = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int flip : {0x01, 0x7F, 0x80, 0xFF}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      errors += decode_claims(damaged).has_value() ? 0 : 1;
    }
  }
  CHECK(errors > bytes.size() / 10);
}

TEST_CASE("a newer version says so") {
  std::string bytes;
  encode(some_claims().front(), bytes);
  bytes[0] = 99;
  std::string_view rest = bytes;
  const Result<Claim> claim = decode(rest);
  REQUIRE(!claim.has_value());
  CHECK(claim.error().kind == ErrorKind::Database);
  CHECK(claim.error().message.find("newer") != std::string::npos);
}
