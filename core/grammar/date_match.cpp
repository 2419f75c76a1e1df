#include "core/grammar/date_match.h"

#include <algorithm>

namespace twosource {
namespace {

// Steps of one start before it is given up: real dates need some dozens.
constexpr int kMaxSteps = 2000;
constexpr std::uint32_t kMaxReach = 40;

bool better(const DateMatch& a, const DateMatch& b) {
  return a.end != b.end ? a.end > b.end : a.reach > b.reach;
}

}  // namespace

const std::vector<DateMatch>& ShapeMatcher::matches_at(std::uint32_t at) {
  out_.clear();
  tried_.clear();
  for (const DateItem& item : items_.at(at)) {
    const auto& shapes = item.kind == DateWordKind::Literal
                             ? data_.shapes_by_literal[item.literal]
                             : data_.shapes_by_kind[static_cast<std::size_t>(item.kind)];
    tried_.insert(tried_.end(), shapes.begin(), shapes.end());
  }
  if (tried_.empty()) return out_;
  std::sort(tried_.begin(), tried_.end());
  tried_.erase(std::unique(tried_.begin(), tried_.end()), tried_.end());
  at_ = at;
  steps_ = 0;
  for (const std::uint16_t shape : tried_) run(data_.shapes[shape]);
  if (out_.size() > 1) {
    std::stable_sort(out_.begin(), out_.end(), [](const DateMatch& a, const DateMatch& b) {
      return a.first != b.first ? a.first < b.first : better(a, b);
    });
  }
  return out_;
}

void ShapeMatcher::run(const DateShape& shape) {
  shape_ = &shape;
  found_ = false;
  taken_.clear();
  step(0, at_);
  if (found_) out_.push_back(std::move(best_));
}

void ShapeMatcher::step(std::size_t pc, std::uint32_t at) {
  if (++steps_ > kMaxSteps) return;
  const ShapeStep& now = shape_->program[pc];
  switch (now.op) {
    case ShapeStep::Op::Done:
      done(at);
      return;
    case ShapeStep::Op::Jump:
      step(now.next, at);
      return;
    case ShapeStep::Op::Split:
      step(now.next, at);
      step(now.other, at);
      return;
    case ShapeStep::Op::Take:
      break;
  }
  if (at >= text_.size() || at - at_ > kMaxReach) return;
  // An expression does not go on behind a blank line.
  if (at != at_ && text_.token(at).has(Token::kParagraphBefore)) return;
  for (const DateItem& item : items_.at(at)) {
    if (item.kind != now.kind) continue;
    if (item.kind == DateWordKind::Literal && item.literal != now.literal) continue;
    taken_.push_back({&item, at, now.context});
    step(pc + 1, item.end);
    taken_.pop_back();
  }
}

void ShapeMatcher::done(std::uint32_t at) {
  DateMatch match;
  match.shape = shape_;
  match.reach = at;
  bool any = false;
  for (const Taken& taken : taken_) {
    if (taken.context) continue;
    if (!any) match.first = taken.first;
    any = true;
    match.end = taken.item->end;
  }
  if (!any || (found_ && !better(match, best_))) return;
  for (const bool context : {false, true}) {
    for (const Taken& taken : taken_) {
      if (taken.context != context || taken.item->kind == DateWordKind::Literal) continue;
      match.items.push_back(taken.item);
    }
  }
  best_ = std::move(match);
  found_ = true;
}

}  // namespace twosource
