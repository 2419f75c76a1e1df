// Which language a text is written in (CLD2; 24.12.2 of Debian's libcld2).
#pragma once

#include <string>
#include <string_view>

namespace twosource {

struct DetectedLanguage {
  std::string tag;  // BCP 47 ("de", "zh"); "und" when the text is too short or too mixed to say
  int percent = 0;  // share of the text in this language
  bool reliable = false;
};

DetectedLanguage detect_language(std::string_view text);

}  // namespace twosource
