#include "core/compare/story.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace twosource;

TEST_CASE("a key that no article has weighs no more than one that one article has") {
  for (const double articles : {1.0, 2.0, 10.0, 1000.0, 1e6})
    CHECK(key_weight("W:x", 0, articles) <= key_weight("W:x", 1, articles));
}

TEST_CASE("an archive of one article knows its story again") {
  const ArticleInfo info;
  const Profile archive{{"N:city:x", 1}, {"V:38000000", 1}, {"W:w:clinic", 1}, {"W:w:council", 1}};
  const Profile same{{"N:city:x", 1}, {"V:83000000", 1}, {"W:w:clinic", 1}, {"W:w:council", 1}};
  const Profile other{{"N:city:y", 1}, {"V:12", 1}, {"W:w:match", 1}, {"W:w:council", 1}};
  const auto weigh = [&](std::string_view key) {
    const bool known = std::any_of(archive.begin(), archive.end(),
                                   [&](const auto& entry) { return entry.first == key; });
    return key_weight(key, known ? 1 : 0, 1);
  };
  const double alike = match_stories({info, same}, {info, archive}, weigh, 1).likeness;
  const double unlike = match_stories({info, other}, {info, archive}, weigh, 1).likeness;
  CHECK(alike > 0.15);
  CHECK(unlike < alike / 2);
}

TEST_CASE("meanings count between two languages that both have them, and nowhere else") {
  const auto weigh = [](std::string_view) { return 4.0; };
  const Profile german{{"W:soldier", 1}, {"W:w:soldat", 1}};
  const Profile english{{"W:soldier", 1}, {"W:w:soldier", 1}};
  const Profile unknown{{"W:w:soldier", 1}};
  CHECK(likeness(german, english, weigh, 1, false) > 0.1);
  CHECK(likeness(german, english, weigh, 1, true) == 0);
  CHECK(likeness(german, unknown, weigh, 1, false) == 0);
}

TEST_CASE("names and days of publication are seen by themselves") {
  const auto weigh = [](std::string_view) { return 4.0; };
  ArticleInfo early;
  early.published = DateTime{};
  early.published->day = std::chrono::sys_days{std::chrono::year{2024} / 10 / 1};
  ArticleInfo late = early;
  late.published->day += std::chrono::days{7};
  const Profile a{{"N:city:x", 1}, {"W:w:fire", 1}};
  const Profile b{{"N:city:x", 1}, {"W:w:flood", 1}};
  const Profile c{{"N:city:y", 1}, {"W:w:fire", 1}};
  CHECK(match_stories({early, a}, {early, b}, weigh, 100).names > 0.1);
  CHECK(match_stories({early, a}, {early, c}, weigh, 100).names == 0);
  CHECK(match_stories({early, a}, {early, a}, weigh, 100).days == 1);
  CHECK(match_stories({early, a}, {late, a}, weigh, 100).days == 0.5);
}
