# The page bar, the session's panel, what waits and what is queued.

page-bar = Página do Grok
page-back = Voltar
page-forward = Avançar
page-reload = Recarregar
page-home = Início
page-tools = Busca e zoom
page-find = Buscar na página
page-find-none = Nenhum resultado
page-find-previous = Resultado anterior
page-find-next = Próximo resultado
page-zoom-out = Reduzir
page-zoom-in = Ampliar

session = Sessão
session-videos = Vídeos
session-retries = Novas tentativas
session-credits = Créditos
session-progress = Progresso desta tentativa

# The state of the session, in a word or two.
status-idle = Pronto
status-unreachable = Sem página
status-needs-user = Precisa de você
status-running = Em execução
status-waiting = Aguardando
status-paused = Em pausa
status-success = Meta alcançada
status-max-retries = Sem novas tentativas
status-timed-out = Tempo esgotado
status-rate-limited = Limite atingido
status-cancelled = Parada
status-stale = Perdida pelo Grok
status-interrupted = Interrompida

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = Começa em
activity-retry = Nova tentativa em
activity-next = Próximo vídeo em
activity-clicking = Clicando no botão do Grok
activity-generating = Gerando
activity-reloaded = Página recarregada. Aguardando notícias desta tentativa
activity-confirming = { $outcome }, confirmando com o Grok
activity-elsewhere = Abra esta imagem para continuar
activity-paused = A repetição automática está desativada. O Retake só conta suas tentativas.
activity-quiet = Aguardando o Grok
ended-success = Você tem todos os vídeos que queria.
ended-max-retries = Todas as novas tentativas foram usadas.
ended-timed-out = O Grok não respondeu após o último clique.
ended-rate-limited = Você atingiu o limite do Grok. Tente mais tarde.
ended-cancelled = Parada por você.
ended-stale = O Grok removeu esta imagem da página, em geral após recarregar. Retome para continuar.
ended-interrupted = O Retake foi fechado durante esta sessão.
attempt-pending = Pendente
attempt-processing = Gerando
attempt-completed = Concluída
attempt-moderated = Moderada
attempt-failed = Falhou
attempt-unknown = Fim não visto
attempt-early = no início
attempt-half-way = na metade
attempt-late = no fim
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }, provavelmente
failures-early = { $count } no início
failures-half-way = { $count } na metade
failures-late = { $count } no fim

hint-no-post = Abra uma imagem no Grok para começar.
hint-looking = Procurando a imagem…
hint-no-image = Nenhuma imagem encontrada nesta página. Abra uma de suas imagens ou recarregue a página.
hint-several-images = Este vídeo foi feito de várias imagens. Abra a que você quer.
hint-open-image = Abrir imagem { $number }
hint-text-video = Este vídeo foi feito só de texto, então não tem imagem. Abra uma imagem para fazer vídeos dela.
hint-reload = Recarregar página
hint-unreachable = { $problem }. Seu histórico continua funcionando.
hint-try-again = Tentar de novo

limit-over = O limite do Grok já deve ter acabado. Você pode retomar.
limit-until = O Grok fará mais vídeos às { $time }.
limit-until-tomorrow = O Grok fará mais vídeos amanhã às { $time }.
limit-until-date = O Grok fará mais vídeos em { $date } às { $time }.
quota-none = Não restam vídeos.
quota-none-until = Não restam vídeos até { $time }.
quota-left = { $count ->
    [one] Resta { $count } vídeo.
   *[other] Restam { $count } vídeos.
}
quota-left-until = { $count ->
    [one] Resta { $count } vídeo até { $time }.
   *[other] Restam { $count } vídeos até { $time }.
}

max-retries = Máx. de novas tentativas
video-goal = Meta
auto-retry = Repetição automática
number-fewer = Menos: { $label }
number-more = Mais: { $label }
number-range = Digite um número inteiro de { $least } a { $most }.
limits-end-title = Isto encerra a sessão
limits-end-goal = A meta de { $number } já foi alcançada. Isto encerra a sessão agora.
limits-end-retries = O máximo de { $number } novas tentativas já foi usado. Isto encerra a sessão agora.
limits-end-no = Continuar executando
limits-end-yes = Encerrar sessão

prompt = Prompt
prompt-empty = Deixe vazio para manter o prompt da página
prompt-from-image = Usar prompt da imagem
prompt-no-image = Abra uma imagem primeiro e depois use o prompt.
start = Iniciar
stop = Parar
go-on = Continuar
pause = Pausar
pause-hint = O vídeo em andamento ainda termina. Nada mais começa até você continuar.
enqueue = Adicionar à fila
enqueue-hint = Executa depois das imagens anteriores
resume-hint = Continuar com o mesmo prompt e as novas tentativas restantes
start-needs-auto-retry = Ative a repetição automática para iniciar.
start-needs-limits = Corrija os limites para iniciar.
start-cost = Até { $attempts }.
estimate = Cerca de { $attempts }, { $credits }.
estimate-time = Cerca de { $attempts }, { $credits }, { $time }.
start-over = Recomeçar
start-hint = Iniciar uma sessão
stop-hint = O Grok ainda termina o vídeo em andamento, o que pode custar um crédito
point-button = Mostrar o botão
point-prompt-box = Mostrar a caixa do prompt
remedy-reload = Recarregar página
remedy-open = Abrir imagem
remedy-auto-retry = Ativar a repetição automática
remedy-data-folder = Abrir a pasta de dados
pick-prompt-box = Clique na caixa do prompt na página. Esc cancela.
pick-button = Clique no botão da página que cria um vídeo. Esc cancela.

waiting-label = Sessões em pausa
waiting-title = Sessões em pausa
interrupted-label = Sessões interrompidas
interrupted-title = { $count ->
    [one] { $count } sessão foi interrompida ao fechar o Retake
   *[other] { $count } sessões foram interrompidas ao fechar o Retake
}
dismiss = Dispensar
close-title = Fechar o Retake?
close-question = Há uma sessão em execução. Fechar o Retake a interrompe; você pode retomá-la depois.
close-no = Manter aberto
close-yes = Fechar o Retake

queue = Fila
queue-empty = Nada na fila. Adicione a imagem da página com “Adicionar à fila”, ou qualquer imagem do histórico.
queue-emptied = A fila está vazia
queue-removed = “{ $name }” não está mais na fila
queue-sum = Até { $attempts }
queue-sum-left = Até { $attempts }, restam { $videos }
queue-health = Abrir Estado
queue-pause = Pausar
queue-clear = Limpar fila
queue-after-session = A próxima começa quando esta sessão terminar
queue-opening = Abrindo a próxima imagem
queue-next-in = Próxima imagem em { $time }. Use a página para segurá-la.
queue-paused-user = Pausada por você
queue-paused-rate-limited = Pausada: você atingiu o limite do Grok
queue-paused-stopped = Pausada: você parou uma sessão
queue-paused-timed-out = Pausada: o tempo da última sessão se esgotou
queue-paused-restarted = Pausada: o Retake reiniciou
queue-paused-not-shown = Pausada: não foi possível abrir a próxima imagem
queue-paused-refused = Pausada: a próxima sessão não pôde começar (veja Estado)
queue-up = Mover para cima
queue-remove = Remover
queue-import = Adicionar de CSV
queue-import-hint = Um arquivo com as colunas image (id ou URL do post), prompt, max_retries e goal
queue-import-take = Adicionar { $images }
queue-import-none = Nenhuma linha deste arquivo pode ser adicionada.
queue-import-line = Linha { $line }: { $why }
queue-edit = Editar
queue-edit-starts-over = Já tinha começado. Depois de salvar, começa de novo.
queue-move = Mover “{ $name }”, posição { $place } de { $count }
queue-move-hint = Arraste para mover ou pressione as setas para cima e para baixo
queue-done = Concluído
queue-done-cleared = A lista de concluídos foi limpa
queue-done-clear = Limpar lista
queue-retry-failed = Tentar de novo o que falhou ({ $count })
queue-retry-failed-hint = Põe de novo na fila o que terminou sem atingir a meta
queue-twice = Esta imagem já está na fila. Substituir o prompt e os limites?
queue-twice-no = Deixar como está
queue-twice-yes = Substituir

log = Registro

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = Copiar ID
library = Biblioteca
tabs-label = Partes da barra lateral
tab-make = Criar
make-empty = Os limites e o prompt aparecem aqui quando uma imagem está aberta.
results = Resultados
results-failed = falhas: { $failures }
result-open-hint = Mostrar na página do Grok
result-play = Reproduzir
result-star = Estrela
result-star-hint = A biblioteca o mostra como “Escolhido”
commands = Todos os comandos
commands-ask = O que você quer fazer?
commands-list = Comandos
commands-none = Nenhum comando corresponde.
palette-resume = Retomar a sessão
palette-enqueue = Adicionar esta imagem à fila
palette-prompt = Editar o prompt
palette-pause = Pausar a sessão
palette-go-on = Continuar a sessão
palette-queue-pause = Pausar a fila
palette-queue-go-on = Continuar a fila
palette-copy-id = Copiar o ID da imagem
palette-back = Voltar na página
palette-forward = Avançar na página
palette-home = Ir para a página inicial do Grok
palette-go = Ir para { $place }
palette-settings = Configurações: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = Tamanho original
give-image = Dar à página a imagem da área de transferência
grip = Largura da barra lateral
codecs-cant-play = Os vídeos não são reproduzidos aqui.
codecs-general = Falta H.264 ou AAC neste sistema: instale o plugin libav do GStreamer e os plugins “good” e “bad”, ou no Windows N o Media Feature Pack. Depois reinicie o Retake.
codecs-packages = Falta H.264 ou AAC em { $system }. Instale estes pacotes e reinicie o Retake:
codecs-repository = Talvez também precisem de { $name }.
codecs-copy = Copiar o comando
machine = Este computador
machine-plays = Reproduz H.264 e AAC
machine-graphics-own = Gráficos como o sistema os desenha
machine-graphics-with = Gráficos com
