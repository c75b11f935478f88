# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = 확인
cancel = 취소
open = 열기
resume = 재개
delete = 삭제
export = 내보내기
copy = 복사
copied = 복사됨
copy-failed = 복사할 수 없습니다. 텍스트를 선택하고 Ctrl+C를 누르세요.
loading = 불러오는 중…
no-answer = Retake가 응답하지 않았습니다({ $reason }). 다시 시도하거나 Retake를 다시 시작하세요.
storage-problem = 디스크에 저장할 수 없습니다: { $problem }. 내용은 볼 수 있지만 세션을 시작할 수 없습니다.
image-without-prompt = 프롬프트 없는 이미지
video-without-prompt = 프롬프트 없는 동영상
image-unknown = 이미지 알 수 없음
image-unknown-hint = 어느 이미지의 동영상인지 알 수 없어 어디에도 집계하지 않습니다
from-text = 텍스트에서
videos-count = 동영상 { $count }개
retries-count = 재시도 { $count }회
attempts-count = 시도 { $count }회
sessions-count = 세션 { $count }개
credits-count = 크레딧 { $count }개
videos-of-goal = 동영상 { $made }/{ $goal }개
retries-of-limit = 재시도 { $used }/{ $most }회
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, 최대 { $retries }
back = 뒤로
search = 검색
