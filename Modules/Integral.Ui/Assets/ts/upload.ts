// Files that are dropped or pasted into a textarea[data-drop] are sent, and what leads to them is put where one writes.
import { Refused, send, type Taken } from './sending';

const addressOf = (taken: Taken) => `~/media/${taken.path.split('/').map(encodeURIComponent).join('/')}`;
const plain = (text: string) => text.replace(/[[\]\\]/g, '').replace(/\s+/g, ' ').trim();

function areaOf(event: Event): HTMLTextAreaElement | null {
  return (event.target as Element | null)?.closest?.<HTMLTextAreaElement>('textarea[data-drop]') ?? null;
}

/** Asks what is on a picture. Left empty, it only decorates. */
function ask(name: string): Promise<string> {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-drop-ask]');
  const text = dialog?.querySelector('input');
  if (!dialog || !text) return Promise.resolve('');
  [text.value, dialog.querySelector('[data-drop-name]')!.textContent] = ['', name];
  dialog.showModal();
  text.focus();
  return new Promise(done => {
    const enter = (event: KeyboardEvent) => { if (event.key === 'Enter') { event.preventDefault(); dialog.close(); } };
    text.addEventListener('keydown', enter);
    dialog.addEventListener('close', () => { text.removeEventListener('keydown', enter); done(text.value); }, { once: true });
  });
}

function put(area: HTMLTextAreaElement, markdown: string): void {
  area.focus();
  area.setRangeText(markdown, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

async function take(area: HTMLTextAreaElement, files: File[]): Promise<void> {
  const said = document.querySelector<HTMLElement>('[data-drop-said]');
  const say = (what: string, ...values: string[]) => {
    if (!said) return;
    said.hidden = false;
    said.textContent = values.reduce((text, value, at) => text.replace(`{${at}}`, value), said.getAttribute(`data-${what}`) ?? '');
  };
  for (const file of files) {
    try {
      say('sends', file.name);
      const taken = await send(file, { to: area.dataset.drop!, keep: false, onProgress: () => say('sends', file.name) });
      const known = Object.values(taken.texts)[0];
      put(area, taken.width ? `![${plain(known ?? await ask(file.name))}](${addressOf(taken)})\n` : `[${plain(taken.name)}](${addressOf(taken)})\n`);
      say('done', file.name);
    } catch (wrong) {
      say('failed', file.name, wrong instanceof Refused ? wrong.message : '');
    }
  }
}

document.addEventListener('dragover', event => { if (areaOf(event) && event.dataTransfer?.types.includes('Files')) event.preventDefault(); });

document.addEventListener('drop', event => {
  const area = areaOf(event), files = [...event.dataTransfer?.files ?? []];
  if (!area || files.length === 0) return;
  event.preventDefault();
  void take(area, files);
});

// Who pastes a text with a picture of it beside, as office programs send it, means the text.
document.addEventListener('paste', event => {
  const area = areaOf(event), files = [...event.clipboardData?.files ?? []];
  if (!area || files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
  event.preventDefault();
  void take(area, files);
});

document.addEventListener('click', event => { if ((event.target as Element).closest('[data-drop-ok]')) document.querySelector<HTMLDialogElement>('dialog[data-drop-ask]')?.close(); });
