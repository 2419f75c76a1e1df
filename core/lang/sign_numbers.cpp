#include "core/lang/sign_numbers.h"

#include <string>

namespace twosource {
namespace {

void read(JsonReader& json, const JsonNode& node, std::string_view key, std::uint32_t payload,
          PhraseLexicon& out) {
  for (const std::string& form : json.texts(node, key)) {
    json.check_form(node, form);
    if (!out.add(form, payload)) json.fail(node, "the form '" + form + "' has two values");
  }
}

}  // namespace

SignNumbers load_sign_numbers(JsonReader& json, const JsonNode& node) {
  SignNumbers out;
  if (!node.is(JsonNode::Kind::Object)) return out;
  json.only(node, {"features", "over", "over_one", "whole_joiners", "excess", "ordinal_before",
                   "ordinal_after", "counters", "classifiers", "particles", "lookalikes",
                   "prefixes", "label_after"});
  out.present = true;
  for (const std::string& feature : json.texts(node, "features")) {
    if (feature == "pair-ranges") {
      out.pair_ranges = true;
    } else if (feature == "elliptic") {
      out.elliptic = true;
    } else if (feature == "digit-rows") {
      out.digit_rows = true;
    } else {
      json.fail(node, "unknown feature '" + feature + "' of signs");
    }
  }
  read(json, node, "over", 0, out.over);
  read(json, node, "over_one", 0, out.over_one);
  read(json, node, "whole_joiners", 0, out.whole_joiners);
  read(json, node, "excess", 0, out.excess);
  read(json, node, "ordinal_before", 0, out.ordinal_before);
  read(json, node, "ordinal_after", 0, out.ordinal_after);
  read(json, node, "counters", SignNumbers::kCounter, out.counters);
  read(json, node, "classifiers", SignNumbers::kClassifier, out.counters);
  read(json, node, "particles", 0, out.particles);
  read(json, node, "lookalikes", 0, out.lookalikes);
  read(json, node, "prefixes", SignNumbers::kPrefix, out.lookalikes);
  read(json, node, "label_after", 0, out.label_after);
  for (PhraseLexicon* lexicon :
       {&out.over, &out.over_one, &out.whole_joiners, &out.excess, &out.ordinal_before,
        &out.ordinal_after, &out.counters, &out.particles, &out.lookalikes, &out.label_after})
    lexicon->finish();
  return out;
}

}  // namespace twosource
