// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/development.h"

#include <algorithm>
#include <cmath>

#include "core/simulation/blastocyst.h"

namespace blastoscope::simulation {
namespace {

constexpr double kDirectCleavage = .02;  ///< chance of three daughters
constexpr double kReverseCleavage = .01; ///< chance that sisters flow together again
constexpr int kElongationFrames = 2;
constexpr double kPressingHours = 6; ///< how long before compaction cells begin to flatten
constexpr float kCompactContact = .6f;
constexpr float kDriftUm = .5f; ///< per frame and axis

} // namespace

Development::Development(const SimulationOptions& options, const base::Random& random)
    : m_options(options), m_random(random)
{
    base::Random first = m_random.split(0);
    m_constitution = drawConstitution(first);
    m_compactionHours = std::max(options.startHours, first.normal(88, 5));
    m_cavitationHours = m_compactionHours + std::max(4., first.normal(15, 3));
    begin(first);
    m_frames.push_back(m_now);
}

/// The lineage is run without geometry up to the first frame; then the cells alive are packed.
void Development::begin(base::Random& random)
{
    m_now.zona = m_constitution.zona;
    m_now.textureSeed = random.next();
    m_now.outlineWarpUm = m_constitution.outlineWarpUm;
    m_now.timeHours = m_options.startHours;

    const float radius = radiusOfVolume(m_constitution.totalVolume);
    Cell zygote;
    zygote.id = m_nextId++;
    zygote.volume = m_constitution.totalVolume;
    zygote.lobes = {{{}, radius, radius}};
    zygote.form = EllipsoidForm::random(random, m_constitution.formSpread);
    m_now.cells = {zygote};
    m_plans[zygote.id] = drawDivision(random.normal(27, 2), m_constitution.unevenness, kDirectCleavage, random);
    divideDueCells(random);
    while (int(m_now.cells.size()) < m_options.minCells) { // an embryo that is ahead of its time
        const auto due = std::min_element(m_plans.begin(), m_plans.end(), [](const auto& a, const auto& b) {
            return a.second.atHours < b.second.atHours;
        });
        due->second.atHours = m_now.timeHours;
        divideDueCells(random);
    }
    for (Cell& cell : m_now.cells) {
        const float way = std::max(0.f, m_constitution.zona.innerRadius - cell.lobes.front().radius);
        cell.lobes.front().center = float(random.uniform(.1, 1)) * way * randomDirection(random);
        cell.inclusions = drawInclusions(cell, m_now.cells.size() == 1, m_constitution.nucleusShare, random);
    }
    relax(m_now.cells, m_constitution.confinement(), 150);
    press(m_now.cells, m_constitution.confinement());
    m_now.particles = drawParticles(m_constitution, m_now.cells, m_nextId, random);
    m_nextId += int(m_now.particles.size());
}

const EmbryoState& Development::at(int index)
{
    while (int(m_frames.size()) <= index) {
        base::Random random = m_random.split(m_frames.size());
        advance(random);
        m_frames.push_back(m_now);
        if (m_now.timeHours >= m_compactionHours) {
            m_frames.back().stage = EmbryoStage::Compacted;
            if (m_now.timeHours >= m_cavitationHours)
                becomeLump();
        }
    }
    return m_frames[std::size_t(index)];
}

void Development::planDivision(const Cell& cell, double afterHours, base::Random& random)
{
    const double cycle = std::max(6., random.normal(15.8, 2) + random.normal(0, 1.2));
    m_plans[cell.id] = drawDivision(afterHours + cycle, m_constitution.unevenness, kDirectCleavage, random);
}

void Development::divideDueCells(base::Random& random)
{
    for (std::size_t i = 0; i < m_now.cells.size(); ++i) {
        const Cell mother = m_now.cells[i];
        DivisionPlan plan = m_plans.at(mother.id);
        const int room = m_options.maxCells - int(m_now.cells.size());
        if (plan.atHours > m_now.timeHours || room < 1)
            continue;
        if (int(plan.shares.size()) - 1 > room)
            plan = drawDivision(plan.atHours, m_constitution.unevenness, 0, random);
        Cell furrowed = mother;
        if (mother.lobes.size() != plan.shares.size())
            elongate(furrowed, plan, .6f);
        const std::vector<Cell> daughters = divided(furrowed, plan, m_nextId, m_constitution.formSpread, random);
        m_nextId += int(daughters.size());
        m_plans.erase(mother.id);
        for (const Cell& daughter : daughters)
            planDivision(daughter, plan.atHours, random);
        if (daughters.size() == 2 && random.chance(kReverseCleavage))
            m_fusions[daughters.front().id] = plan.atHours + random.uniform(1, 6);
        m_now.cells.erase(m_now.cells.begin() + long(i));
        m_now.cells.insert(m_now.cells.end(), daughters.begin(), daughters.end());
        --i; // daughters stand at the end and are looked at again: they may be due as well
    }
}

void Development::fuseDueSisters(base::Random& random)
{
    const auto byId = [&](int id) {
        return std::find_if(m_now.cells.begin(), m_now.cells.end(), [id](const Cell& c) { return c.id == id; });
    };
    for (auto due = m_fusions.begin(); due != m_fusions.end();) {
        if (due->second > m_now.timeHours) {
            ++due;
            continue;
        }
        const auto a = byId(due->first), b = byId(due->first + 1);
        if (a != m_now.cells.end() && b != m_now.cells.end()) {
            Cell fused = *a;
            fused.id = m_nextId++;
            fused.parentId = a->id;
            fused.volume = a->volume + b->volume;
            const float radius = radiusOfVolume(fused.volume);
            fused.lobes = {{.5f * (a->center() + b->center()), radius, radius}};
            planDivision(fused, m_now.timeHours, random);
            const int gone = b->id;
            *a = fused;
            m_now.cells.erase(byId(gone));
            m_plans.erase(due->first);
            m_plans.erase(gone);
        }
        due = m_fusions.erase(due);
    }
}

void Development::move(base::Random& random)
{
    for (Cell& cell : m_now.cells) {
        const Vec3 step{float(random.normal(0, kDriftUm)), float(random.normal(0, kDriftUm)),
                        float(random.normal(0, kDriftUm))};
        for (Lobe& lobe : cell.lobes)
            lobe.center += step;
    }
    const double degrees = random.chance(.01) ? random.uniform(5, 30) : random.uniform(0, 1.2);
    const Rotation turn = Rotation::about(randomDirection(random), float(degrees * .0174533));
    rotate(m_now.cells, turn);
    for (auto& [id, plan] : m_plans)
        for (Vec3& row : plan.orientation.rows)
            row = turn(row);
    for (Particle& particle : m_now.particles)
        particle.center = turn(particle.center);
    m_now.shift += {float(random.normal(0, .3)), float(random.normal(0, .3)), 0};
    m_now.shift = .97f * m_now.shift;
}

float Development::contactNow() const
{
    const double pressed = std::clamp(1 - (m_compactionHours - m_now.timeHours) / kPressingHours, 0., 1.);
    return float((1 - pressed) * m_constitution.contact + pressed * std::min(kCompactContact, m_constitution.contact));
}

void Development::advance(base::Random& random)
{
    m_now.timeHours += frameHours();
    const std::size_t before = m_now.cells.size();
    for (Cell& cell : m_now.cells) {
        const DivisionPlan& plan = m_plans.at(cell.id);
        const double framesLeft = (plan.atHours - m_now.timeHours) / frameHours();
        const bool room = int(before + plan.shares.size()) - 1 <= m_options.maxCells;
        if (room && framesLeft > 0 && framesLeft <= kElongationFrames)
            elongate(cell, plan, .6f * float(1 - framesLeft / (kElongationFrames + 1)));
    }
    divideDueCells(random);
    fuseDueSisters(random);
    move(random);
    Confinement confinement = m_constitution.confinement();
    confinement.contact = contactNow();
    relax(m_now.cells, confinement, 20);
    press(m_now.cells, confinement);

    if (m_now.cells.size() > before && random.chance(.3)) { // divisions shed fragments
        Constitution shedding = m_constitution;
        shedding.fragmentMean = .3 * m_constitution.fragmentMean;
        const auto shed = drawParticles(shedding, m_now.cells, m_nextId, random);
        m_nextId += int(shed.size());
        for (const Particle& particle : shed)
            if (particle.objectClass == base::ObjectClass::Fragment)
                m_now.particles.push_back(particle);
    }
    for (Particle& particle : m_now.particles)
        if (const auto place = settle(m_now.cells, particle.center, particle.radius, m_now.zona.innerRadius))
            particle.center = *place;
    for (Cell& cell : m_now.cells)
        if (cell.inclusions.empty() && cell.lobes.size() == 1 && random.chance(.02))
            cell.inclusions = drawInclusions(cell, m_now.cells.size() == 1, m_constitution.nucleusShare, random);
}

void Development::becomeLump()
{
    const double age = std::min(1., (m_now.timeHours - m_cavitationHours) / 24);
    base::Random random = m_random.split(~std::uint64_t(0)); // the same cells in every frame, further apart each time
    EmbryoState blastocyst = drawBlastocyst(m_constitution, m_now.textureSeed, random,
                                            BlastocystGrowth{float(1 + .35 * age), float(.3 + .6 * age)});
    blastocyst.timeHours = m_now.timeHours;
    blastocyst.shift = m_now.shift;
    m_frames.back() = blastocyst;
}

} // namespace blastoscope::simulation
