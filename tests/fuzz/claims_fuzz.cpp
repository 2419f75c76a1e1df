// Any text through every engine: the first byte picks the language, the second whether it has a
// date of publication.
#include <cstdlib>
#include <string>

#include "core/claim/extract.h"
#include "core/document/reader.h"
#include "core/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace twosource;
  static const std::vector<std::string> kTags = [] {
    auto tags = Languages::embedded().tags();
    tags.emplace_back("und");
    return tags;
  }();
  if (size < 2) return 0;
  std::string text = replace_invalid({reinterpret_cast<const char*>(data) + 2, size - 2});
  const auto published = data[1] % 2 != 0 ? parse_iso("2024-10-24") : std::nullopt;
  const Document document =
      plain_document(std::move(text), kTags[data[0] % kTags.size()], published);
  const Reading reading = read_claims(document, Languages::embedded());
  for (const Mention& mention : reading.mentions) {
    if (mention.span.begin >= mention.span.end ||
        mention.span.end > document.field(mention.field).size())
      std::abort();
  }
  for (const Claim& claim : reading.claims) {
    if (claim.span.end > document.field(claim.field).size() || first_invalid(claim.text))
      std::abort();
  }
  return 0;
}
