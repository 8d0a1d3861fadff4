// The preview wears the colours being tried out: the server works them out, so that screen and stylesheet can't differ.
const wear = (within: ParentNode) => within.querySelectorAll<HTMLElement>('[data-tokens]').forEach(pane => {
  for (const [name, value] of Object.entries(JSON.parse(pane.dataset.tokens ?? '{}') as Record<string, string>)) pane.style.setProperty(name, value);
});
wear(document);
document.addEventListener('htmx:afterSwap', event => wear(event.target as HTMLElement));

// A colour is one text field; the picker beside it only writes there and follows it.
document.addEventListener('input', event => {
  const input = event.target as HTMLInputElement;
  const isPicker = input.dataset.colourOf !== undefined;
  const other = document.querySelector<HTMLInputElement>(isPicker ? `#${input.dataset.colourOf}` : `[data-colour-of="${input.id}"]`);
  if (!other || !(isPicker || /^#[0-9a-f]{6}$/i.test(input.value))) return;
  other.value = input.value;
  if (isPicker) other.dispatchEvent(new Event('input', { bubbles: true }));
});
