# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = 需要你处理 – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – 登录 – Retake
title-sign-in-empty = 空白页面 – 登录 – Retake
title-sign-in-own = Grok 页面 – 登录 – Retake

notification-needs-user = Retake 需要你处理
notification-success = 目标已达成
notification-max-retries = 重试次数已用完
notification-timed-out = 会话已超时
notification-rate-limited = 会话结束：Grok 的限额
notification-stale = 会话结束：Grok 丢失了图片
notification-numbers = { $videos },{ $retries },{ $credits }
notification-no-numbers = 打开 Retake 查看详情。

page-unloadable = 无法加载 { $host }
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = 无法加载 { $host }：{ $reason }
page-silent = { $host } 没有响应
page-process-ended = 页面进程意外结束。
page-unloadable-advice = 请检查网络连接，然后重试。侧边栏中的历史记录仍可使用。
page-try-again = 重试
page-sign-in = 登录以继续
page-sign-in-advice = 窗口已关闭？重新打开即可。不登录也能使用侧边栏中的历史记录。
page-sign-in-why = Grok 需要你登录。已为此打开一个窗口。
page-sign-in-button = 登录

choose-folder = 选择文件夹
