// A second press of the button must not send the form twice. The button isn't disabled: its name and value have to be sent.
document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== 'post' || form.hasAttribute('hx-post')) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
  event.submitter?.setAttribute('aria-busy', 'true');
});

// Coming back with the browser's Back button shows the page as it was: the form may be sent again.
window.addEventListener('pageshow', () => document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach(form => {
  delete form.dataset.sent;
  form.querySelectorAll('[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
}));

// What went wrong is read out and seen first.
document.querySelector<HTMLElement>('[data-errors]')?.focus();

// A message that leads nowhere may be put away.
document.addEventListener('click', event => {
  const closer = (event.target as Element).closest('[data-dismiss]');
  closer?.closest('[data-dismissible]')?.remove();
});

// Short lists that act at once: a select or a switch marked so sends its form.
document.addEventListener('change', event => {
  const control = event.target as HTMLElement;
  if (control.closest('[data-send-on-change]')) control.closest('form')?.requestSubmit();
});
