# What was not as expected, in Health; the technical details stand below each.

problem-queue = キューを続けられませんでした
problem-page-script = ページ内の Retake のスクリプトの一部が失敗しました
problem-command-refused = 要求が拒否されました
problem-store-unreadable = Grok の画像データを読めませんでした
problem-progress = ページがありえない進行状況を示しました
problem-action-result = クリックに対するページの返事が不正です
problem-ambiguous-ids = 試行の ID が矛盾しています
problem-not-confirmed = 試行の終了を確認できませんでした
problem-access-refused = Grok が動画の作成を拒否しました
problem-too-much = ページが一度に多くを送りすぎました
problem-counts-differ = 試行について Grok と Retake が食い違っています
problem-skipped-entries = 使える ID のない項目を飛ばしました
problem-unknown-status = 試行の状態が不明です
problem-unusable-keys = 一部の画像 ID は使えません
problem-other-version = Grok の画像データが新しい版です
problem-other = 予期しないことが起きました
