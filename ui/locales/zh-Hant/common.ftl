# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = 確定
cancel = 取消
open = 開啟
resume = 恢復
delete = 刪除
export = 匯出
copy = 複製
copied = 已複製
copy-failed = 無法複製。請選中文字並按 Ctrl+C。
loading = 正在載入…
no-answer = Retake 沒有回應（{ $reason }）。請重試或重新啟動 Retake。
storage-problem = 無法儲存到磁碟：{ $problem }。可以檢視現有內容，但無法開始工作階段。
image-without-prompt = 沒有提示詞的圖片
video-without-prompt = 沒有提示詞的影片
image-unknown = 圖片未知
image-unknown-hint = 無法得知此影片來自哪張圖片，因此不計入任何統計
from-text = 來自文字
videos-count = { $count } 個影片
retries-count = { $count } 次重試
attempts-count = { $count } 次嘗試
sessions-count = { $count } 個工作階段
credits-count = { $count } 點額度
videos-of-goal = { $made }/{ $goal } 個影片
retries-of-limit = { $used }/{ $most } 次重試
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }，最多{ $retries }
back = 返回
search = 搜尋
