# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = Histórico
history-empty = Nenhuma imagem ainda. Cada imagem da qual você faz vídeos aparece aqui.
history-step-sign-in = Entre no Grok. O login do Google não funciona dentro de aplicativos; use e-mail, X ou Apple.
history-step-image = Abra uma imagem e defina quantos vídeos você quer e quantas novas tentativas permite.
history-step-start = Pressione Iniciar. O Retake clica no botão do Grok por você e para nos seus limites.
history-no-match = Nenhum resultado.
history-clear = Limpar filtros
history-search-label = Buscar no histórico por prompt ou id
history-order = Ordenar por
history-order-recent = Recentes
history-order-videos = Mais vídeos
history-order-rate = Melhor taxa
history-outcome = Resultado
history-outcome-all = Todas as imagens
history-outcome-completed = Com vídeos
history-outcome-without = Sem vídeos ainda
history-outcome-moderated = Moderadas
history-outcome-failed = Com falha
history-outcome-running = Em execução
history-outcome-resumable = Pode ser retomada
history-period = Período
history-period-any = Qualquer data
history-period-day = Últimas 24 horas
history-period-week = Últimos 7 dias
history-period-month = Últimos 30 dias

card-moderated = Moderadas: { $count }
card-failed = Com falha: { $count }
card-rate = Taxa de sucesso
detail-created = Criada
detail-limits = Limites
detail-auto-retry-on = { $limits }, repetição automática ativada
detail-auto-retry-off = { $limits }, repetição automática desativada
detail-pages = { $count ->
    [one] { $count } página do Grok
   *[other] { $count } páginas do Grok
}
detail-open-hint = Abre esta imagem no Grok
detail-resume-hint = Abre a imagem e retoma sua última sessão
detail-enqueue-hint = Coloca na fila com o último prompt e os próprios limites
detail-copy-prompt = Copiar prompt
detail-stop-first = Pare a sessão para excluir o histórico.
detail-delete-question = Excluir o histórico desta imagem? Todas as sessões e tentativas serão perdidas.
detail-delete = Excluir histórico

sessions = Sessões
prompt-use = Usar
prompt-use-hint = Colocar este prompt na caixa do prompt
prompt-add = Adicionar
prompt-add-hint = Adicionar ao prompt da imagem na página
timeline = Linha do tempo
by-hand = Feitas à mão
clip-length = clipe de { $length }
took = levou { $span }
step-waiting = Aguardando para clicar: { $kind }
step-unanswered = Clique sem resposta da página: { $kind }
step-clicked = Clique: { $kind }
step-not-clicked = Sem clique: { $reason }
step-dropped = Cancelado antes de executar: { $kind }
step-first = primeira tentativa
step-retry = nova tentativa
step-next = próximo vídeo
step-pause = após uma pausa de { $span }
step-late = { $span } de atraso: a página mostrava outra coisa ou outro clique veio antes

video-save = Salvar
video-save-hint = Salvar este vídeo
video-saving = Salvando…
video-saved = Salvo: { $file }
video-not-saved = Não salvo. { $reason }
video-retry = Tentar de novo
video-show = Mostrar
video-show-hint = Mostrar o arquivo na pasta

notice-deleting = Excluindo “{ $name }”
notice-undo = Desfazer
notice-delete-now = Excluir agora
notice-resuming = Abrindo “{ $name }” para retomar a sessão
notice-not-resumed = A página não mostrou “{ $name }” em { $span }, então nada foi retomado. Abra a imagem e pressione Retomar.
download-running = Salvando { $name }: { $bytes }
download-running-of = Salvando { $name }: { $bytes } de { $all }
download-saved = Salvo em { $path }
download-failed = { $name } não foi salvo. { $reason }

chance-none = Nenhuma tentativa terminou ainda.
chance-no-video = Nenhum vídeo ainda. Espere pelo menos { $attempts } para um.
chance-about = Cerca de { $typical } tentativas por vídeo.
chance-between = Cerca de { $typical } tentativas por vídeo, provavelmente de { $least } a { $most }.
chance-goal = Provavelmente necessário para { $videos }: cerca de { $attempts }.
chance-goal-between = Provavelmente necessário para { $videos }: de { $least } a { $most } tentativas.
rate-of-attempts = das tentativas viraram vídeo
rate-likely = provavelmente { $low }–{ $high }
layer-early = { $count } no início (0–24%)
layer-half-way = { $count } na metade (25–87%)
layer-late = { $count } no fim (88–100%)
