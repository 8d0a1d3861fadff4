// A form with data-confirm asks first. Without script it is an ordinary form.
document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  const dialog = form.dataset.confirm ? document.getElementById(form.dataset.confirm) : null;
  const agreed = event.submitter?.hasAttribute('data-agreed');
  if (!(dialog instanceof HTMLDialogElement) || agreed || dialog.open) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  dialog.showModal();
}, true);

document.addEventListener('click', event => {
  const target = event.target as Element;
  const opener = target.closest<HTMLElement>('[data-opens]');
  const dialog = opener && document.getElementById(opener.dataset.opens ?? '');
  if (dialog instanceof HTMLDialogElement) {
    event.preventDefault();
    dialog.showModal();
  }
  if (target.closest('[data-closes-dialog]')) {
    event.preventDefault();
    target.closest('dialog')?.close();
  }
});
