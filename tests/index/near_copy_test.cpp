#include <doctest/doctest.h>

#include <algorithm>

#include "index/near_copy.h"

using namespace twosource;

namespace {

std::string words(int first, int count) {
  std::string out;
  for (int i = first; i < first + count; ++i) out += "word" + std::to_string(i * 7919) + " ";
  return out;
}

StoredArticle article(const std::string& id, const std::string& text) {
  Document document;
  document.text = text;
  StoredArticle out;
  out.info.id = id;
  out.shingles = sample_shingles(document);
  return out;
}

}  // namespace

TEST_CASE("an agency's text inside a longer article is a copy, another text is none") {
  StoredArticle agency = article("agency", words(0, 300));
  StoredArticle paper = article("paper", words(5000, 300) + words(0, 300) + words(9000, 200));
  StoredArticle other = article("other", words(20000, 400));
  CHECK(containment(agency.shingles, paper.shingles) > 0.9);
  CHECK(containment(agency.shingles, other.shingles) == 0);
  std::vector<StoredArticle*> all{&other, &paper, &agency};
  cluster_near_copies(all);
  CHECK(!agency.cluster.empty());
  CHECK(agency.cluster == paper.cluster);
  CHECK(other.cluster.empty());
  const std::string name = agency.cluster;
  std::reverse(all.begin(), all.end());
  cluster_near_copies(all);
  CHECK(agency.cluster == name);
}

TEST_CASE("short texts say nothing about copying") {
  const StoredArticle a = article("a", words(0, 12));
  const StoredArticle b = article("b", words(0, 12));
  CHECK(containment(a.shingles, b.shingles) == 0);
}
