#include "core/lang/hedges_data.h"

namespace twosource {

HedgesData load_hedges(JsonReader& json, const JsonNode& root) {
  json.only(root, {});
  return {.present = true};
}

}  // namespace twosource
