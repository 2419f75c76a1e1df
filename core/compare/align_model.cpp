#include <cmath>
#include <string>

#include "core/base/names.h"
#include "core/compare/align.h"
#include "core/compare/embedded_data.h"
#include "core/lang/strict_json.h"

namespace twosource {
namespace {

constexpr NameTable<Feature, kFeatureCount> kFeatures{
    {"item", "subject", "subject_differs", "predicate", "sentence", "near", "names", "siblings",
     "story", "unit", "kind", "time_differs", "source", "rarity"}};

double number(JsonReader& json, const JsonNode& root, std::string_view key) {
  const auto value = json.decimal(root, key);
  return value ? value->to_double() : 0;
}

AlignHead head(JsonReader& json, const JsonNode& node) {
  AlignHead out;
  out.bias = number(json, node, "bias");
  for (std::size_t i = 0; i < kFeatureCount; ++i)
    out.weights[i] = number(json, node, kFeatures.names[i]);
  return out;
}

AlignModel load_model() {
  AlignModel model;
  JsonReader json("core/compare/weights.json");
  const auto root = json.parse(embedded_weights());
  if (!root) return model;
  model.agree = head(json, json.object(*root, "agree", true));
  model.differ = head(json, json.object(*root, "differ", true));
  model.corroboration_threshold = number(json, *root, "corroboration_threshold");
  model.conflict_threshold = number(json, *root, "conflict_threshold");
  model.conflict_story = number(json, *root, "conflict_story");
  model.conflict_margin = number(json, *root, "conflict_margin");
  model.compatible_threshold = number(json, *root, "compatible_threshold");
  model.key_story = number(json, *root, "key_story");
  return model;
}

}  // namespace

std::string_view name_of(Feature feature) {
  return kFeatures.of(feature);
}

const AlignModel& AlignModel::embedded() {
  static const AlignModel kModel = load_model();
  return kModel;
}

double AlignHead::probability(const FeatureValues& features) const {
  double z = bias;
  for (std::size_t i = 0; i < kFeatureCount; ++i) z += weights[i] * features[i];
  return 1 / (1 + std::exp(-z));
}

}  // namespace twosource
