# What was done, as a notice says it.

pick-unchanged = 바뀐 것이 없습니다.
pick-done = 완료. 설정에서 되돌릴 수 있습니다.
recording-started = { $file } 파일에 기록 중입니다.
recording-holds = 프롬프트와 Grok 페이지 데이터가 들어 있습니다.
recording-stopped = 기록은 { $file } 파일에 있습니다.
recording-caution = 프롬프트와 Grok 페이지 데이터가 들어 있습니다. 공유하기 전에 살펴보세요.
signed-out = 로그아웃했고 페이지 데이터를 지웠습니다. Retake 기록은 남아 있습니다.
prompts-exported = 저장한 프롬프트를 { $file } 파일로 내보냈습니다.
exported-to = { $file } 파일로 내보냈습니다.
backed-up-to = { $file } 파일로 백업했습니다.
imported = 새로 가져옴: { $images }, { $sessions }, { $attempts }.
images-count = 이미지 { $count }개
forgotten = 이미지 { $count }개의 기록을 삭제했습니다.
files-stay = 백업, 내보내기, 저장한 동영상은 남아 있습니다.
restored = 백업을 복원했습니다.
restore-kept = 이전 기록은 { $file } 파일에 백업되어 있습니다.
taken-over = 브라우저 확장 프로그램에서 가져왔습니다. 새 항목: { $taken }. 이미 있음: { $known }. 이미지 대기: { $waiting }.
taken-over-waits = 대기 중인 항목은 Grok 페이지가 다른 이미지를 표시하면 다시 시도합니다:
and-more = - 외 { $count }개
exported-images = { $images }를 { $file } 파일로 내보냈습니다.
