# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = 동영상
images = 이미지
library-kind = 표시할 항목
library-search = 프롬프트, 태그, 메모, ID
library-no-match = 결과가 없습니다. 검색어나 필터를 바꿔 보세요.
library-no-videos = 아직 동영상이 없습니다. Grok이 하나를 완성하면 여기에 나타납니다.
library-no-images = 아직 이미지가 없습니다. 이미지로 동영상을 만들면 여기에 나타납니다.
size = 크기
date = 날짜

filters = 필터
filters-clear = 모두 표시
filters-kept = 내 필터
filter-name = 필터 이름
filter-saved = 저장됨
filter-resumable = 세션 재개 가능
filter-queued = 대기열에 있음
filter-nothing = 아직 없음
choose = 선택…
remove = 제거
yes = 예
no = 아니요
check-files = 파일 확인
check-files-hint = 없어졌거나 손상되었거나 중복된 저장 동영상을 찾습니다

# What you think of an item: stars, pick or reject, tags, a note.
rating = 평점
not-rated = 평점 없음
stars-of-five = 별 5개 중 { $stars }개
# The group of the two buttons below.
pick = 선별
pick-it = 채택
reject-it = 제외
picked = 채택됨
rejected = 제외됨
pick-neither = 둘 다 아님
tags = 태그
tag-add = 태그를 입력하고 Enter
tag-remove = { $tag } 태그 제거
note = 메모
key-hint = { $key } 키
key-space = 스페이스바

selected = 선택됨
selected-count = { $count }개 선택됨
done = 완료
library-deleting = 이미지 { $count }개의 기록을 { $time } 후에 삭제합니다. 저장한 파일은 남습니다.

close = 닫기
previous = 이전
next = 다음
place-of = { $place } / { $count }
queued = 대기 중
facts = 세부 정보
fact-date = 만든 날짜
fact-length = 길이
fact-resolution = 해상도
fact-file = 파일
fact-image = 이미지
fact-image-id = 이미지 ID
fact-videos-rate = { $videos }, 성공률 { $rate }
open-on-grok = Grok에서 열기
show-file = 파일 표시
save-again = 다시 저장
save-frame = 마지막 프레임 저장
frame-not-drawn = 여기서는 동영상이 재생되지 않아 마지막 프레임을 저장할 수 없습니다.
only-saved-play = 저장한 동영상만 여기서 재생됩니다.
video-broken = { $file }을(를) 재생할 수 없습니다. 손상되었거나 저장한 위치에 없습니다.
codec-missing = 이 시스템은 Grok 동영상 형식인 H.264를 재생할 수 없습니다. Debian과 Ubuntu에서는 gstreamer1.0-libav와 gstreamer1.0-plugins-bad를, Fedora에서는 gstreamer1-plugin-libav와 gstreamer1-plugins-bad-free를 설치하고 Retake를 다시 시작하세요.
compare = 비교
compare-play = 재생 또는 일시정지
compare-swap = 바꾸기
compare-not-saved = 저장하지 않아 재생되지 않습니다
