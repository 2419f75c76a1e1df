// The overview of a corpus-wide report: which stories and outlets the discrepancies belong to. A
// view of the groups; it judges nothing.
//
//   Overview overview;
//   for (...) overview.add(group);        // in the order of the report
//   for (const Story& story : overview.stories()) ...
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/compare/report.h"

namespace twosource {

// Discrepancies that share an article, directly or through others.
struct Story {
  std::vector<std::size_t> groups;  // by their number in the order of adding
  std::string title;                // of an article of the first group
  std::string language;             // of the title
  std::optional<DateInterval> days;
  std::size_t outlets = 0;
};

struct OutletRow {
  std::string outlet;
  std::size_t groups = 0;  // discrepancies that it takes part in
  std::size_t alone = 0;   // of those, where no other outlet tells its value
};

class Overview {
 public:
  void add(const Discrepancy& group);

  // In the order of their first group.
  std::vector<Story> stories() const;
  // Most discrepancies first, equal ones by name.
  std::vector<OutletRow> outlets() const;
  std::size_t groups() const { return groups_.size(); }

 private:
  struct Group {
    std::set<std::string> articles;
    std::set<std::string> outlets;
    std::string title;
    std::string language;
    std::optional<DateInterval> days;
  };
  std::vector<Group> groups_;
  std::map<std::string, OutletRow> outlets_;
};

}  // namespace twosource
