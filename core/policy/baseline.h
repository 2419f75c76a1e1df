// The baseline: findings that an editor has looked at and accepted, each with a reason, perhaps
// until a day.
//
//   {"schema": "twosource.baseline/1",
//    "findings": [{"fingerprint": "f-...", "rule": "quantity-disjoint", "text": "379",
//                  "reason": "the ministry counts otherwise", "expires": "2025-03-31"}]}
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil.h"
#include "core/base/result.h"
#include "core/compare/report.h"

namespace twosource {

struct BaselineEntry {
  std::string fingerprint;
  std::string rule;  // for the reader of the file
  std::string text;  // of the claim, likewise
  std::string reason;
  std::optional<Day> expires;  // the last day on which it holds
};

class Baseline {
 public:
  // Errors: BadInput with line for every fault (the first is returned, the rest is in its message).
  static Result<Baseline> parse(std::string_view bytes, const std::string& file);
  // Errors: NotFound, Unreadable, and those of parse.
  static Result<Baseline> load(const std::string& file);

  // nullptr when it holds none. Whether the entry has expired is the caller's question.
  const BaselineEntry* find(std::string_view fingerprint) const;
  void add(BaselineEntry entry);
  std::size_t size() const { return entries_.size(); }

  // By fingerprint, two spaces of indentation, a line break at the end.
  std::string to_json() const;

 private:
  std::map<std::string, BaselineEntry, std::less<>> entries_;
};

}  // namespace twosource
