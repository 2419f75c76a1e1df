// What reading an article costs, step by step, beside ICU's word and sentence iteration over the
// same text (the floor) in the same run, on one core. Every step reads titles and texts.
//
//   twosource-bench FILE...     any articles; a few megabytes give steady figures
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/claim/extract.h"
#include "core/document/reader.h"
#include "core/grammar/mentions.h"
#include "core/text/segment.h"

using namespace twosource;

namespace {

constexpr int kRounds = 3;

// The best of a few rounds, in seconds of processor time: other programs of the machine count
// little.
double seconds(const std::function<std::size_t()>& work, std::size_t& result) {
  double best = 1e9;
  for (int i = 0; i < kRounds; ++i) {
    const std::clock_t start = std::clock();
    result = work();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

std::size_t iterate(icu::BreakIterator& iterator, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText* view =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator.setText(view, status);
  std::size_t count = 0;
  while (iterator.next() != icu::BreakIterator::DONE) ++count;
  utext_close(view);
  return count;
}

std::size_t icu_floor(const std::vector<Document>& documents) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getGerman(), status));
  const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getGerman(), status));
  std::size_t count = 0;
  for (const Document& document : documents) {
    for (const std::string* text : {&document.info.title, &document.text})
      count += iterate(*words, *text) + iterate(*sentences, *text);
  }
  return count;
}

void print(const char* what, double took, double floor, std::size_t bytes, std::size_t count) {
  std::printf("%-34s %8.1f MB/s   %5.2f x the floor   %zu found\n", what,
              static_cast<double>(bytes) / 1e6 / took, took / floor, count);
}

}  // namespace

int main(int argc, char** argv) {
  ArticleSource source(std::vector<std::string>(argv + 1, argv + argc), {});
  std::vector<Document> documents;
  std::size_t bytes = 0;
  constexpr std::size_t kEnough = 40U << 20U;
  while (auto next = source.next()) {
    if (!*next) continue;
    bytes += (*next)->text.size() + (*next)->info.title.size();
    documents.push_back(std::move(**next));
    if (bytes > kEnough) break;
  }
  if (bytes == 0) {
    std::fprintf(stderr, "usage: twosource-bench FILE...   (nothing to read)\n");
    return 2;
  }
  std::printf("%zu articles, %.1f MB of text, one core, best of %d rounds\n", documents.size(),
              static_cast<double>(bytes) / 1e6, kRounds);
  const Languages& languages = Languages::embedded();
  const auto pack = [&](const Document& d) -> const LanguagePack& {
    return languages.find(d.info.language);
  };
  std::size_t count = 0;
  const double floor = seconds([&] { return icu_floor(documents); }, count);
  print("ICU words and sentences (floor)", floor, floor, bytes, count);
  const double tokens = seconds(
      [&] {
        std::size_t n = 0;
        for (const Document& d : documents) {
          for (const Field field : {Field::Title, Field::Text})
            n += analyse_text(d.field(field), pack(d).segmentation).tokens.size();
        }
        return n;
      },
      count);
  print("tokens and sentences", tokens, floor, bytes, count);
  const double mentions = seconds(
      [&] {
        std::size_t n = 0;
        for (const Document& d : documents) {
          for (const Field field : {Field::Title, Field::Text})
            n += find_mentions(analyse_text(d.field(field), pack(d).segmentation), field, pack(d),
                               d.info.published)
                     .size();
        }
        return n;
      },
      count);
  print("with amounts and dates", mentions, floor, bytes, count);
  const double claims = seconds(
      [&] {
        std::size_t n = 0;
        for (const Document& d : documents) n += read_claims(d, languages).claims.size();
        return n;
      },
      count);
  print("with names and claims", claims, floor, bytes, count);
  std::printf("claims cost %.2f times what amounts and dates cost alone\n", claims / mentions);
  return 0;
}
