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
    <name>FoundImages</name>
    <message>
        <source>The images in %1 are of another size or number than those that were annotated.</source>
        <translation>Die Bilder in %1 stimmen in Größe oder Zahl nicht mit den annotierten überein.</translation>
    </message>
    <message>
        <source>The images of %1 are not where they were, and neither near there nor near the project. “Locate…” looks for them in a folder of your choice.</source>
        <translation>Die Bilder von %1 sind nicht mehr an ihrem Ort und weder in dessen Nähe noch in der des Projekts. „Suchen …“ sucht sie in einem Ordner Ihrer Wahl.</translation>
    </message>
</context>
<context>
    <name>ProjectCommands</name>
    <message>
        <source>%1 on %2, since %3</source>
        <translation>%1 an %2, seit %3</translation>
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
    <name>Texts</name>
    <message>
        <source>The comparison of the models in %1 cannot be read: %2.</source>
        <translation>Der Vergleich der Modelle in %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The training program blastoscope-train is not installed beside this one, so nothing can be trained. Install Blastoscope again, with all its programs.</source>
        <translation>Das Trainingsprogramm blastoscope-train ist nicht neben diesem installiert, daher lässt sich nichts trainieren. Installieren Sie Blastoscope mit allen Programmen neu.</translation>
    </message>
    <message>
        <source>The training program could not be started.</source>
        <translation>Das Trainingsprogramm konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>TrainingRun</name>
    <message>
        <source>The run cannot be told: %1 could not be written.</source>
        <translation>Der Lauf konnte nicht benachrichtigt werden: %1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The run cannot go on: %1 could not be removed. May you write in its folder?</source>
        <translation>Der Lauf kann nicht weitergehen: %1 konnte nicht entfernt werden. Dürfen Sie in den Ordner schreiben?</translation>
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
        <source>Opening annotations</source>
        <translation>Annotationen werden geöffnet</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AuditDialog</name>
    <message>
        <source>Audit trail</source>
        <translation>Audit-Trail</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>&amp;Stack:</source>
        <translation>&amp;Stapel:</translation>
    </message>
    <message>
        <source>&amp;Frame:</source>
        <translation>&amp;Bild:</translation>
    </message>
    <message>
        <source>&amp;Who:</source>
        <translation>&amp;Wer:</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Check that no row was changed or removed, and that the annotations are those the trail tells of</source>
        <translation>Prüfen, dass keine Zeile geändert oder entfernt wurde und die Annotationen dem Audit-Trail entsprechen</translation>
    </message>
    <message>
        <source>&amp;Export (CSV)…</source>
        <translation>&amp;Exportieren (CSV) …</translation>
    </message>
    <message>
        <source>Reading the trail…</source>
        <translation>Audit-Trail wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s). Rows are only ever added; each carries a hash over itself and the one before.</source>
        <translation>
            <numerusform>%n Zeile. Es kommen immer nur Zeilen hinzu; jede trägt einen Hash über sich und die vorige.</numerusform>
            <numerusform>%n Zeilen. Es kommen immer nur Zeilen hinzu; jede trägt einen Hash über sich und die vorige.</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Checking every row and all annotations…</source>
        <translation>Alle Zeilen und Annotationen werden geprüft …</translation>
    </message>
    <message numerus="yes">
        <source>Intact: %n row(s), and the annotations are those the trail tells of. Last hash %1</source>
        <translation>
            <numerusform>Unversehrt: %n Zeile, und die Annotationen entsprechen dem Audit-Trail. Letzter Hash %1</numerusform>
            <numerusform>Unversehrt: %n Zeilen, und die Annotationen entsprechen dem Audit-Trail. Letzter Hash %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not intact. %1</source>
        <translation>Nicht unversehrt. %1</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>Audit-Trail exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AuditTableModel</name>
    <message>
        <source>segmented</source>
        <translation>segmentiert</translation>
    </message>
    <message>
        <source>object drawn</source>
        <translation>Objekt gezeichnet</translation>
    </message>
    <message>
        <source>objects removed</source>
        <translation>Objekte gelöscht</translation>
    </message>
    <message>
        <source>outline changed</source>
        <translation>Umriss geändert</translation>
    </message>
    <message>
        <source>object changed</source>
        <translation>Objekt geändert</translation>
    </message>
    <message>
        <source>depth changed</source>
        <translation>Tiefe geändert</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>frame emptied</source>
        <translation>Bild geleert</translation>
    </message>
    <message>
        <source>object split</source>
        <translation>Objekt geteilt</translation>
    </message>
    <message>
        <source>objects merged</source>
        <translation>Objekte vereinigt</translation>
    </message>
    <message>
        <source>objects copied</source>
        <translation>Objekte kopiert</translation>
    </message>
    <message>
        <source>annotations read</source>
        <translation>Annotationen gelesen</translation>
    </message>
    <message>
        <source>stack added</source>
        <translation>Stapel hinzugefügt</translation>
    </message>
    <message>
        <source>stack removed</source>
        <translation>Stapel entfernt</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>times set</source>
        <translation>Zeiten gesetzt</translation>
    </message>
    <message>
        <source>images changed</source>
        <translation>Bilder geändert</translation>
    </message>
    <message>
        <source>images hashed</source>
        <translation>Bilder gehasht</translation>
    </message>
    <message>
        <source>person noted</source>
        <translation>Person vermerkt</translation>
    </message>
    <message>
        <source>trail begun</source>
        <translation>Audit-Trail begonnen</translation>
    </message>
    <message>
        <source>undone: %1</source>
        <translation>rückgängig: %1</translation>
    </message>
    <message>
        <source>done again: %1</source>
        <translation>wiederholt: %1</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>whole frame</source>
        <translation>ganzes Bild</translation>
    </message>
    <message>
        <source>object %1</source>
        <translation>Objekt %1</translation>
    </message>
    <message>
        <source>%1 (UTC), on %2</source>
        <translation>%1 (UTC), an %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>cells tracked</source>
        <translation>Zellen verfolgt</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>tracks corrected</source>
        <translation>Spuren korrigiert</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AuthorDialog</name>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>The audit trail of a project notes who changed what. Your account on this computer is noted anyway; a name makes it readable for others. It is kept in the project file and stays there.</source>
        <translation>Der Audit-Trail eines Projekts vermerkt, wer was geändert hat. Ihr Konto auf diesem Rechner wird ohnehin vermerkt; ein Name macht es für andere lesbar. Er steht in der Projektdatei und bleibt dort.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
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
    <message>
        <source>Calibrate %1</source>
        <translation>%1 kalibrieren</translation>
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
    <name>blastoscope::ui::CarryDialog</name>
    <message>
        <source>No frame changes.</source>
        <translation>Kein Bild ändert sich.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) change.</source>
        <translation>
            <numerusform>%n Bild ändert sich.</numerusform>
            <numerusform>%n Bilder ändern sich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outline(s) of a model are replaced.</source>
        <translation>
            <numerusform>%n Umriss eines Modells wird ersetzt.</numerusform>
            <numerusform>%n Umrisse eines Modells werden ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>In between, outlines are interpolated with those of frame %1.</source>
        <translation>Dazwischen werden die Umrisse mit denen von Bild %1 interpoliert.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because a person drew, edited, imported or locked the object there.</source>
        <translation>
            <numerusform>%n Bild bleibt, wie es ist, weil das Objekt dort von Hand gezeichnet, bearbeitet, importiert oder gesperrt wurde.</numerusform>
            <numerusform>%n Bilder bleiben, wie sie sind, weil das Objekt dort von Hand gezeichnet, bearbeitet, importiert oder gesperrt wurde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because they are accepted.</source>
        <translation>
            <numerusform>%n Bild bleibt, wie es ist, weil es angenommen ist.</numerusform>
            <numerusform>%n Bilder bleiben, wie sie sind, weil sie angenommen sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Carry to frames</source>
        <translation>In Bilder übertragen</translation>
    </message>
    <message numerus="yes">
        <source>The outline of %n selected object(s) of frame %1 is copied into all frames up to the one that you choose. Between two outlines that a person made, it is interpolated.</source>
        <translation>
            <numerusform>Der Umriss von %n ausgewählten Objekt in Bild %1 wird in alle Bilder bis zu dem kopiert, das Sie wählen. Zwischen zwei Umrissen von Menschenhand wird er interpoliert.</numerusform>
            <numerusform>Die Umrisse von %n ausgewählten Objekten in Bild %1 werden in alle Bilder bis zu dem kopiert, das Sie wählen. Zwischen zwei Umrissen von Menschenhand werden sie interpoliert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to &amp;frame:</source>
        <translation>Bis zu &amp;Bild:</translation>
    </message>
    <message>
        <source>&amp;Interpolate with:</source>
        <translation>&amp;Interpolieren mit:</translation>
    </message>
    <message>
        <source>&amp;Carry</source>
        <translation>Über&amp;tragen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>object %1, track %2</source>
        <translation>Objekt %1, Spur %2</translation>
    </message>
    <message>
        <source>object %1</source>
        <translation>Objekt %1</translation>
    </message>
    <message>
        <source>This is the frame of the selection. Choose an earlier or a later one.</source>
        <translation>Das ist das Bild der Auswahl. Wählen Sie ein früheres oder ein späteres.</translation>
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
    <name>blastoscope::ui::ComparisonModel</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embryo(s)</source>
        <translation>
            <numerusform>%n Embryo</numerusform>
            <numerusform>%n Embryonen</numerusform>
        </translation>
    </message>
    <message>
        <source>Held-out frames: %1, %2</source>
        <translation>Zurückgehaltene Bilder: %1, %2</translation>
    </message>
    <message>
        <source>Your frames of embryos that the new model never saw while it trained. This is what counts.</source>
        <translation>Ihre Bilder von Embryonen, die das neue Modell beim Training nie gesehen hat. Das ist es, was zählt.</translation>
    </message>
    <message numerus="yes">
        <source>Simulated reference: %n frame(s)</source>
        <translation>
            <numerusform>Simulierte Referenz: %n Bild</numerusform>
            <numerusform>Simulierte Referenz: %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>The same simulated frames for every model. Numbers that fall here show what the new model forgot.</source>
        <translation>Dieselben simulierten Bilder für jedes Modell. Zahlen, die hier sinken, zeigen, was das neue Modell vergessen hat.</translation>
    </message>
    <message>
        <source>Outlines, AP (%)</source>
        <translation>Umrisse, AP (%)</translation>
    </message>
    <message>
        <source>Average precision: how completely and how exactly cells are outlined, averaged over overlaps from 50 % to 95 % and over all confidences. 100 is perfect.</source>
        <translation>Mittlere Präzision (average precision): wie vollständig und genau Zellen umrissen sind, gemittelt über Überlappungen von 50 % bis 95 % und alle Sicherheiten. 100 ist vollkommen.</translation>
    </message>
    <message>
        <source>Cells found, AP50 (%)</source>
        <translation>Zellen gefunden, AP50 (%)</translation>
    </message>
    <message>
        <source>The same where half of an outline in common is enough: whether cells are found at all.</source>
        <translation>Dasselbe, wenn halb gemeinsame Umrisse genügen: ob Zellen überhaupt gefunden werden.</translation>
    </message>
    <message>
        <source>Counted right (%)</source>
        <translation>Richtig gezählt (%)</translation>
    </message>
    <message>
        <source>Frames in which the number of cells is exactly right.</source>
        <translation>Bilder, in denen die Zahl der Zellen genau stimmt.</translation>
    </message>
    <message>
        <source>At most one off (%)</source>
        <translation>Höchstens eine daneben (%)</translation>
    </message>
    <message>
        <source>Frames in which the number of cells is right or one too many or too few.</source>
        <translation>Bilder, in denen die Zahl der Zellen stimmt oder um eine zu hoch oder zu niedrig ist.</translation>
    </message>
    <message>
        <source>Cells too many</source>
        <translation>Zellen zu viel</translation>
    </message>
    <message>
        <source>Counted minus true cells per frame, on average; negative: cells are missed.</source>
        <translation>Gezählte minus wahre Zellen je Bild, im Mittel; negativ: Zellen werden übersehen.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ComparisonPanel</name>
    <message>
        <source>This run ended before there was a new model to compare.</source>
        <translation>Dieser Lauf endete, bevor es ein neues Modell zu vergleichen gab.</translation>
    </message>
    <message>
        <source>Measuring the new model…</source>
        <translation>Das neue Modell wird gemessen …</translation>
    </message>
    <message>
        <source>Comparing the new model with the one it came from…</source>
        <translation>Das neue Modell wird mit seinem Ausgangsmodell verglichen …</translation>
    </message>
    <message>
        <source>When the training is over the old and the new model stand here side by side.</source>
        <translation>Nach dem Training stehen hier das alte und das neue Modell nebeneinander.</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>Als Standard</translation>
    </message>
    <message>
        <source>The new model then segments, after a check that its file loads. The old one stays in the list of models.</source>
        <translation>Dann segmentiert das neue Modell, sobald geprüft ist, dass seine Datei lädt. Das alte bleibt in der Liste der Modelle.</translation>
    </message>
    <message>
        <source>A frame that is worse</source>
        <translation>Ein schlechteres Bild</translation>
    </message>
    <message>
        <source>A frame that is better</source>
        <translation>Ein besseres Bild</translation>
    </message>
    <message>
        <source>Dashed: what you drew. Lines: what the model counts. The percentage says how well they agree; cells that are missing or too many lower it.</source>
        <translation>Gestrichelt: was Sie gezeichnet haben. Linien: was das Modell zählt. Die Prozentzahl sagt, wie gut beides übereinstimmt; fehlende oder überzählige Zellen senken sie.</translation>
    </message>
    <message>
        <source>Start a run, or choose one from the list.</source>
        <translation>Starten Sie einen Lauf oder wählen Sie einen aus der Liste.</translation>
    </message>
    <message>
        <source>Reading the comparison…</source>
        <translation>Vergleich wird gelesen …</translation>
    </message>
    <message>
        <source>Reading the comparison</source>
        <translation>Vergleich wird gelesen</translation>
    </message>
    <message>
        <source>Some pictures of the training set are no longer there, so only outlines are shown.</source>
        <translation>Einige Bilder des Trainingssatzes sind nicht mehr da, daher werden nur Umrisse gezeigt.</translation>
    </message>
    <message>
        <source>Worst held-out frames: %1 of %2, embryo %3</source>
        <translation>Schlechteste zurückgehaltene Bilder: %1 von %2, Embryo %3</translation>
    </message>
    <message>
        <source>This model is the default</source>
        <translation>Dieses Modell ist der Standard</translation>
    </message>
    <message>
        <source>The model was removed</source>
        <translation>Das Modell wurde entfernt</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ComparisonReport</name>
    <message>
        <source>“%1” is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>“%1” is out of range</source>
        <translation>„%1“ liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>outlines have no place</source>
        <translation>Umrisse haben keinen Ort</translation>
    </message>
    <message>
        <source>an outline is damaged</source>
        <translation>ein Umriss ist beschädigt</translation>
    </message>
    <message>
        <source>it does not have one result for each model</source>
        <translation>er hat nicht für jedes Modell genau ein Ergebnis</translation>
    </message>
    <message>
        <source>a picture lies outside the training set</source>
        <translation>ein Bild liegt außerhalb des Trainingssatzes</translation>
    </message>
    <message>
        <source>The models were not compared: %1 is missing.</source>
        <translation>Die Modelle wurden nicht verglichen: %1 fehlt.</translation>
    </message>
    <message>
        <source>%1 does not compare two models.</source>
        <translation>%1 vergleicht nicht zwei Modelle.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ComparisonVerdict</name>
    <message>
        <source>It counts %1 of %2 frames right, the old one %3: keep the old one where the number of cells matters.</source>
        <translation>Es zählt %1 von %2 Bildern richtig, das alte %3: Behalten Sie das alte, wo es auf die Zahl der Zellen ankommt.</translation>
    </message>
    <message>
        <source>It gains nothing on your frames: keep the old one.</source>
        <translation>Auf Ihren Bildern bringt es nichts: Behalten Sie das alte.</translation>
    </message>
    <message>
        <source>There is no reason to change.</source>
        <translation>Es gibt keinen Grund zu wechseln.</translation>
    </message>
    <message>
        <source>Which one to use depends on what you need; the worst frames below help.</source>
        <translation>Welches Sie nehmen, hängt davon ab, was Sie brauchen; die schlechtesten Bilder unten helfen dabei.</translation>
    </message>
    <message>
        <source>It is worse at nothing that was measured on your frames.</source>
        <translation>Es ist in nichts schlechter, was auf Ihren Bildern gemessen wurde.</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>finding cells</source>
        <translation>Finden von Zellen</translation>
    </message>
    <message>
        <source>counting exactly</source>
        <translation>genaues Zählen</translation>
    </message>
    <message>
        <source>counting to within one</source>
        <translation>Zählen auf eins genau</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the things that a model is better at</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>No embryo was held out, so nothing here tells whether the new model is better on your frames.</source>
        <translation>Kein Embryo wurde zurückgehalten; deshalb sagt hier nichts, ob das neue Modell auf Ihren Bildern besser ist.</translation>
    </message>
    <message>
        <source>On held-out frames both models do the same.</source>
        <translation>Auf den zurückgehaltenen Bildern leisten beide Modelle dasselbe.</translation>
    </message>
    <message>
        <source>On held-out frames the new model is better at: %1.</source>
        <translation>Auf den zurückgehaltenen Bildern ist das neue Modell besser in: %1.</translation>
    </message>
    <message>
        <source>On held-out frames the old model is better at: %1.</source>
        <translation>Auf den zurückgehaltenen Bildern ist das alte Modell besser in: %1.</translation>
    </message>
    <message numerus="yes">
        <source>With %n held-out frame(s) a difference may be chance.</source>
        <translation>
            <numerusform>Bei %n zurückgehaltenen Bild kann ein Unterschied Zufall sein.</numerusform>
            <numerusform>Bei %n zurückgehaltenen Bildern kann ein Unterschied Zufall sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>On simulated frames the new model does worse: it has forgotten something, and may fail on pictures unlike yours.</source>
        <translation>Auf simulierten Bildern ist das neue Modell schlechter: Es hat etwas vergessen und kann bei anderen Bildern als Ihren versagen.</translation>
    </message>
    <message>
        <source>The training set holds no embryo out, so there is nothing to measure on but simulated frames.</source>
        <translation>Der Trainingssatz hält keinen Embryo zurück; gemessen werden kann daher nur an simulierten Bildern.</translation>
    </message>
    <message>
        <source>Not every cell of the real frames is outlined: unlisted ones count as false detections, so AP and count are lower than they should be.</source>
        <translation>Nicht jede Zelle der echten Bilder ist umrandet: Die übrigen zählen als falsche Funde, AP und Zellzahl fallen daher niedriger aus, als sie sein sollten.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ContentHasher</name>
    <message>
        <source>Reading all images once</source>
        <translation>Alle Bilder werden einmal gelesen</translation>
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
    <name>blastoscope::ui::CoreTexts</name>
    <message>
        <source>Only 1 embryo to train on: the model may learn these embryos instead of blastomeres.</source>
        <translation>Nur 1 Embryo zum Lernen: Das Modell lernt womöglich diesen Embryo statt Blastomeren.</translation>
    </message>
    <message>
        <source>Only %1 embryos to train on: the model may learn these embryos instead of blastomeres.</source>
        <translation>Nur %1 Embryonen zum Lernen: Das Modell lernt womöglich diese Embryonen statt Blastomeren.</translation>
    </message>
    <message>
        <source>No embryo is held out: whether training helps cannot be measured.</source>
        <translation>Kein Embryo wird zurückgehalten: Ob das Training hilft, lässt sich nicht messen.</translation>
    </message>
    <message>
        <source>Only one embryo is held out: the numbers measured on it say little.</source>
        <translation>Nur ein Embryo wird zurückgehalten: Die an ihm gemessenen Zahlen sagen wenig.</translation>
    </message>
    <message>
        <source>Leakage: &quot;%1&quot; and &quot;%2&quot; are the same picture, but one is trained on and the other is held out.</source>
        <translation>Leck: „%1“ und „%2“ sind dasselbe Bild, aber aus dem einen wird gelernt, und das andere wird zurückgehalten.</translation>
    </message>
    <message>
        <source>%1 frames repeat a picture that is already there.</source>
        <translation>Bei %1 Bildern ist dasselbe Bild schon einmal dabei.</translation>
    </message>
    <message>
        <source>Very small: %1 of %2 blastomeres are less than 16 px across.</source>
        <translation>Sehr klein: %1 von %2 Blastomeren messen weniger als 16 px im Durchmesser.</translation>
    </message>
    <message>
        <source>Cut off: %1 of %2 blastomeres reach the border of their picture, so they may be larger than drawn.</source>
        <translation>Abgeschnitten: %1 von %2 Blastomeren reichen an den Bildrand und sind vielleicht größer als gezeichnet.</translation>
    </message>
    <message>
        <source>The time table has no readable time for %1 frames.</source>
        <translation>Die Zeittabelle enthält für %1 Bilder keine lesbare Zeit.</translation>
    </message>
    <message>
        <source>The times of the time table do not always rise.</source>
        <translation>Die Zeiten der Zeittabelle steigen nicht durchgehend an.</translation>
    </message>
    <message>
        <source>The time table has an exactly constant step of %1 h: the times look computed, not measured.</source>
        <translation>Die Zeittabelle hat einen genau gleichbleibenden Abstand von %1 h: Die Zeiten wirken berechnet, nicht gemessen.</translation>
    </message>
    <message>
        <source>The time table has %1 rows but there are %2 images: they cannot be paired, so the times stay unknown.</source>
        <translation>Die Zeittabelle hat %1 Zeilen, es gibt aber %2 Bilder: Sie lassen sich nicht zuordnen, daher bleiben die Zeiten unbekannt.</translation>
    </message>
    <message>
        <source>The pixels are not square according to the file (%1 x %2 µm); the width is used.</source>
        <translation>Laut Datei sind die Pixel nicht quadratisch (%1 × %2 µm); verwendet wird die Breite.</translation>
    </message>
    <message>
        <source>Times are the nominal interval of %1 min from the file, counted from the first frame; they were not measured per frame.</source>
        <translation>Die Zeiten folgen dem nominellen Intervall von %1 min aus der Datei, gezählt ab dem ersten Bild; sie wurden nicht je Bild gemessen.</translation>
    </message>
    <message>
        <source>The axes of the ImageJ description do not fit its %1 images; they are read as time points.</source>
        <translation>Die Achsen der ImageJ-Beschreibung passen nicht zu ihren %1 Bildern; diese werden als Zeitpunkte gelesen.</translation>
    </message>
    <message>
        <source>ImageJ saved a plain stack without naming its axis; its %1 images are read as time points. If they are focal planes, set the axis in ImageJ (Image &gt; Properties) and save again.</source>
        <translation>ImageJ hat einen einfachen Stapel ohne Angabe der Achse gespeichert; seine %1 Bilder werden als Zeitpunkte gelesen. Falls es Fokusebenen sind, stellen Sie die Achse in ImageJ ein (Image &gt; Properties) und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>The ImageJ description speaks of %1 images, but the file has %2 pages.</source>
        <translation>Die ImageJ-Beschreibung nennt %1 Bilder, die Datei hat aber %2 Seiten.</translation>
    </message>
    <message>
        <source>The ImageJ description speaks of %1 images, but the file has one compressed page.</source>
        <translation>Die ImageJ-Beschreibung nennt %1 Bilder, die Datei hat aber eine einzige komprimierte Seite.</translation>
    </message>
    <message>
        <source>The OME-TIFF holds %1 images; the first is read.</source>
        <translation>Das OME-TIFF enthält %1 Bilder; das erste wird gelesen.</translation>
    </message>
    <message>
        <source>%1 of the %2 frames that the file announces are not in it.</source>
        <translation>%1 der %2 Bilder, die die Datei ankündigt, sind nicht enthalten.</translation>
    </message>
    <message>
        <source>The list of pages of the TIFF runs in a circle; it is read up to that point.</source>
        <translation>Die Seitenliste des TIFF läuft im Kreis; sie wird bis zu dieser Stelle gelesen.</translation>
    </message>
    <message>
        <source>The TIFF is cut off or damaged: after %1 pages its list of pages cannot be followed.</source>
        <translation>Das TIFF ist abgeschnitten oder beschädigt: Nach %1 Seiten lässt sich seine Seitenliste nicht weiter verfolgen.</translation>
    </message>
    <message>
        <source>The TIFF has more than a million pages; the first million is read.</source>
        <translation>Das TIFF hat mehr als eine Million Seiten; die erste Million wird gelesen.</translation>
    </message>
    <message>
        <source>64-bit floating-point samples are rounded to 32 bit.</source>
        <translation>Gleitkommawerte mit 64 Bit werden auf 32 Bit gerundet.</translation>
    </message>
    <message>
        <source>The TIFF files have several pages each; the first page of each is read. To read all pages, open a single file.</source>
        <translation>Die TIFF-Dateien haben jeweils mehrere Seiten; von jeder wird die erste gelesen. Um alle Seiten zu lesen, öffnen Sie eine einzelne Datei.</translation>
    </message>
    <message>
        <source>Several folders name the same focal plane; the first of each is read.</source>
        <translation>Mehrere Ordner nennen dieselbe Fokusebene; jeweils der erste wird gelesen.</translation>
    </message>
    <message>
        <source>Pictures beside the focal-plane folders were ignored.</source>
        <translation>Bilder neben den Ordnern der Fokusebenen wurden nicht beachtet.</translation>
    </message>
    <message>
        <source>The focal planes do not have the same pictures: 1 is missing.</source>
        <translation>Die Fokusebenen haben nicht dieselben Bilder: 1 fehlt.</translation>
    </message>
    <message>
        <source>The focal planes do not have the same pictures: %1 are missing.</source>
        <translation>Die Fokusebenen haben nicht dieselben Bilder: %1 fehlen.</translation>
    </message>
    <message>
        <source>The subfolder &quot;%1&quot; holds pictures of the same names and was ignored.</source>
        <translation>Der Unterordner „%1“ enthält Bilder mit denselben Namen und wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>A subfolder with more pictures was ignored; open it by itself.</source>
        <translation>Ein Unterordner mit weiteren Bildern wurde nicht beachtet; öffnen Sie ihn für sich.</translation>
    </message>
    <message>
        <source>%1 subfolders with more pictures were ignored; open them by themselves.</source>
        <translation>%1 Unterordner mit weiteren Bildern wurden nicht beachtet; öffnen Sie sie für sich.</translation>
    </message>
    <message>
        <source>A hidden or foreign file was ignored, e.g. &quot;%1&quot;.</source>
        <translation>Eine versteckte oder fremde Datei wurde nicht beachtet: „%1“.</translation>
    </message>
    <message>
        <source>%1: A hidden or foreign file was ignored, e.g. &quot;%2&quot;.</source>
        <translation>%1: Eine versteckte oder fremde Datei wurde nicht beachtet: „%2“.</translation>
    </message>
    <message>
        <source>%1 hidden or foreign files were ignored, e.g. &quot;%2&quot;.</source>
        <translation>%1 versteckte oder fremde Dateien wurden nicht beachtet, z. B. „%2“.</translation>
    </message>
    <message>
        <source>A picture without a RUN number left out, e.g. &quot;%1&quot;.</source>
        <translation>Ein Bild ohne RUN-Nummer wurde weggelassen: „%1“.</translation>
    </message>
    <message>
        <source>%1 pictures without a RUN number left out, e.g. &quot;%2&quot;.</source>
        <translation>%1 Bilder ohne RUN-Nummer wurden weggelassen, z. B. „%2“.</translation>
    </message>
    <message>
        <source>The folder holds pictures of %1 recordings by their names; they follow each other in this stack. Give each recording a folder of its own.</source>
        <translation>Der Ordner enthält den Namen nach Bilder von %1 Aufnahmen; sie folgen in diesem Stapel aufeinander. Geben Sie jeder Aufnahme einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>This is the picture of the masks beside it.</source>
        <translation>Das ist das Bild zu den Masken daneben.</translation>
    </message>
    <message>
        <source>The mask is empty.</source>
        <translation>Die Maske ist leer.</translation>
    </message>
    <message>
        <source>The file has several values, but those beside it are masks of one object each. Save it with 0 and one other value only, one file for each object; a label image has to be imported by itself.</source>
        <translation>Die Datei hat mehrere Werte, die daneben sind aber Masken mit je einem Objekt. Speichern Sie sie nur mit 0 und einem weiteren Wert, eine Datei je Objekt; ein Label-Bild muss für sich importiert werden.</translation>
    </message>
    <message>
        <source>The mask has another size than its picture.</source>
        <translation>Die Maske hat eine andere Größe als ihr Bild.</translation>
    </message>
    <message>
        <source>The mask has another size than the others of its picture.</source>
        <translation>Die Maske hat eine andere Größe als die übrigen ihres Bildes.</translation>
    </message>
    <message>
        <source>Its picture is not in the folder.</source>
        <translation>Das zugehörige Bild liegt nicht im Ordner.</translation>
    </message>
    <message>
        <source>The picture has another size than the annotations.</source>
        <translation>Das Bild hat eine andere Größe als die Annotationen.</translation>
    </message>
    <message>
        <source>The picture has annotations already.</source>
        <translation>Zu diesem Bild gibt es schon Annotationen.</translation>
    </message>
    <message>
        <source>An annotation belongs to no image.</source>
        <translation>Eine Annotation gehört zu keinem Bild.</translation>
    </message>
    <message>
        <source>The silhouette is empty.</source>
        <translation>Die Silhouette ist leer.</translation>
    </message>
    <message>
        <source>An outline crosses itself; it was filled by the even-odd rule.</source>
        <translation>Ein Umriss kreuzt sich selbst; er wurde nach der Gerade-Ungerade-Regel gefüllt.</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; is none of blastomere, fragment and polar_body.</source>
        <translation>Die Art „%1“ ist weder blastomere noch fragment noch polar_body.</translation>
    </message>
    <message>
        <source>All objects are called &quot;%1&quot;; they were read as blastomeres.</source>
        <translation>Alle Objekte heißen „%1“; sie wurden als Blastomeren gelesen.</translation>
    </message>
    <message>
        <source>A shape is not a JSON object.</source>
        <translation>Eine Form ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Shapes of one group were joined to one object.</source>
        <translation>Formen einer Gruppe wurden zu einem Objekt vereinigt.</translation>
    </message>
    <message>
        <source>The picture inside the file was not taken over.</source>
        <translation>Das Bild in der Datei wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>A second author described the same picture.</source>
        <translation>Eine zweite Person hat dasselbe Bild beschrieben.</translation>
    </message>
    <message>
        <source>Background (&quot;stuff&quot;) is no object.</source>
        <translation>Hintergrund („stuff“) ist kein Objekt.</translation>
    </message>
    <message>
        <source>A depth constraint cannot be understood.</source>
        <translation>Eine Tiefenangabe ist nicht verständlich.</translation>
    </message>
    <message>
        <source>A depth relation names an annotation that is not there.</source>
        <translation>Eine Tiefenbeziehung nennt eine Annotation, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Each page was read as a picture of its own.</source>
        <translation>Jede Seite wurde als eigenes Bild gelesen.</translation>
    </message>
    <message>
        <source>No open stack has this picture.</source>
        <translation>Kein offener Stapel hat dieses Bild.</translation>
    </message>
    <message>
        <source>The frame gets annotations from an earlier picture of the files.</source>
        <translation>Das Bild erhält Annotationen von einem früheren Bild der Dateien.</translation>
    </message>
    <message>
        <source>There is no object in it.</source>
        <translation>Es enthält kein Objekt.</translation>
    </message>
    <message>
        <source>The frame is accepted and stays as it is.</source>
        <translation>Das Bild ist angenommen und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>All its objects are there already.</source>
        <translation>Alle seine Objekte sind schon da.</translation>
    </message>
    <message>
        <source>The format has no place for depth relations; %1 are left out.</source>
        <translation>Das Format hat keinen Platz für Tiefenbeziehungen; weggelassen: %1.</translation>
    </message>
    <message>
        <source>The format has no place for visible parts; %1 are left out.</source>
        <translation>Das Format hat keinen Platz für sichtbare Teile; weggelassen: %1.</translation>
    </message>
    <message>
        <source>The format has no place for confidences; %1 are left out.</source>
        <translation>Das Format hat keinen Platz für Sicherheiten; weggelassen: %1.</translation>
    </message>
    <message>
        <source>The format has no place for track ids; %1 are left out.</source>
        <translation>Das Format hat keinen Platz für Spurnummern; weggelassen: %1.</translation>
    </message>
    <message>
        <source>The format has no place for classes; %1 fragments or polar bodies are among the objects.</source>
        <translation>Das Format hat keinen Platz für Arten; unter den Objekten sind Fragmente oder Polkörper: %1.</translation>
    </message>
    <message>
        <source>Outlines cannot hold holes, which are filled.</source>
        <translation>Umrisse können keine Löcher haben; sie werden gefüllt.</translation>
    </message>
    <message>
        <source>Descriptions and other members of the labelme file may identify somebody.</source>
        <translation>Beschreibungen und andere Einträge der labelme-Datei können jemanden verraten.</translation>
    </message>
    <message>
        <source>Pixels where silhouettes overlap belong to the nearer one alone.</source>
        <translation>Pixel, in denen sich Silhouetten überlappen, gehören nur der näheren.</translation>
    </message>
    <message>
        <source>Nothing of the silhouette is left.</source>
        <translation>Von der Silhouette ist nichts übrig.</translation>
    </message>
    <message>
        <source>The objects are numbered from 1: a PNG cannot hold their ids.</source>
        <translation>Die Objekte sind ab 1 nummeriert: Ein PNG kann ihre Kennungen nicht fassen.</translation>
    </message>
    <message>
        <source>no usable CUDA device was found</source>
        <translation>kein verwendbares CUDA-Gerät gefunden</translation>
    </message>
    <message>
        <source>this LibTorch was built without CUDA</source>
        <translation>diese LibTorch ist ohne CUDA gebaut</translation>
    </message>
    <message>
        <source>the GPU was asked for</source>
        <translation>die GPU wurde verlangt</translation>
    </message>
    <message>
        <source>a CUDA GPU is there</source>
        <translation>eine CUDA-GPU ist vorhanden</translation>
    </message>
    <message>
        <source>the CPU was asked for</source>
        <translation>die CPU wurde verlangt</translation>
    </message>
    <message>
        <source>the memory of the GPU did not suffice for one picture</source>
        <translation>der Speicher der GPU reichte nicht für ein Bild</translation>
    </message>
    <message>
        <source>%1-bit integers become floating-point numbers: above 16,777,216 the last digits are rounded.</source>
        <translation>Ganze Zahlen mit %1 Bit werden zu Gleitkommazahlen: Oberhalb von 16.777.216 werden die letzten Stellen gerundet.</translation>
    </message>
    <message>
        <source>The pixel size must be a number above 0.</source>
        <translation>Die Pixelgröße muss eine Zahl über 0 sein.</translation>
    </message>
    <message>
        <source>With this pixel size the whole picture is %1 µm wide, less than an embryo (120 to 180 µm). Check the unit.</source>
        <translation>Mit dieser Pixelgröße ist das ganze Bild %1 µm breit, weniger als ein Embryo (120 bis 180 µm). Prüfen Sie die Einheit.</translation>
    </message>
    <message>
        <source>With this pixel size an embryo of 180 µm would be only %1 pixels wide. Check the unit.</source>
        <translation>Mit dieser Pixelgröße wäre ein Embryo von 180 µm nur %1 Pixel breit. Prüfen Sie die Einheit.</translation>
    </message>
    <message>
        <source>The format has no place for what objects are called; %1 lose their names.</source>
        <translation>Das Format hat keinen Platz dafür, wie Objekte heißen; ihren Namen verlieren: %1.</translation>
    </message>
    <message>
        <source>Only 1 embryo to train on: the model may learn these embryos instead of objects.</source>
        <translation>Nur 1 Embryo zum Lernen: Das Modell lernt womöglich diesen Embryo statt Objekten.</translation>
    </message>
    <message>
        <source>Only %1 embryos to train on: the model may learn these embryos instead of objects.</source>
        <translation>Nur %1 Embryonen zum Lernen: Das Modell lernt womöglich diese Embryonen statt Objekten.</translation>
    </message>
    <message>
        <source>Very small: %1 of %2 objects are less than 16 px across.</source>
        <translation>Sehr klein: %1 von %2 Objekten messen weniger als 16 px im Durchmesser.</translation>
    </message>
    <message>
        <source>Cut off: %1 of %2 objects reach the border of their picture, so they may be larger than drawn.</source>
        <translation>Abgeschnitten: %1 von %2 Objekten reichen an den Bildrand und sind vielleicht größer als gezeichnet.</translation>
    </message>
    <message>
        <source>A depth relation contradicts another one; the order of the two objects counts as unknown. Set it after the import.</source>
        <translation>Eine Tiefenbeziehung widerspricht einer anderen; die Reihenfolge der beiden Objekte gilt als unbekannt. Legen Sie sie nach dem Import fest.</translation>
    </message>
    <message>
        <source>A depth relation is stated more than once; it counts once.</source>
        <translation>Eine Tiefenbeziehung ist mehrfach angegeben; sie zählt einmal.</translation>
    </message>
    <message>
        <source>An object that the file calls a crowd (&quot;iscrowd&quot;: 1), as many programs do with every run-length mask, counts like any other. If it is uncertain, select it and choose Edit &gt; Uncertain.</source>
        <translation>Ein Objekt, das die Datei als Menge bezeichnet (&quot;iscrowd&quot;: 1), wie es viele Programme bei jeder Lauflängen-Maske tun, zählt wie jedes andere. Ist es unsicher, wählen Sie es aus und dann Bearbeiten &gt; Unsicher.</translation>
    </message>
    <message>
        <source>The stack was closed during the import.</source>
        <translation>Der Stapel wurde während des Imports geschlossen.</translation>
    </message>
    <message>
        <source>Track ids were moved up, because objects that stay have tracks already.</source>
        <translation>Spurnummern wurden nach oben verschoben, weil bleibende Objekte schon Spuren haben.</translation>
    </message>
    <message>
        <source>The format cannot say that objects are uncertain; %1 look like any other.</source>
        <translation>Das Format kann nicht sagen, dass Objekte unsicher sind; wie alle anderen erscheinen: %1.</translation>
    </message>
    <message>
        <source>The format has no place for review states; %1 are left out.</source>
        <translation>Das Format hat keinen Platz für Prüfzustände; weggelassen: %1.</translation>
    </message>
    <message>
        <source>The format has no place for the review state &quot;rejected&quot;; %1 are left out.</source>
        <translation>Das Format hat keinen Platz für den Prüfzustand „verworfen“; weggelassen: %1.</translation>
    </message>
    <message>
        <source>The format has no place for quality flags; %1 are left out.</source>
        <translation>Das Format hat keinen Platz für Qualitätshinweise; weggelassen: %1.</translation>
    </message>
    <message>
        <source>KINS has no place for the depth order of objects that do not overlap.</source>
        <translation>KINS hat keinen Platz für die Tiefenordnung von Objekten, die sich nicht überlappen.</translation>
    </message>
    <message>
        <source>Depth relations that run in a circle do not fit into KINS; one of them is left out or turned round.</source>
        <translation>Tiefenbeziehungen, die im Kreis laufen, passen nicht in KINS; eine davon wird weggelassen oder umgekehrt.</translation>
    </message>
    <message>
        <source>Two overlapping objects without a known depth order got one, because KINS counts objects that are tied together front to back.</source>
        <translation>Zwei sich überlappende Objekte ohne bekannte Tiefenordnung haben eine erhalten, weil KINS verbundene Objekte von vorn nach hinten zählt.</translation>
    </message>
    <message>
        <source>What was kept of a labelme file cannot be read.</source>
        <translation>Was von einer labelme-Datei aufbewahrt wurde, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>A member that was kept of a labelme file does not belong there or is of a wrong type.</source>
        <translation>Ein aufbewahrter Eintrag einer labelme-Datei gehört nicht dorthin oder hat den falschen Typ.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CurvesView</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>AP (%)</source>
        <translation>AP (%)</translation>
    </message>
    <message>
        <source>Training step</source>
        <translation>Trainingsschritt</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>held-out frames</source>
        <translation>zurückgehaltene Bilder</translation>
    </message>
    <message>
        <source>simulated frames</source>
        <translation>simulierte Bilder</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DatasetPicker</name>
    <message>
        <source>Other folder…</source>
        <translation>Anderer Ordner …</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>Erstellen …</translation>
    </message>
    <message>
        <source>Make a training set from the accepted frames of the open stacks</source>
        <translation>Aus den angenommenen Bildern der offenen Stapel einen Trainingssatz erstellen</translation>
    </message>
    <message>
        <source>Looking for training sets…</source>
        <translation>Trainingssätze werden gesucht …</translation>
    </message>
    <message>
        <source>Looking for training sets</source>
        <translation>Trainingssätze werden gesucht</translation>
    </message>
    <message>
        <source>There is no training set yet. Accept frames in the open stacks (Ctrl+Enter), then press “Build…”.</source>
        <translation>Noch gibt es keinen Trainingssatz. Nehmen Sie Bilder in den offenen Stapeln an (Strg+Eingabe) und drücken Sie dann „Erstellen …“.</translation>
    </message>
    <message>
        <source>Choose a training set</source>
        <translation>Trainingssatz wählen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DatasetSummary</name>
    <message>
        <source>There is no training set in %1. Choose a folder that “Build training set” made.</source>
        <translation>In %1 liegt kein Trainingssatz. Wählen Sie einen Ordner, den „Trainingssatz erstellen“ angelegt hat.</translation>
    </message>
    <message>
        <source>The description of the training set in %1 is damaged or of another version.</source>
        <translation>Die Beschreibung des Trainingssatzes in %1 ist beschädigt oder hat eine andere Version.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embryo(s)</source>
        <translation>
            <numerusform>%n Embryo</numerusform>
            <numerusform>%n Embryonen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blastomere(s)</source>
        <translation>
            <numerusform>%n Blastomere</numerusform>
            <numerusform>%n Blastomeren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (%n uncertain object(s) are neither learned nor scored)</source>
        <translation>
            <numerusform> (%n unsicheres Objekt wird weder gelernt noch gewertet)</numerusform>
            <numerusform> (%n unsichere Objekte werden weder gelernt noch gewertet)</numerusform>
        </translation>
    </message>
    <message>
        <source>To learn from: %1, %2, %3</source>
        <translation>Zum Lernen: %1, %2, %3</translation>
    </message>
    <message>
        <source>Held out: %1, %2, %3</source>
        <translation>Zurückgehalten: %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DeviceBox</name>
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
        <source>Looking for a GPU</source>
        <translation>GPU wird gesucht</translation>
    </message>
    <message>
        <source>Trains on %1: %2.</source>
        <translation>Trainiert auf %1: %2.</translation>
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
        <source>import of annotations</source>
        <translation>Import von Annotationen</translation>
    </message>
    <message>
        <source>tracking of cells</source>
        <translation>Verfolgen der Zellen</translation>
    </message>
    <message>
        <source>correction of tracks</source>
        <translation>Korrektur von Spuren</translation>
    </message>
    <message>
        <source>copying to other frames</source>
        <translation>Kopieren in andere Bilder</translation>
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
    <name>blastoscope::ui::EmbryoSplitModel</name>
    <message>
        <source>Embryo</source>
        <translation>Embryo</translation>
    </message>
    <message>
        <source>Accepted frames</source>
        <translation>Angenommene Bilder</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
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
    <message>
        <source>Evenness compares the cells of an embryo. It says nothing about other objects.</source>
        <translation>Die Gleichmäßigkeit vergleicht die Zellen eines Embryos. Über andere Objekte sagt sie nichts.</translation>
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
    <name>blastoscope::ui::ExportRow</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FactoryRecord</name>
    <message>
        <source>The file factory.json in %1 is damaged. Put it back from a copy, or remove the folder.</source>
        <translation>Die Datei factory.json in %1 ist beschädigt. Spielen Sie sie aus einer Kopie zurück, oder entfernen Sie den Ordner.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FactoryStore</name>
    <message>
        <source>Give the factory a name.</source>
        <translation>Geben Sie der Fabrik einen Namen.</translation>
    </message>
    <message>
        <source>There is a factory “%1” already.</source>
        <translation>Es gibt schon eine Fabrik „%1“.</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The folder %1 could not be removed.</source>
        <translation>Der Ordner %1 konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FactoryWindow</name>
    <message>
        <source>Labelling factory</source>
        <translation>Beschriftungsfabrik</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>Fabrik</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>A labelling factory makes training data from pictures that nobody outlined: a generator learns to paint pictures like yours, you label some thirty of its pictures, and the program labels as many more as you want.

It is meant for laboratories with many pictures and next to no outlines. If you can correct some thirty frames of your own, do that first and fine-tune with them: it is less work and has been shown to help.</source>
        <translation>Eine Beschriftungsfabrik macht Trainingsdaten aus Bildern, die niemand umrissen hat: Ein Generator lernt, Bilder wie Ihre zu malen, Sie beschriften etwa dreißig seiner Bilder, und das Programm beschriftet so viele weitere, wie Sie wollen.

Sie ist für Labore mit vielen Bildern und fast keinen Umrissen gedacht. Wenn Sie etwa dreißig eigene Bilder korrigieren können, tun Sie das zuerst und stimmen Sie damit fein ab: Das ist weniger Arbeit und hilft nachweislich.</translation>
    </message>
    <message>
        <source>New factory</source>
        <translation>Neue Fabrik</translation>
    </message>
    <message>
        <source>Wait until the work is done, or cancel it</source>
        <translation>Warten Sie, bis die Arbeit getan ist, oder brechen Sie sie ab</translation>
    </message>
    <message>
        <source>Remove the factory</source>
        <translation>Fabrik entfernen</translation>
    </message>
    <message>
        <source>Remove the factory “%1” with its generator, labels and pairs?</source>
        <translation>Die Fabrik „%1“ mit ihrem Generator, ihren Beschriftungen und Paaren entfernen?</translation>
    </message>
    <message>
        <source>Training sets that were written from it stay.</source>
        <translation>Trainingssätze, die aus ihr geschrieben wurden, bleiben.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
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
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Einen Ordner mit Bildern öffnen</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Measurements are in %1: cells.csv, frames.csv, embryos.csv, divisions.csv and manifest.json</source>
        <translation>Die Messwerte liegen in %1: cells.csv, frames.csv, embryos.csv, divisions.csv und manifest.json</translation>
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
    <message>
        <source>Stacks, videos, pictures and projects (*.tif *.tiff *.btf *.avi *.mp4 *.jpg *.jpeg *.png *.bmp *.blasto)</source>
        <translation>Stapel, Videos, Bilder und Projekte (*.tif *.tiff *.btf *.avi *.mp4 *.jpg *.jpeg *.png *.bmp *.blasto)</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FineTuningForm</name>
    <message>
        <source>Start fine-tuning</source>
        <translation>Feinabstimmung starten</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>Ausgangsmodell</translation>
    </message>
    <message>
        <source>The new model begins as a copy of this one and learns your corrections. The old one stays as it is.</source>
        <translation>Das neue Modell beginnt als Kopie von diesem und lernt Ihre Korrekturen. Das alte bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Training set</source>
        <translation>Trainingssatz</translation>
    </message>
    <message>
        <source>Frames that you accepted. Some embryos are held out: the model never sees them while it learns, so that it can be judged by them.</source>
        <translation>Bilder, die Sie angenommen haben. Einige Embryonen werden zurückgehalten: Das Modell sieht sie beim Lernen nie und lässt sich so an ihnen beurteilen.</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>Name des neuen Modells</translation>
    </message>
    <message>
        <source>What it is called in the list of models and in every export.</source>
        <translation>Wie es in der Liste der Modelle und in jedem Export heißt.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Ten minutes are enough for some twenty frames. In one epoch every frame is seen once. Measuring the new model takes a few minutes more.</source>
        <translation>Zehn Minuten genügen für etwa zwanzig Bilder. In einer Epoche kommt jedes Bild einmal vor. Das Messen des neuen Modells dauert noch ein paar Minuten.</translation>
    </message>
    <message>
        <source>Careful (0.00003)</source>
        <translation>Vorsichtig (0,00003)</translation>
    </message>
    <message>
        <source>Usual (0.0001)</source>
        <translation>Üblich (0,0001)</translation>
    </message>
    <message>
        <source>Bold (0.0003)</source>
        <translation>Kühn (0,0003)</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>How far each step changes the model. Bold learns faster but forgets more and may become unsteady.</source>
        <translation>Wie weit jeder Schritt das Modell ändert. „Kühn“ lernt schneller, vergisst aber mehr und kann unruhig werden.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Feature extractor (backbone)</source>
        <translation>Merkmalsextraktor (backbone)</translation>
    </message>
    <message>
        <source>Feature extractor and pyramid (backbone, fpn)</source>
        <translation>Merkmalsextraktor und Pyramide (backbone, fpn)</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>Eingefrorene Schichten</translation>
    </message>
    <message>
        <source>Layers that stay as they are. Freezing is faster and forgets less, but adapts less to new pictures.</source>
        <translation>Schichten, die bleiben, wie sie sind. Einfrieren ist schneller und vergisst weniger, passt sich aber weniger an neue Bilder an.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Frames are turned, mirrored and changed in light and sharpness at random, so that the model learns shapes and not these very pictures.</source>
        <translation>Bilder werden zufällig gedreht, gespiegelt und in Helligkeit und Schärfe verändert, damit das Modell Formen lernt und nicht gerade diese Bilder.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Simulated frames mixed in</source>
        <translation>Beigemischte simulierte Bilder</translation>
    </message>
    <message>
        <source>Against forgetting: with none the model fits your frames sooner and loses what it knew about others.</source>
        <translation>Gegen das Vergessen: Ohne sie passt sich das Modell schneller an Ihre Bilder an und verliert, was es über andere wusste.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Choose a model to start from.</source>
        <translation>Wählen Sie ein Ausgangsmodell.</translation>
    </message>
    <message>
        <source>Choose or build a training set.</source>
        <translation>Wählen oder erstellen Sie einen Trainingssatz.</translation>
    </message>
    <message>
        <source>This training set has no frame to learn from.</source>
        <translation>Dieser Trainingssatz enthält kein Bild zum Lernen.</translation>
    </message>
    <message>
        <source>Give the new model a name.</source>
        <translation>Geben Sie dem neuen Modell einen Namen.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FolderField</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FrameComparisonView</name>
    <message>
        <source>Old and new model on a held-out frame</source>
        <translation>Altes und neues Modell auf einem zurückgehaltenen Bild</translation>
    </message>
    <message>
        <source>Before: %1 of %2 cells, %3 %</source>
        <translation>Vorher: %1 von %2 Zellen, %3 %</translation>
    </message>
    <message>
        <source>After: %1 of %2 cells, %3 %</source>
        <translation>Nachher: %1 von %2 Zellen, %3 %</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FrameEditor</name>
    <message>
        <source>This object is locked.</source>
        <translation>Dieses Objekt ist gesperrt.</translation>
    </message>
    <message>
        <source>This object is hidden. Show it first.</source>
        <translation>Dieses Objekt ist ausgeblendet. Blenden Sie es zuerst ein.</translation>
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
    <name>blastoscope::ui::FrameRangeDialog</name>
    <message>
        <source>&amp;Frames:</source>
        <translation>&amp;Bilder:</translation>
    </message>
    <message>
        <source>%1 of %2 frames are done.</source>
        <translation>%1 von %2 Bildern sind fertig.</translation>
    </message>
    <message>
        <source>No frame changes.</source>
        <translation>Kein Bild ändert sich.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) change.</source>
        <translation>
            <numerusform>%n Bild ändert sich.</numerusform>
            <numerusform>%n Bilder ändern sich.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FrameRangeField</name>
    <message>
        <source>First frame</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>to</source>
        <comment>frames 12 to 48</comment>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::GeneratorCurves</name>
    <message>
        <source>KID-own</source>
        <extracomment>A distance between two sets of pictures; a name, not a word</extracomment>
        <translation>KID-own</translation>
    </message>
    <message>
        <source>ADA p</source>
        <translation>ADA p</translation>
    </message>
    <message>
        <source>Thousand pictures shown</source>
        <translation>Tausend gezeigte Bilder</translation>
    </message>
    <message>
        <source>KID-own: how far the generated pictures are from yours; it should fall and then stay. Numbers from other programs are no comparison.
ADA p: how strongly pictures are changed at random so that few of them are not learned by heart; it finds its level by itself.</source>
        <translation>KID-own: wie weit die erzeugten Bilder von Ihren entfernt sind; es sollte fallen und dann bleiben. Zahlen anderer Programme sind nicht vergleichbar.
ADA p: wie stark Bilder zufällig verändert werden, damit wenige nicht auswendig gelernt werden; es findet seine Höhe von selbst.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::GeneratorPage</name>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>A network learns to paint pictures like yours, while another one learns to tell them apart. On a graphics card that takes minutes to hours, without one a night for small pictures.</source>
        <translation>Ein Netz lernt, Bilder wie Ihre zu malen, während ein anderes lernt, sie auseinanderzuhalten. Auf einer Grafikkarte dauert das Minuten bis Stunden, ohne sie für kleine Bilder eine Nacht.</translation>
    </message>
    <message>
        <source>The first samples appear a little after the training begins.</source>
        <translation>Die ersten Proben erscheinen kurz nach Beginn des Trainings.</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Side of the generated pictures. Twice the side takes about four times as long.</source>
        <translation>Seite der erzeugten Bilder. Die doppelte Seite dauert etwa viermal so lange.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Ends the run after the present step and keeps how far it is, so that it can go on later</source>
        <translation>Beendet den Lauf nach dem jetzigen Schritt und hebt den Stand auf, sodass er sich später fortsetzen lässt</translation>
    </message>
    <message>
        <source>Start again…</source>
        <translation>Neu beginnen …</translation>
    </message>
    <message>
        <source>First choose the pictures.</source>
        <translation>Wählen Sie zuerst Bilder.</translation>
    </message>
    <message>
        <source>trained, %1 thousand pictures</source>
        <translation>trainiert, %1 Tausend Bilder</translation>
    </message>
    <message>
        <source>training, %1 %</source>
        <translation>trainiert gerade, %1 %</translation>
    </message>
    <message>
        <source>The smallest picture is only %1 px wide; choose a smaller size.</source>
        <translation>Das kleinste Bild ist nur %1 px breit; wählen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <source>“%1” is training; one run at a time.</source>
        <translation>„%1“ trainiert gerade; nur ein Lauf auf einmal.</translation>
    </message>
    <message>
        <source>%1 thousand pictures shown</source>
        <translation>%1 Tausend Bilder gezeigt</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Train the generator again</source>
        <translation>Generator neu trainieren</translation>
    </message>
    <message>
        <source>Remove this generator and begin from nothing?</source>
        <translation>Diesen Generator entfernen und von vorn beginnen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
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
        <translation>Wie man ein Modell &amp;feinabstimmt</translation>
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
    <message>
        <source>en</source>
        <extracomment>Folder of the help in this language, see resources/help. A page that is missing there is shown in English.</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ImageLocator</name>
    <message>
        <source>Looking for images</source>
        <translation>Bilder werden gesucht</translation>
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
        <source>COCO, labelme, X-AnyLabeling, COCOA, KINS, label images, Cellpose masks or one mask file per object</source>
        <translation>COCO, labelme, X-AnyLabeling, COCOA, KINS, Label-Bilder, Cellpose-Masken oder eine Maskendatei je Objekt</translation>
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
    <message>
        <source>Unknown, because it is not known which of the overlapping objects is nearer.</source>
        <translation>Unbekannt, weil nicht bekannt ist, welches der überlappenden Objekte vorn liegt.</translation>
    </message>
    <message>
        <source>%1, track %2</source>
        <translation>%1, Spur %2</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::InterpreterPage</name>
    <message>
        <source>Interpreter</source>
        <translation>Deuter</translation>
    </message>
    <message>
        <source>Ten small classifiers learn from your labels what the inner maps of the generator mean. They then label any number of generated pictures, and where they disagree they are uncertain.</source>
        <translation>Zehn kleine Klassifikatoren lernen aus Ihren Beschriftungen, was die inneren Karten des Generators bedeuten. Danach beschriften sie beliebig viele erzeugte Bilder, und wo sie sich nicht einig sind, sind sie unsicher.</translation>
    </message>
    <message>
        <source>Train the interpreter</source>
        <translation>Deuter trainieren</translation>
    </message>
    <message numerus="yes">
        <source>First label and accept at least %n picture(s).</source>
        <translation>
            <numerusform>Beschriften Sie zuerst mindestens %n Bild und nehmen Sie es an.</numerusform>
            <numerusform>Beschriften Sie zuerst mindestens %n Bilder und nehmen Sie sie an.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>learned from %n picture(s)</source>
        <translation>
            <numerusform>aus %n Bild gelernt</numerusform>
            <numerusform>aus %n Bildern gelernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were labelled since it learned.</source>
        <translation>
            <numerusform>%n Bild wurde beschriftet, seit er gelernt hat.</numerusform>
            <numerusform>%n Bilder wurden beschriftet, seit er gelernt hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled picture(s)</source>
        <translation>
            <numerusform>%n beschriftetes Bild</numerusform>
            <numerusform>%n beschriftete Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels that it learned from come out with a mean IoU of %1 %.</source>
        <translation>Beschriftungen, aus denen er gelernt hat, trifft er mit einer mittleren IoU von %1 %.</translation>
    </message>
    <message>
        <source>In a trial that kept a fifth of them apart, these came out with %1 %. This is the number to judge by: below about 70 %, label more pictures.</source>
        <translation>In einer Probe, die ein Fünftel davon beiseitelegte, traf er dieses mit %1 %. Nach dieser Zahl urteilen Sie: unter etwa 70 % beschriften Sie mehr Bilder.</translation>
    </message>
    <message>
        <source>Learning labels</source>
        <translation>Beschriftungen lernen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::LabelsPage</name>
    <message>
        <source>Labels</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Outline the cells of some generated pictures as in any stack: whole, also where they overlap; fragments and polar bodies with their own class. Accept each picture that is right. From whole outlines the program knows for each pixel whether it is background, fragment, one cell or an overlap.</source>
        <translation>Umreißen Sie die Zellen einiger erzeugter Bilder wie in jedem Stapel: ganz, auch wo sie sich überlappen; Fragmente und Polkörper mit ihrer eigenen Klasse. Nehmen Sie jedes Bild an, das stimmt. Aus ganzen Umrissen weiß das Programm für jeden Bildpunkt, ob er Hintergrund, Fragment, eine Zelle oder eine Überlappung ist.</translation>
    </message>
    <message>
        <source>Make pictures to label</source>
        <translation>Bilder zum Beschriften machen</translation>
    </message>
    <message>
        <source>Pictures to label</source>
        <translation>Bilder zum Beschriften</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Open to label</source>
        <translation>Zum Beschriften öffnen</translation>
    </message>
    <message>
        <source>First train the generator to its end.</source>
        <translation>Trainieren Sie zuerst den Generator zu Ende.</translation>
    </message>
    <message>
        <source>%1 of %2 labelled</source>
        <translation>%1 von %2 beschriftet</translation>
    </message>
    <message>
        <source>They are the ones that the interpreter is least sure about, out of %1 times as many.</source>
        <translation>Es sind die, bei denen der Deuter am unsichersten ist, aus %1-mal so vielen.</translation>
    </message>
    <message>
        <source>About thirty are a beginning. Once the interpreter has learned from them, the next ones are those that it is least sure about.</source>
        <translation>Etwa dreißig sind ein Anfang. Hat der Deuter aus ihnen gelernt, sind die nächsten die, bei denen er am unsichersten ist.</translation>
    </message>
    <message>
        <source>Making pictures</source>
        <translation>Bilder machen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::LineagePlot</name>
    <message>
        <source>A lineage is that of the cells of an embryo. Other objects have none.</source>
        <translation>Einen Stammbaum haben die Zellen eines Embryos. Für andere Objekte gibt es keinen.</translation>
    </message>
    <message>
        <source>The lineage appears here once cells are followed through time: segment the stack, then choose “Track cells” in the menu Segment.</source>
        <translation>Hier erscheint der Stammbaum, sobald die Zellen durch die Zeit verfolgt sind: Segmentieren Sie den Stapel und wählen Sie dann „Zellen verfolgen“ im Menü Segmentieren.</translation>
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
    <name>blastoscope::ui::LookCheck</name>
    <message>
        <source>Comparing the frame with the training pictures</source>
        <translation>Das Bild wird mit den Trainingsbildern verglichen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::LookSign</name>
    <message>
        <source>It is brighter, like dark objects on a bright ground</source>
        <translation>Es ist heller, wie dunkle Objekte auf hellem Grund</translation>
    </message>
    <message>
        <source>It is darker, like bright objects on a dark ground</source>
        <translation>Es ist dunkler, wie helle Objekte auf dunklem Grund</translation>
    </message>
    <message>
        <source>Its bright and dark parts differ more</source>
        <translation>Seine hellen und dunklen Teile unterscheiden sich stärker</translation>
    </message>
    <message>
        <source>Its bright and dark parts differ less</source>
        <translation>Seine hellen und dunklen Teile unterscheiden sich weniger</translation>
    </message>
    <message>
        <source>It is more finely structured: small objects, or noise</source>
        <translation>Es ist feiner strukturiert: kleine Objekte oder Rauschen</translation>
    </message>
    <message>
        <source>It is less finely structured: few large objects, or out of focus</source>
        <translation>Es ist gröber strukturiert: wenige große Objekte oder unscharf</translation>
    </message>
    <message>
        <source>%1 (%2; training pictures: %3 to %4).</source>
        <comment>in what a frame differs; measured; from; to</comment>
        <translation>%1 (%2; Trainingsbilder: %3 bis %4).</translation>
    </message>
    <message>
        <source>Unfamiliar frame</source>
        <translation>Ungewohntes Bild</translation>
    </message>
    <message>
        <source>&lt;p&gt;This frame looks unlike the pictures that the model was trained on, so what it finds may be wrong.&lt;/p&gt;&lt;ul&gt;%1&lt;/ul&gt;&lt;p&gt;What helps: look whether this is the right channel and focal plane, choose another model beside this sign, or accept some corrected frames like this one and fine-tune the model with them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Dieses Bild sieht anders aus als die, mit denen das Modell trainiert wurde; was es findet, kann daher falsch sein.&lt;/p&gt;&lt;ul&gt;%1&lt;/ul&gt;&lt;p&gt;Was hilft: nachsehen, ob dies der richtige Kanal und die richtige Fokusebene ist, neben diesem Zeichen ein anderes Modell wählen oder einige korrigierte Bilder wie dieses annehmen und das Modell damit feinabstimmen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>It shows few bright objects on a dark ground</source>
        <translation>Es zeigt wenige helle Objekte auf dunklem Grund</translation>
    </message>
    <message>
        <source>It shows few dark objects on a bright ground</source>
        <translation>Es zeigt wenige dunkle Objekte auf hellem Grund</translation>
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
    <message>
        <source>unsaved project</source>
        <translation>nicht gespeichertes Projekt</translation>
    </message>
    <message>
        <source>%1 — %2[*] — Blastoscope</source>
        <translation>%1 — %2[*] — Blastoscope</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Stammbaum</translation>
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
    <name>blastoscope::ui::MeasurementExportDialog</name>
    <message>
        <source>Export measurements</source>
        <translation>Messwerte exportieren</translation>
    </message>
    <message>
        <source>This stack</source>
        <translation>Dieser Stapel</translation>
    </message>
    <message>
        <source>All open stacks</source>
        <translation>Alle offenen Stapel</translation>
    </message>
    <message>
        <source>&amp;Stacks:</source>
        <translation>&amp;Stapel:</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>measurements</source>
        <comment>name of a folder</comment>
        <translation>messwerte</translation>
    </message>
    <message>
        <source>Export measurements into a folder</source>
        <translation>Messwerte in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>No stack is open.</source>
        <translation>Es ist kein Stapel offen.</translation>
    </message>
    <message numerus="yes">
        <source>The tables of %n stack(s) will be written.</source>
        <translation>
            <numerusform>Die Tabellen von %n Stapel werden geschrieben.</numerusform>
            <numerusform>Die Tabellen von %n Stapeln werden geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder already holds files that are replaced: %1.</source>
        <translation>Der Ordner enthält schon Dateien, die ersetzt werden: %1.</translation>
    </message>
    <message>
        <source>Exporting measurements</source>
        <translation>Messwerte werden exportiert</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Es wurde nichts geschrieben.</translation>
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
    <message>
        <source>Blastomere, fragment or polar body, or what the model calls it</source>
        <translation>Blastomere, Fragment oder Polkörper, oder wie das Modell es nennt</translation>
    </message>
    <message>
        <source>Counted objects</source>
        <translation>Gezählte Objekte</translation>
    </message>
    <message>
        <source>d min ÷ d max</source>
        <translation>d min ÷ d max</translation>
    </message>
    <message>
        <source>Mean equivalent diameter</source>
        <translation>Mittlerer Äquivalentdurchmesser</translation>
    </message>
    <message>
        <source>Pairs of objects whose silhouettes overlap; not contacts</source>
        <translation>Paare von Objekten, deren Silhouetten überlappen; keine Kontakte</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Number of the cell through time, the same from one division to the next; empty while it is not tracked</source>
        <translation>Nummer der Zelle im Lauf der Zeit, von einer Teilung bis zur nächsten dieselbe; leer, solange sie nicht verfolgt ist</translation>
    </message>
    <message>
        <source>Mother</source>
        <translation>Mutter</translation>
    </message>
    <message>
        <source>Track of the cell that divided into this one; empty where no division was seen</source>
        <translation>Spur der Zelle, aus deren Teilung diese hervorging; leer, wo keine Teilung zu sehen war</translation>
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
    <message>
        <source>A row per object</source>
        <translation>Eine Zeile je Objekt</translation>
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
    <name>blastoscope::ui::MissingImagesCard</name>
    <message>
        <source>&amp;Locate…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Look for the images in a folder of your choice</source>
        <translation>Die Bilder in einem Ordner Ihrer Wahl suchen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ModelCardText</name>
    <message numerus="yes">
        <source>AP %1 %, AP50 %2 %, AP75 %3 %; of frames with 2 to 8 cells %4 % counted right, %5 % at most one off (on %n simulated frame(s))</source>
        <translation>
            <numerusform>AP %1 %, AP50 %2 %, AP75 %3 %; von Bildern mit 2 bis 8 Zellen %4 % richtig gezählt, %5 % höchstens eine daneben (an %n simulierten Bild)</numerusform>
            <numerusform>AP %1 %, AP50 %2 %, AP75 %3 %; von Bildern mit 2 bis 8 Zellen %4 % richtig gezählt, %5 % höchstens eine daneben (an %n simulierten Bildern)</numerusform>
        </translation>
    </message>
    <message>
        <source>(not among these models)</source>
        <translation>(nicht unter diesen Modellen)</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Findet</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>Sieht</translation>
    </message>
    <message>
        <source>%1 × %1 pixels around the cells</source>
        <translation>%1 × %1 Pixel um die Zellen</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Stammt von</translation>
    </message>
    <message>
        <source>Training set</source>
        <translation>Trainingssatz</translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation>Simulierte Daten</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ModelCollection</name>
    <message>
        <source>Looking for models</source>
        <translation>Modelle werden gesucht</translation>
    </message>
    <message>
        <source>This model came with the program and cannot be removed.</source>
        <translation>Dieses Modell gehört zum Programm und kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>%1 could not be removed. May you write in its folder?</source>
        <translation>%1 konnte nicht entfernt werden. Dürfen Sie in den Ordner schreiben?</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ModelListModel</name>
    <message>
        <source>%1 — default</source>
        <translation>%1 — Standard</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>trained from nothing</source>
        <translation>von Grund auf trainiert</translation>
    </message>
    <message>
        <source>fine-tuned</source>
        <translation>feinabgestimmt</translation>
    </message>
    <message>
        <source>Average precision of the outlines on simulated frames, in percent, as measured when the model was made</source>
        <translation>Mittlere Präzision der Umrisse auf simulierten Bildern, in Prozent, gemessen bei der Erstellung des Modells</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>AP (%)</source>
        <translation>AP (%)</translation>
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
    <message>
        <source>Reading the models&apos; headers</source>
        <translation>Die Köpfe der Modelldateien werden gelesen</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a model and what it is for</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ModelsPanel</name>
    <message>
        <source>Choose a model to read its card.</source>
        <translation>Wählen Sie ein Modell, um seine Karte zu lesen.</translation>
    </message>
    <message>
        <source>Make &amp;default</source>
        <translation>Als Stan&amp;dard</translation>
    </message>
    <message>
        <source>This model then segments, after a check that its file loads</source>
        <translation>Dann segmentiert dieses Modell, sobald geprüft ist, dass seine Datei lädt</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Copy the weight file to another place, e.g. for another computer</source>
        <translation>Die Gewichtsdatei an einen anderen Ort kopieren, z. B. für einen anderen Rechner</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder that the file lies in</source>
        <translation>Den Ordner öffnen, in dem die Datei liegt</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>Ent&amp;fernen …</translation>
    </message>
    <message>
        <source>Delete the weight file. Shipped models stay.</source>
        <translation>Die Gewichtsdatei löschen. Mitgelieferte Modelle bleiben.</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Gewichte (*.safetensors)</translation>
    </message>
    <message>
        <source>Exporting the model</source>
        <translation>Modell wird exportiert</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>Remove %1? Its weights are deleted; what it segmented stays.</source>
        <translation>%1 entfernen? Die Gewichte werden gelöscht; was es segmentiert hat, bleibt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
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
    <message>
        <source>Carry to &amp;frames…</source>
        <translation>In &amp;Bilder übertragen …</translation>
    </message>
    <message>
        <source>Delete &amp;objects in range…</source>
        <translation>&amp;Objekte in Bereich löschen …</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ObjectWords</name>
    <message>
        <source>nucleus</source>
        <translation>Zellkern</translation>
    </message>
    <message>
        <source>worm</source>
        <translation>Wurm</translation>
    </message>
    <message>
        <source>Nuclei</source>
        <translation>Zellkerne</translation>
    </message>
    <message>
        <source>Worms</source>
        <translation>Würmer</translation>
    </message>
    <message>
        <source>Objects (%1)</source>
        <translation>Objekte (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus(nuclei)</source>
        <translation>
            <numerusform>%n Zellkern</numerusform>
            <numerusform>%n Zellkerne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worm(s)</source>
        <translation>
            <numerusform>%n Wurm</numerusform>
            <numerusform>%n Würmer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) (%1)</source>
        <translation>
            <numerusform>%n Objekt (%1)</numerusform>
            <numerusform>%n Objekte (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PairImages</name>
    <message>
        <source>Reading pairs</source>
        <translation>Paare lesen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PairListModel</name>
    <message>
        <source>Uncertainty %1 nats, %2</source>
        <translation>Unsicherheit %1 nat, %2</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PairPreview</name>
    <message>
        <source>The chosen pair</source>
        <translation>Das gewählte Paar</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Unsicherheit</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PairsPage</name>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Generated pictures with their labels become training data. With more than about thirty corrected frames of your own they have not been shown to help; whether they do, the comparison after fine-tuning decides.</source>
        <translation>Erzeugte Bilder mit ihren Beschriftungen werden zu Trainingsdaten. Dass sie bei mehr als etwa dreißig eigenen korrigierten Bildern helfen, ist nicht gezeigt; darüber entscheidet der Vergleich nach der Feinabstimmung.</translation>
    </message>
    <message>
        <source>Fine-tune with it…</source>
        <translation>Damit feinabstimmen …</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Unsicherheit</translation>
    </message>
    <message>
        <source>Pairs, the most uncertain first</source>
        <translation>Paare, die unsichersten zuerst</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Pairs that you accept or reject yourself stay as you decide</source>
        <translation>Paare, die Sie selbst annehmen oder ablehnen, bleiben, wie Sie entscheiden</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>Annehmen (A)</translation>
    </message>
    <message>
        <source>Reject (X)</source>
        <translation>Ablehnen (X)</translation>
    </message>
    <message>
        <source>Leave out the most uncertain</source>
        <translation>Die unsichersten weglassen</translation>
    </message>
    <message>
        <source>First train the interpreter.</source>
        <translation>Trainieren Sie zuerst den Deuter.</translation>
    </message>
    <message>
        <source>%1 of %2 accepted</source>
        <translation>%1 von %2 angenommen</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n Paar</numerusform>
            <numerusform>%n Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>Make them anew</source>
        <translation>Neu machen</translation>
    </message>
    <message>
        <source>Make pairs</source>
        <translation>Paare machen</translation>
    </message>
    <message>
        <source>The interpreter has learned anew since they were made.</source>
        <translation>Der Deuter hat neu gelernt, seit sie gemacht wurden.</translation>
    </message>
    <message>
        <source>Reading pairs</source>
        <translation>Paare lesen</translation>
    </message>
    <message>
        <source>Making pairs</source>
        <translation>Paare machen</translation>
    </message>
    <message>
        <source>Writing a training set</source>
        <translation>Trainingssatz schreiben</translation>
    </message>
    <message numerus="yes">
        <source>The training set with %n frame(s) to learn from is in %1.</source>
        <translation>
            <numerusform>Der Trainingssatz mit %n Bild zum Lernen liegt in %1.</numerusform>
            <numerusform>Der Trainingssatz mit %n Bildern zum Lernen liegt in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>one cell</source>
        <translation>eine Zelle</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>fragment</source>
        <translation>Fragment</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PicturesPage</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The generator learns how your pictures look. It needs no outlines, but many pictures: a few hundred at least, better some thousand, from as many embryos as possible, all of one microscope.</source>
        <translation>Der Generator lernt, wie Ihre Bilder aussehen. Er braucht keine Umrisse, aber viele Bilder: mindestens einige hundert, besser einige tausend, von möglichst vielen Embryonen, alle von einem Mikroskop.</translation>
    </message>
    <message>
        <source>Open stacks</source>
        <translation>Offene Stapel</translation>
    </message>
    <message>
        <source>Neighbouring frames are almost the same picture</source>
        <translation>Benachbarte Bilder sind fast dasselbe Bild</translation>
    </message>
    <message>
        <source>Leave out accepted frames</source>
        <translation>Angenommene Bilder weglassen</translation>
    </message>
    <message>
        <source>They take part in training sets anyway, and some are held out to judge models by</source>
        <translation>Sie kommen ohnehin in Trainingssätze, und manche werden zurückgehalten, um Modelle daran zu beurteilen</translation>
    </message>
    <message>
        <source>Take these pictures</source>
        <translation>Diese Bilder nehmen</translation>
    </message>
    <message>
        <source>Every n-th frame, n =</source>
        <translation>Jedes n-te Bild, n =</translation>
    </message>
    <message numerus="yes">
        <source>%1   %n frame(s)</source>
        <translation>
            <numerusform>%1   %n Bild</numerusform>
            <numerusform>%1   %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>The generator learns from %1. For other pictures, make another factory.</source>
        <translation>Der Generator lernt aus: %1. Für andere Bilder legen Sie eine andere Fabrik an.</translation>
    </message>
    <message>
        <source>Open the stacks to learn from in the main window; they appear here.</source>
        <translation>Öffnen Sie die Stapel, aus denen gelernt werden soll, im Hauptfenster; sie erscheinen hier.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s) chosen</source>
        <translation>
            <numerusform>%Ln Bild gewählt</numerusform>
            <numerusform>%Ln Bilder gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>: few, so that the generated ones will resemble each other</source>
        <translation>: wenige, sodass die erzeugten einander ähneln werden</translation>
    </message>
    <message>
        <source>. Taken so far: %1</source>
        <translation>. Bisher genommen: %1</translation>
    </message>
    <message>
        <source>Take these instead</source>
        <translation>Stattdessen diese nehmen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s) of %1</source>
        <extracomment>&quot;%1&quot; is like &quot;3 stacks&quot;</extracomment>
        <translation>
            <numerusform>%Ln Bild aus %1</numerusform>
            <numerusform>%Ln Bilder aus %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stack(s)</source>
        <translation>
            <numerusform>%n Stapel</numerusform>
            <numerusform>%n Stapeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking pictures</source>
        <translation>Bilder nehmen</translation>
    </message>
    <message>
        <source>The pictures have several sizes; the middle square of each is taken. If their scales differ, choose stacks of one scale.</source>
        <translation>Die Bilder haben mehrere Größen; von jedem wird das mittlere Quadrat genommen. Unterscheiden sich die Maßstäbe, wählen Sie Stapel eines Maßstabs.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read and are left out.</source>
        <translation>
            <numerusform>%n Bild konnte nicht gelesen werden und fehlt.</numerusform>
            <numerusform>%n Bilder konnten nicht gelesen werden und fehlen.</numerusform>
        </translation>
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
    <message>
        <source>The outline holds no pixel of the picture.</source>
        <translation>Der Umriss enthält kein Pixel des Bildes.</translation>
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
    <name>blastoscope::ui::ProjectCommands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt …</translation>
    </message>
    <message>
        <source>Open pro&amp;ject…</source>
        <translation>Pro&amp;jekt öffnen …</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Projekt speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Audit &amp;trail…</source>
        <translation>Audit-&amp;Trail …</translation>
    </message>
    <message>
        <source>&amp;Locate missing images…</source>
        <translation>&amp;Fehlende Bilder suchen …</translation>
    </message>
    <message>
        <source>&amp;Your name…</source>
        <translation>I&amp;hr Name …</translation>
    </message>
    <message>
        <source>Close p&amp;roject</source>
        <translation>Projekt sch&amp;ließen</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>Anderer Ort …</translation>
    </message>
    <message>
        <source>%1 was not opened. %2</source>
        <translation>%1 wurde nicht geöffnet. %2</translation>
    </message>
    <message>
        <source>Looking for images</source>
        <translation>Bilder werden gesucht</translation>
    </message>
    <message>
        <source>The images of %1 are others than those that were annotated, but of the same size and number. Check that the silhouettes fit.</source>
        <translation>Die Bilder von %1 sind andere als die annotierten, aber gleich in Größe und Zahl. Prüfen Sie, ob die Silhouetten passen.</translation>
    </message>
    <message numerus="yes">
        <source>The images of %n stack(s) were found.</source>
        <translation>
            <numerusform>Die Bilder von %n Stapel wurden gefunden.</numerusform>
            <numerusform>Die Bilder von %n Stapeln wurden gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>What you do cannot be saved at the moment; it is kept and tried again every few seconds. %1</source>
        <translation>Ihre Änderungen lassen sich gerade nicht speichern; sie bleiben erhalten, und das Speichern wird alle paar Sekunden erneut versucht. %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>The images of %1 were changed since they were annotated. Check that the silhouettes still fit.</source>
        <translation>Die Bilder von %1 wurden seit dem Annotieren geändert. Prüfen Sie, ob die Silhouetten noch passen.</translation>
    </message>
    <message>
        <source>The images of %1 were moved; they were found in %2.</source>
        <translation>Die Bilder von %1 wurden verschoben; sie fanden sich in %2.</translation>
    </message>
    <message>
        <source>The images of %1 are missing. The annotations can be looked at all the same.</source>
        <translation>Die Bilder von %1 fehlen. Die Annotationen lassen sich trotzdem ansehen.</translation>
    </message>
    <message numerus="yes">
        <source>The images of %n stacks are missing. The annotations can be looked at all the same.</source>
        <translation>
            <numerusform>Die Bilder von %n Stapel fehlen. Die Annotationen lassen sich trotzdem ansehen.</numerusform>
            <numerusform>Die Bilder von %n Stapeln fehlen. Die Annotationen lassen sich trotzdem ansehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Projects (*.blasto)</source>
        <translation>Projekte (*.blasto)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>The stacks that you open or drop here become part of %1.</source>
        <translation>Stapel, die Sie hier öffnen oder hierher ziehen, gehören dann zu %1.</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Everything is saved in %1. Each change is saved as you make it.</source>
        <translation>Alles ist in %1 gespeichert. Jede Änderung wird sofort gespeichert.</translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation>Projekt speichern unter</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Locate missing images</source>
        <translation>Fehlende Bilder suchen</translation>
    </message>
    <message>
        <source>The project notes who changes what. Until now it knows only your account on this computer.</source>
        <translation>Das Projekt vermerkt, wer was ändert. Bisher kennt es nur Ihr Konto auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Your name…</source>
        <translation>Ihr Name …</translation>
    </message>
    <message>
        <source>Save the annotations of %1 as a project?</source>
        <translation>Annotationen von %1 als Projekt speichern?</translation>
    </message>
    <message numerus="yes">
        <source>Save the annotations of %n stacks as a project?</source>
        <translation>
            <numerusform>Annotationen von %n Stapel als Projekt speichern?</numerusform>
            <numerusform>Annotationen von %n Stapeln als Projekt speichern?</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved project</source>
        <translation>Nicht gespeichertes Projekt</translation>
    </message>
    <message>
        <source>Without saving, everything that was done in it is lost.</source>
        <translation>Ohne Speichern geht alles verloren, was darin getan wurde.</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
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
        <source>Changes that are not saved</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be saved.</source>
        <translation>
            <numerusform>%n Änderung konnte nicht gespeichert werden.</numerusform>
            <numerusform>%n Änderungen konnten nicht gespeichert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Saved as another project nothing is lost.</source>
        <translation>%1
Als anderes Projekt gespeichert geht nichts verloren.</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Give them up</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>%1 was left open: %2. That program has not been heard of for a while.</source>
        <translation>%1 blieb geöffnet: %2. Jenes Programm hat sich seit einer Weile nicht gemeldet.</translation>
    </message>
    <message>
        <source>%1 is open elsewhere: %2. Until it is closed there it can only be looked at.</source>
        <translation>%1 ist anderswo geöffnet: %2. Bis es dort geschlossen ist, lässt es sich nur ansehen.</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Nur lesend öffnen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 is damaged, or no project of Blastoscope. It was left as it is.</source>
        <translation>%1 ist beschädigt oder kein Projekt von Blastoscope. Es blieb unverändert.</translation>
    </message>
    <message>
        <source>Save what is readable</source>
        <translation>Lesbares speichern</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Saving what is readable</source>
        <translation>Lesbares wird gespeichert</translation>
    </message>
    <message>
        <source>%1 holds what could be saved: %2 stacks, %3 frames, %4 objects.</source>
        <translation>%1 enthält, was sich retten ließ: %2 Stapel, %3 Bilder, %4 Objekte.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Looking for unsaved projects</source>
        <translation>Nicht gespeicherte Projekte werden gesucht</translation>
    </message>
    <message numerus="yes">
        <source>Blastoscope ended before the work on %1 was saved as a project (%2; %n annotated frame(s)). Nothing of it is lost.</source>
        <translation>
            <numerusform>Blastoscope wurde beendet, bevor die Arbeit an %1 als Projekt gespeichert war (%2; %n annotiertes Bild). Nichts davon ist verloren.</numerusform>
            <numerusform>Blastoscope wurde beendet, bevor die Arbeit an %1 als Projekt gespeichert war (%2; %n annotierte Bilder). Nichts davon ist verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;move stack from project…</source>
        <translation>Stapel aus dem Projekt ent&amp;fernen …</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ProjectLoader</name>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PromptTool</name>
    <message>
        <source>The model is looking… Esc gives up.</source>
        <translation>Das Modell sucht … Esc bricht ab.</translation>
    </message>
    <message>
        <source>The model sees nothing there. Click elsewhere, or draw a box around it.</source>
        <translation>Das Modell sieht dort nichts. Woanders klicken oder einen Rahmen darum ziehen.</translation>
    </message>
    <message>
        <source>Click into an object or drag a box around it; the model proposes its outline.</source>
        <translation>In ein Objekt klicken oder einen Rahmen darum ziehen; das Modell schlägt seinen Umriss vor.</translation>
    </message>
    <message>
        <source>Click adds, right click takes away, N: next proposal. </source>
        <translation>Klick nimmt hinzu, Rechtsklick nimmt weg, N: nächster Vorschlag. </translation>
    </message>
    <message>
        <source>Click adds, right click takes away. </source>
        <translation>Klick nimmt hinzu, Rechtsklick nimmt weg. </translation>
    </message>
    <message>
        <source>Enter gives the object this outline, Esc gives up.</source>
        <translation>Eingabe gibt dem Objekt diesen Umriss, Esc bricht ab.</translation>
    </message>
    <message>
        <source>Enter takes it, Esc gives up.</source>
        <translation>Eingabe übernimmt, Esc bricht ab.</translation>
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
    <message>
        <source>There is more than one embryo in this frame.</source>
        <translation>In diesem Bild ist mehr als ein Embryo.</translation>
    </message>
    <message>
        <source>The embryo reaches beyond the border of the image.</source>
        <translation>Der Embryo ragt über den Bildrand hinaus.</translation>
    </message>
    <message>
        <source>There are more cells than the model was made for.</source>
        <translation>Es sind mehr Zellen, als das Modell zu zählen gelernt hat.</translation>
    </message>
    <message>
        <source>The cells differ more in size than those of one embryo do.</source>
        <translation>Die Zellen sind verschiedener in der Größe als die eines Embryos.</translation>
    </message>
    <message>
        <source>The image looks unlike those that the model was trained on: another model may suit it better.</source>
        <translation>Das Bild sieht anders aus als die, mit denen das Modell trainiert wurde: Ein anderes Modell passt vielleicht besser.</translation>
    </message>
    <message>
        <source>Objects with a silhouette of their own, without those that are marked as uncertain.</source>
        <translation>Objekte mit eigener Silhouette, ohne solche, die als unsicher markiert sind.</translation>
    </message>
    <message>
        <source>An object that others cover wholly is not seen.</source>
        <translation>Ein Objekt, das andere ganz verdecken, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>For long objects it is far from their length and width.</source>
        <translation>Bei langen Objekten ist er weit von Länge und Breite entfernt.</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>The smallest of these diameters.</source>
        <translation>Der kleinste dieser Durchmesser.</translation>
    </message>
    <message>
        <source>An object that the border of the image cuts is larger than it looks.</source>
        <translation>Ein Objekt, das der Bildrand anschneidet, ist größer, als es aussieht.</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>The largest of these diameters.</source>
        <translation>Der größte dieser Durchmesser.</translation>
    </message>
    <message>
        <source>Objects that were not told apart count as one large one.</source>
        <translation>Objekte, die nicht getrennt wurden, zählen als ein großes.</translation>
    </message>
    <message>
        <source>Spread of diameters</source>
        <translation>Streuung der Durchmesser</translation>
    </message>
    <message>
        <source>How much the diameters differ; 0 when all are equal.</source>
        <translation>Wie sehr sich die Durchmesser unterscheiden; 0, wenn alle gleich sind.</translation>
    </message>
    <message>
        <source>100 · standard deviation ÷ mean of d</source>
        <translation>100 · Standardabweichung ÷ Mittelwert von d</translation>
    </message>
    <message>
        <source>Pairs of objects whose silhouettes overlap in the image.</source>
        <translation>Paare von Objekten, deren Silhouetten im Bild überlappen.</translation>
    </message>
    <message>
        <source>An object reaches the border of the image: its size is too small.</source>
        <translation>Ein Objekt reicht an den Bildrand: Seine Größe ist zu klein.</translation>
    </message>
    <message>
        <source>Which of two overlapping objects is nearer is not known.</source>
        <translation>Welches von zwei überlappenden Objekten vorn liegt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>An object is marked as uncertain and not counted.</source>
        <translation>Ein Objekt ist als unsicher markiert und wird nicht gezählt.</translation>
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
    <name>blastoscope::ui::RemoveRangeDialog</name>
    <message>
        <source>Delete objects in range</source>
        <translation>Objekte in Bereich löschen</translation>
    </message>
    <message>
        <source>Objects of these frames are deleted. Locked ones stay. One undo takes all of it back.</source>
        <translation>Objekte dieser Bilder werden gelöscht. Gesperrte bleiben. Ein „Rückgängig“ nimmt alles zurück.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>Blastomeres</source>
        <translation>Blastomeren</translation>
    </message>
    <message>
        <source>Fragments</source>
        <translation>Fragmente</translation>
    </message>
    <message>
        <source>Polar bodies</source>
        <translation>Polkörper</translation>
    </message>
    <message>
        <source>&amp;Kind of object:</source>
        <translation>&amp;Art des Objekts:</translation>
    </message>
    <message>
        <source>Only in frames that are not &amp;reviewed</source>
        <translation>Nur in &amp;ungeprüften Bildern</translation>
    </message>
    <message>
        <source>Only those of the model with a confidence &amp;below</source>
        <translation>Nur solche des Modells mit einer Sicherheit un&amp;ter</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are deleted.</source>
        <translation>
            <numerusform>%n Objekt wird gelöscht.</numerusform>
            <numerusform>%n Objekte werden gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the objects a person drew, edited or imported.</source>
        <translation>
            <numerusform>%n der Objekte hat jemand gezeichnet, bearbeitet oder importiert.</numerusform>
            <numerusform>%n der Objekte hat jemand gezeichnet, bearbeitet oder importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked object(s) stay.</source>
        <translation>
            <numerusform>%n gesperrtes Objekt bleibt.</numerusform>
            <numerusform>%n gesperrte Objekte bleiben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RemoveStackDialog</name>
    <message>
        <source>Remove stack from project</source>
        <translation>Stapel aus dem Projekt entfernen</translation>
    </message>
    <message>
        <source>Outlines, reviews, calibration and history of %1 are deleted from the project. This cannot be undone.

The images stay where they are. The audit trail keeps that a stack was removed, by whom, when and why, under its random id. Copies of the project file are not touched.</source>
        <translation>Umrisse, Prüfungen, Kalibrierung und Verlauf von %1 werden aus dem Projekt gelöscht. Das lässt sich nicht rückgängig machen.

Die Bilder bleiben, wo sie sind. Der Audit-Trail behält unter der zufälligen Kennung, dass ein Stapel entfernt wurde, von wem, wann und warum. Kopien der Projektdatei werden nicht angetastet.</translation>
    </message>
    <message>
        <source>e.g. consent withdrawn; no names</source>
        <translation>z. B. Einwilligung zurückgezogen; keine Namen</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
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
        <translation>Verwerfen und weiter&amp;gehen</translation>
    </message>
    <message>
        <source>Frame that needs &amp;eyes most</source>
        <translation>Bild, das am meisten Auf&amp;merksamkeit braucht</translation>
    </message>
    <message>
        <source>&amp;Previous unreviewed frame</source>
        <translation>&amp;Voriges ungeprüftes Bild</translation>
    </message>
    <message>
        <source>Next &amp;division</source>
        <translation>Nächste &amp;Teilung</translation>
    </message>
    <message>
        <source>Previous di&amp;vision</source>
        <translation>Vorige Tei&amp;lung</translation>
    </message>
    <message>
        <source>No division is known. Track the cells first (menu Segment).</source>
        <translation>Es ist keine Teilung bekannt. Verfolgen Sie zuerst die Zellen (Menü Segmentieren).</translation>
    </message>
    <message>
        <source>No division comes after this frame.</source>
        <translation>Nach diesem Bild kommt keine Teilung.</translation>
    </message>
    <message>
        <source>No division comes before this frame.</source>
        <translation>Vor diesem Bild liegt keine Teilung.</translation>
    </message>
    <message>
        <source>This frame is still being read. Judge it when you see it.</source>
        <translation>Dieses Bild wird noch gelesen. Urteilen Sie, wenn Sie es sehen.</translation>
    </message>
    <message>
        <source>This frame was neither segmented nor drawn in. Accept it once more if it shows no cells; otherwise segment it first.</source>
        <translation>Dieses Bild wurde weder segmentiert noch gezeichnet. Nehmen Sie es noch einmal an, wenn es keine Zellen zeigt; sonst segmentieren Sie es zuerst.</translation>
    </message>
    <message>
        <source>Rev&amp;iew range…</source>
        <translation>Bere&amp;ich prüfen …</translation>
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
        <translation>Auffällige zuerst</translation>
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
    <message>
        <source>Odd counts</source>
        <translation>Auffällige Anzahlen</translation>
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
    <name>blastoscope::ui::ReviewRangeDialog</name>
    <message>
        <source>Review range</source>
        <translation>Bereich prüfen</translation>
    </message>
    <message>
        <source>All these frames get the same verdict.</source>
        <translation>Alle diese Bilder bekommen dasselbe Urteil.</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>&amp;Verdict:</source>
        <translation>&amp;Urteil:</translation>
    </message>
    <message>
        <source>You have looked at all of them.</source>
        <translation>Sie haben alle angesehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them you have not looked at: they were not on the screen since the stack was opened or their outlines changed.</source>
        <translation>
            <numerusform>%n davon haben Sie nicht angesehen: Es war nicht auf dem Bildschirm, seit der Stapel geöffnet wurde oder seine Umrisse sich änderten.</numerusform>
            <numerusform>%n davon haben Sie nicht angesehen: Sie waren nicht auf dem Bildschirm, seit der Stapel geöffnet wurde oder ihre Umrisse sich änderten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted frames enter training sets.</source>
        <translation>Angenommene Bilder kommen in Trainingssätze.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because they were neither segmented nor drawn in.</source>
        <translation>
            <numerusform>%n Bild bleibt, wie es ist, weil es weder segmentiert noch gezeichnet wurde.</numerusform>
            <numerusform>%n Bilder bleiben, wie sie sind, weil sie weder segmentiert noch gezeichnet wurden.</numerusform>
        </translation>
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
    <message>
        <source>%1, but %2 before and after</source>
        <comment>count of objects, another count</comment>
        <translation>%1, davor und danach aber %2</translation>
    </message>
    <message>
        <source>%1, but %2 before</source>
        <comment>count of objects, another count</comment>
        <translation>%1, davor aber %2</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <comment>count of objects, another count</comment>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts wurde gefunden</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RunListModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1
From %2
%3</source>
        <translation>%1
Aus %2
%3</translation>
    </message>
    <message>
        <source>Average precision of the outlines on held-out frames, in percent; on simulated frames when none are held out</source>
        <translation>Mittlere Präzision der Umrisse auf zurückgehaltenen Bildern, in Prozent; auf simulierten, wenn keine zurückgehalten sind</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>AP (%)</source>
        <translation>AP (%)</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RunSettings</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n Epoche</numerusform>
            <numerusform>%n Epochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>Lernrate %1</translation>
    </message>
    <message>
        <source>frozen: %1</source>
        <translation>eingefroren: %1</translation>
    </message>
    <message>
        <source>%1 % simulated</source>
        <translation>%1 % simuliert</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RunStatus</name>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>measuring the new model</source>
        <translation>Messung des neuen Modells</translation>
    </message>
    <message>
        <source>comparing it with the old one</source>
        <translation>Vergleich mit dem alten Modell</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RunStore</name>
    <message>
        <source>The run “%1” is paused. Only one run trains at a time: stop it first, or let it go on.</source>
        <translation>Der Lauf „%1“ pausiert. Es trainiert immer nur ein Lauf: Stoppen Sie ihn zuerst oder setzen Sie ihn fort.</translation>
    </message>
    <message>
        <source>The run “%1” is training. Only one run trains at a time: wait for its end, or stop it.</source>
        <translation>Der Lauf „%1“ trainiert gerade. Es trainiert immer nur ein Lauf: Warten Sie sein Ende ab oder stoppen Sie ihn.</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>This run is training. Stop it first.</source>
        <translation>Dieser Lauf trainiert gerade. Stoppen Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>Looking at the runs</source>
        <translation>Die Läufe werden angesehen</translation>
    </message>
    <message>
        <source>The folder %1 could not be removed.</source>
        <translation>Der Ordner %1 konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Deleting removed runs</source>
        <translation>Entfernte Trainingsläufe werden gelöscht</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SampleGridView</name>
    <message>
        <source>Samples of the generator</source>
        <translation>Proben des Generators</translation>
    </message>
    <message>
        <source>Reading samples</source>
        <translation>Proben lesen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SampleStacks</name>
    <message>
        <source>Keeping labels</source>
        <translation>Beschriftungen aufheben</translation>
    </message>
    <message>
        <source>Counting labels</source>
        <translation>Beschriftungen zählen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SaveStateButton</name>
    <message>
        <source>Kept, no project yet</source>
        <translation>Gesichert, noch kein Projekt</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichert …</translation>
    </message>
    <message>
        <source>Cannot save</source>
        <translation>Speichern nicht möglich</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Everything is on the disk, in the program&apos;s own folder. “Save project as…” gives it a place and a name.</source>
        <translation>Alles liegt auf der Festplatte, im Ordner des Programms. „Projekt speichern unter …“ gibt ihm Ort und Namen.</translation>
    </message>
    <message>
        <source>Everything is on the disk.</source>
        <translation>Alles liegt auf der Festplatte.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) on the way to the disk</source>
        <translation>
            <numerusform>%n Änderung unterwegs zur Festplatte</numerusform>
            <numerusform>%n Änderungen unterwegs zur Festplatte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%n change(s) wait and are tried again every few seconds. “Save project as…” writes them somewhere else.</source>
        <translation>
            <numerusform>%1
%n Änderung wartet; alle paar Sekunden folgt ein neuer Versuch. „Projekt speichern unter …“ schreibt sie an einen anderen Ort.</numerusform>
            <numerusform>%1
%n Änderungen warten; alle paar Sekunden folgt ein neuer Versuch. „Projekt speichern unter …“ schreibt sie an einen anderen Ort.</numerusform>
        </translation>
    </message>
    <message>
        <source>The project is open for reading. “Save project as…” makes a copy that can be changed.</source>
        <translation>Das Projekt ist nur zum Lesen geöffnet. „Projekt speichern unter …“ erstellt eine Kopie, die sich ändern lässt.</translation>
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
    <message>
        <source>Following the cells of %1</source>
        <translation>Zellen von %1 werden verfolgt</translation>
    </message>
    <message>
        <source>Segment ran&amp;ge…</source>
        <translation>Bereich se&amp;gmentieren …</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SegmentRangeDialog</name>
    <message>
        <source>Segment range</source>
        <translation>Bereich segmentieren</translation>
    </message>
    <message>
        <source>The model segments these frames in the background. What a person drew, edited, imported or locked stays.</source>
        <translation>Das Modell segmentiert diese Bilder im Hintergrund. Was jemand gezeichnet, bearbeitet, importiert oder gesperrt hat, bleibt.</translation>
    </message>
    <message>
        <source>&amp;Segment</source>
        <translation>&amp;Segmentieren</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) are segmented.</source>
        <translation>
            <numerusform>%n Bild wird segmentiert.</numerusform>
            <numerusform>%n Bilder werden segmentiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because they are accepted.</source>
        <translation>
            <numerusform>%n Bild bleibt, wie es ist, weil es angenommen ist.</numerusform>
            <numerusform>%n Bilder bleiben, wie sie sind, weil sie angenommen sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ShapeMender</name>
    <message>
        <source>Mending an outline</source>
        <translation>Umriss wird ausgebessert</translation>
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
    <name>blastoscope::ui::SizeHistogram</name>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Diameter of the blastomeres (px)</source>
        <translation>Durchmesser der Blastomeren (px)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>%1: diameter (px)</source>
        <comment>Nuclei: …</comment>
        <translation>%1: Durchmesser (px)</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SnapStrength</name>
    <message>
        <source>How far the outline goes from the drawn to the mended shape</source>
        <translation>Wie weit der Umriss von der gezeichneten zur ausgebesserten Form geht</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SnapTool</name>
    <message>
        <source>Click an object to snap its outline to the shape of a cell.</source>
        <translation>Ein Objekt anklicken, um seinen Umriss an die Form einer Zelle anzupassen.</translation>
    </message>
    <message>
        <source>Looking for the shape… Esc gives up.</source>
        <translation>Form wird gesucht … Esc bricht ab.</translation>
    </message>
    <message>
        <source>Snapped by %1 %. Enter takes it, Esc gives it up; Alt+wheel: strength.</source>
        <translation>Zu %1 % angepasst. Eingabe übernimmt, Esc verwirft; Alt+Mausrad: Stärke.</translation>
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
    <name>blastoscope::ui::StackLineage</name>
    <message>
        <source>Finding out who descends from whom</source>
        <translation>Abstammung wird ermittelt</translation>
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
    <message numerus="yes">
        <source>images missing · %n reviewed</source>
        <translation>
            <numerusform>Bilder fehlen · %n geprüft</numerusform>
            <numerusform>Bilder fehlen · %n geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>images missing</source>
        <translation>Bilder fehlen</translation>
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
        <source>Research use only. Not for use in diagnostic procedures.</source>
        <translation>Nur für Forschungszwecke. Nicht zur Verwendung in diagnostischen Verfahren.</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen …</translation>
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
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>A folder of images, a TIFF stack, a video or a project. Or drop it anywhere in this window.</source>
        <translation>Ein Ordner mit Bildern, ein TIFF-Stapel, ein Video oder ein Projekt. Oder irgendwo in dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Nothing yet. Stacks and projects that you open are listed here.</source>
        <translation>Noch nichts. Stapel und Projekte, die Sie öffnen, stehen hier.</translation>
    </message>
    <message>
        <source>A &amp;project…</source>
        <translation>Ein &amp;Projekt …</translation>
    </message>
    <message>
        <source>A &amp;new project…</source>
        <translation>Ein &amp;neues Projekt …</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
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
    <message>
        <source>&amp;Click to segment</source>
        <translation>Per Klick &amp;segmentieren</translation>
    </message>
    <message>
        <source>S&amp;nap to the shape of a cell</source>
        <translation>A&amp;n Zellform anpassen</translation>
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
    <name>blastoscope::ui::TrackCommands</name>
    <message>
        <source>&amp;Segment</source>
        <translation>&amp;Segmentieren</translation>
    </message>
    <message>
        <source>&amp;Track cells</source>
        <translation>&amp;Zellen verfolgen</translation>
    </message>
    <message>
        <source>Follow the cells of all frames through time: who stays, who divides</source>
        <translation>Die Zellen aller Bilder durch die Zeit verfolgen: welche bleibt, welche sich teilt</translation>
    </message>
    <message>
        <source>Cells are followed from frame to frame. Segment two frames or more first.</source>
        <translation>Zellen werden von Bild zu Bild verfolgt. Segmentieren Sie zuerst zwei oder mehr Bilder.</translation>
    </message>
    <message>
        <source>There are no cells that could be followed.</source>
        <translation>Es gibt keine Zellen, die sich verfolgen lassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) followed from division to division; all tracks stay as they were.</source>
        <translation>
            <numerusform>%n Zelle von Teilung zu Teilung verfolgt; alle Spuren bleiben, wie sie waren.</numerusform>
            <numerusform>%n Zellen von Teilung zu Teilung verfolgt; alle Spuren bleiben, wie sie waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) followed from division to division.</source>
        <translation>
            <numerusform>%n Zelle von Teilung zu Teilung verfolgt.</numerusform>
            <numerusform>%n Zellen von Teilung zu Teilung verfolgt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some cells of %1 have tracks already, so the new ones were not followed through time. Tracking the cells anew replaces all tracks.</source>
        <translation>Einige Zellen von %1 haben schon Spuren; darum wurden die neuen nicht durch die Zeit verfolgt. Erneutes Verfolgen ersetzt alle Spuren.</translation>
    </message>
    <message>
        <source>Track cells</source>
        <translation>Zellen verfolgen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrackCorrection</name>
    <message>
        <source>&amp;Segment</source>
        <translation>&amp;Segmentieren</translation>
    </message>
    <message>
        <source>Cont&amp;inue track of…</source>
        <translation>Spur fort&amp;führen von …</translation>
    </message>
    <message>
        <source>Choose the cell of the frame before that the selected one continues</source>
        <translation>Die Zelle des vorigen Bildes wählen, deren Spur die ausgewählte fortführt</translation>
    </message>
    <message>
        <source>Start &amp;new track here</source>
        <translation>Hier &amp;neue Spur beginnen</translation>
    </message>
    <message>
        <source>The selected cells begin in this frame, as daughters do</source>
        <translation>Die ausgewählten Zellen beginnen in diesem Bild, wie Töchter es tun</translation>
    </message>
    <message>
        <source>There is no cell in the frames before</source>
        <translation>In den Bildern davor gibt es keine Zelle</translation>
    </message>
    <message>
        <source>Track &amp;%1</source>
        <translation>Spur &amp;%1</translation>
    </message>
    <message>
        <source>Cell &amp;%1, which has no track yet</source>
        <translation>Zelle &amp;%1, noch ohne Spur</translation>
    </message>
    <message>
        <source>%1, last seen in frame %2</source>
        <translation>%1, zuletzt in Bild %2</translation>
    </message>
    <message>
        <source>The cell continues that track already.</source>
        <translation>Die Zelle führt diese Spur schon fort.</translation>
    </message>
    <message>
        <source>The track begins in this frame already.</source>
        <translation>Die Spur beginnt schon in diesem Bild.</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrackingRuns</name>
    <message>
        <source>Following cells</source>
        <translation>Zellen werden verfolgt</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainCommands</name>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>&amp;Build training set…</source>
        <translation>Trainingssatz &amp;erstellen …</translation>
    </message>
    <message>
        <source>&amp;Fine-tune…</source>
        <translation>&amp;Feinabstimmen …</translation>
    </message>
    <message>
        <source>The model was copied to %1.</source>
        <translation>Das Modell wurde nach %1 kopiert.</translation>
    </message>
    <message>
        <source>Checking that the model loads…</source>
        <translation>Es wird geprüft, ob das Modell lädt …</translation>
    </message>
    <message>
        <source>Checking the model</source>
        <translation>Modell wird geprüft</translation>
    </message>
    <message>
        <source>%1 segments from now on.</source>
        <translation>%1 segmentiert von nun an.</translation>
    </message>
    <message>
        <source>Fine-tuning of %1 is finished.</source>
        <translation>Die Feinabstimmung von %1 ist fertig.</translation>
    </message>
    <message>
        <source>Fine-tuning of %1 ended early: %2</source>
        <translation>Die Feinabstimmung von %1 endete vorzeitig: %2</translation>
    </message>
    <message>
        <source>Compare with the old model</source>
        <translation>Mit dem alten Modell vergleichen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>&amp;Labelling factory…</source>
        <translation>&amp;Beschriftungsfabrik …</translation>
    </message>
    <message>
        <source>The generator of the labelling factory %1 is trained.</source>
        <translation>Der Generator der Beschriftungsfabrik %1 ist trainiert.</translation>
    </message>
    <message>
        <source>Training the generator of the labelling factory %1 ended early: %2</source>
        <translation>Das Training des Generators der Beschriftungsfabrik %1 endete vorzeitig: %2</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainingRun</name>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>training</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>wird pausiert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird gestoppt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>The training program ended unexpectedly. “Go on” takes the run up again at its last checkpoint.</source>
        <translation>Das Trainingsprogramm endete unerwartet. „Fortsetzen“ nimmt den Lauf beim letzten Zwischenstand wieder auf.</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainingSetDialog</name>
    <message>
        <source>Build a training set</source>
        <translation>Trainingssatz erstellen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Hold out about</source>
        <translation>Etwa</translation>
    </message>
    <message>
        <source>of the frames</source>
        <translation>der Bilder zurückhalten</translation>
    </message>
    <message>
        <source>Held-out embryos are for judging the new model only. All frames of an embryo stay on one side: neighbouring frames look alike, and a model judged by what it learned always looks good.</source>
        <translation>Zurückgehaltene Embryonen dienen nur zum Beurteilen des neuen Modells. Alle Bilder eines Embryos bleiben auf einer Seite: Benachbarte Bilder ähneln sich, und ein Modell, das man an Gelerntem misst, sieht immer gut aus.</translation>
    </message>
    <message>
        <source>Every object of these frames is outlined</source>
        <translation>Jedes Objekt dieser Bilder ist umrissen</translation>
    </message>
    <message>
        <source>Otherwise what is not outlined is not taken for background, and counts are not measured</source>
        <translation>Sonst zählt, was nicht umrissen ist, nicht als Hintergrund, und Zellzahlen werden nicht gemessen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Ordner:</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Fine-tune with it…</source>
        <translation>Damit feinabstimmen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of the open stacks are accepted.</source>
        <translation>
            <numerusform>%n Bild der offenen Stapel ist angenommen.</numerusform>
            <numerusform>%n Bilder der offenen Stapel sind angenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) with outlines wait for review and stay out.</source>
        <translation>
            <numerusform>%n Bild mit Umrissen wartet auf Prüfung und bleibt außen vor.</numerusform>
            <numerusform>%n Bilder mit Umrissen warten auf Prüfung und bleiben außen vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) were rejected.</source>
        <translation>
            <numerusform>%n Bild wurde verworfen.</numerusform>
            <numerusform>%n Bilder wurden verworfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept frames first: look at a segmented frame, mend its outlines where they are wrong, and press Ctrl+Enter. About twenty frames of five embryos are a good beginning.</source>
        <translation>Nehmen Sie zuerst Bilder an: Sehen Sie ein segmentiertes Bild an, bessern Sie falsche Umrisse aus und drücken Sie Strg+Eingabe. Etwa zwanzig Bilder von fünf Embryonen sind ein guter Anfang.</translation>
    </message>
    <message>
        <source>Looking at the frames</source>
        <translation>Bilder werden durchgesehen</translation>
    </message>
    <message>
        <source>Folder of the training set</source>
        <translation>Ordner des Trainingssatzes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a folder for the training set.</source>
        <translation>Wählen Sie einen Ordner für den Trainingssatz.</translation>
    </message>
    <message>
        <source>Building a training set</source>
        <translation>Trainingssatz wird erstellt</translation>
    </message>
    <message>
        <source>The training set is in %1.</source>
        <translation>Der Trainingssatz liegt in %1.</translation>
    </message>
    <message>
        <source>Looking at the open stacks…</source>
        <translation>Die offenen Stapel werden durchgesehen …</translation>
    </message>
    <message>
        <source>Looking at the open stacks</source>
        <translation>Offene Stapel durchsehen</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainingSetRow</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Write training set</source>
        <translation>Trainingssatz schreiben</translation>
    </message>
    <message>
        <source>Share of generated ones</source>
        <translation>Anteil der erzeugten</translation>
    </message>
    <message>
        <source>No accepted frames are open to mix them with.</source>
        <translation>Es sind keine angenommenen Bilder offen, mit denen sie gemischt werden könnten.</translation>
    </message>
    <message numerus="yes">
        <source>beside %n accepted frame(s) of the open stacks</source>
        <translation>
            <numerusform>neben %n angenommenen Bild der offenen Stapel</numerusform>
            <numerusform>neben %n angenommenen Bildern der offenen Stapel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainingWindow</name>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Old and new model</source>
        <translation>Altes und neues Modell</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Ends the run after the present step and keeps how far it is, so that it can go on later</source>
        <translation>Beendet den Lauf nach dem jetzigen Schritt und hebt den Stand auf, sodass er sich später fortsetzen lässt</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Single losses</source>
        <translation>Einzelne Verluste</translation>
    </message>
    <message>
        <source>What the model is wrong about, part by part: boxes, classes, whole and visible masks, occlusion</source>
        <translation>Worin sich das Modell irrt, Teil für Teil: Rahmen, Klassen, ganze und sichtbare Masken, Verdeckung</translation>
    </message>
    <message>
        <source>Nothing was trained yet. Choose a training set on the left and press “Start fine-tuning”; the defaults are good to begin with.</source>
        <translation>Noch wurde nichts trainiert. Wählen Sie links einen Trainingssatz und drücken Sie „Feinabstimmung starten“; die Vorgaben sind ein guter Anfang.</translation>
    </message>
    <message>
        <source>%1, from %2
%3</source>
        <translation>%1, aus %2
%3</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Takes the run up again at its last checkpoint</source>
        <translation>Nimmt den Lauf beim letzten Zwischenstand wieder auf</translation>
    </message>
    <message>
        <source>Lets the run go on</source>
        <translation>Lässt den Lauf weiterlaufen</translation>
    </message>
    <message>
        <source>The run waits, and its time does not run, until it may go on</source>
        <translation>Der Lauf wartet, und seine Zeit steht still, bis er weiterlaufen darf</translation>
    </message>
    <message>
        <source>Its model is the default. Choose another one first.</source>
        <translation>Sein Modell ist der Standard. Wählen Sie zuerst ein anderes.</translation>
    </message>
    <message>
        <source>“%1” is training; one run at a time.</source>
        <translation>„%1“ trainiert gerade; nur ein Lauf auf einmal.</translation>
    </message>
    <message>
        <source>Remove the run</source>
        <translation>Lauf entfernen</translation>
    </message>
    <message>
        <source>Remove the run “%1” with its curves and its model?</source>
        <translation>Lauf „%1“ mit seinen Kurven und seinem Modell entfernen?</translation>
    </message>
    <message>
        <source>Export the model first if you want to keep it.</source>
        <translation>Exportieren Sie zuerst das Modell, wenn Sie es behalten möchten.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
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
