// SPDX-License-Identifier: Apache-2.0
#include "core/project/schema.h"

#include <array>
#include <string>

namespace blastoscope::project {
namespace {

// Every table has an integer key of its own, so that a damaged index never hides a row from repair.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE meta (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
CREATE TABLE model (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL DEFAULT '');
CREATE TABLE stack (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    files INTEGER NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    edges TEXT NOT NULL,
    sha256 TEXT NOT NULL DEFAULT '',
    frames INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    um_per_px REAL,
    calibration_source INTEGER NOT NULL DEFAULT 0,
    t0_hours REAL,
    insemination INTEGER NOT NULL DEFAULT 0);
CREATE TABLE frame (
    id INTEGER PRIMARY KEY,
    stack INTEGER NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    review INTEGER NOT NULL,
    segmented INTEGER NOT NULL,
    next_id INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE (stack, number));
CREATE TABLE instance (
    id INTEGER PRIMARY KEY,
    frame INTEGER NOT NULL REFERENCES frame(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    number INTEGER NOT NULL,
    class INTEGER NOT NULL,
    score REAL,
    origin INTEGER NOT NULL,
    model INTEGER REFERENCES model(id),
    track INTEGER,
    locked INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    amodal BLOB NOT NULL,
    visible BLOB);
CREATE INDEX instance_of_frame ON instance (frame, place);
CREATE TABLE depth (
    id INTEGER PRIMARY KEY,
    frame INTEGER NOT NULL REFERENCES frame(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    nearer INTEGER NOT NULL,
    farther INTEGER NOT NULL);
CREATE INDEX depth_of_frame ON depth (frame, place);
CREATE TABLE qc_flag (
    id INTEGER PRIMARY KEY,
    frame INTEGER NOT NULL REFERENCES frame(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    flag TEXT NOT NULL);
CREATE INDEX qc_flag_of_frame ON qc_flag (frame, place);
CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    stack INTEGER NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    run INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    position INTEGER NOT NULL,
    change_count INTEGER NOT NULL,
    UNIQUE (stack, number));
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES step(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    frame INTEGER NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (step, place));
)sql";

constexpr const char* kVersion2 = R"sql(
CREATE TABLE author (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    workstation TEXT NOT NULL);
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    ts_utc TEXT NOT NULL,
    author TEXT NOT NULL,
    app_version TEXT NOT NULL,
    action TEXT NOT NULL,
    object_type TEXT NOT NULL,
    object_id TEXT NOT NULL,
    field TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    reason TEXT NOT NULL,
    origin TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    row_hash TEXT NOT NULL);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
    BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
)sql";

constexpr const char* kVersion3 = "ALTER TABLE instance ADD COLUMN own_name TEXT NOT NULL DEFAULT ''";

// 1: stacks, frames, journal. 2: audit trail. 3: what objects are called that are none of the product's classes.
constexpr std::array kMigrations = {Migration{1, kVersion1}, Migration{2, kVersion2}, Migration{3, kVersion3}};

} // namespace

std::span<const Migration> migrations()
{
    return kMigrations;
}

int currentVersion()
{
    return kMigrations.back().to;
}

int versionOf(Database& database)
{
    return int(database.number("PRAGMA user_version"));
}

void migrate(Database& database, int version, std::span<const Migration> steps)
{
    Transaction transaction(database);
    for (const Migration& step : steps) {
        if (step.to <= versionOf(database) || step.to > version)
            continue;
        database.run(step.sql);
        database.run(("PRAGMA user_version = " + std::to_string(step.to)).c_str());
    }
    database.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    transaction.commit();
}

} // namespace blastoscope::project
