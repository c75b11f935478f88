# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = OK
cancel = Cancelar
open = Abrir
resume = Retomar
delete = Excluir
export = Exportar
copy = Copiar
copied = Copiado
copy-failed = Não foi possível copiar. Selecione o texto e pressione Ctrl+C.
loading = Carregando…
no-answer = O Retake não respondeu ({ $reason }). Tente de novo ou reinicie o Retake.
storage-problem = Não é possível salvar no disco: { $problem }. Você pode ver o que está aqui, mas não iniciar sessões.
image-without-prompt = Imagem sem prompt
video-without-prompt = Vídeo sem prompt
image-unknown = Imagem desconhecida
image-unknown-hint = Nada indica de qual imagem é este vídeo, então ele não conta em lugar nenhum
from-text = De texto
videos-count = { $count ->
    [one] { $count } vídeo
   *[other] { $count } vídeos
}
retries-count = { $count ->
    [one] { $count } nova tentativa
   *[other] { $count } novas tentativas
}
attempts-count = { $count ->
    [one] { $count } tentativa
   *[other] { $count } tentativas
}
sessions-count = { $count ->
    [one] { $count } sessão
   *[other] { $count } sessões
}
credits-count = { $count ->
    [one] { $count } crédito
   *[other] { $count } créditos
}
videos-of-goal = { $goal ->
    [one] { $made }/{ $goal } vídeo
   *[other] { $made }/{ $goal } vídeos
}
retries-of-limit = { $most ->
    [one] { $used }/{ $most } nova tentativa
   *[other] { $used }/{ $most } novas tentativas
}
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, até { $retries }
back = Voltar
search = Pesquisar
