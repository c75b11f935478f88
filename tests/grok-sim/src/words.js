/** The controls' words in the languages that peers have confirmed. */

const WORDS = {
  en: { box: 'Make a video', make: 'Make video', redo: 'Redo' },
  es: { box: 'Crear un video', make: 'Crear video', redo: 'Rehacer' },
  'zh-CN': { box: 'Make a video', make: '生成视频', redo: '重新生成' },
  /** Translated by peers, never seen on the page. */
  de: { box: 'Make a video', make: 'Video erstellen', redo: 'Neu erzeugen' },
  ja: { box: 'Make a video', make: '動画を作成', redo: '再試行' },
  ar: { box: 'Make a video', make: 'إنشاء فيديو', redo: 'إعادة التوليد' },
  /** A language that Retake does not know: its user has to point at the button. */
  unknown: { box: 'Make a video', make: 'Mekju vidju', redo: 'Ankorau' },
  it: { box: 'Make a video', make: 'Crea video', redo: 'Rigenera' },
};

export function wordsOf(locale) {
  return WORDS[locale] ?? WORDS.en;
}
