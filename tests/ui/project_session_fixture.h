// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/project/project_fixtures.h"
#include "tests/ui/project_fixture.h"

/// For each test function anew: what a window has below its surface, a folder of six pictures that can be opened, and
/// the place of a project file that does not exist yet.
class ProjectSessionFixture {
protected:
    void beginTest()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = QString::fromStdString(std::filesystem::canonical(m_folder->path().toStdString()).string());
        m_file = m_root + QStringLiteral("/a.blasto");
        m_images = makePictureFolder(m_root + QStringLiteral("/images"), QStringLiteral("E-014"), 6);
        m_window = std::make_unique<ProjectFixture>(m_root);
    }

    void endTest()
    {
        m_window.reset();
        blastoscope::project::OwnerFile::setPatience(std::chrono::seconds(120));
    }

    void openStack()
    {
        m_window->session().openStacks({m_images});
        QTRY_VERIFY(m_window->stack());
    }

    void saveAs()
    {
        bool saved = false;
        m_window->session().saveAs(m_file, [&] { saved = true; });
        QTRY_VERIFY(saved);
    }

    void makeProject()
    {
        openStack();
        saveAs();
        QTRY_VERIFY(m_window->isSaved());
    }

    void openProject()
    {
        m_window->session().openProject(m_file);
        QTRY_VERIFY(m_window->stack());
        QTRY_VERIFY(!m_window->session().loader().isBusy());
    }

    /// Undo or redo, which may have to read first.
    bool step(void (blastoscope::ui::StackHistory::*direction)())
    {
        QSignalSpy stepped(&m_window->stack()->history(), &blastoscope::ui::StackHistory::stepped);
        (m_window->stack()->history().*direction)();
        return stepped.count() == 1 || stepped.wait();
    }

    QStringList unsavedFiles() const
    {
        return QDir(m_window->unsavedFolder()).entryList({QStringLiteral("*.blasto")}, QDir::Files);
    }

    std::vector<blastoscope::project::StackRecord> stored() const
    {
        blastoscope::project::ProjectOptions options = fixtures::options();
        options.readOnly = true;
        const auto opened = blastoscope::project::Project::open(m_file.toStdString(), options);
        return opened ? *(*opened)->stacks() : std::vector<blastoscope::project::StackRecord>();
    }

    /// The content of the first stack as another program sees it.
    std::string onDisk() const
    {
        blastoscope::project::ProjectOptions options = fixtures::options();
        options.readOnly = true;
        const auto opened = blastoscope::project::Project::open(m_file.toStdString(), options);
        if (!opened)
            return opened.error().message;
        const auto record = (*opened)->stacks()->front();
        blastoscope::annotation::StackDocument document(record.frames, record.width, record.height);
        return document.restore(*(*opened)->readDocument(record.key)) ? edits::contentOf(document) : std::string();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
    QString m_file;
    QString m_images;
    std::unique_ptr<ProjectFixture> m_window;
};
