// Blocks of a form are moved by their grips: with the mouse or a finger, or with the arrow keys. Nothing is sent: their order in the form is what counts.
const grips = () => document.querySelectorAll<HTMLElement>('[data-block-grip][hidden]');
const show = () => grips().forEach(grip => { grip.hidden = false; });
show();
document.addEventListener('htmx:afterSettle', show);

const blockOf = (inside: Element | null) => inside?.closest<HTMLElement>('[data-block]') ?? null;
const among = (block: HTMLElement) => [...block.parentElement!.children].filter((e): e is HTMLElement => e instanceof HTMLElement && e.dataset.block !== undefined);

function put(block: HTMLElement, before: HTMLElement | null): void {
  const others = among(block).filter(b => b !== block);
  if (before) before.before(block);
  else others[others.length - 1]?.after(block);
}

function told(block: HTMLElement): void {
  const list = block.parentElement!, blocks = among(block);
  const said = list.querySelector<HTMLElement>(':scope > [data-blocks-said]');
  if (said) said.textContent = (list.dataset.blocks ?? '').replace('{0}', block.dataset.block ?? '').replace('{1}', String(blocks.indexOf(block) + 1)).replace('{2}', String(blocks.length));
  block.dispatchEvent(new Event('input', { bubbles: true }));
}

function step(block: HTMLElement, by: number): boolean {
  const blocks = among(block), to = blocks.indexOf(block) + by;
  if (to < 0 || to >= blocks.length) return false;
  put(block, by < 0 ? blocks[to] : blocks[to + 1] ?? null);
  return true;
}

document.addEventListener('keydown', event => {
  const grip = (event.target as Element).closest<HTMLElement>('[data-block-grip]'), block = blockOf(grip);
  if (!grip || !block || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  if (!step(block, event.key === 'ArrowUp' ? -1 : 1)) return;
  grip.focus();
  block.scrollIntoView({ block: 'nearest' });
  told(block);
});

// The page's own buttons for it ask the server; with script that isn't needed.
document.addEventListener('click', event => {
  const mover = (event.target as Element).closest<HTMLElement>('[data-block-step]'), block = blockOf(mover);
  if (!mover || !block) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!step(block, Number(mover.dataset.blockStep))) return;
  mover.focus();
  told(block);
}, true);

document.addEventListener('pointerdown', event => {
  const grip = (event.target as Element).closest<HTMLElement>('[data-block-grip]'), block = blockOf(grip);
  if (!grip || !block || event.button !== 0) return;
  event.preventDefault();
  grip.focus();
  grip.setPointerCapture(event.pointerId);
  block.classList.add('is-moving');
  let moved = false;
  const move = (at: PointerEvent) => {
    const blocks = among(block), here = blocks.indexOf(block);
    const above = blocks[here - 1], below = blocks[here + 1];
    // Past the middle of a neighbour: large blocks and small ones change places without flickering.
    if (above && at.clientY < above.getBoundingClientRect().top + above.offsetHeight / 2) { put(block, above); moved = true; }
    else if (below && at.clientY > below.getBoundingClientRect().top + below.offsetHeight / 2) { put(block, blocks[here + 2] ?? null); moved = true; }
    if (!grip.hasPointerCapture(at.pointerId)) grip.setPointerCapture(at.pointerId);
  };
  const end = () => {
    grip.removeEventListener('pointermove', move);
    block.classList.remove('is-moving');
    if (moved) told(block);
  };
  grip.addEventListener('pointermove', move);
  grip.addEventListener('pointerup', end, { once: true });
  grip.addEventListener('pointercancel', end, { once: true });
});
