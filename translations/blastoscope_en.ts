<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>blastoscope::ui::AuditDialog</name>
    <message numerus="yes">
        <source>%n row(s). Rows are only ever added; each carries a hash over itself and the one before.</source>
        <translation>
            <numerusform>%n row. Rows are only ever added; each carries a hash over itself and the one before.</numerusform>
            <numerusform>%n rows. Rows are only ever added; each carries a hash over itself and the one before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: %n row(s), and the annotations are those the trail tells of. Last hash %1</source>
        <translation>
            <numerusform>Intact: %n row, and the annotations are those the trail tells of. Last hash %1</numerusform>
            <numerusform>Intact: %n rows, and the annotations are those the trail tells of. Last hash %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CarryDialog</name>
    <message numerus="yes">
        <source>%n frame(s) change.</source>
        <translation>
            <numerusform>%n frame changes.</numerusform>
            <numerusform>%n frames change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outline(s) of a model are replaced.</source>
        <translation>
            <numerusform>%n outline of a model is replaced.</numerusform>
            <numerusform>%n outlines of a model are replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because a person drew, edited, imported or locked the object there.</source>
        <translation>
            <numerusform>%n frame stays as it is, because a person drew, edited, imported or locked the object there.</numerusform>
            <numerusform>%n frames stay as they are, because a person drew, edited, imported or locked the object there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because they are accepted.</source>
        <translation>
            <numerusform>%n frame stays as it is, because it is accepted.</numerusform>
            <numerusform>%n frames stay as they are, because they are accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The outline of %n selected object(s) of frame %1 is copied into all frames up to the one that you choose. Between two outlines that a person made, it is interpolated.</source>
        <translation>
            <numerusform>The outline of %n selected object of frame %1 is copied into all frames up to the one that you choose. Between two outlines that a person made, it is interpolated.</numerusform>
            <numerusform>The outlines of %n selected objects of frame %1 are copied into all frames up to the one that you choose. Between two outlines that a person made, they are interpolated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ComparisonModel</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embryo(s)</source>
        <translation>
            <numerusform>%n embryo</numerusform>
            <numerusform>%n embryos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Simulated reference: %n frame(s)</source>
        <translation>
            <numerusform>Simulated reference: %n frame</numerusform>
            <numerusform>Simulated reference: %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ComparisonVerdict</name>
    <message numerus="yes">
        <source>With %n held-out frame(s) a difference may be chance.</source>
        <translation>
            <numerusform>With %n held-out frame a difference may be chance.</numerusform>
            <numerusform>With %n held-out frames a difference may be chance.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DatasetSummary</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embryo(s)</source>
        <translation>
            <numerusform>%n embryo</numerusform>
            <numerusform>%n embryos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blastomere(s)</source>
        <translation>
            <numerusform>%n blastomere</numerusform>
            <numerusform>%n blastomeres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (%n uncertain object(s) are neither learned nor scored)</source>
        <translation>
            <numerusform> (%n uncertain object is neither learned nor scored)</numerusform>
            <numerusform> (%n uncertain objects are neither learned nor scored)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ExportDialog</name>
    <message numerus="yes">
        <source>All %n open stacks</source>
        <translation>
            <numerusform>The open stack</numerusform>
            <numerusform>All %n open stacks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) will be written.</source>
        <translation>
            <numerusform>%n frame will be written.</numerusform>
            <numerusform>%n frames will be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exported as %1 into %2 (%n file(s))</source>
        <translation>
            <numerusform>exported as %1 into %2 (%n file)</numerusform>
            <numerusform>exported as %1 into %2 (%n files)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FileCommands</name>
    <message numerus="yes">
        <source>; %n frame(s) of the file are not in this stack</source>
        <translation>
            <numerusform>; %n frame of the file is not in this stack</numerusform>
            <numerusform>; %n frames of the file are not in this stack</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FrameRangeDialog</name>
    <message numerus="yes">
        <source>%n frame(s) change.</source>
        <translation>
            <numerusform>%n frame changes.</numerusform>
            <numerusform>%n frames change.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n files, the first is %1</source>
        <translation>
            <numerusform>%n file, the first is %1</numerusform>
            <numerusform>%n files, the first is %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ImportRows</name>
    <message numerus="yes">
        <source>%n object(s) added</source>
        <translation>
            <numerusform>%n object added</numerusform>
            <numerusform>%n objects added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of yours kept</source>
        <translation>
            <numerusform>%n of yours kept</numerusform>
            <numerusform>%n of yours kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out because it is there already</source>
        <translation>
            <numerusform>%n left out because it is there already</numerusform>
            <numerusform>%n left out because they are there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) will change</source>
        <translation>
            <numerusform>%n frame will change</numerusform>
            <numerusform>%n frames will change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the files left out</source>
        <translation>
            <numerusform>%n picture of the files left out</numerusform>
            <numerusform>%n pictures of the files left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) imported</source>
        <translation>
            <numerusform>%n frame imported</numerusform>
            <numerusform>%n frames imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::InterpreterPage</name>
    <message numerus="yes">
        <source>First label and accept at least %n picture(s).</source>
        <translation>
            <numerusform>First label and accept at least %n picture.</numerusform>
            <numerusform>First label and accept at least %n pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>learned from %n picture(s)</source>
        <translation>
            <numerusform>learned from %n picture</numerusform>
            <numerusform>learned from %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were labelled since it learned.</source>
        <translation>
            <numerusform>%n picture was labelled since it learned.</numerusform>
            <numerusform>%n pictures were labelled since it learned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled picture(s)</source>
        <translation>
            <numerusform>%n labelled picture</numerusform>
            <numerusform>%n labelled pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MeasurementExportDialog</name>
    <message numerus="yes">
        <source>The tables of %n stack(s) will be written.</source>
        <translation>
            <numerusform>The tables of %n stack will be written.</numerusform>
            <numerusform>The tables of %n stacks will be written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ModelCardText</name>
    <message numerus="yes">
        <source>AP %1 %, AP50 %2 %, AP75 %3 %; of frames with 2 to 8 cells %4 % counted right, %5 % at most one off (on %n simulated frame(s))</source>
        <translation>
            <numerusform>AP %1 %, AP50 %2 %, AP75 %3 %; of frames with 2 to 8 cells %4 % counted right, %5 % at most one off (on %n simulated frame)</numerusform>
            <numerusform>AP %1 %, AP50 %2 %, AP75 %3 %; of frames with 2 to 8 cells %4 % counted right, %5 % at most one off (on %n simulated frames)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ObjectWords</name>
    <message numerus="yes">
        <source>%n nucleus(nuclei)</source>
        <translation>
            <numerusform>%n nucleus</numerusform>
            <numerusform>%n nuclei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worm(s)</source>
        <translation>
            <numerusform>%n worm</numerusform>
            <numerusform>%n worms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) (%1)</source>
        <translation>
            <numerusform>%n object (%1)</numerusform>
            <numerusform>%n objects (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PairsPage</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The training set with %n frame(s) to learn from is in %1.</source>
        <translation>
            <numerusform>The training set with %n frame to learn from is in %1.</numerusform>
            <numerusform>The training set with %n frames to learn from is in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PicturesPage</name>
    <message numerus="yes">
        <source>%1   %n frame(s)</source>
        <translation>
            <numerusform>%1   %n frame</numerusform>
            <numerusform>%1   %n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s) chosen</source>
        <translation>
            <numerusform>%Ln frame chosen</numerusform>
            <numerusform>%Ln frames chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s) of %1</source>
        <extracomment>&quot;%1&quot; is like &quot;3 stacks&quot;</extracomment>
        <translation>
            <numerusform>%Ln frame of %1</numerusform>
            <numerusform>%Ln frames of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stack(s)</source>
        <translation>
            <numerusform>%n stack</numerusform>
            <numerusform>%n stacks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read and are left out.</source>
        <translation>
            <numerusform>%n picture could not be read and is left out.</numerusform>
            <numerusform>%n pictures could not be read and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ProjectCommands</name>
    <message numerus="yes">
        <source>The images of %n stack(s) were found.</source>
        <translation>
            <numerusform>The images of %n stack were found.</numerusform>
            <numerusform>The images of %n stacks were found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The images of %n stacks are missing. The annotations can be looked at all the same.</source>
        <translation>
            <numerusform>The images of %n stack are missing. The annotations can be looked at all the same.</numerusform>
            <numerusform>The images of %n stacks are missing. The annotations can be looked at all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save the annotations of %n stacks as a project?</source>
        <translation>
            <numerusform>Save the annotations of %n stack as a project?</numerusform>
            <numerusform>Save the annotations of %n stacks as a project?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be saved.</source>
        <translation>
            <numerusform>%n change could not be saved.</numerusform>
            <numerusform>%n changes could not be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Blastoscope ended before the work on %1 was saved as a project (%2; %n annotated frame(s)). Nothing of it is lost.</source>
        <translation>
            <numerusform>Blastoscope ended before the work on %1 was saved as a project (%2; %n annotated frame). Nothing of it is lost.</numerusform>
            <numerusform>Blastoscope ended before the work on %1 was saved as a project (%2; %n annotated frames). Nothing of it is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RemoveRangeDialog</name>
    <message numerus="yes">
        <source>%n object(s) are deleted.</source>
        <translation>
            <numerusform>%n object is deleted.</numerusform>
            <numerusform>%n objects are deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the objects a person drew, edited or imported.</source>
        <translation>
            <numerusform>%n of the objects a person drew, edited or imported.</numerusform>
            <numerusform>%n of the objects a person drew, edited or imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked object(s) stay.</source>
        <translation>
            <numerusform>%n locked object stays.</numerusform>
            <numerusform>%n locked objects stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewPanel</name>
    <message numerus="yes">
        <source>, %n of them corrected</source>
        <translation>
            <numerusform>, %n of them corrected</numerusform>
            <numerusform>, %n of them corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n rejected</source>
        <translation>
            <numerusform>, %n rejected</numerusform>
            <numerusform>, %n rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewRangeDialog</name>
    <message numerus="yes">
        <source>%n of them you have not looked at: they were not on the screen since the stack was opened or their outlines changed.</source>
        <translation>
            <numerusform>%n of them you have not looked at: it was not on the screen since the stack was opened or its outlines changed.</numerusform>
            <numerusform>%n of them you have not looked at: they were not on the screen since the stack was opened or their outlines changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because they were neither segmented nor drawn in.</source>
        <translation>
            <numerusform>%n frame stays as it is, because it was neither segmented nor drawn in.</numerusform>
            <numerusform>%n frames stay as they are, because they were neither segmented nor drawn in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewRows</name>
    <message numerus="yes">
        <source>%n cell(s), but %1 before and after</source>
        <translation>
            <numerusform>%n cell, but %1 before and after</numerusform>
            <numerusform>%n cells, but %1 before and after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s), but %1 before</source>
        <translation>
            <numerusform>%n cell, but %1 before</numerusform>
            <numerusform>%n cells, but %1 before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) after %1: very many at once</source>
        <translation>
            <numerusform>%n cell after %1: very many at once</numerusform>
            <numerusform>%n cells after %1: very many at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) after %1: a division?</source>
        <translation>
            <numerusform>%n cell after %1: a division?</numerusform>
            <numerusform>%n cells after %1: a division?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RunSettings</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RunStatus</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SaveStateButton</name>
    <message numerus="yes">
        <source>%n change(s) on the way to the disk</source>
        <translation>
            <numerusform>%n change on the way to the disk</numerusform>
            <numerusform>%n changes on the way to the disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%n change(s) wait and are tried again every few seconds. “Save project as…” writes them somewhere else.</source>
        <translation>
            <numerusform>%1
%n change waits and is tried again every few seconds. “Save project as…” writes it somewhere else.</numerusform>
            <numerusform>%1
%n changes wait and are tried again every few seconds. “Save project as…” writes them somewhere else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SegmentCommands</name>
    <message numerus="yes">
        <source>%n frame(s) segmented in %1</source>
        <translation>
            <numerusform>%n frame segmented in %1</numerusform>
            <numerusform>%n frames segmented in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reviewed frame(s) left as they are</source>
        <translation>
            <numerusform>%n reviewed frame left as it is</numerusform>
            <numerusform>%n reviewed frames left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) could not be segmented: %1</source>
        <translation>
            <numerusform>%n frame could not be segmented: %1</numerusform>
            <numerusform>%n frames could not be segmented: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SegmentRangeDialog</name>
    <message numerus="yes">
        <source>%n frame(s) are segmented.</source>
        <translation>
            <numerusform>%n frame is segmented.</numerusform>
            <numerusform>%n frames are segmented.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because they are accepted.</source>
        <translation>
            <numerusform>%n frame stays as it is, because it is accepted.</numerusform>
            <numerusform>%n frames stay as they are, because they are accepted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackListModel</name>
    <message numerus="yes">
        <source>images missing · %n reviewed</source>
        <translation>
            <numerusform>images missing · %n reviewed</numerusform>
            <numerusform>images missing · %n reviewed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackPropertiesDialog</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n focal plane(s)</source>
        <translation>
            <numerusform>, %n focal plane</numerusform>
            <numerusform>, %n focal planes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n channel(s)</source>
        <translation>
            <numerusform>, %n channel</numerusform>
            <numerusform>, %n channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TimelineStrip</name>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrackCommands</name>
    <message numerus="yes">
        <source>%n cell(s) followed from division to division; all tracks stay as they were.</source>
        <translation>
            <numerusform>%n cell followed from division to division; all tracks stay as they were.</numerusform>
            <numerusform>%n cells followed from division to division; all tracks stay as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) followed from division to division.</source>
        <translation>
            <numerusform>%n cell followed from division to division.</numerusform>
            <numerusform>%n cells followed from division to division.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainingSetDialog</name>
    <message numerus="yes">
        <source>%n frame(s) of the open stacks are accepted.</source>
        <translation>
            <numerusform>%n frame of the open stacks is accepted.</numerusform>
            <numerusform>%n frames of the open stacks are accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) with outlines wait for review and stay out.</source>
        <translation>
            <numerusform>%n frame with outlines waits for review and stays out.</numerusform>
            <numerusform>%n frames with outlines wait for review and stay out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) were rejected.</source>
        <translation>
            <numerusform>%n frame was rejected.</numerusform>
            <numerusform>%n frames were rejected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainingSetRow</name>
    <message numerus="yes">
        <source>beside %n accepted frame(s) of the open stacks</source>
        <translation>
            <numerusform>beside %n accepted frame of the open stacks</numerusform>
            <numerusform>beside %n accepted frames of the open stacks</numerusform>
        </translation>
    </message>
</context>
</TS>
