# What was not as expected, in Health; the technical details stand below each.

problem-queue = 대기열을 계속할 수 없었습니다
problem-page-script = 페이지 안의 Retake 스크립트 일부가 실패했습니다
problem-command-refused = 요청이 거부되었습니다
problem-store-unreadable = Grok의 이미지 데이터를 읽을 수 없었습니다
problem-progress = 페이지가 불가능한 진행률을 표시했습니다
problem-action-result = 클릭에 대한 페이지의 응답이 올바르지 않습니다
problem-ambiguous-ids = 시도의 ID가 서로 충돌합니다
problem-not-confirmed = 시도가 끝났는지 확인되지 않았습니다
problem-access-refused = Grok이 동영상 만들기를 거부했습니다
problem-too-much = 페이지가 한 번에 너무 많이 보냈습니다
problem-counts-differ = 시도에 대해 Grok과 Retake가 서로 다릅니다
problem-skipped-entries = 쓸 수 있는 ID가 없는 항목을 건너뛰었습니다
problem-unknown-status = 시도의 상태를 알 수 없습니다
problem-unusable-keys = 일부 이미지 ID는 쓸 수 없습니다
problem-other-version = Grok의 이미지 데이터가 새 버전입니다
problem-other = 예기치 않은 일이 생겼습니다
