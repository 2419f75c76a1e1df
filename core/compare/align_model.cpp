#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "core/base/names.h"
#include "core/compare/align.h"
#include "core/compare/embedded_data.h"
#include "core/lang/strict_json.h"

namespace twosource {
namespace {

constexpr NameTable<Feature, kFeatureCount> kFeatures{
    {"item",         "subject",      "subject_differs",
     "item_differs", "predicate",    "predicate_differs",
     "sentence",     "near",         "names",
     "siblings",     "story",        "story_rank",
     "story_names",  "story_days",   "unit",
     "kind",         "time_differs", "source",
     "rarity",       "sentence_fit", "sentence_lead",
     "alone",        "size",         "lead",
     "unmatched"}};
constexpr NameTable<Bridge, kBridgeCount> kBridges{{"one_language", "spelling", "lexicon"}};
constexpr NameTable<Outcome, kOutcomeCount> kOutcomes{
    {"holds", "unsure", "not-alike", "other-story", "explained", "rivalled"}};

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

AlignHeads read_heads(JsonReader& json, const JsonNode& node) {
  AlignHeads out;
  out.agree = head(json, json.object(node, "agree", true));
  out.same = head(json, json.object(node, "same", true));
  out.conflict = head(json, json.object(node, "conflict", true));
  out.corroboration_threshold = number(json, node, "corroboration_threshold");
  out.conflict_threshold = number(json, node, "conflict_threshold");
  return out;
}

}  // namespace

Result<AlignModel> AlignModel::from_json(std::string_view bytes) {
  AlignModel model;
  JsonReader json("core/compare/weights.json");
  const auto root = json.parse(bytes);
  if (root) {
    model.made_by = json.text(*root, "made_by");
    for (std::size_t i = 0; i < kBridgeCount; ++i)
      model.heads.at(i) = read_heads(json, json.object(*root, kBridges.names.at(i), true));
    model.compatible_threshold = number(json, *root, "compatible_threshold");
    model.conflict_story = number(json, *root, "conflict_story");
    model.key_story = number(json, *root, "key_story");
  }
  if (!json.errors().empty()) return json.errors().front();
  return model;
}

std::string_view name_of(Feature feature) {
  return kFeatures.of(feature);
}

std::string_view name_of(Bridge bridge) {
  return kBridges.of(bridge);
}

std::string_view name_of(Outcome outcome) {
  return kOutcomes.of(outcome);
}

const AlignModel& AlignModel::embedded() {
  // Its faults are a matter for the tests: a model of zeros reports nothing.
  static const AlignModel kModel = [] {
    auto model = from_json(embedded_weights());
    return model ? *std::move(model) : AlignModel{};
  }();
  return kModel;
}

std::vector<FeatureShare> shares_of(const AlignedPair& pair) {
  std::vector<FeatureShare> out;
  if (pair.head == nullptr) return out;
  out.push_back({"bias", 1, pair.head->bias});
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    const double share = pair.head->weights[i] * pair.features[i];
    if (share != 0)
      out.push_back({std::string(name_of(static_cast<Feature>(i))), pair.features[i], share});
  }
  std::stable_sort(out.begin(), out.end(), [](const FeatureShare& a, const FeatureShare& b) {
    return std::abs(a.share) > std::abs(b.share);
  });
  return out;
}

double AlignHead::log_odds(const FeatureValues& features) const {
  double z = bias;
  for (std::size_t i = 0; i < kFeatureCount; ++i) z += weights[i] * features[i];
  return z;
}

double AlignHead::probability(const FeatureValues& features) const {
  return 1 / (1 + std::exp(-log_odds(features)));
}

}  // namespace twosource
