#include "core/lang/names_data.h"

namespace twosource {

NamesData load_names(JsonReader& json, const JsonNode& root) {
  json.only(root, {});
  return {.present = true};
}

}  // namespace twosource
