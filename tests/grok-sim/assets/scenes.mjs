/**
 * The scenes of the gallery as SVG text, one function for each, by the image's name.
 *
 * Part of the authoring tool `make-assets.mjs`. Skies are plain vertical gradients and everything
 * else is flat silhouettes: it looks calm, and such pictures stay below 30 KB as PNG.
 */

/** A small seeded random generator, so that a scene looks the same each time. Yields 0 to 1. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A whole drawing: gradient definitions, then shapes from back to front. */
function drawing(width, height, gradients, shapes) {
  const definitions = Object.entries(gradients).map(([id, stops]) => {
    const marks = stops.map((colour, index) => `<stop offset="${index / (stops.length - 1)}" stop-color="${colour}"/>`);
    return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${marks.join('')}</linearGradient>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><defs>${definitions.join('')}</defs>${shapes.join('')}</svg>`;
}

/** A rectangle over the whole width, from `top` to `bottom`. */
function band(width, top, bottom, fill) {
  return `<rect width="${width}" y="${top}" height="${bottom - top}" fill="${fill}"/>`;
}

/** A disc. */
function disc(x, y, radius, fill, opacity = 1) {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" opacity="${opacity}"/>`;
}

/** A sun or moon with two faint rings around it. */
function glow(x, y, radius, fill) {
  return disc(x, y, radius * 2.6, fill, 0.1) + disc(x, y, radius * 1.7, fill, 0.14) + disc(x, y, radius, fill);
}

/** The points of a jagged ridge by midpoint displacement; `rough` is the height of its peaks in pixels. */
function ridgePoints(width, base, rough, seed, depth = 6) {
  const random = seeded(seed);
  let heights = [random(), random()].map((value) => base - rough * value);
  let reach = rough;
  for (let level = 0; level < depth; level += 1) {
    heights = heights.flatMap((height, index) => {
      if (index === heights.length - 1) return [height];
      return [height, (height + heights[index + 1]) / 2 + (random() - 0.5) * reach];
    });
    reach *= 0.54;
  }
  return heights.map((height, index) => [(index / (heights.length - 1)) * width, height]);
}

/** A mountain range as a filled silhouette down to `floor`. */
function ridge(width, base, rough, seed, fill, floor) {
  const line = ridgePoints(width, base, rough, seed).map(([x, y]) => `L${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  return `<path d="M0 ${floor}${line}L${width} ${floor}Z" fill="${fill}"/>`;
}

/** Rolling hills: a smooth wave of the given height down to `floor`. */
function hills(width, base, height, waves, phase, fill, floor) {
  const steps = 48;
  const line = Array.from({ length: steps + 1 }, (_, step) => {
    const turn = (step / steps) * waves * Math.PI * 2 + phase;
    const y = base - (Math.sin(turn) * 0.7 + Math.sin(turn * 1.7 + 1) * 0.3) * height;
    return `L${((step / steps) * width).toFixed(1)} ${y.toFixed(1)}`;
  });
  return `<path d="M0 ${floor}${line.join('')}L${width} ${floor}Z" fill="${fill}"/>`;
}

/** Short light streaks on water between `top` and `bottom`, gathered around `x`. */
function glitter(x, top, bottom, spread, count, seed, fill) {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const depth = random();
    const length = 14 + depth * 70 * random();
    const left = x + (random() - 0.5) * spread * (0.3 + depth) - length / 2;
    return `<rect x="${left.toFixed(0)}" y="${(top + depth * (bottom - top)).toFixed(0)}" width="${length.toFixed(0)}" height="${(2 + depth * 3).toFixed(1)}" rx="2" fill="${fill}" opacity="${(0.2 + 0.5 * random()).toFixed(2)}"/>`;
  }).join('');
}

/** A pine as three stacked triangles, its foot at (x, y). */
function pine(x, y, height, fill) {
  const tier = (bottom, top, half) => `M${x - half} ${y - bottom}L${x} ${y - top}L${x + half} ${y - bottom}Z`;
  const h = height;
  return `<path d="${tier(0, h * 0.5, h * 0.22)}${tier(h * 0.28, h * 0.76, h * 0.17)}${tier(h * 0.54, h, h * 0.12)}" fill="${fill}"/>`;
}

/** A row of pines across the width. */
function pines(width, foot, height, count, seed, fill) {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => {
    const x = ((index + 0.2 + random() * 0.6) / count) * width;
    return pine(Math.round(x), Math.round(foot + random() * 20), Math.round(height * (0.65 + 0.5 * random())), fill);
  }).join('');
}

/** Stars in the upper part of a sky. */
function stars(width, bottom, count, seed) {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const y = random() ** 1.4 * bottom;
    return disc(Math.round(random() * width), Math.round(y), 1 + random() * 1.8, '#ffffff', (0.35 + 0.6 * random()).toFixed(2));
  }).join('');
}

/** A hot-air balloon whose envelope has the given radius. */
function balloon(x, y, radius, colour, stripe) {
  const r = radius;
  const body = `M${x} ${y - r}C${x + r * 1.3} ${y - r} ${x + r * 1.15} ${y + r * 0.5} ${x + r * 0.22} ${y + r * 1.35}L${x - r * 0.22} ${y + r * 1.35}C${x - r * 1.15} ${y + r * 0.5} ${x - r * 1.3} ${y - r} ${x} ${y - r}Z`;
  const middle = `M${x} ${y - r}C${x + r * 0.55} ${y - r * 0.8} ${x + r * 0.45} ${y + r * 0.5} ${x + r * 0.1} ${y + r * 1.35}L${x - r * 0.1} ${y + r * 1.35}C${x - r * 0.45} ${y + r * 0.5} ${x - r * 0.55} ${y - r * 0.8} ${x} ${y - r}Z`;
  const basket = `<rect x="${x - r * 0.16}" y="${y + r * 1.62}" width="${r * 0.32}" height="${r * 0.24}" rx="3" fill="#5b3a29"/>`;
  return `<path d="${body}" fill="${colour}"/><path d="${middle}" fill="${stripe}"/>${basket}`;
}

/** Bird-like strokes far away. */
function birds(x, y, count, seed) {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const left = Math.round(x + random() * 180);
    const top = Math.round(y + random() * 70);
    const span = Math.round(8 + random() * 8);
    return `<path d="M${left} ${top}q${span / 2} -${span * 0.7} ${span} 0q${span / 2} -${span * 0.7} ${span} 0" fill="none" stroke="#1d2433" stroke-width="2.4" opacity="0.7"/>`;
  }).join('');
}

/** A row of houses and towers, lit windows in some of them. */
function towers(width, foot, height, count, seed, fill, light) {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => {
    const left = Math.round((index / count) * width);
    const span = Math.round((width / count) * (0.8 + 0.35 * random()));
    const tall = Math.round(height * (0.3 + 0.7 * random() ** 1.6));
    const windows = light
      ? Array.from({ length: 7 }, () => `<rect x="${Math.round(left + 5 + random() * (span - 14))}" y="${Math.round(foot - tall + 12 + random() * (tall - 20))}" width="4" height="6" fill="${light}" opacity="0.8"/>`).join('')
      : '';
    return `<rect x="${left}" y="${foot - tall}" width="${span}" height="${tall + 4}" fill="${fill}"/>${windows}`;
  }).join('');
}

/** @type {Record<string, (width: number, height: number) => string>} */
export const scenes = {
  lake: (w, h) => drawing(w, h, { sky: ['#2b3a67', '#8a6f9e', '#f3a683', '#fde2b3'], water: ['#e9b59a', '#6f6a95', '#1f2a4d'] }, [
    band(w, 0, h * 0.6, 'url(#sky)'), glow(w * 0.62, h * 0.43, 42, '#fff1cf'), birds(w * 0.18, h * 0.24, 6, 4),
    ridge(w, h * 0.5, 330, 12, '#8d7ba6', h * 0.6), ridge(w, h * 0.54, 250, 31, '#5d5b8c', h * 0.6), ridge(w, h * 0.58, 120, 44, '#35406e', h * 0.6),
    band(w, h * 0.6, h, 'url(#water)'), glitter(w * 0.62, h * 0.61, h * 0.95, 260, 60, 5, '#ffe9c4'),
    pines(w, h + 20, 210, 15, 9, '#101830'),
  ]),
  dunes: (w, h) => drawing(w, h, { sky: ['#3a2a5c', '#b0586d', '#f7a35c', '#ffe0a3'], far: ['#d98a4e', '#a85a3a'], near: ['#a04e33', '#3f1e23'] }, [
    band(w, 0, h, 'url(#sky)'), glow(w * 0.28, h * 0.44, 46, '#fff3cd'),
    hills(w, h * 0.6, 46, 1.3, 0.4, '#e8a765', h), hills(w, h * 0.68, 58, 1.1, 2.2, 'url(#far)', h),
    hills(w, h * 0.78, 70, 0.9, 4.1, '#8f4631', h), hills(w, h * 0.9, 60, 0.8, 0.9, 'url(#near)', h),
  ]),
  forest: (w, h) => drawing(w, h, { sky: ['#050b1f', '#0d2245', '#1f4a6b', '#4f8a92'] }, [
    band(w, 0, h, 'url(#sky)'), stars(w, h * 0.6, 150, 7), glow(w * 0.74, h * 0.2, 38, '#f2f4dd'),
    ridge(w, h * 0.68, 220, 23, '#23506a', h), pines(w, h * 0.8, 230, 15, 3, '#15384f'),
    pines(w, h * 0.92, 330, 11, 17, '#0b2236'), pines(w, h * 1.04, 420, 8, 29, '#050f1d'),
  ]),
  lighthouse: (w, h) => drawing(w, h, { sky: ['#21304f', '#5d6f93', '#e3a48f', '#f8d9b0'], sea: ['#b98f93', '#3e5076', '#182540'] }, [
    band(w, 0, h * 0.66, 'url(#sky)'), glow(w * 0.24, h * 0.56, 40, '#fff0cf'), birds(w * 0.34, h * 0.26, 5, 11),
    `<path d="M${w * 0.745} ${h * 0.31}L0 ${h * 0.16}V${h * 0.28}Z" fill="#fff2c9" opacity="0.22"/>`,
    band(w, h * 0.66, h, 'url(#sea)'), glitter(w * 0.24, h * 0.67, h * 0.97, 260, 50, 8, '#ffe6bf'),
    ridge(w, h * 0.67, 40, 77, '#6f6b88', h * 0.67),
    `<path d="M${w * 0.52} ${h}Q${w * 0.6} ${h * 0.66} ${w * 0.8} ${h * 0.63}L${w} ${h * 0.66}V${h}Z" fill="#121b30"/>`,
    `<path d="M${w * 0.715} ${h * 0.66}L${w * 0.73} ${h * 0.34}H${w * 0.77}L${w * 0.785} ${h * 0.66}Z" fill="#f1ece2"/>`,
    `<path d="M${w * 0.722} ${h * 0.5}L${w * 0.726} ${h * 0.42}H${w * 0.774}L${w * 0.778} ${h * 0.5}Z" fill="#c1453f"/>`,
    `<rect x="${w * 0.732}" y="${h * 0.29}" width="${w * 0.036}" height="${h * 0.05}" fill="#ffe9a8"/><path d="M${w * 0.724} ${h * 0.29}L${w * 0.75} ${h * 0.255}L${w * 0.776} ${h * 0.29}Z" fill="#8e2f2f"/>`,
  ]),
  balloons: (w, h) => drawing(w, h, { sky: ['#4a8fc7', '#9fcbe0', '#fbe6c6'] }, [
    band(w, 0, h, 'url(#sky)'), disc(w * 0.2, h * 0.56, 60, '#fff6dc'),
    hills(w, h * 0.68, 40, 1.4, 0.8, '#a9c9a4', h), hills(w, h * 0.76, 50, 1.1, 3, '#74a878', h),
    balloon(w * 0.64, h * 0.26, 128, '#d9504a', '#f6d6a3'), balloon(w * 0.27, h * 0.4, 76, '#3f6fa8', '#f4efe3'), balloon(w * 0.82, h * 0.53, 46, '#e8a33d', '#8a3d5c'),
    hills(w, h * 0.86, 46, 1, 5, '#467f5b', h), hills(w, h * 0.96, 36, 1.2, 1.4, '#245240', h), pines(w, h * 1.01, 90, 14, 41, '#173a2f'),
  ]),
  peaks: (w, h) => drawing(w, h, { sky: ['#0d1b3e', '#2d4f86', '#8fa8cf', '#f0cdd0'], snow: ['#e8f0fb', '#7f97c2', '#41598d'] }, [
    band(w, 0, h, 'url(#sky)'), stars(w, h * 0.35, 60, 13), disc(w * 0.8, h * 0.2, 34, '#f7f0e3'),
    ridge(w, h * 0.62, 300, 52, '#7d93c0', h), ridge(w, h * 0.74, 400, 8, 'url(#snow)', h),
    ridge(w, h * 0.88, 150, 61, '#2a3f70', h), pines(w, h * 1.02, 120, 26, 19, '#0c1733'),
  ]),
  sail: (w, h) => drawing(w, h, { sky: ['#1f6f8b', '#7fc1c2', '#fbe3b8', '#f7b98a'], sea: ['#e2a981', '#2f8593', '#0c3a4f'] }, [
    band(w, 0, h * 0.58, 'url(#sky)'), glow(w * 0.36, h * 0.5, 50, '#fff4d6'), birds(w * 0.5, h * 0.2, 5, 21),
    ridge(w, h * 0.585, 60, 95, '#8fa79b', h * 0.58), band(w, h * 0.58, h, 'url(#sea)'),
    glitter(w * 0.36, h * 0.59, h * 0.97, 330, 80, 15, '#fff0cf'),
    `<path d="M${w * 0.6} ${h * 0.36}V${h * 0.655}H${w * 0.44}Q${w * 0.57} ${h * 0.52} ${w * 0.6} ${h * 0.36}Z" fill="#fbf6ea"/>`,
    `<path d="M${w * 0.615} ${h * 0.39}Q${w * 0.72} ${h * 0.54} ${w * 0.735} ${h * 0.65}H${w * 0.615}Z" fill="#d9604c"/>`,
    `<path d="M${w * 0.43} ${h * 0.668}H${w * 0.76}Q${w * 0.73} ${h * 0.7} ${w * 0.68} ${h * 0.702}H${w * 0.49}Q${w * 0.45} ${h * 0.7} ${w * 0.43} ${h * 0.668}Z" fill="#3a2530"/>`,
  ]),
  lavender: (w, h) => drawing(w, h, { sky: ['#38305e', '#a85b86', '#f69d7a', '#ffdba0'], ground: ['#8d6aa8', '#4a2f6d'] }, [
    band(w, 0, h * 0.52, 'url(#sky)'), glow(w * 0.5, h * 0.46, 48, '#fff0c4'), hills(w, h * 0.5, 26, 1.6, 1, '#7a5580', h * 0.54),
    pines(w, h * 0.505, 46, 22, 33, '#4d3a63'), band(w, h * 0.52, h, 'url(#ground)'),
    ...Array.from({ length: 11 }, (_, index) => {
      const foot = ((index - 5) / 5) * w * 1.5 + w / 2;
      const top = w / 2 + ((index - 5) / 5) * w * 0.12;
      return `<path d="M${top - 3} ${h * 0.52}L${foot - 74} ${h}H${foot + 34}L${top + 2} ${h * 0.52}Z" fill="${index % 2 ? '#c08be0' : '#a273cf'}"/><path d="M${top} ${h * 0.52}L${foot - 10} ${h}H${foot + 34}L${top + 2} ${h * 0.52}Z" fill="#6d479b"/>`;
    }),
  ]),
  skyline: (w, h) => drawing(w, h, { sky: ['#41506f', '#9aa3b8', '#eec7a8', '#f9e3c4'], mist: ['#f0d6bf00', '#efd8c4aa', '#e9d6c8'] }, [
    band(w, 0, h, 'url(#sky)'), glow(w * 0.68, h * 0.4, 44, '#fff3da'),
    towers(w, h * 0.86, 380, 20, 5, '#b9a6a6'), band(w, h * 0.6, h * 0.9, 'url(#mist)'),
    towers(w, h * 0.95, 340, 17, 27, '#7d7488'), band(w, h * 0.74, h, 'url(#mist)'),
    towers(w, h, 250, 13, 58, '#39405c', '#ffdf9e'),
  ]),
};
