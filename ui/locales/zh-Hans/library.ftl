# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = 视频
images = 图片
library-kind = 显示内容
library-search = 提示词、标签、备注、ID
library-no-match = 没有匹配项。请更改搜索或筛选条件。
library-no-videos = 还没有视频。Grok 完成后会显示在这里。
library-no-images = 还没有图片。用图片生成视频后会显示在这里。
size = 大小
date = 日期

filters = 筛选
filters-clear = 显示全部
filters-kept = 你的筛选条件
filter-name = 筛选条件名称
filter-saved = 已保存
filter-resumable = 会话可恢复
filter-queued = 在队列中
filter-nothing = 暂无
choose = 选择…
remove = 移除
yes = 是
no = 否
check-files = 检查文件
check-files-hint = 查找缺失、损坏或重复的已保存视频

# What you think of an item: stars, pick or reject, tags, a note.
rating = 评分
not-rated = 未评分
stars-of-five = { $stars } 星（共 5 星）
# The group of the two buttons below.
pick = 选留
pick-it = 选中
reject-it = 排除
picked = 已选中
rejected = 已排除
pick-neither = 都不是
tags = 标签
tag-add = 输入标签后按 Enter
tag-remove = 移除标签 { $tag }
note = 备注
key-hint = 按键 { $key }
key-space = 空格键

selected = 已选
selected-count = 已选 { $count } 项
done = 完成
library-deleting = 将在 { $time }后删除 { $count } 张图片的历史记录。已保存的文件会保留。

close = 关闭
previous = 上一个
next = 下一个
place-of = { $place } / { $count }
queued = 排队中
facts = 详情
fact-date = 创建日期
fact-length = 时长
fact-resolution = 分辨率
fact-file = 文件
fact-image = 图片
fact-image-id = 图片 ID
fact-videos-rate = { $videos }，成功率 { $rate }
open-on-grok = 在 Grok 中打开
show-file = 显示文件
save-again = 重新保存
save-frame = 保存最后一帧
frame-not-drawn = 视频无法在此播放，因此无法保存最后一帧。
only-saved-play = 此处只能播放已保存的视频。
video-broken = 无法播放 { $file }：文件已损坏或不在保存位置。
codec-missing = 此系统无法播放 Grok 视频所用的 H.264。在 Debian 和 Ubuntu 上请安装 gstreamer1.0-libav 和 gstreamer1.0-plugins-bad，在 Fedora 上请安装 gstreamer1-plugin-libav 和 gstreamer1-plugins-bad-free，然后重启 Retake。
compare = 比较
compare-play = 播放或暂停
compare-swap = 交换
compare-not-saved = 未保存，无法播放
