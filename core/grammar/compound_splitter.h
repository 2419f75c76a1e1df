// Takes a closed compound apart: "dreihundertfünfundzwanzigtausend" -> 3 100 5 und 20 1000.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/lang/numbers_data.h"

namespace twosource {

class CompoundSplitter {
 public:
  // A length in bytes of the form, and an index into the words of the data.
  using Morpheme = std::pair<std::uint32_t, std::uint32_t>;

  // Both must outlive the splitter.
  CompoundSplitter(const NumbersData& data, std::string_view form) : data_(data), form_(form) {}

  // The morphemes from the start of the form; false for none. `used` is the bytes they cover. The
  // number of steps is bounded, whatever the form.
  bool split(std::vector<Morpheme>& out, std::size_t& used);

 private:
  enum class Mode : std::uint8_t { Whole, Rest, Stem };

  bool may_end(std::size_t at) const;
  bool lacks_joiner(std::uint32_t word) const;
  bool walk(std::size_t at);

  const NumbersData& data_;
  std::string_view form_;
  std::vector<Morpheme> path_;
  Mode mode_ = Mode::Whole;
  std::size_t used_ = 0;
  int steps_ = 0;
};

}  // namespace twosource
