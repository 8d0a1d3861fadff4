// Menus are <details>: they open without script. Script closes them as people expect.
const open = () => document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]');

document.addEventListener('click', event => {
  for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of open()) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
  setSide(false);
});

// The side navigation on a narrow screen. Its links are ordinary (#side, #top), so :target shows it without script.
const side = document.getElementById('side');
const opener = document.querySelector<HTMLElement>('[data-opens-side]');

function setSide(shown: boolean): void {
  if (!side || !opener || side.classList.contains('is-open') === shown) return;
  side.classList.toggle('is-open', shown);
  opener.setAttribute('aria-expanded', String(shown));
  if (shown) side.querySelector<HTMLElement>('a')?.focus();
  else opener.focus();
}

opener?.setAttribute('role', 'button');
opener?.setAttribute('aria-expanded', 'false');
opener?.addEventListener('click', event => { event.preventDefault(); setSide(!side?.classList.contains('is-open')); });
opener?.addEventListener('keydown', event => { if (event.key === ' ') { event.preventDefault(); opener.click(); } });
document.querySelectorAll('[data-closes-side]').forEach(closer => closer.addEventListener('click', event => { event.preventDefault(); setSide(false); }));
