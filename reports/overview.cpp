#include "reports/overview.h"

#include <algorithm>
#include <numeric>

namespace twosource {
namespace {

void widen(std::optional<DateInterval>& days, const DateInterval& more) {
  if (!days) {
    days = more;
  } else {
    days->from = std::min(days->from, more.from);
    days->to = std::max(days->to, more.to);
  }
}

std::size_t root_of(std::vector<std::size_t>& parents, std::size_t at) {
  while (parents[at] != at) at = parents[at] = parents[parents[at]];
  return at;
}

}  // namespace

void Overview::add(const Discrepancy& group) {
  Group out;
  for (const Discrepancy::Value& value : group.values) {
    std::set<std::string> outlets;
    for (const Discrepancy::Member& member : value.claims) {
      const ArticleInfo& info = member.article;
      out.articles.insert(info.id);
      outlets.insert(info.outlet);
      if (info.published) widen(out.days, {info.published->day, info.published->day});
      if (out.title.empty()) out.title = info.title, out.language = info.language;
    }
    for (const std::string& outlet : outlets) {
      OutletRow& row = outlets_[outlet];
      row.outlet = outlet;
      if (out.outlets.insert(outlet).second) ++row.groups;
      if (outlets.size() == 1) ++row.alone;
    }
  }
  groups_.push_back(std::move(out));
}

std::vector<Story> Overview::stories() const {
  std::vector<std::size_t> parents(groups_.size());
  std::iota(parents.begin(), parents.end(), 0);
  std::map<std::string, std::size_t> first;  // group that an article was met in
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    for (const std::string& article : groups_[i].articles) {
      const std::size_t other = root_of(parents, first.try_emplace(article, i).first->second);
      const std::size_t mine = root_of(parents, i);
      parents[std::max(other, mine)] = std::min(other, mine);
    }
  }
  std::map<std::size_t, Story> by_root;
  std::map<std::size_t, std::set<std::string>> outlets;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const std::size_t root = root_of(parents, i);
    Story& story = by_root[root];
    story.groups.push_back(i);
    if (story.title.empty()) story.title = groups_[i].title, story.language = groups_[i].language;
    if (groups_[i].days) widen(story.days, *groups_[i].days);
    outlets[root].insert(groups_[i].outlets.begin(), groups_[i].outlets.end());
  }
  std::vector<Story> out;
  for (auto& [root, story] : by_root) {
    story.outlets = outlets[root].size();
    out.push_back(std::move(story));
  }
  return out;
}

std::vector<OutletRow> Overview::outlets() const {
  std::vector<OutletRow> out;
  for (const auto& row : outlets_) out.push_back(row.second);
  std::stable_sort(out.begin(), out.end(),
                   [](const OutletRow& a, const OutletRow& b) { return a.groups > b.groups; });
  return out;
}

}  // namespace twosource
