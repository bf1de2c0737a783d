// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/store/source_file.h"

/// The sources of a small, complete catalogue that uses every part of the format: catalogue.yaml,
/// entries.yaml, facts.yaml, law.yaml, old.yaml, practice.yaml, terms.yaml, units.yaml, words.yaml.
clearway::store::Sources sampleSources();

/// The sample with one piece of one file replaced; the piece must be there.
clearway::store::Sources sampleWith(const QString &file, const QString &piece, const QString &by);
