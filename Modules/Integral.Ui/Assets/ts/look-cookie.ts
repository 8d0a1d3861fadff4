/** The cookie holds words joined by a hyphen: `dark`, `light`, `contrast`. Look.cs reads the same. */
export function remembered(): Set<string> {
  const value = /(?:^|; )look=([a-z-]*)/.exec(document.cookie)?.[1] ?? '';
  return new Set(value.split('-').filter(word => word !== ''));
}

export function remember(words: Set<string>): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `look=${[...words].join('-')}; path=/; max-age=31536000; samesite=lax${secure}`;
}

export function apply(words: Set<string>): void {
  const page = document.documentElement.dataset;
  const theme = words.has('dark') ? 'dark' : words.has('light') ? 'light' : undefined;
  if (theme) page.theme = theme; else delete page.theme;
  if (words.has('contrast')) page.look = 'contrast'; else delete page.look;
}
