# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = 動画
images = 画像
library-kind = 表示するもの
library-search = プロンプト、タグ、メモ、ID
library-no-match = 見つかりません。検索かフィルターを変えてください。
library-no-videos = 動画はまだありません。Grok が作り終えるとここに表示されます。
library-no-images = 画像はまだありません。画像から動画を作るとここに表示されます。
size = サイズ
date = 日付

filters = フィルター
filters-clear = すべて表示
filters-kept = 保存したフィルター
filter-name = フィルターの名前
filter-saved = 保存済み
filter-resumable = セッションを再開できる
filter-queued = キューにある
filter-nothing = まだなし
choose = 選択…
remove = 削除
yes = はい
no = いいえ
check-files = ファイルを確認
check-files-hint = 見つからない、壊れている、重複している保存済み動画を探します

# What you think of an item: stars, pick or reject, tags, a note.
rating = 評価
not-rated = 評価なし
stars-of-five = 5 つ星中 { $stars }
# The group of the two buttons below.
pick = 選別
pick-it = 採用
reject-it = 不採用
picked = 採用
rejected = 不採用
pick-neither = どちらでもない
tags = タグ
tag-add = タグを入力して Enter
tag-remove = タグ { $tag } を外す
note = メモ
key-hint = { $key } キー
key-space = スペースキー

selected = 選択中
selected-count = { $count } 件を選択中
done = 完了
library-deleting = 画像 { $count } 枚の履歴を { $time }後に削除します。保存したファイルは残ります。

close = 閉じる
previous = 前へ
next = 次へ
place-of = { $place } / { $count }
queued = 待機中
facts = 詳細
fact-date = 作成日
fact-length = 長さ
fact-resolution = 解像度
fact-file = ファイル
fact-image = 画像
fact-image-id = 画像 ID
fact-videos-rate = { $videos }、成功率 { $rate }
open-on-grok = Grok で開く
show-file = ファイルを表示
save-again = もう一度保存
save-frame = 最後のフレームを保存
frame-not-drawn = この環境では動画を再生できないため、最後のフレームを保存できませんでした。
only-saved-play = ここで再生できるのは保存した動画だけです。
video-broken = { $file } を再生できません。ファイルが壊れているか、保存した場所にありません。
codec-missing = このシステムでは、Grok の動画で使われる H.264 を再生できません。Debian と Ubuntu では gstreamer1.0-libav と gstreamer1.0-plugins-bad、Fedora では gstreamer1-plugin-libav と gstreamer1-plugins-bad-free をインストールして、Retake を再起動してください。
compare = 比較
compare-play = 再生または一時停止
compare-swap = 入れ替え
compare-not-saved = 未保存のため再生できません
