# What was done, as a notice says it.

pick-unchanged = 沒有更改。
pick-done = 完成。可以在「設定」中撤銷。
recording-started = 正在錄製到 { $file }。
recording-holds = 其中包含你的提示詞和 Grok 的頁面資料。
recording-stopped = 錄製內容在 { $file }。
recording-caution = 其中包含你的提示詞和 Grok 的頁面資料。分享前請先檢查。
signed-out = 你已登出，頁面資料已清除。你在 Retake 中的歷史記錄會保留。
prompts-exported = 已儲存的提示詞已匯出到 { $file }。
exported-to = 已匯出到 { $file }。
backed-up-to = 已備份到 { $file }。
imported = 新匯入：{ $images }、{ $sessions }、{ $attempts }。
images-count = { $count } 張圖片
forgotten = 已刪除 { $count } 張圖片的歷史記錄。
files-stay = 備份、匯出檔案和已儲存的影片都已保留。
restored = 備份已還原。
restore-kept = 之前的歷史記錄已備份到 { $file }。
taken-over = 已從瀏覽器擴充套件匯入。新增：{ $taken }。已存在：{ $known }。等待圖片：{ $waiting }。
taken-over-waits = 等待中的條目會在 Grok 頁面顯示更多圖片時重試：
and-more = - 還有 { $count } 項
exported-images = 已將{ $images }匯出到 { $file }。
