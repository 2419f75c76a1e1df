#include "core/document/zone_words.h"

#include <algorithm>

#include "core/lang/strict_json.h"
#include "core/text/token.h"
#include "core/text/utf8.h"

extern "C" const char twosource_document_zones[];
extern "C" const char twosource_document_zones_end[];

namespace twosource {
namespace {

std::string_view first_word(std::string_view phrase) {
  return phrase.substr(0, std::min(phrase.find(' '), phrase.size()));
}

// The strings of a list; a string that stands twice in it is a fault.
std::vector<std::string> phrases(JsonReader& json, const JsonNode& object, std::string_view key) {
  std::vector<std::string> out;
  std::unordered_set<std::string> seen;
  for (const JsonNode& item : json.list(object, key, true)) {
    if (!item.is(JsonNode::Kind::String)) {
      json.fail(item, "'" + std::string(key) + "' must hold strings only");
      continue;
    }
    json.check_form(item, item.text);
    if (!seen.insert(item.text).second) json.fail(item, "'" + item.text + "' stands twice");
    out.push_back(item.text);
  }
  return out;
}

// Languages share phrases ("Foto"); within one language none stands twice.
void add_phrases(JsonReader& json, const JsonNode& object, std::string_view key, PhraseSet& out,
                 FirstBytes& begins) {
  for (const std::string& phrase : phrases(json, object, key)) {
    out.add(fold_word(phrase));
    begins.add(phrase);
  }
}

void add_words(JsonReader& json, const JsonNode& object, std::string_view key,
               std::unordered_set<std::string>& out) {
  for (std::string& word : phrases(json, object, key)) out.insert(std::move(word));
}

void read_root(JsonReader& json, const JsonNode& root, ZoneWords& words) {
  json.only(root, {"agencies", "credit_marks", "image_agencies", "languages", "markup"});
  add_words(json, root, "agencies", words.agencies);
  add_phrases(json, root, "credit_marks", words.credit_starts, words.credit_begins);
  for (const std::string& mark : json.texts(root, "credit_marks"))
    words.rights_marks.add(fold_word(mark));
  add_phrases(json, root, "image_agencies", words.credit_starts, words.credit_begins);
  for (const auto& [tag, node] : json.object(root, "languages", true).members) {
    json.only(node,
              {"credit_words", "teaser_headings", "teaser_starts", "boilerplate_lines",
               "boilerplate_starts", "correction_starts", "retraction_starts", "editor_notes"});
    add_phrases(json, node, "correction_starts", words.correction_starts, words.notice_begins);
    add_phrases(json, node, "retraction_starts", words.retraction_starts, words.notice_begins);
    add_phrases(json, node, "editor_notes", words.editor_notes, words.notice_begins);
    add_phrases(json, node, "credit_words", words.credit_words, words.credit_begins);
    add_phrases(json, node, "teaser_headings", words.teaser_headings, words.furniture_begins);
    add_phrases(json, node, "teaser_starts", words.teaser_starts, words.furniture_begins);
    add_phrases(json, node, "boilerplate_lines", words.boilerplate_lines, words.furniture_begins);
    add_phrases(json, node, "boilerplate_starts", words.boilerplate_starts, words.furniture_begins);
  }
  const JsonNode& markup = json.object(root, "markup", true);
  json.only(markup, {"skip", "caption", "lead", "content"});
  add_words(json, markup, "skip", words.markup_skip);
  add_words(json, markup, "caption", words.markup_caption);
  add_words(json, markup, "lead", words.markup_lead);
  add_words(json, markup, "content", words.markup_content);
}

bool continues_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80U || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

}  // namespace

void PhraseSet::add(std::string phrase) {
  std::vector<std::string>& list = by_first_[std::string(first_word(phrase))];
  if (std::find(list.begin(), list.end(), phrase) == list.end()) list.push_back(phrase);
  // The longest first, so that the first fit is the longest.
  std::sort(list.begin(), list.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  whole_.insert(std::move(phrase));
}

std::size_t PhraseSet::prefix(std::string_view folded) const {
  // The first word may carry a mark that is not part of the phrase ("Foto:").
  std::string_view first = first_word(folded);
  for (int tries = 0; tries < 3 && !first.empty(); ++tries) {
    const auto found = by_first_.find(std::string(first));
    if (found != by_first_.end()) {
      for (const std::string& phrase : found->second) {
        if (folded.substr(0, phrase.size()) != phrase) continue;
        const bool border = folded.size() == phrase.size() || !continues_word(phrase.back()) ||
                            !continues_word(folded[phrase.size()]);
        if (border) return phrase.size();
      }
    }
    if (continues_word(first.back())) break;
    first.remove_suffix(1);
  }
  return 0;
}

// Up to four ASCII letters and digits of the first word in lower case; where it begins outside
// ASCII its first code point folded (a code point in the middle ends the key).
std::size_t FirstBytes::key_of(std::string_view text) {
  constexpr std::string_view kMarks = " ([+->*\"'";
  text.remove_prefix(std::min(text.find_first_not_of(kMarks), text.size()));
  std::uint32_t key = 0;
  if (!text.empty() && static_cast<unsigned char>(text[0]) >= 0x80U) {
    std::string folded;
    fold_word(text.substr(0, decode(text, 0).length), folded);
    for (const char c : folded) key = key * 256U + static_cast<unsigned char>(c);
  } else {
    for (const char c : text.substr(0, 4)) {
      const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      const bool fits = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
      if (!fits) break;
      key = key * 256U + static_cast<unsigned char>(lower);
    }
  }
  constexpr std::uint32_t kMix = 2654435761U;  // spreads the key over the upper bits
  return (key * kMix) >> 16U;
}

void FirstBytes::add(std::string_view phrase) {
  keys_.set(key_of(phrase));
}

bool FirstBytes::fits(std::string_view text) const {
  return keys_.test(key_of(text));
}

ZoneWords load_zone_words(std::string_view bytes) {
  JsonReader json("zones.json");
  ZoneWords words;
  if (const auto root = json.parse(bytes)) read_root(json, *root, words);
  words.faults = json.errors();
  return words;
}

const ZoneWords& zone_words() {
  static const ZoneWords kWords = load_zone_words(
      {twosource_document_zones,
       static_cast<std::size_t>(twosource_document_zones_end - twosource_document_zones)});
  return kWords;
}

}  // namespace twosource
