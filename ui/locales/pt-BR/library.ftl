# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = Vídeos
images = Imagens
library-kind = O que é mostrado
library-search = Prompts, tags, notas, IDs
library-no-match = Nada encontrado. Mude a pesquisa ou os filtros.
library-no-videos = Nenhum vídeo ainda. Eles aparecem aqui assim que o Grok terminar um.
library-no-images = Nenhuma imagem ainda. Elas aparecem aqui quando você faz um vídeo de uma.
size = Tamanho
date = Data

filters = Filtros
filters-clear = Mostrar tudo
filters-kept = Seus filtros
filter-name = Nome do filtro
filter-saved = Salvo
filter-resumable = A sessão pode ser retomada
filter-queued = Na fila
filter-nothing = Nada ainda
choose = Escolher…
remove = Remover
yes = Sim
no = Não
check-files = Verificar arquivos
check-files-hint = Procura vídeos salvos que faltam, estão danificados ou repetidos

# What you think of an item: stars, pick or reject, tags, a note.
rating = Avaliação
not-rated = Sem avaliação
stars-of-five = { $stars } de 5 estrelas
# The group of the two buttons below.
pick = Seleção
pick-it = Escolher
reject-it = Rejeitar
picked = Escolhido
rejected = Rejeitado
pick-neither = Nenhum dos dois
tags = Tags
tag-add = Adicione uma tag e tecle Enter
tag-remove = Remover a tag { $tag }
note = Nota
key-hint = Tecla { $key }
key-space = Barra de espaço

selected = Selecionados
selected-count = Selecionados: { $count }
done = Pronto
library-deleting = { $count ->
    [one] O histórico de { $count } imagem será excluído em { $time }. Os arquivos salvos ficam.
   *[other] O histórico de { $count } imagens será excluído em { $time }. Os arquivos salvos ficam.
}

close = Fechar
previous = Anterior
next = Próximo
place-of = { $place } de { $count }
queued = Na fila
facts = Detalhes
fact-date = Criado em
fact-length = Duração
fact-resolution = Resolução
fact-file = Arquivo
fact-image = Imagem
fact-image-id = ID da imagem
fact-videos-rate = { $videos }, { $rate } de sucesso
open-on-grok = Abrir no Grok
show-file = Mostrar o arquivo
save-again = Salvar de novo
save-frame = Salvar o último quadro
frame-not-drawn = Não foi possível salvar o último quadro porque o vídeo não é reproduzido aqui.
only-saved-play = Só vídeos salvos são reproduzidos aqui.
video-broken = Não é possível reproduzir { $file }: o arquivo está danificado ou não está mais onde foi salvo.
codec-missing = Este sistema não reproduz vídeo H.264, o formato dos vídeos do Grok. No Debian e no Ubuntu, instale gstreamer1.0-libav e gstreamer1.0-plugins-bad; no Fedora, gstreamer1-plugin-libav e gstreamer1-plugins-bad-free; depois reinicie o Retake.
compare = Comparar
compare-play = Reproduzir ou pausar
compare-swap = Trocar
compare-not-saved = Não está salvo, então não é reproduzido
