// What a check costs against databases of growing size, beside a plain Xapian query of 40 terms for
// 50 articles over the same database, on one core; and what it costs to find near copies.
//
//   twosource-check-bench FOLDER PART...   indexes each PART (JSONL) on top of those before into
//                                          FOLDER/news.db and measures after each
//
// Times are processor time of one thread, so that other programs of the machine count little;
// opening the database and starting the process are left out. The first measured articles are read
// twice, for a database that nobody has touched yet measures the disk.
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/claim/extract.h"
#include "core/claim/meaning_source.h"
#include "core/compare/profile.h"
#include "core/document/reader.h"
#include "index/checker.h"
#include "index/indexer.h"
#include "index/near_copy.h"
#include "index/schema.h"

using namespace twosource;

namespace {

constexpr std::size_t kChecked = 200;
constexpr std::size_t kWarming = 20;
constexpr std::size_t kQueryTerms = 40;
constexpr Xapian::doccount kQueryArticles = 50;

double milliseconds(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC * 1e3;
}

struct Spread {
  double median = 0;
  double p95 = 0;
};

Spread spread_of(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  if (times.empty()) return {};
  return {times[times.size() / 2], times[times.size() * 95 / 100]};
}

[[noreturn]] void give_up(const Error& error) {
  std::fprintf(stderr, "twosource-check-bench: %s\n", error.message.c_str());
  std::exit(2);
}

std::vector<Document> read_all(const std::string& file) {
  ArticleSource source({file}, {});
  std::vector<Document> out;
  while (auto next = source.next()) {
    if (!*next) give_up(next->error());
    out.push_back(std::move(**next));
  }
  return out;
}

// Every so many-th article, spread over the whole file.
std::vector<const Document*> drawn(const std::vector<Document>& documents) {
  std::vector<const Document*> out;
  const std::size_t step = std::max<std::size_t>(1, documents.size() / kChecked);
  for (std::size_t i = 0; i < documents.size() && out.size() < kChecked; i += step)
    out.push_back(&documents[i]);
  return out;
}

// The rarest of the article's terms, as a search by words alone would take them.
Xapian::Query plain_query(const Xapian::Database& database, const Document& document,
                          const ReadingTools& tools) {
  std::vector<std::pair<Xapian::doccount, std::string>> terms;
  for (const auto& [key, count] : profile_of(read_claims(document, tools).claims)) {
    std::string term = schema::profile_term(key);
    if (const Xapian::doccount held = database.get_termfreq(term); held > 0)
      terms.emplace_back(held, std::move(term));
  }
  std::sort(terms.begin(), terms.end());
  if (terms.size() > kQueryTerms) terms.resize(kQueryTerms);
  std::vector<std::string> names;
  for (auto& [held, term] : terms) names.push_back(std::move(term));
  return {Xapian::Query::OP_OR, names.begin(), names.end()};
}

Spread plain_queries(const std::string& name, const std::vector<const Document*>& documents,
                     const ReadingTools& tools) {
  Xapian::Database database(name);
  std::vector<double> times;
  for (const Document* document : documents) {
    const Xapian::Query query = plain_query(database, *document, tools);
    times.push_back(milliseconds([&] {
      Xapian::Enquire enquire(database);
      enquire.set_query(query);
      enquire.get_mset(0, kQueryArticles);
    }));
  }
  return spread_of(times);
}

void measure_checks(const std::string& name, const std::vector<const Document*>& documents,
                    const ReadingTools& tools) {
  auto checker = Checker::open(name, {.languages = &tools.languages,
                                      .concepts = tools.concepts,
                                      .evidence = {},
                                      .max_articles = CheckOptions().max_articles});
  if (!checker) give_up(checker.error());
  std::vector<double> times;
  std::vector<double> reading;
  std::size_t articles = 0;
  const auto check = [&](const Document& document) {
    const auto report = checker->check(document);
    if (!report) give_up(report.error());
    articles = report->corpus.articles;
  };
  for (std::size_t i = 0; i < std::min(kWarming, documents.size()); ++i) check(*documents[i]);
  for (const Document* document : documents) {
    times.push_back(milliseconds([&] { check(*document); }));
    reading.push_back(milliseconds([&] { read_claims(*document, tools); }));
  }
  const Spread checks = spread_of(times);
  const Spread reads = spread_of(reading);
  const Spread plain = plain_queries(name, documents, tools);
  std::printf(
      "%10zu articles   check %7.2f %7.2f   of it reading %6.2f %6.2f   "
      "plain query %6.2f %6.2f   (ms, median and 95th percentile)\n",
      articles, checks.median, checks.p95, reads.median, reads.p95, plain.median, plain.p95);
  std::fflush(stdout);
}

// Sampling every text and holding all samples of each run of neighbours against each other.
void measure_near_copies(const std::vector<Document>& documents) {
  constexpr std::size_t kTogether = 50;  // as many as a check holds against each other
  std::size_t bytes = 0;
  for (const Document& document : documents) bytes += document.text.size();
  const double sampling = milliseconds([&] {
    for (const Document& document : documents) sample_shingles(document);
  });
  std::vector<StoredArticle> articles(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    articles[i].info = documents[i].info;
    articles[i].shingles = sample_shingles(documents[i]);
  }
  const double clustering = milliseconds([&] {
    for (std::size_t i = 0; i < articles.size(); i += kTogether) {
      std::vector<StoredArticle*> group;
      for (std::size_t k = i; k < std::min(i + kTogether, articles.size()); ++k)
        group.push_back(&articles[k]);
      cluster_near_copies(group);
    }
  });
  const auto rate = [&](double took) { return static_cast<double>(bytes) / 1e3 / took; };
  std::printf("near copies: %.0f MB/s (sampling %.0f MB/s, comparing groups of %zu %.0f MB/s)\n",
              rate(sampling + clustering), rate(sampling), kTogether, rate(clustering));
}

void index(const std::string& file, const std::string& database, const ReadingTools& tools) {
  ArticleSource source({file}, {});
  IndexOptions options;
  options.languages = &tools.languages;
  options.concepts = tools.concepts;
  const auto done = index_articles(source, database, options, nullptr,
                                   [](const Error& error) { give_up(error); });
  if (!done) give_up(done.error());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: twosource-check-bench FOLDER PART...\n");
    return 2;
  }
  // As the program finds it, without the search beside itself.
  std::unique_ptr<const ConceptSource> concepts;
  if (const char* const named = std::getenv("TWOSOURCE_LEXICON"); named != nullptr) {
    auto lexicon = Lexicon::open(named);
    if (!lexicon) give_up(lexicon.error());
    concepts = std::make_unique<MeaningSource>(Meaning(*std::move(lexicon)));
  }
  const ReadingTools tools(Languages::embedded(), concepts.get());
  const std::string database = std::string(argv[1]) + "/news.db";
  const std::vector<Document> documents = read_all(argv[2]);
  std::printf("%s a dictionary of meanings\n", concepts ? "with" : "without");
  measure_near_copies(documents);
  for (int part = 2; part < argc; ++part) {
    index(argv[part], database, tools);
    measure_checks(database, drawn(documents), tools);
  }
  return 0;
}
