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

namespace {

std::vector<std::uint64_t> sample_of(const std::string& text,
                                     const std::vector<ZoneSpan>& zones = {}) {
  Document document;
  document.text = text;
  document.zones = zones;
  return sample_shingles(document);
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text + std::to_string(i * i);
  return out;
}

}  // namespace

TEST_CASE("quotation marks, dashes, spaces and capitals of an outlet's own hide no copy") {
  const auto plain = sample_of(repeated(" he said \"we are ready\" - and left Görlitz at ", 40));
  CHECK(plain.size() > 10);
  CHECK(sample_of(repeated("\n\nHe said „We are ready“ – and left GÖRLITZ at ", 40)) == plain);
  CHECK(sample_of(repeated(" he said «we are\u00A0ready»\u2014and left G\u00F6r\u00ADlitz at ",
                           40)) == plain);
  CHECK(sample_of(repeated(" she said \"we are ready\" - and left Görlitz at ", 40)) != plain);
  // "ö" written as "o" with a mark of its own
  CHECK(sample_of(repeated(" he said \"we are ready\" - and left Go\u0308rlitz at ", 40)) == plain);
}

TEST_CASE("texts without spaces have shingles of their signs") {
  const std::string text = repeated("ロシア下院は北朝鮮との条約を批准した。", 30);
  const auto sample = sample_of(text);
  CHECK(sample.size() > 20);
  CHECK(containment(sample, sample_of("東京発" + text)) > 0.9);
}

TEST_CASE("boilerplate is no part of a copy, wherever it stands") {
  const std::string notice = repeated("please accept our cookies and read on ", 20);
  const std::string text = repeated(" the union of the dockers in Bremen calls a strike of ", 40);
  const auto alone = sample_of(text);
  const auto end = static_cast<std::uint32_t>((notice + text).size());
  const auto size = static_cast<std::uint32_t>(notice.size());
  CHECK(sample_of(notice + text, {{{0, size}, Zone::Boilerplate}}) == alone);
  CHECK(sample_of(notice + text + notice, {{{0, size}, Zone::Boilerplate},
                                           {{end, end + size}, Zone::Boilerplate}}) == alone);
  CHECK(sample_of(notice + text) != alone);
}

TEST_CASE("any bytes can be sampled") {
  std::string bytes;
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>((i * 151 + i / 7) % 256);
  CHECK(sample_of(bytes).size() < 4000);
  CHECK(sample_of("").empty());
  CHECK(sample_of("\xE2\x80").empty());
}

TEST_CASE("short texts say nothing about copying") {
  const StoredArticle a = article("a", words(0, 12));
  const StoredArticle b = article("b", words(0, 12));
  CHECK(containment(a.shingles, b.shingles) == 0);
}
