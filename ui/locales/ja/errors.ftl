# Why something that was asked for was not done.

engine-stopped = Retake が動作を停止しました。再起動してください。
engine-not-stored = 保存できませんでした：{ $reason }。何も実行されていません。データフォルダのログを確認し、Retake を再起動してください。
maintenance-failed = 失敗しました。履歴は変わっていません：{ $reason }。
page-busy = ページが応答しませんでした。処理中かもしれません。もう一度試してください。
history-unreadable = 履歴を読めません：{ $reason }。
pick-nothing = 何も選ばれませんでした。「ページで選ぶ」を押してもう一度試してください。
video-none = この試行には保存できる完成した動画がありません。
video-not-saved-why = 動画は保存されません：{ $reason }。
refusal-no-image = 先に自分の画像を開いてください。
refusal-auto-retry-off = 開始するには自動再試行をオンにしてください。
refusal-already-active = この画像はセッションを実行中です。別のセッションを始める前に停止してください。
refusal-not-active = この画像に実行中のセッションはありません。
refusal-other-image = ページは今、別の画像を表示しています。この画像を開き直してから開始してください。
refusal-goal-reached = 目標は達成済みです。最後の動画はセッション終了後に届きました。
refusal-nothing-to-resume = この画像に再開できるセッションはありません。新しく開始してください。
refusal-not-queued = この画像はもうキューにありません。
refusal-queue-full = キューがいっぱいです（{ $most } 枚）。先にいくつか取り除いてください。
refusal-text-video = この動画はテキストだけで作られているため、Retake では続きを作れません。先に画像を開いてください。
refusal-several-sources = この動画は複数の画像から作られています。先に目的の画像を開いてください。
refusal-prompt-needed = 先にプロンプトを入力してください。このページでは必要です。
filter-needs-name = 先にフィルターの名前を入力してください。
filter-name-too-long = フィルターの名前は { $most } 文字までです。短くしてください。
not-kept = 保存できませんでした: { $reason }。もう一度お試しください。
image-none-on-clipboard = クリップボードに画像がありません。先にコピーしてください。
image-too-large = 画像が 25 MB を超えています。ファイルに保存して、ページで選んでください。
image-not-taken = ここではページが画像を受け付けません。トップページに移動して、もう一度お試しください。
