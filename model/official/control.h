// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>

namespace clearway::official {

/// How what takes long tells how far it is, and is told to stop. Both may be left out.
struct Control {
    /// Called from the thread that works, with a share of a hundred.
    std::function<void(int percent)> progress;
    std::stop_token stop;

    void report(int percent) const
    {
        if (progress)
            progress(percent);
    }
    bool stopped() const { return stop.stop_requested(); }
};

} // namespace clearway::official
