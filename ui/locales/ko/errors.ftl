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
refusal-text-video = 이 동영상은 텍스트만으로 만들어져 Retake가 더 만들 수 없습니다. 먼저 이미지를 여세요.
refusal-several-sources = 이 동영상은 여러 이미지로 만들어졌습니다. 먼저 원하는 이미지를 여세요.
refusal-prompt-needed = 먼저 프롬프트를 입력하세요. 이 페이지에는 필요합니다.
filter-needs-name = 먼저 필터 이름을 입력하세요.
filter-name-too-long = 필터 이름은 최대 { $most }자입니다. 줄여 주세요.
not-kept = 저장할 수 없습니다: { $reason }. 다시 시도하세요.
image-none-on-clipboard = 클립보드에 이미지가 없습니다. 먼저 복사하세요.
image-too-large = 이미지가 25MB보다 큽니다. 파일로 저장한 뒤 페이지에서 선택하세요.
image-not-taken = 여기서는 페이지가 이미지를 받지 않습니다. 시작 페이지로 가서 다시 시도하세요.
