// run_ordered: works on many items at once and hands the results out in the order of the items.
//
//   source --(one worker at a time)--> work --(all workers)--> ring of results --(the caller)-->
//   sink
//
// A worker takes the next item under a lock, with its number, works on it without one, and puts the
// result into the slot of that number. The caller of run_ordered waits for the slot whose turn it
// is. No worker takes an item that is more than the ring ahead of the sink, so memory is bounded
// whatever the sizes of the items are.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace twosource {

// How many workers `jobs` asks for; 0: one for each core.
inline unsigned threads_for(unsigned jobs) {
  return jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

// Source: std::optional<Item>(), nullopt at the end; called by the workers, never by two at once,
// and while the sink runs: what both touch needs a lock. Work: Out(Item, number of the worker, 0 ..
// jobs - 1). Sink: bool(Out), in the caller's thread; false stops the run. Idle: void(), in the
// caller's thread before it waits. Exceptions of any of them end the run and leave run_ordered.
template <typename Source, typename Work, typename Sink, typename Idle>
void run_ordered(unsigned jobs, Source source, Work work, Sink sink, Idle idle) {
  using Item = typename std::invoke_result_t<Source>::value_type;
  using Out = std::invoke_result_t<Work, Item, unsigned>;

  const std::size_t ring = std::size_t{jobs} * 4;
  std::vector<std::optional<Out>> slots(ring);
  std::mutex source_mutex;
  std::mutex mutex;  // guards everything below
  std::condition_variable changed;
  std::size_t taken = 0;
  std::size_t given = 0;  // handed to the sink
  unsigned running = jobs;
  bool ended = false;  // no more items, or stopped
  std::exception_ptr failure;

  const auto take = [&](std::size_t& number) -> std::optional<Item> {
    const std::lock_guard turn(source_mutex);
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return ended || taken < given + ring; });
    if (ended) return std::nullopt;
    number = taken;
    lock.unlock();
    std::optional<Item> item = source();
    lock.lock();
    if (item) {
      ++taken;
    } else {
      ended = true;
    }
    return item;
  };
  const auto worker = [&](unsigned thread) {
    try {
      std::size_t number = 0;
      while (std::optional<Item> item = take(number)) {
        Out out = work(std::move(*item), thread);
        const std::lock_guard lock(mutex);
        slots[number % ring] = std::move(out);
        changed.notify_all();
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      ended = true;
    }
    const std::lock_guard lock(mutex);
    --running;
    changed.notify_all();
  };

  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(worker, i);
  try {
    std::unique_lock lock(mutex);
    while (true) {
      std::optional<Out>& slot = slots[given % ring];
      if (!slot && running > 0) {
        lock.unlock();
        idle();
        lock.lock();
      }
      changed.wait(lock, [&] { return slot || running == 0; });
      if (!slot) break;
      Out out = std::move(*slot);
      slot.reset();
      ++given;
      changed.notify_all();
      lock.unlock();
      const bool go_on = sink(std::move(out));
      lock.lock();
      if (!go_on) break;
    }
    ended = true;
    changed.notify_all();
  } catch (...) {
    const std::lock_guard lock(mutex);
    if (!failure) failure = std::current_exception();
    ended = true;
    changed.notify_all();
  }
  threads.clear();  // joins
  if (failure) std::rethrow_exception(failure);
}

template <typename Source, typename Work, typename Sink>
void run_ordered(unsigned jobs, Source source, Work work, Sink sink) {
  run_ordered(jobs, std::move(source), std::move(work), std::move(sink), [] {});
}

}  // namespace twosource
