# What many parts of the sidebar say.

plain = { $words }
ok = 确定
cancel = 取消
open = 打开
resume = 恢复
delete = 删除
export = 导出
copy = 复制
copied = 已复制
copy-failed = 无法复制。请选中文字并按 Ctrl+C。
loading = 正在加载…
no-answer = Retake 没有响应（{ $reason }）。请重试或重新启动 Retake。
storage-problem = 无法保存到磁盘：{ $problem }。可以查看现有内容，但无法开始会话。
image-without-prompt = 没有提示词的图片
videos-count = { $count } 个视频
retries-count = { $count } 次重试
attempts-count = { $count } 次尝试
sessions-count = { $count } 个会话
credits-count = { $count } 点额度
videos-of-goal = { $made }/{ $goal } 个视频
retries-of-limit = { $used }/{ $most } 次重试
limits = { $videos }，最多{ $retries }
