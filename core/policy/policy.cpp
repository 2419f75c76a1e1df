#include "core/policy/policy.h"

#include <algorithm>

namespace twosource {
namespace {

bool holds(const Remark& remark, const Finding& finding) {
  return std::any_of(remark.rules.begin(), remark.rules.end(), [&](const std::string& rule) {
    return rule == "all" || rule == finding.rule;
  });
}

class Applier {
 public:
  Applier(const Policy& policy, const Document& article, Report& report)
      : policy_(policy), article_(article), report_(report), met_(article.remarks.size(), false) {}

  PolicyEffect run() {
    const std::size_t before = report_.findings.size();
    std::erase_if(report_.findings, [&](const Finding& finding) { return left_out(finding); });
    effect_.left_out = static_cast<std::uint32_t>(before - report_.findings.size());
    for (Finding& finding : report_.findings) {
      set_level(finding);
      if (finding.level == Level::None) continue;
      by_remark(finding);
      if (!finding.suppression) by_baseline(finding);
      if (finding.suppression) {
        finding.level = Level::None;
        ++effect_.suppressed;
      }
    }
    for (std::size_t i = 0; i < met_.size(); ++i) {
      if (met_[i]) continue;
      effect_.notes.push_back(article_.file + ":" + std::to_string(article_.remarks[i].line) +
                              ": this twosource-ignore meets no finding; take it out");
    }
    return std::move(effect_);
  }

 private:
  bool left_out(const Finding& finding) const {
    const auto& zones = policy_.ignored_zones;
    if (std::find(zones.begin(), zones.end(), finding.claim.zone) != zones.end()) return true;
    if (!policy_.changed) return false;
    const auto place = article_.place(finding.claim.field, finding.claim.span);
    return place && !policy_.changed->touches(article_.file, place->begin_line, place->end_line);
  }

  bool trusted(const Evidence& evidence) const {
    const auto& outlets = policy_.trusted_outlets;
    return outlets.empty() ||
           std::find(outlets.begin(), outlets.end(), evidence.article.outlet) != outlets.end();
  }

  bool rests_on_trusted(const Finding& finding) const {
    if (finding.evidence.empty()) return true;
    return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& e) {
      return e.relation != Relation::Corroborates && e.relation != Relation::Compatible &&
             trusted(e);
    });
  }

  void set_level(Finding& finding) const {
    if (finding.level == Level::None) return;
    const auto rule = policy_.rules.find(finding.rule);
    if (rule != policy_.rules.end()) finding.level = rule->second;
    if (finding.level > Level::Warning && !rests_on_trusted(finding))
      finding.level = Level::Warning;
    if (finding.confidence > 0 && finding.confidence < policy_.min_confidence)
      finding.level = std::min(finding.level, Level::Note);
  }

  void by_remark(Finding& finding) {
    const auto place = article_.place(finding.claim.field, finding.claim.span);
    if (!place) return;
    for (std::size_t i = 0; i < met_.size(); ++i) {
      const Remark& remark = article_.remarks[i];
      const bool here =
          remark.begin_line <= place->end_line && place->begin_line <= remark.end_line;
      if (!here || !holds(remark, finding)) continue;
      met_[i] = true;
      finding.suppression = Suppression{Suppression::Kind::InSource, remark.reason, std::nullopt};
    }
  }

  void by_baseline(Finding& finding) {
    if (!policy_.baseline) return;
    const BaselineEntry* entry = policy_.baseline->find(finding.fingerprint);
    if (entry == nullptr) return;
    if (entry->expires && *entry->expires < policy_.today) {
      effect_.notes.push_back("the baseline's entry " + entry->fingerprint + " (" + entry->rule +
                              ") expired on " + to_iso(*entry->expires));
      return;
    }
    finding.suppression = Suppression{Suppression::Kind::Baseline, entry->reason, entry->expires};
  }

  const Policy& policy_;
  const Document& article_;
  Report& report_;
  std::vector<bool> met_;
  PolicyEffect effect_;
};

}  // namespace

PolicyEffect apply_policy(const Policy& policy, const Document& article, Report& report) {
  return Applier(policy, article, report).run();
}

}  // namespace twosource
