# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = 操作が必要 – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – サインイン – Retake
title-sign-in-empty = 空のページ – サインイン – Retake
title-sign-in-own = Grok のページ – サインイン – Retake

notification-needs-user = Retake の操作が必要です
notification-success = 目標を達成しました
notification-max-retries = 再試行を使い切りました
notification-timed-out = セッションがタイムアウトしました
notification-rate-limited = セッション終了：Grok の利用制限
notification-stale = セッション終了：Grok が画像を失いました
notification-numbers = { $videos }、{ $retries }、{ $credits }
notification-no-numbers = 詳しくは Retake を開いてください。

page-unloadable = { $host } を読み込めません
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = { $host } を読み込めません：{ $reason }
page-silent = { $host } が応答しません
page-process-ended = ページのプロセスが予期せず終了しました。
page-unloadable-advice = 接続を確認してから、もう一度試してください。サイドバーの履歴は引き続き使えます。
page-try-again = もう一度試す
page-sign-in = 続けるにはサインインしてください
page-sign-in-advice = ウィンドウを閉じましたか？ もう一度開いてください。サイドバーの履歴はサインインなしで使えます。
page-sign-in-why = Grok がサインインを求めています。そのためのウィンドウを開きました。
page-sign-in-button = サインイン

choose-folder = フォルダを選択
