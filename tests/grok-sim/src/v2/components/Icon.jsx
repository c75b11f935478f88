/** The page's icons, drawn as lucide draws them and under its class names. */

const PATHS = {
  'arrow-up': 'M12 19V5M5 12l7-7 7 7',
  'arrow-left': 'M19 12H5M12 19l-7-7 7-7',
  bookmark: 'M6 3h12v18l-6-4-6 4z',
  'chevron-left': 'M15 18l-6-6 6-6',
  'chevron-right': 'M9 18l6-6-6-6',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  ellipsis: 'M5 12h.01M12 12h.01M19 12h.01',
  'eye-off':
    'M3 3l18 18M10.6 6.1A9.8 9.8 0 0 1 12 6c5 0 9 4.500 10 6a16 16 0 0 1-2.500 3M6.700 7.700A15 15 0 0 0 2 12c1 1.500 5 6 10 6a9.500 9.500 0 0 0 5.300-1.700M9.900 9.900a3 3 0 0 0 4.200 4.200',
  gauge: 'M12 14l4-4M3.500 18a10 10 0 1 1 17 0',
  image: 'M4 4h16v16H4zM4 16l5-5 4 4 3-3 4 4M9 9h.01',
  layers: 'M12 3l9 5-9 5-9-5zM3 13l9 5 9-5',
  plus: 'M12 5v14M5 12h14',
  'refresh-cw': 'M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5',
  share: 'M12 15V4M8 8l4-4 4 4M5 13v7h14v-7',
  sparkles: 'M12 3l2.500 6.500L21 12l-6.500 2.500L12 21l-2.500-6.500L3 12l6.500-2.500z',
  timer: 'M12 8v5l3 2M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16M9 2h6',
  video: 'M3 6h12v12H3zM15 10l6-3v10l-6-3z',
  volume: 'M4 9h4l5-4v14l-5-4H4zM17 9a4 4 0 0 1 0 6',
  'volume-off': 'M4 9h4l5-4v14l-5-4H4zM17 10l4 4M21 10l-4 4',
  workflow: 'M4 4h6v6H4zM14 14h6v6h-6zM7 10v7h7',
  x: 'M6 6l12 12M18 6L6 18',
  zoom: 'M4 14v6h6M20 10V4h-6M4 20l7-7M20 4l-7 7',
};

export function Icon({ name, className = '' }) {
  return (
    <svg
      className={`lucide lucide-${name} ${className}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
