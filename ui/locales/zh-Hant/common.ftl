# What many parts of the sidebar say.

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
videos-count = { $count } 個影片
retries-count = { $count } 次重試
attempts-count = { $count } 次嘗試
sessions-count = { $count } 個工作階段
credits-count = { $count } 點額度
videos-of-goal = { $made }/{ $goal } 個影片
retries-of-limit = { $used }/{ $most } 次重試
limits = { $videos }，最多{ $retries }
