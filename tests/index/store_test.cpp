// The contract of the store: the same cases in memory and on disk.
#include <doctest/doctest.h>

#include <functional>

#include "core/compare/profile.h"
#include "index/article_codec.h"
#include "index/maintenance.h"
#include "index/schema.h"
#include "index/xapian_store.h"
#include "tests/index/scratch.h"

using namespace twosource;

namespace {

StoredArticle article(const std::string& id, const std::string& outlet, const std::string& day,
                      const std::string& word) {
  StoredArticle out;
  out.info.id = id;
  out.info.outlet = outlet;
  out.info.language = "en";
  out.info.url = "https://example.org/" + id;
  out.info.published = parse_iso(day);
  out.content_hash = "hash of " + word;
  out.shingles = {1, 2, 3};
  Claim claim;
  claim.id = "c-" + id;
  claim.text = "12,000";
  claim.value.low = claim.value.high = Decimal(12000);
  claim.context = {word};
  out.claims = {claim};
  return out;
}

void put(ArticleWriter& writer, const StoredArticle& one) {
  REQUIRE(writer.put(one, encode_article(one)));
}

ArticleQuery query(const std::string& word) {
  ArticleQuery out;
  out.terms = {schema::profile_term(word_key(word))};
  return out;
}

std::string ids(ArticleReader& reader, const ArticleQuery& wanted) {
  const auto found = reader.search(wanted);
  REQUIRE(found);
  std::vector<std::string> names;
  for (const FoundArticle& one : *found) names.push_back(reader.load(one.document)->info.id);
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += name + " ";
  return out;
}

// Runs the case on a database in memory and on one on disk.
void on_both(const std::function<void(ArticleWriter&)>& test) {
  SUBCASE("in memory") {
    auto writer = ArticleWriter::in_memory();
    REQUIRE(writer);
    test(*writer);
  }
  SUBCASE("on disk") {
    const Scratch scratch;
    auto writer = ArticleWriter::open(scratch.path("db"));
    REQUIRE(writer);
    test(*writer);
  }
}

}  // namespace

TEST_CASE("articles are found by their terms and come back whole") {
  on_both([](ArticleWriter& writer) {
    put(writer, article("a", "A", "2024-10-24", "treaty"));
    put(writer, article("b", "B", "2024-10-25", "strike"));
    REQUIRE(writer.commit());
    auto reader = writer.reader();
    REQUIRE(reader);
    CHECK(ids(*reader, query("treaty")) == "a ");
    CHECK(ids(*reader, query("nothing")) == "");
    const auto place = reader->find("b");
    REQUIRE((place && *place));
    const auto back = reader->load(**place);
    REQUIRE(back);
    CHECK(back->info.url == "https://example.org/b");
    CHECK(back->claims.size() == 1);
    CHECK(back->claims[0].value.low == Decimal(12000));
    CHECK(back->shingles == std::vector<std::uint64_t>{1, 2, 3});
    CHECK(reader->size()->articles == 2);
    CHECK(reader->size()->claims == 2);
  });
}

TEST_CASE("an id is stored once, the last content wins") {
  on_both([](ArticleWriter& writer) {
    put(writer, article("a", "A", "2024-10-24", "treaty"));
    put(writer, article("a", "A", "2024-10-24", "strike"));
    REQUIRE(writer.commit());
    auto reader = writer.reader();
    CHECK(ids(*reader, query("treaty")) == "");
    CHECK(ids(*reader, query("strike")) == "a ");
    CHECK(reader->size()->articles == 1);
    CHECK(reader->size()->claims == 1);
    CHECK(**writer.content_hash("a") == "hash of strike");
    CHECK(!*writer.content_hash("b"));
  });
}

TEST_CASE("removing takes terms and counts away") {
  on_both([](ArticleWriter& writer) {
    put(writer, article("a", "A", "2024-10-24", "treaty"));
    REQUIRE(writer.commit());
    CHECK(*writer.remove("a"));
    CHECK(!*writer.remove("a"));
    REQUIRE(writer.commit());
    auto reader = writer.reader();
    CHECK(ids(*reader, query("treaty")) == "");
    CHECK(reader->size()->claims == 0);
  });
}

TEST_CASE("windows, filters and exclusions") {
  on_both([](ArticleWriter& writer) {
    put(writer, article("a", "A", "2024-10-24", "treaty"));
    put(writer, article("b", "B", "2024-11-24", "treaty"));
    StoredArticle undated = article("c", "C", "2024-10-24", "treaty");
    undated.info.published.reset();
    put(writer, undated);
    REQUIRE(writer.commit());
    auto reader = writer.reader();
    ArticleQuery wanted = query("treaty");
    CHECK(ids(*reader, wanted) == "a b c ");
    wanted.from = parse_iso("2024-10-20")->day;
    wanted.to = parse_iso("2024-10-30")->day;
    CHECK(ids(*reader, wanted) == "a c ");
    wanted = query("treaty");
    wanted.filter.until = parse_iso("2024-10-24")->day;
    CHECK(ids(*reader, wanted) == "a ");
    wanted = query("treaty");
    wanted.filter.outlets = {"B", "C"};
    CHECK(ids(*reader, wanted) == "b c ");
    wanted = query("treaty");
    wanted.without = {schema::id_term("a"), schema::url_term("https://example.org/b")};
    CHECK(ids(*reader, wanted) == "c ");
    CHECK(*reader->count({}, wanted.without) == 1);
  });
}

TEST_CASE("ids of any length and bytes") {
  on_both([](ArticleWriter& writer) {
    const std::string long_id(1000, 'x');
    put(writer, article(long_id, "A", "2024-10-24", "treaty"));
    put(writer, article(long_id + "y", std::string(500, 'o'), "2024-10-24", "treaty"));
    put(writer, article(std::string("nul\0byte", 8), "A", "2024-10-24", "treaty"));
    REQUIRE(writer.commit());
    auto reader = writer.reader();
    CHECK(reader->size()->articles == 3);
    CHECK(reader->find(long_id)->has_value());
    CHECK(reader->find(std::string("nul\0byte", 8))->has_value());
  });
}

TEST_CASE("what was not committed is gone, what was committed stays") {
  const Scratch scratch;
  {
    auto writer = ArticleWriter::open(scratch.path("db"));
    REQUIRE(writer);
    put(*writer, article("a", "A", "2024-10-24", "treaty"));
    REQUIRE(writer->commit());
    put(*writer, article("b", "B", "2024-10-24", "treaty"));
  }
  auto reader = ArticleReader::open(scratch.path("db"));
  REQUIRE(reader);
  CHECK(ids(*reader, query("treaty")) == "a ");
}

TEST_CASE("a reader redoes its search when writers overtake it") {
  const Scratch scratch;
  auto writer = ArticleWriter::open(scratch.path("db"));
  REQUIRE(writer);
  put(*writer, article("a", "A", "2024-10-24", "treaty"));
  REQUIRE(writer->commit());
  auto reader = ArticleReader::open(scratch.path("db"));
  REQUIRE(reader);
  for (int i = 0; i < 5; ++i) {
    put(*writer, article("b" + std::to_string(i), "B", "2024-10-24", "treaty"));
    REQUIRE(writer->commit());
  }
  CHECK(reader->search(query("treaty")));
  REQUIRE(reader->refresh());
  CHECK(reader->size()->articles == 6);
}

TEST_CASE("databases that cannot be used say why") {
  const Scratch scratch;
  const std::string missing = scratch.path("missing");
  CHECK(ArticleReader::open(missing).error().kind == ErrorKind::NotFound);
  CHECK(remove_articles(missing, {"a"}).error().kind == ErrorKind::NotFound);
  CHECK(!std::filesystem::exists(missing));

  scratch.write("notes.txt", "not a database");
  const auto foreign = ArticleWriter::open(scratch.path(""));
  REQUIRE(!foreign);
  CHECK(foreign.error().message.find("not empty") != std::string::npos);

  auto first = ArticleWriter::open(scratch.path("db"));
  REQUIRE(first);
  const auto second = ArticleWriter::open(scratch.path("db"));
  REQUIRE(!second);
  CHECK(second.error().kind == ErrorKind::Database);
  CHECK(second.error().message.find("locked") != std::string::npos);
}

TEST_CASE("the head of an article holds what it is known by, and the rest comes from the same bytes") {
  StoredArticle one = article("a", "A", "2024-10-24", "treaty");
  one.claims.front().names = {{"country:RU", "country", "Russia"}};
  const std::string bytes = encode_article(one);
  auto head = decode_head(bytes);
  REQUIRE(head);
  CHECK(head->info.id == "a");
  CHECK(head->content_hash == one.content_hash);
  CHECK(head->profile == profile_of(one.claims));
  CHECK(head->profile.size() == 3);  // the word, the name and the value
  const auto whole = decode_article(std::move(*head), bytes);
  REQUIRE(whole);
  CHECK(whole->info.outlet == "A");
  CHECK(whole->shingles == one.shingles);
  REQUIRE(whole->claims.size() == 1);
  CHECK(whole->claims.front().id == "c-a");
}

TEST_CASE("damaged articles are told, not trusted") {
  const std::string bytes = encode_article(article("a", "A", "2024-10-24", "treaty"));
  REQUIRE(decode_article(bytes));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CAPTURE(length);
    CHECK(!decode_article(std::string_view(bytes).substr(0, length)));
  }
  std::string changed = bytes;
  for (std::size_t i = 0; i < changed.size(); ++i) {
    changed[i] = static_cast<char>(changed[i] ^ 0x55);
    (void)decode_article(changed);  // any answer but a crash
    (void)decode_head(changed);
    changed[i] = bytes[i];
  }
}

TEST_CASE("status and verification") {
  const Scratch scratch;
  {
    auto writer = ArticleWriter::open(scratch.path("db"));
    put(*writer, article("a", "A", "2024-10-24", "treaty"));
    put(*writer, article("b", "A", "2024-11-02", "treaty"));
    REQUIRE(writer->commit());
  }
  const auto status = read_status(scratch.path("db"));
  REQUIRE(status);
  CHECK(status->articles == 2);
  REQUIRE(status->by_outlet.size() == 1);
  CHECK(status->by_outlet[0] == std::pair<std::string, std::uint64_t>("A", 2));
  CHECK(to_iso(*status->earliest) == "2024-10-24");
  CHECK(to_iso(*status->latest) == "2024-11-02");
  const auto verified = verify_database(scratch.path("db"));
  REQUIRE(verified);
  CHECK(verified->faults.empty());
  CHECK(verified->claims == 2);
}
