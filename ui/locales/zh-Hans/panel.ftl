# The page bar, the session's panel, what waits and what is queued.

page-bar = Grok 页面
page-back = 后退
page-forward = 前进
page-reload = 重新加载
page-home = 主页
page-tools = 查找和缩放
page-find = 在页面中查找
page-find-none = 没有匹配项
page-find-previous = 上一个匹配项
page-find-next = 下一个匹配项
page-zoom-out = 缩小
page-zoom-in = 放大

session = 会话
session-videos = 视频
session-retries = 重试
session-credits = 额度
session-progress = 本次尝试的进度

# The state of the session, in a word or two.
status-idle = 就绪
status-unreachable = 没有页面
status-needs-user = 需要你处理
status-running = 正在运行
status-waiting = 正在等待
status-paused = 已暂停
status-success = 目标已达成
status-max-retries = 重试次数已用完
status-timed-out = 已超时
status-rate-limited = 达到限额
status-cancelled = 已停止
status-stale = Grok 丢失了图片
status-interrupted = 已中断

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = 开始倒计时
activity-retry = 重试倒计时
activity-next = 下一个视频倒计时
activity-clicking = 正在点击 Grok 的按钮
activity-generating = 正在生成
activity-reloaded = 页面已重新加载。正在等待本次尝试的消息
activity-confirming = { $outcome }，正在向 Grok 确认
activity-elsewhere = 打开此图片以继续
activity-paused = 自动重试已关闭。Retake 只统计你的尝试次数。
activity-quiet = 正在等待 Grok
ended-success = 你想要的视频已全部完成。
ended-max-retries = 重试次数已全部用完。
ended-timed-out = 最后一次点击后 Grok 没有响应。
ended-rate-limited = 你已达到 Grok 的限额。请稍后再试。
ended-cancelled = 由你停止。
ended-stale = Grok 从页面中移除了此图片，通常发生在重新加载之后。点击“恢复”以继续。
ended-interrupted = 此会话期间 Retake 被关闭。
attempt-pending = 待处理
attempt-processing = 正在生成
attempt-completed = 已完成
attempt-moderated = 被审核拦截
attempt-failed = 失败
attempt-unknown = 未看到结束
attempt-early = 早期
attempt-half-way = 中途
attempt-late = 末尾
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }（推测）
failures-early = 早期 { $count }
failures-half-way = 中途 { $count }
failures-late = 末尾 { $count }

hint-no-post = 在 Grok 中打开一张图片即可开始。
hint-looking = 正在查找图片…
hint-no-image = 在此页面找不到图片。请打开你的一张图片，或重新加载页面。
hint-several-images = 此视频由多张图片生成。请打开你要的那张。
hint-open-image = 打开图片 { $number }
hint-text-video = 此视频仅由文字生成，没有对应的图片。请打开一张图片来生成视频。
hint-reload = 重新加载页面
hint-unreachable = { $problem }。你的历史记录仍可使用。
hint-try-again = 重试

limit-over = Grok 的限额应该已经解除。可以恢复会话。
limit-until = Grok 将在 { $time } 继续制作视频。
limit-until-tomorrow = Grok 将在明天 { $time } 继续制作视频。
limit-until-date = Grok 将在 { $date } { $time } 继续制作视频。
quota-none = 没有剩余的视频。
quota-none-until = { $time } 之前没有剩余的视频。
quota-left = 还剩 { $count } 个视频。
quota-left-until = { $time } 之前还剩 { $count } 个视频。

max-retries = 最大重试次数
video-goal = 目标
auto-retry = 自动重试
number-fewer = 减少：{ $label }
number-more = 增加：{ $label }
number-range = 请输入 { $least } 到 { $most } 之间的整数。
limits-end-title = 这会结束会话
limits-end-goal = 目标 { $number } 已经达成。这会立即结束会话。
limits-end-retries = 最大重试次数 { $number } 已经用完。这会立即结束会话。
limits-end-no = 继续运行
limits-end-yes = 结束会话

prompt = 提示词
prompt-empty = 留空则使用页面上的提示词
prompt-from-image = 使用图片的提示词
prompt-no-image = 请先打开一张图片，再使用提示词。
start = 开始
stop = 停止
go-on = 继续
enqueue = 加入队列
enqueue-hint = 在前面的图片完成后运行
resume-hint = 使用相同的提示词和剩余的重试次数继续
start-needs-auto-retry = 开启自动重试才能开始。
start-needs-limits = 请更正限制后再开始。
start-cost = 最多 { $attempts }。
estimate = 预计约{ $attempts }，{ $credits }。
estimate-time = 预计约{ $attempts }，{ $credits }，{ $time }。
start-over = 重新开始
start-hint = 开始会话
stop-hint = Grok 仍会完成正在生成的视频，可能消耗一点额度
point-button = 指出按钮
point-prompt-box = 指出提示词输入框
remedy-reload = 重新加载页面
remedy-open = 打开图片
pick-prompt-box = 点击页面上的提示词输入框。按 Esc 取消。
pick-button = 点击页面上用于制作视频的按钮。按 Esc 取消。

waiting-label = 已暂停的会话
waiting-title = 已暂停的会话
interrupted-label = 已中断的会话
interrupted-title = Retake 关闭时有 { $count } 个会话中断
dismiss = 忽略
close-title = 关闭 Retake？
close-question = 有会话正在运行。关闭 Retake 会中断它，之后可以恢复。
close-no = 保持打开
close-yes = 关闭 Retake

queue = 队列
queue-empty = 队列为空。用“加入队列”添加页面上的图片，或从历史记录中添加任意图片。
queue-emptied = 队列为空
queue-removed = “{ $name }”已不在队列中
queue-sum = 最多 { $attempts }
queue-sum-left = 最多 { $attempts }，剩余 { $videos }
queue-health = 打开状况
queue-pause = 暂停
queue-clear = 清空队列
queue-after-session = 此会话结束后开始下一个
queue-opening = 正在打开下一张图片
queue-next-in = { $time }后处理下一张图片。使用页面可使其等待。
queue-paused-user = 由你暂停
queue-paused-rate-limited = 已暂停：你已达到 Grok 的限额
queue-paused-stopped = 已暂停：你停止了一个会话
queue-paused-timed-out = 已暂停：上一个会话超时
queue-paused-restarted = 已暂停：Retake 重新启动过
queue-paused-not-shown = 已暂停：无法打开下一张图片
queue-paused-refused = 已暂停：下一个会话无法开始（请查看“状况”）
queue-up = 上移
queue-remove = 移除

log = 日志

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = 复制 ID
library = 媒体库
tabs-label = 侧边栏的各部分
tab-make = 生成
make-empty = 打开图片后，限制和提示词会显示在这里。
results = 结果
results-failed = 失败：{ $failures }
result-open-hint = 在 Grok 页面上显示
commands = 所有命令
commands-ask = 你想做什么？
commands-list = 命令
commands-none = 没有匹配的命令。
deed-resume = 恢复会话
deed-enqueue = 将此图片加入队列
deed-prompt = 编辑提示词
deed-queue-pause = 暂停队列
deed-queue-go-on = 继续队列
deed-copy-id = 复制图片 ID
deed-back = 页面后退
deed-forward = 页面前进
deed-home = 前往 Grok 主页
deed-go = 前往{ $place }
deed-settings = 设置：{ $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = 实际大小
give-image = 将剪贴板中的图片交给页面
grip = 侧边栏宽度
codecs-cant-play = 此处无法播放视频。
codecs-general = 此系统缺少 H.264 或 AAC：请安装 GStreamer 的 libav 插件以及“good”和“bad”插件，Windows N 请安装 Media Feature Pack，然后重启 Retake。
codecs-packages = { $system } 缺少 H.264 或 AAC。请安装以下软件包，然后重启 Retake：
codecs-repository = 可能还需要 { $name }。
codecs-copy = 复制命令
machine = 这台电脑
machine-plays = 可播放 H.264 和 AAC
machine-graphics-own = 图形由系统默认绘制
machine-graphics-with = 图形设置：
