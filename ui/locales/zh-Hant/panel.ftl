# The page bar, the session's panel, what waits and what is queued.

page-bar = Grok 頁面
page-back = 後退
page-forward = 前進
page-reload = 重新載入
page-home = 首頁
page-tools = 尋找與縮放
page-find = 在頁面中尋找
page-find-none = 沒有相符項目
page-find-previous = 上一個相符項目
page-find-next = 下一個相符項目
page-zoom-out = 縮小
page-zoom-in = 放大

session = 工作階段
session-videos = 影片
session-retries = 重試
session-credits = 額度
session-progress = 本次嘗試的進度

# The state of the session, in a word or two.
status-idle = 就緒
status-unreachable = 沒有頁面
status-needs-user = 需要你處理
status-running = 正在執行
status-waiting = 正在等待
status-paused = 已暫停
status-success = 目標已達成
status-max-retries = 重試次數已用完
status-timed-out = 已逾時
status-rate-limited = 達到限額
status-cancelled = 已停止
status-stale = Grok 遺失了圖片
status-interrupted = 已中斷

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = 開始倒數
activity-retry = 重試倒數
activity-next = 下一個影片倒數
activity-clicking = 正在點按 Grok 的按鈕
activity-generating = 正在生成
activity-reloaded = 頁面已重新載入。正在等待本次嘗試的訊息
activity-confirming = { $outcome }，正在向 Grok 確認
activity-elsewhere = 開啟此圖片以繼續
activity-paused = 自動重試已關閉。Retake 只統計你的嘗試次數。
activity-quiet = 正在等待 Grok
ended-success = 你想要的影片已全部完成。
ended-max-retries = 重試次數已全部用完。
ended-timed-out = 最後一次點按後 Grok 沒有回應。
ended-rate-limited = 你已達到 Grok 的限額。請稍後再試。
ended-cancelled = 由你停止。
ended-stale = Grok 從頁面中移除了此圖片，通常發生在重新載入之後。點按「恢復」以繼續。
ended-interrupted = 此工作階段期間 Retake 被關閉。
attempt-pending = 待處理
attempt-processing = 正在生成
attempt-completed = 已完成
attempt-moderated = 被審核封鎖
attempt-failed = 失敗
attempt-unknown = 未看到結束
attempt-early = 早期
attempt-half-way = 中途
attempt-late = 末尾
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }（推測）
failures-early = 早期 { $count }
failures-half-way = 中途 { $count }
failures-late = 末尾 { $count }

hint-no-post = 在 Grok 中開啟一張圖片即可開始。
hint-looking = 正在尋找圖片…
hint-no-image = 在此頁面找不到圖片。請開啟你的一張圖片，或重新載入頁面。
hint-several-images = 此影片由多張圖片產生。請開啟你要的那張。
hint-open-image = 開啟圖片 { $number }
hint-text-video = 此影片僅由文字產生，沒有對應的圖片。請開啟一張圖片來產生影片。
hint-reload = 重新載入頁面
hint-unreachable = { $problem }。你的歷史記錄仍可使用。
hint-try-again = 重試

limit-over = Grok 的限額應該已經解除。可以恢復工作階段。
limit-until = Grok 將在 { $time } 繼續製作影片。
limit-until-tomorrow = Grok 將在明天 { $time } 繼續製作影片。
limit-until-date = Grok 將在 { $date } { $time } 繼續製作影片。
quota-none = 沒有剩餘的影片。
quota-none-until = { $time } 之前沒有剩餘的影片。
quota-left = 還剩 { $count } 個影片。
quota-left-until = { $time } 之前還剩 { $count } 個影片。

max-retries = 最大重試次數
video-goal = 目標
auto-retry = 自動重試
number-fewer = 減少：{ $label }
number-more = 增加：{ $label }
number-range = 請輸入 { $least } 到 { $most } 之間的整數。
limits-end-title = 這會結束工作階段
limits-end-goal = 目標 { $number } 已經達成。這會立即結束工作階段。
limits-end-retries = 最大重試次數 { $number } 已經用完。這會立即結束工作階段。
limits-end-no = 繼續執行
limits-end-yes = 結束工作階段

prompt = 提示詞
prompt-empty = 留空則使用頁面上的提示詞
prompt-from-image = 使用圖片的提示詞
prompt-no-image = 請先開啟一張圖片，再使用提示詞。
start = 開始
stop = 停止
go-on = 繼續
enqueue = 加入佇列
enqueue-hint = 在前面的圖片完成後執行
resume-hint = 使用相同的提示詞和剩餘的重試次數繼續
start-needs-auto-retry = 開啟自動重試才能開始。
start-needs-limits = 請更正限制後再開始。
start-cost = 最多 { $attempts }。
estimate = 預計約{ $attempts }，{ $credits }。
estimate-time = 預計約{ $attempts }，{ $credits }，{ $time }。
start-over = 重新開始
start-hint = 開始工作階段
stop-hint = Grok 仍會完成正在產生的影片，可能消耗一點額度
point-button = 指定按鈕
point-prompt-box = 指定提示詞輸入框
remedy-reload = 重新載入頁面
remedy-open = 開啟圖片
pick-prompt-box = 點按頁面上的提示詞輸入框。按 Esc 取消。
pick-button = 點按頁面上用於製作影片的按鈕。按 Esc 取消。

waiting-label = 已暫停的工作階段
waiting-title = 已暫停的工作階段
interrupted-label = 已中斷的工作階段
interrupted-title = Retake 關閉時有 { $count } 個工作階段中斷
dismiss = 忽略
close-title = 關閉 Retake？
close-question = 有工作階段正在執行。關閉 Retake 會中斷它，之後可以恢復。
close-no = 保持開啟
close-yes = 關閉 Retake

queue = 佇列
queue-empty = 佇列是空的。用「加入佇列」加入頁面上的圖片，或從歷史記錄加入任何圖片。
queue-emptied = 佇列是空的
queue-removed = 「{ $name }」已不在佇列中
queue-sum = 最多 { $attempts }
queue-sum-left = 最多 { $attempts }，剩餘 { $videos }
queue-health = 開啟狀態
queue-pause = 暫停
queue-clear = 清空佇列
queue-after-session = 此工作階段結束後開始下一個
queue-opening = 正在開啟下一張圖片
queue-next-in = { $time }後處理下一張圖片。使用頁面可使其等待。
queue-paused-user = 由你暫停
queue-paused-rate-limited = 已暫停：你已達到 Grok 的限額
queue-paused-stopped = 已暫停：你停止了一個工作階段
queue-paused-timed-out = 已暫停：上一個工作階段逾時
queue-paused-restarted = 已暫停：Retake 重新啟動過
queue-paused-not-shown = 已暫停：無法開啟下一張圖片
queue-paused-refused = 已暫停：下一個工作階段無法開始（請檢視「狀態」）
queue-up = 上移
queue-remove = 移除

log = 日誌

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = 複製 ID
library = 媒體庫
tabs-label = 側邊欄的各部分
tab-make = 產生
make-empty = 開啟圖片後，限制和提示詞會顯示在這裡。
results = 結果
results-failed = 失敗：{ $failures }
result-open-hint = 在 Grok 頁面上顯示
commands = 所有指令
commands-ask = 你想做什麼？
commands-list = 指令
commands-none = 沒有符合的指令。
deed-resume = 恢復工作階段
deed-enqueue = 將此圖片加入佇列
deed-prompt = 編輯提示詞
deed-queue-pause = 暫停佇列
deed-queue-go-on = 繼續佇列
deed-copy-id = 複製圖片 ID
deed-back = 頁面上一頁
deed-forward = 頁面下一頁
deed-home = 前往 Grok 首頁
deed-go = 前往{ $place }
deed-settings = 設定：{ $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = 實際大小
give-image = 將剪貼簿中的圖片交給頁面
grip = 側邊欄寬度
codecs-cant-play = 此處無法播放影片。
codecs-general = 此系統缺少 H.264 或 AAC：請安裝 GStreamer 的 libav 外掛以及「good」和「bad」外掛，Windows N 請安裝 Media Feature Pack，然後重新啟動 Retake。
codecs-packages = { $system } 缺少 H.264 或 AAC。請安裝以下套件，然後重新啟動 Retake：
codecs-repository = 可能還需要 { $name }。
codecs-copy = 複製指令
machine = 這台電腦
machine-plays = 可播放 H.264 和 AAC
machine-graphics-own = 圖形由系統預設繪製
machine-graphics-with = 圖形設定：
