// Any text through the engines of numbers, amounts and dates: the first byte picks the language,
// the second whether it has a date of publication.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/grammar/mentions.h"
#include "core/lang/registry.h"
#include "core/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace twosource;
  static const std::vector<std::string> kTags = [] {
    auto tags = Languages::embedded().tags();
    tags.emplace_back("und");
    return tags;
  }();
  if (size < 2) return 0;
  const std::string text = replace_invalid({reinterpret_cast<const char*>(data) + 2, size - 2});
  const auto published = data[1] % 2 != 0 ? parse_iso("2024-10-24") : std::nullopt;
  const LanguagePack& pack = Languages::embedded().find(kTags[data[0] % kTags.size()]);
  const TokenizedText tokens = analyse_text(text, pack.segmentation);
  std::vector<Mention> mentions = find_mentions(tokens, Field::Text, pack, published);
  settle_currencies(pack, {}, {&mentions});
  for (const Mention& mention : mentions) {
    const bool inside = mention.span.begin < mention.span.end && mention.span.end <= text.size() &&
                        mention.wide.begin <= mention.span.begin &&
                        mention.span.end <= mention.wide.end && mention.wide.end <= text.size();
    if (!inside || to_line(mention, text).empty()) std::abort();
  }
  return 0;
}
