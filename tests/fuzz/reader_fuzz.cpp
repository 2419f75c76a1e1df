// Any bytes through every reader: the first byte picks the name, and so the format where the
// content leaves it open. Every offset of what was read must lead back to a place inside the file.
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/document/reader.h"
#include "core/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace twosource;
  static const std::array<std::string, 6> kNames{"a.txt",  "a.md",    "a.html",
                                                 "a.json", "a.jsonl", "a"};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Result<Document> document = read_article(bytes, kNames[data[0] % kNames.size()]);
  if (!document) return 0;
  if (first_invalid(document->text) || first_invalid(document->info.title)) std::abort();
  for (std::uint32_t at = 0; at < document->text.size(); at += 7) {
    const auto place = document->place(Field::Text, {at, at + 1});
    if (place && (place->begin_line == 0 || place->end_byte < place->begin_byte)) std::abort();
  }
  return 0;
}
