#include "core/policy/baseline.h"

#include <doctest/doctest.h>

using namespace twosource;

namespace {

constexpr std::string_view kGood = R"({
  "schema": "twosource.baseline/1",
  "findings": [
    {"fingerprint": "f-1", "rule": "vote-differs", "text": "379", "reason": "counted otherwise", "expires": "2025-03-31"},
    {"fingerprint": "f-0", "reason": "known"}
  ]
})";

std::string message(std::string_view bytes) {
  const auto read = Baseline::parse(bytes, "base.json");
  return read ? "read" : describe(read.error());
}

}  // namespace

TEST_CASE("a baseline is read, found in and written back") {
  const auto read = Baseline::parse(kGood, "base.json");
  REQUIRE(read);
  REQUIRE(read->find("f-1") != nullptr);
  CHECK(read->find("f-1")->reason == "counted otherwise");
  REQUIRE(read->find("f-1")->expires.has_value());
  CHECK(to_iso(*read->find("f-1")->expires) == "2025-03-31");
  CHECK(read->find("f-2") == nullptr);
  const auto again = Baseline::parse(read->to_json(), "again.json");
  REQUIRE(again);
  CHECK(again->to_json() == read->to_json());
  CHECK(read->to_json().find("f-0") < read->to_json().find("f-1"));
}

TEST_CASE("what is wrong in a baseline is named with its line") {
  CHECK(message("[1").find("base.json:1") == 0);
  CHECK(message(R"({"schema": "x/1", "findings": []})").find("no baseline") != std::string::npos);
  CHECK(message(
            "{\"schema\": \"twosource.baseline/1\",\n\"findings\": [\n{\"fingerprint\": \"f-1\"}]}")
            .find("base.json:3") == 0);
  CHECK(message("{\"schema\": \"twosource.baseline/1\", \"findings\": [{\"fingerprint\": \"f\", "
                "\"reason\": \"r\", \"expires\": \"soon\"}]}")
            .find("2025-03-31") != std::string::npos);
  CHECK(message("{\"schema\": \"twosource.baseline/1\", \"findings\": [], \"more\": 1}") != "read");
}
