# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = 影片
images = 圖片
library-kind = 顯示內容
library-search = 提示詞、標籤、備註、ID
library-no-match = 沒有符合的項目。請更改搜尋或篩選條件。
library-no-videos = 還沒有影片。Grok 完成後會顯示在這裡。
library-no-images = 還沒有圖片。用圖片產生影片後會顯示在這裡。
size = 大小
date = 日期

filters = 篩選
filters-clear = 顯示全部
filters-kept = 你的篩選條件
filter-name = 篩選條件名稱
filter-saved = 已儲存
filter-resumable = 工作階段可恢復
filter-queued = 在佇列中
filter-nothing = 暫無
choose = 選擇…
remove = 移除
yes = 是
no = 否
check-files = 檢查檔案
check-files-hint = 尋找遺失、損壞或重複的已儲存影片

# What you think of an item: stars, pick or reject, tags, a note.
rating = 評分
not-rated = 未評分
stars-of-five = { $stars } 星（共 5 星）
# The group of the two buttons below.
pick = 選留
pick-it = 選中
reject-it = 排除
picked = 已選中
rejected = 已排除
pick-neither = 都不是
tags = 標籤
tag-add = 輸入標籤後按 Enter
tag-remove = 移除標籤 { $tag }
note = 備註
key-hint = 按鍵 { $key }
key-space = 空白鍵

selected = 已選
selected-count = 已選 { $count } 項
done = 完成
library-deleting = 將在 { $time }後刪除 { $count } 張圖片的歷史記錄。已儲存的檔案會保留。

close = 關閉
previous = 上一個
next = 下一個
place-of = { $place } / { $count }
queued = 排隊中
facts = 詳細資料
fact-date = 建立日期
fact-length = 長度
fact-resolution = 解析度
fact-file = 檔案
fact-image = 圖片
fact-image-id = 圖片 ID
fact-videos-rate = { $videos }，成功率 { $rate }
open-on-grok = 在 Grok 中開啟
show-file = 顯示檔案
save-again = 重新儲存
save-frame = 儲存最後一格
frame-not-drawn = 影片無法在此播放，因此無法儲存最後一格。
only-saved-play = 此處只能播放已儲存的影片。
video-broken = 無法播放 { $file }：檔案已損壞或不在儲存位置。
codec-missing = 此系統無法播放 Grok 影片所用的 H.264。在 Debian 和 Ubuntu 上請安裝 gstreamer1.0-libav 和 gstreamer1.0-plugins-bad，在 Fedora 上請安裝 gstreamer1-plugin-libav 和 gstreamer1-plugins-bad-free，然後重新啟動 Retake。
compare = 比較
compare-play = 播放或暫停
compare-swap = 交換
compare-not-saved = 未儲存，無法播放
