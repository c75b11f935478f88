# What was done, as a notice says it.

pick-unchanged = 没有更改。
pick-done = 完成。可以在“设置”中撤销。
recording-started = 正在录制到 { $file }。
recording-holds = 其中包含你的提示词和 Grok 的页面数据。
recording-stopped = 录制内容在 { $file }。
recording-caution = 其中包含你的提示词和 Grok 的页面数据。分享前请先检查。
signed-out = 你已退出登录，页面数据已清除。你在 Retake 中的历史记录会保留。
prompts-exported = 已保存的提示词已导出到 { $file }。
exported-to = 已导出到 { $file }。
backed-up-to = 已备份到 { $file }。
imported = 新导入：{ $images }、{ $sessions }、{ $attempts }。
images-count = { $count } 张图片
forgotten = 已删除 { $count } 张图片的历史记录。
files-stay = 备份、导出文件和已保存的视频都已保留。
restored = 备份已还原。
restore-kept = 之前的历史记录已备份到 { $file }。
taken-over = 已从浏览器扩展导入。新增：{ $taken }。已存在：{ $known }。等待图片：{ $waiting }。
taken-over-waits = 等待中的条目会在 Grok 页面显示更多图片时重试：
and-more = - 还有 { $count } 项
exported-images = 已将{ $images }导出到 { $file }。
