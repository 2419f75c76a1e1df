#include "core/lang/spelling_variants.h"

namespace twosource {

SpellingVariants::SpellingVariants(JsonReader& json, const JsonNode& root) {
  for (const JsonNode& row : json.list(root, "variants")) {
    const bool pair = row.is(JsonNode::Kind::List) && row.items.size() == 2 &&
                      row.items[0].is(JsonNode::Kind::String) &&
                      row.items[1].is(JsonNode::Kind::String) && !row.items[0].text.empty();
    if (pair) {
      pairs_.emplace_back(row.items[0].text, row.items[1].text);
    } else {
      json.fail(row, "a variant must be a pair of strings");
    }
  }
}

std::vector<std::string> SpellingVariants::of(std::string_view form) const {
  std::vector<std::string> out = {std::string(form)};
  std::string changed(form);
  for (const auto& [from, to] : pairs_) {
    for (std::size_t at = 0; (at = changed.find(from, at)) != std::string::npos; at += to.size())
      changed.replace(at, from.size(), to);
  }
  if (changed != form) out.push_back(changed);
  return out;
}

}  // namespace twosource
