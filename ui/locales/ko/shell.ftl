# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = 확인 필요 – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – 로그인 – Retake
title-sign-in-empty = 빈 페이지 – 로그인 – Retake
title-sign-in-own = Grok 페이지 – 로그인 – Retake

notification-needs-user = Retake에서 확인이 필요합니다
notification-success = 목표 달성
notification-max-retries = 재시도 소진
notification-timed-out = 세션 시간 초과
notification-rate-limited = 세션 종료: Grok의 한도
notification-stale = 세션 종료: Grok이 이미지를 잃음
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = 자세한 내용은 Retake를 여세요.

page-unloadable = { $host } 페이지를 불러올 수 없습니다
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = { $host } 페이지를 불러올 수 없습니다: { $reason }
page-silent = { $host } 응답 없음
page-process-ended = 페이지 프로세스가 예기치 않게 종료되었습니다.
page-unloadable-advice = 연결을 확인한 다음 다시 시도하세요. 사이드바의 기록은 계속 사용할 수 있습니다.
page-try-again = 다시 시도
page-sign-in = 계속하려면 로그인하세요
page-sign-in-advice = 창을 닫았나요? 다시 여세요. 사이드바의 기록은 로그인 없이도 사용할 수 있습니다.
page-sign-in-why = Grok이 로그인을 요청합니다. 이를 위한 창을 열었습니다.
page-sign-in-button = 로그인

choose-folder = 폴더 선택
