# Why something that was asked for was not done.

engine-stopped = O Retake parou de funcionar. Reinicie-o.
engine-not-stored = Não foi possível salvar isto: { $reason }. Nada foi feito. Veja o registro na pasta de dados e reinicie o Retake.
maintenance-failed = Isto falhou e seu histórico não mudou: { $reason }.
page-busy = A página não respondeu. Talvez esteja ocupada; tente de novo.
history-unreadable = Não é possível ler seu histórico: { $reason }.
pick-nothing = Nada foi escolhido. Pressione “Escolher na página” para tentar de novo.
video-none = Esta tentativa não tem vídeo concluído para salvar.
video-not-saved-why = O vídeo não será salvo: { $reason }.
refusal-no-image = Abra uma de suas imagens primeiro.
refusal-auto-retry-off = Ative a repetição automática para iniciar.
refusal-already-active = Esta imagem tem uma sessão em execução. Pare-a antes de iniciar outra.
refusal-not-active = Esta imagem não tem sessão em execução.
refusal-other-image = A página mostra outra imagem agora. Abra esta de novo e inicie.
refusal-goal-reached = Meta alcançada: o último vídeo chegou depois do fim da sessão.
refusal-nothing-to-resume = Esta imagem não tem sessão para retomar. Inicie uma nova.
refusal-not-queued = Esta imagem não está mais na fila.
refusal-queue-full = { $most ->
    [one] A fila está cheia ({ $most } imagem). Remova alguma primeiro.
   *[other] A fila está cheia ({ $most } imagens). Remova algumas primeiro.
}
queue-row-no-image = nenhuma imagem indicada
queue-row-unknown = o Retake não conhece a imagem “{ $image }”; abra-a uma vez
queue-row-twice = esta imagem já está na linha { $line }
queue-row-queued = já está na fila
queue-row-range = { $column } deve ser um número inteiro de { $from } a { $to }
refusal-text-video = Este vídeo foi feito só de texto, então o Retake não pode fazer mais dele. Abra uma imagem primeiro.
refusal-several-sources = Este vídeo foi feito de várias imagens. Abra primeiro a que você quer.
refusal-prompt-needed = Digite um prompt primeiro: a página precisa de um.
filter-needs-name = Dê um nome ao filtro primeiro.
filter-name-too-long = { $most ->
    [one] O nome de um filtro tem no máximo { $most } caractere. Encurte-o.
   *[other] O nome de um filtro tem no máximo { $most } caracteres. Encurte-o.
}
not-kept = Não foi possível salvar: { $reason }. Tente de novo.
image-none-on-clipboard = Não há imagem na área de transferência. Copie uma primeiro.
image-too-large = A imagem tem mais de 25 MB. Salve-a como arquivo e escolha-o na página.
image-not-taken = A página não aceita imagens aqui. Vá para a página inicial e tente de novo.
