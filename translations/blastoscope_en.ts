<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
    <message numerus="yes">
        <source>Save the annotations of %n stacks?</source>
        <translation>
            <numerusform>Save the annotations of %n stack?</numerusform>
            <numerusform>Save the annotations of %n stacks?</numerusform>
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
</TS>
