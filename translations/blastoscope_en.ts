<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
    <name>blastoscope::ui::StackListModel</name>
    <message numerus="yes">
        <source> · %n reviewed</source>
        <translation>
            <numerusform> · %n reviewed</numerusform>
            <numerusform> · %n reviewed</numerusform>
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
