#include "core/lang/dates_data.h"

namespace twosource {

DatesData load_dates(JsonReader& json, const JsonNode& root) {
  json.only(root, {});
  return {.present = true};
}

}  // namespace twosource
