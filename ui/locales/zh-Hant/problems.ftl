# What was not as expected, in Health; the technical details stand below each.

problem-queue = 佇列無法繼續
problem-page-script = 頁面中 Retake 的部分指令碼失敗
problem-command-refused = 請求被拒絕
problem-store-unreadable = 無法讀取 Grok 的圖片資料
problem-progress = 頁面顯示了不可能的進度
problem-action-result = 頁面對點按的回應不合理
problem-ambiguous-ids = 嘗試的 ID 互相沖突
problem-not-confirmed = 未能確認嘗試的結束
problem-access-refused = Grok 拒絕製作影片
problem-too-much = 頁面一次傳送過多內容
problem-counts-differ = Grok 與 Retake 對一次嘗試的結果不一致
problem-skipped-entries = 跳過了沒有可用 ID 的條目
problem-unknown-status = 嘗試的狀態未知
problem-unusable-keys = 部分圖片 ID 無法使用
problem-other-version = Grok 的圖片資料是新版本
problem-other = 發生了意外情況
