# What was done, as a notice says it.

pick-unchanged = Nada mudou.
pick-done = Pronto. Você pode desfazer isto em Configurações.
recording-started = Gravando em { $file }.
recording-holds = Contém seus prompts e os dados da página do Grok.
recording-stopped = A gravação está em { $file }.
recording-caution = Contém seus prompts e os dados da página do Grok. Confira antes de compartilhar.
signed-out = Você saiu e os dados da página foram apagados. Seu histórico do Retake fica.
prompts-exported = Prompts salvos exportados para { $file }.
exported-to = Exportado para { $file }.
backed-up-to = Backup em { $file }.
imported = Importado, novo aqui: { $images }, { $sessions } e { $attempts }.
images-count = { $count ->
    [one] { $count } imagem
   *[other] { $count } imagens
}
forgotten = { $count ->
    [one] Histórico de { $count } imagem excluído.
   *[other] Histórico de { $count } imagens excluído.
}
files-stay = Backups, exportações e vídeos salvos foram mantidos.
restored = Backup restaurado.
restore-kept = Seu histórico anterior está salvo em { $file }.
taken-over = Importado da extensão do navegador. Novos: { $taken }. Já aqui: { $known }. Aguardando a imagem: { $waiting }.
taken-over-waits = Entradas em espera são tentadas de novo quando a página do Grok mostra mais imagens:
and-more = - e mais { $count }
exported-images = { $images } exportadas para { $file }.
prompts-kept = { $count ->
    [one] { $count } prompt salvo.
   *[other] { $count } prompts salvos.
}
frame-saved = Salvo como { $file }.
check-none = Nenhum vídeo salvo ainda.
check-looked-at = { $count ->
    [one] { $count } vídeo salvo verificado.
   *[other] { $count } vídeos salvos verificados.
}
check-missing = Faltam e podem ser salvos de novo: { $names }.
check-broken = Danificados e podem ser salvos de novo: { $names }.
check-doubled = O mesmo vídeo com vários nomes: { $names }.
check-fine = Todos estão lá, inteiros e uma única vez.
names-and-more = { $names } e mais { $count }
image-given = A página recebeu a imagem.
