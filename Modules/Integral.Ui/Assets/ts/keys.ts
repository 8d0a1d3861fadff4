// A single key presses the button or link that names it, unless somebody writes. By the key's place: the letter printed on it is meant, whatever alphabet is set.
const store = 'keys-off';

const isOn = () => { try { return localStorage.getItem(store) === null; } catch { return true; } };
const isShown = (element: HTMLElement) => element.getClientRects().length > 0;
const isWriting = (element: Element | null) => element?.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]') != null;
const linksOf = (form: Element) => [...form.querySelectorAll<HTMLElement>('tbody th a')];

function walk(by: number): boolean {
  const form = document.querySelector('[data-keys-rows]');
  if (!form) return false;
  const links = linksOf(form), row = document.activeElement?.closest('tr');
  const at = row ? links.findIndex(link => row.contains(link)) : by > 0 ? -1 : links.length;
  links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  return true;
}

function choose(): boolean {
  const one = document.activeElement?.closest('[data-keys-rows] tr')?.querySelector<HTMLInputElement>('[data-bulk-one]');
  one?.click();
  return one != null;
}

function press(code: string): boolean {
  const one = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(code)}"]`)].find(isShown);
  one?.click();
  return one !== undefined;
}

document.addEventListener('keydown', event => {
  const keys = document.querySelector<HTMLElement>('[data-keys]');
  if (!keys || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat && !/^Key[JK]$/.test(event.code)) return;
  if (!isOn() || isWriting(event.target as Element) || document.querySelector('dialog[open]')) return;
  const code = event.code.replace(/^Numpad(\d)$/, 'Digit$1');
  const isDone = event.key === '?' ? (keys.querySelector<HTMLElement>('[data-opens]')?.click(), true)
    : event.shiftKey ? false
    : code === 'KeyJ' ? walk(1) : code === 'KeyK' ? walk(-1) : code === 'KeyX' ? choose() : press(code);
  if (isDone) event.preventDefault();
});

document.addEventListener('change', event => {
  const box = event.target as HTMLInputElement;
  if (!box.matches('[data-keys-on]')) return;
  try { if (box.checked) localStorage.removeItem(store); else localStorage.setItem(store, '1'); } catch { /* for this page only */ }
});

document.querySelectorAll<HTMLElement>('[data-keys]').forEach(keys => {
  keys.hidden = false;
  keys.querySelector<HTMLInputElement>('[data-keys-on]')!.checked = isOn();
  const list = keys.querySelector('[data-keys-list]')!;
  document.querySelectorAll<HTMLElement>('[data-key]').forEach(one => {
    const item = document.createElement('li'), key = document.createElement('kbd');
    key.textContent = one.dataset.key!.replace(/^(Key|Digit)/, '');
    item.append(key, ` ${one.textContent!.trim()}`);
    list.append(item);
  });
});
