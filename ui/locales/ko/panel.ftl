# The page bar, the session's panel, what waits and what is queued.

page-bar = Grok 페이지
page-back = 뒤로
page-forward = 앞으로
page-reload = 새로고침
page-home = 홈
page-tools = 찾기 및 확대
page-find = 페이지에서 찾기
page-find-none = 결과 없음
page-find-previous = 이전 결과
page-find-next = 다음 결과
page-zoom-out = 축소
page-zoom-in = 확대

session = 세션
session-videos = 동영상
session-retries = 재시도
session-credits = 크레딧
session-progress = 이번 시도의 진행률

# The state of the session, in a word or two.
status-idle = 준비됨
status-unreachable = 페이지 없음
status-needs-user = 확인 필요
status-running = 실행 중
status-waiting = 대기 중
status-paused = 일시정지됨
status-success = 목표 달성
status-max-retries = 재시도 소진
status-timed-out = 시간 초과
status-rate-limited = 한도 도달
status-cancelled = 중지됨
status-stale = Grok이 이미지를 잃음
status-interrupted = 중단됨

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = 시작까지
activity-retry = 재시도까지
activity-next = 다음 동영상까지
activity-clicking = Grok 버튼 클릭 중
activity-generating = 생성 중
activity-reloaded = 페이지를 새로고침했습니다. 이번 시도의 소식을 기다리는 중
activity-confirming = { $outcome }, Grok에 확인 중
activity-elsewhere = 계속하려면 이 이미지를 여세요
activity-paused = 자동 재시도가 꺼져 있습니다. Retake는 시도 횟수만 셉니다.
activity-quiet = Grok을 기다리는 중
ended-success = 원하는 동영상을 모두 만들었습니다.
ended-max-retries = 재시도를 모두 사용했습니다.
ended-timed-out = 마지막 클릭 후 Grok이 응답하지 않았습니다.
ended-rate-limited = Grok의 이용 한도에 도달했습니다. 나중에 다시 시도하세요.
ended-cancelled = 직접 중지했습니다.
ended-stale = Grok이 이 이미지를 페이지에서 제거했습니다. 대개 새로고침 후에 생깁니다. 재개하면 계속됩니다.
ended-interrupted = 이 세션 중에 Retake가 종료되었습니다.
attempt-pending = 대기 중
attempt-processing = 생성 중
attempt-completed = 완료
attempt-moderated = 검열됨
attempt-failed = 실패
attempt-unknown = 끝을 확인 못 함
attempt-early = 초반
attempt-half-way = 중반
attempt-late = 후반
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }(추정)
failures-early = 초반 { $count }
failures-half-way = 중반 { $count }
failures-late = 후반 { $count }

hint-no-post = 시작하려면 Grok에서 이미지를 여세요.
hint-looking = 이미지를 찾는 중…
hint-no-image = 이 페이지에서 이미지를 찾을 수 없습니다. 내 이미지를 열거나 페이지를 새로고침하세요.
hint-several-images = 이 동영상은 여러 이미지로 만들어졌습니다. 원하는 이미지를 여세요.
hint-open-image = 이미지 { $number } 열기
hint-text-video = 이 동영상은 텍스트만으로 만들어져 이미지가 없습니다. 동영상을 만들 이미지를 여세요.
hint-reload = 페이지 새로고침
hint-unreachable = { $problem }. 기록은 계속 사용할 수 있습니다.
hint-try-again = 다시 시도

limit-over = Grok의 한도가 풀렸을 것입니다. 재개할 수 있습니다.
limit-until = Grok은 { $time }에 동영상을 더 만들 수 있습니다.
limit-until-tomorrow = Grok은 내일 { $time }에 동영상을 더 만들 수 있습니다.
limit-until-date = Grok은 { $date } { $time }에 동영상을 더 만들 수 있습니다.
quota-none = 남은 동영상이 없습니다.
quota-none-until = { $time }까지 남은 동영상이 없습니다.
quota-left = 동영상 { $count }개 남음.
quota-left-until = { $time }까지 동영상 { $count }개 남음.

max-retries = 최대 재시도
video-goal = 목표
auto-retry = 자동 재시도
number-fewer = 줄이기: { $label }
number-more = 늘리기: { $label }
number-range = { $least }부터 { $most }까지의 정수를 입력하세요.
limits-end-title = 세션이 종료됩니다
limits-end-goal = 목표 { $number }개에 이미 도달했습니다. 지금 세션이 종료됩니다.
limits-end-retries = 최대 재시도 { $number }회를 이미 사용했습니다. 지금 세션이 종료됩니다.
limits-end-no = 계속 실행
limits-end-yes = 세션 종료

prompt = 프롬프트
prompt-empty = 비워 두면 페이지의 프롬프트를 유지합니다
prompt-from-image = 이미지 프롬프트 사용
prompt-no-image = 먼저 이미지를 연 다음 프롬프트를 사용하세요.
start = 시작
stop = 중지
go-on = 계속
enqueue = 대기열에 추가
enqueue-hint = 앞의 이미지가 끝나면 실행됩니다
resume-hint = 같은 프롬프트와 남은 재시도로 계속합니다
start-needs-auto-retry = 시작하려면 자동 재시도를 켜세요.
start-needs-limits = 시작하려면 한도를 바로잡으세요.
start-cost = 최대 { $attempts }.
estimate = 예상: 약 { $attempts }, { $credits }.
estimate-time = 예상: 약 { $attempts }, { $credits }, { $time }.
start-over = 처음부터 시작
start-hint = 세션 시작
stop-hint = 진행 중인 동영상은 Grok이 끝까지 만들며 크레딧이 들 수 있습니다
point-button = 버튼 지정
point-prompt-box = 프롬프트 입력란 지정
remedy-reload = 페이지 새로고침
remedy-open = 이미지 열기
pick-prompt-box = 페이지에서 프롬프트 입력란을 클릭하세요. Esc로 취소합니다.
pick-button = 페이지에서 동영상을 만드는 버튼을 클릭하세요. Esc로 취소합니다.

waiting-label = 일시정지된 세션
waiting-title = 일시정지된 세션
interrupted-label = 중단된 세션
interrupted-title = Retake 종료로 세션 { $count }개가 중단되었습니다
dismiss = 닫기
close-title = Retake를 종료할까요?
close-question = 세션이 실행 중입니다. Retake를 종료하면 중단되지만 나중에 재개할 수 있습니다.
close-no = 열어 두기
close-yes = Retake 종료

queue = 대기열
queue-empty = 대기열이 비어 있습니다. ‘대기열에 추가’로 페이지의 이미지를 추가하거나 기록에서 이미지를 추가하세요.
queue-emptied = 대기열이 비었습니다
queue-removed = ‘{ $name }’이(가) 대기열에서 빠졌습니다
queue-sum = 최대 { $attempts }
queue-sum-left = 최대 { $attempts }, { $videos } 남음
queue-health = 상태 열기
queue-pause = 일시정지
queue-clear = 대기열 비우기
queue-after-session = 이 세션이 끝나면 다음이 시작됩니다
queue-opening = 다음 이미지를 여는 중
queue-next-in = { $time } 후 다음 이미지. 페이지를 사용하면 기다립니다.
queue-paused-user = 직접 일시정지함
queue-paused-rate-limited = 일시정지: Grok의 한도에 도달했습니다
queue-paused-stopped = 일시정지: 세션을 중지했습니다
queue-paused-timed-out = 일시정지: 지난 세션의 시간이 초과되었습니다
queue-paused-restarted = 일시정지: Retake가 다시 시작되었습니다
queue-paused-not-shown = 일시정지: 다음 이미지를 열 수 없었습니다
queue-paused-refused = 일시정지: 다음 세션을 시작할 수 없었습니다(‘상태’ 참고)
queue-up = 위로 이동
queue-remove = 제거

log = 로그

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = ID 복사
library = 라이브러리
tabs-label = 사이드바 항목
tab-make = 만들기
make-empty = 이미지를 열면 한도와 프롬프트가 여기에 표시됩니다.
results = 결과
results-failed = 실패: { $failures }
result-open-hint = Grok 페이지에서 보기
commands = 모든 명령
commands-ask = 무엇을 하시겠습니까?
commands-list = 명령
commands-none = 일치하는 명령이 없습니다.
deed-resume = 세션 재개
deed-enqueue = 이 이미지를 대기열에 추가
deed-prompt = 프롬프트 편집
deed-queue-pause = 대기열 일시정지
deed-queue-go-on = 대기열 계속
deed-copy-id = 이미지 ID 복사
deed-back = 페이지에서 뒤로
deed-forward = 페이지에서 앞으로
deed-home = Grok 시작 페이지로
deed-go = { $place }(으)로 이동
deed-settings = 설정: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = 원래 크기
give-image = 클립보드의 이미지를 페이지에 전달
grip = 사이드바 너비
codecs-cant-play = 여기서는 동영상을 재생할 수 없습니다.
codecs-general = 이 시스템에는 H.264나 AAC가 없습니다. GStreamer의 libav 플러그인과 ‘good’, ‘bad’ 플러그인을, Windows N에서는 Media Feature Pack을 설치하고 Retake를 다시 시작하세요.
codecs-packages = { $system }에 H.264나 AAC가 없습니다. 다음 패키지를 설치하고 Retake를 다시 시작하세요.
codecs-repository = { $name }도 필요할 수 있습니다.
codecs-copy = 명령 복사
machine = 이 컴퓨터
machine-plays = H.264와 AAC 재생 가능
machine-graphics-own = 그래픽은 시스템 기본값
machine-graphics-with = 그래픽 설정:
