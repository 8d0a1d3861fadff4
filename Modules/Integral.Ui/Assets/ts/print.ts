// A button with data-print prints the page it stands on.
document.addEventListener('click', event => {
  if ((event.target as Element).closest('[data-print]')) window.print();
});
