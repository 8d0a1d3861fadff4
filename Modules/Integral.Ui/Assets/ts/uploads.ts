// A ui-upload: files dragged onto the page or chosen go to the server at once, two at a time. What happens to one doesn't concern the others.
import { describe, Refused, send } from './sending';

const atOnce = 2, megabyte = 1 << 20;

document.querySelectorAll<HTMLElement>('[data-upload]').forEach(upload => {
  const part = <E extends HTMLElement>(name: string, within: ParentNode = upload) => within.querySelector<E>(`[data-${name}]`)!;
  const say = (what: string, value?: unknown) => (upload.getAttribute(`data-say-${what}`) ?? '').replace('{0}', String(value));
  const to = upload.dataset.upload!, chooser = upload.querySelector<HTMLInputElement>('input[type=file]')!;
  const template = upload.querySelector('template')!, list = part('upload-list'), end = part('upload-end');
  const waiting: (() => Promise<void>)[] = [];
  let busy = 0;

  upload.querySelectorAll<HTMLElement>('[data-upload-drag]').forEach(only => { only.hidden = false; });
  part('upload-send').hidden = true;

  function next(): void {
    while (busy < atOnce && waiting.length > 0) {
      busy++;
      void waiting.shift()!().finally(() => { busy--; next(); });
    }
    if (busy === 0 && list.children.length > 0) end.hidden = false;
  }

  function add(file: File): void {
    const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    const [bar, state, cancel] = [part<HTMLProgressElement>('bar', row), part('state', row), part<HTMLButtonElement>('cancel', row)];
    const stop = new AbortController();
    const isPicture = file.type.startsWith('image/');
    const over = (text: string, isBad = false) => {
      [bar.hidden, cancel.hidden, state.textContent] = [true, true, text];
      row.toggleAttribute('data-bad', isBad);
    };
    const refuse = (size: number, most: number) => { if (size > most) throw new Refused(say('large', most / megabyte)); };

    part('name', row).textContent = file.name;
    state.textContent = say('waits');
    cancel.setAttribute('aria-label', `${cancel.textContent}: ${file.name}`);
    cancel.addEventListener('click', () => { stop.abort(); over(say('cancelled')); });
    list.append(row);

    waiting.push(async () => {
      if (stop.signal.aborted) return;
      try {
        refuse(file.size, Number(upload.dataset.fileBytes));
        state.textContent = isPicture ? say('prepares') : say('sends', 0);
        let taken = await send(file, {
          to, into: upload.dataset.into, keep: part<HTMLInputElement>('upload-keep').checked, stop: stop.signal,
          onStart: size => refuse(size, Number(isPicture ? upload.dataset.pictureBytes : upload.dataset.fileBytes)),
          onProgress: percent => { bar.value = percent; state.textContent = say('sends', percent); },
        });
        over(say(taken.wasThere ? 'there' : 'done'));
        const open = part<HTMLAnchorElement>('open', row);
        [open.hidden, open.href] = [false, upload.dataset.page!.replace('{0}', taken.id)];
        open.setAttribute('aria-label', `${open.textContent}: ${file.name}`);
        if (!taken.width) return;
        const [thumb, asks, text] = [part<HTMLImageElement>('thumb', row), part('asks', row), part<HTMLInputElement>('text', row)];
        [thumb.hidden, thumb.src, asks.hidden] = [false, `${taken.address}?w=1`, false];
        text.value = taken.texts[upload.dataset.lang!] ?? '';
        text.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); text.blur(); } });
        text.addEventListener('change', () => void describe(to, taken, upload.dataset.lang!, text.value).then(
          now => { taken = now; over(say('saved')); }, (wrong: Error) => over(wrong.message || say('failed'), true)));
      } catch (wrong) {
        if (!stop.signal.aborted) over(wrong instanceof Refused && wrong.message ? wrong.message : say('failed'), true);
      }
    });
    next();
  }

  const addAll = (files: FileList | null | undefined) => { [...files ?? []].forEach(add); };

  chooser.addEventListener('change', () => { addAll(chooser.files); chooser.value = ''; });
  part('upload-show').addEventListener('click', () => location.reload());
  addEventListener('beforeunload', event => { if (busy > 0) event.preventDefault(); });

  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragover', event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    upload.toggleAttribute('data-over', true);
  });
  document.addEventListener('dragleave', event => { if (!event.relatedTarget) upload.removeAttribute('data-over'); });
  document.addEventListener('drop', event => {
    upload.removeAttribute('data-over');
    if (!hasFiles(event)) return;
    event.preventDefault();
    addAll(event.dataTransfer?.files);
  });
});
