// A cheap test before a lexicon is probed: most words of a text are in none.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace twosource {

// A set of folded forms that may say yes for a form that was never added, but never no for one that
// was. Looks at the length and three bytes only.
class FormFilter {
 public:
  void add(std::string_view form) {
    const std::size_t slot = slot_of(form);
    bits_[slot / 64] |= std::uint64_t{1} << (slot % 64);
  }
  // False: the form was never added.
  bool may_hold(std::string_view form) const {
    const std::size_t slot = slot_of(form);
    return ((bits_[slot / 64] >> (slot % 64)) & 1U) != 0;
  }

 private:
  static constexpr std::size_t kSlots = 1U << 15U;
  static std::size_t slot_of(std::string_view form) {
    if (form.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(form[i]); };
    const std::size_t mixed = byte(0) * 131U + byte(form.size() / 2) * 8191U +
                              byte(form.size() - 1) * 31U + form.size() * 1021U;
    return mixed % kSlots;
  }
  std::array<std::uint64_t, kSlots / 64> bits_{};
};

}  // namespace twosource
