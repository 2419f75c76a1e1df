// The records of `compare --jsonl`: two texts each (CONTRACT: comparison of two texts).
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/civil.h"
#include "core/base/result.h"

namespace twosource {

struct TextPair {
  std::string id;
  std::string a;
  std::string b;
  std::string language_a;  // detected where the record does not say it
  std::string language_b;
  std::optional<DateTime> published;
};

// One line of JSON. `id` defaults to the number of the line. Errors: BadInput, with file and line.
Result<TextPair> parse_text_pair(std::string_view json, const std::string& file,
                                 std::uint64_t line);

}  // namespace twosource
