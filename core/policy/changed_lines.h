// Changed lines: what a unified diff (diff -u, git diff) adds, by file.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace twosource {

class ChangedLines {
 public:
  // Errors: BadInput with the line of the diff when a hunk's header or length is wrong, or when
  // the bytes hold no diff at all. An empty diff changes nothing and is none.
  static Result<ChangedLines> parse(std::string_view diff, const std::string& name);

  // Does the diff add one of the lines `begin` to `end` of the file? Files are compared by the
  // longest common end of their paths that makes them one: "a/story.md" in the diff is
  // "/home/x/a/story.md" of the checked article.
  bool touches(std::string_view file, std::uint32_t begin, std::uint32_t end) const;

 private:
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // inclusive
  };
  std::map<std::string, std::vector<Range>, std::less<>> files_;
};

}  // namespace twosource
