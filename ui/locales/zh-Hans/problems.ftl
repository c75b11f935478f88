# What was not as expected, in Health; the technical details stand below each.

problem-queue = 队列无法继续
problem-page-script = 页面中 Retake 的部分脚本失败
problem-command-refused = 请求被拒绝
problem-store-unreadable = 无法读取 Grok 的图片数据
problem-progress = 页面显示了不可能的进度
problem-action-result = 页面对点击的回应不合理
problem-ambiguous-ids = 尝试的 ID 互相冲突
problem-not-confirmed = 未能确认尝试的结束
problem-access-refused = Grok 拒绝制作视频
problem-too-much = 页面一次发送过多内容
problem-counts-differ = Grok 与 Retake 对一次尝试的结果不一致
problem-skipped-entries = 跳过了没有可用 ID 的条目
problem-unknown-status = 尝试的状态未知
problem-unusable-keys = 部分图片 ID 无法使用
problem-other-version = Grok 的图片数据是新版本
problem-other = 发生了意外情况
