<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message>
        <source>%1 · %2 %</source>
        <comment>number of an object · confidence of the model</comment>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
</context>
<context>
    <name>DepthCommands</name>
    <message>
        <source>Only objects that overlap can be nearer or farther than one another.</source>
        <translation>Nur Objekte, die sich überlappen, können näher oder ferner als ein anderes sein.</translation>
    </message>
</context>
<context>
    <name>ShapeCommands</name>
    <message>
        <source>The object is too small for that.</source>
        <translation>Dafür ist das Objekt zu klein.</translation>
    </message>
    <message>
        <source>Select the objects to merge first: Shift+click adds one.</source>
        <translation>Zuerst die Objekte auswählen: Umschalt+Klick nimmt eines hinzu.</translation>
    </message>
    <message>
        <source>This is the last frame.</source>
        <translation>Das ist das letzte Bild.</translation>
    </message>
    <message>
        <source>The line does not cross the object from side to side.</source>
        <translation>Die Linie geht nicht von Rand zu Rand durch das Objekt.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AboutDialog</name>
    <message>
        <source>About Blastoscope</source>
        <translation>Über Blastoscope</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Blastoscope %1&lt;/h2&gt;&lt;p&gt;Opens time-lapse images of embryos, finds every blastomere whole, also where others cover it, and measures it.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Research use only. Not for use in diagnostic procedures.&lt;/b&gt; Blastoscope shows numbers and their definitions. It gives no grades and no advice.&lt;/p&gt;&lt;p&gt;This program is free software under the GNU General Public License, version 3 or later; its core is under the Apache License 2.0. It uses Qt %2, LibTorch, OpenCV, libtiff, QCustomPlot, spdlog and other free libraries, which are listed with their licences in the third-party notice.&lt;/p&gt;&lt;p&gt;Nothing leaves this computer: no telemetry, no cloud.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Blastoscope %1&lt;/h2&gt;&lt;p&gt;Öffnet Zeitrafferbilder von Embryonen, findet jede Blastomere ganz, auch wo andere sie verdecken, und misst sie.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Nur für Forschungszwecke. Nicht zur Verwendung in diagnostischen Verfahren.&lt;/b&gt; Blastoscope zeigt Zahlen und ihre Definitionen. Es vergibt keine Noten und gibt keinen Rat.&lt;/p&gt;&lt;p&gt;Dieses Programm ist freie Software unter der GNU General Public License, Version 3 oder später; sein Kern steht unter der Apache-Lizenz 2.0. Es verwendet Qt %2, LibTorch, OpenCV, libtiff, QCustomPlot, spdlog und andere freie Bibliotheken, die mit ihren Lizenzen im Hinweis auf Drittsoftware stehen.&lt;/p&gt;&lt;p&gt;Nichts verlässt diesen Rechner: keine Telemetrie, keine Cloud.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AnnotationImport</name>
    <message>
        <source>Reading annotations</source>
        <translation>Lese Annotationen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AnnotationKeeper</name>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Opening annotations</source>
        <translation>Annotationen werden geöffnet</translation>
    </message>
    <message>
        <source>Keeping a copy</source>
        <translation>Kopie wird aufgehoben</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::BrushTool</name>
    <message>
        <source>Drag to erase from the selected object. Shift or Alt: add. Alt+wheel: size.</source>
        <translation>Ziehen radiert am ausgewählten Objekt. Umschalt oder Alt: malen. Alt+Mausrad: Größe.</translation>
    </message>
    <message>
        <source>Drag to draw a new object. Alt+wheel: size.</source>
        <translation>Ziehen malt ein neues Objekt. Alt+Mausrad: Größe.</translation>
    </message>
    <message>
        <source>Drag to add to the selected object. Shift or Alt: erase. Alt+wheel: size.</source>
        <translation>Ziehen malt am ausgewählten Objekt. Umschalt oder Alt: radieren. Alt+Mausrad: Größe.</translation>
    </message>
    <message>
        <source>There is nothing to erase here.</source>
        <translation>Hier gibt es nichts zu radieren.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CalibrationDialog</name>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source> µm per pixel</source>
        <translation> µm pro Pixel</translation>
    </message>
    <message>
        <source>Draw a &amp;line…</source>
        <translation>&amp;Linie zeichnen …</translation>
    </message>
    <message>
        <source>Along something of known length, for example a scale bar or the zona</source>
        <translation>Entlang von etwas bekannter Länge, zum Beispiel einem Maßstab oder der Zona</translation>
    </message>
    <message>
        <source>no line yet</source>
        <translation>noch keine Linie</translation>
    </message>
    <message>
        <source>its length</source>
        <translation>ihre Länge</translation>
    </message>
    <message>
        <source> µm</source>
        <translation> µm</translation>
    </message>
    <message>
        <source>&amp;Keep as preset…</source>
        <translation>Als Voreinstellung &amp;behalten …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Also for the other open stacks</source>
        <translation>Auch für die anderen offenen Stapel</translation>
    </message>
    <message>
        <source>Blastoscope never guesses: without a pixel size all lengths stay in pixels.</source>
        <translation>Blastoscope rät nie: Ohne Pixelgröße bleiben alle Längen in Pixeln.</translation>
    </message>
    <message>
        <source>&amp;Pixel size:</source>
        <translation>&amp;Pixelgröße:</translation>
    </message>
    <message>
        <source>Measured:</source>
        <translation>Gemessen:</translation>
    </message>
    <message>
        <source>Instrument:</source>
        <translation>Gerät:</translation>
    </message>
    <message>
        <source>no presets yet</source>
        <translation>noch keine Voreinstellungen</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>wählen …</translation>
    </message>
    <message>
        <source>%1 (%2 µm)</source>
        <translation>%1 (%2 µm)</translation>
    </message>
    <message>
        <source>%1 px are</source>
        <translation>%1 px sind</translation>
    </message>
    <message>
        <source>Keep as preset</source>
        <translation>Als Voreinstellung behalten</translation>
    </message>
    <message>
        <source>Name of the instrument and lens:</source>
        <translation>Name von Gerät und Objektiv:</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Measure in &amp;pixels</source>
        <translation>In &amp;Pixeln messen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CanvasView</name>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>An Fenster anpassen</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Show masks</source>
        <translation>Masken zeigen</translation>
    </message>
    <message>
        <source>Show outlines</source>
        <translation>Umrisse zeigen</translation>
    </message>
    <message>
        <source>Show what is hidden</source>
        <translation>Verdecktes zeigen</translation>
    </message>
    <message>
        <source>Show numbers and confidence</source>
        <translation>Nummern und Sicherheit zeigen</translation>
    </message>
    <message>
        <source>Next object</source>
        <translation>Nächstes Objekt</translation>
    </message>
    <message>
        <source>Previous object</source>
        <translation>Voriges Objekt</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CellCountPlot</name>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>The number of cells over time appears here once frames are segmented.</source>
        <translation>Hier erscheint die Zahl der Zellen über die Zeit, sobald Bilder segmentiert sind.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ContourTool</name>
    <message>
        <source>Click an object to change its outline.</source>
        <translation>Ein Objekt anklicken, um seinen Umriss zu ändern.</translation>
    </message>
    <message>
        <source>Drag a point. Press between two: a new one. Del or Ctrl+click takes one away.</source>
        <translation>Punkt ziehen. Zwischen zweien drücken: neuer Punkt. Entf oder Strg+Klick entfernt einen.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ContrastPanel</name>
    <message>
        <source>Level</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>The grey value in the middle of what is shown</source>
        <translation>Der Grauwert in der Mitte des Gezeigten</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>The span of grey values from black to white</source>
        <translation>Die Spanne der Grauwerte von Schwarz bis Weiß</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Above 1 lifts the dark parts</source>
        <translation>Über 1 hellt die dunklen Teile auf</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Black and white at the darkest and brightest values of this frame</source>
        <translation>Schwarz und Weiß bei den dunkelsten und hellsten Werten dieses Bildes</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Ganzer Bereich</translation>
    </message>
    <message>
        <source>All values that the file format can hold</source>
        <translation>Alle Werte, die das Dateiformat fassen kann</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>Kanal %1</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DevicePicker</name>
    <message>
        <source>Choose by itself</source>
        <translation>Selbst wählen</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU (CUDA)</source>
        <translation>GPU (CUDA)</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Known for certain once the model is loaded</source>
        <translation>Sicher bekannt, sobald das Modell geladen ist</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>%1 · bf16</source>
        <translation>%1 · bf16</translation>
    </message>
    <message>
        <source>The model runs on %1</source>
        <translation>Das Modell läuft auf %1</translation>
    </message>
    <message>
        <source>The model runs on %1: %2</source>
        <translation>Das Modell läuft auf %1: %2</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DiameterPlot</name>
    <message>
        <source>Diameter (µm)</source>
        <translation>Durchmesser (µm)</translation>
    </message>
    <message>
        <source>Diameter (px)</source>
        <translation>Durchmesser (px)</translation>
    </message>
    <message>
        <source>The equivalent diameter of each cell over time appears here once frames are segmented.</source>
        <translation>Hier erscheint der Äquivalentdurchmesser jeder Zelle über die Zeit, sobald Bilder segmentiert sind.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::EditCommands</name>
    <message>
        <source>segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <source>new object</source>
        <translation>neues Objekt</translation>
    </message>
    <message>
        <source>removal</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>change of outline</source>
        <translation>Änderung des Umrisses</translation>
    </message>
    <message>
        <source>change of object</source>
        <translation>Änderung des Objekts</translation>
    </message>
    <message>
        <source>change of depth</source>
        <translation>Änderung der Tiefe</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>emptying of the frame</source>
        <translation>Leeren des Bildes</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Empty this frame</source>
        <translation>Dieses Bild &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>C&amp;alibrate…</source>
        <translation>K&amp;alibrieren …</translation>
    </message>
    <message>
        <source>Stack &amp;properties…</source>
        <translation>&amp;Eigenschaften des Stapels …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>splitting</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>merging</source>
        <translation>Vereinigen</translation>
    </message>
    <message>
        <source>copying to the next frame</source>
        <translation>Kopieren ins nächste Bild</translation>
    </message>
    <message>
        <source>import of annotations</source>
        <translation>Import von Annotationen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::EllipseTool</name>
    <message>
        <source>Drag a box (Shift: a circle), or click both ends of an axis.</source>
        <translation>Rahmen aufziehen (Umschalt: Kreis) oder beide Enden einer Achse anklicken.</translation>
    </message>
    <message>
        <source>Click the other end of the axis. Esc gives up.</source>
        <translation>Das andere Ende der Achse anklicken. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Click where the width ends. Esc gives up.</source>
        <translation>Anklicken, wo die Breite endet. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Drag the points to change the ellipse. Enter ends.</source>
        <translation>Die Punkte ziehen, um die Ellipse zu ändern. Eingabe beendet.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::EvennessPlot</name>
    <message>
        <source>Evenness (CV of volume, %)</source>
        <translation>Gleichmäßigkeit (VK des Volumens, %)</translation>
    </message>
    <message>
        <source>The evenness of the cells over time appears here once frames with two or more cells are segmented.</source>
        <translation>Hier erscheint die Gleichmäßigkeit der Zellen über die Zeit, sobald Bilder mit zwei oder mehr Zellen segmentiert sind.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ExchangeCommands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Import annotations…</source>
        <translation>Annotationen &amp;importieren …</translation>
    </message>
    <message>
        <source>Export anno&amp;tations…</source>
        <translation>Anno&amp;tationen exportieren …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ExchangeReportDialog</name>
    <message>
        <source>Nothing was left out or changed.</source>
        <translation>Nichts wurde weggelassen oder verändert.</translation>
    </message>
    <message>
        <source>Co&amp;py report</source>
        <translation>Bericht ko&amp;pieren</translation>
    </message>
    <message>
        <source>&amp;Show folder</source>
        <translation>Ordner &amp;zeigen</translation>
    </message>
    <message>
        <source>%1 px were lost, because objects that overlap cannot share a pixel in this format. “COCO” and “Label image, one page per depth layer” keep them.</source>
        <translation>%1 px gingen verloren, weil sich überlappende Objekte in diesem Format kein Pixel teilen können. „COCO“ und „Label-Bild, eine Seite je Tiefenschicht“ behalten sie.</translation>
    </message>
    <message>
        <source>What was left out or changed</source>
        <translation>Was weggelassen oder verändert wurde</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ExchangeReportModel</name>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Verändert</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of event: what happened</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>object %1</source>
        <translation>Objekt %1</translation>
    </message>
    <message>
        <source>covered by object %1</source>
        <translation>verdeckt von Objekt %1</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Lost altogether: %1 px</source>
        <translation>Insgesamt verloren: %1 px</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ExportDialog</name>
    <message>
        <source>COCO, exact masks (run lengths)</source>
        <translation>COCO, genaue Masken (Lauflängen)</translation>
    </message>
    <message>
        <source>COCO, outlines (polygons)</source>
        <translation>COCO, Umrisse (Polygone)</translation>
    </message>
    <message>
        <source>Label image (TIFF)</source>
        <translation>Label-Bild (TIFF)</translation>
    </message>
    <message>
        <source>Label image (PNG)</source>
        <translation>Label-Bild (PNG)</translation>
    </message>
    <message>
        <source>Label image, one page per depth layer (TIFF)</source>
        <translation>Label-Bild, eine Seite je Tiefenschicht (TIFF)</translation>
    </message>
    <message>
        <source>Cellpose masks (TIFF)</source>
        <translation>Cellpose-Masken (TIFF)</translation>
    </message>
    <message>
        <source>Cellpose masks (PNG)</source>
        <translation>Cellpose-Masken (PNG)</translation>
    </message>
    <message>
        <source>Export annotations</source>
        <translation>Annotationen exportieren</translation>
    </message>
    <message>
        <source>This stack</source>
        <translation>Dieser Stapel</translation>
    </message>
    <message numerus="yes">
        <source>All %n open stacks</source>
        <translation>
            <numerusform>Der offene Stapel</numerusform>
            <numerusform>Alle %n offenen Stapel</numerusform>
        </translation>
    </message>
    <message>
        <source>Every frame with something in it</source>
        <translation>Jedes Bild, das etwas enthält</translation>
    </message>
    <message>
        <source>Accepted and corrected frames only</source>
        <translation>Nur angenommene und korrigierte Bilder</translation>
    </message>
    <message>
        <source>&amp;Keep names of files and embryos</source>
        <translation>Namen von Dateien und Embryonen be&amp;halten</translation>
    </message>
    <message>
        <source>They may identify patients. Otherwise embryos go by random ids, pictures by the number of the frame, and free texts are left out.</source>
        <translation>Sie können Patienten verraten. Sonst tragen Embryonen zufällige Kennungen und Bilder ihre Nummer, und freie Texte werden weggelassen.</translation>
    </message>
    <message>
        <source>&amp;Stacks:</source>
        <translation>&amp;Stapel:</translation>
    </message>
    <message>
        <source>F&amp;rames:</source>
        <translation>&amp;Bilder:</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>For&amp;mat:</translation>
    </message>
    <message>
        <source>Names:</source>
        <translation>Namen:</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>annotations</source>
        <comment>name of a folder</comment>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export annotations into a folder</source>
        <translation>Annotationen in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Keeps everything: whole silhouettes, overlap, depth order, visible parts.</source>
        <translation>Behält alles: ganze Silhouetten, Überlappung, Tiefenordnung, sichtbare Teile.</translation>
    </message>
    <message>
        <source>Keeps overlap and depth order. Outlines cannot hold holes, which are filled.</source>
        <translation>Behält Überlappung und Tiefenordnung. Umrisse können keine Löcher haben; sie werden gefüllt.</translation>
    </message>
    <message>
        <source>overlap (the nearer object keeps the pixels)</source>
        <translation>Überlappung (das nähere Objekt behält die Pixel)</translation>
    </message>
    <message>
        <source>depth order</source>
        <translation>Tiefenordnung</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>confidences</source>
        <translation>Sicherheiten</translation>
    </message>
    <message>
        <source>Has no place for: %1. The report says exactly what was lost.</source>
        <translation>Hat keinen Platz für: %1. Der Bericht sagt genau, was verloren ging.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) will be written.</source>
        <translation>
            <numerusform>%n Bild wird geschrieben.</numerusform>
            <numerusform>%n Bilder werden geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>No frame is accepted yet.</source>
        <translation>Noch ist kein Bild angenommen.</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Noch gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>The folder is not empty: files of the same names are replaced.</source>
        <translation>Der Ordner ist nicht leer: Gleichnamige Dateien werden ersetzt.</translation>
    </message>
    <message>
        <source>Exporting annotations</source>
        <translation>Exportiere Annotationen</translation>
    </message>
    <message>
        <source>Cancelled. What was written by then is still in the folder.</source>
        <translation>Abgebrochen. Was bis dahin geschrieben wurde, liegt noch im Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exported as %1 into %2 (%n file(s))</source>
        <translation>
            <numerusform>als %1 nach %2 exportiert (%n Datei)</numerusform>
            <numerusform>als %1 nach %2 exportiert (%n Dateien)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FileCommands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>O&amp;rdner öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open sa&amp;mple</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Save annotations</source>
        <translation>Annotationen &amp;speichern</translation>
    </message>
    <message>
        <source>Save annotations &amp;as…</source>
        <translation>Annotationen speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Open a&amp;nnotations…</source>
        <translation>A&amp;nnotationen öffnen …</translation>
    </message>
    <message>
        <source>&amp;Export measurements (CSV)…</source>
        <translation>Messwerte &amp;exportieren (CSV) …</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>B&amp;ild exportieren …</translation>
    </message>
    <message>
        <source>&amp;Close stack</source>
        <translation>Stapel s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>The annotations beside %1 could not be used: %2</source>
        <translation>Die Annotationen neben %1 konnten nicht verwendet werden: %2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Annotations of %1 opened</source>
        <translation>Annotationen von %1 geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>; %n frame(s) of the file are not in this stack</source>
        <translation>
            <numerusform>; %n Bild der Datei gehört nicht zu diesem Stapel</numerusform>
            <numerusform>; %n Bilder der Datei gehören nicht zu diesem Stapel</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Stacks, videos and pictures (*.tif *.tiff *.btf *.avi *.mp4 *.jpg *.jpeg *.png *.bmp)</source>
        <translation>Stapel, Videos und Bilder (*.tif *.tiff *.btf *.avi *.mp4 *.jpg *.jpeg *.png *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Einen Ordner mit Bildern öffnen</translation>
    </message>
    <message>
        <source>Open annotations</source>
        <translation>Annotationen öffnen</translation>
    </message>
    <message>
        <source>COCO annotations (*.json)</source>
        <translation>COCO-Annotationen (*.json)</translation>
    </message>
    <message>
        <source>Save annotations of %1</source>
        <translation>Annotationen von %1 speichern</translation>
    </message>
    <message>
        <source>Unsaved annotations</source>
        <translation>Nicht gespeicherte Annotationen</translation>
    </message>
    <message>
        <source>Save the annotations of %1?</source>
        <translation>Annotationen von %1 speichern?</translation>
    </message>
    <message numerus="yes">
        <source>Save the annotations of %n stacks?</source>
        <translation>
            <numerusform>Annotationen von %n Stapel speichern?</numerusform>
            <numerusform>Annotationen von %n Stapeln speichern?</numerusform>
        </translation>
    </message>
    <message>
        <source>Without saving, what changed since the last time is lost.</source>
        <translation>Ohne Speichern geht verloren, was sich seit dem letzten Mal geändert hat.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t save</source>
        <translation>&amp;Nicht speichern</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Export measurements into a folder</source>
        <translation>Messwerte in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Measurements are in %1: cells.csv, frames.csv and manifest.json</source>
        <translation>Die Messwerte liegen in %1: cells.csv, frames.csv und manifest.json</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Picture saved as %1</source>
        <translation>Bild gespeichert als %1</translation>
    </message>
    <message>
        <source>Keeping a small picture</source>
        <translation>Kleines Bild wird aufgehoben</translation>
    </message>
    <message>
        <source>Blastoscope ended before the annotations of %1 were saved. A copy was kept.</source>
        <translation>Blastoscope wurde beendet, bevor die Annotationen von %1 gespeichert waren. Eine Kopie ist aufgehoben.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>&amp;Forget all</source>
        <translation>Alle &amp;vergessen</translation>
    </message>
    <message>
        <source>The picture could not be written to %1. Choose another folder.</source>
        <translation>Das Bild konnte nicht nach %1 geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FrameEditor</name>
    <message>
        <source>This object is locked.</source>
        <translation>Dieses Objekt ist gesperrt.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FramePanels</name>
    <message>
        <source>The model found nothing in this frame.</source>
        <translation>Das Modell hat in diesem Bild nichts gefunden.</translation>
    </message>
    <message>
        <source>Being measured…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>Open a stack first.</source>
        <translation>Öffnen Sie zuerst einen Stapel.</translation>
    </message>
    <message>
        <source>This frame is not segmented yet. Press %1 for this frame or %2 for the whole stack.</source>
        <translation>Dieses Bild ist noch nicht segmentiert. %1 segmentiert dieses Bild, %2 den ganzen Stapel.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::HelpCommands</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Blastoscope</source>
        <translation>Ü&amp;ber Blastoscope</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Ten &amp;minutes to begin with</source>
        <translation>Zehn &amp;Minuten zum Anfangen</translation>
    </message>
    <message>
        <source>How to &amp;fine-tune a model</source>
        <translation>Wie man ein Modell &amp;nachtrainiert</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::HelpWindow</name>
    <message>
        <source>(no key)</source>
        <translation>(keine Taste)</translation>
    </message>
    <message>
        <source>Blastoscope help</source>
        <translation>Hilfe zu Blastoscope</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Erste Seite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>No page holds all these words.</source>
        <translation>Keine Seite enthält alle diese Wörter.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ImportDialog</name>
    <message>
        <source>Import annotations</source>
        <translation>Annotationen importieren</translation>
    </message>
    <message>
        <source>Choose &amp;files…</source>
        <translation>&amp;Dateien wählen …</translation>
    </message>
    <message>
        <source>Choose f&amp;older…</source>
        <translation>&amp;Ordner wählen …</translation>
    </message>
    <message>
        <source>COCO, labelme, X-AnyLabeling, COCOA, KINS, label images or Cellpose masks</source>
        <translation>COCO, labelme, X-AnyLabeling, COCOA, KINS, Label-Bilder oder Cellpose-Masken</translation>
    </message>
    <message>
        <source>&amp;Take over what the files say about review (accepted, corrected, rejected)</source>
        <translation>Was die Dateien über die Prüfung sagen, über&amp;nehmen (angenommen, korrigiert, verworfen)</translation>
    </message>
    <message>
        <source>Where not a single picture is known by name, go by the &amp;order of the frames</source>
        <translation>Wo kein einziges Bild am Namen zu erkennen ist, nach der &amp;Reihenfolge gehen</translation>
    </message>
    <message>
        <source>&amp;Replace my own work, too: drawn and edited objects and accepted frames</source>
        <translation>Auch meine eigene Arbeit e&amp;rsetzen: gezeichnete und bearbeitete Objekte und angenommene Bilder</translation>
    </message>
    <message>
        <source>Otherwise accepted frames stay as they are, and an imported object that shows the same as one of yours is left out. Either way one undo takes the import back.</source>
        <translation>Sonst bleiben angenommene Bilder, wie sie sind, und ein importiertes Objekt, das dasselbe zeigt wie eines von Ihnen, wird weggelassen. In jedem Fall nimmt ein „Rückgängig“ den Import zurück.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>blastomeres</source>
        <translation>Blastomeren</translation>
    </message>
    <message>
        <source>fragments</source>
        <translation>Fragmente</translation>
    </message>
    <message>
        <source>polar bodies</source>
        <translation>Polkörper</translation>
    </message>
    <message>
        <source>Objects of &amp;unknown classes are</source>
        <translation>Objekte &amp;unbekannter Art werden</translation>
    </message>
    <message>
        <source>What the import will do</source>
        <translation>Was der Import tun wird</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Annotation files</source>
        <translation>Dateien mit Annotationen</translation>
    </message>
    <message>
        <source>Annotations (*.json *.tif *.tiff *.png)</source>
        <translation>Annotationen (*.json *.tif *.tiff *.png)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder of annotation files</source>
        <translation>Ordner mit Annotationen</translation>
    </message>
    <message numerus="yes">
        <source>%n files, the first is %1</source>
        <translation>
            <numerusform>%n Datei, die erste ist %1</numerusform>
            <numerusform>%n Dateien, die erste ist %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the files first. Nothing is changed before you press “Import”.</source>
        <translation>Zuerst die Dateien wählen. Nichts wird geändert, bevor Sie „Importieren“ drücken.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ImportPreviewModel</name>
    <message>
        <source>Picture in the files</source>
        <translation>Bild in den Dateien</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Kommt nach</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ImportRows</name>
    <message>
        <source>Found by the id of the embryo and the number of the frame</source>
        <translation>An der Kennung des Embryos und der Bildnummer erkannt</translation>
    </message>
    <message>
        <source>Found by the name of the picture</source>
        <translation>Am Namen des Bildes erkannt</translation>
    </message>
    <message>
        <source>Found by the number of the frame; no name is known</source>
        <translation>An der Bildnummer erkannt; kein Name ist bekannt</translation>
    </message>
    <message>
        <source>Found by the order of the frames; no name is known</source>
        <translation>An der Reihenfolge erkannt; kein Name ist bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) added</source>
        <translation>
            <numerusform>%n Objekt hinzugefügt</numerusform>
            <numerusform>%n Objekte hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of yours kept</source>
        <translation>
            <numerusform>%n von Ihnen behalten</numerusform>
            <numerusform>%n von Ihnen behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out because it is there already</source>
        <translation>
            <numerusform>%n weggelassen, weil es schon da ist</numerusform>
            <numerusform>%n weggelassen, weil sie schon da sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: no open stack has this picture</source>
        <translation>Weggelassen: Kein offener Stapel hat dieses Bild</translation>
    </message>
    <message>
        <source>Left out: the picture has another size than the annotations</source>
        <translation>Weggelassen: Das Bild hat eine andere Größe als die Annotationen</translation>
    </message>
    <message>
        <source>Left out: an earlier picture of the files goes there</source>
        <translation>Weggelassen: Ein früheres Bild der Dateien kommt dorthin</translation>
    </message>
    <message>
        <source>Left out: there is no object in it</source>
        <translation>Weggelassen: Es enthält kein Objekt</translation>
    </message>
    <message>
        <source>Left alone: the frame is accepted</source>
        <translation>Unverändert: Das Bild ist angenommen</translation>
    </message>
    <message>
        <source>Left alone: all its objects are there already</source>
        <translation>Unverändert: Alle seine Objekte sind schon da</translation>
    </message>
    <message>
        <source>%1, frame %2</source>
        <translation>%1, Bild %2</translation>
    </message>
    <message>
        <source>Nothing will be imported. The table says why.</source>
        <translation>Nichts wird importiert. Die Tabelle sagt, warum.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) will change</source>
        <translation>
            <numerusform>%n Bild wird sich ändern</numerusform>
            <numerusform>%n Bilder werden sich ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the files left out</source>
        <translation>
            <numerusform>%n Bild der Dateien weggelassen</numerusform>
            <numerusform>%n Bilder der Dateien weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) imported</source>
        <translation>
            <numerusform>%n Bild importiert</numerusform>
            <numerusform>%n Bilder importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled: undo takes back what was imported</source>
        <translation>abgebrochen: „Rückgängig“ nimmt zurück, was importiert wurde</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::InstanceListModel</name>
    <message>
        <source>Blastomere</source>
        <translation>Blastomere</translation>
    </message>
    <message>
        <source>Fragment</source>
        <translation>Fragment</translation>
    </message>
    <message>
        <source>Polar body</source>
        <translation>Polkörper</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>class of an object and its number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>–</source>
        <comment>unknown value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>%1, not shown</source>
        <translation>%1, nicht gezeigt</translation>
    </message>
    <message>
        <source>Visible part of the whole silhouette</source>
        <translation>Sichtbarer Teil der ganzen Silhouette</translation>
    </message>
    <message>
        <source>Unknown, because it is not known which of the overlapping cells is nearer.</source>
        <translation>Unbekannt, weil nicht bekannt ist, welche der überlappenden Zellen vorn liegt.</translation>
    </message>
    <message>
        <source>Confidence of the model, not a grade</source>
        <translation>Sicherheit des Modells, keine Note</translation>
    </message>
    <message>
        <source>Drawn or imported, not by a model</source>
        <translation>Gezeichnet oder importiert, nicht von einem Modell</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>number of an object</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>Durchmesser</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Equivalent diameter: of the circle with the area of the whole silhouette, 2·√(A/π)</source>
        <translation>Äquivalentdurchmesser: des Kreises mit der Fläche der ganzen Silhouette, 2·√(A/π)</translation>
    </message>
    <message>
        <source>Area of the visible part divided by the area of the whole silhouette</source>
        <translation>Fläche des sichtbaren Teils geteilt durch die Fläche der ganzen Silhouette</translation>
    </message>
    <message>
        <source>How sure the model is, 0–100 %. It says nothing about the cell.</source>
        <translation>Wie sicher das Modell ist, 0–100 %. Über die Zelle sagt das nichts.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::LogPanel</name>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>Noch nichts protokolliert.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MainWindow</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1[*] — Blastoscope</source>
        <translation>%1[*] — Blastoscope</translation>
    </message>
    <message>
        <source>Blastoscope</source>
        <translation>Blastoscope</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Blastomeres</source>
        <translation>Blastomeren</translation>
    </message>
    <message>
        <source>This frame</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Blastomeres  %1</source>
        <translation>Blastomeren  %1</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>Durchmesser</translation>
    </message>
    <message>
        <source>Evenness</source>
        <translation>Gleichmäßigkeit</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MeasureLineTool</name>
    <message>
        <source>Draw a line of known length. Shift keeps it straight, Esc gives up.</source>
        <translation>Zeichnen Sie eine Linie bekannter Länge. Umschalt hält sie gerade, Esc bricht ab.</translation>
    </message>
    <message>
        <source>Click or let go at the other end. Esc starts over.</source>
        <translation>Am anderen Ende klicken oder loslassen. Esc beginnt neu.</translation>
    </message>
    <message>
        <source>%1 px. Draw again to correct it.</source>
        <translation>%1 px. Zum Korrigieren noch einmal zeichnen.</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MeasurementTableModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>quantity (unit)</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MeasurementTables</name>
    <message>
        <source>blastomere</source>
        <translation>Blastomere</translation>
    </message>
    <message>
        <source>fragment</source>
        <translation>Fragment</translation>
    </message>
    <message>
        <source>polar body</source>
        <translation>Polkörper</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Position in the stack, from 1</source>
        <translation>Stelle im Stapel, ab 1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Hours since insemination if t0 is known, otherwise the stack&apos;s own time</source>
        <translation>Stunden seit der Insemination, wenn t0 bekannt ist, sonst die Uhr des Stapels</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Number in the frame, as painted on the canvas</source>
        <translation>Nummer im Bild, wie auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Blastomere, fragment or polar body</source>
        <translation>Blastomere, Fragment oder Polkörper</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>Durchmesser</translation>
    </message>
    <message>
        <source>Diameter of the disc with the area of the whole silhouette</source>
        <translation>Durchmesser der Scheibe mit der Fläche der ganzen Silhouette</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Number of pixels of the whole silhouette, scaled</source>
        <translation>Zahl der Pixel der ganzen Silhouette, skaliert</translation>
    </message>
    <message>
        <source>Perimeter</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Length of the outline by Crofton&apos;s formula</source>
        <translation>Länge des Umrisses nach Croftons Formel</translation>
    </message>
    <message>
        <source>Circularity</source>
        <translation>Rundheit</translation>
    </message>
    <message>
        <source>4π · area ÷ perimeter²; 1 for a disc</source>
        <translation>4π · Fläche ÷ Umfang²; 1 für eine Scheibe</translation>
    </message>
    <message>
        <source>Solidity</source>
        <translation>Solidität</translation>
    </message>
    <message>
        <source>Share of the convex hull that belongs to the silhouette</source>
        <translation>Anteil der konvexen Hülle, der zur Silhouette gehört</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Greatest distance between parallel tangents</source>
        <translation>Größter Abstand paralleler Tangenten</translation>
    </message>
    <message>
        <source>Narrowest</source>
        <translation>Schmalste</translation>
    </message>
    <message>
        <source>Smallest distance between parallel tangents</source>
        <translation>Kleinster Abstand paralleler Tangenten</translation>
    </message>
    <message>
        <source>Major axis</source>
        <translation>Große Achse</translation>
    </message>
    <message>
        <source>Of the ellipse with the same moments</source>
        <translation>Der Ellipse mit denselben Momenten</translation>
    </message>
    <message>
        <source>Minor axis</source>
        <translation>Kleine Achse</translation>
    </message>
    <message>
        <source>Eccentricity</source>
        <translation>Exzentrizität</translation>
    </message>
    <message>
        <source>Of that ellipse; 0 for a circle</source>
        <translation>Dieser Ellipse; 0 für einen Kreis</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Of its major axis, from the horizontal upwards</source>
        <translation>Ihrer großen Achse, von der Waagrechten nach oben</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Of the sphere with the equivalent diameter</source>
        <translation>Der Kugel mit dem Äquivalentdurchmesser</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <source>Visible part of the whole area; empty where it is not known who covers whom</source>
        <translation>Sichtbarer Teil der ganzen Fläche; leer, wo nicht bekannt ist, wer wen verdeckt</translation>
    </message>
    <message>
        <source>At border</source>
        <translation>Am Rand</translation>
    </message>
    <message>
        <source>The silhouette reaches the border: all sizes are too small</source>
        <translation>Die Silhouette reicht an den Rand: alle Größen sind zu klein</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>What the model gave; empty for drawn ones</source>
        <translation>Angabe des Modells; leer bei gezeichneten</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Counted blastomeres</source>
        <translation>Gezählte Blastomeren</translation>
    </message>
    <message>
        <source>Fragments</source>
        <translation>Fragmente</translation>
    </message>
    <message>
        <source>Counted fragments</source>
        <translation>Gezählte Fragmente</translation>
    </message>
    <message>
        <source>Evenness</source>
        <translation>Gleichmäßigkeit</translation>
    </message>
    <message>
        <source>Stage-aware spread: CV of V · 2^generation; 0 for a perfectly even embryo at every count</source>
        <translation>Stadiengerechte Streuung: VK von V · 2^Generation; 0 für einen vollkommen gleichmäßigen Embryo bei jeder Zahl</translation>
    </message>
    <message>
        <source>Volume CV</source>
        <translation>VK Volumen</translation>
    </message>
    <message>
        <source>Plain spread of the volumes: standard deviation ÷ mean</source>
        <translation>Einfache Streuung der Volumina: Standardabweichung ÷ Mittel</translation>
    </message>
    <message>
        <source>Diameter CV</source>
        <translation>VK Durchmesser</translation>
    </message>
    <message>
        <source>Plain spread of the diameters: standard deviation ÷ mean</source>
        <translation>Einfache Streuung der Durchmesser: Standardabweichung ÷ Mittel</translation>
    </message>
    <message>
        <source>Smallest ÷ largest</source>
        <translation>Kleinste ÷ größte</translation>
    </message>
    <message>
        <source>d min ÷ d max over all cells</source>
        <translation>d min ÷ d max über alle Zellen</translation>
    </message>
    <message>
        <source>Within generation</source>
        <translation>In der Generation</translation>
    </message>
    <message>
        <source>Smallest d min ÷ d max within one generation</source>
        <translation>Kleinstes d min ÷ d max innerhalb einer Generation</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>100 · (d max − d min) ÷ d max</source>
        <translation>100 · (d max − d min) ÷ d max</translation>
    </message>
    <message>
        <source>Mean diameter</source>
        <translation>Mittlerer Durchmesser</translation>
    </message>
    <message>
        <source>Mean equivalent diameter of the cells</source>
        <translation>Mittlerer Äquivalentdurchmesser der Zellen</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinste</translation>
    </message>
    <message>
        <source>Smallest equivalent diameter</source>
        <translation>Kleinster Äquivalentdurchmesser</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Largest equivalent diameter</source>
        <translation>Größter Äquivalentdurchmesser</translation>
    </message>
    <message>
        <source>Total volume</source>
        <translation>Gesamtvolumen</translation>
    </message>
    <message>
        <source>Sum of the sphere volumes</source>
        <translation>Summe der Kugelvolumina</translation>
    </message>
    <message>
        <source>Fragment area</source>
        <translation>Fragmentfläche</translation>
    </message>
    <message>
        <source>Of the area that cells and fragments cover together</source>
        <translation>Von der Fläche, die Zellen und Fragmente zusammen bedecken</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Pairs of cells whose silhouettes overlap; not contacts</source>
        <translation>Zellpaare, deren Silhouetten überlappen; keine Kontakte</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MeasurementsPanel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>A row per cell</source>
        <translation>Eine Zeile je Zelle</translation>
    </message>
    <message>
        <source>A row per frame</source>
        <translation>Eine Zeile je Bild</translation>
    </message>
    <message>
        <source>Copy the selected cells, or everything, for a spreadsheet</source>
        <translation>Die gewählten Felder oder alles für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Nothing is measured yet. Segment a frame or the whole stack first.</source>
        <translation>Noch nichts gemessen. Segmentieren Sie zuerst ein Bild oder den ganzen Stapel.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MessageStrip</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ModelPicker</name>
    <message>
        <source>%1 v%2</source>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>No model is installed. Choose a weight file.</source>
        <translation>Kein Modell ist installiert. Wählen Sie eine Gewichtsdatei.</translation>
    </message>
    <message>
        <source>The model that segments</source>
        <translation>Das Modell, das segmentiert</translation>
    </message>
    <message>
        <source>Reading the model&apos;s header</source>
        <translation>Kopf des Modells wird gelesen</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;Licence: %3. Research use only.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;Lizenz: %3. Nur für Forschungszwecke.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Choose a weight file…</source>
        <translation>Gewichtsdatei wählen …</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Weights (*.safetensors);;All files (*)</source>
        <translation>Gewichte (*.safetensors);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MoveTool</name>
    <message>
        <source>Drag an object to move it. Esc puts it back.</source>
        <translation>Ein Objekt ziehen, um es zu verschieben. Esc legt es zurück.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ObjectCommands</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;New object</source>
        <translation>&amp;Neues Objekt</translation>
    </message>
    <message>
        <source>&amp;Delete object</source>
        <translation>Objekt &amp;löschen</translation>
    </message>
    <message>
        <source>Copy to the ne&amp;xt frame</source>
        <translation>Ins nä&amp;chste Bild kopieren</translation>
    </message>
    <message>
        <source>&amp;Merge the selected objects</source>
        <translation>Ausgewählte Objekte &amp;vereinigen</translation>
    </message>
    <message>
        <source>&amp;Shape</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>&amp;Grow by a pixel</source>
        <translation>Um ein Pixel &amp;wachsen</translation>
    </message>
    <message>
        <source>S&amp;hrink by a pixel</source>
        <translation>Um ein Pixel s&amp;chrumpfen</translation>
    </message>
    <message>
        <source>&amp;Smooth the outline</source>
        <translation>Umriss &amp;glätten</translation>
    </message>
    <message>
        <source>&amp;Fill holes</source>
        <translation>Löcher &amp;füllen</translation>
    </message>
    <message>
        <source>&amp;Kind of object</source>
        <translation>&amp;Art des Objekts</translation>
    </message>
    <message>
        <source>&amp;Blastomere</source>
        <translation>&amp;Blastomere</translation>
    </message>
    <message>
        <source>&amp;Fragment</source>
        <translation>&amp;Fragment</translation>
    </message>
    <message>
        <source>&amp;Polar body</source>
        <translation>&amp;Polkörper</translation>
    </message>
    <message>
        <source>&amp;Uncertain (not counted)</source>
        <translation>&amp;Unsicher (nicht gezählt)</translation>
    </message>
    <message>
        <source>&amp;Hide or show object</source>
        <translation>Objekt &amp;ausblenden oder zeigen</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock object</source>
        <translation>Objekt &amp;sperren oder freigeben</translation>
    </message>
    <message>
        <source>Dep&amp;th</source>
        <translation>&amp;Tiefe</translation>
    </message>
    <message>
        <source>Bring &amp;nearer</source>
        <translation>Nach &amp;vorn</translation>
    </message>
    <message>
        <source>Move &amp;farther</source>
        <translation>Nach &amp;hinten</translation>
    </message>
    <message>
        <source>&amp;Swap the two</source>
        <translation>Die beiden &amp;tauschen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PolygonTool</name>
    <message>
        <source>Click along the border of a new object, or draw with the button held.</source>
        <translation>Entlang des Rands eines neuen Objekts klicken oder mit gedrückter Taste zeichnen.</translation>
    </message>
    <message>
        <source>Enter or a double click closes. Backspace takes a point back. Esc gives up.</source>
        <translation>Eingabe oder Doppelklick schließt. Rücktaste nimmt einen Punkt zurück. Esc bricht ab.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ProgressStrip</name>
    <message>
        <source>Cancel; what is finished stays</source>
        <translation>Abbrechen; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>  %1 / %2</source>
        <translation>  %1 / %2</translation>
    </message>
    <message>
        <source>  ·  %1 left</source>
        <translation>  ·  noch %1</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::Readout</name>
    <message>
        <source>Blastomeres</source>
        <translation>Blastomeren</translation>
    </message>
    <message>
        <source>Cells with a silhouette of their own, without those that are marked as uncertain.</source>
        <translation>Zellen mit eigener Silhouette, ohne die als unsicher markierten.</translation>
    </message>
    <message>
        <source>A cell that others cover wholly is not seen. A large fragment may look like a cell.</source>
        <translation>Eine ganz verdeckte Zelle wird nicht gesehen. Ein großes Fragment kann wie eine Zelle aussehen.</translation>
    </message>
    <message>
        <source>Fragments</source>
        <translation>Fragmente</translation>
    </message>
    <message>
        <source>Membrane-bound pieces without a nucleus that lie beside the cells.</source>
        <translation>Von Membran umgebene Stücke ohne Kern, die neben den Zellen liegen.</translation>
    </message>
    <message>
        <source>Small fragments between cells are easily missed.</source>
        <translation>Kleine Fragmente zwischen Zellen werden leicht übersehen.</translation>
    </message>
    <message>
        <source>Fragment area</source>
        <translation>Fragmentfläche</translation>
    </message>
    <message>
        <source>Share of the fragments in the area that cells and fragments cover together.</source>
        <translation>Anteil der Fragmente an der Fläche, die Zellen und Fragmente zusammen bedecken.</translation>
    </message>
    <message>
        <source>100 · area of fragments ÷ area of cells and fragments</source>
        <translation>100 · Fläche der Fragmente ÷ Fläche von Zellen und Fragmenten</translation>
    </message>
    <message>
        <source>An area in projection. It is not the share of volume that grading schemes mean.</source>
        <translation>Eine Fläche in der Projektion. Es ist nicht der Volumenanteil, den Bewertungsschemata meinen.</translation>
    </message>
    <message>
        <source>Evenness</source>
        <translation>Gleichmäßigkeit</translation>
    </message>
    <message>
        <source>Spread of the cell volumes after the size step of each division is taken out: 0 for a perfectly even embryo, also at 3, 5, 6 or 7 cells.</source>
        <translation>Streuung der Zellvolumina ohne den Größenschritt jeder Teilung: 0 für einen vollkommen gleichmäßigen Embryo, auch bei 3, 5, 6 oder 7 Zellen.</translation>
    </message>
    <message>
        <source>100 · standard deviation ÷ mean of V · 2^generation</source>
        <translation>100 · Standardabweichung ÷ Mittel von V · 2^Generation</translation>
    </message>
    <message>
        <source>Outlines that are 3 % off in diameter alone make about 9 %; do not interpret less than that. Generations are inferred from size while no lineage is known.</source>
        <translation>Schon Umrisse, die im Durchmesser um 3 % abweichen, ergeben etwa 9 %; weniger sollte man nicht deuten. Generationen werden aus der Größe erschlossen, solange keine Abstammung bekannt ist.</translation>
    </message>
    <message>
        <source>Smallest ÷ largest</source>
        <translation>Kleinste ÷ größte</translation>
    </message>
    <message>
        <source>Equivalent diameter of the smallest cell divided by that of the largest.</source>
        <translation>Äquivalentdurchmesser der kleinsten Zelle geteilt durch den der größten.</translation>
    </message>
    <message>
        <source>d min ÷ d max</source>
        <translation>d min ÷ d max</translation>
    </message>
    <message>
        <source>Cells of two generations differ by 1.26 in a normal 3-, 5-, 6- or 7-cell embryo.</source>
        <translation>In einem normalen Embryo mit 3, 5, 6 oder 7 Zellen unterscheiden sich zwei Generationen um 1,26.</translation>
    </message>
    <message>
        <source>Within generation</source>
        <translation>In der Generation</translation>
    </message>
    <message>
        <source>The same ratio among cells of one generation; the smallest over the generations.</source>
        <translation>Dasselbe Verhältnis unter Zellen einer Generation; das kleinste über die Generationen.</translation>
    </message>
    <message>
        <source>min over generations of d min ÷ d max</source>
        <translation>Minimum über die Generationen von d min ÷ d max</translation>
    </message>
    <message>
        <source>Generations are inferred from size while no lineage is known.</source>
        <translation>Generationen werden aus der Größe erschlossen, solange keine Abstammung bekannt ist.</translation>
    </message>
    <message>
        <source>Mean diameter</source>
        <translation>Mittlerer Durchmesser</translation>
    </message>
    <message>
        <source>Mean of the equivalent diameters: of discs with the area of each whole silhouette.</source>
        <translation>Mittel der Äquivalentdurchmesser: von Scheiben mit der Fläche jeder ganzen Silhouette.</translation>
    </message>
    <message>
        <source>d = 2 · √(A ÷ π)</source>
        <translation>d = 2 · √(A ÷ π)</translation>
    </message>
    <message>
        <source>Cells round up at mitosis and flatten later, so it drifts within a stage.</source>
        <translation>Zellen runden sich bei der Mitose und flachen später ab; der Wert wandert also innerhalb eines Stadiums.</translation>
    </message>
    <message>
        <source>Total volume</source>
        <translation>Gesamtvolumen</translation>
    </message>
    <message>
        <source>Sum of the volumes of spheres with the equivalent diameter of each cell.</source>
        <translation>Summe der Volumina von Kugeln mit dem Äquivalentdurchmesser jeder Zelle.</translation>
    </message>
    <message>
        <source>Σ π ÷ 6 · d³</source>
        <translation>Σ π ÷ 6 · d³</translation>
    </message>
    <message>
        <source>Assumes spheres; an error of 3 % in diameter is 9 % here.</source>
        <translation>Setzt Kugeln voraus; ein Fehler von 3 % im Durchmesser sind hier 9 %.</translation>
    </message>
    <message>
        <source>Overlapping pairs</source>
        <translation>Überlappende Paare</translation>
    </message>
    <message>
        <source>Pairs of cells whose silhouettes overlap in the image.</source>
        <translation>Zellpaare, deren Silhouetten sich im Bild überlappen.</translation>
    </message>
    <message>
        <source>A projection along the line of sight: overlapping silhouettes need not touch.</source>
        <translation>Eine Projektion entlang der Blickrichtung: überlappende Silhouetten müssen sich nicht berühren.</translation>
    </message>
    <message>
        <source>A cell reaches the border of the image: its size is too small.</source>
        <translation>Eine Zelle reicht an den Bildrand: ihre Größe ist zu klein.</translation>
    </message>
    <message>
        <source>Which of two overlapping cells is nearer is not known.</source>
        <translation>Welche von zwei überlappenden Zellen vorn liegt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A cell is marked as uncertain and not counted.</source>
        <translation>Eine Zelle ist als unsicher markiert und nicht gezählt.</translation>
    </message>
    <message>
        <source>A silhouette is rounder than a disc can be.</source>
        <translation>Eine Silhouette ist runder, als eine Scheibe sein kann.</translation>
    </message>
    <message>
        <source>Cells are small for their number: check the pixel size.</source>
        <translation>Die Zellen sind klein für ihre Zahl: Pixelgröße prüfen.</translation>
    </message>
    <message>
        <source>Cells are large for their number: check the pixel size.</source>
        <translation>Die Zellen sind groß für ihre Zahl: Pixelgröße prüfen.</translation>
    </message>
    <message>
        <source>A cell is very small: fragment or polar body?</source>
        <translation>Eine Zelle ist sehr klein: Fragment oder Polkörper?</translation>
    </message>
    <message>
        <source>The model found no embryo in this frame.</source>
        <translation>Das Modell hat in diesem Bild keinen Embryo gefunden.</translation>
    </message>
    <message>
        <source>The cells cannot be counted: the embryo may be compacted or cavitated.</source>
        <translation>Die Zellen sind nicht zählbar: der Embryo ist vielleicht kompaktiert oder kavitiert.</translation>
    </message>
    <message>
        <source>The model is not sure about this frame.</source>
        <translation>Das Modell ist sich bei diesem Bild nicht sicher.</translation>
    </message>
    <message>
        <source>% CV</source>
        <translation>% VK</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReadoutPanel</name>
    <message>
        <source>Unit: %1</source>
        <translation>Einheit: %1</translation>
    </message>
    <message>
        <source>What it cannot say: %1</source>
        <translation>Was es nicht sagen kann: %1</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>Kalibrieren …</translation>
    </message>
    <message>
        <source>Lengths are in pixels until the pixel size is known</source>
        <translation>Längen sind in Pixeln, bis die Pixelgröße bekannt ist</translation>
    </message>
    <message>
        <source>What “%1” means</source>
        <translation>Was „%1“ bedeutet</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewCommands</name>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Accept and go on</source>
        <translation>&amp;Annehmen und weiter</translation>
    </message>
    <message>
        <source>&amp;Next unreviewed frame</source>
        <translation>&amp;Nächstes ungeprüftes Bild</translation>
    </message>
    <message>
        <source>&amp;Reject this frame</source>
        <translation>Dieses Bild &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Back to not reviewed</source>
        <translation>&amp;Zurück auf ungeprüft</translation>
    </message>
    <message>
        <source>Every segmented frame of this stack is reviewed.</source>
        <translation>Alle segmentierten Bilder dieses Stapels sind geprüft.</translation>
    </message>
    <message>
        <source>Reject and &amp;go on</source>
        <translation>Verwerfen und weiterAblehnen und weiter&amp;gehengehen</translation>
    </message>
    <message>
        <source>Frame that needs &amp;eyes most</source>
        <translation>Bild, das am meisten Auf&amp;merksamkeit braucht</translation>
    </message>
    <message>
        <source>&amp;Previous unreviewed frame</source>
        <translation>&amp;Voriges ungeprüftes Bild</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewPanel</name>
    <message>
        <source>Frames to look at</source>
        <translation>Anzusehende Bilder</translation>
    </message>
    <message>
        <source>Need eyes, most needed first</source>
        <translation>Brauchen Aufmerksamkeit, die nötigsten zuerst</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>Geringe Sicherheit</translation>
    </message>
    <message>
        <source>Odd cell counts</source>
        <translation>Auffällige Zellzahlen</translation>
    </message>
    <message>
        <source>Overlap conflicts</source>
        <translation>Widersprüchliche Überlappung</translation>
    </message>
    <message>
        <source>Odd sizes and shapes</source>
        <translation>Auffällige Größen und Formen</translation>
    </message>
    <message>
        <source>Picked at random</source>
        <translation>Zufällig ausgewählt</translation>
    </message>
    <message>
        <source>All not reviewed</source>
        <translation>Alle ungeprüften</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Which frames are listed</source>
        <translation>Welche Bilder aufgeführt sind</translation>
    </message>
    <message>
        <source>%1 / %2 accepted</source>
        <translation>%1 / %2 angenommen</translation>
    </message>
    <message numerus="yes">
        <source>, %n of them corrected</source>
        <translation>
            <numerusform>, davon %n korrigiert</numerusform>
            <numerusform>, davon %n korrigiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n rejected</source>
        <translation>
            <numerusform>, %n verworfen</numerusform>
            <numerusform>, %n verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>All open stacks: %1 / %2</source>
        <translation>Alle offenen Stapel: %1 / %2</translation>
    </message>
    <message>
        <source>Open a stack first.</source>
        <translation>Öffnen Sie zuerst einen Stapel.</translation>
    </message>
    <message>
        <source>Looking for frames that need eyes…</source>
        <translation>Suche Bilder, die Aufmerksamkeit brauchen …</translation>
    </message>
    <message>
        <source>Nothing to review yet. Segment the stack or draw the cells first.</source>
        <translation>Noch gibt es nichts zu prüfen. Zuerst den Stapel segmentieren oder die Zellen zeichnen.</translation>
    </message>
    <message>
        <source>Nothing calls for attention. “All not reviewed” lists what is left.</source>
        <translation>Nichts fällt auf. „Alle ungeprüften“ führt auf, was übrig ist.</translation>
    </message>
    <message>
        <source>Every segmented frame of this stack is reviewed.</source>
        <translation>Alle segmentierten Bilder dieses Stapels sind geprüft.</translation>
    </message>
    <message>
        <source>No frame of this kind.</source>
        <translation>Kein Bild dieser Art.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewQueue</name>
    <message>
        <source>Looking for frames that need eyes</source>
        <translation>Suche Bilder, die Aufmerksamkeit brauchen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewRows</name>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>numbers of objects</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>%1 · %2 h</source>
        <translation>%1 · %2 h</translation>
    </message>
    <message>
        <source>%1 are almost the same outline</source>
        <translation>%1 haben fast denselben Umriss</translation>
    </message>
    <message>
        <source>%1: one lies inside the other</source>
        <translation>%1: Eines liegt im anderen</translation>
    </message>
    <message>
        <source>Depth order of %1 contradicts itself</source>
        <translation>Die Tiefenordnung von %1 widerspricht sich</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s), but %1 before and after</source>
        <translation>
            <numerusform>%n Zelle, aber %1 davor und danach</numerusform>
            <numerusform>%n Zellen, aber %1 davor und danach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s), but %1 before</source>
        <translation>
            <numerusform>%n Zelle, aber %1 davor</numerusform>
            <numerusform>%n Zellen, aber %1 davor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) after %1: very many at once</source>
        <translation>
            <numerusform>%n Zelle nach %1: sehr viele auf einmal</numerusform>
            <numerusform>%n Zellen nach %1: sehr viele auf einmal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) after %1: a division?</source>
        <translation>
            <numerusform>%n Zelle nach %1: eine Teilung?</numerusform>
            <numerusform>%n Zellen nach %1: eine Teilung?</numerusform>
        </translation>
    </message>
    <message>
        <source>No cell was found</source>
        <translation>Keine Zelle wurde gefunden</translation>
    </message>
    <message>
        <source>Confidence of %1 is %2</source>
        <translation>Sicherheit von %1 ist %2</translation>
    </message>
    <message>
        <source>%1 has %2 of the usual diameter</source>
        <translation>%1 hat %2 des üblichen Durchmessers</translation>
    </message>
    <message>
        <source>All cells together have %1 of the usual volume</source>
        <translation>Alle Zellen zusammen haben %1 des üblichen Volumens</translation>
    </message>
    <message>
        <source>%1 has an odd shape</source>
        <translation>%1 hat eine auffällige Form</translation>
    </message>
    <message>
        <source>Picked at random</source>
        <translation>Zufällig ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SegmentCommands</name>
    <message>
        <source>&amp;Segment</source>
        <translation>&amp;Segmentieren</translation>
    </message>
    <message>
        <source>Segment &amp;frame</source>
        <translation>&amp;Bild segmentieren</translation>
    </message>
    <message>
        <source>Segment &amp;all frames</source>
        <translation>&amp;Alle Bilder segmentieren</translation>
    </message>
    <message>
        <source>Segment all open &amp;stacks</source>
        <translation>Alle offenen &amp;Stapel segmentieren</translation>
    </message>
    <message>
        <source>Segment frame anew, &amp;replacing my work</source>
        <translation>Bild neu segmentieren, meine Arbeit &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Cancel segmentation</source>
        <translation>Segmentierung a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Segmenting</source>
        <translation>Segmentieren</translation>
    </message>
    <message>
        <source>Segmenting %1</source>
        <translation>%1 wird segmentiert</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) segmented in %1</source>
        <translation>
            <numerusform>%n Bild in %1 segmentiert</numerusform>
            <numerusform>%n Bilder in %1 segmentiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reviewed frame(s) left as they are</source>
        <translation>
            <numerusform>%n geprüftes Bild blieb, wie es ist</numerusform>
            <numerusform>%n geprüfte Bilder blieben, wie sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled; what was finished stays</source>
        <translation>abgebrochen; was fertig war, bleibt</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) could not be segmented: %1</source>
        <translation>
            <numerusform>%n Bild konnte nicht segmentiert werden: %1</numerusform>
            <numerusform>%n Bilder konnten nicht segmentiert werden: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Taste:</translation>
    </message>
    <message>
        <source>or:</source>
        <translation>oder:</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>%1 is used by both “%2” and “%3”. Choose another key for one of them.</source>
        <translation>%1 gehört zu „%2“ und zu „%3“. Wählen Sie für eine davon eine andere Taste.</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Keys &amp;like in</source>
        <translation>Tasten &amp;wie in</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>The keys that this action ships with</source>
        <translation>Die vorgegebenen Tasten dieser Aktion</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SplitTool</name>
    <message>
        <source>Draw a line across an object to cut it, or click the corners of a bent line.</source>
        <translation>Eine Linie quer durch ein Objekt ziehen oder die Ecken einer geknickten Linie anklicken.</translation>
    </message>
    <message>
        <source>Let go, or end with Enter or a double click. Esc gives up.</source>
        <translation>Loslassen oder mit Eingabe oder Doppelklick beenden. Esc bricht ab.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackListModel</name>
    <message>
        <source>%1 of %2 segmented</source>
        <translation>%1 von %2 segmentiert</translation>
    </message>
    <message>
        <source>%1 / %2 accepted · %3 segmented</source>
        <translation>%1 / %2 angenommen · %3 segmentiert</translation>
    </message>
    <message>
        <source>%1 / %2 accepted</source>
        <translation>%1 / %2 angenommen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackLoader</name>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackMetrics</name>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackPropertiesDialog</name>
    <message>
        <source>8-bit</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>16-bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>32-bit float</source>
        <translation>32 Bit Gleitkomma</translation>
    </message>
    <message>
        <source>%1 colour</source>
        <translation>%1 Farbe</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 h to %2 h</source>
        <translation>%1 h bis %2 h</translation>
    </message>
    <message>
        <source>%1 (from the table beside the images)</source>
        <translation>%1 (aus der Tabelle neben den Bildern)</translation>
    </message>
    <message>
        <source>%1 (from the file)</source>
        <translation>%1 (aus der Datei)</translation>
    </message>
    <message>
        <source>%1 (read from the pictures)</source>
        <translation>%1 (aus den Bildern gelesen)</translation>
    </message>
    <message>
        <source>%1 (nominal interval)</source>
        <translation>%1 (nominelles Intervall)</translation>
    </message>
    <message>
        <source>not known: lengths are in pixels</source>
        <translation>nicht bekannt: Längen sind in Pixeln</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>%1 µm pro Pixel</translation>
    </message>
    <message>
        <source>%1 (entered)</source>
        <translation>%1 (eingegeben)</translation>
    </message>
    <message>
        <source>%1 (preset)</source>
        <translation>%1 (Voreinstellung)</translation>
    </message>
    <message>
        <source>Properties of %1</source>
        <translation>Eigenschaften von %1</translation>
    </message>
    <message>
        <source>Path:</source>
        <translation>Pfad:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, %3</source>
        <translation>%1 × %2 Pixel, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n focal plane(s)</source>
        <translation>
            <numerusform>, %n Fokusebene</numerusform>
            <numerusform>, %n Fokusebenen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n channel(s)</source>
        <translation>
            <numerusform>, %n Kanal</numerusform>
            <numerusform>, %n Kanäle</numerusform>
        </translation>
    </message>
    <message>
        <source>Axes:</source>
        <translation>Achsen:</translation>
    </message>
    <message>
        <source>Times:</source>
        <translation>Zeiten:</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>Kalibrieren …</translation>
    </message>
    <message>
        <source>Pixel size:</source>
        <translation>Pixelgröße:</translation>
    </message>
    <message>
        <source>Warnings:</source>
        <translation>Warnungen:</translation>
    </message>
    <message>
        <source>known, at</source>
        <translation>bekannt, bei</translation>
    </message>
    <message>
        <source> h on the stack&apos;s clock</source>
        <translation> h auf der Uhr des Stapels</translation>
    </message>
    <message>
        <source>Times are then hours post insemination. Without it they are the stack&apos;s own.</source>
        <translation>Zeiten sind dann Stunden nach der Insemination. Ohne sie gilt die Uhr des Stapels.</translation>
    </message>
    <message>
        <source>Insemination (t0):</source>
        <translation>Insemination (t0):</translation>
    </message>
    <message>
        <source>IVF: sperm added</source>
        <translation>IVF: Spermien zugegeben</translation>
    </message>
    <message>
        <source>ICSI: injection</source>
        <translation>ICSI: Injektion</translation>
    </message>
    <message>
        <source>Method:</source>
        <translation>Verfahren:</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackView</name>
    <message>
        <source>This frame cannot be shown</source>
        <translation>Dieses Bild kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 h  ·  %2</source>
        <translation>%1 h  ·  %2</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StacksPanel</name>
    <message>
        <source>&amp;Properties…</source>
        <translation>&amp;Eigenschaften …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StartPage</name>
    <message>
        <source>Blastoscope</source>
        <translation>Blastoscope</translation>
    </message>
    <message>
        <source>Every blastomere whole, measured, in time-lapse images of embryos</source>
        <translation>Jede Blastomere ganz, gemessen, in Zeitrafferbildern von Embryonen</translation>
    </message>
    <message>
        <source>Recent stacks</source>
        <translation>Zuletzt geöffnete Stapel</translation>
    </message>
    <message>
        <source>Research use only. Not for use in diagnostic procedures.</source>
        <translation>Nur für Forschungszwecke. Nicht zur Verwendung in diagnostischen Verfahren.</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen …</translation>
    </message>
    <message>
        <source>A folder of images, a TIFF stack or a video. Or drop it anywhere in this window.</source>
        <translation>Ein Ordner mit Bildern, ein TIFF-Stapel oder ein Video. Oder irgendwo in dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Zuletzt</translation>
    </message>
    <message>
        <source>The sample is not installed on this computer.</source>
        <translation>Das Beispiel ist auf diesem Rechner nicht installiert.</translation>
    </message>
    <message>
        <source>Nothing yet. Stacks that you open are listed here.</source>
        <translation>Noch nichts. Stapel, die Sie öffnen, stehen hier.</translation>
    </message>
    <message>
        <source>Go on with %1.</source>
        <translation>Weiter mit %1.</translation>
    </message>
    <message>
        <source>A &amp;folder of images…</source>
        <translation>Ein &amp;Ordner mit Bildern …</translation>
    </message>
    <message>
        <source>A &amp;TIFF stack, video or picture…</source>
        <translation>Ein &amp;TIFF-Stapel, Video oder Bild …</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Remove from this list</source>
        <translation>Aus dieser Liste &amp;entfernen</translation>
    </message>
    <message>
        <source>A simulated time-lapse of a dividing embryo, to try everything out.</source>
        <translation>Ein simulierter Zeitraffer eines sich teilenden Embryos, um alles auszuprobieren.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ThumbnailReader</name>
    <message>
        <source>Reading a small picture</source>
        <translation>Kleines Bild wird gelesen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TimePlot</name>
    <message>
        <source>Time (h)</source>
        <translation>Zeit (h)</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TimelineBar</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Focal plane up</source>
        <translation>Fokusebene höher</translation>
    </message>
    <message>
        <source>Focal plane down</source>
        <translation>Fokusebene tiefer</translation>
    </message>
    <message>
        <source>Focal plane (Shift+wheel, up and down keys)</source>
        <translation>Fokusebene (Umschalt+Mausrad, Pfeiltasten auf und ab)</translation>
    </message>
    <message>
        <source>Focal plane</source>
        <translation>Fokusebene</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>frame / number of frames</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>position · time</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TimelineStrip</name>
    <message>
        <source>not reviewed</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>Frames of the stack</source>
        <translation>Bilder des Stapels</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>not segmented</source>
        <translation>nicht segmentiert</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>count of cells · state of review</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · flagged</source>
        <translation>%1 · mit Hinweis</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ToolCommands</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Tool</source>
        <translation>&amp;Werkzeug</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Auswählen</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>E&amp;llipse</source>
        <translation>&amp;Ellipse</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>Poly&amp;gon</translation>
    </message>
    <message>
        <source>Points of the &amp;outline</source>
        <translation>P&amp;unkte des Umrisses</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>Spl&amp;it with a line</source>
        <translation>Mit einer Linie &amp;teilen</translation>
    </message>
    <message>
        <source>Sm&amp;aller brush</source>
        <translation>&amp;Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>La&amp;rger brush</source>
        <translation>G&amp;rößerer Pinsel</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ToolStrip</name>
    <message>
        <source>Diameter of the brush in pixels of the picture</source>
        <translation>Durchmesser des Pinsels in Bildpixeln</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ViewCommands</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Full view</source>
        <translation>&amp;Vollansicht</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Felder</translation>
    </message>
    <message>
        <source>Panel “%1”</source>
        <translation>Feld „%1“</translation>
    </message>
    <message>
        <source>&amp;Arrange as at first</source>
        <translation>&amp;Anordnen wie am Anfang</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Schreibtisch</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>The language changes when Blastoscope is started the next time.</source>
        <translation>Die Sprache ändert sich beim nächsten Start von Blastoscope.</translation>
    </message>
</context>
</TS>
