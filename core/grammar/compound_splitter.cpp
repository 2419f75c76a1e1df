#include "core/grammar/compound_splitter.h"

#include <algorithm>

namespace twosource {
namespace {

constexpr std::size_t kMaxMorphemes = 12;
constexpr int kMaxSteps = 400;

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

}  // namespace

bool CompoundSplitter::split(std::vector<Morpheme>& out, std::size_t& used) {
  // A whole reading first, then one that leaves a known remainder ("zwölf-jährig"), then an
  // ordinal before a superlative ("dritt-größte").
  for (const Mode mode : {Mode::Whole, Mode::Rest, Mode::Stem}) {
    mode_ = mode;
    path_.clear();
    steps_ = 0;
    if (!walk(0)) continue;
    out = path_;
    used = used_;
    return true;
  }
  return false;
}

bool CompoundSplitter::may_end(std::size_t at) const {
  if (path_.empty()) return false;
  const NumberRole last = data_.words[path_.back().second].role;
  if (last == NumberRole::InnerJoiner) return false;
  const std::string_view rest = form_.substr(at);
  if (last == NumberRole::OrdinalStem) {
    return mode_ == Mode::Stem && rest.size() > 3 &&
           std::any_of(data_.superlative_rests.begin(), data_.superlative_rests.end(),
                       [&](const std::string& e) { return ends_with(rest, e); });
  }
  if (rest.empty()) return true;
  return mode_ == Mode::Rest &&
         std::any_of(data_.compound_rests.begin(), data_.compound_rests.end(),
                     [&](const std::string& r) { return rest.starts_with(r); });
}

// "jedna|čtyřicet": between unit and ten something must stand, so it is "jedn|a|čtyřicet".
bool CompoundSplitter::lacks_joiner(std::uint32_t word) const {
  if (!data_.units_before_tens || path_.empty()) return false;
  const NumberWord& unit = data_.words[path_.back().second];
  const NumberWord& ten = data_.words[word];
  return unit.role == NumberRole::Value && ten.role == NumberRole::Value &&
         unit.value < Decimal(10) && Decimal(19) < ten.value && ten.value < Decimal(100);
}

bool CompoundSplitter::walk(std::size_t at) {
  if (++steps_ > kMaxSteps) return false;
  if (at == form_.size()) {
    used_ = at;
    return may_end(at);
  }
  std::vector<Morpheme> next;
  data_.morphemes.prefixes(form_.substr(at), next);
  for (auto it = next.rbegin(); it != next.rend(); ++it) {
    const NumberRole role = data_.words[it->second].role;
    // Nothing follows an order of magnitude: "honderd-en-achtste", not "honderden".
    if (!path_.empty() && data_.words[path_.back().second].vague) break;
    if (lacks_joiner(it->second)) continue;
    path_.push_back(*it);
    const bool last = role == NumberRole::Ordinal || role == NumberRole::OrdinalStem;
    if (last) {
      used_ = at + it->first;
      if (may_end(used_)) return true;
    } else if (path_.size() < kMaxMorphemes && walk(at + it->first)) {
      return true;
    }
    path_.pop_back();
  }
  used_ = at;
  return may_end(at);
}

}  // namespace twosource
