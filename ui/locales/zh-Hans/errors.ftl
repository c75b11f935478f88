# Why something that was asked for was not done.

engine-stopped = Retake 已停止工作。请重新启动。
engine-not-stored = 无法保存：{ $reason }。没有执行任何操作。请查看数据文件夹中的日志，并重新启动 Retake。
maintenance-failed = 操作失败，你的历史记录没有变化：{ $reason }。
page-busy = 页面没有响应，可能正忙。请重试。
history-unreadable = 无法读取你的历史记录：{ $reason }。
pick-nothing = 没有选取任何内容。点击“在页面上选取”重试。
video-none = 此尝试没有可保存的完成视频。
video-not-saved-why = 视频不会保存：{ $reason }。
refusal-no-image = 请先打开你的一张图片。
refusal-auto-retry-off = 开启自动重试才能开始。
refusal-already-active = 此图片有会话正在运行。请先停止它，再开始另一个。
refusal-not-active = 此图片没有正在运行的会话。
refusal-other-image = 页面现在显示另一张图片。请重新打开此图片，然后开始。
refusal-goal-reached = 目标已达成：最后一个视频在会话结束后到达。
refusal-nothing-to-resume = 此图片没有可恢复的会话。请开始新会话。
refusal-not-queued = 此图片已不在队列中。
refusal-queue-full = 队列已满（{ $most } 张图片）。请先移除一些。
refusal-text-video = 此视频仅由文字生成，Retake 无法再生成。请先打开一张图片。
refusal-several-sources = 此视频由多张图片生成。请先打开你要的那张。
refusal-prompt-needed = 请先输入提示词：页面需要它。
filter-needs-name = 请先为筛选条件命名。
filter-name-too-long = 筛选条件的名称最多 { $most } 个字符。请缩短。
not-kept = 无法保存：{ $reason }。请重试。
image-none-on-clipboard = 剪贴板中没有图片。请先复制一张。
image-too-large = 图片大于 25 MB。请存为文件，再在页面上选择。
image-not-taken = 页面在此处不接受图片。请前往主页再试。
