// The frame of every command that reads articles one by one: source, workers, outputs, progress.
#pragma once

#include <functional>
#include <string>

#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "core/document/reader.h"

namespace twosource {

// Reads the operands of the command, hands each article to `render` (on --jobs threads) and writes
// the parts in input order. Records that cannot be read are errors on the console; the others go
// on.
ExitCode stream_articles(
    const Arguments& arguments, Console& console, Content content,
    const std::function<std::string(const Renderer&, const Document&)>& render);

// "3 of 10 articles could not be read", when there are some.
void remark_unread(Console& console, std::uint64_t failed, std::uint64_t read);

}  // namespace twosource
