# What many parts of the sidebar say.

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
limits = { $videos }, até { $retries }
