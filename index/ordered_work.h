// Work on many threads whose results come out in the order of the input.
//
// The calling thread takes input and consumes results; only `work` runs on the other threads. At
// most a few results per thread wait at a time, so memory does not grow with the input.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace twosource {

inline unsigned threads_for(unsigned jobs) {
  return jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

// `next` gives the next input or nothing at the end; `work` turns it into a result (its second
// argument is the number of the thread, 0 .. jobs - 1); `consume` takes the results in input order
// and stops everything by returning false. With one job all runs in the caller's thread.
template <typename Input, typename Output>
void ordered_work(unsigned jobs, const std::function<std::optional<Input>()>& next,
                  const std::function<Output(Input&&, unsigned)>& work,
                  const std::function<bool(Output&&)>& consume) {
  if (jobs <= 1) {
    while (auto input = next()) {
      if (!consume(work(std::move(*input), 0))) return;
    }
    return;
  }
  struct Task {
    Input input;
    std::promise<Output> result;
  };
  std::mutex mutex;
  std::condition_variable ready;
  std::deque<Task> tasks;
  bool closed = false;
  const auto serve = [&](unsigned number) {
    for (;;) {
      std::unique_lock lock(mutex);
      ready.wait(lock, [&] { return closed || !tasks.empty(); });
      if (tasks.empty()) return;
      Task task = std::move(tasks.front());
      tasks.pop_front();
      lock.unlock();
      try {
        task.result.set_value(work(std::move(task.input), number));
      } catch (...) {
        task.result.set_exception(std::current_exception());
      }
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(serve, i);
  struct Closer {
    std::mutex& mutex;
    std::condition_variable& ready;
    std::deque<Task>& tasks;
    bool& closed;
    ~Closer() {
      const std::lock_guard lock(mutex);
      tasks.clear();
      closed = true;
      ready.notify_all();
    }
  } closer{mutex, ready, tasks, closed};

  std::deque<std::future<Output>> waiting;
  const std::size_t ahead = std::size_t{jobs} * 4;
  bool more = true;
  while (more || !waiting.empty()) {
    while (more && waiting.size() < ahead) {
      auto input = next();
      if (!input) {
        more = false;
        break;
      }
      Task task{std::move(*input), {}};
      waiting.push_back(task.result.get_future());
      const std::lock_guard lock(mutex);
      tasks.push_back(std::move(task));
      ready.notify_one();
    }
    if (waiting.empty()) break;
    Output output = waiting.front().get();
    waiting.pop_front();
    if (!consume(std::move(output))) return;
  }
}

}  // namespace twosource
