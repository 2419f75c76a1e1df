// The fitting program, and that the committed weights and their table belong together.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/base/hash.h"
#include "tests/fit/prior.h"
#include "tests/fit/table.h"

using namespace twosource;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

const fs::path kCompare = fs::path(TWOSOURCE_SOURCE_DIR) / "core" / "compare";
const fs::path kFit = fs::path(TWOSOURCE_SOURCE_DIR) / "tests" / "fit";

// Two outlets on one event, a look-alike elsewhere; the last line has no counterpart.
constexpr const char* kMaterial =
    R"({"story":"fire","articles":[)"
    R"({"id":"f1","outlet":"A","language":"en","published":"2024-05-02","text":"A fire in Lisbon destroyed 340 houses.\nThe mayor promised 25 million euros."},)"
    R"({"id":"f2","outlet":"B","language":"en","published":"2024-05-02","text":"In Lisbon 340 houses burned down.\nThe city will give 25 million euros."}]})"
    "\n"
    R"({"story":"flood","articles":[)"
    R"({"id":"g1","outlet":"A","language":"en","published":"2024-05-03","text":"A flood in Lisbon destroyed 120 houses."}]})"
    "\n";

fit::Material small_material() {
  const fs::path file = fs::temp_directory_path() / "twosource-fit-test.jsonl";
  std::ofstream(file) << kMaterial;
  auto out = fit::read_material({file.string()}, {Languages::embedded()});
  fs::remove(file);
  REQUIRE(out);
  return *std::move(out);
}

std::vector<fit::Sample> samples_by_item(bool with_noise) {
  std::vector<fit::Sample> out;
  for (int i = 0; i < 200; ++i) {
    fit::Sample sample;
    sample.features[static_cast<std::size_t>(Feature::Item)] = i % 10 / 10.0;
    sample.features[static_cast<std::size_t>(Feature::Near)] = i % 7 / 7.0;
    sample.positive = i % 10 >= 5;
    if (with_noise && i % 13 == 0) sample.positive = !sample.positive;
    out.push_back(sample);
  }
  return out;
}

fit::Signs only(std::initializer_list<std::pair<Feature, int>> wanted) {
  fit::Signs out{};
  for (const auto& [feature, sign] : wanted) out[static_cast<std::size_t>(feature)] = sign;
  return out;
}

}  // namespace

TEST_CASE("the committed weights and the table of their reliability belong together") {
  const std::string weights = content(kCompare / "weights.json");
  const std::string table = content(kCompare / "RELIABILITY.md");
  CHECK_MESSAGE(table.find("`" + hex_id(stable_hash(weights)) + "`") != std::string::npos,
                "weights.json was changed by hand, or scripts/fit was not run to its end");
}

TEST_CASE("the weights are written as they are read") {
  const std::string weights = content(kCompare / "weights.json");
  const auto model = AlignModel::from_json(weights);
  REQUIRE(model);
  CHECK(fit::weights_text(*model) == weights);
}

TEST_CASE("the committed weights are the committed fit, drawn towards the prior") {
  const auto fitted = AlignModel::from_json(content(kFit / "fitted.json"));
  const auto prior = AlignModel::from_json(content(kFit / "prior.json"));
  REQUIRE(fitted);
  REQUIRE(prior);
  CHECK(fit::weights_text(fit::drawn_towards(*fitted, *prior)) ==
        content(kCompare / "weights.json"));
}

TEST_CASE("weights that cannot be read report nothing") {
  const AlignModel unread;
  for (const AlignHeads& heads : unread.heads) {
    CHECK(heads.agree.probability({}) < heads.corroboration_threshold);
    CHECK(heads.conflict.probability({}) < heads.conflict_threshold);
  }
}

TEST_CASE("faults in a file of weights are errors") {
  CHECK_FALSE(AlignModel::from_json("{").has_value());
  CHECK_FALSE(AlignModel::from_json("{\"one_language\": {}}").has_value());
}

TEST_CASE("the regression finds what decides") {
  const auto samples = samples_by_item(true);
  const AlignHead head = fit::fit_head(samples, only({{Feature::Item, 1}, {Feature::Near, 1}}));
  CHECK(head.weights[static_cast<std::size_t>(Feature::Item)] > 3);
  CHECK(fit::area_under_curve(samples, head) > 0.85);
  FeatureValues sure{};
  sure[static_cast<std::size_t>(Feature::Item)] = 0.9;
  CHECK(head.probability(sure) > 0.8);
  CHECK(head.probability({}) < 0.2);
}

TEST_CASE("a weight of the wrong sign is left out") {
  const AlignHead head = fit::fit_head(samples_by_item(false), only({{Feature::Item, -1}}));
  CHECK(head.weights[static_cast<std::size_t>(Feature::Item)] == 0);
}

TEST_CASE("material is read with the frequency of its keys") {
  const fit::Material material = small_material();
  REQUIRE(material.stories.size() == 2);
  CHECK(material.articles == 3);
  CHECK(material.weight("V:120") > 0);
  const fit::Article& first = material.stories[0].articles[0];
  REQUIRE(first.claims.size() == first.lines.size());
  CHECK(first.lines.front() == 1);
  CHECK(first.lines.back() == 2);
  CHECK_FALSE(fit::read_material({"/nowhere/at/all"}, {Languages::embedded()}).has_value());
}

TEST_CASE("a story gives runs with known answers") {
  const fit::Material material = small_material();
  std::array<int, 4> seen{};
  fit::for_each_run(material, [&](const fit::Run& run) {
    ++seen.at(static_cast<std::size_t>(run.kind));
    CHECK(run.wanted.has_value() == (run.kind == fit::RunKind::Altered));
    if (!run.wanted) return;
    const Claim& a = run.a.claims[run.wanted->first];
    const Claim& b = run.b.claims[run.wanted->second];
    CHECK(a.text == b.text);
    CHECK(a.value != b.value);
    CHECK(relate_claims({a, run.a.info.published}, {b, run.b.info.published}).relation ==
          Relation::Conflicts);
  });
  CHECK(seen[static_cast<std::size_t>(fit::RunKind::Faithful)] == 1);
  CHECK(seen[static_cast<std::size_t>(fit::RunKind::Missing)] == 1);
  CHECK(seen[static_cast<std::size_t>(fit::RunKind::Altered)] == 2);
  CHECK(seen[static_cast<std::size_t>(fit::RunKind::OtherStory)] >= 1);
}

TEST_CASE("training is deterministic and leaves a readable table") {
  const std::vector<fit::Material> readings{small_material()};
  const fit::Trained one = fit::train(readings, AlignModel::embedded());
  const fit::Trained two = fit::train(readings, AlignModel::embedded());
  const std::string weights = fit::weights_text(one.model);
  CHECK(weights == fit::weights_text(two.model));
  CHECK(fit::table_text(one, weights) == fit::table_text(two, weights));
  CHECK(fit::table_text(one, weights).find("## one_language") != std::string::npos);
  CHECK(AlignModel::from_json(weights).has_value());
}
