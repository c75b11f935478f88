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
refusal-text-video = 此影片僅由文字產生，Retake 無法再產生。請先開啟一張圖片。
refusal-several-sources = 此影片由多張圖片產生。請先開啟你要的那張。
refusal-prompt-needed = 請先輸入提示詞：頁面需要它。
filter-needs-name = 請先為篩選條件命名。
filter-name-too-long = 篩選條件的名稱最多 { $most } 個字元。請縮短。
not-kept = 無法儲存：{ $reason }。請再試一次。
image-none-on-clipboard = 剪貼簿中沒有圖片。請先複製一張。
image-too-large = 圖片大於 25 MB。請存為檔案，再於頁面上選擇。
image-not-taken = 頁面在此處不接受圖片。請前往首頁再試。
