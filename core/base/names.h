// Two-way tables between enumerators and the names of CONTRACT.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace twosource {

// An enum whose values count up from 0, with the name of each in order.
template <typename Enum, std::size_t N>
struct NameTable {
  std::array<std::string_view, N> names;

  std::string_view of(Enum value) const { return names.at(static_cast<std::size_t>(value)); }
  std::optional<Enum> find(std::string_view name) const {
    for (std::size_t i = 0; i < N; ++i) {
      if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
  }
};

}  // namespace twosource
