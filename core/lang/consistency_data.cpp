#include "core/lang/consistency_data.h"

#include <array>
#include <string>
#include <string_view>

namespace twosource {
namespace {

struct Key {
  std::string_view name;
  PhraseLexicon ConsistencyData::*list;
};

constexpr std::array<Key, 18> kKeys{{
    {"parts", &ConsistencyData::parts},
    {"collectives", &ConsistencyData::collectives},
    {"wholes", &ConsistencyData::wholes},
    {"out_of", &ConsistencyData::out_of},
    {"amounts_to", &ConsistencyData::amounts_to},
    {"from", &ConsistencyData::from},
    {"to", &ConsistencyData::to},
    {"by", &ConsistencyData::by},
    {"rises", &ConsistencyData::rises},
    {"falls", &ConsistencyData::falls},
    {"born", &ConsistencyData::born},
    {"since", &ConsistencyData::since},
    {"ago", &ConsistencyData::ago},
    {"turns", &ConsistencyData::turns},
    {"seats", &ConsistencyData::seats},
    {"contrasts", &ConsistencyData::contrasts},
    {"joiners", &ConsistencyData::joiners},
    {"fillers", &ConsistencyData::fillers},
}};

}  // namespace

ConsistencyData load_consistency(JsonReader& json, const JsonNode& root) {
  ConsistencyData data;
  for (const auto& [name, value] : root.members) {
    bool known = false;
    for (const Key& key : kKeys) known = known || key.name == name;
    if (!known) json.fail(value, "unknown key '" + name + "'");
  }
  for (const Key& key : kKeys) {
    PhraseLexicon& list = data.*key.list;
    for (const JsonNode& item : json.list(root, key.name)) {
      json.check_form(item, item.text);
      if (!item.text.empty()) list.add(item.text, 0);
    }
    list.finish();
  }
  data.present = true;
  return data;
}

}  // namespace twosource
