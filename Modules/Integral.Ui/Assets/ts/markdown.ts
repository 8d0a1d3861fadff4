// A toolbar over a text area of Markdown, and what is pasted from a text processor or a page comes in as Markdown, without its rubbish.
import { toMarkdown } from './paste';

type Area = HTMLTextAreaElement;

// Through the browser's own editing where it can: so Ctrl+Z takes it back.
function write(area: Area, text: string, from: number, to: number): void {
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand('insertText', false, text)) area.setRangeText(text, from, to, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

export function insert(area: Area, text: string): void {
  write(area, text, area.selectionStart, area.selectionEnd);
}

function around(area: Area, mark: string, example: string): void {
  const [from, to] = [area.selectionStart, area.selectionEnd], chosen = area.value.slice(from, to);
  const isOn = area.value.slice(from - mark.length, from) === mark && area.value.slice(to, to + mark.length) === mark;
  if (isOn) {
    write(area, chosen, from - mark.length, to + mark.length);
    area.setSelectionRange(from - mark.length, from - mark.length + chosen.length);
    return;
  }
  const text = chosen || example;
  write(area, mark + text + mark, from, to);
  area.setSelectionRange(from + mark.length, from + mark.length + text.length);
}

// Whole lines: those that the selection touches.
function lines(area: Area, change: (line: string, number: number) => string): void {
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const end = area.value.indexOf('\n', area.selectionEnd), to = end < 0 ? area.value.length : end;
  const text = area.value.slice(from, to).split('\n').map(change).join('\n');
  write(area, text, from, to);
  area.setSelectionRange(from, from + text.length);
}

const bare = (line: string) => line.replace(/^\s*(#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|>\s?)/, '');
const starts = (area: Area, mark: RegExp) => mark.test(area.value.slice(area.value.lastIndexOf('\n', area.selectionStart - 1) + 1));

const actions: Record<string, (area: Area, words: DOMStringMap) => void> = {
  bold: (area, words) => around(area, '**', words.example ?? ''),
  italic: (area, words) => around(area, '*', words.example ?? ''),
  heading: area => { const on = starts(area, /^##\s/); lines(area, line => on ? bare(line) : `## ${bare(line)}`); },
  subheading: area => { const on = starts(area, /^###\s/); lines(area, line => on ? bare(line) : `### ${bare(line)}`); },
  list: area => { const on = starts(area, /^\s*[-*+]\s/); lines(area, line => on ? bare(line) : `- ${bare(line)}`); },
  numbers: area => { const on = starts(area, /^\s*\d+[.)]\s/); lines(area, (line, number) => on ? bare(line) : `${number + 1}. ${bare(line)}`); },
  quote: area => { const on = starts(area, /^>\s?/); lines(area, line => on ? bare(line) : `> ${bare(line)}`); },
  link: (area, words) => {
    const [from, to] = [area.selectionStart, area.selectionEnd], chosen = area.value.slice(from, to);
    const isAddress = /^(https?:\/\/|mailto:|\/|~\/)\S+$/.test(chosen), text = isAddress || !chosen ? words.example ?? '' : chosen, address = isAddress ? chosen : 'https://';
    write(area, `[${text}](${address})`, from, to);
    const at = from + (isAddress ? 1 : text.length + 3);
    area.setSelectionRange(at, at + (isAddress ? text.length : address.length));
  },
  table: (area, words) => {
    const cell = words.example ?? '', gap = area.selectionStart > 0 && area.value[area.selectionStart - 1] !== '\n' ? '\n\n' : '';
    write(area, `${gap}| ${cell} 1 | ${cell} 2 |\n| --- | --- |\n|  |  |\n|  |  |\n`, area.selectionStart, area.selectionStart);
  },
};

document.addEventListener('click', event => {
  const button = (event.target as Element).closest<HTMLElement>('[data-markdown-does]');
  const area = button && document.getElementById(button.closest<HTMLElement>('[data-markdown-of]')?.dataset.markdownOf ?? '');
  if (!(area instanceof HTMLTextAreaElement)) return;
  actions[button!.dataset.markdownDoes!]?.(area, button!.dataset);
});

// One tab stop for the whole bar; the arrows go along it.
document.addEventListener('keydown', event => {
  const target = event.target as HTMLElement;
  const bar = target.closest<HTMLElement>('[data-markdown-of]');
  if (bar && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    const buttons = [...bar.querySelectorAll<HTMLElement>('button')], at = buttons.indexOf(target);
    const next = buttons[(at + (event.key === 'ArrowRight' ? 1 : -1) + buttons.length) % buttons.length];
    buttons.forEach(b => { b.tabIndex = b === next ? 0 : -1; });
    next.focus();
    event.preventDefault();
  }
  if (!(target instanceof HTMLTextAreaElement) || target.dataset.markdown === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const name = event.code === 'KeyB' ? 'bold' : event.code === 'KeyI' ? 'italic' : event.code === 'KeyK' ? 'link' : null;
  const button = name && document.querySelector<HTMLElement>(`[data-markdown-of="${CSS.escape(target.id)}"] [data-markdown-does="${name}"]`);
  if (!button) return;
  event.preventDefault();
  actions[name!](target, button.dataset);
});

// A list goes on with the next line, and ends where nothing was written in it.
document.addEventListener('keydown', event => {
  const area = event.target;
  if (!(area instanceof HTMLTextAreaElement) || area.dataset.markdown === undefined || event.key !== 'Enter' || event.shiftKey || event.isComposing || area.selectionStart !== area.selectionEnd) return;
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1, line = area.value.slice(from, area.selectionStart);
  const item = /^(\s*)([-*+]|(\d+)([.)]))\s+(.*)$/.exec(line);
  if (!item) return;
  event.preventDefault();
  if (!item[5].trim()) write(area, '\n', from, area.selectionStart);
  else insert(area, `\n${item[1]}${item[3] ? `${Number(item[3]) + 1}${item[4]}` : item[2]} `);
});

document.addEventListener('paste', event => {
  const area = event.target, html = event.clipboardData?.getData('text/html');
  if (!(area instanceof HTMLTextAreaElement) || area.dataset.markdown === undefined || !html) return;
  const text = toMarkdown(html);
  if (!text) return;
  event.preventDefault();
  insert(area, text);
});

const show = () => document.querySelectorAll<HTMLElement>('[data-markdown-of][hidden]').forEach(bar => {
  bar.hidden = false;
  bar.querySelectorAll<HTMLElement>('button').forEach((button, number) => { button.tabIndex = number === 0 ? 0 : -1; });
});
show();
document.addEventListener('htmx:afterSettle', show);
