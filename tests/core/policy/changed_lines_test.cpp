#include "core/policy/changed_lines.h"

#include <doctest/doctest.h>

using namespace twosource;

namespace {

constexpr std::string_view kDiff =
    "diff --git a/news/story.md b/news/story.md\n"
    "index 1..2 100644\n"
    "--- a/news/story.md\n"
    "+++ b/news/story.md\n"
    "@@ -1,3 +1,4 @@\n"
    " one\n"
    "-two\n"
    "+zwei\n"
    "+drei\n"
    " four\n"
    "@@ -10 +11,0 @@ heading\n"
    "-gone\n"
    "--- a/old.md\n"
    "+++ /dev/null\n"
    "@@ -1 +0,0 @@\n"
    "-+++ b/trap.md\n"
    "--- /dev/null\n"
    "+++ \"b/\\303\\274ber uns.md\"\n"
    "@@ -0,0 +1,2 @@\n"
    "+new\n"
    "+new\n"
    "\\ No newline at end of file\n";

std::string message(std::string_view diff) {
  const auto read = ChangedLines::parse(diff, "d.diff");
  return read ? "read" : describe(read.error());
}

}  // namespace

TEST_CASE("added lines are known by file and number") {
  const auto changed = ChangedLines::parse(kDiff, "d.diff");
  REQUIRE(changed);
  CHECK_FALSE(changed->touches("news/story.md", 1, 1));
  CHECK(changed->touches("news/story.md", 2, 2));
  CHECK(changed->touches("news/story.md", 3, 9));
  CHECK_FALSE(changed->touches("news/story.md", 4, 20));
  CHECK_FALSE(changed->touches("old.md", 1, 1));
  CHECK_FALSE(changed->touches("trap.md", 1, 1));
  CHECK(changed->touches("über uns.md", 2, 2));
}

TEST_CASE("paths meet by their ends") {
  const auto changed = ChangedLines::parse(kDiff, "d.diff");
  REQUIRE(changed);
  CHECK(changed->touches("./news/story.md", 2, 2));
  CHECK(changed->touches("/home/desk/news/story.md", 2, 2));
  CHECK(changed->touches("story.md", 2, 2));
  CHECK_FALSE(changed->touches("history.md", 2, 2));
  CHECK_FALSE(changed->touches("story.md.bak", 2, 2));
}

TEST_CASE("what is no diff is said so") {
  CHECK(message("") == "read");
  CHECK(message("just text\n").find("no unified diff") != std::string::npos);
  CHECK(message("--- a\n+++ b\n@@ nonsense @@\n").find("d.diff:3") == 0);
  CHECK(message("--- a\n+++ b\n@@ -1,2 +1,2 @@\n one\n").find("ends inside") != std::string::npos);
  CHECK(message("--- a\n+++ b\n@@ -1 +1 @@\n?\n").find("d.diff:4") == 0);
  CHECK(message("@@ -1 +1 @@\n").find("without the name") != std::string::npos);
  CHECK(message("--- a\n+++ b\n@@ -1,99999999999 +1 @@\n").find("d.diff:3") == 0);
}
