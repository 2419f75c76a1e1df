#include "core/lang/claims_data.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/names.h"
#include "core/text/token.h"

namespace twosource {
namespace {

constexpr NameTable<Mark, kMarkCount> kMarks{{"determiner",
                                              "genitive",
                                              "oblique",
                                              "quantifier",
                                              "nominal",
                                              "preposition",
                                              "of",
                                              "in",
                                              "pronoun",
                                              "human",
                                              "expletive",
                                              "anaphor",
                                              "conjunction",
                                              "subordinator",
                                              "complement",
                                              "relative",
                                              "negation",
                                              "contrast",
                                              "adverb",
                                              "auxiliary",
                                              "stop",
                                              "source_before",
                                              "source_after",
                                              "source_tail",
                                              "source_own",
                                              "source_same",
                                              "citing",
                                              "as",
                                              "hearsay",
                                              "anonymous",
                                              "speaker",
                                              "outlet_noun",
                                              "document_noun",
                                              "possible",
                                              "planned",
                                              "demanded",
                                              "conditional",
                                              "if",
                                              "said",
                                              "future",
                                              "by",
                                              "to",
                                              "from",
                                              "raise_noun",
                                              "fall_noun",
                                              "rank_noun",
                                              "ranked",
                                              "count_noun",
                                              "purpose",
                                              "rate",
                                              "label_noun",
                                              "provision",
                                              "among",
                                              "victims",
                                              "causes",
                                              "result",
                                              "state",
                                              "person",
                                              "persons",
                                              "couple",
                                              "reflexive",
                                              "suicide",
                                              "passive",
                                              "age_noun",
                                              "street",
                                              "address_noun",
                                              "only",
                                              "vote",
                                              "in_favour",
                                              "unanimous",
                                              "now"}};

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 8> kForms{
    {{"present", kPresent},
     {"past", kPast},
     {"participle", kParticiple},
     {"infinitive", kInfinitive},
     {"subjunctive", kSubjunctive},
     {"gerund", kGerund},
     {"future", kFuture},
     {"conditional", kConditional}}};
constexpr std::array<std::pair<std::string_view, std::uint16_t>, 13> kClasses{
    {{"speech", kSpeech},
     {"report", kReport},
     {"deny", kDeny},
     {"demand", kDemand},
     {"plan", kPlan},
     {"raise", kRaise},
     {"fall", kFall},
     {"event", kEvent},
     {"rank", kRank},
     {"light", kLight},
     {"toll", kToll},
     {"fate", kFate},
     {"object", kObject}}};

// Fills a ClaimsData from the JSON tree.
class ClaimsLoader {
 public:
  explicit ClaimsLoader(JsonReader& json) : json_(json) { data_.present = true; }

  ClaimsData load(const JsonNode& root) {
    json_.only(root, {"nouns_capitalised", "verbs_last", "bare_complements", "words", "verbs",
                      "particles", "verb_shapes", "nouns", "tolls", "heads_first",
                      "adjectives_before", "adjectives_behind"});
    data_.nouns_capitalised = json_.boolean(root, "nouns_capitalised");
    data_.verbs_last = json_.boolean(root, "verbs_last");
    data_.heads_first = json_.boolean(root, "heads_first");
    for (const std::string& ending : json_.texts(root, "adjectives_before"))
      data_.adjectives_before.push_back(fold_word(ending));
    for (const std::string& ending : json_.texts(root, "adjectives_behind"))
      data_.adjectives_behind.push_back(fold_word(ending));
    data_.bare_complements = json_.boolean(root, "bare_complements");
    load_marks(json_.object(root, "words"));
    load_verbs(root);
    for (const std::string& form : json_.texts(root, "particles"))
      data_.particles.push_back(fold_word(form));
    load_shapes(root);
    load_nouns(root);
    load_tolls(root);
    for (auto& [word, entry] : data_.words) {
      std::stable_sort(entry.phrases.begin(), entry.phrases.end(),
                       [](const auto& a, const auto& b) { return a.rest.size() > b.rest.size(); });
    }
    return std::move(data_);
  }

 private:
  // The sense of a form of one or more words, made when it is new.
  WordSense& sense_of(const std::string& form) {
    std::vector<std::string> words;
    for (const Token& token : tokenize(form)) words.push_back(fold_word(slice(form, token.span())));
    WordEntry& entry = data_.words[words.empty() ? std::string() : words.front()];
    if (words.size() < 2) return entry.sense;
    words.erase(words.begin());
    for (WordEntry::Phrase& phrase : entry.phrases) {
      if (phrase.rest == words) return phrase.sense;
    }
    entry.phrases.push_back({std::move(words), {}});
    return entry.phrases.back().sense;
  }

  void load_marks(const JsonNode& lists) {
    for (const auto& [key, list] : lists.members) {
      const std::optional<Mark> mark = kMarks.find(key);
      if (!mark) {
        json_.fail(list, "'" + key + "' is no kind of word");
        continue;
      }
      for (const JsonNode& item : json_.list(lists, key)) {
        json_.check_form(item, item.text);
        WordSense& sense = sense_of(item.text);
        if (sense.marks.has(*mark))
          json_.fail(item, "'" + item.text + "' stands twice in '" + key + "'");
        sense.marks |= *mark;
        data_.known_marks |= *mark;
      }
    }
  }

  void load_verbs(const JsonNode& root) {
    for (const JsonNode& row : json_.list(root, "verbs")) {
      json_.only(row, {"lemma", "sense", "classes", "present", "past", "participle", "infinitive",
                       "subjunctive", "gerund", "future", "conditional"});
      VerbEntry verb{json_.text(row, "lemma"), json_.text(row, "sense", false), 0};
      if (verb.sense.empty()) verb.sense = verb.lemma;
      for (const std::string& name : json_.texts(row, "classes"))
        verb.classes |= class_named(row, name);
      const auto index = static_cast<std::int32_t>(data_.verbs.size());
      if (!data_.verb_by_lemma.emplace(fold_word(verb.lemma), index).second)
        json_.fail(row, "'" + verb.lemma + "' stands twice");
      data_.verbs.push_back(std::move(verb));
      for (const auto& [key, form] : kForms) load_forms(row, key, form, index);
    }
  }

  void load_forms(const JsonNode& row, std::string_view key, std::uint8_t form, std::int32_t verb) {
    for (const JsonNode& item : json_.list(row, key)) {
      json_.check_form(item, item.text);
      WordSense& sense = sense_of(item.text);
      if (sense.verb != -1 && sense.verb != verb) {
        json_.fail(item, "'" + item.text + "' is a form of '" +
                             data_.verbs[static_cast<std::size_t>(sense.verb)].lemma + "' already");
        continue;
      }
      sense.verb = verb;
      sense.forms = static_cast<std::uint8_t>(sense.forms | form);
    }
  }

  std::uint16_t class_named(const JsonNode& row, std::string_view name) {
    for (const auto& [key, value] : kClasses) {
      if (key == name) return value;
    }
    json_.fail(row, "'" + std::string(name) + "' is no class of verbs");
    return 0;
  }

  void load_shapes(const JsonNode& root) {
    for (const JsonNode& row : json_.list(root, "verb_shapes")) {
      json_.only(row, {"prefix", "suffix", "forms", "last"});
      VerbShape shape{json_.text(row, "prefix", false), json_.text(row, "suffix"), 0,
                      json_.boolean(row, "last")};
      for (const std::string& name : json_.texts(row, "forms", true)) {
        const auto* it = std::find_if(kForms.begin(), kForms.end(),
                                      [&](const auto& form) { return form.first == name; });
        if (it == kForms.end()) {
          json_.fail(row, "'" + name + "' is no form of verbs");
        } else {
          shape.forms = static_cast<std::uint8_t>(shape.forms | it->second);
        }
      }
      data_.shapes.push_back(std::move(shape));
    }
  }

  void load_nouns(const JsonNode& root) {
    for (const JsonNode& row : json_.list(root, "nouns")) {
      json_.only(row, {"id", "forms"});
      const auto index = static_cast<std::int32_t>(data_.nouns.size());
      data_.nouns.push_back(json_.text(row, "id"));
      for (const JsonNode& item : json_.list(row, "forms", true)) {
        json_.check_form(item, item.text);
        WordSense& sense = sense_of(item.text);
        if (sense.noun != -1) json_.fail(item, "'" + item.text + "' stands twice in 'nouns'");
        sense.noun = index;
      }
    }
  }

  void load_tolls(const JsonNode& root) {
    for (const JsonNode& row : json_.list(root, "tolls")) {
      json_.only(row, {"value", "forms"});
      const std::int64_t value = json_.integer(row, "value", 0);
      if (value < 1 || value > 99) {
        json_.fail(row, "'value' is a number from 1 to 99");
        continue;
      }
      for (const JsonNode& item : json_.list(row, "forms", true)) {
        json_.check_form(item, item.text);
        sense_of(item.text).toll = static_cast<std::uint8_t>(value);
      }
    }
  }

  JsonReader& json_;
  ClaimsData data_;
};

}  // namespace

std::uint8_t ClaimsData::last_word_forms(std::string_view folded) const {
  for (const VerbShape& shape : shapes) {
    if (shape.last && folded.size() > shape.suffix.size() &&
        folded.substr(folded.size() - shape.suffix.size()) == shape.suffix) {
      return shape.forms;
    }
  }
  return 0;
}

ClaimsData load_claims(JsonReader& json, const JsonNode& root) {
  return ClaimsLoader(json).load(root);
}

}  // namespace twosource
