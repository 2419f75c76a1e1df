#include "core/document/field_builder.h"

#include <algorithm>

namespace twosource {

void FieldBuilder::transfer(const FieldBuilder& from, ByteSpan span) {
  const auto& runs = from.map.runs();
  auto run = std::upper_bound(
      runs.begin(), runs.end(), span.begin,
      [](std::uint32_t byte, const SourceMap::Run& r) { return byte < r.field_begin; });
  if (run != runs.begin()) --run;
  for (; run != runs.end() && run->field_begin < span.end; ++run) {
    const std::uint32_t begin = std::max(span.begin, run->field_begin);
    const std::uint32_t end = std::min(span.end, run->field_begin + run->field_length);
    if (begin >= end) continue;
    const std::string_view bytes = slice(from.text, {begin, end});
    if (run->field_length == run->source_length) {
      copy(bytes, run->source_begin + (begin - run->field_begin));
    } else {
      atom(bytes, run->source_begin, run->source_length);
    }
  }
}

}  // namespace twosource
