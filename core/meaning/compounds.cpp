#include "core/meaning/compounds.h"

#include "core/lang/embedded.h"
#include "core/lang/strict_json.h"

namespace twosource {
namespace {

struct Loaded {
  std::vector<CompoundRules> rules;
  std::vector<Error> faults;
};

const Loaded& loaded() {
  static const Loaded kLoaded = [] {
    Loaded out;
    JsonReader json("core/lang/shared/compounds.json");
    if (const auto root = json.parse(embedded_file("shared/compounds.json"))) {
      json.only(*root, {"languages"});
      for (const JsonNode& row : json.list(*root, "languages", true)) {
        json.only(row, {"tag", "links"});
        CompoundRules rules{json.text(row, "tag"), {""}};
        for (std::string& link : json.texts(row, "links")) rules.links.push_back(std::move(link));
        out.rules.push_back(std::move(rules));
      }
    }
    out.faults = json.errors();
    return out;
  }();
  return kLoaded;
}

}  // namespace

const CompoundRules* compound_rules(std::string_view language) {
  const std::string_view base = language.substr(0, language.find('-'));
  for (const CompoundRules& rules : loaded().rules) {
    if (rules.language == base) return &rules;
  }
  return nullptr;
}

const std::vector<Error>& compound_faults() {
  return loaded().faults;
}

}  // namespace twosource
