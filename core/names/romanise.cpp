// One spelling for a person's name, whatever language wrote it: other alphabets and marks become
// plain Latin letters, then rules level the ways in which languages transcribe the same sounds.
// Letters and rules are data (core/lang/shared/romanisation.json).
#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/lang/names_data.h"
#include "core/names/names.h"
#include "core/names/people.h"
#include "core/text/cldr.h"
#include "core/text/token.h"
#include "core/text/utf8.h"

namespace twosource {
namespace {

using Letters = std::unordered_map<std::string_view, std::string_view>;

const Letters& letters() {
  static const Letters kLetters = [] {
    Letters out;
    for (const Spelling& s : shared_names().letters) out.emplace(s.from, s.to);
    return out;
  }();
  return kLetters;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

std::string to_plain_latin(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = decode(folded, at);
    const std::string_view bytes = folded.substr(at, c.length);
    const auto it = letters().find(bytes);
    out += it != letters().end() ? it->second : bytes;
    at += c.length;
  }
  if (is_ascii(out)) return out;
  return fold_word(cldr::to_latin(out));  // other scripts; slow, rare
}

// One word; '^' and '$' in a rule stand for its ends.
std::string level(std::string_view word) {
  std::string out = '^' + std::string(word) + '$';
  for (const Spelling& rule : shared_names().spellings) {
    for (std::size_t at = out.find(rule.from); at != std::string::npos;
         at = out.find(rule.from, at + rule.to.size())) {
      out.replace(at, rule.from.size(), rule.to);
      if (rule.to.empty() && at >= out.size()) break;
    }
  }
  std::string plain;
  for (const char c : out) {
    const bool vowel = c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    const bool doubled = !vowel && !plain.empty() && plain.back() == c;
    if (c != '^' && c != '$' && !doubled) plain += c;
  }
  return plain;
}

// Lower-case words joined by hyphens.
std::string slug(std::string_view name, bool levelled) {
  const std::string latin = to_plain_latin(fold_word(name));
  std::string out;
  std::string word;
  const auto flush = [&] {
    if (word.empty()) return;
    if (!out.empty()) out += '-';
    out += levelled ? level(word) : word;
    word.clear();
  };
  for (const char c : latin) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) {
      word += c;
    } else if (c != '\'') {
      flush();
    }
  }
  flush();
  return out;
}

}  // namespace

std::string person_id(std::string_view full_name) {
  const std::string name = slug(full_name, true);
  return name.empty() ? name : "person:" + name;
}

std::string names::company_id(std::string_view name) {
  const std::string out = slug(name, false);
  return out.empty() ? out : "org:" + out;
}

}  // namespace twosource
