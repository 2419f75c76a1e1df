// What `claims --explain` shows: the rules that were noted while a claim was built, put into words.
#include <array>

#include "core/claim/builder.h"

namespace twosource {
namespace {

struct RuleMark {
  std::string_view rule;
  Mark mark;
  std::string_view row;  // of claims.json
};

// The rules of certainty and of sources that rest on a list of words.
constexpr std::array<RuleMark, 14> kRuleMarks{
    {{"if", Mark::If, "words if"},
     {"said", Mark::Said, "words said"},
     {"possible", Mark::Possible, "words possible"},
     {"demanded", Mark::Demanded, "words demanded"},
     {"planned", Mark::Planned, "words planned"},
     {"future", Mark::Future, "words future"},
     {"hearsay", Mark::Hearsay, "words hearsay"},
     {"conditional", Mark::Conditional, "words conditional"},
     {"source-before", Mark::SourceBefore, "words source_before"},
     {"source-after", Mark::SourceAfter, "words source_after"},
     {"source-tail", Mark::SourceTail, "words source_tail"},
     {"source-own", Mark::SourceOwn, "words source_own"},
     {"source-same", Mark::SourceSame, "words source_same"},
     {"citing", Mark::Citing, "words citing"}}};

const RuleMark* mark_of(std::string_view rule) {
  for (const RuleMark& row : kRuleMarks) {
    if (row.rule == rule) return &row;
  }
  return nullptr;
}

}  // namespace

std::string ClaimBuilder::data_row(std::string_view row) const {
  return "core/lang/" + field_.pack().tag + "/claims.json: " + std::string(row);
}

Reason ClaimBuilder::voice_reason(const Claim& claim) const {
  Reason out{"attribution", std::string(trace_.voice), {}, {}};
  if (claim.attribution.empty()) return out;
  const bool placed = out.rule != "indirect-speech-goes-on" && !out.rule.empty();
  if (!placed) return out;
  const std::uint32_t end = field_.phrase_end(voice_token_);
  const VerbEntry* verb = field_.verb(voice_token_);
  if (const RuleMark* row = mark_of(out.rule)) {
    out.words = std::string(field_.bytes_of({voice_token_, std::max(end, voice_token_ + 1)}));
    out.data = data_row(row->row);
  } else if (out.rule == "verb-of-speech") {
    const Clause* clause = reading_->clause_of(voice_token_);
    const auto told = static_cast<std::uint32_t>(
        clause != nullptr && clause->verb >= 0 ? clause->verb : std::int32_t(voice_token_));
    out.words = std::string(field_.bytes_of({told, told + 1}));
    if (clause != nullptr && clause->entry != nullptr) verb = clause->entry;
    if (verb != nullptr) out.data = data_row("verbs " + verb->lemma);
  }
  return out;
}

Reason ClaimBuilder::modality_reason(const Claim& claim) const {
  Reason out{"modality", std::string(trace_.modality), {}, {}};
  if (out.rule.empty()) out.rule = "plain-statement";
  if (claim.kind == ClaimKind::Quote) out.rule = "words-were-said";
  const Clause* clause = reading_->clause_of(token_);
  const RuleMark* row = mark_of(trace_.modality);
  if (clause == nullptr || row == nullptr) return out;
  for (const TokenRange piece : clause->pieces) {
    for (std::uint32_t i = piece.first; i < piece.end && out.words.empty(); ++i) {
      if (!field_.marked(i, row->mark)) continue;
      out.words = std::string(field_.bytes_of({i, std::min(field_.phrase_end(i), piece.end)}));
      out.data = data_row(row->row);
    }
  }
  return out;
}

std::vector<Reason> ClaimBuilder::reasons_of(const Claim& claim) const {
  std::vector<Reason> out;
  if (claim.has_value()) {
    out.push_back({"value", std::string(name_of(claim.dimension)), claim.text, {}});
  } else {
    out.push_back({"value", std::string(name_of(claim.kind)), claim.text, {}});
  }
  if (!claim.item.text.empty()) {
    const std::string_view rule = trace_.item.empty() ? "statement" : trace_.item;
    out.push_back({"item", std::string(rule), claim.item.text, {}});
  }
  if (!claim.subject.empty()) {
    const std::string_view rule = trace_.subject.empty() ? "statement" : trace_.subject;
    std::string ids;
    for (const EntityRef& ref : claim.subject) ids += (ids.empty() ? "" : ", ") + ref.id;
    out.push_back({"subject", std::string(rule), claim.subject.front().label, "names: " + ids});
  }
  if (claim.when) {
    const bool own = claim.dimension == Dimension::Date || trace_.time.empty();
    out.push_back({"time", own ? "the-date-itself" : std::string(trace_.time), {}, {}});
  }
  if (!claim.attribution.empty()) out.push_back(voice_reason(claim));
  out.push_back(modality_reason(claim));
  return out;
}

void ClaimBuilder::explain_speaker(const Claim& claim) const {
  if (reasons_ == nullptr || claim.attribution.empty()) return;
  std::vector<Reason>& reasons = (*reasons_)[claim.id];
  std::erase_if(reasons, [](const Reason& reason) {
    return reason.field == "attribution" || reason.field == "modality";
  });
  reasons.push_back({"attribution", "speaker-of-quotation", claim.attribution.front().text, {}});
  reasons.push_back({"modality", "has-source", {}, {}});
}

}  // namespace twosource
