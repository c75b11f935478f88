# What was done, as a notice says it.

pick-unchanged = 何も変更されませんでした。
pick-done = 設定しました。「設定」で元に戻せます。
recording-started = { $file } に記録しています。
recording-holds = プロンプトと Grok のページデータが含まれます。
recording-stopped = 記録は { $file } にあります。
recording-caution = プロンプトと Grok のページデータが含まれます。共有する前に内容を確認してください。
signed-out = サインアウトし、ページのデータを消去しました。Retake の履歴は残っています。
prompts-exported = 保存したプロンプトを { $file } に書き出しました。
exported-to = { $file } に書き出しました。
backed-up-to = { $file } にバックアップしました。
imported = 読み込みました（新規）：{ $images }、{ $sessions }、{ $attempts }。
images-count = 画像 { $count } 枚
forgotten = 画像 { $count } 枚の履歴を削除しました。
files-stay = バックアップ、書き出し、保存した動画は残っています。
restored = バックアップを復元しました。
restore-kept = 以前の履歴は { $file } にバックアップされています。
taken-over = ブラウザ拡張から読み込みました。新規：{ $taken }。既存：{ $known }。画像待ち：{ $waiting }。
taken-over-waits = 待っている項目は、Grok のページがほかの画像を表示したときにもう一度試します：
and-more = - ほか { $count } 件
exported-images = { $images }を { $file } に書き出しました。
