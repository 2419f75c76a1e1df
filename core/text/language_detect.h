// Which language a text is written in (CLD2; Debian's libcld2 of 2015).
#pragma once

#include <string>
#include <string_view>

namespace twosource {

struct DetectedLanguage {
  std::string tag;  // BCP 47 ("de", "zh"); "und" when the text is too short or too mixed to say
  int percent = 0;  // share of the text in this language
  bool reliable = false;
};

// Looks at the first kDetectedBytes only. Short texts (a headline of five words) are decided by
// their function words where CLD2 is unsure; those answers are never `reliable`. `hint` is a tag
// that the surroundings suggest ("de" from a server name); it only settles what is undecided.
DetectedLanguage detect_language(std::string_view text, std::string_view hint = {});

inline constexpr std::size_t kDetectedBytes = 16U << 10U;

}  // namespace twosource
