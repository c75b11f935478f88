# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = OK
cancel = キャンセル
open = 開く
resume = 再開
delete = 削除
export = 書き出す
copy = コピー
copied = コピーしました
copy-failed = コピーできませんでした。テキストを選択して Ctrl+C を押してください。
loading = 読み込み中…
no-answer = Retake が応答しませんでした（{ $reason }）。もう一度試すか、Retake を再起動してください。
storage-problem = ディスクに保存できません：{ $problem }。内容は見られますが、セッションは開始できません。
image-without-prompt = プロンプトのない画像
video-without-prompt = プロンプトなしの動画
image-unknown = 画像不明
image-unknown-hint = どの画像の動画かわからないため、どこにも数えません
from-text = テキストから
videos-count = 動画 { $count } 本
retries-count = 再試行 { $count } 回
attempts-count = 試行 { $count } 回
sessions-count = セッション { $count } 件
credits-count = { $count } クレジット
videos-of-goal = 動画 { $made }/{ $goal } 本
retries-of-limit = 再試行 { $used }/{ $most } 回
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }、最大{ $retries }
back = 戻る
search = 検索
