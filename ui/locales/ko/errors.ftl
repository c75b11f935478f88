# Why something that was asked for was not done.

engine-stopped = Retake가 작동을 멈췄습니다. 다시 시작하세요.
engine-not-stored = 저장할 수 없습니다: { $reason }. 아무것도 하지 않았습니다. 데이터 폴더의 로그를 확인하고 Retake를 다시 시작하세요.
maintenance-failed = 실패했으며 기록은 그대로입니다: { $reason }.
page-busy = 페이지가 응답하지 않았습니다. 사용 중일 수 있으니 다시 시도하세요.
history-unreadable = 기록을 읽을 수 없습니다: { $reason }.
pick-nothing = 선택한 것이 없습니다. ‘페이지에서 선택’을 눌러 다시 시도하세요.
video-none = 이 시도에는 저장할 완성된 동영상이 없습니다.
video-not-saved-why = 동영상을 저장하지 않습니다: { $reason }.
refusal-no-image = 먼저 내 이미지를 여세요.
refusal-auto-retry-off = 시작하려면 자동 재시도를 켜세요.
refusal-already-active = 이 이미지의 세션이 실행 중입니다. 다른 세션을 시작하기 전에 중지하세요.
refusal-not-active = 이 이미지의 실행 중인 세션이 없습니다.
refusal-other-image = 페이지가 지금 다른 이미지를 표시합니다. 이 이미지를 다시 연 다음 시작하세요.
refusal-goal-reached = 목표 달성: 마지막 동영상이 세션이 끝난 뒤에 도착했습니다.
refusal-nothing-to-resume = 이 이미지에는 재개할 세션이 없습니다. 새로 시작하세요.
refusal-not-queued = 이 이미지는 더 이상 대기열에 없습니다.
refusal-queue-full = 대기열이 가득 찼습니다(이미지 { $most }개). 먼저 일부를 제거하세요.
