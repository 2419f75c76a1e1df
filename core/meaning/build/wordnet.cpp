// Formats: wndb(5WN). A line of data.POS:
//   offset lex_filenum pos w_cnt word lex_id ... p_cnt pointer offset pos source/target ... | gloss
#include "core/meaning/build/wordnet.h"

#include <cstdlib>
#include <map>
#include <sstream>
#include <vector>

#include "core/document/byte_stream.h"
#include "core/meaning/build/dictionary.h"
#include "core/text/token.h"

namespace twosource::lexicon_build {
namespace {

constexpr double kSynonym = 0.25;
constexpr double kDerivation = 0.4;

struct Pointer {
  std::string key;      // "n00406612" of the other synset
  unsigned source = 0;  // number of the word, from 1; 0: the whole synset
  unsigned target = 0;
};

struct Synset {
  std::vector<std::string> words;
  std::vector<Pointer> derivations;
};

using Synsets = std::map<std::string, Synset>;

Result<std::string> read_whole(const std::string& path) {
  auto stream = ByteStream::open(path);
  if (!stream) return stream.error();
  std::string bytes;
  for (;;) {
    const auto got = (*stream)->read(1U << 20U, bytes);
    if (!got) return got.error();
    if (*got == 0) return bytes;
  }
}

std::string plain(std::string word) {
  const std::size_t bracket = word.find('(');  // "galore(ip)"
  if (bracket != std::string::npos) word.resize(bracket);
  for (char& c : word) {
    if (c == '_') c = ' ';
  }
  return fold_word(word);
}

// Satellite adjectives stand in the file of adjectives.
std::string key_of(const std::string& offset, char part) {
  return (part == 's' ? 'a' : part) + offset;
}

void read_synset(const std::string& line, Synsets& out) {
  std::istringstream in(line);
  std::string offset;
  std::string file;
  char part = 0;
  std::string count;
  if (!(in >> offset >> file >> part >> count)) return;
  Synset synset;
  const unsigned long words = std::strtoul(count.c_str(), nullptr, 16);
  for (unsigned long i = 0; i < words; ++i) {
    std::string word;
    std::string sense;
    if (!(in >> word >> sense)) return;
    synset.words.push_back(plain(std::move(word)));
  }
  unsigned pointers = 0;
  in >> pointers;
  for (unsigned i = 0; i < pointers; ++i) {
    std::string kind;
    std::string other;
    char other_part = 0;
    std::string numbers;
    if (!(in >> kind >> other >> other_part >> numbers) || numbers.size() != 4) break;
    if (kind != "+" && kind != "\\") continue;
    const unsigned long both = std::strtoul(numbers.c_str(), nullptr, 16);
    synset.derivations.push_back({key_of(other, other_part), static_cast<unsigned>(both >> 8U),
                                  static_cast<unsigned>(both & 0xFFU)});
  }
  out.emplace(key_of(offset, part), std::move(synset));
}

void relate_derivations(const Synsets& synsets, Graph& graph) {
  for (const auto& [key, synset] : synsets) {
    for (const Pointer& pointer : synset.derivations) {
      const auto other = synsets.find(pointer.key);
      if (other == synsets.end() || pointer.source == 0 || pointer.target == 0 ||
          pointer.source > synset.words.size() || pointer.target > other->second.words.size())
        continue;
      const std::string& word = synset.words[pointer.source - 1];
      const std::string& target = other->second.words[pointer.target - 1];
      if (is_single_word(word) && is_single_word(target)) graph.relate(word, target, kDerivation);
    }
  }
}

// A line of index.POS: lemma pos synset_cnt p_cnt pointers ... sense_cnt tagsense_cnt offset ...
void relate_synonyms(const std::string& index, char part, const Synsets& synsets, Graph& graph) {
  std::istringstream lines(index);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream in(line);
    std::string lemma;
    std::string skipped;
    unsigned pointers = 0;
    if (!(in >> lemma >> skipped >> skipped >> pointers)) continue;
    for (unsigned i = 0; i < pointers + 2; ++i) in >> skipped;
    std::string offset;
    const std::string word = plain(lemma);
    if (!(in >> offset) || !is_single_word(word)) continue;
    const auto first = synsets.find(key_of(offset, part));
    if (first == synsets.end()) continue;
    for (const std::string& other : first->second.words) {
      if (other != word && is_single_word(other)) graph.relate(word, other, kSynonym);
    }
  }
}

}  // namespace

Result<void> read_wordnet(const std::string& folder, Graph& graph) {
  struct Part {
    const char* name;
    char letter;
  };
  constexpr Part kParts[] = {{"noun", 'n'}, {"verb", 'v'}, {"adj", 'a'}, {"adv", 'r'}};
  Synsets synsets;
  for (const Part& part : kParts) {
    const auto data = read_whole(folder + "/data." + part.name);
    if (!data) return data.error();
    std::istringstream lines(*data);
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with(' ')) read_synset(line, synsets);
    }
  }
  relate_derivations(synsets, graph);
  for (const Part& part : kParts) {
    const auto index = read_whole(folder + "/index." + part.name);
    if (!index) return index.error();
    relate_synonyms(*index, part.letter, synsets, graph);
    const auto exceptions = read_whole(folder + "/" + part.name + ".exc");
    if (!exceptions) continue;
    std::istringstream lines(*exceptions);
    std::string form;
    std::string base;
    for (std::string line; std::getline(lines, line);) {
      std::istringstream in(line);
      if (in >> form >> base) graph.irregular(plain(form), plain(base));
    }
  }
  return {};
}

}  // namespace twosource::lexicon_build
