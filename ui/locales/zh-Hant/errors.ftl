# Why something that was asked for was not done.

engine-stopped = Retake 已停止工作。請重新啟動。
engine-not-stored = 無法儲存：{ $reason }。沒有執行任何操作。請檢視資料資料夾中的日誌，並重新啟動 Retake。
maintenance-failed = 操作失敗，你的歷史記錄沒有變化：{ $reason }。
page-busy = 頁面沒有回應，可能正忙。請重試。
history-unreadable = 無法讀取你的歷史記錄：{ $reason }。
pick-nothing = 沒有選取任何內容。點按「在頁面上選取」重試。
video-none = 此嘗試沒有可儲存的完成影片。
video-not-saved-why = 影片不會儲存：{ $reason }。
refusal-no-image = 請先開啟你的一張圖片。
refusal-auto-retry-off = 開啟自動重試才能開始。
refusal-already-active = 此圖片有工作階段正在執行。請先停止它，再開始另一個。
refusal-not-active = 此圖片沒有正在執行的工作階段。
refusal-other-image = 頁面現在顯示另一張圖片。請重新開啟此圖片，然後開始。
refusal-goal-reached = 目標已達成：最後一個影片在工作階段結束後到達。
refusal-nothing-to-resume = 此圖片沒有可恢復的工作階段。請開始新工作階段。
refusal-not-queued = 此圖片已不在佇列中。
refusal-queue-full = 佇列已滿（{ $most } 張圖片）。請先移除一些。
