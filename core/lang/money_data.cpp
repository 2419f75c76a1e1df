#include "core/lang/money_data.h"

namespace twosource {

MoneyData load_money(JsonReader& json, const JsonNode& root) {
  json.only(root, {});
  return {.present = true};
}

}  // namespace twosource
