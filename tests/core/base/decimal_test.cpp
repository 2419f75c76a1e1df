#include "core/base/decimal.h"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

using twosource::Decimal;

namespace {
Decimal of(const char* text) {
  return *Decimal::parse(text);
}
}  // namespace

TEST_CASE("a decimal reads and writes plain notation") {
  struct Row {
    std::string_view written;
    std::string_view printed;
  };
  const std::vector<Row> rows = {
      {"12000", "12000"},
      {"-12.50", "-12.5"},
      {".5", "0.5"},
      {"0", "0"},
      {"-0.0", "0"},
      {"1e6", "1000000"},
      {"1.5E-3", "0.0015"},
      {"+7", "7"},
      {"5.", "5"},
      {"0.000120", "0.00012"},
      {"9223372036854775807", "9223372036854775807"},
      {"1000000000000000000000", "1000000000000000000000"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const auto value = Decimal::parse(row.written);
    REQUIRE(value);
    CHECK(value->to_string() == row.printed);
  }
}

TEST_CASE("what is no decimal, or does not fit, is an error and never a rounded value") {
  for (const char* text : {"", "-", ".", "1,5", "1.2.3", "12a", "e5", "1e", " 1"}) {
    CAPTURE(text);
    const auto value = Decimal::parse(text);
    REQUIRE_FALSE(value);
    CHECK(value.error().kind == twosource::ErrorKind::BadInput);
  }
  for (const char* text : {"9223372036854775808", "12345678901234567890123", "1e99"}) {
    CAPTURE(text);
    const auto value = Decimal::parse(text);
    REQUIRE_FALSE(value);
    CHECK(value.error().kind == twosource::ErrorKind::TooLarge);
  }
}

TEST_CASE("decimals compare exactly, whatever their exponents") {
  // In ascending order: each is less than all behind it.
  const std::vector<const char*> ascending = {"-1e20", "-2.5", "-2.49", "-1e-20", "0",
                                              "1e-30", "0.1",  "0.11",  "9.99",   "10",
                                              "10.01", "1e18", "1e40"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t k = 0; k < ascending.size(); ++k) {
      CAPTURE(ascending[i]);
      CAPTURE(ascending[k]);
      CHECK((of(ascending[i]) < of(ascending[k])) == (i < k));
      CHECK((of(ascending[i]) == of(ascending[k])) == (i == k));
    }
  }
  CHECK(of("1.50") == of("1.5"));
}

TEST_CASE("arithmetic is exact or says that it cannot be") {
  CHECK(of("0.1").plus(of("0.2"))->to_string() == "0.3");
  CHECK(of("1").minus(of("0.999"))->to_string() == "0.001");
  CHECK(of("1234567.89").times(of("100"))->to_string() == "123456789");
  CHECK(of("-3").times(of("0.25"))->to_string() == "-0.75");
  CHECK_FALSE(of("9223372036854775807").plus(of("0.1")));
  CHECK_FALSE(of("9223372036854775807").times(of("9223372036854775807")));
  CHECK(of("12").scaled(3)->to_string() == "12000");
  CHECK_FALSE(of("1").scaled(200));
}

TEST_CASE("a quotient knows whether it ends") {
  const auto third = of("2").divided_by(of("3"));
  REQUIRE(third);
  CHECK_FALSE(third->exact);
  CHECK(third->value.to_string() == "0.666666666667");
  const auto eighth = of("1").divided_by(of("-8"));
  REQUIRE(eighth);
  CHECK(eighth->exact);
  CHECK(eighth->value.to_string() == "-0.125");
  CHECK_FALSE(of("1").divided_by(of("0")));
  CHECK(of("0").divided_by(of("7"))->value.is_zero());
}

TEST_CASE("whole numbers come back as integers") {
  CHECK(of("12000").to_int() == 12000);
  CHECK(of("-5").to_int() == -5);
  CHECK_FALSE(of("0.5").to_int());
  CHECK_FALSE(of("1e30").to_int());
  CHECK_FALSE(Decimal::make(std::numeric_limits<std::int64_t>::min(), 0));
}
