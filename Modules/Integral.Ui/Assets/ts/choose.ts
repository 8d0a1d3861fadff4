// A picture of a form: sent as soon as it is chosen or dropped there, with its smaller ones, or taken from the library. The form then only names it.
import { Refused, send, type Taken } from './sending';

const fieldOf = (event: Event) => (event.target as Element | null)?.closest?.<HTMLElement>('[data-picture]') ?? null;

function say(field: HTMLElement, what: string, ...values: string[]): void {
  const said = field.querySelector<HTMLElement>('[data-said]')!;
  said.hidden = false;
  said.textContent = values.reduce((text, value, at) => text.replace(`{${at}}`, value), field.getAttribute(`data-${what}`) ?? '');
}

function take(field: HTMLElement, taken: Taken): void {
  const chosen = field.querySelector<HTMLInputElement>('[data-chosen]')!, text = field.querySelector<HTMLInputElement>('input[type=text]');
  chosen.value = taken.path;
  chosen.dispatchEvent(new Event('input', { bubbles: true }));
  if (text && text.value === '') text.value = taken.texts[field.dataset.lang!] ?? Object.values(taken.texts)[0] ?? '';
  say(field, 'done', taken.name);
}

async function sendTo(field: HTMLElement, file: File): Promise<void> {
  try {
    say(field, 'sends', file.name);
    take(field, await send(file, { to: field.dataset.picture!, keep: false }));
  } catch (wrong) {
    say(field, 'failed', file.name, wrong instanceof Refused ? wrong.message : '');
  }
}

// Whoever presses the button while a picture is still on its way means the form with it.
const onTheWay = new Set<Promise<void>>();

function start(field: HTMLElement, file: File): void {
  const work = sendTo(field, file).finally(() => onTheWay.delete(work));
  onTheWay.add(work);
}

document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  if (onTheWay.size === 0 || !form.querySelector('[data-picture]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void Promise.all(onTheWay).then(() => form.requestSubmit(event.submitter));
}, true);

document.addEventListener('change', event => {
  const field = fieldOf(event), input = event.target as HTMLInputElement;
  if (!field || input.type !== 'file' || !input.files?.[0]) return;
  start(field, input.files[0]);
  input.value = '';
});

document.addEventListener('dragover', event => { if (fieldOf(event) && event.dataTransfer?.types.includes('Files')) event.preventDefault(); });
document.addEventListener('drop', event => {
  const field = fieldOf(event), file = event.dataTransfer?.files[0];
  if (!field || !file) return;
  event.preventDefault();
  start(field, file);
});

document.addEventListener('click', event => {
  if (!(event.target as Element).closest('[data-choose-ok]')) return;
  event.preventDefault();
  const field = fieldOf(event)!, dialog = (event.target as Element).closest('dialog')!;
  const one = dialog.querySelector<HTMLInputElement>('input[type=radio]:checked');
  dialog.close();
  if (one) void fetch(`${field.dataset.picture}/${one.value}`).then(async answer => { if (answer.ok) take(field, await answer.json() as Taken); });
});

// Enter looks for the words; it doesn't keep the whole form.
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && fieldOf(event) && (event.target as HTMLInputElement).type === 'search') event.preventDefault();
});
