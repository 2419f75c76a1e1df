#include "core/lang/claims_data.h"

namespace twosource {

ClaimsData load_claims(JsonReader& json, const JsonNode& root) {
  json.only(root, {});
  return {.present = true};
}

}  // namespace twosource
