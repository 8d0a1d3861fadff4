// Rows of a list are chosen one by one, from one to another with Shift, or the whole page at once; how many is said beside what can be done with them.
const barOf = (inside: Element | null) => inside?.closest('form')?.querySelector<HTMLElement>('[data-bulk]') ?? null;
const onesOf = (bar: HTMLElement) => [...bar.closest('form')!.querySelectorAll<HTMLInputElement>('[data-bulk-one]')];
const pageOf = (bar: HTMLElement) => bar.querySelector<HTMLInputElement>('[data-bulk-page] input')!;
const allOf = (bar: HTMLElement) => bar.querySelector<HTMLInputElement>('[data-bulk-all] input');

let last: HTMLInputElement | null = null;

function tell(bar: HTMLElement): void {
  const ones = onesOf(bar), chosen = ones.filter(one => one.checked).length, page = pageOf(bar), all = allOf(bar)?.checked === true;
  page.checked = chosen > 0 && chosen === ones.length;
  page.indeterminate = chosen > 0 && chosen < ones.length;
  bar.classList.toggle('is-chosen', chosen > 0 || all);
  bar.querySelector('[data-bulk-said]')!.textContent = all || chosen === 0 ? '' : bar.dataset.bulk!.replace('{0}', String(chosen));
}

function show(): void {
  document.querySelectorAll<HTMLElement>('[data-bulk]').forEach(bar => {
    bar.querySelector<HTMLElement>('[data-bulk-page]')!.hidden = false;
    tell(bar);
  });
}

// The range becomes what the last one has become.
document.addEventListener('click', event => {
  const one = event.target as HTMLInputElement;
  if (!one.matches?.('[data-bulk-one]')) return;
  const bar = barOf(one), ones = bar ? onesOf(bar) : [];
  if (event.shiftKey && last && ones.includes(last)) {
    const [from, to] = [ones.indexOf(last), ones.indexOf(one)].sort((a, b) => a - b);
    ones.slice(from, to + 1).forEach(other => { other.checked = one.checked; });
  }
  last = one;
});

document.addEventListener('change', event => {
  const control = event.target as HTMLInputElement, bar = barOf(control);
  if (!bar) return;
  if (control === pageOf(bar)) onesOf(bar).forEach(one => { one.checked = control.checked; });
  tell(bar);
});

show();
document.addEventListener('htmx:afterSettle', show);
window.addEventListener('pageshow', show);      // the browser's Back button fills the boxes in again
