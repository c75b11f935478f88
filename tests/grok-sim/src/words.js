/** The controls' words in the languages that peers have confirmed. */

const WORDS = {
  en: { box: 'Make a video', make: 'Make video', redo: 'Redo' },
  es: { box: 'Crear un video', make: 'Crear video', redo: 'Rehacer' },
  'zh-CN': { box: 'Make a video', make: '生成视频', redo: '重新生成' },
  /** Translated by peers, never seen on the page. */
  de: { box: 'Make a video', make: 'Video erstellen', redo: 'Neu erzeugen' },
  ja: { box: 'Make a video', make: '動画を作成', redo: '再試行' },
  ar: { box: 'Make a video', make: 'إنشاء فيديو', redo: 'إعادة التوليد' },
  fr: { box: 'Make a video', make: 'Créer une vidéo', redo: 'Régénérer' },
  pt: { box: 'Make a video', make: 'Criar vídeo', redo: 'Regenerar' },
  nl: { box: 'Make a video', make: 'Video maken', redo: 'Opnieuw' },
  sv: { box: 'Make a video', make: 'Skapa video', redo: 'Försök igen' },
  pl: { box: 'Make a video', make: 'Utwórz wideo', redo: 'Wygeneruj ponownie' },
  cs: { box: 'Make a video', make: 'Vytvořit video', redo: 'Zkusit znovu' },
  hu: { box: 'Make a video', make: 'Videó készítése', redo: 'Próbáld újra' },
  ro: { box: 'Make a video', make: 'Creează video', redo: 'Regenerează' },
  ru: { box: 'Make a video', make: 'Создать видео', redo: 'Регенерировать' },
  uk: { box: 'Make a video', make: 'Створити відео', redo: 'Спробувати ще раз' },
  tr: { box: 'Make a video', make: 'Video oluştur', redo: 'Tekrar dene' },
  fa: { box: 'Make a video', make: 'ساخت ویدیو', redo: 'تولید مجدد' },
  hi: { box: 'Make a video', make: 'Video banaye', redo: 'Phir se banaye' },
  mr: { box: 'Make a video', make: 'Video banva', redo: 'Punha banva' },
  bn: { box: 'Make a video', make: 'ভিডিও তৈরি করুন', redo: 'Abar korun' },
  ta: { box: 'Make a video', make: 'வீடியோ உருவாக்கு', redo: 'Meendum' },
  te: { box: 'Make a video', make: 'Video tayar', redo: 'Malli' },
  id: { box: 'Make a video', make: 'Buat video', redo: 'Buat ulang' },
  vi: { box: 'Make a video', make: 'Tạo video', redo: 'Thử lại' },
  fil: { box: 'Make a video', make: 'Gumawa ng video', redo: 'Muling buuin' },
  ko: { box: 'Make a video', make: '동영상 만들기', redo: '재생성' },
  'zh-TW': { box: 'Make a video', make: '生成影片', redo: '重新生成' },
  /** A language that Retake does not know: its user has to point at the button. */
  unknown: { box: 'Make a video', make: 'Mekju vidju', redo: 'Ankorau' },
  it: { box: 'Make a video', make: 'Crea video', redo: 'Rigenera' },
};

export function wordsOf(locale) {
  return WORDS[locale] ?? WORDS.en;
}
