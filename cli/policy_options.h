// The options that say what a newsroom makes of the findings, and the policy they amount to.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "core/policy/policy.h"

namespace twosource {

namespace options {
// --rule, --min-confidence, --ignore-zone, --trust, --baseline, --write-baseline, --reason,
// --expires, --changed-lines.
std::vector<Option> policy();
}  // namespace options

// Errors: Usage (an unknown rule, level or zone), and those of reading baseline and diff.
Result<Policy> policy_of(const Arguments& arguments);

// Collects findings for --write-baseline.
class BaselineWriter {
 public:
  // Errors: Usage when a reason is missing or a day is none.
  static Result<BaselineWriter> make(const Arguments& arguments);

  bool wanted() const { return !path_.empty(); }
  // What was accepted before stays accepted, also in articles that this run does not check.
  void keep(const Baseline& before);
  // Takes what has a level, and lowers it to None.
  void accept(Report& report);
  // Replaces the file, as a whole or not at all. Errors: Unreadable.
  Result<void> write() const;
  std::size_t size() const { return baseline_.size(); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::string reason_;
  std::optional<Day> expires_;
  Baseline baseline_;
};

}  // namespace twosource
