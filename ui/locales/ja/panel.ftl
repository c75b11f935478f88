# The page bar, the session's panel, what waits and what is queued.

page-bar = Grok のページ
page-back = 戻る
page-forward = 進む
page-reload = 再読み込み
page-home = ホーム
page-tools = 検索と拡大縮小
page-find = ページ内を検索
page-find-none = 見つかりません
page-find-previous = 前の一致
page-find-next = 次の一致
page-zoom-out = 縮小
page-zoom-in = 拡大

session = セッション
session-videos = 動画
session-retries = 再試行
session-credits = クレジット
session-progress = この試行の進行状況

# The state of the session, in a word or two.
status-idle = 準備完了
status-unreachable = ページなし
status-needs-user = 操作が必要
status-running = 実行中
status-waiting = 待機中
status-paused = 一時停止
status-success = 目標達成
status-max-retries = 再試行の上限
status-timed-out = タイムアウト
status-rate-limited = 利用制限
status-cancelled = 停止済み
status-stale = Grok が画像を失いました
status-interrupted = 中断

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = 開始まで
activity-retry = 再試行まで
activity-next = 次の動画まで
activity-clicking = Grok のボタンをクリック中
activity-generating = 生成中
activity-reloaded = ページが再読み込みされました。この試行の知らせを待っています
activity-confirming = { $outcome }、Grok に確認中
activity-elsewhere = 続けるにはこの画像を開いてください
activity-paused = 自動再試行はオフです。Retake は試行を数えるだけです。
activity-quiet = Grok を待っています
ended-success = 希望の動画がすべてできました。
ended-max-retries = 再試行をすべて使いました。
ended-timed-out = 最後のクリックの後、Grok が応答しませんでした。
ended-rate-limited = Grok の利用制限に達しました。後でもう一度試してください。
ended-cancelled = あなたが停止しました。
ended-stale = Grok がこの画像をページから外しました（多くは再読み込みの後）。再開すると続けられます。
ended-interrupted = このセッション中に Retake が終了しました。
attempt-pending = 保留中
attempt-processing = 生成中
attempt-completed = 完了
attempt-moderated = モデレート
attempt-failed = 失敗
attempt-unknown = 終わりを未確認
attempt-early = 序盤
attempt-half-way = 中盤
attempt-late = 終盤
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }（推定）
failures-early = 序盤 { $count }
failures-half-way = 中盤 { $count }
failures-late = 終盤 { $count }

hint-no-post = Grok で画像を開いて始めましょう。
hint-looking = 画像を探しています…
hint-no-image = このページに画像が見つかりません。自分の画像を開くか、ページを再読み込みしてください。
hint-several-images = この動画は複数の画像から作られています。目的の画像を開いてください。
hint-open-image = 画像 { $number } を開く
hint-text-video = この動画はテキストだけで作られているため、元の画像がありません。動画を作る画像を開いてください。
hint-reload = ページを再読み込み
hint-unreachable = { $problem }。履歴は引き続き使えます。
hint-try-again = もう一度試す

limit-over = Grok の制限は終わったはずです。再開できます。
limit-until = Grok は { $time } から動画をまた作成できます。
limit-until-tomorrow = Grok は明日 { $time } から動画をまた作成できます。
limit-until-date = Grok は { $date } { $time } から動画をまた作成できます。
quota-none = 残りの動画はありません。
quota-none-until = { $time } まで残りの動画はありません。
quota-left = 残り { $count } 本。
quota-left-until = { $time } まで残り { $count } 本。

max-retries = 最大再試行回数
video-goal = 目標
auto-retry = 自動再試行
number-fewer = 減らす：{ $label }
number-more = 増やす：{ $label }
number-range = { $least }〜{ $most } の整数を入力してください。
limits-end-title = セッションが終了します
limits-end-goal = 目標 { $number } 本はすでに達成しています。今すぐセッションが終了します。
limits-end-retries = 最大再試行回数 { $number } 回はすでに使い切っています。今すぐセッションが終了します。
limits-end-no = 続ける
limits-end-yes = セッションを終了

prompt = プロンプト
prompt-empty = 空のままならページのプロンプトを使います
prompt-from-image = 画像のプロンプトを使う
prompt-no-image = 先に画像を開いてから、プロンプトを使ってください。
start = 開始
stop = 停止
go-on = 続ける
enqueue = キューに追加
enqueue-hint = 前の画像が終わると実行されます
resume-hint = 同じプロンプトと残りの再試行で続けます
start-needs-auto-retry = 開始するには自動再試行をオンにしてください。
start-needs-limits = 開始するには上限の数値を直してください。
start-cost = 最大で{ $attempts }。
estimate = 目安：{ $attempts }、{ $credits }。
estimate-time = 目安：{ $attempts }、{ $credits }、{ $time }。
start-over = 最初から開始
start-hint = セッションを開始
stop-hint = 作成中の動画は Grok が最後まで作るため、クレジットがかかることがあります
point-button = ボタンを指定
point-prompt-box = プロンプト欄を指定
remedy-reload = ページを再読み込み
remedy-open = 画像を開く
pick-prompt-box = ページのプロンプト欄をクリックしてください。Esc で取り消します。
pick-button = ページの動画作成ボタンをクリックしてください。Esc で取り消します。

waiting-label = 一時停止中のセッション
waiting-title = 一時停止中のセッション
interrupted-label = 中断されたセッション
interrupted-title = Retake の終了で { $count } 件のセッションが中断されました
dismiss = 閉じる
close-title = Retake を終了しますか？
close-question = セッションを実行中です。Retake を終了すると中断されますが、後で再開できます。
close-no = 開いたままにする
close-yes = Retake を終了

queue = キュー
queue-empty = キューは空です。「キューに追加」でページの画像を、または履歴から画像を追加してください。
queue-emptied = キューは空です
queue-removed = 「{ $name }」をキューから外しました
queue-sum = 最大で{ $attempts }
queue-sum-left = 最大で{ $attempts }、残り { $videos }
queue-health = 状態を開く
queue-pause = 一時停止
queue-clear = キューを空にする
queue-after-session = このセッションが終わると次が始まります
queue-opening = 次の画像を開いています
queue-next-in = 次の画像まで { $time }。ページを操作すると待ちます。
queue-paused-user = あなたが一時停止しました
queue-paused-rate-limited = 一時停止：Grok の利用制限に達しました
queue-paused-stopped = 一時停止：セッションを停止しました
queue-paused-timed-out = 一時停止：前のセッションがタイムアウトしました
queue-paused-restarted = 一時停止：Retake が再起動しました
queue-paused-not-shown = 一時停止：次の画像を開けませんでした
queue-paused-refused = 一時停止：次のセッションを開始できませんでした（「状態」を参照）
queue-up = 上へ
queue-remove = 取り除く

log = ログ

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = ID をコピー
library = ライブラリ
tabs-label = サイドバーの項目
tab-make = 作成
make-empty = 画像を開くと、上限とプロンプトがここに表示されます。
results = 結果
results-failed = 失敗: { $failures }
result-open-hint = Grok のページで表示
commands = すべてのコマンド
commands-ask = 何をしますか?
commands-list = コマンド
commands-none = 該当するコマンドはありません。
deed-resume = セッションを再開
deed-enqueue = この画像をキューに追加
deed-prompt = プロンプトを編集
deed-queue-pause = キューを一時停止
deed-queue-go-on = キューを続ける
deed-copy-id = 画像の ID をコピー
deed-back = ページを戻る
deed-forward = ページを進む
deed-home = Grok のトップページへ
deed-go = { $place }へ移動
deed-settings = 設定: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = 実際のサイズ
give-image = クリップボードの画像をページに渡す
grip = サイドバーの幅
codecs-cant-play = ここでは動画を再生できません。
codecs-general = このシステムには H.264 か AAC がありません。GStreamer の libav プラグインと「good」「bad」プラグイン、Windows N では Media Feature Pack をインストールして、Retake を再起動してください。
codecs-packages = { $system } には H.264 か AAC がありません。次のパッケージをインストールして、Retake を再起動してください:
codecs-repository = { $name } も必要な場合があります。
codecs-copy = コマンドをコピー
machine = このコンピューター
machine-plays = H.264 と AAC を再生できます
machine-graphics-own = グラフィックはシステムの標準
machine-graphics-with = グラフィックの設定:
