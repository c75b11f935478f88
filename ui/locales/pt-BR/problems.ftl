# What was not as expected, in Health; the technical details stand below each.

problem-queue = A fila não pôde continuar
problem-page-script = Parte do script do Retake na página falhou
problem-command-refused = Uma solicitação foi recusada
problem-store-unreadable = Não foi possível ler os dados de imagem do Grok
problem-progress = A página mostrou um progresso impossível
problem-action-result = A resposta da página a um clique não fez sentido
problem-ambiguous-ids = Há tentativas com ids conflitantes
problem-not-confirmed = O fim de uma tentativa não foi confirmado
problem-access-refused = O Grok recusou fazer um vídeo
problem-too-much = A página enviou demais de uma vez
problem-counts-differ = Grok e Retake discordam sobre uma tentativa
problem-skipped-entries = Entradas sem id utilizável foram ignoradas
problem-unknown-status = Uma tentativa tem um status desconhecido
problem-unusable-keys = Alguns ids de imagem não podem ser usados
problem-other-version = Os dados de imagem do Grok têm uma nova versão
problem-other = Algo inesperado aconteceu
