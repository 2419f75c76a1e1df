#include "core/meaning/build/dictionary.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/document/byte_stream.h"
#include "core/text/token.h"

namespace twosource::lexicon_build {
namespace {

constexpr std::size_t kMaxTranslations = 12;
constexpr std::size_t kMaxItemBytes = 60;

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

// dictd writes numbers in base 64, most significant digit first.
std::optional<std::uint64_t> base64_number(std::string_view digits) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (digits.empty() || digits.size() > 10) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : digits) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value << 6U | digit;
  }
  return value;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// Without "1.", "2)", "II." and the like at the start; `numbered` says whether there was one.
std::string_view without_number(std::string_view line, bool& numbered) {
  for (;;) {
    line = trimmed(line);
    const std::size_t end = line.find_first_not_of("0123456789IVX");
    const bool enumerates = end != 0 && end != std::string_view::npos && end <= 4 &&
                            (line[end] == '.' || line[end] == ')') &&
                            (end + 1 == line.size() || line[end + 1] == ' ');
    if (!enumerates) return line;
    numbered = true;
    line.remove_prefix(end + 1);
  }
}

// Brackets of all kinds with what is in them are grammar, usage and notes.
std::string without_brackets(std::string_view line) {
  std::string out;
  int depth = 0;
  for (const char c : line) {
    if (c == '(' || c == '[' || c == '{' || c == '<') {
      ++depth;
      continue;
    }
    if (c == ')' || c == ']' || c == '}' || c == '>') {
      if (depth > 0) --depth;
      continue;
    }
    if (depth == 0) out += c;
  }
  return out;
}

// No-break spaces and soft hyphens, which some dictionaries are full of, as plain text has them.
std::string plain_spaces(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xC2U && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[i + 1]);
      if (next == 0xA0U || next == 0xADU) {
        if (next == 0xA0U) out += ' ';
        ++i;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

bool has_latin_or_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

class Collector {
 public:
  void line(std::string_view raw) {
    std::string_view rest = raw;
    while (!rest.empty()) {
      const std::size_t end = rest.find_first_of(",;");
      item(rest.substr(0, end));
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
  }

  void item(std::string_view raw) {
    // "a. example ...": an example behind the translation. "permit/pass": the first alternative.
    raw = trimmed(raw.substr(0, raw.find(". ")));
    raw = trimmed(raw.substr(0, raw.find('/')));
    while (!raw.empty() &&
           (raw.back() == '.' || raw.back() == '!' || raw.back() == '?' || raw.back() == ':'))
      raw.remove_suffix(1);
    const bool digit = raw.find_first_of("0123456789\"=") != std::string_view::npos;
    if (raw.empty() || raw.size() > kMaxItemBytes || digit || out_.size() >= kMaxTranslations)
      return;
    std::string folded = fold_word(raw);
    if (seen_.insert(folded).second) out_.push_back(std::move(folded));
  }

  std::vector<std::string> take() { return std::move(out_); }

 private:
  std::vector<std::string> out_;
  std::set<std::string> seen_;
};

template <typename Do>
void for_each_line(std::string_view text, Do&& act) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    act(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
}

std::vector<std::string> freedict_translations(std::string_view text) {
  Collector out;
  int number = 0;
  for_each_line(text, [&](std::string_view raw) {
    ++number;
    const std::string_view line = trimmed(raw);
    if (number == 1 || line.empty()) return;
    bool numbered = false;
    const std::string clean = without_brackets(plain_spaces(line));
    const std::string_view body = without_number(clean, numbered);
    const bool reference = line.starts_with("see:") || line.starts_with("Synonym") ||
                           line.starts_with("Antonym") || line.starts_with("Note:") ||
                           line.starts_with("cf.") || line.starts_with("\"");
    if (reference || (number > 2 && !numbered)) return;
    out.line(body);
  });
  return out.take();
}

std::vector<std::string> running_translations(std::string_view text) {
  // Senses go over several lines; a line that begins with a number begins a new one.
  std::string joined;
  int number = 0;
  for_each_line(text, [&](std::string_view raw) {
    if (++number == 1) return;
    bool numbered = false;
    const std::string_view body = without_number(raw, numbered);
    joined += numbered ? ';' : ' ';
    joined += body;
  });
  // Marks of grammar and style: "_n.", "_воен."
  std::string clean;
  for (std::size_t i = 0; i < joined.size(); ++i) {
    if (joined[i] == '_') {
      while (i < joined.size() && joined[i] != '.' && joined[i] != ' ') ++i;
      continue;
    }
    clean += joined[i];
  }
  Collector out;
  std::string_view rest = clean;
  const std::string plain = without_brackets(rest);
  rest = plain;
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of(",;");
    std::string_view piece = trimmed(rest.substr(0, end));
    bool numbered = false;
    piece = without_number(piece, numbered);
    if (!piece.empty() && !has_latin_or_digit(piece)) out.item(piece);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return out.take();
}

// What "00databaseinfo" says of version and licence.
DictionaryInfo read_info(std::string_view text) {
  DictionaryInfo info;
  const auto contains = [&](std::string_view words) {
    return text.find(words) != std::string_view::npos;
  };
  if (contains("Attribution-ShareAlike") || contains("CC BY-SA")) {
    info.licence = "CC-BY-SA-3.0";
  } else if (contains("version 3") || contains("ver. 3.0")) {
    info.licence = "GPL-3+";
  } else if (contains("General Public License") || contains("GPL")) {
    info.licence = "GPL-2+";
  }
  const std::size_t at = text.find("Edition: ");
  if (at != std::string_view::npos) {
    const std::string_view rest = text.substr(at + 9);
    info.version = std::string(trimmed(rest.substr(0, rest.find('\n'))));
  }
  return info;
}

}  // namespace

bool is_single_word(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  return tokens.size() == 1 && tokens[0].is(TokenKind::Word) && text.size() >= 2 &&
         text.size() <= 48;
}

std::string core_word(std::string_view phrase) {
  // What dictionaries write beside a verb, in the languages they cover.
  static const std::set<std::string, std::less<>> kBeside = {
      "sich",     "etw",      "etwas", "jdn", "jdm", "jds",  "jmd", "jmdn", "jmdm",
      "jemanden", "jemandem", "się",   "se",  "si",  "zich", "sig", "s",    "to"};
  std::string found;
  std::string beside;
  for (const Token& token : tokenize(phrase)) {
    if (token.is(TokenKind::Punct) &&
        (phrase[token.begin] == '.' || phrase[token.begin] == '\'' || phrase[token.begin] == '/'))
      continue;
    if (!token.is(TokenKind::Word)) return {};
    std::string word = fold_word(slice(phrase, token.span()));
    if (kBeside.contains(word)) {
      beside = beside.empty() ? word : " ";
      continue;
    }
    if (!found.empty()) return {};
    found = std::move(word);
  }
  if (found.empty()) found = beside;  // the placeholder itself: Polish "to"
  return is_single_word(found) ? found : std::string();
}

std::vector<std::string> translations_of(std::string_view text, Layout layout) {
  return layout == Layout::FreeDict ? freedict_translations(text) : running_translations(text);
}

Result<DictionaryInfo> read_dictionary(const std::string& base, Layout layout,
                                       const std::function<void(const Entry&)>& take) {
  const auto index = read_whole(base + ".index");
  if (!index) return index.error();
  auto text = read_whole(base + ".dict.dz");
  if (!text && text.error().kind == ErrorKind::NotFound) text = read_whole(base + ".dict");
  if (!text) return text.error();
  DictionaryInfo info;
  std::size_t entries = 0;
  for_each_line(*index, [&](std::string_view line) {
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) return;
    const auto offset = base64_number(line.substr(first + 1, second - first - 1));
    const std::string_view tail = line.substr(second + 1);
    const auto size = base64_number(tail.substr(0, tail.find_first_of("\t\r")));
    if (!offset || !size || *offset > text->size() || *size > text->size() - *offset) return;
    const std::string_view body(text->data() + *offset, *size);
    const std::string_view name = line.substr(0, first);
    if (name == "00databaseinfo" || name == "00-database-info") info = read_info(body);
    const std::string head = core_word(name);
    if (name.starts_with("00") || head.empty()) return;
    const Entry entry{head, translations_of(body, layout)};
    ++entries;
    if (!entry.translations.empty()) take(entry);
  });
  if (entries == 0)
    return Error{ErrorKind::BadInput, "this is no dictd dictionary", base + ".index", 0, 0};
  return info;
}

}  // namespace twosource::lexicon_build
