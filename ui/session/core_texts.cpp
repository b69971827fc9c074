// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/core_texts.h"

#include <vector>

#include <QCoreApplication>
#include <QRegularExpression>

namespace blastoscope::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::CoreTexts)

public:
    static constexpr const char* kAll[] = {
        // Training sets: core/dataset/dataset_checks.cpp
        QT_TR_NOOP("Only 1 embryo to train on: the model may learn these embryos instead of blastomeres."),
        QT_TR_NOOP("Only %1 embryos to train on: the model may learn these embryos instead of blastomeres."),
        QT_TR_NOOP("Only 1 embryo to train on: the model may learn these embryos instead of objects."),
        QT_TR_NOOP("Only %1 embryos to train on: the model may learn these embryos instead of objects."),
        QT_TR_NOOP("No embryo is held out: whether training helps cannot be measured."),
        QT_TR_NOOP("Only one embryo is held out: the numbers measured on it say little."),
        QT_TR_NOOP("Leakage: \"%1\" and \"%2\" are the same picture, but one is trained on and the other is held out."),
        QT_TR_NOOP("%1 frames repeat a picture that is already there."),
        QT_TR_NOOP("Very small: %1 of %2 blastomeres are less than 16 px across."),
        QT_TR_NOOP(
            "Cut off: %1 of %2 blastomeres reach the border of their picture, so they may be larger than drawn."),
        QT_TR_NOOP("Very small: %1 of %2 objects are less than 16 px across."),
        QT_TR_NOOP("Cut off: %1 of %2 objects reach the border of their picture, so they may be larger than drawn."),
        // Stacks: core/imaging
        QT_TR_NOOP("The time table has no readable time for %1 frames."),
        QT_TR_NOOP("The times of the time table do not always rise."),
        QT_TR_NOOP("The time table has an exactly constant step of %1 h: the times look computed, not measured."),
        QT_TR_NOOP(
            "The time table has %1 rows but there are %2 images: they cannot be paired, so the times stay unknown."),
        QT_TR_NOOP("The pixels are not square according to the file (%1 x %2 µm); the width is used."),
        QT_TR_NOOP("Times are the nominal interval of %1 min from the file, counted from the first frame; they were "
                   "not measured per frame."),
        QT_TR_NOOP("The axes of the ImageJ description do not fit its %1 images; they are read as time points."),
        QT_TR_NOOP("ImageJ saved a plain stack without naming its axis; its %1 images are read as time points. If they "
                   "are focal planes, set the axis in ImageJ (Image > Properties) and save again."),
        QT_TR_NOOP("The ImageJ description speaks of %1 images, but the file has %2 pages."),
        QT_TR_NOOP("The ImageJ description speaks of %1 images, but the file has one compressed page."),
        QT_TR_NOOP("The OME-TIFF holds %1 images; the first is read."),
        QT_TR_NOOP("%1 of the %2 frames that the file announces are not in it."),
        QT_TR_NOOP("The list of pages of the TIFF runs in a circle; it is read up to that point."),
        QT_TR_NOOP("The TIFF is cut off or damaged: after %1 pages its list of pages cannot be followed."),
        QT_TR_NOOP("The TIFF has more than a million pages; the first million is read."),
        QT_TR_NOOP("%1-bit integers become floating-point numbers: above 16,777,216 the last digits are rounded."),
        QT_TR_NOOP("64-bit floating-point samples are rounded to 32 bit."),
        QT_TR_NOOP("The TIFF files have several pages each; the first page of each is read. To read all pages, open a "
                   "single file."),
        QT_TR_NOOP("Several folders name the same focal plane; the first of each is read."),
        QT_TR_NOOP("Pictures beside the focal-plane folders were ignored."),
        QT_TR_NOOP("The focal planes do not have the same pictures: 1 is missing."),
        QT_TR_NOOP("The focal planes do not have the same pictures: %1 are missing."),
        QT_TR_NOOP("The subfolder \"%1\" holds pictures of the same names and was ignored."),
        QT_TR_NOOP("A subfolder with more pictures was ignored; open it by itself."),
        QT_TR_NOOP("%1 subfolders with more pictures were ignored; open them by themselves."),
        QT_TR_NOOP("A hidden or foreign file was ignored, e.g. \"%1\"."),
        QT_TR_NOOP("%1: A hidden or foreign file was ignored, e.g. \"%2\"."),
        QT_TR_NOOP("%1 hidden or foreign files were ignored, e.g. \"%2\"."),
        QT_TR_NOOP("A picture without a RUN number left out, e.g. \"%1\"."),
        QT_TR_NOOP("%1 pictures without a RUN number left out, e.g. \"%2\"."),
        QT_TR_NOOP("The folder holds pictures of %1 recordings by their names; they follow each other in this stack. "
                   "Give each recording a folder of its own."),
        // Calibration: core/imaging/calibration.cpp
        QT_TR_NOOP("The pixel size must be a number above 0."),
        QT_TR_NOOP("With this pixel size the whole picture is %1 µm wide, less than an embryo (120 to 180 µm). Check "
                   "the unit."),
        QT_TR_NOOP("With this pixel size an embryo of 180 µm would be only %1 pixels wide. Check the unit."),
        // Reports of imports: core/formats, ui/session/annotation_import.cpp
        QT_TR_NOOP("This is the picture of the masks beside it."),
        QT_TR_NOOP("The mask is empty."),
        QT_TR_NOOP("The file has several values, but those beside it are masks of one object each. Save it with 0 and "
                   "one other value only, one file for each object; a label image has to be imported by itself."),
        QT_TR_NOOP("The mask has another size than its picture."),
        QT_TR_NOOP("The mask has another size than the others of its picture."),
        QT_TR_NOOP("Its picture is not in the folder."),
        QT_TR_NOOP("The picture has another size than the annotations."),
        QT_TR_NOOP("The picture has annotations already."),
        QT_TR_NOOP("An annotation belongs to no image."),
        QT_TR_NOOP("The silhouette is empty."),
        QT_TR_NOOP("An outline crosses itself; it was filled by the even-odd rule."),
        QT_TR_NOOP("The class \"%1\" is none of blastomere, fragment and polar_body."),
        QT_TR_NOOP("All objects are called \"%1\"; they were read as blastomeres."),
        QT_TR_NOOP("A shape is not a JSON object."),
        QT_TR_NOOP("Shapes of one group were joined to one object."),
        QT_TR_NOOP("The picture inside the file was not taken over."),
        QT_TR_NOOP("A second author described the same picture."),
        QT_TR_NOOP("Background (\"stuff\") is no object."),
        QT_TR_NOOP("A depth constraint cannot be understood."),
        QT_TR_NOOP("A depth relation names an annotation that is not there."),
        QT_TR_NOOP("A depth relation contradicts another one; the order of the two objects counts as unknown. Set it "
                   "after the import."),
        QT_TR_NOOP("A depth relation is stated more than once; it counts once."),
        QT_TR_NOOP("An object that the file calls a crowd (\"iscrowd\": 1), as many programs do with every run-length "
                   "mask, counts like any other. If it is uncertain, select it and choose Edit > Uncertain."),
        QT_TR_NOOP("Each page was read as a picture of its own."),
        QT_TR_NOOP("No open stack has this picture."),
        QT_TR_NOOP("The frame gets annotations from an earlier picture of the files."),
        QT_TR_NOOP("There is no object in it."),
        QT_TR_NOOP("The frame is accepted and stays as it is."),
        QT_TR_NOOP("All its objects are there already."),
        QT_TR_NOOP("The stack was closed during the import."),
        QT_TR_NOOP("Track ids were moved up, because objects that stay have tracks already."),
        // Reports of exports: core/formats
        QT_TR_NOOP("The format has no place for depth relations; %1 are left out."),
        QT_TR_NOOP("The format has no place for visible parts; %1 are left out."),
        QT_TR_NOOP("The format has no place for confidences; %1 are left out."),
        QT_TR_NOOP("The format has no place for track ids; %1 are left out."),
        QT_TR_NOOP("The format cannot say that objects are uncertain; %1 look like any other."),
        QT_TR_NOOP("The format has no place for review states; %1 are left out."),
        QT_TR_NOOP("The format has no place for the review state \"rejected\"; %1 are left out."),
        QT_TR_NOOP("The format has no place for quality flags; %1 are left out."),
        QT_TR_NOOP("The format has no place for classes; %1 fragments or polar bodies are among the objects."),
        QT_TR_NOOP("The format has no place for what objects are called; %1 lose their names."),
        QT_TR_NOOP("Outlines cannot hold holes, which are filled."),
        QT_TR_NOOP("Descriptions and other members of the labelme file may identify somebody."),
        QT_TR_NOOP("Pixels where silhouettes overlap belong to the nearer one alone."),
        QT_TR_NOOP("KINS has no place for the depth order of objects that do not overlap."),
        QT_TR_NOOP("Depth relations that run in a circle do not fit into KINS; one of them is left out or turned "
                   "round."),
        QT_TR_NOOP("Two overlapping objects without a known depth order got one, because KINS counts objects that are "
                   "tied together front to back."),
        QT_TR_NOOP("What was kept of a labelme file cannot be read."),
        QT_TR_NOOP("A member that was kept of a labelme file does not belong there or is of a wrong type."),
        QT_TR_NOOP("Nothing of the silhouette is left."),
        QT_TR_NOOP("The objects are numbered from 1: a PNG cannot hold their ids."),
        // Why a model runs on a device: core/inference/device_choice.cpp
        QT_TR_NOOP("no usable CUDA device was found"),
        QT_TR_NOOP("this LibTorch was built without CUDA"),
        QT_TR_NOOP("the GPU was asked for"),
        QT_TR_NOOP("a CUDA GPU is there"),
        QT_TR_NOOP("the CPU was asked for"),
        QT_TR_NOOP("the memory of the GPU did not suffice for one picture"),
    };
};

struct KnownText {
    const char* text;
    QRegularExpression pattern; ///< holds what stands for %1 and %2 as its groups
};

QRegularExpression patternOf(const char* text)
{
    QString pattern = QRegularExpression::escape(QString::fromUtf8(text));
    for (const char* place : {"\\%1", "\\%2"})
        pattern.replace(QLatin1String(place), QLatin1String("(.+)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

const std::vector<KnownText>& knownTexts()
{
    static const std::vector<KnownText> known = [] {
        std::vector<KnownText> texts;
        for (const char* text : Texts::kAll)
            texts.push_back({text, patternOf(text)});
        return texts;
    }();
    return known;
}

} // namespace

QString inWindowLanguage(const QString& text)
{
    for (const KnownText& known : knownTexts()) {
        const QRegularExpressionMatch match = known.pattern.match(text);
        if (!match.hasMatch())
            continue;
        const QString translated = Texts::tr(known.text);
        switch (match.lastCapturedIndex()) {
        case 0: return translated;
        case 1: return translated.arg(match.captured(1));
        default: return translated.arg(match.captured(1), match.captured(2));
        }
    }
    return text;
}

QString inWindowLanguage(const std::string& text)
{
    return inWindowLanguage(QString::fromStdString(text));
}

QStringList knownCoreTexts()
{
    QStringList texts;
    for (const char* text : Texts::kAll)
        texts << QString::fromUtf8(text);
    return texts;
}

} // namespace blastoscope::ui
