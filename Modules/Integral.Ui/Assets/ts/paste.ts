// HTML as text processors, spreadsheets and pages put it on the clipboard, as Markdown: what says something stays, how it looked doesn't.
const dropped = new Set(['SCRIPT', 'STYLE', 'META', 'LINK', 'TITLE', 'XML', 'TEMPLATE', 'IFRAME', 'OBJECT', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'SVG', 'IMG', 'VIDEO', 'AUDIO']);
const blocks = new Set(['P', 'DIV', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'NAV', 'ADDRESS', 'FIGURE', 'FIGCAPTION', 'DL', 'DT', 'DD', 'FORM', 'CENTER']);

const styleOf = (element: Element) => (element.getAttribute('style') ?? '').toLowerCase();
const isBold = (element: Element) => element.tagName === 'B' || element.tagName === 'STRONG' ? !/(^|;)\s*font-weight:\s*(normal|400)/.test(styleOf(element)) : /(^|;)\s*font-weight:\s*(bold|[6-9]00)/.test(styleOf(element));
const isItalic = (element: Element) => element.tagName === 'I' || element.tagName === 'EM' ? !/(^|;)\s*font-style:\s*normal/.test(styleOf(element)) : /(^|;)\s*font-style:\s*italic/.test(styleOf(element));
const plain = (text: string) => text.replace(/[\u00a0\s]+/g, ' ');
const safe = (text: string) => text.replace(/([\\`*_[\]<>])/g, '\\$1');

// Spaces stay outside of the marks: "** word**" isn't bold.
function marked(text: string, mark: string): string {
  const inner = text.trim();
  if (!inner || inner.includes('\n')) return text;
  return text.slice(0, text.length - text.trimStart().length) + mark + inner + mark + text.slice(text.trimEnd().length);
}

// Word's lists are paragraphs with a drawn bullet or number before them.
function wordItem(element: Element): string | null {
  const level = /mso-list:\s*l\d+\s+level(\d+)/.exec(styleOf(element));
  if (!level) return null;
  const copy = element.cloneNode(true) as Element;
  let sign = '';
  copy.querySelectorAll('[style*="mso-list"]').forEach(drawn => {
    if (!/mso-list:\s*ignore/i.test(drawn.getAttribute('style') ?? '')) return;
    sign ||= plain(drawn.textContent ?? '').trim();
    drawn.remove();
  });
  const text = inside(copy).trim();
  return text ? `${'  '.repeat(Number(level[1]) - 1)}${/^\(?[\da-zа-яё]{1,3}[.)]/i.test(sign) ? '1.' : '-'} ${text}` : '';
}

function list(element: Element, depth: number): string {
  let number = Number(element.getAttribute('start') ?? 1);
  const items: string[] = [];
  for (const child of element.children) {
    if (child.tagName === 'UL' || child.tagName === 'OL') { items.push(list(child, depth + 1)); continue; }
    if (child.tagName !== 'LI') continue;
    const copy = child.cloneNode(true) as Element;
    const nested = [...copy.children].filter(c => c.tagName === 'UL' || c.tagName === 'OL');
    nested.forEach(n => n.remove());
    const text = whole(copy).trim().replace(/\n+/g, ' ');
    items.push(`${'  '.repeat(depth)}${element.tagName === 'OL' ? `${number++}.` : '-'} ${text}`);
    nested.forEach(n => items.push(list(n, depth + 1)));
  }
  return items.filter(Boolean).join('\n');
}

function table(element: Element): string {
  const rows = [...element.querySelectorAll('tr')].map(row => [...row.children].filter(c => c.tagName === 'TD' || c.tagName === 'TH').map(c => whole(c).trim().replace(/\s*\n+\s*/g, ' ').replace(/\|/g, '\\|'))).filter(r => r.length > 0);
  const width = Math.max(0, ...rows.map(r => r.length));
  if (rows.length === 0) return '';
  if (width === 1) return rows.map(r => r[0]).join('\n\n');       // a table that only laid out a page
  const line = (cells: string[]) => `| ${[...cells, ...Array<string>(width - cells.length).fill('')].join(' | ')} |`;
  return [line(rows[0]), `| ${Array<string>(width).fill('---').join(' | ')} |`, ...rows.slice(1).map(line)].join('\n');
}

function inside(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) { text += safe(plain(child.nodeValue ?? '')); continue; }
    if (!(child instanceof Element) || dropped.has(child.tagName.toUpperCase()) || child.tagName.includes(':') && !child.textContent) continue;
    if (child.tagName === 'BR') { text += '\n'; continue; }
    let words = inside(child);
    const address = child.tagName === 'A' ? child.getAttribute('href') ?? '' : '';
    if (/^(https?:|mailto:|tel:)/i.test(address) && words.trim()) words = `[${words.trim().replace(/\n/g, ' ')}](${address.replace(/[()\s]/g, c => encodeURIComponent(c).replace('(', '%28').replace(')', '%29'))})`;
    if (child.tagName === 'S' || child.tagName === 'STRIKE' || child.tagName === 'DEL') words = marked(words, '~~');
    if (isItalic(child)) words = marked(words, '*');
    if (isBold(child) && !/^H[1-6]$/.test(child.tagName)) words = marked(words, '**');
    text += words;
  }
  return text;
}

function whole(node: Node): string {
  const parts: string[] = [];
  let words = '', wasItem = false;
  const add = (part: string, isItem = false) => {
    if (part) parts.push((parts.length === 0 ? '' : isItem && wasItem ? '\n' : '\n\n') + part);
    wasItem = isItem;
  };
  const flush = () => {
    if (words.trim()) add(words.trim());
    words = '';
  };
  for (const child of node.childNodes) {
    const tag = child instanceof Element ? child.tagName.toUpperCase() : '';
    if (dropped.has(tag) || child.nodeType === Node.COMMENT_NODE) continue;
    const isBlock = blocks.has(tag) || /^(H[1-6]|UL|OL|TABLE|BLOCKQUOTE|PRE|HR|LI)$/.test(tag);
    const holdsBlocks = child instanceof Element && !isBlock && child.querySelector('p, div, table, ul, ol, h1, h2, h3, h4') !== null;
    if (!isBlock && !holdsBlocks) {
      const holder = document.createElement('span');
      holder.append(child.cloneNode(true));
      words += inside(holder);
      continue;
    }
    flush();
    const element = child as Element, item = wordItem(element);
    if (item !== null) add(item, true);
    else if (/^H[1-6]$/.test(tag)) { const title = inside(element).trim().replace(/\n+/g, ' '); if (title) add(`${'#'.repeat(Math.max(2, Math.min(4, Number(tag[1]))))} ${title}`); }
    else if (tag === 'UL' || tag === 'OL') add(list(element, 0));
    else if (tag === 'TABLE') add(table(element));
    else if (tag === 'BLOCKQUOTE') add(whole(element).trim().split('\n').map(l => `> ${l}`).join('\n'));
    else if (tag === 'PRE') add(`\`\`\`\n${element.textContent ?? ''}\n\`\`\``);
    else if (tag === 'HR') add('---');
    else add(whole(element).trim());
  }
  flush();
  return parts.join('');
}

/** Markdown of what stood on the clipboard; empty where it is nothing but plain text anyway. */
export function toMarkdown(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  if (!page.body.querySelector('p, div, br, b, strong, i, em, a[href], ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote, pre, span[style]')) return '';
  return whole(page.body).replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}
