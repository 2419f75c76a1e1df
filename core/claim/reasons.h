// Why the fields of a claim are as they are: the rule that found each, the words it rests on, and
// the row of the language data that knows them. Made only where it is asked for.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace twosource {

struct Reason {
  std::string field;  // "value" "item" "subject" "time" "attribution" "modality"
  std::string rule;   // "behind-figure", "verb-of-speech" ...
  std::string words;  // of the article, as written; empty where the rule rests on none
  std::string data;   // "core/lang/de/claims.json: verbs sagen"; empty where none is needed
};

// By the id of the claim.
using Reasons = std::map<std::string, std::vector<Reason>, std::less<>>;

// Which rules found the parts of the claim that is being built. Views of string literals.
struct ClaimTrace {
  std::string_view item;
  std::string_view subject;
  std::string_view time;
  std::string_view voice;
  std::string_view modality;
};

}  // namespace twosource
