// Fits the aligner's weights on material whose answers are known.
//
//   twosource-fit [--lexicon FILE] [--mistakes N] [--judge yes] [--prior FILE --fitted FILE]
//                 --weights FILE --table FILE FILE...
//
// Every file is a corpus of its own. Writes the weights and the table of their reliability on
// stories that were not fitted on. With a prior (prior.h) the fit itself goes to `--fitted`, the
// weights are drawn towards the prior, and the table judges these. With a lexicon every story is
// read twice, without and with it.
// `--mistakes` prints the surest wrong judgements of each kind, to learn from; `--judge` fits
// nothing and shows what the embedded weights are worth.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include "core/claim/meaning_source.h"
#include "tests/fit/prior.h"
#include "tests/fit/table.h"
#include "tests/fit/training.h"

using namespace twosource;

namespace {

int fail(const std::string& message) {
  std::fprintf(stderr, "twosource-fit: %s\n", message.c_str());
  return 2;
}

std::string content(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool write(const std::string& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  return static_cast<bool>(out.flush());
}

void print_mistakes(const char* kind, std::vector<fit::Judged> judged, std::size_t count) {
  std::erase_if(judged, [](const fit::Judged& one) { return one.right; });
  std::sort(judged.begin(), judged.end(), [](const fit::Judged& x, const fit::Judged& y) {
    return x.probability > y.probability;
  });
  for (std::size_t i = 0; i < std::min(count, judged.size()); ++i)
    std::printf("%s %.2f run %d %s\n", kind, judged[i].probability, static_cast<int>(judged[i].run),
                judged[i].what.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, std::string> options;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.starts_with("--") && i + 1 < argc) {
      options[argument] = argv[++i];
    } else {
      files.push_back(argument);
    }
  }
  if (files.empty() || !options.contains("--weights") || !options.contains("--table"))
    return fail("usage: [--lexicon FILE] --weights FILE --table FILE MATERIAL.jsonl...");

  std::unique_ptr<MeaningSource> concepts;
  if (options.contains("--lexicon")) {
    auto lexicon = Lexicon::open(options["--lexicon"]);
    if (!lexicon) return fail(describe(lexicon.error()));
    concepts = std::make_unique<MeaningSource>(Meaning(*lexicon));
  }
  // Every file is a corpus of its own, so that corpora of several sizes are seen.
  std::vector<fit::Material> readings;
  std::vector<const MeaningSource*> sources{nullptr};
  if (concepts != nullptr) sources.push_back(concepts.get());
  for (const MeaningSource* source : sources) {
    for (const std::string& file : files) {
      auto material = fit::read_material({file}, {Languages::embedded(), source});
      if (!material) return fail(describe(material.error()));
      readings.push_back(std::move(*material));
    }
  }
  const bool as_they_are = options.contains("--judge");
  fit::Trained trained = as_they_are ? fit::judge(readings, AlignModel::embedded())
                                     : fit::train(readings, AlignModel::embedded());
  if (!as_they_are && options.contains("--prior")) {
    const auto prior = AlignModel::from_json(content(options["--prior"]));
    if (!prior) return fail(describe(prior.error()));
    const std::string fitted = fit::weights_text(trained.model);
    if (!write(options["--fitted"], fitted))
      return fail("cannot write the fit: name it with --fitted FILE");
    // As it is written: who draws the file towards the prior gets the same weights.
    trained = fit::judge(readings, fit::drawn_towards(*AlignModel::from_json(fitted), *prior));
  }
  if (options.contains("--mistakes")) {
    const auto count = static_cast<std::size_t>(std::atoi(options["--mistakes"].c_str()));
    for (const fit::BridgeReport& report : trained.reports) {
      print_mistakes("agree", report.agree, count);
      print_mistakes("conflict", report.conflict, count);
    }
  }
  const std::string weights = fit::weights_text(trained.model);
  if (!write(options["--weights"], weights)) return fail("cannot write the weights");
  if (!write(options["--table"], fit::table_text(trained, weights)))
    return fail("cannot write the table");
  return 0;
}
