# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = 需要你處理 – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – 登入 – Retake
title-sign-in-empty = 空白頁面 – 登入 – Retake
title-sign-in-own = Grok 頁面 – 登入 – Retake

notification-needs-user = Retake 需要你處理
notification-success = 目標已達成
notification-max-retries = 重試次數已用完
notification-timed-out = 工作階段已逾時
notification-rate-limited = 工作階段結束：Grok 的限額
notification-stale = 工作階段結束：Grok 遺失了圖片
notification-numbers = { $videos },{ $retries },{ $credits }
notification-no-numbers = 開啟 Retake 檢視詳情。

page-unloadable = 無法載入 { $host }
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = 無法載入 { $host }：{ $reason }
page-silent = { $host } 沒有回應
page-process-ended = 頁面程序意外結束。
page-unloadable-advice = 請檢查網路連線，然後重試。側邊欄中的歷史記錄仍可使用。
page-try-again = 重試
page-sign-in = 登入以繼續
page-sign-in-advice = 視窗已關閉？重新開啟即可。不登入也能使用側邊欄中的歷史記錄。
page-sign-in-why = Grok 需要你登入。已為此開啟一個視窗。
page-sign-in-button = 登入

choose-folder = 選擇資料夾
