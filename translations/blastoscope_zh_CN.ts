<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <translation>只有相互重叠的对象之间才有远近之分。</translation>
    </message>
</context>
<context>
    <name>FoundImages</name>
    <message>
        <source>The images in %1 are of another size or number than those that were annotated.</source>
        <translation>%1 中的图像与标注时的图像在大小或数量上不同。</translation>
    </message>
    <message>
        <source>The images of %1 are not where they were, and neither near there nor near the project. “Locate…” looks for them in a folder of your choice.</source>
        <translation>%1 的图像不在原处，在原处附近和项目附近也找不到。可用“定位…”在您选择的文件夹中查找。</translation>
    </message>
</context>
<context>
    <name>ProjectCommands</name>
    <message>
        <source>%1 on %2, since %3</source>
        <translation>%1，在 %2 上，自 %3 起</translation>
    </message>
</context>
<context>
    <name>ShapeCommands</name>
    <message>
        <source>The object is too small for that.</source>
        <translation>对象太小，无法这样做。</translation>
    </message>
    <message>
        <source>Select the objects to merge first: Shift+click adds one.</source>
        <translation>请先选择要合并的对象：按住 Shift 单击可添加一个。</translation>
    </message>
    <message>
        <source>This is the last frame.</source>
        <translation>这是最后一帧。</translation>
    </message>
    <message>
        <source>The line does not cross the object from side to side.</source>
        <translation>这条线没有从一侧到另一侧穿过对象。</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>The comparison of the models in %1 cannot be read: %2.</source>
        <translation>无法读取 %1 中的模型比较结果：%2。</translation>
    </message>
    <message>
        <source>The training program blastoscope-train is not installed beside this one, so nothing can be trained. Install Blastoscope again, with all its programs.</source>
        <translation>本程序旁没有安装训练程序 blastoscope-train，因此无法训练。请重新安装 Blastoscope 及其全部程序。</translation>
    </message>
    <message>
        <source>The training program could not be started.</source>
        <translation>无法启动训练程序。</translation>
    </message>
</context>
<context>
    <name>TrainingRun</name>
    <message>
        <source>The run cannot be told: %1 could not be written.</source>
        <translation>无法向训练传达指令：无法写入 %1。</translation>
    </message>
    <message>
        <source>The run cannot go on: %1 could not be removed. May you write in its folder?</source>
        <translation>训练无法继续：无法移除 %1。您有该文件夹的写入权限吗？</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AboutDialog</name>
    <message>
        <source>About Blastoscope</source>
        <translation>关于 Blastoscope</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Blastoscope %1&lt;/h2&gt;&lt;p&gt;Opens time-lapse images of embryos, finds every blastomere whole, also where others cover it, and measures it.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Research use only. Not for use in diagnostic procedures.&lt;/b&gt; Blastoscope shows numbers and their definitions. It gives no grades and no advice.&lt;/p&gt;&lt;p&gt;This program is free software under the GNU General Public License, version 3 or later; its core is under the Apache License 2.0. It uses Qt %2, LibTorch, OpenCV, libtiff, QCustomPlot, spdlog and other free libraries, which are listed with their licences in the third-party notice.&lt;/p&gt;&lt;p&gt;Nothing leaves this computer: no telemetry, no cloud.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Blastoscope %1&lt;/h2&gt;&lt;p&gt;打开胚胎的延时图像，完整地找出每一个卵裂球（包括被其他细胞遮挡的部分），并进行测量。&lt;/p&gt;&lt;p&gt;&lt;b&gt;仅供研究使用，不得用于诊断。&lt;/b&gt;Blastoscope 只显示数值及其定义，不作评级，也不提供建议。&lt;/p&gt;&lt;p&gt;本程序是自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本；其核心遵循 Apache 许可证 2.0。它使用 Qt %2、LibTorch、OpenCV、libtiff、QCustomPlot、spdlog 以及其他自由软件库，这些库及其许可证列于第三方声明中。&lt;/p&gt;&lt;p&gt;任何数据都不会离开本计算机：没有遥测，没有云端。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AnnotationImport</name>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AnnotationKeeper</name>
    <message>
        <source>Opening annotations</source>
        <translation>正在打开标注</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AuditDialog</name>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Stack:</source>
        <translation>序列(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Frame:</source>
        <translation>帧(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Who:</source>
        <translation>人员(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>验证(&amp;V)</translation>
    </message>
    <message>
        <source>Check that no row was changed or removed, and that the annotations are those the trail tells of</source>
        <translation>检查是否没有任何行被更改或删除，以及标注是否与审计记录一致</translation>
    </message>
    <message>
        <source>&amp;Export (CSV)…</source>
        <translation>导出 (CSV)(&amp;E)…</translation>
    </message>
    <message>
        <source>Reading the trail…</source>
        <translation>正在读取审计记录…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s). Rows are only ever added; each carries a hash over itself and the one before.</source>
        <translation>
            <numerusform>共 %n 行。行只增不改；每一行都带有涵盖其自身和前一行的哈希值。</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Checking every row and all annotations…</source>
        <translation>正在检查每一行和所有标注…</translation>
    </message>
    <message numerus="yes">
        <source>Intact: %n row(s), and the annotations are those the trail tells of. Last hash %1</source>
        <translation>
            <numerusform>完整：共 %n 行，标注与审计记录一致。最后的哈希值 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not intact. %1</source>
        <translation>不完整。%1</translation>
    </message>
    <message>
        <source>Export the audit trail</source>
        <translation>导出审计记录</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AuditTableModel</name>
    <message>
        <source>segmented</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>object drawn</source>
        <translation>绘制对象</translation>
    </message>
    <message>
        <source>objects removed</source>
        <translation>删除对象</translation>
    </message>
    <message>
        <source>outline changed</source>
        <translation>修改轮廓</translation>
    </message>
    <message>
        <source>object changed</source>
        <translation>修改对象</translation>
    </message>
    <message>
        <source>depth changed</source>
        <translation>修改远近</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>frame emptied</source>
        <translation>清空帧</translation>
    </message>
    <message>
        <source>object split</source>
        <translation>拆分对象</translation>
    </message>
    <message>
        <source>objects merged</source>
        <translation>合并对象</translation>
    </message>
    <message>
        <source>objects copied</source>
        <translation>复制对象</translation>
    </message>
    <message>
        <source>annotations read</source>
        <translation>读取标注</translation>
    </message>
    <message>
        <source>stack added</source>
        <translation>添加序列</translation>
    </message>
    <message>
        <source>stack removed</source>
        <translation>移除序列</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>times set</source>
        <translation>设置时间</translation>
    </message>
    <message>
        <source>images changed</source>
        <translation>图像有变化</translation>
    </message>
    <message>
        <source>images hashed</source>
        <translation>计算图像哈希值</translation>
    </message>
    <message>
        <source>person noted</source>
        <translation>登记人员</translation>
    </message>
    <message>
        <source>trail begun</source>
        <translation>记录开始</translation>
    </message>
    <message>
        <source>undone: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>done again: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>whole frame</source>
        <translation>整帧</translation>
    </message>
    <message>
        <source>object %1</source>
        <translation>对象 %1</translation>
    </message>
    <message>
        <source>%1 (UTC), on %2</source>
        <translation>%1 (UTC)，在 %2 上</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>cells tracked</source>
        <translation>细胞已追踪</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>tracks corrected</source>
        <translation>轨迹已修正</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::AuthorDialog</name>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>The audit trail of a project notes who changed what. Your account on this computer is noted anyway; a name makes it readable for others. It is kept in the project file and stays there.</source>
        <translation>项目的审计记录会记下谁更改了什么。您在本计算机上的账户总会被记录；填写姓名便于他人辨认。姓名保存在项目文件中，并一直留在其中。</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>姓名(&amp;N)：</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::BrushTool</name>
    <message>
        <source>Drag to erase from the selected object. Shift or Alt: add. Alt+wheel: size.</source>
        <translation>拖动以擦除所选对象。Shift 或 Alt：添加。Alt+滚轮：大小。</translation>
    </message>
    <message>
        <source>Drag to draw a new object. Alt+wheel: size.</source>
        <translation>拖动以绘制新对象。Alt+滚轮：大小。</translation>
    </message>
    <message>
        <source>Drag to add to the selected object. Shift or Alt: erase. Alt+wheel: size.</source>
        <translation>拖动以扩充所选对象。Shift 或 Alt：擦除。Alt+滚轮：大小。</translation>
    </message>
    <message>
        <source>There is nothing to erase here.</source>
        <translation>这里没有可擦除的内容。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CalibrationDialog</name>
    <message>
        <source>Calibrate</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source> µm per pixel</source>
        <translation> µm/像素</translation>
    </message>
    <message>
        <source>Draw a &amp;line…</source>
        <translation>画一条线(&amp;L)…</translation>
    </message>
    <message>
        <source>Along something of known length, for example a scale bar or the zona</source>
        <translation>沿着已知长度的物体，例如比例尺或透明带</translation>
    </message>
    <message>
        <source>no line yet</source>
        <translation>还没有画线</translation>
    </message>
    <message>
        <source>its length</source>
        <translation>其长度</translation>
    </message>
    <message>
        <source> µm</source>
        <translation> µm</translation>
    </message>
    <message>
        <source>&amp;Keep as preset…</source>
        <translation>保存为预设(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Also for the other open stacks</source>
        <translation>也用于其他已打开的序列</translation>
    </message>
    <message>
        <source>Blastoscope never guesses: without a pixel size all lengths stay in pixels.</source>
        <translation>Blastoscope 从不猜测：不知道像素大小时，所有长度都以像素为单位。</translation>
    </message>
    <message>
        <source>&amp;Pixel size:</source>
        <translation>像素大小(&amp;P)：</translation>
    </message>
    <message>
        <source>Measured:</source>
        <translation>测得：</translation>
    </message>
    <message>
        <source>Instrument:</source>
        <translation>仪器：</translation>
    </message>
    <message>
        <source>no presets yet</source>
        <translation>还没有预设</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>%1 (%2 µm)</source>
        <translation>%1（%2 µm）</translation>
    </message>
    <message>
        <source>%1 px are</source>
        <translation>%1 px 等于</translation>
    </message>
    <message>
        <source>Keep as preset</source>
        <translation>保存为预设</translation>
    </message>
    <message>
        <source>Name of the instrument and lens:</source>
        <translation>仪器和物镜的名称：</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>Measure in &amp;pixels</source>
        <translation>以像素测量(&amp;P)</translation>
    </message>
    <message>
        <source>Calibrate %1</source>
        <translation>校准 %1</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CanvasView</name>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>实际像素</translation>
    </message>
    <message>
        <source>Show masks</source>
        <translation>显示掩膜</translation>
    </message>
    <message>
        <source>Show outlines</source>
        <translation>显示轮廓</translation>
    </message>
    <message>
        <source>Show what is hidden</source>
        <translation>显示被遮挡的部分</translation>
    </message>
    <message>
        <source>Show numbers and confidence</source>
        <translation>显示编号和置信度</translation>
    </message>
    <message>
        <source>Next object</source>
        <translation>下一个对象</translation>
    </message>
    <message>
        <source>Previous object</source>
        <translation>上一个对象</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CarryDialog</name>
    <message>
        <source>No frame changes.</source>
        <translation>没有帧会改变。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) change.</source>
        <translation>
            <numerusform>%n 帧会改变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outline(s) of a model are replaced.</source>
        <translation>
            <numerusform>模型的 %n 个轮廓会被替换。</numerusform>
        </translation>
    </message>
    <message>
        <source>In between, outlines are interpolated with those of frame %1.</source>
        <translation>其间的轮廓与第 %1 帧的轮廓插值得到。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because a person drew, edited, imported or locked the object there.</source>
        <translation>
            <numerusform>%n 帧保持不变，因为其中的对象已由人工绘制、编辑、导入或锁定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because they are accepted.</source>
        <translation>
            <numerusform>%n 帧保持不变，因为已被接受。</numerusform>
        </translation>
    </message>
    <message>
        <source>Carry to frames</source>
        <translation>延续到多帧</translation>
    </message>
    <message numerus="yes">
        <source>The outline of %n selected object(s) of frame %1 is copied into all frames up to the one that you choose. Between two outlines that a person made, it is interpolated.</source>
        <translation>
            <numerusform>第 %1 帧中 %n 个所选对象的轮廓会复制到直至所选帧的所有帧中。在两个人工轮廓之间进行插值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to &amp;frame:</source>
        <translation>直到帧(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Interpolate with:</source>
        <translation>插值对象(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Carry</source>
        <translation>延续(&amp;C)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>object %1, track %2</source>
        <translation>对象 %1，轨迹 %2</translation>
    </message>
    <message>
        <source>object %1</source>
        <translation>对象 %1</translation>
    </message>
    <message>
        <source>This is the frame of the selection. Choose an earlier or a later one.</source>
        <translation>这就是所选对象所在的帧。请选择更早或更晚的帧。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CellCountPlot</name>
    <message>
        <source>Cells</source>
        <translation>细胞</translation>
    </message>
    <message>
        <source>The number of cells over time appears here once frames are segmented.</source>
        <translation>帧分割完成后，细胞数随时间的变化将显示在这里。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ComparisonModel</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embryo(s)</source>
        <translation>
            <numerusform>%n 个胚胎</numerusform>
        </translation>
    </message>
    <message>
        <source>Held-out frames: %1, %2</source>
        <translation>留出的帧：%1，%2</translation>
    </message>
    <message>
        <source>Your frames of embryos that the new model never saw while it trained. This is what counts.</source>
        <translation>您的帧，其胚胎是新模型在训练中从未见过的。这一项才是关键。</translation>
    </message>
    <message numerus="yes">
        <source>Simulated reference: %n frame(s)</source>
        <translation>
            <numerusform>模拟参考：%n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>The same simulated frames for every model. Numbers that fall here show what the new model forgot.</source>
        <translation>对每个模型都使用相同的模拟帧。此处数值下降说明新模型遗忘了什么。</translation>
    </message>
    <message>
        <source>Outlines, AP (%)</source>
        <translation>轮廓，AP (%)</translation>
    </message>
    <message>
        <source>Average precision: how completely and how exactly cells are outlined, averaged over overlaps from 50 % to 95 % and over all confidences. 100 is perfect.</source>
        <translation>平均精度：细胞轮廓的完整和准确程度，在 50 % 至 95 % 的重叠度和所有置信度上取平均。100 为完美。</translation>
    </message>
    <message>
        <source>Cells found, AP50 (%)</source>
        <translation>找到的细胞，AP50 (%)</translation>
    </message>
    <message>
        <source>The same where half of an outline in common is enough: whether cells are found at all.</source>
        <translation>同上，但轮廓有一半重合即可：衡量细胞是否被找到。</translation>
    </message>
    <message>
        <source>Counted right (%)</source>
        <translation>计数正确 (%)</translation>
    </message>
    <message>
        <source>Frames in which the number of cells is exactly right.</source>
        <translation>细胞数完全正确的帧。</translation>
    </message>
    <message>
        <source>At most one off (%)</source>
        <translation>最多相差一个 (%)</translation>
    </message>
    <message>
        <source>Frames in which the number of cells is right or one too many or too few.</source>
        <translation>细胞数正确、多一个或少一个的帧。</translation>
    </message>
    <message>
        <source>Cells too many</source>
        <translation>多计的细胞</translation>
    </message>
    <message>
        <source>Counted minus true cells per frame, on average; negative: cells are missed.</source>
        <translation>每帧计得的细胞数减去真实细胞数的平均值；负值表示漏掉了细胞。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ComparisonPanel</name>
    <message>
        <source>This run ended before there was a new model to compare.</source>
        <translation>这次训练在产生可比较的新模型之前就结束了。</translation>
    </message>
    <message>
        <source>Measuring the new model…</source>
        <translation>正在测评新模型…</translation>
    </message>
    <message>
        <source>Comparing the new model with the one it came from…</source>
        <translation>正在将新模型与其来源模型进行比较…</translation>
    </message>
    <message>
        <source>When the training is over the old and the new model stand here side by side.</source>
        <translation>训练结束后，新旧模型将在此并排显示。</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>设为默认</translation>
    </message>
    <message>
        <source>The new model then segments, after a check that its file loads. The old one stays in the list of models.</source>
        <translation>确认文件可以加载后，将由新模型进行分割。旧模型仍保留在模型列表中。</translation>
    </message>
    <message>
        <source>A frame that is worse</source>
        <translation>更差的一帧</translation>
    </message>
    <message>
        <source>A frame that is better</source>
        <translation>更好的一帧</translation>
    </message>
    <message>
        <source>Dashed: what you drew. Lines: what the model counts. The percentage says how well they agree; cells that are missing or too many lower it.</source>
        <translation>虚线：您绘制的轮廓。实线：模型计入的轮廓。百分比表示两者的吻合程度；漏掉或多出的细胞会使其降低。</translation>
    </message>
    <message>
        <source>Start a run, or choose one from the list.</source>
        <translation>请开始一次训练，或从列表中选择一次。</translation>
    </message>
    <message>
        <source>Reading the comparison…</source>
        <translation>正在读取比较结果…</translation>
    </message>
    <message>
        <source>Reading the comparison</source>
        <translation>正在读取比较结果</translation>
    </message>
    <message>
        <source>Some pictures of the training set are no longer there, so only outlines are shown.</source>
        <translation>训练集中的部分图像已不存在，因此只显示轮廓。</translation>
    </message>
    <message>
        <source>Worst held-out frames: %1 of %2, embryo %3</source>
        <translation>最差的留出帧：%1 / %2，胚胎 %3</translation>
    </message>
    <message>
        <source>This model is the default</source>
        <translation>此模型为默认模型</translation>
    </message>
    <message>
        <source>The model was removed</source>
        <translation>该模型已被移除</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ComparisonReport</name>
    <message>
        <source>“%1” is not a number</source>
        <translation>“%1”不是数值</translation>
    </message>
    <message>
        <source>“%1” is out of range</source>
        <translation>“%1”超出范围</translation>
    </message>
    <message>
        <source>outlines have no place</source>
        <translation>轮廓没有位置信息</translation>
    </message>
    <message>
        <source>an outline is damaged</source>
        <translation>有轮廓已损坏</translation>
    </message>
    <message>
        <source>it does not have one result for each model</source>
        <translation>没有为每个模型各提供一个结果</translation>
    </message>
    <message>
        <source>a picture lies outside the training set</source>
        <translation>有图像位于训练集之外</translation>
    </message>
    <message>
        <source>The models were not compared: %1 is missing.</source>
        <translation>模型未经比较：缺少 %1。</translation>
    </message>
    <message>
        <source>%1 does not compare two models.</source>
        <translation>%1 不是两个模型的比较。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ComparisonVerdict</name>
    <message>
        <source>It counts %1 of %2 frames right, the old one %3: keep the old one where the number of cells matters.</source>
        <translation>它在 %2 帧中计数正确 %1 帧，旧模型为 %3 帧：若看重细胞数，请保留旧模型。</translation>
    </message>
    <message>
        <source>It gains nothing on your frames: keep the old one.</source>
        <translation>它在您的帧上没有任何改进：请保留旧模型。</translation>
    </message>
    <message>
        <source>There is no reason to change.</source>
        <translation>没有理由更换。</translation>
    </message>
    <message>
        <source>Which one to use depends on what you need; the worst frames below help.</source>
        <translation>使用哪一个取决于您的需要；下方最差的帧可供参考。</translation>
    </message>
    <message>
        <source>It is worse at nothing that was measured on your frames.</source>
        <translation>在您的帧上测量的各项中，它没有一项更差。</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>finding cells</source>
        <translation>找到细胞</translation>
    </message>
    <message>
        <source>counting exactly</source>
        <translation>准确计数</translation>
    </message>
    <message>
        <source>counting to within one</source>
        <translation>计数最多相差一个</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the things that a model is better at</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>No embryo was held out, so nothing here tells whether the new model is better on your frames.</source>
        <translation>没有留出胚胎，因此这里无法说明新模型在您的帧上是否更好。</translation>
    </message>
    <message>
        <source>On held-out frames both models do the same.</source>
        <translation>在留出的帧上，两个模型表现相同。</translation>
    </message>
    <message>
        <source>On held-out frames the new model is better at: %1.</source>
        <translation>在留出的帧上，新模型更擅长：%1。</translation>
    </message>
    <message>
        <source>On held-out frames the old model is better at: %1.</source>
        <translation>在留出的帧上，旧模型更擅长：%1。</translation>
    </message>
    <message numerus="yes">
        <source>With %n held-out frame(s) a difference may be chance.</source>
        <translation>
            <numerusform>只有 %n 个留出帧，差别可能只是偶然。</numerusform>
        </translation>
    </message>
    <message>
        <source>On simulated frames the new model does worse: it has forgotten something, and may fail on pictures unlike yours.</source>
        <translation>在模拟帧上新模型更差：它遗忘了一些内容，在与您不同的图像上可能失败。</translation>
    </message>
    <message>
        <source>The training set holds no embryo out, so there is nothing to measure on but simulated frames.</source>
        <translation>训练集没有留出任何胚胎，因此只能在模拟帧上评估。</translation>
    </message>
    <message>
        <source>Not every cell of the real frames is outlined: unlisted ones count as false detections, so AP and count are lower than they should be.</source>
        <translation>真实帧中并非每个细胞都有轮廓：未标出的会被算作误检，因此 AP 和计数偏低。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ContentHasher</name>
    <message>
        <source>Reading all images once</source>
        <translation>正在通读所有图像（仅一次）</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ContourTool</name>
    <message>
        <source>Click an object to change its outline.</source>
        <translation>单击一个对象以修改其轮廓。</translation>
    </message>
    <message>
        <source>Drag a point. Press between two: a new one. Del or Ctrl+click takes one away.</source>
        <translation>拖动一个点。在两点之间按下：新增一点。Del 或 Ctrl+单击删除一点。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ContrastPanel</name>
    <message>
        <source>Level</source>
        <translation>窗位</translation>
    </message>
    <message>
        <source>The grey value in the middle of what is shown</source>
        <translation>所显示灰度范围的中间值</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗宽</translation>
    </message>
    <message>
        <source>The span of grey values from black to white</source>
        <translation>从黑到白的灰度范围</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Above 1 lifts the dark parts</source>
        <translation>大于 1 时提亮暗部</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>自动适配</translation>
    </message>
    <message>
        <source>Black and white at the darkest and brightest values of this frame</source>
        <translation>以本帧最暗和最亮的值作为黑和白</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>全范围</translation>
    </message>
    <message>
        <source>All values that the file format can hold</source>
        <translation>文件格式所能容纳的全部数值</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>通道 %1</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CoreTexts</name>
    <message>
        <source>Only 1 embryo to train on: the model may learn these embryos instead of blastomeres.</source>
        <translation>只有 1 个胚胎可供学习：模型学到的可能是这个胚胎，而不是卵裂球。</translation>
    </message>
    <message>
        <source>Only %1 embryos to train on: the model may learn these embryos instead of blastomeres.</source>
        <translation>只有 %1 个胚胎可供学习：模型学到的可能是这些胚胎，而不是卵裂球。</translation>
    </message>
    <message>
        <source>No embryo is held out: whether training helps cannot be measured.</source>
        <translation>没有留出任何胚胎：无法测评训练是否有效。</translation>
    </message>
    <message>
        <source>Only one embryo is held out: the numbers measured on it say little.</source>
        <translation>只留出了一个胚胎：在它上面测得的数值说明不了什么。</translation>
    </message>
    <message>
        <source>Leakage: &quot;%1&quot; and &quot;%2&quot; are the same picture, but one is trained on and the other is held out.</source>
        <translation>数据泄漏：“%1”和“%2”是同一幅图像，但一个用于学习，另一个被留出。</translation>
    </message>
    <message>
        <source>%1 frames repeat a picture that is already there.</source>
        <translation>%1 帧与已有的图像重复。</translation>
    </message>
    <message>
        <source>Very small: %1 of %2 blastomeres are less than 16 px across.</source>
        <translation>非常小：%2 个卵裂球中有 %1 个的直径不到 16 px。</translation>
    </message>
    <message>
        <source>Cut off: %1 of %2 blastomeres reach the border of their picture, so they may be larger than drawn.</source>
        <translation>被截断：%2 个卵裂球中有 %1 个触及图像边缘，实际可能比所绘的更大。</translation>
    </message>
    <message>
        <source>The time table has no readable time for %1 frames.</source>
        <translation>时间表格中有 %1 帧没有可读的时间。</translation>
    </message>
    <message>
        <source>The times of the time table do not always rise.</source>
        <translation>时间表格中的时间并非始终递增。</translation>
    </message>
    <message>
        <source>The time table has an exactly constant step of %1 h: the times look computed, not measured.</source>
        <translation>时间表格的间隔恒为 %1 h：这些时间像是计算得出的，而不是测得的。</translation>
    </message>
    <message>
        <source>The time table has %1 rows but there are %2 images: they cannot be paired, so the times stay unknown.</source>
        <translation>时间表格有 %1 行，图像却有 %2 幅：两者无法对应，因此时间未知。</translation>
    </message>
    <message>
        <source>The pixels are not square according to the file (%1 x %2 µm); the width is used.</source>
        <translation>文件中的像素不是正方形（%1 × %2 µm）；采用其宽度。</translation>
    </message>
    <message>
        <source>Times are the nominal interval of %1 min from the file, counted from the first frame; they were not measured per frame.</source>
        <translation>时间按文件中 %1 分钟的标称间隔从第一帧起算，并非逐帧测得。</translation>
    </message>
    <message>
        <source>The axes of the ImageJ description do not fit its %1 images; they are read as time points.</source>
        <translation>ImageJ 描述中的轴与其 %1 幅图像不符；这些图像按时间点读取。</translation>
    </message>
    <message>
        <source>ImageJ saved a plain stack without naming its axis; its %1 images are read as time points. If they are focal planes, set the axis in ImageJ (Image &gt; Properties) and save again.</source>
        <translation>ImageJ 保存了一个未指明轴的普通序列；其 %1 幅图像按时间点读取。如果它们是焦平面，请在 ImageJ 中设置轴 (Image &gt; Properties) 并重新保存。</translation>
    </message>
    <message>
        <source>The ImageJ description speaks of %1 images, but the file has %2 pages.</source>
        <translation>ImageJ 描述中有 %1 幅图像，但文件有 %2 页。</translation>
    </message>
    <message>
        <source>The ImageJ description speaks of %1 images, but the file has one compressed page.</source>
        <translation>ImageJ 描述中有 %1 幅图像，但文件只有一个压缩页。</translation>
    </message>
    <message>
        <source>The OME-TIFF holds %1 images; the first is read.</source>
        <translation>该 OME-TIFF 包含 %1 幅图像；只读取第一幅。</translation>
    </message>
    <message>
        <source>%1 of the %2 frames that the file announces are not in it.</source>
        <translation>文件声明有 %2 帧，其中 %1 帧不在文件中。</translation>
    </message>
    <message>
        <source>The list of pages of the TIFF runs in a circle; it is read up to that point.</source>
        <translation>该 TIFF 的页列表形成循环；只读取到循环处。</translation>
    </message>
    <message>
        <source>The TIFF is cut off or damaged: after %1 pages its list of pages cannot be followed.</source>
        <translation>该 TIFF 被截断或已损坏：读取 %1 页之后，其页列表无法继续。</translation>
    </message>
    <message>
        <source>The TIFF has more than a million pages; the first million is read.</source>
        <translation>该 TIFF 超过一百万页；只读取前一百万页。</translation>
    </message>
    <message>
        <source>64-bit floating-point samples are rounded to 32 bit.</source>
        <translation>64 位浮点数值被舍入为 32 位。</translation>
    </message>
    <message>
        <source>The TIFF files have several pages each; the first page of each is read. To read all pages, open a single file.</source>
        <translation>这些 TIFF 文件各有多页；每个文件只读取第一页。要读取所有页，请单独打开一个文件。</translation>
    </message>
    <message>
        <source>Several folders name the same focal plane; the first of each is read.</source>
        <translation>多个文件夹对应同一焦平面；每个焦平面只读取第一个文件夹。</translation>
    </message>
    <message>
        <source>Pictures beside the focal-plane folders were ignored.</source>
        <translation>焦平面文件夹旁边的图像已忽略。</translation>
    </message>
    <message>
        <source>The focal planes do not have the same pictures: 1 is missing.</source>
        <translation>各焦平面的图像不一致：缺少 1 幅。</translation>
    </message>
    <message>
        <source>The focal planes do not have the same pictures: %1 are missing.</source>
        <translation>各焦平面的图像不一致：缺少 %1 幅。</translation>
    </message>
    <message>
        <source>The subfolder &quot;%1&quot; holds pictures of the same names and was ignored.</source>
        <translation>子文件夹“%1”含有同名的图像，已忽略。</translation>
    </message>
    <message>
        <source>A subfolder with more pictures was ignored; open it by itself.</source>
        <translation>一个含有其他图像的子文件夹已忽略；请单独打开它。</translation>
    </message>
    <message>
        <source>%1 subfolders with more pictures were ignored; open them by themselves.</source>
        <translation>%1 个含有其他图像的子文件夹已忽略；请分别打开它们。</translation>
    </message>
    <message>
        <source>A hidden or foreign file was ignored, e.g. &quot;%1&quot;.</source>
        <translation>1 个隐藏文件或无关文件已忽略：“%1”。</translation>
    </message>
    <message>
        <source>%1: A hidden or foreign file was ignored, e.g. &quot;%2&quot;.</source>
        <translation>%1：1 个隐藏文件或无关文件已忽略：“%2”。</translation>
    </message>
    <message>
        <source>%1 hidden or foreign files were ignored, e.g. &quot;%2&quot;.</source>
        <translation>%1 个隐藏文件或无关文件已忽略，例如“%2”。</translation>
    </message>
    <message>
        <source>A picture without a RUN number left out, e.g. &quot;%1&quot;.</source>
        <translation>略去 1 幅没有 RUN 编号的图像：“%1”。</translation>
    </message>
    <message>
        <source>%1 pictures without a RUN number left out, e.g. &quot;%2&quot;.</source>
        <translation>略去 %1 幅没有 RUN 编号的图像，例如“%2”。</translation>
    </message>
    <message>
        <source>The folder holds pictures of %1 recordings by their names; they follow each other in this stack. Give each recording a folder of its own.</source>
        <translation>从名称看，该文件夹含有 %1 段记录的图像；它们在此序列中前后相接。请将每段记录放入各自的文件夹。</translation>
    </message>
    <message>
        <source>This is the picture of the masks beside it.</source>
        <translation>这是旁边各掩膜所对应的图像。</translation>
    </message>
    <message>
        <source>The mask is empty.</source>
        <translation>掩膜是空的。</translation>
    </message>
    <message>
        <source>The file has several values, but those beside it are masks of one object each. Save it with 0 and one other value only, one file for each object; a label image has to be imported by itself.</source>
        <translation>该文件含有多个值，而旁边的文件是每个对象一个的掩膜。请只用 0 和另一个值保存，每个对象一个文件；标签图像必须单独导入。</translation>
    </message>
    <message>
        <source>The mask has another size than its picture.</source>
        <translation>掩膜与其图像的大小不同。</translation>
    </message>
    <message>
        <source>The mask has another size than the others of its picture.</source>
        <translation>该掩膜与同一图像的其他掩膜大小不同。</translation>
    </message>
    <message>
        <source>Its picture is not in the folder.</source>
        <translation>其图像不在文件夹中。</translation>
    </message>
    <message>
        <source>The picture has another size than the annotations.</source>
        <translation>图像与标注的大小不同。</translation>
    </message>
    <message>
        <source>The picture has annotations already.</source>
        <translation>该图像已有标注。</translation>
    </message>
    <message>
        <source>An annotation belongs to no image.</source>
        <translation>有标注不属于任何图像。</translation>
    </message>
    <message>
        <source>The silhouette is empty.</source>
        <translation>轮廓是空的。</translation>
    </message>
    <message>
        <source>An outline crosses itself; it was filled by the even-odd rule.</source>
        <translation>有轮廓自相交叉；已按奇偶规则填充。</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; is none of blastomere, fragment and polar_body.</source>
        <translation>类别“%1”不是 blastomere、fragment 或 polar_body。</translation>
    </message>
    <message>
        <source>All objects are called &quot;%1&quot;; they were read as blastomeres.</source>
        <translation>所有对象的名称都是“%1”；已视为卵裂球。</translation>
    </message>
    <message>
        <source>A shape is not a JSON object.</source>
        <translation>有形状不是 JSON 对象。</translation>
    </message>
    <message>
        <source>Shapes of one group were joined to one object.</source>
        <translation>同组的形状已合并为一个对象。</translation>
    </message>
    <message>
        <source>The picture inside the file was not taken over.</source>
        <translation>文件内部的图像未采用。</translation>
    </message>
    <message>
        <source>A second author described the same picture.</source>
        <translation>同一图像另有一位作者的标注。</translation>
    </message>
    <message>
        <source>Background (&quot;stuff&quot;) is no object.</source>
        <translation>背景 (“stuff”) 不是对象。</translation>
    </message>
    <message>
        <source>A depth constraint cannot be understood.</source>
        <translation>有一项远近约束无法识别。</translation>
    </message>
    <message>
        <source>A depth relation names an annotation that is not there.</source>
        <translation>有一项远近关系指向不存在的标注。</translation>
    </message>
    <message>
        <source>Each page was read as a picture of its own.</source>
        <translation>每一页都作为单独的图像读取。</translation>
    </message>
    <message>
        <source>No open stack has this picture.</source>
        <translation>没有已打开的序列含有此图像。</translation>
    </message>
    <message>
        <source>The frame gets annotations from an earlier picture of the files.</source>
        <translation>该帧已采用文件中更早图像的标注。</translation>
    </message>
    <message>
        <source>There is no object in it.</source>
        <translation>其中没有对象。</translation>
    </message>
    <message>
        <source>The frame is accepted and stays as it is.</source>
        <translation>该帧已接受，保持不变。</translation>
    </message>
    <message>
        <source>All its objects are there already.</source>
        <translation>其所有对象都已存在。</translation>
    </message>
    <message>
        <source>The format has no place for depth relations; %1 are left out.</source>
        <translation>该格式无法容纳远近关系；略去 %1 项。</translation>
    </message>
    <message>
        <source>The format has no place for visible parts; %1 are left out.</source>
        <translation>该格式无法容纳可见部分；略去 %1 项。</translation>
    </message>
    <message>
        <source>The format has no place for confidences; %1 are left out.</source>
        <translation>该格式无法容纳置信度；略去 %1 项。</translation>
    </message>
    <message>
        <source>The format has no place for track ids; %1 are left out.</source>
        <translation>该格式无法容纳轨迹编号；略去 %1 项。</translation>
    </message>
    <message>
        <source>The format has no place for classes; %1 fragments or polar bodies are among the objects.</source>
        <translation>该格式无法容纳类别；对象中有 %1 个碎片或极体。</translation>
    </message>
    <message>
        <source>Outlines cannot hold holes, which are filled.</source>
        <translation>轮廓不能包含孔洞；孔洞已填充。</translation>
    </message>
    <message>
        <source>Descriptions and other members of the labelme file may identify somebody.</source>
        <translation>labelme 文件中的描述和其他项目可能泄露身份。</translation>
    </message>
    <message>
        <source>Pixels where silhouettes overlap belong to the nearer one alone.</source>
        <translation>轮廓重叠处的像素只归较近的对象。</translation>
    </message>
    <message>
        <source>Nothing of the silhouette is left.</source>
        <translation>轮廓没有任何部分保留下来。</translation>
    </message>
    <message>
        <source>The objects are numbered from 1: a PNG cannot hold their ids.</source>
        <translation>对象从 1 开始编号：PNG 无法容纳其编号。</translation>
    </message>
    <message>
        <source>no usable CUDA device was found</source>
        <translation>没有找到可用的 CUDA 设备</translation>
    </message>
    <message>
        <source>this LibTorch was built without CUDA</source>
        <translation>此 LibTorch 构建时不含 CUDA</translation>
    </message>
    <message>
        <source>the GPU was asked for</source>
        <translation>已指定使用 GPU</translation>
    </message>
    <message>
        <source>a CUDA GPU is there</source>
        <translation>有可用的 CUDA GPU</translation>
    </message>
    <message>
        <source>the CPU was asked for</source>
        <translation>已指定使用 CPU</translation>
    </message>
    <message>
        <source>the memory of the GPU did not suffice for one picture</source>
        <translation>GPU 内存不足以处理一幅图像</translation>
    </message>
    <message>
        <source>%1-bit integers become floating-point numbers: above 16,777,216 the last digits are rounded.</source>
        <translation>%1 位整数被转换为浮点数：大于 16,777,216 时，末尾几位会被舍入。</translation>
    </message>
    <message>
        <source>The pixel size must be a number above 0.</source>
        <translation>像素大小必须是大于 0 的数。</translation>
    </message>
    <message>
        <source>With this pixel size the whole picture is %1 µm wide, less than an embryo (120 to 180 µm). Check the unit.</source>
        <translation>按此像素大小，整幅图像宽仅 %1 µm，比一个胚胎（120 至 180 µm）还小。请检查单位。</translation>
    </message>
    <message>
        <source>With this pixel size an embryo of 180 µm would be only %1 pixels wide. Check the unit.</source>
        <translation>按此像素大小，180 µm 的胚胎只有 %1 像素宽。请检查单位。</translation>
    </message>
    <message>
        <source>The format has no place for what objects are called; %1 lose their names.</source>
        <translation>该格式无法容纳对象的名称；%1 个对象失去名称。</translation>
    </message>
    <message>
        <source>Only 1 embryo to train on: the model may learn these embryos instead of objects.</source>
        <translation>只有 1 个胚胎可供学习：模型学到的可能是这个胚胎，而不是对象。</translation>
    </message>
    <message>
        <source>Only %1 embryos to train on: the model may learn these embryos instead of objects.</source>
        <translation>只有 %1 个胚胎可供学习：模型学到的可能是这些胚胎，而不是对象。</translation>
    </message>
    <message>
        <source>Very small: %1 of %2 objects are less than 16 px across.</source>
        <translation>非常小：%2 个对象中有 %1 个的直径不到 16 px。</translation>
    </message>
    <message>
        <source>Cut off: %1 of %2 objects reach the border of their picture, so they may be larger than drawn.</source>
        <translation>被截断：%2 个对象中有 %1 个触及图像边缘，实际可能比所绘的更大。</translation>
    </message>
    <message>
        <source>A depth relation contradicts another one; the order of the two objects counts as unknown. Set it after the import.</source>
        <translation>一项远近关系与另一项矛盾；这两个对象的先后顺序视为未知。请在导入后设置。</translation>
    </message>
    <message>
        <source>A depth relation is stated more than once; it counts once.</source>
        <translation>一项远近关系重复出现，只计一次。</translation>
    </message>
    <message>
        <source>An object that the file calls a crowd (&quot;iscrowd&quot;: 1), as many programs do with every run-length mask, counts like any other. If it is uncertain, select it and choose Edit &gt; Uncertain.</source>
        <translation>文件将某对象标为群体（&quot;iscrowd&quot;: 1），许多程序对每个游程编码掩膜都这样做；它与其他对象一样计数。如果它确实不确定，请选中它并选择“编辑 &gt; 不确定”。</translation>
    </message>
    <message>
        <source>The stack was closed during the import.</source>
        <translation>导入期间该序列已被关闭。</translation>
    </message>
    <message>
        <source>Track ids were moved up, because objects that stay have tracks already.</source>
        <translation>轨迹编号已上移，因为保留的对象已有轨迹。</translation>
    </message>
    <message>
        <source>The format cannot say that objects are uncertain; %1 look like any other.</source>
        <translation>该格式无法表示对象不确定；%1 个对象看起来与其他对象一样。</translation>
    </message>
    <message>
        <source>The format has no place for review states; %1 are left out.</source>
        <translation>该格式无法容纳审阅状态；略去 %1 项。</translation>
    </message>
    <message>
        <source>The format has no place for the review state &quot;rejected&quot;; %1 are left out.</source>
        <translation>该格式无法容纳“已拒绝”这一审阅状态；略去 %1 项。</translation>
    </message>
    <message>
        <source>The format has no place for quality flags; %1 are left out.</source>
        <translation>该格式无法容纳质量标记；略去 %1 项。</translation>
    </message>
    <message>
        <source>KINS has no place for the depth order of objects that do not overlap.</source>
        <translation>KINS 无法容纳不重叠对象的远近顺序。</translation>
    </message>
    <message>
        <source>Depth relations that run in a circle do not fit into KINS; one of them is left out or turned round.</source>
        <translation>循环的远近关系无法写入 KINS；其中一项被略去或颠倒。</translation>
    </message>
    <message>
        <source>Two overlapping objects without a known depth order got one, because KINS counts objects that are tied together front to back.</source>
        <translation>两个远近顺序未知的重叠对象被赋予了顺序，因为 KINS 对相互关联的对象由近到远编号。</translation>
    </message>
    <message>
        <source>What was kept of a labelme file cannot be read.</source>
        <translation>从 labelme 文件保留的内容无法读取。</translation>
    </message>
    <message>
        <source>A member that was kept of a labelme file does not belong there or is of a wrong type.</source>
        <translation>从 labelme 文件保留的某个成员不属于那里，或类型错误。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::CurvesView</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>AP (%)</source>
        <translation>AP (%)</translation>
    </message>
    <message>
        <source>Training step</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>held-out frames</source>
        <translation>留出的帧</translation>
    </message>
    <message>
        <source>simulated frames</source>
        <translation>模拟帧</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DatasetPicker</name>
    <message>
        <source>Other folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>构建…</translation>
    </message>
    <message>
        <source>Make a training set from the accepted frames of the open stacks</source>
        <translation>用已打开序列中已接受的帧构建训练集</translation>
    </message>
    <message>
        <source>Looking for training sets…</source>
        <translation>正在查找训练集…</translation>
    </message>
    <message>
        <source>Looking for training sets</source>
        <translation>正在查找训练集</translation>
    </message>
    <message>
        <source>There is no training set yet. Accept frames in the open stacks (Ctrl+Enter), then press “Build…”.</source>
        <translation>还没有训练集。请在已打开的序列中接受一些帧 (Ctrl+Enter)，然后按“构建…”。</translation>
    </message>
    <message>
        <source>Choose a training set</source>
        <translation>选择训练集</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DatasetSummary</name>
    <message>
        <source>There is no training set in %1. Choose a folder that “Build training set” made.</source>
        <translation>%1 中没有训练集。请选择由“构建训练集”生成的文件夹。</translation>
    </message>
    <message>
        <source>The description of the training set in %1 is damaged or of another version.</source>
        <translation>%1 中训练集的描述已损坏或属于其他版本。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n embryo(s)</source>
        <translation>
            <numerusform>%n 个胚胎</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blastomere(s)</source>
        <translation>
            <numerusform>%n 个卵裂球</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (%n uncertain object(s) are neither learned nor scored)</source>
        <translation>
            <numerusform>（%n 个不确定的对象既不参与学习，也不参与评分）</numerusform>
        </translation>
    </message>
    <message>
        <source>To learn from: %1, %2, %3</source>
        <translation>用于学习：%1，%2，%3</translation>
    </message>
    <message>
        <source>Held out: %1, %2, %3</source>
        <translation>留出：%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DeviceBox</name>
    <message>
        <source>Choose by itself</source>
        <translation>自动选择</translation>
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
        <translation>正在查找 GPU</translation>
    </message>
    <message>
        <source>Trains on %1: %2.</source>
        <translation>在 %1 上训练：%2。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DevicePicker</name>
    <message>
        <source>Choose by itself</source>
        <translation>自动选择</translation>
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
        <translation>模型加载后才能确定</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>%1 · bf16</source>
        <translation>%1 · bf16</translation>
    </message>
    <message>
        <source>The model runs on %1</source>
        <translation>模型运行于 %1</translation>
    </message>
    <message>
        <source>The model runs on %1: %2</source>
        <translation>模型运行于 %1：%2</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::DiameterPlot</name>
    <message>
        <source>Diameter (µm)</source>
        <translation>直径 (µm)</translation>
    </message>
    <message>
        <source>Diameter (px)</source>
        <translation>直径 (px)</translation>
    </message>
    <message>
        <source>The equivalent diameter of each cell over time appears here once frames are segmented.</source>
        <translation>帧分割完成后，每个细胞的等效直径随时间的变化将显示在这里。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::EditCommands</name>
    <message>
        <source>segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>new object</source>
        <translation>新建对象</translation>
    </message>
    <message>
        <source>removal</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>change of outline</source>
        <translation>修改轮廓</translation>
    </message>
    <message>
        <source>change of object</source>
        <translation>修改对象</translation>
    </message>
    <message>
        <source>change of depth</source>
        <translation>修改远近</translation>
    </message>
    <message>
        <source>review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>emptying of the frame</source>
        <translation>清空帧</translation>
    </message>
    <message>
        <source>splitting</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>merging</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>import of annotations</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Empty this frame</source>
        <translation>清空本帧(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图像(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;alibrate…</source>
        <translation>校准(&amp;A)…</translation>
    </message>
    <message>
        <source>Stack &amp;properties…</source>
        <translation>序列属性(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做%1(&amp;R)</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>tracking of cells</source>
        <translation>细胞追踪</translation>
    </message>
    <message>
        <source>correction of tracks</source>
        <translation>轨迹修正</translation>
    </message>
    <message>
        <source>copying to other frames</source>
        <translation>复制到其他帧</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::EllipseTool</name>
    <message>
        <source>Drag a box (Shift: a circle), or click both ends of an axis.</source>
        <translation>拖出一个框（Shift：圆），或单击一条轴的两端。</translation>
    </message>
    <message>
        <source>Click the other end of the axis. Esc gives up.</source>
        <translation>单击轴的另一端。Esc 放弃。</translation>
    </message>
    <message>
        <source>Click where the width ends. Esc gives up.</source>
        <translation>单击宽度的终点。Esc 放弃。</translation>
    </message>
    <message>
        <source>Drag the points to change the ellipse. Enter ends.</source>
        <translation>拖动各点以修改椭圆。Enter 结束。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::EmbryoSplitModel</name>
    <message>
        <source>Embryo</source>
        <translation>胚胎</translation>
    </message>
    <message>
        <source>Accepted frames</source>
        <translation>已接受的帧</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::EvennessPlot</name>
    <message>
        <source>Evenness (CV of volume, %)</source>
        <translation>均匀度（体积变异系数，%）</translation>
    </message>
    <message>
        <source>The evenness of the cells over time appears here once frames with two or more cells are segmented.</source>
        <translation>含两个或更多细胞的帧分割完成后，细胞的均匀度随时间的变化将显示在这里。</translation>
    </message>
    <message>
        <source>Evenness compares the cells of an embryo. It says nothing about other objects.</source>
        <translation>均匀度比较的是一个胚胎的细胞，对其他物体没有意义。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ExchangeCommands</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Import annotations…</source>
        <translation>导入标注(&amp;I)…</translation>
    </message>
    <message>
        <source>Export anno&amp;tations…</source>
        <translation>导出标注(&amp;T)…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ExchangeReportDialog</name>
    <message>
        <source>Nothing was left out or changed.</source>
        <translation>没有任何内容被略去或更改。</translation>
    </message>
    <message>
        <source>Co&amp;py report</source>
        <translation>复制报告(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Show folder</source>
        <translation>显示文件夹(&amp;S)</translation>
    </message>
    <message>
        <source>%1 px were lost, because objects that overlap cannot share a pixel in this format. “COCO” and “Label image, one page per depth layer” keep them.</source>
        <translation>丢失了 %1 px，因为在此格式中重叠的对象不能共用一个像素。“COCO”和“标签图像，每个深度层一页”可以保留它们。</translation>
    </message>
    <message>
        <source>What was left out or changed</source>
        <translation>被略去或更改的内容</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ExchangeReportModel</name>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of event: what happened</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>object %1</source>
        <translation>对象 %1</translation>
    </message>
    <message>
        <source>covered by object %1</source>
        <translation>被对象 %1 遮挡</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Lost altogether: %1 px</source>
        <translation>总共丢失：%1 px</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ExportDialog</name>
    <message>
        <source>COCO, exact masks (run lengths)</source>
        <translation>COCO，精确掩膜（游程编码）</translation>
    </message>
    <message>
        <source>COCO, outlines (polygons)</source>
        <translation>COCO，轮廓（多边形）</translation>
    </message>
    <message>
        <source>Label image (TIFF)</source>
        <translation>标签图像 (TIFF)</translation>
    </message>
    <message>
        <source>Label image (PNG)</source>
        <translation>标签图像 (PNG)</translation>
    </message>
    <message>
        <source>Label image, one page per depth layer (TIFF)</source>
        <translation>标签图像，每个深度层一页 (TIFF)</translation>
    </message>
    <message>
        <source>Cellpose masks (TIFF)</source>
        <translation>Cellpose 掩膜 (TIFF)</translation>
    </message>
    <message>
        <source>Cellpose masks (PNG)</source>
        <translation>Cellpose 掩膜 (PNG)</translation>
    </message>
    <message>
        <source>Export annotations</source>
        <translation>导出标注</translation>
    </message>
    <message>
        <source>This stack</source>
        <translation>当前序列</translation>
    </message>
    <message numerus="yes">
        <source>All %n open stacks</source>
        <translation>
            <numerusform>全部 %n 个已打开的序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Every frame with something in it</source>
        <translation>所有有内容的帧</translation>
    </message>
    <message>
        <source>Accepted and corrected frames only</source>
        <translation>仅已接受和已修正的帧</translation>
    </message>
    <message>
        <source>&amp;Keep names of files and embryos</source>
        <translation>保留文件和胚胎的名称(&amp;K)</translation>
    </message>
    <message>
        <source>They may identify patients. Otherwise embryos go by random ids, pictures by the number of the frame, and free texts are left out.</source>
        <translation>名称可能泄露患者身份。不保留时，胚胎以随机编号表示，图像以帧号表示，自由文本被略去。</translation>
    </message>
    <message>
        <source>&amp;Stacks:</source>
        <translation>序列(&amp;S)：</translation>
    </message>
    <message>
        <source>F&amp;rames:</source>
        <translation>帧(&amp;R)：</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>格式(&amp;M)：</translation>
    </message>
    <message>
        <source>Names:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>文件夹(&amp;O)：</translation>
    </message>
    <message>
        <source>annotations</source>
        <comment>name of a folder</comment>
        <translation>标注</translation>
    </message>
    <message>
        <source>Export annotations into a folder</source>
        <translation>将标注导出到文件夹</translation>
    </message>
    <message>
        <source>Keeps everything: whole silhouettes, overlap, depth order, visible parts.</source>
        <translation>保留一切：完整轮廓、重叠、远近顺序、可见部分。</translation>
    </message>
    <message>
        <source>Keeps overlap and depth order. Outlines cannot hold holes, which are filled.</source>
        <translation>保留重叠和远近顺序。轮廓不能包含孔洞，孔洞会被填充。</translation>
    </message>
    <message>
        <source>overlap (the nearer object keeps the pixels)</source>
        <translation>重叠（较近的对象保留像素）</translation>
    </message>
    <message>
        <source>depth order</source>
        <translation>远近顺序</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>confidences</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Has no place for: %1. The report says exactly what was lost.</source>
        <translation>无法容纳：%1。报告会准确说明丢失了什么。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) will be written.</source>
        <translation>
            <numerusform>将写入 %n 帧。</numerusform>
        </translation>
    </message>
    <message>
        <source>No frame is accepted yet.</source>
        <translation>还没有已接受的帧。</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>还没有可导出的内容。</translation>
    </message>
    <message>
        <source>The folder is not empty: files of the same names are replaced.</source>
        <translation>该文件夹不是空的：同名文件将被替换。</translation>
    </message>
    <message>
        <source>Exporting annotations</source>
        <translation>正在导出标注</translation>
    </message>
    <message>
        <source>Cancelled. What was written by then is still in the folder.</source>
        <translation>已取消。在此之前写入的内容仍在文件夹中。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exported as %1 into %2 (%n file(s))</source>
        <translation>
            <numerusform>已导出为 %1，位于 %2（%n 个文件）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ExportRow</name>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FactoryRecord</name>
    <message>
        <source>The file factory.json in %1 is damaged. Put it back from a copy, or remove the folder.</source>
        <translation>%1 中的文件 factory.json 已损坏。请从副本恢复它，或移除该文件夹。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FactoryStore</name>
    <message>
        <source>Give the factory a name.</source>
        <translation>请为工厂命名。</translation>
    </message>
    <message>
        <source>There is a factory “%1” already.</source>
        <translation>已经有一个名为“%1”的工厂。</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The folder %1 could not be removed.</source>
        <translation>无法移除文件夹 %1。</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>正在移除</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FactoryWindow</name>
    <message>
        <source>Labelling factory</source>
        <translation>标注工厂</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>工厂</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>A labelling factory makes training data from pictures that nobody outlined: a generator learns to paint pictures like yours, you label some thirty of its pictures, and the program labels as many more as you want.

It is meant for laboratories with many pictures and next to no outlines. If you can correct some thirty frames of your own, do that first and fine-tune with them: it is less work and has been shown to help.</source>
        <translation>标注工厂用无人勾画过的图像制作训练数据：生成器学会画出与您的图像相似的图像，您标注其中约三十幅，程序便可按需要标注更多。

它适合图像很多而几乎没有轮廓的实验室。如果您能修正约三十帧自己的图像，请先这样做并用它们微调：工作量更小，而且已证明有效。</translation>
    </message>
    <message>
        <source>New factory</source>
        <translation>新建工厂</translation>
    </message>
    <message>
        <source>Wait until the work is done, or cancel it</source>
        <translation>请等待工作完成，或取消它</translation>
    </message>
    <message>
        <source>Remove the factory</source>
        <translation>移除工厂</translation>
    </message>
    <message>
        <source>Remove the factory “%1” with its generator, labels and pairs?</source>
        <translation>移除工厂“%1”及其生成器、标注和图像对吗？</translation>
    </message>
    <message>
        <source>Training sets that were written from it stay.</source>
        <translation>由它写出的训练集会保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FileCommands</name>
    <message>
        <source>The picture could not be written to %1. Choose another folder.</source>
        <translation>无法将图像写入 %1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近使用的(&amp;R)</translation>
    </message>
    <message>
        <source>Open sa&amp;mple</source>
        <translation>打开示例(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Export measurements (CSV)…</source>
        <translation>导出测量值 (CSV)(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>导出图像(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close stack</source>
        <translation>关闭序列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>The annotations beside %1 could not be used: %2</source>
        <translation>%1 旁边的标注无法使用：%2</translation>
    </message>
    <message>
        <source>Annotations of %1 opened</source>
        <translation>已打开 %1 的标注</translation>
    </message>
    <message numerus="yes">
        <source>; %n frame(s) of the file are not in this stack</source>
        <translation>
            <numerusform>；文件中有 %n 帧不在此序列中</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>打开图像文件夹</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Measurements are in %1: cells.csv, frames.csv, embryos.csv, divisions.csv and manifest.json</source>
        <translation>测量值位于 %1：cells.csv、frames.csv、embryos.csv、divisions.csv 和 manifest.json</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>导出图像</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图像 (*.png)</translation>
    </message>
    <message>
        <source>Picture saved as %1</source>
        <translation>图像已保存为 %1</translation>
    </message>
    <message>
        <source>Keeping a small picture</source>
        <translation>正在保留缩略图</translation>
    </message>
    <message>
        <source>Blastoscope ended before the annotations of %1 were saved. A copy was kept.</source>
        <translation>Blastoscope 在保存 %1 的标注之前就结束了。已保留一份副本。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>&amp;Forget all</source>
        <translation>全部忘记(&amp;F)</translation>
    </message>
    <message>
        <source>Stacks, videos, pictures and projects (*.tif *.tiff *.btf *.avi *.mp4 *.jpg *.jpeg *.png *.bmp *.blasto)</source>
        <translation>序列、视频、图像和项目 (*.tif *.tiff *.btf *.avi *.mp4 *.jpg *.jpeg *.png *.bmp *.blasto)</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FineTuningForm</name>
    <message>
        <source>Start fine-tuning</source>
        <translation>开始微调</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>The new model begins as a copy of this one and learns your corrections. The old one stays as it is.</source>
        <translation>新模型以此模型的副本为起点，学习您的修正。旧模型保持不变。</translation>
    </message>
    <message>
        <source>Training set</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Frames that you accepted. Some embryos are held out: the model never sees them while it learns, so that it can be judged by them.</source>
        <translation>您已接受的帧。其中一些胚胎被留出：模型在学习时从不见到它们，因此可以用它们来评判模型。</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>新模型的名称</translation>
    </message>
    <message>
        <source>What it is called in the list of models and in every export.</source>
        <translation>在模型列表和每次导出中使用的名称。</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>训练时长</translation>
    </message>
    <message>
        <source>Ten minutes are enough for some twenty frames. In one epoch every frame is seen once. Measuring the new model takes a few minutes more.</source>
        <translation>二十帧左右，十分钟就够了。每一轮 (epoch) 中每帧使用一次。测评新模型还需要几分钟。</translation>
    </message>
    <message>
        <source>Careful (0.00003)</source>
        <translation>谨慎 (0.00003)</translation>
    </message>
    <message>
        <source>Usual (0.0001)</source>
        <translation>常规 (0.0001)</translation>
    </message>
    <message>
        <source>Bold (0.0003)</source>
        <translation>大胆 (0.0003)</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step changes the model. Bold learns faster but forgets more and may become unsteady.</source>
        <translation>每一步对模型的改变幅度。“大胆”学得更快，但遗忘更多，且可能变得不稳定。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Feature extractor (backbone)</source>
        <translation>特征提取器 (backbone)</translation>
    </message>
    <message>
        <source>Feature extractor and pyramid (backbone, fpn)</source>
        <translation>特征提取器和特征金字塔 (backbone, fpn)</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>冻结的层</translation>
    </message>
    <message>
        <source>Layers that stay as they are. Freezing is faster and forgets less, but adapts less to new pictures.</source>
        <translation>保持不变的层。冻结会更快、遗忘更少，但对新图像的适应也更少。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Frames are turned, mirrored and changed in light and sharpness at random, so that the model learns shapes and not these very pictures.</source>
        <translation>随机旋转、镜像各帧并改变其明暗和清晰度，使模型学习形状，而不是记住这些图像本身。</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Simulated frames mixed in</source>
        <translation>混入的模拟帧</translation>
    </message>
    <message>
        <source>Against forgetting: with none the model fits your frames sooner and loses what it knew about others.</source>
        <translation>用于防止遗忘：不混入时，模型会更快适应您的帧，但会丢失对其他帧的认识。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose a model to start from.</source>
        <translation>请选择起始模型。</translation>
    </message>
    <message>
        <source>Choose or build a training set.</source>
        <translation>请选择或构建训练集。</translation>
    </message>
    <message>
        <source>This training set has no frame to learn from.</source>
        <translation>此训练集没有可用于学习的帧。</translation>
    </message>
    <message>
        <source>Give the new model a name.</source>
        <translation>请为新模型命名。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FolderField</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FrameComparisonView</name>
    <message>
        <source>Old and new model on a held-out frame</source>
        <translation>旧模型和新模型在同一留出帧上的结果</translation>
    </message>
    <message>
        <source>Before: %1 of %2 cells, %3 %</source>
        <translation>之前：%1 / %2 个细胞，%3 %</translation>
    </message>
    <message>
        <source>After: %1 of %2 cells, %3 %</source>
        <translation>之后：%1 / %2 个细胞，%3 %</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FrameEditor</name>
    <message>
        <source>This object is locked.</source>
        <translation>该对象已锁定。</translation>
    </message>
    <message>
        <source>This object is hidden. Show it first.</source>
        <translation>该对象已隐藏。请先将其显示。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FramePanels</name>
    <message>
        <source>The model found nothing in this frame.</source>
        <translation>模型在本帧中没有找到任何对象。</translation>
    </message>
    <message>
        <source>Open a stack first.</source>
        <translation>请先打开一个序列。</translation>
    </message>
    <message>
        <source>Being measured…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>This frame is not segmented yet. Press %1 for this frame or %2 for the whole stack.</source>
        <translation>本帧尚未分割。按 %1 分割本帧，按 %2 分割整个序列。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FrameRangeDialog</name>
    <message>
        <source>&amp;Frames:</source>
        <translation>帧(&amp;F)：</translation>
    </message>
    <message>
        <source>%1 of %2 frames are done.</source>
        <translation>已完成 %1 / %2 帧。</translation>
    </message>
    <message>
        <source>No frame changes.</source>
        <translation>没有帧会改变。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) change.</source>
        <translation>
            <numerusform>%n 帧会改变。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::FrameRangeField</name>
    <message>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>to</source>
        <comment>frames 12 to 48</comment>
        <translation>到</translation>
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
        <translation>已展示图像（千幅）</translation>
    </message>
    <message>
        <source>KID-own: how far the generated pictures are from yours; it should fall and then stay. Numbers from other programs are no comparison.
ADA p: how strongly pictures are changed at random so that few of them are not learned by heart; it finds its level by itself.</source>
        <translation>KID-own：生成图像与您的图像相距多远；它应下降后保持稳定。与其他程序的数值不可比较。
ADA p：随机改变图像的强度，以免少量图像被死记；它会自行达到合适的水平。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::GeneratorPage</name>
    <message>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>A network learns to paint pictures like yours, while another one learns to tell them apart. On a graphics card that takes minutes to hours, without one a night for small pictures.</source>
        <translation>一个网络学习画出与您的图像相似的图像，另一个网络学习分辨真假。用显卡需要几分钟到几小时，没有显卡时小图像需要一夜。</translation>
    </message>
    <message>
        <source>The first samples appear a little after the training begins.</source>
        <translation>训练开始后不久会出现第一批样本。</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Side of the generated pictures. Twice the side takes about four times as long.</source>
        <translation>生成图像的边长。边长加倍，时间约为四倍。</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends the run after the present step and keeps how far it is, so that it can go on later</source>
        <translation>在当前步之后结束训练并保留进度，以便日后继续</translation>
    </message>
    <message>
        <source>Start again…</source>
        <translation>重新开始…</translation>
    </message>
    <message>
        <source>First choose the pictures.</source>
        <translation>请先选取图像。</translation>
    </message>
    <message>
        <source>trained, %1 thousand pictures</source>
        <translation>已训练，%1 千幅图像</translation>
    </message>
    <message>
        <source>training, %1 %</source>
        <translation>正在训练，%1 %</translation>
    </message>
    <message>
        <source>The smallest picture is only %1 px wide; choose a smaller size.</source>
        <translation>最小的图像只有 %1 px 宽；请选择更小的尺寸。</translation>
    </message>
    <message>
        <source>“%1” is training; one run at a time.</source>
        <translation>“%1”正在训练；一次只能进行一项训练。</translation>
    </message>
    <message>
        <source>%1 thousand pictures shown</source>
        <translation>已展示 %1 千幅图像</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Train the generator again</source>
        <translation>重新训练生成器</translation>
    </message>
    <message>
        <source>Remove this generator and begin from nothing?</source>
        <translation>移除该生成器并从头开始吗？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::HelpCommands</name>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Ten &amp;minutes to begin with</source>
        <translation>十分钟入门(&amp;M)</translation>
    </message>
    <message>
        <source>How to &amp;fine-tune a model</source>
        <translation>如何微调模型(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;About Blastoscope</source>
        <translation>关于 Blastoscope(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::HelpWindow</name>
    <message>
        <source>(no key)</source>
        <translation>（无按键）</translation>
    </message>
    <message>
        <source>Blastoscope help</source>
        <translation>Blastoscope 帮助</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>No page holds all these words.</source>
        <translation>没有页面包含所有这些词。</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>Folder of the help in this language, see resources/help. A page that is missing there is shown in English.</extracomment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ImageLocator</name>
    <message>
        <source>Looking for images</source>
        <translation>正在查找图像</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ImportDialog</name>
    <message>
        <source>Import annotations</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>Choose &amp;files…</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose f&amp;older…</source>
        <translation>选择文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>COCO, labelme, X-AnyLabeling, COCOA, KINS, label images, Cellpose masks or one mask file per object</source>
        <translation>COCO、labelme、X-AnyLabeling、COCOA、KINS、标签图像、Cellpose 掩膜或每个对象一个掩膜文件</translation>
    </message>
    <message>
        <source>&amp;Take over what the files say about review (accepted, corrected, rejected)</source>
        <translation>采用文件中的审阅状态（已接受、已修正、已拒绝）(&amp;T)</translation>
    </message>
    <message>
        <source>Where not a single picture is known by name, go by the &amp;order of the frames</source>
        <translation>若没有一幅图像能按名称识别，则按帧的顺序对应(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Replace my own work, too: drawn and edited objects and accepted frames</source>
        <translation>同时替换我自己的工作：绘制和编辑过的对象以及已接受的帧(&amp;R)</translation>
    </message>
    <message>
        <source>Otherwise accepted frames stay as they are, and an imported object that shows the same as one of yours is left out. Either way one undo takes the import back.</source>
        <translation>否则已接受的帧保持不变，与您的对象相同的导入对象会被略去。无论哪种情况，一次撤销即可收回导入。</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>blastomeres</source>
        <translation>卵裂球</translation>
    </message>
    <message>
        <source>fragments</source>
        <translation>碎片</translation>
    </message>
    <message>
        <source>polar bodies</source>
        <translation>极体</translation>
    </message>
    <message>
        <source>Objects of &amp;unknown classes are</source>
        <translation>未知类别的对象视为(&amp;U)</translation>
    </message>
    <message>
        <source>What the import will do</source>
        <translation>导入将做什么</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Annotation files</source>
        <translation>标注文件</translation>
    </message>
    <message>
        <source>Annotations (*.json *.tif *.tiff *.png)</source>
        <translation>标注 (*.json *.tif *.tiff *.png)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Folder of annotation files</source>
        <translation>标注文件的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n files, the first is %1</source>
        <translation>
            <numerusform>%n 个文件，第一个是 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the files first. Nothing is changed before you press “Import”.</source>
        <translation>请先选择文件。在按下“导入”之前不会更改任何内容。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ImportPreviewModel</name>
    <message>
        <source>Picture in the files</source>
        <translation>文件中的图像</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>将会发生什么</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ImportRows</name>
    <message>
        <source>Found by the id of the embryo and the number of the frame</source>
        <translation>按胚胎编号和帧号找到</translation>
    </message>
    <message>
        <source>Found by the name of the picture</source>
        <translation>按图像名称找到</translation>
    </message>
    <message>
        <source>Found by the number of the frame; no name is known</source>
        <translation>按帧号找到；没有已知的名称</translation>
    </message>
    <message>
        <source>Found by the order of the frames; no name is known</source>
        <translation>按帧的顺序找到；没有已知的名称</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) added</source>
        <translation>
            <numerusform>添加 %n 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>替换 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of yours kept</source>
        <translation>
            <numerusform>保留您的 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out because it is there already</source>
        <translation>
            <numerusform>略去已存在的 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: no open stack has this picture</source>
        <translation>略去：没有已打开的序列含有此图像</translation>
    </message>
    <message>
        <source>Left out: the picture has another size than the annotations</source>
        <translation>略去：图像与标注的大小不同</translation>
    </message>
    <message>
        <source>Left out: an earlier picture of the files goes there</source>
        <translation>略去：文件中更早的图像已对应到该处</translation>
    </message>
    <message>
        <source>Left out: there is no object in it</source>
        <translation>略去：其中没有对象</translation>
    </message>
    <message>
        <source>Left alone: the frame is accepted</source>
        <translation>保持不变：该帧已接受</translation>
    </message>
    <message>
        <source>Left alone: all its objects are there already</source>
        <translation>保持不变：其所有对象都已存在</translation>
    </message>
    <message>
        <source>%1, frame %2</source>
        <translation>%1，第 %2 帧</translation>
    </message>
    <message>
        <source>Nothing will be imported. The table says why.</source>
        <translation>不会导入任何内容。原因见表格。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) will change</source>
        <translation>
            <numerusform>%n 帧将会更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the files left out</source>
        <translation>
            <numerusform>略去文件中的 %n 幅图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) imported</source>
        <translation>
            <numerusform>已导入 %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled: undo takes back what was imported</source>
        <translation>已取消：撤销可收回已导入的内容</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::InstanceListModel</name>
    <message>
        <source>Blastomere</source>
        <translation>卵裂球</translation>
    </message>
    <message>
        <source>Fragment</source>
        <translation>碎片</translation>
    </message>
    <message>
        <source>Polar body</source>
        <translation>极体</translation>
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
        <translation>%1，未显示</translation>
    </message>
    <message>
        <source>Visible part of the whole silhouette</source>
        <translation>完整轮廓中可见的部分</translation>
    </message>
    <message>
        <source>Unknown, because it is not known which of the overlapping cells is nearer.</source>
        <translation>未知，因为不知道相互重叠的细胞中哪一个更近。</translation>
    </message>
    <message>
        <source>Confidence of the model, not a grade</source>
        <translation>模型的置信度，不是评级</translation>
    </message>
    <message>
        <source>Drawn or imported, not by a model</source>
        <translation>绘制或导入的，不是模型给出的</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>number of an object</comment>
        <translation>编号</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>直径</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Equivalent diameter: of the circle with the area of the whole silhouette, 2·√(A/π)</source>
        <translation>等效直径：与完整轮廓面积相同的圆的直径，2·√(A/π)</translation>
    </message>
    <message>
        <source>Area of the visible part divided by the area of the whole silhouette</source>
        <translation>可见部分的面积除以完整轮廓的面积</translation>
    </message>
    <message>
        <source>How sure the model is, 0–100 %. It says nothing about the cell.</source>
        <translation>模型的确信程度，0–100 %。它与细胞的好坏无关。</translation>
    </message>
    <message>
        <source>Unknown, because it is not known which of the overlapping objects is nearer.</source>
        <translation>未知，因为不知道重叠的物体中哪个更近。</translation>
    </message>
    <message>
        <source>%1, track %2</source>
        <translation>%1，轨迹 %2</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::InterpreterPage</name>
    <message>
        <source>Interpreter</source>
        <translation>解释器</translation>
    </message>
    <message>
        <source>Ten small classifiers learn from your labels what the inner maps of the generator mean. They then label any number of generated pictures, and where they disagree they are uncertain.</source>
        <translation>十个小分类器从您的标注中学习生成器内部特征图的含义。之后它们可以标注任意多幅生成图像；意见不一之处即为不确定。</translation>
    </message>
    <message>
        <source>Train the interpreter</source>
        <translation>训练解释器</translation>
    </message>
    <message numerus="yes">
        <source>First label and accept at least %n picture(s).</source>
        <translation>
            <numerusform>请先标注并接受至少 %n 幅图像。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>learned from %n picture(s)</source>
        <translation>
            <numerusform>由 %n 幅图像学成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were labelled since it learned.</source>
        <translation>
            <numerusform>自学习以来又标注了 %n 幅图像。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled picture(s)</source>
        <translation>
            <numerusform>已标注 %n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels that it learned from come out with a mean IoU of %1 %.</source>
        <translation>对学习过的标注，平均 IoU 为 %1 %。</translation>
    </message>
    <message>
        <source>In a trial that kept a fifth of them apart, these came out with %1 %. This is the number to judge by: below about 70 %, label more pictures.</source>
        <translation>在留出五分之一标注的试验中，这部分的结果为 %1 %。请以此数判断：低于约 70 % 时，请标注更多图像。</translation>
    </message>
    <message>
        <source>Learning labels</source>
        <translation>正在学习标注</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::LabelsPage</name>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Outline the cells of some generated pictures as in any stack: whole, also where they overlap; fragments and polar bodies with their own class. Accept each picture that is right. From whole outlines the program knows for each pixel whether it is background, fragment, one cell or an overlap.</source>
        <translation>像在任何序列中一样勾画部分生成图像中的细胞：画完整轮廓，重叠处也一样；碎片和极体使用各自的类别。正确的图像请逐一接受。由完整轮廓，程序便知道每个像素是背景、碎片、一个细胞还是重叠。</translation>
    </message>
    <message>
        <source>Make pictures to label</source>
        <translation>生成待标注图像</translation>
    </message>
    <message>
        <source>Pictures to label</source>
        <translation>待标注图像</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Open to label</source>
        <translation>打开以标注</translation>
    </message>
    <message>
        <source>First train the generator to its end.</source>
        <translation>请先完成生成器的训练。</translation>
    </message>
    <message>
        <source>%1 of %2 labelled</source>
        <translation>已标注 %1 / %2</translation>
    </message>
    <message>
        <source>They are the ones that the interpreter is least sure about, out of %1 times as many.</source>
        <translation>从 %1 倍数量的图像中选出解释器最不确定的那些。</translation>
    </message>
    <message>
        <source>About thirty are a beginning. Once the interpreter has learned from them, the next ones are those that it is least sure about.</source>
        <translation>约三十幅是个开始。解释器从中学习之后，接下来给出的是它最不确定的图像。</translation>
    </message>
    <message>
        <source>Making pictures</source>
        <translation>正在生成图像</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::LineagePlot</name>
    <message>
        <source>A lineage is that of the cells of an embryo. Other objects have none.</source>
        <translation>谱系是胚胎细胞的谱系，其他对象没有谱系。</translation>
    </message>
    <message>
        <source>The lineage appears here once cells are followed through time: segment the stack, then choose “Track cells” in the menu Segment.</source>
        <translation>对细胞进行时间追踪后，谱系会显示在这里：请先分割序列，然后在“分割”菜单中选择“追踪细胞”。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::LogPanel</name>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>还没有日志。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::LookCheck</name>
    <message>
        <source>Comparing the frame with the training pictures</source>
        <translation>正在将该帧与训练图像比较</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::LookSign</name>
    <message>
        <source>It is brighter, like dark objects on a bright ground</source>
        <translation>它更亮，像亮背景上的暗物体</translation>
    </message>
    <message>
        <source>It is darker, like bright objects on a dark ground</source>
        <translation>它更暗，像暗背景上的亮物体</translation>
    </message>
    <message>
        <source>Its bright and dark parts differ more</source>
        <translation>它的明暗差别更大</translation>
    </message>
    <message>
        <source>Its bright and dark parts differ less</source>
        <translation>它的明暗差别更小</translation>
    </message>
    <message>
        <source>It is more finely structured: small objects, or noise</source>
        <translation>它的结构更细：物体较小，或有噪声</translation>
    </message>
    <message>
        <source>It is less finely structured: few large objects, or out of focus</source>
        <translation>它的结构更粗：物体少而大，或未对焦</translation>
    </message>
    <message>
        <source>%1 (%2; training pictures: %3 to %4).</source>
        <comment>in what a frame differs; measured; from; to</comment>
        <translation>%1（%2；训练图像：%3 至 %4）。</translation>
    </message>
    <message>
        <source>Unfamiliar frame</source>
        <translation>陌生的帧</translation>
    </message>
    <message>
        <source>&lt;p&gt;This frame looks unlike the pictures that the model was trained on, so what it finds may be wrong.&lt;/p&gt;&lt;ul&gt;%1&lt;/ul&gt;&lt;p&gt;What helps: look whether this is the right channel and focal plane, choose another model beside this sign, or accept some corrected frames like this one and fine-tune the model with them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;该帧与模型训练所用的图像不像，因此模型找到的结果可能有误。&lt;/p&gt;&lt;ul&gt;%1&lt;/ul&gt;&lt;p&gt;可以这样做：检查通道和焦平面是否正确；在此标志旁选择另一个模型；或接受几帧像这样的、已修正的帧，并用它们微调模型。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>It shows few bright objects on a dark ground</source>
        <translation>它在暗背景上只有少量亮物体</translation>
    </message>
    <message>
        <source>It shows few dark objects on a bright ground</source>
        <translation>它在亮背景上只有少量暗物体</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MainWindow</name>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
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
        <translation>序列</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Blastomeres</source>
        <translation>卵裂球</translation>
    </message>
    <message>
        <source>This frame</source>
        <translation>本帧</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>细胞</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>直径</translation>
    </message>
    <message>
        <source>Evenness</source>
        <translation>均匀度</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>unsaved project</source>
        <translation>未保存的项目</translation>
    </message>
    <message>
        <source>%1 — %2[*] — Blastoscope</source>
        <translation>%1 — %2[*] — Blastoscope</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>谱系</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MeasureLineTool</name>
    <message>
        <source>Draw a line of known length. Shift keeps it straight, Esc gives up.</source>
        <translation>沿已知长度画一条线。Shift 保持水平或垂直，Esc 放弃。</translation>
    </message>
    <message>
        <source>Click or let go at the other end. Esc starts over.</source>
        <translation>在另一端单击或松开。Esc 重新开始。</translation>
    </message>
    <message>
        <source>%1 px. Draw again to correct it.</source>
        <translation>%1 px。重新画线即可更正。</translation>
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
        <translation>导出测量值</translation>
    </message>
    <message>
        <source>This stack</source>
        <translation>当前序列</translation>
    </message>
    <message>
        <source>All open stacks</source>
        <translation>所有已打开的序列</translation>
    </message>
    <message>
        <source>&amp;Stacks:</source>
        <translation>序列(&amp;S)：</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>文件夹(&amp;O)：</translation>
    </message>
    <message>
        <source>measurements</source>
        <comment>name of a folder</comment>
        <translation>measurements</translation>
    </message>
    <message>
        <source>Export measurements into a folder</source>
        <translation>将测量值导出到文件夹</translation>
    </message>
    <message>
        <source>No stack is open.</source>
        <translation>没有打开的序列。</translation>
    </message>
    <message numerus="yes">
        <source>The tables of %n stack(s) will be written.</source>
        <translation>
            <numerusform>将写入 %n 个序列的表格。</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder already holds files that are replaced: %1.</source>
        <translation>该文件夹中已有以下文件，将被替换：%1。</translation>
    </message>
    <message>
        <source>Exporting measurements</source>
        <translation>正在导出测量值</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消。未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MeasurementTableModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
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
        <translation>卵裂球</translation>
    </message>
    <message>
        <source>fragment</source>
        <translation>碎片</translation>
    </message>
    <message>
        <source>polar body</source>
        <translation>极体</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Position in the stack, from 1</source>
        <translation>在序列中的位置，从 1 开始</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Hours since insemination if t0 is known, otherwise the stack&apos;s own time</source>
        <translation>已知 t0 时为受精后的小时数，否则为序列自身的时间</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Number in the frame, as painted on the canvas</source>
        <translation>在本帧中的编号，与画布上所示一致</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>直径</translation>
    </message>
    <message>
        <source>Diameter of the disc with the area of the whole silhouette</source>
        <translation>与完整轮廓面积相同的圆的直径</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Number of pixels of the whole silhouette, scaled</source>
        <translation>完整轮廓的像素数，经换算</translation>
    </message>
    <message>
        <source>Perimeter</source>
        <translation>周长</translation>
    </message>
    <message>
        <source>Length of the outline by Crofton&apos;s formula</source>
        <translation>按 Crofton 公式计算的轮廓长度</translation>
    </message>
    <message>
        <source>Circularity</source>
        <translation>圆度</translation>
    </message>
    <message>
        <source>4π · area ÷ perimeter²; 1 for a disc</source>
        <translation>4π · 面积 ÷ 周长²；圆为 1</translation>
    </message>
    <message>
        <source>Solidity</source>
        <translation>凸度</translation>
    </message>
    <message>
        <source>Share of the convex hull that belongs to the silhouette</source>
        <translation>凸包中属于轮廓的比例</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Greatest distance between parallel tangents</source>
        <translation>平行切线之间的最大距离</translation>
    </message>
    <message>
        <source>Narrowest</source>
        <translation>最窄</translation>
    </message>
    <message>
        <source>Smallest distance between parallel tangents</source>
        <translation>平行切线之间的最小距离</translation>
    </message>
    <message>
        <source>Major axis</source>
        <translation>长轴</translation>
    </message>
    <message>
        <source>Of the ellipse with the same moments</source>
        <translation>具有相同矩的椭圆</translation>
    </message>
    <message>
        <source>Minor axis</source>
        <translation>短轴</translation>
    </message>
    <message>
        <source>Eccentricity</source>
        <translation>离心率</translation>
    </message>
    <message>
        <source>Of that ellipse; 0 for a circle</source>
        <translation>该椭圆的离心率；圆为 0</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Of its major axis, from the horizontal upwards</source>
        <translation>其长轴与水平线的夹角，向上为正</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>体积</translation>
    </message>
    <message>
        <source>Of the sphere with the equivalent diameter</source>
        <translation>具有等效直径的球的体积</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>Visible part of the whole area; empty where it is not known who covers whom</source>
        <translation>可见部分占完整面积的比例；不知道谁遮挡谁时为空</translation>
    </message>
    <message>
        <source>At border</source>
        <translation>触及边缘</translation>
    </message>
    <message>
        <source>The silhouette reaches the border: all sizes are too small</source>
        <translation>轮廓触及图像边缘：所有尺寸都偏小</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>What the model gave; empty for drawn ones</source>
        <translation>模型给出的值；绘制的对象为空</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>细胞</translation>
    </message>
    <message>
        <source>Counted blastomeres</source>
        <translation>计数的卵裂球</translation>
    </message>
    <message>
        <source>Fragments</source>
        <translation>碎片</translation>
    </message>
    <message>
        <source>Counted fragments</source>
        <translation>计数的碎片</translation>
    </message>
    <message>
        <source>Evenness</source>
        <translation>均匀度</translation>
    </message>
    <message>
        <source>Stage-aware spread: CV of V · 2^generation; 0 for a perfectly even embryo at every count</source>
        <translation>考虑发育阶段的离散度：V · 2^代数 的变异系数；对任何细胞数，完全均匀的胚胎为 0</translation>
    </message>
    <message>
        <source>Volume CV</source>
        <translation>体积变异系数</translation>
    </message>
    <message>
        <source>Plain spread of the volumes: standard deviation ÷ mean</source>
        <translation>体积的普通离散度：标准差 ÷ 平均值</translation>
    </message>
    <message>
        <source>Diameter CV</source>
        <translation>直径变异系数</translation>
    </message>
    <message>
        <source>Plain spread of the diameters: standard deviation ÷ mean</source>
        <translation>直径的普通离散度：标准差 ÷ 平均值</translation>
    </message>
    <message>
        <source>Smallest ÷ largest</source>
        <translation>最小 ÷ 最大</translation>
    </message>
    <message>
        <source>d min ÷ d max over all cells</source>
        <translation>所有细胞的 d min ÷ d max</translation>
    </message>
    <message>
        <source>Within generation</source>
        <translation>同代之内</translation>
    </message>
    <message>
        <source>Smallest d min ÷ d max within one generation</source>
        <translation>同一代之内 d min ÷ d max 的最小值</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>100 · (d max − d min) ÷ d max</source>
        <translation>100 · (d max − d min) ÷ d max</translation>
    </message>
    <message>
        <source>Mean diameter</source>
        <translation>平均直径</translation>
    </message>
    <message>
        <source>Mean equivalent diameter of the cells</source>
        <translation>细胞等效直径的平均值</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Smallest equivalent diameter</source>
        <translation>最小的等效直径</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Largest equivalent diameter</source>
        <translation>最大的等效直径</translation>
    </message>
    <message>
        <source>Total volume</source>
        <translation>总体积</translation>
    </message>
    <message>
        <source>Sum of the sphere volumes</source>
        <translation>各球体积之和</translation>
    </message>
    <message>
        <source>Fragment area</source>
        <translation>碎片面积</translation>
    </message>
    <message>
        <source>Of the area that cells and fragments cover together</source>
        <translation>占细胞和碎片共同覆盖面积的比例</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>细胞对</translation>
    </message>
    <message>
        <source>Pairs of cells whose silhouettes overlap; not contacts</source>
        <translation>轮廓相互重叠的细胞对；不等于接触</translation>
    </message>
    <message>
        <source>Blastomere, fragment or polar body, or what the model calls it</source>
        <translation>卵裂球、碎片或极体，或模型对它的称呼</translation>
    </message>
    <message>
        <source>Counted objects</source>
        <translation>计数的物体</translation>
    </message>
    <message>
        <source>d min ÷ d max</source>
        <translation>d min ÷ d max</translation>
    </message>
    <message>
        <source>Mean equivalent diameter</source>
        <translation>平均等效直径</translation>
    </message>
    <message>
        <source>Pairs of objects whose silhouettes overlap; not contacts</source>
        <translation>轮廓重叠的物体对；不代表接触</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Number of the cell through time, the same from one division to the next; empty while it is not tracked</source>
        <translation>细胞随时间变化的编号，从一次分裂到下一次分裂保持不变；未追踪时为空</translation>
    </message>
    <message>
        <source>Mother</source>
        <translation>母细胞</translation>
    </message>
    <message>
        <source>Track of the cell that divided into this one; empty where no division was seen</source>
        <translation>分裂产生该细胞的母细胞的轨迹；未见分裂时为空</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MeasurementsPanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>A row per cell</source>
        <translation>每个细胞一行</translation>
    </message>
    <message>
        <source>A row per frame</source>
        <translation>每帧一行</translation>
    </message>
    <message>
        <source>Copy the selected cells, or everything, for a spreadsheet</source>
        <translation>复制所选单元格（或全部）以粘贴到电子表格</translation>
    </message>
    <message>
        <source>Nothing is measured yet. Segment a frame or the whole stack first.</source>
        <translation>还没有测量值。请先分割一帧或整个序列。</translation>
    </message>
    <message>
        <source>A row per object</source>
        <translation>每个物体一行</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MessageStrip</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MissingImagesCard</name>
    <message>
        <source>&amp;Locate…</source>
        <translation>定位(&amp;L)…</translation>
    </message>
    <message>
        <source>Look for the images in a folder of your choice</source>
        <translation>在您选择的文件夹中查找图像</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ModelCardText</name>
    <message numerus="yes">
        <source>AP %1 %, AP50 %2 %, AP75 %3 %; of frames with 2 to 8 cells %4 % counted right, %5 % at most one off (on %n simulated frame(s))</source>
        <translation>
            <numerusform>AP %1 %，AP50 %2 %，AP75 %3 %；在含 2 至 8 个细胞的帧中，%4 % 计数正确，%5 % 最多相差一个（基于 %n 个模拟帧）</numerusform>
        </translation>
    </message>
    <message>
        <source>(not among these models)</source>
        <translation>（不在这些模型之中）</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测评结果</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>识别对象</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>输入范围</translation>
    </message>
    <message>
        <source>%1 × %1 pixels around the cells</source>
        <translation>细胞周围 %1 × %1 像素</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Training set</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation>模拟数据</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>训练配方</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ModelCollection</name>
    <message>
        <source>Looking for models</source>
        <translation>正在查找模型</translation>
    </message>
    <message>
        <source>This model came with the program and cannot be removed.</source>
        <translation>此模型随程序提供，无法移除。</translation>
    </message>
    <message>
        <source>%1 could not be removed. May you write in its folder?</source>
        <translation>无法移除 %1。您有权写入其所在的文件夹吗？</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ModelListModel</name>
    <message>
        <source>%1 — default</source>
        <translation>%1 — 默认</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>trained from nothing</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>fine-tuned</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Average precision of the outlines on simulated frames, in percent, as measured when the model was made</source>
        <translation>轮廓在模拟帧上的平均精度（百分比），在生成模型时测得</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
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
        <translation>没有模型</translation>
    </message>
    <message>
        <source>No model is installed. Choose a weight file.</source>
        <translation>没有安装模型。请选择一个权重文件。</translation>
    </message>
    <message>
        <source>The model that segments</source>
        <translation>用于分割的模型</translation>
    </message>
    <message>
        <source>Reading the model&apos;s header</source>
        <translation>正在读取模型的文件头</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;Licence: %3. Research use only.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;许可证：%3。仅供研究使用。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Choose a weight file…</source>
        <translation>选择权重文件…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Weights (*.safetensors);;All files (*)</source>
        <translation>权重 (*.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading the models&apos; headers</source>
        <translation>正在读取模型文件头</translation>
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
        <translation>选择一个模型以查看其说明卡。</translation>
    </message>
    <message>
        <source>Make &amp;default</source>
        <translation>设为默认(&amp;D)</translation>
    </message>
    <message>
        <source>This model then segments, after a check that its file loads</source>
        <translation>确认文件可以加载后，将由此模型进行分割</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Copy the weight file to another place, e.g. for another computer</source>
        <translation>将权重文件复制到其他位置，例如供另一台计算机使用</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>显示文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder that the file lies in</source>
        <translation>打开文件所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Delete the weight file. Shipped models stay.</source>
        <translation>删除权重文件。随程序提供的模型会保留。</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>导出模型</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>权重 (*.safetensors)</translation>
    </message>
    <message>
        <source>Exporting the model</source>
        <translation>正在导出模型</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>移除模型</translation>
    </message>
    <message>
        <source>Remove %1? Its weights are deleted; what it segmented stays.</source>
        <translation>移除 %1 吗？其权重将被删除；它分割的结果会保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::MoveTool</name>
    <message>
        <source>Drag an object to move it. Esc puts it back.</source>
        <translation>拖动对象以移动它。Esc 放回原处。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ObjectCommands</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;New object</source>
        <translation>新建对象(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete object</source>
        <translation>删除对象(&amp;D)</translation>
    </message>
    <message>
        <source>Copy to the ne&amp;xt frame</source>
        <translation>复制到下一帧(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Merge the selected objects</source>
        <translation>合并所选对象(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Shape</source>
        <translation>形状(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Grow by a pixel</source>
        <translation>扩大一个像素(&amp;G)</translation>
    </message>
    <message>
        <source>S&amp;hrink by a pixel</source>
        <translation>缩小一个像素(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Smooth the outline</source>
        <translation>平滑轮廓(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Fill holes</source>
        <translation>填充孔洞(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Kind of object</source>
        <translation>对象种类(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Blastomere</source>
        <translation>卵裂球(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Fragment</source>
        <translation>碎片(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Polar body</source>
        <translation>极体(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Uncertain (not counted)</source>
        <translation>不确定（不计数）(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Hide or show object</source>
        <translation>隐藏或显示对象(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock object</source>
        <translation>锁定或解锁对象(&amp;L)</translation>
    </message>
    <message>
        <source>Dep&amp;th</source>
        <translation>远近(&amp;T)</translation>
    </message>
    <message>
        <source>Bring &amp;nearer</source>
        <translation>移近(&amp;N)</translation>
    </message>
    <message>
        <source>Move &amp;farther</source>
        <translation>移远(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Swap the two</source>
        <translation>交换两者(&amp;S)</translation>
    </message>
    <message>
        <source>Carry to &amp;frames…</source>
        <translation>延续到多帧(&amp;F)…</translation>
    </message>
    <message>
        <source>Delete &amp;objects in range…</source>
        <translation>删除一段帧中的对象(&amp;O)…</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ObjectWords</name>
    <message>
        <source>nucleus</source>
        <translation>细胞核</translation>
    </message>
    <message>
        <source>worm</source>
        <translation>线虫</translation>
    </message>
    <message>
        <source>Nuclei</source>
        <translation>细胞核</translation>
    </message>
    <message>
        <source>Worms</source>
        <translation>线虫</translation>
    </message>
    <message>
        <source>Objects (%1)</source>
        <translation>物体（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n nucleus(nuclei)</source>
        <translation>
            <numerusform>%n 个细胞核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worm(s)</source>
        <translation>
            <numerusform>%n 条线虫</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) (%1)</source>
        <translation>
            <numerusform>%n 个物体（%1）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PairImages</name>
    <message>
        <source>Reading pairs</source>
        <translation>正在读取图像对</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PairListModel</name>
    <message>
        <source>Uncertainty %1 nats, %2</source>
        <translation>不确定性 %1 nat，%2</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略去</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PairPreview</name>
    <message>
        <source>The chosen pair</source>
        <translation>所选图像对</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>不确定性</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PairsPage</name>
    <message>
        <source>Pairs</source>
        <translation>图像对</translation>
    </message>
    <message>
        <source>Generated pictures with their labels become training data. With more than about thirty corrected frames of your own they have not been shown to help; whether they do, the comparison after fine-tuning decides.</source>
        <translation>生成图像连同其标注成为训练数据。若您自己已修正的帧超过约三十帧，尚未证明它们有帮助；是否有用，由微调后的比较来决定。</translation>
    </message>
    <message>
        <source>Fine-tune with it…</source>
        <translation>用它微调…</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>不确定性</translation>
    </message>
    <message>
        <source>Pairs, the most uncertain first</source>
        <translation>图像对，最不确定的在前</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Pairs that you accept or reject yourself stay as you decide</source>
        <translation>您亲自接受或拒绝的图像对保持您的决定</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>接受 (A)</translation>
    </message>
    <message>
        <source>Reject (X)</source>
        <translation>拒绝 (X)</translation>
    </message>
    <message>
        <source>Leave out the most uncertain</source>
        <translation>略去最不确定的</translation>
    </message>
    <message>
        <source>First train the interpreter.</source>
        <translation>请先训练解释器。</translation>
    </message>
    <message>
        <source>%1 of %2 accepted</source>
        <translation>已接受 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n 个图像对</numerusform>
        </translation>
    </message>
    <message>
        <source>Make them anew</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Make pairs</source>
        <translation>生成图像对</translation>
    </message>
    <message>
        <source>The interpreter has learned anew since they were made.</source>
        <translation>它们生成之后，解释器又重新学习过。</translation>
    </message>
    <message>
        <source>Reading pairs</source>
        <translation>正在读取图像对</translation>
    </message>
    <message>
        <source>Making pairs</source>
        <translation>正在生成图像对</translation>
    </message>
    <message>
        <source>Writing a training set</source>
        <translation>正在写训练集</translation>
    </message>
    <message numerus="yes">
        <source>The training set with %n frame(s) to learn from is in %1.</source>
        <translation>
            <numerusform>含 %n 帧学习图像的训练集位于 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>one cell</source>
        <translation>一个细胞</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>fragment</source>
        <translation>碎片</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PicturesPage</name>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>The generator learns how your pictures look. It needs no outlines, but many pictures: a few hundred at least, better some thousand, from as many embryos as possible, all of one microscope.</source>
        <translation>生成器学习您的图像是什么样子。它不需要轮廓，但需要很多图像：至少几百幅，最好几千幅，来自尽可能多的胚胎，且出自同一台显微镜。</translation>
    </message>
    <message>
        <source>Open stacks</source>
        <translation>已打开的序列</translation>
    </message>
    <message>
        <source>Neighbouring frames are almost the same picture</source>
        <translation>相邻的帧几乎是同一幅图像</translation>
    </message>
    <message>
        <source>Leave out accepted frames</source>
        <translation>略去已接受的帧</translation>
    </message>
    <message>
        <source>They take part in training sets anyway, and some are held out to judge models by</source>
        <translation>它们本来就会进入训练集，其中一些被留出用来评判模型</translation>
    </message>
    <message>
        <source>Take these pictures</source>
        <translation>使用这些图像</translation>
    </message>
    <message>
        <source>Every n-th frame, n =</source>
        <translation>每 n 帧取一帧，n =</translation>
    </message>
    <message numerus="yes">
        <source>%1   %n frame(s)</source>
        <translation>
            <numerusform>%1   %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>The generator learns from %1. For other pictures, make another factory.</source>
        <translation>生成器学习自：%1。要用其他图像，请另建工厂。</translation>
    </message>
    <message>
        <source>Open the stacks to learn from in the main window; they appear here.</source>
        <translation>请在主窗口打开要学习的序列；它们会出现在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s) chosen</source>
        <translation>
            <numerusform>已选 %Ln 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>: few, so that the generated ones will resemble each other</source>
        <translation>：数量少，生成的图像会彼此相似</translation>
    </message>
    <message>
        <source>. Taken so far: %1</source>
        <translation>。目前使用：%1</translation>
    </message>
    <message>
        <source>Take these instead</source>
        <translation>改用这些</translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s) of %1</source>
        <extracomment>&quot;%1&quot; is like &quot;3 stacks&quot;</extracomment>
        <translation>
            <numerusform>%1的 %Ln 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stack(s)</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking pictures</source>
        <translation>正在选取图像</translation>
    </message>
    <message>
        <source>The pictures have several sizes; the middle square of each is taken. If their scales differ, choose stacks of one scale.</source>
        <translation>图像有多种尺寸；每幅取中间的正方形。若比例尺不同，请选择同一比例尺的序列。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read and are left out.</source>
        <translation>
            <numerusform>%n 幅图像无法读取，已略去。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PolygonTool</name>
    <message>
        <source>Click along the border of a new object, or draw with the button held.</source>
        <translation>沿新对象的边缘逐点单击，或按住按键描画。</translation>
    </message>
    <message>
        <source>Enter or a double click closes. Backspace takes a point back. Esc gives up.</source>
        <translation>Enter 或双击闭合。Backspace 收回一点。Esc 放弃。</translation>
    </message>
    <message>
        <source>The outline holds no pixel of the picture.</source>
        <translation>该轮廓内不含图像的任何像素。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ProgressStrip</name>
    <message>
        <source>Cancel; what is finished stays</source>
        <translation>取消；已完成的部分保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>  %1 / %2</source>
        <translation>  %1 / %2</translation>
    </message>
    <message>
        <source>  ·  %1 left</source>
        <translation>  ·  剩余 %1</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ProjectCommands</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>Open pro&amp;ject…</source>
        <translation>打开项目(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>保存项目(&amp;S)</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>项目另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Audit &amp;trail…</source>
        <translation>审计记录(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Locate missing images…</source>
        <translation>定位缺失的图像(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Your name…</source>
        <translation>您的姓名(&amp;Y)…</translation>
    </message>
    <message>
        <source>Close p&amp;roject</source>
        <translation>关闭项目(&amp;R)</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>其他位置…</translation>
    </message>
    <message>
        <source>%1 was not opened. %2</source>
        <translation>%1 未打开。%2</translation>
    </message>
    <message>
        <source>Looking for images</source>
        <translation>正在查找图像</translation>
    </message>
    <message>
        <source>The images of %1 are others than those that were annotated, but of the same size and number. Check that the silhouettes fit.</source>
        <translation>%1 的图像与标注时的图像不同，但大小和数量相同。请检查轮廓是否吻合。</translation>
    </message>
    <message numerus="yes">
        <source>The images of %n stack(s) were found.</source>
        <translation>
            <numerusform>已找到 %n 个序列的图像。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>What you do cannot be saved at the moment; it is kept and tried again every few seconds. %1</source>
        <translation>您的更改目前无法保存；它们会被保留，并每隔几秒重试一次。%1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>The images of %1 were changed since they were annotated. Check that the silhouettes still fit.</source>
        <translation>%1 的图像在标注之后有变化。请检查轮廓是否仍然吻合。</translation>
    </message>
    <message>
        <source>The images of %1 were moved; they were found in %2.</source>
        <translation>%1 的图像已被移动；在 %2 中找到了它们。</translation>
    </message>
    <message>
        <source>The images of %1 are missing. The annotations can be looked at all the same.</source>
        <translation>%1 的图像缺失。标注仍可查看。</translation>
    </message>
    <message numerus="yes">
        <source>The images of %n stacks are missing. The annotations can be looked at all the same.</source>
        <translation>
            <numerusform>%n 个序列的图像缺失。标注仍可查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Projects (*.blasto)</source>
        <translation>项目 (*.blasto)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>copy of %1</source>
        <translation>副本 %1</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>The stacks that you open or drop here become part of %1.</source>
        <translation>您在此打开或拖放的序列将成为 %1 的一部分。</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Everything is saved in %1. Each change is saved as you make it.</source>
        <translation>所有内容都已保存在 %1 中。之后的每项更改都会即时保存。</translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation>项目另存为</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Locate missing images</source>
        <translation>定位缺失的图像</translation>
    </message>
    <message>
        <source>The project notes who changes what. Until now it knows only your account on this computer.</source>
        <translation>项目会记录谁更改了什么。目前它只知道您在本计算机上的账户。</translation>
    </message>
    <message>
        <source>Your name…</source>
        <translation>您的姓名…</translation>
    </message>
    <message>
        <source>Save the annotations of %1 as a project?</source>
        <translation>将 %1 的标注保存为项目吗？</translation>
    </message>
    <message numerus="yes">
        <source>Save the annotations of %n stacks as a project?</source>
        <translation>
            <numerusform>将 %n 个序列的标注保存为项目吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved project</source>
        <translation>未保存的项目</translation>
    </message>
    <message>
        <source>Without saving, everything that was done in it is lost.</source>
        <translation>不保存的话，其中所做的一切都将丢失。</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t save</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Changes that are not saved</source>
        <translation>未保存的更改</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be saved.</source>
        <translation>
            <numerusform>%n 项更改无法保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Saved as another project nothing is lost.</source>
        <translation>%1
另存为其他项目则不会丢失任何内容。</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Give them up</source>
        <translation>放弃更改(&amp;G)</translation>
    </message>
    <message>
        <source>%1 was left open: %2. That program has not been heard of for a while.</source>
        <translation>%1 未被关闭：%2。那边的程序已有一段时间没有响应。</translation>
    </message>
    <message>
        <source>%1 is open elsewhere: %2. Until it is closed there it can only be looked at.</source>
        <translation>%1 已在别处打开：%2。在那边关闭之前，此处只能查看。</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 is damaged, or no project of Blastoscope. It was left as it is.</source>
        <translation>%1 已损坏，或不是 Blastoscope 项目。文件保持原样。</translation>
    </message>
    <message>
        <source>Save what is readable</source>
        <translation>保存可读取的内容</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>正在修复</translation>
    </message>
    <message>
        <source>Saving what is readable</source>
        <translation>正在保存可读取的内容</translation>
    </message>
    <message>
        <source>%1 holds what could be saved: %2 stacks, %3 frames, %4 objects.</source>
        <translation>%1 包含能够保存的内容：%2 个序列，%3 帧，%4 个对象。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Looking for unsaved projects</source>
        <translation>正在查找未保存的项目</translation>
    </message>
    <message numerus="yes">
        <source>Blastoscope ended before the work on %1 was saved as a project (%2; %n annotated frame(s)). Nothing of it is lost.</source>
        <translation>
            <numerusform>Blastoscope 在将 %1 的工作保存为项目之前就结束了（%2；%n 个已标注的帧）。没有丢失任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;move stack from project…</source>
        <translation>从项目中移除序列(&amp;M)…</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ProjectLoader</name>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::PromptTool</name>
    <message>
        <source>The model is looking… Esc gives up.</source>
        <translation>模型正在查看…Esc 放弃。</translation>
    </message>
    <message>
        <source>The model sees nothing there. Click elsewhere, or draw a box around it.</source>
        <translation>模型在那里没有看到任何对象。请单击别处，或在其周围画一个框。</translation>
    </message>
    <message>
        <source>Click into an object or drag a box around it; the model proposes its outline.</source>
        <translation>单击对象内部，或在其周围拖出一个框；模型会给出建议的轮廓。</translation>
    </message>
    <message>
        <source>Click adds, right click takes away, N: next proposal. </source>
        <translation>单击添加，右键单击去除，N：下一个建议。</translation>
    </message>
    <message>
        <source>Click adds, right click takes away. </source>
        <translation>单击添加，右键单击去除。</translation>
    </message>
    <message>
        <source>Enter gives the object this outline, Esc gives up.</source>
        <translation>Enter 将此轮廓赋予对象，Esc 放弃。</translation>
    </message>
    <message>
        <source>Enter takes it, Esc gives up.</source>
        <translation>Enter 采用，Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::Readout</name>
    <message>
        <source>Blastomeres</source>
        <translation>卵裂球</translation>
    </message>
    <message>
        <source>Cells with a silhouette of their own, without those that are marked as uncertain.</source>
        <translation>有自己轮廓的细胞，不含标为不确定的。</translation>
    </message>
    <message>
        <source>A cell that others cover wholly is not seen. A large fragment may look like a cell.</source>
        <translation>被其他细胞完全遮挡的细胞看不见。大的碎片可能看起来像细胞。</translation>
    </message>
    <message>
        <source>Fragments</source>
        <translation>碎片</translation>
    </message>
    <message>
        <source>Membrane-bound pieces without a nucleus that lie beside the cells.</source>
        <translation>位于细胞旁边、有膜包裹而没有细胞核的小块。</translation>
    </message>
    <message>
        <source>Small fragments between cells are easily missed.</source>
        <translation>细胞之间的小碎片容易漏掉。</translation>
    </message>
    <message>
        <source>Fragment area</source>
        <translation>碎片面积</translation>
    </message>
    <message>
        <source>Share of the fragments in the area that cells and fragments cover together.</source>
        <translation>碎片占细胞和碎片共同覆盖面积的比例。</translation>
    </message>
    <message>
        <source>100 · area of fragments ÷ area of cells and fragments</source>
        <translation>100 · 碎片面积 ÷ 细胞和碎片面积</translation>
    </message>
    <message>
        <source>An area in projection. It is not the share of volume that grading schemes mean.</source>
        <translation>这是投影面积，不是评级方案所指的体积比例。</translation>
    </message>
    <message>
        <source>Evenness</source>
        <translation>均匀度</translation>
    </message>
    <message>
        <source>% CV</source>
        <translation>% CV</translation>
    </message>
    <message>
        <source>Spread of the cell volumes after the size step of each division is taken out: 0 for a perfectly even embryo, also at 3, 5, 6 or 7 cells.</source>
        <translation>扣除每次分裂造成的大小变化后，细胞体积的离散度：对完全均匀的胚胎为 0，在 3、5、6 或 7 细胞时也是如此。</translation>
    </message>
    <message>
        <source>100 · standard deviation ÷ mean of V · 2^generation</source>
        <translation>100 · V · 2^代数 的标准差 ÷ 平均值</translation>
    </message>
    <message>
        <source>Outlines that are 3 % off in diameter alone make about 9 %; do not interpret less than that. Generations are inferred from size while no lineage is known.</source>
        <translation>仅轮廓直径偏差 3 % 就会产生约 9 % 的值；小于此值不要解读。谱系未知时，代数由大小推断。</translation>
    </message>
    <message>
        <source>Smallest ÷ largest</source>
        <translation>最小 ÷ 最大</translation>
    </message>
    <message>
        <source>Equivalent diameter of the smallest cell divided by that of the largest.</source>
        <translation>最小细胞的等效直径除以最大细胞的等效直径。</translation>
    </message>
    <message>
        <source>d min ÷ d max</source>
        <translation>d min ÷ d max</translation>
    </message>
    <message>
        <source>Cells of two generations differ by 1.26 in a normal 3-, 5-, 6- or 7-cell embryo.</source>
        <translation>在正常的 3、5、6 或 7 细胞胚胎中，两代细胞的直径相差 1.26 倍。</translation>
    </message>
    <message>
        <source>Within generation</source>
        <translation>同代之内</translation>
    </message>
    <message>
        <source>The same ratio among cells of one generation; the smallest over the generations.</source>
        <translation>同一代细胞之间的同一比值；取各代中的最小值。</translation>
    </message>
    <message>
        <source>min over generations of d min ÷ d max</source>
        <translation>各代 d min ÷ d max 的最小值</translation>
    </message>
    <message>
        <source>Generations are inferred from size while no lineage is known.</source>
        <translation>谱系未知时，代数由大小推断。</translation>
    </message>
    <message>
        <source>Mean diameter</source>
        <translation>平均直径</translation>
    </message>
    <message>
        <source>Mean of the equivalent diameters: of discs with the area of each whole silhouette.</source>
        <translation>等效直径的平均值：与每个完整轮廓面积相同的圆的直径。</translation>
    </message>
    <message>
        <source>d = 2 · √(A ÷ π)</source>
        <translation>d = 2 · √(A ÷ π)</translation>
    </message>
    <message>
        <source>Cells round up at mitosis and flatten later, so it drifts within a stage.</source>
        <translation>细胞在有丝分裂时变圆，之后变扁，因此在一个序列中会有漂移。</translation>
    </message>
    <message>
        <source>Total volume</source>
        <translation>总体积</translation>
    </message>
    <message>
        <source>Sum of the volumes of spheres with the equivalent diameter of each cell.</source>
        <translation>以每个细胞的等效直径为直径的球的体积之和。</translation>
    </message>
    <message>
        <source>Σ π ÷ 6 · d³</source>
        <translation>Σ π ÷ 6 · d³</translation>
    </message>
    <message>
        <source>Assumes spheres; an error of 3 % in diameter is 9 % here.</source>
        <translation>假定为球体；直径误差 3 % 在这里就是 9 %。</translation>
    </message>
    <message>
        <source>Overlapping pairs</source>
        <translation>重叠的细胞对</translation>
    </message>
    <message>
        <source>Pairs of cells whose silhouettes overlap in the image.</source>
        <translation>在图像中轮廓相互重叠的细胞对。</translation>
    </message>
    <message>
        <source>A projection along the line of sight: overlapping silhouettes need not touch.</source>
        <translation>这是沿视线方向的投影：轮廓重叠的细胞不一定接触。</translation>
    </message>
    <message>
        <source>A cell reaches the border of the image: its size is too small.</source>
        <translation>有细胞触及图像边缘：其尺寸偏小。</translation>
    </message>
    <message>
        <source>Which of two overlapping cells is nearer is not known.</source>
        <translation>不知道两个重叠的细胞中哪一个更近。</translation>
    </message>
    <message>
        <source>A cell is marked as uncertain and not counted.</source>
        <translation>有细胞被标为不确定，未计数。</translation>
    </message>
    <message>
        <source>A silhouette is rounder than a disc can be.</source>
        <translation>有轮廓比圆还圆。</translation>
    </message>
    <message>
        <source>Cells are small for their number: check the pixel size.</source>
        <translation>就其数目而言细胞偏小：请检查像素大小。</translation>
    </message>
    <message>
        <source>Cells are large for their number: check the pixel size.</source>
        <translation>就其数目而言细胞偏大：请检查像素大小。</translation>
    </message>
    <message>
        <source>A cell is very small: fragment or polar body?</source>
        <translation>有细胞非常小：是碎片还是极体？</translation>
    </message>
    <message>
        <source>The model found no embryo in this frame.</source>
        <translation>模型在本帧中没有找到胚胎。</translation>
    </message>
    <message>
        <source>The cells cannot be counted: the embryo may be compacted or cavitated.</source>
        <translation>无法数清细胞：胚胎可能已致密化或形成囊腔。</translation>
    </message>
    <message>
        <source>The model is not sure about this frame.</source>
        <translation>模型对本帧没有把握。</translation>
    </message>
    <message>
        <source>There is more than one embryo in this frame.</source>
        <translation>此帧中有不止一个胚胎。</translation>
    </message>
    <message>
        <source>The embryo reaches beyond the border of the image.</source>
        <translation>胚胎超出了图像边界。</translation>
    </message>
    <message>
        <source>There are more cells than the model was made for.</source>
        <translation>细胞数超出了模型的设计范围。</translation>
    </message>
    <message>
        <source>The cells differ more in size than those of one embryo do.</source>
        <translation>细胞大小的差异超出了同一胚胎的正常范围。</translation>
    </message>
    <message>
        <source>The image looks unlike those that the model was trained on: another model may suit it better.</source>
        <translation>此图像与模型的训练图像差异较大：换用其他模型可能更合适。</translation>
    </message>
    <message>
        <source>Objects with a silhouette of their own, without those that are marked as uncertain.</source>
        <translation>有独立轮廓的物体，不含标记为不确定的物体。</translation>
    </message>
    <message>
        <source>An object that others cover wholly is not seen.</source>
        <translation>被其他物体完全遮挡的物体看不到。</translation>
    </message>
    <message>
        <source>For long objects it is far from their length and width.</source>
        <translation>对细长的物体，它与长度和宽度都相差很远。</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>The smallest of these diameters.</source>
        <translation>这些直径中最小的一个。</translation>
    </message>
    <message>
        <source>An object that the border of the image cuts is larger than it looks.</source>
        <translation>被图像边缘截断的物体比看上去更大。</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>The largest of these diameters.</source>
        <translation>这些直径中最大的一个。</translation>
    </message>
    <message>
        <source>Objects that were not told apart count as one large one.</source>
        <translation>没有分开的物体会被当作一个大物体。</translation>
    </message>
    <message>
        <source>Spread of diameters</source>
        <translation>直径离散度</translation>
    </message>
    <message>
        <source>How much the diameters differ; 0 when all are equal.</source>
        <translation>直径之间的差异程度；全部相等时为 0。</translation>
    </message>
    <message>
        <source>100 · standard deviation ÷ mean of d</source>
        <translation>100 · d 的标准差 ÷ d 的平均值</translation>
    </message>
    <message>
        <source>Pairs of objects whose silhouettes overlap in the image.</source>
        <translation>在图像中轮廓重叠的物体对。</translation>
    </message>
    <message>
        <source>An object reaches the border of the image: its size is too small.</source>
        <translation>有物体触及图像边缘：其尺寸偏小。</translation>
    </message>
    <message>
        <source>Which of two overlapping objects is nearer is not known.</source>
        <translation>两个重叠物体中哪个更近未知。</translation>
    </message>
    <message>
        <source>An object is marked as uncertain and not counted.</source>
        <translation>有物体被标记为不确定，不计数。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReadoutPanel</name>
    <message>
        <source>Unit: %1</source>
        <translation>单位：%1</translation>
    </message>
    <message>
        <source>What it cannot say: %1</source>
        <translation>它不能说明什么：%1</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>校准…</translation>
    </message>
    <message>
        <source>Lengths are in pixels until the pixel size is known</source>
        <translation>在知道像素大小之前，长度以像素为单位</translation>
    </message>
    <message>
        <source>What “%1” means</source>
        <translation>“%1”的含义</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RemoveRangeDialog</name>
    <message>
        <source>Delete objects in range</source>
        <translation>删除一段帧中的对象</translation>
    </message>
    <message>
        <source>Objects of these frames are deleted. Locked ones stay. One undo takes all of it back.</source>
        <translation>删除这些帧中的对象。锁定的对象保留。一次撤销即可全部还原。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>所有种类</translation>
    </message>
    <message>
        <source>Blastomeres</source>
        <translation>卵裂球</translation>
    </message>
    <message>
        <source>Fragments</source>
        <translation>碎片</translation>
    </message>
    <message>
        <source>Polar bodies</source>
        <translation>极体</translation>
    </message>
    <message>
        <source>&amp;Kind of object:</source>
        <translation>对象种类(&amp;K)：</translation>
    </message>
    <message>
        <source>Only in frames that are not &amp;reviewed</source>
        <translation>仅限未审阅的帧(&amp;R)</translation>
    </message>
    <message>
        <source>Only those of the model with a confidence &amp;below</source>
        <translation>仅限模型给出且置信度低于以下数值的对象(&amp;B)</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are deleted.</source>
        <translation>
            <numerusform>将删除 %n 个对象。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the objects a person drew, edited or imported.</source>
        <translation>
            <numerusform>其中 %n 个对象由人工绘制、编辑或导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked object(s) stay.</source>
        <translation>
            <numerusform>%n 个锁定的对象保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RemoveStackDialog</name>
    <message>
        <source>Remove stack from project</source>
        <translation>从项目中移除序列</translation>
    </message>
    <message>
        <source>Outlines, reviews, calibration and history of %1 are deleted from the project. This cannot be undone.

The images stay where they are. The audit trail keeps that a stack was removed, by whom, when and why, under its random id. Copies of the project file are not touched.</source>
        <translation>%1 的轮廓、审阅、校准和历史记录将从项目中删除。此操作无法撤销。

图像保留在原处。审计记录以随机编号保留：有一个序列被移除、由谁、何时、为何。项目文件的副本不受影响。</translation>
    </message>
    <message>
        <source>e.g. consent withdrawn; no names</source>
        <translation>例如：撤回知情同意；请勿填写姓名</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>原因(&amp;R)：</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewCommands</name>
    <message>
        <source>&amp;Review</source>
        <translation>审阅(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Accept and go on</source>
        <translation>接受并继续(&amp;A)</translation>
    </message>
    <message>
        <source>Reject and &amp;go on</source>
        <translation>拒绝并继续(&amp;G)</translation>
    </message>
    <message>
        <source>Frame that needs &amp;eyes most</source>
        <translation>最需要查看的帧(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Next unreviewed frame</source>
        <translation>下一个未审阅的帧(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous unreviewed frame</source>
        <translation>上一个未审阅的帧(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reject this frame</source>
        <translation>拒绝本帧(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back to not reviewed</source>
        <translation>恢复为未审阅(&amp;B)</translation>
    </message>
    <message>
        <source>Every segmented frame of this stack is reviewed.</source>
        <translation>该序列中所有已分割的帧都已审阅。</translation>
    </message>
    <message>
        <source>Next &amp;division</source>
        <translation>下一次分裂(&amp;D)</translation>
    </message>
    <message>
        <source>Previous di&amp;vision</source>
        <translation>上一次分裂(&amp;V)</translation>
    </message>
    <message>
        <source>No division is known. Track the cells first (menu Segment).</source>
        <translation>尚无已知的分裂。请先追踪细胞（“分割”菜单）。</translation>
    </message>
    <message>
        <source>No division comes after this frame.</source>
        <translation>此帧之后没有分裂。</translation>
    </message>
    <message>
        <source>No division comes before this frame.</source>
        <translation>此帧之前没有分裂。</translation>
    </message>
    <message>
        <source>This frame is still being read. Judge it when you see it.</source>
        <translation>该帧仍在读取中。请在看到图像后再作判断。</translation>
    </message>
    <message>
        <source>This frame was neither segmented nor drawn in. Accept it once more if it shows no cells; otherwise segment it first.</source>
        <translation>该帧既未分割也未绘制。如果其中没有细胞，请再次接受；否则请先分割。</translation>
    </message>
    <message>
        <source>Rev&amp;iew range…</source>
        <translation>审阅一段帧(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewPanel</name>
    <message>
        <source>Frames to look at</source>
        <translation>需要查看的帧</translation>
    </message>
    <message>
        <source>Need eyes, most needed first</source>
        <translation>需要查看，最需要的在前</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>置信度低</translation>
    </message>
    <message>
        <source>Odd cell counts</source>
        <translation>细胞数异常</translation>
    </message>
    <message>
        <source>Overlap conflicts</source>
        <translation>重叠冲突</translation>
    </message>
    <message>
        <source>Odd sizes and shapes</source>
        <translation>大小和形状异常</translation>
    </message>
    <message>
        <source>Picked at random</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>All not reviewed</source>
        <translation>所有未审阅的</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Which frames are listed</source>
        <translation>列出哪些帧</translation>
    </message>
    <message>
        <source>%1 / %2 accepted</source>
        <translation>已接受 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>, %n of them corrected</source>
        <translation>
            <numerusform>，其中 %n 帧经过修正</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n rejected</source>
        <translation>
            <numerusform>，%n 帧已拒绝</numerusform>
        </translation>
    </message>
    <message>
        <source>All open stacks: %1 / %2</source>
        <translation>所有已打开的序列：%1 / %2</translation>
    </message>
    <message>
        <source>Open a stack first.</source>
        <translation>请先打开一个序列。</translation>
    </message>
    <message>
        <source>Looking for frames that need eyes…</source>
        <translation>正在寻找需要查看的帧…</translation>
    </message>
    <message>
        <source>Nothing to review yet. Segment the stack or draw the cells first.</source>
        <translation>还没有可审阅的内容。请先分割序列或绘制细胞。</translation>
    </message>
    <message>
        <source>Nothing calls for attention. “All not reviewed” lists what is left.</source>
        <translation>没有引人注意之处。“所有未审阅的”列出其余的帧。</translation>
    </message>
    <message>
        <source>Every segmented frame of this stack is reviewed.</source>
        <translation>该序列中所有已分割的帧都已审阅。</translation>
    </message>
    <message>
        <source>No frame of this kind.</source>
        <translation>没有这一类的帧。</translation>
    </message>
    <message>
        <source>Odd counts</source>
        <translation>异常计数</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewQueue</name>
    <message>
        <source>Looking for frames that need eyes</source>
        <translation>正在寻找需要查看的帧</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ReviewRangeDialog</name>
    <message>
        <source>Review range</source>
        <translation>审阅一段帧</translation>
    </message>
    <message>
        <source>All these frames get the same verdict.</source>
        <translation>所有这些帧都得到同一结论。</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>未审阅</translation>
    </message>
    <message>
        <source>&amp;Verdict:</source>
        <translation>结论(&amp;V)：</translation>
    </message>
    <message>
        <source>You have looked at all of them.</source>
        <translation>这些帧您都看过。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them you have not looked at: they were not on the screen since the stack was opened or their outlines changed.</source>
        <translation>
            <numerusform>其中 %n 帧您尚未看过：自打开序列或轮廓改动以来没有在屏幕上显示过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted frames enter training sets.</source>
        <translation>已接受的帧会进入训练集。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because they were neither segmented nor drawn in.</source>
        <translation>
            <numerusform>%n 帧保持不变，因为既未分割也未绘制。</numerusform>
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
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>%1 · %2 h</source>
        <translation>%1 · %2 h</translation>
    </message>
    <message>
        <source>%1 are almost the same outline</source>
        <translation>%1 的轮廓几乎相同</translation>
    </message>
    <message>
        <source>%1: one lies inside the other</source>
        <translation>%1：一个位于另一个之内</translation>
    </message>
    <message>
        <source>Depth order of %1 contradicts itself</source>
        <translation>%1 的远近顺序自相矛盾</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s), but %1 before and after</source>
        <translation>
            <numerusform>%n 个细胞，但前后都是 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s), but %1 before</source>
        <translation>
            <numerusform>%n 个细胞，但之前是 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) after %1: very many at once</source>
        <translation>
            <numerusform>%n 个细胞，之前是 %1 个：一次增加太多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) after %1: a division?</source>
        <translation>
            <numerusform>%n 个细胞，之前是 %1 个：分裂？</numerusform>
        </translation>
    </message>
    <message>
        <source>No cell was found</source>
        <translation>没有找到细胞</translation>
    </message>
    <message>
        <source>Confidence of %1 is %2</source>
        <translation>%1 的置信度为 %2</translation>
    </message>
    <message>
        <source>%1 has %2 of the usual diameter</source>
        <translation>%1 的直径为通常的 %2</translation>
    </message>
    <message>
        <source>All cells together have %1 of the usual volume</source>
        <translation>所有细胞的总体积为通常的 %1</translation>
    </message>
    <message>
        <source>%1 has an odd shape</source>
        <translation>%1 的形状异常</translation>
    </message>
    <message>
        <source>Picked at random</source>
        <translation>随机抽取</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n 个细胞</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, but %2 before and after</source>
        <comment>count of objects, another count</comment>
        <translation>%1，但前后均为 %2</translation>
    </message>
    <message>
        <source>%1, but %2 before</source>
        <comment>count of objects, another count</comment>
        <translation>%1，但之前为 %2</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <comment>count of objects, another count</comment>
        <translation>%1，之前为 %2</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>什么都没有找到</translation>
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
基于 %2
%3</translation>
    </message>
    <message>
        <source>Average precision of the outlines on held-out frames, in percent; on simulated frames when none are held out</source>
        <translation>轮廓在留出帧上的平均精度（百分比）；没有留出帧时为模拟帧上的值</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>AP (%)</source>
        <translation>AP (%)</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RunSettings</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n 轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>frozen: %1</source>
        <translation>冻结：%1</translation>
    </message>
    <message>
        <source>%1 % simulated</source>
        <translation>模拟帧 %1 %</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RunStatus</name>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>剩余约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>measuring the new model</source>
        <translation>正在测评新模型</translation>
    </message>
    <message>
        <source>comparing it with the old one</source>
        <translation>正在与旧模型比较</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::RunStore</name>
    <message>
        <source>The run “%1” is paused. Only one run trains at a time: stop it first, or let it go on.</source>
        <translation>训练“%1”已暂停。一次只能进行一项训练：请先停止它，或让它继续。</translation>
    </message>
    <message>
        <source>The run “%1” is training. Only one run trains at a time: wait for its end, or stop it.</source>
        <translation>训练“%1”正在进行。一次只能进行一项训练：请等待其结束，或停止它。</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>This run is training. Stop it first.</source>
        <translation>这次训练正在进行。请先停止它。</translation>
    </message>
    <message>
        <source>Looking at the runs</source>
        <translation>正在查看训练</translation>
    </message>
    <message>
        <source>The folder %1 could not be removed.</source>
        <translation>无法移除文件夹 %1。</translation>
    </message>
    <message>
        <source>Deleting removed runs</source>
        <translation>正在删除已移除的训练</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SampleGridView</name>
    <message>
        <source>Samples of the generator</source>
        <translation>生成器的样本</translation>
    </message>
    <message>
        <source>Reading samples</source>
        <translation>正在读取样本</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SampleStacks</name>
    <message>
        <source>Keeping labels</source>
        <translation>正在保存标注</translation>
    </message>
    <message>
        <source>Counting labels</source>
        <translation>正在统计标注</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SaveStateButton</name>
    <message>
        <source>Kept, no project yet</source>
        <translation>已保留，尚无项目</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Cannot save</source>
        <translation>无法保存</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Everything is on the disk, in the program&apos;s own folder. “Save project as…” gives it a place and a name.</source>
        <translation>所有内容都已写入磁盘上程序自己的文件夹。“项目另存为…”可为其指定位置和名称。</translation>
    </message>
    <message>
        <source>Everything is on the disk.</source>
        <translation>所有内容都已写入磁盘。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) on the way to the disk</source>
        <translation>
            <numerusform>%n 项更改正在写入磁盘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%n change(s) wait and are tried again every few seconds. “Save project as…” writes them somewhere else.</source>
        <translation>
            <numerusform>%1
%n 项更改正在等待，每隔几秒重试一次。“项目另存为…”可将其写到别处。</numerusform>
        </translation>
    </message>
    <message>
        <source>The project is open for reading. “Save project as…” makes a copy that can be changed.</source>
        <translation>项目以只读方式打开。“项目另存为…”可创建一个可更改的副本。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SegmentCommands</name>
    <message>
        <source>&amp;Segment</source>
        <translation>分割(&amp;S)</translation>
    </message>
    <message>
        <source>Segment &amp;frame</source>
        <translation>分割本帧(&amp;F)</translation>
    </message>
    <message>
        <source>Segment &amp;all frames</source>
        <translation>分割所有帧(&amp;A)</translation>
    </message>
    <message>
        <source>Segment all open &amp;stacks</source>
        <translation>分割所有已打开的序列(&amp;S)</translation>
    </message>
    <message>
        <source>Segment frame anew, &amp;replacing my work</source>
        <translation>重新分割本帧并替换我的工作(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel segmentation</source>
        <translation>取消分割(&amp;C)</translation>
    </message>
    <message>
        <source>Segmenting</source>
        <translation>正在分割</translation>
    </message>
    <message>
        <source>Segmenting %1</source>
        <translation>正在分割 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) segmented in %1</source>
        <translation>
            <numerusform>用时 %1，已分割 %n 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reviewed frame(s) left as they are</source>
        <translation>
            <numerusform>%n 个已审阅的帧保持不变</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled; what was finished stays</source>
        <translation>已取消；已完成的部分保留</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) could not be segmented: %1</source>
        <translation>
            <numerusform>%n 帧无法分割：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Following the cells of %1</source>
        <translation>正在追踪 %1 的细胞</translation>
    </message>
    <message>
        <source>Segment ran&amp;ge…</source>
        <translation>分割一段帧(&amp;G)…</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SegmentRangeDialog</name>
    <message>
        <source>Segment range</source>
        <translation>分割一段帧</translation>
    </message>
    <message>
        <source>The model segments these frames in the background. What a person drew, edited, imported or locked stays.</source>
        <translation>模型在后台分割这些帧。人工绘制、编辑、导入或锁定的内容保持不变。</translation>
    </message>
    <message>
        <source>&amp;Segment</source>
        <translation>分割(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) are segmented.</source>
        <translation>
            <numerusform>将分割 %n 帧。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) stay as they are, because they are accepted.</source>
        <translation>
            <numerusform>%n 帧保持不变，因为已被接受。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ShapeMender</name>
    <message>
        <source>Mending an outline</source>
        <translation>正在修补轮廓</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Keys &amp;like in</source>
        <translation>按键方案(&amp;L)：</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>按键：</translation>
    </message>
    <message>
        <source>or:</source>
        <translation>或：</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>The keys that this action ships with</source>
        <translation>该操作的默认按键</translation>
    </message>
    <message>
        <source>%1 is used by both “%2” and “%3”. Choose another key for one of them.</source>
        <translation>%1 同时用于“%2”和“%3”。请为其中之一选择其他按键。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SizeHistogram</name>
    <message>
        <source>from %1</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>Diameter of the blastomeres (px)</source>
        <translation>卵裂球直径 (px)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>%1: diameter (px)</source>
        <comment>Nuclei: …</comment>
        <translation>%1：直径 (px)</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SnapStrength</name>
    <message>
        <source>How far the outline goes from the drawn to the mended shape</source>
        <translation>轮廓从所绘形状向修补后的形状靠拢的程度</translation>
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
        <translation>单击一个对象，使其轮廓吸附到细胞的形状。</translation>
    </message>
    <message>
        <source>Looking for the shape… Esc gives up.</source>
        <translation>正在寻找形状…Esc 放弃。</translation>
    </message>
    <message>
        <source>Snapped by %1 %. Enter takes it, Esc gives it up; Alt+wheel: strength.</source>
        <translation>已吸附 %1 %。Enter 采用，Esc 放弃；Alt+滚轮：强度。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::SplitTool</name>
    <message>
        <source>Draw a line across an object to cut it, or click the corners of a bent line.</source>
        <translation>画一条穿过对象的线将其切开，或依次单击折线的各拐点。</translation>
    </message>
    <message>
        <source>Let go, or end with Enter or a double click. Esc gives up.</source>
        <translation>松开，或用 Enter 或双击结束。Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackLineage</name>
    <message>
        <source>Finding out who descends from whom</source>
        <translation>正在确定细胞谱系</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackListModel</name>
    <message>
        <source>%1 of %2 segmented</source>
        <translation>已分割 %1 / %2</translation>
    </message>
    <message>
        <source>%1 / %2 accepted · %3 segmented</source>
        <translation>已接受 %1 / %2 · 已分割 %3</translation>
    </message>
    <message>
        <source>%1 / %2 accepted</source>
        <translation>已接受 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>images missing · %n reviewed</source>
        <translation>
            <numerusform>图像缺失 · 已审阅 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>images missing</source>
        <translation>图像缺失</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackLoader</name>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackMetrics</name>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackPropertiesDialog</name>
    <message>
        <source>8-bit</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>16-bit</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>32-bit float</source>
        <translation>32 位浮点</translation>
    </message>
    <message>
        <source>%1 colour</source>
        <translation>%1 彩色</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 h to %2 h</source>
        <translation>%1 h 至 %2 h</translation>
    </message>
    <message>
        <source>%1 (from the table beside the images)</source>
        <translation>%1（来自图像旁边的表格）</translation>
    </message>
    <message>
        <source>%1 (from the file)</source>
        <translation>%1（来自文件）</translation>
    </message>
    <message>
        <source>%1 (read from the pictures)</source>
        <translation>%1（从图像中读取）</translation>
    </message>
    <message>
        <source>%1 (nominal interval)</source>
        <translation>%1（标称间隔）</translation>
    </message>
    <message>
        <source>not known: lengths are in pixels</source>
        <translation>未知：长度以像素为单位</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>每像素 %1 µm</translation>
    </message>
    <message>
        <source>%1 (entered)</source>
        <translation>%1（手工输入）</translation>
    </message>
    <message>
        <source>%1 (preset)</source>
        <translation>%1（预设）</translation>
    </message>
    <message>
        <source>Properties of %1</source>
        <translation>%1 的属性</translation>
    </message>
    <message>
        <source>Path:</source>
        <translation>路径：</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>大小：</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, %3</source>
        <translation>%1 × %2 像素，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n focal plane(s)</source>
        <translation>
            <numerusform>，%n 个焦平面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n channel(s)</source>
        <translation>
            <numerusform>，%n 个通道</numerusform>
        </translation>
    </message>
    <message>
        <source>Axes:</source>
        <translation>轴：</translation>
    </message>
    <message>
        <source>Times:</source>
        <translation>时间：</translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>校准…</translation>
    </message>
    <message>
        <source>Pixel size:</source>
        <translation>像素大小：</translation>
    </message>
    <message>
        <source>Warnings:</source>
        <translation>警告：</translation>
    </message>
    <message>
        <source>known, at</source>
        <translation>已知，为</translation>
    </message>
    <message>
        <source> h on the stack&apos;s clock</source>
        <translation> h（序列自身的时钟）</translation>
    </message>
    <message>
        <source>Times are then hours post insemination. Without it they are the stack&apos;s own.</source>
        <translation>此后时间为受精后的小时数；否则为序列自身的时间。</translation>
    </message>
    <message>
        <source>Insemination (t0):</source>
        <translation>受精 (t0)：</translation>
    </message>
    <message>
        <source>IVF: sperm added</source>
        <translation>IVF：加入精子</translation>
    </message>
    <message>
        <source>ICSI: injection</source>
        <translation>ICSI：注射</translation>
    </message>
    <message>
        <source>Method:</source>
        <translation>方法：</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StackView</name>
    <message>
        <source>This frame cannot be shown</source>
        <translation>该帧无法显示</translation>
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
        <translation>属性(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
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
        <translation>完整地测量胚胎延时图像中的每一个卵裂球</translation>
    </message>
    <message>
        <source>Research use only. Not for use in diagnostic procedures.</source>
        <translation>仅供研究使用，不得用于诊断。</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近使用的(&amp;R)</translation>
    </message>
    <message>
        <source>A simulated time-lapse of a dividing embryo, to try everything out.</source>
        <translation>一个分裂中的胚胎的模拟延时图像，可用来试用所有功能。</translation>
    </message>
    <message>
        <source>The sample is not installed on this computer.</source>
        <translation>本计算机上没有安装示例。</translation>
    </message>
    <message>
        <source>Go on with %1.</source>
        <translation>继续处理 %1。</translation>
    </message>
    <message>
        <source>A &amp;folder of images…</source>
        <translation>图像文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>A &amp;TIFF stack, video or picture…</source>
        <translation>TIFF 序列、视频或图像(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove from this list</source>
        <translation>从此列表中移除(&amp;R)</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用的</translation>
    </message>
    <message>
        <source>A folder of images, a TIFF stack, a video or a project. Or drop it anywhere in this window.</source>
        <translation>图像文件夹、TIFF 序列、视频或项目。也可以拖放到本窗口的任意位置。</translation>
    </message>
    <message>
        <source>Nothing yet. Stacks and projects that you open are listed here.</source>
        <translation>还没有。您打开的序列和项目会列在这里。</translation>
    </message>
    <message>
        <source>A &amp;project…</source>
        <translation>项目(&amp;P)…</translation>
    </message>
    <message>
        <source>A &amp;new project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::StepList</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ThumbnailReader</name>
    <message>
        <source>Reading a small picture</source>
        <translation>正在读取缩略图</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TimePlot</name>
    <message>
        <source>Time (h)</source>
        <translation>时间 (h)</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TimelineBar</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>Focal plane up</source>
        <translation>焦平面上移</translation>
    </message>
    <message>
        <source>Focal plane down</source>
        <translation>焦平面下移</translation>
    </message>
    <message>
        <source>Focal plane (Shift+wheel, up and down keys)</source>
        <translation>焦平面（Shift+滚轮，上下方向键）</translation>
    </message>
    <message>
        <source>Focal plane</source>
        <translation>焦平面</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
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
        <translation>未审阅</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Frames of the stack</source>
        <translation>序列的各帧</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>not segmented</source>
        <translation>未分割</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n 个细胞</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>count of cells · state of review</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · flagged</source>
        <translation>%1 · 有标记</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ToolCommands</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;Tool</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>E&amp;llipse</source>
        <translation>椭圆(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>多边形(&amp;P)</translation>
    </message>
    <message>
        <source>Points of the &amp;outline</source>
        <translation>轮廓点(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移动(&amp;M)</translation>
    </message>
    <message>
        <source>Spl&amp;it with a line</source>
        <translation>用线拆分(&amp;I)</translation>
    </message>
    <message>
        <source>Sm&amp;aller brush</source>
        <translation>减小画笔(&amp;A)</translation>
    </message>
    <message>
        <source>La&amp;rger brush</source>
        <translation>增大画笔(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Click to segment</source>
        <translation>单击分割(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;nap to the shape of a cell</source>
        <translation>吸附到细胞形状(&amp;N)</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ToolStrip</name>
    <message>
        <source>Diameter of the brush in pixels of the picture</source>
        <translation>画笔直径，以图像像素计</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrackCommands</name>
    <message>
        <source>&amp;Segment</source>
        <translation>分割(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Track cells</source>
        <translation>追踪细胞(&amp;T)</translation>
    </message>
    <message>
        <source>Follow the cells of all frames through time: who stays, who divides</source>
        <translation>对所有帧的细胞进行时间追踪：哪些延续，哪些分裂</translation>
    </message>
    <message>
        <source>Cells are followed from frame to frame. Segment two frames or more first.</source>
        <translation>细胞是逐帧追踪的。请先分割两帧或更多帧。</translation>
    </message>
    <message>
        <source>There are no cells that could be followed.</source>
        <translation>没有可以追踪的细胞。</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) followed from division to division; all tracks stay as they were.</source>
        <translation>
            <numerusform>已从一次分裂到下一次分裂追踪 %n 个细胞；所有轨迹保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) followed from division to division.</source>
        <translation>
            <numerusform>已从一次分裂到下一次分裂追踪 %n 个细胞。</numerusform>
        </translation>
    </message>
    <message>
        <source>Some cells of %1 have tracks already, so the new ones were not followed through time. Tracking the cells anew replaces all tracks.</source>
        <translation>%1 的部分细胞已有轨迹，因此未对新的细胞进行时间追踪。重新追踪会替换所有轨迹。</translation>
    </message>
    <message>
        <source>Track cells</source>
        <translation>追踪细胞</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrackCorrection</name>
    <message>
        <source>&amp;Segment</source>
        <translation>分割(&amp;S)</translation>
    </message>
    <message>
        <source>Cont&amp;inue track of…</source>
        <translation>接续轨迹(&amp;I)…</translation>
    </message>
    <message>
        <source>Choose the cell of the frame before that the selected one continues</source>
        <translation>选择前一帧中由所选细胞接续的细胞</translation>
    </message>
    <message>
        <source>Start &amp;new track here</source>
        <translation>从本帧开始新轨迹(&amp;N)</translation>
    </message>
    <message>
        <source>The selected cells begin in this frame, as daughters do</source>
        <translation>所选细胞从本帧开始，如同子细胞</translation>
    </message>
    <message>
        <source>There is no cell in the frames before</source>
        <translation>前面的帧中没有细胞</translation>
    </message>
    <message>
        <source>Track &amp;%1</source>
        <translation>轨迹 &amp;%1</translation>
    </message>
    <message>
        <source>Cell &amp;%1, which has no track yet</source>
        <translation>细胞 &amp;%1，尚无轨迹</translation>
    </message>
    <message>
        <source>%1, last seen in frame %2</source>
        <translation>%1，最后见于第 %2 帧</translation>
    </message>
    <message>
        <source>The cell continues that track already.</source>
        <translation>该细胞已在接续这条轨迹。</translation>
    </message>
    <message>
        <source>The track begins in this frame already.</source>
        <translation>轨迹已从本帧开始。</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrackingRuns</name>
    <message>
        <source>Following cells</source>
        <translation>正在追踪细胞</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainCommands</name>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Build training set…</source>
        <translation>构建训练集(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Fine-tune…</source>
        <translation>微调(&amp;F)…</translation>
    </message>
    <message>
        <source>The model was copied to %1.</source>
        <translation>模型已复制到 %1。</translation>
    </message>
    <message>
        <source>Checking that the model loads…</source>
        <translation>正在检查模型能否加载…</translation>
    </message>
    <message>
        <source>Checking the model</source>
        <translation>正在检查模型</translation>
    </message>
    <message>
        <source>%1 segments from now on.</source>
        <translation>从现在起由 %1 进行分割。</translation>
    </message>
    <message>
        <source>Fine-tuning of %1 is finished.</source>
        <translation>%1 的微调已完成。</translation>
    </message>
    <message>
        <source>Fine-tuning of %1 ended early: %2</source>
        <translation>%1 的微调提前结束：%2</translation>
    </message>
    <message>
        <source>Compare with the old model</source>
        <translation>与旧模型比较</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>&amp;Labelling factory…</source>
        <translation>标注工厂(&amp;L)…</translation>
    </message>
    <message>
        <source>The generator of the labelling factory %1 is trained.</source>
        <translation>标注工厂 %1 的生成器已训练完成。</translation>
    </message>
    <message>
        <source>Training the generator of the labelling factory %1 ended early: %2</source>
        <translation>标注工厂 %1 的生成器训练提前结束：%2</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainingRun</name>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>正在暂停</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>The training program ended unexpectedly. “Go on” takes the run up again at its last checkpoint.</source>
        <translation>训练程序意外结束。“继续”可从最后一个检查点接着训练。</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在读取</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainingSetDialog</name>
    <message>
        <source>Build a training set</source>
        <translation>构建训练集</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Hold out about</source>
        <translation>留出约</translation>
    </message>
    <message>
        <source>of the frames</source>
        <translation>的帧</translation>
    </message>
    <message>
        <source>Held-out embryos are for judging the new model only. All frames of an embryo stay on one side: neighbouring frames look alike, and a model judged by what it learned always looks good.</source>
        <translation>留出的胚胎只用于评判新模型。同一胚胎的所有帧都归在同一侧：相邻的帧看起来很相似，而用学过的内容来评判模型，结果总会显得很好。</translation>
    </message>
    <message>
        <source>Every object of these frames is outlined</source>
        <translation>这些帧中的每个对象都有轮廓</translation>
    </message>
    <message>
        <source>Otherwise what is not outlined is not taken for background, and counts are not measured</source>
        <translation>否则，没有轮廓的部分不会被当作背景，也不测评计数</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>Fine-tune with it…</source>
        <translation>用它微调…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of the open stacks are accepted.</source>
        <translation>
            <numerusform>已打开的序列中有 %n 帧已接受。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) with outlines wait for review and stay out.</source>
        <translation>
            <numerusform>%n 个有轮廓的帧等待审阅，不会纳入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) were rejected.</source>
        <translation>
            <numerusform>%n 帧已拒绝。</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept frames first: look at a segmented frame, mend its outlines where they are wrong, and press Ctrl+Enter. About twenty frames of five embryos are a good beginning.</source>
        <translation>请先接受一些帧：查看已分割的帧，修正有误的轮廓，然后按 Ctrl+Enter。五个胚胎的二十帧左右是不错的开始。</translation>
    </message>
    <message>
        <source>Looking at the frames</source>
        <translation>正在查看各帧</translation>
    </message>
    <message>
        <source>Folder of the training set</source>
        <translation>训练集的文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a folder for the training set.</source>
        <translation>请选择训练集的文件夹。</translation>
    </message>
    <message>
        <source>Building a training set</source>
        <translation>正在构建训练集</translation>
    </message>
    <message>
        <source>The training set is in %1.</source>
        <translation>训练集位于 %1。</translation>
    </message>
    <message>
        <source>Looking at the open stacks…</source>
        <translation>正在查看已打开的序列…</translation>
    </message>
    <message>
        <source>Looking at the open stacks</source>
        <translation>查看已打开的序列</translation>
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
        <translation>写出训练集</translation>
    </message>
    <message>
        <source>Share of generated ones</source>
        <translation>生成图像所占比例</translation>
    </message>
    <message>
        <source>No accepted frames are open to mix them with.</source>
        <translation>没有打开已接受的帧可与之混合。</translation>
    </message>
    <message numerus="yes">
        <source>beside %n accepted frame(s) of the open stacks</source>
        <translation>
            <numerusform>与已打开序列中 %n 个已接受的帧一起</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::TrainingWindow</name>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>输入内容</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Old and new model</source>
        <translation>旧模型和新模型</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends the run after the present step and keeps how far it is, so that it can go on later</source>
        <translation>在当前步之后结束训练并保留进度，以便日后继续</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Single losses</source>
        <translation>各项损失</translation>
    </message>
    <message>
        <source>What the model is wrong about, part by part: boxes, classes, whole and visible masks, occlusion</source>
        <translation>模型在各部分上的误差：边界框、类别、完整掩膜和可见掩膜、遮挡</translation>
    </message>
    <message>
        <source>Nothing was trained yet. Choose a training set on the left and press “Start fine-tuning”; the defaults are good to begin with.</source>
        <translation>还没有训练过。请在左侧选择训练集，然后按“开始微调”；一开始使用默认设置即可。</translation>
    </message>
    <message>
        <source>%1, from %2
%3</source>
        <translation>%1，基于 %2
%3</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Takes the run up again at its last checkpoint</source>
        <translation>从最后一个检查点接着训练</translation>
    </message>
    <message>
        <source>Lets the run go on</source>
        <translation>让训练继续</translation>
    </message>
    <message>
        <source>The run waits, and its time does not run, until it may go on</source>
        <translation>训练等待且不计时，直到允许继续</translation>
    </message>
    <message>
        <source>Its model is the default. Choose another one first.</source>
        <translation>其模型是默认模型。请先选择另一个模型。</translation>
    </message>
    <message>
        <source>“%1” is training; one run at a time.</source>
        <translation>“%1”正在训练；一次只能进行一项训练。</translation>
    </message>
    <message>
        <source>Remove the run</source>
        <translation>移除训练</translation>
    </message>
    <message>
        <source>Remove the run “%1” with its curves and its model?</source>
        <translation>移除训练“%1”及其曲线和模型吗？</translation>
    </message>
    <message>
        <source>Export the model first if you want to keep it.</source>
        <translation>如需保留模型，请先将其导出。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>blastoscope::ui::ViewCommands</name>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Full view</source>
        <translation>全屏视图(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>Panel “%1”</source>
        <translation>面板“%1”</translation>
    </message>
    <message>
        <source>&amp;Arrange as at first</source>
        <translation>恢复最初的布局(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>外观(&amp;L)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>深色(&amp;A)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>The language changes when Blastoscope is started the next time.</source>
        <translation>下次启动 Blastoscope 时更改语言。</translation>
    </message>
</context>
</TS>
