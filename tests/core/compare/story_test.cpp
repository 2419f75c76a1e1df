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
  const Profile archive{{"N:city:x", 1}, {"V:38000000", 1}, {"W:clinic", 1}, {"W:council", 1}};
  const Profile same{{"N:city:x", 1}, {"V:83000000", 1}, {"W:clinic", 1}, {"W:council", 1}};
  const Profile other{{"N:city:y", 1}, {"V:12", 1}, {"W:match", 1}, {"W:council", 1}};
  const auto weigh = [&](std::string_view key) {
    const bool known = std::any_of(archive.begin(), archive.end(),
                                   [&](const auto& entry) { return entry.first == key; });
    return key_weight(key, known ? 1 : 0, 1);
  };
  const double alike = story_likeness({info, same}, {info, archive}, weigh, 1);
  const double unlike = story_likeness({info, other}, {info, archive}, weigh, 1);
  CHECK(alike > 0.15);
  CHECK(unlike < alike / 2);
}
