#include "core/names/cases.h"

#include <algorithm>

namespace twosource::names {
namespace {

constexpr std::size_t kMostWords = 3;
constexpr std::size_t kMostForms = 8;  // of one case

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> out;
  while (!name.empty()) {
    const std::size_t space = std::min(name.find(' '), name.size());
    out.push_back(name.substr(0, space));
    name.remove_prefix(std::min(space + 1, name.size()));
  }
  return out;
}

// The word without its last `letters` letters; empty when it has no more.
std::string_view cut(std::string_view word, std::uint32_t letters) {
  while (letters > 0 && !word.empty()) {
    const bool continued = (static_cast<unsigned char>(word.back()) & 0xC0U) == 0x80U;
    word.remove_suffix(1);
    if (!continued) --letters;
  }
  return word;
}

}  // namespace

NameCases::NameCases(const NamesData& data) {
  for (const CaseRule& rule : data.cases) {
    cases_ = rule.forms.size();
    for (const std::string& ending : rule.endings) {
      by_ending_.emplace(ending, &rule);
      longest_ = std::max(longest_, ending.size());
    }
  }
}

const CaseRule* NameCases::rule_of(std::string_view word) const {
  for (std::size_t size = std::min(longest_, word.size()); size > 0; --size) {
    const auto it = by_ending_.find(word.substr(word.size() - size));
    if (it != by_ending_.end() && size < word.size()) return it->second;
  }
  return nullptr;
}

std::vector<std::string> NameCases::of(std::string_view name) const {
  const std::vector<std::string_view> words = words_of(name);
  if (words.size() > kMostWords) return {};
  std::vector<const CaseRule*> rules;
  for (const std::string_view word : words) rules.push_back(rule_of(word));
  if (std::all_of(rules.begin(), rules.end(), [](const CaseRule* r) { return r == nullptr; }))
    return {};
  std::vector<std::string> out;
  for (std::size_t c = 0; c < cases_; ++c) {
    std::vector<std::string> forms{std::string()};
    for (std::size_t w = 0; w < words.size(); ++w) {
      std::vector<std::string> longer;
      for (const std::string& form : forms) {
        const std::string start = form.empty() ? form : form + ' ';
        if (rules[w] == nullptr) {
          longer.push_back(start + std::string(words[w]));
          continue;
        }
        for (const CaseRule::Ending& ending : rules[w]->forms[c]) {
          if (longer.size() < kMostForms)
            longer.push_back(start + std::string(cut(words[w], ending.cut)) + ending.add);
        }
      }
      forms = std::move(longer);
    }
    for (std::string& form : forms) {
      if (form != name && std::find(out.begin(), out.end(), form) == out.end())
        out.push_back(std::move(form));
    }
  }
  return out;
}

}  // namespace twosource::names
