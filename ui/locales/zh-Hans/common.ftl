# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
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
video-without-prompt = 没有提示词的视频
image-unknown = 图片未知
image-unknown-hint = 无法得知此视频来自哪张图片，因此不计入任何统计
from-text = 来自文字
videos-count = { $count } 个视频
retries-count = { $count } 次重试
attempts-count = { $count } 次尝试
sessions-count = { $count } 个会话
credits-count = { $count } 点额度
videos-of-goal = { $made }/{ $goal } 个视频
retries-of-limit = { $used }/{ $most } 次重试
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }，最多{ $retries }
back = 返回
search = 搜索
