#include "core/compare/word_root.h"

#include <array>
#include <cstddef>
#include <unordered_map>

#include "core/text/cldr.h"

namespace twosource {
namespace {

constexpr std::size_t kShortestStem = 5;
constexpr std::size_t kFewestConsonants = 3;
constexpr std::size_t kMostConsonants = 5;

// One letter per sound; '-' for vowels and what is not written alike anywhere.
constexpr std::array<char, 26> kSounds{'-', 'p', 'k', 't', '-', 'f', 'k', '-', '-',
                                       '-', 'k', 'l', 'm', 'n', '-', 'p', 'k', 'r',
                                       's', 't', '-', 'f', 'f', 's', '-', 's'};

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80U) return false;
  }
  return true;
}

std::string latin(std::string_view stem) {
  if (is_ascii(stem)) return std::string(stem);
  // Transliteration is slow and the same words come again and again.
  constexpr std::size_t kRemembered = 50000;
  thread_local std::unordered_map<std::string, std::string> known;
  if (known.size() > kRemembered) known.clear();
  const auto [at, fresh] = known.try_emplace(std::string(stem));
  if (fresh) at->second = cldr::to_latin(stem);
  return at->second;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string word_root(std::string_view stem) {
  const std::string text = latin(stem);
  if (text.size() < kShortestStem) return {};
  std::string out;
  for (std::size_t i = 0; i < text.size() && out.size() < kMostConsonants; ++i) {
    const char c = lower(text[i]);
    if (c < 'a' || c > 'z') continue;
    char sound = kSounds[static_cast<std::size_t>(c - 'a')];
    if (c == 'p' && i + 1 < text.size() && lower(text[i + 1]) == 'h') sound = 'f';
    if (sound == '-') {
      if (i == 0) out += 'a';
    } else if (out.empty() || out.back() != sound) {
      out += sound;
    }
  }
  const bool vowel_first = !out.empty() && out.front() == 'a';
  if (out.size() - (vowel_first ? 1 : 0) < kFewestConsonants) return {};
  return out;
}

}  // namespace twosource
