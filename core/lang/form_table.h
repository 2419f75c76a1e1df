// FormTable: a map from folded forms that is filled while language data is loaded and probed once a
// word from then on.
//
// Open addressing over the hashes of the forms, which texts know already (FoldedText): most words
// of a text are turned away by one slot, without their bytes being looked at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/form_hash.h"

namespace twosource {

template <typename Value>
class FormTable {
 public:
  using Entry = std::pair<std::string, Value>;

  // The value of the form, made when it is new. The reference holds until the next new form.
  Value& operator[](std::string_view form) {
    const std::uint64_t hash = form_hash(form);
    if (const Entry* known = entry(form, hash)) return entries_[index_of(*known)].second;
    if ((entries_.size() + 1) * 2 > slots_.size()) grow();
    entries_.emplace_back(std::string(form), Value());
    place(hash, static_cast<std::uint32_t>(entries_.size()));
    return entries_.back().second;
  }

  // The value of the form, or nullptr. `hash` is its form_hash.
  const Value* find(std::string_view form, std::uint64_t hash) const {
    const Entry* known = entry(form, hash);
    return known == nullptr ? nullptr : &known->second;
  }
  const Value* find(std::string_view form) const { return find(form, form_hash(form)); }

  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  // In the order of their making.
  auto begin() { return entries_.begin(); }
  auto end() { return entries_.end(); }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;  // of the entry, from 1; 0 for a free slot
  };

  const Entry* entry(std::string_view form, std::uint64_t hash) const {
    if (slots_.empty()) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].number != 0; at = (at + 1) & mask) {
      if (slots_[at].hash != hash) continue;
      const Entry& found = entries_[slots_[at].number - 1];
      if (found.first == form) return &found;
    }
    return nullptr;
  }

  std::size_t index_of(const Entry& entry) const {
    return static_cast<std::size_t>(&entry - entries_.data());
  }

  void place(std::uint64_t hash, std::uint32_t number) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = {hash, number};
  }

  // Twice the slots, a power of two: never more than half of them are taken.
  void grow() {
    constexpr std::size_t kFewest = 16;
    slots_.assign(std::max(kFewest, slots_.size() * 2), Slot());
    for (std::size_t i = 0; i < entries_.size(); ++i)
      place(form_hash(entries_[i].first), static_cast<std::uint32_t>(i + 1));
  }

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
};

}  // namespace twosource
