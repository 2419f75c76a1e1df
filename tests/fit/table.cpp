#include "tests/fit/table.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/base/hash.h"

namespace twosource::fit {
namespace {

std::string decimal(double value, int places) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*f", places, value);
  const std::string out = buffer.data();
  const bool nought = out.find_first_not_of("-0.") == std::string::npos;
  return nought ? "0" : out;
}

std::string head_text(const AlignHead& head) {
  std::string out = "{\"bias\": " + decimal(head.bias, 2);
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    out += i % 7 == 6 ? ",\n      " : ", ";
    out +=
        "\"" + std::string(name_of(static_cast<Feature>(i))) + "\": " + decimal(head.weights[i], 2);
  }
  return out + "}";
}

std::string row(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += " " + cell + " |";
  return out + "\n";
}

std::string share(double part, double all) {
  return all > 0 ? decimal(part / all, 3) : "-";
}

// Predicted against observed, in ten steps.
std::string steps(const std::vector<Judged>& judged) {
  std::string out =
      row({"probability", "pairs", "predicted", "observed"}) + row({"---", "---:", "---:", "---:"});
  for (int step = 0; step < 10; ++step) {
    double pairs = 0;
    double predicted = 0;
    double right = 0;
    for (const Judged& one : judged) {
      if (std::min(9, static_cast<int>(one.probability * 10)) != step) continue;
      pairs += one.weight;
      predicted += one.weight * one.probability;
      right += one.right ? one.weight : 0;
    }
    if (pairs == 0) continue;
    out += row({decimal(step / 10.0, 1) + " to " + decimal((step + 1) / 10.0, 1), decimal(pairs, 0),
                share(predicted, pairs), share(right, pairs)});
  }
  return out;
}

// At the threshold: what is right, and what of the right ones is found.
std::string at_threshold(const std::vector<Judged>& judged, double threshold) {
  std::string out = row({"material", "shown", "right of them", "found of the right"}) +
                    row({"---", "---:", "---:", "---:"});
  for (const bool aligned : {true, false}) {
    double shown = 0;
    double right = 0;
    double all_right = 0;
    for (const Judged& one : judged) {
      if (one.aligned != aligned) continue;
      all_right += one.right ? one.weight : 0;
      if (one.probability < threshold) continue;
      shown += one.weight;
      right += one.right ? one.weight : 0;
    }
    if (all_right == 0) continue;
    out += row({aligned ? "translations" : "several outlets", decimal(shown, 0),
                share(right, shown), share(right, all_right)});
  }
  return out;
}

// What became of the figures that were altered.
std::string fates(const BridgeReport& report) {
  std::string out = "\nThe altered figures:";
  for (std::size_t i = 0; i < kOutcomeCount; ++i)
    out += (i == 0 ? " " : ", ") + std::string(name_of(static_cast<Outcome>(i))) + " " +
           std::to_string(report.outcomes[i]);
  return out + ".\n";
}

}  // namespace

std::string weights_text(const AlignModel& model) {
  std::string out = "{\n  \"made_by\": \"" + model.made_by + "\"";
  for (std::size_t b = 0; b < kBridgeCount; ++b) {
    const AlignHeads& heads = model.heads.at(b);
    out += ",\n  \"" + std::string(name_of(static_cast<Bridge>(b))) +
           "\": {\n    \"agree\": " + head_text(heads.agree) +
           ",\n    \"same\": " + head_text(heads.same) +
           ",\n    \"conflict\": " + head_text(heads.conflict) +
           ",\n    \"corroboration_threshold\": " + decimal(heads.corroboration_threshold, 2) +
           ",\n    \"conflict_threshold\": " + decimal(heads.conflict_threshold, 2) + "\n  }";
  }
  return out + ",\n  \"compatible_threshold\": " + decimal(model.compatible_threshold, 2) +
         ",\n  \"conflict_story\": " + decimal(model.conflict_story, 2) +
         ",\n  \"key_story\": " + decimal(model.key_story, 2) + "\n}\n";
}

std::string table_text(const Trained& trained, const std::string& weights) {
  std::string out =
      "# How reliable the aligner is\n\n"
      "Made by `scripts/fit`, never by hand; `ctest -R '^fit$'` notices when it and\n"
      "`weights.json` belong to different fits. Weights: `" +
      hex_id(stable_hash(weights)) + "`, made by: " + trained.model.made_by +
      ".\n\n"
      "Runs are pairs of articles as they are, with the counterpart of a figure taken away, with "
      "one\n"
      "figure altered, and pairs of look-alikes on different stories (`tests/fit/runs.h`). A "
      "look-alike\n"
      "counts several times, for the many others that a search brings. What a fit judges, it "
      "judges\n"
      "with weights fitted on the other half of the stories; `--judge` takes the weights as they "
      "are.\n";
  for (std::size_t b = 0; b < kBridgeCount; ++b) {
    const BridgeReport& report = trained.reports.at(b);
    const AlignHeads& heads = trained.model.heads.at(b);
    out += "\n## " + std::string(name_of(static_cast<Bridge>(b))) + "\n\n" +
           std::to_string(report.runs) + " runs, " + std::to_string(report.altered) +
           " of them with an altered figure. Area under the curve: agree " +
           decimal(report.agree_area, 3) + ", same " + decimal(report.same_area, 3) +
           ", conflict " + decimal(report.conflict_area, 3) + ".\n\n" +
           "Two statements that agree speak of the same thing:\n\n" + steps(report.agree) +
           "\nShown from " + decimal(heads.corroboration_threshold, 2) + ":\n\n" +
           at_threshold(report.agree, heads.corroboration_threshold) +
           "\nTwo statements that differ, each the other's best partner, are a conflict:\n\n" +
           steps(report.conflict) + "\nShown from " + decimal(heads.conflict_threshold, 2) +
           ":\n\n" + at_threshold(report.conflict, heads.conflict_threshold) + fates(report);
  }
  return out;
}

}  // namespace twosource::fit
